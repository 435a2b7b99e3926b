r"""Functions of vectors and matrices: A^\\top, A^{-1}, |A|, \\mathrm{tr}(A), \\mathrm{diag}(x)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ...language.entries import matrix_power
from ..syntax import Bracket, Multiply, Named, Numeral, Symbol, Syntax, Unread
from ..uses import lists
from ..uses.superscripts import is_inverse_transposed, is_minus_one
from . import elementwise
from .arrays import RowVector, Value

if TYPE_CHECKING:
    from ..meaning import Meaning


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
    return transpose(m.value(base), base)


def transpose(value: Value, base: Syntax) -> Value:
    """What is written as ``base``, transposed.  Raises ``Unread`` of a number that nothing shows to be one."""
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
    value = elementwise.entries(m, node.argument) if node.name == "diag" else m.term(node.argument)
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


__all__ = ["bars", "matrix_function", "power", "transposed"]
