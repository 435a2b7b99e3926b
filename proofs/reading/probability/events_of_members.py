r"""Events of single data: P(X_1 = 0), P(X_1 < 2 X_2), P(X_i > t) of independent data X_1, ..., X_n with a known law.

Each is a random variable of its own there, with the law that it has at its place; X_i and X_j may be the same one, and
are none.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ... import language as L
from ..laws.models import are_members_independent
from ..names import name_of
from ..syntax import Big, Bracket, Numeral, Script, Sign, Statement
from . import independence

if TYPE_CHECKING:
    from ..meaning import Meaning


def members(m: Meaning, bracket: Bracket) -> dict[str, L.Law]:
    """The data that stand in an event, each with its law; none where it is not said which they are."""
    if not m.context.data or not all(isinstance(part, Statement) for part in bracket.items):
        return {}
    found: dict[str, tuple[str, L.Law, bool]] = {}
    for part in (*bracket.items, *(bracket.given or ())):
        for node in part.walk():
            match node:
                case Big():  # of the largest of all, and of no single one
                    return {}
                case Script(base, below, None, 0) if below is not None and (stem := name_of(base)) in m.context.data:
                    name = name_of(node)
                    if name is None or not name[:1].isupper() or isinstance(below, Bracket):
                        return {}
                    index, law = m.context.data[stem]
                    found[name] = stem, L.substitute(law, {index: m.scalar(below)}), isinstance(below, Numeral)
    apart = len(found) < 2 or all(plain for _, _, plain in found.values())
    return {name: law for name, (_, law, _) in found.items()} if apart else {}


def at_its_value(m: Meaning, bracket: Bracket) -> L.Term | None:
    """P(X_i = x_i), the mass of one of counted data at its value, as a likelihood has it; None of other events."""
    match bracket:
        case Bracket(
            _, (Statement((Script(one, place) as datum, Script(other, own) as value), (Sign("="),)),), _, None
        ):
            stem = name_of(one)
            if place is None or place != own or stem not in m.context.data or name_of(other) != (stem or "").lower():
                return None
        case _:
            return None
    laws = members(m, bracket)
    law = laws.get(name_of(datum) or "")
    return law(m.scalar(value)) if law is not None and L.is_counted(L.support(law)) else None


@contextmanager
def apart(m: Meaning, laws: dict[str, L.Law]) -> Iterator[None]:
    """Inside, single data are random variables like others."""
    context = m.context
    before = context.data, context.laws, context.independent
    stems = {name.partition("_")[0] for name in laws}
    if len(stems) == 1 < len(laws) and all(are_members_independent(m, stem) for stem in stems):
        independence.tell(context, laws)
    context.data = {stem: told for stem, told in context.data.items() if stem not in stems}
    context.laws = {**context.laws, **laws}
    m.apart |= laws.keys()
    try:
        yield
    finally:
        context.data, context.laws, context.independent = before
        m.apart -= laws.keys()


__all__ = ["apart", "at_its_value", "members"]
