"""What a claim leaves open: its free names, and what the hypotheses say about each that a world can be built from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import lru_cache
from typing import Any

from proofs import language as L
from proofs.language.facts import Facts
from proofs.language.linear_forms import bound_of_one, constant
from proofs.language.membership import is_endless
from proofs.language.relations import SHAPES_IN_WORDS

from . import ordered, powers_told
from .compared import compared
from .steps import is_faithful, is_stepwise
from .told_moments import Moments, moments_told
from .told_tables import told_of

CONSTRUCTED = (
    *("density", "positive_density", "positive_definite", "polynomial", "triangular", "diffeomorphism"),
    *SHAPES_IN_WORDS,
)
CHECKED = ("finite", "positive_density", "dominated")


@dataclass(frozen=True)
class Bounds:
    """An interval that values must lie in; None for an end at infinity."""

    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = True
    high_open: bool = True

    def above(self, value: Fraction, is_open: bool) -> Bounds:
        if self.low is None or value > self.low or (value == self.low and is_open):
            return replace(self, low=value, low_open=is_open)
        return self

    def below(self, value: Fraction, is_open: bool) -> Bounds:
        if self.high is None or value < self.high or (value == self.high and is_open):
            return replace(self, high=value, high_open=is_open)
        return self

    def admits(self, value: Fraction) -> bool:
        if self.low is not None and (value < self.low or (value == self.low and self.low_open)):
            return False
        return not (self.high is not None and (value > self.high or (value == self.high and self.high_open)))


FREE = Bounds()
POSITIVE = Bounds(low=Fraction(0))


class Setting:
    """The names of a claim and its hypotheses, read for what a world needs.

    ``facts[predicate]`` are the names a fact is about; ``independent`` gives the random variables that are so under a
    law; ``apart`` gives densities that vanish where others do not, ``steepness`` the Lipschitz constants of functions,
    ``through`` the values that they have at points, ``inverses`` which of them undo which; ``shares`` are vectors whose
    coordinates sum to one; ``commuting`` gives the matrices with which others commute, ``perpendicular`` the vectors
    that are orthogonal to each other; ``moments`` are those that are told of densities, ``tables`` the equations that
    tell of the entries of a table; ``definitions`` gives names that are equal to a term, ``ordered`` those that are
    built from others so that ``orders`` hold at all points; ``equations`` must be solved;
    ``loose`` are relations between scalars that are met by trying; ``settled`` are the hypotheses that every world
    meets because of how it is built; ``checks`` are those that building does not look at.  ``stepwise``: densities on
    lines may be step functions; ``faithful``: if they are, the hypotheses still hold; ``summed`` are functions of which
    an infinite series is to have a value; ``limits`` are bounds of the values of functions that have names;
    ``atoms`` are numbers that random variables are compared with.
    """

    def __init__(
        self,
        names: tuple[L.Name, ...],
        hypotheses: tuple[Any, ...],
        stepwise: bool = False,
        sizes: frozenset[L.Name] = frozenset(),
        summed: frozenset[L.Name] = frozenset(),
        atoms: frozenset[tuple[L.Function, Fraction]] = frozenset(),
    ) -> None:
        self.names, self.hypotheses, self.stepwise, self.summed = names, hypotheses, stepwise, summed
        self.atoms = atoms
        self.limits: dict[L.Name, list[tuple[str, L.Term]]] = {}
        self.faithful = not stepwise or is_faithful(hypotheses)
        self.bounds: dict[L.Name, Bounds] = {}
        self.facts: dict[str, set[L.Name]] = {}
        self.definitions: dict[L.Name, Any] = {}
        self.ordered: dict[L.Name, ordered.Ordered] = {}
        self.orders: dict[Any, ordered.Ordered] = {}
        self.equations: list[Any] = []
        self.loose: list[L.Relation] = []
        self.settled: set[Any] = set()
        self.checks: set[Any] = set()
        self.independent: dict[L.Name, dict[L.Name, None]] = {}
        self.apart: dict[L.Name, L.Name] = {}
        self.steepness: dict[L.Name, L.Term] = {}
        self.through: dict[L.Name, tuple[L.Relation, ...]] = {}
        self.inverses: dict[L.Name, tuple[L.Name, L.Name, L.Space]] = {}
        self.shares: set[L.Name] = set()
        self.commuting: dict[L.Name, set[L.Name]] = {}
        self.perpendicular: dict[L.Name, set[L.Name]] = {}
        self.moments: dict[L.Name, Moments] = moments_told(hypotheses)
        self.settled.update(h for told in self.moments.values() for h in told.hypotheses)
        for h in sorted(hypotheses, key=lambda h: member_value(h) is None):  # what a family is, before what it sums to
            if h not in self.settled:
                self._read(h)
        for h in [h for h in self.equations if isinstance(h, L.ForAll) and self._define_on_interval(h)]:
            self.equations.remove(h)
            self.checks.remove(h)
            self.settled.add(h)
        for told, said in ordered.told_by(hypotheses):
            self._order(told, said)
        self.tables: dict[L.Name, list[L.Relation]] = {}
        for h in list(self.equations):
            law = told_of(written := self.written_out(h))
            if law is not None and self.about("density", law):
                self.tables.setdefault(law, []).append(written)
                self.equations.remove(h)
                self.checks.remove(h)
        self.sizes = sizes.union(n for name in names for n in _sizes(name))
        self._bounds: dict[L.Name, Bounds] = {}
        self._kinds: dict[Any, int] = {}
        self._kind_of: dict[L.Name, int] = {}

    def kind(self, name: L.Name) -> int:
        """A number that names have in common which differ in nothing but what they are called."""
        found = self._kind_of.get(name)
        if found is None:
            told = self.bounds.get(name), tuple(self.limits.get(name, ())), self.shapes(name), self.steepness.get(name)
            what = type(name), *name.fields[1:], *told
            found = self._kind_of[name] = self._kinds.setdefault(what, len(self._kinds))
        return found

    def bound(self, name: L.Name) -> Bounds:
        """What is known about a name's value (or each of its coordinates, or values)."""
        found = self._bounds.get(name)
        if found is None:
            found = self._bounds[name] = self._bound(name)
        return found

    def _bound(self, name: L.Name) -> Bounds:
        found = self.bounds.get(name, FREE)
        space = getattr(name, "codomain", getattr(name, "space", None))
        if isinstance(space, L.PositiveReals):
            return found.above(Fraction(0), True)
        if isinstance(space, L.Interval):
            low, high = constant(space.low), constant(space.high)
            found = found if low is None else found.above(low, True)
            return found if high is None else found.below(high, True)
        if isinstance(space, L.Integers) and found.low is None:
            return found.above(Fraction(1), False)
        return found

    def about(self, predicate: str, name: L.Name) -> bool:
        return name in self.facts.get(predicate, ())

    def shapes(self, name: L.Name) -> frozenset[str]:
        """What is told of the shape of a function: convex, increasing, even, ..."""
        return frozenset(shape for shape in SHAPES_IN_WORDS if name in self.facts.get(shape, ()))

    def _read(self, h: Any) -> None:
        inner, bound_names = h, set[L.Name]()
        while isinstance(inner, L.ForAll):
            bound_names.add(inner.var)
            inner = inner.body
        match inner:
            case L.Fact("independent", (L.Density() as law, *functions)):
                self.independent.setdefault(law, {}).update(dict.fromkeys(functions))
                if self.moments.keys() >= set(functions):  # stretched, they may have no exact values to check it by
                    self.settled.add(h)
            case L.Fact("singular", (L.Density() as p, L.Density() as q)) if not {p, q} & self.apart.keys():
                self.apart[p], self.apart[q] = q, p
                self.settled.add(h)
            case L.Fact("differentiable_under", (mean, _)):  # polynomials allow it, and their means are exact
                self.facts.setdefault("tempered", set()).update(f for f in mean.free if isinstance(f, L.Function))
            case L.Fact("inverse", (L.Function() as back, L.Function() as f, home)) if not (
                {back, f} & self.inverses.keys()
            ):
                self.inverses[back] = self.inverses[f] = back, f, home
                self.facts.setdefault("inverse", set()).update((back, f))
                self.settled.add(h)
            case L.Fact("lipschitz", (L.Function() as f, constant)) if f not in self.steepness:
                self.steepness[f] = constant
                self.settled.add(h)
            case L.Fact(predicate, (subject, *_)):
                name = _owner(subject)
                if name is not None:
                    self.facts.setdefault(predicate, set()).add(name)
                    if predicate in CONSTRUCTED or predicate == "differentiable":
                        self.settled.add(h)
                if predicate in CHECKED:
                    self.checks.add(h)
            case L.AlmostEverywhere():
                self._must_be_solved(h)
            case L.Relation(L.Transpose(a), "=", b) | L.Relation(b, "=", L.Transpose(a)) if a is b and isinstance(
                a, L.Var
            ):
                self.facts.setdefault("symmetric", set()).add(a)
            case L.Relation(L.MatMul((L.Transpose(L.Var() as a), b)), "=", L.Identity()) if a is b and h is inner:
                self.facts.setdefault("orthonormal", set()).add(a)
                self.checks.add(h)
            case L.Relation(L.MatMul((L.Var(_, L.Matrices(n, d)) as a, L.Transpose(b))), "=", L.Identity()) if (
                a is b and n is d and h is inner
            ):
                self.facts.setdefault("orthonormal", set()).add(a)
                self.checks.add(h)
            case L.Relation() if h is inner and (power := powers_told.told(h)) is not None:
                self.facts.setdefault(power[0], set()).add(power[1])
                self.checks.add(h)
            case L.Relation(size, "=", L.Number(one)) if (
                one == 1 and h is inner and (unit := _measured(size)) is not None
            ):
                self.facts.setdefault("unit", set()).add(unit)
                self.checks.add(h)
            case L.Relation(L.Form(L.Var() as a, L.Identity(), L.Var() as b), "=", L.Number(zero)) if (
                zero == 0 and h is inner and a is not b
            ):
                self.perpendicular.setdefault(a, set()).add(b)
                self.perpendicular.setdefault(b, set()).add(a)
                self.checks.add(h)
            case L.Relation(total, "=", whole) if (
                h is inner and (vector := summed_to_one(total, whole)) is not None and vector not in self.definitions
            ):
                self.shares.add(vector)
            case L.Relation(L.MatMul((L.Var() as a, L.Var() as b)), "=", L.MatMul((c, d))) if (c, d) == (b, a):
                self.commuting.setdefault(a, set()).add(b)
                self.commuting.setdefault(b, set()).add(a)
                self.checks.add(h)
            case L.Relation(
                L.Apply(L.Function(_, (L.Reals(),), L.Reals()) as f, (L.Number() | L.Var() | L.Coord(L.Var(), _),)),
                "=",
                L.Number(),
            ) if h is inner and h.left not in (told.left for told in self.through.get(f, ())):
                self.through[f] = (*self.through.get(f, ()), h)
                self.checks.add(h)
                self.settled.add(h)
            case L.Relation(_, "=", _):
                whole = member_value(h)
                if (whole is not None and self._define(*whole)) or (
                    h is inner and (self._define(h.left, h.right) or self._define(h.right, h.left))
                ):
                    self.settled.add(h)
                else:
                    self._must_be_solved(h)
            case L.Relation(left, symbol, right):
                flipped, solved = L.relations.FLIPPED[symbol], bound_of_one(h) if h is inner else None
                if (
                    self._restrict(left, symbol, right, bound_names)
                    or self._restrict(right, flipped, left, bound_names)
                    or (solved is not None and self._restrict(*solved, bound_names))
                ):
                    self.settled.add(h)
                elif all(isinstance(name, L.Var) for name in h.free):
                    self.loose.append(h)

    def _must_be_solved(self, h: Any) -> None:
        self.equations.append(h)
        self.checks.add(h)

    def _define(self, name: Any, t: Any) -> bool:
        if not isinstance(name, L.Var) or name in self.definitions or name in self.rests_on(t.free):
            return False
        self.definitions[name] = t
        return True

    def _order(self, told: ordered.Ordered, said: tuple[Any, ...]) -> None:
        """Let orders between densities, or functions, at all points hold by how one of them is built."""
        known = told.name in self.follows or not self.settled.isdisjoint(said)
        if known or told.name in self.rests_on(told.needs):
            return
        self.ordered[told.name] = told
        self.orders.update(dict.fromkeys(said, told))
        self.settled.update(said)
        if (factor := ordered.least_factor(told)) is not None:
            self.bounds[factor] = self.bounds.get(factor, FREE).above(Fraction(1), False)

    @property
    def follows(self) -> set[L.Name]:
        """The names of which the values follow from those of others."""
        return {*self.definitions, *self.ordered}

    def _define_on_interval(self, h: L.ForAll) -> bool:
        """A function of which is known that it is smooth, and what it is on an interval: it may be that everywhere."""
        match h:
            case L.ForAll(L.Relation(L.Apply(L.Function() as f, (x,)), "=", body), L.Var(_, L.Interval()) as var):
                said = [g for g in self.hypotheses if f in g.free and g is not h]
                line = L.Var(var.name, L.R)
                whole = L.Lambda(L.substitute(body, {var: line}), line)
                known = f in self.definitions or f in self.rests_on(whole.free) or f.domain != (L.R,)
                free = x is var and not known and line not in h.free and all(g is L.differentiable(f) for g in said)
                if free and Facts(self.hypotheses).proves(L.differentiable(whole)):
                    self.definitions[f] = whole
                    return True
        return False

    @property
    def ties(self) -> bool:
        """Whether an equation ties a number to others, and all names are numbers."""
        numbers = all(isinstance(n, L.Var) and isinstance(n.space, L.Reals | L.PositiveReals) for n in self.names)
        return numbers and (bool(self.equations) or bool(self.definitions))

    def totals(self) -> Iterator[tuple[list[L.Var], Fraction]]:
        """Numbers that are not negative and the positive one that an equation says they sum to."""
        for h in self.equations:
            match h:
                case L.Relation(L.Plus(terms), "=", L.Number(total)) | L.Relation(L.Number(total), "=", L.Plus(terms)):
                    names = [
                        n for n in terms if isinstance(n, L.Var) and isinstance(n.space, L.Reals | L.PositiveReals)
                    ]
                    least = {self.bound(n).low for n in names}
                    if total > 0 and len(set(names)) == len(terms) and least == {0}:
                        yield names, total

    def rests_on(self, names: Iterable[L.Name]) -> set[L.Name]:
        """These names, and those in what defines them, or in the moments that they are drawn by."""
        found, new = set(names), set(names)
        while new:
            defined = {n for name in new if name in self.definitions for n in self.definitions[name].free}
            defined |= {n for name in new if name in self.ordered for n in self.ordered[name].needs}
            new = (defined | {n for name in new if name in self.moments for n in self.moments[name].names}) - found
            found |= new
        return found

    def written_out(self, t: Any) -> Any:
        """The term, or the relation, with what defines a name in the place of each name that is defined."""
        while not t.free.isdisjoint(self.definitions):
            t = L.substitute(t, {name: self.definitions[name] for name in t.free & self.definitions.keys()})
        return t

    def _restrict(self, subject: Any, symbol: str, limit: Any, bound_names: set[L.Name]) -> bool:
        """Note ``subject symbol limit`` where the limit is a number and the subject a name, a coordinate, a value."""
        value = constant(limit)
        match subject:
            case L.Var():
                name: Any = subject
            case L.Coord(L.Var() as name, index) if index in bound_names:
                pass
            case L.Apply(L.Function() | L.MemberFunction() as head, args) if all(a in bound_names for a in args):
                name = _owner(head)
                if any(isinstance(a.space, L.Interval | L.PositiveReals) for a in args) and head.domain == (L.R,):
                    return False  # on a part of the line only
            case _:
                return False
        if value is None and self._is_limit(name, symbol, limit, bound_names):
            self.limits.setdefault(name, []).append((symbol, limit))
            return True
        if value is None or symbol == "!=" or name in bound_names:
            return False
        known, is_open = self.bounds.get(name, FREE), symbol in "<>"
        self.bounds[name] = known.above(value, is_open) if symbol in (">", ">=") else known.below(value, is_open)
        return True

    def _is_limit(self, name: Any, symbol: str, limit: L.Term, bound_names: set[L.Name]) -> bool:
        """Whether a sequence of numbers is bounded by what other names are."""
        sequence = isinstance(name, L.Function) and name.domain == (L.Z_INTEGERS,) and name.codomain is L.R
        return (
            sequence
            and symbol != "!="
            and all(isinstance(n, L.Var) for n in limit.free - {name})
            and limit.free.isdisjoint({name, *bound_names})
        )


