"""Expansions with an error term, and Taylor polynomials and tangents that words announce."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

SIGNS = {"proved": "+", "supported": "+", "given": "?", "refuted": "-", "unread": "u", "undecided": "o"}


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (
            r"As $x \to 0$, $e^{-x} = 1 - x + \frac{x^2}{2} + O(x^3)$ and $e^{-x} = 1 - x + \frac{x^2}{3} + O(x^3)$.",
            "+-",
        ),
        (
            r"$\sqrt{x} = 1 + \frac{x - 1}{2} + o(x - 1)$ and $e^x - 1 - x = O(x^3)$ and $\cos x = 1 + \mathcal{O}(x)$.",
            "+-+",
        ),
        ("$f(x + h) = f(x) + h f'(x) + O(h^2)$ and $f(x + h) = f(x) - h f'(x) + O(h^2)$.", "+-"),
        (r"$\sqrt{x} = O(x)$ and $|x|^3 = O(x^2)$.", "oo"),  # one is false, one true; neither has the derivatives
        (r"For $x \to \infty$ we have $x^2 + x = x^2 + O(x)$.", "u"),
        ("The cost is $2n + 1 = 2n + O(n)$.", "u"),
    ],
)
def test_error_terms(page, wanted):
    assert "".join(SIGNS[verdict] for verdict in verdicts(page)) == wanted


@pytest.mark.parametrize(
    ("words", "equation", "wanted"),
    [
        ("second-order Taylor polynomial of $f$ at $x = 0$", r"T_2(x) = 1 + \frac{x}{2} - \frac{x^2}{8}", "+"),
        ("Taylor polynomial of degree $2$ around $0$", r"T_2(x) = 1 + \frac{x}{2} + \frac{x^2}{8}", "-"),
        ("linear approximation about $x = 3$", r"L(x) = 2 + \frac{x - 3}{4}", "+"),
        ("tangent line to $f$ at $x = 3$", r"y = 2 + \frac{x - 3}{2}", "-"),
        ("tangent line", r"y = 2 + \frac{x - 3}{4}", "u"),
        ("Taylor polynomial at $0$", r"T(x) = 1 + \frac{x}{2}", "u"),
    ],
)
def test_taylor_polynomials(words, equation, wanted):
    page = rf"Let $f(x) = \sqrt{{1 + x}}$. The {words} is ${equation}$."
    assert SIGNS[verdicts(page)[-1]] == wanted
