r"""Joint densities at random variables, E[\log p(X, Y)] beside p(x, y): the mean over x and y of the density at them.

Of one random variable, E[\log p(X)], that is read where its law is known; of several, p(X, Y) would be taken for a
density of two more variables.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from ..grammar.rewritten import rewritten
from ..names import name_of
from ..pieces import Piece
from ..syntax import Bracket, Multiply, RowSyntax, Script, Span, Symbol, Syntax

_RANDOM = frozenset("STUVWXYZ")
_Use = tuple[str, tuple[str, ...]]  # a letter, and the names that it is taken at


def as_means_over_places(pieces: Iterable[Piece]) -> None:
    """Read the means of joint densities at random variables so, in the formulas of a part."""
    pieces = [piece for piece in pieces if piece.row is not None]
    taken = list(dict.fromkeys(use for piece in pieces for use in _applications(piece.row)))
    laws = [(head, at) for head, at in taken if len(at) > 1 and all(name.islower() for name in at)]
    if not laws or not any(set(at) <= _RANDOM for _, at in taken):
        return
    for piece in pieces:
        row = rewritten(piece.row, lambda node: _means(node, laws) if isinstance(node, Multiply) else node)
        assert isinstance(row, RowSyntax)
        piece.row = row


def _applications(node: Syntax | None) -> Iterator[_Use]:
    """The letters in a formula that are taken at names alone, p(x, y) and p(y | x), and at which."""
    for each in () if node is None else node.walk():
        match each:
            case Multiply(factors):
                for head, bracket in pairwise(factors):
                    if isinstance(head, Symbol) and head.name.islower() and isinstance(bracket, Bracket):
                        names = [name_of(item) for item in (*bracket.items, *(bracket.given or ()))]
                        if bracket.left == "(" and names and all(n is not None and len(n) == 1 for n in names):
                            yield head.name, tuple(str(name) for name in names)


def _means(node: Multiply, laws: list[_Use]) -> Multiply:
    """A product with the means in it over places, where they are of densities at random variables."""
    factors = list(node.factors)
    for k, (operator, bracket) in enumerate(pairwise(node.factors)):
        base = operator.base if isinstance(operator, Script) else operator
        if not isinstance(base, Symbol) or base.name != "E" or not isinstance(bracket, Bracket):
            continue
        capitals = {name for _, at in _applications(bracket) if set(at) <= _RANDOM for name in at}
        law = _law(operator, [(head, at) for head, at in laws if set(at) == _lower(capitals)])
        if law is not None:
            factors[k] = Script(base, _written(law, base.span), None, 0, span=operator.span)
            factors[k + 1] = _at_places(bracket, capitals)
    return replace(node, factors=tuple(factors)) if factors != list(node.factors) else node


def _law(operator: Syntax, laws: list[_Use]) -> _Use | None:
    """The law that a mean is taken under: the one that its subscript names, or the only one."""
    below = operator.below if isinstance(operator, Script) else None
    if below is None:
        return laws[0] if len({head for head, _ in laws}) == 1 else None
    named = {name_of(below), *(head for head, _ in _applications(below))}
    return next((law for law in laws if law[0] in named), None)


def _written(law: _Use, span: Span) -> Multiply:
    head, at = law
    bracket = Bracket("(", tuple(Symbol(name, span=span) for name in at), ")", span=span)
    return Multiply((Symbol(head, span=span), bracket), ("", ""), span=span)


def _lower(names: set[str]) -> set[str]:
    return {name.lower() for name in names}


def _at_places(node: Syntax, capitals: set[str]) -> Syntax:
    def change(each: Syntax) -> Syntax:
        if isinstance(each, Symbol) and each.name in capitals and not each.font and not each.accents:
            return replace(each, name=each.name.lower())
        return each

    changed: Syntax = rewritten(node, change)
    return changed


__all__ = ["as_means_over_places"]
