"""The rules that take means from moments that are given, and from those of what is independent."""

from __future__ import annotations

from proofs.language import (
    Abstract,
    Density,
    E,
    Function,
    Integers,
    Number,
    Poisson,
    ProductLaw,
    R,
    Range,
    Relation,
    Sum,
    Var,
    Vectors,
    density,
    independent,
    symbols,
)
from proofs.rules import given_moments, moments_of_independent
from tests.rules.examples import Example

a, b, c, mu, nu, sigma, tau, x = symbols("a b c mu nu sigma tau x")
p = Density("p", R)
Omega = Abstract("Omega")
w, r = Var("w", Omega), Density("r", Omega)
X, Y = Function("X", (Omega,)), Function("Y", (Omega,))
MEAN, VARIANCE = E(x, x, p).eq(mu), E((x - mu) ** 2, x, p).eq(sigma**2)
KNOWN = (density(p), MEAN, VARIANCE)


def of(variable, mean, variance):
    """What is told of a random variable."""
    value = variable(w)
    return E(value, w, r).eq(mean), E((value - mean) ** 2, w, r).eq(variance)


BOTH = (density(r), *of(X, mu, sigma**2), *of(Y, nu, tau**2))
n = Var("n", Integers())
places = Range(Number(1), n)
i, j, k = (Var(name, places) for name in "ijk")
Z = Var("Z", Vectors(n))
alike = ProductLaw(p, i)
counts = ProductLaw(Poisson(a), i)
weights = Var("q", Vectors(n))
whole = E(Sum(weights[i] * Z[i], i) ** 2, Z, alike)
weighed = (Sum(weights[i] * mu, i)) ** 2 + Sum(weights[i] ** 2 * sigma**2, i)

EXAMPLES = [
    Example(given_moments, E(a * x + b, x, p), a * mu + b, (density(p), MEAN)),
    Example(given_moments, E(a * x**2 + b * x + c, x, p), a * (mu**2 + sigma**2) + b * mu + c, KNOWN),
    Example(given_moments, E((x - c) ** 2, x, p), sigma**2 + (mu - c) ** 2, KNOWN),
    Example(given_moments, E((2 * X(w) - a) ** 2, w, r), 4 * (mu**2 + sigma**2) - 4 * a * mu + a**2, BOTH[:3]),
    Example(moments_of_independent, E(X(w) * Y(w), w, r), mu * nu, (*BOTH, independent(r, X, Y))),
    Example(moments_of_independent, E((a * X(w) - b * Y(w) + c) ** 2, w, r),
            (a * mu - b * nu + c) ** 2 + a**2 * sigma**2 + b**2 * tau**2, (*BOTH, independent(r, X, Y))),
    Example(moments_of_independent, whole, weighed, KNOWN),
    Example(moments_of_independent, E(Z[j] * Sum(Z[i], i), Z, alike), mu * Sum(mu, i) + sigma**2, KNOWN),
    Example(moments_of_independent, E(Z[j] * Z[k], Z, alike), mu**2, (*KNOWN, Relation(j, "!=", k))),
]  # fmt: skip

REFUSED = [
    # only the mean is known; the variance about another point; of another law
    Example(given_moments, E(x**2, x, p), mu**2 + sigma**2, (density(p), MEAN, E((x - nu) ** 2, x, p).eq(sigma**2))),
    Example(given_moments, E(x**2, x, p), mu**2, (density(p), MEAN)),
    Example(given_moments, E(Y(w) ** 2, w, r), mu**2 + sigma**2, BOTH[:3]),
    Example(given_moments, E(x**3, x, p), mu**3 + 3 * mu * sigma**2, KNOWN),
    # of what is no density a constant has another mean
    Example(given_moments, E(a * x + b, x, p), a * mu + b, (MEAN,)),
    Example(moments_of_independent, E(X(w) * Y(w), w, r), mu * nu, (*BOTH[1:], independent(r, X, Y))),
    # not independent; perhaps the same coordinate; a variance that may be infinite; more than two factors
    Example(moments_of_independent, E(X(w) * Y(w), w, r), mu * nu, BOTH),
    Example(moments_of_independent, E(Z[j] * Z[k], Z, alike), mu**2, KNOWN),
    Example(moments_of_independent, whole, weighed, KNOWN[:2]),
    Example(moments_of_independent, whole, weighed + sigma**2, KNOWN),
    Example(moments_of_independent, E(Sum(Z[i], i) ** 2, Z, alike), Sum(mu, i) ** 2 + sigma**2, KNOWN),
    Example(moments_of_independent, E(Sum(Z[i], i) ** 3, Z, alike), Sum(mu, i) ** 3, KNOWN),
    Example(moments_of_independent, E((X(w) + Y(w)) ** 2, w, r), E(X(w) ** 2, w, r) + E(Y(w) ** 2, w, r),
            (*BOTH, independent(r, X, Y))),
]  # fmt: skip
