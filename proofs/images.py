"""Laws as those of images: of location and scale, the law of a standard variable that is scaled and shifted."""

from __future__ import annotations

from .language import (
    Cauchy,
    Expectation,
    Exponential,
    Family,
    Gumbel,
    Lambda,
    Laplace,
    Law,
    Logistic,
    Normal,
    Number,
    Pushforward,
    StudentT,
    Term,
    Uniform,
    Var,
    fresh_beside,
    is_scalar,
    substitute,
)
from .language.facts import Facts
from .views import coefficients, pulled_back


def standardised(law: Law, u: Var, facts: Facts) -> tuple[Term, Law] | None:
    """The law as that of an increasing image of a variable ``u`` whose law has no parameters of its own."""
    match law:
        case Normal(m, s, _) | Laplace(m, s, _) | Logistic(m, s, _) | Gumbel(m, s, _) | Cauchy(m, s, _):
            return m + s * u, type(law)(0, 1)
        case StudentT(k, m, s, _):
            return m + s * u, StudentT(k, 0, 1)
        case Uniform(a, b, _):
            return a + (b - a) * u, Uniform(0, 1)
        case Exponential(rate, _):
            return u / rate, Exponential(1)
        case Pushforward(Lambda(body, var), Family() as base):
            parts = coefficients(body, var, 1) if is_scalar(body) else None
            if parts is not None and facts.nonnegative(parts[-1] if len(parts) == 2 else Number(0)):
                return substitute(body, {var: u}), base
    return None


def with_standard_law(t: Expectation, facts: Facts) -> Expectation | None:
    """The mean under a law of location and scale, or under that of an image, as one under the law that is mapped."""
    if isinstance(t.law, Pushforward):
        return pulled_back(t)
    u = fresh_beside(Var("u"), t)
    found = standardised(t.law, u, facts)
    return (
        None if found is None else pulled_back(Expectation(t.body, t.var, Pushforward(Lambda(found[0], u), found[1])))
    )


__all__ = ["standardised", "with_standard_law"]
