r"""Partial derivatives by a subscript, f_x and f_{xy} of a function f(x, y) that is known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from ... import language as L

if TYPE_CHECKING:
    from ..context import Context

_NAME = re.compile(r"(?P<function>[A-Za-z]+)_\{?(?P<by>[A-Za-z]{1,3})\}?")


def value(context: Context, name: str) -> L.Term | None:
    """What f_xy is of a function of x, y and perhaps more numbers, where these are what they stand for; None for other
    names, and beside densities, where f_x may be that of x."""
    arguments = _arguments(context, name)
    here = [context.values.get(x.name, x) for x in arguments or ()]
    return None if arguments is None else _at(context, name, tuple(map(context.unfolded, here)))


def at(context: Context, name: str, values: Sequence[L.Term]) -> L.Term | None:
    """What f_xy(1, 2) is; None for other names."""
    arguments = _arguments(context, name)
    if arguments is None or len(values) != len(arguments) or not all(map(L.is_scalar, values)):
        return None
    return _at(context, name, values)


def _arguments(context: Context, name: str) -> tuple[L.Var, ...] | None:
    """The arguments of the function that a name like f_xy is a derivative of; None for other names."""
    found = _NAME.fullmatch(name)
    defined = None if found is None else context.functions.get(found["function"])
    if found is None or defined is None or name in context.values or "densit" in context.said:
        return None
    places = {x.name for x in defined.arguments if L.is_scalar(x)}
    whole = len(places) > 1 and len(places) == len(defined.arguments) and set(found["by"]) <= places
    return tuple(defined.arguments) if whole else None


def _at(context: Context, name: str, values: Sequence[L.Term]) -> L.Term:
    """The derivative at a place.  What the letters of the arguments stand for elsewhere is nothing to the function."""
    found = _NAME.fullmatch(name)
    assert found is not None
    defined = context.functions[found["function"]]
    inside = [L.fresh_beside(L.Var(f"{x.name}'", x.space), defined.body, *values) for x in defined.arguments]
    put: dict[L.Name, L.Term] = dict(zip(defined.arguments, inside, strict=True))
    rate = context.unfolded(L.substitute(defined.body, put))
    for letter in found["by"]:
        (place,) = (u for x, u in zip(defined.arguments, inside, strict=True) if x.name == letter)
        rate = L.Derivative(rate, place, place)
    return L.substitute(rate, dict(zip(inside, values, strict=True)))


__all__ = ["at", "value"]
