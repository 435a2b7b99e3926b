"""A line after a slip that is equal to what stood before the slip takes it back: the slip is one, and told once."""

import pytest

from proofs.marking.taken_back import TAKEN_BACK
from proofs.marking.verify import verify

CHAIN = r"Let $a, b > 0$. $$ \begin{aligned} (a + b)^2 &= a^2 + 2 a b + b^2 \\ &= %s \end{aligned} $$"
SLIP, RIGHT = "a^2 + a b + b^2", "b^2 + 2 a b + a^2"


@pytest.mark.parametrize(
    ("lines", "verdicts", "back"),
    [
        ((SLIP, RIGHT), ["proved", "refuted", "refuted"], [2]),
        ((SLIP, "b^2 + a b + a^2", RIGHT), ["proved", "refuted", "proved", "refuted"], [3]),  # it was carried on
        ((SLIP, "a^2 - a b"), ["proved", "refuted", "refuted"], []),  # another slip
        ((SLIP, RIGHT, "a^2", "a^2 + 2 b"), ["proved", *["refuted"] * 4], [2]),
        ((SLIP, RIGHT, "a^2", RIGHT), ["proved", *["refuted"] * 4], [2, 4]),
        ((SLIP, RIGHT + " - 1 + 1", SLIP), ["proved", *["refuted"] * 3], [2]),
        ((RIGHT, SLIP), ["proved", "proved", "refuted"], []),
    ],
)
def test_a_slip_is_taken_back(lines, verdicts, back):
    steps = verify(CHAIN % r" \\ &= ".join(lines), jobs=0, second_reader=False).steps
    assert [step.verdict for step in steps] == verdicts
    assert [k for k, step in enumerate(steps) if TAKEN_BACK in step.notes] == back
    assert all(steps[k].repair is None and steps[k].counterexample is not None for k in back)


def test_another_chain_takes_nothing_back():
    text = CHAIN % SLIP + rf" Further $$ {SLIP} = {RIGHT} $$"
    assert not any(TAKEN_BACK in step.notes for step in verify(text, jobs=0, second_reader=False).steps)
