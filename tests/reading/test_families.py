r"""Named laws: how each is read from the parameters that authors write, and what is assumed of these."""

from __future__ import annotations

import pytest

from proofs import language as L
from proofs.reading.families import FAMILIES, by_words, family

a, b = L.Var("a", L.R), L.Var("b", L.R)
LAWS = [
    ("N", "cal", (a, b**2), L.Normal(a, b)),
    ("N", "cal", (a, b), L.Normal(a, L.sqrt(b))),
    ("N", "cal", (L.Number(0), L.Number(4)), L.Normal(L.Number(0), L.Number(2))),
    ("Gam", "rm", (a, b), L.Gamma(a, b)),
    ("Bet", "rm", (a, b), L.Beta(a, b)),
    ("Exp", "rm", (a,), L.Exponential(a)),
    ("U", "cal", (a, b), L.Uniform(a, b)),
    ("Bern", "rm", (a,), L.Bernoulli(a)),
    ("Poiss", "rm", (a,), L.Poisson(a)),
    ("Bin", "rm", (a, b), L.Binomial(a, b)),
    ("chi^2", "", (a,), L.ChiSquared(a)),
    ("t", "", (a,), L.StudentT(a, L.Number(0), L.Number(1))),
    ("lnN", "", (a, b**2), L.LogNormal(a, b)),
]


@pytest.mark.parametrize(("name", "font", "parameters", "law"), LAWS, ids=[str(row[0]) for row in LAWS])
def test_a_law_is_made_of_its_parameters(name, font, parameters, law):
    found = family(name, font)
    assert found is not None
    assert found.law(parameters) is law


REQUIRED = [
    ("N", "cal", (a, b**2), (b > 0,)),
    ("Gam", "rm", (a, b), (a > 0, b > 0)),
    ("U", "cal", (a, b), (a < b,)),
    ("U", "cal", (L.Number(0), L.Number(1)), ()),
    ("Bern", "rm", (a,), (a > 0, a < 1)),
    ("Bin", "rm", (a, b), (a >= 1, b > 0, b < 1)),
]


@pytest.mark.parametrize(("name", "font", "parameters", "conditions"), REQUIRED)
def test_what_must_hold_of_parameters(name, font, parameters, conditions):
    found = family(name, font)
    assert found is not None
    assert found.requires(parameters) == conditions


@pytest.mark.parametrize(
    ("name", "font"), [("N", "bb"), ("U", "bb"), ("Gamma", ""), ("t", "bf"), ("Foo", "rm"), ("X", "")]
)
def test_other_letters_name_no_law(name, font):
    assert family(name, font) is None


WORDS = [
    ("a discrete uniform distribution", L.DiscreteUniform(a, b)),
    ("the continuous uniform distribution", L.Uniform(a, b)),
    ("nothing is said", L.Uniform(a, b)),
    ("discrete uniform and continuous uniform laws", None),
]


@pytest.mark.parametrize(("words", "law"), WORDS)
def test_words_say_which_uniform_law_is_meant(words, law):
    found = by_words(FAMILIES["U", "cal"], words)
    assert (None if found is None else found.law((a, b))) is law


def test_words_about_uniform_laws_leave_others_alone():
    assert by_words(FAMILIES["Gam", ""], "discrete uniform, continuous uniform") is FAMILIES["Gam", ""]
