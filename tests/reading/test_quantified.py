r"""Names that a claim is made of anew: "for all $x$" is said of every x, or of those that were supposed; not said which."""

import pytest

from proofs import verify
from tests.marking.verdicts import judged

LARGE = "Suppose that $x > 2$. "


def verdicts(text: str) -> list[str]:
    return [step.verdict for step in judged(text).steps]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Then $x^2 > 4$ for all $x$.", "undecided"),
        (r"Then $x^2 > 4$ holds for every real number $x$.", "undecided"),
        (r"Then for all $x$, $x^2 > 4$.", "undecided"),
        (r"For any $x \in \mathbb{R}$ we have $$x^2 > 4.$$", "undecided"),
        (r"Then $$x^2 > 4 \quad \text{for all } x.$$", "undecided"),
        (r"Then $$x^2 > 4 \quad \forall x \in \mathbb{R}$$", "undecided"),
        (r"Then $$\begin{aligned} x^2 + 1 &> 5 \\ &= 2 + 3 \quad \forall x \end{aligned}$$", "undecided"),
        (r"Then $x^2 > 4$ for all $x > 0$.", "undecided"),
        (r"Then $x^2 > 4$ for all $x \in (0, 4)$.", "undecided"),
        (r"Then $x^2 > 4$ for all $x > 2$.", "supported"),
        (r"Then $x^2 > 9$ for all $x > 3$.", "supported"),
        (r"Then $x^2 > 4$ for all $y$.", "supported"),
        (r"Then $x^2 > 4$ for $x > 1$.", "supported"),  # of those x > 2
        (r"Then $x^2 \ge 0$ for all $x$.", "proved"),
        (r"Then $x^2 > 9$ for all $x$.", "refuted"),
    ],
)
def test_what_was_supposed_before_does_not_show_what_is_said_for_all(text: str, expected: str) -> None:
    assert verdicts(LARGE + text)[0] == expected


def test_why_it_is_open_is_said() -> None:
    (step,) = verify(f"{LARGE}Then $x^2 > 4$ for all $x$.", jobs=0, second_reader=False).steps
    assert step.notes == ("it holds where $x > 2$, which is not said of it here",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $x = 3$. Then $x^2 = 9$ for all $x$. Then $x + 1 = 4$.", ["given", "undecided", "proved"]),
        (r"Let $x$ be a number with $2x = 6$. Then $x^2 = 9$ for all $x$.", ["given", "undecided"]),
        (r"Let $n \in \mathbb{N}$. Then $n \ge \frac12$ for all $n$.", ["proved"]),
        (r"Let $y = x^2$. Then $y \ge 0$ for all $x$.", ["given", "proved"]),
    ],
)
def test_a_value_is_not_that_of_every_number(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"For all real $x$, $x^2 > x$.", ["refuted"]),
        (r"For all $x \in \mathbb{R}$, we have $x^2 \ge 0$.", ["proved"]),
        (r"Hence for every $x$ and $y$ it holds that $x^2 + y^2 \ge 0$.", ["proved"]),
        (r"For every $x > 1$, $x^2 > x$.", ["supported"]),
        (r"For all real $x$, $x^2 > a$.", []),  # may be what is supposed of a
        (r"For all real $x$, $f(x) > 0$.", []),
        (r"Suppose that for all $x$, $x^2 > x$.", []),
        (r"It is not true that for all real $x$, $x^2 > x$.", []),
    ],
)
def test_an_order_for_all_numbers_is_a_claim(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected
