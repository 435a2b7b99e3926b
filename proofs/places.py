"""Places: where in a term a rule may act, how an inequality comes through from there, and what may stand for a name.

The kernel relies on this file as on itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
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
    return 0


def _through(outer: int, inner: int) -> int:
    """The polarity of a position inside a position."""
    return min(abs(outer), abs(inner)) * (1 if outer * inner > 0 else -1 if outer * inner < 0 else 0)


Rebuild = Callable[[Term], Term]


def _places(t: Term, facts: Facts) -> Iterator[tuple[Term, Facts, Rebuild]]:
    """The positions right below ``t`` at which a term may be replaced: the child, the facts there, how to rebuild."""
    if isinstance(t, FunctionalDerivative):
        return  # its functional is varied over functions for which the hypotheses on the density fail
    for at, value in enumerate(t.fields):
        if isinstance(t, Binder) and at == 1:
            continue
        before, after = t.fields[:at], t.fields[at + 1 :]
        if isinstance(value, Term):
            inner = facts.under(t) if isinstance(t, Binder) and at == 0 else facts
            yield value, inner, lambda new, b=before, a=after: type(t)(*b, new, *a)  # type: ignore[misc]
        elif isinstance(value, tuple):
            for k, part in enumerate(value):
                if isinstance(part, Term):
                    left, right = value[:k], value[k + 1 :]
                    yield (
                        part,
                        facts,
                        lambda new, b=before, a=after, l=left, r=right: type(t)(*b, (*l, new, *r), *a),  # type: ignore[misc]
                    )


Local = Callable[[Term, Facts], Iterator[Term]]


def somewhere(t: Term, local: Local, ordered: bool, facts: Facts, polarity: int = STRICT) -> Iterator[tuple[Term, int]]:
    """Each way to rewrite one position, with the polarity there; an inequality only where that is known."""
    if polarity:
        for new in local(t, facts):
            yield new, polarity
    for child, inner, rebuild in _places(t, facts):
        sign = _through(polarity, _polarity(t, child, facts)) if ordered else STRICT
        for new, found in somewhere(child, local, ordered, inner, sign):
            yield rebuild(new), found


def everywhere(t: Term, local: Local, facts: Facts) -> Term:
    """Rewrite every position once, outermost first; for equalities."""
    for new in local(t, facts):
        if new is not t:
            return new
    for place in range(len(list(_places(t, facts)))):
        child, inner, rebuild = list(_places(t, facts))[place]
        t = rebuild(everywhere(child, local, inner))
    return t


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
