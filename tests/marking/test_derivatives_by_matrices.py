r"""Derivatives of numbers by matrices, each beside neighbours that are false: a lost transposition, a sign, a factor."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify

from .verdicts import last, verdicts

SQUARE = r"Let $A, B, C \in \mathbb{R}^{n \times n}$ with $A$ invertible, and $a, b \in \mathbb{R}^n$. "
LAYER = r"Let $W \in \mathbb{R}^{m \times n}$, $x \in \mathbb{R}^n$ and $y \in \mathbb{R}^m$. "
DATA = r"Let $X \in \mathbb{R}^{n \times d}$, $W \in \mathbb{R}^{d \times k}$ and $Y \in \mathbb{R}^{n \times k}$. "
DEFINITE = r"Let $\Sigma$ be a symmetric positive definite matrix and $a$, $b$ vectors. "

CASES = [
    (SQUARE + r"$$\nabla_A \log\det A = %s$$", r"A^{-T}", [r"A^{-1}", r"-A^{-T}", r"2 A^{-T}"]),
    (SQUARE + r"$$\frac{\partial}{\partial A} \log |A| = %s$$", r"(A^{-1})^T", [r"A^{-1}", r"A^T"]),
    (SQUARE + r"$$\frac{\partial \log|\det A|}{\partial A} = %s$$", r"(A^\top)^{-1}", [r"A^{-1}"]),
    (SQUARE + r"$$\nabla_A \det A = %s$$", r"\det(A) A^{-T}", [r"\det(A) A^{-1}", r"A^{-T}"]),
    (SQUARE + r"$$\nabla_A \operatorname{tr}(AB) = %s$$", "B^T", ["B", "2 B^T", "A^T"]),
    (SQUARE + r"$$\nabla_A \operatorname{tr}(BAC) = %s$$", "B^T C^T", ["C^T B^T", "C B"]),
    (SQUARE + r"$$\nabla_A \operatorname{tr}(A B A^T C) = %s$$", "C A B + C^T A B^T", ["2 C A B", "C A B + C^T A B"]),
    (SQUARE + r"$$\frac{\partial}{\partial A} \operatorname{tr}(A^T A) = %s$$", "2 A", ["A", "2 A^T"]),
    (SQUARE + r"$$\nabla_A \operatorname{tr}(A^{-1} B) = %s$$", "-(A^{-1} B A^{-1})^T",
     ["-A^{-1} B A^{-1}", "(A^{-1} B A^{-1})^T"]),
    (SQUARE + r"$$\frac{\partial a^T A^{-1} b}{\partial A} = %s$$", "-A^{-T} a b^T A^{-T}",
     ["-A^{-1} a b^T A^{-1}", "-A^{-T} b a^T A^{-T}", "A^{-T} a b^T A^{-T}"]),
    (SQUARE + r"$$\nabla_A \, a^T A b = %s$$", "a b^T", ["b a^T", "2 a b^T"]),
    (SQUARE + r"$$\frac{\partial \operatorname{tr}(AB)}{\partial A_{ij}} = %s$$", "B_{ji}", ["B_{ij}"]),
    (SQUARE + r"$$\frac{\partial}{\partial A} \|A - B\|_F^2 = %s$$", "2 (A - B)", ["2 (B - A)", "A - B"]),
    (LAYER + r"$$\nabla_W \|W x - y\|^2 = %s$$", "2 (W x - y) x^T", ["(W x - y) x^T", "2 (y - W x) x^T"]),
    (LAYER + r"$$\frac{\partial}{\partial W} \left( \|W x - y\|^2 + \lambda \|W\|_F^2 \right) = %s$$",
     r"2 (W x - y) x^T + 2 \lambda W", [r"2 (W x - y) x^T + \lambda W"]),
    (LAYER + r"$$\frac{\partial x^T W^T W x}{\partial W} = %s$$", "2 W x x^T", ["W x x^T"]),
    (DATA + r"$$\frac{\partial}{\partial W} \|X W - Y\|_F^2 = %s$$", "2 X^T (X W - Y)", ["X^T (X W - Y)"]),
    (DATA + r"$$L = \|X W - Y\|_F^2$$ $$\frac{\partial L}{\partial W} = %s$$", "2 X^T X W - 2 X^T Y",
     ["2 X^T X W + 2 X^T Y"]),
    (DEFINITE + r"$$\frac{\partial \log|\Sigma|}{\partial \Sigma} = %s$$", r"\Sigma^{-1}", [r"\Sigma", r"2 \Sigma^{-1}"]),
    (DEFINITE + r"$$\frac{\partial}{\partial \Sigma} a^T \Sigma^{-1} a = %s$$", r"-\Sigma^{-1} a a^T \Sigma^{-1}",
     [r"\Sigma^{-1} a a^T \Sigma^{-1}", r"-\Sigma^{-1} a a^T"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "right", "wrong"), CASES, ids=[case[0].split("$$")[-2] for case in CASES])
def test_a_gradient_is_proved_and_its_neighbours_are_refuted(text, right, wrong):
    assert last(text % right) == "proved" if "_{ij}" not in text else last(text % right) in ("proved", "supported")
    assert [last(text % each) for each in wrong] == ["refuted"] * len(wrong)


def step(text):
    return verify(text, jobs=0, second_reader=False).steps[-1]


def test_a_counterexample_is_a_small_matrix():
    found = step(SQUARE + r"$$\nabla_A \operatorname{tr}(AB) = B$$")
    assert found.counterexample is not None and dict(found.counterexample.assignments)["n"] == "2"
    assert "it holds where derivatives by a matrix are laid out as its transpose" in found.notes


def test_a_document_in_the_numerator_layout_is_neither_passed_nor_refuted():
    text = r"We use the numerator layout. " + SQUARE + r"$$\frac{\partial}{\partial A} \operatorname{tr}(AB) = %s$$"
    for side in ("B", "B^T"):
        found = step(text % side)
        assert found.verdict == "unread" and "numerator layout" in found.notes[0]


def test_what_other_conventions_of_symmetric_matrices_allow_is_left_open():
    text = DEFINITE + r"$$\frac{\partial}{\partial \Sigma} a^T \Sigma^{-1} b = %s$$"
    assert step(text % r"-\Sigma^{-1} a b^T \Sigma^{-1}").verdict == "proved"
    assert "as if they were unrelated" in step(text % r"-\Sigma^{-1} a b^T \Sigma^{-1}").notes[0]
    assert step(text % r"-\Sigma^{-1} b a^T \Sigma^{-1}").verdict == "undecided"
    assert step(text % r"\Sigma^{-1} b a^T \Sigma^{-1}").verdict == "refuted"
    entrywise = (
        r"Let $A \in \mathbb{R}^{2 \times 2}$ be symmetric. $$\frac{\partial}{\partial A} \operatorname{tr}(A B) = %s$$"
    )
    assert step(entrywise.replace("symmetric.", r"symmetric, and $B = \begin{pmatrix} 1 & 3 \\ 3 & 2 \end{pmatrix}$.")
                % r"\begin{pmatrix} 1 & 6 \\ 6 & 2 \end{pmatrix}").verdict == "undecided"  # fmt: skip


GAUSSIAN = (
    r"Let $x_1, \dots, x_n \in \mathbb{R}^d$ be i.i.d. from $\mathcal{N}(\mu, \Sigma)$. "
    r"$$\ell(\mu, \Sigma) = -\frac{n}{2} \log|\Sigma| - \frac12 \sum_{i=1}^n (x_i - \mu)^T \Sigma^{-1} (x_i - \mu)$$"
    r"$$\frac{\partial \ell}{\partial \Sigma} = %s \frac{n}{2} \Sigma^{-1}"
    r" + \frac12 \sum_{i=1}^n \Sigma^{-1} (x_i - \mu)(x_i - \mu)^T \Sigma^{-1}$$"
)


def test_the_gradient_of_a_gaussian_likelihood():
    assert last(GAUSSIAN % "-") == "proved" and last(GAUSSIAN % "") == "refuted"
    precision = (
        r"Let $\Lambda \succ 0$ and $S$ be symmetric $d \times d$ matrices and"
        r" $f(\Lambda) = \log\det\Lambda - \operatorname{tr}(S \Lambda)$. Then $\nabla f(\Lambda) = \Lambda^{-1} %s S$."
    )
    assert last(precision % "-") == "proved" and last(precision % "+") == "refuted"


def test_a_false_gradient_is_no_equation_that_later_lines_may_use():
    text = SQUARE + r"$$\nabla_A \operatorname{tr}(AB) = B$$ $$\nabla_A \operatorname{tr}(A^T B) = B^T$$"
    assert verdicts(text)[-2:] == ["refuted", "refuted"]


@pytest.mark.parametrize(
    "text",
    [
        r"Let $\Lambda \succ 0$. $$\Lambda^T = \Lambda$$",
        r"Let $K$ be a kernel matrix. $$K^T = K$$",
        r"Let $S$ be the sample covariance matrix. $$S^T = S$$",
        r"Let $x \sim \mathcal{N}(\mu, \Sigma)$ in $\mathbb{R}^d$. $$\Sigma^T = \Sigma$$",
    ],
)
def test_what_is_symmetric_by_what_it_is(text):
    assert last(text) == "proved"


def test_a_set_that_is_not_read_keeps_from_refuting():
    assert last(r"Let $\Lambda \in \mathbb{S}^d_{++}$. $$\Lambda^T = \Lambda$$") == "undecided"
    assert last(r"Let $V$ be an $n \times n$ matrix with $V \succeq 0$. $$V = V^T$$") == "proved"
    assert last(r"Let $V$ be an $n \times n$ matrix with $V \succeq 0$. $$\det V = -\det V^T$$") == "undecided"
