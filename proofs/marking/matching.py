"""Which instances of a relation a line may rest on: what is to be put for its names is read off the line.

Nothing here is trusted: that what is put for a name lies in its space, and that what the relation was proved under
follows, is asked of those of the kernel who know.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..language import (
    Abstract,
    Apply,
    Constant,
    Density,
    Function,
    Lambda,
    Law,
    Name,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    Quotient,
    Relation,
    Term,
    Times,
    Var,
    alpha_equal,
    canonical,
    fresh_beside,
    substitute,
    support,
)

Put = tuple[tuple[Name, Node], ...]
_ARITHMETIC = (Plus, Neg, Times, Quotient, Power, Number, Constant, Var, Apply)


def instances(relation: Relation, asked: Node) -> Iterator[Put]:
    """What may be put for the names of a relation so that its left side stands in a statement.

    A relation that begins with arithmetic alone, or with the value of a function, speaks of its own names only: too
    much looks like it.
    """
    left = relation.left
    if all(isinstance(part, _ARITHMETIC) for part in left.walk() if isinstance(part, Term)):
        return
    pattern = canonical(left)
    found: dict[Put, None] = {}
    for node in asked.walk():
        if type(node) is type(left) and (put := _matched(pattern, canonical(node), {})) is not None:
            written = {canonical(part): part for part in node.walk()}
            put = {name: written.get(value, value) for name, value in put.items()}
            if any(map(_is_bound, frozenset().union(*(value.free for value in put.values())))):
                continue
            if alpha_equal(substitute(left, put), node):
                found[tuple(put.items())] = None
    yield from found


def _matched(pattern: Any, node: Any, put: dict[Name, Node]) -> dict[Name, Node] | None:
    """What is to be put for the free names of the pattern to make it the node; both as ``canonical`` writes them."""
    if pattern is node or put.get(pattern) is node:
        return put
    match pattern:
        case Var(name, space) if _is_bound(pattern):
            if not isinstance(node, Var) or node.name != name:
                return None
            if isinstance(space, Abstract):
                return _with_space(put, space, node.space)
            return _matched(space, node.space, put)
        case Var(_, space) if isinstance(node, Term) and pattern not in put:
            return _with_space({**put, pattern: node}, space, node.space if isinstance(node, Var) else None)
        case Density(_, space) if isinstance(node, Law) and pattern not in put:
            return _with_space({**put, pattern: node}, space, support(node))
        case Apply(Function() as f, (Var() as at,)) if _is_bound(at) and isinstance(node, Term):
            if isinstance(put.get(f), Lambda):
                return put  # whether it is the same is seen in the whole
            if not (isinstance(node, Apply) and isinstance(node.head, Function)):
                y = fresh_beside(Var("x", at.space), node)
                return {**put, f: Lambda(substitute(node, {at: y}), y)}
    if type(pattern) is not type(node) or isinstance(pattern, Name) or len(pattern.fields) != len(node.fields):
        return None
    parts = [*zip(pattern.fields, node.fields, strict=True)]
    while parts:
        ours, theirs = parts.pop(0)
        if isinstance(ours, tuple) and isinstance(theirs, tuple) and len(ours) == len(theirs):
            parts += zip(ours, theirs, strict=True)
        elif isinstance(ours, Node) and isinstance(theirs, Node):
            found = _matched(ours, theirs, put)
            if found is None:
                return None
            put = found
        elif ours != theirs:
            return None
    return put


def _is_bound(name: Node) -> bool:
    """Whether a name is one that ``canonical`` gives to bound variables."""
    return isinstance(name, Var) and name.name.startswith("#")


def _with_space(put: dict[Name, Node], space: Node, home: Node | None) -> dict[Name, Node] | None:
    """The same with the space of what was put, where that of the name was left open."""
    if not isinstance(space, Abstract) or space is home:
        return put
    if home is None or put.get(space, home) is not home:
        return None
    return {**put, space: home}


__all__ = ["Put", "instances"]
