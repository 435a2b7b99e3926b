"""What words make of an order behind them: to be met, a constraint, hoped for, sought, said again."""

from __future__ import annotations

import re

from proofs.reading.words import wanting
from proofs.reading.words.prose import FORMULA as F
from proofs.reading.words.prose import sentence
from tests.tables import for_each

KINDS = tuple(kind for kind in wanting.KINDS if kind != "enough")  # which looks at what follows as well

# the words before a formula, and all that they make of it
TABLE = (
    ("We need ", "condition wanted"),
    ("This requires ", "condition wanted"),
    ("We minimise it subject to ", "condition wanted required posed"),
    ("Choose eta such that ", "condition wanted sought"),
    ("This enforces ", "condition wanted"),
    ("The needed size is ", "condition wanted region"),
    ("By the requirement that ", "condition wanted required"),
    (f"The constraint {F} requires ", "condition wanted"),
    ("We must have ", "condition wanted"),
    ("It must be that ", "condition"),
    ("which satisfies ", "condition"),
    ("The condition is ", "condition wanted required region"),
    ("The constraint ", "condition wanted required"),
    ("The restriction becomes ", "wanted required region"),
    ("The condition number is ", "condition region"),
    ("It suffices that ", "wanted hoped"),
    ("it is enough that ", "wanted hoped"),
    ("The series converges if ", "wanted sought"),
    ("We want ", "condition wanted hoped"),
    ("One wants ", "wanted"),
    ("We hope for ", "hoped"),
    ("setting it equal to zero, ", "condition"),
    ("the derivative w.r.t. ", "condition"),
    ("we solve ", "condition wanted solved posed"),
    ("This is solved by ", "condition wanted"),
    ("Rearranging, ", "solved"),
    ("under the constraint that ", "condition wanted required posed"),
    ("Consider the equation ", "posed"),
    (f"Find all {F} with ", "posed"),
    (f"Find {F} for ", "posed"),
    ("Let x and y be numbers with ", "posed"),
    (f"Suppose {F} and ", "posed"),
    ("where c is the largest integer value, such that ", "condition wanted sought"),
    ("there exists a c > 0 such that ", "condition wanted sought"),
    ("Choose n so that ", "sought"),
    ("It holds when ", "sought"),
    ("The decision boundary is given by ", "sought"),
    ("At the decision boundary we have ", "sought"),
    (f"{F}, i.e. ", "again"),
    (f"{F}, that is, when ", "again sought"),
    (f"{F}, which is equivalent to ", "again"),
    (f"{F}, which holds iff ", "again"),
    ("The decision boundary is ", "region"),
    ("The bounds of the interval satisfy the equation ", "condition met_at_places"),
    # what only sounds like it
    ("The density satisfies the equation ", "condition"),
    ("The terms cancel, such that ", "condition wanted"),
    ("The value is known. Hence ", ""),
    (f"We need {F}, so ", "condition"),  # what follows is concluded
    (f"The condition is {F}. Therefore ", ""),
    ("We want to show that ", "condition"),
)


def made(words: str) -> set[str]:
    return {kind for kind in KINDS if getattr(wanting, f"is_{kind}")(words)}


@for_each(TABLE)
def test_what_words_make_of_a_formula(words, makes):
    assert made(words) == set(makes.split())


def test_no_words_stand_in_the_table_without_an_example():
    said = [sentence(words) for words, _ in TABLE]
    for row in wanting.ANYWHERE:
        assert any(re.search(rf"\b({row.words})\b", each) for each in said), row
    for row in wanting.BEFORE:
        assert any(re.search(rf"({row.words})$", each) for each in said), row


def test_what_is_to_be_enough():
    assert wanting.is_enough(f"We need {F}, so ", f" suffices, as {F}.")
    assert wanting.is_enough(f"We need {F}, so we choose ", ".")
    assert not wanting.is_enough(f"It suffices that {F}, so ", f", and {F} suffices.")
