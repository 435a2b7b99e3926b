"""Every rule: its instances hold, its side conditions are needed, what it must refuse it refuses, faults are found."""

from dataclasses import replace

import pytest

from proofs.judging import judge
from proofs.kernel import conclude, infer, licence
from proofs.language import (
    KL,
    AlmostEverywhere,
    Binder,
    Claim,
    Fact,
    Iff,
    Limit,
    Name,
    Relation,
    Sup,
    Var,
    canonical,
    is_scalar,
    oo,
    rename,
    substitute,
)
from proofs.language.facts import Facts
from proofs.registry import REGISTRY, algebra
from proofs.rewriting import rewrites
from proofs.steps import Refused, Rule, Step, Use
from tests.derivations.book import LINES, outcome, takes_arguments
from tests.rules import (
    examples,
    of_categories,
    of_counting,
    of_curves,
    of_divergences,
    of_events,
    of_gradients,
    of_indicators,
    of_joint_densities,
    of_known_moments,
    of_limits,
    of_linear_systems,
    of_matrices,
    of_means,
    of_posteriors,
    of_series,
    of_substitutions,
    of_transport,
    of_triangles,
    of_updates,
    of_vectors,
    refusals,
)
from tests.tables import for_each

EXAMPLES = [
    *examples.EXAMPLES,
    *of_transport.EXAMPLES,
    *of_divergences.EXAMPLES,
    *of_events.EXAMPLES,
    *of_counting.EXAMPLES,
    *of_series.EXAMPLES,
    *of_curves.EXAMPLES,
    *of_indicators.EXAMPLES,
    *of_substitutions.EXAMPLES,
    *of_triangles.EXAMPLES,
    *of_joint_densities.EXAMPLES,
    *of_means.EXAMPLES,
    *of_known_moments.EXAMPLES,
    *of_limits.EXAMPLES,
    *of_linear_systems.EXAMPLES,
    *of_matrices.EXAMPLES,
    *of_gradients.EXAMPLES,
    *of_updates.EXAMPLES,
    *of_vectors.EXAMPLES,
    *of_categories.EXAMPLES,
]
REFUSED = [
    *refusals.REFUSED,
    *of_transport.REFUSED,
    *of_divergences.REFUSED,
    *of_events.REFUSED,
    *of_counting.REFUSED,
    *of_series.REFUSED,
    *of_curves.REFUSED,
    *of_indicators.REFUSED,
    *of_substitutions.REFUSED,
    *of_triangles.REFUSED,
    *of_joint_densities.REFUSED,
    *of_means.REFUSED,
    *of_known_moments.REFUSED,
    *of_limits.REFUSED,
    *of_linear_systems.REFUSED,
    *of_matrices.REFUSED,
    *of_gradients.REFUSED,
    *of_updates.REFUSED,
    *of_vectors.REFUSED,
    *of_categories.REFUSED,
]
INFERENCES = [*examples.INFERENCES, *of_posteriors.INFERENCES, *of_transport.INFERENCES]
REFUSED_INFERENCES = [
    *refusals.REFUSED_INFERENCES,
    *of_posteriors.REFUSED_INFERENCES,
    *of_transport.REFUSED_INFERENCES,
]
REWRITING = [rule for rule in REGISTRY.values() if rule.kind == "rewriting" and rule is not algebra]


def called(row):
    return f"{row.rule.name}, {row.left if hasattr(row, 'left') else row.statement}"


def licensed(row, rule=None, hypotheses=None):
    use = Use(rule or row.rule, row.arguments)
    return licence(Step(row.left, row.symbol, row.right, use), row.hypotheses if hypotheses is None else hypotheses)


def inferred(row, rule=None, hypotheses=None):
    """The theorem by the rule from premises that are hypotheses or theorems; raises ``Refused``."""
    supposed = [known for known in row.premises if isinstance(known, Relation)]
    under = (*(row.hypotheses if hypotheses is None else hypotheses), *supposed)
    premises = tuple(
        conclude(known.left, (Step(*known.fields, Use(hypothesis=known)),), under)
        if isinstance(known, Relation)
        else known
        for known in row.premises
    )
    return infer(Use(rule or row.rule, row.arguments), premises, row.statement, under)


def others(hypotheses):
    return [(h, tuple(g for g in hypotheses if g is not h)) for h in hypotheses]


# ---------------------------------------------------------------------------------------------------------------------
# the tables


def test_every_rule_is_in_the_tables():
    assert {row.rule.name for row in (*EXAMPLES, *INFERENCES)} == set(REGISTRY)
    assert {row.rule.name for row in (*REFUSED, *REFUSED_INFERENCES)} == set(REGISTRY)


