"""What a proof as a whole may not do: lean on itself, on a chain that is not shown, or name a result it does not show."""

import pytest

from proofs import Proof, by
from proofs.language import E, Normal, Number, log, nonzero, symbols
from proofs.rules import gaussian_moments, not_zero_by_equality

a, b, mu, x = symbols("a b mu x")


def verdicts(proof):
    return [step.verdict for step in proof.check().steps if step.kind == "step"]


def test_a_chain_does_not_know_itself():
    circular = Proof(a).have(a / a, label="one", knowing=("one",)).eq(1)
    circular = circular._with(chains=circular.chains[1:])
    assert "proved" not in verdicts(circular)


def test_chains_do_not_know_each_other_in_a_circle():
    proof = (
        Proof(a - a + b, label="first")
        .eq(b)
        .infer(nonzero(b), by=not_zero_by_equality, of=("first",), label="nonzero")
        .have(b / b, knowing=("nonzero",))
        .eq(1)
    )
    answers = [licence.granted for answer in proof.replayed for licence in answer.licences]
    assert answers == [True, False, False]
    assert verdicts(proof)[-1] != "proved"


def test_what_is_known_under_a_supposition_is_known_under_it_only():
    def proof(suppose):
        return (
            Proof(a * 1, label="same", suppose=(a > 0,))
            .eq(a)
            .infer(nonzero(a * 1), by=not_zero_by_equality, of=("same",), suppose=(a > 0,), label="nonzero")
            .have((a * 1) / (a * 1), knowing=("nonzero",), suppose=suppose)
            .eq(1)
        )

    assert proof((a > 0,)).check().verdict == "proved"
    assert verdicts(proof(()))[-1] != "proved"


def test_only_what_a_chain_shows_is_named_as_the_result():
    proof = Proof(E(x, x, Normal(mu, 1))).eq(mu, by=gaussian_moments)
    assert proof.shows(E(x, x, Normal(mu, 1)).eq(mu)).check().verdict == "proved"
    with pytest.raises(ValueError, match="no chain shows"):
        proof.shows(E(x, x, Normal(mu, 1)).eq(Number(0)))
    stale = proof._with(_result=mu.eq(Number(0)))
    for use in (Proof.check, Proof.latex, lambda p: p.result):
        with pytest.raises(ValueError, match="no chain shows"):
            use(stale)


def test_the_result_goes_on_with_its_chain():
    shown = Proof(E(x, x, Normal(2, 1))).eq(Number(2), by=gaussian_moments)
    longer = shown.shows(shown.statement).eq(Number(1) + 1)
    assert longer.statement is E(x, x, Normal(2, 1)).eq(Number(1) + 1)


def test_a_label_names_one_chain():
    proof = Proof(a + b, label="sum").eq(b + a)
    with pytest.raises(ValueError, match="'sum' is taken"):
        proof.have(log(a), label="sum")
    assert by("sum").label == "sum"
