"""Trees of syntax with one change made everywhere in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from operator import is_
from typing import Any

from ..syntax import Syntax


def rewritten(node: Any, change: Callable[[Any], Any]) -> Any:
    """The tree with ``change`` made at each node, at those below first; what stays as it is is the same object."""
    changed = {}
    for name in node.__match_args__:  # all fields but the span
        value = getattr(node, name)
        done = _field(value, change)
        if done is not value:
            changed[name] = done
    return change(replace(node, **changed) if changed else node)


def _field(value: object, change: Callable[[Any], Any]) -> object:
    if isinstance(value, Syntax):
        return rewritten(value, change)
    if isinstance(value, tuple):
        done = [_field(part, change) for part in value]
        return value if all(map(is_, done, value)) else tuple(done)
    return value


__all__ = ["rewritten"]
