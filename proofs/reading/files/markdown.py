r"""Markdown as blocks.

The mathematics is taken out first and leaves a mark behind, as Jupyter does it: so nothing in a formula is emphasis, a
table's bar or a link, and every formula knows exactly where it stands.
"""

from __future__ import annotations

import html
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from . import tables_of_laws
from .blocks import RUN_IN, Blocks, Part, is_run_in
from .macros import Macros
from .markdown_maths import END, MARK, Formula, Scan
from .source import Display, Inline, Place, Placed, Text
from .spans import Source
from .tex import add_display

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token

_EMPHASIS = ("strong_open", "em_open")
_BREAKS = ("softbreak", "hardbreak")
_LONGEST_PARAGRAPH = 10_000  # characters, formulas not counted
_MARKED = re.compile(f"{MARK}(\\d+){END}")
_HTML = re.compile(r"<(script|style)\b.*?</\1\s*>|</?[A-Za-z][^<>]*>|<[!?][^<>]*>", re.DOTALL | re.IGNORECASE)


def read_markdown(source: Source, macros: Macros, notes: list[str]) -> Blocks:
    """The blocks of a Markdown text.  What is not closed, and the like, is added to ``notes``."""
    scan = Scan(source, macros, notes)
    scan.run()
    return _Walk(source, scan, notes).blocks


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

    def __init__(self, source: Source, scan: Scan, notes: list[str]) -> None:
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
        told = -1  # up to where a table was read as a sentence
        for at, token in enumerate(tokens):
            if at <= told:
                continue
            if token.type == "table_open" and (end := self._table(tokens, at)) is not None:
                told = end
                continue
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

    def _table(self, tokens: list[Token], begin: int) -> int | None:
        """Where a table ends that tells a law, and is read as what it says; None of others."""
        before, rows, end = self._cursor, list[list[Placed]](), begin
        while tokens[end].type != "table_close":
            if tokens[end].type == "tr_open":
                rows.append([])
            elif tokens[end].type == "inline":
                rows[-1].append(self._cell(tokens[end]))
            end += 1
        sentence = tables_of_laws.told(self.blocks.said, rows)
        if sentence is None:
            self._cursor = before
            return None
        self.blocks.sentence(sentence)
        return end

    def _cell(self, token: Token) -> Placed:
        """What a cell of a table says, its formulas without their dollars."""
        place = self._at(token)
        self._find(token.content)
        pieces = _MARKED.split(token.content)
        match [piece.strip() for piece in pieces]:
            case ["", number, ""]:
                return self.source.placed(self.scan.formulas[int(number)].content.stripped())
        text = "".join(self.scan.formulas[int(p)].content.text if k % 2 else p for k, p in enumerate(pieces))
        return Placed(text.strip(), (0,), (self._place(self._cursor) if token.content else place,))

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
        for k, line in enumerate(self._by_lines(children)):
            self._pieces(self._after_title(line, place if k == 0 else None))

    def _by_lines(self, children: list[Token]) -> list[list[Token]]:
        """The children, parted before each line that begins with emphasis: **Proof:** right below a **Theorem:**."""
        children = [child for child in children if child.type != "text" or child.content]
        begins = [
            k + 1
            for k, (before, child) in enumerate(pairwise(children))
            if before.type in _BREAKS and child.type in _EMPHASIS
        ]
        return [children[a:b] for a, b in pairwise([0, *begins, len(children)])]

    def _after_title(self, children: list[Token], place: Place | None) -> list[Token]:
        """The children without a title that stands in the line, which is made a heading.

        Within a paragraph, where ``place`` is None, only what names a proof, a theorem and the like is a title.
        """
        first = next((k for k, c in enumerate(children) if c.type != "text" or c.content), None)
        if first is None or children[first].type not in _EMPHASIS:
            return children
        kind, level = children[first].type, children[first].level
        closing = kind.replace("open", "close")
        last = next(
            k for k in range(first, len(children)) if children[k].type == closing and children[k].level == level
        )
        before = self._cursor
        title = self._parts(children[first + 1 : last])
        rest = "".join(c.content for c in children[last + 1 : last + 8])
        if is_run_in(title, rest, self.blocks.depth, kind == "strong_open" and place is not None):
            self.blocks.heading(RUN_IN, title, place or self._place(before))
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
            self._find(f"{MARK}{piece}{END}")
            self._formula(blocks, self.scan.formulas[int(piece)])

    def _formula(self, blocks: Blocks, formula: Formula) -> None:
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
