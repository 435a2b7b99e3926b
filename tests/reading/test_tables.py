"""Numbers with several indices, their margins, and what is defined for all indices."""

from __future__ import annotations

import pytest

from proofs.reading.documents import read_document
from proofs.reading.story import Story
from proofs.writing import plain
from tests.marking.verdicts import judged

MARGINS = r"""$$\begin{align}
n_{i \bullet} &= \sum_{j=1}^{b} n_{ij} \\
\bar{y}_{i \bullet \bullet} &= \frac{1}{n_{i \bullet}} \sum_{j=1}^{b} \sum_{k=1}^{n_{ij}} y_{ijk} \\
\bar{y}_{i j \bullet} &= \frac{1}{n_{ij}} \sum_{k=1}^{n_{ij}} y_{ijk}
\end{align}$$

"""


def lines(text):
    return [line for chain in Story(read_document(text)).chains() for line in chain.lines]


def verdicts(text):
    return [step.verdict for step in judged(text).steps]


def test_margins_are_families_of_their_own_and_are_defined_for_all_indices():
    assert [line.kind for line in lines(MARGINS)] == ["definition"] * 3


@pytest.mark.parametrize(
    ("step", "right"),
    [
        (r"\sum_{k=1}^{n_{ij}} y_{ijk} = n_{ij} \bar{y}_{i j \bullet}", True),
        (r"\sum_{i=1}^{a} n_{i \bullet} \bar{y}_{i \bullet \bullet} = \sum_{i=1}^{a} \sum_{j=1}^{b} n_{ij} \bar{y}_{i j \bullet}", True),
        (r"\sum_{k=1}^{n_{ij}} y_{ijk} = 2 n_{ij} \bar{y}_{i j \bullet}", False),
        (r"\sum_{i=1}^{a} \bar{y}_{i \bullet \bullet} = \sum_{i=1}^{a} \sum_{j=1}^{b} \bar{y}_{i j \bullet}", False),
    ],
)  # fmt: skip
def test_steps_that_rest_on_margins(step, right):
    last = verdicts(f"{MARGINS}$${step}$$")[-1]
    assert last in ("proved", "supported") if right else last not in ("proved", "supported")


CENTRED = r"$$c_i = x_i - \frac{1}{n} \sum_{j=1}^n x_j$$" + "\n\n"


def test_a_family_that_is_a_vector_is_defined_for_all_its_places():
    assert verdicts(CENTRED + r"$$\sum_{i=1}^n c_i = 0$$")[-1] in ("proved", "supported")
    assert verdicts(CENTRED + r"$$\sum_{i=1}^n c_i = 1$$")[-1] not in ("proved", "supported")
    assert verdicts(CENTRED + r"$$\sum_{i=1}^n c_i^2 = \sum_{i=1}^n x_i^2$$")[-1] == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        r"$$c_i = x_i \quad \text{if } i > 2$$",
        r"We want that $$c_i = x_i$$",
        r"Show that $$c_i = x_i$$",
        r"$$c_i = 0$$",
        r"$$c_i = c_i + x_i$$",
    ],
)
def test_what_holds_at_some_places_or_is_to_be_shown_defines_nothing(text):
    rows = lines(text + "\n\n" + r"$$\sum_{i=1}^n c_i = \sum_{i=1}^n x_i$$")
    assert "c" in plain(rows[-1].claim.statement).split(" = ")[0]


def test_indices_side_by_side_are_no_product():
    text = "$$U^\\top A U = 1$$\n\n$$\\sum_{i=1}^a \\sum_{j=1}^b U_{ij} = 0$$"
    assert "i*j" not in "".join(plain(line.claim.statement) for line in lines(text) if line.claim)


DIGITS = (
    MARGINS
    + r"""The sizes $n_{11}$, $n_{12}$ and $n_{ab}$ are known.

$$\sum_{i=1}^{a} n_{i \bullet} c_i = RIGHT$$
"""
)


@pytest.mark.parametrize(
    ("right", "verdict"),
    [
        (r"\sum_{i=1}^{a} \sum_{j=1}^{b} n_{ij} c_i", "proved"),
        (r"\sum_{i=1}^{a} \sum_{j=1}^{b} n_{ij} c_j", "refuted"),
        (r"\sum_{i=1}^{a} \sum_{j=1}^{b} n_{ij} c_i^2", "refuted"),
    ],
)
def test_two_digits_beside_two_letters_are_two_indices(right, verdict):
    assert verdicts(DIGITS.replace("RIGHT", right))[-1] == verdict


def test_the_mean_of_random_data_is_defined_by_them_and_the_data_are_not():
    text = (
        r"Let $y_{ij} \sim \mathcal{N}(0, 1)$. "
        + r"""Denote the means as

$$\bar{y}_{i \bullet} = \frac{1}{n} \sum_{j=1}^{n} y_{ij}$$

$$\sum_{j=1}^n y_{ij} = n \bar{y}_{i \bullet}$$

$$\sum_{j=1}^n y_{ij} = \bar{y}_{i \bullet}$$
"""
    )
    assert verdicts(text)[-2:] == ["supported", "refuted"]
