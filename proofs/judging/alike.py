"""Names that may trade places: numbers of one kind, tied to each other by an equation, a b = 1 or p + q + r = 1.

Where they are equal a strict inequality between them often fails, a + b > 2, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from proofs import language as L

from .setting import Setting, setting_for


def with_one_of_each_kind(setting: Setting) -> tuple[Setting, Mapping[L.Name, L.Var]] | None:
    """The setting with one name for all of a kind, and which name that is; None where no two are tied to each other."""
    names = [n for n in setting.names if isinstance(n, L.Var) and isinstance(n.space, L.Reals | L.PositiveReals)]
    ties = [h for h in setting.hypotheses if isinstance(h, L.Relation) and h.symbol == "="]
    if len(names) < len(setting.names) or not any(len(h.free) > 1 for h in ties):
        return None
    first: dict[Any, L.Var] = {}
    kept: dict[L.Name, L.Var] = {n: first.setdefault(n.space, n) for n in names}
    if len(first) == len(names):
        return None
    hypotheses = tuple(dict.fromkeys(L.substitute(h, kept) for h in setting.hypotheses))
    return setting_for(frozenset(first.values()), hypotheses, setting.stepwise), kept


__all__ = ["with_one_of_each_kind"]
