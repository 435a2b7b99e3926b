r"""Random variables of which words say which values they have: all of them, integers, those of an interval."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged, last

COUNT = r"Let $X$ be a random variable with values in $\{0, 1, 2, \dots\}$. "


@pytest.mark.parametrize(
    "text",
    [
        COUNT + r"Then $E[X] = \sum_{k=1}^\infty P(X \ge k)$.",
        COUNT + r"Then $\sum_{k=0}^\infty P(X = k) = 1$.",
        r"Let $X$ be a random variable with values in $\{1, \dots, n\}$. Then $E[X] = \sum_{k=1}^n k P(X = k)$.",
        r"Let $N$ be a non-negative integer-valued random variable. Then $P(N \ge 1) \le E[N]$.",
        r"Let $X$ be a random variable with values in $\{-1, 1\}$. Then $E[X^2] = 1$.",
        r"Let $X$ take values in $\{1, 2, 3\}$. Then $E[X] \le 3$.",
        r"Let $X$ be a nonnegative random variable. Then $E[X] = \int_0^\infty P(X > t) dt$.",
    ],
)
def test_what_holds_of_such_values_is_proved(text):
    assert last(text) == "proved"


@pytest.mark.parametrize(
    "text",
    [
        COUNT + r"Then $P(X \ge 1) = \sum_{k=1}^\infty P(X = k)$.",
        COUNT + r"Let $p_k = P(X = k)$ and $G(s) = \sum_{k=0}^\infty p_k s^k$. Then $G(1) = 1$.",
        r"Let $X$ be a random variable with values in $[0, 1]$. Then $\mathrm{Var}(X) \le \frac14$.",
    ],
)
def test_what_is_seen_to_hold_of_them_is_supported(text):
    assert last(text) == "supported"


@pytest.mark.parametrize(
    "text",
    [
        COUNT + r"Then $E[X] = \sum_{k=1}^\infty P(X > k)$.",
        COUNT + r"Then $P(X \ge 1) = 1 - P(X = 1)$.",
        r"Let $X$ take values in $\{1, 2, 3\}$. Then $E[X] = P(X=1) + 2 P(X=2) + 4 P(X=3)$.",
        r"Let $N$ be a non-negative integer-valued random variable. Then $P(N \ge 2) \le E[N]/3$.",
        r"Let $X$ be a random variable with values in $[0, 1]$. Then $\mathrm{Var}(X) \le \frac15$.",
        r"Let $X$ be a random variable with values in $\{0, 1, 2, 3\}$. Then $E[X] \le 2$.",
    ],
)
def test_what_does_not_is_refuted(text):
    assert last(text) == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        r"Let $X$ be a random variable. Then $P(X > 3) = P(X \ge 4)$.",
        r"Let $X$ be a random variable with values in $S$. Then $E[X] \le 2$.",
        r"Let $X$ be a random variable with values in $\{0, 1, 2\}$, at most one on average. Then $E[X] \le 1$.",
    ],
)
def test_of_other_values_nothing_is_refuted(text):
    assert last(text) == "undecided"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"Let $X$ have density $f$. Then $E[X] = \int_{-\infty}^\infty x f(x) dx$.", "proved"),
        (r"Let $X$ have density $f$. Then $E[X] = \int_{-\infty}^\infty f(x) dx$.", "refuted"),
        (r"Let $X$ have density $f$, where $f(x) = 2x$ for $0 \le x \le 1$. Then $E[X] = \frac23$.", "proved"),
        (r"Let $X$ have density $f$, where $f(x) = 2x$ for $0 \le x \le 1$. Then $E[X] = \frac12$.", "refuted"),
        (r"Let $f$ and $g$ be densities on $\mathbb{R}$. Then $\int f(x) dx = \int g(x) dx$.", "proved"),
        (r"Let $X \ge 0$ have density $f$. Then $E[X] = \int_0^\infty x f(x) dx$.", "proved"),
        (r"Let $X$ have density $p(x)$ on $[0, \infty)$. Then $E[X] = \int_0^\infty x p(x) dx$.", "proved"),
        (r"Let $X$ have density $p(x)$ on $[0, \infty)$. Then $E[X] = \int_0^\infty p(x) dx$.", "refuted"),
        (r"Let $X$ have density $p(x)$ on $[0, 1]$. Then $E[X] = \int_0^1 x p(x) dx$.", "proved"),
    ],
)
def test_letters_that_words_call_densities(text, verdict):
    assert last(text) == verdict


def test_the_order_of_sums_over_a_triangle():
    text = (
        r"$$\sum_{n=1}^N \sum_{k=1}^{n} \frac{1}{k} = \sum_{k=1}^N \sum_{n=k}^N \frac1k = \sum_{k=1}^N \frac{N-k}{k}$$"
    )
    assert [step.verdict for step in judged(text).steps] == ["proved", "refuted"]
