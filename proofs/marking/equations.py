"""An equation that follows from the equation above it: multiplied, added to, rearranged.

The search is not trusted.  It proposes a factor c with l - r = c (a - b), where a = b is the row above; the kernel then
licenses  l = r + c (a - b) = r + c (b - b) = r.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from ..algebra import equal
from ..integrability import is_finite
from ..kernel import Licence, licence
from ..language import (
    Claim,
    Int,
    Neg,
    Node,
    Number,
    Plus,
    Quotient,
    Relation,
    Statement,
    Term,
    Times,
    alpha_equal,
    finite,
    is_scalar,
    space_of,
)
from ..language.facts import Facts
from ..registry import algebra
from ..steps import Step, Use
from .needs import missing
from .reasons import Justification, justify

_EACH_SIDE = 60  # questions to kernel and algebra about what makes a side of a premise one of a claim
_SIMPLE = tuple(Number(Fraction(c)) for c in ("1", "-1", "2", "1/2", "-2", "-1/2"))


def follows(claim: Claim, premise: Relation) -> Justification | None:
    """The steps that lead from the premise to the claim, or None; both are equations between things of one shape."""
    statement = claim.statement
    if not isinstance(statement, Relation) or statement.symbol != "=" or premise.symbol != "=":
        return None
    if space_of(statement.left) is not space_of(premise.left):
        return None
    stated = Claim((*claim.hypotheses, premise), statement)
    needs = tuple(dict.fromkeys((*missing(stated), *missing(Claim(claim.hypotheses, premise)))))
    needs = (*needs, *_finite_parts(premise, Facts((*stated.hypotheses, *needs))))
    hypotheses = (*stated.hypotheses, *needs)
    facts = Facts(hypotheses)
    left, right = statement.left, statement.right
    for factor in _factors(statement, premise, facts):
        if factor is premise.right:
            continue
        through = Plus((right, Times((factor, Plus((premise.left, Neg(premise.right)))))))
        cancelled = Plus((right, Times((factor, Plus((premise.right, Neg(premise.right)))))))
        steps = (
            Step(left, "=", through, Use(algebra)),
            Step(through, "=", cancelled, Use(hypothesis=premise, phrase="by the equation above")),
            Step(cancelled, "=", right, Use(algebra)),
        )
        answers = _licences(steps, hypotheses)
        if all(answer.granted for answer in answers):
            return Justification(claim, steps, answers, needs)
    return _each_side(claim, premise, hypotheses, needs)


def _each_side(
    claim: Claim, premise: Relation, hypotheses: tuple[Node, ...], needs: tuple[Statement, ...]
) -> Justification | None:
    """The steps that make of each side of the premise a side of the claim."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    for known in (premise, premise.flipped()):
        steps: list[Step] = []
        for left, right in ((statement.left, known.left), (known.right, statement.right)):
            if not alpha_equal(left, right):
                found = justify(Claim(hypotheses, Relation(left, "=", right)), longest=2, budget=_EACH_SIDE)
                if found is None or found.needs:
                    break
                steps += found.steps
            if left is statement.left:
                steps.append(Step(known.left, "=", known.right, Use(hypothesis=known, phrase="by the equation above")))
        else:
            return Justification(claim, tuple(steps), _licences(tuple(steps), hypotheses), needs)
    return None


def _licences(steps: tuple[Step, ...], hypotheses: tuple[Node, ...]) -> tuple[Licence, ...]:
    return tuple(licence(step, hypotheses) for step in steps)


def _finite_parts(premise: Relation, facts: Facts) -> Iterator[Statement]:
    """That the integrals are finite of which the sides are made, which are numbers."""
    for part in dict.fromkeys((*_integrals(premise.left), *_integrals(premise.right))):
        if not is_finite(part, facts):
            yield finite(part)


def _integrals(t: Term) -> Iterator[Int]:
    match t:
        case Int():
            yield t
        case Plus() | Times() | Neg() | Quotient():
            for part in t.children():
                if isinstance(part, Term):
                    yield from _integrals(part)


def _factors(statement: Relation, premise: Relation, facts: Facts) -> Iterator[Term]:
    """What the equation above may have been multiplied by: a plain number, a denominator, the quotient of two sides."""
    gap = Plus((statement.left, Neg(statement.right)))
    above = Plus((premise.left, Neg(premise.right)))
    for c in _proposed(statement, premise):
        if _has_value(c, facts) and equal(gap, Times((c, above)), facts):
            yield c


def _proposed(statement: Relation, premise: Relation) -> Iterator[Term]:
    yield from _SIMPLE
    if not is_scalar(statement.left):
        return
    for below in dict.fromkeys(n.den for n in (*statement.walk(), *premise.walk()) if isinstance(n, Quotient)):
        yield below
        yield Neg(below)
        yield Quotient(Number(1), below)
        yield Neg(Quotient(Number(1), below))
    for ours, theirs in ((statement.left, premise.left), (statement.right, premise.right)):
        yield Quotient(ours, theirs)
    for ours, theirs in ((statement.left, premise.right), (statement.right, premise.left)):
        yield Neg(Quotient(ours, theirs))


def _has_value(c: Term, facts: Facts) -> bool:
    inner = c.arg if isinstance(c, Neg) else c
    return not isinstance(inner, Quotient) or facts.nonzero(inner.den)
