r"""Values of inverse functions: F_X^{-1}(p) of a distribution function, g^{-1}(y) of a function that words call
increasing.

Both are any smooth increasing function on the line and what undoes it; a distribution function takes the values between
0 and 1.  Where more is said of the random variable, of its density say, that is not used, and then nothing is refuted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .. import language as L
from .heads import Head
from .names import to_latex
from .syntax import Syntax

if TYPE_CHECKING:
    from .meaning import Meaning

_DISTRIBUTION = re.compile(r"F_\{?(\\tilde\{)?[A-Z]\}*$")
_IN_WORDS = re.compile(r"\bdistribution function\b|\bc\.?d\.?f\b")
_INCREASING = re.compile(r"\bincreasing\b(?!.*\b(decreasing|support|defined on|outcomes)\b)", re.DOTALL)
_UNIT = L.Interval(L.Number(0), L.Number(1))


def value(m: Meaning, head: Head, argument: Syntax) -> L.Term | None:
    """The value of the inverse of a function on the line; None where nothing says that it has one."""
    home = _values(m, head.name)
    if home is None:
        return None
    f = L.Function(head.name, (L.R,))
    back = L.Function(rf"{to_latex(head.name)}^{{-1}}", (L.R,))
    m.context.undone |= {f.name, back.name}
    m.context.assume(L.inverse(back, f, home))
    at = m.scalar(argument)
    if isinstance(home, L.Interval) and isinstance(at, L.Var) and at not in m.bound.values():
        m.context.presume(at > home.low, at < home.high)
    return back(at)


def _values(m: Meaning, name: str) -> L.Space | None:
    """The inside of what a function takes as values: of a distribution function the numbers between 0 and 1."""
    if _DISTRIBUTION.match(name):
        return _UNIT if _IN_WORDS.search(m.context.said) else None
    return L.R if _INCREASING.search(m.context.said) and name in m.context.shaped else None


def in_doubt(m: Meaning, relation: L.Relation) -> list[str]:
    """The functions with an inverse of which a claim may use more than that: beside densities and probabilities."""
    found = [n.name for n in relation.free if isinstance(n, L.Function) and n.name in m.context.undone]
    beside = any(isinstance(n, L.Density) or (isinstance(n, L.Function) and n.name not in found) for n in relation.free)
    return sorted(found) if beside else []


__all__ = ["in_doubt", "value"]
