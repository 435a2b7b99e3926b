r"""Indefinite integrals: ``\int f dx = F + C`` says that F, and the integral, have the derivative f.

An integral without limits is one where its variable, or a constant C, stands beside it: over the whole line it could
depend on neither.  One of a density, and one that is no summand, as what normalises f in f / \int f dx, is over all.
Both sides are compared by their derivatives; of the integral that is its integrand by definition.  A side is a sum of
multiples of integrals and of what has none, and an integral in a name that has a value, u = x^2, is one in the variable
of that value.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import stated
from ..names import name_of
from ..probability.means import operator_of
from ..syntax import Add, Big, Bracket, Differential, Fraction, Multiply, Script, Symbol, Syntax, Unread
from ..uses.heads import family_of, head_of
from ..uses.summands import summands_of, without
from . import derivatives

if TYPE_CHECKING:
    from ..meaning import Meaning

_CONSTANTS = ("C", "c", "K", "const", "Const", "constant")  # of integration


def variable_of(m: Meaning, *sides: Syntax | None) -> Symbol | None:
    """The variable of the indefinite integrals in the sides of an equation; None where there are none."""
    written = [side for side in sides if side is not None]
    integrals = [node for side in written if side.of(Big) for node in _integrals(side)]
    if not integrals:
        return None
    if any(_is_of_law(m, node) for node in integrals) or len(integrals) > sum(map(_summed, written)):
        return None
    over = {name: v for node in integrals for d in node.differentials for name, v in _variable(d)}
    outside = {name for side in written for name in _names_outside(side)}
    taken = {*m.context.values, *m.bound}
    own = [v for name, v in over.items() if name not in taken and not m.densities.is_variable(name)]
    if len(own) != 1 or not isinstance(own[0], Symbol) or any(len(node.differentials) != 1 for node in integrals):
        return None
    constant = any(_is_constant(m, node) for side in written for node in summands_of(side)[0])
    substituted = any(name in m.context.values for name in over)
    return own[0] if name_of(own[0]) in outside or constant or substituted else None


def derivative(m: Meaning, side: Syntax, variable: Symbol) -> L.Term:
    """The derivative of one side of such an equation, whose constants are left away.  Raises ``Unread``."""
    side = without(side, lambda summand: _is_constant(m, summand))
    if not any(_integrals(side)):
        return derivatives.by(m.scalar(side), m.varied(variable), side)
    match side:
        case Big(_, body, None, None, (Differential("d", inner, None, None),)) if inner is not None:
            by_chain = None if inner == variable else derivatives.by(m.scalar(inner), m.varied(variable), side)
            return m.scalar(body) if by_chain is None else m.scalar(body) * by_chain
        case Bracket(_, (inner,), _, None):
            return derivative(m, inner, variable)
        case Add():
            parts = ((derivative(m, summand, variable), sign) for summand, sign in zip(*summands_of(side), strict=True))
            return L.fold(L.Plus, [L.Neg(part) if sign == "-" else part for part, sign in parts], 0)
        case Multiply((*before, last), (*signs, _)) if not any(s == "/" for s in side.signs):
            whole = before[0] if len(before) == 1 else Multiply(tuple(before), tuple(signs), span=side.span)
            return _constant(m, whole, variable) * derivative(m, last, variable)
        case Fraction(num, den) if not any(_integrals(den)):
            return derivative(m, num, variable) / _constant(m, den, variable)
    raise Unread("an indefinite integral that is no summand", side.span)


def _is_constant(m: Meaning, node: Syntax) -> bool:
    """Whether a summand is a letter for a constant of integration, of which nothing else is said."""
    name = name_of(node.base if isinstance(node, Script) and node.above is None else node)
    return name in _CONSTANTS and name_of(node) not in m.context.values


def _constant(m: Meaning, node: Syntax, variable: Symbol) -> L.Term:
    """A factor that does not depend on the variable.  Raises ``Unread`` for another."""
    factor = m.scalar(node)
    if any(isinstance(n, L.Var) and n.name == name_of(variable) for n in factor.free):
        raise Unread("an indefinite integral times what depends on its variable", node.span)
    return factor


def _integrals(node: Syntax) -> Iterator[Big]:
    """The outermost integrals without limits."""
    match node:
        case Big("int", _, None, None):
            yield node
        case _:
            for child in node.children():
                yield from _integrals(child)


def _summed(node: Syntax) -> int:
    """How many integrals without limits are summands, or multiples that are."""
    match node:
        case Big("int", _, None, None):
            return 1
        case Bracket(_, (inner,), _, None) | Multiply((*_, inner)) | Fraction(inner, _):
            return _summed(inner)
        case Add(summands, _):
            return sum(map(_summed, summands))
    return 0


def _is_of_law(m: Meaning, integral: Big) -> bool:
    """Whether the integrand has the density of a law in it: then it is over all its values."""
    factors = (n.factors for n in integral.body.walk() if isinstance(n, Multiply))
    pairs = ((head_of(one), two) for each in factors for one, two in pairwise(each))
    return any(
        head is not None
        and isinstance(bracket, Bracket)
        and (family_of(head) or m.context.is_density(head.name) or _is_normalised(m, head.name))
        for head, bracket in pairs
    )


def _is_normalised(m: Meaning, name: str) -> bool:
    """Whether a function is written as a quotient by its own integral."""
    found = m.context.functions.get(name)
    return (
        found is not None and found.is_plain and stated.is_normalised(m.context.unfolded(found.body), *found.arguments)
    )


def _variable(node: Syntax) -> Iterator[tuple[str, Syntax]]:
    match node:
        case Differential("d", variable, None, None) if (
            variable is not None and (name := name_of(variable)) is not None
        ):
            yield name, variable


def _names_outside(node: Syntax) -> Iterator[str]:
    """The names in an expression outside of its integrals, limits and sums apart."""
    if isinstance(node, Big):
        if node.operator == "int":
            for limit in (node.below, node.above):
                if limit is not None:
                    yield from _names_outside(limit)
        return
    if (name := name_of(node)) is not None:
        yield name
    for child in _unbound(node):
        yield from _names_outside(child)


def _unbound(node: Syntax) -> Iterator[Syntax]:
    """The parts of an expression, what a mean or a divergence is taken of apart: its variables are bound there."""
    before: Syntax | None = None
    if isinstance(node, Script) and operator_of(node) is not None:
        return  # E_{x \sim p}
    for child in node.children():
        if not (isinstance(child, Bracket) and before is not None and operator_of(before) is not None):
            yield child
        before = child


__all__ = ["derivative", "variable_of"]
