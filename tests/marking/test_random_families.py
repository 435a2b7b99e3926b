r"""X_1, ..., X_n of which no law is known: beneath a sum over i, X_i is another variable for each i."""

import pytest

from tests.marking.verdicts import judged

SAID = r"Let $X_1, \dots, X_n$ be {} random variables and $S = \sum_{{i=1}}^n X_i$. Then $${}$$"
APART = (
    r"E[e^{tS}] = \prod_{i=1}^n E[e^{tX_i}]",
    r"\operatorname{Var}(S) = \sum_{i=1}^n \operatorname{Var}(X_i)",
)


def verdict(words, formula):
    return judged(SAID.format(words, formula)).steps[-1].verdict


@pytest.mark.parametrize("formula", APART)
def test_independent_members(formula):
    assert verdict("independent", formula) in ("proved", "supported")
    assert verdict("real", formula) == "refuted"


@pytest.mark.parametrize(
    "formula",
    (
        r"E[S^2] = n \sum_{i=1}^n E[X_i^2]",  # true of one variable that stands at every place
        r"E[S^2] = \sum_{i=1}^n E[X_i^2]",  # of those with mean zero
    ),
)
def test_members_are_not_one_variable(formula):
    assert verdict("independent", formula) == "refuted"


def test_members_with_one_law_refute_nothing():
    assert verdict("i.i.d.", r"\operatorname{Var}(S) = n \operatorname{Var}(X_1)") == "undecided"
    assert verdict("i.i.d.", APART[0]) in ("proved", "supported")


def test_a_variable_beside_a_family():
    doc = r"Let $X_1, \dots, X_n$ and $Y$ be random variables. $$E[Y \sum_{i=1}^n X_i] = E[Y] \sum_{i=1}^n E[X_i]$$"
    assert judged(doc).steps[-1].verdict == "refuted"
