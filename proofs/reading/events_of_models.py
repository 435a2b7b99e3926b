r"""Probabilities of events of random variables with a joint density: P(X < Y), P(X + Y \le z), P(|X - Y| < 1/2), of a model
whose factors are formulas or of independent variables with known laws on the line.

What is linear in the variables is integrated over; of a maximum, a minimum or an absolute value the event is said of
each, or what it lacks of 1 is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import language as L
from . import written_models
from .names import name_of
from .orders import order
from .syntax import Bracket, Multiply, Named, Sign, Statement, Syntax, Unread
from .written_models import Joint

if TYPE_CHECKING:
    from .meaning import Meaning

_OPPOSITE = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}


def variables_of(m: Meaning, parts: tuple[Syntax, ...]) -> list[str]:
    """The random variables of a model of formulas that are in an event; empty where others are in it."""
    if not m.context.written:
        return []
    names = (name for part in parts for node in part.walk() if (name := name_of(node)) is not None)
    found = list(dict.fromkeys(n for n in names if n[:1].isupper() and len(n) == 1))
    if not found or any(n in m.context.laws or n in m.context.random for n in found):
        return []
    return found if written_models.small_names(m.context, found) is not None else []


def probability(m: Meaning, joint: Joint, names: list[str], bracket: Bracket) -> L.Term:
    """The probability of an event, or of one given another.  Raises ``Unread``."""
    events, condition = list(bracket.items), list(bracket.given or ())
    if not condition:
        return _of(m, joint, names, events)
    return _of(m, joint, names, [*condition, *events]) / _of(m, joint, names, condition)


def _of(m: Meaning, joint: Joint, names: list[str], events: list[Syntax]) -> L.Term:
    match events:
        case [Statement((left, right), (sign,)) as sole] if sign.symbol in _OPPOSITE and _is_outside(left, sign):
            opposite = Statement((left, right), (Sign(_OPPOSITE[sign.symbol]),), span=sole.span)
            return 1 - _of(m, joint, names, [opposite])
    parts = [part for event in events for part in _split(event)]

    def read(points: dict[str, L.Term]) -> list[L.Relation]:
        with m.binding(points):
            found = [relation for part in parts for relation in _relations(m, part)]
        return [r for r in found if isinstance(r, L.Relation)]

    return written_models.probability(m, joint, names, read)


def _relations(m: Meaning, part: Statement) -> list[L.Relation]:
    match part:
        case Statement((left, right), (Sign("="),)) if left is not None and right is not None:
            return [L.Relation(m.scalar(left), "=", m.scalar(right))]
    found = order(m, part)
    if not all(isinstance(r, L.Relation) for r in found) or not found:
        raise Unread("a probability of this event", part.span)
    return [r for r in found if isinstance(r, L.Relation)]


def _is_outside(left: Syntax | None, sign: Sign) -> bool:
    """Whether an event says that a size or a maximum is large, or a minimum small."""
    extreme, _ = extreme_of(left)
    large = sign.symbol in (">", ">=")
    return (isinstance(left, Bracket) and left.left == "|" and large) or extreme == ("max" if large else "min")


def _split(event: Syntax) -> list[Statement]:
    match event:
        case Statement((left, right), (sign,)) as sole:
            extreme, inside = extreme_of(left)
            if extreme is None:
                return [sole]
            return [Statement((each, right), (sign,), span=sole.span) for each in inside]
        case Statement():
            return [event]
    raise Unread("a probability of this event", event.span)


def extreme_of(node: Syntax | None) -> tuple[str | None, tuple[Syntax, ...]]:
    r"""The word of a maximum or minimum and what it is of; None for anything else."""
    match node:
        case Multiply((Named("max" | "min" as name, Bracket(_, inside, _, None)),)) | Named(
            "max" | "min" as name, Bracket(_, inside, _, None)
        ):
            return name, inside
    return None, ()


__all__ = ["extreme_of", "probability", "variables_of"]
