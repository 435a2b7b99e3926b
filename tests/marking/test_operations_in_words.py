"""Values that sentences claim, of derivatives, integrals, limits, determinants, means: each leaves a row."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last, verdicts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"The derivative of $x^3$ is $3x^2$.", ["proved"]),
        (r"The derivative of $x^3$ is $2x^2$.", ["refuted"]),
        (r"The second derivative of $x^3$ is $6x$.", ["proved"]),
        (r"The derivative of $f(x) = x^3$ is $3x^2$.", ["given", "proved"]),
        (r"The derivative of $a x^2$ with respect to $a$ is $x^2$.", ["proved"]),
        (r"The partial derivative of $x y^2$ with respect to $y$ is $x y$.", ["refuted"]),
        (r"The integral of $x$ from $0$ to $1$ is $\frac12$.", ["proved"]),
        (r"The integral of $x$ from $0$ to $1$ is 1.", ["refuted"]),
        (r"The limit of $\frac{\sin x}{x}$ as $x \to 0$ is $1$.", ["proved"]),
        (r"As $n \to \infty$, $(1 + 1/n)^n \to e$.", ["proved"]),
        (r"As $n \to \infty$, $(1 + 1/n)^n \to 1$.", ["refuted"]),
        (r"$\frac{n}{n+1} \to 1$ as $n \to \infty$.", ["proved"]),
        (r"The mean of a $\mathrm{Beta}(a, b)$ random variable is $\frac{a}{a+b}$.", ["proved"]),
        (r"The variance of $\mathrm{Poisson}(\lambda)$ is $\lambda^2$.", ["refuted"]),
        (r"The entropy of $N(\mu, \sigma^2)$ is $\frac12 \log(2 \pi e \sigma^2)$.", ["proved"]),
        (r"The KL divergence between $N(\mu, 1)$ and $N(0, 1)$ is $\mu^2$.", ["refuted"]),
        (r"The sum $\sum_{k=1}^4 k$ equals $10$.", ["proved"]),
        (r"The integral $\int_0^1 x^2 dx$ is $\frac12$.", ["refuted"]),
        (r"The value of $\log_2 8$ is 4.", ["refuted"]),
        (r"The number $\sqrt{2}$ is less than $1.4$.", ["refuted"]),
        (r"The inequality $x^2 \ge 1$ holds for all real $x$.", ["refuted"]),
        (r"The inequality $x^2 > x$ holds for $x > 1$.", ["supported"]),
        (r"It is known that $\pi > 4$.", ["refuted"]),
        (r"In particular, $2 > 3$.", ["refuted"]),
        (r"The determinant of $\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$ is $-2$.", ["proved"]),
        (r"The trace of $\begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$ is 4.", ["refuted"]),
        (
            r"The mean of $X \sim \mathrm{Exp}(\lambda)$ is $1/\lambda$ and its variance is $1/\lambda$.",
            ["proved", "refuted"],
        ),
    ],
)
def test_what_a_sentence_claims_is_judged(text, wanted):
    assert verdicts(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        r"The mean of $X$ is $\mu$.",
        r"The derivative of $f$ is $g$.",
        r"The determinant of $A$ is $1$.",
        r"The mean of $p$ is $\mu$.",
        r"The derivative of $a x^2$ is $2 a x$.",  # by which of them is not said
        r"If the derivative of $x^3$ is $3x^2$ or not does not matter.",
        r"This would imply $1 < 0$, which is impossible.",
        r"We conclude: $1 < 0$, a contradiction.",
        r"If the integral $\int_0^1 x dx$ is $1$, then we made a mistake.",
        r"What would it mean that the sum $\sum_{k=1}^3 k$ is $7$?",
        r"Here $\frac{1}{n} \to 0$ in some sense. As $n \to \infty$, this is clear.",
        r"Suppose, for contradiction, that this fails. Then in particular $1 < 0$.",
        r"We get $1 < 0$. This is absurd.",
        r"Half the derivative of $x^2$ is $x$.",
        r"The root of the derivative of $x^2 - 2x$ is $1$.",
        r"The third derivative of $x^3$ is $6$.",
        r"The product of $x$ and the derivative of $x^2$ is $2x^2$.",
        r"The number of terms in the sum $1 + 2 + 3$ is $3$.",
        r"The square of the mean of $X \sim N(2,1)$ is $4$.",
        r"One might think that the value of $\log_2 8$ is $4$.",
        r"Unless the sum $1 + 1$ equals $3$, we are fine.",
        r"Here $X^T X$ is $p \times p$.",
        r"The cost $n^2 + n$ is $O(n^2)$.",
    ],
)
def test_what_may_say_what_a_name_is_is_no_claim(text):
    assert verdicts(text) == []


def test_what_is_told_in_words_still_is():
    assert last(r"Let $X$ be a random variable. The mean of $X$ is $2$. $$E[X + 1] = 3$$") != "refuted"


@pytest.mark.parametrize(
    "text",
    [
        r"The inequality $x^2 < x$ only holds for $0 < x < 1$.",
        r"The inequality $x^2 < x$ holds for no $x > 1$.",
        r"The inequality $x^2 \ge x$ holds on $[1, \infty)$.",
        r"The inequality $x^2 \ge x$ holds on the interval $[1, \infty)$.",
        r"The equality $x^2 = x$ holds for $x = 0$ and $x = 1$.",
    ],
)
def test_what_holds_somewhere_is_in_doubt(text):
    assert verdicts(text)[0] == "undecided"


def test_one_of_several_that_are_concluded_is_not_claimed():
    assert verdicts(r"$x^2 > 4$ implies $x > 2$ or $x < -2$.") == ["unread", "unread"]
