"""Envelopes hold pointwise, and tail bounds hold against wider cuts."""

import random
from fractions import Fraction
from functools import partial

import pytest
from flint import arb, ctx, fmpq

from proofs.judging import enclose
from proofs.judging.laws import Measures
from proofs.judging.scalars import Undefined, Unknown
from proofs.judging.tails import Tail, affine, integral_bound, quadratic, sum_bound
from proofs.judging.trace import Traced
from proofs.judging.world import World
from proofs.language import (
    Cauchy,
    Function,
    Gamma,
    Laplace,
    Mixture,
    Normal,
    Number,
    R,
    Range,
    Sum,
    Var,
    arctan,
    cos,
    digamma,
    erf,
    exp,
    factorial,
    gamma,
    log,
    loggamma,
    maximum,
    minimum,
    oo,
    sigmoid,
    sin,
    softplus,
    sqrt,
    substitute,
    tanh,
)

x = Var("x", R)
third = Number(Fraction(1, 3))
p, q = Normal(Number(Fraction(1, 2)), Number(Fraction(3, 2))), Normal(Number(-1), Number(2))
mix = Mixture((third, 2 * third), (p, q))
BODIES = [
    x, x**2, x**3 - 2 * x, (x - 3) ** 2, -((x - 3) ** 2), exp(-x), exp(-(x**2) / 2), exp(-((x - 1) ** 2)) * x**4,
    1 / (1 + x**2), x / (1 + (x - third) ** 2), log(1 + x**2), log(x**2 + x), sqrt(x**2 + 1), abs(x - 2), tanh(x),
    sigmoid(x), sigmoid(-x), log(sigmoid(x)), log(sigmoid(-x)), softplus(x), softplus(-x), log(softplus(x) + 1),
    sin(x) * exp(-x), cos(x) / x, erf(x) - 1, arctan(x), maximum(x, 5), minimum(x, x**2), p(x), q(x) * x**2, mix(x),
    log(mix(x)), p(x) * log(p(x) / mix(x)), log(p(x) / ((p(x) + q(x)) / 2)), p(x) * log(q(x)), exp(sin(x)),
    Cauchy(Number(1), Number(2))(x), Laplace(Number(1), Number(2))(x), exp(x) / (1 + exp(x)) ** 2, exp(-exp(x) + x),
    1 / gamma(x), 3**x / factorial(x), loggamma(x), digamma(x), gamma(x) * exp(-loggamma(x + 1)),
    Gamma(Number(3), Number(2))(x), (exp(x) - 5) ** 2, 1 / (exp(x) - 2), x * log(x), 1 - sigmoid(x),
    sigmoid(x) * (1 - sigmoid(x)), 1 - tanh(x), tanh(x) + 1,
    log(1 - sigmoid(-x)), 2 - 2 * tanh(2 * x), softplus(-x) * x**2, exp(-sqrt(x**2 + 1)),
    sqrt((x - 8) ** 2) * exp(-x),
]  # fmt: skip


def values(machine, body, cut, sign, ts):
    for t in ts:
        yield t, machine.at(body, x, sign * (arb(cut) + arb(t)))


def walked(machine, body, cut, sign):
    """The envelope that a walk over the term finds."""
    return machine.at(body, x, affine(machine.new_level(), arb(sign * cut), arb(sign)))


def replayed(machine, body, cut, sign):
    """The envelope that is found from what was traced."""
    traced = Traced(machine.new_level(), lambda y: machine.at(body, x, y * fmpq(sign)))
    level = machine.new_level()
    return traced.at(affine(level, arb(cut), arb(1)), partial(quadratic, level, arb(cut)))


@pytest.mark.parametrize("found", [walked, replayed])
@pytest.mark.parametrize("body", BODIES, ids=lambda b: str(BODIES.index(b)))
@pytest.mark.parametrize("sign", [1, -1])
def test_every_field_of_an_envelope_holds_at_points(body, sign, found):
    rng = random.Random(7)
    ts = [Fraction(0), *(Fraction(rng.randint(1, 4000), 97) for _ in range(25))]
    precision, ctx.prec = ctx.prec, 300
    try:
        machine = Measures(World({}))
        cut = 6
        try:
            envelope = found(machine, body, cut, sign)
        except (Unknown, Undefined):
            return
        if not isinstance(envelope, Tail):
            return
        for t in ts:
            at = fmpq(sign * (cut + t).numerator, (cut + t).denominator)
            check(envelope, machine.at(body, x, at), arb(fmpq(t.numerator, t.denominator)))
    finally:
        ctx.prec = precision


