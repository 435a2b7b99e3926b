"""Sizes of matrices and vectors that are said in words, and the identity that is written without its size."""

from __future__ import annotations

import pytest

from proofs.language import Identity, Matrices, Var, Vectors
from proofs.marking.verify import verify
from proofs.reading.documents import read_document
from proofs.reading.parts import parts
from proofs.reading.story import Story


def said(text):
    return [
        (member.expressions[0].name, sized.properties)
        for part in parts(read_document(text))
        for sized in part.said.sized
        for member in sized.members
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $A$ be an $n \times n$ matrix.", [("A", ())]),
        (r"Let $A$ and $B$ be real $n \times n$ matrices.", [("A", ()), ("B", ())]),
        (r"For all invertible $n \times n$ matrices $A, B$ and $C$ we have", [(x, ("invertible",)) for x in "ABC"]),
        (r"The $n \times d$ matrix $X$ and the number $s$ are given.", [("X", ())]),
        (r"Let $A$ be an $n \times d$ matrix and $v$ an $n$-dimensional vector.", [("A", ()), ("v", ())]),
        (r"$S$ is a symmetric $n \times n$ positive definite matrix", [("S", ("symmetric", "positive", "definite"))]),
        (r"Let $P$ be $m \times n$ and let $Q$ be $n \times m$ symmetric, with", [("P", ()), ("Q", ("symmetric",))]),
        (r"where $A$ is $n \times n$, $U$ is $n \times k$ and $v$ is small", [("A", ()), ("U", ())]),
        (r"Let $\Sigma$ be a $d \times d$ covariance matrix.", [("Sigma", ())]),
        (r"Let $K$ be a skew-symmetric $n \times n$ matrix.", [("K", ("skew-symmetric",))]),
        (r"Here $A$ was an $n \times n$ matrix.", [("A", ())]),
        (r"Let $A$ be a symmetric or orthogonal $n \times n$ matrix.", []),
        (r"$G$ is an $m \times n$ grid, $H$ is $m \times n$ large", []),
        (r"Let $A$ be a matrix.", []),
        (r"$AB$ is an $n \times n$ matrix", []),
        (r"$A$ is not an $n \times n$ matrix", []),
        (r"Let $A$ be a random $n \times n$ matrix", []),
        (r"The sum of $k$ of the $n \times n$ matrices is", []),
    ],
)
def test_what_words_say(text, expected):
    assert said(text) == expected


def terms(text):
    chains = list(Story(read_document(text)).chains())
    return [node for chain in chains for line in chain.lines if line.sides for node in line.claim.statement.walk()]


def test_the_size_is_that_of_the_words():
    spaces = {t.name: t.space for t in terms(r"Let $A$ be an $n \times d$ matrix, $v$ a $d$-dimensional vector. $$Av = A(v + v) - Av$$")
              if isinstance(t, Var)}  # fmt: skip
    assert isinstance(spaces["A"], Matrices) and spaces["v"] is Vectors(spaces["A"].columns)


ABOUT = r"Let $A$ be an $n \times n$ matrix and $v$ an $n$-dimensional vector. "


@pytest.mark.parametrize(
    ("text", "is_identity"),
    [
        (ABOUT + r"$$(A - \lambda I) v = Av - \lambda v$$", True),
        (ABOUT + r"$$(A - \lambda \mathbf{I}) v = Av - \lambda v$$", True),
        (ABOUT + r"$$A I^{-1} = A$$", False),  # nobody inverts the identity
        (ABOUT + r"Here $I$ is the information matrix. $$A I = A$$", False),
        (ABOUT + r"$$I = A A$$ $$I A = A A A$$", False),
    ],
)
def test_a_matrix_i_that_nothing_else_is_said_of_is_the_identity(text, is_identity):
    assert any(isinstance(t, Identity) for t in terms(text)) == is_identity


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (ABOUT + r"$$(A - \lambda I) v = Av - \lambda v$$", ["proved"]),
        (ABOUT + r"$$(A - \lambda I) v = Av + \lambda v$$", ["refuted"]),
        (r"For invertible $n \times n$ matrices $A$ and $B$, $$(AB)^{-1} = B^{-1} A^{-1}$$", ["proved"]),
        (r"For invertible $n \times n$ matrices $A$ and $B$, $$(AB)^{-1} = A^{-1} B^{-1}$$", ["refuted"]),
        (r"Let $S$ be a symmetric $n \times n$ matrix. $$S^\top = S$$", ["proved"]),
        (r"Let $S$ be a symmetric $n \times n$ matrix. $$S^\top = 2 S$$", ["refuted"]),
        (r"Let $S$ be an $n \times n$ matrix. $$S^\top = S$$", ["refuted"]),
        # of alternatives none is supposed
        (r"Let $S$ be a symmetric or orthogonal $n \times n$ matrix. $$S^\top = S$$", ["undecided"]),
        (r"Let $S$ be an $n \times n$ matrix, and let $S$ be symmetric or zero. $$S^\top = S$$", ["undecided"]),
        (r"For a diagonal or orthogonal matrix $S$ of size $n \times n$, $$S^\top S = I$$", ["undecided"]),
        # what is not read of a kind of matrices refutes nothing, and supposes nothing
        (r"Let $K$ be a skew-symmetric $n \times n$ matrix. $$K^\top = -K$$", ["undecided"]),
        (r"Let $K$ be a skew-symmetric $n \times n$ matrix. $$(K K)^\top = K^\top K^\top$$", ["proved"]),
        (r"Let $K$ be an $n \times n$ involutory matrix. $$K^2 = I_n$$", ["undecided"]),
        (ABOUT + "Then $$\\operatorname{tr}(A) = 2 \\operatorname{tr}(A)$$\nIf $A$ is invertible, more follows.", ["refuted"]),
    ],
)  # fmt: skip
def test_verdicts(text, verdicts):
    report = verify(text, jobs=0, second_reader=False)
    assert [step.verdict for step in report.steps if step.verdict != "given"] == verdicts
