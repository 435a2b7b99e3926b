"""What other conventions make of a claim about derivatives by a matrix that is false by the one it is read in.

It is read in that of the gradient: the entries vary one by one, and the derivatives have the places of the entries.  By
a symmetric matrix others are in use, and which one is meant is seldom said: opposite entries vary together, or only the
symmetric part counts.
"""

from __future__ import annotations

from ..judging import judge
from ..language import (
    Claim,
    Diag,
    Entry,
    Gradient,
    Matrices,
    Number,
    Plus,
    Range,
    Relation,
    Term,
    Transpose,
    Var,
    VectorOf,
    fresh_beside,
    half,
    is_scalar,
    replace,
    space_of,
)
from ..language.facts import Facts

SYMMETRIC = "how the entries of a symmetric matrix vary is not said, and it fails in some conventions only"
TRANSPOSED = "it holds where derivatives by a matrix are laid out as its transpose"


def leave_open(claim: Claim) -> bool:
    """Whether a false claim is about the derivative by a symmetric matrix and does not fail in every convention."""
    statement, facts = claim.statement, Facts(claim.hypotheses)
    if not isinstance(statement, Relation):
        return False
    by_symmetric = [g for g in _gradients(statement) if facts.symmetric(g.at)]
    if not by_symmetric:
        return False
    together = statement
    part = Relation(_doubled(statement.left), statement.symbol, _doubled(statement.right))
    for g in by_symmetric:
        together, part = replace(together, g, _together(g)), replace(part, g, half * (g + Transpose(g)))
    return any(_holds(claim, other) for other in (together, part))


def hold_transposed(claim: Claim) -> bool:
    """Whether a false claim holds where its derivatives by matrices are transposed."""
    statement = claim.statement
    matrices = isinstance(statement, Relation) and not is_scalar(statement.left)
    found = _gradients(statement) if matrices else []
    for g in found:
        statement = replace(statement, g, Transpose(g))
    return bool(found) and isinstance(statement, Relation) and _square(found) and _holds(claim, statement)


def _gradients(statement: Relation) -> list[Gradient]:
    """The derivatives by matrices in a claim."""
    found = (n for n in statement.walk() if isinstance(n, Gradient) and isinstance(n.var.space, Matrices))
    return list(dict.fromkeys(found))


def _square(gradients: list[Gradient]) -> bool:
    return all(g.var.space.rows is g.var.space.columns for g in gradients if isinstance(g.var.space, Matrices))


def _holds(claim: Claim, other: Relation) -> bool:
    return judge(Claim(claim.hypotheses, other), brief=True).outcome != "disagree"


def _doubled(side: Term) -> Term:
    """A matrix and its transpose, which sees the symmetric part alone; anything else as it is."""
    space = space_of(side)
    square = isinstance(space, Matrices) and space.rows is space.columns
    return Plus((side, Transpose(side))) if square else side


def _together(g: Gradient) -> Term:
    """The derivatives by the entries of a symmetric matrix where opposite ones vary together."""
    assert isinstance(g.var.space, Matrices)
    i = fresh_beside(Var("i", Range(Number(1), g.var.space.rows)), g)
    return Plus((g, Transpose(g), -Diag(VectorOf(Entry(g, i, i), i))))


__all__ = ["SYMMETRIC", "TRANSPOSED", "hold_transposed", "leave_open"]
