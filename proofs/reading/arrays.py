r"""Vectors and matrices as they are written: A^\top B, x' A x, |\Sigma|, x_i, [[1, 0], [0, 2]].

A transposed vector is a ``RowVector`` until a product makes a number or a matrix of it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from .. import language as L
from ..language.entries import matrix_power
from . import dotted_grids, elementwise, entries, lists, members, samples, sizes_as_numbers, tables
from .names import name_of, symbol_name
from .running import PLACES
from .shapes import bare
from .superscripts import is_inverse_transposed, is_minus_one
from .syntax import Bracket, Grid, Mark, Multiply, Named, Numeral, Script, Symbol, Syntax, Unread
from .tables import indices

if TYPE_CHECKING:
    from .meaning import Meaning


_COVARIANCE = re.compile(r"covarian|symmetric|definite|precision matri")
_COVARIANCE_NAMES = ("Sigma", "Lambda", "V")
_KIND = re.compile(
    r"symmetr(ic|y)\b|hermitian|unitary|orthogonal|orthonormal|idempotent|diagonal|commut|projection|definite"
)


@dataclass(frozen=True)
class RowVector:
    """The transpose of a vector."""

    vector: L.Term


Value = L.Term | RowVector


def is_number_space(space: L.Space) -> bool:
    """Whether the points of a space are numbers: not atoms of an unnamed space, not vectors."""
    return L.is_scalar_space(space) and not isinstance(space, L.Abstract | L.Slot | L.Product)


def is_vector(t: L.Term) -> bool:
    return isinstance(L.space_of(t), L.Vectors)


# ---------------------------------------------------------------------------------------------------------------------
# names


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
    labels = survey.labels.get(stem, [])
    running = [label for label in labels if survey.is_index(label)]
    if not running or not all(isinstance(label, Symbol | Numeral) for label in labels):
        return None
    ends = {high for label in running for low, high in survey.ranges.get(_index_name(label), []) if low == Numeral("1")}
    lows = {low for label in running for low, _ in survey.ranges.get(_index_name(label), [])}
    ends = ends or survey.ends.get(stem, set())
    if lows - {Numeral("1")} or len(ends) > 1:
        return None
    if not ends:
        return L.Vectors(_unsaid_size(survey.alike.get(stem, stem)))
    (end,) = ends
    if any(
        survey.is_index(part) or symbol_name(part) in survey.moved for part in end.walk() if isinstance(part, Symbol)
    ):
        return None
    return L.Vectors(m.scalar(end))


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
    labels = survey.labels.get(stem, [])
    if name_of(node) in context.spaces and not survey.is_index(below):
        return None
    point = m.outcomes.get(stem, m.bound.get(stem))
    if point is not None and name_of(node) not in m.bound and isinstance(L.space_of(point), L.Vectors):
        if isinstance(below, Numeral) or _runs(m, below):
            return L.Coord(point, m.scalar(below))
        around = L.space_of(point)
        assert isinstance(around, L.Vectors)
        place = _unsummed_place(m, below, around) if stem in m.outcomes else None
        return None if place is None else L.Coord(point, place)
    if (part := _of_labelled(m, base, below)) is not None:
        return part
    declared = context.spaces.get(stem)
    if isinstance(declared, L.Matrices):
        parts = entries.places(below)
        return L.Entry(L.Var(stem, declared), *(m.scalar(p) for p in parts)) if len(parts) == 2 else None
    known = context.values.get(stem)
    if known is not None:
        known = context.unfolded(known)
    if isinstance(known, L.VectorOf):
        return L.substitute(known.body, {known.var: m.scalar(below)})
    if known is not None and is_vector(known):
        return L.Coord(known, m.scalar(below))
    declared = declared or m.shapes.space(stem)
    home = declared or L.R
    declared = None if declared is None else L.linear(declared)
    if isinstance(declared, L.Matrices) and name_of(node) not in m.shapes.of:
        parts = entries.places(below)
        if len(parts) == 2 and all(survey.is_index(p) or isinstance(p, Numeral) for p in parts):
            return L.Entry(L.Var(stem, declared), *(m.scalar(p) for p in parts))
        return None
    if isinstance(declared, L.Vectors) and name_of(node) in m.shapes.of:
        return None
    if name_of(node) in m.outcomes:
        return None
    if isinstance(declared, L.Vectors) and isinstance(below, Numeral) and not survey.counts_from_one(stem):
        return None
    several = sum(isinstance(part, Symbol) for part in indices(below)) > 1
    if isinstance(declared, L.Vectors) and several and _runs(m, below):
        return tables.beside_another(m, stem, tuple(map(m.scalar, indices(below))))
    category = isinstance(home, L.Simplex | L.Compositions) and isinstance(
        context.spaces.get(name_of(below) or ""), L.Range
    )
    if isinstance(declared, L.Vectors) and (_runs(m, below) or isinstance(below, Numeral) or category):
        return L.Coord(L.Var(stem, home), m.scalar(below))
    if isinstance(declared, L.Vectors) and (place := _unsummed_place(m, below, declared)) is not None:
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


def _unsummed_place(m: Meaning, below: Syntax, space: L.Vectors) -> L.Var | None:
    r"""The j of w_j beside \frac{\partial}{\partial w_j}, or of X_j that is drawn: a place that no sum runs over."""
    survey, name = m.context.survey, name_of(below)
    if not isinstance(below, Symbol) or below.name not in PLACES or name is None or below.accents:
        return None
    if name in m.bound or name in m.context.values or name in survey.numeric | survey.counting:
        return None
    rated = any(variable.endswith(f"_{name}") for variable in survey.integrated)
    if not rated and not any(drawn.endswith(f"_{name}") for drawn in survey.random):
        return None
    return L.Var(name, L.Range(L.Number(1), space.dimension))


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


# ---------------------------------------------------------------------------------------------------------------------
# functions of vectors and matrices


def bars(m: Meaning, item: Syntax) -> L.Term:
    """|x| of a number, |A| of a matrix, |V| of a set (which is not read)."""
    if isinstance(item, Symbol) and item.font in ("cal", "bb"):
        raise Unread("the size of a set", item.span)
    value = m.term(item)
    space = L.space_of(value)
    if space is None:
        return abs(value)
    if isinstance(value, L.Jacobian):
        raise Unread("bars around a Jacobian: its determinant or the absolute value of that", item.span)
    if isinstance(space, L.Matrices):
        return L.Det(value)
    return L.sqrt(L.Dot(value, value))


def transposed(m: Meaning, base: Syntax) -> Value:
    if (row := _listed(base)) is not None:
        return lists.vector(m, row, base.span)
    value = m.value(base)
    if isinstance(value, RowVector):
        return value.vector
    space = L.space_of(value)
    if isinstance(space, L.Vectors):
        return RowVector(value)
    if isinstance(space, L.Matrices):
        return L.Transpose(value)
    if _made_of_matrices(value):
        return value
    raise Unread("a transposed number, or a name of which nothing says that it is a vector or a matrix", base.span)


def _listed(base: Syntax) -> tuple[Syntax, ...] | None:
    """The entries of a row that is written as a list, [1, 2] or [1 2]."""
    match base:
        case Bracket("[" | "(", items, "]" | ")", None) if len(items) > 1:
            return items
        case Bracket("[", (Multiply(items, signs),), "]", None) if all(isinstance(i, Numeral) for i in items):
            return None if any(signs) else items
    return None


def _made_of_matrices(value: L.Term) -> bool:
    """Whether a number is one that vectors and matrices make: x' A y, a trace."""
    return any(isinstance(n, L.Form | L.Tr | L.Det) for n in value.walk())


