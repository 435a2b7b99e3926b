"""What a document has shown so far, and may use further down: the ends of its chains, as far as they are proved.

A relation may be used where all that it was proved under holds; what it needed beyond that, its use needs too.  What
was shown of some divergence or distance holds for whatever is put for its names, if what it was proved under does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice, permutations
from typing import Any

from ..kernel import combined, conclude, infer
from ..language import (
    Abstract,
    Claim,
    ForAll,
    Interval,
    Node,
    Reals,
    Relation,
    Slot,
    Statement,
    Term,
    Var,
    Wasserstein,
    forall,
    substitute,
)
from ..language.facts import Facts
from ..places import outside
from ..reading.lines import Line
from ..registry import REGISTRY
from ..rewriting import follows
from ..rules import algebra, antisymmetry, weak_duality
from ..rules.couplings import ends
from ..steps import Refused, Rule, Step, Use
from .candidates import takes_arguments
from .judgement import Judgement
from .matching import Put, instances
from .reasons import justify
from .reproved import bound_names, reproved

MOST = 8  # relations that a line is offered, the latest first
ABOVE = "by what was shown above"


@dataclass(frozen=True)
class Shown:
    """A relation that was proved: the sections it was proved in, under what, and what it needed beyond that; all with
    what is ``put`` for its names.  ``lines`` are those that prove it, as they were written."""

    scope: tuple[int, ...]
    statement: Node
    hypotheses: frozenset[Node]
    needs: tuple[Node, ...] = ()
    put: Put = ()
    lines: tuple[Claim, ...] = ()

    def at(self, put: Put) -> Shown:
        """The instance with this put for the names."""
        values = dict(put)
        return Shown(
            self.scope,
            substitute(_relation(self.statement), values),
            frozenset(substitute(h, values) for h in self.hypotheses),
            tuple(substitute(n, values) for n in self.needs),
            put,
            self.lines,
        )

    def holds(self, facts: Facts) -> bool:
        """Whether what is put lies where it should, and all that the relation was proved under follows."""
        return not outside(dict(self.put), facts) and all(follows(h, facts) for h in self.hypotheses)

    def speaks_of(self, parts: set[Node]) -> bool:
        """Whether one of its sides is among these."""
        relation = self.statement
        return isinstance(relation, Relation) and (relation.left in parts or relation.right in parts)

    def on_intervals(self) -> Iterator[ForAll]:
        """The relation for all values of a name of which only the ends between which it lies were supposed."""
        if not isinstance(self.statement, Relation):
            return
        given = (*self.hypotheses, *self.needs)
        for name in sorted(self.statement.free, key=lambda n: n.name):
            ends = {(h.symbol, h.right) for h in given if isinstance(h, Relation) and h.left is name}
            match sorted(ends, key=lambda end: end[0]):
                case [("<=", high), (">=", low)] if _is_real(name) and sum(name in h.free for h in given) == 2:
                    if name not in high.free | low.free:
                        bound: Any = Var(name.name, Interval(low, high))
                        yield ForAll(substitute(self.statement, {name: bound}), bound)


def _is_real(name: Node) -> bool:
    return isinstance(name, Var) and isinstance(name.space, Reals)


def _relation(statement: Any) -> Any:
    """What is said of each value."""
    while isinstance(statement, ForAll):
        statement = statement.body
    return statement


@dataclass
class _Chain:
    """A chain that is proved so far: where it begins, by which relations it went on, and where it stands."""

    start: Term
    end: Term
    symbols: list[str]
    hypotheses: frozenset[Node]
    needs: tuple[Node, ...]
    lines: tuple[Claim, ...] = ()


@dataclass
class Record:
    """Follows the lines of a document in order."""

    shown: list[Shown] = field(default_factory=list)
    _chain: _Chain | None = None

    def proved(self, line: Line, around: Iterable[Node], needs: tuple[Node, ...]) -> None:
        """A line was proved under its hypotheses, the equations around it, and what it needed."""
        assert line.claim is not None
        statement = line.claim.statement
        if not isinstance(statement, Relation) or statement.symbol == "!=":
            self._chain = None
            return
        goes_on = self._chain is not None and not line.first and self._chain.end is statement.left
        chain = self._chain if goes_on else _Chain(statement.left, statement.left, [], frozenset(), ())
        assert chain is not None
        chain.end = statement.right
        chain.symbols.append(statement.symbol)
        chain.hypotheses |= {*line.claim.hypotheses, *around}
        chain.needs = tuple(dict.fromkeys((*chain.needs, *needs)))
        chain.lines += (Claim((*line.claim.hypotheses, *around, *needs), statement),)
        try:
            whole = Relation(chain.start, combined(chain.symbols), chain.end)
        except Refused:
            self._chain = None
            return
        if goes_on:
            self.shown.pop()
        given = frozenset().union(*(h.free for h in (*chain.hypotheses, *chain.needs)))
        statement = general(whole, given)
        self.shown.append(Shown(line.scope, statement, chain.hypotheses, chain.needs, lines=chain.lines))
        self._chain = chain

    def broken(self) -> None:
        """A line was not proved."""
        self._chain = None

    def usable(self, line: Line, around: Iterable[Node]) -> tuple[Shown, ...]:
        """What may be used in a line, the latest first: what was shown of its names, then what was shown of others."""
        assert line.claim is not None
        statement = line.claim.statement
        granted = {*line.claim.hypotheses, *around}
        names, bound = statement.free, bound_names(statement)
        found = (
            each
            for each in reversed(self.shown)
            if line.scope[: len(each.scope)] == each.scope
            and (each.hypotheses <= granted or not bound.isdisjoint(each.statement.free))
            and (not each.statement.free.isdisjoint(names | bound) or not (each.statement.free or names))
        )
        own = tuple(islice(found, MOST))
        said = {each.statement for each in own}
        put = (each.at(put) for each in reversed(self.shown) for put in instances(_relation(each.statement), statement))
        return (*own, *islice((each for each in put if each.statement not in said), MOST))


def general(statement: Node, given: frozenset[Node]) -> Node:
    """The statement for all points of an unnamed space, or of an interval, that nothing was supposed of."""
    for name in sorted(statement.free - given, key=lambda n: n.name):
        if isinstance(name, Var) and isinstance(name.space, Abstract | Slot | Interval):
            statement = ForAll(statement, name)
    return statement


def by_what_was_shown(claim: Claim, found: Judgement, shown: tuple[Shown, ...]) -> Judgement:
    """The judgement of a true claim that no rule licensed, where it follows from what was shown before it."""
    if found.numbers.outcome != "agree" or found.licensed or found.wanted or not shown:
        return found
    facts = Facts((*claim.hypotheses, *found.allowed))
    usable = [each for each in shown if each.holds(facts)]
    needs = tuple(dict.fromkeys(n for each in usable for n in each.needs))
    known = tuple(dict.fromkeys(s for each in usable for s in (each.statement, *each.on_intervals())))
    if not isinstance(claim.statement, Relation):
        rule = _inferred(claim, needs, known)
        return found if rule is None else replace(found, inferred=rule, allowed=(*found.allowed, *needs))
    why = justify(Claim((*claim.hypotheses, *found.allowed, *needs, *known), claim.statement))
    if why is None and (theorems := _beneath_binders(claim, found, shown)):
        why = justify(Claim((*claim.hypotheses, *found.allowed), claim.statement), theorems)
        needs = () if why is not None else needs
    if why is None:
        rule = _by_two_bounds(claim, needs, known) or _by_potentials(claim, needs, usable)
        return found if rule is None else replace(found, inferred=rule, allowed=(*found.allowed, *needs))
    if any(isinstance(n, Relation) and n.symbol != "!=" for n in why.needs):
        return found
    steps = tuple(
        replace(step, use=replace(step.use, phrase=ABOVE)) if _is_use_of(step.use.hypothesis, known) else step
        for step in why.steps
    )
    allowed = tuple(dict.fromkeys((*found.allowed, *needs, *why.needs)))
    return replace(found, justification=replace(why, steps=steps), allowed=allowed)


def _beneath_binders(claim: Claim, found: Judgement, shown: tuple[Shown, ...]) -> tuple[Use, ...]:
    """What was shown of what a binder of the claim binds, as theorems: whether they hold there the kernel asks."""
    bound, parts = bound_names(claim.statement), set(claim.statement.walk())
    about = (each for each in shown if not bound.isdisjoint(each.statement.free) and each.speaks_of(parts))
    theorems = (reproved(each.lines, each.put, (*claim.hypotheses, *found.allowed)) for each in about)
    return tuple(Use(theorem=each, phrase=ABOVE) for each in theorems if each is not None)


def _inferred(claim: Claim, needs: tuple[Node, ...], known: tuple[Node, ...]) -> Rule | None:
    """The rule by which the kernel infers a statement from one of those that were shown."""
    hypotheses = (*claim.hypotheses, *needs, *known)
    assert isinstance(claim.statement, Statement)
    for premise in known:
        if not isinstance(premise, Relation) or premise.symbol == "!=":
            continue
        step = Step(premise.left, premise.symbol, premise.right, Use(hypothesis=premise))
        for rule in REGISTRY.values():
            if rule.kind == "inference" and not takes_arguments(rule):
                try:
                    infer(Use(rule), (conclude(premise.left, (step,), hypotheses),), claim.statement, hypotheses)
                except Refused:
                    continue
                return rule
    return None


def _by_two_bounds(claim: Claim, needs: tuple[Node, ...], known: tuple[Node, ...]) -> Rule | None:
    """The rule by which an equation follows from two inequalities that were shown."""
    hypotheses = (*claim.hypotheses, *needs, *known)
    assert isinstance(claim.statement, Relation)
    bounds = []
    for each in known:
        relation = each.body if isinstance(each, ForAll) else each
        if isinstance(relation, Relation) and relation.symbol in ("<=", ">="):
            value = (each.var,) if isinstance(each, ForAll) else ()
            step = Step(relation.left, relation.symbol, relation.right, Use(hypothesis=each, arguments=value))
            with suppress(Refused):
                bounds.append(conclude(relation.left, (step,), hypotheses))
    for pair in permutations(bounds, 2):
        with suppress(Refused):
            infer(Use(antisymmetry), pair, claim.statement, hypotheses)
            return antisymmetry
    return None


def _by_potentials(claim: Claim, needs: tuple[Node, ...], shown: list[Shown]) -> Rule | None:
    """The rule by which a bound on a distance follows from an inequality that was shown for any two points."""
    distances = [t for t in claim.statement.walk() if isinstance(t, Wasserstein)]
    for each in shown if distances else ():
        if not isinstance(each.statement, Relation) or each.statement.symbol not in ("<=", ">="):
            continue
        left, symbol, right = each.statement.fields
        for x, y, _ in (*ends(left), *ends(right)):
            if any(point in h.free for point in (x, y) for h in (*each.hypotheses, *each.needs)):
                continue
            hypotheses = (*claim.hypotheses, *needs, forall(x, forall(y, each.statement)))
            for t in distances:
                with suppress(Refused):
                    premise = conclude(left, (Step(left, symbol, right, Use(algebra)),), hypotheses)
                    infer(weak_duality(t.p, t.q), (premise,), claim.statement, hypotheses)
                    return weak_duality
    return None


def _is_use_of(hypothesis: Node | None, known: tuple[Node, ...]) -> bool:
    return hypothesis in known or (isinstance(hypothesis, Relation) and hypothesis.flipped() in known)


__all__ = ["Record", "Shown", "by_what_was_shown", "general"]
