"""Integrands taken apart: a constant, a polynomial, powers of x and of 1 - x, and an exponential."""

from __future__ import annotations

from dataclasses import dataclass, field

from ..language import (
    Apply,
    Elementary,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Term,
    Times,
    Var,
    fold,
    half,
)
from ..language.facts import Facts
from ..views import coefficients, negated, split, summands, times

ZERO, ONE = Number(0), Number(1)


@dataclass
class Integrand:
    """coefficient * polynomial * x^power * (1 - x)^other * exp(exponent), for the variable x of an integral."""

    x: Var
    coefficient: Term = ONE
    polynomial: Term = ONE
    power: list[Term] = field(default_factory=list)
    other: list[Term] = field(default_factory=list)
    exponent: list[Term] = field(default_factory=list)

    @property
    def polynomial_coefficients(self) -> list[Term]:
        found = coefficients(self.polynomial, self.x)
        return [self.polynomial] if found is None else found

    def exponents(self, highest: int) -> list[Term] | None:
        """The coefficients of the exponent as a polynomial of the given degree at most, filled up with zeros."""
        found = coefficients(fold(Plus, self.exponent, 0), self.x, highest)
        return None if found is None else found + [ZERO] * (highest + 1 - len(found))


def taken_apart(t: Term, x: Var, facts: Facts) -> Integrand | None:
    """The integrand in its parts, or None where it has others.  ``facts`` are those inside the integral."""
    found = Integrand(x)
    if not _collect(t, found, ONE, facts) or coefficients(found.polynomial, x) is None:
        return None
    return found


def _collect(t: Term, into: Integrand, sign: Term, facts: Facts) -> bool:
    """Multiply ``t`` to the power ``sign`` (a term free of x) into what was found; False where that does not go."""
    x = into.x
    if x not in t.free:
        into.coefficient = times(into.coefficient, t if sign is ONE else Power(t, sign))
        return sign is ONE or facts.positive(t) or (isinstance(sign, Number) and sign.value.denominator == 1)
    match t:
        case Times(args):
            return (_whole(sign) or all(map(facts.nonnegative, args))) and all(
                _collect(a, into, sign, facts) for a in args
            )
        case Neg(a) if sign is ONE:
            into.coefficient = negated(into.coefficient)
            return _collect(a, into, sign, facts)
        case Quotient(num, den) if _whole(sign) or (facts.nonnegative(num) and facts.positive(den)):
            return _collect(num, into, sign, facts) and _collect(den, into, _multiplied(sign, Number(-1)), facts)
        case Apply(Elementary("exp"), (a,)):
            return all(_exponential(s, into, sign) for s in summands(a, facts, logs=False))
        case Apply(Elementary("sqrt"), (a,)) if facts.nonnegative(a):
            return _collect(a, into, _multiplied(sign, half), facts)
        case Power(base, e) if x not in e.free and (_whole(sign) or facts.nonnegative(base)):
            if sign is ONE and _whole(e) and coefficients(t, x) is not None and base not in (x, 1 - x):
                into.polynomial = times(into.polynomial, t)
                return True
            return _collect(base, into, _multiplied(sign, e), facts)
    if t is x:
        into.power.append(sign)
    elif t is 1 - x:
        into.other.append(sign)
    elif sign is ONE:
        into.polynomial = times(into.polynomial, t)
    else:
        return False
    return True


def _multiplied(a: Term, b: Term) -> Term:
    return Number(a.value * b.value) if isinstance(a, Number) and isinstance(b, Number) else times(a, b)


def _whole(e: Term) -> bool:
    return isinstance(e, Number) and e.value.denominator == 1


def _exponential(part: Term, into: Integrand, sign: Term) -> bool:
    """A summand of an exponent: c log x and c log(1 - x) are powers."""
    x = into.x
    coefficient, rest = split(part, x)
    match rest:
        case Apply(Elementary("log"), (a,)) if a is x:
            into.power.append(times(sign, coefficient))
        case Apply(Elementary("log"), (a,)) if a is 1 - x:
            into.other.append(times(sign, coefficient))
        case _:
            into.exponent.append(times(sign, part))
    return True
