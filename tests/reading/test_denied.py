r"""What is denied, doubted or asked is no hypothesis, and what was supposed ends where its words say so.

Each text makes a false step, or one that nothing said supports: it must not pass.  Its true neighbour must.
"""

from __future__ import annotations

import pytest

from proofs import verify
from tests.marking.verdicts import judged

ROOT = r"Then $\sqrt{x^2} = x$."
SQUARE = r"So $x^2 = 4$."
TWO = r"Let $X \sim \mathcal{N}(0, 1)$, $Y \sim \mathcal{N}(0, 1)$"
VARIANCE = r"Then $\operatorname{Var}(X + Y) = 2$."


def last(text):
    return judged(text).steps[-1].verdict


@pytest.mark.parametrize(
    "text",
    [
        rf"Is $x > 0$? {ROOT}",
        rf"Why is $x > 0$? {ROOT}",
        rf"Here $x > 0$ need not hold. {ROOT}",
        rf"Here $x > 0$ may fail. {ROOT}",
        rf"We know that $x \ge 0$ is false. {ROOT}",
        rf"We do not assume that $x > 0$. {ROOT}",
        rf"It is not true that $x = 2$. {SQUARE}",
        rf"It is wrong to say that $x = 2$. {SQUARE}",
        rf"It is not the case that $x = 2$. {SQUARE}",
        rf"There is no reason to believe that $x = 2$. {SQUARE}",
        rf"The value $x = 2$ is impossible. {SQUARE}",
        rf"As often claimed, $x = 2$ does not hold. {SQUARE}",
        rf"Neither $x = 2$ nor $y = 3$. {SQUARE}",
        rf"Does $x = 2$? {SQUARE}",
        rf"Let us check whether $x = 2$. {SQUARE}",
        rf"We test if $x = 2$. {SQUARE}",
        r"The sum diverges unless $x = 2$. So $x + 1 = 3$.",
        r"Assume for contradiction that $x = 2$. Then $x + 1 = 3$, a contradiction. Hence $x \ne 2$. So $x + 1 = 3$.",
    ],
)
def test_nothing_follows_from_what_is_denied_or_asked(text):
    assert last(text) in ("undecided", "refuted")


@pytest.mark.parametrize(
    "text",
    [
        rf"We know that $x > 0$. {ROOT}",
        rf"There is no doubt here: let $x > 0$. {ROOT}",
        r"Let $x = 2$. Is this all? So $x^2 = 4$.",
        r"If $x = 2$, what is its square? Then $x^2 = 4$.",
    ],
)
def test_what_is_said_still_holds(text):
    assert last(text) == "proved"


@pytest.mark.parametrize("words", ["Is it true that $$x + 1 = x$$?", "It is not true that $$x + 1 = x.$$"])
def test_a_display_that_is_denied_or_asked_is_no_claim(words):
    assert last(words) == "given"


def test_an_absurdity_is_no_slip():
    assert not verify("Suppose $x = 2$. Then $1 = 0$, a contradiction.", jobs=0, second_reader=False).steps


