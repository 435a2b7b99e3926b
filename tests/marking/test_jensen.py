"""Jensen's inequality for the divergence, as people write it: with integrals, with sums, and with sums whose index is
left unsaid."""

from __future__ import annotations

import pytest

from .verdicts import verdicts

INTEGRALS = r"\int {0} \, dx"
SUMS = r"\sum_x {0}"
UNSAID = r"\sum {0}"


def chain(over: str, relation: str = r"\le", inside: str = r"p(x) \frac{q(x)}{p(x)}") -> str:
    rows = [over.replace("{0}", each) for each in (r"p(x) \log \frac{q(x)}{p(x)}", inside, "q(x)")]
    return rf"$$-\mathrm{{KL}}(p \| q) = {rows[0]} {relation} \log {rows[1]} = \log {rows[2]} = \log 1 = 0.$$"


@pytest.mark.parametrize("over", [INTEGRALS, SUMS, UNSAID])
def test_the_divergence_is_not_negative(over):
    assert verdicts(chain(over)) == ["proved"] * 5


@pytest.mark.parametrize("over", [INTEGRALS, SUMS, UNSAID])
def test_its_neighbours_are_not(over):
    assert verdicts(chain(over, relation=r"\ge"))[1] == "refuted"
    assert verdicts(chain(over, inside=r"p(x) \frac{p(x)}{q(x)}"))[2] == "refuted"


def test_a_sum_whose_index_may_be_one_of_two_is_unread():
    assert verdicts(r"$$I(X; Y) = \sum p(x, y) \log \frac{p(x, y)}{p(x) p(y)}$$") == ["unread"]
