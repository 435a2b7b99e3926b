"""Limits: how they are written, that they are enclosed, and where it is known that there is one."""

import random
from fractions import Fraction as F

import pytest
import sympy as sp

from proofs.convergence import limit_of
from proofs.definedness import unmet
from proofs.judging import judge
from proofs.kernel import licence
from proofs.language import (
    Claim,
    Function,
    Interval,
    Limit,
    Neg,
    Number,
    PositiveReals,
    Var,
    alpha_equal,
    arctan,
    cos,
    diff,
    e,
    exp,
    finite,
    floor,
    integer,
    log,
    nonzero,
    oo,
    pi,
    sigmoid,
    sin,
    softplus,
    sqrt,
    substitute,
    symbols,
    tanh,
)
from proofs.language.facts import Facts
from proofs.language.sympy_door import to_sympy
from proofs.registry import algebra
from proofs.steps import Step, Use
from proofs.writing import plain
from proofs.writing.latex import latex

x, y, a = symbols("x y a")
n = integer("n")
w, v = Var("w", PositiveReals()), Var("v", Interval(Number(0), Number(1)))
zero, half = Number(0), Number(F(1, 2))
f = Function("f")
TRUE = {
    "sine": Limit(sin(x) / x, x, zero).eq(1),
    "compound interest": Limit((1 + a / n) ** n, n, oo).eq(exp(a)),
    "e": Limit((1 + 1 / n) ** n, n, oo).eq(e),
    "from above": Limit(x * log(x), x, zero, "+").eq(0),
    "one side of a jump": Limit(x / abs(x), x, zero, "-").eq(-1),
    "far left": Limit(arctan(x), x, Neg(oo)).eq(-pi / 2),
    "square roots": Limit(sqrt(n**2 + n) - n, n, oo).eq(half),
    "at a number": Limit((x**2 - 4) / (x - 2), x, Number(2)).eq(4),
    "slow": Limit(1 / log(n), n, oo).eq(0),
    "infinite": Limit(1 / x**2, x, zero).eq(oo),
    "against an exponential": Limit(x**7 * exp(-a * x), x, oo).eq(0),
    "between": Limit(x * sin(1 / x), x, zero).eq(0),
    "a power of a power": Limit(x**x, x, zero, "+").eq(1),
    "signs that change": Limit(Number(F(-1, 2)) ** n, n, oo).eq(0),
    "stairs": Limit(floor(x / 2) / x, x, oo).eq(half),
    "a polynomial that is taken off": Limit(softplus(2 * x + 2) / 2 - (x + 1), x, oo).eq(0),
    "an irrational rate": Limit(x * exp(-(sqrt(Number(2)) * x)), x, oo).eq(0),
    "of a slope": Limit(diff(softplus(x), x), x, oo).eq(1),
    "roots": Limit(n ** (1 / n), n, oo).eq(1),
    "from inside": Limit(w * log(w), w, zero).eq(0),
}
FALSE = {
    "sine": Limit(sin(x) / x, x, zero).eq(2),
    "compound interest": Limit((1 + a / n) ** n, n, oo).eq(1 + a),
    "infinite": Limit(1 / x**2, x, zero).eq(0),
    "the wrong end": Limit(arctan(x), x, oo).eq(-pi / 2),
    "a sign": Limit(1 / x, x, zero, "-").eq(oo),
    "a polynomial that is taken off": Limit(softplus(2 * x + 2) / 2 - (x + 1), x, oo).eq(1),
    "a rate": Limit((exp(a * x) - 1) / x, x, zero).eq(1),
}
NONE = {
    "a jump": Limit(x / abs(x), x, zero).eq(1),
    "alternating": Limit(Number(-1) ** n, n, oo).eq(1),
    "alternating and growing": Limit(Number(-2) ** n, n, oo).eq(oo),
    "oscillating": Limit(sin(pi * x), x, oo).eq(0),
    "oscillating near 0": Limit(sin(1 / x), x, zero).eq(0),
    "two sides": Limit(1 / x, x, zero).eq(oo),
}


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE)
def test_a_limit_is_enclosed(statement):
    found = judge(Claim((a > 0,), statement))
    assert found.outcome == "agree" and found.killed == found.mutants


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE)
def test_a_wrong_limit_is_refuted(statement):
    assert judge(Claim((a > 0,), statement)).outcome == "disagree"


@pytest.mark.parametrize("statement", NONE.values(), ids=NONE)
def test_nothing_is_said_where_there_is_no_limit(statement):
    assert judge(Claim((), statement)).outcome == "none"


def test_an_estimate_supports_and_refutes_nothing():
    """Where terms cancel that are not known exactly, there is no expansion."""
    slope = Limit((sin(a + x) - sin(a)) / x, x, zero)
    assert judge(Claim((), slope.eq(cos(a)))).outcome == "estimate"
    assert judge(Claim((), slope.eq(2 * cos(a) - 1))).outcome == "none"


