r"""An equation that is supposed, or to be solved, in a display is given; what recalls a known law is judged."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import last


def _first(words: str, equation: str) -> str:
    report = verify(f"{words}\n\n$${equation}$$\n", jobs=0, second_reader=False)
    return [s.verdict for s in report.steps][-1]


@pytest.mark.parametrize(
    ("words", "equation"),
    [
        ("Let $a > 0$ and $x > 0$ with", "3 x = a"),
        ("Let $a > 0$ and $x > 0$ satisfy", "3 x = a"),
        ("Let $a > 0$ and $x > 0$. Assume that", "3 x = a"),
        ("Suppose $a > 0$ and $x > 0$ are related by", "3 x = a"),
        ("For $a > 0$ and $x > 0$ consider the equation", "3 x = a"),
        ("Let $x$ and $y$ be positive numbers such that", "x + y = 1"),
        ("Let $p$ and $q$ be densities. Suppose that", r"\mathrm{KL}(p\|q) = 0"),
        ("Let $X$ and $Y$ be random variables. Assume that", r"\mathrm{Var}(X) = \mathrm{Var}(Y)"),
    ],
)
def test_it_is_given(words, equation):
    assert _first(words, equation) == "given"


@pytest.mark.parametrize(
    ("words", "equation"),
    [
        (r"Let $X \sim \mathrm{Poisson}(\lambda)$ with $\lambda > 0$. Assume that", r"\mathrm{E}[X] = \lambda^2"),
        (r"Let $X \sim \mathrm{Poisson}(\lambda)$ with", r"\mathrm{E}[X] = 2\lambda"),
        (r"Let $a$ and $x$ be numbers with $a > x > 0$.", r"(a + x)^2 = a^2 + x^2"),
        ("Let $a > 0$ and $x > 0$ be numbers. Then", "3 x = a + x^2 + 1"),
        ("Assume that", "1 = 2"),
        ("Let $a > 0$ and $x > 0$. Solving for $x$ gives that", "(a + x)^2 = a^2 + x^2"),
    ],
)
def test_what_is_not_posed_is_judged(words, equation):
    assert _first(words, equation) == "refuted"


def test_what_no_number_can_be_is_not_supposed():
    assert _first("Let $x > 0$ and $y > 0$ be numbers with", "x + y = -1") == "undecided"


def test_what_was_supposed_is_used():
    text = "Let $a > 0$ and $x > 0$ with\n\n$$3 x = a$$\n\nThen\n\n$$x = a/3$$\n\n$$x = a/2$$\n"
    report = verify(text, jobs=0, second_reader=False)
    assert [s.verdict for s in report.steps] == ["given", "proved", "refuted"]


def test_what_numbers_of_a_lemma_satisfy_holds_in_its_proof():
    lemma = r"**Lemma 1.** For $p, q > 1$ with $\frac1p + \frac1q = 1$: $(p - 1)(q - 1) = 1$."
    assert last(lemma + "\n\n" + r"*Proof.* $$\log\left(\frac1p + \frac1q\right) \ge 0.$$") == "proved"
    assert last(lemma + "\n\n" + r"*Proof.* $$\log\left(\frac1p + \frac1q\right) > 0.$$") == "refuted"
