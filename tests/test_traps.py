"""Steps that look right, one row each: what the licence and what the numbers must say of them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import pytest
from flint import arb, fmpq

from proofs.chains import hypothesis
from proofs.judging import judge
from proofs.judging.numbers import Evaluator, Value, agreement
from proofs.judging.world import FiniteSpace, World
from proofs.kernel import licence
from proofs.language import (
    KL,
    Abstract,
    Cauchy,
    Claim,
    Density,
    Det,
    E,
    Function,
    FunctionFamily,
    Int,
    Iterate,
    Jacobian,
    LogAbsDet,
    MatProd,
    Node,
    Normal,
    Number,
    Range,
    Relation,
    Sum,
    Term,
    Tr,
    Var,
    Vectors,
    cos,
    density,
    differentiable,
    dominated,
    exp,
    forall,
    half,
    integer,
    invertible,
    log,
    matrix,
    nonzero,
    pi,
    positive_definite,
    sin,
    sqrt,
    substitute,
    symbols,
    vector,
)
from proofs.language.spaces import R_POSITIVE
from proofs.registry import algebra
from proofs.rules import chain_rule, finite_sum, linearity, mass_on_support, split_off, sum_of_constant
from proofs.steps import Rule, Step, Use

a, b, c, x, y, z, mu, sigma = symbols("a b c x y z mu sigma")
x_positive = Var("x", R_POSITIVE)
X = Abstract("X")
u = Var("u", X)
p, q = Density("p", X), Density("q", X)
BOTH = (density(p), density(q))
ratio = E(p(u) / q(u), u, q)
d, K = integer("d"), integer("K")
A, B = matrix("A", d), matrix("B", d)
v, w = vector("v", d), vector("w", d)
k = Var("k", Range(Number(1), d))
layer = Var("k", Range(Number(1), K))
layers = FunctionFamily("f", Range(Number(1), K), Vectors(d), Vectors(d))
f = Function("f")
normal = Normal(mu, sigma)
nothing = sin(x) ** 2 + cos(x) ** 2 - 1
cauchy = Cauchy(0, 1)
downwards = Var("k", Range(Number(3), Number(1)))
by_definition = hypothesis(c.eq(x))


@dataclass(frozen=True)
class Trap:
    """A step with the reason one might give, and the answers: ``granted``, and what the numbers say."""

    name: str
    left: Term
    right: Term
    numbers: str
    granted: bool = False
    reason: Rule | Use = algebra
    hypotheses: tuple[Node, ...] = ()
    symbol: str = "="


def trap(name, left, right, numbers, granted=False, reason=algebra, under=(), symbol="="):
    right = right if isinstance(right, Term) else Number(right)
    return Trap(name, left, right, numbers, granted, reason, tuple(under), symbol)


TRAPS = [
    trap("x/x = 1", x / x, 1, "none"),
    trap("x/x = 1 where x is not zero", x / x, 1, "agree", True, under=[nonzero(x)]),
    trap("0/(x - x) = 7", Number(0) / (x - x), 7, "none"),
    trap("D/D = 1 with D identically zero", nothing / nothing, 1, "none"),
    trap("D/D = 1 with D identically zero, and said not to be", nothing / nothing, 1, "none", under=[nonzero(x)]),
    trap("sqrt(x^2) = x for real x", sqrt(x**2), x, "disagree"),
    trap("sqrt(x^2) = x for x >= 0", sqrt(x**2), x, "agree", True, under=[x >= 0]),
    trap("log ab = log a + log b without signs", log(a * b), log(a) + log(b), "none"),
    trap("log ab = log a + log b where ab > 0", log(a * b), log(a) + log(b), "none", under=[a * b > 0]),
    trap("log a^2 = 2 log a for real a", log(a**2), 2 * log(a), "none", under=[nonzero(a)]),
    trap("exp(log a) = a without a sign", exp(log(a)), a, "none"),
    trap("the means of x and 1 - x under Cauchy", E(x, x, cauchy) + E(1 - x, x, cauchy), 1, "none", reason=linearity),
    trap(
        "the mean of x under Cauchy", E(x - x, x, cauchy), E(x, x, cauchy) - E(x, x, cauchy), "none", reason=linearity
    ),
    trap("KL - KL where both may be infinite", KL(p, q) - KL(p, q), 0, "none", under=BOTH),
    trap("0 KL where it may be infinite", 0 * KL(p, q), 0, "none", under=BOTH),
    trap("KL / KL", KL(p, q) / KL(p, q), 1, "none", under=BOTH),
    trap(
        "a bound variable is not the positive one outside",
        Int(normal(x) * sqrt(x**2), x),
        Int(normal(x) * x, x),
        "disagree",
        under=[x > 0, sigma > 0],
    ),
    trap(
        "an integral over the line by a positive variable",
        Int(normal(x), x),
        Int(normal(x_positive), x_positive),
        "disagree",
        under=[sigma > 0],
    ),
    trap("one name with two sets of assumptions", sqrt(x**2), x, "disagree", under=[x_positive > 0]),
    trap("two spaces make two variables", x - x_positive, 0, "disagree"),
    trap("a cut without its tail", E(x**2, x, Normal(0, 1000)), Number(10**6), "agree", False),
    trap("an integral with a heavy tail", Int(1 / (1 + x**2), x), pi, "agree", False),
    trap("a sum from 3 to 1 is empty", Sum(downwards, downwards), 0, "agree", True, finite_sum),
    trap(
        "a sum from 3 to 1 is not minus that from 2 to 2", Sum(downwards, downwards), -2, "disagree", False, finite_sum
    ),
    trap("a sum of constants counts upwards", Sum(a, k), d * a, "agree", False, sum_of_constant),
    trap("a term that is not in the sum", Sum(v[k], k), a + Sum(v[k], k), "disagree", False, split_off(d + 1)),
    trap(
        "capture in a definition",
        E(c * x, x, normal),
        E(x * x, x, normal),
        "disagree",
        reason=by_definition,
        under=[c.eq(x), sigma > 0],
    ),
    trap(
        "a definition where nothing is captured",
        E(c * y, y, normal),
        E(x * y, y, normal),
        "agree",
        True,
        by_definition,
        [c.eq(x), sigma > 0],
    ),
    trap(
        "a factor that depends on the variable one level down",
        E(E(x * y, y, normal), x, normal),
        E(E(y * y, y, normal), x, normal),
        "disagree",
        reason=linearity,
        under=[sigma > 0],
    ),
    trap(
        "independent and the same",
        E(x * E(x, x, normal), x, normal),
        E(x**2, x, normal),
        "disagree",
        reason=linearity,
        under=[sigma > 0],
    ),
    trap("tr AB = tr A tr B, true at d = 1", Tr(A @ B), Tr(A) * Tr(B), "disagree"),
    trap("matrices commute, at d = 1", Tr(A @ B @ A @ A @ B @ B), Tr(A @ A @ A @ B @ B @ B), "disagree"),
    trap("log det of an invertible matrix", log(Det(A)), LogAbsDet(A), "none", under=[invertible(A)]),
    trap(
        "log det of a positive definite matrix", log(Det(A)), LogAbsDet(A), "agree", True, under=[positive_definite(A)]
    ),
    trap("det(A + B) = det A + det B", Det(A + B), Det(A) + Det(B), "disagree"),
    trap(
        "composed layers all taken at x",
        Det(Jacobian(Iterate(layers, K, v), v, w)),
        Det(MatProd(Jacobian(layers[layer](v), v, w), layer)),
        "disagree",
        reason=chain_rule,
        under=[differentiable(layers)],
    ),
    trap("E_q[p/q] = 1", ratio, Int(p(u), u), "disagree", reason=mass_on_support, under=[*BOTH, dominated(q, p)]),
    trap("E_q[p/q] <= 1", ratio, Int(p(u), u), "agree", True, mass_on_support, [*BOTH], "<="),
]


@pytest.mark.parametrize("row", TRAPS, ids=lambda row: row.name)
def test_the_licence(row):
    use = Use(row.reason) if isinstance(row.reason, Rule) else row.reason
    found = licence(Step(row.left, row.symbol, row.right, use), row.hypotheses)
    assert found.granted is row.granted, (found.why, found.needs)


@pytest.mark.parametrize("row", TRAPS, ids=lambda row: row.name)
def test_the_numbers(row):
    found = judge(Claim(row.hypotheses, Relation(row.left, row.symbol, row.right)))
    assert found.outcome == row.numbers, found
    assert (found.counterexample is not None) is (row.numbers == "disagree")


def test_mass_off_the_support_in_the_smallest_world():
    half_each, all_on_one = (Fraction(1, 2), Fraction(1, 2)), (Fraction(1), Fraction(0))
    world = World({p: half_each, q: all_on_one}, {X.name: FiniteSpace((Fraction(1), Fraction(1)))})
    at = Evaluator(world)
    assert at.truth(density(p)) and at.truth(density(q)) and at.truth(dominated(q, p))
    assert at.value(ratio).exact == fmpq(1, 2)
    assert at.value(Int(p(u), u)).exact == 1
    assert at.truth(ratio.eq(1)) is False and at.truth(ratio <= 1) is True
    shown = dict(judge(Claim((*BOTH, dominated(q, p)), ratio.eq(1))).counterexample.assignments)
    assert (shown["p"], shown["q"]) == (r"(\frac{1}{2}, \frac{1}{2})", "(1, 0)")


@pytest.mark.parametrize("bad", [arb.nan(), arb(1, 1), arb(1, "1e-5"), arb("inf"), arb(0, 1)], ids=str)
def test_a_ball_that_is_no_number_or_wide_agrees_with_nothing(bad):
    one = Value("finite", arb(1))
    assert agreement(Value("finite", bad), one) == "unknown"
    assert agreement(one, Value("finite", bad)) == "unknown"
    assert agreement(Value("finite", bad), Value("finite", bad)) == "unknown"


def test_substitution_does_not_capture():
    inner = Int(f(x * y), x)
    put = substitute(inner, {y: x})
    assert x in put.free and put.var is not x
    assert substitute(forall(x, (x + y > 0)), {y: x}).var is not x
    assert substitute(Sum(a * k, k), {a: v[k]}).free >= {k, v}


def test_the_numbers_of_a_captured_integral_differ():
    claim = Claim((), Int(normal_density(x) * (x - y), x).eq(Int(normal_density(x) * (x - x), x)))
    assert judge(claim).outcome == "disagree"


def normal_density(t):
    return exp(-half * t**2)
