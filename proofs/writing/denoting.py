"""Names for long terms on a page: wherever such a term stands, its name is printed instead.

The lines of the proof stay as they are; this is what a reader sees of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, TypeVar

from proofs.language import Abstract, Binder, Family, Name, Node, Relation, substitute
from proofs.steps import Step

N = TypeVar("N", bound=Node)
Values = tuple[tuple[Name, Any], ...]


def denoting(proof: Any, node: N) -> N:
    """The node with the names of ``proof.where`` put for what they stand for.

    Where values were put in (``proof.at``), a name stands for its term at these values; beneath a binder of a name that
    has a value, where that name is a variable again, for its term without it.  Raises ``ValueError`` where a name means
    something else in the node already.
    """
    for each in proof.definitions:
        if each.left in node.free:
            raise ValueError(f"{proof.name}: {each.left.name} is a name of the proof already, and cannot denote a term")
    return _named(node, proof.definitions, proof.values)


def denoting_chain(proof: Any, chain: Any) -> Any:
    """The chain as a reader sees it: ``denoting`` for its lines, its statement and its hypotheses."""
    if not proof.definitions:
        return chain
    start, statement = (None if n is None else denoting(proof, n) for n in (chain.start, chain.statement))
    steps = tuple(
        Step(denoting(proof, s.left), s.symbol, denoting(proof, s.right), replace(s.use, phrase=s.reason))
        for s in chain.steps  # the reason is that of the terms, not of their names
    )
    suppose = tuple(denoting(proof, h) for h in chain.suppose)
    return replace(chain, start=start, statement=statement, steps=steps, suppose=suppose)


def definitions(proof: Any) -> list[Relation]:
    """What the names stand for, each said with the names before it; values that were put in are not put in here."""
    said = proof.definitions
    return [Relation(each.left, "=", _named(each.right, said[:k], ())) for k, each in enumerate(said)]


def put(proof: Any) -> Values:
    """The values that were put in, of one ``at`` after the other; not the laws that a density is introduced as."""
    pairs = (pair for pairs in proof.values for pair in pairs)
    return tuple(
        (name, value)
        for name, value in pairs
        if not isinstance(name, Abstract) and not (isinstance(value, Family) and value.label == name.fields[0])
    )


def _named(node: Any, said: Sequence[Relation], values: Sequence[Values]) -> Any:
    if not said:
        return node
    at_hand = [(_at(each.right, values), _at(each.left, values)) for each in said]
    taken = {name.name for pairs in values for name, _ in pairs}

    def visit(part: Any) -> Any:
        for term, name in at_hand:
            if part is term:
                return name
        if isinstance(part, Binder) and part.var.name in taken:
            rest = (visit(field) if isinstance(field, Node) else field for field in part.fields[2:])
            freed = [tuple(pair for pair in pairs if pair[0].name != part.var.name) for pairs in values]
            return type(part)(_named(part.body, said, freed), part.var, *rest)
        return part.map_children(visit)

    return visit(node)


def _at(node: Any, values: Sequence[Values]) -> Any:
    for pairs in values:
        node = substitute(node, dict(pairs))
    return node


__all__ = ["definitions", "denoting", "denoting_chain", "put"]
