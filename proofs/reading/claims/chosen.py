r"""Rows that speak of a value that was just found: "$c^* = \dots$, and with it $\operatorname{Var}(Z) = \dots$"."""

from __future__ import annotations

import re

from ... import language as L
from ..context import Context
from ..names import to_latex
from ..threads import Formula
from ..words import prose

_SAID = re.compile(
    r"\b(with (it|this|that|these|those)( (choice|value)s?)?|(for|at|with|under) (this|that|the|these|those) "
    r"(optimal )?(choice|value|optimum|minimum|minimizer|minimiser|maximum|maximizer|maximiser|solution|point)s?|"
    r"(substituting|plugging|inserting|putting) (it|this|that|these|them)( (back )?in(to)?)?)\b"
)


def at_chosen(context: Context, relation: L.Relation, formula: Formula) -> L.Relation | None:
    r"""The relation with c^* in the place of c, where the words before it speak of a choice; None elsewhere."""
    if _SAID.search(prose.sentence(formula.lead if formula.display else formula.words)) is None:
        return None
    found: dict[L.Name, L.Node] = {}
    for name in relation.free:
        if isinstance(name, L.Var):
            starred = (f"{to_latex(name.name)}^{{*}}", rf"\hat{{{to_latex(name.name)}}}")
            values = [context.values[each] for each in starred if each in context.values]
            if len(values) == 1 and L.space_of(values[0]) is L.space_of(name):
                found[name] = context.unfolded(values[0])
    return L.substitute(relation, found) if found else None


__all__ = ["at_chosen"]
