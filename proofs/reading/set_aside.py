"""What a name was before the condition of a sentence made it something else: "If $n = 4$, then $n! = 24$."

The condition governs its sentence.  Behind it the name is what it was; up to the end of the paragraph a reader may
still take it for the other one, so that nothing false of it is held against the author there.  What was made of the
name, S = n^2, is made of what it is now.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from .. import language as L
from ..language.facts import Facts
from . import left_sides
from .names import name_of
from .prose import ONE
from .syntax import Syntax, Unread

if TYPE_CHECKING:
    from .context import Context
    from .meaning import Meaning
    from .parts import Piece

_KINDS = ("values", "functions", "laws", "random", "masses")


def known(context: Context, name: str | None) -> dict[str, Any]:
    """All that a name is, by kind."""
    return {kind: getattr(context, kind)[name] for kind in _KINDS if name in getattr(context, kind)}


def keep(context: Context, name: str, was: dict[str, Any] | None = None) -> None:
    """Keep what a name is, or was, that the sentence at hand makes something else, if it is anything."""
    was = known(context, name) if was is None else was
    if was:
        context.aside.setdefault(name, was)


def give_way(context: Context, said: Sequence[L.Node], conditional: bool) -> None:
    """What was supposed before gives way to what is said now; for its sentence, where it is the condition of that."""
    gone = context.give_way(*said)
    context.doubted -= {n.name for each in said for n in each.free if isinstance(n, L.Var)}
    if conditional:
        context.gone += gone


def between(m: Meaning, last: Piece | None, piece: Piece) -> None:
    """Before a piece is read: the sentence of the one before it may have ended, and the paragraph."""
    if last is None or _goes_on(last, piece):
        return
    gone = {n.name for h in m.context.gone for n in h.free if isinstance(n, L.Var)}
    m.context.doubted |= {*m.context.aside, *gone}
    _restore(m)
    if piece.paragraph != last.paragraph:
        m.context.doubted.clear()


def end(m: Meaning) -> None:
    """At the end of a part nothing is set aside any more."""
    _restore(m)
    m.context.doubted.clear()


def make_anew(m: Meaning, name: str) -> None:
    """A name is something else now: what equations made of it follows."""
    context, changed = m.context, {name}
    for other, (arguments, right) in tuple(context.formed.items()):
        there = other in (context.values if arguments is None else context.functions)
        if other in changed or not there or changed.isdisjoint(map(name_of, right.walk())):
            continue
        changed.add(other)
        context.formula_of.pop(other, None)
        try:
            if arguments is not None:
                left_sides.define_function(m, other, arguments, right)
            else:
                with m.at_outcomes():
                    context.values[other] = m.term(right)
        except Unread as reason:
            context.fog[other] = reason.reason


def form(context: Context, name: str, arguments: tuple[Syntax, ...] | None, right: Syntax) -> None:
    """Keep of which names a value or a function is made."""
    if any(name_of(node) is not None for node in right.walk()):
        context.formed.pop(name, None)  # it is made after what it is made of
        context.formed[name] = arguments, right


def _restore(m: Meaning) -> None:
    context = m.context
    if context.gone:
        back, context.gone = Facts(context.gone), []
        context.assumed[:] = [h for h in context.assumed if not isinstance(h, L.Relation) or not back.excludes(h)]
        context.hypotheses += back.hypotheses
    for name, was in m.context.aside.items():
        for kind in _KINDS:
            getattr(m.context, kind).pop(name, None)
            if kind in was:
                getattr(m.context, kind)[name] = was[kind]
        make_anew(m, name)
    m.context.aside.clear()


def _goes_on(last: Piece, piece: Piece) -> bool:
    """Whether a piece stands in the same sentence as the one before it."""
    further_row = piece.formula.display and not piece.formula.opens
    return piece.paragraph == last.paragraph and (further_row or ONE in last.formula.rest)


__all__ = ["between", "end", "form", "give_way", "keep", "known", "make_anew"]
