r"""Markdown as blocks.

The mathematics is taken out first and leaves a mark behind, as Jupyter does it: so nothing in a formula is emphasis, a
table's bar or a link, and every formula knows exactly where it stands.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .blocks import RUN_IN, Blocks, Part, is_run_in
from .delimiters import DISPLAYS, INNER, Stretch, environment_ends, environment_name, is_prose, paragraph_end, stretch
from .expansion import expand
from .macros import Macros
from .source import Display, Inline, Place, Text
from .spans import Source, Span, SpanBuilder
from .tex import add_display

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_LONGEST_PARAGRAPH = 10_000  # characters, formulas not counted
_MARK, _END = "\ue000", "\ue001"  # around the number of a formula that was taken out
_MARKED = re.compile(f"{_MARK}(\\d+){_END}")
_STOP = re.compile(
    r"(?P<fence>(?<![^\n])[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<ticks>`{3,}|~{3,})(?P<info>[^`\n]*)(?=\n|$))"
    r"|(?P<comment><!--)|(?P<code>`+)|(?P<dollar>\$`|\$\$|\$)"
    r"|\\begin\s*\{(?P<begin>[^{}\n]{1,40})\}|(?P<bracket>\\\\?[(\[])"
    r"|(?P<define>\\(?:re|provide)?newcommand(?![A-Za-z])|\\providecommand(?![A-Za-z])|\\def(?![A-Za-z])|\\DeclareMathOperator(?![A-Za-z]))"
    r"|\\[\s\S]"
)
_FRONT = re.compile(r"---[ \t]*\n(?=\s*[\w-]+[ \t]*:)((?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_TITLE = re.compile(r"^title[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_QUOTES = re.compile(r"[ \t>]*")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
_HTML = re.compile(r"<(script|style)\b.*?</\1\s*>|</?[A-Za-z][^<>]*>|<[!?][^<>]*>", re.DOTALL | re.IGNORECASE)
_LOOKS = re.compile(r"\\[A-Za-z]|[\^_=<>{]|\S\s*[-+*/]\s*\S|^\s*[A-Za-z]\s*$")


@dataclass(frozen=True)
class _Formula:
    content: Span
    environment: str  # "" within a sentence


def read_markdown(source: Source, macros: Macros, notes: list[str]) -> Blocks:
    """The blocks of a Markdown text.  What is not closed, and the like, is added to ``notes``."""
    scan = _Scan(source, macros, notes)
    scan.run()
    return _Walk(source, scan, notes).blocks


class _Scan:
    """Takes formulas and comments out.  ``reduced`` is what is left, a span of the source."""

    def __init__(self, source: Source, macros: Macros, notes: list[str]) -> None:
        self.source, self.text, self.macros, self.notes = source, source.text, macros, notes
        self.formulas: list[_Formula] = []
        self.title: tuple[str, int] | None = None
        self._built = SpanBuilder()
        self._ends = environment_ends(self.text)
        self._paragraph = -1
        self._no_comment_end = False

    def run(self) -> None:
        at = self._front_matter()
        while found := _STOP.search(self.text, at):
            self._keep(at, found.start())
            at = self._met(found)
        self._keep(at, len(self.text))
        self.reduced = self._built.built()

    def _front_matter(self) -> int:
        front = _FRONT.match(self.text)
        if front is None:
            return 0
        if title := _TITLE.search(self.text, 0, front.end()):
            words = title[1]
            quoted = len(words) > 1 and words[0] == words[-1] and words[0] in "\"'"
            self.title = (words[1:-1] if quoted else words, title.start(1) + quoted)
        return front.end()

    def _keep(self, begin: int, end: int) -> None:
        if begin < end:
            self._built.run(self.text[begin:end].replace(_MARK, "\ufffd").replace(_END, "\ufffd"), begin)

    def _note(self, note: str, at: int) -> None:
        if len(self.notes) < 50:
            self.notes.append(f"{note} (line {self.source.place(at).line})")

    def _met(self, found: re.Match[str]) -> int:
        """Deal with what was met; where to go on."""
        at, after = found.start(), found.end()
        if found["fence"] is not None:
            return self._fence(found)
        if found["comment"]:
            return self._comment(at)
        if found["code"]:
            return self._code(found)
        if found["dollar"]:
            return self._dollar(found["dollar"], at, after)
        if found["bracket"]:
            return self._bracket(found["bracket"], at, after)
        if found["begin"]:
            return self._environment(found)
        if found["define"]:
            end = self.macros.define(self.text, after, found["define"])
            if end > after:
                return end
        self._keep(at, after)
        return after

    def _take(self, content: tuple[int, int], environment: str, at: int) -> None:
        inside = self._unquoted(*content)
        expanded = expand(self.macros, inside)
        if expanded.text.strip():
            self._built.fixed(f"{_MARK}{len(self.formulas)}{_END}", at)
            self.formulas.append(_Formula(expanded, environment))

    def _unquoted(self, begin: int, end: int) -> Span:
        """The text without the ``>`` of a quotation at the beginning of its lines."""
        built = SpanBuilder()
        start = self.source.line_start(begin)
        if not _QUOTED.match(self.text, start, begin):
            built.run(self.text[begin:end], begin)
            return built.built()
        at = begin
        while (line := self.text.find("\n", at, end) + 1) > 0:
            built.run(self.text[at:line], at)
            mark = _QUOTED.match(self.text, line, end)
            at = mark.end() if mark else line
        built.run(self.text[at:end], at)
        return built.built()

    # -----------------------------------------------------------------------------------------------------------------

    def _end_of_paragraph(self, at: int) -> int:
        if self._paragraph < at:
            self._paragraph = paragraph_end(self.text, at)
        return self._paragraph

    def _fence(self, found: re.Match[str]) -> int:
        ticks = found["ticks"]
        closing = re.compile(rf"\n[ \t>]*{ticks[0]}{{{len(ticks)},}}[ \t]*(?=\n|$)").search(self.text, found.end())
        if found["info"].strip() == "math" and closing is not None:
            self._keep(found.start(), found.start("ticks"))
            self._take((found.end(), closing.start()), "$$", found.start("ticks"))
            return closing.end()
        end = closing.end() if closing else len(self.text)
        if closing is None:
            self._note("a code block is not closed", found.start("ticks"))
        self._keep(found.start(), end)
        return end

    def _comment(self, at: int) -> int:
        end = -1 if self._no_comment_end else self.text.find("-->", at + 4)
        if end >= 0:
            return end + 3
        if not self._no_comment_end:
            self._no_comment_end = True
            self._note("<!-- is not closed by -->", at)
        self._built.fixed("&lt;!--", at)
        return at + 4

    def _code(self, found: re.Match[str]) -> int:
        ticks = found[0]
        closing = re.compile(rf"(?<!`)`{{{len(ticks)}}}(?!`)").search(
            self.text, found.end(), self._end_of_paragraph(found.end())
        )
        end = closing.end() if closing else found.end()
        self._keep(found.start(), end)
        return end

    def _dollar(self, opener: str, at: int, after: int) -> int:
        if opener == "$$":
            inside = stretch(self.text, "$$", after)
            if inside is None:
                self._note("$$ is not closed by $$", at)
                end = paragraph_end(self.text, after)
                inside = Stretch(after, end, end)
            self._take((inside.begin, inside.end), "$$", at)
            return inside.after
        if opener == "$`":
            end = self.text.find("`$", after, self._end_of_paragraph(after))
            if end >= 0:
                self._take((after, end), "", at)
                return end + 2
            after -= 1
        inside = stretch(self.text, "$", after)
        if inside is not None and self._is_inline(inside):
            self._take((inside.begin, inside.end), "", at)
            return inside.after
        self._keep(at, after)
        return after

    def _is_inline(self, inside: Stretch) -> bool:
        """Whether text between two dollars is mathematics and not between two prices."""
        content = self.text[inside.begin : inside.end]
        if not content.strip() or self.text[inside.after : inside.after + 1].isdigit():
            return False
        if not content[0].isspace() and not content[-1].isspace():
            return True
        return bool(_LOOKS.search(content)) and not is_prose(content)

    def _bracket(self, opener: str, at: int, after: int) -> int:
        inside = stretch(self.text, opener, after)
        if inside is not None:
            content = self.text[inside.begin : inside.end]
            alone = "\n" in content and _QUOTES.match(self.text, self.source.line_start(at)).end() >= at  # type: ignore[union-attr]
            if alone or (_LOOKS.search(content) and not is_prose(content)):
                self._take((inside.begin, inside.end), "\\[" if opener[-1] == "[" else "", at)
                return inside.after
        self._keep(at, after)
        return after

    def _environment(self, found: re.Match[str]) -> int:
        name, end = environment_name(found["begin"]), self._ends.get(found.start())
        if name not in DISPLAYS and name not in INNER:
            self._keep(found.start(), found.end())
            return found.end()
        if end is None:
            self._note(f"\\begin{{{found['begin']}}} is not ended", found.start())
            stop = paragraph_end(self.text, found.end())
            end = (stop, stop)
        if name in INNER:
            self._take((found.start(), end[1]), "$$", found.start())
        else:
            self._take((found.end(), end[0]), name, found.start())
        return end[1]


def _inline_where_short(state: StateCore) -> None:
    """Read the markup within paragraphs; in one as long as nobody writes it is left, it could take for ever."""
    from markdown_it.token import Token

    for token in state.tokens:
        if token.type == "inline":
            token.children = []
            if len(token.content) <= _LONGEST_PARAGRAPH:
                state.md.inline.parse(token.content, state.md, state.env, token.children)
            else:
                token.children.append(Token("text", "", 0, content=token.content))


class _Walk:
    """Reads the tokens that markdown-it makes of the reduced text."""

    def __init__(self, source: Source, scan: _Scan, notes: list[str]) -> None:
        from markdown_it import MarkdownIt

        self.source, self.scan, self.notes = source, scan, notes
        self.blocks = Blocks()
        self._reduced = scan.reduced
        self._lines = [0, *(m.end() for m in re.finditer("\n", self._reduced.text))]
        self._cursor = 0
        if scan.title is not None:
            title, at = scan.title
            place = source.place(at)
            self.blocks.heading(1, [Text(title, place)], place)
        parser = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
        parser.core.ruler.at("inline", _inline_where_short)
        self._tokens(parser.parse(self._reduced.text))

    def _tokens(self, tokens: list[Token]) -> None:
        heading: int | None = None
        for token in tokens:
            match token.type:
                case "bullet_list_open" | "ordered_list_open":
                    self.blocks.end(apart=True)
                    self.blocks.depth += 1
                case "bullet_list_close" | "ordered_list_close":
                    self.blocks.end(apart=True)
                    self.blocks.depth -= 1
                case "list_item_open":
                    self.blocks.end(apart=True)
                    if token.info:
                        self.blocks.text(f"{token.info}{token.markup} ", self._at(token))
                case "heading_open":
                    heading = int(token.tag[1])
                case "heading_close":
                    heading = None
                case "paragraph_close":
                    self.blocks.end()
                case "hr" | "blockquote_open" | "blockquote_close" | "list_item_close" | "tr_open" | "tr_close":
                    self.blocks.end(apart=True)
                case "td_close" | "th_close":
                    self.blocks.text(" | ", self._place(self._cursor))
                case "inline":
                    self._inline(token, heading)
                case "html_block":
                    self._at(token)
                    self._html(token.content)
                    self.blocks.end()
                case "code_block" if not _MARKED.sub("", token.content).strip():
                    # A display that is indented too far is still a display.
                    self._at(token)
                    self._words(self.blocks, token.content)
                    self.blocks.end()
                case _:
                    pass

    def _at(self, token: Token) -> Place:
        """Where a block begins; texts are looked for from there on."""
        if token.map is not None:
            self._cursor = max(self._cursor, self._lines[min(token.map[0], len(self._lines) - 1)])
        return self._place(self._cursor)

    def _place(self, position: int) -> Place:
        return self.source.place(self._reduced.offset(position))

    # -----------------------------------------------------------------------------------------------------------------

    def _inline(self, token: Token, heading: int | None) -> None:
        place = self._at(token)
        children = token.children or []
        if heading is not None:
            parts = self._parts(children)
            if parts and all(isinstance(p, Display) for p in parts):
                self._pieces(children)
                self.blocks.end()
            else:
                self.blocks.heading(heading, parts, place)
            return
        self._pieces(self._after_title(children, place))

    def _after_title(self, children: list[Token], place: Place) -> list[Token]:
        """The children without a title that stands in the line, which is made a heading."""
        first = next((k for k, c in enumerate(children) if c.type != "text" or c.content), None)
        if first is None or children[first].type not in ("strong_open", "em_open"):
            return children
        kind, level = children[first].type, children[first].level
        closing = kind.replace("open", "close")
        last = next(
            k for k in range(first, len(children)) if children[k].type == closing and children[k].level == level
        )
        before = self._cursor
        title = self._parts(children[first + 1 : last])
        rest = "".join(c.content for c in children[last + 1 : last + 8])
        if is_run_in(title, rest, self.blocks.depth, kind == "strong_open"):
            self.blocks.heading(RUN_IN, title, place)
            return children[last + 1 :]
        self._cursor = before
        return children

    def _parts(self, children: list[Token]) -> list[Part]:
        """The parts of a title."""
        blocks, self.blocks = self.blocks, Blocks()
        self._pieces(children)
        found, self.blocks = self.blocks, blocks
        return [part for block in found.blocks() for part in block.parts]

    def _pieces(self, children: list[Token]) -> None:
        for child in children:
            match child.type:
                case "text" | "code_inline" | "text_special":
                    self._words(self.blocks, child.content)
                case "softbreak" | "hardbreak":
                    self.blocks.text("\n", self._place(self._cursor))
                case _:
                    pass

    def _words(self, blocks: Blocks, content: str) -> None:
        """Words with the marks of formulas among them."""
        for k, piece in enumerate(_MARKED.split(content)):
            if k % 2 == 0:
                if piece:
                    self._find(piece)
                    blocks.text(piece, self._place(self._cursor))
                    self._cursor += len(piece)
                continue
            self._find(f"{_MARK}{piece}{_END}")
            self._formula(blocks, self.scan.formulas[int(piece)])

    def _formula(self, blocks: Blocks, formula: _Formula) -> None:
        if formula.environment:
            add_display(blocks, self.source, formula.content, formula.environment, self.notes)
        else:
            blocks.add(Inline(self.source.placed(formula.content.stripped())))

    def _find(self, piece: str) -> None:
        """Move to where a piece stands; markup before it, and no more, is skipped."""
        found = self._reduced.text.find(piece, self._cursor, self._cursor + len(piece) + 1_000)
        self._cursor = found if found >= 0 else self._cursor

    def _html(self, content: str) -> None:
        self._words(self.blocks, html.unescape(_HTML.sub(" ", content)))
