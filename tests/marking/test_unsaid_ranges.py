r"""How many data there are that a sum over i goes over without saying so: as many as are listed, or as a mean has."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

SQUARES = r"$$ \sum_i (x_i - \bar x)^2 = \sum_i x_i^2 - %s \bar x^2 $$"


@pytest.mark.parametrize(
    "said",
    [
        r"Let $\bar x = \frac1n \sum_i x_i$.",
        r"Let $\bar x = \frac{\sum_i x_i}{n}$.",
        r"Let $x_1, \dots, x_n$ be numbers with mean $\bar x = \frac1n \sum_i x_i$.",
        r"Let $\bar x = \frac1n \sum_i x_i$ and $s^2 = \frac{1}{n-1} \sum_i (x_i - \bar x)^2$.",
    ],
)
def test_a_mean_says_over_how_many(said):
    assert last(f"{said} {SQUARES % 'n'}") == "proved"
    assert last(f"{said} {SQUARES % ''}") == "refuted"


def test_a_loss_says_over_how_many():
    text = r"The loss is $L(w) = \frac1N \sum_i (y_i - w x_i)^2$. $$ L'(w) = -%s \sum_i x_i (y_i - w x_i) $$"
    assert last(text % r"\frac2N") == "proved"
    assert last(text % "2") == "refuted"


def test_a_list_says_how_many():
    text = r"Let $x_1, \dots, x_n \in \mathbb{R}$. $$ \left(\sum_i x_i\right)^2 \le %s \sum_i x_i^2 $$"
    assert last(text % "n") == "supported"
    assert last(text % "") == "refuted"


@pytest.mark.parametrize(("between", "verdict"), [("m \\le L", "refuted"), ("m < L", "supported")])
def test_ordered_integers_are_also_tried_where_they_meet(between, verdict):
    text = rf"Let ${between}$ be natural numbers. Then $\sum_{{i=2}}^{{L-m}} m + m = \sum_{{i=1}}^{{L-m}} m$."
    found = last(text)
    assert found == verdict or (verdict, found) == ("supported", "proved")
