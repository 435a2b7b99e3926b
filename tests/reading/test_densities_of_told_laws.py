r"""A density that a sentence writes beside the law that it names is judged: it is no definition."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify

NORMAL = r"\frac{1}{\sqrt{2\pi}\sigma}\exp\left(-\frac{(x-\mu)^2}{2\sigma^2}\right)"
SLIPS = (
    (r"2\sigma^2", r"\sigma^2"),
    (r"\sqrt{2\pi}\sigma", r"\sqrt{2\pi}\sigma^2"),
    ("(x-", "(x+"),
)
SENTENCES = [
    r"Let $X \sim \mathcal N(\mu, \sigma^2)$, where $f_X(x) = {}$.",
    r"Let $X \sim \mathcal N(\mu, \sigma^2)$ with $f_X(x) = {}$.",
    r"Let $X \sim \mathcal N(\mu, \sigma^2)$ with density $p(x) = {}$.",
    r"Suppose $X$ is normal with mean $\mu$, variance $\sigma^2$ and density $p(x) = {}$.",
    r"Suppose $X$ is normal with mean $\mu$, variance $\sigma^2$ and probability density function $f_X(x) = {}$.",
    r"Suppose $X$ is normal with mean $\mu$ and variance $\sigma^2$, that is, $f_X(x) = {}$.",
]


def verdict(text: str) -> str:
    return verify(text, jobs=0, second_reader=False).steps[-1].verdict


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_density_beside_its_law_is_judged(sentence):
    assert verdict(sentence.replace("{}", NORMAL)) == "proved"
    for right, slip in SLIPS:
        assert verdict(sentence.replace("{}", NORMAL.replace(right, slip, 1))) == "refuted"


@pytest.mark.parametrize(
    "sentence",
    [
        r"Suppose $X$ has density $f_X(x) = 2 x$ for $0 < x < 1$.",
        r"Let $X$ be a random variable with density $p(x) = 2 x$ on $[0, 1]$.",
        r"Let $X \sim \mathcal N(0, 1)$, where $g(x) = 2 x$.",
    ],
)
def test_a_density_without_a_law_is_given(sentence):
    assert verdict(sentence) == "given"


def test_what_a_law_is_written_with_is_explained_behind_it():
    text = r"Let $X \sim \mathcal N(m, 1)$, where $m = a + 1$. Then $$\mathrm E[X] = a + 1$$"
    assert verdict(text) == "proved"
