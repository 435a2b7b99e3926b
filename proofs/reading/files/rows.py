r"""A display taken apart: rows at ``\\``, what they are numbered and called, words between them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..grammar.cells import RELATION, are_apart
from .delimiters import environment_ends, environment_name
from .source import Display, Row
from .spans import Source, Span, SpanBuilder

_DEEPEST = 8  # environments opened inside one another
_SPLITS = {"split", "aligned", "alignedat", "gathered"}  # rows of their own wherever they stand alone
_ONE_FORMULA = {"multline", "multlined", "dmath"}
_COLUMNS = {"align", "aligned", "alignat", "alignedat", "xalignat", "xxalignat", "flalign"}
_DISPLAYS = _SPLITS | _ONE_FORMULA | _COLUMNS | {"equation", "gather", "eqnarray"}  # never a matrix or cases

_ARGUMENTS = {
    **dict.fromkeys(["alignat", "xalignat", "xxalignat", "alignedat"], r"\s*(?:\[[tbc]\])?\s*\{\s*\d*\s*\}"),
    **dict.fromkeys(["aligned", "gathered", "multlined", "split"], r"\s*\[[tbc]\]"),
    "array": r"\s*(?:\[[tbc]\])?\s*\{(?:[^{}]|\{[^{}]*\})*\}",
    "IEEEeqnarray": r"\s*(?:\[[^\]\n]*\])?\s*\{(?:[^{}]|\{[^{}]*\})*\}",
}
_STOP = re.compile(
    r"(?P<begin>\\begin\s*\{(?P<name>[^{}\n]{1,40})\})"
    r"|(?P<row>\\\\\*?(?:[ \t]*\[\s*-?[\d.]*\s*(?:pt|em|ex|mm|cm|in|bp|sp|pc|\\[a-z]+)[^\]\n]*\])?|\\cr(?![A-Za-z]))"
    r"|(?P<between>\\(?:short)?intertext\s*\{)"
    r"|(?P<tag>\\tag\*?\s*\{)|(?P<label>\\label\s*\{)|(?P<eqno>\\l?eqno(?![A-Za-z]))"
    r"|(?P<drop>\\(?:nonumber|notag|hline|displaybreak|allowdisplaybreaks|IEEEyesnumber|IEEEnonumber|hfill)(?![A-Za-z])(?:\[\d\])?)"
    r"|\\[\s\S]|(?P<open>\{)|(?P<close>\})|(?P<and>&)"
)
_CLOSING = re.compile(r"\\[\s\S]|[{}]")
_NUMBER_AT_END = re.compile(
    r"(?:\\q?quad|\\hfill|\\hspace\*?\{[^{}]*\}|\\[ ;,])(?:\s|\\q?quad|\\[ ;,])*\(\s*(\d+[a-z]?(?:\.\d+)*)\s*\)\s*$"
)
_BOX, _BOX_ENDS, _NOTHING = re.compile(r"\\boxed\s*\{\s*"), re.compile(r"\s*\}"), re.compile("")
_AROUND = re.compile(r"[\s.,;:]*$")
_LEADING = re.compile(r"(?:\s|\\displaystyle(?![A-Za-z])|\\[,;!:])*")


@dataclass
class _Row:
    """A row while it is put together."""

    built: SpanBuilder
    tag: str | None = None
    label: str | None = None
    columns: int = 0


def taken_apart(source: Source, content: Span, environment: str) -> list[Display | Span]:
    r"""The displays that the inside of an environment holds, and between them the words of ``\intertext``.

    ``environment`` is its name without star, or ``$$`` or ``\[``.
    """
    pieces = _opened(content, environment, 0)
    out: list[Display | Span] = []
    rows: list[Row] = []
    name = environment
    for piece in [*pieces, None]:
        if isinstance(piece, _Named):
            row, name = piece.row, piece.environment
            rows.append(Row(source.placed(row.built.built().stripped()), row.tag, row.label))
            continue
        if rows:
            out.append(Display(tuple(rows), name))
            rows = []
        if piece is not None:
            out.append(piece)
    return out


@dataclass
class _Named:
    row: _Row
    environment: str


def _opened(content: Span, environment: str, depth: int) -> list[_Named | Span]:
    """The rows of an environment, and of one that makes up a row by itself."""
    pattern = _ARGUMENTS.get(environment)
    at, columns = 0, ""
    if pattern and (arguments := re.compile(pattern).match(content.text)):
        at, columns = arguments.end(), arguments[0]
    pieces = _split(content.cut(at, len(content.text)), environment, columns)
    out: list[_Named | Span] = []
    for piece in pieces:
        if isinstance(piece, Span):
            out.append(piece)
            continue
        row = piece.built.built()
        inner = _alone(row) if depth < _DEEPEST else None
        if inner is not None:
            found = _opened(inner.content, inner.name, depth + 1)
            named = [p for p in found if isinstance(p, _Named)]
            if named and (inner.name in _DISPLAYS or _has_relations(named)):
                last = named[-1].row
                last.tag, last.label = last.tag or piece.tag, last.label or piece.label
                last.built.add(inner.tail)
                out += found
                continue
        text = row.text
        if piece.tag is None and (numbered := _NUMBER_AT_END.search(text)) and text[: numbered.start()].strip():
            piece.tag = numbered[1]
            piece.built = SpanBuilder()
            piece.built.add(row, 0, numbered.start())
        if text.strip():
            out.append(_Named(piece, environment))
        elif (piece.tag or piece.label) and out and isinstance(last_piece := out[-1], _Named):
            last_piece.row.tag = last_piece.row.tag or piece.tag
            last_piece.row.label = last_piece.row.label or piece.label
    return out


@dataclass(frozen=True)
class _Inner:
    name: str
    content: Span
    tail: Span


def _alone(row: Span) -> _Inner | None:
    r"""The environment that a row consists of, in a box or not, but for punctuation after it."""
    at = _LEADING.match(row.text).end()  # type: ignore[union-attr]
    if box := _BOX.match(row.text, at):
        at = box.end()
    begin = re.compile(r"\\begin\s*\{([^{}\n]{1,40})\}").match(row.text, at)
    if begin is None:
        return None
    name = environment_name(begin[1])
    if name not in _DISPLAYS | {"array", "cases", "dcases", "rcases"}:
        return None
    end = environment_ends(row.text).get(begin.start())
    closed = end and (_BOX_ENDS if box else _NOTHING).match(row.text, end[1])
    if end is None or not closed or not _AROUND.match(row.text, closed.end()):
        return None
    return _Inner(name, row.cut(begin.end(), end[0]), row.cut(closed.end(), len(row.text)))


def _has_relations(rows: list[_Named]) -> bool:
    """Whether an array is a list of formulas: more than one row, each with a relation before its first gap."""
    texts = [piece.row.built.built().text for piece in rows]
    return len(texts) > 1 and all(RELATION.search(re.split(r"\\q?quad", text)[0]) for text in texts)


def _split(content: Span, environment: str, columns: str) -> list[_Row | Span]:
    """The content at its top-level row breaks; where braces do not balance, they are not asked."""
    found = _Splitting(content, environment, columns, True)
    pieces = found.run()
    if found.depth != 0:
        pieces = _Splitting(content, environment, columns, False).run()
    return pieces


class _Splitting:
    def __init__(self, content: Span, environment: str, columns: str, braces: bool) -> None:
        self.content, self.environment, self.braces = content, environment, braces
        self.three = environment == "eqnarray" or re.sub(r"[^lcr]", "", columns)[:3] in ("rcl", "lcl", "lcr", "ccc")
        self.depth = 0
        self.pieces: list[_Row | Span] = []
        self.row = _Row(SpanBuilder())

    def run(self) -> list[_Row | Span]:
        text, at, done = self.content.text, 0, 0
        ends = environment_ends(text)
        while found := _STOP.search(text, at):
            at = found.end()
            kind = found.lastgroup if found.lastgroup != "name" else "begin"
            if kind == "begin":
                at = ends[found.start()][1] if found.start() in ends else at
            elif kind == "open":
                self.depth += 1
            elif kind == "close":
                self.depth -= 1
            elif kind in ("tag", "label", "between"):
                end = _closed(text, at)
                if end is not None:
                    self.row.built.add(self.content, done, found.start())
                    self._named(kind, self.content.cut(at, end))
                    at = done = end + 1
            elif kind and (self.depth <= 0 or not self.braces or kind in ("drop", "eqno")):
                self.row.built.add(self.content, done, found.start())
                at = done = self._stop(kind, text, found)
        self.row.built.add(self.content, done, len(text))
        self.pieces.append(self.row)
        if self.environment in _ONE_FORMULA:
            return self._joined()
        return self.pieces

    def _named(self, kind: str, span: Span) -> None:
        text = " ".join(span.text.replace("$", "").split())
        if kind == "between":
            self.pieces += [self.row, span]
            self.row = _Row(SpanBuilder())
        elif kind == "tag":
            self.row.tag = text
        else:
            self.row.label = text

    def _stop(self, kind: str, text: str, found: re.Match[str]) -> int:
        offset = self.content.offset(found.start())
        if kind == "and":
            self.row.columns += 1
            self.row.built.fixed("\\quad " if self._new_formula(found) else " ", offset)
        elif kind == "row":
            self.pieces.append(self.row)
            self.row = _Row(SpanBuilder())
        elif kind == "eqno" and (
            number := re.compile(r"\s*[({]?\s*([^\s(){}\\]+)\s*[)}]?\s*").match(text, found.end())
        ):
            self.row.tag = number[1]
            return number.end()
        return found.end()

    def _new_formula(self, mark: re.Match[str]) -> bool:
        """Whether the ``&`` just met sets another formula beside the one before it."""
        if self.environment in _COLUMNS:
            return self.row.columns % 2 == 0
        if self.environment in ("cases", "dcases", "rcases"):
            return True
        if self.environment == "array":
            return are_apart(self.content.text, mark.start(), mark.end())
        return self.environment in ("eqnarray", "IEEEeqnarray") and self.three and self.row.columns > 2

    def _joined(self) -> list[_Row | Span]:
        """Rows that are one formula, broken to fit the page."""
        out: list[_Row | Span] = []
        for piece in self.pieces:
            last = out[-1] if out else None
            if isinstance(piece, _Row) and isinstance(last, _Row):
                added = piece.built.built()
                last.built.fixed(" ", added.offset(0))
                last.built.add(added)
                last.tag, last.label = last.tag or piece.tag, last.label or piece.label
            else:
                out.append(piece)
        return out


def _closed(text: str, at: int) -> int | None:
    """Where the brace is closed that was opened before ``at``."""
    depth = 0
    for found in _CLOSING.finditer(text, at, at + 2_000):
        if found[0] == "}" and depth == 0:
            return found.start()
        depth += {"{": 1, "}": -1}.get(found[0], 0)
    return None
