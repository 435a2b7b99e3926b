r"""Values that are put for declared vectors, for their sizes, and for maps between them; the terms made of them follow."""

import pytest

from tests.marking.verdicts import judged

MAP = r"""Let $x, y \in \mathbb{R}^n$ and $f : \mathbb{R}^n \to \mathbb{R}^n$. Write
\begin{align*}
&y = (x_k \exp(f(x)_k))_{k = 1}^n, \\
&J = \frac{\partial y}{\partial x}.
\end{align*}
Put %s.
\begin{align*}
%s
\end{align*}
"""
ONE = r"$n = 1$, $x = (2)$, and $f(u) = (3 u_1)$"
TWO = r"$n = 2$, $x = (2, 5)$, and $f(u) = (3 u_2, u_1 u_2)$"


def verdict(values, formula):
    return judged(MAP % (values, formula)).steps[-1].verdict


@pytest.mark.parametrize(
    ("values", "formula", "expected"),
    [
        (ONE, r"y_1 &= 2 e^6", "proved"),
        (ONE, r"y_1 &= 2 e^5", "refuted"),
        (TWO, r"y_1 &= 2 e^{15}", "proved"),
        (TWO, r"y_2 &= 5 e^{10}", "proved"),
        (TWO, r"y_2 &= 2 e^{10}", "refuted"),
        (ONE, r"\det J &= e^6 + 2 \cdot 3 e^6", "supported"),
        (ONE, r"\det J &= e^6", "refuted"),
        (TWO, r"\det J &= (1 + 10 \cdot 2) e^{25}", "refuted"),
        (TWO, r"\det J &= (1 \cdot 11 - 6 \cdot 25) e^{25}", "supported"),
        (ONE, r"f(x)_1 &= 6", "proved"),
        (ONE, r"f(x)_1 &= 2", "refuted"),
        (ONE, r"\left. \frac{\partial y}{\partial x} \right|_{x = (2)} &= J", "proved"),
        (ONE, r"\det \left. \frac{\partial y}{\partial x} \right|_{x = (1)} &= \det J", "refuted"),
    ],
)
def test_what_is_made_of_them_follows(values, formula, expected):
    assert verdict(values, formula) == expected


@pytest.mark.parametrize(
    ("values", "formula", "expected"),
    [
        (r"$x = (2)$", r"x_1 &= 2", {"unread", "undecided", "given"}),  # of how many dimensions is not said
        (r"$n = 1$ and $x = (2)$", r"x_1 &= 2", {"proved"}),
        (r"$n = 1$ and $x = (2)$", r"x_1 &= 3", {"refuted"}),
        (ONE + r". Now let $f(u) = (4 u_1)$", r"f(x)_1 &= 6", {"refuted"}),  # what holds is what was said last
    ],
)
def test_of_a_size_that_is_not_known_nothing_is_guessed(values, formula, expected):
    assert verdict(values, formula) in expected
