r"""LaTeX as blocks: headings, theorems, paragraphs, items, and the mathematics in them.

The scanner is our own, and not pylatexenc's: that one descends levels of Python for each brace and gives no places to
what macros expand to.  Macros are expanded before the text comes here.
"""

from __future__ import annotations

import re

from . import tables_of_laws
from . import tex_words as W
from .blocks import RUN_IN, Blocks, Part, is_run_in
from .delimiters import CLOSERS, DISPLAYS, INNER, Stretch, environment_ends, environment_name, paragraph_end, stretch
from .expansion import expand
from .macros import Macros
from .rows import taken_apart
from .source import Display, Inline, Place, Text
from .spans import Source, Span, SpanBuilder
from .tex_arguments import OPTION, after_groups, after_option, after_slides, after_word, group
from .tex_tables import TABLES, cells, table_in

_STOP = re.compile(
    r"\\begin\s*\{(?P<begin>[^{}\n]{1,40})\}|\\end\s*\{(?P<end>[^{}\n]{1,40})\}"
    r"|\\(?P<word>[A-Za-z@]+)\*?|\\(?P<sign>[\s\S])|(?P<dollar>\$\$?)|(?P<blank>\n[ \t]*\n\s*)"
    r"|(?P<mark>[{}~&]|``|''|---?)"
)
_REFERENCE = re.compile(r"\s*\{([^{}\n]{0,200})\}")
_NEWTHEOREM = re.compile(r"\\newtheorem\*?\s*\{([^{}\n]{1,40})\}\s*(?:\[[^\]\n]*\])?\s*\{([^{}\n]{1,80})\}")
_TITLE = re.compile(r"\\title\s*(?:\[[^\]\n]*\])?\s*\{")
_FRAMETITLE = re.compile(r"\\frametitle(?![A-Za-z])")
_BEGIN_DOCUMENT = re.compile(r"\\begin\s*\{document\}")
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")


def read_tex(source: Source, macros: Macros, notes: list[str]) -> Blocks:
    """The blocks of a LaTeX file.  What is not closed, and the like, is added to ``notes``."""
    span = expand(macros, source.whole())
    reader = _Reader(source, span, notes)
    begin = _BEGIN_DOCUMENT.search(span.text)
    for name, title in _NEWTHEOREM.findall(span.text):
        reader.theorems[environment_name(name)] = title
    if title_ := _TITLE.search(span.text):
        reader.pos = title_.start()
        reader.title(1, title_.end() - 1)
    reader.pos = begin.end() if begin else 0
    reader.read()
    return reader.blocks


def words(source: Source, span: Span, notes: list[str]) -> list[Part]:
    """The parts of a short text: a title, the words of an ``\\intertext``."""
    reader = _Reader(source, span, notes, flat=True)
    reader.read()
    return [part for block in reader.blocks.blocks() for part in block.parts]


def add_display(blocks: Blocks, source: Source, content: Span, environment: str, notes: list[str]) -> None:
    """Add a display, and the words that stand between its rows; of a table that tells a law what it says."""
    table = table_in(content)
    sentence = None if table is None else tables_of_laws.told(blocks.said, cells(source, table))
    if sentence is not None:
        blocks.sentence(sentence)
        return
    for piece in taken_apart(source, content, environment):
        for part in [piece] if isinstance(piece, Display) else words(source, piece, notes):
            if isinstance(part, Text):
                blocks.text(part.text, part.place)
            else:
                blocks.add(part)


