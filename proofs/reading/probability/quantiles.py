r"""Quantiles of a random variable with a known law on the line: Q_X(p), where words say so, and the median, Q_X(1/2).

The distribution function rises on the support: that v is the quantile for p says no more and no less than F_X(v) = p.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ...language.facts import Facts
from ..names import name_of
from ..syntax import Bracket, Multiply, Syntax
from ..uses.heads import head_of
from ..uses.superscripts import is_minus_one
from .probabilities import ends

if TYPE_CHECKING:
    from ..meaning import Meaning


@dataclass(frozen=True)
class Quantile:
    """What is asked of a random variable: the number below which it lies with a probability."""

    law: L.Law
    level: L.Term

    def claim_at(self, value: L.Term, facts: Facts) -> tuple[L.Term, L.Term, tuple[L.Node, ...]]:
        """That the distribution function at a value is the level, where this is a point of the support; of one that is
        known to lie beyond, that it lies within."""
        low, high = ends(L.support(self.law))
        if low is not L.Neg(L.oo) and facts.excludes(value >= low):
            return value, L.maximum(value, low), ()
        if high is not L.oo and facts.excludes(value <= high):
            return value, L.minimum(value, high), ()
        within = [value >= low] if low is not L.Neg(L.oo) else []
        within += [value <= high] if high is not L.oo else []
        taken = {n.name for n in value.free | self.law.free if isinstance(n, L.Var)}
        t = L.fresh(L.Var("t", L.Interval(low, value)), taken)
        return L.Int(self.law(t), t), self.level, tuple(within)


def asked(m: Meaning, node: Syntax) -> Quantile | None:
    r"""What Q_X(p) or \mathrm{median}(X) asks for; None for anything else."""
    match node:
        case Multiply((head_node, Bracket("(" | "[", (argument,), _, None)), ("", "")):
            head = head_of(head_node)
            level: L.Term | None = None
            if head is None or not (head.power is None or is_minus_one(head.power)):
                return None
            letter, _, variable = head.name.partition("_")
            if head.power is not None:  # F^{-1}(u)
                variable = variable or (_sole_variable(m) if head.name == "F" else "")
                level = m.scalar(argument) if letter == "F" and head.name not in m.context.functions else None
            elif head.name in ("median", "Median", "med", "Med"):
                variable = name_of(argument) or ""
                level = L.half
            elif letter == "Q" and m.context.says_quantile:
                level = m.scalar(argument)
            law = m.context.laws.get(variable.strip("{}"))
            if level is None or not isinstance(law, L.Family):
                return None
            if isinstance(L.support(law), L.Reals | L.PositiveReals | L.Interval):
                if isinstance(level, L.Var):
                    m.context.presume(level > 0, level < 1)
                return Quantile(law, level)
    return None


def _sole_variable(m: Meaning) -> str:
    """The random variable whose distribution function F is: words say so, or there is no other."""
    if "F" in m.context.distributions:
        return m.context.distributions["F"]
    known = [name for name in m.context.laws if name[:1].isupper()]
    others = (m.context.random, m.context.data, m.context.density_names, m.context.written)
    return known[0] if m.context.says_quantile and len(known) == 1 and not any(others) else ""


__all__ = ["Quantile", "asked"]
