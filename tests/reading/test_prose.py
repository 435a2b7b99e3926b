"""What the words around a formula say about it."""

from __future__ import annotations

import pytest

from proofs.reading.files import numbering
from proofs.reading.words import cases_in_words, claiming, prose


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("We know this. If ", "if "),
        ("Let x be positive; then ", "let x be positive; then "),
        ("Done. So it holds ", "so it holds "),
        ("see e.g. the book ", "see e.g. the book "),
    ],
)
def test_only_the_open_sentence_counts(words, expected):
    assert prose.sentence(words) == expected


@pytest.mark.parametrize("words", ["If ", "When ", "For all ", "In the case ", "they only differ in their means ("])
def test_a_case(words):
    assert cases_in_words.is_case(words)


@pytest.mark.parametrize(
    "words",
    [
        "Show that ",
        "we want to prove ",
        "Verify that ",
        "(ii) Show that ",
        "Exercise 3. Show that ",
        "By using Jensen's inequality, prove that ",
        "Prove, for all t > 0, that ",
        "It remains to show that ",
        "What remains to be shown is that ",
        "Next we prove that ",
        "Claim: ",
        "We claim that ",
    ],
)
def test_to_be_shown(words):
    assert claiming.is_shown(words)


@pytest.mark.parametrize(
    "words",
    [
        "We have ",
        "By Bayes' theorem ",
        "Using Lemma 2 we get ",
        "Theorem 3 gives ",
        "we can finally show that ",
        "It is easy to show that ",
        "which allows us to derive ",
        "To show this, we use ",
        r"Applying this to \eqref{eq:variance-qed}, we obtain ",
        "From this claim we get ",
    ],
)
def test_what_is_said_to_have_been_shown_is_claimed(words):
    assert not claiming.is_shown(words)


@pytest.mark.parametrize("words", ["by Bayes' theorem ", "From this claim we get ", "we can show that "])
def test_what_is_argued_is_not_told_as_a_property(words):
    assert not claiming.is_told(words)


@pytest.mark.parametrize("words", ["It is not symmetric (", "in general ", "Is it true that ? ", "A property: "])
def test_what_is_no_assumption(words):
    assert claiming.is_no_claim(words)
    assert not claiming.is_no_claim("Let ")


@pytest.mark.parametrize("words", ["a) Let", "(b) Compute", "(ii) Show", "3. Find", "(2) Show", "B. Let"])
def test_a_numbered_part(words):
    assert numbering.number_of_part(words)


@pytest.mark.parametrize("words", ["Let a be", "I. Newton wrote", "(see above)", "a value", "2024 was"])
def test_no_numbered_part(words):
    assert not numbering.number_of_part(words)


def test_headings():
    assert numbering.is_statement("Theorem 3 (Gibbs)") and not numbering.is_statement("Exercise 3")


@pytest.mark.parametrize("between", ["", " | ", ", "])
def test_formulas_in_a_row_are_few_for_whoever_looks_for_words(between):
    row = between.join([prose.FORMULA] * 3000)
    assert len(prose.few_in_a_row(f"We have {row} if")) < 100 > len(prose.few_in_a_row(row))
    said = f"if {prose.FORMULA} and {prose.FORMULA}, then {prose.FORMULA}"
    assert prose.few_in_a_row(said) == said and prose.few_in_a_row(f"We have {row} if").startswith("We have")
