"""Values of functions at points, f(a) = 2: no formula for the function, and used in what follows."""

from __future__ import annotations

from tests.marking.verdicts import verdicts
from tests.tables import for_each

CASES = [
    ("Suppose $f(a) = 0$ and $f(b) = 1$. ", "f(a) + f(b) = 1", "proved"),
    ("Suppose $f(a) = 0$ and $f(b) = 1$. ", "f(a) + f(b) = 2", "refuted"),
    ("Suppose $f(1) = 0$ and $f(2) = 1$. ", "f(1) + f(2) = 1", "proved"),
    ("Let $g(0) = 1$, $g(1) = 2$ and $g(2) = 4$. ", "g(0) g(1) = 3", "refuted"),
    ("Let $f$ be a function with $f(x_0) = 0$ and $f(x_1) = 1$. ", "f(x_0) + f(x_1) = 1", "proved"),
    ("Let $V(s) = 2$ and $V(s') = 3$. ", "V(s) + V(s') = 5", "proved"),
    ("We know $u(A) = 10$, $u(B) = 4$. ", "0.5 u(A) + 0.5 u(B) = 7", "proved"),
    ("Let $v(A) = 2$. ", "v(B) = 3", "undecided"),
    ("Let $f(a) = 2$. ", "f(b) = 2", "undecided"),
    ("Let $f(x) = 2$. ", "f(3) = 2", "proved"),  # x is a variable: it says so of all
    ("Let $f(0) = 1$ and $f(1) = 3$. ", "f(2) = 5", "undecided"),
]


@for_each(CASES)
def test_a_value_at_a_point_says_nothing_of_others(told: str, claim: str, verdict: str):
    assert verdicts(f"{told}Then $${claim}.$$")[-1] == verdict
