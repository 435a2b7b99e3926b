r"""Values of inverse functions: F_X^{-1}(p) of the distribution function of a random variable of which no law is known.

The function is any smooth increasing one onto the numbers between 0 and 1, and its inverse what undoes it.  Where a
claim may use more than that, a density or a formula for the one or the other, nothing is refuted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ... import language as L
from ..names import to_latex
from ..probability.probabilities import distribution_function
from ..syntax import Syntax
from ..uses.heads import Head

if TYPE_CHECKING:
    from ..meaning import Meaning

_DISTRIBUTION = re.compile(r"F_\{?(\\tilde\{)?[A-Z]\}*$")
_IN_WORDS = re.compile(r"\bdistribution function\b|\bc\.?d\.?f\b")
_UNIT = L.Interval(L.Number(0), L.Number(1))


def value(m: Meaning, head: Head, argument: Syntax) -> L.Term | None:
    """The value of the inverse of a distribution function; None for any other function."""
    unknown = _DISTRIBUTION.match(head.name) and distribution_function(m, head.name) is None
    if not unknown or not _IN_WORDS.search(m.context.said):
        return None
    f = L.Function(head.name, (L.R,))
    back = L.Function(rf"{to_latex(head.name)}^{{-1}}", (L.R,))
    m.context.undone |= {f.name, back.name}
    m.context.assume(L.inverse(back, f, _UNIT))
    at = m.scalar(argument)
    if isinstance(at, L.Var) and at not in m.bound.values():
        m.context.presume(at > 0, at < 1)
    return back(at)


def in_doubt(m: Meaning, relation: L.Relation) -> list[str]:
    """The functions with an inverse of which a claim may use more than that: it is not about the one applied to the
    other alone."""
    undone = {n for n in relation.free if isinstance(n, L.Function) and n.name in m.context.undone}
    parts = list(relation.walk())
    values = [n for n in parts if isinstance(n, L.Apply)]
    nested = any(n.head in undone and not undone.isdisjoint(n.args[0].free) for n in values)
    plain = (L.Plus, L.Neg, L.Number, L.Var, L.Apply, L.Relation, L.Function, L.Space)
    if nested and all(isinstance(n, plain) for n in parts) and all(n.head in undone for n in values):
        return []
    return sorted(n.name for n in undone)


__all__ = ["in_doubt", "value"]
