"""Binders in the algebra, on random nested terms whose names clash, in a model small enough to sum by hand."""

import mpmath
import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from mpmath import mpf

from proofs.algebra import equal
from proofs.algebra.reading import value as read
from proofs.algebra.ring import Full, Ring, TooLarge
from proofs.algebra.ring import Undefined as NoValue
from proofs.algebra.scope import Scope
from proofs.algebra.spelling import fraction
from proofs.language import (
    Bernoulli,
    E,
    Expectation,
    Int,
    Neg,
    Normal,
    Number,
    Plus,
    Power,
    Prod,
    Quotient,
    Range,
    Sum,
    Times,
    Var,
    exp,
    log,
    substitute,
    symbols,
)
from proofs.language.facts import Facts
from tests.algebra.evaluation import Undefined, value

a, b = symbols("a b")
BITS, THREE = Range(Number(0), Number(1)), Range(Number(1), Number(3))
i, j, k = (Var(name, BITS) for name in "ijk")
n = Var("i", THREE)  # the name of another variable, over another range
NAMES = (a, b, i, j, k, n)
WEIGHT = Number("1/3")
FACTS = Facts(())
POINTS = [
    dict(zip(NAMES, map(mpf, values), strict=True))
    for values in (("0.7", "-1.3", "0", "1", "1", "2"), ("-0.4", "2.1", "1", "0", "1", "3"))
]


def bound(inner):
    body_and = lambda names: st.tuples(inner, st.sampled_from(names))  # noqa: E731
    return st.one_of(
        body_and((i, j, k)).map(lambda pair: Expectation(*pair, Bernoulli(WEIGHT))),
        body_and((i, j, k, n)).map(lambda pair: Sum(*pair)),
        body_and((i, j, n)).map(lambda pair: Prod(*pair)),
        st.lists(inner, min_size=2, max_size=3).map(lambda args: Plus(tuple(args))),
        st.lists(inner, min_size=2, max_size=3).map(lambda args: Times(tuple(args))),
        inner.map(Neg),
        inner.map(lambda t: Power(t, Number(2))),
        inner.map(exp),
        inner.map(lambda t: Quotient(Number(1), 1 + t**2)),
        inner.map(lambda t: log(abs(t) + 1)),
    )


terms = st.recursive(st.sampled_from((*NAMES, Number(2), Number(-1))), bound, max_leaves=7)


def values(term):
    found = []
    for point in POINTS:
        try:
            with mpmath.workdps(40):
                found.append(value(term, point))
        except (Undefined, OverflowError):
            found.append(mpmath.nan)
    return found


def agree(left, right):
    return all(
        not mpmath.isfinite(u) or not mpmath.isfinite(v) or abs(u - v) <= mpf(10) ** -12 * (1 + abs(u))
        for u, v in zip(values(left), values(right), strict=True)
    )


@seed(11)
@settings(max_examples=400, deadline=None)
@given(terms)
def test_spelled_again_it_has_the_same_value(term):
    ring = Ring(48)
    try:
        again = fraction(ring, ring.lowest(read(Scope.of(ring, FACTS), term)))
    except (NoValue, TooLarge, Full):
        return
    # Names of bound variables are the algebra's own; free ones are still the author's.
    assert again.free <= term.free
    assert agree(term, again), again


@seed(12)
@settings(max_examples=400, deadline=None)
@given(terms, terms)
def test_never_equal_where_the_values_differ(left, right):
    for other in (right, substitute(left, {i: j}), substitute(left, {a: i})):
        if equal(left, other, FACTS):
            assert agree(left, other)


@seed(13)
@settings(max_examples=200, deadline=None)
@given(terms, st.sampled_from((Sum, Prod)), st.sampled_from((i, j, k)))
def test_the_name_of_a_bound_variable_is_no_matter(term, kind, x):
    other = Var("other", x.space)
    assert equal(kind(term, x), kind(substitute(term, {x: other}), other), FACTS)


@seed(14)
@settings(max_examples=200, deadline=None)
@given(terms, terms, st.sampled_from((i, j, k)))
def test_a_factor_is_pulled_out_exactly_if_it_does_not_depend(body, factor, x):
    inside, outside = Sum(factor * body, x), factor * Sum(body, x)
    if x not in factor.free:
        assert equal(inside, outside, FACTS)
    elif equal(inside, outside, FACTS):
        assert agree(inside, outside)


x, y, c = symbols("x y c")
p = Normal(Number(0), Number(1))


@pytest.mark.parametrize(
    "left, right, same",
    [
        (E(E(x * y, y, p), x, p), E(E(y * x, x, p), y, p), True),
        (E(E(x * y, y, p), x, p), E(E(y**2, y, p), x, p), False),
        (E(E(x * y, y, p), x, p), E(x, x, p) * E(y, y, p), True),
        (E(x * E(y, y, p), x, p), E(x, x, p) ** 2, True),
        (E(x * E(x, x, p), x, p), E(x, x, p) ** 2, True),
        (E(x * E(x * y, y, p), x, p), E(x, x, p) * E(x * y, y, p), False),
        (E(x * E(x * y, y, p), x, p), E(x**2, x, p) * E(y, y, p), True),
        (E((c - x) * E(y, y, p), x, p), E(c - y, y, p) * E(x, x, p), True),
        (E((x - c) * E(y, y, p), x, p), E(c - y, y, p) * E(x, x, p), False),
        (E(1 / (c - x) * E(y, y, p), x, p), E(1 / (c - y), y, p) * E(x, x, p), True),
        (E((c - x) / (c - x) * E(y, y, p), x, p), E(x, x, p) * E((y - c) / (y - c), y, p), True),
        (E((c - x) / (c - x) * E(y, y, p), x, p), E(x, x, p) * E(Number(1), y, p), False),
        (E(c, x, p), c, False),
        (E(c, x, p), c * E(Number(1), x, p), True),
        (E(x + y, x, p), E(x, x, p) + y, False),
        (E(2 * x + 2 * y, x, p), 2 * E(x + y, x, p), True),
        (E(x / c, x, p), E(x, x, p) / c, True),
        (E(x / x, x, p), E(Number(1), x, p), False),
        (E(x, x, Normal(x, Number(1))), E(y, y, Normal(x, Number(1))), True),
        (E(x, x, Normal(x, Number(1))), E(y, y, Normal(y, Number(1))), False),
        (E(x, x, Normal(c + c, Number(1), "p")), E(x, x, Normal(2 * c, Number(1), "q")), True),
        (Int(exp(-x - c), x), exp(-c) * Int(exp(-y), y), True),
        (Int(Int(exp(-x * y - c), x), y), Int(Int(exp(-y * x), x), y) * exp(-c), True),
        (Int(exp(-x * x), x), Int(exp(-x * y), x), False),
    ],
)
def test_nested_expectations(left, right, same):
    assert equal(left, right, FACTS) is same
