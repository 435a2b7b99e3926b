"""Solutions that a sentence names are put into the equation, and members of a recursion are made from the first ones."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

SYSTEM = r"Let $A = \begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}$ and $b = (3, 3)^T$. "


def last(text: str) -> str:
    return judged(text).steps[-1].verdict


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("The solutions of $x^2 - 5 x + 6 = 0$ are $x_1 = 2$ and $x_2 = %s$.", "3", "4"),
        (
            "We have $$x^2 - 5x + 6 = (x - 2)(x - 3),$$ so $x_1 = 2$ and $x_2 = %s$.",
            "3",
            "4",
        ),  # the identity says nothing
        ("The solution of $x^2 - 5 x + 6 = 0$ is $x = 2$ or $x = %s$.", "3", "1"),
        ("The equation $x^2 = 4$ has the solutions $x = 2$ and $x = %s$.", "-2", "-3"),
        ("The roots of $p(x) = x^2 - 1$ are $x_1 = 1$ and $x_2 = %s$.", "-1", "-2"),
        (SYSTEM + "The solution of $A x = b$ is $x = %s$.", "(1, 1)^T", "(1, 2)^T"),
        (SYSTEM + "We solve $A x = b$, so $x = %s$.", "(1, 1)^T", "(1, 2)^T"),
        (SYSTEM + "From $(A - 3I)v_1 = 0$ we get $v_1 = %s$.", "(1, 1)^T", "(1, -1)^T"),
        (
            SYSTEM + r"Then $$p(t) = \det(A - tI) = (2 - t)^2 - 1 = t^2 - 4t + 3,$$ so $t_1 = 1$ and $t_2 = %s$.",
            "3",
            "7",
        ),
        (SYSTEM + r"Then $p(t) = \det(A - tI) = (2 - t)^2 - 1$. The eigenvalues are $t_1 = %s$.", "1", "2"),
        ("Let $a_{n+2} = a_{n+1} + a_n$ with $a_0 = 0$, $a_1 = 1$. Then $a_{10} = %s$.", "55", "56"),
        ("Let $x_{n+1} = 2 x_n + 1$ and $x_0 = 1$. Then $x_4 = %s$.", "31", "32"),
    ],
)
def test_what_solves_an_equation_and_what_does_not(text: str, right: str, wrong: str) -> None:
    assert last(text.replace("%s", right)) == "proved"
    assert last(text.replace("%s", wrong)) == "refuted"


def test_of_an_equation_that_is_not_read_it_is_not_given() -> None:
    assert last("The solution of $y' = -2 y$ is $y(t) = 3 e^{2 t}$.") == "undecided"


@pytest.mark.parametrize(
    "text",
    [
        r"Let $f(x) = x^2$. The area under $f$ from $0$ to $1$ is $A = \frac12$.",
        r"Let $X \sim \mathrm{Bin}(10, 0.3)$. The probability of at least one success is $p = 0.5$.",
    ],
)
def test_a_number_that_words_call_something_of_what_is_known_is_not_given(text: str) -> None:
    assert last(text) == "unread"
