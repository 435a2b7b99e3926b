"""Reading alone is to take less than a millisecond an expression.  How long it takes depends on the machine; how much is
done for it does not: what is done for every formula, and is needed by few, shows here."""

import cProfile
import pstats
from time import process_time

from benchmarks.steps import STEPS
from proofs.reading.documents import read_document
from proofs.reading.story import Story

CALLS = 3_800  # of functions, for one expression: 1 ms is about 4,700 of them


def sheet() -> str:
    return "\n\n".join(f"# Row {k}\n\n$$ {left} = {right} $$" for k, (left, right) in enumerate(STEPS))


def test_a_plain_step_is_read_with_few_calls():
    Story(read_document(sheet())).chains()  # what is worked out once and kept is not counted
    with cProfile.Profile() as profile:
        chains = Story(read_document(sheet())).chains()
    assert len(chains) == len(STEPS)
    assert pstats.Stats(profile).total_calls / (2 * len(STEPS)) < CALLS


def test_formulas_in_a_row_are_no_labyrinth():
    """Words with many formulas one behind the other are gone through once: it took twice as long for each of them."""
    text = "We look at values, and " + "$a$ " * 24 + "$P(X = 1) = 1/2$ hold."
    began = process_time()
    Story(read_document(text)).chains()
    assert process_time() - began < 2
