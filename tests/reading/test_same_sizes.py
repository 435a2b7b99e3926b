r"""Families that stand beside one another in a sum have one size, also where no range is written."""

import pytest

from proofs.reading.grammar.parser import parse_row
from proofs.reading.uses.same_sizes import first_alike
from tests.marking.verdicts import last, verdicts

SOFTMAX = r"Let $p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$. The loss is $L = -\sum_k y_k \log p_k$ where $\sum_k y_k = 1$. "


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([r"L = -\sum_k y_k \log p_k"], {"p": "p", "y": "p"}),
        ([r"L = -\sum_k y_k \log p_k", r"p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}"], {"p": "p", "y": "p", "z": "p"}),
        ([r"y_i = \sum_j A_{ij} x_j"], {"y": "y", "x": "x"}),  # by different indices
        ([r"\sum_i x_i + \sum_i y_i = 0"], {"x": "x", "y": "y"}),  # under sums of their own
        ([r"x_1 = y_1 + z_i"], {"z": "z"}),  # a number tells one of them apart
    ],
)
def test_which_families_have_one_size(rows: list[str], expected: dict[str, str]) -> None:
    assert first_alike(map(parse_row, rows)) == expected


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"$$\frac{\partial L}{\partial z_i} = p_i - y_i$$", "supported"),
        (r"$$\frac{\partial L}{\partial z_i} = y_i - p_i$$", "refuted"),
        (r"$$\frac{\partial L}{\partial z_i} = -\sum_k y_k (\delta_{ik} - p_i)$$", "supported"),
        (r"$$\frac{\partial L}{\partial z_i} = -\sum_k y_k (\delta_{ik} - p_k)$$", "refuted"),
    ],
)
def test_the_gradient_of_the_cross_entropy_of_a_softmax(claim: str, expected: str) -> None:
    assert last(SOFTMAX + claim) == expected


def test_the_loss_may_come_before_the_softmax() -> None:
    text = r"""The loss is $L = -\sum_k y_k \log p_k$ with $p_k = \frac{e^{z_k}}{\sum_j e^{z_j}}$ and $\sum_k y_k = 1$.
    $$\frac{\partial L}{\partial z_k} = p_k - y_k$$
    $$\frac{\partial L}{\partial z_k} = p_k - 2 y_k$$"""
    assert verdicts(text)[-2:] == ["supported", "refuted"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $X_1, \dots, X_n$ be iid. We get $\frac{n}{\sum x_i} = \frac{1}{\bar x}$.", "proved"),
        (r"Let $X_1, \dots, X_n$ be iid. We get $\frac{1}{\sum x_i} = \frac{1}{\bar x}$.", "refuted"),
        (r"We get $\frac{n}{\sum x_i} = \frac{1}{\bar x}$.", "undecided"),
    ],
)
def test_there_are_as_many_values_as_variables(text: str, expected: str) -> None:
    assert last(text) == expected