@for_each(EXAMPLES, called)
def test_an_instance_is_licensed_and_true(row):
    found = licensed(row)
    assert found.granted and not found.reversed, (found.why, found.needs)
    numbers = judge(Claim(row.hypotheses, Relation(row.left, row.symbol, row.right)))
    assert numbers.outcome == "agree", numbers
    assert numbers.killed == numbers.mutants


@for_each(EXAMPLES, called)
def test_no_side_condition_can_be_spared(row):
    for h, rest in others(row.hypotheses):
        assert not licensed(row, hypotheses=rest).granted, h


@for_each(REFUSED, called)
def test_what_is_no_instance_is_refused(row):
    assert not licensed(row).granted


# rules that do the work of another and more: log p(x) is the logarithm of what p(x) is
INCLUDING = {
    "log_of_density": {"density_written_out"},
    "push_through": {"woodbury_identity"},
    "inclusion_and_exclusion": {"told_probabilities"},
    "means_together": {"linearity"},  # from right to left, and it from left to right
    "linearity": {"means_together"},
}


@for_each(EXAMPLES, called)
def test_the_other_rules_do_not_license_an_instance(row):
    more = INCLUDING.get(row.rule.name, set()) | {row.rule.name}
    alone = [rule for rule in REWRITING if not takes_arguments(rule) and rule.name not in more]
    assert not any(licensed(replace(row, rule=rule, arguments=())).granted for rule in alone)


@for_each(INFERENCES, called)
def test_an_inference_holds_and_needs_its_side_conditions(row):
    theorem = inferred(row)
    assert theorem.claim.statement is row.statement and row.rule.name in theorem.rules
    assert judge(theorem.claim).outcome in ("agree", "none")  # premises that are equations are not always solved
    for _, rest in others(row.hypotheses):
        with pytest.raises(Refused):
            inferred(row, hypotheses=rest)


def test_an_integral_vanishes_exactly_where_the_densities_agree():
    row = next(row for row in INFERENCES if row.rule.name == "vanishing_integral")
    assert judge(Claim(row.hypotheses, Iff(row.premises[0], row.statement))).outcome == "agree"


@for_each(REFUSED_INFERENCES, called)
def test_what_does_not_follow_is_not_inferred(row):
    with pytest.raises(Refused):
        inferred(row)


# ---------------------------------------------------------------------------------------------------------------------
# names do not matter


def primed(nodes):
    """The nodes with a prime on every free name, spaces included."""
    while True:
        old = sorted({n for node in nodes for n in node.free if not n.name.endswith("'")}, key=depth)
        if not old:
            return nodes
        name = old[0]
        nodes = [substitute(node, {name: type(name)(name.name + "'", *name.fields[1:])}) for node in nodes]


def depth(name: Name):
    """Names that others' spaces mention come first."""
    return sum(len(part.free) for part in name.fields[1:] if hasattr(part, "free")), name.name, repr(name)


def rebound(t):
    """The term with every bound variable under another name."""
    done = t.map_children(rebound)
    return rename(done, Var(done.var.name + "°", done.var.space)) if isinstance(done, Binder) else done


def yielded(row, left, hypotheses, arguments):
    return {(canonical(t), symbol) for t, symbol in rewrites(left, Use(row.rule, arguments), Facts(hypotheses))}


@for_each(EXAMPLES, called)
def test_a_rule_commutes_with_renaming_free_names(row):
    made = [t for t, _ in rewrites(row.left, Use(row.rule, row.arguments), Facts(row.hypotheses))]
    size = len(row.hypotheses)
    left, *rest = primed([row.left, *row.hypotheses, *row.arguments, *made])
    found = yielded(row, left, tuple(rest[:size]), tuple(rest[size : size + len(row.arguments)]))
    assert {t for t, _ in found} == {canonical(t) for t in rest[size + len(row.arguments) :]}


@for_each(EXAMPLES, called)
def test_a_rule_commutes_with_renaming_bound_names(row):
    renamed = rebound(row.left)
    assert canonical(renamed) is canonical(row.left)
    assert yielded(row, renamed, row.hypotheses, row.arguments) == yielded(row, row.left, row.hypotheses, row.arguments)


# ---------------------------------------------------------------------------------------------------------------------
# a planted fault

FAULTS = {
    "a factor": lambda t: 2 * t,
    "half of it": lambda t: t / 2,
    "a sign": lambda t: -t,
    "a term": lambda t: t + 1,
    "too little": lambda t: t - 10,
}


def faulty(rule: Rule, fault, monkeypatch) -> Rule:
    """The rule with a fault in what it yields, in the registry in its place."""

    def rewrite(*arguments):
        return (fault(t) for t in rule.rewrite(*arguments))

    planted = replace(rule, rewrite=rewrite)
    monkeypatch.setitem(REGISTRY, rule.name, planted)
    return planted


