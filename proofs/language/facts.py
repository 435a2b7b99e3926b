"""What follows from hypotheses: signs, integers, memberships, finite values, facts about matrices.

Sound before complete: every answer ``True`` is proved, ``False`` only says that no proof was found.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from itertools import permutations
from typing import Any

from . import entries, finiteness, signs
from .binders import Expectation, ForAll, Int, Limit
from .binding import alpha_equal, canonical, substitute
from .bounds import Bounds
from .families import MultivariateNormal
from .laws import Density, Family, Law, Marginal, MemberDensity, ProductLaw, support
from .masks import ANY, NEGATIVE, POSITIVE, ZERO
from .matrices import Coord, Entry, Glue, Tuple, factor_of, space_of
from .node import Node
from .relations import Fact, Relation
from .spaces import Cartesian, Integers, Interval, PositiveReals, Product, Range, Reals, Slot, Space, Without
from .terms import Apply, Constant, Function, MemberFunction, Neg, Number, Plus, Power, Term, Times, Var

_known: dict[tuple[tuple[Node, ...], frozenset[Var]], Facts] = {}


class Facts:
    """The consequences of ``hypotheses``, a tuple of relations, facts and ``ForAll`` of these.

    Interned by the hypotheses, so that what was found out is kept.  ``names`` are variables known to have a value: that
    some k lies between 1 and d says that d >= 1, which holds where k occurs and nowhere else.
    """

    __slots__ = ("hypotheses", "names", "_bounds", "_general", "_instantiated", "_signs", "_stated", "_under")
    hypotheses: tuple[Node, ...]
    names: frozenset[Var]
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
            case Apply(Function(_, _, Integers() | Range()), _):
                return True
            case Plus(args) | Times(args):
                return all(map(self.integer, args))
            case Neg(arg):
                return self.integer(arg)
            case Power(base, Number(n)):
                return n.denominator == 1 and n >= 0 and self.integer(base)
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
        if isinstance(t, Var) and alpha_equal(t.space, space):
            return True
        if isinstance(t, Coord) and (home := factor_of(t)) is not None and alpha_equal(home, space):
            return True
        match space:
            case Cartesian(factors) if isinstance(t, Tuple):
                return len(t.entries) == len(factors) and all(map(self.within, t.entries, factors))
            case Product(name, Range(Number(low), Number(high))) if isinstance(t, Tuple):
                slots = [Slot(name, Number(k)) for k in range(1, len(t.entries) + 1)]
                return low == 1 and high == len(slots) and all(map(self.within, t.entries, slots))
            case Without(outer, index):
                return self.within(t, outer) and self.differ(t, index)
            case Range(low, high):
                if (
                    isinstance(t, Var)
                    and isinstance(t.space, Without)
                    and self.within(Var(t.name, t.space.range), space)
                ):
                    return True
                return self.integer(t) and self._between(low, t, high)
            case Integers():
                return self.integer(t)
            case Reals():
                return _is_real(t) and self.finite_number(t)
            case PositiveReals():
                return _is_real(t) and self.positive(t) and self.finite_number(t)
            case Interval(low, high):
                return _is_real(t) and self._between(low, t, high) and self.finite_number(t)
        found = space_of(t)
        return found is not None and alpha_equal(found, space)

    def _between(self, low: Term, t: Term, high: Term) -> bool:
        return (_is_infinite(low) or self.nonnegative(Plus((t, Neg(low))))) and (
            _is_infinite(high) or self.nonnegative(Plus((high, Neg(t))))
        )

    # -----------------------------------------------------------------------------------------------------------------
    # statements

    def states(self, h: Node) -> bool:
        """Whether the statement is among the hypotheses, or an instance of one, up to renaming."""
        return canonical(h) in self._look_at(h)._stated

    def proves(self, h: Node) -> bool:
        """Whether a relation or fact follows; ``ForAll`` is proved by its body ``under`` it."""
        if self.states(h):
            return True
        match h:
            case ForAll(body, _):
                return self.under(h).proves(body)
            case Relation(left, symbol, right):
                allowed = {"=": ZERO, "<=": NEGATIVE | ZERO, "<": NEGATIVE, ">=": POSITIVE | ZERO, ">": POSITIVE}
                gap = left if isinstance(right, Number) and right.value == 0 else Plus((left, Neg(right)))
                return not self.sign(gap) & ~allowed.get(symbol, NEGATIVE | POSITIVE)
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
                return q is p or signs.positive_everywhere(p, self)
            case Fact("differentiable", (f,)):
                return finiteness.smooth(f, self)
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
            kept = tuple(h for h in self.hypotheses if binder.var not in h.free)
            found = self._under[key] = Facts(kept + tuple(self._local(binder, law)))
        return found

    def _local(self, binder: Any, law: Law | None) -> Iterator[Node]:
        x = binder.var
        if isinstance(binder, Int | Expectation):
            match x.space:
                case Interval(low, high) if self._between(low, low, high):
                    yield from _strictly_between(low, x, high)
        if isinstance(binder, Limit):
            yield from _near(x, binder.to, binder.side)
        if law is None or x in law.free:
            return
        yield from self._positive_at(law, x)
        if isinstance(law, Family) and not isinstance(law, MultivariateNormal):
            match support(law):
                case PositiveReals():
                    yield x > 0
                case Interval(low, high):
                    yield from _strictly_between(low, x, high)
                case Integers():
                    yield x >= 0
                case Range() as home:
                    yield from _of_space(x, home)

    def _positive_at(self, law: Law, x: Term) -> Iterator[Node]:
        """The densities that are positive at a point drawn from ``law``."""
        reached, waiting = [law], [law]
        while waiting:
            q = waiting.pop()
            yield Apply(q, (x,)) > 0
            for p in self._dominating(q):
                if p not in reached and x not in p.free:
                    reached.append(p)
                    waiting.append(p)
        for p in reached:
            if isinstance(p, ProductLaw) and isinstance(x, Var) and isinstance(x.space, Product):
                yield ForAll(Apply(p.body, (Coord(x, p.var),)) > 0, p.var)
        if isinstance(x, Var) and isinstance(x.space, Product):
            yield from self._positive_coordinates(law, x)
        if isinstance(x, Var) and isinstance(x.space, Cartesian) and isinstance(law, Density):
            yield from _positive_sections(law, x, len(x.space.factors))

    def _dominating(self, q: Law) -> Iterator[Law]:
        wanted = canonical(q)
        for h in tuple(self._look_at(q)._stated):
            match h:
                case Fact("dominated", (smaller, p)) if smaller is wanted:
                    yield p

    def _positive_coordinates(self, law: Law, x: Var) -> Iterator[Node]:
        """Where every marginal is dominated, each coordinate of the point has positive density."""
        for h in self.hypotheses:
            match h:
                case ForAll(Fact("dominated", (Marginal(joint, index), p)), i) if index is i and alpha_equal(
                    joint, law
                ):
                    if i not in law.free and x is not i:
                        yield ForAll(Apply(p, (Coord(x, i),)) > 0, i)
                case ForAll(Fact("dominated", (factor, p)), i) if isinstance(law, ProductLaw):
                    mine = substitute(law.body, {law.var: i}) if i is law.var or i not in law.body.free else None
                    if mine is not None and i.space is law.var.space and alpha_equal(factor, mine) and x is not i:
                        yield ForAll(Apply(p, (Coord(x, i),)) > 0, i)

    # -----------------------------------------------------------------------------------------------------------------
    # bookkeeping

    def _state(self, h: Node) -> None:
        self._stated.add(canonical(h))
        match h:
            case Relation():
                self._bounds.add(h, self)
            case ForAll():
                self._general.append(h)
                for value in tuple(self._instantiated):
                    self._instantiate(h, value)

    def _look_at(self, t: Node) -> Facts:
        """The facts where ``t`` stands, with what its variables bring and the general hypotheses at its indices."""
        new = {x for x in t.free - self._instantiated if isinstance(x, Var) and self._says(x)}
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
        if isinstance(x.space, Range | Without | PositiveReals | Interval | Integers):
            return True
        space = canonical(x.space)
        return any(canonical(h.var.space) is space for h in self._general)

    def _meet(self, value: Term) -> None:
        self._instantiated.add(value)
        if isinstance(value, Var):
            self._bound(value)
        for h in tuple(self._general):
            self._instantiate(h, value)

    def _bound(self, x: Var) -> None:
        for bound in _of_space(x, x.space):
            self._bounds.add(bound, self)

    def _instantiate(self, h: ForAll, value: Term) -> None:
        if self.within(value, h.var.space):
            instance = _at(h, value)
            if canonical(instance) not in self._stated:
                self._state(instance)


def _positive_sections(law: Density, x: Var, n: int) -> Iterator[Relation]:
    """Almost surely a joint density is positive at the coordinates of the point, and so are its marginals there."""
    coordinates = [Coord(x, Number(k)) for k in range(1, n + 1)]
    names = [Var(f"{x.name}_{k}", factor) for k, factor in enumerate(x.space.factors, 1)]
    for out in range(n if n <= 3 else 1):  # how many coordinates are integrated out
        for left in permutations(range(n), out):
            entries = tuple(names[k] if k in left else coordinates[k] for k in range(n))
            yield reduce(Int, (names[k] for k in left), Apply(law, (Tuple(entries),))) > 0
    for k, coordinate in enumerate(coordinates, 1):
        yield Apply(Marginal(law, Number(k)), (coordinate,)) > 0


@lru_cache(maxsize=20_000)
def _at(h: ForAll, value: Term) -> Node:
    """The general statement at a value."""
    return substitute(h.body, {h.var: value})


def _of_space(x: Var, space: Space) -> Iterator[Relation]:
    """What the space of a variable says about it.  The interval is taken to be closed."""
    match space:
        case PositiveReals():
            yield x > 0
        case Range(low, high) | Interval(low, high):
            yield from (x >= bound for bound in (low,) if not _is_infinite(bound))
            yield from (x <= bound for bound in (high,) if not _is_infinite(bound))
        case Without(outer, index):
            yield Relation(x, "!=", index)
            yield from _of_space(x, outer)


def _near(x: Var, to: Term, side: str) -> Iterator[Relation]:
    """What holds of a variable that comes close enough to what it tends to."""
    match to:
        case Constant("oo"):
            yield x >= 1
        case Neg(Constant("oo")):
            yield x <= -1
        case _ if x not in to.free:
            yield {"+": x > to, "-": x < to}.get(side, Relation(x, "!=", to))


def _strictly_between(low: Term, x: Term, high: Term) -> Iterator[Relation]:
    if not _is_infinite(low):
        yield x > low
    if not _is_infinite(high):
        yield x < high


def _is_infinite(t: Term) -> bool:
    return any(isinstance(node, Constant) and node.name == "oo" for node in t.walk())


def _is_real(t: Term) -> bool:
    """Whether the term's value is a real number, and not a point of some other space."""
    if isinstance(t, Var):
        return isinstance(t.space, Reals | PositiveReals | Interval | Integers | Range | Without)
    return not isinstance(t, Glue) and space_of(t) is None


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
