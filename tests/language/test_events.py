r"""Probabilities of events: which entries of a table they are, their signs, and how they are written."""

from __future__ import annotations

from proofs.language import (
    Cartesian,
    Density,
    Event,
    Number,
    Sum,
    Tuple,
    Var,
    density,
    happening,
    nonzero,
    table_entries,
)
from proofs.language.facts import Facts
from proofs.writing import latex, plain

A, B = (Event(Number(0), Number(1), name) for name in "AB")
P = Density("P", Cartesian((A, B)))
a, b = Var("a", A), Var("b", B)
yes, no = Number(1), Number(0)
P_A, NOT_A = Sum(P(Tuple((yes, b))), b), Sum(P(Tuple((no, b))), b)
ALL = Facts((density(P),))


def test_a_sum_of_entries_is_the_probability_of_an_event():
    assert happening(P_A) == (P, {"A": True})
    assert happening(P(Tuple((yes, no)))) == (P, {"A": True, "B": False})
    assert happening(Sum(Sum(P(Tuple((a, b))), b), a)) == (P, {})
    assert happening(P(Tuple((yes, b)))) is None  # b is any value
    assert happening(Sum(P(Tuple((yes, yes))), b)) is None  # twice the entry
    assert happening(P_A + P_A) is None
    assert table_entries(P, {"A": True}) == (P(Tuple((yes, no))), P(Tuple((yes, yes))))


def test_it_lies_between_zero_and_one():
    assert ALL.nonnegative(1 - P_A) and ALL.nonnegative(P_A - P(Tuple((yes, yes))))
    assert not ALL.nonnegative(P_A - P(Tuple((no, yes)))) and not ALL.nonzero(P_A) and not ALL.nonzero(1 - P_A)
    assert not Facts(()).nonnegative(1 - P_A)


def test_what_is_not_zero_is_so_in_every_form():
    facts = Facts((density(P), nonzero(NOT_A)))
    assert facts.nonzero(1 - P_A) and facts.nonzero(P(Tuple((no, no))) + P(Tuple((no, yes)))) and not facts.nonzero(P_A)
    assert Facts((density(P), P_A.eq(Number(1) / 3))).nonzero(NOT_A)


def test_it_is_written_as_such():
    assert latex(P_A) == "P(A)" and latex(NOT_A) == "P(A^c)"
    assert latex(P(Tuple((yes, no))) / NOT_A) == r"\frac{P(A \cap B^c)}{P(A^c)}"
    assert plain(P(Tuple((yes, no)))) == "P(A ∩ Bᶜ)"
    assert latex(Sum(Sum(P(Tuple((a, b))), b), a)) == r"P(\Omega)"
