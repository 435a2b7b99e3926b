r"""Products and powers taken entry by entry: \mu + \sigma \odot \epsilon, \operatorname{diag}(\sigma^2) of a vector."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from .. import language as L
from .names import name_of
from .syntax import Bracket, Multiply, Numeral, Script, Syntax, Unread

if TYPE_CHECKING:
    from .meaning import Meaning

SIGN = "\\odot"


def is_elementwise(node: Syntax) -> bool:
    r"""Whether a product is x \odot y, all its factors being joined by that sign."""
    return isinstance(node, Multiply) and len(node.signs) > 1 and set(node.signs[1:]) == {SIGN}


def factors(nodes: Iterable[Syntax]) -> Iterator[str]:
    """The names that stand beside the sign: they are vectors or matrices, and no numbers."""
    for node in nodes:
        if isinstance(node, Multiply) and is_elementwise(node):
            yield from (name for name in map(name_of, node.factors) if name is not None)


def product(m: Meaning, node: Multiply) -> L.Term:
    """Of vectors diag(x) y, of matrices the matrix of the products of their entries.  Raises ``Unread``."""
    values = [m.term(factor) for factor in node.factors]
    spaces = set(map(L.space_of, values))
    match spaces.pop() if len(spaces) == 1 else None:
        case L.Vectors():
            return L.MatMul((*map(L.Diag, values[:-1]), values[-1]))
        case L.Matrices(rows, columns):
            i = L.fresh_beside(L.Var("i", L.Range(L.Number(1), rows)), *values)
            j = L.fresh_beside(L.Var("j", L.Range(L.Number(1), columns)), *values, i)
            entries = L.Times(tuple(L.Entry(value, i, j) for value in values))
            return L.RowsOf(L.VectorOf(entries, j), i)
    raise Unread("a product entry by entry, and nothing says that its factors have one size", node.span)


def power(m: Meaning, node: Syntax) -> L.Term | None:
    r"""The \sigma^2 of diag(\sigma^2), the vector of the powers of the coordinates; None for anything else."""
    match node:
        case Bracket(_, (item,), _, None):
            return power(m, item)
        case Script(base, below, Numeral() as exponent, 0):
            name = name_of(Script(base, below) if below is not None else base)
            space = None if name is None else m.shapes.space(name)
            if name is None or not isinstance(space, L.Vectors):
                return None
            vector = m.term(Script(base, below, span=node.span) if below is not None else base)
            i = L.fresh_beside(L.Var("i", L.Range(L.Number(1), space.dimension)), vector)
            return L.VectorOf(vector[i] ** m.scalar(exponent), i)
    return None


__all__ = ["SIGN", "factors", "is_elementwise", "power", "product"]
