"""What a parameter's name stands for in a display that explains it otherwise."""

from __future__ import annotations

import pytest

from proofs.reading.documents import read_document
from proofs.reading.story import Story
from tests.marking.verdicts import judged

LAW = (
    r"Let $X \sim \mathrm{Gam}(\mu, \sigma)$ with $\mu > 0$."
    + "\n\n"
    + r"$$\mathrm{E}(X^2) = \mu^2 + \sigma^2$$"
    + "\n\n"
)


def doubts(text):
    return [set(line.fog) for chain in Story(read_document(text)).chains() for line in chain.lines if line.claim]


@pytest.mark.parametrize(
    ("behind", "doubt"),
    [
        (r"where $\mu$ and $\sigma$ are the mean and standard deviation of $X$.", True),
        (r", where $\sigma$ is the standard deviation of $X$.", True),
        (r"where $\mu$ and $\sigma$ are positive.", False),
        (r"Here $\mu$ and $\sigma$ are of interest.", False),
        ("", False),
    ],
)
def test_a_moment_that_is_called_like_a_parameter(behind, doubt):
    found = doubts(LAW + behind)[-1]
    assert ("sigma" in found) is doubt


def test_the_rows_of_a_display_are_not_read_apart():
    """What explains a name of its last row is read before the first one, so that the last goes on with the one before."""
    text = (
        "$$\n\\begin{split}\nr &= (a_n + 1)^2 - 1 \\\\\n&= a_n^2 + 2 a_n\n\\end{split}\n$$\n"
        "where the parameters are given by\n$$\na_n = a_0 + y\n$$\n"
    )
    steps = judged(text).steps
    assert [step.verdict for step in steps if step.right.strip() == "a_n^2 + 2 a_n"] == ["proved"]
