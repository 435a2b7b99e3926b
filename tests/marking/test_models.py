r"""Densities p(y, \lambda), p(y), p(\lambda | y) that follow from the laws a page gives: judged against these."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import judged

COUNTS = (
    r"Let the observations $$y_i \sim \mathrm{Poiss}(\lambda), \quad i = 1, \ldots, n$$ be independent, and let "
    r"$$p(\lambda) = \mathrm{Gam}(\lambda; a, b) .$$ "
)
TRIALS = r"Let $$y \sim \mathrm{Bin}(n, q)$$ and let $$p(q) = \mathrm{Bet}(q; a, b) .$$ "
LINE = (
    r"Let $$y_i \sim \mathcal{N}(\mu, \sigma^2), \quad i = 1, \ldots, n$$ be independent, and let "
    r"$$p(\mu) = \mathcal{N}(\mu; \mu_0, \lambda_0^{-1}) .$$ "
)
STAGES = r"Let $$p(x | z) = \mathcal{N}(x; z, 1)$$ and $$p(z) = \mathcal{N}(z; 0, 1) .$$ "

JUDGED = [
    (COUNTS + r"$$p(y_i | \lambda) = \frac{\lambda^{y_i} e^{-\lambda}}{y_i!}$$", "proved"),
    (COUNTS + r"$$p(y_i | \lambda) = \frac{\lambda^{y_i} e^{-2 \lambda}}{y_i!}$$", "refuted"),
    (COUNTS + r"$$p(y | \lambda) = \prod_{i=1}^n p(y_i | \lambda)$$", "proved"),
    (COUNTS + r"$$p(y, \lambda) = p(y | \lambda) \, p(\lambda)$$", "proved"),
    (COUNTS + r"$$p(y, \lambda) = p(y | \lambda)$$", "refuted"),
    (COUNTS + r"$$p(y) = \int p(y, \lambda) \, d\lambda$$", "proved"),
    (COUNTS + r"$$p(\lambda | y) = \frac{p(y | \lambda) p(\lambda)}{p(y)}$$", "proved"),
    (COUNTS + r"$$p(\lambda | y) = \mathrm{Gam}(\lambda; a + \sum_{i=1}^n y_i, b + n)$$", "proved"),
    (COUNTS + r"$$p(\lambda | y) = \mathrm{Gam}(\lambda; a + \sum_{i=1}^n y_i, b + 1)$$", "refuted"),
    (
        COUNTS + r"$$p(y, \lambda) = \prod_{i=1}^n \frac{\lambda^{y_i} e^{-\lambda}}{y_i!} \cdot "
        r"\frac{b^a}{\Gamma(a)} \lambda^{a-1} e^{-b \lambda}$$",
        "proved",
    ),
    (TRIALS + r"$$p(y | q) = {n \choose y} q^y (1 - q)^{n - y}$$", "proved"),
    (TRIALS + r"$$p(y | q) = {n \choose y} q^y (1 - q)^n$$", "refuted"),
    (TRIALS + r"$$p(q | y) = \mathrm{Bet}(q; a + y, b + n - y)$$", "proved"),
    (TRIALS + r"$$p(q | y) = \mathrm{Bet}(q; a + y, b + n)$$", "refuted"),
    (LINE + r"$$p(y | \mu) = \prod_{i=1}^n \mathcal{N}(y_i; \mu, \sigma^2)$$", "proved"),
    (LINE + r"$$p(y | \mu) = \prod_{i=1}^n \mathcal{N}(y_i; \mu, 2 \sigma^2)$$", "refuted"),
    (STAGES + r"$$p(x) = \mathcal{N}(x; 0, 2)$$", "proved"),
    (STAGES + r"$$p(x) = \mathcal{N}(x; 0, 1)$$", "refuted"),
    (STAGES + r"$$p(z | x) = \mathcal{N}(z; \frac{x}{2}, \frac{1}{2})$$", "proved"),
    (STAGES + r"$$p(z | x) = \mathcal{N}(z; \frac{x}{2}, 1)$$", "refuted"),
]


@pytest.mark.parametrize(("text", "verdict"), JUDGED, ids=[f"{k}: {v}" for k, (_, v) in enumerate(JUDGED)])
def test_what_follows_from_a_model_is_judged(text: str, verdict: str):
    step = verify(text, jobs=0, second_reader=False).steps[-1]
    assert step.verdict == verdict, step


COIN = r"Let $q \sim \mathrm{Bet}(a, b)$ and $y \mid q \sim \mathrm{Bin}(n, q)$. Hence "
MEAN = r"Let $\mu \sim \mathcal{N}(0, \tau^2)$ and $x | \mu \sim \mathcal{N}(\mu, 1)$. Hence "

GIVEN_BY_BARS = [
    (COIN + r"$$q \mid y \sim \mathrm{Bet}(a + y, b + n - y) .$$", "proved"),
    (COIN + r"$$q \mid y \sim \mathrm{Bet}(a + y, b + n) .$$", "refuted"),
    (MEAN + r"$\mu | x \sim \mathcal{N}(\frac{\tau^2 x}{\tau^2 + 1}, \frac{\tau^2}{\tau^2 + 1})$.", "proved"),
    (MEAN + r"$\mu | x \sim \mathcal{N}(\frac{x}{\tau^2 + 1}, \frac{\tau^2}{\tau^2 + 1})$.", "refuted"),
]


@pytest.mark.parametrize(("text", "verdict"), GIVEN_BY_BARS)
def test_a_law_behind_a_bar_is_that_of_the_conditional_density(text: str, verdict: str):
    assert judged(text).steps[-1].verdict == verdict


NOT_USED = [
    # the data are not said to be independent: of their joint density nothing is known
    COUNTS.replace("be independent, and let", "be given, and let") + r"$$p(y, \lambda) = p(\lambda)$$",
    # a second law of one variable is none of the model, nor is one that goes round in a circle
    STAGES + r"$$p(x | z) = \mathcal{N}(x; z, 4)$$",
    r"$$p(x | z) = \mathcal{N}(x; z, 1)$$ $$p(z | x) = \mathcal{N}(z; x, 1)$$ $$p(x) = \mathcal{N}(x; 0, 5)$$",
]


@pytest.mark.parametrize("text", NOT_USED)
def test_what_is_no_factor_of_a_model_proves_nothing(text: str):
    assert judged(text).steps[-1].verdict not in ("proved", "supported")


SMALL = [
    (r"Let $y \sim \mathrm{Bin}(n, p)$. $$\frac{y}{n} + \frac{n - y}{n} = 1$$", "proved"),
    (r"Let $y \sim \mathrm{Bin}(n, p)$. $$\frac{y}{n} + \frac{n - y}{n} = 2$$", "refuted"),
    (r"Let $y \sim \mathrm{Bin}(n, p)$. $$y = n p$$", "refuted"),
    (r"Let $y \sim \mathrm{Bin}(n, p)$. $$\mathrm{E}(y) = n p$$", "proved"),
]


@pytest.mark.parametrize(("text", "verdict"), SMALL)
def test_a_small_letter_with_a_law_is_its_value_outside_of_means(text: str, verdict: str):
    assert judged(text).steps[-1].verdict == verdict


PRODUCTS = [
    (r"Let $n \ge 1$. $$\prod_{i=1}^n x_i \cdot c = c \prod_{i=1}^n x_i$$", "proved"),
    (r"For $c > 0$: $$\prod_{i=1}^n c^{x_i} e^{-c} = c^{\sum_{i=1}^n x_i} e^{-n c}$$", "unread"),  # or e^{-c}
    (r"For $c > 0$: $$\prod_{i=1}^n c^{x_i} e^{-n c} = c^{\sum_{i=1}^n x_i} e^{-n c}$$", "proved"),
    (r"Let $n \ge 1$ and $c > 0$. $$\prod_{i=1}^n x_i \cdot c = c^n \prod_{i=1}^n x_i$$", "refuted"),
    (r"Let $n \ge 1$. $$\prod_{i=1}^n x_i \prod_{i=1}^n z_i = \prod_{i=1}^n (x_i z_i)$$", "proved"),
    (r"Let $n \ge 1$. $$\prod_{i=1}^n x_i e^{\sum_{i=1}^n z_i} = e^{\sum_{i=1}^n z_i} \prod_{i=1}^n x_i$$", "proved"),
]


@pytest.mark.parametrize(("text", "verdict"), PRODUCTS)
def test_a_product_ends_where_its_index_ends(text: str, verdict: str):
    assert judged(text).steps[-1].verdict == verdict
