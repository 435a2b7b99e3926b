"""A value of a function of which nothing is said is no slip; what it says of all functions may be one."""

import pytest

from tests.marking.verdicts import last


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"Let $p = (1/2, 1/4)$. Then $g(p) = 2$.", "undecided"),
        (r"Let $p = 1/2$. Then $g(p) = 2$.", "undecided"),
        (r"Then $f(x) \ge 0$.", "undecided"),
        (r"Then $\int_0^1 f(x)\,dx = 1$.", "undecided"),
        (r"The recurrence is $T(n) = 2T(n/2) + n$.", "undecided"),
        (r"Then $f(x + y) = f(x) + f(y)$.", "undecided"),
        (r"Then $f(x) f(y) = f(xy)$.", "refuted"),
        (r"Then $(f(x) + 1)^2 = f(x)^2 + 1$.", "refuted"),
        (r"Let $f(x) = x^2$. Then $f(3) = 8$.", "refuted"),
    ],
)
def test_a_function_of_which_nothing_is_said(text, verdict):
    assert last(text) == verdict
