r"""Partial derivatives by a subscript, f_x and f_{xy} of a function f(x, y) that is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from .. import language as L

if TYPE_CHECKING:
    from .context import Context

_NAME = re.compile(r"(?P<function>[A-Za-z]+)_\{?(?P<by>[A-Za-z]{1,3})\}?")


def value(context: Context, name: str) -> L.Term | None:
    """What f_xy is of a function of x, y and perhaps more numbers; None for other names, and beside densities, where
    f_x may be that of x."""
    found = _NAME.fullmatch(name)
    defined = None if found is None else context.functions.get(found["function"])
    if found is None or defined is None or name in context.values or "densit" in context.said:
        return None
    places = {x.name: x for x in defined.arguments if L.is_scalar(x)}
    if len(places) < 2 or len(places) < len(defined.arguments) or not set(found["by"]) <= places.keys():
        return None
    rate = context.unfolded(defined.body)
    for letter in found["by"]:
        rate = L.Derivative(rate, places[letter], places[letter])
    return rate


def at(context: Context, name: str, values: Sequence[L.Term]) -> L.Term | None:
    """What f_xy(1, 2) is; None for other names."""
    rate, found = value(context, name), _NAME.fullmatch(name)
    if rate is None or found is None:
        return None
    places = context.functions[found["function"]].arguments
    if len(values) != len(places) or not all(map(L.is_scalar, values)):
        return None
    fresh = [L.fresh_beside(L.Var(f"{x.name}'", x.space), rate, *values) for x in places]
    moved = L.substitute(rate, dict(zip(places, fresh, strict=True)))
    return L.substitute(moved, dict(zip(fresh, values, strict=True)))


__all__ = ["at", "value"]
