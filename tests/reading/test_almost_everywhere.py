"""Equality almost everywhere: supposed, it holds for the case at hand; claimed, it is judged; and it is no definition."""

import pytest

from proofs import verify
from proofs.language import AlmostEverywhere
from proofs.reading.documents import read_document
from proofs.reading.story import Story

DENSITIES = "Let $p(x)$ and $q(x)$ be probability densities. "
SUPPOSED = DENSITIES + r"Suppose that $p = q$ %s. $$\int p(x) \log p(x) dx = \int q(x) \log q(x) dx$$"


def lines(text):
    return [line for chain in Story(read_document(text)).chains() for line in chain.lines]


@pytest.mark.parametrize("words", ["almost everywhere", "a.e.", "almost surely"])
def test_a_supposition(words):
    first, last = lines(SUPPOSED % words)
    assert first.kind == "hypothesis" and first.claim is None
    assert any(isinstance(h, AlmostEverywhere) for h in last.claim.hypotheses)


@pytest.mark.parametrize(
    "row", [r"p = q \quad \text{almost everywhere}", r"p = q \text{ a.e.}", r"p(x) = q(x) \ \text{almost everywhere}"]
)
def test_a_claim_about_any_two_densities_is_refuted(row):
    (step,) = verify(DENSITIES + f"$$\\int p(x) dx = 1$$ $${row}$$", jobs=0, second_reader=False).steps[1:]
    assert step.verdict == "refuted"


def test_what_was_supposed_shows_nothing_when_it_is_claimed():
    text = DENSITIES + r"Suppose that $p = q$ almost everywhere. $$p = q \ \text{almost everywhere}$$"
    supposed, claimed = verify(text + r" $$\int p(x) q(x) dx = 0$$", jobs=0, second_reader=False).steps[:2]
    assert (supposed.verdict, claimed.verdict) == ("given", "refuted")


def test_numbers_that_are_equal_almost_everywhere_are_not_guessed_at():
    (line, *_) = lines(r"$$a = b \ \text{almost everywhere}$$")
    assert not isinstance(line.claim and line.claim.statement, AlmostEverywhere)
