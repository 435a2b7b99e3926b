r"""The conditions of one claim: what stands behind it, ``for $x > 0$``, why it holds, and what it is said of anew.

They are known before the claim is read, and hold of nothing that comes after it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

from ... import language as L
from ...language.facts import Facts
from ..context import Context
from ..laws import densities_named
from ..meaning import Meaning
from ..pieces import Piece
from ..syntax import Statement, Syntax, Unread
from ..threads import Thread
from ..told import orders
from ..uses.fog import forget
from ..words import denied
from . import behind, null_hypotheses, quantified, unread_conditions


@dataclass
class Conditions:
    """Those of the claim at hand."""

    partial: bool = False  # it holds under a condition that is set beside it, or behind it
    under: tuple[L.Node, ...] = ()  # that condition, as far as it was read
    tested: bool = False  # it is said under a hypothesis that is put to a test
    unread_behind: str = ""  # the words of a condition behind it of which nothing was read
    unread_ahead: str = ""  # the words of one ahead of it
    because: tuple[L.Node, ...] = ()  # of these the equations that are said to be its reason
    bound: frozenset[str] = frozenset()  # names that it is said of anew: for all x
    over_reals: frozenset[str] = frozenset()  # of these, those that it is said of for all real numbers
    homes: Mapping[str, L.Space] = field(default_factory=dict)  # where it is said to hold for all of them
    kept: frozenset[L.Node] = frozenset()  # what is said of them there: for all x > 2
    aside: tuple[L.Node, ...] = ()  # the values that they had
    reasons: list[Statement] = field(default_factory=list)  # all equations so far that a claim holds because of
    said_by: set[int] = field(default_factory=set)  # the pieces that were taken for conditions of the claim before them

    def learn(self, m: Meaning, pieces: Sequence[Piece], at: int) -> None:
        """Assume what stands right behind a claim, ``for $x > 0$``.

        Raises ``Unread`` where it is not understood: the claim is not known then, either.
        """
        piece = pieces[at]
        self.partial, self.under, self.because = behind.is_of_other_cases(piece), (), ()
        said = behind.conditions(pieces, at) if behind.may_claim(piece) else []
        self.said_by |= {id(each) for each, _ in said}
        points = densities_named.points(m, piece)  # of the density of data x_1, ..., x_n one is called x
        with m.binding(points):
            for statement in (each for _, statements in said for each in statements):
                self.under += tuple(orders.order(m, statement))
        if any(isinstance(each, L.Relation) and Facts(()).excludes(each) for each in self.under):
            raise Unread("it is said of another value than a name has here", (0, 0))
        if behind.are_alternatives(m.context.hypotheses, self.under):
            raise Unread("it is said of several cases at once", (0, 0))
        self.partial |= bool(said)
        if piece.formula.display and not denied.claims_nothing(piece.formula):
            for statement in behind.orders_of_chain(pieces, at):
                try:
                    with m.binding(points):
                        self.under += tuple(orders.order(m, statement))
                except Unread as reason:
                    forget(m.context, statement.expressions[0], reason)
        null_hypotheses.learn(m, piece)
        tested = null_hypotheses.supposed(m, pieces, at)
        self.tested = bool(tested)
        self.under += tested
        if behind.may_claim(piece) and (reasons := behind.reasons(pieces, at)):
            self.because = tuple(_equations(m, reasons))
            self.under += self.because
            self.reasons += reasons
        self.unread_behind = "" if self.under else unread_conditions.unread_behind(m.context, pieces, at)
        self.unread_ahead = unread_conditions.unread_ahead(m.context, piece)
        m.context.assume(*self.under, case=True)  # together: one of them may begin the next case

    @contextmanager
    def bound_anew(self, m: Meaning, pieces: Sequence[Piece], at: int) -> Iterator[None]:
        """While a formula is read the names that it is said of anew, ``for all $x$``, have no values."""
        said = quantified.statements(pieces, at)
        self.bound, self.over_reals = quantified.names(said), quantified.over_the_reals(pieces, at)
        self.kept = frozenset(quantified.repeated(m, said))
        self.homes = quantified.homes(m, pieces, at) if said else {}
        values = m.context.values
        before = {name: value for name in self.bound if (value := values.get(name)) is not None and L.is_scalar(value)}
        self.aside = tuple(L.Var(name, m.context.space_of_number(name)).eq(value) for name, value in before.items())
        for name in before:
            del values[name]
        try:
            yield
        finally:
            for name, value in before.items():
                values.setdefault(name, value)
            self.bound, self.over_reals, self.kept, self.aside = frozenset(), frozenset(), frozenset(), ()
            self.homes = {}

    def supposed(self, context: Context, thread: Thread) -> tuple[tuple[L.Node, ...], tuple[L.Node, ...]]:
        """What is supposed of a chain, and what may be: what stood behind another claim, and what was said before of a
        name that is bound anew."""
        stated, said = context.stated(), {*thread.under, *self.kept}
        doubtful = [
            h for h in stated if h not in said and (self._lingers(context, h) or quantified.is_of(h, self.bound))
        ]
        return tuple(h for h in stated if h not in doubtful), (*doubtful, *self.aside)

    def _lingers(self, context: Context, said: L.Node) -> bool:
        """Whether it stood behind an earlier claim, and nothing supposes it of this one."""
        return said in context.lingering and said not in context.presumed


def perhaps(claim: L.Claim, doubtful: tuple[L.Node, ...]) -> tuple[L.Node, ...]:
    """What may be supposed of the names of a claim, where what is supposed of it allows that."""
    facts, names = Facts(claim.hypotheses), claim.statement.free.union(*(h.free for h in claim.hypotheses))
    return tuple(h for h in doubtful if not names.isdisjoint(h.free) and not facts.excludes(h))


def _equations(m: Meaning, statements: Iterable[Statement]) -> Iterator[L.Relation]:
    """Equations between numbers that are a reason; one that is not read, or is about numerals alone, is none."""
    for statement in statements:
        match statement.expressions:
            case (Syntax() as left, Syntax() as right):
                with suppress(Unread):
                    equation = L.Relation(m.scalar(left), "=", m.scalar(right))
                    if equation.free and not isinstance(equation.left, L.Var):
                        yield equation


__all__ = ["Conditions", "perhaps"]
