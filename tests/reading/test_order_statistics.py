r"""x_{(i)}, the i-th in order of size, is not x_i: nothing is shown of it, and nothing refuted."""

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
