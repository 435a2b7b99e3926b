"""What an evaluator remembers holds where it is used again: per atom, per scope, per world."""

from fractions import Fraction as F

import pytest

from proofs.judging import judge, quadrature
from proofs.judging.laws import Measures
from proofs.judging.machine import KEPT
from proofs.judging.numbers import Evaluator
from proofs.judging.quadrature import Axis
from proofs.judging.scalars import fraction
from proofs.judging.world import FiniteSpace, World
from proofs.language import (
    Abstract,
    Claim,
    Density,
    ForAll,
    Iff,
    Int,
    Interval,
    Number,
    Range,
    Sum,
    Var,
    exp,
    finite,
    log,
    sin,
    substitute,
    symbols,
)

a, b = symbols("a b")
X = Abstract("X")
x, y, p = Var("x", X), Var("y", X), Density("p", X)
i = Var("i", Range(Number(1), Number(3)))
WORLD = World({a: F(2), b: F(3), p: (F(1, 5), F(4, 5))}, {"X": FiniteSpace((F(1), F(1)))})


def at(evaluator, t):
    return fraction(evaluator.value(t).exact)


@pytest.fixture
def quadratures(monkeypatch):
    """The integrals over finite parts of the line that are really computed."""
    found = []
    real = quadrature._quadrature
    monkeypatch.setattr(quadrature, "_quadrature", lambda *args: found.append(args) or real(*args))
    quadrature._integral.cache_clear()
    return found


t, s = Var("t", Interval(Number(0), Number(1))), Var("s", Interval(Number(0), Number(1)))


@pytest.mark.parametrize(
    ("one", "other", "known"),
    [
        (exp(sin(t)), exp(sin(t)), True),
        (exp(sin(2 * t)), exp(sin(a * t)), True),  # a is 2
        (exp(sin(2 * t)), exp(sin(b * t)), False),
        (exp(sin(t)), sin(exp(t)), False),
    ],
)
def test_an_integral_is_known_again(quadratures, one, other, known):
    """In another world, under another name, too."""
    first = Evaluator(WORLD).value(Int(one, t))
    pieces = len(quadratures)
    second = Evaluator(WORLD).value(Int(substitute(other, {t: s}), s))
    assert pieces and len(quadratures) == (pieces if known else 2 * pieces)
    assert first.ball.overlaps(second.ball) == known


def test_an_integral_to_other_digits_or_over_another_interval_is_another(quadratures):
    u = Var("u", Interval(Number(0), a))
    pieces = [0]
    for digits, integral in ((30, Int(exp(sin(t)), t)), (50, Int(exp(sin(t)), t)), (30, Int(exp(sin(u)), u))):
        assert Evaluator(WORLD, digits).value(integral).digits >= digits
        pieces.append(len(quadratures))
    assert pieces == [n * pieces[1] for n in range(4)]


def test_a_bound_name_hides_the_outer_one_of_the_same_name():
    assert at(Evaluator(WORLD), Sum(i * Sum(i**2, i) + i, i)) == 6 * 14 + 6


def test_terms_under_a_binder_are_taken_at_the_atom_they_stand_at():
    evaluator = Evaluator(WORLD)
    assert at(evaluator, Int(p(x) * Int(p(y) ** 2 * p(x), y), x)) == F(17, 25) ** 2
    assert at(evaluator, Int(p(x) ** 3, x)) == F(65, 125)
    assert at(evaluator, Int(p(x) * Int(p(x) ** 2, x), x)) == F(17, 25)


j = Var("j", Range(Number(2), Number(4)))
depth = Int(log((5 * p(x) - j) ** 2), x)  # at the atom where p is 4/5 it is -oo for j = 4


@pytest.mark.parametrize(
    ("statement", "holds"),
    [
        (finite(depth), False),  # and yet it is finite for j = 2, which is looked at first
        (finite(substitute(depth, {j: j + 3})), True),
        (finite(substitute(depth, {j: a})), True),
        (finite(substitute(depth, {j: a * a})), False),
        (Iff(j.eq(2), j <= 3), False),  # for j = 2 both hold
        (Iff(j.eq(2), (j * j).eq(j + 2)), True),
        (Iff(j > 4, finite(depth)), False),  # for j = 4 alone both fail
        (Iff(j < 4, finite(depth)), True),
    ],
)
def test_what_holds_for_all_holds_for_each(statement, holds):
    evaluator = Evaluator(WORLD)
    assert evaluator.truth(ForAll(statement, j)) is holds
    assert evaluator.value(depth).kind == "unknown"  # nothing is kept of it that belongs to one value of j


