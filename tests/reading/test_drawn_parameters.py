"""A law whose parameter is random is one given that: of what mean is meant the page does not say, and none is judged."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged


def last(text: str) -> str:
    return judged(text).steps[-1].verdict


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            r"Let $X \sim U(0, 1)$. Given $X = x$, let $Y \sim U(0, x)$.",
            ("E[Y] = 1/4", "E[Y] = 1/2", r"P(Y \le 1) = 1"),
        ),
        (r"Let $\mu \sim N(0, 1)$ and, given $\mu$, $X \sim N(\mu, 1)$.", ("E[X] = 0", r"\operatorname{Var}(X) = 1")),
    ],
)
def test_what_is_given_something_random_is_not_judged(text: str, claims: tuple[str, ...]) -> None:
    assert {last(f"{text} Then ${claim}$.") for claim in claims} == {"unread"}


def test_another_letter_is_no_parameter() -> None:
    assert last(r"Let $X \sim \mathrm{Bin}(n, p)$ and $N \sim \mathrm{Poisson}(3)$. Then $E[X] = n p$.") == "proved"
