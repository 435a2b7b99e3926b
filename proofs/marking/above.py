"""What follows from the equation in the row above, taken for all values of what the line itself does not mention."""

from __future__ import annotations

from dataclasses import replace

from ..language import Abstract, Claim, Fact, ForAll, Node, Number, Range, Relation, Slot, Var
from .equations import follows
from .findings import Question
from .judgement import Judgement, judged


def judged_from_above(question: Question) -> Judgement | None:
    """The judgement of an equation as a consequence of the row above its chain, unless that refutes it; what goes on in
    a chain, other than to a number, is none unless that is seen to be so."""
    claim, premise = question.claim, question.premise
    if (
        premise is None
        or not premise.free  # an equation between numbers determines nothing
        or claim is None
        or not isinstance(claim.statement, Relation)
        or claim.statement.symbol != "="
    ):
        return None
    above = judged(Claim((*claim.hypotheses, for_all(question, premise)), claim.statement))
    if above.verdict == "undecided":  # of all indices there may be too much to be met, as of those of one multiplier
        as_written = judged(Claim((*claim.hypotheses, premise), claim.statement))
        above = above if as_written.verdict == "refuted" else as_written
    goes_on = not question.first and not isinstance(claim.statement.right, Number)
    if above.verdict == "refuted" or (above.verdict == "undecided" and goes_on):
        return None
    found = follows(claim, premise)
    if found is None:
        return above
    finite = tuple(n for n in found.needs if isinstance(n, Fact) and n.predicate == "finite")
    return replace(above, justification=found, allowed=tuple(dict.fromkeys((*above.allowed, *finite))))


def for_all(question: Question, premise: Relation) -> Node:
    """The row above, for all indices, and values of variables of densities, that the line does not mention freely; but
    for indices of which something is supposed, and those by which words mean one."""
    assert question.claim is not None
    supposed = frozenset().union(*(h.free for h in question.claim.hypotheses))
    general: Node = premise
    for name in sorted(premise.free - question.claim.statement.free, key=lambda n: n.name):
        if isinstance(name, Var) and isinstance(name.space, Range):
            if name not in supposed and name.name not in question.particular:
                general = ForAll(general, name)
        elif isinstance(name, Var) and isinstance(name.space, Abstract | Slot):
            general = ForAll(general, name)
    return general