def test_another_world_forgets_what_depends_on_what_changed():
    here = Evaluator(WORLD)
    terms = a + b, b**2, Int(a * p(x), x), Int(b * p(x) ** 2, x)
    assert [at(here, t) for t in terms] == [5, 9, 2, F(51, 25)]
    there = here.moved(World({**WORLD.values, a: F(7)}, WORLD.spaces))
    assert [at(there, t) for t in terms] == [10, 9, 7, F(51, 25)]
    assert [at(here, t) for t in terms] == [5, 9, 2, F(51, 25)]


def test_a_name_that_is_new_is_known_and_worlds_that_start_alike_stay_apart():
    here = Evaluator(WORLD)
    assert here.value(p(y)).kind == "unknown"
    here.value(Int(p(x) * p(x), x))
    first, second = (here.moved(World({**WORLD.values, y: atom}, WORLD.spaces)) for atom in (0, 1))
    t = Int(p(x) * p(y), x)
    assert [at(e, t) for e in (first, second, first)] == [F(1, 5), F(4, 5), F(1, 5)]
    assert at(first, p(y)) == F(1, 5)


@pytest.mark.parametrize("count", [3, KEPT + 5])
def test_what_is_kept_is_bounded_and_right(count):
    machine, k = Measures(World({})), Var("k", Range(Number(1), Number(count)))
    for _ in range(2):
        assert machine.value(Sum(k**2, k)) == count * (count + 1) * (2 * count + 1) // 6
    assert len(machine.top.inside((k, False))) == min(count, KEPT)


def test_an_integral_that_is_unknown_is_tried_once(monkeypatch):
    tried = []
    total = Axis.total
    monkeypatch.setattr(Axis, "total", lambda axis: tried.append(axis.var) or total(axis))
    evaluator, z = Evaluator(World({})), Var("z")
    hopeless = Int(sin(z) / (z**2 + 1), z)
    first = evaluator.value(2 * hopeless)
    assert first.kind == "unknown" and tried
    count = len(tried)
    assert evaluator.value(3 * hopeless) == first and evaluator.value(hopeless) == first
    assert len(tried) == count


def test_what_is_unknown_inside_a_quadrature_is_tried_again_outside():
    z, w = (Var(name, Interval(Number(0), Number(1))) for name in "zw")
    closed = Int(sin(exp(z)), z)
    evaluator = Evaluator(World({}))
    evaluator.value(Int(sin(exp(w) + closed), w))
    assert evaluator.value(closed).kind == "finite"


def test_without_quadrature_what_needs_it_is_unknown_and_stays_open_to_others(quadratures):
    evaluator, hard, easy = Evaluator(WORLD), Int(exp(sin(t)), t), Int(a * t**2, t)
    frugal = evaluator.without_quadrature()
    assert evaluator.value(easy).kind == "finite" and not evaluator.integrated
    assert frugal.value(hard).kind == "unknown" and frugal.value(easy).kind == "finite" and not quadratures
    assert evaluator.value(hard).kind == "finite" and evaluator.integrated and quadratures


def test_without_quadrature_nothing_is_computed_again(monkeypatch):
    integrals = []
    total = Axis.total
    monkeypatch.setattr(Axis, "total", lambda axis: integrals.append(axis.body) or total(axis))
    evaluator, easy = Evaluator(WORLD), Int(a * t**2, t)
    values = [e.value(b * easy) for e in (evaluator, evaluator.without_quadrature())]
    assert len(integrals) == 1 and values[0].ball.overlaps(values[1].ball)


def test_a_cursory_look_takes_what_is_known_and_finds_out_the_rest(quadratures):
    evaluator, known, new = Evaluator(WORLD), Int(exp(sin(t)), t), Int(sin(exp(t)), t)
    value, pieces = evaluator.value(known), len(quadratures)
    cursory = evaluator.cursory(5, 1000)
    assert cursory.value(known) is value and len(quadratures) == pieces
    assert 5 <= cursory.value(new).digits < evaluator.value(new).digits and len(quadratures) > pieces


def test_each_claim_may_spend_as_much_as_the_first():
    """Many claims without names share one world; the terms that one adds are not missing from the next."""
    for n in range(3):
        k = Var("k", Range(Number(1), Number(60_000 + n)))
        assert judge(Claim((), Sum(k, k).eq(Number(0))), brief=True).outcome == "disagree"
