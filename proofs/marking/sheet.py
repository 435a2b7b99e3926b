r"""The sheet that a class answers, as TOML: what each question asks for, under which assumptions, for how many points.

::

    assume = ["n > 1"]                                      # granted to every answer; optional
    conventions = ['p(x) = \mathcal N(x \mid \mu, \sigma^2)']  # what the sheet's own names mean; optional

    [[question]]
    id = "1a"
    goal = ['H(p) = \frac12 \log(2 \pi e \sigma^2)']        # a statement in LaTeX, or several forms of it
    points = 4
    heading = ["Exercise 1 (a)"]                            # what its answer stands under; else the id is looked for
    assume = ["sigma > 0"]                                  # optional, like conventions

    [[question]]
    id = "1b"
    derivation = "gaussian_kl"                              # its result is the goal; or a list of derivations
    notation = {p = "p_1", q = "p_2"}                       # the sheet's names for its names
    values = {mu_1 = 3, "sigma_1^2" = 2, mu_2 = "9/16", sigma_2 = "sqrt(2)"}  # exact numbers, in the sheet's names
    from = "linearity"                                      # the reason of the line that the sheet supplies
    picture = true                                          # by default where neither notation nor values are given
    points = 4

What a hand-in needs besides: ``title`` and ``author``, at the top.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import Any

_BETWEEN = r"(?:[._-]|\s?\(|\s(?=\w\)))?"  # 1a is also 1.a, 1 (a) and 1 a)


class SheetError(ValueError):
    """A sheet is not what the module says; the message names the question and the key."""


Value = int | Fraction | str | tuple[int | Fraction | str, ...]


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
class Derived:
    """What a question says of the derivations that answer it."""

    names: tuple[str, ...]
    notation: tuple[tuple[str, str], ...] = ()
    values: tuple[tuple[str, Value], ...] = ()
    start: str | None = None
    picture: bool | None = None


@dataclass(frozen=True)
class Question:
    """One question: it is answered where one of its goals is shown."""

    id: str
    goals: tuple[Goal, ...]
    points: Fraction
    headings: tuple[str, ...] = ()
    derived: Derived | None = None

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
        words = " ".join(title.casefold().split())
        return max((len(h) for h in self.headings if " ".join(h.casefold().split()) in words), default=0)


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
        goals = [goal for question in self.questions for goal in question.goals]
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
    _known(data, {"question", "assume", "conventions", "title", "author"}, "the sheet")
    assume, conventions = _words(data, "assume", "the sheet"), _words(data, "conventions", "the sheet")
    tables = data.get("question")
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise SheetError("question: expected at least one table [[question]]")
    questions = tuple(_question(table, k, assume, conventions) for k, table in enumerate(tables, 1))
    ids = [question.id for question in questions]
    if twice := next((each for each in ids if ids.count(each) > 1), None):
        raise SheetError(f"two questions have the id {twice!r}")
    title, author = _word(data, "title", "the sheet"), _word(data, "author", "the sheet")
    return Sheet(questions, assume, conventions, title, author)


def _question(table: Mapping[str, Any], number: int, assume: tuple[str, ...], conventions: tuple[str, ...]) -> Question:
    where = f"question {number}"
    name = table.get("id")
    if not isinstance(name, str) or not name.strip():
        raise SheetError(f"{where}: id: expected a name such as '1a', found {name!r}")
    where = f"{where} ({name})"
    _known(table, {"id", "goal", "points", "heading", "assume", "conventions", *_OF_DERIVATIONS}, where)
    statements = _words(table, "goal", where)
    if not statements and "derivation" not in table:
        raise SheetError(f"{where}: goal: expected a statement in LaTeX, or a list of its forms, or a derivation")
    points = table.get("points")
    if isinstance(points, bool) or not isinstance(points, int | float | Fraction) or not 0 <= points < float("inf"):
        raise SheetError(f"{where}: points: expected a number that is not negative, found {points!r}")
    under = (*assume, *_words(table, "assume", where)), (*conventions, *_words(table, "conventions", where))
    goals = tuple(Goal(statement, *under) for statement in statements)
    return Question(name, goals, Fraction(str(points)), _words(table, "heading", where), _derived(table, where))


_OF_DERIVATIONS = ("derivation", "notation", "values", "from", "picture")


def _derived(table: Mapping[str, Any], where: str) -> Derived | None:
    names = _words(table, "derivation", where)
    if not names:
        if alone := next((key for key in _OF_DERIVATIONS if key in table), None):
            raise SheetError(f"{where}: {alone}: expected the derivation that it is about")
        return None
    notation = tuple(
        (old, _nonempty(new, f"{where}: notation: {old}")) for old, new in _table(table, "notation", where)
    )
    values = tuple((name, _value(value, f"{where}: values: {name}")) for name, value in _table(table, "values", where))
    start, picture = _word(table, "from", where), table.get("picture")
    if start is not None and len(names) > 1:
        raise SheetError(f"{where}: from: expected one derivation, found {len(names)}")
    if picture is not None and not isinstance(picture, bool):
        raise SheetError(f"{where}: picture: expected true or false, found {picture!r}")
    return Derived(names, notation, values, start, picture)


def _table(table: Mapping[str, Any], key: str, where: str) -> list[tuple[str, Any]]:
    value = table.get(key, {})
    if not isinstance(value, dict):
        raise SheetError(f"{where}: {key}: expected a table such as {{mu_1 = ...}}, found {value!r}")
    return list(value.items())


def _nonempty(value: Any, where: str) -> str:
    if not isinstance(value, str) or not value.strip():
        raise SheetError(f"{where}: expected a name or LaTeX, found {value!r}")
    return value


def _value(value: Any, where: str) -> Value:
    """A number, a text that says one, or a list of them for a vector."""
    if isinstance(value, list) and value:
        each = tuple(_value(part, where) for part in value)
        if not any(isinstance(part, tuple) for part in each):
            return each  # type: ignore[return-value]
    elif isinstance(value, int | Fraction | str) and not isinstance(value, bool):
        return value
    raise SheetError(f"{where}: expected a number, a text such as 'sqrt(2)' or a list of them, found {value!r}")


def _known(table: Mapping[str, Any], keys: set[str], where: str) -> None:
    if unknown := sorted(table.keys() - keys):
        raise SheetError(f"{where}: unknown key {unknown[0]!r}; the keys are: {', '.join(sorted(keys))}")


def _word(table: Mapping[str, Any], key: str, where: str) -> str | None:
    """A text, if there is one."""
    value = table.get(key)
    if value is not None and (not isinstance(value, str) or not value.strip()):
        raise SheetError(f"{where}: {key}: expected a text, found {value!r}")
    return value


def _words(table: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """A text or a list of them."""
    value = table.get(key, [])
    texts = [value] if isinstance(value, str) else value
    if not isinstance(texts, list) or not all(isinstance(text, str) and text.strip() for text in texts):
        raise SheetError(f"{where}: {key}: expected a text or a list of texts, found {value!r}")
    return tuple(texts)
