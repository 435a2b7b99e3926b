r"""Sums over the values of random variables with told laws: \sum_x P(X = x, Y = 1), \sum_{x, y} x y \, p(x, y).

The letter x under a sum stands for each value of X in turn where the body speaks of the law at it, and the sum is
written out.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Big, Bracket, Numeral, Sign, Statement, Syntax
from ..terms.polynomials_told import number
from . import masses
from .joint_masses import added

if TYPE_CHECKING:
    from ..meaning import Meaning


def written_out(m: Meaning, node: Big, limits: list[Syntax]) -> L.Term | None:
    """The sum term by term; None where an index is none of such letters."""
    if node.operator != "sum" or not limits:
        return None
    found: dict[str, list[L.Term]] = {}
    for limit in limits:
        index = limit.expressions[0] if isinstance(limit, Statement) else limit
        name = name_of(index) or ""
        values = _values(m, name, limit, node.above) if name.islower() and name not in m.bound else None
        if values is None or not _speaks_of(node.body, name):
            return None
        found[name] = values
    parts: list[L.Term] = []
    for chosen in product(*found.values()):
        with m.binding(dict(zip(found, chosen, strict=True))):
            parts.append(m.scalar(node.body))
    return added(parts)


def _values(m: Meaning, name: str, limit: Syntax, above: Syntax | None) -> list[L.Term] | None:
    """What a letter runs over: the values that its random variable has, or the integers that are written."""
    variable = name.upper()
    if variable in m.context.joints:
        values = m.context.joints[variable].values(variable)
    elif variable in m.context.masses:
        values = [value for value, _ in masses.masses_of(m, variable).listed() or ()]
    else:
        return None
    match limit, above:
        case Statement((_, Numeral(low)), (Sign("="),)), Numeral(high) if low.isdigit() and high.isdigit():
            return [L.Number(k) for k in range(int(low), int(high) + 1)] if int(high) - int(low) < len(values) else None
        case Statement((_, Syntax()), (Sign("in"),)), None:
            pass
        case Statement(), _:
            return None
    known = bool(values) and all(number(value) is not None for value in values)
    return values if known and above is None else None


def _speaks_of(body: Syntax, name: str) -> bool:
    """Whether a letter stands in a bracket of the body by itself, p(x), or as the value of a capital, X = x."""
    for node in body.walk():
        items = (*node.items, *(node.given or ())) if isinstance(node, Bracket) else ()
        for item in items:
            match item:
                case Statement((left, right), (Sign("="),)) if (name_of(left) or "").upper() == name.upper():
                    if name_of(right) == name:
                        return True
                case _ if name_of(item) == name:
                    return True
    return False


__all__ = ["written_out"]
