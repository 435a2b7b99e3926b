"""The sheet of questions: what it may say, and what is said of anything else."""

from fractions import Fraction

import pytest

from proofs.marking.derived import Derived
from proofs.marking.keys import SheetError
from proofs.marking.sheet import Question, read_sheet, require_points, sheet

ONE = {"id": "1a", "goal": "x = y", "points": 4}
MADE = {"id": "1b", "derivation": "gaussian_kl"}

TEXT = r"""
assume = "n > 1"
conventions = ['p(x) = \mathcal N(x \mid \mu, \sigma^2)']

[[question]]
id = "1a"
heading = "Exercise 1 (a)"
goal = ['H(p) = \frac12 \log(2 \pi e \sigma^2)', 'H(p) = \log \sigma + \frac12 \log(2 \pi e)']
assume = ["sigma > 0"]
points = 2.5

[[question]]
id = "1b"
goal = '1 = 1'
points = 0
"""


def test_a_sheet_is_read(tmp_path):
    file = tmp_path / "sheet.toml"
    file.write_text(TEXT)
    read = read_sheet(file)
    first, second = read.questions
    assert (first.id, first.points, first.headings) == ("1a", Fraction(5, 2), ("Exercise 1 (a)",))
    (forms,), ((other,),) = first.goals, second.goals
    assert [goal.statement[:4] for goal in forms] == ["H(p)", "H(p)"]
    assert forms[1].assume == ("n > 1", "sigma > 0") and forms[0].conventions == read.conventions
    assert other.assume == ("n > 1",) and second.points == 0
    assert read.granted == (r"p(x) = \mathcal N(x \mid \mu, \sigma^2)", "n > 1", "sigma > 0")


@pytest.mark.parametrize(
    "data, says",
    [
        ({}, "expected at least one table"),
        ({"question": []}, "expected at least one table"),
        ({"question": ONE}, "expected at least one table"),
        ({"question": ["x"]}, "expected at least one table"),
        (
            {"question": [ONE], "goals": 1},
            "the sheet: unknown key 'goals'; the keys are: assume, author, conventions, question, title",
        ),
        ({"question": [ONE], "assume": 1}, "the sheet: assume: expected a text or a list of texts, found 1"),
        ({"question": [ONE, ONE]}, "two questions have the id '1a'"),
        ({"question": [ONE, {}]}, "question 2: id: expected a name"),
        ({"question": [ONE | {"id": " "}]}, "question 1: id: expected a name"),
        ({"question": [ONE | {"goals": "x"}]}, "question 1 (1a): unknown key 'goals'"),
        ({"question": [ONE | {"goal": []}]}, "question 1 (1a): goal: expected a statement"),
        ({"question": [ONE | {"goal": ["x", 1]}]}, "question 1 (1a): goal: expected a text or a list of texts"),
        ({"question": [ONE | {"goal": ""}]}, "question 1 (1a): goal: expected a text"),
        ({"question": [ONE | {"points": -1}]}, "points: expected a number that is not negative, found -1"),
        ({"question": [ONE | {"points": "4"}]}, "points: expected a number that is not negative, found '4'"),
        ({"question": [ONE | {"points": True}]}, "points: expected a number"),
        ({"question": [ONE | {"points": float("nan")}]}, "points: expected a number"),
        ({"question": [ONE | {"notation": {"p": "q"}}]}, "notation: expected the derivation that it is about"),
        ({"question": [MADE | {"derivation": 1}]}, "derivation: expected a name, or a table with one, found 1"),
        ({"question": [MADE | {"derivation": [{}]}]}, "derivation: name: expected that of a derivation, found {}"),
        ({"question": [MADE | {"derivation": {"name": "a", "points": 1}}]}, "derivation: unknown key 'points'"),
        ({"question": [MADE | {"shows": "x", "derivation": ["a", "b"]}]}, "shows: expected one derivation, found 2"),
        ({"question": [MADE | {"from": "x", "derivation": ["a", "b"]}]}, "from: expected one derivation, found 2"),
        ({"question": [MADE | {"shows": 1}]}, "shows: expected a text, found 1"),
        ({"question": [MADE | {"picture": "no"}]}, "picture: expected true or false, found 'no'"),
        ({"question": [MADE | {"notation": {"p": 1}}]}, "notation: p: expected a name or LaTeX, found 1"),
        ({"question": [MADE | {"values": {"x": []}}]}, "values: x: expected a number, a text such as"),
        ({"question": [MADE | {"values": {"A": [[1, 2], [3]]}}]}, "values: A: expected a number, a text such as"),
        ({"question": [MADE | {"values": {"A": [1, [2]]}}]}, "values: A: expected a number, a text such as"),
    ],
)
def test_what_a_sheet_may_not_say(data, says):
    with pytest.raises(SheetError) as error:
        sheet(data)
    assert says in str(error.value)


