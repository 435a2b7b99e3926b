r"""A density that words give a variable whose law is known is judged; so is one that is written behind its law."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import judged

EXPONENTIAL = [
    r"Let $X \sim \mathrm{Exp}(\lambda)$ have the density $p(x) = %s$ for $x > 0$.",
    r"Let $X \sim \mathrm{Exp}(\lambda)$ with density $f(x) = %s$ for $x > 0$.",
    r"Let $X \sim \mathrm{Exp}(\lambda)$. The density of $X$ is $f(x) = %s$ for $x > 0$.",
    r"Let $X \sim \mathrm{Exp}(\lambda)$. The density of $X$ is $$f(x) = %s, \quad x > 0$$",
    r"Let $X \sim \mathrm{Exp}(\lambda)$, where $f_X(x) = %s$.",
    r"Let $X \sim \mathrm{Exp}(\lambda)$ with $f_X(x) = %s$.",
    r"Let $X$ be exponential with rate $\lambda$ and density $f_X(x) = %s$.",
    r"Suppose that $X$ is exponential with rate $\lambda$ and probability density function $p(x) = %s$.",
]
DENSITY = r"\frac{1}{\sqrt{2\pi}\sigma}\exp\left(-\frac{(x-\mu)^2}{2\sigma^2}\right)"
SLIPS = ((r"2\sigma^2", r"\sigma^2"), (r"\sqrt{2\pi}\sigma", r"\sqrt{2\pi}\sigma^2"), ("(x-", "(x+"))
NORMAL = [
    r"Let $X \sim \mathcal N(\mu, \sigma^2)$, where $f_X(x) = %s$.",
    r"Let $X \sim \mathcal N(\mu, \sigma^2)$ with $f_X(x) = %s$.",
    r"Let $X \sim \mathcal N(\mu, \sigma^2)$ with density $p(x) = %s$.",
    r"Suppose $X$ is normal with mean $\mu$, variance $\sigma^2$ and density $p(x) = %s$.",
    r"Suppose $X$ is normal with mean $\mu$, variance $\sigma^2$ and probability density function $f_X(x) = %s$.",
    r"Suppose $X$ is normal with mean $\mu$ and variance $\sigma^2$, that is, $f_X(x) = %s$.",
]


def _step(text: str):
    return verify(text, jobs=0, second_reader=False).steps[-1]


@pytest.mark.parametrize("place", EXPONENTIAL)
def test_a_density_of_a_known_law_is_judged(place):
    assert _step(place % r"\lambda e^{-\lambda x}").verdict == "proved"
    wrong = _step(place % r"\lambda e^{-x}")
    assert wrong.verdict == "refuted"
    values = dict(wrong.counterexample.assignments)
    assert float(values["x"]) > 0 and values["\\lambda"] != "1"  # a point at which the formula is meant


@pytest.mark.parametrize("sentence", NORMAL)
def test_a_density_beside_its_law_is_judged(sentence):
    assert _step(sentence % DENSITY).verdict == "proved"
    for right, slip in SLIPS:
        assert _step(sentence % DENSITY.replace(right, slip, 1)).verdict == "refuted"


@pytest.mark.parametrize(
    "sentence",
    [
        r"Suppose $X$ has density $f_X(x) = 2 x$ for $0 < x < 1$.",
        r"Let $X$ be a random variable with density $p(x) = 2 x$ on $[0, 1]$.",
        r"Let $X \sim \mathcal N(0, 1)$, where $g(x) = 2 x$.",
    ],
)
def test_a_density_without_a_law_is_given(sentence):
    assert _step(sentence).verdict == "given"


def test_what_a_law_is_written_with_is_explained_behind_it():
    text = r"Let $X \sim \mathcal N(m, 1)$, where $m = a + 1$. Then $$\mathrm E[X] = a + 1$$"
    assert _step(text).verdict == "proved"


def test_a_function_that_is_no_density_is_defined():
    text = r"Let $X \sim \mathrm{Exp}(\lambda)$ and let $f(x) = \lambda e^{-x}$. Then $$f(0) = \lambda$$"
    assert [step.verdict for step in judged(text).steps] == ["given", "proved"]


def test_the_value_of_a_density_at_an_end_of_its_support_is_not_judged():
    assert _step(r"Let $X \sim \mathrm{Exp}(\lambda)$. $$f_X(0) = \lambda$$").verdict == "undecided"
    assert _step(r"Let $X \sim \mathrm{Exp}(\lambda)$. $$f_X(1) = \lambda$$").verdict == "refuted"


def test_a_power_of_a_value_is_no_product():
    assert _step(r"$$f(x)^2 - g(x)^2 = (f(x) - g(x)) (f(x) + g(x))$$").verdict == "proved"
    assert _step(r"$$f(x + 1)^2 = f(x + 1) f(x + 1)$$").verdict == "proved"
    assert _step(r"$$f(x)^2 = f(x^2)$$").verdict == "refuted"
    assert _step(r"$$p(1 - p)^2 = p - 2 p^2 + p^3$$").verdict == "proved"
    assert _step(r"$$n (n + 1)^2 = n^3 + 2 n^2 + n$$").verdict == "proved"


@pytest.mark.parametrize(
    ("words", "claim", "verdict"),
    [
        ("Let $X$ be a random variable.", "E(2X + 1) = 2E(X) + 1", "proved"),
        ("Let $X$ be a random variable.", "E(2X + 1) = 2E(X) + 2", "refuted"),
        (r"Let $X \sim \mathcal N(\mu, \sigma^2)$.", r"E(X^2) - E(X)^2 = \sigma^2", "proved"),
        (r"Let $X \sim \mathcal N(\mu, \sigma^2)$.", r"E(X^2) = \sigma^2", "refuted"),
        ("Let $X$ and $Y$ be independent random variables.", "E(XY) = E(X) E(Y)", "proved"),
        ("Let $E = m v^2 / 2$.", "E(x + 1) = E x + E", "proved"),
        ("Let $E(x) = x^2$ be an energy.", "E(x + 1) = x^2 + 2x + 1", "proved"),
    ],
)
def test_a_plain_e_of_random_variables_is_a_mean(words, claim, verdict):
    assert _step(f"{words} Then\n\n$${claim}$$\n").verdict == verdict


@pytest.mark.parametrize("power", [2, 3])
def test_a_letter_may_be_the_distribution_function_of_what_has_a_density(power):
    text = rf"Let $X$ have density $f(x) = 2x$ on $[0, 1]$. Then $F(x) = x^{power}$ for $0 \le x \le 1$."
    assert judged(text).steps[-1].verdict == "unread"
