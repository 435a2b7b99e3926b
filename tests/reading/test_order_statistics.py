r"""x_{(i)}, the i-th in order of size, is not x_i: of it nothing is shown or refuted but the law that is said of it."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify

DATA = r"Let $x_1, \ldots, x_n$ be numbers."
SAMPLE = r"Let $X_1, \ldots, X_n$ be independent with $X_i \sim \mathrm{Exp}(\lambda)$ for $i = 1, \ldots, n$."
CLAIMS = [
    (DATA, r"\sum_{i=1}^n i \, x_{(i)} = \sum_{i=1}^n i \, x_i"),
    (DATA, r"\sum_{i=1}^n x_{(i)} = 2 \sum_{i=1}^n x_i"),
    (DATA, r"x_{(1)} \leq x_{(2)}"),
    (SAMPLE, r"\mathrm{E}(X_{(1)}) = \frac{1}{\lambda}"),
    (SAMPLE, r"\mathrm{E}(X_{(1)}) = \frac{1}{n \lambda}"),
    (SAMPLE, r"\mathrm{Pr}(X_{(1)} > x) = e^{-n \lambda x}"),
]


@pytest.mark.parametrize(("let", "claim"), CLAIMS, ids=[claim for _, claim in CLAIMS])
def test_an_index_in_brackets_is_no_plain_one(let, claim):
    step = verify(f"{let} Then $${claim}$$", jobs=0, second_reader=False).steps[-1]
    assert step.verdict in ("unread", "undecided"), step


UNIFORM = r"Let $U_1, \dots, U_n$ be iid uniform on $(0,1)$. Then $U_{(k)} \sim %s$."
LAWS = [
    (UNIFORM, r"\mathrm{Beta}(k, n-k+1)", "supported"),
    (UNIFORM, r"\mathrm{Beta}(k, n-k)", "refuted"),
    (UNIFORM, r"\mathrm{Bin}(n, \frac12)", "unread"),
    (f"{SAMPLE} Then $X_{{(1)}} \\sim %s$.", r"\mathrm{Exp}(n\lambda)", "proved"),
    (f"{SAMPLE} Then $X_{{(1)}} \\sim %s$.", r"\mathrm{Exp}(\lambda/n)", "refuted"),
]


@pytest.mark.parametrize(("text", "law", "verdict"), LAWS)
def test_the_law_that_is_said_of_an_order_statistic_is_a_claim(text, law, verdict):
    assert verify(text % law, jobs=0, second_reader=False, brief=True).steps[-1].verdict == verdict
