"""Renaming changes a proof's terms, and what it shows is judged again."""

import pytest

import derivations as book
from proofs import Proof, by
from proofs.language import KL, Normal, log, symbols
from proofs.renaming import names_of
from proofs.rules import definition_of_kl
from proofs.writing import latex, plain


@pytest.mark.parametrize("name", book.CATALOGUE)
def test_every_derivation_is_proved_in_any_notation(name):
    proof = book.derive(name)
    other = proof.renamed({old: f"w_{{{k}}}" for k, old in enumerate(sorted(names_of(proof)))})
    assert not names_of(other) & names_of(proof)
    assert other.check().verdict == "proved"


def test_names_are_exchanged_at_once_and_everywhere():
    proof = book.gaussian_kl().renamed({"p": "q", "q": "p", "mu_1": r"\mu_0"})
    assert latex(proof.statement).startswith(r"D_{\mathrm{KL}}(q \,\|\, p) = \log \frac{\sigma_2}{\sigma_1}")
    assert r"(\mu_0 - \mu_2)^2" in latex(proof.statement)
    assert r"q = \mathcal{N}(\mu_0, \sigma_1^2)" in proof.latex() and r"\mu_1" not in proof.latex()


def test_a_renamed_proof_takes_values_under_its_new_names():
    proof = book.gaussian_kl().renamed({"mu_1": "a"}).at(a=3, sigma_1=1, mu_2=4, sigma_2=1)
    assert plain(proof.statement.right) == "log(1/1) - 1/2 + (1² + (3 - 4)²)/(2*1²)"
    with pytest.raises(ValueError, match="mu_1"):
        book.gaussian_kl().renamed({"mu_1": "a"}).at(mu_1=3)


def test_an_instance_is_renamed_with_what_was_added_to_it():
    proof = book.bernoulli_mle_example().renamed({"p": "r", "n": "N"})
    assert [plain(chain.concluded) for chain in proof.chains][-1] == "4 + 1 + 3 + 1 = 9"
    assert plain(proof.statement) == "r = 9/16" and "N = 16" in proof.latex()
    assert proof.check().verdict == "proved"


def test_words_that_mention_a_name_follow():
    proof = Proof(log(symbols("x")), title="On $x$, $x_1$ and $\\max x$; x").renamed({"x": "t"})
    assert proof.title == "On $t$, $x_1$ and $\\max t$; x"


def test_a_lemma_that_has_the_new_name_already_stays_what_it_is():
    """Within the lemma mu_1 and a change places; its instance is still one of the lemma that was proved."""
    a, mu_1, mu_2, sigma = symbols("a mu_1 mu_2 sigma")
    lemma = Proof(KL(Normal(a, sigma), Normal(mu_1, sigma)), name="lemma").given(sigma > 0)
    lemma = lemma.then(definition_of_kl)
    wanted = lemma.at(a=mu_1, mu_1=mu_2).statement.right
    proof = (
        Proof(KL(Normal(mu_1, sigma), Normal(mu_2, sigma)))
        .given(sigma > 0)
        .using(lemma=lemma)
        .eq(wanted, by=by("lemma", {a: mu_1, mu_1: mu_2}))
    )
    assert proof.check().verdict == "proved"
    assert proof.renamed({"mu_1": "a"}).check().verdict == "proved"


@pytest.mark.parametrize(
    ("names", "why"),
    [
        ({"mu": "m"}, "has no name 'mu'; it has mu_1"),
        ({"mu_1": "mu_2"}, "'mu_1' cannot become 'mu_2'"),
        ({"mu_1": "m", "mu_2": "m"}, "'mu_1' cannot become 'm'"),
        ({"p": "x"}, "'p' cannot become 'x'"),
    ],
)
def test_a_name_stands_for_one_thing(names, why):
    with pytest.raises(ValueError, match=why):
        book.gaussian_kl().renamed(names)
