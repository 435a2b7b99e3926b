r"""Formulas that a page calls by their name, "the Jacobian is $J = -2$", are claims and no definitions."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

DISCRIMINATOR = r"Let $p$ and $q$ be densities. The optimal discriminator is $D^*(x) = \frac{%s}{p(x) + q(x)}$."
LOSS = r"The KL divergence loss is $L_{\text{KL}} = -\frac{1}{2}(1 + \log \sigma^2 - \mu^2 %s \sigma^2)$."
PLANE = "Let $u = x + y$ and $v = x - y$."
POLAR = r"Let $x = r\cos\theta$ and $y = r\sin\theta$."
COUPLING = r"A layer has $y_1 = x_1$ and $y_2 = x_2 e^{s(x_1)} + t(x_1)$."
RIDGE = r"Let $\lambda > 0$. We minimise $\|y - X\beta\|^2 + \lambda \|\beta\|^2$. The ridge estimator is"
PASSED = ("proved", "supported")


def last(text: str) -> str:
    return judged(text).steps[-1].verdict


@pytest.mark.parametrize(
    ("claim", "right", "wrong"),
    [
        (DISCRIMINATOR, "p(x)", "q(x)"),
        (LOSS, "-", "+"),
        (r"Let $f(x) = e^{-x^2/2}$. The normalized density is $p(x) = \frac{1}{%s} e^{-x^2/2}$.",
         r"\sqrt{2\pi}", r"2\pi"),
        ("Let $f(x) = e^{-3x}$ for $x > 0$. The normalized density is $p(x) = %s e^{-3x}$.", "3", "2"),
        (r"Let $f(x) = e^{-|x|}$. The partition function is $Z = %s$.", "2", "3"),
        (r"Let $X \sim \mathrm{U}(0, 1)$ and $Y = X^2$. Change of variables gives $g(y) = 1/(%s)$ for $0 < y < 1$.",
         r"2\sqrt{y}", r"\sqrt{y}"),
        (f"{PLANE} The Jacobian is $J = %s$.", "-2", "3"),
        (rf"{PLANE} The Jacobian matrix is $J = \begin{{pmatrix}} 1 & 1 \\ 1 & %s \end{{pmatrix}}$.", "-1", "1"),
        (rf"{POLAR} The Jacobian is $J = %s$.", "r", "r^2"),
        (rf"{POLAR} The Jacobian determinant is $\det J = %s$.", "r", "r^2"),
        (rf"{COUPLING} The log-determinant of the Jacobian is $\log|\det J| = %s$.", "s(x_1)", "2 s(x_1)"),
        ("A planar map is $z' = z + u h(w z + b)$. Its Jacobian is $J = 1 + %s h'(w z + b)$.", "u w", "u"),
        (r"The likelihood is $L(a) = a^n e^{-a s}$, so $\ell(a) = n \log a %s a s$.", "-", "+"),
        (r"We find the maximum. The likelihood is $L(a) = a^n e^{-a s}$. Taking logs, $\ell(a) = n \log a %s a s$.", "-", "+"),
        (r"Let $X_1, \dots, X_n$ be iid $\mathrm{Exp}(a)$. The likelihood is $L(a) = a^n e^{-a \sum_i X_i}$, so"
         r" $\ell(a) = \log L(a) = n \log a %s a \sum_i X_i$.", "-", "+"),
        (r"The likelihood is $L(p) = p^k (1-p)^{n-k}$. The log-likelihood is"
         r" $\ell(p) = k \log p %s (n-k) \log(1-p)$.", "+", "-"),
        (r"The likelihood is $L(p) = p^k (1-p)^{n-k}$. Setting the derivative to zero gives $\hat p = %s$.",
         "k/n", "n/k"),
        (r"The log-likelihood is $\ell(\lambda) = n \log \lambda - \lambda s$. Hence $\hat\lambda = %s$.", "n/s", "s/n"),
        (r"Let $x = 1.0$ and $y = 0.8$. Then $\frac{1}{%s} (x - y)^2 = \frac12 (1.0 - 0.8)^2$.", "2", "3"),
        (r"Since $0.6534 \neq %s$, the divergence is asymmetric.", "0.3466", "0.6534"),
        (rf"{RIDGE} $\hat\beta = (X^T X %s \lambda I)^{{-1}} X^T y$.", "+", "-"),
    ],
)  # fmt: skip
def test_what_a_formula_is_called_it_is_or_is_not(claim: str, right: str, wrong: str) -> None:
    assert last(claim.replace("%s", right)) in PASSED
    assert last(claim.replace("%s", wrong)) == "refuted"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"The least squares estimator is $\hat\beta = (X^T X)^{-1} X^T y$.", "proved"),
        (r"We minimise $\frac12 \|y - X\beta\|^2 + \lambda \|\beta\|^2$. The ridge estimator is"
         r" $\hat\beta = (X^T X + \lambda I)^{-1} X^T y$.", "unread"),  # whose factors decide which it is
        (r"Let $z = \mu + \sigma \epsilon$. The Jacobian of this map is $J = \sigma$.", "unread"),
        (rf"{PLANE} Let $J = 5$.", "given"),
        (r"The function $f(x) = x^2$ is increasing on $[1, 2]$. Hence the minimiser is $\hat x = 1$.", "unread"),
        (r"The log-likelihood of one observation is $\ell(\lambda) = \log\lambda - \lambda x$. For the sample we get"
         r" $\hat\lambda = 1/\bar x$.", "unread"),
        (r"The log-likelihood is $\ell(\lambda) = n \log \lambda - \lambda s$. With a prior, setting the derivative to zero"
         r" gives $\hat\lambda = (n - 1)/s$.", "given"),
        (r"Let $S(b) = (b - 1)^2 + (b - 3)^2$. With another loss, setting the derivative to zero gives $\hat b = 3$.",
         "given"),
        (r"The optimal discriminator $D$ is trained with $n = 5$.", "given"),
        (r"The likelihood is $L(a) = a^n e^{-a s}$. Then the log-posterior is $\ell(a) = n \log a - a s - a$.", "given"),
        (r"The likelihood is $L(a) = a^n e^{-a s}$. Dividing by $n$ and taking logs, $\ell(a) = \log a - a s/n$.", "given"),
    ],
)  # fmt: skip
def test_what_its_name_leaves_open_is_open(text: str, verdict: str) -> None:
    assert last(text) == verdict