def check(envelope, value, t):
    value = arb(value)
    a, k, b = envelope.size
    if a.is_finite():
        assert not abs(value) > a * (1 + t) ** k * (-b * t).exp(), "size"
    if envelope.above is not None:
        assert not value > envelope.above[0] + envelope.above[1] * t, "above"
    if envelope.below is not None:
        assert not value < envelope.below[0] + envelope.below[1] * t, "below"
    if envelope.side:
        assert not value * envelope.side <= 0, "side"
    if envelope.rest is not None:
        check(envelope.rest[1], value - envelope.rest[0], t)
    if envelope.log is not None and (value > 0 or value < 0):
        check(envelope.log, abs(value).log(), t)


@pytest.mark.parametrize("found", [walked, replayed])
def test_most_bodies_have_an_envelope_to_the_right(found):
    covered = 0
    machine = Measures(World({}))
    for body in BODIES:
        try:
            envelope = found(machine, body, 6, 1)
        except (Unknown, Undefined):
            continue
        covered += isinstance(envelope, Tail)
    assert covered >= len(BODIES) - 4


@pytest.mark.parametrize("k", [0, 1, 3])
@pytest.mark.parametrize("b", [Fraction(1, 3), Fraction(2), Fraction(7)])
def test_bounds_of_tails_hold_against_wider_cuts(k, b):
    rate = arb(b.numerator) / b.denominator
    envelope = Tail(1, (arb(2), k, rate), None, None)
    total, step = arb(0), arb(1) / 64
    for i in range(64 * 40):  # a lower sum of a function that has at most one hump: minimum of both ends
        ends = [2 * (1 + i * step + j * step) ** k * (-rate * (i + j) * step).exp() for j in (0, 1)]
        total += step * min(ends, key=lambda v: float(v.mid()))
    assert integral_bound(envelope) >= total.lower()
    assert integral_bound(envelope) <= 2 * total + arb(1) / 4
    terms = sum((2 * (1 + arb(i)) ** k * (-rate * i).exp() for i in range(300)), arb(0))
    assert sum_bound(envelope) >= terms.lower()


def test_no_bound_without_decay():
    for size in [(arb(1), 0, arb(0)), (arb(1), 0, arb(-1)), (arb.pos_inf(), 0, arb(1)), (arb.nan(), 0, arb(1))]:
        with pytest.raises(Unknown):
            integral_bound(Tail(1, size, None, None))


def test_a_lifted_parameter_has_no_envelope():
    machine = Measures(World({}))
    f = Function("f")
    y = Var("y", R)
    with pytest.raises(Unknown):
        machine.at(substitute(f(x), {f: exp(y)}), x, affine(machine.new_level(), arb(1), arb(1)))


whole = Var("k", Range(Number(0), oo))


@pytest.mark.parametrize("at", [Fraction(-3, 2), Fraction(-1), Fraction(0), Fraction(2)])
@pytest.mark.parametrize(
    ("summand", "closed"),
    [
        (lambda z: z**whole / factorial(whole), exp),
        (lambda z: (-1) ** whole * z ** (2 * whole) / factorial(2 * whole), cos),
        (lambda z: (z / 3) ** whole, lambda z: 1 / (1 - z / 3)),
    ],
)
def test_series_with_changing_signs_are_enclosed(summand, closed, at):
    z = Var("z", R)
    found, expected = (enclose(t, {z: at}) for t in (Sum(summand(z), whole), closed(z)))
    assert found.overlaps(expected) and found.rad() < arb("1e-12")


@pytest.mark.parametrize("at", [Fraction(-1), Fraction(-2)])
def test_a_series_whose_terms_do_not_vanish_is_not_enclosed(at):
    z = Var("z", R)
    with pytest.raises(ValueError, match="no envelope that decays"):
        enclose(Sum(z**whole, whole), {z: at})
