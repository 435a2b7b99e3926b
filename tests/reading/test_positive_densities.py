r"""What words say of where densities are positive, and the mean of p / q that asks for it."""

from __future__ import annotations

from tests.marking.verdicts import judged, last
from tests.tables import for_each

RATIO = r"Then $E_p\left[\frac{q(x)}{p(x)}\right] = 1$."
TOLD = [
    ("Let $p$ and $q$ be densities. ", 1),  # what lies outside of p is left out
    ("Let $p$ and $q$ be strictly positive densities. ", 0),
    ("Consider positive densities $p$ and $q$. ", 0),
    ("Let $p$ and $q$ be densities, positive everywhere. ", 0),
    ("Let $p$ and $q$ be densities with the same support. ", 0),
    (r"Let $p$ and $q$ be densities with $q \ll p$. ", 0),
]


@for_each(TOLD)
def test_the_mean_of_a_ratio_of_densities_is_one_where_none_of_it_is_left_out(told: str, needs: int):
    *_, step = judged(told + RATIO).steps
    assert (step.verdict, len(step.needs)) == ("proved", needs)


def test_a_factor_is_cancelled_only_beneath_a_mean_that_knows_it_is_not_zero():
    assert last(r"Let $p$ and $q$ be densities. Then $\int p(x) \frac{q(x)}{p(x)} \, dx = 2$.") == "refuted"
