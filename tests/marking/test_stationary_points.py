"""Places that words find by setting a derivative to zero, or call minimizers and maximizers."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

SIGNS = {"proved": "+", "supported": "+", "given": "?", "refuted": "-", "unread": "u", "undecided": "o"}
RIDGE = r"Let $f(w) = \|Xw - y\|^2 + \lambda \|w\|^2$ with $\lambda > 0$. "
QUADRATIC = r"Let $f(x) = \frac{1}{2} x^T Q x - b^T x$ with $Q$ symmetric positive definite. "


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        ("Let $f(t) = t^2 - 10at$. Set the derivative to zero. Then $t_0 = 5a$.", "?+"),
        ("Let $f(t) = t^2 - 10at$. Set the derivative to zero. Then $t_0 = 4a$.", "?-"),
        (RIDGE + r"Setting the gradient to zero, $w^* = (X^T X + \lambda I)^{-1} X^T y$.", "??+"),
        (RIDGE + r"Setting the gradient to zero gives $w^* = (X^T X + 2 \lambda I)^{-1} X^T y$.", "??-"),
        (QUADRATIC + "The minimizer is $x^* = Q^{-1} b$.", "?++"),
        (QUADRATIC + "The maximizer is $x^* = Q^{-1} b$.", "?+-"),
        (r"Let $f(x) = x^2 - 4x$. So the unique minimizer is $\hat x = 3$.", "?--"),
        (r"Minimize $f(x) = x^2$ subject to $x \ge 1$. The minimizer is $x^* = 1$.", "?u"),
        ("Let $f(x) = x^2 - 4x$ and $g(x) = x^2$. Set the derivative to zero. Then $x_0 = 5$.", "???"),  # of which
    ],
)
def test_places_are_put_into_the_derivative(page, wanted):
    assert "".join(SIGNS[verdict] for verdict in verdicts(page)) == wanted


@pytest.mark.parametrize(("words", "wanted"), [("Hence", "undecided"), ("In this case", "proved")])
def test_a_case_of_equality_ends_with_its_sentence(words, wanted):
    page = r"Let $a, b > 0$. Then $\sqrt{ab} \le \frac{a + b}{2}$. Equality holds when $a = b$. "
    assert verdicts(rf"{page}{words} $\sqrt{{ab}} = a$.")[-1] == wanted


@pytest.mark.parametrize("words", ["Then", "It is convex since"])
def test_a_sign_at_the_end_of_a_chain_is_claimed(words):
    assert verdicts(f"Let $f(x) = x^3$. {words} $f''(x) = 6x > 0$.")[-1] == "undecided"  # it needs $x > 0$
    assert verdicts(f"Let $f(x) = x^4$. {words} $f''(x) = 12x^2 \\ge 0$.")[-1] == "proved"
