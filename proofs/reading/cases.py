r"""Cases that parts are headed by: a) $\theta \ne 0$ ... b) $\theta = 0$ ..., each holds in its part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from .. import language as L
from ..language.facts import Facts
from .declarations import ORDERS, is_assumption
from .names import name_of
from .parts import Part
from .syntax import RowSyntax, Statement


def heading(part: Part) -> Statement | None:
    """What a part says behind its number, and nothing else on that line: a name beside a sign and a number."""
    if not part.pieces or not (piece := part.pieces[0]).heads:
        return None
    match piece.row:
        case RowSyntax((Statement((left, _), (sign,)) as statement,)) if (
            sign.symbol in ("=", *ORDERS) and name_of(left) is not None and is_assumption(statement)
        ):
            return statement
    return None


def of_parts(whole: Iterable[Part]) -> dict[int, Statement]:
    """The cases that the parts, by their number, are about: several parts are headed by something said of one name."""
    found = {k: statement for k, part in enumerate(whole) if (statement := heading(part)) is not None}
    names = Counter(name_of(statement.expressions[0]) for statement in found.values())
    return {k: statement for k, statement in found.items() if names[name_of(statement.expressions[0])] > 1}


def against(case: Iterable[L.Node], said: Iterable[L.Node]) -> bool:
    """Whether what is said cannot hold in the case that the part is about."""
    facts = Facts(tuple(case))
    return any(isinstance(each, L.Relation) and facts.excludes(each) for each in said)


__all__ = ["against", "heading", "of_parts"]
