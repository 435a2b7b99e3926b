"""The kernel: who may make a theorem, what a step and a chain need, and where an inequality may be used."""

from __future__ import annotations

import pickle
from dataclasses import replace
from itertools import pairwise

import pytest

from proofs.chains import hypothesis
from proofs.judging import judge
from proofs.kernel import (
    Licence,
    Theorem,
    attested,
    combined,
    conclude,
    discharge,
    equivalence,
    infer,
    instantiate,
    licence,
    weaken,
)
from proofs.language import (
    KL,
    Abstract,
    Claim,
    Density,
    E,
    Function,
    FunctionalDerivative,
    Iff,
    Int,
    Normal,
    Number,
    Range,
    Relation,
    Sum,
    Var,
    Vectors,
    density,
    diff,
    exp,
    factorial,
    finite,
    forall,
    integer,
    log,
    nonzero,
    positive_density,
    sin,
    sqrt,
    symbols,
    term,
    vector,
)
from proofs.language.facts import Facts
from proofs.language.spaces import R_POSITIVE
from proofs.proof import Proof
from proofs.registry import REGISTRY, algebra, rule, seal
from proofs.rules import (
    definition_of_kl,
    differentiation,
    gaussian_moments,
    log_inequality,
    not_zero_by_equality,
    sum_of_constant,
)
from proofs.steps import Refused, Rule, Step, Use

a, b, c, x, mu, sigma = symbols("a b c x mu sigma")
d = integer("d")
k = Var("k", Range(Number(1), d))
v = vector("v", d)
X = Abstract("X")
u = Var("u", X)
p, q = Density("p", X), Density("q", X)
f = Function("f", Vectors(d), Vectors(d))

BY_ALGEBRA = Use(algebra)


def granted(left, symbol, right, use, *hypotheses):
    right = right if not isinstance(right, int) else Number(right)
    return licence(Step(left, symbol, right, Use(use) if isinstance(use, Rule) else use), hypotheses).granted


def theorem(*lines, under=()):
    """A chain of equal lines by algebra."""
    steps = tuple(Step(left, "=", right, BY_ALGEBRA) for left, right in pairwise(lines))
    return conclude(lines[0], steps, under)


# ---------------------------------------------------------------------------------------------------------------------
# who may make theorems and licences


def test_a_theorem_has_no_public_constructor():
    claim = Claim((), (a + a).eq(2 * a))
    with pytest.raises(TypeError, match="made by the kernel only"):
        Theorem(claim, frozenset())
    with pytest.raises(TypeError):
        Theorem(claim, frozenset(), key=object())


def test_a_theorem_cannot_be_changed_or_forged_by_pickling():
    shown = theorem(a + a, 2 * a)
    with pytest.raises(AttributeError, match="immutable"):
        shown.claim = Claim((), (a + a).eq(3 * a))
    with pytest.raises((AttributeError, TypeError, pickle.PicklingError)):
        pickle.loads(pickle.dumps(shown))


def _foreign(t, facts):
    r"""a = b"""
    yield Number(7)


def test_a_rule_made_after_sealing_is_foreign_and_never_proves():
    seal()
    before = dict(REGISTRY)
    mine = rule("because I say so")(_foreign)
    assert before == REGISTRY
    found = licence(Step(a, "=", Number(7), Use(mine)), ())
    assert not found.granted and "foreign" in found.why
    report = Proof(log(exp(Number(0)) + exp(Number(0)))).eq(log(2), by=mine).check()
    assert report.verdict != "proved" and report.steps[0].licence == "refused"
    assert Proof(a - a).eq(7, by=mine).check().verdict == "refuted"


def test_a_foreign_rule_with_the_name_of_a_registered_one_is_refused():
    impostor = replace(definition_of_kl, rewrite=_foreign)
    assert impostor.name in REGISTRY
    assert "foreign" in licence(Step(KL(p, q), "=", Number(7), Use(impostor)), (density(p), density(q))).why


def test_a_rule_needs_its_formula():
    with pytest.raises(ValueError, match="docstring"):
        rule("no formula")(lambda t, facts: iter(()))


def test_every_rule_says_its_formula_and_its_reason():
    for known in REGISTRY.values():
        assert known.formula and known.phrase and known.relation in ("=", "<=", "<")
        assert known.name == known.rewrite.__name__ and REGISTRY[known.name] is known


