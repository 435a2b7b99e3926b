"""A derivative or a gradient that words set to zero, and the estimate that solves the row above."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

RIDGE = (
    r"Let $X \in \mathbb{R}^{n \times d}$, $y \in \mathbb{R}^n$ and $\lambda > 0$. The loss is"
    "\n$$L(w) = \\|Xw - y\\|^2 + \\lambda \\|w\\|^2.$$\n"
)
GRADIENT = "The gradient is\n$$\\nabla L(w) = 2 X^T X w - 2 X^T y + 2\\lambda w.$$\nSetting it to zero we get\n"


@pytest.mark.parametrize(
    ("rows", "wanted"),
    [
        (GRADIENT + "$$(X^T X + \\lambda I) w = X^T y,$$\nso\n$$\\hat w = (X^T X + \\lambda I)^{-1} X^T y.$$", "?+++"),
        (GRADIENT + "$$(X^T X - \\lambda I) w = X^T y.$$", "?+undecided"),
        (
            GRADIENT + "$$(X^T X + \\lambda I) w = X^T y \\Rightarrow \\hat w = (X^T X + \\lambda I)^{-1} X^T y$$",
            "?+++",
        ),
        (
            "$$\\nabla L(w) = 2 X^T X w - 2 X^T y + 2\\lambda w = 0$$\n$$\\Rightarrow (X^T X + \\lambda I) w = X^T y$$"
            "\n$$\\Rightarrow \\hat w = (X^T X + \\lambda I)^{-1} X^T y$$",
            "?+?++",
        ),
    ],
)
def test_ridge_regression(rows, wanted):
    signs = {"proved": "+", "given": "?", "refuted": "-"}
    assert "".join(signs.get(verdict, verdict) for verdict in verdicts(RIDGE + rows)) == wanted


SQUARE = "Let $f(x) = x^2 - 4x$. The derivative is\n$$f'(x) = 2x - 4.$$\nSetting it to zero "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (SQUARE + r"gives $\hat x = 2$.", "proved"),
        (SQUARE + r"gives $\hat x = 3$.", "refuted"),
        (SQUARE + r"we obtain $$\hat x = 3.$$", "refuted"),
        (r"Let $f(x) = x^2 - 4x$. Then $f'(x) = 2x - 4$. Setting this to zero gives $x^* = 3$.", "refuted"),
        ("Let $X_1, \\dots, X_n$ be iid with mean $\\mu$. Then\n$$E[\\bar X] = \\mu$$\nso\n$$\\hat \\mu = \\bar X.$$", "unread"),
    ],
)  # fmt: skip
def test_an_estimate_solves_the_row_above_only_where_something_was_set_to_zero(text, wanted):
    assert verdicts(text)[-1] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"Let $v \in \mathbb{R}^d$ and $v \ne 0$. Then $$v^T v > 0.$$", {"proved", "supported"}),
        (r"Let $v \in \mathbb{R}^d$. Then $$v^T v > 0.$$", {"refuted"}),
        (r"Let $A$ be a real matrix and $x$ a vector with $x \ne 0$. Then $$\|A x\|^2 > 0.$$", {"refuted"}),
        (
            r"Let $X \in \mathbb{R}^{n \times d}$ and $\lambda > 0$. For all $v \in \mathbb{R}^d$ with $v \neq 0$, "
            r"$$\|Xv\|^2 + \lambda \|v\|^2 > 0.$$",
            {"proved"},
        ),
    ],
)
def test_a_vector_that_is_not_zero(text, wanted):
    assert verdicts(text)[-1] in wanted


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (r"\nabla_w L = 2 \Sigma w - 2 \lambda w", "proved"),
        (r"\nabla_w L = 2 \Sigma w - \lambda w", "undecided"),
        (r"\nabla_v L = 2 \Sigma w - 2 \lambda w", "unread"),
    ],
)
def test_the_gradient_of_a_function_without_its_arguments(row, wanted):
    lagrangian = r"L(w, \lambda) = w^\top \Sigma w - \lambda (w^\top w - 1)"
    text = rf"Let $\Sigma \in \mathbb{{R}}^{{d \times d}}$ be symmetric and $${lagrangian}.$$ Then $${row}.$$"
    assert verdicts(text)[-1] == wanted


@pytest.mark.parametrize(("variance", "wanted"), [(r"\frac1n", "supported"), (r"\frac1{n-1}", "refuted")])
def test_estimates_behind_arrows(variance, wanted):
    text = (
        r"Let $x_1, \dots, x_n$ be i.i.d. $N(\mu, \sigma^2)$. The log-likelihood is"
        r"$$\ell(\mu, \sigma^2) = -\frac{n}{2} \log(2\pi\sigma^2) - \frac{1}{2\sigma^2} \sum_{i=1}^n (x_i - \mu)^2.$$"
        r"$$\frac{\partial \ell}{\partial \mu} = \frac{1}{\sigma^2} \sum_{i=1}^n (x_i - \mu) = 0 \Rightarrow "
        r"\hat\mu = \frac1n \sum_{i=1}^n x_i$$ $$\frac{\partial \ell}{\partial \sigma^2} = -\frac{n}{2\sigma^2} + "
        r"\frac{1}{2\sigma^4} \sum_{i=1}^n (x_i - \mu)^2 = 0 \Rightarrow "
        rf"\hat\sigma^2 = {variance} \sum_{{i=1}}^n (x_i - \hat\mu)^2$$"
    )
    found = verdicts(text)
    assert found[-4] == "proved"
    assert found[-1] == wanted


BOWL = r"Let $f(x, y) = x^2 + xy + y^2 - 3x$. "
GRADIENT_OF_BOWL = BOWL + r"The gradient is $\nabla f(x, y) = (2x + y - 3, x + 2y)$. Setting it to zero gives "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (BOWL + "Setting the gradient to zero gives $x = 2$ and $y = -1$.", "supported"),
        (BOWL + "Setting the gradient to zero gives $x = 2$ and $y = 1$.", "refuted"),
        (BOWL + "Setting both partial derivatives equal to zero, we find $x = 1$.", "refuted"),
        (BOWL + r"From $\nabla f = 0$ we get $x = 2$ and $y = 1$.", "refuted"),
        (BOWL + r"Setting $\nabla f(x, y) = 0$ gives $x = 2$ and $y = -1$.", "supported"),
        (GRADIENT_OF_BOWL + "$y = 1$.", "refuted"),
    ],
)
def test_a_gradient_that_is_set_to_zero(text, wanted):
    assert verdicts(text)[-1] == wanted


SQUARES = r"Let $f(x) = \|Ax - b\|^2$. "
FORM = r"Let $f(x) = \frac12 x^T A x - b^T x$ with $A$ symmetric. "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (SQUARES + "Setting the gradient to zero gives $A^T A x = A^T b$. The Hessian is $2A^T A$.", ["proved", "proved"]),
        (SQUARES + "Setting the gradient to zero gives $A^T A x = 2A^T b$. The Hessian is $A^T A$.", ["undecided", "refuted"]),
        (FORM + "The gradient is $Ax - b$ and the Hessian is $2A$.", ["proved", "refuted"]),
        (FORM + "Setting the gradient to zero we obtain\n$$Ax = b.$$", ["proved"]),
    ],
)  # fmt: skip
def test_a_gradient_of_a_function_of_a_vector(text, wanted):
    assert [verdict for verdict in verdicts(text) if verdict != "given"] == wanted
