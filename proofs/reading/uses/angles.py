r"""Angles in degrees, $30^\circ$: the number that they are in radians.  Degrees of temperature are none."""

from __future__ import annotations

import re
from fractions import Fraction

from ... import language as L
from ..syntax import Mark, Numeral, Script, Unread

_TEMPERATURE = re.compile(r"[\s}]*(\\[,;:! ]|~)*\s*(\\(mathrm|text|rm)\s*\{?\s*)?[CFK]\b")


def in_radians(node: Script, text: str) -> L.Term | None:
    r"""The number that $30^\circ$ is; None for what is no number of degrees.  Raises ``Unread`` for a temperature."""
    match node:
        case Script(Numeral(number), None, Mark(r"\circ"), 0):
            if _TEMPERATURE.match(text[node.span[1] :]):
                raise Unread("degrees of a temperature", node.span)
            return L.Times((L.Number(Fraction(number) / 180), L.pi))
    return None


__all__ = ["in_radians"]
