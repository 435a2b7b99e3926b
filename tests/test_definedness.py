"""What a term needs to have a value: conditions read off it, and none too few; which means are known to be finite."""

import pytest

from proofs.definedness import unmet
from proofs.integrability import is_finite
from proofs.language import (
    KL,
    Z_INTEGERS,
    Abstract,
    Beta,
    Cauchy,
    Density,
    E,
    Exponential,
    Function,
    Gamma,
    H,
    Int,
    Interval,
    Laplace,
    MultivariateNormal,
    Normal,
    Number,
    Poisson,
    ProductLaw,
    R,
    Range,
    Var,
    cos,
    density,
    differentiable,
    dominated,
    exp,
    finite,
    integer,
    log,
    matrix,
    nonzero,
    positive_definite,
    softplus,
    sqrt,
    symbols,
    tanh,
    vector,
)
from proofs.language.facts import Facts
from proofs.language.spaces import R_POSITIVE

x, y, s = symbols("x y s")
f = Function("f", R_POSITIVE, R)

CONDITIONS = [
    (1 / x, (nonzero(x),)),
    (log(x), (x > 0,)),
    (KL(Normal(1 / x, 1), Normal(0, 1)), (nonzero(x),)),
    (E(y, y, Normal(1 / x, 1)), (nonzero(x),)),
    (E(y, y, Normal(x, s)), (s > 0,)),
    (H(Normal(log(x), 1)), (x > 0,)),
    (f(x), (x > 0,)),
]


@pytest.mark.parametrize("term, conditions", CONDITIONS)
def test_conditions_are_wanted_and_enough(term, conditions):
    assert unmet(term, Facts(()))
    assert not unmet(term, Facts(conditions))


def test_a_function_has_no_value_outside_its_domain():
    assert unmet(f(Number(-1)), Facts((differentiable(f),)))
    assert not unmet(f(Number(1)), Facts(()))


t = Var("t", R_POSITIVE)
w = Var("w", Interval(Number(0), Number(1)))
n = Var("n", Z_INTEGERS)
d = integer("d")
v, mu = vector("v", d), vector("mu", d)
Sigma = matrix("Sigma", d)
k = Var("k", Range(Number(1), d))
u = Var("u", Abstract("X"))
p, q = Density("p", u.space), Density("q", u.space)
normal, gamma, beta = Normal(0, 1), Gamma(2, 3), Beta(2, 3)
multivariate = MultivariateNormal(mu, Sigma)
HYPOTHESES = (density(p), density(q), dominated(q, p), positive_definite(Sigma), finite(E(log(q(u)), u, q)))

FINITE = [
    E(x**4 - 3 * x, x, normal),
    E(abs(x) * softplus(2 * x), x, normal),
    E(x * cos(x) + tanh(x) / 2, x, Laplace(0, 1)),
    E(log(normal(x)), x, Laplace(0, 1)),
    E(log(Laplace(0, 1)(x)), x, normal),
    E(t * log(t), t, gamma),
    E(log(gamma(t)), t, Exponential(1)),
    E(log(w) * log(1 - w), w, beta),
    E(log(beta(w)), w, Beta(1, 1)),
    E(n**2, n, Poisson(3)),
    E(log(multivariate(v)), v, multivariate),
    E(v[k] ** 2, v, ProductLaw(Normal(mu[k], 1), k)),
    E(p(u) / q(u), u, q),
    E(sqrt(p(u) / q(u)), u, q),
    E(2 * log(q(u)) + 1, u, q),
    Int(p(u) / 2, u),
    Int(2 * normal(x) * x**2 - normal(x), x),
]

NOT_KNOWN = [
    E(1 / x, x, normal),
    E(x ** Number(-2), x, normal),
    E(sqrt(abs(x)), x, Cauchy(0, 1)),
    E(t ** Number(-2), t, gamma),
    E(1 / t, t, Exponential(1)),
    E(exp(x**2), x, normal),
    E(exp(x), x, Laplace(0, 1)),
    E(x, x, Cauchy(0, 1)),
    E(log(x), x, normal),
    E(log(1 - t), t, gamma),
    E(log(t - 1), t, gamma),
    E(log(w - 1), w, beta),
    E(log(gamma(x)), x, normal),
    E(log(normal(x)), x, Cauchy(0, 1)),
    E(log(multivariate(v)), v, ProductLaw(Cauchy(0, 1), k)),
    E(v[k] ** 2, v, ProductLaw(Cauchy(0, 1), k)),
    E(q(u) / p(u), u, q),
    E((p(u) / q(u)) ** 2, u, q),
    E(log(p(u)), u, q),
    KL(q, p),
    Int(exp(x), x),
    Int(normal(x) * exp(x**2), x),
]


@pytest.mark.parametrize("mean", FINITE, ids=repr)
def test_a_mean_is_known_to_be_finite(mean):
    assert is_finite(mean, Facts(HYPOTHESES))


@pytest.mark.parametrize("mean", NOT_KNOWN, ids=repr)
def test_a_mean_that_may_be_infinite_is_not_called_finite(mean):
    assert not is_finite(mean, Facts(HYPOTHESES))


def test_a_mean_that_may_be_infinite_exists_where_one_side_is_bounded():
    facts = Facts((density(p), density(q), dominated(q, p), nonzero(x)))
    assert not unmet(E(log(p(u) / q(u)), u, q), facts)
    assert not unmet(E(3 + log(p(u) / q(u)) / 2, u, q), facts)
    assert not unmet(E((p(u) / q(u)) ** 2, u, q), facts)
    assert not unmet(-E((p(u) / q(u)) ** 2, u, q), facts)
    assert unmet(E(log(p(u)), u, q), facts)
    assert unmet(E(y, y, Cauchy(0, 1)), facts)
    assert unmet(E(log(p(u) / q(u)) - (p(u) / q(u)) ** 2, u, q) + E((p(u) / q(u)) ** 2, u, q), facts)