def test_what_the_judges_say_differs():
    report = Proof(a * (b + 1)).eq(a * b + a, by=definition_of_kl).check()
    assert (report.steps[0].licence, report.steps[0].numbers, report.verdict) == ("refused", "agree", "supported")


# ---------------------------------------------------------------------------------------------------------------------
# chains

ORDERS = {
    ("=",): "=",
    ("=", "<="): "<=",
    ("<=", "="): "<=",
    ("<", "<="): "<",
    ("<=", "<"): "<",
    ("<=", "<", "="): "<",
    (">=", ">"): ">",
    (">", "=", ">="): ">",
    ("=", "=", ">="): ">=",
}


@pytest.mark.parametrize("symbols_", ORDERS, ids=" ".join)
def test_the_relation_between_the_ends(symbols_):
    assert combined(list(symbols_)) == ORDERS[symbols_]


@pytest.mark.parametrize("symbols_", [("<=", ">="), ("<", "=", ">"), (">=", "<"), ("=", ">", "<=")], ids=" ".join)
def test_mixed_directions_are_refused(symbols_):
    with pytest.raises(Refused, match="cannot go on"):
        combined(list(symbols_))


def test_an_inequation_does_not_make_a_chain():
    with pytest.raises((Refused, KeyError)):
        combined(["!="])


def test_a_chain_has_no_gap_and_no_step_without_licence():
    good = Step(a + a, "=", 2 * a, BY_ALGEBRA)
    assert conclude(a + a, (good,), ()).claim == Claim((), (a + a).eq(2 * a))
    with pytest.raises(Refused, match="expected a step from"):
        conclude(a, (good,), ())
    with pytest.raises(Refused, match="expected a step from"):
        conclude(a + a, (good, Step(a, "=", a + 0, BY_ALGEBRA)), ())
    with pytest.raises(Refused, match="algebra"):
        conclude(a + a, (Step(a + a, "=", 3 * a, BY_ALGEBRA),), ())
    with pytest.raises(Refused, match="at least one step"):
        conclude(a, (), ())


def test_a_theorem_names_the_rules_it_rests_on():
    normal = Normal(mu, sigma)
    step = Step(E(x, x, normal), "=", mu, Use(gaussian_moments))
    assert conclude(step.left, (step,), (sigma > 0,)).rules == {"gaussian_moments"}
    shown = conclude(step.left, (step,), (sigma > 0,))
    again = conclude(1 + step.left, (Step(1 + step.left, "=", 1 + mu, Use(theorem=shown)),), (sigma > 0,))
    assert again.rules == {"gaussian_moments"}


# ---------------------------------------------------------------------------------------------------------------------
# theorems and hypotheses as reasons

ROOT = theorem(log(a * b), log(a) + log(b), under=(a > 0, b > 0))


def test_a_theorem_is_used_where_its_hypotheses_follow():
    use = Use(theorem=ROOT)
    assert granted(c + log(a * b), "=", c + (log(a) + log(b)), BY_ALGEBRA, a > 0, b > 0)
    assert granted(sin(log(a * b)), "=", sin(log(a) + log(b)), BY_ALGEBRA, a > 0, b > 0)
    moments = Step(E(x, x, Normal(mu, sigma)), "=", mu, Use(gaussian_moments))
    shown = conclude(moments.left, (moments,), (sigma > 0,))
    assert granted(c * moments.left, "=", c * mu, Use(theorem=shown), sigma > 1)
    assert not granted(c * moments.left, "=", c * mu, Use(theorem=shown), nonzero(sigma))
    assert not granted(c * moments.left, "=", c * mu, use, sigma > 1)


def test_an_instance_takes_its_hypotheses_along():
    shown = instantiate(ROOT, {a: c**2, b: exp(c)}, ())
    assert shown.claim.hypotheses == (c**2 > 0, exp(c) > 0)
    with pytest.raises(Refused, match="does not follow"):
        weaken(shown, ())
    assert weaken(shown, (nonzero(c),)).claim.hypotheses == (nonzero(c),)


def test_an_instance_stays_in_the_spaces_of_the_names():
    t = Var("t", R_POSITIVE)
    shown = theorem(sqrt(t**2), t)
    assert instantiate(shown, {t: a}, (a > 0,)).claim == Claim((a > 0,), sqrt(a**2).eq(a))
    for under in ((), (nonzero(a),)):
        with pytest.raises(Refused, match="its space"):
            instantiate(shown, {t: a}, under)


