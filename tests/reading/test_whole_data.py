r"""All of the data behind a bar, x_1, \dots, x_n, x_{1:n}, D; and clauses that tell of which parameters data have a law."""

from __future__ import annotations

import pytest

from proofs.reading.documents import read_document
from proofs.reading.grammar.parser import parse_row
from proofs.reading.laws.whole_data import given_said, is_list
from proofs.reading.parts import parts
from proofs.reading.syntax import Bracket, Dots


def test_the_commas_of_a_list_behind_a_bar_do_not_end_the_statement():
    row = given_said(parse_row(r"\theta \mid x_1, \dots, x_n \sim \mathrm{Beta}(a, b)"))
    (statement,) = row.statements
    whole = statement.expressions[0]
    assert isinstance(whole, Bracket) and whole.given is not None
    assert len(whole.given) == 3 and isinstance(whole.given[1], Dots)


@pytest.mark.parametrize(
    "text", [r"x_1, \dots, x_n \sim \mathrm{Beta}(a, b)", r"\theta \mid x_1, \dots, y_n \sim \mathrm{Beta}(a, b)"]
)
def test_other_rows_are_left_as_they_are(text):
    row = parse_row(text)
    assert given_said(row) == row


def test_a_range_shows_that_a_list_is_meant():
    def given(text):
        return parse_row(text).statements[0].expressions[0].factors[1].given[0]

    assert is_list(given(r"p(\theta | x_{1:n})")) and not is_list(given(r"p(\theta | x_n)"))


TOLD = [
    r"Let $x_1, \dots, x_n$ be i.i.d. $\mathcal N(\mu, \sigma^2)$ with $\sigma^2$ known.",
    r"Let $x_1, \dots, x_n$ be i.i.d. $\mathcal N(\mu, \sigma^2)$ with known $\sigma^2$.",
    r"Let $x_1, \dots, x_n$ be i.i.d. samples from $\mathcal N(\mu, \sigma^2)$ with both parameters unknown.",
    r"Let $x_1, \dots, x_n$ be i.i.d. $\mathrm{Gamma}(a, b)$ with shape $a$ and rate $b$.",
    r"Let $x_1, \dots, x_n$ be iid Exponential($r$).",
    r"Let $x_1, \dots, x_n$ be independent $\mathrm{Poisson}(r)$ given $r$.",
    r"Let $x_1, \dots, x_n$ be i.i.d. Bernoulli($r$) with prior $r \sim \mathrm{Beta}(1, 1)$.",
    r"We observe independent data $x_1, \dots, x_n$ from a $\mathcal N(\mu, 1)$ distribution.",
    r"We are given $n$ independent observations $x_1, \dots, x_n$ of a Poisson random variable with mean $r$.",
    r"Given i.i.d. samples $x_1, \dots, x_n$ drawn from $\mathcal N(\mu, 1)$, the log-likelihood is simple.",
]
NOT_TOLD = [
    r"Let $x_1, \dots, x_n$ be i.i.d. $\mathrm{Gamma}(a, b)$ with rate $c$.",
    r"Let $x_1, \dots, x_n$ be i.i.d. $\mathcal N(\mu, \sigma^2)$ truncated at $0$.",
    r"We observe the density $f$ of a normal distribution with mean $0$ and variance $1$.",
    r"We observe independent data $x_1, \dots, x_n$ from a skewed $\mathcal N(\mu, 1)$ distribution.",
]


@pytest.mark.parametrize("text", TOLD)
def test_a_clause_tells_the_law_of_the_data(text):
    assert _laws(text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_a_clause_that_says_another_thing_tells_none(text):
    assert not _laws(text)


def _laws(text):
    return [
        s for part in parts(read_document(text, kind="markdown")) for told in part.said.laws for s in told.statements
    ]
