"""What a document has shown as a theorem of the kernel, for use where it does not hold as it stands.

Beneath a limit, a sum or a mean the bound variable carries only what its range says: a relation is used there as a
theorem, whose hypotheses the kernel asks of the facts at that place ("close to the point, and not at it").
"""

from __future__ import annotations

from contextlib import suppress

from ..kernel import Theorem, conclude, instantiate
from ..language import Binder, Claim, Name, Node, Relation
from ..steps import Refused
from .matching import Put
from .reasons import justify


def bound_names(statement: Node) -> frozenset[Name]:
    """The names that a statement binds somewhere."""
    return frozenset(node.var for node in statement.walk() if isinstance(node, Binder))


def reproved(lines: tuple[Claim, ...], put: Put, hypotheses: tuple[Node, ...]) -> Theorem | None:
    """The theorem that lines in a row prove, with this put for its names; None where they rest on more than rules."""
    found = [justify(line) for line in lines]
    proved = [each for each in found if each is not None]
    steps = tuple(step for each in proved for step in each.steps)
    if len(proved) < len(lines) or not steps:
        return None
    under = tuple(dict.fromkeys(h for each in proved for h in each.hypotheses))
    assert isinstance(lines[0].statement, Relation)
    with suppress(Refused):
        return instantiate(conclude(lines[0].statement.left, steps, under), dict(put), hypotheses)
    return None


__all__ = ["bound_names", "reproved"]