def test_an_instance_does_not_capture():
    shown = theorem(Sum(a + v[k], k), Sum(v[k] + a, k))
    put = instantiate(shown, {a: v[k]}, ()).claim.statement
    assert put.left.var is not k and k in put.left.free


def test_a_hypothesis_is_discharged_by_a_theorem_that_does_not_rest_on_it():
    under = (a > 0, b > 0, nonzero(exp(c)))
    shown = theorem(log(a * b), log(a) + log(b), under=under)
    known = infer(Use(not_zero_by_equality), (theorem(exp(c), exp(c) + 0),), nonzero(exp(c)), ())
    assert discharge(shown, known).claim.hypotheses == (a > 0, b > 0)
    circular = infer(Use(not_zero_by_equality), (theorem(c, c + 0, under=(nonzero(c),)),), nonzero(c), (nonzero(c),))
    with pytest.raises(Refused):
        discharge(theorem(c / c, Number(1), under=(nonzero(c),)), circular)


def test_an_inference_needs_a_rule_of_inference():
    with pytest.raises(Refused, match="expected an inference rule"):
        infer(BY_ALGEBRA, (ROOT,), nonzero(a), (a > 0, b > 0))
    assert not granted(a, "=", b, not_zero_by_equality, b > 0)


def test_what_is_inferred_is_what_the_rule_yields():
    premise = (theorem(exp(c), exp(c) + 0),)
    with pytest.raises(Refused, match="does not yield"):
        infer(Use(not_zero_by_equality), premise, nonzero(c), ())
    found = infer(Use(not_zero_by_equality), premise, nonzero(exp(c)), ())
    assert attested(found, nonzero(exp(c)), "not_zero_by_equality").granted
    assert not attested(found, nonzero(c), "not_zero_by_equality").granted


def test_an_equivalence_needs_both_directions():
    left, right = a.eq(b), (a + 1).eq(b + 1)
    there = conclude(a + 1, (Step(a + 1, "=", b + 1, Use(hypothesis=left)),), (left,))
    turns = [a, -(1 - (a + 1)), -(1 - (b + 1)), b]
    reasons = [BY_ALGEBRA, Use(hypothesis=right), BY_ALGEBRA]
    steps = tuple(Step(s, "=", t, use) for (s, t), use in zip(pairwise(turns), reasons, strict=True))
    back = conclude(a, steps, (right,))
    assert equivalence(there, back, left, right, ()).claim.statement is Iff(left, right)
    with pytest.raises(Refused, match="expected a theorem that shows"):
        equivalence(back, there, left, right, ())
    with pytest.raises(Refused):
        equivalence(there, back, left, Relation(right.left, "<=", right.right), ())


def test_a_hypothesis_is_a_reason_only_where_it_stands():
    known = (a * b).eq(c)
    assert granted(sin(a * b), "=", sin(c), hypothesis(known), known)
    assert not granted(sin(a * b), "=", sin(c), hypothesis(known))
    assert not granted(sin(a * b), "=", sin(c), hypothesis((a * b).eq(c + 1)), known)
    everywhere = forall(k, (v[k]).eq(a))
    assert granted(sin(v[k]), "=", sin(a), hypothesis(everywhere, k), everywhere)
    assert not granted(sin(v[d]), "=", sin(a), hypothesis(everywhere, k), everywhere)
    assert "does not rewrite" in licence(Step(a, "=", b, hypothesis(nonzero(a))), (nonzero(a),)).why


def test_a_known_equation_rewrites_its_left_side_and_nothing_else():
    known = (a * b).eq(c)
    assert not granted(sin(a), "=", sin(c), hypothesis(known), known)
    assert not granted(sin(b) + 1, "=", sin(c) + 1, hypothesis(known), known)
    squared = Use(theorem=theorem((a + b) ** 2, a**2 + 2 * a * b + b**2))
    assert granted(exp((a + b) ** 2), "=", exp(a**2 + 2 * a * b + b**2), squared) is False  # that is algebra
    moment = Proof(E(x, x, Normal(mu, 1))).eq(mu, by=gaussian_moments).theorem
    assert granted(sin(E(x, x, Normal(mu, 1))), "=", sin(mu), Use(theorem=moment))
    assert not granted(sin(E(x**2, x, Normal(mu, 1))), "=", sin(mu), Use(theorem=moment))
    assert not granted(sin(a), "=", sin(mu), Use(theorem=moment))


