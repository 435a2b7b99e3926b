r"""\arg\min, \sup without a set, conjugate functions, and what is defined by them."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

SIGNS = {"proved": "+", "supported": "+", "given": "?", "refuted": "-", "unread": "u", "undecided": "o"}
PROX = r"Let $\lambda > 0$ and $P(v) = \arg\min_x \left(f(x) + \frac{1}{2\lambda}(x - v)^2\right)$. For $f(x) = \frac{x^2}{2}$, "
CONJUGATE = r"Recall $f^*(y) = \sup_x (xy - f(x))$. For $f(x) = \frac{x^2}{2}$ we have "
RIDGE = r"Let $X \in \mathbb{R}^{n \times d}$ and $\lambda > 0$. Then $\hat w = \arg\min_w (\|y - Xw\|^2 + \lambda \|w\|^2) = "


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (PROX + r"$P(v) = \frac{v}{1 + \lambda}$ and $P(v) = \frac{2v}{1 + \lambda}$.", "??+-"),
        (r"$\arg\min_x (x^2 - 2x) = 2$ and $\arg\max_{x \in [0, 1]} x(1 - x) = \frac{1}{2}$.", "-+"),
        (RIDGE + r"(X^T X + \lambda I)^{-1} X^T y$.", "?+"),
        (RIDGE + r"(X^T X + 2\lambda I)^{-1} X^T y$.", "?-"),
        (r"Let $\hat\theta = \arg\max_\theta p(x \mid \theta)$. Then $\hat\theta = 3$.", "o"),
        (CONJUGATE + r"$f^*(y) = \frac{y^2}{2}$. For $f(x) = e^x$ we have $f^*(y) = y \log y$ for $y > 0$.", "??+?-"),
        ("Let $f(x) = e^x$. The conjugate of $f$ is $f^*(y) = y \\log y - y$ for $y > 0$.", "?+"),
        ("Let $f(x) = x^2$. The conjugate of $f$ is $f^*(y) = y^2$.", "?-"),
        (r"Let $y < 0$. Then $\sup_{x > 0} (xy + \log x) = -1 - \log(-y)$.", "+"),
    ],
)
def test_what_is_least(page, wanted):
    assert "".join(SIGNS[verdict] for verdict in verdicts(page)) == wanted
