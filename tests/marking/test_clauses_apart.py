"""Sentences of several clauses, each with its own condition: every claim leaves a row, under its condition only."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (r"For $x \ge 0$ we have $|x| = x$, and for $x < 0$ we have $|x| = -x$.", "++"),
        (r"For $x \ge 0$ we have $|x| = x$, and for $x < 0$ we have $|x| = x$.", "+-"),
        (r"If $x = 2$, then $x^2 = 4$; if $x = 3$, then $x^2 = 8$.", "+-"),
        (r"For $n \ge 1$, we have $2^n \ge 2$, and for $n \ge 2$, we have $2^n \ge 5$.", "+-"),
        (r"It follows that $x \le y$ implies $-x \ge -y$.", "+"),
        (r"Here $x^2 > 1$ implies $x > 1$.", "undecided"),
        (r"$x^2 > 4$ if $x > 2$.", "+"),
        (r"$x^2 > 5$ if $x > 2$.", "-"),
        (r"We see that $x^2 > 4$ when $x > 2$ and $x^2 < 5$ when $0 < x < 2$.", "++"),
        (r"We see that $x^2 > 4$ when $x > 2$ and $x^2 < 1$ when $0 < x < 2$.", "+-"),
        (r"For $x > 2$, $x^2 > 4$ and $x^3 > 9$.", "+-"),
        (r"For $x \ne 0$, $x^2 > 0$ and $x^4 > 0$.", "++"),
        (r"Setting the derivative $2x - 4$ equal to zero gives $x = 2$.", "?+"),
        (r"Setting the derivative $2x - 4$ to zero gives $x = 3$.", "?-"),
    ],
)
def test_every_clause_is_judged_under_its_condition(text, wanted):
    signs = {"proved": "+", "supported": "+", "refuted": "-", "given": "?"}
    assert "".join(signs.get(verdict, verdict) for verdict in verdicts(text)) == wanted


def test_a_list_of_conditions_stays_one():
    assert verdicts(r"For $a > 0$, $b > 0$ and $c > 0$, $$a b c > 0$$")[-1] == "proved"
    assert verdicts(r"For $a > 0$ and $b > 0$, $$a b > 0$$")[-1] == "proved"


def test_a_function_by_cases_stays_one():
    text = r"Let $f(x) = x$ for $x \ge 0$ and $f(x) = -x$ for $x < 0$. $$f(-2) = 2$$"
    assert verdicts(text)[-1] != "refuted"


def test_a_weaker_bound_is_that_of_another_case():
    assert verdicts(r"For $x > 2$, $x^2 > 4$. For $x > 1$, $x^2 > 4$.") == ["supported", "refuted"]
