r"""\dot x(t) of a function that is known is its derivative; and of what a limit is said to be something is not read."""

import pytest

from tests.marking.verdicts import last, verdicts

WAVE = r"Let $x(t) = A\cos(\omega t)$. "


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (WAVE + r"Then $\dot x(t) = -A\omega\sin(\omega t)$.", "proved"),
        (WAVE + r"Then $\dot x(t) = A\omega\sin(\omega t)$.", "refuted"),
        (WAVE + r"Then $\ddot{x}(t) = -\omega^2 x(t)$.", "proved"),
        (r"Then $v \dot v (1 + x) = v \dot v + v \dot v x$.", "proved"),  # a number, and its product
        (r"Let $y(t) = y_0 e^{-kt}$. Then $y'(t) = -k y(t)$.", "proved"),  # y_0 is no value of y
        (r"Let $y(t) = y_0 e^{-kt}$. Then $y'(t) = k y(t)$.", "refuted"),
    ],
)
def test_dots_are_derivatives(text, verdict):
    assert last(text) == verdict


def test_what_is_a_limit_is_not_any_number():
    text = r"Let $a_{n+1} = \sqrt{2 + a_n}$. If $a_n \to a$ then $a = \sqrt{2 + a}$."
    assert verdicts(text)[-1] == "undecided"
    assert last(r"As $n \to \infty$, the sum grows. Then $\sum_{k=1}^n k = n^2$.") == "refuted"


def test_a_rate_of_a_function_that_is_not_read_is_not_given():
    text = r"Consider $\dot x(t) = -k x(t)$ with $x(0) = 1$. Then $\ddot x(t) = -k^2 e^{-kt}$."
    assert last(text) == "undecided"
