"""The Z of P(Z > 1.5), which is standard normal where a page is about normal laws and nothing is said of it."""

from __future__ import annotations

from tests.marking.verdicts import verdicts
from tests.tables import for_each

NORMAL = r"Let $X \sim \mathcal{N}(100, 15^2)$"
CASES = [
    (f"{NORMAL}. ", "P(X > 130) = P(Z > 2)", "proved"),
    (f"{NORMAL}. ", "P(X > 130) = P(Z > 1)", "refuted"),
    (f"{NORMAL} and $Z = 2 X$. ", r"P(Z > 200) = \frac12", "proved"),
    (f"{NORMAL} and let $Z$ be the number of successes. ", "P(Z > 1) = 0.5", "unread"),
    (r"Let $X \sim \mathrm{Exp}(1)$. ", "P(Z > 1) = e^{-1}", "unread"),
]


@for_each(CASES)
def test_z_is_standard_normal_where_nothing_else_is_said(told: str, claim: str, verdict: str):
    assert verdicts(f"{told}Then $${claim}.$$")[-1] == verdict
