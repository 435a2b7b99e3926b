"""The face that users meet: what is offered is described, and a mistake is answered with what to write instead."""

import inspect

import pytest

import proofs
from derivations import derive, flow_log_determinant, gaussian_kl, kl_zero_iff_equal
from proofs import Proof, by, enclose
from proofs.language import E, H, Normal, half, symbols
from proofs.result import Result
from proofs.rules import definition_of_entropy, gaussian_moments, linearity, log_of_density
from proofs.steps import Refused
from proofs.writing import plain

x, mu, sigma = symbols("x mu sigma")
p = Normal(mu, sigma, "p")
mean = Proof(E(x, x, p), name="mean").given(sigma > 0)


@pytest.mark.parametrize("name", dir(proofs))
def test_every_public_name_is_described(name):
    assert inspect.getdoc(getattr(proofs, name))


@pytest.mark.parametrize("shown", [Proof, Result], ids=lambda c: c.__name__)
def test_every_public_method_is_described(shown):
    missing = [name for name, value in vars(shown).items() if not name.startswith("_") and not inspect.getdoc(value)]
    assert not missing


def test_a_result_prints_as_it_would_be_written():
    assert repr(gaussian_kl().at(mu_1=0, mu_2=0, sigma_1=1).result).startswith("<Result KL(p ‖ q) = log(σ₂/1) - 1/2")


@pytest.mark.parametrize(
    ("values", "error", "answer"),
    [
        ({"mu": 1}, ValueError, "gaussian_kl has no name 'mu'; it has mu_1, mu_2, sigma_1, sigma_2"),
        ({"sigma_1": -1}, ValueError, "the values contradict a hypothesis, which becomes -1 > 0"),
        ({"sigma_1": 0.5}, TypeError, r"sigma_1: expected an exact number, found float 0.5; write Fraction\(1, 2\)"),
        ({"mu_1": "2"}, TypeError, "mu_1: expected a term, found str '2'"),
    ],
)
def test_a_wrong_value(values, error, answer):
    with pytest.raises(error, match=answer):
        gaussian_kl().at(**values)


@pytest.mark.parametrize(
    ("values", "error", "answer"),
    [
        ({"x_a": 1}, TypeError, "x_a: expected a tuple of numbers, found 1"),
        ({"x_a": (1, 2)}, ValueError, "x_a: expected 1 coordinates, found 2"),
        ({"s": 3}, TypeError, "s: expected a Python function of a term, found 3"),
        ({"s": lambda u: u[1]}, TypeError, "s: expected a tuple of .* coordinates, found a scalar"),
    ],
)
def test_a_wrong_vector_or_function(values, error, answer):
    with pytest.raises(error, match=answer):
        flow_log_determinant().at(m=1, n=1, **values)


@pytest.mark.parametrize("step", [mean.then, lambda reason: mean.eq(mu, by=reason)])
def test_a_reason_that_is_none(step):
    with pytest.raises(TypeError, match="expected a rule as reason, found 'linearity'"):
        step("linearity")


def test_a_rule_that_does_not_apply():
    with pytest.raises(Refused, match="yields nothing"):
        mean.then(linearity)


def test_a_line_that_is_no_term():
    with pytest.raises(TypeError, match=r"found float 0.5; write Fraction\(1, 2\)"):
        mean.eq(0.5)


def test_a_chain_runs_one_way():
    with pytest.raises(ValueError, match="<="):
        mean.le(mu + 1).ge(mu)


def test_a_proof_that_shows_nothing():
    for empty, answer in ((Proof(), "proof shows nothing: it has no chain"), (mean, "the chain shows nothing")):
        with pytest.raises(ValueError, match=answer):
            _ = empty.result
    with pytest.raises(ValueError, match="begin one with"):
        Proof().eq(half)
    with pytest.raises(ValueError, match="begin one with"):
        Proof().then(linearity)


def test_a_label_that_is_not_there_refuses_the_step():
    report = mean.eq(mu, by=by("nowhere")).check()
    assert report.verdict == "supported"
    assert any("nowhere" in note for step in report.steps for note in step.notes)


def test_an_equivalence_has_no_sides_for_sympy():
    with pytest.raises(TypeError, match=r"expected a relation between terms, found <Result .*see .statement"):
        _ = kl_zero_iff_equal().result.lhs


def test_the_example_of_a_user_is_proved():
    assert mean.eq(mu, by=gaussian_moments).check().verdict == "proved"
    assert mean.then(gaussian_moments).result.rhs == mean.eq(mu, by=gaussian_moments).result.rhs


def test_enclose_takes_names_or_strings_and_says_what_is_missing():
    mu, sigma = symbols("mu sigma")
    by_name = enclose(H(Normal(mu, sigma)), {"mu": 0, "sigma": 2})
    assert by_name.overlaps(enclose(H(Normal(mu, sigma)), {mu: 0, sigma: 2}))
    assert by_name.rel_accuracy_bits() > 80
    with pytest.raises(ValueError, match="no value is given for mu"):
        enclose(H(Normal(mu, sigma)), {sigma: 2})
    with pytest.raises(ValueError, match="no name 'tau'; it has sigma"):
        enclose(sigma**2, {"tau": 2})
    with pytest.raises(TypeError, match=r"Fraction\(1, 2\)"):
        enclose(sigma**2, {sigma: 0.5})
    with pytest.raises(ValueError, match="no enclosure"):
        enclose(sigma / (sigma - sigma), {sigma: 1})


def test_a_computed_line_is_tidied():
    mu, sigma = symbols("mu sigma")
    p = Normal(mu, sigma, "p")
    proof = Proof(H(p)).given(sigma > 0).then(definition_of_entropy).then(log_of_density).then(linearity)
    assert plain(proof.chains[0].steps[-1].right) == "log(2*π*σ²)/2 + 1/(2*σ²)*E[x ~ p]((x - μ)²)"
    assert proof.check().verdict == "proved"


def test_a_report_and_a_wrong_name_are_short():
    assert repr(derive("gaussian_kl").check()) == "<Report gaussian_kl: proved, 2 given, 5 proved>"
    with pytest.raises(KeyError, match="did you mean gaussian_kl or"):
        derive("gausian_kl")
