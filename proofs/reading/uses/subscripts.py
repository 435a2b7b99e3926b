r"""Members of families and coordinates of vectors: x_i, A_{ij}, the x of x_1, ..., x_n as one vector."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..laws import random_families
from ..names import name_of, symbol_name
from ..shapes import entries, samples
from ..syntax import Add, Mark, Numeral, Script, Symbol, Syntax, Unread
from ..terms.arrays import is_vector
from . import members, tables
from .tables import indices

if TYPE_CHECKING:
    from ..meaning import Meaning


def space_of_name(m: Meaning, name: str) -> L.Space | None:
    """The space of a vector or matrix name, or of an index that runs; None for what is a number by itself."""
    survey = m.context.survey
    if name in survey.running and name in survey.ranges:
        limits = {limits for limits in survey.ranges[name]}
        if len(limits) == 1:
            ((low, high),) = limits
            if name_of(low) != name and not _mentions(high, name):
                return L.Range(m.scalar(low), m.scalar(high))
    if (space := m.shapes.space(name)) is not None:
        return space
    if (places := entries.range_of_place(m, name)) is not None:
        return places
    return None if members.is_number_beside(m, name) else family_of_name(m, name)


def _mentions(node: Syntax, name: str) -> bool:
    return any(name_of(n) == name for n in node.walk())


def family_of_name(m: Meaning, stem: str) -> L.Vectors | None:
    """The space of a family x_1, ..., x_n that is one vector: every index runs from 1 to one and the same n."""
    survey = m.context.survey
    labels = survey.labels_of_members(stem)
    running = [label for label in labels if survey.is_index(label)]
    if not running or not all(isinstance(label, Symbol | Numeral) for label in labels):
        return None
    ends = {high for label in running for low, high in survey.ranges.get(_index_name(label), []) if low == Numeral("1")}
    lows = {low for label in running for low, _ in survey.ranges.get(_index_name(label), [])}
    told = survey.ends.get(stem, set()) or _of_whose_values(m, stem)
    if not ends or (len(told) == 1 and all(_is_within(end, *told) for end in ends)):
        ends = told
    if lows - {Numeral("1")} or len(ends) > 1:
        return None
    if not ends:
        return L.Vectors(_unsaid_size(survey.alike.get(stem, stem)))
    (end,) = ends
    if m.scalar(end) is L.oo:  # a sequence
        return None
    if any(
        survey.is_index(part) or symbol_name(part) in survey.moved for part in end.walk() if isinstance(part, Symbol)
    ):
        return None
    return L.Vectors(m.scalar(end))


def _is_within(end: Syntax, last: Syntax) -> bool:
    """Whether an index that ends there runs over some of x_1, ..., x_n only: to n, or n - 1."""
    match end:
        case Add((first, Numeral()), ("", "-")):
            return first == last
    return end == last


def _of_whose_values(m: Meaning, stem: str) -> set[Syntax]:
    """Where X_1, ..., X_n end, for the values x_i of these; not where another family is beside them."""
    survey = m.context.survey
    first = survey.alike.get(stem, stem)
    beside = any(other != stem and one == first for other, one in survey.alike.items())
    return set() if beside or stem.upper() == stem else survey.ends.get(stem.upper(), set())


def _unsaid_size(stem: str) -> L.Var:
    return L.Var(f"n_{stem}" if stem.isalnum() else f"n_{{{stem}}}", L.Z_INTEGERS)


def has_unsaid_size(m: Meaning, stem: str, space: L.Vectors) -> bool:
    """Whether of the space of a family nothing says how many members it has."""
    return space.dimension is _unsaid_size(m.context.survey.alike.get(stem, stem))


def _index_name(label: Syntax) -> str:
    return symbol_name(label) if isinstance(label, Symbol) else ""


def indexed(m: Meaning, base: Syntax, below: Syntax, primes: int, node: Syntax) -> L.Term | None:
    """A member of a family, x_i, or a coordinate; None where the subscript only labels the name."""
    stem = name_of(base)
    if stem is None or primes:
        return None
    context, survey = m.context, m.context.survey
    if stem in context.maps:
        return None
    if (data := samples.member(m, base, below)) is not None:
        return data
    if (drawn := random_families.member(m, stem, below)) is not None:
        return drawn
    labels = survey.labels_of_members(stem)
    if name_of(node) in context.spaces and not survey.is_index(below):
        return None
    point = m.outcomes.get(stem, m.bound.get(stem))
    if point is not None and name_of(node) not in m.bound and isinstance(L.space_of(point), L.Vectors):
        if isinstance(below, Numeral) or _runs(m, below):
            return L.Coord(point, m.scalar(below))
        around = L.space_of(point)
        assert isinstance(around, L.Vectors)
        place = entries.unsummed(m, below, around.dimension)
        return None if place is None else L.Coord(point, place)
    if (part := _of_labelled(m, base, below)) is not None:
        return part
    own = context.values.get(name_of(node) or "")
    if own is not None and not L.is_scalar(own):
        return None  # the v_1 of v_1, ..., v_n, which are vectors
    if (told := entry_told(m, node)) is not None:
        return told
    declared = context.spaces.get(stem)
    if isinstance(declared, L.Matrices):
        parts = entries.places(below)
        return L.Entry(L.Var(stem, declared), *(m.scalar(p) for p in parts)) if len(parts) == 2 else None
    known = context.values.get(stem)
    apart = isinstance(below, Numeral) and not survey.counts_from_one(stem)  # \theta_0 beside a vector \theta
    if known is not None:
        known = context.unfolded(known)
    if known is not None and apart:
        return None
    if isinstance(known, L.VectorOf):
        return L.substitute(known.body, {known.var: m.scalar(below)})
    if known is not None and is_vector(known):
        return L.Coord(known, m.scalar(below))
    declared = declared or m.shapes.space(stem)
    home = declared or L.R
    declared = None if declared is None else L.linear(declared)
    shaped = name_of(Script(base, below)) in m.shapes.of  # \Sigma_{22} of \Sigma_{22}^{-1}, a block
    if isinstance(declared, L.Matrices) and not shaped:
        parts = entries.places(below)
        if len(parts) == 2 and all(survey.is_index(p) or isinstance(p, Numeral) for p in parts):
            return L.Entry(L.Var(stem, declared), *(m.scalar(p) for p in parts))
        return None
    if isinstance(declared, L.Vectors) and shaped:
        return None
    if name_of(node) in m.outcomes:
        return None
    if isinstance(declared, L.Vectors) and apart:
        return None
    several = sum(isinstance(part, Symbol) for part in indices(below)) > 1
    if isinstance(declared, L.Vectors) and several and _runs(m, below):
        return tables.beside_another(m, stem, tuple(map(m.scalar, indices(below))))
    category = isinstance(home, L.Simplex | L.Compositions) and isinstance(
        context.spaces.get(name_of(below) or ""), L.Range
    )
    if isinstance(declared, L.Vectors) and (_runs(m, below) or isinstance(below, Numeral) or category):
        return L.Coord(L.Var(stem, home), m.scalar(below))
    if isinstance(declared, L.Vectors) and (place := entries.unsummed(m, below, declared.dimension)) is not None:
        return L.Coord(L.Var(stem, home), place)
    if not survey.is_indexed(stem) or isinstance(below, Mark):
        return None
    if (table := tables.family_of_table(m, stem, below)) is not None:
        return tables.member(m, table[0], stem, tuple(map(m.scalar, table[1])))
    if any(isinstance(part, Mark) for label in labels for part in label.walk()):
        return None
    if name_of(node) in context.values:
        return None
    counted = context.is_counted(stem)
    if members.is_number_beside(m, stem):
        return tables.beside_another(m, stem, tuple(map(m.scalar, indices(below))))
    space = None if counted else family_of_name(m, stem)
    if space is not None and isinstance(below, Symbol | Numeral):
        return L.Coord(L.Var(stem, space), m.scalar(below))
    parts = tables.places(below, labels)
    places = tuple(m.scalar(part) for part in parts)
    counts = {len(tables.places(label, labels)) for label in labels}
    if counts != {len(parts)}:
        raise Unread(f"{stem} with different numbers of indices", node.span)
    return tables.member(m, stem, stem, places)


def entry_told(m: Meaning, node: Syntax) -> L.Term | None:
    """A_{12}, where A is a matrix that is written out and nothing else is called so; None of other names."""
    match node:
        case Script(base, Syntax() as below, None, 0):
            whole, parts = m.context.values.get(name_of(base) or ""), entries.places(below)
        case _:
            return None
    if not isinstance(whole, L.Rows) or name_of(node) in m.context.values or len(parts) != 2:
        return None
    if not all(isinstance(part, Numeral) and part.text.isdigit() for part in parts):
        return None
    row, column = (int(part.text) for part in parts if isinstance(part, Numeral))
    rows = [each.entries for each in whole.rows if isinstance(each, L.Column)]
    if not 1 <= row <= len(rows) == len(whole.rows) or not 1 <= column <= len(rows[row - 1]):
        return None
    found: L.Term = rows[row - 1][column - 1]
    return found


def entry(m: Meaning, whole: L.Term, below: Syntax) -> L.Term:
    """A coordinate of a vector, or an entry of a matrix, that is written with a subscript behind it."""
    matrix = isinstance(L.space_of(whole), L.Matrices)
    places = tuple(m.scalar(part) for part in (entries.places(below) if matrix else indices(below)))
    match L.space_of(whole), places:
        case L.Vectors(), (place,):
            return L.Coord(whole, place)
        case L.Matrices(), (row, column):
            return L.Entry(whole, row, column)
    raise Unread("a label that is not read", below.span)


def _of_labelled(m: Meaning, base: Syntax, below: Syntax) -> L.Term | None:
    """The k-th coordinate of the vector x_b, written x_{b,k} or x_{bk}; None where there is no such vector."""
    match indices(below):
        case (label, place):
            whole = Script(base, label, span=base.span)
            name = name_of(whole) or ""
            space = m.context.spaces.get(name)
            known = m.context.values.get(name)
            vector = isinstance(space, L.Vectors) or (known is not None and is_vector(known))
            if vector and not m.context.survey.is_index(label) and (_runs(m, place) or isinstance(place, Numeral)):
                return L.Coord(m.term(whole), m.scalar(place))
    return None


def _runs(m: Meaning, below: Syntax) -> bool:
    """Whether a subscript is an index: one that runs somewhere in the stretch, or is bound here."""
    bound = (m.bound.get(symbol_name(n)) for n in below.walk() if isinstance(n, Symbol))
    return m.context.survey.is_index(below) or any(
        isinstance(v, L.Var) and isinstance(v.space, L.Range | L.Without) for v in bound
    )


__all__ = ["entry", "entry_told", "family_of_name", "has_unsaid_size", "indexed", "space_of_name"]