def power(m: Meaning, value: L.Term, above: Syntax, node: Syntax) -> L.Term:
    """A^{-1}, A^{-T}, A^2, A^{1/2}; of a vector nothing."""
    if not isinstance(L.space_of(value), L.Matrices):
        raise Unread("a power of a vector", node.span)
    if is_minus_one(above):
        _enough_rows(m, value)
        return L.Inverse(value)
    if is_inverse_transposed(above):
        _enough_rows(m, value)
        return L.Transpose(L.Inverse(value))
    match matrix_power(L.Power(value, m.scalar(above))):
        case _, n if n.denominator == 2 or (n.denominator == 1 and n > 0):
            return L.Power(value, L.Number(n))
    raise Unread("a power of a matrix that is no positive integer, and none of its square root", node.span)


def _enough_rows(m: Meaning, value: L.Term) -> None:
    """Where X' X or X' V X has an inverse, X has at least as many rows as columns."""
    match value:
        case L.MatMul((L.Transpose(first), *_, last)) if first is last:
            space = L.space_of(last)
            if isinstance(space, L.Matrices) and space.rows is not space.columns:
                m.context.assume(space.rows >= space.columns)


def matrix_function(m: Meaning, node: Named) -> L.Term:
    powers = elementwise.power(m, node.argument) if node.name == "diag" else None
    value = m.term(node.argument) if powers is None else powers
    if node.name == "diag" and L.is_scalar(value) and not value.free:
        value = L.Column((value,))  # a number is the only entry
    space = L.space_of(value)
    match node.name:
        case "det" | "tr" if node.above is None and isinstance(space, L.Matrices):
            if space.rows is not space.columns:
                raise Unread(f"{node.name} of a matrix that is not square", node.span)
            return L.Det(value) if node.name == "det" else L.Tr(value)
        case "tr" if node.above is None and _made_of_matrices(value):
            return value
        case "diag" if isinstance(space, L.Vectors):
            return L.Diag(value)
    raise Unread(f"{node.name} of something that is no matrix", node.span)


