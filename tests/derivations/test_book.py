"""Each derivation: proved by both judges, from hypotheses that are all needed, by steps that cannot be skipped."""

from dataclasses import replace
from itertools import groupby

import pytest

import derivations
from proofs.judging import worlds_for
from proofs.judging.numbers import Evaluator
from proofs.kernel import licence
from proofs.language import Relation, Term
from proofs.registry import algebra
from proofs.steps import Step, Use
from tests.derivations.book import LINES, NAMES, lines, proof, report, uses
from tests.tables import for_each

EVERYWHERE = None  # the hypothesis is one of the whole proof
HYPOTHESES = [(name, EVERYWHERE, h) for name in NAMES for h in proof(name).hypotheses] + [
    (name, at, h) for name in NAMES for at, chain in enumerate(proof(name).chains) for h in chain.suppose
]


def label(value: object) -> str:
    return value if isinstance(value, str) else ""


def test_the_catalogue_is_a_book():
    """One topic after the other, and within it one file after the other."""
    places = [getattr(derivations, name).__module__.split(".")[1:] for name in NAMES]
    for part in (lambda place: place[0], tuple):
        kept_together = [key for key, _ in groupby(places, key=part)]
        assert len(kept_together) == len(set(kept_together)), kept_together


@pytest.mark.parametrize("name", NAMES)
def test_every_line_is_proved(name):
    found = report(name)
    assert found.verdict == "proved", [s for s in found.steps if s.verdict not in ("proved", "given")]
    assert proof(name).theorem.claim.statement is proof(name).statement


def without(whole, chain, hypothesis):
    """The proof with one hypothesis deleted."""
    if chain is EVERYWHERE:
        return whole._with(hypotheses=tuple(h for h in whole.hypotheses if h is not hypothesis))
    chains = list(whole.chains)
    chains[chain] = replace(chains[chain], suppose=tuple(h for h in chains[chain].suppose if h is not hypothesis))
    return whole._with(chains=tuple(chains))


def holds(whole):
    """Whether every step is licensed and every chain shows its theorem."""
    return all(
        answer.theorem is not None and all(found.granted for found in answer.licences) for answer in whole.replayed
    )


@pytest.mark.parametrize(("name", "chain", "hypothesis"), HYPOTHESES, ids=label)
def test_no_hypothesis_can_be_spared(name, chain, hypothesis):
    assert holds(proof(name))
    assert not holds(without(proof(name), chain, hypothesis)), hypothesis


@for_each(LINES, lambda line: line.id)
def test_hypotheses_can_be_met(line):
    worlds = worlds_for(line.claim)
    assert len(worlds) >= (3 if line.claim.free else 1)
    for world in worlds[:3]:
        evaluator = Evaluator(world)
        assert not any(evaluator.truth(h) is False for h in line.hypotheses if h.free <= set(world.values))


# ---------------------------------------------------------------------------------------------------------------------
# no shortcuts


def test_no_single_reason_takes_a_chain_from_its_first_line_to_its_last():
    shortcuts = {
        (name, at, use.name)
        for name in NAMES
        for at, chain in enumerate(proof(name).chains, 1)
        if len(chain.steps) > 1
        for use in uses()
        if not rules(name, at) <= {use.name} and licence(ends(name, at, use), proof(name).supposed(chain)).granted
    }
    assert shortcuts == COROLLARIES


# A longer way is taken there for the reader.
COROLLARIES = {
    ("factorized_q", 2, "functional_derivative"),
    ("factorized_q", 2, "functional_derivative_by_factor"),
    ("mean_field", 2, "functional_derivative"),
    ("mean_field", 2, "functional_derivative_by_factor"),
    ("bernoulli_mle_boundary", 1, "algebra"),  # both sides have a sign
    ("bernoulli_mle_boundary", 3, "algebra"),
    ("no_lipschitz_constant", 1, "infinite_supremum"),  # the slope is written out for the reader
    ("word2vec_counts_example", 3, "finite_sum"),  # with numbers put in, all is counted
    ("word2vec_counts_example", 4, "finite_sum"),
    ("gaussian_discriminator", 1, "density_written_out"),  # log p(x) is the logarithm of what p(x) is
    ("gaussian_discriminator_example", 1, "density_written_out"),
    ("jensen_shannon", 3, "jensen_shannon_bound"),  # there the rule itself is derived
    ("jensen_shannon_example", 3, "jensen_shannon_bound"),
} | {  # there the rule itself is derived
    (name, chain, "gaussian_integral")
    for name, chains in (("partition_function", 4), ("partition_function_example", 5))
    for chain in range(1, chains + 1)
}


def rules(name, at):
    """The rules that a chain rests on, also through the theorems it uses, beside algebra.

    Where there is one, the other lines only rearrange: it takes the first to the last.
    """
    found = set()
    for step in proof(name).replayed[at - 1].steps:
        found |= step.use.theorem.rules if step.use.theorem is not None else {step.use.name}
    return found - {algebra.name}


def ends(name, at, use):
    chain = proof(name).chains[at - 1]
    assert isinstance(chain.start, Term)
    return Step(chain.start, chain.concluded.symbol, chain.steps[-1].right, use)


@pytest.mark.parametrize("name", NAMES)
def test_a_reason_of_algebra_is_given_where_algebra_suffices_and_only_there(name):
    for line in lines(name):
        by_algebra = licence(replace(line.step, use=Use(algebra)), line.hypotheses)
        assert by_algebra.granted is (line.step.use.rule is algebra), line.id
        if by_algebra.granted:
            others = [use for use in uses() if use.rule is not algebra]
            assert not any(licence(replace(line.step, use=use), line.hypotheses).granted for use in others), line.id


@pytest.mark.parametrize("name", NAMES)
def test_two_equal_lines_are_refused(name):
    for line in lines(name):
        for symbol in ("=", "<=", ">="):
            found = licence(Step(line.step.right, symbol, line.step.right, line.step.use), line.hypotheses)
            assert not found.granted and "two equal consecutive lines" in found.why


@pytest.mark.parametrize("name", NAMES)
def test_a_stronger_relation_than_the_rule_gives_is_refused(name):
    for line in lines(name):
        stronger = {"<=": ("=", "<"), ">=": ("=", ">"), "<": ("=",), ">": ("=",), "=": ("<", ">")}[line.step.symbol]
        for symbol in stronger:
            assert not licence(replace(line.step, symbol=symbol), line.hypotheses).granted, (line.id, symbol)


def test_a_chain_states_the_relation_of_its_ends():
    shown = proof("kl_nonnegative").statement
    assert isinstance(shown, Relation) and shown.symbol == ">="
