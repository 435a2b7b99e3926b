r"""Maps between vectors: f : \mathbb R^n \to \mathbb R^n, what they make of a point, their derivatives and entries.

The derivative of f at x is written \mathrm D f(x), D f(x), J_f(x), \frac{\partial f}{\partial x}; its entries are
\frac{\partial f_i}{\partial x_j}.  f_\# p is the law of f(X) where X has the law p.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Dots, Multiply, Numeral, Script, Sign, Statement, Symbol, Syntax, Unread
from ..uses import lists, subscripts
from . import arrays

if TYPE_CHECKING:
    from ..meaning import Meaning

_DERIVATIVES = ("D", "J")


# ---------------------------------------------------------------------------------------------------------------------
# declarations


def declare(m: Meaning, statements: tuple[Statement, ...]) -> None:
    r"""f, g : \mathbb R^n \to \mathbb R^m, and f_1, \dots, f_K : \mathbb R^n \to \mathbb R^n.  Raises ``Unread``."""
    names: list[Syntax] = []
    for statement in statements:
        match statement:
            case Statement((Symbol() | Script() | Dots() as name,), ()) if not statement.words:
                names.append(name)
            case Statement((name, home, image), (Sign(":"), Sign("to"))) if home is not None and image is not None:
                assert name is not None
                _declare_all(m, (*names, name), home, image, statement)
                names.clear()
            case _:
                names.clear()


def _declare_all(m: Meaning, names: tuple[Syntax, ...], home: Syntax, image: Syntax, node: Statement) -> None:
    domain, codomain = _space(m, home), _space(m, image)
    if home == Symbol("Omega") and (_is_half_line(image) or _taken_at_points(m, names)):
        domain = L.Abstract("Omega")
    if domain is not None and _is_half_line(image):
        m.context.homes.update({name: domain for name in map(name_of, names) if name is not None})
    if domain is None or codomain is None:
        return
    if (found := lists.listed(names, node.span)) is not None:
        match found.entry:
            case Script(Symbol() as symbol, Symbol(index), None, 0) if index == found.index:
                places = L.Range(m.scalar(found.low), _size(m, found.high))
                family = name_of(symbol) or ""
                m.context.maps[family] = L.FunctionFamily(family, places, domain, codomain)
                return
        raise Unread("maps that are listed by something else than an index", node.span)
    for each in names:
        if (name := name_of(each)) is not None:
            m.context.maps[name] = L.Function(name, domain, codomain)


def _space(m: Meaning, node: Syntax) -> L.Space | None:
    r"""\mathbb R or \mathbb R^n; None for a set that is not one of these."""
    match node:
        case Symbol("R", "bb"):
            return L.R
        case Script(Symbol("R", "bb"), None, Symbol() | Numeral() | Script() as power):
            return L.Vectors(_size(m, power))
    return None


def _taken_at_points(m: Meaning, names: tuple[Syntax, ...]) -> bool:
    r"""Whether X(\omega) is written of the maps, and not only X."""
    applied = {each.head for each in m.context.survey.applications}
    return all(name_of(each) in applied for each in names)


def _is_half_line(node: Syntax) -> bool:
    r"""Whether a set is [0, \infty)."""
    match node:
        case Bracket("[", (Numeral("0"), Symbol("infty")), ")", None):
            return True
    return False


def _size(m: Meaning, node: Syntax) -> L.Term:
    name = name_of(node)
    if name is None or name in m.context.values:
        return m.scalar(node)
    m.context.survey.counting.add(name)
    return L.Var(name, L.Z_INTEGERS)


# ---------------------------------------------------------------------------------------------------------------------
# values


@dataclass(frozen=True)
class Mapping:
    """A map as it is written: a name, a member of a family, or a composition of these."""

    domain: L.Space
    codomain: L.Space
    at: Callable[[L.Term], L.Term]


def mapping(m: Meaning, node: Syntax) -> Mapping | None:
    r"""The map that f, f_k, g \circ f or (f_K \circ \dots \circ f_1) is; None for what is no declared map."""
    maps = m.context.maps
    match node:
        case Bracket("(", (item,), ")", None):
            return mapping(m, item)
        case Multiply(factors, ("", *signs)) if set(signs) == {"\\circ"}:
            return _composition(m, factors, node)
    name = name_of(node)
    if name is not None and isinstance(found := maps.get(name), L.Function):
        if (formula := m.context.formulas.get(name)) is not None:
            return Mapping(formula.var.space, L.space_of(formula.body) or found.codomain, lambda x: _at(formula, x))
        return Mapping(found.domain[0], found.codomain, found)
    match node:
        case Script(Symbol() as symbol, below, None, 0) if below is not None:
            family = maps.get(name_of(symbol) or "")
            if isinstance(family, L.FunctionFamily):
                return Mapping(family.domain, family.codomain, family[m.scalar(below)])
    return None


def _at(f: L.Lambda, x: L.Term) -> L.Term:
    return L.substitute(f.body, {f.var: x})


def _composition(m: Meaning, factors: tuple[Syntax, ...], node: Syntax) -> Mapping | None:
    if any(isinstance(f, Dots) for f in factors):
        return _layers(m, factors[::-1], node)
    parts = [mapping(m, f) for f in factors]
    known = [p for p in parts if p is not None]
    if len(known) < len(parts) or any(g.domain is not f.codomain for g, f in pairwise(known)):
        return None
    return Mapping(known[-1].domain, known[0].codomain, lambda t: reduce(lambda value, f: f.at(value), known[::-1], t))


def _layers(m: Meaning, factors: tuple[Syntax, ...], node: Syntax) -> Mapping | None:
    r"""f_K \circ \dots \circ f_1, the maps of a family from the first on; ``factors`` are in the order they act."""
    found = lists.listed(factors, node.span)
    match found:
        case lists.Listed(Script(Symbol() as symbol, Symbol(index), None, 0), place, Numeral("1"), high):
            family = m.context.maps.get(name_of(symbol) or "")
            if isinstance(family, L.FunctionFamily) and index == place:
                count = m.scalar(high)
                return Mapping(family.domain, family.codomain, lambda t: L.Iterate(family, count, t))
    return None


def applied(m: Meaning, factor: Syntax, follower: Syntax) -> L.Term | None:
    """f(x) of a declared map, and a coordinate of it, f(x)_k or f_k(x); None for anything else."""
    match follower:
        case Bracket():
            return value(m, factor, follower)
        case Script(Bracket() as bracket, below, None, 0) if below is not None:
            whole = value(m, factor, bracket)
            return None if whole is None else subscripts.entry(m, whole, below)
    return None


def value(m: Meaning, factor: Syntax, bracket: Bracket) -> L.Term | None:
    """f(x) of a declared map; of a map that is named with a coordinate, f_i(x), that coordinate of f(x)."""
    if bracket.left != "(" or len(bracket.items) != 1 or bracket.given is not None:
        return None
    (item,) = bracket.items
    if (found := mapping(m, factor)) is not None:
        return found.at(point_of(m, item, found.domain))
    match factor:
        case Script(Symbol() as symbol, below, None, 0) if below is not None:
            whole = mapping(m, symbol)
            if whole is not None and isinstance(whole.codomain, L.Vectors):
                return L.Coord(whole.at(point_of(m, item, whole.domain)), m.scalar(below))
    return None


def point_of(m: Meaning, item: Syntax, home: L.Space) -> L.Term:
    point = m.term(item)
    if isinstance(home, L.Abstract) and (not isinstance(point, L.Var) or point.space is not home):
        raise Unread("a map at a point of which nothing says that it is one of its domain", item.span)
    if isinstance(home, L.Vectors) and L.space_of(point) is not home:
        raise Unread("a map at a point of which nothing says that it is one of its domain", item.span)
    if not isinstance(home, L.Vectors | L.Abstract) and not L.is_scalar(point):
        raise Unread("a function of a number at a vector", item.span)
    return point


# ---------------------------------------------------------------------------------------------------------------------
# derivatives


def derivative(m: Meaning, factors: tuple[Syntax, ...], signs: tuple[str, ...]) -> tuple[L.Term, int] | None:
    r"""\mathrm D f(x) and J_f(x) at the front of a product, or an entry of these; and how many factors that takes."""
    match factors:
        case (Script(Symbol(name), below, None, 0), point, *_) if name in _DERIVATIVES and below is not None:
            taken, subject = 2, below
        case (Symbol(name, _, ()), subject, point, *_) if name in _DERIVATIVES and not signs[2]:
            taken = 3
        case _:
            return None
    if signs[1] or name in m.context.functions or name in m.context.values or name in m.context.maps:
        return None
    entry: Syntax | None = None
    match point:
        case Script(base, below, None, 0):
            point, entry = base, below
    if not isinstance(point, Bracket) or point.left != "(" or len(point.items) != 1 or point.given is not None:
        return None
    found = mapping(m, subject)
    if found is None and name == "D" and taken == 3 and isinstance(factors[0], Symbol) and factors[0].font == "rm":
        raise Unread("the derivative of what is no declared map", subject.span)
    if found is None or not isinstance(found.codomain, L.Vectors) or not isinstance(found.domain, L.Vectors):
        return None
    whole = _atpoint_of(found, point_of(m, point.items[0], found.domain))
    return (whole if entry is None else subscripts.entry(m, whole, entry)), taken


def rate(m: Meaning, subject: Syntax, by: Syntax) -> L.Term | None:
    r"""\frac{\partial f}{\partial x} of a vector by a vector, and \frac{\partial f_i}{\partial x_j}; else None."""
    if isinstance(by, Script) and by.below is not None and (found := variable(m, by)) is None:
        place = m.value(by)
        if not isinstance(place, L.Coord) or (vector := variable(m, by.base)) is None:
            return None
        part = _depending(m, subject, vector[0])
        if not isinstance(part, L.Coord) or not isinstance(L.space_of(part.point), L.Vectors):
            return None
        if isinstance(part.point, L.VectorOf):  # written out by its coordinates: the one that is meant is a number
            one = L.substitute(part.point.body, {part.point.var: part.index})
            return L.Coord(L.Gradient(one, *vector), place.index)
        return L.Entry(jacobian(m, part.point, *vector), part.index, place.index)
    if (found := variable(m, by)) is None:
        return None
    whole = _depending(m, subject, found[0])
    if whole is None or not isinstance(L.space_of(whole), L.Vectors):
        return None
    if isinstance(found[0].space, L.Matrices):
        raise Unread("the derivative of a vector by a matrix", by.span)
    return jacobian(m, whole, *found)


def variable(m: Meaning, by: Syntax) -> tuple[L.Var, L.Term] | None:
    """The vector or matrix that a derivative is by, and the point where it is taken: its value, where it has been given
    one."""
    name = name_of(by)
    if name is None:
        return None
    home = m.context.spaces.get(name)
    declared = L.Var(name, home) if isinstance(home, L.Vectors | L.Matrices) else None
    if name in m.context.values and name not in m.bound and declared is not None:
        return declared, m.term(by)
    found = m.bound.get(name, declared)
    if found is None and (shape := m.shapes.space(name)) is not None:
        found = L.Var(name, shape)
    return (found, found) if isinstance(found, L.Var) and isinstance(found.space, L.Vectors | L.Matrices) else None


def _depending(m: Meaning, subject: Syntax, on: L.Var) -> L.Term | None:
    """What is differentiated, as it depends on the variable: a map at it, a name by its value, a formula."""
    if (found := mapping(m, subject)) is not None:
        return found.at(on) if found.domain is on.space else None
    match subject:
        case Script(Symbol() as symbol, below, None, 0) if below is not None and (f := mapping(m, symbol)) is not None:
            return L.Coord(f.at(on), m.scalar(below)) if f.domain is on.space else None
    name = name_of(subject)
    if name is not None and name in m.context.values and name not in m.bound:
        return m.context.values[name]
    defined = m.context.functions.get(name or "")
    if defined is not None and defined.is_plain and isinstance(L.space_of(defined.body), L.Vectors):
        return defined.at(on) if defined.arguments[0].space is on.space else None
    if name == on.name or (name is not None and m.context.survey.varied_together(name, on.name)):
        return m.term(subject) if name != on.name else on
    if name is not None and not isinstance(subject, Script):
        return None
    with m.binding({on.name: on}):
        value = m.value(subject) if name is None else _coordinate(m, subject)
    return value if isinstance(value, L.Term) and on in value.free else None


def _coordinate(m: Meaning, subject: Syntax) -> L.Term | None:
    """The i-th coordinate of a vector that has a value, y_i; None for any other name."""
    if isinstance(subject, Script) and name_of(subject.base) in m.context.values and subject.below is not None:
        whole = m.context.values[name_of(subject.base) or ""]
        return L.Coord(whole, m.scalar(subject.below)) if arrays.is_vector(whole) else None
    return None


def jacobian(m: Meaning, whole: L.Term, by: L.Var, at: L.Term) -> L.Term:
    """The matrix of partial derivatives of a vector by a vector at a point."""
    u = L.fresh(L.Var("u", by.space), {n.name for n in whole.free | at.free if isinstance(n, L.Var)})
    inside = m.context.unfolded(L.Lambda(L.substitute(whole, {by: u}), u))  # its sizes may have values, too
    return L.Jacobian(inside.body, inside.var, at)


def _atpoint_of(f: Mapping, at: L.Term) -> L.Term:
    """The matrix of partial derivatives of a map at a point."""
    u = L.fresh(L.Var("u", f.domain), {n.name for n in at.free if isinstance(n, L.Var)})
    return L.Jacobian(f.at(u), u, at)


__all__ = ["Mapping", "applied", "declare", "derivative", "mapping", "point_of", "rate"]