def alike(parts: list[L.Term], node: Syntax) -> list[L.Term]:
    """Terms that stand side by side in a sum or an equation: of one shape, 0 among vectors being the zero vector."""
    space = next((s for s in map(L.space_of, parts) if s is not None), None)
    if space is None:
        return parts
    parts = [L.Zero(space) if part is L.Number(0) else part for part in parts]
    spaces = list(map(L.space_of, parts))
    if len({type(s) for s in spaces}) > 1:
        raise Unread("a sum or an equation of a number and a vector, or of a vector and a matrix", node.span)
    if isinstance(space, L.Vectors | L.Matrices) and any(s is not space for s in spaces):
        raise Unread("vectors or matrices side by side, and nothing says that they have the same size", node.span)
    return parts


def unsaid_dimensions(m: Meaning, relation: L.Relation) -> list[str]:
    """The dimensions that a relation has as numbers, of which the document does not say how it calls them."""
    found: set[L.Node] = set()
    numbers = any(isinstance(n, L.Var) and L.is_scalar(n) and n not in m.shapes.invented for n in relation.free)
    for node in relation.walk():
        match node:
            case L.MultivariateNormal(mean, _, _) if sizes_as_numbers.may_have(relation, m.shapes.invented):
                found.update(_sizes(mean))
            case L.Det(L.Times() | L.Neg() | L.Quotient() as matrix):
                found.update(_sizes(matrix))
            case L.Tr(matrix) if numbers:  # one of which it may be
                found.update(_sizes(matrix))
    return sorted(t.name for t in found & m.shapes.invented if isinstance(t, L.Var))


def undescribed_matrices(m: Meaning, relation: L.Relation) -> list[str]:
    """The matrices in a relation of which words may say more than was read: a covariance matrix of an unknown law is
    symmetric, and so may be any other where somebody speaks of symmetry."""
    matrices = [n for n in relation.free if isinstance(n, L.Var) and isinstance(n.space, L.Matrices)]
    if not matrices:
        return []
    context, stated = m.context, m.context.stated()
    described = {n for h in stated if isinstance(h, L.Relation) for n in h.free}
    covariances = _COVARIANCE_NAMES if _COVARIANCE.search(context.words) else ()
    kinds = _KIND.search(context.said) is not None
    return sorted(
        n.name
        for n in matrices
        if L.positive_definite(n) not in stated and (bare(n.name) in covariances or (kinds and n not in described))
    )


def _sizes(t: L.Term) -> tuple[L.Node, ...]:
    space = L.space_of(t)
    return space.fields if isinstance(space, L.Vectors | L.Matrices) else ()


def grid(m: Meaning, node: Grid) -> Value:
    """A matrix of numbers, or of four blocks; of one column it is a vector, of one row a row vector."""
    if any(isinstance(entry, Mark) for row in node.rows for entry in row):
        raise Unread("a matrix with entries that are not written", node.span)
    if dotted_grids.is_dotted(node):
        if node.fence not in ("[", "("):
            raise Unread("an array without a bracket around it", node.span)
        return _row_or_whole(dotted_grids.matrix(m, node))
    rows = [tuple(m.term(entry) for entry in row) for row in node.rows]
    if len({len(row) for row in rows}) != 1:
        raise Unread("a matrix whose rows differ in length", node.span)
    if not all(L.is_scalar(entry) for row in rows for entry in row):
        return _blocks(rows, node)
    whole = _written(rows)
    if node.fence == "|":
        if len(rows) != len(rows[0]):
            raise Unread("the determinant of a matrix that is not square", node.span)
        return L.Det(L.Rows(tuple(map(L.Column, rows))))
    if node.fence not in ("[", "("):
        raise Unread("an array without a bracket around it", node.span)
    return whole


def _row_or_whole(whole: L.Term) -> Value:
    match whole:
        case L.Transpose(L.VectorOf() as vector):
            return RowVector(vector)
    return whole


def _written(rows: list[tuple[L.Term, ...]]) -> Value:
    if len(rows[0]) == 1:
        return L.Column(tuple(row[0] for row in rows))
    if len(rows) == 1:
        return RowVector(L.Column(rows[0]))
    return L.Rows(tuple(map(L.Column, rows)))


