r"""Equations that leave a parameter of a law no choice, told as reasons: "since the mean is $1/\lambda = 5$"."""

from __future__ import annotations

import re

from ... import language as L
from ..context import Context
from ..names import name_of
from ..syntax import Statement
from ..words import prose

_REASONED = re.compile(r"\b(since|because|given that|(we )?know(ing)? that)\b[^;:.]*$")


def are_told(context: Context, statement: Statement, words: str) -> bool:
    """Whether an equation between a formula in such parameters and a number is a reason: it is supposed, as it follows
    from nothing."""
    first, last = statement.expressions[0], statement.expressions[-1]
    if first is None or last is None or not _REASONED.search(prose.sentence(words)):
        return False
    if any(name_of(n) not in (None, "e", "pi") for n in last.walk()):
        return False
    parameters = {n.name for law in context.laws.values() for n in law.free if isinstance(n, L.Var)}
    names = {name for n in first.walk() if (name := name_of(n)) is not None} - {"e", "pi"}
    return bool(names) and names <= parameters


__all__ = ["are_told"]
