r"""Rows with two signs, x = \pm 1: one of two values, both of which solve the row above."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

QUADRATIC = r"Solve $a x^2 + b x + c = 0$ with $a \ne 0$. Then "
SQUARE = "Solve $x^2 - 6x + 7 = 0$. We get\n$$(x - 3)^2 = 2$$\n$$x - 3 = \\pm \\sqrt{2}$$\n"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"Solve $x^2 = 4$. Then $x = \pm 2$.", "proved"),
        (r"Solve $x^2 = 4$. Then $x = \pm 3$.", "refuted"),
        (r"Solve $2x - 4 = 0$. Then $x = \pm 2$.", "undecided"),  # a root too many
        (r"Let $y > 0$. From $x^2 = y$ we get $x = \pm \sqrt{y}$.", "proved"),
        (r"Let $y > 0$. From $x^2 = y$ we get $x = \pm y$.", "undecided"),
        (r"Let $f(x) = x^3 - 3x$. Then $f'(x) = 3x^2 - 3 = 0 \iff x^2 = 1 \iff x = \pm 1$.", "proved"),
        (QUADRATIC + r"$x = \frac{-b \pm \sqrt{b^2 - 4ac}}{2a}$.", "supported"),
        (QUADRATIC + r"$x = \frac{b \pm \sqrt{b^2 - 4ac}}{2a}$.", "undecided"),
        (SQUARE + r"$$x = 3 \pm \sqrt{2}$$", "proved"),
        (SQUARE + r"$$x = -3 \pm \sqrt{2}$$", "refuted"),
        (r"The eigenvalues satisfy $(2 - \lambda)^2 - 1 = 0$, so $2 - \lambda = \pm 1$.", "proved"),
        (r"The length is $\ell = 5 \pm 0.2$.", "unread"),
        (r"The mean is $\mu = 5$. An interval is $\mu = \bar x \pm 1.96 \frac{s}{\sqrt{n}}$.", "unread"),
    ],
)
def test_one_of_two_values(text, wanted):
    assert verdicts(text)[-1] == wanted
