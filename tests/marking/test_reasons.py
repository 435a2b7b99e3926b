"""Why a step is true: what the search finds, what it leaves open, and that it never goes past the kernel."""

from dataclasses import replace

import pytest

from proofs.kernel import conclude, licence
from proofs.language import (
    KL,
    Abstract,
    Claim,
    Density,
    E,
    H,
    Int,
    Interval,
    Normal,
    Number,
    Prod,
    ProductLaw,
    Range,
    Relation,
    Sum,
    Var,
    density,
    diff,
    dominated,
    exp,
    forall,
    half,
    integer,
    log,
    nonzero,
    pi,
    sqrt,
    symbols,
    vector,
)
from proofs.language.facts import Facts
from proofs.marking.candidates import acting
from proofs.marking.needs import impossible, missing, signs_wanted
from proofs.marking.reasons import LONGEST, hint, justify
from proofs.registry import REGISTRY, algebra
from proofs.rules import definition_of_kl, gaussian_moments
from proofs.steps import Use
from tests.derivations.book import LINES
from tests.rules.examples import EXAMPLES
from tests.rules.refusals import REFUSED
from tests.tables import for_each

a, b, mu, nu, sigma, tau, x = symbols("a b mu nu sigma tau x")
d = integer("d")
k = Var("k", Range(Number(1), d))
v = vector("v", d)
u = Var("u", Abstract("X"))
p, q = Density("p", Abstract("X")), Density("q", Abstract("X"))
normal, other = Normal(mu, sigma), Normal(nu, tau)
segment, later = Var("x", Interval(Number(0), b)), Var("k", Range(Number(2), d + 1))
DENSITIES = (density(p), density(q), dominated(p, q))


def found(statement, *hypotheses, **options):
    return justify(Claim(hypotheses, statement), **options)


CHAINS = [
    (((a + b) ** 2).eq(a**2 + 2 * a * b + b**2), (), ("algebra",)),
    ((a**2 >= 0), (), ("algebra",)),
    ((a + b <= b + a), (), ("algebra",)),
    (E(x**2, x, normal).eq(mu**2 + sigma**2), (sigma > 0,), ("gaussian_moments",)),
    ((mu**2 + sigma**2).eq(E(x**2, x, normal)), (sigma > 0,), ("gaussian_moments",)),
    (E((x - mu) ** 2 + 3 * x, x, normal).eq(sigma**2 + 3 * mu), (sigma > 0,), ("gaussian_moments",)),
    (E(x + exp(x), x, normal).eq(mu + exp(mu + sigma**2 / 2)), (sigma > 0,), ("linearity", "gaussian_moments")),
    (diff(diff(exp(-(x**2)), x), x).eq((4 * x**2 - 2) * exp(-(x**2))), (), ("differentiation",)),
    (
        KL(normal, other).eq(E(log(normal(x)), x, normal) - E(log(other(x)), x, normal)),
        (sigma > 0, tau > 0),
        ("definition_of_kl", "linearity"),
    ),
    (log(x) <= x - 1, (x > 0,), ("log_inequality",)),
    (-log(x) >= 1 - x, (x > 0,), ("log_inequality",)),
    (Sum(a, k).eq(d * a), (d >= 0,), ("sum_of_constant",)),
    (Int(segment * exp(-segment), segment).eq(1 - (b + 1) * exp(-b)), (b > 0,), ("fundamental_theorem",)),
    (
        Int(normal(x) * other(x), x).eq(Normal(nu, sqrt(sigma**2 + tau**2))(mu)),
        (sigma > 0, tau > 0),
        ("density_written_out", "gaussian_integral", "density_written_out"),
    ),
    (
        log(Prod(Normal(mu, sigma)(v[k]), k)).eq(
            -d / 2 * log(2 * pi * sigma**2) - Sum((v[k] - mu) ** 2, k) / (2 * sigma**2)
        ),
        (sigma > 0, d >= 1),
        ("log_of_product", "log_of_density", "linearity"),
    ),
    (
        E(Sum(v[k], k) / d, v, ProductLaw(normal, k)).eq(mu),
        (sigma > 0, d >= 1),
        ("moments_of_independent", "gaussian_moments", "sum_of_constant"),
    ),
    (Sum(v[k], k).eq(Sum(v[later - 1], later)), (), ("shifted_index",)),
    (a - KL(p, q) <= a, DENSITIES, ("gibbs_inequality",)),
    (exp(a).eq(b**2), (a.eq(2 * log(b)), b > 0), ("hypothesis",)),
    (log(v[k]).eq(log(a)), (forall(k, v[k].eq(a)), a > 0), ("hypothesis",)),
]


