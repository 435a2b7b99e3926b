r"""Events that happen or do not: what a sum of the entries of a table of such is the probability of."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import product
from types import MappingProxyType
from typing import TypeGuard

from .binders import Sum
from .laws import Density
from .matrices import Tuple
from .node import Node
from .spaces import Cartesian, Event
from .terms import Apply, Number, Term, Var


def is_of_events(law: Node) -> TypeGuard[Density]:
    """Whether a density gives probabilities to what may happen of some events."""
    return isinstance(law, Density) and bool(events_of(law))


def events_of(law: Density) -> tuple[Event, ...]:
    """The events that a density is about, in order; none where it is about something else."""
    homes = law.space.factors if isinstance(law.space, Cartesian) else (law.space,)
    found = tuple(home for home in homes if isinstance(home, Event))
    return found if len(found) == len(homes) else ()


def happening(t: Node) -> tuple[Density, dict[str, bool]] | None:
    r"""The law, and which of its events happen and which do not, where a term is the probability of that:
    P(1, 0) of A \cap B^c, and the sum of P(1, b) over b of A.  None for other terms."""
    summed: list[Var] = []
    while isinstance(t, Sum) and isinstance(t.var.space, Event):
        summed.append(t.var)
        t = t.body
    if not isinstance(t, Apply) or not isinstance(t.head, Density) or not is_of_events(t.head):
        return None
    entries = t.args[0].entries if isinstance(t.args[0], Tuple) else t.args
    found: dict[str, bool] = {}
    for event, entry in zip(events_of(t.head), entries, strict=True):
        if isinstance(entry, Number) and entry.value in (0, 1):
            found[event.name] = bool(entry.value)
        elif isinstance(entry, Var) and entry in summed:
            summed.remove(entry)
        else:
            return None
    return None if summed else (t.head, found)


def entries_of(t: Node) -> tuple[Term, ...]:
    """The entries of a table that a probability of events is the sum of; none for other terms."""
    found = happening(t)
    return () if found is None else table_entries(*found)


def table_entries(law: Density, events: Mapping[str, bool] = MappingProxyType({})) -> tuple[Term, ...]:
    """The entries of a table in which these events happen, or do not; of the others they may do either."""
    choices = [(int(events[e.name]),) if e.name in events else (0, 1) for e in events_of(law)]
    cells = (tuple(map(Number, cell)) for cell in product(*choices))
    return tuple(law(cell[0] if len(cell) == 1 else Tuple(cell)) for cell in cells)
