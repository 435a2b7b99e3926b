"""Claims about joint densities on lines that use nothing of the line: step densities decide them exactly."""

import pytest

from proofs.judging import judge, worlds_for
from proofs.language import (
    KL,
    Cartesian,
    Claim,
    Density,
    H,
    Int,
    Marginal,
    Mixture,
    Number,
    R,
    Tuple,
    Var,
    density,
    exp,
    finite,
    half,
    log,
    oo,
    positive_density,
)

PLANE = Cartesian((R, R))
P, Q = Density("P", PLANE), Density("Q", PLANE)
x, y = Var("x", R), Var("y", R)
M, N = Mixture((half, half), (P, Q)), Mixture((half, half), (Q, P))
JS, SJ = half * KL(P, M) + half * KL(Q, M), half * KL(Q, N) + half * KL(P, N)
LAWS = (density(P), density(Q))
POSITIVE = (*LAWS, positive_density(P), positive_density(Q))


def at(law):
    return law(Tuple((x, y)))


def double(body):
    return Int(Int(body, y), x)


information = double(at(P) * log(at(P) / (Int(at(P), y) * Int(at(P), x))))
H_1 = -Int(Int(at(P), y) * log(Int(at(P), y)), x)
H_2 = -Int(Int(at(P), x) * log(Int(at(P), x)), y)

TRUE = {
    "JS is symmetric": (JS.eq(SJ), (*LAWS, finite(JS), finite(SJ))),
    "JS is bounded": (log(Number(2)) >= JS, LAWS),
    "KL written out": (KL(P, M).eq(double(at(P) * log(at(P) / (half * at(P) + half * at(Q))))), LAWS),
    "KL under positivity": (KL(P, Q).eq(double(at(P) * log(at(P) / at(Q)))), POSITIVE),
    "mass": (double(at(P)).eq(1), LAWS),
    "mass of a marginal": (Int(Marginal(P, Number(1))(x), x).eq(1), LAWS),
    "mutual information": (information.eq(H_1 + H_2 - H(P)), (*LAWS, positive_density(P))),
}
FALSE = {
    "JS is log 2": (JS.eq(log(Number(2))), LAWS),
    "KL is symmetric": (KL(P, Q).eq(KL(Q, P)), LAWS),
    "KL is symmetric, positive densities": (KL(P, Q).eq(KL(Q, P)), POSITIVE),
    "the mean depends on the line": (double(at(P) * x).eq(double(at(Q) * x)), LAWS),
}


@pytest.mark.parametrize(("statement", "hypotheses"), TRUE.values(), ids=TRUE)
def test_step_densities_confirm(statement, hypotheses):
    found = judge(Claim(hypotheses, statement))
    assert (found.outcome, found.killed) == ("agree", found.mutants)


@pytest.mark.parametrize(("statement", "hypotheses"), FALSE.values(), ids=FALSE)
def test_what_is_false_is_refuted(statement, hypotheses):
    found = judge(Claim(hypotheses, statement))
    assert found.outcome == "disagree" and found.counterexample is not None


@pytest.mark.parametrize(
    ("statement", "hypotheses", "stepwise"),
    [
        (JS.eq(SJ), LAWS, True),
        (double(1 - at(P)).eq(oo), LAWS, False),  # the integrand does not vanish where P does
        (double(exp(at(P))).eq(oo), LAWS, False),
        (double(at(P) * x).eq(0), LAWS, False),  # a point of the line is a number
        (at(P).eq(at(Q)), LAWS, False),
        (Int(P(Tuple((x, x))), x).eq(1), LAWS, True),
        (Int(P(Tuple((x + 1, x))), x).eq(1), LAWS, False),
    ],
)
def test_where_densities_may_be_steps(statement, hypotheses, stepwise):
    worlds = worlds_for(Claim(hypotheses, statement))
    assert worlds and any(R in world.spaces for world in worlds) == stepwise


def test_step_densities_refute_nothing_that_is_said_of_positive_ones():
    found = judge(Claim(POSITIVE, JS.eq(log(Number(2)))))
    assert found.outcome == "none" and any("step densities" in note for note in found.notes)
    half_the_mass = double(at(P)).eq(double(half * at(P)))
    assert judge(Claim(POSITIVE, half_the_mass)).outcome == "disagree"  # by normal laws
