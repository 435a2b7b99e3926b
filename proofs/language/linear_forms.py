"""Linear forms in numbers: 2 x - y + 1; orders between them, and equations that give one number by the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from .matrices import is_scalar
from .node import Node
from .relations import FLIPPED, Relation
from .terms import Neg, Number, Plus, Power, Quotient, Term, Times, Var, fold

_ORDERS = {"<": 1, "<=": 1, ">": -1, ">=": -1}


@dataclass(frozen=True)
class Linear:
    """constant + sum of coefficient times name; as an inequality: that this is positive."""

    constant: Fraction
    terms: tuple[tuple[Var, Fraction], ...] = ()  # by name, without zeros

    @property
    def names(self) -> frozenset[Var]:
        return frozenset(name for name, _ in self.terms)

    def of(self, name: Var) -> Fraction:
        return dict(self.terms).get(name, Fraction(0))

    def plus(self, other: Linear, times: Fraction = Fraction(1)) -> Linear:
        found = dict(self.terms)
        for name, c in other.terms:
            found[name] = found.get(name, Fraction(0)) + times * c
        terms = sorted(((n, c) for n, c in found.items() if c), key=lambda pair: pair[0].name)
        return Linear(self.constant + times * other.constant, tuple(terms))

    def scaled(self, by: Fraction) -> Linear:
        return Linear(Fraction(0)).plus(self, by)

    @property
    def term(self) -> Term:
        """As a term: what is added first."""
        parts: list[Term] = [_multiple(c, name) for name, c in sorted(self.terms, key=lambda pair: pair[1] < 0)]
        if self.constant or not parts:
            parts.append(Number(self.constant))
        return fold(Plus, parts, 0)

    @property
    def order(self) -> Relation:
        """As an order between what is added and what is taken away."""
        more = Linear(max(self.constant, Fraction(0)), tuple((n, c) for n, c in self.terms if c > 0))
        return Relation(more.plus(self, Fraction(-1)).term, "<", more.term)


def _multiple(c: Fraction, name: Var) -> Term:
    if c == 1:
        return name
    return Neg(_multiple(-c, name)) if c < 0 else Number(c) * name


def linear(t: Term) -> Linear | None:
    """A term as a linear form in its names; None for other terms."""
    match t:
        case Number(value):
            return Linear(Fraction(value))
        case Var() if is_scalar(t):
            return Linear(Fraction(0), ((t, Fraction(1)),))
        case Neg(inner):
            found = linear(inner)
            return None if found is None else found.scaled(Fraction(-1))
        case Plus(args) | Times(args):
            forms = [linear(each) for each in args]
            known = [form for form in forms if form is not None]
            if len(known) < len(forms):
                return None
            return _sum(known) if isinstance(t, Plus) else _product(known)
        case Quotient(num, den):
            above, below = linear(num), linear(den)
            if above is None or below is None or below.terms or not below.constant:
                return None
            return above.scaled(1 / below.constant)
        case Power(base, Number(n)) if n.denominator == 1 and n >= 0:
            value = linear(base)
            return None if value is None or value.terms else Linear(value.constant ** int(n))
    return None


def _sum(forms: list[Linear]) -> Linear:
    found = Linear(Fraction(0))
    for each in forms:
        found = found.plus(each)
    return found


def _product(forms: list[Linear]) -> Linear | None:
    found = Linear(Fraction(1))
    for each in forms:
        if found.terms and each.terms:
            return None
        found = each.scaled(found.constant) if not found.terms else found.scaled(each.constant)
    return found


def constant(t: Term) -> Fraction | None:
    """The value of a term in which only numbers occur, by exact arithmetic; None for others."""
    found = linear(t)
    return None if found is None or found.terms else found.constant


def difference(relation: Relation) -> Linear | None:
    """What is left of the sides of a relation when the right is taken from the left; None where that is not linear."""
    if not (isinstance(relation.left, Term) and isinstance(relation.right, Term)):
        return None
    left, right = linear(relation.left), linear(relation.right)
    return None if left is None or right is None else left.plus(right, Fraction(-1))


def inequality(relation: Node) -> Linear | None:
    """An order between linear forms as what is positive; None for any other statement, and where an end is infinite."""
    if not isinstance(relation, Relation) or relation.symbol not in _ORDERS:
        return None
    found = difference(relation)
    return None if found is None else found.scaled(Fraction(-_ORDERS[relation.symbol]))


def bound_of_one(relation: Relation) -> tuple[Var, str, Number] | None:
    """The number that an order bounds, the sign and the bound, x >= 1/2 of 2 x >= 1; None where it is not linear in one
    number alone."""
    if relation.symbol not in _ORDERS or len(relation.free) != 1:
        return None
    if (form := difference(relation)) is None or not form.terms:
        return None
    ((x, slope),) = form.terms
    return x, relation.symbol if slope > 0 else FLIPPED[relation.symbol], Number(-form.constant / slope)


def values_of_one(equation: Relation) -> Iterator[tuple[Var, Linear]]:
    """Each number that an equation between linear forms is about, as the form in the others that it is."""
    form = difference(equation) if equation.symbol == "=" else None
    if form is not None:
        for x, slope in form.terms:
            yield x, form.plus(Linear(Fraction(0), ((x, slope),)), Fraction(-1)).scaled(-1 / slope)


__all__ = ["Linear", "bound_of_one", "constant", "difference", "inequality", "linear", "values_of_one"]
