r"""Data that are vectors: x_1, ..., x_n \in R^d, which are the rows of one n x d array, x_{ij} being its entries.

That they are data is said of a running member, x_i \in R^d, of the last of a list, or by the entries of a member.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of, symbol_name
from ..syntax import Bracket, Dots, Grid, Multiply, Numeral, Script, Statement, Symbol, Syntax, Unread
from ..uses.lists import listed
from ..uses.superscripts import is_transposition
from ..uses.tables import indices, places
from . import entries
from .dimensions import ONE, SCALAR, Shape

if TYPE_CHECKING:
    from ..meaning import Meaning
    from .shapes import Shapes


_SHAPED = re.compile(
    r"\b(cent(er|re)d|standardi[sz]ed|normali[sz]ed|whitened|unit|ortho(normal|gonal)\w*|zero[- ]mean|mean zero|basis|"
    r"eigenvectors?|independent|distinct|span)\b"
)


def declare(m: Meaning, element: Syntax, dimension: L.Term) -> bool:
    r"""Whether x_i \in R^d says of all x_i that they are vectors; then they are."""
    match element:
        case Script(base, below, None, 0) if below is not None and (stem := name_of(base)) is not None:
            size = _size(m, stem, below)
            if size is None or stem in m.context.values or stem in m.context.spaces:
                return False
            m.context.samples[stem] = L.Matrices(size, dimension)
            return True
    return False


def learn_entries(m: Meaning, statements: Iterable[Statement]) -> None:
    r"""x_i = [x_{i1}; ...; x_{ip}]: what its entries are says of a member that it is a vector."""
    for statement in statements:
        match statement.expressions[:2], statement.relations[:1]:
            case (Script(base, Symbol() as index, None, 0) as member, Grid() as grid), (sign,) if sign.symbol == "=":
                dimension = _dimension(m, base, index, grid)
                if dimension is not None and name_of(base) not in m.context.samples:
                    declare(m, member, dimension)


def is_member(m: Meaning, grid: Grid) -> bool:
    """Whether a column lists the entries of a member."""
    entries = (entry for entry in grid.children() if not isinstance(entry, Dots))
    return all(isinstance(entry, Script) and name_of(entry.base) in m.context.samples for entry in entries)


def _dimension(m: Meaning, base: Syntax, index: Symbol, grid: Grid) -> L.Term | None:
    """How many entries x_{i1}, ..., x_{ip} a column shows; None where it shows anything else."""
    if any(len(row) != 1 for row in grid.rows) or grid.fence not in ("[", "("):
        return None
    column = tuple(row[0] for row in grid.rows)
    entries = [entry for entry in column if not isinstance(entry, Dots)]
    below = [entry.below for entry in entries if isinstance(entry, Script) and entry.base == base and not entry.above]
    if len(below) != len(entries) or any(each is None or len(indices(each)) != 2 for each in below):
        return None
    pairs = [indices(each) for each in below if each is not None]
    if any(first != index for first, _ in pairs):
        return None
    if len(entries) == len(column):
        numbered = [second for _, second in pairs] == [Numeral(str(k)) for k in range(1, len(column) + 1)]
        return L.Number(len(column)) if numbered else None
    try:
        found = listed(column, grid.span)
    except Unread:
        return None
    return m.scalar(found.high) if found is not None and found.low == Numeral("1") else None


def _size(m: Meaning, stem: str, below: Syntax) -> L.Term | None:
    """How many there are of what is written with this index: a running one, or the last."""
    survey = m.context.survey
    labels = survey.labels.get(stem, ())
    if not isinstance(below, Symbol) or Numeral("0") in labels:
        return None
    running = {label for label in labels if isinstance(label, Symbol) and survey.is_index(label)}
    of = (below,) if below in running else running
    limits = {limits for label in of for limits in survey.ranges.get(symbol_name(label), ())}
    lows, highs = {low for low, _ in limits}, {high for _, high in limits}
    if lows != {Numeral("1")} or len(highs) != 1:
        return None
    (high,) = highs
    return m.scalar(high) if below in running or below == high else None


def member(m: Meaning, base: Syntax, below: Syntax) -> L.Term | None:
    """The vector x_i, or its coordinate x_{ij}; None where there are no such data."""
    stem = name_of(base) or ""
    home = m.context.samples.get(stem) or _shown(m, stem, below)
    if home is None:
        return None
    whole = L.Var(_whole(m, stem), home)
    match places(below, m.context.survey.labels.get(stem, ())):
        case (place,):
            row = m.scalar(place)
            column = L.fresh_beside(L.Var("j", L.Range(L.Number(1), home.columns)), row)
            return L.VectorOf(L.Entry(whole, row, column), column)
        case row, column:
            unsummed = entries.unsummed(m, column, home.columns)
            return L.Entry(whole, m.scalar(row), m.scalar(column) if unsummed is None else unsummed)
    raise Unread(f"{stem} with different numbers of indices", below.span)


def _shown(m: Meaning, stem: str, below: Syntax) -> L.Matrices | None:
    """The space of data of which only their use shows that they are vectors."""
    if stem not in m.shapes.data:
        return None
    survey = m.context.survey
    running = next((label for label in survey.labels[stem] if survey.is_index(label)), None)
    rows = None if running is None else _size(m, stem, running)
    space = m.shapes.space_of_shape((m.shapes.data[stem], ONE))
    if rows is None or not isinstance(space, L.Vectors):
        raise Unread("vectors of which nothing says how many there are", below.span)
    return L.Matrices(rows, space.dimension)


def transposed(found: Shapes, node: Syntax) -> str | None:
    r"""The letter of data x_1, ..., x_n that are vectors, as x_i^\top or w^\top x_i shows; None for anything else."""
    match node:
        case Script(base, Symbol() as below, above, 0) if is_transposition(above):
            return _of_vectors(found, base, below)
        case Multiply(factors, signs):
            for one, other, sign in zip(factors, factors[1:], signs[1:], strict=False):
                match one, other:
                    case Script(Symbol() as letter, None, above, 0), Script(base, Symbol() as below, None, 0):
                        plain = is_transposition(above) and not letter.name[:1].isupper() and base != letter
                        if plain and not sign and (stem := _of_vectors(found, base, below)) is not None:
                            return stem
    return None


def passed(found: Shapes, node: Syntax, functions: frozenset[str]) -> str | None:
    """The letter of data x_1, ..., x_n that a function of vectors is taken of: h(x_i)."""
    match node:
        case Multiply(factors):
            for head, bracket in pairwise(factors):
                match bracket:
                    case Bracket("(", (Script(base, Symbol() as below, None, 0),), ")", None) if (
                        name_of(head) in functions
                    ):
                        return _of_vectors(found, base, below)
    return None


def _of_vectors(found: Shapes, base: Syntax, below: Symbol) -> str | None:
    """The letter of a member of data of which nothing else is known."""
    stem, context = name_of(base), found.context
    known = (found.of, context.values, context.functions, context.laws, context.maps, context.random)
    if stem is None or not context.survey.is_index(below) or any(stem in names for names in known):
        return None
    single = all(len(indices(label)) <= 2 for label in context.survey.labels.get(stem, ()))  # x_i, and x_{ij} of it
    return stem if single and name_of(Script(base, below)) not in context.spaces else None


def in_doubt(m: Meaning, relation: L.Relation) -> list[str]:
    """The data of a claim of which words may say more than was read: that they are centred, or of unit length."""
    names = {_whole(m, stem) for stem in m.context.samples.keys() | m.shapes.data.keys()}
    found = sorted(n.name for n in relation.free if isinstance(n, L.Var) and n.name in names)
    return found if found and _SHAPED.search(f"{m.context.said} {m.context.words}") else []


def _whole(m: Meaning, stem: str) -> str:
    """The name of the array: another one than that of a bare letter, which means something else."""
    return stem if stem not in m.context.survey.bare else f"{stem}_{{\\cdot}}"


def shape(found: Shapes, node: Syntax) -> Shape | None:
    """The shape of a member of such data, or of its coordinate; None for anything else."""
    match node:
        case Script(base, below, None) if below is not None:
            stem = name_of(base) or ""
            if stem in found.data:
                labels = found.context.survey.labels.get(stem, ())
                return (found.data[stem], ONE) if len(places(below, labels)) == 1 else SCALAR
    return None


__all__ = ["declare", "in_doubt", "learn_entries", "member", "passed", "shape", "transposed"]
