r"""Posteriors: what is in proportion to a density is, normalised, that density.

p(y | t) p(t) / \int p(y | t) p(t) dt = g(t) holds where the numerator is in proportion to g.  That is shown without any
integral, and the kernel infers the rest; likewise for means under a posterior.  The density g is one that the claim, or
what was shown before it, speaks of.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from ..kernel import Theorem, infer, instantiate, licence, weaken
from ..language import (
    Apply,
    Claim,
    Expectation,
    Fact,
    Family,
    ForAll,
    Int,
    Interval,
    Lambda,
    Node,
    Quotient,
    Relation,
    Statement,
    Term,
    Times,
    Var,
    alpha_equal,
    finite,
    fresh_beside,
    substitute,
    support,
)
from ..language import (
    replace as put,
)
from ..rules import density_in_proportion, finite_in_proportion, mean_in_proportion
from ..steps import Refused, Step, Use
from .judgement import Judgement
from .reasons import Justification, justify
from .shown import Shown
from .writing_out import shown

_MOST = 4  # posteriors, and means under one, in a claim


@dataclass(frozen=True)
class _Normalised:
    """What stands in a claim: f(x) / \\int f at a point, or the mean of a value under that."""

    term: Term
    f: Term
    x: Var
    at: Term | None = None
    value: Term | None = None


def by_proportion(claim: Claim, found: Judgement, earlier: tuple[Shown, ...]) -> Judgement:
    """The judgement of a true claim that no rule licensed, where it speaks of what is in proportion to a density.

    That the integral is finite, and not zero where the numerator is not, need then not be taken for allowed.
    """
    statement = claim.statement
    if found.numbers.outcome != "agree" or found.licensed or found.wanted or not isinstance(statement, Relation):
        return found
    if next(_normalised(statement), None) is None:
        return found
    few = tuple(need for need in found.allowed if not _is_of_total(need))
    for law in _laws(statement, *(each.statement for each in earlier)):
        for allowed in dict.fromkeys((few, found.allowed)):
            given = (*claim.hypotheses, *allowed)
            for each in _normalised(statement):
                given = tuple(dict.fromkeys((*given, *_finite(each, law, given))))
            steps = _steps(statement, law, given)
            licences = tuple(licence(step, given) for step in steps)
            if steps and all(each.granted for each in licences):
                why = Justification(Claim(given, statement), steps, licences)
                return replace(found, justification=why, allowed=allowed)
    return found


def _laws(*statements: Node) -> list[Family]:
    """The named laws whose densities are sides of relations."""
    sides = [side for r in statements if isinstance(r, Relation) for side in (r.right, r.left)]
    return list(dict.fromkeys(s.head for s in sides if isinstance(s, Apply) and isinstance(s.head, Family)))


def _steps(statement: Relation, law: Family, given: tuple[Node, ...]) -> tuple[Step, ...]:
    """The steps of an equation or order, in which the law takes the place of what is in proportion to it."""
    here = statement.left
    steps: list[Step] = []
    while (each := next(_normalised(here), None)) is not None and len(steps) < _MOST:
        theorem = _theorem(each, law, given)
        if theorem is None:
            return ()
        known = theorem.claim.statement
        assert isinstance(known, Relation)
        new = put(here, each.term, known.right)
        steps.append(Step(here, "=", new, Use(theorem=theorem, phrase=density_in_proportion.phrase)))
        here = new
    if not steps or alpha_equal(here, statement.right):
        return tuple(steps)
    rest = justify(Claim(given, Relation(here, statement.symbol, statement.right)))
    return (*steps, *rest.steps) if rest is not None and not rest.needs else ()


def _normalised(where: Node) -> Iterator[_Normalised]:
    """What is normalised in a claim, the innermost first."""
    match where:
        case Int(Times((Quotient(f, Int(g, y)), value)), x) if alpha_equal(Int(f, x), Int(g, y)):
            yield from _normalised(value)
            yield _Normalised(where, f, x, value=value)
            return
        case Quotient(here, Int(f, x)):
            points = (v for v in sorted(here.free, key=lambda n: n.name) if isinstance(v, Var))
            at = next((v for v in points if alpha_equal(substitute(f, {x: v}), here)), None)
            if at is not None:
                yield _Normalised(where, f, x, at=at)
                return
    for child in where.children():
        yield from _normalised(child)


def _theorem(each: _Normalised, law: Family, given: tuple[Node, ...]) -> Theorem | None:
    """What is normalised as the density of a law at a point, or a mean under it; None where it is not in proportion."""
    if each.at is not None:
        return _inferred(each, law, given, density_in_proportion(each.at), Relation(each.term, "=", law(each.at)))
    assert each.value is not None
    mean = Expectation(each.value, each.x, law)
    return _inferred(each, law, given, mean_in_proportion(Lambda(each.value, each.x)), Relation(each.term, "=", mean))


def _finite(each: _Normalised, law: Family, given: tuple[Node, ...]) -> Iterator[Statement]:
    """What follows to be finite: the integral, and the mean."""
    wanted = [(Use(finite_in_proportion), finite(Int(each.f, each.x)))]
    if each.value is not None:
        wanted.append((mean_in_proportion(Lambda(each.value, each.x)), finite(each.term)))
    for use, statement in wanted:
        if _inferred(each, law, given, use, statement) is not None:
            yield statement


def _inferred(
    each: _Normalised, law: Family, given: tuple[Node, ...], use: Use, statement: Statement
) -> Theorem | None:
    """What follows from that it is in proportion to the density of a law; None where it is not."""
    if support(law) is not each.x.space:
        return None
    x = fresh_beside(each.x, each.term, law, *given)
    y = fresh_beside(x, each.term, law, x, *given)
    f = substitute(each.f, {each.x: x})
    ends = x.space if isinstance(x.space, Interval) else None
    inside = () if ends is None else tuple(b for v in (x, y) for b in (v > ends.low, v < ends.high))
    with suppress(Refused):
        premise = shown(Times((f, law(y))), Times((substitute(f, {x: y}), law(x))), (*given, *inside))
        theorem = infer(use, (premise,), statement, (*given, *inside))
        if ends is None:
            return theorem
        middle = (ends.low + ends.high) / 2  # there is a point inside, and the theorem speaks of none
        return weaken(instantiate(theorem, {x: middle, y: middle}, given), given)
    return None


def _is_of_total(need: Node) -> bool:
    """Whether a condition says that an integral, or what is made of one, is finite, or that one is not zero."""
    match need:
        case ForAll(body, _):
            return _is_of_total(body)
        case Fact("finite", (term,)):
            return any(isinstance(part, Int) for part in term.walk())
        case Relation(Int(), "!=", _):
            return True
    return False


__all__ = ["by_proportion"]
