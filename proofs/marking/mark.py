"""Marks: per file and question whether the goal was reached, where it first goes wrong, and what needs a look.

It judges nothing itself: it reads the report of a document.  What it suggests is for a teacher to confirm; what was not
read is looked at by a person and never counted as nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from fractions import Fraction
from itertools import pairwise

from ..judging.report import ChainReport, StepReport
from .answers import SameStatement, answers, reaching
from .document_report import DocumentReport
from .sheet import Question, Sheet
from .taken_back import TAKEN_BACK

NO_ARGUMENT = "reached the goal without an argument"
NOT_STATED = "no line is wrong, but none states the goal as the sheet does"
_TOKENS = 2000  # of a side, compared when the size of a step is measured
_UNFOLDS = re.compile(r"definition\w*|algebra")  # rules that say what is meant, or tidy it
_RECALLS = re.compile(r"\w+_moments|gibbs_inequality|jensen_shannon_bound")  # what is asked for by itself


@dataclass(frozen=True)
class Mark:
    """One row: a question in a file.  ``points`` is None where only a person can tell."""

    file: str
    question: Question
    reached: str  # yes | no | not found
    wrong: tuple[StepReport, ...] = ()
    largest: StepReport | None = (
        None  # the largest step that is true, or not known to be false, and licensed by nothing
    )
    points: Fraction | None = None
    look: tuple[str, ...] = ()  # why a person should look at it


def marks(report: DocumentReport, sheet: Sheet, same: SameStatement) -> tuple[Mark, ...]:
    """The marks of one file, a row for each question of the sheet."""
    file = report.source or report.name
    found = answers(report, sheet, same)
    return tuple(_mark(file, question, found[question.id], same) for question in sheet.questions)


def unmarked(file: str, sheet: Sheet, why: str) -> tuple[Mark, ...]:
    """The rows of a file that could not be judged."""
    return tuple(Mark(file, question, "not found", look=(f"not judged: {why}",)) for question in sheet.questions)


def _leaving(chains: Sequence[ChainReport], question: Question, same: SameStatement) -> Iterator[StepReport]:
    """The wrong lines to which a chain goes on from a goal that it had shown, as a page's last line is its answer."""
    for chain in chains:
        ends = [end for goal in question.goals if (end := reaching((chain,), goal, same)) is not None]
        for before, step in pairwise(chain.steps[min(ends, default=len(chain.steps)) - 1 :]):
            if step.left != before.right:
                break
            if step.verdict == "refuted":
                yield step
                break


def _line(step: StepReport) -> str:
    return f"line {step.line}" if step.cell is None else f"cell {step.cell}, line {step.line}"


def _mark(file: str, question: Question, chains: tuple[ChainReport, ...], same: SameStatement) -> Mark:
    steps = [step for chain in chains for step in chain.steps]
    if not steps:
        return Mark(file, question, "not found", look=("no answer was found",))
    ends = [reaching(chains, goal, same) for goal in question.goals]
    missing = ends.count(None)
    claimed = [step for step in steps if step.verdict != "given"]
    unread = [step for step in claimed if step.verdict == "unread"]
    false = [step for step in claimed if step.verdict == "refuted"]
    wrong = tuple(step for step in false if TAKEN_BACK not in step.notes)  # the slip counts, once
    open_ = [step for step in claimed if step.verdict in ("supported", "undecided") and not _is_rounded(step)]
    look = [f"{len(unread)} not read, first in {_line(unread[0])}"] if unread else []
    if undecided := [step for step in open_ if step.verdict == "undecided"]:
        look.append(f"{len(undecided)} undecided, first in {_line(undecided[0])}")
    look += [f"{_line(step)} takes a slip back" for step in false if step not in wrong]
    look += [f"{_line(step)} goes on from the goal to something wrong" for step in _leaving(chains, question, same)]
    if 0 < missing < len(ends):
        look.append(f"{len(ends) - missing} of {len(ends)} results are shown")
    places = sorted({end for end in ends if end is not None})
    jumps = sum(_jumps(steps[begin:end]) for begin, end in pairwise([0, *places]))
    if jumps:
        look.append(NO_ARGUMENT)
    if not claimed:
        look.append("the answer claims nothing")
    elif missing and not wrong and not look:
        look.append(NOT_STATED)
    return Mark(
        file,
        question,
        "yes" if not missing else "not found" if unread or not claimed else "no",
        wrong,
        max(open_, key=size, default=None),
        _points(question, missing, len(claimed), len(wrong), bool(unread), Fraction(jumps, max(len(ends), 1))),
        tuple(look),
    )


def _jumps(steps: Sequence[StepReport]) -> bool:
    """Whether one step does all the work, unlicensed, by several rules or by one that is the result; the others say
    what is meant, or tidy."""
    work = [step for step in steps if step.verdict != "given" and not _unfolds(step) and not _is_rounded(step)]
    if len(work) != 1:
        return False
    rules = _at_work(work[0])
    return work[0].verdict in ("supported", "undecided") or len(rules) > 1 or any(map(_RECALLS.fullmatch, rules))


def _is_rounded(step: StepReport) -> bool:
    """Whether a step says the value of a number, to the digits that it writes: nothing else could license that."""
    return step.relation == "approx" and step.verdict == "supported"


def _at_work(step: StepReport) -> list[str]:
    return [rule for rule in (step.rule or "").split(", ") if rule and not _UNFOLDS.fullmatch(rule)]


def _unfolds(step: StepReport) -> bool:
    rules = step.rule.split(", ") if step.rule else []
    return step.verdict == "proved" and all(_UNFOLDS.fullmatch(rule) for rule in rules)


def size(step: StepReport) -> int:
    """How much a step changes: the symbols that its two sides do not share."""
    left, right = (re.findall(r"\\?\w+|\S", side or "")[:_TOKENS] for side in (step.left, step.right))
    shared = sum(block.size for block in SequenceMatcher(None, left, right, autojunk=False).get_matching_blocks())
    return len(left) + len(right) - 2 * shared


def _points(
    question: Question, missing: int, claimed: int, wrong: int, unread: bool, jumped: Fraction
) -> Fraction | None:
    """What to suggest: the share of lines that are not wrong, each goal not reached being one more.  For the share of
    the goals that was jumped to, half of it.

    It is rounded down to half a point.  Nothing is suggested where lines were not read and may reach a goal.
    """
    if not claimed or (unread and missing) or question.points is None:
        return None
    share = Fraction(claimed - wrong, claimed + missing)
    return (question.points * share * (1 - jumped / 2) * 2).__floor__() * Fraction(1, 2)
