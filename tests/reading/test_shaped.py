"""Of which names words say a property, and that only these are left in doubt by it."""

from __future__ import annotations

import pytest

from proofs.reading.documents import read_document
from proofs.reading.story import Story


def doubts(text):
    return [set(line.fog) for chain in Story(read_document(text)).chains() for line in chain.lines if line.claim]


STEP = "\n\n$$f(x) + f(-x) = 2 f(x)$$\n\n$$h(x) + h(-x) = 2 h(x)$$"


@pytest.mark.parametrize(
    "words",
    [
        "Let $f$ be an even function on $[-1, 1]$.",
        "Here $f$ is symmetric.",
        "Take $f$. It is even.",
        "Let $f$ satisfy a condition.",
        "Here $f$ integrates to one.",
    ],
)
def test_a_property_is_said_of_the_names_in_its_sentence(words):
    assert doubts(words + STEP) == [{"f"}, set()]


@pytest.mark.parametrize(
    "words",
    [
        "We fit a linear regression.",
        "By a linear transformation of $f$ we see this.",
        "Let $g$ be an even function.",
        "",
    ],
)
def test_what_is_said_of_other_things_leaves_no_doubt(words):
    assert doubts(words + STEP) == [set(), set()]


def test_an_equation_that_is_satisfied_is_about_all_its_names():
    assert doubts("The function satisfies" + "\n$$f(0) = 1$$\n\nNow look." + STEP)[-2:] == [{"f"}, set()]
