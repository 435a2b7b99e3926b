r"""The sheet that a class answers, as TOML: what each question asks for, under which assumptions, for how many points.

::

    title = "Exercise sheet 1"                              # title and author are those of a hand-in; optional
    assume = ["n > 1"]                                      # granted to every answer; optional
    conventions = ['p(x) = \mathcal N(x \mid \mu, \sigma^2)']  # what the sheet's own names mean; optional

    [[question]]
    id = "1a"
    goal = ['H(p) = \frac12 \log(2 \pi e \sigma^2)']        # a statement in LaTeX, or several forms of it
    points = 4                                              # to mark answers
    heading = ["Exercise 1 (a)"]                            # what its answer stands under; else the id is looked for
    assume = ["sigma > 0"]                                  # optional, like conventions

    [[question]]
    id = "1b"
    derivation = "gaussian_kl"                              # its result is the goal; see ``derived``
    values = {mu_1 = 3, "sigma_1^2" = 2}
    points = 4
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

from .derived import OF_DERIVATIONS, Derived, derived
from .keys import SheetError, amount, known, word, words

_BETWEEN = r"(?:[._-]|\s?\(|\s(?=\w\)))?"  # 1a is also 1.a, 1 (a) and 1 a)


@dataclass(frozen=True)
class Goal:
    """A statement in LaTeX and what holds where it is read: facts, and what the sheet says its names mean.

    ``told`` is what its names mean in a derivation: it holds where the goal is read, and is granted to no answer.
    """

    statement: str
    assume: tuple[str, ...] = ()
    conventions: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """One question: it is answered where each of its goals is shown, in one of its forms.

    Without ``points`` it is only written.
    """

    id: str
    goals: tuple[tuple[Goal, ...], ...]
    points: Fraction | None = None
    headings: tuple[str, ...] = ()
    derived: tuple[Derived, ...] = ()

    @property
    def heading(self) -> str:
        """What a hand-in writes above the answer."""
        return self.headings[0] if self.headings else f"Question {self.id}"

    def heads(self, title: str) -> int:
        """How well a heading fits the question: the length of what of it was found there, 0 if nothing was."""
        if not self.headings:
            parts = map(re.escape, re.findall(r"\d+|[^\W\d_]+", self.id))
            found = re.search(f"(?<!\\w){_BETWEEN.join(parts)}(?!\\w)", title, re.IGNORECASE)
            return len(self.id) if found else 0
        words = _words(title)
        return max((len(h) for h in map(_words, self.headings) if f" {h} " in f" {words} "), default=0)


def _words(heading: str) -> str:
    """The words and numbers of a heading and a blank between any two, so that Exercise 1 (a) is also exercise 1a."""
    without_article = re.sub(r"\ba\s+(?=\w)", "", heading.casefold())
    return " ".join(re.findall(r"\d+|[^\W\d_]+", without_article))


@dataclass(frozen=True)
class Sheet:
    """The questions of a sheet, and all that it grants to the answers."""

    questions: tuple[Question, ...]
    assume: tuple[str, ...] = ()
    conventions: tuple[str, ...] = ()
    title: str | None = None
    author: str | None = None

    @property
    def granted(self) -> tuple[str, ...]:
        """What is in force where an answer is judged, of all questions: they share a file."""
        goals = [goal for question in self.questions for forms in question.goals for goal in forms]
        meanings = [*self.conventions, *(each for goal in goals for each in goal.conventions)]
        return tuple(dict.fromkeys([*meanings, *self.assume, *(each for goal in goals for each in goal.assume)]))


def read_sheet(path: Path) -> Sheet:
    """The sheet in a file.  Raises ``OSError``, and ``SheetError`` which says where what was expected."""
    from tomllib import TOMLDecodeError, loads

    try:
        data = loads(path.read_text(encoding="utf-8"), parse_float=_exactly)
    except (TOMLDecodeError, UnicodeDecodeError) as error:
        raise SheetError(f"{path}: no TOML: {error}") from error
    try:
        return sheet(data)
    except SheetError as error:
        raise SheetError(f"{path}: {error}") from error


def _exactly(text: str) -> Fraction | float:
    """A decimal is the number that is written."""
    return Fraction(text) if re.search(r"\d", text) else float(text)


def sheet(data: Mapping[str, Any]) -> Sheet:
    """The sheet that a table of TOML describes.  Raises ``SheetError``."""
    known(data, ("question", "assume", "conventions", "title", "author"), "the sheet")
    assume, conventions = words(data, "assume", "the sheet"), words(data, "conventions", "the sheet")
    tables = data.get("question")
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise SheetError("question: expected at least one table [[question]]")
    questions = tuple(_question(table, k, assume, conventions) for k, table in enumerate(tables, 1))
    ids = [question.id for question in questions]
    if twice := next((each for each in ids if ids.count(each) > 1), None):
        raise SheetError(f"two questions have the id {twice!r}")
    return Sheet(questions, assume, conventions, word(data, "title", "the sheet"), word(data, "author", "the sheet"))


def _question(table: Mapping[str, Any], number: int, assume: tuple[str, ...], conventions: tuple[str, ...]) -> Question:
    where = f"question {number}"
    name = table.get("id")
    if not isinstance(name, str) or not name.strip():
        raise SheetError(f"{where}: id: expected a name such as '1a', found {name!r}")
    where = f"{where} ({name})"
    known(table, ("id", "goal", "points", "heading", "assume", "conventions", *OF_DERIVATIONS), where)
    statements = words(table, "goal", where)
    if not statements and "derivation" not in table:
        raise SheetError(f"{where}: goal: expected a statement in LaTeX, or a list of its forms, or a derivation")
    under = (*assume, *words(table, "assume", where)), (*conventions, *words(table, "conventions", where))
    forms = tuple(Goal(statement, *under) for statement in statements)
    points, headings = amount(table, "points", where), words(table, "heading", where)
    return Question(name, (forms,) if forms else (), points, headings, derived(table, where))


def require_points(sheet: Sheet) -> None:
    """Raises ``SheetError`` for a question that says no points, without which nothing is marked."""
    for question in sheet.questions:
        if question.points is None:
            raise SheetError(f"question {question.id!r}: points: expected a number, to mark answers, found none")
