"""Numbers that are put into a formula by the head of a sentence, and what several equations leave: each is judged."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged
from tests.tables import for_each

ENERGY = r"Let $E = \frac12 m v^2$. "
DEMAND = "Let $Q = 100 - 2 P$. "
TWO = "We have $x + y = 3$ and $x - y = 1$. Hence $x = 2$ and "


def verdicts(text: str) -> list[str]:
    return [step.verdict for step in judged(text).steps]


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (ENERGY + "For $m = 2$ and $v = 3$, $E = %s$.", "9", "12"),
        (ENERGY + "For $m = 2$ and $v = 3$ we get $E = %s$.", "9", "12"),
        (DEMAND + "At $P = 20$ we have $Q = %s$.", "60", "50"),
        (DEMAND + "For $P = 20$ we have $Q = 50$. For $P = 10$ we have $Q = %s$.", "80", "50"),
        (TWO + "$y = %s$.", "1", "5"),
    ],
)
def test_a_value_in_a_case_is_judged(text: str, right: str, wrong: str) -> None:
    assert verdicts(text.replace("%s", right))[-1] in ("proved", "supported")
    assert verdicts(text.replace("%s", wrong))[-1] == "refuted"


def test_what_is_said_in_a_case_does_not_hold_of_what_comes_after_it() -> None:
    text = ENERGY + r"For $m = 2$ and $v = 3$, $E = 9$. Momentum is $p = m v$ and $E = \frac{p^2}{%s m}$."
    assert verdicts(text.replace("%s", "2"))[-1] == "proved"
    assert verdicts(text.replace("%s", "4"))[-1] == "refuted"


def test_equal_and_at_least_what_was_not_read_leaves_rows() -> None:
    assert verdicts(r"The condition number is $\kappa(A) = \|A\| \|A^{-1}\| \ge \|A A^{-1}\| = 1$.") == ["unread"] * 3


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (r"AM-GM: for $a, b > 0$, $\frac{a+b}{2} %s \sqrt{ab}$.", r"\ge", r"\le"),
        (r"Since $x > 0$, $x + \frac1x \ge %s$.", "2", "3"),
        (r"Let $x_n = \frac{n}{n+1}$. Hence $\lim_{n \to \infty} x_n = %s$.", "1", "2"),
        ("Let $z = 3 x + 5 y$. At $x = 2$ and $y = 6$, $z = %s$.", "36", "30"),
    ],
)
def test_what_stands_behind_a_condition_or_a_name_leaves_a_row(text: str, right: str, wrong: str) -> None:
    assert verdicts(text.replace("%s", right))[-1:] in (["proved"], ["supported"])
    assert verdicts(text.replace("%s", wrong))[-1:] == ["refuted"]


def test_conditions_in_a_list_claim_nothing() -> None:
    assert verdicts(r"Conditions: $x \le 3 x$; data: $y \ge -y$.") == []


def test_a_further_condition_is_no_claim() -> None:
    assert verdicts(r"For $x > 0$, $x^2 \le 2 x$ we have $x > 0$.") in ([], ["proved"])


@for_each(
    [
        (r"Let $f(x) = x^2$ for $x \ge 1$. Then $f(2) = 4$.", "proved"),
        (r"Let $f(x) = x^2$ for $x \ge 1$. Then $f(1) = 1$.", "proved"),
        (r"Let $f(x) = x^2$ for $x \ge 1$. Then $f(0) = 0$.", "unread"),
        (r"For $x > 0$ let $f(x) = \log x$. Then $f(-1) = 0$.", "unread"),
        (r"Let $f(x) = x^2$ if $x \ge 1$ and $f(x) = 1$ otherwise. Then $f(0) = 1$.", "proved"),
    ]
)
def test_a_formula_is_not_used_where_it_was_not_given(text, wanted):
    assert judged(text).steps[-1].verdict == wanted
