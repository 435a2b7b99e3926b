"""Slips in the rules of calculation, as students make them: the repair says which half of which rule is missing."""

import pytest

from proofs import verify

SAID = {
    "the chain rule": (r"Let $f(x) = \sin(x^2)$. Then $f'(x) = \cos(x^2)$.", r"a factor $2 x$ on the right"),
    "the product rule": (r"Let $f(x) = x^3 \log x$ for $x > 0$. Then $f'(x) = 3x^2 \log x$.", r"$x^2$ added"),
    "the variables changed": (
        r"$$\int_{\mathbb{R}} \int_{\mathbb{R}} e^{-x^2-y^2} dx\,dy = \int_0^{2\pi} \int_0^\infty e^{-r^2} dr\,d\theta$$",
        r"a factor $r$ on $\exp(-r^2)$",
    ),
    "the parts integrated": (
        r"$$\int_0^{\pi/2} x\cos x\,dx = \left[x \sin x\right]_0^{\pi/2} + \int_0^{\pi/2}\sin x\,dx$$",
        r"a minus sign before the second term",
    ),
    "the complement": (
        r"Let $X \sim \mathrm{Poisson}(\lambda)$. Then $P(X \geq 1) = e^{-\lambda}$.",
        r"$1 - \exp(-\lambda)$ for $\exp(-\lambda)$ (the complement is meant)",
    ),
    "no complement": (
        r"Let $X$ be exponential with rate $\lambda$. For $t > 0$, $P(X > t) = 1 - e^{-\lambda t}$.",
        r"$\exp(-\lambda t)$ for $1 - \exp(-\lambda t)$ (the complement is meant)",
    ),
    "the coefficient of a probability": (
        r"Let $X \sim \mathrm{Bin}(n,p)$. Then $$P(X = k) = p^k(1-p)^{n-k}$$",
        r"a factor $\binom{n}{k}$ on the right",
    ),
    "a logarithm of a quotient": (
        r"Let $a, b > 0$. Then $\log(a/b) = \frac{\log a}{\log b}$.",
        r"a difference in place of $\frac{\log a}{\log b}$",
    ),
    "a logarithm of a square": (
        r"Let $x > 0$. Then $\log(x^2) = (\log x)^2$.",
        r"$2 \log x$ for $(\log x)^2$ (a factor, no exponent)",
    ),
    "Bayes' rule, the wrong way round": (
        r"Let $P(A) > 0$ and $P(B) > 0$. Then $P(A | B) = \frac{P(B | A) P(B)}{P(A)}$.",
        "$P(B)$ and $P(A)$ exchanged",
    ),
    "an equation solved for a numerator": (
        r"Let $a, b, c > 0$ with $\frac{a}{b} = c$. Then $a = \frac{b}{c}$.",
        r"a product in place of $\frac{b}{c}$",
    ),
    "a variable standardised": (
        r"Let $X \sim \mathcal N(\mu, \sigma^2)$ and $Z = (X - \mu)/\sigma^2$. Then $Z \sim \mathcal N(0, 1)$.",
        r"$\sigma$ for $\sigma^2$ (the square is too much), on the left",
    ),
    "a factor of a density": (
        r"Let $X \sim \mathrm{Exp}(\lambda)$. Then $E[X] = \int_0^\infty x e^{-\lambda x} dx$.",
        r"a factor $\lambda$ on the right",
    ),
    "a factor of a moment": (
        r"Let $X \sim \mathrm{Beta}(\alpha, \beta)$. Then $\operatorname{Var}(X) = \frac{\alpha\beta}{(\alpha+\beta)^2}$.",
        r"a factor $\frac{1}{\alpha + \beta + 1}$ on the right",
    ),
    "a value standardised": (
        r"Let $X \sim \mathcal{N}(\mu,\sigma^2)$. Then $P(X \le x) = \Phi\left(\frac{x-\mu}{\sigma^2}\right)$.",
        r"$\sigma$ for $\sigma^2$ (the square is too much)",
    ),
    "an exponential of a multiple": (
        r"$$e^{2x} = 2e^x$$",
        r"$\exp(x)^2$ for $2 \exp(x)$ (an exponent, no factor)",
    ),
    "a sine of a multiple": (r"$$\sin(2x) = 2\sin x$$", r"a factor $\cos x$ on $\sin x$"),
    "a determinant of a multiple": (
        r"Let $A$ be an invertible $d\times d$ matrix. Then $\det(2A) = 2\det(A)$.",
        r"$2^d$ for $2$ (the exponent is missing)",
    ),
    "the law of a maximum": (
        r"Let $X_1,\dots,X_n$ be i.i.d. $U(0,\theta)$ and $M = \max_i X_i$. For $0<t<\theta$, $P(M \le t) = t/\theta$.",
        r"$\left( \frac{t}{\theta} \right)^n$ for $\frac{t}{\theta}$ (the exponent is missing)",
    ),
    "the gradient of a quadratic form": (
        r"Let $A$ be a symmetric $n \times n$ matrix and $f(x) = x^\top A x$. Then $\nabla f(x) = Ax$.",
        r"a factor $2$ on the right",
    ),
    "the square of a mean, as it is written": (
        r"Let $X$ have finite variance. Then $\operatorname{Var}(X) = E[X^2] - E[X]$.",
        r"$\mathbb{E}[X]^2$ for $\mathbb{E}[X]$ (the square is missing)",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_the_rule_is_named(name):
    text, words = SAID[name]
    step = verify(text, jobs=0, second_reader=False).steps[-1]
    assert step.verdict == "refuted" and step.repair == f"true with {words}"


def test_nothing_is_mended_that_only_a_call_stands_for():
    """f'' is the derivative of another, which nobody wrote."""
    text = r"Let $f(x) = \tan x$. Then $f''(x) = 2 \tan x$ for $|x| < 1$."
    step = verify(text, jobs=0, second_reader=False).steps[-1]
    assert step.verdict == "refuted" and step.repair is None
