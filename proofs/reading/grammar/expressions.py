"""Relations, sums, products, factors: a precedence parser by hand that the other parts of the grammar plug into."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from ..syntax import (
    Add,
    Bracket,
    Dots,
    Evaluated,
    Mark,
    Multiply,
    Numeral,
    Sign,
    Statement,
    Symbol,
    Syntax,
    Unread,
)
from . import brackets, commands, differentials, functions, grids, operators, scripts
from .cursor import Cursor, words

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
_ROW_ENDS = frozenset(("end", "quad", ",", ";", ".", "prose"))


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
            if self.inside == "" and self.token.kind in _ROW_ENDS:
                self.open_end = self.text[token.start : token.end]
                expressions.append(None)
                break
            if self._at_relation():
                raise Unread("an expression is missing between two relations", (token.start, self.token.end))
            expressions.append(self._conditional(self.sum()))
        return Statement(tuple(expressions), tuple(relations), span=self.span_from(start))

    def _at_relation(self) -> bool:
        token = self.token
        return token.kind == "relation" and not (token.text == ":" and self.inside == "{")

    def _conditional(self, node: Syntax) -> Syntax:
        r"""``X | Y`` where no bracket holds it, as in ``X|Y \sim ...``."""
        if self.inside not in ("", "grid", "group") or self.token.kind not in ("bar", "mid"):
            return node
        bar = self.take().text
        given = self.sum()
        return Bracket("", (node,), "", (given,), bar, span=(node.span[0], given.span[1]))

    def sum(self) -> Syntax:
        start = self.token.start
        signs = [self.take().text if self.at("sign") else ""]
        if self.at("sign"):
            raise Unread("two signs in a row", self.here())
        summands = [self.product()]
        while self.at("sign"):
            token = self.take()
            if self.inside == "" and self.token.kind in _ROW_ENDS:
                self.open_end = token.text
                break
            signs.append(token.text)
            if self.at("sign"):
                summands.append(self._doubly_signed(token.text))
            else:
                summands.append(self.product())
            self._check_loose(summands)
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

    def _check_loose(self, summands: list[Syntax]) -> None:
        """``a + b|_{x=1}``: how much is evaluated makes a difference where a depends on x."""
        last = summands[-1]
        if not isinstance(last, Evaluated) or last is not self.loose:
            return
        variable = _variable(last)
        if variable is None or any(variable in brackets.names_in(s) for s in summands[:-1]):
            raise Unread("how much is evaluated at the limits is not said", last.span)

    # -----------------------------------------------------------------------------------------------------------------
    # products

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
        start = self.token.start
        factors: list[Syntax] = []
        signs: list[str] = []
        sign = ""
        emptied = False  # a differential was taken out of the product
        while True:
            token = self.token
            if self.i in self.layout.claims:
                if not self._inner_claim(sign):
                    break
                emptied = True
                continue
            if emptied and not factors and not self.starts_factor():
                return Numeral("1", span=(start, start))
            if not factors or sign:
                if token.kind == "sign" and sign:
                    factors.append(self._signed_factor())
                elif token.kind == "times" and not factors and self.inside in ("below", "above"):
                    factors.append(Mark(self.take().text, span=(token.start, token.end)))
                else:
                    factors.append(self.factor())
                signs.append(sign)
                sign = ""
                continue
            if token.kind == "times":
                if self._times_ends(token.text, factors, signs):
                    break
                sign = self.take().text
                continue
            if token.kind == "bar" or (token.kind == "close" and token.text == "|"):
                if not self._bar(factors, signs, start):
                    break
                continue
            if not self.starts_factor() or self._is_prose():
                break
            self._check_neighbours(factors[-1])
            factors.append(self.factor())
            signs.append("")
        if not factors:
            raise Unread("nothing before a differential", self.here())
        if len(factors) == 1:
            return factors[0]
        return Multiply(tuple(factors), tuple(signs), span=self.span_from(start))

    def _inner_claim(self, sign: str) -> bool:
        """Take a differential that stands inside the fraction or bracket of a body; False where it ends the product."""
        if sign:
            raise Unread("an operator before a differential", self.here())
        if not self.layout.claims[self.i].inner:
            return False
        differentials.claimed(self)
        return True

    def _signed_factor(self) -> Syntax:
        r"""``a \cdot -b``: the sign is the factor's, which makes no difference to the product."""
        token = self.take()
        return Add((self.factor(),), (token.text,), span=self.span_from(token.start))

    def _times_ends(self, sign: str, factors: list[Syntax], signs: list[str]) -> bool:
        """Whether an operator is the last thing here: before a differential, in a label, at the end of a row."""
        after = self.after()
        if self.i + 1 in self.layout.claims and not self.layout.claims[self.i + 1].inner:
            self.take()
            return True
        if self.inside in ("below", "above") and after.kind in ("}", ","):
            token = self.take()
            factors.append(Mark(token.text, span=(token.start, token.end)))
            signs.append("")
            return True
        if self.inside == "" and after.kind in _ROW_ENDS:
            self.open_end = sign
            self.take()
            return True
        return False

    def _is_prose(self) -> bool:
        r"""A word set as text behind a blank is no factor: ``X, Y \; \text{independent}``."""
        token = self.token
        if token.kind != "word" or self.after().kind in ("open", "_", "^"):
            return False
        return token.note == "wide" or (token.note == "text" and token.gap == 2)

    def _bar(self, factors: list[Syntax], signs: list[str], start: int) -> bool:
        """A bar behind an operand; False where it closes or is a condition and so ends the product."""
        if self.at("bar") and brackets.closes(self):
            return False
        if self.at("close") and (self.bar or self.inside == "."):
            return False
        if self.after().kind == "_" and self.token.text == "|":
            self._evaluate(factors, signs, start)
            return True
        if self.at("close") or not brackets.opens(self):
            return False
        brackets.check_nesting(self, factors, signs)
        factors.append(self.factor())
        signs.append("")
        return True

    def _evaluate(self, factors: list[Syntax], signs: list[str], start: int) -> None:
        """``F|_{x=1}``: the product so far, where that is what the author can only mean."""
        self.take()
        at, to = self.limits()
        body = (
            factors[0]
            if len(factors) == 1
            else Multiply(tuple(factors), tuple(signs), span=(start, factors[-1].span[1]))
        )
        node = Evaluated(body, at, to, span=self.span_from(start))
        variable = _variable(node)
        rates = [k for k, f in enumerate(factors) if differentials.is_derivative(f)]
        before = factors[: rates[-1]] if rates else []
        if before and (variable is None or any(variable in brackets.names_in(f) for f in before)):
            raise Unread("how much is evaluated at the limits is not said", node.span)
        factors[:], signs[:] = [node], [""]
        self.loose = node

    def _check_neighbours(self, before: Syntax) -> None:
        """Numbers side by side are not multiplied in writing."""
        token = self.token
        if token.kind == "number":
            if isinstance(before, Numeral) or token.note == "rest":
                raise Unread("two numbers side by side", (before.span[0], token.end))
            if isinstance(before, Symbol) and token.gap == 0 and before.font == "" and self.inside != "below":
                raise Unread(f"{before.name}{token.text} may be a product or an index", (before.span[0], token.end))
        elif isinstance(before, Numeral) and before.text.isdigit() and self._is_plain_fraction():
            raise Unread("a mixed number, or a product", (before.span[0], token.end))

    def _is_plain_fraction(self) -> bool:
        """Whether a fraction of two numerals follows: ``{1}{2}``, ``12``, ``1{2}``."""
        if not (self.at("command") and self.token.text.endswith("frac")):
            return False
        k = self.i + 1
        for _ in range(2):
            if self.tokens[k].kind == "{":
                k += 1
                if self.tokens[k].kind != "number" or self.tokens[k + 1].kind != "}":
                    return False
                k += 2
            elif self.tokens[k].kind == "number":
                if len(self.tokens[k].text) > 1:
                    return True
                k += 1
            else:
                return False
        return True

    # -----------------------------------------------------------------------------------------------------------------
    # factors

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


def _variable(node: Evaluated) -> tuple[str, str] | None:
    """The name that a value is taken at, where the limit says it."""
    match node.at:
        case Statement((Symbol(name, font), _), _):
            return name, font
    return None
