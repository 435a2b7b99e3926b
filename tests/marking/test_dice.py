"""Two fair dice: their results are independent, and of a sum alone the masses are known."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

ROLLED = "Two fair dice are rolled. Let $X$ and $Y$ be the results and $S = X + Y$. "
EACH = "Two fair dice are rolled. Let $X$ be the number on the first die and $Y$ the number on the second die. "
SUM = "Let $S$ be the sum of two fair dice. "


@pytest.mark.parametrize(
    ("told", "true", "false"),
    [
        (ROLLED, "E[S] = E[X] + E[Y] = 7", "E[S] = 6"),
        (ROLLED, r"P(S \ge 10) = \frac16", r"P(S \ge 10) = \frac{3}{11}"),
        (ROLLED, r"E[S \mid X = 3] = 3 + \frac72", r"E[S \mid X = 3] = 3 + 7"),
        (ROLLED, r"P(S = 7 \mid X = 3) = \frac16", r"P(S = 7 \mid X = 3) = \frac{1}{36}"),
        (SUM, r"P(S = 7) = \frac16", r"P(S = 7) = \frac{1}{11}"),
        (SUM, r"\operatorname{Var}(S) = \frac{35}{6}", r"\operatorname{Var}(S) = \frac{35}{12}"),
        (EACH, r"P(\max(X, Y) = k) = \frac{2k-1}{36}", r"P(\max(X, Y) = k) = \frac{2k}{36}"),
        ("Let $X$ and $Y$ be two independent fair dice. ", r"E[X Y] = \frac{49}{4}", r"E[X Y] = \frac{91}{6}"),
        ("Roll two fair dice. Let $S$ be their total. ", r"P(S = 2) = \frac{1}{36}", r"P(S = 2) = \frac16"),
    ],
)
def test_what_follows_is_judged(told, true, false):
    assert last(f"{told}Then ${true}$.") in ("proved", "supported")
    assert last(f"{told}Then ${false}$.") == "refuted"


@pytest.mark.parametrize(
    "told",
    ["Two biased dice are rolled. Let $S$ be their sum. ", "Let $S$ be the sum of two dice. "],
)
def test_of_other_dice_nothing_is_known(told):
    assert last(f"{told}Then $E[S] = 7$.") not in ("proved", "supported", "refuted")
