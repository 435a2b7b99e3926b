"""Equations that say what an unknown density is: p(x) = ..., where nothing else is said of p."""

from __future__ import annotations

from ..language import Apply, Claim, Density, Fact, Node, Relation, Var

_OF_ANY = ("density", "positive_density", "finite")  # what is supposed of a density without saying which


def described(claim: Claim) -> Density | None:
    """A density whose values at free points stand on one side, and nothing of it on the other; None for none.

    Such an equation holds for the density that its author means, and a world knows no more of that than its name.
    """
    statement = claim.statement
    if not isinstance(statement, Relation) or statement.symbol != "=":
        return None
    for side, other in ((statement.left, statement.right), (statement.right, statement.left)):
        for p in side.free - other.free:
            if not isinstance(p, Density) or any(_tells(h, p) for h in claim.hypotheses):
                continue
            points = (a for n in side.walk() if isinstance(n, Apply) and n.head is p for a in n.args)
            if any(isinstance(v, Var) for a in points for v in a.free & side.free):
                return p
    return None


def _tells(hypothesis: Node, p: Density) -> bool:
    """Whether a hypothesis says more of a density than that it is one."""
    return p in hypothesis.free and not (isinstance(hypothesis, Fact) and hypothesis.predicate in _OF_ANY)
