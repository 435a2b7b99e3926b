"""Trees of syntax with one change made everywhere in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from typing import Any

from .syntax import Syntax


def rewritten(node: Any, change: Callable[[Any], Any]) -> Any:
    """The tree with ``change`` made at each node, at those below first; what stays as it is is the same object."""
    whole = [(f.name, value, _field(value, change)) for f in fields(node) for value in [getattr(node, f.name)]]
    changed = {name: done for name, value, done in whole if done is not value}
    return change(replace(node, **changed) if changed else node)


def _field(value: object, change: Callable[[Any], Any]) -> object:
    if isinstance(value, Syntax):
        return rewritten(value, change)
    if isinstance(value, tuple):
        done = tuple(_field(part, change) for part in value)
        return done if any(a is not b for a, b in zip(done, value, strict=True)) else value
    return value


__all__ = ["rewritten"]