def test_a_bound_variable_is_no_place_to_rewrite():
    known = x.eq(b)
    law = Normal(mu, 1)
    assert not granted(E(sin(x), x, law), "=", E(sin(x), b, law), hypothesis(known), known)
    assert not granted(Int(sin(x) * law(x), x), "=", Int(sin(b) * law(x), x), hypothesis(known), known)


def test_a_law_is_put_only_for_a_density_on_its_space():
    fact = (
        Proof(KL(p, q))
        .given(density(p), density(q), finite(KL(p, q)), positive_density(q))
        .eq(E(log(p(u) / q(u)), u, p), by=definition_of_kl)
    )
    laws = {p: Normal(0, 1), q: Normal(mu, 1)}
    with pytest.raises(Refused):
        instantiate(fact.theorem, laws, ())


def test_a_general_hypothesis_is_used_within_its_range_only():
    everywhere = forall(k, (k * b).eq(a))
    at_7 = hypothesis(everywhere, Number(7))
    assert granted(sin(7 * b), "=", sin(a), at_7, everywhere, d >= 7)
    assert not granted(sin(7 * b), "=", sin(a), at_7, everywhere, d >= 6)


def test_an_instance_of_a_step_needs_its_hypotheses_and_its_relation():
    under = (a > 0, b > 0)
    general = Step(log(a * b), "=", log(a) + log(b), BY_ALGEBRA)
    use = Use(instance=(general, under, ((a, x),)))
    instance = Step(log(x * b), "=", log(x) + log(b), use)
    assert licence(instance, (x > 0, b > 0)).granted
    refused = licence(instance, (b > 0,))
    assert not refused.granted
    assert refused.needs == (x > 0,)
    assert not licence(replace(instance, symbol="<="), (x > 0, b > 0)).granted
    assert not licence(replace(instance, right=log(x) + log(a)), (x > 0, b > 0)).granted


def test_an_instance_of_a_step_stays_in_the_spaces_of_the_names():
    h = Var("h", R_POSITIVE)
    general = Step(sqrt(h**2), "=", h, BY_ALGEBRA)
    instance = Step(sqrt(a**2), "=", a, Use(instance=(general, (), ((h, a),))))
    assert licence(general, ()).granted
    assert licence(instance, (a > 0,)).granted
    refused = licence(instance, ())
    assert not refused.granted and "not known to lie in its space" in refused.why


def test_a_reason_is_given_in_the_words_that_were_chosen():
    known = (a * b).eq(c)
    assert hypothesis(known, phrase="as supposed").reason == "as supposed"
    assert hypothesis(known).reason == "by hypothesis"
    assert Use(theorem=theorem(a + b, b + a)).reason != hypothesis(known).reason
    assert Use(algebra).reason == algebra.phrase


# ---------------------------------------------------------------------------------------------------------------------
# where an inequality may be used

POSITIVE = (a > 0, b > 0, c > 0)


@pytest.mark.parametrize(
    ("left", "symbol", "right", "allowed"),
    [
        (log(a), "<=", a - 1, True),
        (b + log(a), "<=", b + (a - 1), True),
        (-log(a), ">=", -(a - 1), True),
        (-log(a), "<=", -(a - 1), False),
        (2 * log(a), "<=", 2 * (a - 1), True),
        (b * log(a), "<=", b * (a - 1), True),
        (x * log(a), "<=", x * (a - 1), False),
        (x * log(a), ">=", x * (a - 1), False),
        (log(a) / -b, ">=", (a - 1) / -b, True),
        (log(a) / -b, "<=", (a - 1) / -b, False),
        (log(a) / x, ">=", (a - 1) / x, False),
        (sin(log(a)), ">=", sin(a - 1), False),
        (x - sin(log(a)), "<=", x - sin(a - 1), False),
        (x - sin(log(a)), ">=", x - sin(a - 1), False),
        (log(a) ** 2, ">=", (a - 1) ** 2, False),
        (-b * log(a), ">=", -b * (a - 1), True),
        (log(a) / b, "<=", (a - 1) / b, True),
        (log(a) / x, "<=", (a - 1) / x, False),
        (exp(log(a) + x), "<=", exp(a - 1 + x), True),
        (sin(log(a)), "<=", sin(a - 1), False),
        (log(a) ** 2, "<=", (a - 1) ** 2, False),
        (x / (log(a) ** 2 + 1), "<=", x / ((a - 1) ** 2 + 1), False),
        (Sum(log(exp(v[k]) + 1), k), "<=", Sum(exp(v[k]) + 1 - 1, k), True),
        (E(log(x**2 + 1), x, Normal(mu, b)), "<=", E(x**2 + 1 - 1, x, Normal(mu, b)), True),
        (log(a), "<", a - 1, False),
        (log(a), "=", a - 1, False),
        (log(a), ">=", a - 1, False),
        (a - 1, ">=", log(a), True),
    ],
    ids=str,
)
def test_an_inequality_is_used_where_the_sign_is_known(left, symbol, right, allowed):
    found = licence(Step(left, symbol, right, Use(log_inequality)), (*POSITIVE, nonzero(x)))
    assert found.granted is allowed, found.why
    if allowed:
        assert judge(Claim(POSITIVE, Relation(left, symbol, right))).outcome == "agree"


