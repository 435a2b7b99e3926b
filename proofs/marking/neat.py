"""Terms as one would write them down: numbers added and multiplied, fractions shortened."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import lru_cache
from typing import Any

from ..language import Neg, Number, Plus, Power, Quotient, Term, Times, Var, fold, is_scalar
from ..views import over, tidied, times
from .sums_and_products import ONE, plain

_POWER = 6  # of a number that is reckoned up


def neat(t: Term) -> Term:
    """The term as one would write it down: without what is superfluous, with its numbers added and multiplied."""
    return _shortened(_neat(tidied(t)))


@lru_cache(maxsize=20_000)
def _neat(t: Any) -> Any:
    """n / t for n (1 / t), x^2 for x x, numbers multiplied and added."""
    done = t.map_children(_neat)
    if isinstance(done, Plus) and is_scalar(done):
        return _added(done)
    match done:
        case Power(base, Number(value)) if value in (0, 1) and is_scalar(base):
            return base if value else ONE
        case Power(Number(base), Number(n)) if n.denominator == 1 and abs(n) <= _POWER and (base or n > 0):
            return Number(base ** int(n))
        case Quotient(Number(above), Number(below)) if below:
            return Number(above / below)
        case Times() if is_scalar(done):
            return _multiplied(done)
    return done


def _multiplied(t: Times) -> Term:
    """A product with one number before the rest."""
    number, powers, below = Fraction(1), Counter[Term](), list[Term]()
    for factor in t.args:
        match factor:
            case Number(value):
                number *= value
            case Quotient(num, den):
                powers[num] += num is not ONE
                below.append(den)
            case _:
                powers[factor] += 1
    above = [factor if n == 1 else factor**n for factor, n in powers.items() if n]
    return over(times(*([Number(number)] if number != 1 else []), *above), times(*below))


def _added(t: Plus) -> Term:
    """A sum with one number, behind the rest."""
    terms = [each for arg in t.args for each in (arg.args if isinstance(arg, Plus) else (arg,))]
    numbers = [value for each in terms if (value := plain(each)) is not None]
    if len(numbers) < 2:
        return t if len(terms) == len(t.args) else Plus(tuple(terms))
    rest = [each for each in terms if plain(each) is None]
    total = sum(numbers, Fraction(0))
    number = [Neg(Number(-total)) if total < 0 else Number(total)] if total or not rest else []
    return fold(Plus, [*rest, *number], 0)


def _shortened(t: Any) -> Any:
    """The term with powers of one name beneath a line and above it made one: x^2 for x^3 / x.

    It is only proposed: whether x is zero somewhere is looked at where it is judged.
    """
    done = t.map_children(_shortened)
    if isinstance(done, Quotient):
        powers: dict[Term, Fraction] = {}
        for side, sign in ((done.num, 1), (done.den, -1)):
            for factor in side.args if isinstance(side, Times) else (side,):
                match factor:
                    case Power(Var() as base, Number(n)) if n.denominator == 1:
                        powers[base] = powers.get(base, Fraction(0)) + sign * n
                    case _:
                        powers[factor] = powers.get(factor, Fraction(0)) + sign
        if len(powers) < sum(len(s.args) if isinstance(s, Times) else 1 for s in (done.num, done.den)):
            above = [f if n == 1 else f ** int(n) for f, n in powers.items() if n > 0]
            below = [f if n == -1 else f ** int(-n) for f, n in powers.items() if n < 0]
            return over(times(*above), times(*below))
    return done


__all__ = ["neat"]
