r"""Vectors and matrices as they are written: A^\top B, x' A x, |\Sigma|, x_i, [[1, 0], [*, 2]].

A transposed vector is a ``RowVector`` until a product makes a number or a vector of it: the language has no matrices
of one row beside vectors.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Union

from .. import language as L
from .names import name_of, symbol_name
from .survey import is_minus_one
from .syntax import Add, Bracket, Grid, Mark, Multiply, Named, Numeral, Script, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from .meaning import Meaning


@dataclass(frozen=True)
class RowVector:
    """The transpose of a vector."""

    vector: L.Term


Value = Union[L.Term, RowVector]


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
    return _family(m, name) or m.shapes.space(name)


def identity(m: Meaning, node: Syntax) -> L.Term | None:
    """I_n, the identity matrix, where the document has matrices and no I of its own."""
    match node:
        case Script(Symbol("I", "" | "bf", ()), below, None, 0) if below is not None and "I" not in m.shapes.of:
            if any(isinstance(space, L.Matrices) for space in map(m.shapes.space, m.shapes.of)):
                return L.Identity(m.scalar(below))
    return None


def _mentions(node: Syntax, name: str) -> bool:
    return any(name_of(n) == name for n in node.walk())


def _family(m: Meaning, stem: str) -> L.Vectors | None:
    """The space of an indexed family x_1, ..., x_n that is one vector: every index runs from 1 to one and the same n."""
    survey = m.context.survey
    labels = survey.labels.get(stem, [])
    running = [label for label in labels if survey.is_index(label)]
    if not running or not all(isinstance(label, Symbol | Numeral) for label in labels):
        return None
    ends = {high for label in running for low, high in survey.ranges.get(_index_name(label), []) if low == Numeral("1")}
    lows = {low for label in running for low, _ in survey.ranges.get(_index_name(label), [])}
    if lows - {Numeral("1")} or len(ends) > 1:
        return None
    if not ends:
        return L.Vectors(L.Var(f"n_{stem}" if stem.isalnum() else f"n_{{{stem}}}", L.Z_INTEGERS))
    (end,) = ends
    if any(survey.is_index(part) for part in end.walk() if isinstance(part, Symbol)):
        return None
    return L.Vectors(m.scalar(end))


def _index_name(label: Syntax) -> str:
    return symbol_name(label) if isinstance(label, Symbol) else ""


def indexed(m: Meaning, base: Syntax, below: Syntax, primes: int, node: Syntax) -> L.Term | None:
    """A member of a family, x_i, or a coordinate; None where the subscript only labels the name."""
    stem = name_of(base)
    if stem is None or primes:
        return None
    context, survey = m.context, m.context.survey
    labels = survey.labels.get(stem, [])
    declared = context.spaces.get(stem)
    if isinstance(declared, L.Matrices):
        parts = _parts(below)
        return L.Entry(L.Var(stem, declared), *(m.scalar(p) for p in parts)) if len(parts) == 2 else None
    known = context.values.get(stem)
    if known is not None and is_vector(known):
        return L.Coord(known, m.scalar(below))
    declared = declared or m.shapes.space(stem)
    if isinstance(declared, L.Matrices) and name_of(node) not in m.shapes.of:
        parts = _parts(below)
        if len(parts) == 2 and all(survey.is_index(p) or isinstance(p, Numeral) for p in parts):
            return L.Entry(L.Var(stem, declared), *(m.scalar(p) for p in parts))
        return None
    if isinstance(declared, L.Vectors) and name_of(node) in m.shapes.of:
        return None
    if isinstance(declared, L.Vectors) and (survey.is_index(below) or isinstance(below, Numeral)):
        return L.Coord(L.Var(stem, declared), m.scalar(below))
    if not any(survey.is_index(label) for label in labels) or isinstance(below, Mark):
        return None
    if any(isinstance(part, Mark) for label in labels for part in label.walk()):
        return None
    if name_of(node) in context.values:
        return None
    space = _family(m, stem)
    if space is not None and isinstance(below, Symbol | Numeral):
        return L.Coord(L.Var(stem, space), m.scalar(below))
    parts = _parts(below)
    places = tuple(m.scalar(part) for part in parts)
    counts = {len(_parts(label)) for label in labels}
    if counts != {len(parts)}:
        raise Unread(f"{stem} with different numbers of indices", node.span)
    domain: tuple[L.Space, ...] = (L.Z_INTEGERS,) * len(parts)
    return L.Apply(L.Function(stem, domain), places)


def _parts(below: Syntax) -> tuple[Syntax, ...]:
    """The indices of a subscript: i j as written side by side, or with commas."""
    match below:
        case Multiply(factors, signs) if not any(signs):
            return factors
        case Bracket("", items, "", None):
            return items
    return (below,)


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
    if isinstance(space, L.Matrices):
        return L.Det(value)
    return L.sqrt(L.Dot(value, value))


def norm(m: Meaning, item: Syntax) -> L.Term:
    """The Euclidean norm; of a number its absolute value."""
    value = m.term(item)
    if L.is_scalar(value):
        return abs(value)
    if not is_vector(value):
        raise Unread("the norm of a matrix", item.span)
    return L.sqrt(L.Dot(value, value))


def transposed(m: Meaning, base: Syntax) -> Value:
    value = m.value(base)
    if isinstance(value, RowVector):
        return value.vector
    space = L.space_of(value)
    if isinstance(space, L.Vectors):
        return RowVector(value)
    if isinstance(space, L.Matrices):
        return L.Transpose(value)
    raise Unread("a transposed number, or a name of which nothing says that it is a vector or a matrix", base.span)


def power(m: Meaning, value: L.Term, above: Syntax, node: Syntax) -> L.Term:
    """A^{-1}, A^2; of a vector nothing."""
    if not isinstance(L.space_of(value), L.Matrices):
        raise Unread("a power of a vector", node.span)
    if is_minus_one(above):
        return L.Inverse(value)
    exponent = m.scalar(above)
    if isinstance(exponent, L.Number) and exponent.value.denominator == 1 and exponent.value > 0:
        return L.Power(value, exponent)
    raise Unread("a power of a matrix that is no positive integer", node.span)


def matrix_function(m: Meaning, node: Named) -> L.Term:
    value = m.term(node.argument)
    space = L.space_of(value)
    match node.name:
        case "det" | "tr" if node.above is None and isinstance(space, L.Matrices):
            return L.Det(value) if node.name == "det" else L.Tr(value)
        case "diag" if isinstance(space, L.Vectors):
            return L.Diag(value)
    raise Unread(f"{node.name} of something that is no matrix", node.span)


def same_shape(parts: list[L.Term], node: Add) -> None:
    kinds = {type(L.space_of(t)) for t in parts}
    if len(kinds) > 1:
        raise Unread("a sum of a number and a vector, or of a vector and a matrix", node.span)


def grid(m: Meaning, node: Grid) -> L.Term:
    """A matrix of numbers, or of blocks."""
    rows = [[m.term(entry) for entry in row] for row in node.rows]
    shapes = {len(row) for row in rows}
    if len(shapes) != 1:
        raise Unread("a matrix whose rows differ in length", node.span)
    (width,) = shapes
    flat = [entry for row in rows for entry in row]
    if not all(map(L.is_scalar, flat)):
        raise Unread("a matrix made of vectors or matrices", node.span)
    if width == 1 and node.fence in ("[", "("):
        return L.Column(tuple(flat))
    if width == len(rows) == 2:
        a, b, c, d = flat
        if node.fence == "|":
            return a * d - b * c
    raise Unread("a matrix written out", node.span)


# ---------------------------------------------------------------------------------------------------------------------
# products


def multiplied(values: list[Value], node: Syntax) -> Value:
    """The product of numbers, vectors, row vectors and matrices in the order written."""
    scalars: list[L.Term] = []
    others: list[Value] = []
    for value in values:
        if not isinstance(value, RowVector) and L.is_scalar(value):
            scalars.append(value)
        else:
            others.append(value)
    while others and isinstance(others[0], RowVector):
        end = next((k for k, v in enumerate(others[1:], 1) if not isinstance(v, RowVector) and is_vector(v)), None)
        if end is None:
            break
        scalars.append(_form(others[0].vector, _matrices(others[1:end], node), _term(others[end], node)))
        others = others[end + 1 :]
    if not others:
        return scalars[0] if len(scalars) == 1 else L.Times(tuple(scalars))
    rest = _remaining(others, node)
    if not scalars:
        return rest
    if isinstance(rest, RowVector):
        return RowVector(L.Times((*scalars, rest.vector)))
    return L.Times((*scalars, rest))


def _term(value: Value, node: Syntax) -> L.Term:
    if isinstance(value, RowVector):
        raise Unread("a vector times a row vector (an outer product)", node.span)
    return value


def _matrices(values: list[Value], node: Syntax) -> list[L.Term]:
    return [_term(v, node) for v in values]


def _form(left: L.Term, between: list[L.Term], right: L.Term) -> L.Term:
    if not between:
        return L.Dot(left, right)
    return L.Form(left, between[0] if len(between) == 1 else L.MatMul(tuple(between)), right)


def _remaining(others: list[Value], node: Syntax) -> Value:
    if isinstance(others[0], RowVector):
        between = _matrices(others[1:], node)
        if not between:
            return others[0]
        return RowVector(L.MatMul((*(L.Transpose(a) for a in reversed(between)), others[0].vector)))
    terms = _matrices(others, node)
    if any(map(is_vector, terms[:-1])):
        raise Unread("a product of vectors", node.span)
    return terms[0] if len(terms) == 1 else L.MatMul(tuple(terms))


__all__ = [
    "RowVector", "Script", "Value", "bars", "grid", "indexed", "matrix_function", "multiplied", "norm", "power",
    "same_shape", "space_of_name", "transposed",
]  # fmt: skip
