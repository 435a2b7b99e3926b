r"""Conditions that are said together hold together: of a case in a sentence, and behind the claim of a row."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

REALS = "Let $a$ and $b$ be real numbers. "
RATIO = r"\frac{a - 1}{a + b - 2}"


def _verdicts(text: str) -> list[str]:
    return [step.verdict for step in judged(text).steps if step.kind == "step"]


@pytest.mark.parametrize(
    ("words", "wanted"),
    [
        ("If $a = 1$ and $b = 1$, then $$a + b = 2.$$", ["proved"]),
        ("If both $a = 1$ and $b = 1$, then $$a + b = 2.$$", ["proved"]),
        ("If both $a = 1$ and $b = 1$, then $$a + b = 3.$$", ["refuted"]),
        ("If $a = 1$, then $$a + b = 1 + b.$$ If $b = 1$, then $$a + b = 2.$$", ["proved", "undecided"]),
        ("If $a = 1$ and $b = 1$, then $$a + b = 2.$$ If $a = 2$, then $$a + b = b + 2.$$", ["proved", "proved"]),
    ],
)
def test_a_case_is_all_that_its_sentence_joins(words, wanted):
    assert _verdicts(REALS + words) == wanted


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        (r"a > b - 1 \quad \text{if} \quad a > b + 1", "proved"),
        (r"a > b + 2 \quad \text{if} \quad a > b + 1", "refuted"),
        (RATIO + r" < 0, \quad \text{if} \quad a < 1 \quad \text{and} \quad b > 2 - a", "proved"),
        (RATIO + r" > 0, \quad \text{if} \quad a < 1 \quad \text{and} \quad b > 2 - a", "refuted"),
    ],
)
def test_a_condition_behind_a_claim_may_hold_expressions(row, wanted):
    assert _verdicts(f"{REALS}$${row}$$") == [wanted]


def test_the_conditions_of_a_row_begin_the_next_case_together():
    rows = (
        RATIO + r" &< 0, \quad \text{if} \quad a < 1 \quad \text{and} \quad b > 2 - a \\"
        "\n" + RATIO + r" &> 1, \quad \text{if} \quad b < 1 \quad \text{and} \quad a > 2 - b"
    )
    verdicts = _verdicts(f"{REALS}$$\\begin{{split}} {rows} \\end{{split}}$$")
    assert len(verdicts) == 2
    assert set(verdicts) <= {"proved", "supported"}
