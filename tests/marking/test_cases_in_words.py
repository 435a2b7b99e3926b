"""Functions that a sentence gives by cases: f(x) = x if x >= 1 and f(x) = 1 when x < 1 is one function."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last, verdicts

CASES = [
    r"Let $f(x) = x^2$ if $x \ge 1$ and $f(x) = 1$ if $x < 1$.",
    r"Let $f(x) = x^2$ when $x \ge 1$ and $f(x) = 1$ when $1 > x$.",
    r"Let $f(x) = x^2$ for $x \ge 1$ and $f(x) = 1$ for $x < 1$.",
    r"Let $f(x) = x^2$ if $x \ge 1$ and $f(x) = 1$ otherwise.",
    r"For $x \ge 1$ we have $f(x) = x^2$ and for $x < 1$ we have $f(x) = 1$.",
]


@pytest.mark.parametrize("said", CASES)
@pytest.mark.parametrize(
    ("claim", "wanted"), [("f(0) = 1", "proved"), ("f(0) = 0", "refuted"), ("f(2) = 4", "proved"), ("f(2) = 1", "refuted")]
)  # fmt: skip
def test_a_value_is_that_of_its_case(said, claim, wanted):
    assert last(f"{said} Then ${claim}$.") == wanted


def test_it_is_one_function():
    assert last(r"For $x \ge 0$ we have $f(x) = x$ and for $x < 0$ we have $f(x) = -x$, so $f(x) = |x|$.") == "proved"
    text = r"ReLU: $r(x) = x$ for $x > 0$ and $r(x) = 0$ for $x \le 0$. Hence $r(x) = \max(0, x)$."
    assert last(text) == "proved"
    text = r"Let $f(x) = 2 e^{-2x}$ for $x \ge 0$ and $f(x) = 0$ otherwise. Then $$\int_{-\infty}^\infty f(x) dx = 1.$$"
    assert last(text) in ("proved", "supported")


def test_cases_that_overlap_or_leave_some_out_are_not_read():
    assert verdicts(r"Let $f(x) = 1/x$ for $x \ge 1$ and $f(x) = x$ for $x < 2$. Then $f(1) = 1$.")[-1] == "undecided"
    assert verdicts(r"Let $f(x) = 1/x$ for $x \ge 1$ and $f(x) = x$ for $x < 0$. Then $f(1) = 2$.")[-1] == "undecided"