def _blocks(rows: list[tuple[L.Term, ...]], node: Grid) -> L.Term:
    """[[A, B], [C, D]]; a 0 among them is the zero matrix of the size that its neighbours have."""
    if len(rows) != 2 or len(rows[0]) != 2 or node.fence not in ("[", "("):
        raise Unread("a matrix made of vectors or matrices", node.span)
    spaces = [[L.space_of(entry) for entry in row] for row in rows]
    heights = [next((s.rows for s in row if isinstance(s, L.Matrices)), None) for row in spaces]
    columns = zip(*spaces, strict=True)
    widths = [next((s.columns for s in column if isinstance(s, L.Matrices)), None) for column in columns]
    parts = []
    for i, row in enumerate(rows):
        for j, entry in enumerate(row):
            height, width = heights[i], widths[j]
            if height is None or width is None:
                raise Unread("a matrix made of vectors or matrices", node.span)
            home = L.Matrices(height, width)
            entry = L.Zero(home) if entry is L.Number(0) else entry
            if L.space_of(entry) is not home:
                raise Unread("blocks of which nothing says that their sizes fit", node.span)
            parts.append(entry)
    return L.Block(*parts)


# ---------------------------------------------------------------------------------------------------------------------
# products


def multiplied(values: list[Value], node: Syntax) -> Value:
    """The product of numbers, vectors, row vectors and matrices in the order written."""
    scalars: list[L.Term] = []
    others: list[Value] = []
    for value in values:
        if not isinstance(value, RowVector) and L.is_scalar(value):
            scalars.append(value)
            continue
        others.append(value)
        if not isinstance(value, RowVector) and is_vector(value):  # what is x' A y is a number
            k = next((k for k in reversed(range(len(others) - 1)) if isinstance(others[k], RowVector)), None)
            if k is not None:
                scalars.append(_form(others[k:], node))
                del others[k:]
    if not others:
        return scalars[0] if len(scalars) == 1 else L.Times(tuple(scalars))
    rest = _chain(others, node)
    if not scalars:
        return rest
    if isinstance(rest, RowVector):
        return RowVector(L.Times((*scalars, rest.vector)))
    return L.Times((*scalars, rest))


def inner(left: Value, right: Value) -> L.Term | None:
    r"""The inner product of two vectors of one size, x \cdot y and \langle x, y \rangle; None of other things."""
    if isinstance(left, RowVector) or isinstance(right, RowVector) or not (is_vector(left) and is_vector(right)):
        return None
    return L.Dot(left, right) if L.space_of(left) is L.space_of(right) else None


def _form(factors: list[Value], node: Syntax) -> L.Term:
    """x' A y of a row vector, matrices and a vector."""
    left, *between, right = [f.vector if isinstance(f, RowVector) else f for f in factors]
    _fit([left, *between, right], node, row=True)
    if not between:
        return L.Dot(left, right)
    return L.Form(left, between[0] if len(between) == 1 else L.MatMul(tuple(between)), right)


def _chain(factors: list[Value], node: Syntax) -> Value:
    """A product that is a vector, a row vector or a matrix."""
    first, *others = factors
    if isinstance(first, RowVector):
        between = [f for f in others if not isinstance(f, RowVector)]
        if len(between) < len(others):
            raise Unread("a product of row vectors", node.span)
        if not between:
            return first
        _fit([first.vector, *between], node, row=True)
        return RowVector(L.MatMul((*(L.Transpose(a) for a in reversed(between)), first.vector)))
    terms = [L.Transpose(f.vector) if isinstance(f, RowVector) else f for f in factors]
    _fit(terms, node)
    return terms[0] if len(terms) == 1 else L.MatMul(tuple(terms))


def _fit(terms: list[L.Term], node: Syntax, row: bool = False) -> None:
    """The columns of each factor are the rows of the next; ``row``: the vector at the front stands as a row."""
    sizes = [(s.dimension, L.Number(1)) if isinstance(s, L.Vectors) else s.fields for s in map(L.space_of, terms) if s]
    if row:
        sizes[0] = (sizes[0][1], sizes[0][0])
    if any(left[1] is not right[0] for left, right in pairwise(sizes)):
        raise Unread("a product of vectors or matrices, and nothing says that their sizes fit", node.span)


__all__ = [
    "RowVector", "Script", "Value", "alike", "bars", "grid", "indexed", "inner", "matrix_function", "multiplied",
    "entry", "power", "space_of_name", "transposed",
    "undescribed_matrices", "unsaid_dimensions",
]  # fmt: skip
