"""Where the parser is in the line, and what the parts of the grammar ask of one another."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager

from ..syntax import Script, Span, Syntax, Unread, Words
from .layout import Layout, lay_out
from .scanning import Token

ROW_ENDS = frozenset(("end", "quad", ",", ";", ".", "prose"))  # kinds of token that end a part of a row
DEEPEST = 40  # brackets in brackets, scripts on scripts


class Cursor(ABC):
    """A position in the tokens of a line.  The abstract methods are the nonterminals that other parts need."""

    def __init__(self, text: str, tokens: list[Token]) -> None:
        self.text = text
        self.tokens = tokens
        self.layout: Layout = lay_out(self.tokens)
        self.i = 0
        self.depth = 0
        self.bar = ""  # the bar that would close the innermost open bracket, "" where it is no bar
        self.inside = (
            ""  # what is open: "" the row, "group", "below" and "above" scripts, "grid", or a bracket's left sign
        )
        self.loose: Syntax | None = None  # the last F|_{x=1} whose extent a bar without partner left open
        self.open_end = ""
        self.differentials: dict[int, list[Syntax]] = {}  # read so far, by the integral they close

    # -----------------------------------------------------------------------------------------------------------------
    # tokens

    @property
    def token(self) -> Token:
        """The token that is next."""
        return self.tokens[self.i]

    def after(self, count: int = 1) -> Token:
        """The token so many behind the next."""
        return self.tokens[min(self.i + count, len(self.tokens) - 1)]

    def take(self) -> Token:
        """The next token, left behind."""
        token = self.tokens[self.i]
        if token.kind != "end":
            self.i += 1
        return token

    def at(self, kind: str, text: str | None = None) -> bool:
        """Whether the next token is of a kind, and reads so."""
        token = self.tokens[self.i]
        return token.kind == kind and (text is None or token.text == text)

    def expect(self, kind: str, reason: str) -> Token:
        """Take the next token, which must be of a kind."""
        if self.tokens[self.i].kind != kind:
            raise Unread(reason, self.here())
        return self.take()

    def here(self) -> Span:
        """The span of the next token; of the last one at the end."""
        token = self.tokens[self.i]
        if token.kind == "end" and self.i:
            token = self.tokens[self.i - 1]
        return token.start, token.end

    def span_from(self, start: int) -> Span:
        """From a character to the end of the last token taken."""
        return start, max(self.tokens[self.i - 1].end if self.i else start, start)

    def unexpected(self) -> Unread:
        """Why the next token cannot stand where an operand is due."""
        token, here = self.token, self.here()
        match token.kind:
            case "end":
                return Unread("something is missing at the end", here)
            case "close" | "}":
                before = self.tokens[self.i - 1].kind if self.i else ""
                if before in ("sign", "times", "relation"):
                    return Unread("an operator with nothing behind it", here)
                return Unread("a closing bracket without its opening", here)
            case "sign" | "times":
                return Unread(f"the operator {token.text} with nothing before it", here)
            case "!":
                return Unread("a factorial of nothing", here)
            case "^" | "_" | "'" | "super" | "sub":
                return Unread("a script without its base", here)
            case "&":
                return Unread("an alignment mark & between expressions", here)
            case "newline":
                return Unread("a line break inside a formula", here)
            case "prose":
                return Unread(f"words in a formula: {token.text}", here)
            case "relation":
                return Unread("a relation without its left side", here)
            case "declared":
                return Unread(r"a font switch in the middle of a formula", here)
        return Unread(f"{self.text[slice(*here)]} is not understood here", here)

    def left_over(self) -> Unread:
        """Why what came so far cannot go on with the next token."""
        if self.at("close") or self.at("}"):
            return Unread("a closing bracket without its opening", self.here())
        if self.token.kind in ("bar", "mid"):
            return Unread("a bar without its partner", self.here())
        return self.unexpected()

    # -----------------------------------------------------------------------------------------------------------------
    # depth and brackets

    @contextmanager
    def deeper(self) -> Iterator[None]:
        """Count a level of nesting.  Raises ``Unread`` where there are too many."""
        try:
            self._go_deeper()
            yield
        finally:
            self.depth -= 1

    def _go_deeper(self) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise Unread(f"nested more than {DEEPEST} deep", self.here())

    @contextmanager
    def within(self, inside: str, bar: str = "") -> Iterator[None]:
        """Be inside a bracket."""
        before = self.inside, self.bar
        self.inside, self.bar = inside, bar
        try:
            self._go_deeper()
            yield
        finally:
            self.depth -= 1
            self.inside, self.bar = before

    # -----------------------------------------------------------------------------------------------------------------
    # the grammar

    @abstractmethod
    def statement(self) -> Syntax:
        """Expressions joined by relations, or a single expression."""

    @abstractmethod
    def sum(self) -> Syntax:
        """Summands and their signs."""

    @abstractmethod
    def summand(self) -> Syntax:
        """A product with at most one sign before it: the body of a large operator."""

    @abstractmethod
    def product(self) -> Syntax:
        """Factors side by side, or with operators of this strength between them."""

    @abstractmethod
    def factor(self) -> Syntax:
        """One factor with its scripts."""

    @abstractmethod
    def atom(self) -> Syntax:
        """One factor without its scripts."""

    @abstractmethod
    def starts_factor(self) -> bool:
        """Whether a factor may begin with the next token."""

    @abstractmethod
    def scripts(self, base: Syntax, start: int, grouped: bool = False) -> Syntax:
        """A base with the scripts and factorials that follow it."""

    @abstractmethod
    def argument(self) -> Syntax:
        r"""The argument of a command: a group or a single sign."""

    @abstractmethod
    def label(self, place: str) -> Syntax:
        """What stands in a script: more is allowed there than in a formula."""

    @abstractmethod
    def bracket(self) -> Syntax:
        """A bracket, from its opening sign on."""

    @abstractmethod
    def limits(self) -> tuple[Syntax | None, Syntax | None]:
        """What stands below and above, in either order."""


def stem(node: Syntax) -> Syntax:
    """What carries the scripts."""
    while isinstance(node, Script):
        node = node.base
    return node


def words(c: Cursor) -> Words:
    """Prose, several pieces as one."""
    start, said = c.token.start, []
    while c.at("prose"):
        said.append(c.take().text)
    return Words(" ".join(said), span=c.span_from(start))
