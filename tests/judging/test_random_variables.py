"""Random variables as functions on a probability space, independence, and functions of several arguments."""

import pytest

from proofs.judging import judge, worlds_for
from proofs.judging.numbers import Evaluator
from proofs.kernel import licence
from proofs.language import (
    Abstract,
    Claim,
    Density,
    Discrete,
    E,
    Fact,
    Function,
    FunctionFamily,
    Int,
    Normal,
    Number,
    R,
    Range,
    Sum,
    Var,
    Vectors,
    density,
    diff,
    finite,
    independent,
    integer,
    sqrt,
    symbols,
    vector,
)
from proofs.language.facts import Facts
from proofs.language.spaces import R_POSITIVE
from proofs.rules import linearity
from proofs.steps import Step, Use
from proofs.writing import plain
from proofs.writing.latex import latex
from proofs.writing.phrases import grouped, sentence

Omega, D = Abstract("Omega"), Discrete("D")
P, Q, w = Density("P", Omega), Density("Q", Omega), Var("omega", Omega)
X, Y, Z = (Function(name, Omega, R) for name in "XYZ")
V, h = Function("V", Omega, D), Function("h", D, R)
n = integer("n")
i = Var("i", Range(Number(1), n))
sample = FunctionFamily("X", Range(Number(1), n), Omega, R)
x, y, z, v = (f(w) for f in (X, Y, Z, V))
a, b, s, t = symbols("a b s t")
f, g = Function("f", (R, R), R), Function("g", (D, R), R)
d, u = Var("d", D), vector("u", 2)
F, G = Function("F", (Vectors(Number(2)), R), R), Function("G", (R, D), Vectors(Number(2)))


def mean(term):
    return E(term, w, P)


def variance(term):
    return mean((term - mean(term)) ** 2)


def covariance(first, second):
    return mean((first - mean(first)) * (second - mean(second)))


SQUARES = (density(P), *(finite(mean(term)) for term in (x, y, z, x**2, y**2, x * y)))
TOGETHER = (density(P), independent(P, X, Y))

TRUE = {
    "means are linear": (SQUARES, mean(a * x + b * y).eq(a * mean(x) + b * mean(y))),
    "a variance": (SQUARES, variance(x).eq(mean(x**2) - mean(x) ** 2)),
    "a covariance": (SQUARES, covariance(x, y).eq(mean(x * y) - mean(x) * mean(y))),
    "of a sum": (SQUARES, variance(x + y).eq(variance(x) + variance(y) + 2 * covariance(x, y))),
    "Cauchy and Schwarz": (SQUARES, mean(x * y) ** 2 <= mean(x**2) * mean(y**2)),
    "Jensen": (SQUARES, mean(x) ** 2 <= mean(x**2)),
    "a product": (TOGETHER, mean(x * y).eq(mean(x) * mean(y))),
    "functions of them": (TOGETHER, mean(x**2 * (y + 1)).eq(mean(x**2) * (mean(y) + 1))),
    "no covariance": (TOGETHER, covariance(x, y).eq(0)),
    "with values in a set": ((density(P), independent(P, V, X)), mean(h(v) * x).eq(mean(h(v)) * mean(x))),
    "many at once": (
        (density(P), n >= 1, independent(P, sample)),
        variance(Sum(sample[i](w), i)).eq(Sum(variance(sample[i](w)), i)),
    ),
    "order of differentiation": ((), diff(diff(f(s, t), s), t).eq(diff(diff(f(s, t), t), s))),
    "a sum over one argument": ((), E(Int(g(d, s), d), s, Normal(0, 1)).eq(Int(E(g(d, s), s, Normal(0, 1)), d))),
    "a vector among the arguments": ((), (F(u, s) + F(u, t)).eq(F(u, t) + F(u, s))),
    "a vector as value": ((), G(s, d)[1].eq(G(s, d)[1] + 0)),
}
FALSE = {
    "a product, without more": (SQUARES, mean(x * y).eq(mean(x) * mean(y))),
    "of others": (TOGETHER, mean(x * z).eq(mean(x) * mean(z))),
    "under another law": ((*TOGETHER, density(Q)), E(x * y, w, Q).eq(E(x, w, Q) * E(y, w, Q))),
    "a square is no product": (TOGETHER, mean(x * x).eq(mean(x) * mean(x))),
    "not every variance vanishes": (TOGETHER, variance(x).eq(0)),
    "a sample, without more": (
        (density(P), n >= 1),
        variance(Sum(sample[i](w), i)).eq(Sum(variance(sample[i](w)), i)),
    ),
    "no mixed derivative vanishes": ((), diff(diff(f(s, t), s), t).eq(0)),
    "arguments are no matter of order": ((), f(s, t).eq(f(t, s))),
    "a vector among the arguments": ((), F(u, s).eq(F(u, t))),
}


@pytest.mark.parametrize("hypotheses, statement", TRUE.values(), ids=TRUE)
def test_true(hypotheses, statement):
    found = judge(Claim(hypotheses, statement))
    assert found.outcome == "agree", found.notes


@pytest.mark.parametrize("hypotheses, statement", FALSE.values(), ids=FALSE)
def test_false(hypotheses, statement):
    found = judge(Claim(hypotheses, statement))
    assert found.outcome == "disagree" and found.counterexample is not None


def test_worlds_of_independent_variables_are_no_trivial_ones():
    claim = Claim((density(P), independent(P, X, Y, Z)), mean(x * y * z).eq(mean(x) * mean(y) * mean(z)))
    worlds = [world for world in worlds_for(claim) if world.label == "generic"]
    assert len(worlds) == 3
    for world in worlds:
        evaluator = Evaluator(world)
        assert evaluator.truth(claim.hypotheses[1]) is True
        assert all(evaluator.truth(variance(term) > 0) is True for term in (x, y, z))
        assert evaluator.truth(independent(P, X, X)) is False


def test_values_lie_in_the_codomain():
    positive = Function("L", Omega, R_POSITIVE)
    found = judge(Claim((density(P),), mean(sqrt(positive(w)) ** 2).eq(mean(positive(w)))))
    assert found.outcome == "agree"
    assert Facts(()).positive(positive(w)) and not Facts(()).positive(x)


def test_a_variance_is_licensed_in_two_steps():
    expanded = mean(x**2 - 2 * mean(x) * x + mean(x) ** 2)
    assert licence(Step(expanded, "=", mean(x**2) - mean(x) ** 2, Use(linearity)), SQUARES).granted
    assert not licence(Step(expanded, "=", mean(x**2) - mean(x) ** 2, Use(linearity)), (density(P),)).granted


def test_what_is_said_of_independence():
    facts = Facts((independent(P, X, Y, Z),))
    assert facts.independent(P, Z, X) and facts.proves(independent(P, Y, Z))
    assert not facts.independent(P, X, X) and not facts.independent(Q, X, Y)
    assert not facts.proves(independent(P, X, V))
    assert isinstance(independent(P, X), Fact)


def test_independence_in_words():
    fact = independent(P, X, Y)
    assert latex(fact) == r"X, Y \ \text{are independent under} \ P"
    assert plain(fact) == "X, Y are independent under P"
    assert sentence(fact) == "$X$, $Y$ are independent under $P$"
    assert grouped((fact, independent(P, Y, Z))) == [sentence(fact), "$Y$, $Z$ are independent under $P$"]
