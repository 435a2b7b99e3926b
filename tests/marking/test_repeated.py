r"""A line that is written again is no better known than it was."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged


def _verdicts(*rows: str) -> list[str]:
    text = "\n\n".join(f"$$ {row} $$" for row in rows)
    return [step.verdict for step in judged(text).steps]


@pytest.mark.parametrize(
    "row",
    [r"a^2 + b^2 = c^3", r"\arcsin(x) + \arccos(x) = k", r"\int_0^1 \frac{x^a}{1+x} dx = g"],
)
def test_what_stands_undecided_is_so_again(row):
    assert _verdicts(row, row) == ["undecided", "undecided"]
    left, _, right = row.partition(" = ")
    assert _verdicts(row, f"{right} = {left}") == ["undecided", "undecided"]


def test_what_was_proved_is_proved_again():
    assert _verdicts(r"(a + b)^2 = a^2 + 2ab + b^2", r"(a + b)^2 = a^2 + 2ab + b^2") == ["proved", "proved"]
