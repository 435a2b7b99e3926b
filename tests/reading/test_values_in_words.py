"""Values that words give to quantities of what is known, read as the equations that they are."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

EXPONENTIAL = r"Let $X \sim \mathrm{Exp}(\lambda)$. "
NORMALS = r"Let $X \sim \mathcal N(1, 4)$ and $Y \sim \mathcal N(2, 9)$ be independent. "
DATA = r"Let $X_1, \dots, X_n$ be iid $\mathcal N(\mu, \sigma^2)$. "
MATRIX = r"Let $A = \begin{pmatrix} 4 & 1 \\ 2 & 3\end{pmatrix}$. "
CUBIC = r"Let $f(x) = x^3 - 3x$. "
SADDLE = r"Let $f(x, y) = x^2 y + y^3$. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (EXPONENTIAL + r"The mean is $1/\lambda$ and the variance is $1/\lambda$.", ["proved", "refuted"]),
        (EXPONENTIAL + r"Then $X$ has mean $1/\lambda$ and variance $1/\lambda^2$.", ["proved", "proved"]),
        (EXPONENTIAL + r"The third moment of $X$ is $3/\lambda^3$.", ["refuted"]),
        (r"$X \sim \mathrm{Bin}(n, p)$ has mean $np$ and variance $np$.", ["proved", "refuted"]),
        (NORMALS + r"Then $X + Y$ has mean $3$ and variance $15$.", ["proved", "refuted"]),
        (DATA + r"The mean of $\bar X$ is $\mu$ and its variance is $\sigma^2/n^2$.", ["proved", "refuted"]),
        (r"A fair die is rolled. Let $X$ be the number of points. The mean is $3$.", ["refuted"]),
        (MATRIX + "The trace is $7$. The determinant of $A$ is $11$.", ["given", "proved", "refuted"]),
        (MATRIX + "The eigenvalues are $2$ and $5$.", ["given", "proved", "proved"]),
        (
            MATRIX + "Then the trace is $7$, and $A$ has eigenvalues $2$ and $6$.",
            ["given", "proved", "proved", "refuted"],
        ),
        (
            CUBIC + "The derivative is $3x^2$. The critical points are $1$ and $2$.",
            ["given", "refuted", "proved", "refuted"],
        ),
        (SADDLE + r"The gradient is $(2xy, x^2 + 3y)$.", ["given", "refuted"]),
        (SADDLE + r"Then the Hessian is $H = \begin{pmatrix} 2y & 2x \\ 2x & 6y\end{pmatrix}$.", ["given", "proved"]),
        (r"Let $v = (3, 4)$. The norm of $v$ is $6$.", ["given", "refuted"]),
    ],
)
def test_verdicts(text, wanted):
    assert [step.verdict for step in judged(text).steps] == wanted


@pytest.mark.parametrize(
    "text",
    [
        EXPONENTIAL + "The mean is $5$.",  # it tells what the rate is
        EXPONENTIAL + "The mean is $m$.",  # it names the mean
        EXPONENTIAL + "Suppose the mean is $5$.",
        EXPONENTIAL + "What if the variance is $5$?",
        EXPONENTIAL + r"The mean is $2/\lambda$ or $1/\lambda$, we do not know which.",
        EXPONENTIAL + r"The mean is $2/\lambda$ times that of $Y$.",
        EXPONENTIAL + r"Twice the mean of $X$ is $2/\lambda$.",
        EXPONENTIAL + r"The square root of the variance of $X$ is $1/\lambda$.",
        EXPONENTIAL + r"The sum of the mean and the variance of $X$ is $1/\lambda + 1/\lambda^2$.",
        r"Let $X \sim \mathrm{Bin}(n, p)$. The maximum likelihood estimator is $X/n$. The variance is $p(1 - p)/n$.",
        r"Let $X \sim \mathrm{Poisson}(\lambda)$ and $Y = 2X$. The mean is $2\lambda$.",  # of which of the two
        r"Let $f(x) = x^2 - ax + 6$. The roots are $2$ and $3$.",  # it tells what a is
    ],
)
def test_nothing_is_claimed(text):
    assert {step.verdict for step in judged(text).steps} <= {"given"}


def test_a_value_that_tells_a_parameter_leaves_it_open():
    (step,) = judged(r"Let $X \sim \mathrm{Poisson}(\lambda)$, where the mean is $3$. Then $P(X = 0) = e^{-3}$.").steps
    assert step.verdict == "undecided"


def test_an_entropy_beside_a_number_h_is_no_product():
    text = (
        r"The entropy of a fair die is $H = \log_2 6 \approx 2.585$ bits. For a biased coin with $p = 0.1$ we get "
        r"$H(0.1) = -0.1\log_2 0.1 - 0.9\log_2 0.9$ bits."
    )
    assert judged(text).steps[-1].verdict == "unread"


@pytest.mark.parametrize(
    ("told", "value", "wanted"),
    [
        (r"Since the mean is $1/\lambda = 5$", "1/5", "proved"),
        (r"Since the mean is $1/\lambda = 5$", "1/4", "refuted"),
        (r"We know that $e^{-\lambda} = 0.5$", r"\log 2", "supported"),
        (r"We know that $e^{-\lambda} = 0.5$", r"\log 3", "refuted"),
    ],
)
def test_a_reason_tells_a_parameter(told, value, wanted):
    assert judged(rf"{EXPONENTIAL}{told}, so we get $\lambda = {value}$.").steps[-1].verdict == wanted
