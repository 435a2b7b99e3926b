"""Places: where in a term a rule may act, how an inequality comes through from there, and what may stand for a name.

The kernel relies on this file as on itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from .algebra import equal
from .definedness import unmet
from .integrability import is_finite
from .language import (
    Abstract,
    Apply,
    Binder,
    Cartesian,
    Density,
    Discrete,
    Elementary,
    Expectation,
    Function,
    FunctionalDerivative,
    Int,
    Interval,
    Lambda,
    Law,
    Name,
    Neg,
    Node,
    Number,
    Plus,
    PositiveReals,
    Product,
    Quotient,
    Range,
    Reals,
    Simplex,
    Slot,
    Space,
    Sum,
    Sup,
    Term,
    Times,
    Var,
    Vectors,
    alpha_equal,
    shaped,
    space_of,
    substitute,
    support,
)
from .language.facts import Facts

_WITH_MEASURE = Abstract | Slot | Reals | PositiveReals | Interval | Vectors | Simplex | Product | Cartesian
_INCREASING = {"exp", "log", "sqrt", "tanh", "arctan", "arcsin", "erf", "softplus", "sigmoid", "sinh"}
STRICT, WEAK = 2, 1  # how an inequality at a position comes through; with a minus sign where it is turned round


def _polarity(parent: Term, child: Node, facts: Facts) -> int:
    """How the parent grows with the child: strictly or weakly, up or (negative) down; 0 where that is not known."""
    match parent:
        case Plus(args):
            others = list(args)
            others.remove(child)
            return STRICT if all(is_finite(a, facts) for a in others) else WEAK
        case Neg():
            return -STRICT
        case Times(args):
            others = list(args)
            others.remove(child)
            factor = Times((Number(1), *others))
            if child in others or not (facts.nonnegative(factor) or facts.nonnegative(Neg(factor))):
                return 0
            return (STRICT if facts.nonzero(factor) else WEAK) * (1 if facts.nonnegative(factor) else -1)
        case Quotient(num, den):
            if child is num and child is not den:
                return STRICT if facts.positive(den) else -STRICT if facts.positive(Neg(den)) else 0
            return 0
        case Int() | Sum() | Expectation() | Sup():
            return WEAK if child is parent.body else 0
        case Apply(Elementary(name), _):
            return STRICT if name in _INCREASING else WEAK if name == "floor" else 0
        case Apply(Function(_, (Reals(),)) as f, _):
            return _rise(f, facts)
    return 0


def _rise(f: Function, facts: Facts) -> int:
    """How a function on the line that is said to be monotone grows."""
    for shape, sign in (("increasing", 1), ("decreasing", -1)):
        if facts.proves(shaped(shape, f)):
            return sign * (STRICT if facts.states(shaped(shape, f, strictly=True)) else WEAK)
    return 0


def _through(outer: int, inner: int) -> int:
    """The polarity of a position inside a position."""
    return min(abs(outer), abs(inner)) * (1 if outer * inner > 0 else -1 if outer * inner < 0 else 0)


@dataclass(frozen=True, slots=True)
class _Place:
    """A position right below a term: the child there, in which field and, if that is a tuple, in which part of it."""

    child: Term
    field: int
    part: int | None = None

    def put(self, t: Term, new: Term) -> Term:
        """``t``, or what it has become by changes at other places, with another term here."""
        at, k = self.field, self.part
        value = new if k is None else (*t.fields[at][:k], new, *t.fields[at][k + 1 :])
        return type(t)(*t.fields[:at], value, *t.fields[at + 1 :])


@lru_cache(maxsize=50_000)
def _places(t: Term) -> tuple[_Place, ...]:
    """The positions right below ``t`` at which a term may be replaced; many rules ask for them."""
    if isinstance(t, FunctionalDerivative):
        return ()  # its functional is varied over functions for which the hypotheses on the density fail
    found = []
    for at, value in enumerate(t.fields):
        if isinstance(t, Binder) and at == 1:
            continue
        if isinstance(value, Term):
            found.append(_Place(value, at))
        elif isinstance(value, tuple):
            found += [_Place(part, at, k) for k, part in enumerate(value) if isinstance(part, Term)]
    return tuple(found)


def _there(t: Term, place: _Place, facts: Facts) -> Facts:
    """The facts that hold at a place below ``t``."""
    return facts.under(t) if isinstance(t, Binder) and (place.field, place.part) == (0, None) else facts


Local = Callable[[Term, Facts], Iterator[Term]]


def somewhere(t: Term, local: Local, ordered: bool, facts: Facts, polarity: int = STRICT) -> Iterator[tuple[Term, int]]:
    """Each way to rewrite one position, with the polarity there; an inequality only where that is known."""
    if polarity:
        for new in local(t, facts):
            yield new, polarity
    for place in _places(t):
        sign = _through(polarity, _polarity(t, place.child, facts)) if ordered else STRICT
        for new, found in somewhere(place.child, local, ordered, _there(t, place, facts), sign):
            yield place.put(t, new), found


def everywhere(t: Term, local: Local, facts: Facts) -> Term:
    """Rewrite every position once, outermost first; for equalities.  The term itself where there is none to rewrite."""
    for new in local(t, facts):
        if new is not t:
            return new
    changed = t
    for place in _places(t):
        new = everywhere(place.child, local, _there(t, place, facts))
        if new is not place.child:
            changed = place.put(changed, new)
    return changed


def outside(mapping: Mapping[Name, Any], facts: Facts) -> list[str]:
    """The names for which something is put that is not proved to be of their kind and in their space."""

    def fits(name: Name, value: Any) -> bool:
        match name:
            case Discrete():
                return isinstance(value, Discrete)
            case Abstract():
                return isinstance(value, _WITH_MEASURE) or _is_finite_range(value)
            case Var(_, space) if isinstance(value, Term):
                return facts.within(value, substitute(space, mapping)) and not unmet(value, facts)
            case Density(_, space):
                return isinstance(value, Law) and alpha_equal(support(value), substitute(space, mapping))
            case Function(_, (domain,), codomain) if isinstance(value, Lambda):
                inside = facts.under(value)
                return (
                    value.var.space is substitute(domain, mapping)
                    and _is_value(value.body, substitute(codomain, mapping), inside)
                    and not unmet(value.body, inside)
                )
        return False

    return [name.name for name, value in mapping.items() if name is not value and not fits(name, value)]


def _is_finite_range(space: Any) -> bool:
    """Whether the space is a range between two given integers, with counting measure."""
    match space:
        case Range(Number(low), Number(high)):
            return low.denominator == high.denominator == 1 and low <= high
    return False


def _is_value(body: Term, codomain: Space, facts: Facts) -> bool:
    """Whether a function with this body has finite values in the codomain."""
    if isinstance(codomain, Vectors):
        space = space_of(body)
        return isinstance(space, Vectors) and equal(space.dimension, codomain.dimension, facts)
    return facts.within(body, codomain)
