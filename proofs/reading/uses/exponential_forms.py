r"""How exponential families are written: p(x; \eta) = h(x) \exp(\eta T(x) - A(\eta)), also with \eta^\top T(x).

The form shows what its letters are: A(\eta) in the exponent is a function's value and no product, and so are h(x) and
T(x), whatever these letters stand for elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from ..grammar.rewritten import rewritten
from ..names import name_of
from ..syntax import Add, Bracket, Multiply, Named, Numeral, RowSyntax, Script, Sign, Statement, Symbol, Syntax

_LETTERS = ("p", "f", "q")


@dataclass(frozen=True)
class Family:
    """The density p, its argument and its parameter, the formula, and A(\\eta) in it."""

    head: str
    argument: str
    parameter: str
    body: Syntax
    normaliser: str
    rest: Syntax  # the formula without the -A(\eta) in its exponent

    def functions(self) -> Iterator[str]:
        """The letters that are functions: that of the normaliser, and those that are applied to the argument."""
        yield self.normaliser
        for node in self.body.walk():
            if isinstance(node, Multiply):
                for symbol, bracket in pairwise(node.factors):
                    match symbol, bracket:
                        case Symbol() | Script(), Bracket("(", (item,), ")", None) if name_of(item) == self.argument:
                            if (name := name_of(symbol)) is not None:
                                yield name


def letters(row: Syntax) -> Iterator[str]:
    """The functions in the families that a row writes."""
    if isinstance(row, RowSyntax):
        for statement in row.statements:
            match statement:
                case Statement((Syntax() as left, Syntax() as right, *_), (Sign("=" | ":="), *_)):
                    family = written(left, right)
                    if family is not None:
                        yield from family.functions()


def written(left: Syntax, right: Syntax) -> Family | None:
    """The family that an equation writes in such a form; None for any other equation."""
    density = _density(left)
    found = None if density is None else _normaliser(right, density[2])
    return None if density is None or found is None else Family(*density, right, found[1], found[0])


def _density(left: Syntax) -> tuple[str, str, str] | None:
    r"""The p, x and \eta of p(x \mid \eta), p(x; \eta), p_\eta(x)."""
    match left:
        case Multiply((Symbol(letter) as head, Bracket("(", (item,), ")", (parameter,))), ("", "")):
            pass
        case Multiply((Script(Symbol(letter), Symbol() as parameter, None, 0) as head, at), ("", "")):
            if not isinstance(at, Bracket) or at.left != "(" or len(at.items) != 1 or at.given is not None:
                return None
            (item,) = at.items
        case _:
            return None
    names = name_of(head), name_of(item), name_of(parameter)
    known = [name for name in names if name is not None]
    if letter not in _LETTERS or len(set(known)) < 3 or known[2][:1].isupper():
        return None
    return known[0], known[1], known[2]


def _normaliser(right: Syntax, eta: str) -> tuple[Syntax, str] | None:
    r"""The formula without the -A(\eta) in its exponent, and the A."""
    for node in right.walk():
        match node:
            case Named("exp", argument, None, None):
                exponent = argument
            case Script(Symbol("e"), None, Syntax() as above, 0):
                exponent = above
            case _:
                continue
        while isinstance(exponent, Bracket) and len(exponent.items) == 1:
            exponent = exponent.items[0]
        if not isinstance(exponent, Add):
            continue
        for k, (sign, summand) in enumerate(zip(exponent.signs, exponent.summands, strict=True)):
            match summand:
                case Multiply((Symbol() as symbol, Bracket("(", (item,), ")", None)), ("", "")):
                    if sign == "-" and name_of(item) == eta and (name := name_of(symbol)) is not None:
                        return _without(right, exponent, k), name
    return None


def _without(whole: Syntax, exponent: Add, at: int) -> Syntax:
    """The formula with an exponent that lacks one of its summands."""
    summands = exponent.summands[:at] + exponent.summands[at + 1 :]
    signs = exponent.signs[:at] + exponent.signs[at + 1 :]
    less: Syntax = replace(exponent, summands=summands, signs=signs)
    if not summands:
        less = Numeral("0", span=exponent.span)
    elif len(summands) == 1 and signs[0] != "-":
        less = summands[0]
    done: Syntax = rewritten(whole, lambda node: less if node == exponent else node)
    return done


__all__ = ["Family", "letters", "written"]