@pytest.mark.parametrize("statement, hypotheses, rules", CHAINS)
def test_a_short_chain_is_found(statement, hypotheses, rules):
    reason = found(statement, *hypotheses)
    assert reason.rules == rules and reason.needs == ()
    assert all(licence(step, hypotheses).granted for step in reason.steps)
    theorem = conclude(statement.left, reason.steps, hypotheses)
    assert theorem.claim.statement.right is statement.right and reason.theorem.claim is theorem.claim


def test_the_rules_that_there_are_now_are_tried(monkeypatch):
    statement = E(x**2, x, normal).eq(mu**2 + sigma**2)
    assert found(statement, sigma > 0).rules == ("gaussian_moments",)
    silent = replace(gaussian_moments, rewrite=lambda t, facts: iter(()))
    monkeypatch.setitem(REGISTRY, silent.name, silent)
    assert silent.name not in acting(statement.left, Facts((sigma > 0,)), False)
    monkeypatch.undo()
    assert gaussian_moments.name in acting(statement.left, Facts((sigma > 0,)), False)


FALSE = [
    ((a**2).eq(a**3), ()),
    (E(x**2, x, normal).eq(mu**2), (sigma > 0,)),
    (log(x) <= x - 2, (x > 0,)),
    (log(x) >= x - 1, (x > 0,)),
    (Sum(a, k).eq(d * a), ()),
    (a <= a + b, ()),
    (Relation(a, "<", a), ()),
    (Relation(a, "!=", b), ()),
    (KL(normal, other).eq(E(log(other(x)) - log(normal(x)), x, normal)), (sigma > 0, tau > 0)),
]


@pytest.mark.parametrize("statement, hypotheses", FALSE)
def test_what_does_not_hold_or_is_not_known_has_no_reason(statement, hypotheses):
    assert found(statement, *hypotheses) is None


def test_nothing_is_done_between_two_lines_that_are_written_alike():
    reason = found(Sum(v[k], k).eq(Sum(v[Var("j", k.space)], Var("j", k.space))))
    assert reason.steps == () and reason.theorem is None


def test_what_is_known_may_be_used():
    lemma = found(KL(p, q).eq(E(log(p(u) / q(u)), u, p)), *DENSITIES).theorem
    claim = Claim((*DENSITIES, KL(p, q).eq(a)), E(log(p(u) / q(u)), u, p).eq(a))
    assert justify(claim, (lemma,)).rules in (("definition_of_kl", "hypothesis"), ("theorem", "hypothesis"))
    unknown = Claim(DENSITIES, (2 * KL(p, q)).eq(b))
    assert justify(unknown, (lemma,)) is None
    assert justify(unknown, (Use(hypothesis=KL(p, q).eq(b / 2)),)) is None  # it is no hypothesis of the claim


@for_each(EXAMPLES, lambda row: f"{row.rule.name}, {row.left}")
def test_every_example_of_a_rule_that_needs_no_argument_is_justified(row):
    reason = found(Relation(row.left, row.symbol, row.right), *row.hypotheses)
    if not row.arguments:
        assert reason is not None and reason.needs == ()
        assert {row.rule.name, "algebra", "fundamental_theorem"} & set(reason.rules)


@for_each(LINES, lambda line: line.id)
def test_every_line_of_the_book_is_justified(line):
    use = line.step.use
    known = () if use.rule is not None else (use,)
    reason = justify(line.claim, known)
    assert reason is not None and reason.needs == ()


# ---------------------------------------------------------------------------------------------------------------------
# needs


def test_conditions_that_are_missing_are_named_and_suffice():
    claim = Claim((), log(a * b).eq(log(a) + log(b)))
    assert set(missing(claim)) == {a > 0, b > 0}
    reason = justify(claim)
    assert reason.rules == ("algebra",) and set(reason.needs) == {a > 0, b > 0}
    assert set(reason.hypotheses) == {a > 0, b > 0}


