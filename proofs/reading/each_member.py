r"""What is said of a member with a letter for its index, $p_i \ge 0$, said of each in a claim: $p_1 p_2 \ge 0$."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .. import language as L

_LETTER, _NUMBER = re.compile(r"(\w+)_([ijkl])"), re.compile(r"(\w+)_\d+")


def orders_of_each(said: Iterable[L.Node], relation: L.Relation) -> Iterator[L.Relation]:
    """The orders of one member that are said, of the others of which names are in a relation; of an index of which
    something is said, too, the member may be none of them."""
    said = tuple(said)
    known = {n.name for h in said for n in h.free}
    numbered = [(n, found[1]) for n in _numbers(relation) if (found := _NUMBER.fullmatch(n.name))]
    if not numbered:
        return
    for order in said:
        if isinstance(order, L.Relation) and order.symbol in ("<", "<=", ">", ">="):
            letters = [(n, found) for n in _numbers(order) if (found := _LETTER.fullmatch(n.name))]
            match letters:
                case [(letter, found)] if letter not in relation.free and found[2] not in known:
                    for name, stem in numbered:
                        if stem == found[1] and name.space == letter.space:
                            yield L.substitute(order, {letter: name})


def _numbers(relation: L.Relation) -> list[L.Var]:
    found = (n for n in relation.free if isinstance(n, L.Var) and L.is_scalar(n))
    return sorted(found, key=lambda n: n.name)


__all__ = ["orders_of_each"]
