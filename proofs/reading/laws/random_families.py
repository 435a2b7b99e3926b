r"""Families of random variables of which no law is known: the X_i of E[\sum_{i=1}^n X_i], each its own function.

Beneath a sum over i, X_i is another variable for each i.  A family is one of functions on the one probability space of
a page; that its members are independent is said of any two of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..probability import independence
from ..syntax import Numeral, Symbol, Syntax, Unread
from ..uses.running import PLACES

if TYPE_CHECKING:
    from ..meaning import Meaning

_ALIKE = re.compile(r"\bi\.?\s?i\.?\s?d\b|\bidentical\w*|\bsame (law|distribution)|\b(copies|replica\w*) of\b")


def of_member(m: Meaning, name: str, space: L.Space) -> L.FunctionFamily | None:
    """The family that a random variable with a subscript belongs to, where an index of it runs over a range; None for
    one that stands alone.

    Of members that have one law nothing is refuted: that is not used.  Raises ``Unread`` for a family that is no list
    from 1 to one size.
    """
    stem, _, label = name.partition("_")
    if not label or not m.context.survey.is_indexed(stem):
        return None
    data = m.family(stem)
    if data is None or not isinstance(data.space, L.Vectors):
        raise Unread(f"how many random variables {stem}_i there are", (0, 0))
    if _ALIKE.search(m.context.said):
        m.context.fog.setdefault(stem, f"that the {stem}_i have one law is not used")
    return L.FunctionFamily(stem, L.Range(L.Number(1), data.space.dimension), space, L.R)


def key(family: L.FunctionFamily) -> str:
    """Under which name the outcomes have a family; no variable is called so."""
    return f"{family.name}_"


def members(family: L.FunctionFamily, at: L.Term) -> L.VectorOf:
    """All members at an outcome."""
    place = L.Var("i", family.range)
    return L.VectorOf(family[place](at), place)


def member(m: Meaning, stem: str, below: Syntax) -> L.Term | None:
    """X_i at the outcome of the mean that is read; None where X is no family there."""
    whole = m.outcomes.get(f"{stem}_")
    if not isinstance(whole, L.VectorOf):
        return None
    name = name_of(below)
    if isinstance(below, Symbol) and name in PLACES and name not in m.bound and name not in m.context.values:
        return L.substitute(whole.body, {whole.var: L.Var(name, whole.var.space)})
    if isinstance(below, Symbol | Numeral):
        return L.substitute(whole.body, {whole.var: m.scalar(below)})
    raise Unread("a random variable with a formula as its index", below.span)


def are_independent(m: Meaning, stem: str) -> bool:
    """Whether it is said of any two members of a family."""
    return independence.are_independent(m.context, [f"{stem}_1", f"{stem}_2"])


__all__ = ["are_independent", "key", "member", "members", "of_member"]
