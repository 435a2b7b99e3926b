"""Logarithms of mixtures, which oscillate far out in the complex plane; series and products that do not end."""

import pytest

from proofs.judging import judge
from proofs.judging.machine import Machine
from proofs.judging.numbers import Evaluator
from proofs.judging.world import World
from proofs.language import (
    KL,
    Claim,
    CrossEntropy,
    Density,
    E,
    H,
    Int,
    Laplace,
    Mixture,
    Normal,
    Number,
    Plus,
    Prod,
    R,
    Range,
    Sum,
    Var,
    density,
    exp,
    factorial,
    finite,
    fold,
    half,
    log,
    oo,
    positive_density,
    sqrt,
    symbols,
)
from proofs.language.families import Beta

x = Var("x", R)
p, q = Density("p", R), Density("q", R)
THIRD = Number(1) / 3
WIDE = Mixture((THIRD, 1 - THIRD), (Normal(-4, 1), Normal(4, 6)))
NARROW = Mixture((half, half), (Normal(-1, Number(1) / 5), Normal(2, half)))
BLUNT = Mixture((half, half), (Laplace(0, 1), Normal(1, 2)))
LAWS = (density(p), density(q))
p_1, p_2 = Normal(0, 1), Normal(3, half)


def over_line(body):
    return Int(body, x)


@pytest.mark.parametrize(("first", "second"), [(WIDE, NARROW), (NARROW, WIDE), (WIDE, BLUNT), (BLUNT, NARROW)])
def test_cross_entropies_of_mixtures_are_enclosed(first, second):
    ev = Evaluator(World({}))
    found = ev.value(CrossEntropy(first, second))
    assert found.kind == "finite" and found.rigorous and found.narrow
    parts = zip(first.weights, first.components, strict=True)
    spread_out = ev.value(fold(Plus, [w * E(-log(second(x)), x, c) for w, c in parts], 0))
    assert ev.agree(found, spread_out) == "agree"


def test_the_logarithm_of_a_sum_of_densities_however_it_is_written():
    ev = Evaluator(World({}))
    blended = over_line(p_1(x) * log(half * p_1(x) + half * p_2(x)))
    assert ev.agree(blended, -CrossEntropy(p_1, Mixture((half, half), (p_1, p_2)))) == "agree"
    assert ev.value(log(half + half)).exact == 0  # numbers alone stay exact


ENTROPIES = {
    "split and collected": (over_line(p(x) * log(p(x))) - over_line(p(x) * log(q(x)))).eq(-H(p) + CrossEntropy(p, q)),
    "a quotient split": over_line(p(x) * log(p(x) / q(x))).eq(
        over_line(p(x) * log(p(x))) - over_line(p(x) * log(q(x)))
    ),
    "KL written out": KL(p, q).eq(over_line(p(x) * log(p(x) / q(x)))),
}


@pytest.mark.parametrize("statement", ENTROPIES.values(), ids=ENTROPIES)
def test_every_generic_world_decides_entropies_of_unknown_densities(statement):
    hypotheses = (*LAWS, positive_density(p), positive_density(q), finite(H(p)), finite(CrossEntropy(p, q)))
    found = judge(Claim(hypotheses, statement))
    assert (found.outcome, found.killed) == ("agree", found.mutants) and found.worlds >= 3


t, a, b = symbols("t a b")
m = Var("m", Range(Number(0), Var("n", Range(Number(1), oo)) - 1))
n = Var("n", Range(Number(1), oo))
RISING = Prod((a + m) / (a + b + m), m)
ENDLESS = {
    "a series of products, no envelope": Claim(
        (a > 0, b > 0), (1 + Sum(RISING * t**n / factorial(n), n)).eq(E(exp(t * x), x, Beta(a, b)))
    ),
    "slowly divergent": Claim((), Sum(1 / sqrt(n), n).eq(5)),
    "alternating": Claim((), Sum((-1) ** n / n, n).eq(1)),
    "oscillating": Claim((), Sum((-1) ** n, n).eq(1)),
}


@pytest.mark.parametrize("claim", ENDLESS.values(), ids=ENDLESS)
def test_a_series_without_an_envelope_takes_few_evaluations(claim, monkeypatch):
    spent = []
    plain = Machine.value

    def counted(self, term):
        spent.append(1)
        return plain(self, term)

    monkeypatch.setattr(Machine, "value", counted)
    assert judge(claim).outcome in ("estimate", "none")
    assert len(spent) < 200_000