def _measured(size: Any) -> L.Var | None:
    """The vector whose length, or its square, a term is."""
    match size:
        case L.Form(L.Var() as vector, L.Identity(), other) if vector is other:
            return vector
        case L.Power(L.Apply(L.Elementary("sqrt"), (inner,)), L.Number(n)) if n == 2:
            return _measured(inner)
        case L.Apply(L.Elementary("sqrt"), (L.Form() as inner,)):
            return _measured(inner)
    return None


def summed_to_one(total: Any, whole: Any) -> L.Var | None:
    """The vector that a sum of all its coordinates is of, where that is one; None for other sides of an equation."""
    match total, whole:
        case L.Sum(L.Coord(L.Var(_, L.Vectors(size)) as vector, place), L.Var(_, L.Range(low, high)) as index), one:
            if one is L.Number(1) and place is index and low is L.Number(1) and high is size:
                return vector
    return None


def member_value(h: Any) -> tuple[L.Var, L.Term] | None:
    """The vector of which an equation says what each coordinate is, p_i = e^{lambda - 1} for all i, and that vector."""
    match h:
        case L.ForAll(
            L.Relation(L.Coord(L.Var(_, L.Vectors(size)) as vector, place), "=", body),
            L.Var(_, L.Range(low, high)) as i,
        ) if place is i and low is L.Number(1) and high is size and vector not in body.free:
            return vector, L.VectorOf(body, i)
    return None