class _Reader:
    def __init__(self, source: Source, span: Span, notes: list[str], flat: bool = False) -> None:
        self.source, self.span, self.text, self.notes, self.flat = source, span, span.text, notes, flat
        self.blocks = Blocks()
        self.pos = 0
        self.theorems: dict[str, str] = {}
        self._ends = environment_ends(self.text)
        self._lists: list[tuple[str, int]] = []  # how the items are numbered, and how many there were

    def read(self) -> None:
        """Read on from ``pos`` to the end."""
        while found := _STOP.search(self.text, self.pos):
            self._words(self.pos, found.start())
            self.pos = found.end()
            kind = found.lastgroup or ""
            if kind == "begin":
                self._begin(found)
            elif kind == "end":
                if self._end(environment_name(found["end"])):
                    return
            elif kind == "word":
                self._word(found)
            elif kind == "sign":
                self._sign(found)
            elif kind == "dollar":
                self._maths(found[0], found.end())
            elif kind == "blank":
                self.blocks.end()
            elif found[0] in "~&":
                self._say(" ", found.start())
            elif found[0] not in "{}":
                self._say({"``": "“", "''": "”", "--": "–", "---": "—"}[found[0]], found.start())
        self._words(self.pos, len(self.text))

    # -----------------------------------------------------------------------------------------------------------------

    def place(self, position: int) -> Place:
        return self.source.place(self.span.offset(position))

    def _words(self, begin: int, end: int) -> None:
        if begin < end:
            self.blocks.text(self.text[begin:end], self.place(begin))

    def _say(self, text: str, position: int) -> None:
        self.blocks.text(text, self.place(position))

    def _note(self, note: str, position: int) -> None:
        if len(self.notes) < 50:
            self.notes.append(f"{note} (line {self.place(position).line})")

    def _maths(self, opener: str, begin: int) -> None:
        found = stretch(self.text, opener, begin)
        if found is None:
            self._note(f"{opener} is not closed by {CLOSERS[opener]}", begin - len(opener))
            end = paragraph_end(self.text, begin)
            found = Stretch(begin, end, end)
            if opener in ("$", "\\("):
                self.pos = end
                self._words(begin, end)
                return
        content = self.span.cut(found.begin, found.end)
        self.pos = found.after
        if opener in ("$", "\\("):
            if content.text.strip():
                self.blocks.add(Inline(self.source.placed(content.stripped())))
        else:
            add_display(self.blocks, self.source, content, opener, self.notes)

    def _begin(self, found: re.Match[str]) -> None:
        name, end = environment_name(found["begin"]), self._ends.get(found.start())
        if name in DISPLAYS or name in INNER:
            if end is None:
                self._note(f"\\begin{{{found['begin']}}} is not ended", found.start())
                stop = paragraph_end(self.text, found.end())
                end = (stop, stop)
            inner = name in INNER
            content = self.span.cut(found.start() if inner else found.end(), end[1] if inner else end[0])
            self.pos = end[1]
            add_display(self.blocks, self.source, content, "$$" if inner else name, self.notes)
        elif name == "math" and end is not None:
            self.blocks.add(Inline(self.source.placed(self.span.cut(found.end(), end[0]).stripped())))
            self.pos = end[1]
        elif name in W.DROPPED and end is not None:
            self.pos = end[1]
        elif name in W.LISTS:
            self._option()
            self.blocks.end(apart=True)
            self._lists.append((self._numbering(name), 0))
            self.blocks.depth += 1
        elif not self.flat and (name in self.theorems or name in W.THEOREMS or name in W.SHORT):
            self._theorem(name, found.start())
        elif name == "frame" and not self.flat:
            self._frame(found.start())
        elif name in W.BLOCKS and not self.flat:
            self._option()
            self.title(RUN_IN, self.pos)
        elif name in W.FRAMES:
            if name in TABLES and end is not None and self._table(self.span.cut(found.end(), end[0])):
                self.pos = end[1]
                return
            self._option()
            self._skip_groups(W.FRAMES[name])
            self.blocks.end()
        elif name != "subequations":
            self._option()
            self.blocks.end()

    def _table(self, inside: Span) -> bool:
        """Whether a table tells a law; it is then read as what it says."""
        sentence = tables_of_laws.told(self.blocks.said, cells(self.source, inside))
        if sentence is None:
            return False
        self.blocks.sentence(sentence)
        return True

    def _numbering(self, name: str) -> str:
        if name != "enumerate":
            return W.LISTS[name]
        return "1ai"[min(sum(bool(kind) for kind, _ in self._lists), 2)]

    def _theorem(self, name: str, at: int) -> None:
        title = self.theorems.get(name) or W.SHORT.get(name) or name.capitalize()
        option = OPTION.match(self.text, self.pos)
        parts: list[Part] = [Text(title, self.place(at))]
        if option is not None:
            begin = option[0].index("[") + option.start() + 1
            inside = words(self.source, self.span.cut(begin, option.end() - 1), self.notes)
            if name == "proof":
                parts = inside
            else:
                parts = [Text(f"{title} (", self.place(at)), *inside, Text(")", self.place(option.end() - 1))]
            self.pos = option.end()
        self.blocks.heading(RUN_IN, parts, self.place(at))

    def _frame(self, at: int) -> None:
        """A slide, which has a title or takes it from a ``\\frametitle``, and is a part of its own even without one."""
        self._option()
        self._option()  # \begin{frame}<1->[fragile]{Title}
        if self.text.startswith("{", self.pos):
            self.title(W.LEVELS["frametitle"], self.pos)
        elif _FRAMETITLE.search(self.text, self.pos, self._ends.get(at, (0, 0))[0]) is None:
            self.blocks.heading(W.LEVELS["frametitle"], [], self.place(at))

    def _end(self, name: str) -> bool:
        """Whether the document ends."""
        if name in W.LISTS and self._lists:
            self.blocks.end(apart=True)
            self._lists.pop()
            self.blocks.depth -= 1
        elif not self.flat and (name in self.theorems or name in W.THEOREMS or name in W.SHORT):
            self.blocks.end(apart=True)
        elif name != "subequations":
            self.blocks.end()
        return name == "document"

    # -----------------------------------------------------------------------------------------------------------------
    # commands

    def _sign(self, found: re.Match[str]) -> None:
        sign = found["sign"]
        if sign in "([":
            self._maths("\\" + sign, found.end())
        elif sign in "%&$#_{}":
            self._say(sign, found.start())
        elif sign == "\\":
            self._option()
            self._say("\n", found.start())
        elif sign in " ,;:/\n\t!" or sign == "-":
            self._say("" if sign in "-/!" else " ", found.start())

    def _word(self, found: re.Match[str]) -> None:
        name, at = found["word"], found.start()
        if name in W.LEVELS and not self.flat and (name != "part" or self.text.startswith("{", self.pos)):
            self._option()
            self.title(W.LEVELS[name], self.pos)
        elif name in ("item", "question", "subpart", "subsubpart", "part") and not self.flat:
            self._item(name, at)
        elif name == "par":
            self.blocks.end()
        elif name in ("ref", "eqref", "autoref", "cref", "Cref"):
            if reference := _REFERENCE.match(self.text, self.pos):
                self._say(f"({reference[1]})", at)
                self.pos = reference.end()
        elif name == "title":
            self._option()
            self._skip_groups(1)
        elif name in W.SIGNS:
            self._say(W.SIGNS[name], at)
            self.pos = after_word(self.text, self.pos)
        elif name in W.SILENT:
            self._option()
            self._skip_groups(2)
        elif name in W.FIRST_SILENT:
            self._option()
            self._skip_groups(1)
        elif name == "ensuremath" and (inside := group(self.text, self.pos)):
            self.blocks.add(Inline(self.source.placed(self.span.cut(*inside).stripped())))
            self.pos = inside[1] + 1
        elif name in ("textbf", "textit", "emph", "textsc") and not self.flat:
            self._emphasis(name, at)
        else:
            self._option()
            self.pos = after_word(self.text, self.pos)

    def _emphasis(self, name: str, at: int) -> None:
        """A bold title that stands in the line; other emphasis is read through."""
        inside = group(self.text, self.pos, 300) if self.blocks.fresh else None
        if inside is None:
            return
        title = words(self.source, self.span.cut(*inside), [])
        rest = self.text[inside[1] + 1 : min(inside[1] + 40, paragraph_end(self.text, inside[1]))]
        if is_run_in(title, rest, self.blocks.depth, name == "textbf"):
            self.blocks.heading(RUN_IN, title, self.place(at))
            self.pos = inside[1] + 1

    def title(self, level: int, at: int) -> None:
        """A heading whose braces open at ``at``."""
        inside = group(self.text, at)
        if inside is None:
            self.blocks.end(apart=True)
            return
        parts = words(self.source, self.span.cut(*inside), self.notes)
        self.blocks.heading(level, parts, self.place(inside[0]))
        self.pos = inside[1] + 1

    def _item(self, name: str, at: int) -> None:
        self.blocks.end(apart=True)
        self.pos = after_slides(self.text, self.pos)
        option = OPTION.match(self.text, self.pos)
        label = ""
        if option is not None:
            self.pos = option.end()
            if name == "item":
                label = option[0].strip()[1:-1]
        if self._lists:
            kind, count = self._lists[-1]
            self._lists[-1] = (kind, count + 1)
            label = label or _numbered(kind, count)
        if label:
            for part in words(self.source, _fixed(f"{label} ", self.span.offset(at)), []):
                self.blocks.add(part) if not isinstance(part, Text) else self.blocks.text(part.text, part.place)
            self._say(" ", at)

    # -----------------------------------------------------------------------------------------------------------------

    def _option(self) -> None:
        self.pos = after_option(self.text, self.pos)

    def _skip_groups(self, most: int) -> None:
        self.pos = after_groups(self.text, self.pos, most)


def _fixed(text: str, offset: int) -> Span:
    built = SpanBuilder()
    built.fixed(text, offset)
    return built.built()


def _numbered(kind: str, count: int) -> str:
    match kind:
        case "1":
            return f"{count + 1}."
        case "a":
            return f"({chr(97 + count % 26)})"
        case "i":
            return f"({_ROMAN[count % len(_ROMAN)]})"
        case _:
            return ""
