r"""Quantities that words name, "the mean is $m = 2$", are claims where what they belong to is known: never only given."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged
from tests.tables import for_each

EXPONENTIAL = r"Let $X \sim \mathrm{Exp}(\lambda)$."
POISSON = r"Let $X \sim \mathrm{Poisson}(\lambda)$."
NORMAL = r"Let $X \sim \mathcal N(\mu, \sigma^2)$."
CUBIC = "Let $f(x) = x^3 - 3 x$."
MATRIX = r"Let $A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$."
PASSED = ("proved", "supported")


def last(text: str) -> str:
    return judged(text).steps[-1].verdict


@pytest.mark.parametrize(
    ("before", "claim", "right", "wrong"),
    [
        (EXPONENTIAL, r"The mean is $m = %s$.", r"1/\lambda", r"\lambda"),
        (EXPONENTIAL, r"The mean is $m = 1/\lambda$ and the variance is $v = %s$.", r"1/\lambda^2", r"1/\lambda"),
        (EXPONENTIAL, r"The median of $X$ is $m = \frac{%s}{\lambda}$.", r"\log 2", "2"),
        (EXPONENTIAL, r"For $x \ge 0$ the distribution function is $F(x) = %s$.",
         r"1 - e^{-\lambda x}", r"e^{-\lambda x}"),
        (EXPONENTIAL, r"The quantile function is $Q(p) = -\frac{1}{\lambda} \log(%s)$.", "1 - p", "p"),
        (POISSON, r"The Fisher information is $I(\lambda) = %s$.", r"1/\lambda", r"\lambda"),
        (NORMAL, r"The Fisher information of $\mu$ is $I(\mu) = %s$.", r"1/\sigma^2", r"\sigma^2"),
        (NORMAL, r"The moment generating function is $M(t) = e^{%s}$.", r"\mu t + \sigma^2 t^2 / 2", r"\mu t"),
        (CUBIC, "The derivative is $g(x) = %s$.", "3 x^2 - 3", "3 x^2"),
        (CUBIC, "The critical points are $x_1 = 1$ and $x_2 = %s$.", "-1", "-2"),
        (CUBIC, "Setting the derivative to zero gives $x = %s$.", "1", "3"),
        ("Let $f(x) = 2 x + 1$.", "The inverse is $g(y) = %s$.", "(y - 1) / 2", "(y + 1) / 2"),
        (MATRIX, r"The eigenvalues are $\lambda_1 = 1$ and $\lambda_2 = %s$.", "3", "4"),
        (MATRIX, r"The eigenvalues are $\lambda_{1,2} = 2 \pm %s$.", "1", "2"),
        (MATRIX, r"The characteristic polynomial is $p(t) = t^2 - 4 t + %s$.", "3", "5"),
        (MATRIX, r"The characteristic polynomial of $A$ is $t^2 - 4 t + %s = (t - 2)^2 - 1$.", "3", "5"),
        (MATRIX, r"The singular values are $\sigma_1 = 1$ and $\sigma_2 = %s$.", "3", "-3"),
        (MATRIX, r"The Frobenius norm of $A$ is $%s$.", r"\sqrt{10}", r"\sqrt{6}"),
        (MATRIX, "$A^2$ has eigenvalues $1$ and $%s$.", "9", "3"),
        ("Let $f(x) = x^2 - 5x + 6$.", r"The roots are $x_{1,2} = \frac{5 \pm %s}{2}$.", "1", "2"),
        (MATRIX, r"The determinant is $d = %s$.", "3", "5"),
        ("Let $f(x, y) = x^2 + y^2$.", "The gradient is $g(x, y) = (%s, 2 y)$.", "2 x", "x"),
    ],
)  # fmt: skip
def test_a_quantity_of_what_is_known_is_judged(before: str, claim: str, right: str, wrong: str) -> None:
    assert last(f"{before} {claim.replace('%s', right)}") in PASSED
    assert last(f"{before} {claim.replace('%s', wrong)}") == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        rf"{EXPONENTIAL} The score is $s(\lambda) = 1/\lambda$.",
        r"Let $A = \begin{pmatrix} 1 & 0 & 0 \\ 0 & 2 & 0 \\ 0 & 0 & 3 \end{pmatrix}$. "
        r"The characteristic polynomial is $p(t) = t^3 - 6 t^2 + 11 t - 6$.",  # or with the other sign
        f"{CUBIC} The local minimiser is $x^* = 3$.",
        r"Let $f(x) = e^x$. The Taylor polynomial of degree 2 is $T(x) = 1 + x + x^2$.",
        r"The likelihood is not known. Hence $\hat\theta_{MAP} = \frac{1}{n} \sum_i x_i$.",
        "We solve what is left. Hence $c = 1/2$.",
        r"Let $L(\lambda) = \lambda^n e^{-\lambda s}$. Taking logs, the derivative is $g(\lambda) = n/\lambda - s$.",
    ],
)
def test_what_is_not_computed_is_not_given(text: str) -> None:
    assert last(text) == "unread"


@pytest.mark.parametrize(
    "text",
    [
        r"Suppose the hazard rate is $h(t) = 2 t$.",
        rf"{EXPONENTIAL} Let $Y$ be another number. The mean of $Y$ is $m = 7$.",
        r"Let $X \sim \mathcal N(0, 1)$. The data are $1, 2, 3$. The mean is $m = 2$.",
        f"{CUBIC} The step size is $h = 0.1$.",
    ],
)
def test_of_anything_else_it_names_something(text: str) -> None:
    assert last(text) == "given"


def test_the_density_of_something_made_of_another_is_no_hypothesis() -> None:
    text = r"Let $X$ have density $f$. The density of $2X$ is $\frac{d}{dy} F(y/2) = f(y/2)$."
    assert last(text) == "undecided"


@pytest.mark.parametrize(("value", "verdict"), [("1024", "proved"), ("512", "refuted")])
def test_a_member_is_what_the_formula_for_all_says(value: str, verdict: str) -> None:
    assert (
        last(rf"The error after $n$ steps is $e_n = \frac{{1}}{{2^{{n+1}}}}$. Here $e_9 = \frac{{1}}{{{value}}}$.")
        == verdict
    )


def test_what_an_inequality_with_a_name_says_is_judged() -> None:
    assert last(r"Cauchy-Schwarz: $|u \cdot v| \le \|u\| \|v\|$.") == "proved"
    assert last(r"Cauchy-Schwarz: $|u \cdot v| \ge \|u\| \|v\|$.") == "refuted"


def test_the_solution_of_an_equation_that_is_not_read_is_not_given() -> None:
    assert last("Consider $y' = -2 y$ with $y(0) = 3$. The solution is $y(t) = 3 e^{2 t}$.") == "undecided"
    assert last("From $y(0) = 2$ we get $A = 3$.") == "unread"


@for_each(
    [
        (r"Let $f(x) = c x^2$ for $0 < x < 1$ be the density of $X$. Then $c = 2$.", "unread"),
        (r"Let $p(k) = c / k!$ for $k = 0, 1, \dots$ be the mass function of $X$. So $c = e$.", "unread"),
        (r"The line $y = m x + b$ goes through $(1, 2)$ and $(3, 6)$. So $m = 3$ and $b = 1$.", "unread"),
        (r"Let $P(X = k) = c/k!$ for $k = 0, 1, \dots$ Then $c = e$.", "refuted"),
        (r"Let $y = 2x + 1$ and let $x = 3$. Then $y = 7$.", "proved"),
        (r"Let $p = 0.3$. Then $q = 0.7$.", "given"),
        (r"Let $f(x) = (x - a)^2$. Now $a = 2$ gives $f(0) = 4$.", "proved"),
        (r"Let $f(x) = (x - a)^2$. Then we choose $a = 2$.", "given"),
        (r"Let $p_1, p_2$ be probabilities. Maximising the entropy, we get $p_1 = \frac13$.", "unread"),
        (r"Let $A$ be an $n \times n$ matrix. The minimiser is $x^* = A^{-1} b$.", "unread"),
        (
            r"Let $x_i \sim \mathrm{Exp}(\lambda)$ be iid. The method of moments gives $\hat\lambda = \frac1n \sum_{i=1}^n x_i$.",
            "unread",
        ),
        (r"Let $f(x) = (x - 3)^2$. Setting the gradient to zero, $x = 2$.", "refuted"),
    ]
)
def test_a_number_that_is_in_use_is_not_named_by_what_follows(text: str, wanted: str) -> None:
    assert last(text) == wanted


EXTREME = r"Let $X_1, \dots, X_n$ be iid $\mathrm{Uniform}(0, \theta)$ and $M = \max_i X_i$."

SMALL = r"Let $x \sim \mathcal N(\mu, \sigma^2)$."
VECTOR = r"Let $x \sim \mathcal N(\mu, \Sigma)$ in $\mathbb R^d$."
QUADRATIC = r"\exp(-\frac12 (x - \mu)^\top \Sigma^{-1} (x - \mu))"


@for_each(
    [
        (f"{SMALL} The density is", r"p(x) = \frac{1}{\sqrt{2\pi}\sigma} e^{-\frac{(x-\mu)^2}{2\sigma^2}}", "proved"),
        (f"{SMALL} The density is", r"p(x) = \frac{1}{\sqrt{2\pi}\sigma} e^{-\frac{(x-\mu)^2}{\sigma^2}}", "refuted"),
        (f"{VECTOR} The density is", rf"p(x) = (2\pi)^{{-d/2}} |\Sigma|^{{-1/2}} {QUADRATIC}", "proved"),
        (f"{VECTOR} The density is", rf"p(x) = (2\pi)^{{-1/2}} |\Sigma|^{{-1/2}} {QUADRATIC}", "refuted"),
        (f"{SMALL} The proposal density is", r"q(x) = \frac12 e^{-|x|}", "given"),
        (f"{SMALL} The prior density is", r"p(x) = \frac12 e^{-|x|}", "given"),
        (f"{POISSON} The mass function of $X$ is", r"p(k) = \frac{\lambda^k e^{-\lambda}}{k!}", "proved"),
        (f"{POISSON} The mass function of $X$ is", r"p(k) = \frac{\lambda^k e^{-\lambda}}{k}", "refuted"),
        (f"{POISSON} The pgf of $X$ is", r"G(s) = e^{\lambda (s - 1)}", "supported"),
        (f"{POISSON} The pgf of $X$ is", r"G(s) = e^{\lambda (1 - s)}", "refuted"),
        (f"{POISSON} Its generating function is", r"g(s) = e^{\lambda s}", "unread"),
        (f"{EXPONENTIAL} The third moment of $X$ is", r"m = \frac{6}{\lambda^3}", "proved"),
        (f"{EXPONENTIAL} The third moment of $X$ is", r"m = \frac{3}{\lambda^3}", "refuted"),
        (f"{EXPONENTIAL} The entropy of $X$ is", r"h = 1 - \log \lambda", "proved"),
        (f"{EXPONENTIAL} The entropy of $X$ is", r"h = 1 + \log \lambda", "refuted"),
        (f"{EXTREME} The density of $M$ is", r"f(m) = n m^{n - 1} / \theta^n", "proved"),
        (f"{EXTREME} The density of $M$ is", r"f(m) = n m^n / \theta^n", "refuted"),
        (f"{EXTREME} The mean of $M$ is", r"\mu = \theta", "refuted"),
    ]
)
def test_quantities_of_laws_and_of_extremes(before: str, claim: str, wanted: str) -> None:
    assert last(f"{before} ${claim}$.") == wanted