def refuted(left, hypotheses, use):
    """What the numbers say of each line that the reason licenses after this one."""
    facts = Facts(hypotheses)
    for new, symbol in rewrites(left, use, facts):
        if licence(Step(left, symbol, new, use), hypotheses).granted:
            yield outcome(Claim(hypotheses, Relation(left, symbol, new))) == "disagree"


@for_each([row for row in EXAMPLES if row.rule is not algebra], called)
def test_a_planted_fault_is_licensed_and_refuted(row):
    found = []
    for name, fault in FAULTS.items():
        if name in ("a term", "too little") and not all(map(is_scalar, made(row))):
            continue
        if is_infinite(row) and name != "a sign":
            continue  # twice infinity is infinity
        with pytest.MonkeyPatch.context() as patched:
            planted = faulty(row.rule, fault, patched)
            if licensed(row, planted).granted:
                continue  # twice zero is zero
            found += list(refuted(row.left, row.hypotheses, Use(planted, row.arguments)))
    assert any(found)
    assert row.symbol != "=" or all(found)


def is_infinite(row):
    ends = (
        (oo, -oo) if row.right is not row.left and any(isinstance(n, Limit | Sup) for n in row.left.walk()) else (oo,)
    )
    return any(row.right is end or outcome(Claim(row.hypotheses, row.right.eq(end))) == "agree" for end in ends)


def made(row):
    return [t for node in row.left.walk() for t in row.rule.rewrite(node, Facts(row.hypotheses), *row.arguments)]


@pytest.mark.parametrize("rule", REWRITING, ids=lambda rule: rule.name)
def test_a_derivation_that_uses_a_faulty_rule_is_refuted(rule, monkeypatch):
    lines = [line for line in LINES if line.step.use.rule is rule]
    for name in dict.fromkeys(line.derivation for line in lines):
        # What the rule is applied to is asked while the rule is in the registry.
        mine = [
            (line, line.step.right if licence(line.step, line.hypotheses).reversed else line.step.left)
            for line in lines
            if line.derivation == name and not is_twice_infinite(line)
        ]
        if not mine:
            continue
        with monkeypatch.context() as patched:
            assert any(spoiled(mine, rule, fault, patched) for fault in FAULTS.values()), name


def is_twice_infinite(line):
    """Whether a step leads from a least upper bound without bound to another: twice infinity is infinity."""
    step = line.step
    return isinstance(step.left, Sup) and outcome(Claim(line.hypotheses, step.left.eq(oo))) == "agree"


def spoiled(lines, rule, fault, monkeypatch):
    """Whether no line keeps its licence with the fault in the rule, and the numbers refute a line the rule then makes."""
    planted = faulty(rule, fault, monkeypatch)
    answers = []
    for line, source in lines:
        use = Use(planted, line.step.use.arguments)
        try:
            if licence(replace(line.step, use=use), line.hypotheses).granted:
                return False
            answers += refuted(source, line.hypotheses, use)
        except TypeError:  # the fault is one for scalars, and the rule yields a matrix
            return False
    return any(answers)


@for_each(INFERENCES, called)
def test_a_planted_fault_in_an_inference_is_refuted(row):
    def denied(premises, facts, *arguments):
        for statement in row.rule.rewrite(premises, facts, *arguments):
            yield opposite(statement)

    planted = replace(row.rule, rewrite=denied)
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(REGISTRY, row.rule.name, planted)
        with pytest.raises(Refused):
            inferred(row, planted)
        theorem = inferred(replace(row, statement=opposite(row.statement)), planted)
    assert judge(theorem.claim).outcome == "disagree"


def opposite(statement):
    if isinstance(statement, AlmostEverywhere):
        return KL(statement.left, statement.right) > 0
    if isinstance(statement, Fact):  # that it is finite: only what is infinite is one more than itself
        return statement.args[0].eq(statement.args[0] + 1)
    if statement.symbol == "=":
        return statement.left.eq(statement.right + 1)
    return Relation(statement.left, "=", statement.right)


# ---------------------------------------------------------------------------------------------------------------------
# side conditions that the rule itself looks at

GUARDED = [
    row
    for row in EXAMPLES
    if row.rule.name
    in (
        "log_inequality",
        "log_of_product",
        "sum_of_constant",
        "normalisation",
        "mass_on_support",
        "affinity",
        "determinant_of_triangular",
        "almost_everywhere_equal",
        "independent_coordinates",
    )
    and row.hypotheses
]


@for_each(GUARDED, called)
def test_a_rule_yields_nothing_where_its_side_condition_is_not_known(row):
    def made(hypotheses):
        facts = Facts(hypotheses)
        return [t for node in row.left.walk() for t in row.rule.rewrite(node, facts, *row.arguments) if t is not node]

    assert made(row.hypotheses)
    assert not made(())
