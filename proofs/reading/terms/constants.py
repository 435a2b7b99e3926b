"""The vectors and matrices with a name of their own: the identity I and I_n, the ones 1_n, the zeros 0_n, 0_{np}."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..shapes.sizes import is_identity, is_one
from ..syntax import Multiply, Numeral, Script, Symbol, Syntax
from ..uses.running import INDICES
from ..uses.tables import indices

if TYPE_CHECKING:
    from ..meaning import Meaning


def constant(m: Meaning, node: Syntax) -> L.Term | None:
    """I_n, 1_n, 0_n and 0_{np}: the identity matrix, the vector of ones, zero; None for anything else."""
    match node:
        case Script(Symbol("I", "" | "bf", ()) as letter, below, None, 0) if below is not None and m.shapes.linear:
            if "I" not in m.shapes.of or is_identity(m.context, letter):  # I beside I_n is the same
                return L.Identity(m.scalar(below))
        case Script(base, below, None, 0) if below is not None and is_one(base):
            return _ones(m.scalar(below))
        case Script(Numeral("0"), Multiply((rows, columns), ("", "")), None, 0):
            return L.Zero(L.Matrices(m.scalar(rows), m.scalar(columns)))
        case Script(Numeral("0"), below, None, 0) if below is not None:
            return L.Zero(L.Vectors(m.scalar(below)))
        case Script(Symbol("delta", "", ()), below, None, 0) if below is not None:
            return _kronecker(m, indices(below))
    return None


def _ones(size: L.Term) -> L.Term:
    return L.VectorOf(L.Number(1), L.Var("i", L.Range(L.Number(1), size)))


def _kronecker(m: Meaning, places: tuple[Syntax, ...]) -> L.Term | None:
    r"""Kronecker's \delta_{ij}: the letter stands nowhere by itself or with other labels, and nothing defines it."""
    survey, context = m.context.survey, m.context
    known = (context.values, context.functions, context.laws, context.spaces, context.data, context.random)
    if (
        "delta" in survey.bare | survey.heads() | survey.equated
        or any("delta" in names for names in known)
        or len(places) != 2
    ):
        return None
    if not all(len(indices(label)) == 2 and all(map(_is_place, indices(label))) for label in survey.labels["delta"]):
        return None
    i, j = map(m.scalar, places)
    return L.Cases((L.Number(1),), (i.eq(j),), L.Number(0))


def _is_place(part: Syntax) -> bool:
    """Whether an index is a letter for one, with or without a prime, or a numeral."""
    match part:
        case Symbol(name, "", ()) | Script(Symbol(name, "", ()), None, None, _):
            return name in INDICES
    return isinstance(part, Numeral)


def ones(m: Meaning, name: str, node: Syntax, space: L.Space | None) -> L.Term | None:
    r"""What a bold 1 without its size is, where it stands for a vector that nothing else is said of: that of ones."""
    known = name in m.context.values or name in m.context.spaces
    return _ones(space.dimension) if is_one(node) and isinstance(space, L.Vectors) and not known else None


def identity(m: Meaning, name: str, node: Syntax, space: L.Space | None) -> L.Term | None:
    """What an I without its size is: the identity, where it stands for a square matrix that nothing else is said of."""
    if not is_identity(m.context, node):
        return None
    if (size := m.shapes.size_of_identity(node)) is not None:
        return L.Identity(m.shapes.term(size, m.context.survey.bare | m.context.survey.labels.keys()))
    match space:
        case L.Matrices(rows, columns) if rows is columns and not m.context.in_fog(L.Var(name, space)):
            return L.Identity(rows)
    return None
