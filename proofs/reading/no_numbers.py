r"""What would be read as a number and may be none: nothing is claimed of it, for products of numbers commute."""

from __future__ import annotations

import re

from .. import language as L
from .context import Context
from .declarations import UNKNOWN_SET
from .syntax import Syntax, Unread

_BOLD = re.compile(r"\\(mathbf|boldsymbol|bm)\{[A-Z]\}")


def refuse(context: Context, relation: L.Relation, node: Syntax) -> None:
    r"""Raises ``Unread`` where a name is read as a number that words call a matrix, that lies in a set that is not
    known, or that is a bold capital letter beside another: \mathbf{A} \mathbf{B}."""
    vectors = {name for name, what in context.others.items() if what == "a vector"}
    for name in sorted(n.name for n in relation.free if isinstance(n, L.Var) and _is_number(n)):
        what = "a matrix" if name in context.matrices else context.others.get(name)
        if what is not None and name not in vectors:
            raise Unread(f"${name}$ is said to be {what}, and is used as a number", node.span)
        if context.fog.get(name) == UNKNOWN_SET:
            raise Unread(f"${name}$ lies in {UNKNOWN_SET}", node.span)
    for product in relation.walk():
        if isinstance(product, L.Times):
            factors = sorted({f.name for f in product.args if isinstance(f, L.Var) and L.is_scalar(f)})
            if len(bold := [name for name in factors if _BOLD.fullmatch(name)]) > 1:
                raise Unread(f"whether ${'$ and $'.join(bold)}$ are matrices is not said", node.span)
            for name in factors:
                if f"{name}'" in factors:
                    raise Unread(f"whether ${name}'$ is the transpose of ${name}$ is not said", node.span)
            if len(both := [name for name in factors if name in vectors]) > 1:
                raise Unread(f"${'$ and $'.join(both)}$ are vectors, and are multiplied as numbers", node.span)


def _is_number(name: L.Var) -> bool:
    return L.is_scalar(name) and not isinstance(name.space, L.Abstract | L.Slot)


__all__ = ["refuse"]
