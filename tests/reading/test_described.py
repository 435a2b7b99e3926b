r"""Properties that words say of numbers and are not read: what is centred is not any data, and nothing is refuted of it."""

import pytest

from tests.marking.verdicts import judged

SQUARES = r"Then $$\sum_{i=1}^n (x_i - m)^2 = \sum_{i=1}^n x_i^2 + n m^2$$"
PYTHAGORAS = "Then $$(a + b)^2 = a^2 + b^2.$$"


def last(text: str) -> str:
    return judged(text).steps[-1].verdict


@pytest.mark.parametrize(
    "text",
    [
        rf"Let $x_1, \dots, x_n \in \mathbb{{R}}$ be centred. {SQUARES}",
        rf"The numbers $x_1, \dots, x_n$ are assumed to be centered. {SQUARES}",
        rf"Let $x_1, \dots, x_n$ be centred data. {SQUARES}",
        rf"Assume that the data are centred. {SQUARES}",
        rf"Consider standardised data $x_1, \dots, x_n$. {SQUARES}",
        rf"Let $x \in \mathbb{{R}}^n$ be centred. {SQUARES}",
        rf"Let $a$ and $b$ be orthogonal. {PYTHAGORAS}",
        rf"Let $a$ and $b$ be two coprime integers. {PYTHAGORAS}",
        r"Let $x \in \mathbb{R}^n$ be normalised. Then $$2 x^T x = x^T x + 1$$",
        r"Let $a$ and $b$ be distinct real numbers. Then $$(a - b)^2 > 0.$$",
        r"For distinct numbers $a$ and $b$, we have $$(a - b)^2 > 0.$$",
        r"Let $p$ be a probability. Then $$p^2 \le p.$$",
        r"Let $p$ denote a prime. Then $$p \ge 2.$$",
        r"Let $a$ and $b$ denote distinct real numbers. Then $$(a - b)^2 > 0.$$",
    ],
)
def test_what_has_a_property_that_is_not_read_refutes_nothing(text: str) -> None:
    assert last(text) == "undecided"


@pytest.mark.parametrize(
    "text",
    [
        rf"Let $x_1, \dots, x_n \in \mathbb{{R}}$ be numbers. {SQUARES}",
        rf"This holds even for $a > 3$. {PYTHAGORAS}",
        rf"Let $x$ and $y$ be orthogonal, and $a$ and $b$ any numbers. {PYTHAGORAS}",
        r"The data $x_1, \dots, x_n$ have unit variance. Then $$\sum_{i=1}^n (x_i + 1) = \sum_{i=1}^n x_i$$",
        r"Let $p$ be the probability of the data $y$. Then $$(p + 1)^2 = p^2 + 1.$$",
    ],
)
def test_what_has_none_does(text: str) -> None:
    assert last(text) == "refuted"


def test_what_is_true_of_all_numbers_is_proved_of_those_too() -> None:
    assert last(r"Let $a$ and $b$ be distinct. Then $$(a - b)^2 = a^2 - 2 a b + b^2.$$") == "proved"


RAYLEIGH = r"Then $$x^\top A x \le L \|x\|^2$$"


@pytest.mark.parametrize(
    "told",
    [
        r"Let $A$ be a symmetric matrix with largest eigenvalue $L$.",
        r"Let $L$ be the largest eigenvalue of the symmetric matrix $A$.",
        r"Let $A$ be a symmetric matrix with eigenvalues $\lambda_1, \dots, \lambda_d$ and $L = \max_i \lambda_i$.",
    ],
)
def test_an_eigenvalue_is_not_any_number(told):
    assert last(f"{told} {RAYLEIGH}") == "undecided"


def test_a_number_that_is_no_eigenvalue_is_any_number():
    assert last(rf"Let $A$ be a symmetric matrix and $L$ a number. {RAYLEIGH}") == "refuted"