def test_nothing_is_rewritten_beneath_a_functional_derivative():
    y = Var("y", X)
    known = Int(log(q(u)) * p(u), u).eq(0)
    under = (density(p), density(q), positive_density(q), finite(Int(log(q(u)) * p(u), u)), known)
    varied = FunctionalDerivative(Int(log(q(u)) * p(u), u), q, y)
    assert not granted(varied, "=", FunctionalDerivative(Number(0), q, y), hypothesis(known), *under)


def test_a_reversed_use_is_marked():
    found = licence(Step(mu, "=", E(x, x, Normal(mu, sigma)), Use(gaussian_moments)), (sigma > 0,))
    assert found == Licence(True, "gaussian_moments", reversed=True)


@pytest.mark.parametrize(
    ("left", "symbol", "right", "under", "allowed"),
    [
        (a, "<=", a + b**2, (), True),
        (a, "<", a + b**2, (), False),
        (a, "<", a + b**2, (nonzero(b),), True),
        (a, "<=", a + b, (b >= 0,), True),
        (a, ">=", a + b, (b >= 0,), False),
        (a * b, ">", Number(0), (a > 0, b > 0), True),
        (a * b, ">", Number(0), (a > 0,), False),
        (exp(a), ">", Number(0), (), True),
        (a, "<=", a + 0, (), False),
        ((a - b) / a, ">", Number(0), (b > 0, b < a), True),
        ((a - b) / a, ">", Number(0), (a > 0,), False),
        (a * (b + 1) - a * b, ">", Number(0), (a > 0,), True),
    ],
    ids=str,
)
def test_an_inequality_by_algebra_needs_a_known_sign(left, symbol, right, under, allowed):
    assert licence(Step(left, symbol, right, BY_ALGEBRA), under).granted is allowed


def test_what_some_index_says_is_not_said_of_all():
    """That k lies in 1..d says d >= 1 where there is such a k, and nowhere else, whatever was asked before."""
    facts = Facts((forall(k, v[k] > 0), forall(k, d > 3)))
    assert facts.positive(v[k]) and facts.positive(Sum(v[k], k) + v[k])
    assert not facts.nonnegative(d) and not facts.states(d > 3)
    assert not granted(Sum(a, k), "=", d * a, sum_of_constant, forall(k, v[k] > 0))


@pytest.mark.parametrize(("hypotheses", "granted"), [((nonzero(x),), True), ((), False), ((x >= 0,), False)])
def test_an_inequation_by_algebra_needs_a_gap_that_is_not_zero(hypotheses, granted):
    assert licence(Step(x**2, "!=", term(0), Use(algebra)), hypotheses).granted is granted


def test_a_derivative_is_defined_where_its_conditions_hold_at_the_point():
    assert licence(Step(diff(log(x), x, x), "=", 1 / x, Use(differentiation)), (x > 0,)).granted
    assert not licence(Step(diff(log(x), x, x), "=", 1 / x, Use(differentiation)), (nonzero(x),)).granted
    assert licence(Step(diff(abs(x), x, x), "=", x / abs(x), Use(differentiation)), (nonzero(x),)).granted
    assert not licence(
        Step(diff(factorial(x), x, x), "=", diff(factorial(x), x, x) + 0, Use(algebra)), (x >= 0,)
    ).granted
