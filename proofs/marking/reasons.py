"""Why a step is true: a search for a short chain of rules, each step of which the kernel licenses.

The search is not trusted: it proposes, ``licence`` decides.  From weakest to strongest it tries algebra, one rule, what
is known or supposed, then two or three of these in a row that meet in the middle.  Its budget counts what it asks of
the kernel and of algebra, so what it finds does not depend on the machine.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from itertools import islice
from typing import Any

from ..algebra import equal
from ..definedness import unmet
from ..kernel import Licence, Theorem, combined, conclude, licence
from ..language import FLIPPED, Claim, Int, Node, Number, Quotient, Relation, Statement, Term, alpha_equal
from ..language.facts import Facts
from ..registry import algebra
from ..rewriting import rewrites
from ..steps import Step, Use
from ..views import tidied
from .candidates import size, unlike, uses
from .moments_wanted import moments_wanted
from .needs import impossible, missing, signs_wanted

BUDGET = 500  # questions to kernel and algebra for one claim
LONGEST = 5  # rules in a row
_VARIANTS = 5  # of what one reason makes of a term in the middle of a chain
_PAGE = 40  # nodes: a term that large is a question twice as costly


@dataclass(frozen=True)
class Justification:
    """A chain of licensed steps from the left of a claim to its right.

    ``needs`` are conditions beyond the claim's own hypotheses under which it stands ("proved if sigma > 0");
    ``licences`` are the kernel's answers under both.  There is no step where nothing is done.
    """

    claim: Claim
    steps: tuple[Step, ...]
    licences: tuple[Licence, ...]
    needs: tuple[Statement, ...] = ()

    @property
    def hypotheses(self) -> tuple[Node, ...]:
        """What the steps stand under: the hypotheses of the claim, and what it needs."""
        return (*self.claim.hypotheses, *self.needs)

    @property
    def rules(self) -> tuple[str, ...]:
        return tuple(step.rule for step in self.steps)

    @property
    def phrases(self) -> tuple[str, ...]:
        return tuple(step.reason for step in self.steps)

    @property
    def reversed(self) -> tuple[bool, ...]:
        """For each step whether its rule was used from right to left."""
        return tuple(answer.reversed for answer in self.licences)

    @cached_property
    def theorem(self) -> Theorem | None:
        """What the chain shows, as the kernel's theorem, under ``hypotheses``; None where nothing is done."""
        return conclude(self.steps[0].left, self.steps, self.hypotheses) if self.steps else None


def justify(
    claim: Claim, known: tuple[Use | Theorem, ...] = (), *, longest: int = LONGEST, budget: int = BUDGET
) -> Justification | None:
    """A chain of at most ``longest`` rules that licenses the claim, or None where none is found within the budget.

    ``known`` are theorems (or reasons) that may be used beside the rules and the hypotheses.  Where the claim has
    values only under further conditions, it is judged under these; so is an equation that is plain algebra once some
    names are positive, or a rule once some variances are finite.  Conditions that contradict the hypotheses are never
    granted.
    """
    statement = claim.statement
    if not isinstance(statement, Relation) or statement.symbol == "!=":
        return None
    needs = missing(claim)
    if impossible(claim.hypotheses, needs):
        return None
    hypotheses = (*claim.hypotheses, *needs)
    steps = _chain(statement, hypotheses, known, longest, Budget(budget))
    if steps is None and (moments := moments_wanted(Claim(hypotheses, statement))):
        wider = (*hypotheses, *moments)
        steps = _chain(statement, wider, known, longest, Budget(budget))
        if steps is not None:
            needs, hypotheses = (*needs, *moments), wider
    if steps is None and (signs := signs_wanted(Claim(hypotheses, statement))):
        needs = (*needs, *signs)
        hypotheses = (*claim.hypotheses, *needs)
        steps = _chain(statement, hypotheses, (), 0, Budget(budget))
    if steps is None:
        return None
    return Justification(claim, steps, tuple(licence(step, hypotheses) for step in steps), needs)


def hint(found: Justification) -> str:
    """What kind of step it is, without the step: the subject of its first rule that is not algebra."""
    for step in found.steps:
        rule = step.use.rule
        if rule is not None and rule is not algebra:
            subject = sys.modules[rule.rewrite.__module__].__doc__ or ""
            kind = re.split("[.:,]", subject, maxsplit=1)[0].strip()
            return f"{kind[:1].lower()}{kind[1:]}: {rule.phrase}"
        if rule is None:
            return "something known or supposed: " + step.reason
    return "algebra: " + algebra.phrase


# ---------------------------------------------------------------------------------------------------------------------
# the search


class Exhausted(Exception):
    """The budget is spent."""


class Budget:
    """How many questions may still be asked."""

    def __init__(self, left: int) -> None:
        self.left = left

    def spend(self, questions: int = 1) -> None:
        self.left -= questions
        if self.left < 0:
            raise Exhausted


@dataclass(frozen=True)
class Reached:
    """A term with the way to it: pairs of a reason and the relation of the term before to the one after, and those
    terms, the side of the claim first."""

    term: Term
    way: tuple[tuple[Term, Use, str], ...] = ()


