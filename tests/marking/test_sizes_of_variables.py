r"""P(|X| < c), the probability that a random variable of a known law is small, or large."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import judged


@pytest.mark.parametrize(
    ("law", "right", "wrong"),
    [
        (r"U(-1, 1)", r"P(|X| \le \frac12) = \frac12", r"P(|X| \le \frac12) = \frac34"),
        (r"U(-1, 1)", r"P(|X| > \frac14) = \frac34", r"P(|X| > \frac14) = \frac14"),
        (r"\text{Exp}(1)", r"P(|X| \ge 2) = e^{-2}", r"P(|X| \ge 2) = 1 - e^{-2}"),
        (r"\text{Bin}(3, \frac12)", r"\mathbb{P}(|X| < 1) = \frac18", r"\mathbb{P}(|X| \le 1) = \frac18"),
    ],
)
def test_events_of_the_size_of_a_variable(law, right, wrong):
    def last(claim: str) -> str:
        return judged(rf"Let $X \sim {law}$. Then $$ {claim} $$").steps[-1].verdict

    assert last(right) in ("proved", "supported")
    assert last(wrong) == "refuted"


def test_what_a_sentence_of_formulas_says_is_a_row_even_if_it_is_not_read():
    text = r"Let $X$ be something. $P(X^2 > 1) = P(|X| > 1)$. We write $P(X^2 > 4) = a$ for short."
    assert [step.verdict for step in judged(text).steps] == ["unread"]


@pytest.mark.parametrize(
    ("given", "claim", "wanted"),
    [
        (r"$0 \le X \le 1$", r"\mathrm{Var}(X) \le \frac15", "refuted"),
        (r"$0 \le X \le 1$", r"\mathrm{Var}(X) \le \frac14", "supported"),
        (r"$0 \le X \le 1$", r"P(X \le \frac12) \ge \frac12", "refuted"),
        (r"$|X| \le 1$", r"E[X] \le \frac12", "refuted"),
        (r"$0 \le X \le 1$ and mean $\frac14$", r"E[X] \le \frac12", "undecided"),
    ],
)
def test_a_mean_of_a_variable_that_lies_between_numbers_is_compared_with_a_number(given, claim, wanted):
    text = f"Let $X$ be a random variable with {given}. Then ${claim}$."
    assert [s.verdict for s in verify(text, jobs=0, second_reader=False, brief=True).steps][-1] == wanted
