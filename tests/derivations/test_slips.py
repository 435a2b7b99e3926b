"""The slips people make, in every line of the book: the licence is refused, and separately the numbers refute."""

from functools import cache

import pytest

from proofs.judging import judge, mutants
from proofs.kernel import licence
from proofs.language import Claim, Divergence, Relation
from proofs.steps import Step
from tests.derivations.book import LINES, NAMES, lines, outcome

PER_LINE = 8  # the kinds of slips come in turn
SHARE = 0.95  # of the slips that change the claim; the rest have no value, which is no counterexample


@cache
def slips(line):
    """Slips in one line, each with whether it is licensed by the reason given and what the numbers say."""
    made = [m for m in mutants(line.claim.statement)[:PER_LINE] if isinstance(m, Relation)]
    return [
        (
            m,
            licence(Step(m.left, m.symbol, m.right, line.step.use), line.hypotheses),
            outcome(Claim(line.hypotheses, m)),
        )
        for m in made
    ]


@pytest.mark.parametrize("name", NAMES)
def test_the_licence_is_refused_for_every_slip_that_changes_the_claim(name):
    for line in lines(name):
        for mutant, found, numbers in slips(line):
            assert not found.granted or numbers == "agree", (line.id, mutant)


def test_the_numbers_refute_nearly_every_slip_that_changes_the_claim():
    answers = [numbers for line in LINES for _, _, numbers in slips(line) if numbers != "agree"]
    assert len(answers) > 5 * len(LINES)
    assert answers.count("disagree") >= SHARE * len(answers)


def test_what_the_numbers_do_not_refute_has_no_value():
    for line in LINES:
        for mutant, _, numbers in slips(line):
            if numbers not in ("disagree", "agree"):
                notes = judge(Claim(line.hypotheses, mutant)).notes
                assert any(
                    "has no value" in note or "could not be computed" in note or "decide it" in note for note in notes
                ), (line.id, notes)


@pytest.mark.parametrize("name", NAMES)
def test_the_counterexamples_can_be_read(name):
    for number, line in enumerate(lines(name)):
        refuted = [mutant for mutant, _, numbers in slips(line) if numbers == "disagree"]
        for mutant in refuted[number % 3 :][:1]:
            found = judge(Claim(line.hypotheses, mutant))
            shown = found.counterexample
            assert found.outcome == "disagree" and shown is not None
            assert shown.left and shown.right and shown.left != shown.right
            assert bool(shown.assignments) is bool(mutant.free)
            assert all(name and 0 < len(value) < 400 for name, value in shown.assignments), shown
            assert not any("nan" in text for _, text in shown.assignments)


REVERSED = {"kl_nonnegative-1.1", "gaussian_kl-1.1", "multivariate_gaussian_kl-1.1", "factorized_q-1.1"}


def test_a_reversed_divergence_is_among_the_slips_refuted():
    seen = set()
    for line in LINES:
        if line.id in REVERSED:
            mutant = Relation(flipped(line.step.left), line.step.symbol, line.step.right)
            assert not licence(Step(*mutant.fields, line.step.use), line.hypotheses).granted
            assert outcome(Claim(line.hypotheses, mutant)) == "disagree"
            assert any(isinstance(n, Divergence) for n in mutant.walk())
            seen.add(line.id)
    assert seen == REVERSED


def flipped(t):
    return Divergence(t.q, t.p) if isinstance(t, Divergence) else t.map_children(flipped)