def _chain(
    statement: Relation, hypotheses: tuple[Node, ...], known: tuple[Use | Theorem, ...], longest: int, budget: Budget
) -> tuple[Step, ...] | None:
    """Steps that the kernel licenses from one side to the other."""
    left, symbol, right = statement.fields
    facts = Facts(hypotheses)
    if unmet(left, facts) or unmet(right, facts):
        return None
    if alpha_equal(left, right):
        return () if symbol in ("=", "<=", ">=") else None
    try:
        for plain in dict.fromkeys(("=", symbol) if symbol in ("=", "<=", ">=") else (symbol,)):
            step = Step(left, plain, right, Use(algebra))
            budget.spend()
            if licence(step, hypotheses).granted:
                return (step,)
        return _met(statement, facts, known, longest, budget) if longest else None
    except Exhausted:
        return None


def _met(
    statement: Relation, facts: Facts, known: tuple[Use | Theorem, ...], longest: int, budget: Budget
) -> tuple[Step, ...] | None:
    """Terms reached from the left and from the right, what looks most like the other side first, until two meet."""
    left, symbol, right = statement.fields
    ends = (left, right)
    for side in (0, 1):
        for use in uses(ends[side], ends[1 - side], facts, known, symbol != "="):
            budget.spend()
            step = Step(left, symbol, right, use)
            if licence(step, facts.hypotheses).granted:
                return (step,)
    reached: tuple[list[Reached], list[Reached]] = ([Reached(left)], [Reached(right)])
    waiting = [(unlike(left, right), 0, 0, reached[0][0]), (unlike(right, left), 1, 1, reached[1][0])]
    while waiting and longest > 1:
        _, _, side, here = heappop(waiting)
        goal = ends[1 - side]
        for new in _further(here, goal, facts, known, symbol != "=", budget):
            if any(new.term is old.term for old in reached[side]):
                continue
            reached[side].append(new)
            for opposite in reached[1 - side]:
                if len(new.way) + len(opposite.way) <= longest and _alike(new.term, opposite.term):
                    pair = (opposite, new) if side else (new, opposite)
                    if steps := _joined(*pair, symbol, facts, budget):
                        return steps
            if len(new.way) < longest:
                order = len(new.way) + unlike(new.term, goal)
                heappush(waiting, (order, len(reached[0]) + len(reached[1]), side, new))
    return None


def _alike(a: Term, b: Term) -> bool:
    """Whether two terms may well be equal: where names cancel, it is on one side."""
    return a.free <= b.free or b.free <= a.free


def _further(
    here: Reached, goal: Term, facts: Facts, known: tuple[Use | Theorem, ...], ordered: bool, budget: Budget
) -> Iterator[Reached]:
    """The terms one reason further that are defined and not just what was there already."""
    for use in uses(here.term, goal, facts, known, ordered):
        budget.spend()
        for new, relation in islice(rewrites(here.term, use, facts), _VARIANTS):
            budget.spend(1 + size(new) // _PAGE)
            if unmet(new, facts):
                continue
            short = tidied(_with_conditionals_integrated(new))
            if short is not new and not (equal(short, new, facts) and not unmet(short, facts)):
                short = new
            if not any(equal(short, term, facts) for term in (here.term, *(term for term, _, _ in here.way))):
                yield Reached(short, (*here.way, (here.term, use, relation)))


def _with_conditionals_integrated(t: Any) -> Any:
    """The term with 1 for what a density comes to that is divided by its own integral; algebra confirms it."""
    done = t.map_children(_with_conditionals_integrated)
    match done:
        case Int(Quotient(density, whole), x) if x not in whole.free and alpha_equal(Int(density, x), whole):
            return Number(1)
    return done


def _joined(from_left: Reached, from_right: Reached, symbol: str, facts: Facts, budget: Budget) -> tuple[Step, ...]:
    """The chain through two terms that are equal, if the kernel licenses it and its relation is the one claimed."""
    budget.spend()
    if not equal(from_left.term, from_right.term, facts):
        return ()
    middle = [from_left.term] if from_left.way and from_right.way else []
    ends = [from_right.term] if from_left.way and not from_right.way else []
    begin = [term for term, _, _ in from_left.way] or [from_left.term]
    lines = [*begin, *middle, *ends, *(term for term, _, _ in reversed(from_right.way))]
    reasons = [(use, relation) for _, use, relation in from_left.way]
    reasons += [(use, FLIPPED[relation]) for _, use, relation in reversed(from_right.way)]
    if not _claims({relation for _, relation in reasons}, symbol):
        return ()
    steps = []
    for before, after, (use, relation) in zip(lines, lines[1:], reasons, strict=False):
        budget.spend()
        step = Step(before, relation, after, use)
        if not licence(step, facts.hypotheses).granted:
            return ()
        steps.append(step)
    return tuple(steps)


def _claims(found: set[str], symbol: str) -> bool:
    """Whether relations in a row amount to the one claimed, or to a stronger one."""
    if found & {"<", "<="} and found & {">", ">="}:
        return False
    whole = combined(sorted(found))
    return whole == symbol or (whole, symbol) in (("=", "<="), ("=", ">="), ("<", "<="), (">", ">="))
