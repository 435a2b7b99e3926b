"""The small repair that makes a refuted claim true, said as a teacher would say it.

Common slips are undone one at a time; what is left after a few worlds must hold in all of them.  No repair is named
that the numeric judge does not agree with, and none where several are equally near to what was written.  One that holds
under the hypotheses of the claim comes before one that supposes more; what the claim as it is written does not suppose
is then said.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, islice
from typing import Any

from ..algebra import equal
from ..judging import judge
from ..judging.findings import examine
from ..judging.worlds import Stage
from ..language import FLIPPED, Claim, Node, Number, Relation, Statement, Term, Var, Vectors, is_scalar
from ..language.facts import Facts
from .amounts import Amounts, number
from .arrangement import arranged
from .computed import computed
from .corrections import Correction, corrections
from .lost_factors import with_factor
from .lost_summands import LEAST, forms, with_summand
from .made_by_rules import with_rules
from .named_products import products
from .needs import missing
from .screening import against, is_infinite, is_unknown, takes_one_value
from .slip_places import is_number, places
from .vocabulary import Vocabulary
from .wording import needs

BUDGET = 4000  # units of evaluation for one claim
_ALGEBRA = 5  # units for equality by algebra
_DEAR = 40  # units for what needs quadrature, where anything else takes 1
_LEFT = 1.2  # what it costs more to change the left side: it was written before
_REVERSED = -0.1  # ... but a divergence is often computed the wrong way round, a variance put for a deviation
_LONGEST = 300  # places in a side
_MANY = 12  # data, of which each evaluation costs as much as their square
_JUDGED = 6  # corrections the judge is asked about
_SUPPOSED = 1.0  # what it costs more to suppose something that was not
_CLOSE = 1e-9
_APART = 0.3  # corrections of numbers whose costs are nearer than this are equally near


@dataclass(frozen=True)
class Repair:
    """A statement near the claim's that is true under its hypotheses and what is ``supposed``.

    ``words`` say how it differs, as in "true with a factor 1/2 on the right", and what it supposes that the claim does
    not take for granted.
    """

    words: str
    statement: Statement
    supposed: tuple[Statement, ...] = ()


def repair(claim: Claim, *, unfolded: Collection[Term] = (), seed: int = 0, budget: int = BUDGET) -> Repair | None:
    """The one small repair that makes the claim true under its hypotheses; None where there is none or no single one.

    ``unfolded`` are terms for which a name or a call is written: nothing within one is corrected, since no reader sees
    it there.

    ``budget`` bounds the work, in evaluations of a side in a world.
    """
    statement = claim.statement
    if not isinstance(statement, Relation):
        return None
    if statement.symbol != "=":
        return _turned(claim, statement, seed)
    if any(_is_long(side) for side in (statement.left, statement.right)):
        return None
    granted = missing(claim)
    stages = against(Claim((*claim.hypotheses, *granted), statement), statement, seed)
    if not stages:  # what the wrong side would need may be what no world has
        granted = ()
        stages = against(claim, statement, seed)
    if not stages:
        return None
    return _Search(claim, statement, granted, stages, frozenset(unfolded), seed, budget).best()


def _is_long(side: Term) -> bool:
    """Whether a side has so many places for a slip, or is of so many data in known number, that no search is to the
    point."""
    return next(islice(places(side), _LONGEST, None), None) is not None or any(map(_is_of_many, side.walk()))


def _is_of_many(n: Node) -> bool:
    match n:
        case Var(_, Vectors(Number(size))):
            return size > _MANY
    return False


def _turned(claim: Claim, statement: Relation, seed: int) -> Repair | None:
    """An order the other way round, or not strict."""
    turned = FLIPPED[statement.symbol]
    weak = {"<": "<=", ">": ">="}.get(statement.symbol, statement.symbol)
    for symbol in dict.fromkeys((weak, turned)):
        other = Relation(statement.left, symbol, statement.right)
        if other is not statement and judge(Claim(claim.hypotheses, other), seed=seed, brief=True).outcome == "agree":
            return Repair(f"true with ${_LATEX[symbol]}$ for ${_LATEX[statement.symbol]}$", other)
    return None


_LATEX = {"<=": r"\le", ">=": r"\ge", "<": "<", ">": ">", "!=": r"\ne"}


class _Search:
    """The search for one claim: what is tried, in which worlds, and what it has used of its budget."""

    def __init__(
        self,
        claim: Claim,
        statement: Relation,
        granted: tuple[Statement, ...],
        stages: list[Stage],
        unfolded: frozenset[Term],
        seed: int,
        budget: int,
    ) -> None:
        self.claim, self.statement, self.stages, self.seed = claim, statement, stages, seed
        self.unfolded = unfolded
        self.granted = granted  # without which what was written has no value
        self.facts = Facts((*claim.hypotheses, *granted))
        self.left_over = budget
        self.plain = not statement.free or takes_one_value([stage.exact for stage in stages], statement)

    def best(self) -> Repair | None:
        """The nearest correction that holds; None where others are as near and every coincidence looks like a law."""
        apart = _APART if self.plain else 0.0
        found: list[tuple[float, Repair]] = []
        named: list[tuple[Correction, str, Any]] = []
        for asked, (correction, side, relation) in enumerate(self._screened()):
            if asked == _JUDGED or any(correction.cost >= cost + apart for cost, _ in found):
                break
            line = arranged(relation)
            if any(line == known or (side == on and self._are_one(correction, other)) for other, on, known in named):
                continue  # the nearer one comes to the same, or says the same of what stands there
            supposed = self._supposed(relation)
            if supposed is not None and not (supposed and side == "left"):  # what was written before needs no more
                unsaid = tuple(s for s in supposed if s not in self.granted)
                words = f"true with {correction.words(side)}{_where(unsaid, relation)}"
                found.append((correction.cost + _SUPPOSED * bool(supposed), Repair(words, relation, supposed)))
                named.append((correction, side, line))
        found.sort(key=lambda pair: pair[0])
        if not found or any(cost < found[0][0] + apart for cost, _ in found[1:]):
            return None
        return found[0][1]

    def _are_one(self, correction: Correction, other: Correction) -> bool:
        """Whether two corrections put there what has the same value, where it has one that can be told."""
        if not correction.place.is_about(other.place):
            return False
        near, far = sorted((correction, other), key=lambda c: len(c.place.path))
        new = far.put if near.place.path == far.place.path else far.place.around(far.put)
        if not (is_number(near.put) and is_number(new)) or near.place.bound:
            return True
        mine, theirs = number(self.stages[0].exact, near.put), number(self.stages[0].exact, new)
        return mine is None or theirs is None or abs(mine - theirs) <= _CLOSE * max(1.0, abs(mine))

    def _supposed(self, relation: Relation) -> tuple[Statement, ...] | None:
        """What must be supposed beside the hypotheses for the relation to hold; None where it is not found to hold."""
        claim = Claim(self.claim.hypotheses, relation)
        outcome = judge(claim, seed=self.seed, brief=True).outcome
        if outcome in ("agree", "disagree"):
            return () if outcome == "agree" else None
        needed = missing(claim)
        if needed:
            outcome = judge(Claim((*claim.hypotheses, *needed), relation), seed=self.seed, brief=True).outcome
        facts = Facts((*claim.hypotheses, *needed))
        if outcome == "agree" or (outcome != "disagree" and equal(relation.left, relation.right, facts)):
            return needed
        return None

    def _screened(self) -> Iterator[tuple[Correction, str, Relation]]:
        """Corrections that a few worlds agree with, the nearest first."""
        for correction, side in self._ordered():
            relation = self._with(side, correction.corrected)
            if self._holds(relation):
                yield correction, side, relation
            if self.left_over <= 0:
                return

    def _ordered(self) -> Iterator[tuple[Correction, str]]:
        """All corrections, each result once, the nearest first; what rules make of the left side when it is wanted."""
        names = self.statement.free.union(*(h.free for h in self.claim.hypotheses))
        vocabulary = Vocabulary(self.statement, names)
        found = sorted(self._near(vocabulary), key=lambda pair: pair[0].cost)
        nearer = [pair for pair in found if pair[0].cost < LEAST]
        yield from nearer
        left, right = self.statement.left, self.statement.right
        if is_number(right) and not (self.plain or is_infinite(self.stages[0].evaluator, left)):
            more = with_summand(left, right, vocabulary.kin, self.facts, self._missing())
            more = chain(more, with_factor(right, forms(left, right, self.facts)))
            found += [(each, "right") for each in more]
        yield from sorted(found[len(nearer) :], key=lambda pair: pair[0].cost)

    def _near(self, vocabulary: Vocabulary) -> Iterable[tuple[Correction, str]]:
        """The corrections that need no rule."""
        left, right = self.statement.left, self.statement.right
        found: dict[tuple[str, Term], tuple[Correction, str]] = {}
        for side, t, penalty in (("right", right, 0.0), ("left", left, _LEFT)):
            for correction in chain(self._computed() if side == "right" else (), corrections(t, vocabulary)):
                cost = correction.cost + (_REVERSED if side == "left" and correction.is_of_the_question else penalty)
                key = side, correction.corrected
                if correction.corrected is t or not correction.place.within.isdisjoint(self.unfolded):
                    continue
                if side == "left" and self._lost_on_the_right(correction):
                    continue
                if key not in found or cost < found[key][0].cost:
                    found[key] = correction if cost == correction.cost else correction._replace(cost=cost), side
        on_the_left = [pair for pair in found.values() if pair[1] == "left"]
        on_the_right = [correction for correction, side in found.values() if side == "right"]
        nearest = with_rules(on_the_right, right, left, self.facts)
        made = [(c, "right") for c in nearest if c.place.within.isdisjoint(self.unfolded)]
        return [*made, *on_the_left]

    def _lost_on_the_right(self, correction: Correction) -> bool:
        """Whether a correction of the left side would only hide that something is missing on the right."""
        left, right, corrected = self.statement.left.free, self.statement.right.free, correction.corrected.free
        hidden = correction.drops or correction.adds or correction.freezes
        return hidden or not (left <= corrected or right - corrected < right - left)

    @cached_property
    def _gap(self) -> float | None:
        """By how much the left side is greater than the right in the first world."""
        target, reached = (self._valued(side) for side in (self.statement.left, self.statement.right))
        return None if target is None or reached is None else target - reached

    def _valued(self, side: Term) -> float | None:
        """The value of a side in the first world, also where it is only known by quadrature."""
        found = number(self.stages[0].exact, side)
        return number(self.stages[0].evaluator, side) if found is None else found

    def _computed(self) -> Iterator[Correction]:
        if self._gap is None:
            return
        left, right = self.statement.left, self.statement.right
        evaluator = self.stages[0].exact
        dear = number(evaluator, right) is None

        def value(t: Term) -> float | None:
            self.left_over -= 1
            return self._valued(t) if dear else number(evaluator, t)

        yield from computed(right, self._gap, value, Amounts.of(evaluator, (left, right), self.plain), dear)

    def _missing(self) -> Iterator[Term]:
        """Products of names that have the value that the right side lacks."""
        if self._gap is not None:
            names = [name for name in self.statement.free if isinstance(name, Var) and is_scalar(name)]
            values = [(name, number(self.stages[0].exact, name)) for name in sorted(names, key=lambda name: name.name)]
            yield from products(self._gap, [(name, x) for name, x in values if x is not None])

    def _with(self, side: str, t: Term) -> Relation:
        if side == "right":
            return Relation(self.statement.left, "=", t)
        return Relation(t, "=", self.statement.right)

    def _holds(self, relation: Relation) -> bool:
        """Whether the relation holds in the worlds where its sides have values, of which there is one."""
        defined = False
        for stage in self.stages:
            self.left_over -= 1
            answer = examine(stage.exact, relation).answer
            if answer == "unknown" and self.left_over > 0:
                self.left_over -= _ALGEBRA
                changed = relation.left if relation.left is not self.statement.left else relation.right
                plain = not is_unknown(stage.exact, changed)  # the other side is remembered
                far = examine(stage.rough, relation).answer == "disagree"  # as most are: a look at a digit tells
                if not far and equal(relation.left, relation.right, self.facts):
                    return True
                self.left_over -= 1 if plain else _DEAR
                if far:
                    return False
                answer = examine(stage.quick, relation).answer
                if answer == "unknown" and plain:
                    answer = examine(stage.evaluator, relation).answer
            if answer not in ("agree", "undefined"):
                return False
            defined = defined or answer == "agree"
        return defined


def _where(supposed: tuple[Statement, ...], relation: Relation) -> str:
    """What is supposed, as the end of a sentence."""
    from ..writing.document_text import conditions

    return f", where {conditions(needs(supposed, relation))}" if supposed else ""


__all__ = ["BUDGET", "Repair", "repair"]
