"""A summand that the right side has lost is named where a rule, the like of it or its value tells what it was."""

import math

import pytest

from proofs.judging import judge
from proofs.language import (
    KL,
    Abstract,
    Bernoulli,
    Claim,
    Density,
    E,
    Form,
    H,
    JensenShannon,
    Laplace,
    Limit,
    Mixture,
    Normal,
    Number,
    Poisson,
    Sum,
    Var,
    density,
    diff,
    exp,
    half,
    index,
    integer,
    log,
    matrix,
    oo,
    positive_density,
    sin,
    symbols,
    vector,
)
from proofs.marking.named_products import products
from proofs.marking.repair import repair
from proofs.writing import latex

a, b, m, mu, mu_1, mu_2, s, s_1, s_2, t, x = symbols("a b m mu mu_1 mu_2 s s_1 s_2 t x")
n, d = integer("n"), integer("d")
i = index("i", 1, n)
xs = vector("x", n)
u, v = vector("u", d), vector("v", d)
A = matrix("A", d)
X = Abstract("X")
omega = Var("omega", X)
p, q = Density("p", X), Density("q", X)
POSITIVE = (density(p), density(q), positive_density(p), positive_density(q))
N = Normal(mu, s)
middle = Mixture((half, half), (p, q))


def claim(statement, *hypotheses):
    return Claim(hypotheses, statement)


# name: the claim, and what is said to be added
LOST = {
    "a term of a moment": (claim(E(x**3, x, N).eq(mu**3), s > 0), r"$3 s^2 \mu$ added"),
    "a term of a derivative": (
        claim(diff(n * log(t) - t * Sum(xs[i], i), t).eq(-Sum(xs[i], i)), t > 0, n >= 1),
        r"$\frac{n}{t}$ added",
    ),
    "a term of a square beneath a sum": (
        claim(Sum((xs[i] - m) ** 2, i).eq(-2 * m * Sum(xs[i], i) + n * m**2), n >= 1),
        r"$\sum_{i = 1}^n x_i^2$ added",
    ),
    "a term of a mean": (
        claim(E(a * sin(p(omega)) + b * exp(-p(omega)), omega, p).eq(a * E(sin(p(omega)), omega, p)), density(p)),
        r"$b \mathbb{E}_{\omega \sim p}[\exp(-p(\omega))]$ added",
    ),
    "a term of a definition": (
        claim(KL(p, q).eq(E(log(p(omega)), omega, p)), *POSITIVE),
        r"$-\log q(\omega)$ added in the mean",
    ),
    "a term of a divergence that is worked out": (
        claim(KL(Normal(m, s), Normal(m, t)).eq(log(t / s) - half), s > 0, t > 0),
        r"$\frac{s^2}{2 t^2}$ added",
    ),
    "half of a definition": (
        claim(JensenShannon(p, q).eq(half * KL(p, middle)), density(p), density(q)),
        None,
    ),
    "a term of a form": (
        claim(Form(u - v, A, u - v).eq(-Form(u, A, v) - Form(v, A, u) + Form(v, A, v))),
        r"$u^\top A u$ added",
    ),
    "the square of a difference in a fraction": (
        claim(
            KL(Normal(mu_1, s_1), Normal(mu_2, s_2)).eq(log(s_2 / s_1) + s_1**2 / (2 * s_2**2) - half), s_1 > 0, s_2 > 0
        ),
        r"$\frac{(\mu_1 - \mu_2)^2}{2 s_2^2}$ added",
    ),
    "a name times a logarithm": (
        claim(KL(Poisson(s_1), Poisson(s_2)).eq(s_2 - s_1), s_1 > 0, s_2 > 0),
        r"$s_1 \log \frac{s_1}{s_2}$ added",
    ),
    "the like of what stands": (
        claim(H(Bernoulli(t)).eq(-(1 - t) * log(1 - t)), t > 0, t < 1),
        r"$-t \log t$ added",
    ),
    "a logarithm of a multiple": (claim(H(Laplace(mu, s)).eq(1), s > 0), r"$\log(2 s)$ added"),
}  # fmt: skip


@pytest.mark.parametrize("name", LOST)
def test_the_summand_is_named(name):
    asked, words = LOST[name]
    assert judge(asked).outcome == "disagree"
    found = repair(asked)
    assert found is not None and found.statement.left is asked.statement.left
    assert words is None or found.words == f"true with {words}"
    assert judge(claim(found.statement, *asked.hypotheses), seed=5).outcome == "agree"


NONE = {
    "what is missing is nothing simple": claim(sin(x).eq(exp(x) * a + b)),
    "something infinite, where the left side is": claim(
        Limit((3 * x + 2 * x**2) / (2 * x * a), x, oo).eq(b), a > 0, b > 0
    ),
    "numbers, of which any two differ by something": claim(E(x, x, Normal(3, 1)).eq(Number(1) + 1 + sin(1))),
}


@pytest.mark.parametrize("name", NONE)
def test_nothing_is_added_by_guess(name):
    assert repair(NONE[name]) is None


NAMED = ((a, 3.7), (b, -1.3), (s, 2.9))


@pytest.mark.parametrize(
    "wanted, written",
    [
        (3.7 * 2.9**2 / 2, [r"\frac{a s^2}{2}"]),
        (-((3.7 + 1.3) ** 2) / (2 * 2.9**2), [r"-\frac{(a - b)^2}{2 s^2}"]),
        (math.log(2 * math.pi * 2.9**2) / 2, [r"\frac{1}{2} \log(2 \pi s^2)"]),
        (1.2345, []),
    ],
)
def test_a_product_has_the_value_wanted(wanted, written):
    assert [latex(found) for found in products(wanted, NAMED)] == written


def test_a_name_that_is_zero_is_in_no_product():
    assert latex(next(products(9.0, ((a, 3.0), (b, 0.0))))) == "a^2"
