"""Orders that are supposed of an unknown function for all values, put to use at the values that names have."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

SMOOTH = (
    "Suppose $f$ is $L$-smooth, i.e.\n"
    r"$$f(y) \le f(x) + \nabla f(x)^T (y - x) + \frac{L}{2} \|y - x\|^2.$$"
    "\n"
    r"Setting $y = x - \frac{1}{L} \nabla f(x)$ we get"
    "\n"
)
CONVEX = r"Let $f$ be convex, i.e. $f(\frac{x + y}{2}) \le \frac{f(x) + f(y)}{2}$ for all $x, y$. "


@pytest.mark.parametrize(
    ("page", "wanted"),
    [
        (SMOOTH + r"$$f(y) \le f(x) - \frac{1}{2L} \|\nabla f(x)\|^2.$$", "proved"),
        (SMOOTH + r"$$f(y) \le f(x) - \frac{1}{L} \|\nabla f(x)\|^2.$$", "undecided"),
        (CONVEX + r"Then $f(1) \le f(0) + 1$.", "undecided"),
    ],
)
def test_what_follows_at_a_place(page, wanted):
    found = verdicts(page)
    assert (found[0], found[-1]) == ("given", wanted)
