"""What follows from the equation in the row above, taken for all values of what the line itself does not mention."""

from __future__ import annotations

from dataclasses import replace

from ..language import Abstract, Claim, ForAll, Node, Relation, Slot, Var
from .equations import follows
from .findings import Question
from .judgement import Judgement, judged


def judged_from_above(question: Question) -> Judgement | None:
    """The judgement of an equation as a consequence of the row above, unless that refutes it."""
    claim, premise = question.claim, question.premise
    if (
        premise is None
        or not premise.free  # an equation between numbers determines nothing
        or claim is None
        or not question.first
        or not isinstance(claim.statement, Relation)
        or claim.statement.symbol != "="
    ):
        return None
    above = judged(Claim((*claim.hypotheses, for_all(premise, claim.statement)), claim.statement))
    if above.verdict == "refuted":
        return None
    return replace(above, justification=follows(claim, premise) or above.justification)


def for_all(premise: Relation, statement: Node) -> Node:
    """The row above, for all values of the variables of densities that the line itself does not mention freely."""
    general: Node = premise
    for name in sorted(premise.free - statement.free, key=lambda n: n.name):
        if isinstance(name, Var) and isinstance(name.space, Abstract | Slot):
            general = ForAll(general, name)
    return general
