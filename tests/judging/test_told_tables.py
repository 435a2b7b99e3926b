"""Tables that meet what is told of them: solved exactly, or shown not to exist."""

from __future__ import annotations

import pytest
from flint import fmpq

from proofs.judging import contradicts, judge, worlds_for
from proofs.judging.polytopes import Equations, corners
from proofs.language import Cartesian, Claim, Density, Number, Range, Sum, Tuple, Var, density, symbols

BIT = Range(Number(0), Number(1))
P = Density("P", Cartesian((BIT, BIT)))
a, b = Var("a", BIT), Var("b", BIT)
p = symbols("p")
yes, no = Number(1), Number(0)


def cell(x, y):
    return P(Tuple((x, y)))


FIRST, SECOND = Sum(cell(yes, b), b), Sum(cell(a, yes), a)
NOT_FIRST = Sum(cell(no, b), b)
THIRD, QUARTER = Number(1) / 3, Number(1) / 4
INDEPENDENT = cell(yes, yes).eq(FIRST * SECOND)


def outcome(hypotheses, statement):
    return judge(Claim((density(P), *hypotheses), statement), slips=False).outcome


@pytest.mark.parametrize(
    ("told", "claim", "expected"),
    [
        ((FIRST.eq(THIRD),), NOT_FIRST.eq(2 * THIRD), "agree"),
        ((FIRST.eq(THIRD),), NOT_FIRST.eq(THIRD), "disagree"),
        ((FIRST.eq(THIRD), SECOND.eq(QUARTER), INDEPENDENT), cell(yes, yes).eq(Number(1) / 12), "agree"),
        ((FIRST.eq(THIRD), SECOND.eq(QUARTER)), cell(yes, yes).eq(Number(1) / 12), "disagree"),
        ((INDEPENDENT,), cell(no, no).eq(NOT_FIRST * (1 - SECOND)), "agree"),
        ((INDEPENDENT,), cell(yes, yes).eq(0), "disagree"),
        (((cell(yes, yes) / FIRST).eq(THIRD),), (cell(yes, no) / FIRST).eq(2 * THIRD), "agree"),
        ((FIRST.eq(p), (cell(yes, yes) / FIRST).eq(THIRD)), cell(yes, yes).eq(p / 3), "agree"),
        ((FIRST.eq(THIRD), SECOND.eq(2 * THIRD)), cell(yes, yes) <= THIRD, "agree"),
        ((FIRST.eq(THIRD), SECOND.eq(2 * THIRD)), cell(yes, yes) <= QUARTER, "disagree"),
    ],
)
def test_claims_are_judged_under_what_is_told(told, claim, expected):
    assert outcome(told, claim) == expected


def test_every_world_meets_what_is_told():
    claim = Claim((density(P), FIRST.eq(THIRD), INDEPENDENT), cell(no, no).eq(cell(no, no)))
    tables = [world.values[P] for world in worlds_for(claim)]
    assert len({tuple(table.values()) for table in tables}) > 1
    for table in tables:
        assert sum(table.values()) == 1 and min(table.values()) >= 0
        first, second = (
            table[fmpq(1), fmpq(0)] + table[fmpq(1), fmpq(1)],
            table[fmpq(0), fmpq(1)] + table[fmpq(1), fmpq(1)],
        )
        assert first * 3 == 1 and table[fmpq(1), fmpq(1)] == first * second


CONTRADICTIONS = [
    (FIRST.eq(Number(6) / 5),),
    (FIRST.eq(THIRD), cell(yes, yes).eq(Number(1) / 2)),
    (FIRST.eq(THIRD), NOT_FIRST.eq(THIRD)),
    (FIRST.eq(THIRD), SECOND.eq(QUARTER), INDEPENDENT, cell(yes, yes).eq(0)),
]


@pytest.mark.parametrize("told", CONTRADICTIONS)
def test_what_no_table_meets_contradicts_itself(told):
    assert contradicts((density(P), *told))
    assert outcome(told, FIRST.eq(FIRST)) == "none"
    assert not any(contradicts((density(P), *told[:k], *told[k + 1 :])) for k in range(len(told)) if len(told) > 1)


def test_what_is_no_density_may_have_any_entries():
    assert not contradicts((FIRST.eq(Number(6) / 5),)) and not contradicts((FIRST.eq(-THIRD),))


def test_what_is_told_by_a_name_may_be_met():
    assert not contradicts((density(P), FIRST.eq(p), FIRST.eq(THIRD)))


def test_an_empty_polytope_has_no_corners():
    simplex = Equations(3)
    assert simplex.add([fmpq(1)] * 4)
    assert sorted(corners(simplex)) == [[0, 0, 1], [0, 1, 0], [1, 0, 0]]
    assert simplex.add([fmpq(1), fmpq(-1), fmpq(0), fmpq(0)])
    assert sorted(corners(simplex)) == [[0, 0, 1], [fmpq(1, 2), fmpq(1, 2), 0]]
    assert simplex.add([fmpq(0), fmpq(0), fmpq(1), fmpq(2)]) and corners(simplex) == []
    assert not simplex.add([fmpq(1), fmpq(1), fmpq(0), fmpq(5)])
