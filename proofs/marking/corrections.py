"""Corrections: a side with one common slip undone, and how a teacher says it.

Nothing here knows whether the corrected side is true.  ``cost`` says how far a correction goes: of several that are
true the cheapest is named.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain
from typing import Any, NamedTuple

from ..language import (
    Apply,
    Divergence,
    Expectation,
    Form,
    FunctionalDerivative,
    Identity,
    Law,
    Neg,
    Node,
    Plus,
    Power,
    Slot,
    Term,
    home_of,
    support,
)
from . import undone_in_copying, undone_in_formulas, undone_in_names, undone_in_rules
from .slip_places import LONG, Edit, Place, called, occurrences, places
from .vocabulary import Vocabulary, standing

_KINDS = (undone_in_formulas, undone_in_names, undone_in_copying, undone_in_rules)
_SIZE = 0.02  # what each node costs that a correction adds
_STRUCK_OUT = 0.3  # what it costs less to take away a factor, a sign or a function that is written
_COPIED = 0.3  # what it costs less to write what stands on the other side
_NOTHING_SAID = 0.3  # what it costs more to repeat that side


class Correction(NamedTuple):
    """A corrected side.  ``phrase`` is filled with what stands at ``place``, before (``old``) and after (``new``)."""

    cost: float
    corrected: Term
    phrase: str
    place: Place
    old: Any
    new: Any
    drops: bool = False
    put: Any = None  # what stands in the place in the corrected side; to be given, as it may not be what is said

    @property
    def adds(self) -> bool:
        """Whether a summand is put beside what stands there."""
        return isinstance(self.put, Plus) and self.place.node in self.put.args

    @property
    def freezes(self) -> bool:
        """Whether a bound name gives way to what does not vary with it: (x - m)^2 becomes (m - m)^2."""
        return self.place.node in self.place.bound and self.place.node not in self.place.around(self.put).free

    @property
    def is_of_the_question(self) -> bool:
        """Whether it is what was asked that was written wrongly: a divergence reversed, N(m, s^4) for N(m, s^2)."""
        node = self.place.node
        squared = isinstance(self.place.parent, Law) and isinstance(node, Power) and self.put is node.base
        return squared or isinstance(self.put, Divergence)

    def words(self, side: str) -> str:
        """What a teacher says; ``side`` is the one corrected, "right" or "left"."""
        from ..writing import latex

        at = called(self.place, side)
        where = ""
        in_words = "{where}" in self.phrase or ("{on}" in self.phrase and at.startswith("$"))
        named = self.old.arg if "{on}" in self.phrase and isinstance(self.old, Neg) else self.old
        if self.place.above is not None and in_words and occurrences(self.place.side.node, named) > 1:
            outer = self.place.above
            while outer.above is not None and latex(outer.node).lstrip("-") == latex(named):
                outer = outer.above
            around = called(outer if isinstance(outer.node, Apply) else outer.unit, side)
            where = f" in {around}" if not around.endswith("side") else self.place.among_terms
        on = f"on the {side}" if self.place.above is None else f"on {at}{where}"
        old = f"${latex(self.old)}$"
        if len(old) > LONG and self.old is self.place.node:
            old = at
        said = self.phrase.format(old=old, new=f"${latex(self.new)}$", at=at, on=on, where=where)
        plain = side == "right" or "the left" in said or isinstance(self.old, Divergence)
        return said if plain else f"{said}, on the left"


def corrections(side: Term, vocabulary: Vocabulary) -> Iterator[Correction]:
    """The side with each common slip undone."""
    written = frozenset(side.walk())
    relation = vocabulary.relation
    other = relation.left if side is relation.right else relation.right
    copied = standing(other)
    for place in places(side):
        for edit in chain.from_iterable(kind.edits(place, vocabulary) for kind in _KINDS):
            if edit.new is not place.node:
                around = None if place.above is None else place.around(edit.new)
                corrected = edit.new if around is None or place.above is None else place.above.put(around)
                if is_well_formed(corrected, written):
                    nothing_said = _NOTHING_SAID if corrected is other else 0.0
                    yield _made(place, edit, corrected, nothing_said - _likelier(place, edit.new, around, copied))


def _likelier(place: Place, new: Any, around: Any, copied: frozenset[Node]) -> float:
    """What a correction costs less: that something was to be copied from the other side is likelier."""
    if around is not None and around in copied and place.parent not in copied:
        return _COPIED
    return _COPIED / 2 if new in copied and place.node not in copied else 0.0


def _made(place: Place, edit: Edit, corrected: Term, more: float) -> Correction:
    longer = _size(edit.new) - _size(place.node)
    cost = edit.cost + _SIZE * longer + more - (_STRUCK_OUT if longer < 0 and not edit.drops else 0.0)
    return correction(cost, corrected, place, edit)


def correction(cost: float, corrected: Term, place: Place, edit: Edit) -> Correction:
    """An edit of a place as the correction of its side, said in what is written."""
    phrase, old, new = edit.phrase, edit.old, edit.shown
    if isinstance(place.node, Identity) and isinstance(place.parent, Form):  # in x'y, where nobody wrote it
        phrase, old, new = "{new} for {old}{where}", place.parent, place.around(edit.new)
    old, new = place.node if old is None else old, edit.new if new is None else new
    return Correction(cost, corrected, phrase, place, old, new, edit.drops, edit.new)


@lru_cache(maxsize=20_000)
def _size(t: Any) -> int:
    return 1 + sum(map(_size, t.children()))


def is_well_formed(t: Node, written: frozenset[Node]) -> bool:
    """Whether every law is asked at a point of its own space; what was ``written`` is not looked at again."""
    if t in written:
        return True
    match t:
        case Apply(Law() as law, (point,)):
            fits = _fits(law, point)
        case FunctionalDerivative(_, law, point):
            fits = _fits(law, point)
        case Expectation(_, var, law):
            fits = _fits(law, var)
        case _:
            fits = True
    return fits and all(is_well_formed(child, written) for child in t.children())


def _fits(law: Any, point: Any) -> bool:
    try:
        space, home = support(law), home_of(point)
    except TypeError:  # a law with a matrix where its mean was
        return False
    return space is home or not (isinstance(space, Slot) or isinstance(home, Slot))


__all__ = ["Correction", "correction", "corrections"]