@pytest.mark.parametrize(
    "said",
    [
        f"{TWO}, not necessarily independent.",
        f"{TWO}. $X$ and $Y$ need not be independent.",
        f"{TWO}. We cannot assume that $X$ and $Y$ are independent.",
        f"{TWO}. If $X$ and $Y$ were independent, all would be easy.",
        f"Are $X$ and $Y$ independent? {TWO}.",
    ],
)
def test_independence_that_is_denied_or_asked(said):
    assert last(f"{said} {VARIANCE}") == "unread"
    assert last(f"{TWO}. $X$ and $Y$ are independent. {VARIANCE}") in ("proved", "supported")


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Let $x = 2$. Then $x^2 = 4$. Now let $x = 3$. Then $x^2 = 4$.", "refuted"),
        ("Let $x = 2$. Then $x^2 = 4$. Now let $x = 3$. Then $x^2 = 9$.", "proved"),
        ("Let $f(x) = x^2$. Then $f(2) = 4$. Let $f(x) = x^3$. Then $f(2) = 4$.", "refuted"),
        ("Let $f(x) = x^2$. Then $f(2) = 4$. Let $f(x) = x^3$. Then $f(2) = 8$.", "proved"),
        ("Case 1: $x > 0$. Then $|x| = x$. Case 2: $x < 0$. Then $|x| = x$.", "refuted"),
        ("Case 1: $x > 0$. Then $|x| = x$. Case 2: $x < 0$. Then $|x| = -x$.", "proved"),
        ("If $x > 0$ then $|x| = x$. In general, $|x| = x$.", "undecided"),
        (rf"Suppose first $x > 0$. {ROOT} Now suppose $x < 0$. {ROOT}", "refuted"),
        ("Now suppose that $2 a > b + 1$. Then $4 a > 2 b + 2$.", "proved"),
        ("We now assume that $2 a > b + 1$. Then $4 a > 2 b + 2$.", "proved"),
        ("Next, suppose that $2 a > b + 1$. Then $4 a > 2 b + 3$.", "refuted"),
        ("Suppose that $2 a < b$. Then $4 a < 2 b$. Now suppose that $2 a > b$. Then $4 a > 2 b$.", "proved"),
        (r"Let $x > 0$. Then $|x| = x$. Now let $x \in \mathbb{R}$. Then $|x| = x$.", "undecided"),
        ("Let $x > 0$. Then $|x| = x$. Now let $x$ be a real number. Then $|x| = x$.", "undecided"),
        (r"Assume $\theta = 1$. Then $\theta^2 = 2$.", "refuted"),
        (r"Assume $\theta = 1$. Then $\theta = 2$.", "refuted"),
        (r"Assume $\theta = 1$. Then $\theta^2 = 1$.", "proved"),
    ],
)
def test_a_name_that_is_given_another_meaning(text, verdict):
    assert last(text) == verdict


def test_that_something_else_is_let_is_no_slip():
    verdicts = [s.verdict for s in verify("Let $x = 2$. Now let $x = 3$. Let $y^2 = y$.", jobs=0).steps]
    assert verdicts == ["given", "given", "given"]


def test_what_is_wrong_is_not_true_because_it_was_written_before():
    report = verify("We have $2 + 2 = 4 + 1 = 5$. Therefore $2 + 2 = 5$.", jobs=0, second_reader=False)
    assert [step.verdict for step in report.steps] == ["refuted", "proved", "undecided"]


@pytest.mark.parametrize(
    ("decimal", "verdict"), [("3.14", "supported"), ("3.15", "undecided"), ("3.141", "supported"), ("3.16", "refuted")]
)
def test_about_is_rounded_or_cut(decimal, verdict):
    assert last(rf"We get $\pi \approx {decimal}$.") == verdict


def test_a_closed_formula_that_is_zero_is_no_condition():
    assert last(r"Note $\lim_{x \to 0} \frac{\sin x}{x} = 0$.") == "refuted"


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (r"Define $Z = \int e^{-x^2} \, dx$ and $Z = 1$.", ["given", "refuted"]),
        (r"Let $f(x) = \int_0^x f(t) \, dt$.", ["given"]),
    ],
)
def test_what_a_sentence_lets_be(text, verdicts):
    assert [step.verdict for step in judged(text).steps] == verdicts


def test_a_sentence_that_begins_with_a_formula_lets_nothing_be():
    data = r"Let $x_1, \dots, x_n$ be data with $\bar x = \frac1n \sum_{i=1}^n x_i$."
    assert last(rf"{data} $\sum_{{i=1}}^n x_i = 2 n \bar x$.") != "given"
    assert last(rf"{data} Then $\sum_{{i=1}}^n x_i = 2 n \bar x$.") == "refuted"
