r"""The mathematics of a Markdown text, taken out of it before anybody reads the markup around it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import directives, out_of_dollars, tables_of_laws
from .delimiters import (
    CLOSERS,
    DISPLAYS,
    INNER,
    Stretch,
    environment_ends,
    environment_name,
    is_prose,
    paragraph_end,
    stretch,
)
from .expansion import expand
from .macros import Macros
from .spans import Source, Span, SpanBuilder
from .tex_tables import TABLES, cells, table_in

_AHEAD = 1_000  # characters before a table that are looked back at
MARK, END = "\ue000", "\ue001"  # around the number of a formula that was taken out
_STOP = re.compile(
    r"(?P<fence>(?<![^\n])[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?P<ticks>`{3,}|~{3,})(?P<info>[^`\n]*)(?=\n|$))"
    r"|(?P<comment><!--)|(?P<role>\{math\}`+)|(?P<code>`+)|(?P<dollar>\$`|\$\$|\$)"
    r"|\\begin\s*\{(?P<begin>[^{}\n]{1,40})\}|(?P<bracket>\\\\?[(\[])"
    r"|(?P<define>\\(?:re|provide)?newcommand(?![A-Za-z])|\\providecommand(?![A-Za-z])|\\def(?![A-Za-z])|\\DeclareMathOperator(?![A-Za-z]))"
    r"|\\[\s\S]"
)
_FRONT = re.compile(r"---[ \t]*\n(?=\s*[\w-]+[ \t]*:)((?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|$)")
_TITLE = re.compile(r"^title[ \t]*:[ \t]*(.+?)[ \t]*$", re.MULTILINE)
_SHOWN = 8  # lines in a note
_QUOTES = re.compile(r"[ \t>]*")
_QUOTED = re.compile(r"[ \t]*(?:>[ \t]?)+")
_DOUBLED = re.compile(r"\s*\$([^$]+)\$\s*")  # \( $x$ \)
_LOOKS = re.compile(r"\\[A-Za-z]|[\^_=<>{]|\S\s*[-+*/]\s*\S|^\s*[A-Za-z]\s*$")


_ESCAPED = re.compile(r"(?<!\\)(?:\\\\)*(\\)_(?=\s*[{\\A-Za-z0-9])")  # what TeX is given is a subscript
_IN_WORDS = re.compile(r"\\(?:text\w*|mbox|hbox|operatorname\*?|math\w+)\s*\{[^{}]*\}")


@dataclass(frozen=True)
class Formula:
    content: Span
    environment: str  # "" within a sentence


def _unescaped(content: Span) -> Span:
    r"""The formula with the subscripts that Markdown wants escaped, ``p\_\theta``: no formula has a bare low line."""
    words = [found.span() for found in _IN_WORDS.finditer(content.text)]
    built, at = SpanBuilder(), 0
    for found in _ESCAPED.finditer(content.text):
        if not any(begin <= found.start(1) < end for begin, end in words):
            built.add(content, at, found.start(1))
            at = found.end(1)
    if not at:
        return content
    built.add(content, at)
    return built.built()


class Scan:
    """Takes formulas and comments out.  ``reduced`` is what is left, a span of the source."""

    def __init__(self, source: Source, macros: Macros, notes: list[str]) -> None:
        self.source, self.text, self.macros, self.notes = source, source.text, macros, notes
        self.formulas: list[Formula] = []
        self.title: tuple[str, int] | None = None
        self._built = SpanBuilder()
        self._ends = environment_ends(self.text)
        self._paragraph = -1
        self._no_comment_end = False
        self._closing: set[int] = set()  # where directives end that hold Markdown
        self._plain: list[int] = []  # where equations stand in words
        self._alone: set[int] = set()  # where formulas begin or end of which the other end is not marked

    def run(self) -> None:
        at = self._front_matter()
        while found := _STOP.search(self.text, at):
            self._words(at, found.start())
            at = self._met(found)
        self._words(at, len(self.text))
        self.reduced = self._built.built()
        if self._plain:
            lines = list(dict.fromkeys(self.source.place(each).line for each in self._plain))
            count = f"{len(self._plain)} equation{'s'[: len(self._plain) != 1]}"
            where = ", ".join(map(str, lines[:_SHOWN])) + (", ..." if len(lines) > _SHOWN else "")
            self.notes.append(
                f"{count} set as words, outside of dollars, {'was' if len(self._plain) == 1 else 'were'} not read "
                f"(line{'s'[: len(lines) != 1]} {where})"
            )

    def _words(self, begin: int, end: int) -> None:
        if begin not in self._alone and end not in self._alone:
            self._plain += [begin + each for each in out_of_dollars.equations(self.text[begin:end])]
        self._keep(begin, end)

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
            self._built.run(self.text[begin:end].replace(MARK, "\ufffd").replace(END, "\ufffd"), begin)

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
        if found["role"]:
            return self._role(found)
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
        expanded = _unescaped(expand(self.macros, inside))
        if expanded.text.strip():
            self._built.fixed(f"{MARK}{len(self.formulas)}{END}", at)
            self.formulas.append(Formula(expanded, environment))

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
        if found.start("ticks") in self._closing:
            return found.end()
        opening = directives.title(found["info"])
        if closing is not None and opening is not None:
            self._built.fixed(opening, found.start("ticks"))
            self._closing.add(closing.start() + closing[0].index(ticks[0]))
            return directives.body_begins(self.text, found.end())
        if directives.is_math(found["info"]) and closing is not None:
            self._keep(found.start(), found.start("ticks"))
            begin = directives.body_begins(self.text, found.end())
            self._take((min(begin, closing.start()), closing.start()), "$$", found.start("ticks"))
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

    def _role(self, found: re.Match[str]) -> int:
        r"""MyST's ``{math}`` before code is a formula."""
        ticks = found[0].removeprefix("{math}")
        end = self.text.find(ticks, found.end(), self._end_of_paragraph(found.end()))
        if end < 0:
            self._keep(found.start(), found.end())
            return found.end()
        self._take((found.end(), end), "", found.start())
        return end + len(ticks)

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
        if out_of_dollars.begins_formula(self.text, after) and not self.text[max(at - 1, 0) : at].isalnum():
            self._alone.add(after)
            self._note("$ is not closed by $", at)
        elif inside is None and out_of_dollars.ends_formula(self.text, at):
            self._plain = [each for each in self._plain if each < at - out_of_dollars.NEAR]
            self._note("$ closes nothing", at)
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
            if doubled := _DOUBLED.fullmatch(content):
                begin = inside.begin + doubled.start(1)
                self._take((begin, begin + len(doubled[1])), "\\[" if opener[-1] == "[" else "", at)
                return inside.after
            alone = "\n" in content and _QUOTES.match(self.text, self.source.line_start(at)).end() >= at  # type: ignore[union-attr]
            if alone or (_LOOKS.search(content) and not is_prose(content)):
                self._take((inside.begin, inside.end), "\\[" if opener[-1] == "[" else "", at)
                return inside.after
        elif out_of_dollars.begins_formula(self.text, after):
            self._alone.add(after)
            self._note(f"{opener} is not closed by {CLOSERS[opener]}", at)
        self._keep(at, after)
        return after

    def _environment(self, found: re.Match[str]) -> int:
        name, end = environment_name(found["begin"]), self._ends.get(found.start())
        if name in TABLES and name not in INNER and end is not None and self._tells_law(found.start(), end[1]):
            self._take((found.start(), end[1]), "$$", found.start())
            return end[1]
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

    def _tells_law(self, begin: int, end: int) -> bool:
        """Whether a table of LaTeX tells a law, as the words before it say."""
        inside = table_in(self._unquoted(begin, end))
        words = self.text[max(begin - _AHEAD, 0) : begin].rstrip().rpartition("\n\n")[2]
        return inside is not None and tables_of_laws.told(words, cells(self.source, inside)) is not None
