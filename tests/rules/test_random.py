"""Rules on random terms of their shape, in random worlds: what they yield is never refuted.

Two sources: terms made for the rule, and instances of its examples with numbers put in, beside other terms.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from proofs.definedness import unmet
from proofs.judging import judge
from proofs.language import (
    KL,
    Bernoulli,
    Beta,
    Binomial,
    Claim,
    CrossEntropy,
    Derivative,
    Det,
    Diag,
    E,
    Exponential,
    Form,
    FunctionalDerivative,
    Gamma,
    Geometric,
    H,
    Int,
    Jacobian,
    Laplace,
    MultivariateNormal,
    Normal,
    Number,
    Plus,
    Poisson,
    Prod,
    ProductLaw,
    Range,
    Relation,
    Sum,
    Times,
    Tr,
    Uniform,
    Var,
    VectorOf,
    binomial,
    cos,
    density,
    diff,
    dominated,
    exp,
    factorial,
    finite,
    fold,
    is_scalar,
    log,
    loggamma,
    oo,
    positive_definite,
    positive_density,
    sin,
    sqrt,
    substitute,
)
from proofs.language.facts import Facts
from proofs.language.spaces import Reals
from proofs.registry import REGISTRY
from proofs.rewriting import rewrites
from proofs.steps import Use
from tests.rules.examples import (
    EXAMPLES,
    A,
    Sigma,
    a,
    b,
    c,
    chosen,
    coin,
    count,
    d,
    k,
    later,
    mu,
    normal,
    p,
    q,
    r,
    s,
    share,
    sigma,
    t,
    u,
    v,
    w,
    x,
)

SEEDS = st.integers(0, 3)
WHOLE = st.integers(-3, 3).filter(bool).map(Number)
SMALL = st.builds(lambda n, m: Number(n) / m, st.integers(1, 5), st.integers(1, 4))
SHARES = st.sampled_from([Number("1/3"), Number("3/4"), Number("2/5")])
BOTH = (density(p), density(q))


def sums(*atoms):
    """Polynomials in the atoms: one to three terms of degree at most two."""
    terms = st.lists(st.tuples(WHOLE, st.lists(st.sampled_from(atoms), max_size=2)), min_size=1, max_size=3)
    return terms.map(lambda found: fold(Plus, [fold(Times, [n, *factors], 1) for n, factors in found], 0))


def laws(*parameters):
    """Named laws on one space, with parameters made of the given names."""
    low = st.sampled_from([Number(1), Number(2), sigma])
    return st.builds(Normal, sums(*parameters), low) | st.builds(Laplace, sums(*parameters), low)


MIXED = st.builds(lambda m, n: m * p(u) + n * r(u), SMALL, SMALL)  # a non-negative function
POINTWISE = st.sampled_from([lambda y: y, exp, sin, cos, lambda y: y**2, lambda y: 1 / (y**2 + 1)])
FIVE = st.integers(1, 5)
SIGNS = st.sampled_from((1, -1))
endless = Var("k", Range(Number(0), oo))


def short(n):
    return Var("k", Range(Number(1), Number(n)))


# rule name -> terms that it matches, with the hypotheses under which they have a value
SHAPES = {
    "definition_of_kl": st.tuples(
        st.builds(KL, st.builds(Normal, sums(a, b), SMALL), st.builds(Normal, sums(a), SMALL))
        | st.builds(KL, st.builds(Gamma, SMALL, SMALL), st.builds(Exponential, SMALL)),
        st.just(()),
    ),
    "definition_of_entropy": st.tuples(st.builds(H, laws(a, b)), st.just((sigma > 0,))),
    "definition_of_cross_entropy": st.tuples(
        st.builds(CrossEntropy, st.builds(Normal, sums(a), SMALL), st.builds(Normal, sums(b), SMALL)), st.just(())
    ),
    "additivity_of_kl": st.tuples(
        st.builds(
            lambda f, g, m: KL(ProductLaw(Normal(f, m), k), ProductLaw(Normal(g, 1), k)),
            sums(v[k], a),
            sums(w[k], b),
            SMALL,
        ),
        st.just(()),
    ),
    "linearity": st.tuples(
        st.builds(lambda f: E(f, x, normal), sums(x, a, mu, x * a))
        | st.builds(lambda f: Sum(f, k), sums(v[k], w[k], a))
        | st.builds(lambda m, n: Int(m * p(u) + n * q(u), u), WHOLE, WHOLE)
        | st.builds(lambda f: E(f, u, p), sums(log(p(u)), a)),
        st.just((sigma > 0, *BOTH, finite(H(p)))),
    ),
    "definition_of_expectation": st.tuples(
        st.builds(lambda f, law: E(f, x, law), sums(x, a), laws(mu)), st.just((sigma > 0,))
    ),
    "gaussian_moments": st.tuples(
        st.builds(lambda f, m: E(((x - f) / m) ** 2, x, normal), sums(a, b, mu), SMALL)
        | st.builds(lambda f: E(f * x, x, normal), sums(a, mu)),
        st.just((sigma > 0,)),
    ),
    "mean_of_quadratic_form": st.tuples(
        st.builds(lambda m, n: E(m * Form(v - n * c, A, v - n * c), v, MultivariateNormal(w, Sigma)), WHOLE, WHOLE),
        st.just((positive_definite(Sigma),)),
    ),
    "mass_on_support": st.tuples(
        st.builds(lambda n, h: n * E(h / q(u), u, q), WHOLE, MIXED), st.just((*BOTH, density(r)))
    ),
    "affinity": st.tuples(
        st.builds(lambda n, h: n * E(sqrt(h / q(u)), u, q), WHOLE, MIXED), st.just((*BOTH, density(r)))
    ),
    "log_of_density": st.tuples(
        st.builds(lambda f, law: f * log(law(x)), sums(a), laws(b))
        | st.builds(lambda m, n: log(Gamma(m, n)(t)), SMALL, SMALL),
        st.just((sigma > 0,)),
    ),
    "normalisation": st.tuples(
        st.builds(lambda f, law: f * Int(law(x), x), sums(a, b), laws(mu)), st.just((sigma > 0,))
    ),
    "log_inequality": st.tuples(
        st.builds(lambda n, f, m: n * log(f**2 + m) + f, WHOLE, sums(a, b), SMALL)
        | st.builds(lambda n: n * E(log(p(u) / q(u)), u, q), WHOLE),
        st.just((*BOTH, dominated(q, p))),
    ),
    "non_negative": st.tuples(
        st.builds(lambda m, h: -m * Int(sqrt(h), u), SMALL, MIXED) | st.builds(lambda f: -Sum(f**2, k), sums(v[k], a)),
        st.just((*BOTH, density(r))),
    ),
    "log_of_product": st.tuples(
        st.builds(lambda n, f, m: n * log(Prod(f**2 + m, k)), WHOLE, sums(v[k], a), SMALL), st.just(())
    ),
    "sum_of_constant": st.tuples(st.builds(lambda f: Sum(f, k), sums(a, b)), st.just((d >= 0,))),
    "finite_sum": st.tuples(
        st.builds(lambda n, m, f: Sum(substitute(f, {a: short(n)}), short(n)) + m, FIVE, WHOLE, sums(a, b))
        | st.builds(lambda n, f: Prod(substitute(f, {a: short(n)}), short(n)), FIVE, sums(a, b)),
        st.just(()),
    ),
    "trace_of_diagonal": st.tuples(st.builds(lambda f: Tr(Diag(VectorOf(f, k))), sums(v[k], a)), st.just(())),
    "determinant_of_diagonal": st.tuples(st.builds(lambda f: Det(Diag(VectorOf(f, k))), sums(v[k], a)), st.just(())),
    "form_in_coordinates": st.tuples(st.builds(lambda f: Form(v, Diag(VectorOf(f, k)), w), sums(c[k], a)), st.just(())),
    "jacobian_of_elementwise": st.tuples(
        st.builds(lambda f, g: Det(Jacobian(VectorOf(f(g), k), v, w)), POINTWISE, sums(v[k], c[k], a)), st.just(())
    ),
    "differentiation": st.tuples(
        st.builds(
            lambda f, g, h, n: diff(f * g(h) ** 2 / (a**2 + 1) + n * Sum(substitute(f, {a: v[k]}), k), a, b),
            sums(a, b),
            POINTWISE,
            sums(a, mu),
            WHOLE,
        )
        | st.builds(lambda m, n: diff(t**m * log(t + n) * loggamma(t), t, s), SMALL, SMALL),
        st.just((d >= 1,)),
    ),
    "gamma_moments": st.tuples(
        st.builds(lambda f, m, n: E(f, t, Gamma(m, n)), sums(t, a), SMALL, SMALL)
        | st.builds(lambda m, n, h: E(m * t**h, t, Gamma(n, m)), SMALL, SMALL, SMALL),
        st.just(()),
    ),
    "beta_moments": st.tuples(
        st.builds(lambda f, m, n: E(f * share, share, Beta(m, n)), sums(share, a), SMALL, SMALL), st.just(())
    ),
    "laplace_moments": st.tuples(
        st.builds(lambda f, m, n: E(f * x, x, Laplace(m, n)), sums(x, a), SMALL, SMALL), st.just(())
    ),
    "uniform_moments": st.tuples(
        st.builds(lambda f, m, n: E(f * x, x, Uniform(-m, n)), sums(x, a), SMALL, SMALL), st.just(())
    ),
    "bernoulli_moments": st.tuples(
        st.builds(lambda f, g, m: E(g(f * coin), coin, Bernoulli(m)), sums(coin, a), POINTWISE, SHARES), st.just(())
    ),
    "poisson_moments": st.tuples(
        st.builds(lambda f, m: E(f * count, count, Poisson(m)), sums(count, a), SMALL), st.just(())
    ),
    "binomial_moments": st.tuples(
        st.builds(lambda f, m: E(f * chosen, chosen, Binomial(d, m)), sums(chosen, a), SHARES),
        st.just((d >= 0,)),
    ),
    "geometric_moments": st.tuples(
        st.builds(lambda f, m: E(f * count, count, Geometric(m)), sums(count, a), SHARES), st.just(())
    ),
    "sum_of_powers": st.tuples(
        st.builds(lambda f, n: n * Sum(f * k, k), sums(k, a), WHOLE)
        | st.builds(lambda f, n: n * Sum(f * later, later), sums(later, a), WHOLE),
        st.just((d >= 0,)),
    ),
    "geometric_sum": st.tuples(
        st.builds(lambda f, m, n: Sum(f * m ** (n * k), k), sums(a, b), SHARES, st.integers(1, 3)),
        st.just((d >= 0,)),
    ),
    "geometric_series": st.tuples(
        st.builds(
            lambda f, m, n, s: Sum(f * s**endless * m ** (n * endless), endless),
            sums(endless, a),
            SHARES,
            st.integers(1, 3),
            SIGNS,
        ),
        st.just(()),
    ),
    "exponential_series": st.tuples(
        st.builds(
            lambda f, m, s, j: Sum(f * (s * m) ** endless / factorial(endless + j), endless),
            sums(endless, a),
            SMALL,
            SIGNS,
            st.integers(0, 2),
        ),
        st.just(()),
    ),
    "logarithmic_series": st.tuples(
        st.builds(
            lambda m, n, s, j: n * Sum(a * (s * m) ** endless / (endless + j), endless),
            SHARES,
            WHOLE,
            SIGNS,
            st.integers(1, 3),
        ),
        st.just(()),
    ),
    "binomial_series": st.tuples(
        st.builds(
            lambda m, s, j, n: Sum(n * endless * binomial(endless + j, endless) * (s * m) ** endless, endless),
            SHARES,
            SIGNS,
            st.integers(0, 3),
            SMALL,
        ),
        st.just(()),
    ),
    "telescoping_series": st.tuples(
        st.builds(
            lambda m, i, j: Sum(m / ((endless + i) * (endless + i + j)), endless),
            SMALL,
            st.integers(1, 3),
            st.integers(1, 3),
        ),
        st.just(()),
    ),
    "zeta_series": st.tuples(
        st.builds(
            lambda m, n, j: m * Sum(1 / (endless + j) ** n, endless),
            SMALL,
            st.sampled_from((2, 4, 6)),
            st.integers(1, 3),
        ),
        st.just(()),
    ),
    "term_by_term": st.tuples(
        st.builds(
            lambda f, s, m: Derivative(Sum(f * (s * m * a) ** endless / factorial(endless), endless), a, a),
            sums(endless, b),
            SIGNS,
            SMALL,
        ),
        st.just(()),
    ),
    "factors_apart": st.tuples(
        st.builds(lambda m, f, g: Prod(m * exp(f) / (g**2 + 1), k), SMALL, sums(v[k], a), sums(w[k], b)),
        st.just((d >= 0,)),
    ),
    "first_term_apart": st.tuples(st.builds(lambda f: Sum(f, k) * Prod(f, k), sums(v[k], k, a)), st.just((d >= 1,))),
    "gaussian_integral": st.tuples(
        st.builds(lambda f, m, n: Int(f**2 * exp(n * x - m * (x - a) ** 2), x), sums(x, a), SMALL, WHOLE), st.just(())
    ),
    "gamma_integral": st.tuples(
        st.builds(lambda m, n, r: Int((t + r) * t ** (m - 1) * exp(r - n * t), t), SMALL, SMALL, SMALL), st.just(())
    ),
    "beta_integral": st.tuples(
        st.builds(
            lambda m, n, r: Int((share + r) * share ** (m - 1) * (1 - share) ** (n - 1), share), SMALL, SMALL, SMALL
        ),
        st.just(()),
    ),
    "exchange": st.tuples(
        st.builds(lambda f, c: c * E(Sum(f, k), x, normal), sums(x, v[k], a), sums(a, mu))
        | st.builds(lambda f, g: E(g * E(f, t, Gamma(2, 3)), x, normal), sums(x, t), sums(x, a)),
        st.just((sigma > 0,)),
    ),
    "jensen_inequality": st.tuples(
        st.builds(lambda f, m, n: n * E(log(f**2 + m), x, normal), sums(x, a), SMALL, WHOLE)
        | st.builds(lambda f, n: n * E(f, x, normal) ** 2, sums(x, a), WHOLE),
        st.just((sigma > 0,)),
    ),
    "triangle_inequality": st.tuples(
        st.builds(lambda f, g, n: n * abs(f - g), sums(a, b), sums(a, mu), WHOLE)
        | st.builds(lambda f: abs(Sum(f, k)), sums(v[k], a)),
        st.just(()),
    ),
    "mean_inequality": st.tuples(st.builds(lambda f, g, n: n * f * g, sums(a), sums(b), WHOLE), st.just(())),
    "functional_derivative": st.tuples(
        st.builds(
            lambda f, n, m: FunctionalDerivative(f * (Int(q(u), u) - m) + n * Int(p(u) * log(q(u)), u), q, u),
            sums(a, b),
            WHOLE,
            SMALL,
        ),
        st.just((*BOTH, positive_density(q), finite(Int(p(u) * log(q(u)), u)))),
    ),
}


def never_refuted(left, hypotheses, use, seed):
    """Whether all that the rule yields here, and that has a value, survives the numbers; how much there was."""
    facts, seen = Facts(hypotheses), 0
    if unmet(left, facts):
        return seen
    for new, symbol in rewrites(left, use, facts):
        if not unmet(new, facts):
            numbers = judge(Claim(hypotheses, Relation(left, symbol, new)), seed=seed, slips=False)
            assert numbers.outcome != "disagree", (left, symbol, new, numbers.counterexample)
            seen += 1
    return seen


QUIET = settings(
    max_examples=8,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


@pytest.mark.parametrize("name", SHAPES)
def test_what_a_rule_yields_on_random_terms_is_never_refuted(name):
    matched = []

    @QUIET
    @given(SHAPES[name], SEEDS)
    def check(drawn, seed):
        left, hypotheses = drawn
        matched.append(never_refuted(left, hypotheses, Use(REGISTRY[name]), seed))

    check()
    assert sum(map(bool, matched)) >= len(matched) / 2


CONTEXTS = st.sampled_from(
    [
        lambda y, m, n: m * y + n,
        lambda y, m, n: n - m * y,
        lambda y, m, n: (y + m) / n,
        lambda y, m, n: m * y + n * y,
    ]
)


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row.rule.name)
def test_an_instance_with_numbers_put_in_beside_other_terms_is_never_refuted(row):
    names = sorted((n for n in row.left.free if isinstance(n, Var) and isinstance(n.space, Reals)), key=repr)

    @QUIET
    @given(CONTEXTS, WHOLE, WHOLE, st.lists(SMALL, min_size=len(names), max_size=len(names)), SEEDS)
    def check(context, m, n, values, seed):
        values = dict(list(zip(names, values, strict=True))[:1])
        left = substitute(row.left, values)
        if is_scalar(left):
            left = context(left, m, n)
        hypotheses = tuple(substitute(h, values) for h in row.hypotheses)
        never_refuted(left, hypotheses, Use(row.rule, row.arguments), seed)

    check()
