"""Claims within sentences leave a row each, whether they are read or not; what only introduces leaves none."""

import pytest

from tests.marking.verdicts import verdicts

MAXIMUM = r"Let $X_1, \ldots, X_n \sim U(0, \theta)$ be independent. "


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (MAXIMUM + r"The likelihood is $L(\theta) = \theta^{-n}$ for $\theta \ge \max_i x_i$.", "unread"),
        (r"It is well known that $e^{i\pi} = -1$.", "unread"),
        (r"Let $x > 0$. The second derivative is $-\frac{3}{x^2} < 0$.", "proved"),
        (r"Let $x > 0$. The second derivative is $-\frac{3}{x^2} > 0$.", "refuted"),
        (r"Let $x \in \mathbb{R}$. Observe that $x^2 \ge 2x$.", "refuted"),
        (r"Observe that $x^2 + 1 \ge 2x$.", "supported"),
        (r"Moreover $\log(1 + x) \le x$ for all $x > -1$.", "proved"),
        (r"Moreover $\log(1 + x) \le x^2$ for all real $x > -1$.", "refuted"),
        (r"By the mean value theorem, $e^x \ge 1 + x$ for all $x$.", "proved"),
        (r"By the fundamental theorem, $\int_0^1 x^3 dx = \frac13$.", "refuted"),
        (r"By the mean value theorem, $e^x \ge 1 + x$ and $x^2 \ge 0$ for all $x$.", "proved"),
    ],
)
def test_what_a_sentence_says_leaves_a_row(text, verdict):
    assert verdicts(text)[-1] == verdict


@pytest.mark.parametrize(
    "text",
    [
        r"Let $e^{i\pi} = z$.",
        r"For any $x \ge 1$ there is a root.",
        r"Choose $n > k$.",
        r"By assumption, $x > 0$.",
        r"In addition, $x > 0$.",
    ],
)
def test_what_introduces_leaves_none(text):
    assert verdicts(text + " $$1 + 1 = 2$$") == ["proved"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"We know that $\sin^2 x + \cos^2 x = 2$.", "refuted"),
        (r"We use that $x^2 = -1$.", "undecided"),
        (r"We use that $x^2 = 4$.", "given"),
    ],
)
def test_an_equation_that_nothing_meets_is_not_given(text, verdict):
    assert verdicts(text)[-1] == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"$X \sim N(0, 1)$. $P(|X| > 2) \le 1/4$.", "supported"),
        (r"$X \sim N(0, 1)$. $P(|X| > 2) \le 1/100$.", "refuted"),
        (r"Let $X, Y$ be random variables. $H(X|Y) \le H(X)$. ", "unread"),
        (r"$x^2 \ge 2x$, so we are done.", "refuted"),
    ],
)
def test_a_formula_that_is_a_sentence_is_a_claim(text, verdict):
    assert verdicts(text)[-1] == verdict
