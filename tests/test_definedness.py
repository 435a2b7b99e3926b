"""What a term needs to have a value: conditions read off it, and none too few; which means are known to be finite."""

import pytest

from proofs.definedness import unmet
from proofs.integrability import is_finite
from proofs.language import (
    KL,
    Z_INTEGERS,
    Abstract,
    Bernoulli,
    Beta,
    Cauchy,
    Density,
    Diag,
    E,
    Exponential,
    Form,
    Function,
    Gamma,
    H,
    Int,
    Interval,
    Laplace,
    Mixture,
    MultivariateNormal,
    Normal,
    Number,
    Poisson,
    ProductLaw,
    R,
    Range,
    Tr,
    Uniform,
    Var,
    VectorOf,
    cos,
    density,
    differentiable,
    dominated,
    exp,
    finite,
    half,
    integer,
    invertible,
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
from proofs.validity import law_unmet

x, y, s = symbols("x y s")
f = Function("f", R_POSITIVE, R)
Sigma, Tau = matrix("Sigma", integer("d")), matrix("Tau", integer("d"))

CONDITIONS = [
    (1 / x, (nonzero(x),)),
    (log(x), (x > 0,)),
    (KL(Normal(1 / x, 1), Normal(0, 1)), (nonzero(x),)),
    (E(y, y, Normal(1 / x, 1)), (nonzero(x),)),
    (E(y, y, Normal(x, s)), (s > 0,)),
    (H(Normal(log(x), 1)), (x > 0,)),
    (f(x), (x > 0,)),
    (Tr(Sigma**half), (positive_definite(Sigma),)),
    (Tr(Sigma ** (-Number(3) / 2)), (positive_definite(Sigma),)),
    (Tr((Sigma @ Tau) ** half), (positive_definite(Sigma), positive_definite(Tau))),
    (Tr(Sigma ** Number(-2)), (invertible(Sigma),)),
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
    Int(normal(x) + exp(x), x),
    Int(exp(x) + normal(x), x),
    E(x * (exp(x**2) / 2), x, normal),
    E(abs(exp(x**2)), x, normal),
    E(log(1 - (-exp(exp(1 / w)))), w, beta),
    E(Form(v, Diag(VectorOf(exp(v[k] ** 2), k)), v), v, multivariate),
    E(Form(mu, Diag(VectorOf(exp(v[k] ** 2), k)), mu), v, multivariate),
    1 / KL(q, p),
    KL(q, p) / 2,
]


@pytest.mark.parametrize("mean", FINITE, ids=repr)
def test_a_mean_is_known_to_be_finite(mean):
    assert is_finite(mean, Facts(HYPOTHESES))


@pytest.mark.parametrize("mean", NOT_KNOWN, ids=repr)
def test_a_mean_that_may_be_infinite_is_not_called_finite(mean):
    assert not is_finite(mean, Facts(HYPOTHESES))


LAWS = [
    (Uniform(0, 1), Uniform(1, 0)),
    (Uniform(x, x + 1), Uniform(x, x)),
    (Bernoulli(Number("1/2")), Bernoulli(2)),
    (Bernoulli(Number("1/3")), Bernoulli(-1)),
    (Normal(x, 1), Normal(x, 0)),
    (Gamma(1, 2), Gamma(-1, 2)),
    (Beta(1, 2), Beta(1, 0)),
    (Poisson(3), Poisson(0)),
    (Laplace(0, 2), Laplace(0, -2)),
    (Mixture((Number(1), Number(0)), (normal, normal)), Mixture((Number(2), Number(-1)), (normal, normal))),
    (Mixture((Number("1/2"), Number("1/2")), (normal, normal)), Mixture((Number(1), Number(1)), (normal, normal))),
    (multivariate, MultivariateNormal(mu, -Sigma)),
    (p, Density("r", u.space)),
]


@pytest.mark.parametrize(("law", "none"), LAWS, ids=repr)
def test_a_law_has_valid_parameters(law, none):
    assert not law_unmet(law, Facts(HYPOTHESES))
    assert law_unmet(none, Facts(HYPOTHESES))


def test_a_density_is_taken_at_a_point_of_its_space():
    facts = Facts(HYPOTHESES)
    assert not unmet(normal(x), facts)
    assert not unmet(multivariate(v), facts)
    assert not unmet(p(u), facts)
    assert unmet(normal(v), facts)
    assert unmet(normal(u), facts)
    assert unmet(p(Var("other", Abstract("Y"))), facts)


def test_a_mean_that_may_be_infinite_exists_where_one_side_is_bounded():
    facts = Facts((density(p), density(q), dominated(q, p), nonzero(x)))
    assert not unmet(E(log(p(u) / q(u)), u, q), facts)
    assert not unmet(E(3 + log(p(u) / q(u)) / 2, u, q), facts)
    assert not unmet(E((p(u) / q(u)) ** 2, u, q), facts)
    assert not unmet(-E((p(u) / q(u)) ** 2, u, q), facts)
    assert unmet(E(log(p(u)), u, q), facts)
    assert unmet(E(y, y, Cauchy(0, 1)), facts)
    assert unmet(E(log(p(u) / q(u)) - (p(u) / q(u)) ** 2, u, q) + E((p(u) / q(u)) ** 2, u, q), facts)


def test_an_integral_against_a_density_asks_only_for_what_holds_almost_surely():
    space = Abstract("X")
    p, q, x = Density("p", space), Density("q", space), Var("x", space)
    divergence = Int(p(x) * log(p(x) / q(x)), x)
    split = Int(p(x) * log(p(x)) - p(x) * log(q(x)), x)
    given = (density(p), density(q), dominated(p, q))
    assert not unmet(divergence, Facts((*given, finite(E(log(p(x) / q(x)), x, p)))))
    assert unmet(divergence, Facts((density(p), density(q), finite(E(log(p(x) / q(x)), x, p)))))
    means = (finite(E(log(p(x)), x, p)), finite(E(log(q(x)), x, p)))
    assert not unmet(split, Facts((*given, *means)))
    assert unmet(split, Facts((*given, means[0])))
    assert unmet(Int(q(x) * log(p(x)), x), Facts((*given, finite(E(log(p(x)), x, q)))))
    assert unmet(Int(p(x) * log(p(x)) + 1 / q(x), x), Facts((*given, *means)))


def test_a_function_with_values_between_two_numbers_is_integrable():
    """Beside what has a mean it changes nothing; a function of any values may."""
    space = Abstract("Y")
    y, p_, q_ = Var("y", space), Density("p", space), Density("q", space)
    bounded, free = Function("D", space, Interval(Number(0), Number(1))), Function("D", space)
    facts = Facts((density(p_), density(q_)))
    for term in (lambda d: d(y), lambda d: d(y) * q_(y) / p_(y), lambda d: d(y) * p_(y) / p_(y)):
        assert is_finite(E(term(bounded), y, p_), facts) and not is_finite(E(term(free), y, p_), facts)
    assert not is_finite(E(bounded(y) * log(q_(y)), y, p_), facts)
    assert not is_finite(E(1 / bounded(y), y, p_), facts)
