"""Which part of a document answers which question of a sheet: by its headings, else by the goal that it shows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import Protocol

from ..judging.report import ChainReport, StepReport
from ..reading.files.numbering import comes_next
from .document_report import DocumentReport
from .sheet import Goal, Question, Sheet

_SUBJECT = re.compile(r"\s*[:.–—]\s|\s*\((?=\d)")  # what stands behind the number of an exercise


class SameStatement(Protocol):
    """Whether a step states the goal: the same two sides, as they stand, up to plain algebra.

    A step that is only equal in value is another statement: that an integral is what its closed form is, is the point.
    """

    def __call__(self, goal: Goal, step: StepReport) -> bool: ...


def answers(report: DocumentReport, sheet: Sheet, same: SameStatement) -> dict[str, tuple[ChainReport, ...]]:
    """The chains that answer each question, by its id.

    An answer begins under headings that fit its question and ends where another's begins.  A question without such
    headings is answered by the chains that show its goal and answer no other; a sheet's only question, by all.
    """
    headed = _headed(report.chains, sheet)
    found: dict[str, tuple[ChainReport, ...]] = {}
    left = [chain for chain, question in zip(report.chains, headed, strict=True) if question is None]
    alone = len(sheet.questions) == 1
    for question in sheet.questions:
        found[question.id] = tuple(c for c, q in zip(report.chains, headed, strict=True) if q is question) or tuple(
            c for c in left if alone or any(reaching((c,), goal, same) for goal in question.goals)
        )
    return found


def _headed(chains: Sequence[ChainReport], sheet: Sheet) -> list[Question | None]:
    """The question for each chain that stands under headings that fit one, or behind such a chain."""
    under = [chain.headings for chain in chains]
    shared = shared_beginning(under)  # Sheet 3, which says nothing about the questions
    found: list[Question | None] = []
    here: Question | None = None
    number = ""
    for chain, headings in zip(chains, under, strict=True):
        fitting = _fitting(headings, chain.number, shared, sheet)
        if fitting is not None:
            here, number = fitting, chain.number
        elif number and comes_next(number, chain.number):
            here = None  # c) behind b), for which the sheet has no question
        found.append(here)
    return found


def _fitting(headings: tuple[str, ...], number: str, shared: int, sheet: Sheet) -> Question | None:
    """The question that the heading above a chain fits, else that with those further out: Exercise 1, (a).

    The headings that all chains share fit none by themselves, but together with those below them.
    """
    for k in reversed(range(len(headings))):
        alone = _joined(*headings[k:shared]) if k < len(headings) - 1 else ""
        best = max(sheet.questions, key=lambda question: _fit(question, headings[k:], number))
        if _fit(best, headings[k:], number) > best.heads(alone):
            return best
    return None


def _fit(question: Question, headings: tuple[str, ...], number: str) -> int:
    """How well headings fit a question, with the number of a part below them, which fits none by itself: a step 2."""
    together = question.heads(_joined(*headings, number)) if number else 0
    return together if together > question.heads(number) else question.heads(_joined(*headings))


def _joined(*headings: str) -> str:
    """Headings as one: Exercise 1: entropy, and below it (a), is Exercise 1 (a)."""
    *outer, last = headings or ("",)
    return " ".join([*(_SUBJECT.split(each)[0] for each in outer), f"{last})" if len(last) == 1 else last])


def conclusions(chain: ChainReport) -> Iterator[tuple[int, StepReport]]:
    """What a chain shows after each step: what its first side has become since the chain began, and the step itself."""
    start: StepReport | None = None
    relation: str | None = None
    before: StepReport | None = None
    for k, step in enumerate(chain.steps):
        goes_on = before is not None and step.left == before.right
        relation = _composed(relation, step.relation) if goes_on else step.relation
        start = start if goes_on else step
        before = step
        if step.kind != "step" or step.verdict in ("given", "unread") or step.right is None:
            continue
        if start is not None and start is not step and relation is not None:
            yield k, replace(step, left=start.left, relation=relation)
        yield k, step


def _composed(first: str | None, second: str | None) -> str | None:
    """The relation between the ends of two steps, if they lead the same way."""
    if first == "=" or first == second:
        return second
    return first if second == "=" else None


def reaching(chains: Sequence[ChainReport], goal: Sequence[Goal], same: SameStatement) -> int | None:
    """How many steps it takes until a goal is first shown, in one of its forms."""
    before = 0
    for chain in chains:
        for k, shown in conclusions(chain):
            if any(same(form, shown) for form in goal):
                return before + k + 1
        before += len(chain.steps)
    return None


def shared_beginning(rows: Sequence[Sequence[str]]) -> int:
    """With how many equal items all the rows begin."""
    return sum(1 for _ in takewhile(lambda items: len(set(items)) == 1, zip(*rows, strict=False)))
