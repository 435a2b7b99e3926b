"""Quantities of random variables that a sentence defines, beside what it says of the variables themselves."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

PAIR = r"Let $X$ and $Y$ be discrete random variables with the joint probability $p(x, y)$. "
SPLIT = r"$$ \mathrm I(X, Y) = \sum_x \sum_y p(x, y) \log p(x, y) - %s\sum_x p(x) \log p(x) - \sum_y p(y) \log p(y). $$"
WRITTEN = "\n\n$$ \\mathrm I(X, Y) = \\sum_x \\sum_y p(x, y) \\log \\frac{p(x, y)}{p(x) p(y)} $$\n\n"


@pytest.mark.parametrize("how", ["is defined as", "can be expressed as", "is given by"])
def test_what_defines_a_quantity_of_variables_says_nothing_of_them(how):
    text = PAIR + f"The mutual information of $X$ and $Y$ {how}" + WRITTEN + SPLIT
    assert [verdicts(text % factor)[-1] for factor in ("", "2 ")] == ["proved", "refuted"]


def test_of_variables_that_are_described_otherwise_nothing_is_refuted():
    text = (
        PAIR + "Here $X$ is a noisy copy of $Y$. The mutual information of $X$ and $Y$ is defined as" + WRITTEN + SPLIT
    )
    assert verdicts(text % "2 ")[-1] == "undecided"
