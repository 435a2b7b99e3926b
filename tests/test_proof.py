"""Proof: building one, specialising it, what its result gives to SymPy, and the report as data."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest
import sympy

import derivations
from proofs import Proof, by
from proofs.language import (
    KL,
    E,
    Exponential,
    Laplace,
    Normal,
    cos,
    exp,
    half,
    log,
    sin,
    sqrt,
    symbols,
)
from proofs.registry import REGISTRY, algebra
from proofs.rules import definition_of_kl, gaussian_moments, linearity, log_inequality, log_of_density
from proofs.steps import Refused
from tests.derivations.book import NAMES, proof
from tests.derivations.book import report as report_of

a, b, x, mu, sigma = symbols("a b x mu sigma")
normal = Normal(mu, sigma)

# ---------------------------------------------------------------------------------------------------------------------
# specialising

VALUES = {
    "gaussian_kl": {"mu_1": 0, "sigma_1": 1, "mu_2": 1, "sigma_2": 2},
    "gaussian_kl_same_mean": {"mu": 5, "sigma_1": 1, "sigma_2": 3},
    "gaussian_kl_same_variance": {"mu_1": Fraction(1, 2), "mu_2": -1, "sigma": 2},
    "multivariate_gaussian_kl": {"d": 2, "mu_0": (1, 0), "mu_1": (0, Fraction(1, 3))},
    "diagonal_gaussian_kl": {"d": 2, "mu": (1, -1), "sigma": (Fraction(1, 2), 3)},
    "diagonal_gaussian_kl_by_independence": {"d": 2, "mu": (1, -1), "sigma": (Fraction(1, 2), 3)},
    "factorized_q": {"M": 3, "j": 2},
    "mean_field": {"M": 2, "j": 1, "p(X)": Fraction(1, 7)},
    "flow_log_determinant": {"m": 1, "n": 2, "s": lambda u: (u[1], 2 * u[1]), "t": lambda u: (sin(u[1]), 3)},
    "triangular_log_determinant": {"n": 3},
    "composed_log_determinant": {"n": 2, "K": 2},
    "change_of_variables": {"n": 2, "x": (1, Fraction(1, 2))},
}


@pytest.mark.parametrize("name", VALUES)
def test_a_special_case_is_judged_again(name):
    special = proof(name).at(**VALUES[name])
    report = special.check()
    assert report.verdict == "proved", [step for step in report.steps if step.verdict not in ("proved", "given")]
    assert special.statement is not proof(name).statement
    assert not {n.name for n in special.statement.free} & set(VALUES[name])
    assert proof(name).check().verdict == "proved"  # and the general one is what it was


def test_the_value_of_a_special_case():
    special = proof("gaussian_kl").at(mu_1=0, sigma_1=1, mu_2=1, sigma_2=2)
    assert special.theorem.rules == proof("gaussian_kl").theorem.rules  # it rests on what the general one rests on
    assert special.result.rhs == sympy.log(2) - sympy.Rational(1, 4)
    assert special.result.hypotheses == ()
    assert proof("gaussian_kl").at(mu_1=1, mu_2=1, sigma_1=3, sigma_2=3).result.rhs == 0


def test_the_worked_layer():
    layer = proof("flow_log_determinant").at(
        m=1, n=1, x_a=(1,), x_b=(1,), s=lambda u: (u[1] / 2,), t=lambda u: (2 * u[1] + 1,)
    )
    assert layer.check().verdict == "proved"
    assert sympy.simplify(layer.result.rhs.doit()) == sympy.Rational(1, 2)
    example = proof("flow_log_determinant_example")
    assert example.result.rhs == sympy.Rational(1, 2)
    assert example.chains[-1].steps[-1].right is exp(half) + 3


def test_in_part():
    special = proof("gaussian_kl").at(mu_2=0, sigma_2=1)
    assert special.check().verdict == "proved"
    assert len(special.hypotheses) == 1
    twice = special.at(mu_1=0, sigma_1=2)
    assert twice.check().verdict == "proved"
    assert twice.result.rhs == proof("gaussian_kl").at(mu_1=0, sigma_1=2, mu_2=0, sigma_2=1).result.rhs


def test_laws_for_densities():
    special = proof("kl_nonnegative").at(p=Normal(0, 1), q=Laplace(0, 1))
    assert special.statement.left is KL(Laplace(0, 1), Normal(0, 1))
    assert special.check().verdict == "proved"
    with pytest.raises(ValueError, match="different spaces"):
        proof("kl_nonnegative").at(p=Normal(0, 1), q=Exponential(1))


@pytest.mark.parametrize("values", [{"sigma_1": -1}, {"sigma_1": 0}, {"sigma_2": -Fraction(1, 2), "mu_1": 0}], ids=str)
def test_values_that_contradict_a_hypothesis(values):
    with pytest.raises(ValueError, match="gaussian_kl: the values contradict"):
        proof("gaussian_kl").at(**values)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_the_proof_does_not_have(name):
    with pytest.raises(ValueError, match="has no name 'nobody'"):
        proof(name).at(nobody=1)


def test_a_value_that_is_none():
    with pytest.raises(TypeError, match="exact number, found float"):
        proof("gaussian_kl").at(mu_1=0.5)
    with pytest.raises(TypeError, match="Python function"):
        proof("flow_log_determinant").at(s=1)
    with pytest.raises(TypeError, match="expected a law"):
        proof("kl_nonnegative").at(p=1)
    with pytest.raises(TypeError, match="coordinates, found a scalar"):
        proof("flow_log_determinant").at(m=1, n=1, s=lambda u: u[1])


def test_a_special_case_of_a_false_step_is_not_licensed():
    wrong = Proof(log(a * b), name="wrong").eq(log(a) - log(b)).given(a > 0, b > 0)
    assert wrong.check().verdict == "refuted"
    special = wrong.at(b=1)
    assert special.check().steps[-1].licence == "refused"


# ---------------------------------------------------------------------------------------------------------------------
# building


def test_a_proof_is_immutable():
    short = Proof(a + a)
    longer = short.eq(2 * a)
    assert short.chains[0].steps == () and len(longer.chains[0].steps) == 1
    assert short.given(a > 0).hypotheses and not short.hypotheses


def test_the_rule_computes_the_next_line():
    start = Proof(KL(Normal(a, 1), normal)).given(sigma > 0)
    found = start.then(definition_of_kl)
    assert isinstance(found.chains[0].steps[0].right, type(E(x, x, normal)))
    assert found.check().verdict == "proved"
    whole = Proof(E(2 * x + 3, x, normal)).given(sigma > 0).then(linearity).then(gaussian_moments)
    assert whole.check().verdict == "proved"
    assert sympy.expand(whole.result.rhs - 2 * whole.symbols["mu"] - 3) == 0
    below = Proof(-log(a)).given(a > 0).then(log_inequality)
    assert below.statement.symbol == ">=" and below.check().verdict == "proved"


def test_a_rule_that_yields_nothing_is_refused():
    with pytest.raises(Refused, match="yields nothing"):
        Proof(a + b).then(definition_of_kl)
    with pytest.raises(Refused, match="yields nothing"):
        Proof(log(normal(x))).then(log_of_density)


@pytest.mark.parametrize(
    "build",
    [
        lambda: Proof(a).given(b > 0).le(a + b).ge(a),
        lambda: Proof(a).lt(a + 1).eq(1 + a).ge(a),
        lambda: Proof(a).gt(a - 1).le(a),
    ],
)
def test_directions_are_not_mixed(build):
    with pytest.raises(Refused, match="cannot go on"):
        build()


@pytest.mark.parametrize(
    ("build", "symbol"),
    [
        (lambda: Proof(a).lt(a + exp(b)).le(a + exp(b) + b**2), "<"),
        (lambda: Proof(a).le(a + b**2).lt(a + b**2 + exp(b)), "<"),
        (lambda: Proof(a).le(a + b**2).eq(b**2 + a), "<="),
        (lambda: Proof(a).gt(a - exp(b)).eq(-exp(b) + a).ge(-exp(b) + a - b**2), ">"),
    ],
)
def test_a_strict_step_makes_the_chain_strict(build, symbol):
    found = build()
    assert found.check().verdict == "proved"
    assert found.result.relation == symbol and found.theorem.claim.statement.symbol == symbol


def test_what_cannot_be_built():
    with pytest.raises(TypeError, match="as hypothesis"):
        Proof(a).given(b)
    with pytest.raises(TypeError, match="expected a rule"):
        Proof(a).eq(a + 0, by="algebra")
    with pytest.raises(ValueError, match="expected a chain"):
        Proof().eq(a)
    with pytest.raises(ValueError, match="no step"):
        Proof(a).statement  # noqa: B018
    with pytest.raises(TypeError, match="float"):
        Proof(a).eq(0.5)


def test_a_reason_that_is_not_there_is_refused():
    found = Proof(a).eq(b, by=by("nowhere")).check()
    assert found.steps[0].licence == "refused" and "nowhere" in found.steps[0].notes[0]
    with pytest.raises(Refused):
        Proof(a, name="claimed").eq(b).theorem  # noqa: B018


def test_a_chain_that_is_not_licensed_is_no_reason():
    wrong = Proof(sqrt(a**2), label="root").eq(a).have(cos(sqrt(a**2))).eq(cos(a), by=by("root"))
    assert [step.licence for step in wrong.check().steps] == ["refused", "refused"]


def test_a_lemma_brings_its_hypotheses():
    mean = Proof(E(x, x, normal)).given(sigma > 0).eq(mu, by=gaussian_moments)
    use = Proof(1 + E(x, x, normal)).using(mean=mean).eq(1 + mu, by=by("mean"))
    assert use.check().steps[0].licence == "refused"
    assert use.given(sigma > 2).check().verdict == "proved"


# ---------------------------------------------------------------------------------------------------------------------
# results

EQUATIONS = [name for name in NAMES if name != "kl_zero_iff_equal"]


@pytest.mark.parametrize("name", EQUATIONS)
def test_a_result_is_sympy(name):
    found = proof(name).result
    assert isinstance(found.lhs, sympy.Basic) and isinstance(found.rhs, sympy.Basic)
    assert found.relation in ("=", "<=", ">=", "<", ">")
    assert found.hypotheses == tuple(h for h in found.claim.hypotheses)
    assert "$" in found._repr_latex_()


def test_an_equivalence_says_what_it_is():
    found = proof("kl_zero_iff_equal").result
    assert found.relation == "iff"
    with pytest.raises(TypeError, match=r"see \.statement"):
        found.lhs  # noqa: B018


def test_the_symbols_of_a_result_carry_what_is_known_of_them():
    found = proof("gaussian_kl")
    names = found.symbols
    assert {name: s.is_positive for name, s in names.items()} == {
        "mu_1": None, "mu_2": None, "sigma_1": True, "sigma_2": True,
    }  # fmt: skip
    assert all(s.is_real for s in names.values())
    assert found.result.rhs.free_symbols == set(names.values())
    m1, s1, m2, s2 = (names[n] for n in ("mu_1", "sigma_1", "mu_2", "sigma_2"))
    expected = sympy.log(s2 / s1) - sympy.Rational(1, 2) + (s1**2 + (m1 - m2) ** 2) / (2 * s2**2)
    assert sympy.simplify(found.result.rhs - expected) == 0
    assert sympy.simplify(sympy.diff(found.result.rhs, m1) - (m1 - m2) / s2**2) == 0
    assert found.result.rhs.subs({m1: m2, s1: s2}) == 0


def test_the_result_against_sympys_own_integral():
    m, s, y = sympy.Symbol("m", real=True), sympy.Symbol("s", positive=True), sympy.Symbol("y", real=True)
    density = sympy.exp(-(y**2) / 2) / sympy.sqrt(2 * sympy.pi)
    other = sympy.log(s) + (y - m) ** 2 / (2 * s**2) - y**2 / 2
    integral = sympy.integrate(sympy.expand(density * other), (y, -sympy.oo, sympy.oo))
    special = proof("gaussian_kl").at(mu_1=0, sigma_1=1)
    names = {special.symbols["mu_2"]: m, special.symbols["sigma_2"]: s}
    assert sympy.simplify(special.result.rhs.subs(names) - integral) == 0


# ---------------------------------------------------------------------------------------------------------------------
# the report as data

REPORT = {"schema": int, "source": (str, type(None)), "name": str, "verdict": str, "summary": dict, "chains": list}
CHAIN = {"title": (str, type(None)), "goal": (str, type(None)), "steps": list}
OPTIONAL = (str, type(None))
STEP = {
    "id": str, "line": (int, type(None)), "column": (int, type(None)), "left": str, "relation": OPTIONAL,
    "right": OPTIONAL, "verdict": str, "kind": str, "licence": OPTIONAL, "numbers": OPTIONAL, "rule": OPTIONAL,
    "reason": OPTIONAL, "worlds": (int, type(None)), "digits": (int, type(None)), "mutants": OPTIONAL,
    "counterexample": (dict, type(None)), "repair": OPTIONAL, "needs": list, "notes": list,
}  # fmt: skip
VERDICTS = {"refuted", "unread", "undecided", "supported", "proved", "given"}


def fits(data, schema):
    assert list(data) == list(schema)
    for key, kind in schema.items():
        assert isinstance(data[key], kind), (key, data[key])


def check_report(data):
    assert json.loads(json.dumps(data)) == json.loads(json.dumps(data, sort_keys=True))
    data = json.loads(json.dumps(data))
    fits(data, REPORT)
    assert data["schema"] == 1 and data["verdict"] in VERDICTS
    steps = []
    for chain in data["chains"]:
        fits(chain, CHAIN)
        steps += chain["steps"]
    for step in steps:
        fits(step, STEP)
        assert step["verdict"] in VERDICTS
        if step["counterexample"] is not None:
            fits(step["counterexample"], {"assignments": list, "left": str, "right": str})
            for row in step["counterexample"]["assignments"]:
                fits(row, {"name": str, "value": str})
    assert len({step["id"] for step in steps}) == len(steps)
    assert data["summary"] == {v: n for v in VERDICTS if (n := [s["verdict"] for s in steps].count(v))}
    return steps


@pytest.mark.parametrize("name", NAMES)
def test_the_report_of_a_derivation_fits_the_schema(name):
    steps = check_report(report_of(name).as_json())
    for step in steps:
        if step["kind"] == "step":
            assert step["licence"] in ("granted", "reversed") and step["numbers"] == "agree"
            assert step["worlds"] >= 1 and step["digits"] >= 10 and step["counterexample"] is None
        else:
            assert step["verdict"] == "given"


def test_the_report_of_a_false_proof_fits_the_schema():
    steps = check_report(Proof(sqrt(a**2), name="wrong").eq(a).eq(a + 0).check().as_json())
    assert steps[0]["counterexample"] == {
        "assignments": [{"name": "a", "value": "-1"}], "left": "1", "right": "-1",
    }  # fmt: skip
    assert [step["verdict"] for step in steps] == ["refuted", "proved"]


def test_a_proof_is_worth_its_worst_line():
    assert Proof(a + a).eq(2 * a).eq(3 * a).check().verdict == "refuted"
    assert Proof(a + a).eq(2 * a).eq(a + a, by=linearity).check().verdict == "supported"
    assert Proof(a / a).eq(1).check().verdict == "undecided"
    assert Proof(a / a).eq(1).given(a > 0).check().verdict == "proved"


def test_the_catalogue_and_the_registry_are_what_they_say():
    assert set(NAMES) <= set(dir(derivations))
    with pytest.raises(KeyError, match="no derivation is called"):
        derivations.derive("nothing")
    assert REGISTRY["algebra"] is algebra
