r"""Matrices that are symmetric or positive definite by what they are: covariances, spreads of normal laws.

So is the A of A \succ 0.

They are so in all of the stretch that speaks of them, as names have one shape in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of, names_in
from ..syntax import Bracket, Multiply, Named, Numeral, Script, Sign, Statement, Symbol, Syntax
from ..uses.superscripts import is_inverse_transposed, is_minus_one
from . import kinds

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..parts import Part

ORDERS = ("succ", "succeq", "prec", "preceq")
_SHOWING = (Statement, Multiply, Script, Named)  # what shows that a matrix is definite
SEMIDEFINITE = "that it is positive semidefinite"


def assume(m: Meaning, part: Part) -> None:
    """Put into the context what the matrices of a part are; one that an equation makes is what that says."""
    nodes = [node for row in part.rows for node in row.of(*_SHOWING)]
    made = {name for node in nodes for name in _made(node)}
    definite = {name for node in nodes for name in _definite(node)}
    semidefinite = {name for node in nodes for name in _ordered(node)} | {
        n for n, so in part.said.symmetric.items() if so
    }
    definite |= semidefinite & {name for node in nodes for name in _regular(node)}
    for name in sorted(definite | semidefinite | part.said.symmetric.keys()):
        space = m.context.spaces.get(name) or m.shapes.space(name)
        if (
            name in made
            or name in m.context.values
            or not isinstance(space, L.Matrices)
            or space.rows is not space.columns
        ):
            continue
        matrix = L.Var(name, space)
        m.context.assume(L.positive_definite(matrix) if name in definite else kinds.symmetric(matrix))
        if name in semidefinite - definite:
            m.context.fog.setdefault(name, SEMIDEFINITE)


def spreads(relation: L.Relation) -> set[L.Node]:
    """The covariances of the normal laws in a claim: where it has a meaning, they are all that covariances are."""
    return {n.covariance for n in relation.walk() if isinstance(n, L.MultivariateNormal)}


def _made(node: Syntax) -> Iterator[str]:
    r"""The \Sigma of \Sigma = \sigma^2 V."""
    match node:
        case Statement((Syntax() as left, Syntax() as right, *_), (Sign("=" | ":="), *_)):
            yield from (name for name in _names(left) if name not in names_in(right))


def _definite(node: Syntax) -> Iterator[str]:
    r"""The A of A \succ 0, and the \Sigma of \mathcal N(\mu, \Sigma)."""
    match node:
        case Statement(sides, signs):
            for left, sign, right in zip(sides, signs, sides[1:], strict=False):
                larger, smaller = (left, right) if sign.symbol == "succ" else (right, left)
                if sign.symbol in ("succ", "prec") and smaller == Numeral("0") and larger is not None:
                    yield from _names(larger)
        case Multiply((Symbol("N"), Bracket("(", items, ")", given), *_)) if len(given or items) == 2:
            spread = (given or items)[-1]
            if isinstance(spread, Script) and is_minus_one(spread.above):
                spread = _base(spread)
            yield from _names(spread)


def _ordered(node: Syntax) -> Iterator[str]:
    r"""The names on both sides of A \succeq B."""
    match node:
        case Statement(sides, signs) if any(sign.symbol in ORDERS for sign in signs):
            yield from (name for name in map(name_of, sides) if name is not None)


def _regular(node: Syntax) -> Iterator[str]:
    r"""The names of matrices that have an inverse, or of whose determinants there are logarithms."""
    match node:
        case Script(_, _, above) if is_minus_one(above) or is_inverse_transposed(above):
            yield from _names(_base(node))
        case Named("log" | "ln", argument):
            for part in argument.walk():
                match part:
                    case Named("det", Bracket(_, (of,)) | of) | Bracket("|", (of,)):
                        yield from _names(of)


def _names(node: Syntax) -> Iterator[str]:
    """The name that an expression is, if it is one."""
    if (name := name_of(node)) is not None:
        yield name


def _base(node: Script) -> Syntax:
    return Script(node.base, node.below) if node.below is not None else node.base


__all__ = ["ORDERS", "SEMIDEFINITE", "assume", "spreads"]
