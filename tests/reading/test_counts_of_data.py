r"""Letters that words call counts or sums of data, "the number of ones among $x_1, \dots, x_n$": read, and then judged."""

from __future__ import annotations

from tests.marking.verdicts import verdicts
from tests.tables import for_each

COINS = r"Let $X_1, \dots, X_n \sim \mathrm{Bern}(p)$ be independent and let "
LIKELIHOOD = r"\prod_{i=1}^n p^{x_i} (1-p)^{1-x_i} = "
COUNTS = r"Let $X_1, \dots, X_n \sim \mathrm{Pois}(\lambda)$ be independent and let "
CASES = [
    (COINS + "$s$ denote the number of successes. ", LIKELIHOOD + "p^s (1-p)^{n-s}", "proved"),
    (COINS + "$s$ denote the number of failures. ", LIKELIHOOD + "p^s (1-p)^{n-s}", "refuted"),
    (COINS + "$s$ denote the number of failures. ", LIKELIHOOD + "p^{n-s} (1-p)^s", "proved"),
    (COINS + r"$k$ be the number of ones among $x_1, \dots, x_n$. ", LIKELIHOOD + "p^k (1-p)^{n-k}", "proved"),
    (COINS + "$K$ be the number of ones. ", "E[K] = n p", "proved"),
    (COUNTS + "$S$ be the sum of the data. ", r"\mathrm{Var}(S) = n^2 \lambda", "refuted"),
    ("Let $k$ be the number of ones. ", r"\sum_i x_i = 2 k", "undecided"),  # of what?
]


@for_each(CASES)
def test_a_count_is_what_it_counts(told: str, claim: str, verdict: str):
    assert verdicts(f"{told}Then $${claim}.$$")[-1] == verdict


def test_a_likelihood_is_one_in_terms_of_a_count():
    told = r"Let $y_1, \dots, y_n$ be iid from a Bernoulli distribution with parameter $\theta$. "
    told += "Denote by $k$ the number of ones. The likelihood is "
    right, wrong = (
        verdicts(told + f"$$L(\\theta) = {formula}.$$")[-1]
        for formula in (r"\theta^k (1 - \theta)^{n-k}", r"\theta^k (1 - \theta)^k")
    )
    assert (right, wrong) == ("proved", "refuted")