def _owner(subject: Any) -> L.Name | None:
    """The name that a hypothesis of this kind is about: of a member its family."""
    if isinstance(subject, L.MemberDensity | L.MemberFunction):
        return subject.family
    return subject if isinstance(subject, L.Name) else None


def _sizes(name: L.Name) -> Iterator[L.Name]:
    """The integers that fix how large a space or a range is, so that they had better be small."""
    for field in name.fields:
        for part in field if isinstance(field, tuple) else (field,):
            if isinstance(part, L.Space):
                yield from part.free


def _summed_over(statement: L.Node) -> frozenset[L.Name]:
    """The names that say over how many vectors of counts means are taken."""
    found: set[L.Name] = set()
    for node in statement.walk():
        match node:
            case L.Compositions():
                found |= node.free
            case L.Multinomial(count, probabilities):
                found |= count.free | L.categories(probabilities).free
    return frozenset(found)


@lru_cache(maxsize=10_000)
def sort_key(name: Any) -> tuple[str, str, str]:
    return getattr(name, "name", ""), type(name).__name__, repr(name.fields[1:])


def setting_of(claim: L.Claim) -> Setting:
    """The names and hypotheses that bear on the statement, directly or through other hypotheses.

    Those without names, that a density without parameters integrates to 1, must hold in every world.
    """
    names = set(claim.statement.free)
    taken = [h for h in claim.hypotheses if not h.free]
    waiting = [h for h in claim.hypotheses if h.free]
    while True:
        near = [h for h in waiting if not h.free.isdisjoint(names)]
        if not near:
            break
        taken += near
        waiting = [h for h in waiting if h.free.isdisjoint(names)]
        for h in near:
            names |= h.free
    hypotheses = tuple(h for h in dict.fromkeys(claim.hypotheses) if h in taken)  # said twice, it is one equation
    free = frozenset(names)
    statements = (claim.statement, *hypotheses)
    summed = frozenset(f for s in statements for f in _in_series(s))
    stepwise = is_stepwise(free, claim.statement, hypotheses)
    return setting_for(free, hypotheses, stepwise, _summed_over(claim.statement), summed, compared(claim.statement))


@lru_cache(maxsize=4096)
def _in_series(statement: L.Node) -> frozenset[L.Name]:
    """The functions of which terms of a series are made."""
    series = [t for t in statement.walk() if isinstance(t, L.Sum) and is_endless(t.var.space)]
    applied = (n for t in series for n in t.body.walk() if isinstance(n, L.Apply) and isinstance(n.head, L.Function))
    return frozenset(n.head for n in applied)


_settings: dict[Any, Setting] = {}


def setting_for(
    names: frozenset[L.Name],
    hypotheses: tuple[Any, ...],
    stepwise: bool = False,
    sizes: frozenset[L.Name] = frozenset(),
    summed: frozenset[L.Name] = frozenset(),
    atoms: frozenset[tuple[L.Function, Fraction]] = frozenset(),
) -> Setting:
    """The setting with these names and hypotheses, read once; ``sizes``, ``summed`` may be of names still to come."""
    here = frozenset(pair for pair in atoms if pair[0] in names)
    key = names, hypotheses, stepwise, sizes & names, summed & names, here
    found = _settings.get(key)
    if found is None:
        if len(_settings) > 1000:
            _settings.clear()
        found = _settings[key] = Setting(tuple(sorted(names, key=sort_key)), *key[1:])
    return found
