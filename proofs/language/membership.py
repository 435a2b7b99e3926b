"""Whether the value of a term provably lies in a space."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .binding import alpha_equal
from .matrices import Coord, Glue, Tuple, factor_of, space_of
from .spaces import Cartesian, Integers, Interval, PositiveReals, Product, Range, Reals, Slot, Space, Without
from .terms import Constant, Neg, Number, Plus, Term, Var

if TYPE_CHECKING:
    from .facts import Facts


def within(t: Term, space: Space, facts: Facts) -> bool:
    """Whether the value of ``t`` provably lies in the space."""
    if isinstance(t, Var) and alpha_equal(t.space, space):
        return True
    if isinstance(t, Coord) and (home := factor_of(t)) is not None and alpha_equal(home, space):
        return True
    match space:
        case Cartesian(factors) if isinstance(t, Tuple):
            return len(t.entries) == len(factors) and all(
                within(e, f, facts) for e, f in zip(t.entries, factors, strict=True)
            )
        case Product(name, Range(Number(low), Number(high))) if isinstance(t, Tuple):
            slots = [Slot(name, Number(k)) for k in range(1, len(t.entries) + 1)]
            return (
                low == 1
                and high == len(slots)
                and all(within(e, s, facts) for e, s in zip(t.entries, slots, strict=True))
            )
        case Without(outer, index):
            return within(t, outer, facts) and facts.differ(t, index)
        case Range(low, high):
            if isinstance(t, Var) and isinstance(t.space, Without) and within(Var(t.name, t.space.range), space, facts):
                return True
            return facts.integer(t) and between(low, t, high, facts)
        case Integers():
            return facts.integer(t)
        case Reals():
            return _is_real(t) and facts.finite_number(t)
        case PositiveReals():
            return _is_real(t) and facts.positive(t) and facts.finite_number(t)
        case Interval(low, high):
            return _is_real(t) and between(low, t, high, facts) and facts.finite_number(t)
    found = space_of(t)
    return found is not None and alpha_equal(found, space)


def between(low: Term, t: Term, high: Term, facts: Facts) -> bool:
    """Whether a term provably lies between two ends, either of which may be infinite."""
    return (is_infinite(low) or facts.nonnegative(Plus((t, Neg(low))))) and (
        is_infinite(high) or facts.nonnegative(Plus((high, Neg(t))))
    )


def is_endless(space: Space) -> bool:
    """Whether a range of integers goes on without end: a sum over it is a series."""
    match space:
        case Range(low, high):
            return is_infinite(low) or is_infinite(high)
        case Without(outer, _):
            return is_endless(outer)
    return False


def is_infinite(t: Term) -> bool:
    """Whether a term is an infinite end; an integer of a range without end is none."""
    if isinstance(t, Constant):
        return t.name == "oo"
    return not isinstance(t, Var) and any(is_infinite(part) for part in t.children() if isinstance(part, Term))


def _is_real(t: Term) -> bool:
    """Whether the term's value is a real number, and not a point of some other space."""
    if isinstance(t, Var):
        return isinstance(t.space, Reals | PositiveReals | Interval | Integers | Range | Without)
    return not isinstance(t, Glue) and space_of(t) is None
