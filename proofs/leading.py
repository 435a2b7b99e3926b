"""Leading terms: what polynomials, quotients and exponentials of them tend to far out; powers of a variable."""

from __future__ import annotations

from .language import (
    Apply,
    Constant,
    Elementary,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Term,
    Times,
    Var,
    exp,
    fold,
    oo,
    pi,
)
from .language.facts import Facts
from .views import coefficients, negated, over, times

ZERO, ONE, MINUS = Number(0), Number(1), Neg(oo)
FAR: dict[str, tuple[Term, Term]] = {  # at -oo and at oo
    "exp": (ZERO, oo),
    "sigmoid": (ZERO, ONE),
    "softplus": (ZERO, oo),
    "tanh": (Number(-1), ONE),
    "arctan": (Neg(pi / 2), pi / 2),
    "erf": (Number(-1), ONE),
    "erfc": (Number(2), ZERO),
    "abs": (oo, oo),
    "cosh": (oo, oo),
    "sinh": (MINUS, oo),
}


def sign_of(t: Term, facts: Facts) -> int:
    """1 or -1 for a limit that is known to be positive or negative, 0 where that is not known."""
    return 1 if t is oo or facts.positive(t) else -1 if t is MINUS or facts.negative(t) else 0


def infinite(sign: int) -> Term | None:
    """The infinity with that sign."""
    return oo if sign > 0 else MINUS if sign < 0 else None


def far_end(name: str, end: Term) -> Term | None:
    """What an elementary function tends to at one end of the line."""
    if name in FAR:
        return FAR[name][end is oo]
    return oo if name in ("log", "sqrt") and end is oo else None


def far_out(t: Term, x: Var, to: Term, facts: Facts) -> Term | None:
    """The limit of a term as x tends to oo or -oo, where it is read off leading terms."""
    if isinstance(t, Quotient) and (found := ratio_of_polynomials(t, x, to, facts)) is not None:
        return found
    lead = leading(t, x, facts)
    if lead is not None and lead[1]:
        return infinite(sign_of(lead[0], facts) * _parity(lead[1], to))
    return outgrown(t, x, to, facts)


def leading(t: Term, x: Var, facts: Facts) -> tuple[Term, int] | None:
    """Coefficient and degree of the leading term of a polynomial; the coefficient is not 0."""
    found = coefficients(t, x)
    while found and found[-1] is ZERO:
        found.pop()
    if not found or not all(map(facts.finite_number, found)) or not facts.nonzero(found[-1]):
        return None
    return found[-1], len(found) - 1


def _parity(degree: int, to: Term) -> int:
    return 1 if to is oo or degree % 2 == 0 else -1


def ratio_of_polynomials(t: Quotient, x: Var, to: Term, facts: Facts) -> Term | None:
    """The limit of a quotient of two polynomials."""
    above, below = leading(t.num, x, facts), leading(t.den, x, facts)
    if above is None or below is None or not below[1]:
        return None
    (c, n), (d, m) = above, below
    if n <= m:
        return over(c, d) if n == m else ZERO
    return infinite(sign_of(c, facts) * sign_of(d, facts) * _parity(n - m, to))


def outgrown(t: Term, x: Var, to: Term, facts: Facts) -> Term | None:
    """0 for a polynomial times e^Q with a polynomial Q that tends to -oo, an infinity where it tends to oo."""
    exponents: list[Term] = []
    others: list[Term] = []
    _gather(t, False, exponents, others)
    rest = times(*others)
    lead, factor = leading(fold(Plus, exponents, 0), x, facts), coefficients(rest, x)
    if lead is None or not lead[1] or factor is None or not all(map(facts.finite_number, factor)):
        return None
    grows = sign_of(lead[0], facts) * _parity(lead[1], to)
    if grows < 0:
        return ZERO
    first = leading(rest, x, facts)
    return None if first is None else infinite(grows * sign_of(first[0], facts) * _parity(first[1], to))


def _gather(t: Term, below: bool, exponents: list[Term], others: list[Term]) -> None:
    """What stands in exponents, and the other factors; of a denominator the exponents change their sign."""
    match t:
        case Neg(a):
            others.append(Number(-1))
            _gather(a, below, exponents, others)
        case Times(args):
            for a in args:
                _gather(a, below, exponents, others)
        case Quotient(num, den):
            _gather(num, below, exponents, others)
            _gather(den, not below, exponents, others)
        case Apply(Elementary("exp"), (a,)) | Power(Constant("e"), a):
            exponents.append(negated(a) if below else a)
        case _ if below:
            others.append(over(ONE, t))
        case _:
            others.append(t)


def without_common_powers(num: Term, den: Term, x: Var, near: Facts) -> Term | None:
    """A quotient without the powers of the variable that numerator and denominator have in common."""
    (n, above), (m, below) = power_apart(num, x), power_apart(den, x)
    if num is den:
        return ONE
    if not n or not m or not near.nonzero(x):
        return None
    if n >= m:
        return over(times(x ** Number(n - m), above) if n > m else above, below)
    return over(above, times(x ** Number(m - n), below))


def power_apart(t: Term, x: Var) -> tuple[int, Term]:
    """n and r with t = x^n r, where x stands as a factor."""
    match t:
        case Var() if t is x:
            return 1, ONE
        case Power(base, Number(n)) if base is x and n.denominator == 1:
            return int(n), ONE
        case Neg(a):
            n, rest = power_apart(a, x)
            return n, negated(rest)
        case Times(args):
            parts = [power_apart(a, x) for a in args]
            return sum(n for n, _ in parts), times(*(rest for _, rest in parts))
        case Quotient(num, den):
            (n, above), (m, below) = power_apart(num, x), power_apart(den, x)
            return n - m, over(above, below)
    return 0, t


def reciprocal(t: Term) -> Term | None:
    """1/t, where it is as simple as t."""
    match t:
        case Apply(Elementary("exp"), (a,)):
            return exp(negated(a))
        case Quotient(num, den):
            return over(den, num)
        case Power(base, Number(n)):
            return base ** Number(-n)
        case Var():
            return over(ONE, t)
    return None
