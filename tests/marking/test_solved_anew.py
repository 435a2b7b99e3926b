"""Equations that are solved one after the other, stand by themselves, or were solved wrongly."""

import pytest

from proofs import verify
from proofs.marking.findings import FROM_WRONG

TRIPLE = "Let $y = 3x$. Setting $y = 6$ gives $x = 2$. Setting $y = 9$ gives"
VALUE = "Let $f(x) = 2x + 1$. Setting $f(x) = 5$ gives $x = 2$. Setting $f(x) = 7$ gives"
IF = "Let $y = 3x$. If $y = 6$, then $x = 2$. If $y = 9$, then"
ITEMS = "a) Solve $x + y = 3$, $x - y = 1$. Then $x = 2$ and $y = 1$.\n\nb) Solve $x + y = 5$, $x - y = 1$. Then $x = 3$ and"
NOW = "Let $x + y = 3$ and $x - y = 1$. Then $x = 2$ and $y = 1$. Now let $x + y = 7$ and $x - y = 3$. Then $x = 5$ and"
BARE = "(a) $2x + 1 = 5$. Then $2x = 4$ and $x = 2$.\n\n(b) $3x - 1 = 5x$. Then $2x = -1$, so"
KNOWN = "Solve $2a = 4$. We get $a = 2$. Solve $ax = 6$. We get"
MEAN = "Let $X$ be a random variable with $E[X] = 2$. Then $E[3X] = 6$. Now let $E[X] = 5$. Then"
SPREAD = "a) Let $E[X] = 2$ and $\\mathrm{Var}(X) = 3$. Then $E[X^2] = 7$.\n\nb) Let $E[X] = 1$ and $\\mathrm{Var}(X) = 4$. Then"
SAMPLE = "Let $X_1, \\dots, X_n$ be iid with mean $\\mu$ and variance $\\sigma^2$. For $n = 4$ and $\\sigma = 6$ we get"
RANGE = "Let $x \\in [0, 1]$. Then $x^2 \\le x$. Now let $x \\in [1, 2]$. Then"
WIDER = "Let $n \\ge 5$. Then $2^n > n^2$. For $n \\ge 1$ we have"
TRIALS = "Let $X \\sim \\mathrm{Geom}(p)$ count trials until the first success. Then"


def _steps(text):
    return [(s.verdict, FROM_WRONG in s.notes) for s in verify(text, jobs=0, second_reader=False).steps]


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        (TRIPLE, "x = 3", "x = 4"),
        (VALUE, "x = 3", "x = 4"),
        (IF, "x = 3", "x = 4"),
        (ITEMS, "y = 2", "y = 1"),
        (NOW, "y = 2", "y = 1"),
        (BARE, "x = -1/2", "x = 1/2"),
        (KNOWN, "x = 3", "x = 4"),
        (MEAN, "E[3X] = 15", "E[3X] = 6"),
        (SPREAD, "E[X^2] = 5", "E[X^2] = 7"),
        (SAMPLE, r"\mathrm{Var}(\bar X) = 9", r"\mathrm{Var}(\bar X) = 36"),
        (RANGE, r"x^2 \ge x", r"x^2 \le x"),
        (WIDER, "2^n > n", "2^n > n^2"),
        (TRIALS, "E[X] = 1/p", "E[X] = (1-p)/p"),
    ],
)
def test_the_later_problem_is_another_one(text, true, false):
    right, wrong = (_steps(f"{text} ${claim}$.") for claim in (true, false))
    assert right[-1][0] in ("proved", "supported") and wrong[-1][0] == "refuted"
    assert ("refuted", False) not in right


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        ("$x^2 = 3x$. Then $x(x - 3) = 0$, so $x = 3$.", ["given", "proved", "undecided"]),
        ("$\\sqrt{x + 6} = x$. Then $x + 6 = x^2$, hence $x = 3$.", ["given", "proved", "supported"]),
        ("$5x - 3 = 2x + 9$. Then $3x = 12$, hence $x = 4$.", ["given", "proved", "proved"]),
        ("$5x - 3 = 2x + 9$. Then $3x = 12$, hence $x = 3$.", ["undecided", "proved", "refuted"]),
        ("$x^2 - 6x + 9 = (x + 3)^2$, so $x = 3$.", ["refuted", "refuted"]),
        ("$x^2 - 6x + 9 = (x + 3)^2$. Setting $(x + 3)^2 = 0$ gives $x = -3$.", ["refuted", "undecided", "undecided"]),
    ],
)
def test_an_equation_that_is_solved_below_is_no_identity(text, verdicts):
    assert [verdict for verdict, _ in _steps(text)] == verdicts


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("We have $2x = 10$, so $x = 7$. Then $x^2 = 49$.", ("undecided", True)),
        ("We have $2x = 10$, so $x = 7$. Then $x^2 = 50$.", ("refuted", False)),
        ("We have $2x = 10$, so $x = 7$. Now let $x = 3$. Then $x^2 = 9$.", ("proved", False)),
        ("Let $y = x + 1$. Let $2x = 10$. Then $x = 7$. Hence $y = 8$.", ("undecided", True)),
        ("Let $x_1 = 2$. We have $2x = 10$, so $x = 7$. Then $x_1^2 = 4$.", ("proved", False)),
        ("Let $x = (1, 2)^T$. Then $z = 2x = (2, 5)^T$. Hence $z_2 = 5$.", ("undecided", True)),
        ("Let $n = 4$ and $S = n^2$. Then $S = 17$. Hence $n + 1 = 5$.", ("proved", False)),
        ("Let $a = 1$ and $b = 3a$. Doubling $a$ gives $b = 6$.", ("undecided", False)),
        ("Let $a = 1$ and $b = 3a$. Doubling $a$ gives $b = 6$. Here $b = 3$.", ("proved", False)),
        ("Let $x \\in [0, 1]$ and $x \\in [1, 2]$. Then $x^2 = x$.", ("supported", False)),
    ],
)
def test_what_rests_on_a_value_that_is_wrong_or_was_changed_shows_nothing(text, last):
    assert _steps(text)[-1] == last