def test_conditions_on_an_index_are_said_for_every_index():
    claim = Claim((), Sum(log(v[k]) + log(v[k]), k).eq(2 * Sum(log(v[k]), k)))
    assert missing(claim) == (forall(k, v[k] > 0),)
    assert justify(claim).needs == (forall(k, v[k] > 0),)


def test_a_condition_at_a_point_of_a_law_is_dominance():
    claim = Claim((density(p), density(q)), KL(p, q).eq(E(log(p(u) / q(u)), u, p)))
    assert missing(claim) == (dominated(p, q),)


def test_a_mean_that_may_be_infinite_is_supposed_to_be_finite():
    claim = Claim((density(p),), (H(p) + a).eq(a - E(log(p(u)), u, p)))
    reason = justify(claim)
    assert reason.rules == ("definition_of_entropy",)
    assert [need.predicate for need in reason.needs] == ["finite"]


def test_parameters_of_laws_are_supposed_to_be_parameters():
    assert missing(Claim((), E(x, x, normal).eq(mu))) == (sigma > 0,)


def test_conditions_that_contradict_the_hypotheses_are_not_granted():
    claim = Claim((a < 0,), log(a).eq(log(a) + 0))
    assert impossible(claim.hypotheses, missing(claim)) == (a > 0,)
    assert justify(claim) is None
    assert justify(Claim((), (log(a) + log(-a)).eq(log(-a) + log(a)))) is None


def test_signs_that_nobody_declared_are_found():
    claim = Claim((), sqrt(sigma**2 * tau**2 / 4).eq(sigma * abs(tau) / 2))
    assert signs_wanted(claim) == (sigma > 0,)
    reason = justify(claim)
    assert reason.rules == ("algebra",) and reason.needs == (sigma > 0,)


@pytest.mark.parametrize(
    "statement, hypotheses", [(sqrt(a**2).eq(-a), ()), (sqrt(a**2).eq(a), (a < 0,)), (sqrt(a**2).eq(b), ())]
)
def test_no_sign_is_found_where_none_makes_it_true(statement, hypotheses):
    assert signs_wanted(Claim(hypotheses, statement)) == ()
    assert found(statement, *hypotheses) is None


# ---------------------------------------------------------------------------------------------------------------------
# explanations


def test_a_step_is_filled_in_by_rules():
    closed = log(tau / sigma) - half + (sigma**2 + (mu - nu) ** 2) / (2 * tau**2)
    claim = Claim((sigma > 0, tau > 0), KL(normal, other).eq(closed))
    found = justify(claim, longest=2 * LONGEST)
    assert found is not None and found.rules == ("definition_of_kl", "log_of_density", "gaussian_moments")
    assert found.steps[0].reason == definition_of_kl.phrase and found.steps[0].symbol == "="
    assert justify(Claim(claim.hypotheses, KL(normal, other).eq(closed + 1)), longest=2 * LONGEST) is None


def test_a_hint_says_the_kind_of_step_only():
    assert hint(found(E(x**2, x, normal).eq(mu**2 + sigma**2), sigma > 0)).endswith(gaussian_moments.phrase)
    assert hint(found(((a + b) * a).eq(a**2 + a * b))) == f"algebra: {algebra.phrase}"


# ---------------------------------------------------------------------------------------------------------------------
# the kernel decides, within a budget


@for_each(REFUSED[::3], lambda row: f"{row.rule.name}, {row.left}")
def test_what_is_found_for_a_refused_step_is_licensed_by_something_else(row):
    reason = found(Relation(row.left, row.symbol, row.right), *row.hypotheses)
    if reason is not None:
        assert row.rule.name not in reason.rules or reason.needs or len(reason.steps) > 1


def test_the_budget_bounds_what_is_asked():
    claim = Claim((sigma > 0,), E(x + exp(x), x, normal).eq(mu + exp(mu + sigma**2 / 2)))
    assert justify(claim, budget=2) is None
    assert justify(claim, longest=1) is None
    assert justify(claim, longest=2) is not None


def test_a_false_line_among_the_hypotheses_proves_only_itself():
    assert found(Int(p(u), u).eq(1), density(p), nonzero(a)).rules == ("normalisation",)
