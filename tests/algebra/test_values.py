"""The algebra never changes a value: what a term is read as, spelled again, agrees with the term at random points."""

import random
from fractions import Fraction

import mpmath
import pytest
from hypothesis import assume, given, seed, settings
from hypothesis import strategies as st
from mpmath import mpf

from proofs.algebra import equal, is_number, zero
from proofs.algebra.reading import key
from proofs.algebra.reading import value as read
from proofs.algebra.ring import Full, Ring, TooLarge
from proofs.algebra.ring import Undefined as NoValue
from proofs.algebra.scope import Scope
from proofs.algebra.spelling import fraction
from proofs.language import (
    R_POSITIVE,
    Apply,
    Elementary,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Times,
    nonzero,
    sqrt,
    symbols,
)
from proofs.language.facts import Facts
from tests.algebra.evaluation import Undefined, value

x, y, m, a, b = symbols("x y m a b")
s, t = symbols("s t", R_POSITIVE)
FACTS = Facts((nonzero(y), m < 0, a < b))
NAMES = (x, y, m, a, b, s, t)
POINTS = [
    dict(zip(NAMES, map(mpf, values), strict=True))
    for values in (
        ("0.375", "-1.625", "-0.75", "-0.5", "1.25", "0.3125", "2.75"),
        ("-1.125", "0.875", "-2.5", "0.4375", "0.9375", "1.4375", "0.6875"),
        ("0", "0.3125", "-1.1875", "-1.75", "-0.25", "2.125", "0.8125"),
        ("-2.3125", "-0.4375", "-0.3125", "0.625", "3.125", "0.5625", "1.1875"),
    )
]

small = st.sampled_from([Number(v) for v in (-2, -1, 0, 1, 2, 3, Fraction(1, 2), Fraction(-3, 4))])
leaves = st.one_of(st.sampled_from(NAMES), small)
unary = st.sampled_from(["log", "exp", "sqrt", "abs", "sign", "tanh", "sigmoid", "softplus", "sinh", "cosh", "sin", "cos",
                         "arctan", "arcsin", "erf", "erfc", "gamma", "loggamma", "digamma"])  # fmt: skip
exponents = st.sampled_from([Number(v) for v in (-2, -1, 0, 2, 3, Fraction(1, 2), Fraction(-1, 2), Fraction(2, 3))])


def rational(inner):
    return st.one_of(
        st.lists(inner, min_size=2, max_size=3).map(lambda args: Plus(tuple(args))),
        st.lists(inner, min_size=2, max_size=3).map(lambda args: Times(tuple(args))),
        inner.map(Neg),
        st.tuples(inner, inner).map(lambda pair: Quotient(*pair)),
        st.tuples(inner, st.sampled_from([Number(2), Number(3), Number(-1)])).map(lambda pair: Power(*pair)),
    )


def anything(inner):
    return st.one_of(
        rational(inner),
        st.tuples(unary, inner).map(lambda pair: Apply(Elementary(pair[0]), (pair[1],))),
        st.tuples(st.sampled_from(["max", "min"]), inner, inner).map(lambda p: Apply(Elementary(p[0]), (p[1], p[2]))),
        st.tuples(inner, exponents).map(lambda pair: Power(*pair)),
        st.tuples(st.sampled_from([s, t, s * t, s / t]), inner).map(lambda pair: Power(*pair)),
    )


rationals = st.recursive(leaves, rational, max_leaves=8)
terms = st.recursive(leaves, anything, max_leaves=6)


def close(left, right):
    return abs(left - right) <= mpf(10) ** -12 * (1 + abs(left) + abs(right))


def values(term):
    """The values at the points where there is one."""
    for point in POINTS:
        try:
            with mpmath.workdps(40):
                found = value(term, point)
        except (Undefined, OverflowError):
            continue
        if mpmath.isfinite(found) and abs(found) < mpf(10) ** 8:
            yield point, found


def defined(term):
    return any(True for _ in values(term))


