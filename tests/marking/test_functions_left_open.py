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


@pytest.mark.parametrize(
    "text",
    [
        r"Let $T(n) = 2T(n/2) + n$ with $T(1) = 1$. Then $T(n) = n^3$.",
        r"The recurrence $T(n) = T(n-1) + n$ with $T(0) = 0$ has the solution $T(n) = n^2$.",
        r"Let $f'(x) = f(x)$ and $f(0) = 1$. The solution is $f(x) = e^{2x}$.",
    ],
)
def test_a_solution_of_an_equation_is_not_given(text):
    assert last(text) == "undecided"


def test_a_function_that_is_chosen_is_given():
    assert last(r"Let $f(-x) = f(x)$. Let $f(x) = x^2$.") == "given"
