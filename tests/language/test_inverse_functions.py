"""arcsin, arccos and erfc: where they have a value, their signs, both ways through SymPy, numbers."""

import pytest
import sympy as sp

from proofs.definedness import unmet
from proofs.judging import judge
from proofs.judging.numbers import evaluate
from proofs.judging.world import World
from proofs.language import (
    Claim,
    Derivative,
    Interval,
    Number,
    Var,
    arccos,
    arcsin,
    cos,
    erf,
    erfc,
    exp,
    pi,
    sin,
    symbols,
)
from proofs.language.facts import Facts
from proofs.language.sympy_door import from_sympy, to_sympy
from proofs.writing.latex import latex

x = symbols("x")
u = Var("u", Interval(Number(0), Number(1)))
INSIDE = (x >= -1, x <= 1)


@pytest.mark.parametrize("function", [arcsin, arccos])
def test_a_value_is_known_between_minus_one_and_one(function):
    assert unmet(function(x), Facts(())) == (x >= -1, x <= 1)
    assert not unmet(function(x), Facts(INSIDE)) and not unmet(function(sin(u) * 0 + u), Facts(()))
    assert Facts(INSIDE).finite_number(function(x)) and not Facts((x <= 1,)).finite_number(function(x))
    assert unmet(Derivative(function(u), u, u), Facts(()))  # the end 1 may be meant
    assert not unmet(Derivative(function(u / 2), u, u), Facts(()))
    assert evaluate(function(Number(2)), World({})).kind == "undefined"


def test_signs():
    facts = Facts((*INSIDE, x > 0))
    assert facts.positive(arcsin(x)) and facts.positive(erfc(x)) and Facts(()).positive(erfc(-x))
    assert facts.nonnegative(arccos(x)) and not facts.positive(arccos(x))
    assert Facts((x < 1, x > -1)).positive(arccos(x))
    assert not Facts(INSIDE).positive(arcsin(x))


def test_both_ways_through_sympy():
    s = sp.Symbol("x", real=True)
    for ours, theirs in ((arcsin(x), sp.asin(s)), (arccos(x), sp.acos(s)), (erfc(x), sp.erfc(s))):
        assert to_sympy(ours) == theirs and from_sympy(theirs) is ours


def test_identities_in_numbers():
    assert judge(Claim(INSIDE, (arcsin(x) + arccos(x)).eq(pi / 2))).outcome == "agree"
    assert judge(Claim(INSIDE, cos(arccos(x)).eq(x))).outcome == "agree"
    assert judge(Claim((), (erf(x) + erfc(x)).eq(1))).outcome == "agree"
    assert judge(Claim((), erfc(x).eq(exp(-(x**2))))).outcome == "disagree"
    assert judge(Claim(INSIDE, arcsin(x).eq(arccos(x)))).outcome == "disagree"


def test_how_they_are_written():
    assert latex(arcsin(x)) == r"\arcsin x" and latex(arccos(x / 2)).startswith(r"\arccos")
    assert latex(erfc(x)) == r"\operatorname{erfc}(x)"
