r"""Data that are vectors and carry their index above: x^{(i)}, with coordinates x^{(i)}_j.

They are read as members x_i of data with a letter of their own, as a bare x and its coordinates x_j are another vector.
That they are vectors is shown by how they are used: w^\top x^{(i)}, \|x^{(i)} - \mu\|, x^{(i)} \in \mathbb R^d.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ..grammar.rewritten import rewritten
from ..names import name_of, symbol_name, to_latex
from ..syntax import Add, Big, Bracket, Multiply, Numeral, RowSyntax, Script, Sign, Statement, Symbol, Syntax, nodes_of
from ..uses.superscripts import is_transposition

if TYPE_CHECKING:
    from ..parts import Part


@dataclass(frozen=True)
class MarkedData:
    """The letters of a document that stand for such data."""

    letters: frozenset[str]

    def __call__(self, row: RowSyntax) -> RowSyntax:
        """The row with the index of each member below its letter."""
        done = rewritten(row, self._lowered)
        assert isinstance(done, RowSyntax)
        return done

    def _lowered(self, node: Any) -> Any:
        found = _member(node)
        if found is None or found[0] not in self.letters:
            return node
        letter, index, transposed = found
        base = Symbol(rf"{to_latex(letter)}^{{(\cdot)}}", span=node.span)
        below = index if node.below is None else Multiply((index, node.below), ("", ""), span=node.below.span)
        return replace(node, base=base, below=below, above=transposed)


def marked_data(parts: Iterable[Part]) -> MarkedData | None:
    """The data of a document that are vectors with their index above; None where there are none."""
    rows = [row for part in parts for row in part.rows]
    members = [(node, *found) for node in nodes_of(rows, Script) if (found := _member(node)) is not None]
    if not members:
        return None
    nodes = [node for row in rows for node in row.walk()]
    running = {name for node in nodes for name in _runs_over(node)}
    letters = {letter for _, letter, index, _ in members if isinstance(index, Symbol) and symbol_name(index) in running}
    letters -= {name for node in nodes for name in _counted_up(node)}
    vectors = {letter for node in nodes for letter in _vectors(node)}
    whole = {letter for node, letter, _, _ in members if isinstance(node, Script) and node.below is None}
    vectors |= {letter for node, letter, _, _ in members if isinstance(node, Script) and node.below is not None} & whole
    data = frozenset(letters & vectors)
    return MarkedData(data) if data else None


def _member(node: Any) -> tuple[str, Syntax, Syntax | None] | None:
    """The letter of x^{(i)}, x^{(1)} or x^{(i)\\top}, its index, and the sign that transposes it."""
    match node:
        case Script(Symbol() as letter, _, Bracket("(", (Symbol() | Numeral() as index,), ")", None), 0):
            return symbol_name(letter), index, None
        case Script(
            Symbol() as letter, _, Multiply((Bracket("(", (Symbol() as index,), ")", None), transposed), ("", "")), 0
        ) if is_transposition(transposed):
            return symbol_name(letter), index, transposed
    return None


def _runs_over(node: Syntax) -> Iterator[str]:
    """The letters that a sum or a product runs over, and the last of a list x^{(1)}, ..., x^{(m)}."""
    match node:
        case Big("sum" | "prod", _, Statement((Symbol() as index, *_), (Sign("=" | "in"), *_)) | (Symbol() as index)):
            yield symbol_name(index)


def _counted_up(node: Syntax) -> Iterator[str]:
    r"""The letters of iterates, \theta^{(t+1)}."""
    match node:
        case Script(Symbol() as letter, _, Bracket("(", (Add(),), ")", None)):
            yield symbol_name(letter)


def _vectors(node: Syntax) -> Iterator[str]:
    """The letters of members that stand where a vector is meant."""
    match node:
        case Multiply(factors, signs):
            for one, other, sign in zip(factors, factors[1:], signs[1:], strict=False):
                found = _member(other)
                if found is not None and not sign and isinstance(one, Script) and is_transposition(one.above):
                    yield found[0]
        case Script(Bracket("(", (inner,), ")", None), None, above) if is_transposition(above):
            yield from (found[0] for found in map(_member, _summands(inner)) if found is not None)
        case Bracket("||", (inner,), "||"):
            yield from (found[0] for found in map(_member, _summands(inner)) if found is not None)
        case Statement((member, Script(Symbol("R", "bb"), _, above)), (Sign("in"),)) if above is not None:
            if (found := _member(member)) is not None and name_of(above) != "+":
                yield found[0]
    found = _member(node)
    if found is not None and found[2] is not None:
        yield found[0]


def _summands(node: Syntax) -> tuple[Syntax, ...]:
    return node.summands if isinstance(node, Add) else (node,)


__all__ = ["MarkedData", "marked_data"]
