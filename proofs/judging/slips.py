"""Standard slips: what a claim becomes when it is copied with one mistake.

A claim's worlds are worth something if they refute its mutants.  A slip is made at one place of one side; nothing here
knows whether the result is still true.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import pairwise
from typing import Any, NamedTuple

from proofs import language as L

from .setting import sort_key

CAP = 32
PLACES_END = (L.Space, L.Var, L.Number)  # nothing stands inside these where a slip could be made
HALF = L.Number(Fraction(1, 2))
Rebuild = Callable[[Any], Any]  # puts a node in the place where another stood
Slip = tuple[str, Any, Rebuild]  # the kind of mistake, the node with it, and where it goes


def mutants(statement: L.Statement) -> list[L.Statement]:
    """The statement with one slip each, at most ``CAP`` of them, all kinds of slips represented."""
    match statement:
        case L.Relation(left, "!=", right):
            made = [L.Relation(left, "=", right)]
        case L.Relation(left, "=" as symbol, right):
            slips = [*_slips_of(right, statement)]
            made = [L.Relation(left, symbol, t) for t in _chosen(right, slips, CAP)]
            if not right.free:
                made += [
                    L.Relation(t, symbol, right) for t in _chosen(left, [*_slips_of(left, statement)], CAP - len(made))
                ]
        case L.Relation(left, symbol, right):
            made = [L.Relation(left, L.FLIPPED[symbol], right)]
        case L.Iff(a, b):
            made = [L.Iff(changed, b) for changed in mutants(a)] if isinstance(a, L.Relation) else []
        case _:
            made = []
    return [m for m in dict.fromkeys(made) if m is not statement]


def _chosen(t: L.Term, slips: list[Slip], count: int) -> list[L.Term]:
    """Up to ``count`` of the slips made, taking the kinds in turn."""
    by_kind: dict[str, list[Slip]] = {}
    for slip in slips:
        by_kind.setdefault(slip[0], []).append(slip)
    made: dict[L.Term, None] = {}
    turn = 0
    while len(made) < count and any(len(found) > turn for found in by_kind.values()):
        for found in by_kind.values():
            if turn < len(found) and len(made) < count:
                _, changed, rebuild = found[turn]
                whole = rebuild(changed)
                if whole is not t:
                    made[whole] = None
        turn += 1
    return list(made)


def _slips_of(side: L.Term, statement: L.Statement) -> Iterator[Slip]:
    """Slips at every place of a side, then those of the side as a whole."""
    laws = _laws(statement)
    kin = _kin(statement.free)
    for place in places(side):
        for kind, changed in _local(place.node, laws if isinstance(place.node, L.Expectation) else ()):
            yield kind, changed, place.put
        for other in _others(place.node, kin, place.bound):
            yield "another name in one place", other, place.put

    def whole(t: Any) -> Any:
        return t

    for group in kin.values():
        for a, b in pairwise(group):
            if a in side.free or b in side.free:
                yield "two names exchanged", L.substitute(side, {a: b, b: a}), whole
    if L.is_scalar(side):
        yield "sign of the side", -side, whole
        yield "a factor 1/2", L.Times((HALF, side)), whole
        if not side.free:
            yield "another constant", side + 1, whole


class Place(NamedTuple):
    """Where a node stands in a term: in a field (a part of it, if that is a tuple) of the node around it."""

    node: Any
    bound: tuple[L.Var, ...] = ()  # the bound names in scope
    around: Place | None = None
    field: int = 0
    part: int | None = None

    def put(self, new: Any) -> Any:
        """The whole term with another node in this place."""
        place = self
        while place.around is not None:
            node, at, k = place.around.node, place.field, place.part
            fields = node.fields
            if k is not None:
                new = (*fields[at][:k], new, *fields[at][k + 1 :])
            new = type(node)(*fields[:at], new, *fields[at + 1 :])
            place = place.around
        return new


def places(t: Any) -> list[Place]:
    """Every place in a term where a slip can be made; ranges come with their binder."""
    found: list[Place] = []
    _collect(Place(t), found)
    return found


def _collect(place: Place, found: list[Place]) -> None:
    found.append(place)
    node, bound = place.node, place.bound
    if isinstance(node, PLACES_END):
        return
    binds = isinstance(node, L.Binder)
    for at, value in enumerate(node.fields):
        if binds and at < 2:
            if at == 0:
                _collect(Place(value, (*bound, node.var), place, at), found)
        elif isinstance(value, tuple):
            for k, part in enumerate(value):
                if isinstance(part, L.Node) and not isinstance(part, L.Space):
                    _collect(Place(part, bound, place, at, k), found)
        elif isinstance(value, L.Node) and not isinstance(value, L.Space):
            _collect(Place(value, bound, place, at), found)


@lru_cache(maxsize=4096)
def _local(node: Any, laws: tuple[Any, ...]) -> tuple[tuple[str, Any], ...]:
    """The slips that can be made at this node; the lines of a chain share most of their parts."""
    return tuple(_made_at(node, laws))


def _made_at(node: Any, laws: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    match node:
        case L.Number():
            return
        case L.Var(_, L.Reals() | L.PositiveReals()):
            yield "a square too many", node**2
        case L.Var(_, L.Integers()):
            yield "a count off by one", node - 1
        case L.Plus(args):
            for k, arg in enumerate(args):
                rest = (*args[:k], *args[k + 1 :])
                yield "a sign", L.Plus((*args[:k], arg.arg if isinstance(arg, L.Neg) else -arg, *args[k + 1 :]))
                yield "a summand lost", L.fold(L.Plus, list(rest), 0)
            if all(map(L.is_scalar, args)):
                yield "a factor for a term", L.Times(args)
                for k, arg in enumerate(args):
                    yield "a factor 1/2 on a term", L.Plus((*args[:k], L.Times((HALF, arg)), *args[k + 1 :]))
        case L.Neg(arg):
            yield "a sign", arg
        case L.Times(args):
            for k, arg in enumerate(args):
                if isinstance(arg, L.Number):
                    yield "a factor lost", L.fold(L.Times, [*args[:k], *args[k + 1 :]], 1)
        case L.Quotient(num, den) if L.is_scalar(num):
            yield "a fraction inverted", den / num
            if isinstance(den, L.Number):
                yield "a factor lost", num
        case L.Power(base, L.Number(value)) if value == 2:
            yield "a square lost", base
        case L.Power(base, exponent) if L.is_scalar(base):
            yield "a sign", L.Power(base, -exponent)
        case L.Normal(mean, deviation, label):
            yield "a variance for a deviation", L.Normal(mean, deviation**2, label)
        case L.Divergence(p, q):
            yield "the divergence reversed", L.Divergence(q, p)
        case L.JensenShannon(p, q):
            yield "the divergence of one from the other", L.Divergence(p, q)
        case L.CrossEntropy(p, q):
            yield "the divergence reversed", L.CrossEntropy(q, p)
        case L.Wasserstein(p, q, L.Number(order)):
            yield "another order of the distance", L.Wasserstein(p, q, 2 if order == 1 else 1)
        case L.Apply(L.Elementary(name), (arg,)):
            yield from _elementary(name, arg)
        case L.Inverse(arg) | L.Transpose(arg):
            yield "an inverse or a transpose lost", arg
        case L.Tr(L.MatMul(args)):
            yield "a trace of factors", L.fold(L.Times, [L.Tr(a) for a in args], 1)
        case L.Entry(matrix, row, column) if row is not column:
            yield "indices exchanged", L.Entry(matrix, column, row)
        case L.Iterate(_, _, start):
            yield "a layer at the first point", start
        case L.Expectation(body, var, law):
            for other in laws:
                if other is not law and L.support(other) is L.support(law):
                    yield "another law", L.Expectation(body, var, other)
        case L.Int(body, L.Var(name, L.PositiveReals() | L.Interval()) as var):
            everywhere = L.Var(name, L.R)
            yield "the range too wide", L.Int(L.substitute(body, {var: everywhere}), everywhere)
        case L.Sum(body, var) | L.Prod(body, var):
            for space in _ranges(var.space):
                other = L.Var(var.name, space)
                yield "the range off by one", type(node)(L.substitute(body, {var: other}), other)
        case L.MatMul(args) if all(isinstance(L.space_of(a), L.Matrices) for a in args):
            yield "factors in another order", L.MatMul(args[::-1])


def _elementary(name: str, arg: L.Term) -> Iterator[tuple[str, L.Term]]:
    match name:
        case "log" | "abs" | "sqrt":
            yield f"{name} lost", arg
            if name == "log":
                yield "another base", L.log(arg) / L.log(2)
        case "exp":
            yield "a sign", L.exp(-arg)
            yield "exp lost", arg
        case "sin":
            yield "another function", L.cos(arg)
        case "cos":
            yield "another function", L.sin(arg)


def _ranges(space: L.Space) -> Iterator[L.Space]:
    match space:
        case L.Range(low, high):
            yield L.Range(low, high - 1)
            yield L.Range(low + 1, high)
        case L.Without(range_, _):
            yield range_


def _laws(statement: L.Statement) -> tuple[Any, ...]:
    """The laws in the statement that mention no bound name."""
    found = [n for n in statement.walk() if isinstance(n, L.Law) and n.free <= statement.free]
    return tuple(dict.fromkeys(found))[:4]


def _kin(names: frozenset[L.Name]) -> dict[Any, list[L.Name]]:
    """The free names by kind: those that could be mistaken for each other."""
    groups: dict[Any, list[L.Name]] = {}
    for name in sorted((n for n in names if not isinstance(n, L.Abstract)), key=sort_key):
        groups.setdefault((type(name), *name.fields[1:]), []).append(name)
    return {kind: group for kind, group in groups.items() if len(group) > 1}


def _others(node: Any, kin: dict[Any, list[L.Name]], bound: tuple[L.Var, ...]) -> Iterator[Any]:
    """Another name of the same kind for a name, free or bound here."""
    if not isinstance(node, L.Name):
        return
    group = [n for n in kin.get((type(node), *node.fields[1:]), [node]) if n not in bound]
    if len(group) > 1 and node in group:
        yield group[(group.index(node) + 1) % len(group)]
    if isinstance(node, L.Var):
        for other in bound:
            if other is not node and other.space is node.space:
                yield other
