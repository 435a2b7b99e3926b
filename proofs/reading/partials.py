r"""Partial derivatives by a subscript, f_x and f_{xy} of a function f(x, y) that is known."""

from __future__ import annotations

import re
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


__all__ = ["value"]