@pytest.mark.parametrize("text", ["a =", b"\xff\xfe"])
def test_what_is_no_toml(tmp_path, text):
    file = tmp_path / "sheet.toml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(SheetError, match=r"sheet\.toml: no TOML"):
        read_sheet(file)


@pytest.mark.parametrize(
    "name, title, fits",
    [
        ("1a", "1a", True), ("1a", "Exercise 1 (a)", True), ("1a", "1.a The entropy", True), ("1a", "Task 1 A)", True),
        ("1a", "1. A Gaussian", False), ("1a", "11a", False), ("1a", "1ab", False), ("1a", "Exercise 1 (b)", False),
        ("1", "Exercise 1 (a)", True), ("1", "Exercise 11", False), ("KL", "The KL divergence", True),
        ("2.1", "Problem 2.1: entropy", True), ("2.1", "Problem 12.1", False),
    ],
)  # fmt: skip
def test_a_heading_is_found_by_the_id(name, title, fits):
    assert bool(Question(name, (), Fraction(1)).heads(title)) is fits


def test_a_heading_is_found_by_its_words():
    question = Question("1a", (), Fraction(1), ("kl divergence", "Exercise 1"))
    assert question.heads("The  KL\nDivergence of p") == len("kl divergence") > question.heads("exercise 1") > 0
    assert question.heads("1a") == 0


def test_a_question_may_name_derivations_instead_of_a_goal(tmp_path):
    file = tmp_path / "sheet.toml"
    file.write_text(
        """
        title = "Sheet"
        [[question]]
        id = "1a"
        derivation = "gaussian_kl"
        notation = { p = "q" }
        values = { mu_1 = 0.1, x = [1, "sqrt(2)"] }
        from = "linearity"
        points = 1
        """
    )
    read = read_sheet(file)
    (question,) = read.questions
    assert (read.title, read.author, question.goals, question.heading) == ("Sheet", None, (), "Question 1a")
    assert question.derived == (
        Derived("gaussian_kl", (("p", "q"),), (("mu_1", Fraction(1, 10)), ("x", (1, "sqrt(2)"))), "linearity"),
    )


def test_what_is_said_of_one_derivation_stands_with_its_name():
    table = {
        "id": "1",
        "derivation": ["a", {"name": "b", "shows": "It is"}, {"name": "c", "notation": {"p": "r"}}],
        "notation": {"p": "q"},
        "values": {"A": [[1, 2], [3, 4]]},
    }
    (question,) = sheet({"question": [table]}).questions
    common = {"notation": (("p", "q"),), "values": (("A", ((1, 2), (3, 4))),)}
    assert question.derived == (
        Derived("a", **common, shared=True),
        Derived("b", **common, shows="It is", shared=True),
        Derived("c", **common | {"notation": (("p", "r"),)}),
    )


def test_points_are_needed_to_mark_and_not_to_write():
    read = sheet({"question": [ONE, MADE]})
    assert [question.points for question in read.questions] == [4, None]
    with pytest.raises(SheetError, match="question '1b': points: expected a number, to mark answers"):
        require_points(read)
