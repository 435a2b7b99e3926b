r"""Primes that transpose, as econometricians write: X'X, (X'X)^{-1}X'y, x_i'\beta, (y - X\beta)'(y - X\beta).

A prime may as well make another name, x and x', or a derivative, f'(x).  It transposes in a document where a matrix X
shows that, X'X, and words or the rest of the document agree; and there only names that are not used in another way.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from ..grammar.rewritten import rewritten
from ..names import FUNCTION_LETTERS, name_of
from ..shapes.shapes import bare, is_capital
from ..syntax import (
    Big,
    Bracket,
    Differential,
    Multiply,
    RowSyntax,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
    nodes_of,
)
from .superscripts import is_minus_one

if TYPE_CHECKING:
    from ..parts import Part

_WORDS = re.compile(r"\btranspos|\bols\b|\bgls\b|least[- ]squares|econometric|regress(or|ion|ed)|linear model")
_COPIES = re.compile(r"\bindependent cop(y|ies)\b")
_RELATIONS = frozenset(("in", "~", "<", "<=", ">", ">=", "!=", ":"))


@dataclass(frozen=True)
class Transposing:
    """The primes of a document transpose, but for those on names that are used in another way."""

    others: frozenset[str]

    def __call__(self, row: RowSyntax) -> RowSyntax:
        """The row with its primes as transpositions."""
        done = rewritten(row, self._transposed)
        assert isinstance(done, RowSyntax)
        return done

    def _transposed(self, node: Any) -> Any:
        if isinstance(node, Script) and (base := _primed(node)) is not None and name_of(base) not in self.others:
            return replace(node, above=Symbol("top", span=node.span), primes=0)
        return node


def transposing(parts: Iterable[Part]) -> Transposing | None:
    """How the primes of a document are to be read, if they transpose; None where that is not shown."""
    parts = list(parts)
    words = " ".join(part.words for part in parts)
    rows = [piece.row for part in parts for piece in part.pieces if piece.row is not None]
    if not any(node.primes for node in nodes_of(rows, Script)) or _COPIES.search(words):
        return None
    nodes = [node for row in rows for node in row.walk()]
    said = _WORDS.search(words) is not None
    others = {name for row in rows for name in _used_otherwise(row)}
    shown = {name for node in nodes for name in _with_itself(node)} - others
    matrices = {name for part in parts for name in part.said.matrices} | {n for node in nodes for n in _declared(node)}
    inverted = {n for node in nodes if _is_inverted(node) for inner in node.walk() for n in _with_itself(inner)}
    sure = shown & (inverted | (shown if said else matrices))
    if not any(map(is_capital, sure)) and not (said and any(map(_is_member_before_another, nodes))):
        return None
    return Transposing(frozenset(others))


def _primed(node: Script) -> Syntax | None:
    """What one prime stands on, if that is a name or a bracket, and nothing else stands there."""
    if node.primes != 1 or node.above is not None:
        return None
    base = Script(node.base, node.below) if node.below is not None else node.base
    return base if isinstance(base, Bracket) or name_of(base) is not None else None


def _named(node: Syntax | None) -> str | None:
    """The name that has a prime, of what is nothing but that."""
    base = _primed(node) if isinstance(node, Script) else None
    return None if base is None else name_of(base)


def _with_itself(node: Syntax) -> Iterator[str]:
    r"""The X of X'X and X'\Omega^{-1}X, and of (y - X b)'(y - X b)."""
    if isinstance(node, Multiply):
        for k, factor in enumerate(node.factors):
            base = _primed(factor) if isinstance(factor, Script) else None
            if base is not None and base in node.factors[k + 1 :]:
                inside = base.walk() if isinstance(base, Bracket) else (base,)
                yield from (name for name in map(name_of, inside) if name is not None)


def _is_inverted(node: Syntax) -> bool:
    """Whether a product in brackets is inverted, (X'X)^{-1}."""
    return isinstance(node, Script) and isinstance(node.base, Bracket) and is_minus_one(node.above)


def _is_member_before_another(node: Syntax) -> bool:
    r"""Whether a member of data stands as a row before something else, x_i'\beta."""
    return isinstance(node, Multiply) and any(
        isinstance(factor, Script) and factor.below is not None and _named(factor) is not None
        for factor in node.factors[:-1]
    )


def _declared(node: Syntax) -> Iterator[str]:
    r"""The X of X \in \mathbb R^{n \times k}."""
    match node:
        case Statement((*names, Script(Symbol("R", "bb"), None, Multiply(_, (_, "\\times")))), (*_, Sign("in"))):
            yield from (name for name in map(name_of, names) if name is not None)


def _used_otherwise(row: RowSyntax) -> Iterator[str]:
    """The names of which a primed one is another name or a derivative: in lists, below signs, of which something is
    said, before an argument."""
    if len(row.statements) > 1 or not row.statements[0].relations:
        yield from _names(s.expressions[0] for s in row.statements if not s.relations)
    for node in row.walk():
        match node:
            case Bracket(_, (_, _, *_) as items):
                yield from _names(items)
            case Big(below=below, above=above, differentials=differentials):
                limits = (each for each in (below, above, *differentials) if each is not None)
                yield from _names(inner for each in limits for inner in each.walk())
            case Differential(variable=variable):
                yield from _names((variable,))
            case Statement((left, *_), (sign, *_)) if sign.symbol in _RELATIONS:
                yield from _names((left,))
            case Statement((left, right, *_), (Sign("=" | ":="), *_)) if (name := _named(left)) is not None:
                if not is_capital(name) and name not in map(name_of, right.walk() if right is not None else ()):
                    yield name
            case Script(base, below, above, primes):
                yield from _names(inner for each in (below, above) if each is not None for inner in each.walk())
                plain = name_of(Script(base, below) if below is not None else base)
                if plain is not None and (primes > 1 or (primes and above is not None)):
                    yield plain
            case Multiply(factors):
                for factor, follower in pairwise(factors):
                    name = _named(factor)
                    if isinstance(follower, Bracket) and name is not None and bare(name) in FUNCTION_LETTERS:
                        yield from (name,) if not is_capital(name) else ()


def _names(nodes: Iterable[Syntax | None]) -> Iterator[str]:
    yield from (name for name in map(_named, nodes) if name is not None)


__all__ = ["Transposing", "transposing"]