def test_that_a_limit_exists_may_be_a_hypothesis():
    t = Limit(f(x), x, zero)
    assert unmet(t, Facts(())) == (finite(t),) and not unmet(t, Facts((finite(t),)))
    assert not licence(Step(t - t, "=", zero, Use(algebra)), ()).granted
    assert licence(Step(t - t, "=", zero, Use(algebra)), (finite(t),)).granted
    assert not licence(Step(t, "=", f(zero), Use(algebra)), (finite(t),)).granted


def test_inside_a_limit_what_holds_nearby():
    hypotheses = (finite(Limit(x / x, x, zero)), finite(Limit(Number(1), x, zero)))
    assert licence(Step(Limit(x / x, x, zero), "=", Limit(Number(1), x, zero), Use(algebra)), hypotheses).granted
    away = Limit(x / x, x, a)
    assert nonzero(x) in unmet(away, Facts(())) and nonzero(x) not in unmet(Limit(x / x, x, zero), Facts(()))
    assert unmet(Limit(log(x), x, zero), Facts(()))[0] is (x > 0)
    assert not unmet(Limit(1 / (x**2 - 5), x, oo), Facts(()))  # the denominator is not 0, from some x on
    assert unmet(Limit(1 / (x**2 - a), x, zero), Facts(())) and not unmet(
        Limit(1 / (x**2 - a), x, zero), Facts((a > 0,))
    )
    assert not unmet(Limit(log(x), x, a), Facts((a > 0,))) and unmet(Limit(log(x), x, a), Facts((a >= 0,)))


THERE = {
    "from above": Limit(log(x), x, zero, "+"),
    "sequence": Limit(1 / n, n, oo),
    "from inside": Limit(1 / v, v, Number(1)),
}
NOT_SEEN = {
    "two sides": Limit(1 / x, x, zero),
    "oscillating": Limit(sin(x), x, oo),
    "alternating": Limit(Number(-1) ** n, n, oo),
    "a sequence at a number": Limit(n, n, Number(2)),
    "outside": Limit(v, v, Number(2)),
    "from outside": Limit(v, v, Number(1), "+"),
    "an end that it does not have": Limit(v, v, oo),
    "infinity less infinity": Limit(x**2 * f(x) - x, x, oo),
    "an unknown function": Limit(f(x), x, a),
}


@pytest.mark.parametrize("t", THERE.values(), ids=THERE)
def test_there_is_a_limit(t):
    assert not unmet(t, Facts(()))


@pytest.mark.parametrize("t", NOT_SEEN.values(), ids=NOT_SEEN)
def test_no_limit_is_seen(t):
    assert finite(t) in unmet(t, Facts(()))


def _random_term(draw: random.Random, depth: int):
    if not depth:
        return draw.choice([x, x, Number(draw.randint(1, 3)), exp(-x), exp(x), 1 / x, log(1 + x**2), sqrt(x), sin(x)])
    first, second = (_random_term(draw, depth - 1) for _ in range(2))
    kinds = [first + second, first - second, first * second, first / second, first**2, exp(-first), tanh(first)]
    return draw.choice([*kinds, softplus(first), sigmoid(first), log(1 + first**2)])


@pytest.mark.parametrize(("to", "side"), [(oo, ""), (Neg(oo), ""), (zero, "+"), (zero, ""), (Number(2), "-")])
def test_what_is_read_off_is_what_the_expansion_says(to, side):
    """Two calculations that share nothing, on terms drawn at random."""
    draw, compared = random.Random(17), 0
    for _ in range(120):
        t = Limit(_random_term(draw, draw.choice((1, 1, 2))), x, to, side)
        if unmet(t, Facts(())):
            continue
        found = judge(Claim((), t.eq(limit_of(t, Facts(())))), slips=False)
        assert found.outcome != "disagree", t
        compared += found.outcome == "agree"
    assert compared > 20


def test_how_limits_are_written():
    assert latex(Limit(1 / n, n, oo)) == r"\lim_{n \to \infty} \frac{1}{n}"
    assert latex(Limit(log(x), x, zero, "+")) == r"\lim_{x \to 0^{+}} \log x"
    assert plain(Limit(f(x), x, a, "-")) == "lim[x → a-](f(x))"
    s = sp.Symbol("x", real=True)
    assert to_sympy(Limit(sin(x) / x, x, zero, "+")) == sp.Limit(sp.sin(s) / s, s, 0, "+")
    with pytest.raises(ValueError, match="side"):
        Limit(x, x, zero, "above")


def test_the_variable_is_bound():
    assert alpha_equal(Limit(f(x), x, a), Limit(f(y), y, a))
    moved = substitute(Limit(f(x) + a, x, zero), {a: x})
    assert isinstance(moved.var, Var) and moved.var is not x and x in moved.free
    assert Limit(f(x), x, x).free == {f, x}
