r"""Norms as they are written: \|x\|, \|x\|_2 and \|x\|_1 of vectors, \|A\|_F of matrices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Numeral, Script, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from ..meaning import Meaning


def is_labelled(node: Script) -> bool:
    r"""Whether a norm is written with the letter or number that says which one it is, \|x\|_2."""
    return isinstance(node.base, Bracket) and node.base.left == "||" and node.below is not None and not node.primes


def norm(m: Meaning, item: Syntax) -> L.Term:
    """The Euclidean norm; of a number its absolute value."""
    value = m.term(item)
    if L.is_scalar(value):
        return abs(value)
    if not isinstance(L.space_of(value), L.Vectors):
        raise Unread("the norm of a matrix", item.span)
    return L.sqrt(L.Dot(value, value))


def labelled(m: Meaning, bracket: Bracket, label: Syntax) -> L.Term:
    r"""\|x\|_2, \|x\|_1, \|A\|_F.  Raises ``Unread``."""
    if len(bracket.items) != 1 or bracket.given is not None:
        raise Unread("a norm of several things", bracket.span)
    value = m.term(bracket.items[0])
    match L.space_of(value), label:
        case L.Vectors(), Numeral("2"):
            return L.sqrt(L.Dot(value, value))
        case L.Vectors(dimension), Numeral("1"):
            j = L.fresh_beside(L.Var("j", L.Range(L.Number(1), dimension)), value)
            return L.Sum(abs(value[j]), j)
        case L.Matrices(), Symbol() if name_of(label) in ("F", r"\mathrm{F}"):
            return L.sqrt(L.Tr(L.MatMul((L.Transpose(value), value))))
    raise Unread("which norm this is", label.span)
