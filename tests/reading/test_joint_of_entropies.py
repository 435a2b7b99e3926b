"""Entropies and mutual information of discrete random variables of which no density is written."""

import pytest

from tests.marking.verdicts import last, verdicts

LET = r"Let $X, Y$ and $Z$ be discrete random variables. "
CASES = [
    (r"H(X, Y) = H(X) + H(Y | X)", ("proved", "supported")),
    (r"H(X, Y) = H(X) + H(X | Y)", ("refuted",)),
    (r"H(X, Y, Z) = H(X) + H(Y | X) + H(Z | Y)", ("refuted",)),
    (r"H(X | Y) \le H(X)", ("proved", "supported")),
    (r"H(X | Y) \ge H(X)", ("refuted",)),
    (r"H(X | Y) = H(Y | X)", ("refuted",)),
    (r"H(X) \ge 0", ("proved", "supported")),
]


@pytest.mark.parametrize(("claim", "expected"), CASES)
def test_entropies_of_undeclared_laws(claim, expected):
    assert last(f"{LET}$${claim}$$") in expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"I(X; Y) = H(X) - H(X | Y)", ("proved", "supported")),
        (r"I(X; Y) = I(Y; X)", ("proved", "supported")),
        (r"I(X; Y) = H(X) + H(X | Y)", ("refuted",)),
        (r"I(X; X) = 2 H(X)", ("refuted",)),
        (r"I(X; X) = H(X)", ("proved",)),
    ],
)
def test_mutual_information(claim, expected):
    assert last(f"{LET}For the mutual information, $${claim}$$") in expected


@pytest.mark.parametrize(
    "text",
    [
        r"Let $X, Y$ be random variables. $$H(X) \ge 0$$",  # a differential entropy may be negative
        r"Let $X, Y$ be continuous, not discrete. Let $H$ be a matrix. $$H(X) = 2$$",
    ],
)
def test_what_is_not_said_to_be_discrete_is_not_read_as_a_sum(text):
    assert last(text) not in ("proved", "supported", "refuted")


def test_a_name_that_words_explain_behind_a_claim_is_not_any_number():
    text = r"For a discrete random variable with pmf $p$, $H(X) = -\sum_x p(x) \log p(x)$. Then $$H(X) \le \log n,$$ "
    assert verdicts(text + "where $n$ is the number of values of $X$.")[-1] == "undecided"
    assert verdicts(text + "for all $n$.")[-1] == "refuted"
