"""Densities of data written out: both sides of an equation by the same few rules, until they meet.

A search tries what it has not tried; here it is known what is to be done, however many factors there are.
"""

from __future__ import annotations

from dataclasses import replace

from ..algebra import equal
from ..definedness import unmet
from ..kernel import Theorem, conclude, licence
from ..language import Apply, Claim, Family, Node, Relation, Term, alpha_equal
from ..language.facts import Facts
from ..rewriting import rewrites
from ..rules import algebra, density_written_out, factors_apart, linearity, sum_of_constant
from ..steps import Refused, Step, Use
from .judgement import Judgement
from .reasons import Justification

_RULES = (density_written_out, factors_apart, linearity, sum_of_constant)
_MOST = 12  # steps on one side


def by_writing_out(claim: Claim, found: Judgement) -> Judgement:
    """The judgement of a true equation of densities that no rule licensed, where they are the same written out."""
    statement = claim.statement
    if found.numbers.outcome != "agree" or found.licensed or found.wanted or not isinstance(statement, Relation):
        return found
    densities = any(isinstance(part, Apply) and isinstance(part.head, Family) for part in statement.walk())
    if statement.symbol != "=" or not densities:
        return found
    given = (*claim.hypotheses, *found.allowed)
    steps = meeting(statement.left, statement.right, given)
    licences = tuple(licence(step, given) for step in steps)
    if not steps or not all(each.granted for each in licences):
        return found
    return replace(found, justification=Justification(Claim(given, statement), steps, licences))


def shown(left: Term, right: Term, given: tuple[Node, ...]) -> Theorem:
    """The theorem that two terms are equal, of which the densities are written out.

    Raises ``Refused`` where that does not show it.
    """
    steps = meeting(left, right, given)
    if not steps:
        raise Refused("written out, the two sides are not equal")
    return conclude(left, steps, given)


def meeting(left: Term, right: Term, given: tuple[Node, ...]) -> tuple[Step, ...]:
    """The steps from one term to another by way of what both are written out; none where these differ."""
    facts = Facts(given)
    there, back = _written_out(left, facts), _written_out(right, facts)
    ends = there[-1].right if there else left, back[-1].right if back else right
    if not (there or back) or not equal(*ends, facts):
        return ()
    middle = [] if alpha_equal(*ends) else [Step(ends[0], "=", ends[1], Use(algebra))]
    if not middle and there and back:  # one of two terms that are the same up to their bound names
        there[-1] = replace(there[-1], right=ends[1])
    return (*there, *middle, *(Step(s.right, "=", s.left, s.use) for s in reversed(back)))


def _written_out(t: Term, facts: Facts) -> list[Step]:
    """The steps in which densities are written out, and products and sums of them taken apart."""
    steps: list[Step] = []
    while len(steps) < _MOST:
        for each in _RULES:
            new = next((new for new, _ in rewrites(t, each(), facts)), None)
            if new is not None and not unmet(new, facts) and not equal(new, t, facts):
                steps.append(Step(t, "=", new, each()))
                t = new
                break
        else:
            break
    return steps


__all__ = ["by_writing_out", "meeting", "shown"]
