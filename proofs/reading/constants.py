"""The vectors and matrices with a name of their own: the identity I and I_n, the ones 1_n, the zeros 0_n, 0_{np}."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import language as L
from .syntax import Multiply, Numeral, Script, Symbol, Syntax

if TYPE_CHECKING:
    from .meaning import Meaning

_FONTS = frozenset(("", "bf", "rm", "bb"))


def constant(m: Meaning, node: Syntax) -> L.Term | None:
    """I_n, 1_n, 0_n and 0_{np}: the identity matrix, the vector of ones, zero; None for anything else."""
    match node:
        case Script(Symbol("I", "" | "bf", ()), below, None, 0) if below is not None and "I" not in m.shapes.of:
            if m.shapes.linear:
                return L.Identity(m.scalar(below))
        case Script(Numeral("1"), below, None, 0) if below is not None:
            i = L.Var("i", L.Range(L.Number(1), m.scalar(below)))
            return L.VectorOf(L.Number(1), i)
        case Script(Numeral("0"), Multiply((rows, columns), ("", "")), None, 0):
            return L.Zero(L.Matrices(m.scalar(rows), m.scalar(columns)))
        case Script(Numeral("0"), below, None, 0) if below is not None:
            return L.Zero(L.Vectors(m.scalar(below)))
    return None


def identity(m: Meaning, name: str, node: Syntax, space: L.Space | None) -> L.Term | None:
    """What an I without its size is: the identity, where it stands for a square matrix that nothing else is said of.

    Nobody writes the identity inverted, transposed, or with an argument; and where the words are about information,
    the letter may be that.
    """
    survey, words = m.context.survey, f"{m.context.said} {m.context.words}"
    match node, space:
        case Symbol("I", font, ()), L.Matrices(rows, columns) if font in _FONTS and rows is columns:
            other = name in survey.inverted | survey.transposed | survey.heads() or name in survey.labels
            told = m.context.in_fog(L.Var(name, space)) or ("information" in words and "identity" not in words)
            return None if other or told else L.Identity(rows)
    return None
