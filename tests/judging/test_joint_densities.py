"""Finite sets and joint densities in worlds: sums, marginals, conditionals, factors that are lines."""

import pytest

from proofs.judging import judge, worlds_for
from proofs.judging.numbers import Evaluator
from proofs.judging.world import Blend, FiniteSpace, Line
from proofs.language import (
    KL,
    Abstract,
    Cartesian,
    Cases,
    Claim,
    Density,
    Discrete,
    E,
    Function,
    H,
    Int,
    Marginal,
    Number,
    Product,
    R,
    Range,
    Slot,
    Tuple,
    Var,
    binomial,
    density,
    diff,
    index,
    log,
    nonzero,
)
from proofs.writing import plain

X, Y, S = Discrete("X"), Discrete("Y"), Abstract("S")
x, y, x_, y_, s, u, w, u_ = (
    Var(n, space) for n, space in (("x", X), ("y", Y), ("x'", X), ("y'", Y), ("s", S), ("u", R), ("w", R), ("u'", R))
)
p, q = Density("p", Cartesian((X, Y))), Density("q", Cartesian((X, Y)))
mixed, line, general = (Density(n, Cartesian(f)) for n, f in (("m", (X, R)), ("l", (R, R)), ("g", (S, R))))
pmf = Density("c", Range(Number(1), Number(4)))
z, v, o = Var("z", p.space), Var("v", mixed.space), Var("o", line.space)
f, g = Function("f", X, R), Function("g", Y, R)
whole = Density("w", Product("Z", Range(Number(1), Number(2))))
a, b = Var("a", Slot("Z", Number(1))), Var("b", Slot("Z", Number(2)))
i = index("i", 1, 4)
LAWS = tuple(map(density, (p, q, mixed, line, general, whole, pmf)))


def at(law, *entries):
    return law(Tuple(entries))


p_x, p_y = Int(at(p, x, y_), y_), Int(at(p, x_, y), x_)
mixed_u = Int(at(mixed, x_, u), x_)

TRUE = {
    "the marginals sum to one": Int(p_x, x).eq(1),
    "a mean is a sum": E(f(z[1]) * g(z[2]), z, p).eq(Int(Int(f(x) * g(y) * at(p, x, y), y), x)),
    "the marginal as a law": E(f(z[1]), z, p).eq(E(f(x), x, Marginal(p, Number(1)))),
    "a divergence as a sum": KL(p, q).eq(E(log(p(z)) - log(q(z)), z, p)),
    "points have at most mass one": at(p, x, y) <= 1,
    "entropy is not negative": H(p) >= 0,
    "slots": Int(Int(at(whole, a, b), a), b).eq(1),
    "a law on an index range": Int(pmf(i), i).eq(1),
    "a line among the factors": Int(Int(at(mixed, x, u), u), x).eq(1),
    "the order of summation": E(v[2], v, mixed).eq(Int(u * mixed_u, u)),
    "a mean over a line": E(v[2] ** 2 * f(v[1]), v, mixed).eq(Int(f(x) * Int(u**2 * at(mixed, x, u), u), x)),
    "two lines": E(o[1] * o[2], o, line).eq(Int(Int(u * w * at(line, u, w), u), w)),
    "an unnamed space": Int(Int(at(general, s, u), s), u).eq(1),
}
FALSE = {
    "a mass is no mean": Int(p_x, x).eq(2),
    "independence is no matter of course": at(p, x, y).eq(p_x * p_y),
    "means of products": E(o[1] * o[2], o, line).eq(
        E(u, u, Marginal(line, Number(1))) * E(u, u, Marginal(line, Number(2)))
    ),
    "marginals are not conditionals": at(mixed, x, u).eq(mixed_u),
    "entropy over a line may be negative": H(Density("h", S)) >= 0,
    "the other marginal": E(f(z[1]), z, p).eq(Int(f(x) * at(p, x, y), x)),
}


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE)
def test_true(statement):
    found = judge(Claim(LAWS, statement))
    assert found.outcome == "agree", found.notes
    assert found.killed == found.mutants


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE)
def test_false(statement):
    found = judge(Claim((*LAWS, density(Density("h", S))), statement))
    assert found.outcome == "disagree" and found.counterexample is not None


def test_a_conditional_sums_to_one_where_there_is_one():
    conditional = at(p, x, y) / p_y
    assert judge(Claim((*LAWS, nonzero(p_y)), Int(conditional, x).eq(1))).outcome == "agree"
    assert judge(Claim(LAWS, Int(conditional, x).eq(1))).outcome == "none"  # it may have no value
    assert judge(Claim((*LAWS, nonzero(p_y)), Int(conditional, y).eq(1))).outcome == "disagree"


def test_a_finite_set_is_counted_in_every_world():
    statement = Int(Int(Density("j", Cartesian((X, S)))(Tuple((x, s))), x), s).eq(1)
    worlds = worlds_for(Claim((density(Density("j", Cartesian((X, S)))),), statement))
    assert all(isinstance(w.spaces[X], FiniteSpace) and set(w.spaces[X].weights) == {1} for w in worlds)
    assert any(isinstance(w.spaces["S"], Line) for w in worlds)
    assert any(isinstance(w.spaces["S"], FiniteSpace) and 0 in w.spaces["S"].weights for w in worlds)
    assert any(isinstance(value, Blend) for w in worlds for value in w.values.values())


def test_an_unnamed_and_a_finite_space_of_one_name_are_two():
    named_alike = Discrete("S")
    statement = Int(Number(1), s).eq(Int(Number(1), Var("t", named_alike)))
    assert judge(Claim((), statement)).outcome == "disagree"


def test_points_are_no_numbers():
    world = worlds_for(Claim((), f(x).eq(f(x))))[0]
    assert Evaluator(world).value(Tuple((x, x)) + 1).kind == "undefined"


ODD = {
    "log": log, "sum": lambda t: t + 1, "square": lambda t: t * t, "quotient": lambda t: 1 / t, "power": lambda t: t**2,
    "exponent": lambda t: Number(2) ** t, "abs": abs, "binomial": lambda t: binomial(t, 2), "minus": lambda t: -t,
    "over x": lambda t: Int(t, x), "over u": lambda t: Int(t, u), "mean": lambda t: E(t, z, p), "coordinate": lambda t: t[1],
    "pair": lambda t: Tuple((t, t)), "slope": lambda t: diff(t, u), "cases": lambda t: Cases((t,), (x.eq(x_),), Number(1)),
}  # fmt: skip
POINTS = [x, s, u, z, v, z[1], v[2], f(x), Function("r", R, X)(u), Function("k", v.space, R)(v), at(mixed, x, u), i]


@pytest.mark.parametrize("made", ODD.values(), ids=ODD)
@pytest.mark.parametrize("point", POINTS, ids=plain)
def test_what_means_nothing_has_no_value_and_breaks_nothing(made, point):
    odd = made(point)
    found = judge(Claim(LAWS, odd.eq(odd)))
    assert found.outcome in ("agree", "none", "estimate")
    if point in (x, s, z, v, z[1]) and made in (log, abs, ODD["sum"], ODD["quotient"], ODD["minus"]):
        assert found.outcome == "none" or point is s  # on a line its points are numbers


def test_points_are_compared():
    same = Cases((Number(1),), (x.eq(x_),), Number(0))
    assert judge(Claim((), Int(same, x_).eq(1))).outcome == "agree"
    assert judge(Claim((), Int(f(x_) * same, x_).eq(f(x)))).outcome == "agree"
    assert judge(Claim((), Int(f(x_) * same, x_).eq(f(x) + 1))).outcome == "disagree"
