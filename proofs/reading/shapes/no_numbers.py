r"""What would be read as a number and may be none: nothing is claimed of it, for products of numbers commute."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from ... import language as L
from ..context import Context
from ..names import to_latex
from ..syntax import Syntax, Unread
from ..told.declarations import UNKNOWN_SET
from .shapes import is_capital


def refuse(context: Context, suspected: Collection[str], relation: L.Relation, node: Syntax) -> None:
    r"""Raises ``Unread`` where a name is read as a number that words call a matrix, that lies in a set that is not
    known, or that is multiplied with another and ``suspected`` to be a matrix: \mathbf{A} \mathbf{B}."""
    vectors = {name for name, what in context.others.items() if what == "a vector"}
    for name in sorted(n.name for n in relation.free if isinstance(n, L.Var) and _is_number(n)):
        what = "a matrix" if name in context.matrices else context.others.get(name)
        if what is not None and name not in vectors:
            raise Unread(f"${name}$ is said to be {what}, and is used as a number", node.span)
        if context.fog.get(name) == UNKNOWN_SET:
            raise Unread(f"${name}$ lies in {UNKNOWN_SET}", node.span)
    if doubtful := sorted(set(_multiplied(relation, frozenset(suspected)))):
        named, verb = "$ and $".join(map(to_latex, doubtful)), "is a matrix" if len(doubtful) == 1 else "are matrices"
        raise Unread(f"whether ${named}$ {verb} is not said", node.span)
    for product in relation.walk():
        if isinstance(product, L.Times):
            factors = sorted({f.name for f in product.args if isinstance(f, L.Var) and L.is_scalar(f)})
            for name in factors:
                if f"{name}'" in factors:
                    raise Unread(f"whether ${name}'$ is the transpose of ${name}$ is not said", node.span)
            if len(both := [name for name in factors if name in vectors]) > 1:
                raise Unread(f"${'$ and $'.join(both)}$ are vectors, and are multiplied as numbers", node.span)


def _multiplied(relation: L.Relation, suspected: frozenset[str]) -> Iterator[str]:
    """The suspected names that are multiplied with others as numbers; what a small letter before them scales may be."""
    for product in relation.walk():
        if isinstance(product, L.Times):
            before: set[str] = set()
            for factor in product.args:
                names = set(_letters(factor))
                if names and any(map(is_capital, before)):
                    yield from (before | names) & suspected
                before |= names


def _letters(factor: L.Node) -> Iterator[str]:
    """The names that a factor is a number made of; what counts something is one."""
    match factor:
        case L.Var(name, space) if _is_number(factor) and not isinstance(space, L.Integers | L.Range):
            yield name
        case L.Plus(parts) | L.Times(parts):
            for part in parts:
                yield from _letters(part)
        case L.Neg(inner) | L.Power(inner, _):
            yield from _letters(inner)
        case L.Quotient(num, den):
            yield from (*_letters(num), *_letters(den))


def _is_number(name: L.Var) -> bool:
    return L.is_scalar(name) and not isinstance(name.space, L.Abstract | L.Slot)


__all__ = ["refuse"]
