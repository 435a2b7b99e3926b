"""A small table of antiderivatives, to propose to the fundamental theorem.  Not trusted: the rule differentiates."""

from __future__ import annotations

from ..language import (
    Apply,
    Elementary,
    Number,
    Plus,
    Power,
    Quotient,
    Term,
    Times,
    Var,
    cos,
    cosh,
    exp,
    fold,
    log,
    sin,
    sinh,
)
from ..language.facts import Facts
from ..views import coefficients, negated, split, summands, times, without_factor

_NOTHING = Facts()
_LONGEST = 6  # integrations by parts


def antiderivative(t: Term, x: Var) -> Term | None:
    """A function of ``x`` whose derivative is likely ``t``, or None where the table has none."""
    whole = _of_product(t, x)
    if whole is not None:
        return whole
    parts = [_of_product(s, x) for s in summands(t, _NOTHING, logs=False, powers=True)]
    known = [p for p in parts if p is not None]
    return fold(Plus, known, 0) if len(known) == len(parts) else None


def _of_product(t: Term, x: Var) -> Term | None:
    coefficient, rest = split(t, x)
    if x not in rest.free:
        return times(coefficient, rest, x)
    found = _of_factor(rest, x)
    for way in (_of_polynomial, _with_logarithm):
        found = way(rest, x) if found is None else found
    if found is None:
        found = _by_parts(rest, x, _LONGEST)
    return None if found is None else times(coefficient, found)


def _of_polynomial(t: Term, x: Var) -> Term | None:
    found = coefficients(t, x)
    return None if found is None else fold(Plus, [times(c, x ** (n + 1)) / (n + 1) for n, c in enumerate(found)], 0)


def _with_logarithm(t: Term, x: Var) -> Term | None:
    """Of a polynomial times log x: that of x^n log x is x^(n + 1) (log x - 1 / (n + 1)) / (n + 1)."""
    rest = without_factor(t, log(x))
    found = None if rest is None else coefficients(rest, x)
    if found is None:
        return None
    parts = [times(c, x ** (n + 1), log(x) - Number(1) / (n + 1)) / (n + 1) for n, c in enumerate(found)]
    return fold(Plus, parts, 0)


def _of_factor(t: Term, x: Var) -> Term | None:
    """Of one function of a + b x."""
    match t:
        case Var():
            return x**2 / 2
        case Power(base, e) if x not in e.free and (slope := _slope(base, x)) is not None:
            if e is Number(-1):
                return log(base) / slope
            up = Number(e.value + 1) if isinstance(e, Number) else e + 1
            return Power(base, up) / (up * slope)
        case Quotient(num, den) if x not in num.free:
            found = _of_factor(den**-1 if not isinstance(den, Power) else Power(den.base, negated(den.exponent)), x)
            return None if found is None else times(num, found)
        case Apply(Elementary(name), (a,)) if (slope := _slope(a, x)) is not None:
            done = {"exp": exp, "sin": lambda a: -cos(a), "cos": sin, "sinh": cosh, "cosh": sinh}.get(name)
            if name == "log":
                return (a * log(a) - a) / slope
            return None if done is None else done(a) / slope
    return None


def _slope(a: Term, x: Var) -> Term | None:
    found = coefficients(a, x, 1)
    return found[1] if found is not None and len(found) == 2 else None


def _by_parts(t: Term, x: Var, left: int) -> Term | None:
    """Of a polynomial times one function of the table: P g = P G - (antiderivative of P' G)."""
    if not isinstance(t, Times) or not left:
        return None
    for k, factor in enumerate(t.args):
        rest = times(*t.args[:k], *t.args[k + 1 :])
        found = coefficients(rest, x)
        outer = None if found is None or coefficients(factor, x) is not None else _of_factor(factor, x)
        if found is not None and outer is not None:
            slope = fold(Plus, [times(Number(n), c, x ** (n - 1)) for n, c in enumerate(found) if n], 0)
            inner = _of_sum(slope, outer, x, left)
            return None if inner is None else rest * outer - inner
    return None


def _of_sum(slope: Term, outer: Term, x: Var, left: int) -> Term | None:
    parts = []
    for s in summands(slope * outer, _NOTHING, logs=False):
        coefficient, rest = split(s, x)
        found = _of_product_or_parts(rest, x, left)
        if found is None:
            return None
        parts.append(times(coefficient, found))
    return fold(Plus, parts, 0)


def _of_product_or_parts(rest: Term, x: Var, left: int) -> Term | None:
    if x not in rest.free:
        return times(rest, x)
    found = _of_factor(rest, x)
    return _by_parts(rest, x, left - 1) if found is None else found
