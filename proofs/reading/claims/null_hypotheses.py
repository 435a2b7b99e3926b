r"""Hypotheses that are put to a test, H_0: p = 1/2: they hold in what is said under them, of errors of the first kind
and of p-values, and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..pieces import Piece
from ..syntax import Sign, Statement, Syntax, Unread
from ..words import prose

if TYPE_CHECKING:
    from ..meaning import Meaning

_UNDER = re.compile(
    r"\bunder the null( hypothesis)?\b|\b(type[ -](i|1)\b|type[ -]one|first (kind|type)) errors?\b|"
    rf"\berrors? of the first (kind|type)\b|(\bp\W{{0,3}}|{prose.ONE}\s?-\s?)values?\b|"
    r"\b(significance level|size|level) of (the|this) test\b"
)
_NAMED = re.compile(rf"\b(under|assuming|if)\s*{prose.ONE}")
_POWER = re.compile(rf"\bpower\b[^.;:]*\b(at|for|when|if|against)\s*{prose.ONE}\s*,?\s*(is|equals)\s*$")
_ALTERNATIVE = re.compile(r"\b(type[ -](ii|2)\b|second (kind|type)|power|alternative)\b")


def learn(m: Meaning, piece: Piece) -> None:
    """Keep the value that a null hypothesis gives a parameter."""
    for statement in piece.row.statements if piece.row is not None else ():
        match statement:
            case Statement((Syntax() as head, Syntax() as name, Syntax() as value), (Sign(":"), Sign("="))):
                if name_of(head) == "H_0" and name_of(name) is not None:
                    m.context.null_hypothesis = name, value


def supposed(m: Meaning, pieces: Sequence[Piece], at: int) -> tuple[L.Relation, ...]:
    """The null hypothesis, for a claim of which the words before it say that it is under that; the value of the
    parameter at which words speak of the power of its test."""
    told = m.context.null_hypothesis
    if told is None:
        return ()
    said = prose.sentence(pieces[at].formula.words)
    if at and _POWER.search(said):
        told = _equation(pieces[at - 1])
    elif _ALTERNATIVE.search(said) or not (_UNDER.search(said) or _is_named(pieces, at, said)):
        return ()
    if told is None:
        return ()
    with suppress(Unread):
        name, value = map(m.scalar, told)
        if isinstance(name, L.Var) and not value.free:
            return (name.eq(value),)
    return ()


def _equation(piece: Piece) -> tuple[Syntax, Syntax] | None:
    """The name and the value of p = 0.8."""
    match piece.row.statements if piece.row is not None else ():
        case (Statement((Syntax() as name, Syntax() as value), (Sign("="),)),) if name_of(name) is not None:
            return name, value
    return None


def _is_named(pieces: Sequence[Piece], at: int, said: str) -> bool:
    """Whether the formula of which words speak, "under $H_0$", is the null hypothesis."""
    found = _NAMED.search(said)
    if found is None:
        return False
    place = at - said[found.end() - 1 :].count(prose.ONE)
    sole = pieces[place].sole if 0 <= place < at else None
    return sole is not None and name_of(sole) == "H_0"


__all__ = ["learn", "supposed"]
