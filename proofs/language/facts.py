"""What follows from hypotheses: signs, integers, memberships, finite values, facts about matrices.

Sound before complete: every answer ``True`` is proved, ``False`` only says that no proof was found.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import Any

from . import entries, finiteness, membership, signs
from .beneath import beneath, of_space
from .binders import Derivative, Expectation, ForAll, Int, Limit, Prod, Sum
from .binding import alpha_equal, canonical, substitute
from .bounds import Bounds
from .events import is_of_events, table_entries
from .laws import Marginal, MemberDensity
from .masks import ANY, NEGATIVE, POSITIVE, ZERO
from .matrices import Coord, Entry
from .node import Node
from .relations import STRICT, Fact, Relation, density, shaped
from .separation import live_apart, lives_within
from .spaces import Compositions, Integers, Interval, PositiveReals, Range, Space, Without
from .steepness import has_lipschitz_constant
from .terms import Apply, Elementary, Function, MemberFunction, Neg, Number, Plus, Power, Term, Times, Var

_ALLOWED = {
    "=": ZERO,
    "<=": NEGATIVE | ZERO,
    "<": NEGATIVE,
    ">=": POSITIVE | ZERO,
    ">": POSITIVE,
    "!=": NEGATIVE | POSITIVE,
}  # the signs of the difference of the sides
_TELLING = (Range, Without, PositiveReals, Interval, Integers)  # the spaces that say something of their points
_known: dict[tuple[tuple[Node, ...], frozenset[Var]], Facts] = {}


class Facts:
    """The consequences of ``hypotheses``, a tuple of relations, facts and ``ForAll`` of these.

    Interned by the hypotheses, so that what was found out is kept.  ``names`` are variables known to have a value: that
    some k lies between 1 and d says that d >= 1, which holds where k occurs and nowhere else.
    """

    __slots__ = ("finite", "hypotheses", "names", "_bounds", "_general", "_instantiated", "_signs", "_stated", "_under")
    hypotheses: tuple[Node, ...]
    names: frozenset[Var]
    finite: set[Term]  # what was found to be finite numbers
    _bounds: Bounds
    _general: list[ForAll]
    _instantiated: set[Any]
    _signs: dict[Term, int]
    _stated: set[Node]
    _under: dict[Any, Facts]

    def __new__(cls, hypotheses: Iterable[Node] = (), names: frozenset[Var] = frozenset()) -> Facts:
        hypotheses = tuple(dict.fromkeys(hypotheses))
        found = _known.get((hypotheses, names))
        if found is not None:
            return found
        if len(_known) > 2_000:
            _known.clear()
        made = object.__new__(cls)
        made.hypotheses, made.names = hypotheses, names
        made.finite = set()
        made._bounds = Bounds()
        made._general = []
        made._instantiated = set()
        made._signs = {}
        made._stated = set()
        made._under = {}
        _known[hypotheses, names] = made
        for h in hypotheses:
            made._state(h)
        made._instantiated |= names
        for name in names:
            made._bound(name)
        for name in names:
            for general in tuple(made._general):
                made._instantiate(general, name)
        made._signs.clear()  # what was asked for on the way was answered before all was known
        return made

    # -----------------------------------------------------------------------------------------------------------------
    # signs

    def sign(self, t: Term) -> int:
        """The signs that the term, given that it has a value, may have: a union of NEGATIVE, ZERO, POSITIVE."""
        found = self._signs.get(t)
        if found is None:
            found = signs.structure(t, self)
            if found not in (NEGATIVE, ZERO, POSITIVE):
                self._signs[t] = found or ANY  # a bound on a part of it may ask for it again: this much is known
                here = self._look_at(t)
                found &= here._bounds.sign(t, here)
            self._signs[t] = found = found or ANY  # hypotheses that contradict each other prove nothing here
        return found

    def positive(self, t: Term) -> bool:
        return self.sign(t) == POSITIVE

    def negative(self, t: Term) -> bool:
        return self.sign(t) == NEGATIVE

    def nonnegative(self, t: Term) -> bool:
        return not self.sign(t) & NEGATIVE

    def nonzero(self, t: Term) -> bool:
        return not self.sign(t) & ZERO

    def stated_sign(self, t: Term) -> int:
        """The signs that the hypotheses alone leave, without looking at how the term is made."""
        here = self._look_at(t)
        return here._bounds.stated(t, here)

    # -----------------------------------------------------------------------------------------------------------------
    # integers, finite values, matrices

    def integer(self, t: Term) -> bool:
        match t:
            case Number(value):
                return value.denominator == 1
            case Var(_, space):
                while isinstance(space, Without):
                    space = space.range
                return isinstance(space, Integers | Range)
            case Apply(Function(_, _, Integers() | Range()) | Elementary("floor"), _):
                return True
            case Coord(Var(_, Compositions()), _):
                return True
            case Plus(args) | Times(args) | Apply(Elementary("min" | "max"), args):
                return all(map(self.integer, args))
            case Neg(arg):
                return self.integer(arg)
            case Power(base, exponent):
                return self.integer(base) and self.integer(exponent) and self.nonnegative(exponent)
        return False

    def finite_number(self, t: Term) -> bool:
        """Whether the term has a value and it is a finite real number (for a matrix: all its entries are)."""
        return finiteness.finite_number(t, self)

    def independent(self, law: Node, *functions: Node) -> bool:
        """Whether different random variables under the law are said to be independent of each other."""
        wanted = {canonical(f) for f in functions}
        of = canonical(law)
        stated = (h for h in self._stated if isinstance(h, Fact) and h.predicate == "independent")
        return len(wanted) == len(functions) and any(h.args[0] is of and wanted <= set(h.args[1:]) for h in stated)

    def invertible(self, matrix: Term) -> bool:
        return entries.invertible(matrix, self)

    def positive_definite(self, matrix: Term) -> bool:
        return entries.positive_definite(matrix, self)

    def orthonormal(self, matrix: Term) -> bool:
        return entries.orthonormal(matrix, self)

    def idempotent(self, matrix: Term) -> bool:
        return entries.idempotent(matrix, self)

    def square_zero(self, matrix: Term) -> bool:
        return entries.square_zero(matrix, self)

    def involutory(self, matrix: Term) -> bool:
        return entries.involutory(matrix, self)

    def symmetric(self, matrix: Term) -> bool:
        return entries.symmetric(matrix, self)

    # -----------------------------------------------------------------------------------------------------------------
    # membership

    def differ(self, i: Term, j: Term) -> bool:
        """Whether two indices are provably not the same."""
        return self.nonzero(Plus((i, Neg(j))))

    def same(self, i: Term, j: Term) -> bool:
        """Whether two scalars are provably the same number."""
        return alpha_equal(i, j) or self.sign(Plus((i, Neg(j)))) == ZERO

    def within(self, t: Term, space: Space) -> bool:
        """Whether the value of ``t`` provably lies in the space."""
        return membership.within(t, space, self)

    # -----------------------------------------------------------------------------------------------------------------
    # statements

    def states(self, h: Node) -> bool:
        """Whether the statement is among the hypotheses, or an instance of one, up to renaming."""
        return canonical(h) in self._look_at(h)._stated

    def said_of(self, t: Node) -> tuple[Node, ...]:
        """What is stated where ``t`` stands, each statement as ``canonical`` writes it."""
        return tuple(self._look_at(t)._stated)

    def proves(self, h: Node) -> bool:
        """Whether a relation or fact follows; ``ForAll`` is proved by its body ``under`` it."""
        if self.states(h):
            return True
        match h:
            case ForAll(body, _):
                return self.under(h).proves(body)
            case Relation(left, symbol, right):
                return not self.sign(_difference(left, right)) & ~_ALLOWED[symbol]
            case Fact("finite", (t,)):
                return self.finite_number(t)
            case Fact("independent", (law, *functions)):
                return self.independent(law, *functions)
            case Fact("invertible", (matrix,)):
                return self.invertible(matrix)
            case Fact("positive_definite", (matrix,)):
                return self.positive_definite(matrix)
            case Fact("positive_density", (law,)):
                return signs.positive_everywhere(law, self)
            case Fact("dominated", (q, p)):
                return lives_within(q, p, self)
            case Fact("lipschitz", (f, constant)):
                return has_lipschitz_constant(f, constant, self)
            case Fact("singular", (p, q)):
                return live_apart(p, q, self)
            case Fact("differentiable", (f,)):
                return finiteness.smooth(f, self)
            case Fact(predicate, (f,)) if predicate in STRICT:
                return self.states(shaped(predicate, f, strictly=True))
        return False

    def excludes(self, h: Node) -> bool:
        """Whether a relation cannot hold: the signs that its difference may have are none that it allows."""
        match h:
            case ForAll(body, _):
                return self.under(h).excludes(body)
            case Relation(left, symbol, right):
                return not self.sign(_difference(left, right)) & _ALLOWED[symbol]
        return False

    # -----------------------------------------------------------------------------------------------------------------
    # scopes

    def under(self, binder: Any) -> Facts:
        """The facts that hold in the body of a binder: nothing that was supposed of an outer name of the same writing,
        and what the range of the bound variable gives; beneath an expectation almost surely, beneath an integral
        almost everywhere."""
        law = binder.law if isinstance(binder, Expectation) else None
        kind = type(binder) if isinstance(binder, Int) else binder.fields[2:] if isinstance(binder, Limit) else None
        key = (kind, binder.var, law)
        found = self._under.get(key)
        if found is None:
            # of what holds almost surely for each value, nothing is known for all values at once
            each = isinstance(binder, Int | Expectation | Sum | Prod | Derivative)
            kept = tuple(
                h
                for h in self.hypotheses
                if binder.var not in h.free and (each or getattr(h, "predicate", "") != "diffuse")
            )
            found = self._under[key] = Facts(kept + tuple(beneath(binder, self)))
        return found

    # -----------------------------------------------------------------------------------------------------------------
    # bookkeeping

    def _state(self, h: Node) -> None:
        self._stated.add(canonical(h))
        match h:
            case Relation():
                self._bounds.add(h, self)
                for each in _without_size(h):
                    self._bounds.add(each, self)
                for law in h.free if h.symbol == "!=" else ():
                    if is_of_events(law) and density(law) in self.hypotheses:  # the same of what is contrary
                        whole = Plus((Number(1), Neg(Plus(table_entries(law)))))
                        self._bounds.add(Relation(Plus((h.left, whole)), "!=", h.right), self)
            case Fact("density", (law,)) if is_of_events(law):
                self._bounds.add(Relation(Plus(table_entries(law)), "=", Number(1)), self)
            case ForAll():
                self._general.append(h)
                for value in tuple(self._instantiated):
                    self._instantiate(h, value)

    def _look_at(self, t: Node) -> Facts:
        """The facts where ``t`` stands, with what its variables bring and the general hypotheses at its indices."""
        unseen = t.free - self._instantiated
        if not unseen and not self._general:
            return self
        new = {x for x in unseen if isinstance(x, Var) and self._says(x)}
        alone = {x for x in new if not x.space.free and not self._general}
        for value in alone:
            self._meet(value)
        here = Facts(self.hypotheses, self.names | new) if new > alone else self
        if here._general:
            for index in _indices(t) - here._instantiated:
                if index.free <= t.free:
                    here._meet(index)
        return here

    def _says(self, x: Var) -> bool:
        """Whether a variable brings facts: by its space, or because a general hypothesis ranges over that space."""
        if isinstance(x.space, _TELLING):
            return True
        if not self._general:
            return False
        space = canonical(x.space)
        return any(canonical(h.var.space) is space for h in self._general)

    def _meet(self, value: Term) -> None:
        self._instantiated.add(value)
        if isinstance(value, Var):
            self._bound(value)
        for h in tuple(self._general):
            self._instantiate(h, value)

    def _bound(self, x: Var) -> None:
        for bound in of_space(x, x.space):
            self._bounds.add(bound, self)

    def _instantiate(self, h: ForAll, value: Term) -> None:
        if self.within(value, h.var.space):
            instance = _at(h, value)
            if canonical(instance) not in self._stated:
                self._state(instance)


@lru_cache(maxsize=20_000)
def _at(h: ForAll, value: Term) -> Node:
    """The general statement at a value."""
    return substitute(h.body, {h.var: value})


def _difference(left: Term, right: Term) -> Term:
    return left if isinstance(right, Number) and right.value == 0 else Plus((left, Neg(right)))


def _without_size(h: Relation) -> tuple[Relation, ...]:
    """|a| < b says that a lies between -b and b."""
    for relation in (h, h.flipped()):
        match relation:
            case Relation(Apply(Elementary("abs"), (a,)), ("<" | "<=") as symbol, b):
                return Relation(a, symbol, b), Relation(Neg(b), symbol, a)
    return ()


@lru_cache(maxsize=50_000)
def _indices(t: Node) -> frozenset[Term]:
    """The terms of ``t`` at which a general hypothesis may be wanted: indices and arguments."""
    found: set[Term] = set()
    for node in t.walk():
        match node:
            case Coord(_, index) | MemberDensity(_, index) | MemberFunction(_, index) | Marginal(_, index):
                found.add(index)
            case Entry(_, row, column):
                found |= {row, column}
            case Apply(_, (argument,)):
                found.add(argument)
    return frozenset(found)


__all__ = ["Facts"]
