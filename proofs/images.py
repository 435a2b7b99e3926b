"""Laws as those of images: of location and scale, the law of a standard variable that is scaled and shifted."""

from __future__ import annotations

from functools import reduce

from .language import (
    Cauchy,
    Expectation,
    Exponential,
    Family,
    Gumbel,
    Identity,
    Lambda,
    Laplace,
    Law,
    Logistic,
    MatMul,
    MultivariateNormal,
    Neg,
    Normal,
    Number,
    Plus,
    Pushforward,
    Quotient,
    StudentT,
    Term,
    Times,
    Transpose,
    Uniform,
    Var,
    Vectors,
    fold,
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


def linear_part(t: Term, x: Var) -> Term | None:
    """The matrix A with t = A x + b, b free of the vector x; None where ``t`` is not seen to be so made of x."""
    match t:
        case Var(_, Vectors(dimension)) if t is x:
            return Identity(dimension)
        case Neg(arg):
            inner = linear_part(arg, x)
            return None if inner is None else Neg(inner)
        case Plus(args):
            parts = [linear_part(a, x) for a in args if x in a.free]
            found = [part for part in parts if part is not None]
            return fold(Plus, found, 0) if found and len(found) == len(parts) else None
        case MatMul((*matrices, last)) | Times((*matrices, last)) if not any(x in a.free for a in matrices):
            inner = linear_part(last, x)
            return None if inner is None else reduce(_product, (*matrices, inner))
        case Quotient(num, den) if x not in den.free:
            inner = linear_part(num, x)
            return None if inner is None else Quotient(inner, den)
    return None


def _product(a: Term, b: Term) -> Term:
    """The product of two matrices, or of a number and a matrix; that with the identity is not written."""
    if is_scalar(a) or is_scalar(b):
        return Times((a, b))
    return a if isinstance(b, Identity) else b if isinstance(a, Identity) else MatMul((a, b))


def spread(a: Term, covariance: Term) -> Term:
    """The covariance A S A' of the image of a vector with covariance S."""
    return covariance if isinstance(a, Identity) else MatMul((a, covariance, Transpose(a)))


def image_of_gaussian(law: Law, facts: Facts) -> MultivariateNormal | None:
    """The Gaussian law that is that of f(X), X being Gaussian and f affine and invertible."""
    match law:
        case Pushforward(Lambda(body, x), MultivariateNormal(mean, covariance, _)):
            a = linear_part(body, x)
            if a is not None and facts.invertible(a):
                return MultivariateNormal(substitute(body, {x: mean}), spread(a, covariance))
    return None


__all__ = ["image_of_gaussian", "linear_part", "spread", "standardised", "with_standard_law"]
