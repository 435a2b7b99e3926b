r"""Sequences with one letter for the place in their formula and another in sums over them: a_n = 2n + 1, \sum_k a_k."""

from __future__ import annotations

from tests.marking.verdicts import verdicts
from tests.tables import for_each

CASES = [
    ("Let $a_n = 2n + 1$. ", r"\sum_{k=1}^{3} a_k = 15", "proved"),
    ("Let $a_n = 2n + 1$. ", r"\sum_{k=1}^{n} a_k = n^2 + 2n", "proved"),
    ("Let $a_n = 2n + 1$. ", r"\sum_{k=1}^{n} a_k = n^2 + n", "refuted"),
    (r"Let $a_n = \frac{n}{n+1}$. ", r"\prod_{k=1}^{n} a_k = \frac{1}{n+1}", "proved"),
    (r"Let $x_n = \frac1n$. ", r"\sum_{k=1}^{n} (x_k - x_{k+1}) = 1 - \frac{1}{n+1}", "proved"),
    ("Let $a_k = 2k + 1$. ", "a_n = 2n + 1", "proved"),
    ("Let $a_k = 2k + 1$. ", "a_n = 2n + 2", "refuted"),
    ("Let $a_n = 2n + 1$. ", "a_{m+1} = 2m + 3", "proved"),
]


@for_each(CASES)
def test_a_formula_for_a_sequence_holds_at_every_place(told: str, claim: str, verdict: str):
    assert verdicts(f"{told}Then $${claim}.$$")[-1] == verdict