@seed(1)
@settings(max_examples=300, deadline=None)
@given(terms)
def test_spelled_again_it_has_the_same_value(term):
    ring = Ring(48)
    try:
        found = read(Scope.of(ring, FACTS), term)
        again = fraction(ring, ring.lowest(found))
    except (NoValue, TooLarge, Full):
        return
    for point, wanted in values(term):
        try:
            with mpmath.workdps(40):
                assert close(value(again, point), wanted), again
        except Undefined:
            assert found.unproved, f"{term} became {again}, which has no value at {point}"


@seed(2)
@settings(max_examples=100, deadline=None)
@given(rationals, st.randoms(use_true_random=False))
def test_shuffled_terms_are_equal(term, rng):
    assume(defined(term))
    assert equal(term, shuffled(term, rng), FACTS)


def shuffled(term, rng: random.Random):
    """Summands and factors in another order, brackets elsewhere, differences as sums, quotients as products."""
    match term:
        case Plus(args) | Times(args):
            kind = type(term)
            parts = [shuffled(arg, rng) for arg in args]
            rng.shuffle(parts)
            return kind((parts[0], kind(tuple(parts[1:])))) if len(parts) > 2 else kind(tuple(parts))
        case Neg(arg):
            return Times((Number(-1), shuffled(arg, rng)))
        case Quotient(num, den):
            return Times((Power(shuffled(den, rng), Number(-1)), shuffled(num, rng)))
        case Power(base, Number(n)) if n == 3:
            return Times((shuffled(base, rng), Power(shuffled(base, rng), Number(2))))
    return term


@seed(3)
@settings(max_examples=100, deadline=None)
@given(rationals, rationals, rationals)
def test_products_are_expanded(u, v, w):
    assume(defined(u) and defined(v) and defined(w))
    assert equal(u * (v + w), u * v + u * w, FACTS)
    assert equal((u - v) * (u + v), u**2 - v**2, FACTS)


@seed(4)
@settings(max_examples=300, deadline=None)
@given(terms, terms)
def test_never_equal_where_the_values_differ(left, right):
    if equal(left, right, FACTS):
        there = {id(point): found for point, found in values(right)}
        for point, found in values(left):
            if id(point) in there:
                assert close(found, there[id(point)])


@seed(5)
@settings(max_examples=100, deadline=None)
@given(rationals, st.fractions(min_value=-3, max_value=3, max_denominator=7).filter(bool))
def test_a_shifted_term_is_not_equal(term, shift):
    assert not equal(term, term + Number(shift), FACTS)
    assert not zero(Number(shift) + term - term, FACTS)


@seed(6)
@settings(max_examples=300, deadline=None)
@given(terms)
def test_signs_are_those_of_the_values(term):
    mask = FACTS.sign(term)
    ring = Ring(48)
    try:
        deeper = Scope.of(ring, FACTS).frac_sign(read(Scope.of(ring, FACTS), term))
    except (NoValue, TooLarge, Full):
        deeper = 7
    for _, found in values(term):
        if 0 < abs(found) < mpf(10) ** -15:
            continue  # the evaluator cannot tell this from 0
        sign = 2 if found == 0 else 4 if found > 0 else 1
        assert mask & sign
        assert deeper & sign


@pytest.mark.parametrize(
    "term, number",
    [
        (Number(2) * 3 - 5, 1),
        (sum([x, -x], Number(7)), 7),
        ((s + s) / s, 2),
        (x / x, None),
        (x, None),
        (1 / (x - x), None),
    ],
)
def test_numbers(term, number):
    assert is_number(term, FACTS) == number


def test_what_identifies_a_term_follows_the_relations_that_the_ring_learns():
    """The root of x is a generator until its fourth root comes, and then a square: what was kept is not used again."""
    scope = Scope.of(Ring(24), FACTS)
    root, fourth = sqrt(s), s ** Fraction(1, 4)
    key(scope, root)
    before = key(scope, root)
    assert key(scope, root) is before
    key(scope, fourth)
    assert key(scope, root) == key(scope, fourth * fourth) != before
