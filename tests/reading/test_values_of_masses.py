r"""Mass functions of one random variable by their values: "the pmf $p(1) = \frac12$, $p(2) = \frac14$", \sum_x x p(x)."""

from __future__ import annotations

from tests.marking.verdicts import verdicts
from tests.tables import for_each

PMF = r"Let $X$ have pmf $p(1) = \frac12$, $p(2) = p(3) = \frac14$. "
EVENTS = r"Let $P(X = 1) = \frac12$, $P(X = 2) = P(X = 3) = \frac14$. "
CASES = [
    (PMF, r"E[X] = \frac74", "proved"),
    (PMF, r"E[X] = \sum_x x \, p(x)", "proved"),
    (PMF, r"\sum_x x^2 p(x) = 4", "refuted"),
    (EVENTS, r"p_X(1) = \frac12", "proved"),
    (EVENTS, r"p(2) = \frac12", "refuted"),
    (EVENTS, r"H(X) = -\sum_x p(x) \log p(x)", "proved"),
    (r"Let $X$ have density $p(1) = \frac12$. ", r"E[X] = \frac74", "undecided"),  # the value of a density
]


@for_each(CASES)
def test_the_values_of_a_mass_function_are_probabilities(told: str, claim: str, verdict: str):
    assert verdicts(f"{told}Then $${claim}.$$")[-1] == verdict
