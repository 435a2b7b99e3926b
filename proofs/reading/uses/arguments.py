r"""What an argument of a function is called: x of f(x), and \sigma of \ell(\mu, \sigma^2)."""

from __future__ import annotations

from ..names import name_of
from ..shapes.shapes import bare
from ..syntax import Numeral, Script, Syntax

_SQUARED = ("sigma", "tau")  # parameters whose square is written for them


def argument(node: Syntax) -> str | None:
    r"""The name that an argument is, or that it is the square of, \sigma^2, which is written for a parameter."""
    match node:
        case Script(base, None, Numeral("2"), 0) if (name := name_of(base)) is not None and bare(name) in _SQUARED:
            return name
    return name_of(node)


__all__ = ["argument"]
