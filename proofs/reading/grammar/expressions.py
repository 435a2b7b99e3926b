"""Relations, sums, products, factors: a precedence parser by hand that the other parts of the grammar plug into."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from ..syntax import (
    Add,
    Bracket,
    Dots,
    Mark,
    Numeral,
    Sign,
    Statement,
    Symbol,
    Syntax,
    Unread,
)
from . import brackets, commands, differentials, drawn, functions, grids, operators, products, scripts
from .cursor import ROW_ENDS, Cursor, words

# The tokens of names, their labels, and what parts them.
_IN_NAMES = frozenset(("letter", "word", "number", "_", "^", "sub", "super", "{", "}", "open", "close", ",", ";"))

_STARTERS = frozenset(
    (
        "number",
        "letter",
        "word",
        "function",
        "big",
        "int",
        "open",
        "{",
        "command",
        "accent",
        "font",
        "dots",
        "partial",
        "begin",
    )
)


class Expressions(Cursor):
    """The grammar from statements down to atoms."""

    # -----------------------------------------------------------------------------------------------------------------
    # relations and sums

    def statement(self) -> Syntax:
        start = self.token.start
        if self._at_relation():
            first: Syntax | None = None
        else:
            first = self._conditional(self.sum())
            if not self._at_relation():
                return first
        expressions: list[Syntax | None] = [first]
        relations: list[Sign] = []
        while self._at_relation():
            token = self.take()
            relations.append(Sign(token.text, token.note or None, span=(token.start, token.end)))
            if self.inside == "" and self.token.kind in ROW_ENDS:
                self.open_end = self.text[token.start : token.end]
                expressions.append(None)
                break
            if self._at_relation():
                raise Unread("an expression is missing between two relations", (token.start, self.token.end))
            side = self._conditional(self.sum())
            expressions.append(drawn.at_its_place(expressions[-1], relations[-1], side))
        return Statement(tuple(expressions), tuple(relations), span=self.span_from(start))

    def _at_relation(self) -> bool:
        token = self.token
        return token.kind == "relation" and not (token.text == ":" and self.inside == "{")

    def _conditional(self, node: Syntax) -> Syntax:
        r"""``X | Y`` where no bracket holds it, as in ``X|Y \sim ...``."""
        if self.inside not in ("", "grid", "group") or self.token.kind not in ("bar", "mid"):
            return node
        bar = self.take().text
        given = [self.sum()]
        while self._goes_on_behind_bar():
            self.take()
            given.append(self.sum())
        return Bracket("", (node,), "", tuple(given), bar, span=(node.span[0], given[-1].span[1]))

    def _goes_on_behind_bar(self) -> bool:
        r"""Whether what follows a comma stands behind the bar as well, y | x, w; \theta \sim law: names follow there,
        and then the sign for a law."""
        if self.inside != "" or self.token.kind not in (",", ";"):
            return False
        ahead = self.tokens[self.i + 1 :]
        stop = next((token for token in ahead if token.kind not in _IN_NAMES), None)
        return stop is not None and stop is not ahead[0] and stop.kind == "relation" and stop.text == "~"

    def sum(self) -> Syntax:
        start = self.token.start
        signs = [self.take().text if self.at("sign") else ""]
        if self.at("sign"):
            raise Unread("two signs in a row", self.here())
        summands = [self.product()]
        while self.at("sign"):
            token = self.take()
            if self.inside == "" and self.token.kind in ROW_ENDS:
                self.open_end = token.text
                break
            signs.append(token.text)
            if self.at("sign"):
                summands.append(self._doubly_signed(token.text))
            else:
                summands.append(self.product())
            products.check_loose(self, summands)
        summands, signs = operators.extended(summands, signs)
        if len(summands) == 1 and not signs[0]:
            return summands[0]
        return Add(tuple(summands), tuple(signs), span=self.span_from(start))

    def summand(self) -> Syntax:
        if not self.at("sign"):
            return self.product()
        token = self.take()
        if self.at("sign"):
            raise Unread("two signs in a row", self.here())
        return Add((self.product(),), (token.text,), span=self.span_from(token.start))

    def _doubly_signed(self, before: str) -> Syntax:
        """``a + -b``; other signs in a row are slips."""
        token = self.take()
        if before != "+" or token.text != "-" or self.at("sign"):
            raise Unread("two signs in a row", self.here())
        return Add((self.product(),), ("-",), span=self.span_from(token.start))

    # -----------------------------------------------------------------------------------------------------------------
    # factors

    def starts_factor(self) -> bool:
        token = self.token
        if token.kind == "bar":
            return not brackets.closes(self)
        if token.kind == "command":
            return token.text not in ("choose", "over")
        if token.kind in _STARTERS:
            return True
        return token.kind == "mark" and (self.inside in ("below", "above") or token.text == r"\neg")

    def product(self) -> Syntax:
        return products.product(self)

    def factor(self) -> Syntax:
        token = self.token
        start = token.start
        match token.kind:
            case "function":
                with self.deeper():
                    return functions.named(self)
            case "big":
                with self.deeper():
                    return operators.big(self)
            case "int":
                with self.deeper():
                    return operators.integral(self)
            case "command" if token.text == "underset":
                with self.deeper():
                    return self.scripts(self.atom(), start)
            case "open":
                node = self.bracket()
                return self.scripts(brackets.between_limits(self, node, start), start)
        node = self.atom()
        return self.scripts(node, start, token.kind == "{")

    def atom(self) -> Syntax:
        token = self.token
        read = self._ATOMS.get(token.kind)
        if read is None:
            raise self.unexpected()
        return read(self)

    def scripts(self, base: Syntax, start: int, grouped: bool = False) -> Syntax:
        return scripts.scripts(self, base, start, grouped)

    def label(self, place: str) -> Syntax:
        return scripts.label(self, place)

    def limits(self) -> tuple[Syntax | None, Syntax | None]:
        return scripts.limits(self)

    def argument(self) -> Syntax:
        return commands.argument(self)

    def bracket(self) -> Syntax:
        return brackets.bracket(self)

    def _number(self) -> Syntax:
        token = self.take()
        return Numeral(token.text, span=(token.start, token.end))

    def _letter(self) -> Syntax:
        token = self.token
        if token.text == "d" and token.note in ("", "rm", "text"):
            if (quotient := differentials.inline(self)) is not None:
                return quotient
            if token.note and self.after().kind in ("letter", "word", "accent", "font"):
                return differentials.differential(self)
        return commands.letter(self)

    def _word(self) -> Syntax:
        token = self.take()
        font = "text" if token.note == "wide" else token.note
        return Symbol(token.text, font, span=(token.start, token.end))

    def _dots(self) -> Syntax:
        token = self.take()
        return Dots(span=(token.start, token.end))

    def _mark(self) -> Syntax:
        token = self.take()
        if self.inside not in ("below", "above") and token.text != r"\neg":
            raise Unread(f"the mark {token.text} outside of a script", (token.start, token.end))
        return Mark(token.text, span=(token.start, token.end))

    def _command(self) -> Syntax:
        with self.deeper():
            return commands.command(self)

    def _environment(self) -> Syntax:
        return grids.environment(self)

    def _prose(self) -> Syntax:
        if self.token.note == "joining":
            raise self.unexpected()
        return words(self)

    _ATOMS: ClassVar[dict[str, Callable[[Expressions], Syntax]]] = {
        "number": _number,
        "letter": _letter,
        "word": _word,
        "dots": _dots,
        "mark": _mark,
        "command": _command,
        "begin": _environment,
        "prose": _prose,
        "accent": commands.accent,
        "font": commands.font,
        "{": commands.group,
        "bar": brackets.absolute,
        "partial": differentials.partial,
        "open": brackets.bracket,
    }
