"""What heads a sentence as its condition, and what is claimed behind it or announced."""

import pytest

from tests.marking.verdicts import last, verdicts

BUMP = "Let $f(t) = t(1 - t)$. Then for $0 \\le t \\le 1$,"
BINOMIAL = r"Let $X \sim \mathrm{Bin}(n, p)$ with $p > 1/2$ and $n > 3$. Then"


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("Let $0 \\le x \\le 1$. We claim that", "x^2 \\le x", "x^2 \\ge x"),
        (BUMP, "f(t) \\le 1/4", "f(t) \\ge 1/4"),
        ("Then for $a > b$ and $b > 1$,", "ab > 1", "ab < 1"),
        ("Then if $x > 1$,", "x^2 > x", "x^2 < x"),
        ("If $X \\sim \\mathcal U(0, 1)$,", "E[X] = 1/2", "E[X] = 1/3"),
        ("With $\\eta \\le 1/L$ and $L > 0$ we have", "\\eta L \\le 1", "\\eta L \\ge 1"),
        (BINOMIAL, "E[X] > 3/2", "E[X] > 5/2"),
    ],
)
def test_what_stands_behind_a_condition_is_claimed_under_it(text, true, false):
    assert last(f"{text} ${true}$.") in ("proved", "supported", "given")
    assert last(f"{text} ${false}$.") == "refuted"


def test_a_second_condition_is_no_claim():
    assert verdicts("Then for $x > 0$, $y > x$, we have $y > 0$.") == ["proved"]
    assert verdicts("If $E[X] = 0$, $E[Y] = 0$, then $E[X + Y] = 0$.") == ["given", "given", "proved"]
