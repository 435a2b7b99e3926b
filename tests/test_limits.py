"""Limits: how they are written, that they are opaque to the licence, and that there are only estimates of them."""

from fractions import Fraction as F

import pytest
import sympy as sp

from proofs.definedness import unmet
from proofs.judging import judge
from proofs.kernel import licence
from proofs.language import (
    Claim,
    Function,
    Limit,
    Neg,
    Number,
    Var,
    alpha_equal,
    arctan,
    cos,
    e,
    exp,
    finite,
    integer,
    log,
    nonzero,
    oo,
    pi,
    sin,
    sqrt,
    substitute,
    symbols,
)
from proofs.language.facts import Facts
from proofs.language.sympy_door import to_sympy
from proofs.registry import algebra
from proofs.steps import Step, Use
from proofs.writing import plain
from proofs.writing.latex import latex

x, y, a = symbols("x y a")
n = integer("n")
zero, half = Number(0), Number(F(1, 2))
f = Function("f")
TRUE = {
    "sine": Limit(sin(x) / x, x, zero).eq(1),
    "compound interest": Limit((1 + a / n) ** n, n, oo).eq(exp(a)),
    "e": Limit((1 + 1 / n) ** n, n, oo).eq(e),
    "derivative": Limit((sin(a + x) - sin(a)) / x, x, zero).eq(cos(a)),
    "from above": Limit(x * log(x), x, zero, "+").eq(0),
    "one side of a jump": Limit(x / abs(x), x, zero, "-").eq(-1),
    "far left": Limit(arctan(x), x, Neg(oo)).eq(-pi / 2),
    "square roots": Limit(sqrt(n**2 + n) - n, n, oo).eq(half),
    "at a number": Limit((x**2 - 4) / (x - 2), x, Number(2)).eq(4),
}
FALSE = {
    "sine": Limit(sin(x) / x, x, zero).eq(2),
    "compound interest": Limit((1 + a / n) ** n, n, oo).eq(1 + a),
    "a jump": Limit(x / abs(x), x, zero).eq(1),
    "alternating": Limit(Number(-1) ** n, n, oo).eq(1),
    "oscillating": Limit(sin(pi * x), x, oo).eq(0),
    "oscillating near 0": Limit(sin(1 / x), x, zero).eq(0),
    "infinite": Limit(1 / x**2, x, zero).eq(0),
    "slow": Limit(1 / log(n), n, oo).eq(0),
}


@pytest.mark.parametrize("statement", TRUE.values(), ids=TRUE)
def test_an_estimate_supports(statement):
    assert judge(Claim((), statement)).outcome == "estimate"


@pytest.mark.parametrize("statement", FALSE.values(), ids=FALSE)
def test_nothing_supports_what_is_false_and_no_estimate_refutes(statement):
    assert judge(Claim((), statement)).outcome == "none"


def test_that_a_limit_exists_is_a_hypothesis():
    t = Limit(f(x), x, zero)
    assert unmet(t, Facts(())) == (finite(t),) and not unmet(t, Facts((finite(t),)))
    assert not licence(Step(t - t, "=", zero, Use(algebra)), ()).granted
    assert licence(Step(t - t, "=", zero, Use(algebra)), (finite(t),)).granted
    assert not licence(Step(t, "=", f(zero), Use(algebra)), (finite(t),)).granted


def test_inside_a_limit_what_holds_nearby():
    hypotheses = (finite(Limit(x / x, x, zero)), finite(Limit(Number(1), x, zero)))
    assert licence(Step(Limit(x / x, x, zero), "=", Limit(Number(1), x, zero), Use(algebra)), hypotheses).granted
    away = Limit(x / x, x, Number(1))
    assert nonzero(x) in unmet(away, Facts(())) and nonzero(x) not in unmet(Limit(x / x, x, zero), Facts(()))
    assert unmet(Limit(log(x), x, zero), Facts(()))[0] is (x > 0)
    assert unmet(Limit(log(x), x, zero, "+"), Facts(())) == (finite(Limit(log(x), x, zero, "+")),)
    assert unmet(Limit(1 / n, n, oo), Facts(())) == (finite(Limit(1 / n, n, oo)),)


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
