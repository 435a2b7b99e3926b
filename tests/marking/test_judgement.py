"""What the two judges make together of a claim that somebody wrote: verdicts, needs, nothing promoted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from proofs.judging.report import Numbers
from proofs.language import (
    KL,
    Abstract,
    Cartesian,
    Claim,
    CrossEntropy,
    Density,
    E,
    H,
    Int,
    Interval,
    Number,
    Relation,
    Tuple,
    Uniform,
    Var,
    density,
    dominated,
    exp,
    finite,
    log,
    oo,
    positive_density,
    sqrt,
    symbols,
)
from proofs.marking.judgement import judged

a, b, p, s, x = symbols("a b p sigma x")
X = Abstract("X")
f, g = Density("p", X), Density("q", X)
z = Var("x", X)


def verdict(statement, *hypotheses):
    return judged(Claim(hypotheses, statement)).verdict


@pytest.mark.parametrize(
    ("statement", "hypotheses", "expected"),
    [
        ((a + b) ** 2, (), "proved"),
        (log(a * b), (a > 0, b > 0), "proved"),
        (log(a) + log(b), (), "proved"),  # what the left side needs was needed before
        (log(a * b), (), "undecided"),  # only the right side needs the signs
        (sqrt(s**2), (), "undecided"),
        (sqrt(s**2), (s > 0,), "proved"),
        (x / x, (), "proved"),
        (exp(a + b), (), "proved"),
    ],
)
def test_a_true_step_is_proved_where_its_signs_are_declared(statement, hypotheses, expected):
    right = {
        (a + b) ** 2: a**2 + 2 * a * b + b**2,
        log(a * b): log(a) + log(b),
        log(a) + log(b): log(a * b),
        sqrt(s**2): s,
        x / x: Number(1),
        exp(a + b): exp(a) * exp(b),
    }[statement]
    assert verdict(statement.eq(right), *hypotheses) == expected


def test_the_missing_signs_are_named_and_no_more():
    found = judged(Claim((), sqrt(s**2).eq(s)))
    assert found.wanted == (s > 0,)
    assert set(judged(Claim((), log(a * b).eq(log(a) + log(b)))).wanted) == {a > 0, b > 0}


@pytest.mark.parametrize(
    "statement",
    [
        ((a + b) ** 2).eq(a**2 + b**2),
        log(a * b).eq(log(a) * log(b)),
        sqrt(s**2).eq(2 * s),
        (exp(a) * exp(b)).eq(exp(a * b)),
        (x**2 <= 0),
    ],
)
def test_a_false_step_is_refuted_with_values_to_redo(statement):
    found = judged(Claim((), statement))
    assert found.verdict == "refuted"
    assert found.counterexample is not None and found.counterexample.assignments


def test_a_counterexample_respects_what_is_declared():
    found = judged(Claim((p > 0, p < 1), (p**2).eq(p)))
    (assigned,) = found.counterexample.assignments
    assert assigned[0] == "p" and assigned[1] not in ("0", "1", "2", "-1")


def test_what_is_true_for_no_reason_that_is_known_is_supported_only():
    statement = Relation((1 + a**2) * (1 + b**2), ">=", (1 + a * b) ** 2 - 1 + 1)
    assert verdict(statement) in ("supported", "proved")
    assert verdict(Relation(exp(a), ">=", 1 + a + 0 * a)) in ("proved", "supported")


@pytest.mark.parametrize("right", [oo - oo, oo * 0, 1 / oo])
def test_infinity_is_no_number(right):
    assert verdict(Relation(Number(0), "=", right)) == "undecided"


def test_nothing_is_said_of_what_has_no_value():
    found = judged(Claim((), (x / (a - a)).eq(x / (b - b))))
    assert found.verdict == "undecided" and found.notes


def test_convergence_that_every_author_takes_for_granted_is_granted_and_said():
    left = Int(f(z) * log(f(z)), z) - Int(f(z) * log(g(z)), z)
    found = judged(
        Claim((density(f), density(g), positive_density(f), positive_density(g)), left.eq(-H(f) + CrossEntropy(f, g)))
    )
    assert found.verdict in ("proved", "supported")
    assert found.allowed and not found.wanted


def test_what_only_uniform_densities_show_is_not_supported():
    """In every world an unknown density on an interval is uniform; that says nothing of others."""
    f = Density("f", Interval(a, b))
    uniform = Uniform(a, b)
    granted = (density(f), b > a, dominated(f, uniform))
    assert verdict(KL(f, uniform) >= 0, *granted) == "proved"
    assert verdict(KL(f, uniform) <= 0, *granted) == "undecided"
    assert verdict(H(f) >= log(b - a), *granted) == "undecided"


def test_what_a_mean_within_a_cross_entropy_needs_is_said_of_the_laws():
    """No condition may speak of the point that the mean is taken over: q(x) > 0 is asked for as p << q."""
    found = judged(Claim((density(f), density(g)), KL(f, g).eq(CrossEntropy(f, g) - H(f))))
    assert found.verdict == "proved"
    assert dominated(f, g) in found.allowed and not found.wanted
    assert judged(Claim((density(f), density(g)), KL(f, g).eq(CrossEntropy(f, g) + H(f)))).verdict == "refuted"


Z = Abstract("Z")
joint, given = Density("p", Cartesian((X, Z))), Density("q", Z)
u = Var("z", Z)
at = joint(Tuple((z, u)))
both = (density(f), density(g), density(joint), density(given))


@pytest.mark.parametrize(
    ("statement", "needs"),
    [
        (E(g(z) / f(z), z, f).eq(Int(g(z), z)), {dominated(g, f)}),
        (Int(f(z) * (g(z) / f(z)), z).eq(Int(g(z), z)), {dominated(g, f)}),
        (Int(given(u) * (at / given(u)), u).eq(Int(at, u)), {positive_density(given)}),
    ],
)
def test_dividing_by_a_density_takes_for_granted_that_it_does_not_vanish(statement, needs):
    """Where p(x) = 0 nothing is asked of q(x)/p(x) in a mean under p: the step fails there, and it is said."""
    found = judged(Claim(both, statement))
    assert found.verdict == "proved" and set(found.allowed) == needs and not found.wanted


@pytest.mark.parametrize("wrong", [E(f(z) / g(z), z, f).eq(1), Int(given(u) * (at / given(u)), u).eq(1)])
def test_what_is_false_of_positive_densities_is_refuted_still(wrong):
    assert judged(Claim(both, wrong)).verdict == "refuted"


def test_an_inequality_is_no_equation_of_positive_densities():
    below = Int(f(z) * (g(z) / f(z)), z)
    assert judged(Claim((*both, positive_density(g)), below >= 1)).verdict == "refuted"
    assert judged(Claim((*both, positive_density(g)), below <= 1)).verdict in ("supported", "proved")


def test_the_evidence_is_drawn_out_of_a_mean():
    """E_q[log q(z) - log p(z|x)] is E_q[log q(z) - log p(x, z)] + log p(x), where these are finite."""
    evidence = Int(at, u)
    mean = E(log(given(u)) - log(at), u, given)
    inside = E(log(given(u)) - log(at / evidence), u, given)
    assert judged(Claim(both, inside.eq(E(log(given(u)) - log(at) + log(evidence), u, given)))).verdict == "proved"
    found = judged(Claim(both, E(log(given(u)) - log(at) + log(evidence), u, given).eq(mean + log(evidence))))
    assert found.verdict == "proved" and finite(evidence) in found.allowed
    assert judged(Claim(both, inside.eq(mean - log(evidence)))).verdict == "refuted"


@pytest.mark.parametrize(
    ("outcome", "telling", "expected"),
    [
        ("agree", True, "proved"),
        ("estimate", True, "supported"),
        ("estimate", False, "undecided"),
        ("none", True, "undecided"),
    ],
)
def test_a_reason_takes_nothing_from_what_numbers_show(outcome, telling, expected):
    licensed = judged(Claim((), ((a + b) ** 2).eq(a**2 + 2 * a * b + b**2)))
    assert licensed.licensed
    assert replace(licensed, numbers=Numbers(outcome, telling=telling)).verdict == expected
