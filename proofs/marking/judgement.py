"""The judgement of one claim that somebody wrote: is it true, why, and what does it need?

The numbers say whether, the kernel says why.  A step is refuted only by a world that satisfies everything its author
declared, and only where everything that was said of its names was read.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import combinations

from ..judging import exemplified, judge, met_by, valueless
from ..judging.report import MEET, VARIES, Counterexample, Numbers
from ..language import (
    AlmostEverywhere,
    Claim,
    Density,
    Fact,
    ForAll,
    Int,
    Integers,
    Limit,
    Name,
    Neg,
    Node,
    Number,
    Relation,
    Statement,
    Term,
    Var,
    alpha_equal,
    is_scalar_space,
    oo,
    substitute,
)
from ..language.facts import Facts
from ..language.masks import NEGATIVE, POSITIVE, ZERO
from ..language.spaces import Abstract, Range, Reals, Slot, Without
from ..steps import Rule
from .any_space import over_any_space
from .case_by_case import case_by_case
from .consequences import follows_from
from .convergence_wanted import convergence_of_powers_wanted, convergence_wanted, goes_further
from .needs import counts_wanted, impossible, missing, regularity_wanted, written_out_where
from .reasons import Justification, justify

SAME = "the same, written differently"
_MOST_SIGNS = 5  # names whose signs are tried
_MOST_RATES = 2  # of names that may make integrals finite


@dataclass(frozen=True)
class Judgement:
    """What the two judges said of a claim, and under which conditions beyond the document's own."""

    numbers: Numbers
    justification: Justification | None = None
    allowed: tuple[Node, ...] = ()  # for the sides to have values: taken for allowed, and said
    wanted: tuple[Node, ...] = ()  # signs that nobody declared: without them the step does not hold
    inferred: Rule | None = None  # the rule that infers a statement which is no relation
    trivial: bool = False  # both sides are one term
    notes: tuple[str, ...] = ()

    @property
    def licensed(self) -> bool:
        """Whether the kernel says why: by a chain of steps, or by a rule that infers."""
        return self.justification is not None or self.inferred is not None

    @property
    def verdict(self) -> str:
        """The verdict that the two judges make; a step that wants a sign is undecided until it is allowed."""
        outcome = self.numbers.outcome
        if outcome == "disagree":
            return "refuted"
        if self.wanted:
            return "undecided"
        if self.trivial:
            return "proved"
        if self.licensed and outcome == "agree":
            return "proved"
        return "supported" if outcome in ("agree", "estimate") and self.numbers.telling else "undecided"

    @property
    def counterexample(self) -> Counterexample | None:
        return exemplified(self.numbers).counterexample


_BETTER = ("refuted", "undecided", "supported", "proved")


def judged(claim: Claim) -> Judgement:
    """Both judges on a claim: where a side has cases, on the claim of each, and it is worth as much as the worst."""
    if isinstance(claim.statement, Relation) and claim.statement.symbol == "!=":
        return _apart(claim, claim.statement)
    parts = tuple(map(judged, case_by_case(claim)))
    if not parts:
        return _as_regular(claim)
    worst = min(parts, key=lambda found: _BETTER.index(found.verdict))
    return replace(worst, allowed=tuple(dict.fromkeys(need for each in parts for need in each.allowed)))


def _apart(claim: Claim, statement: Relation) -> Judgement:
    """The judgement of a claim that two numbers differ: they do where one of them is always the greater.  That they are
    equal for some values does not refute it, as "in general" may be meant; that they are for all does."""
    orders = (Relation(statement.left, symbol, statement.right) for symbol in ("<", ">"))
    found = max((judged(Claim(claim.hypotheses, order)) for order in orders), key=lambda j: _BETTER.index(j.verdict))
    if found.verdict != "refuted":
        return found
    equal = _as_regular(Claim(claim.hypotheses, Relation(statement.left, "=", statement.right)))
    if equal.verdict == "proved":
        return replace(_judged(claim), allowed=equal.allowed)
    return Judgement(Numbers("none", notes=(VARIES,)))


def _as_regular(claim: Claim) -> Judgement:
    """The judgement of a claim; where it needs it, the n of a sum from 1 to n is a natural number, and densities are as
    regular as one who divides by them takes for granted.  An inequality that fails for others is not saved by being an
    equation for those: who writes it means the others."""
    found = _judged(claim)
    strict = isinstance(claim.statement, Relation) and claim.statement.symbol != "=" and found.verdict == "refuted"
    convergent = (*convergence_wanted(claim), *_powers_wanted(claim, found))
    regular = regularity_wanted(claim)
    if strict:  # p << q, of E_q[f(p/q)] >= f(1), is meant where it does not make an equation of it
        regular = tuple(g for g in regular[:1] if all(_is_dominance(h) for h in g) and _has_slack(claim, g))
    for granted in (counts_wanted(claim), convergent, *regular):
        if found.verdict == "proved":
            break
        if granted:
            under = _judged(Claim((*claim.hypotheses, *granted), claim.statement))
            excused = found.verdict != "refuted" or under.numbers.outcome != "none"
            if excused and _BETTER.index(under.verdict) > _BETTER.index(found.verdict):
                found = replace(under, allowed=(*granted, *under.allowed))
    return found


def _is_dominance(h: Statement) -> bool:
    return isinstance(h, Fact) and h.predicate == "dominated"


def _has_slack(claim: Claim, granted: tuple[Statement, ...]) -> bool:
    """Whether an order is more than an equation under what is granted."""
    assert isinstance(claim.statement, Relation)
    equation = Relation(claim.statement.left, "=", claim.statement.right)
    return _judged(Claim((*claim.hypotheses, *granted), equation)).verdict == "refuted"


def _powers_wanted(claim: Claim, found: Judgement) -> tuple[Statement, ...]:
    """That powers tend to zero in limits, where these have no value otherwise: that x^n -> 0 is false for x = 1."""
    if found.verdict != "undecided":
        return ()
    wanted = convergence_of_powers_wanted(claim)
    at_one = ((c, Claim(claim.hypotheses, substitute(claim.statement, {x: Number(1)}))) for x, c in wanted)
    return tuple(c for c, there in at_one if _asked(there).outcome != "disagree")


def _judged(claim: Claim) -> Judgement:
    statement = claim.statement
    if not isinstance(statement, Relation):
        return Judgement(_asked(claim))
    if _senseless(statement):
        return Judgement(Numbers("none"), notes=("infinity is used as a number",))
    needs = _needs(claim)
    if against := impossible(claim.hypotheses, needs):
        return Judgement(_lost(claim) or Numbers("none"), notes=(_valueless(against[0]),))
    allowed, wanted = _sorted(claim, needs)
    signs: tuple[Node, ...] = ()
    met = tuple(n for n in needs if not _of_each_inner(n))  # by the worlds
    numbers = _numbers_of(claim, met, statement)
    integrates = numbers.outcome == "none" and any(isinstance(n, Int) for n in statement.walk())
    if integrates and (under := _where_it_converges(claim)) is not None:
        return under
    if numbers.outcome == "disagree":
        signs = _signs(claim, needs)
        if not signs:
            return Judgement(numbers, allowed=allowed)
        before = (*_before(claim), *needs)
        allowed = (*allowed, *(s for s in signs if follows_from(s, before)))
        wanted = (*wanted, *(s for s in signs if s not in allowed))
        numbers = judge(Claim((*claim.hypotheses, *met, *signs), statement), brief=True)
    if alpha_equal(statement.left, statement.right) and statement.symbol in ("=", "<=", ">="):
        return Judgement(numbers, allowed=allowed, wanted=wanted, trivial=numbers.outcome == "agree")
    found = justify(Claim((*claim.hypotheses, *signs, *wanted), statement)) if numbers.outcome != "disagree" else None
    if found is not None:
        more = tuple(
            n for n in found.needs if n not in needs and n not in wanted and not follows_from(n, claim.hypotheses)
        )
        if any(isinstance(n, Relation) and n.symbol != "!=" for n in more):
            found = None  # it holds without these signs, for another reason
        else:
            allowed = tuple(dict.fromkeys((*allowed, *more)))
    if found is None and numbers.outcome == "agree":
        numbers = _looked_closer(Claim((*claim.hypotheses, *met, *signs), statement), numbers)
    return Judgement(numbers, found, allowed, wanted)


def _looked_closer(claim: Claim, numbers: Numbers) -> Numbers:
    """The numbers of a strict order that holds in all worlds, where its sides are not seen to meet between them."""
    if (found := met_by(claim)) is None:
        return numbers
    from ..writing import latex
    from .where_sides_meet import failing

    if (fails := failing(claim, found, lambda there: _judged(there).verdict == "proved")) is not None:
        return Numbers("disagree", numbers.worlds + 1, counterexample=fails)
    place = ", ".join(f"${latex(x)} \\approx {float(value):.6g}$" for x, value in found.values.items())
    return replace(numbers, telling=False, notes=(*numbers.notes, MEET, f"that is at {place}"))


def _valueless(against: Node) -> str:
    """Why a side has no value, by a condition for one that cannot hold."""
    from ..writing import latex

    match against:
        case Relation(term, "!=", Number(0)) if not term.free:
            return "it divides by zero"
    return f"it has no value: that would need ${latex(against)}$, which is false here"


def _lost(claim: Claim) -> Numbers | None:
    """That the right side has no value wherever the left one has: what its logarithms and roots are taken of is
    negative, in every world.  None where that is not shown."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    needed = missing(Claim(claim.hypotheses, Relation(statement.left, "=", statement.left)))
    if impossible(claim.hypotheses, needed):
        return None
    given = (*claim.hypotheses, *needed)
    for need in missing(Claim(given, Relation(statement.right, "=", statement.right))):
        if not isinstance(need, Relation) or need.symbol not in (">", ">=") or not need.free:
            continue
        contrary = Relation(need.left, "<=" if need.symbol == ">" else "<", need.right)
        if not impossible(given, (need,)) and not follows_from(contrary, given):
            continue
        least = Relation(need.left, ">=", need.right)  # that of log 0 and 0/0 may be meant as limits
        if (found := valueless(Claim(given, statement), least)) is not None:
            return Numbers("disagree", 1, counterexample=found)
    return None


def _numbers_of(claim: Claim, needs: tuple[Node, ...], statement: Relation) -> Numbers:
    """What the worlds say; where none is found in which all that should be finite, or smooth, is known to be, the
    others are asked, which may confirm but not refute: a value on both sides shows that what they are made of has one
    there."""
    found = _asked(Claim((*claim.hypotheses, *needs), statement))
    rest = tuple(n for n in needs if not _unseen(n))
    if found.outcome == "none" and len(rest) < len(needs):
        wider = judge(Claim((*claim.hypotheses, *rest), statement), brief=True)
        if wider.outcome in ("agree", "estimate"):
            return wider
        if wider.outcome == "none" and wider.notes:  # what is supposed can be met: it is a value that is not found
            return replace(found, notes=wider.notes)
    return found


def _asked(claim: Claim) -> Numbers:
    """What the worlds say; where none is found, those in which densities that agree almost everywhere are one, and what
    all spaces say of vectors of which nothing is used."""
    found = judge(claim, brief=True)
    if found.outcome != "none":
        return found
    if (merged := _merged(claim)) is not None:
        return judge(merged, brief=True)
    wider = over_any_space(claim)
    more = found if wider is None else judge(wider, brief=True)
    return more if more.outcome in ("agree", "estimate") else found


def _merged(claim: Claim) -> Claim | None:
    """The claim in the worlds in which densities that agree almost everywhere are one; None where there are none."""
    for h in claim.hypotheses:
        match h:
            case AlmostEverywhere(Density() as p, q) | AlmostEverywhere(q, Density() as p) if p not in q.free:
                others = (substitute(each, {p: q}) for each in claim.hypotheses if each is not h)
                return Claim(tuple(dict.fromkeys(others)), substitute(claim.statement, {p: q}))
    return None


def _of_each_inner(need: Node) -> bool:
    """Whether it is that an integral within another one is finite at each point, which no world shows; where both
    sides have values, it is so at almost all."""
    match need:
        case ForAll(Fact("finite", _), Var(_, space)):
            return not isinstance(space, Range | Without)
    return False


def _unseen(need: Node) -> bool:
    """Whether a condition is one that a world need not show: that an integral is finite, or smooth in a parameter."""
    match need:
        case Fact("finite", _):
            return True
        case Fact("differentiable", (subject,)):
            return not isinstance(subject, Name)
    return False


def _needs(claim: Claim) -> tuple[Statement, ...]:
    """The conditions for both sides to have values; that a side is infinite is no lack of one, and of what is said to
    be infinite it is not needed that it is finite.  Nor of a limit that is said to be a number: that is what is said of
    x^n -> 0."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    sides = (statement.left, statement.right)
    said = any(s is oo or s == Neg(oo) for s in sides)
    valued = not all(any(isinstance(n, Limit) for n in s.walk()) for s in sides)
    infinite = (*(s for s in sides if said or (valued and isinstance(s, Limit))), oo)
    return tuple(
        c for c in missing(claim) if not (isinstance(c, Fact) and c.predicate == "finite" and c.args[0] in infinite)
    )


def _senseless(statement: Relation) -> bool:
    """Whether infinity stands in arithmetic: as a factor, a summand, an argument."""
    for side in (statement.left, statement.right):
        inner = side.arg if isinstance(side, Neg) else side
        if inner is not oo and _holds_infinity(inner):
            return True
    return False


def _holds_infinity(t: Node) -> bool:
    if isinstance(t, Limit):  # which may be at infinity, and of what is infinite
        return t.body not in (oo, Neg(oo)) and _holds_infinity(t.body)
    return any(child is oo or _holds_infinity(child) for child in t.children() if isinstance(child, Term))


def _sorted(claim: Claim, needs: tuple[Statement, ...]) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
    """The needs that go without saying, and the signs that only the right side asks for.

    What the left side needs was needed before this step; that an integral or a series converges, that a denominator is
    not zero, every author takes for allowed; and a density is written out for the points where it is positive.  A
    series that is said to be a number where it diverges as well is not saved by that.
    """
    beyond = tuple(need for need in needs if goes_further(claim, need) and not follows_from(need, claim.hypotheses))
    if beyond:
        return (), beyond
    before = _before(claim)
    converging = convergence_wanted(claim)
    plain = [n for n in needs if not isinstance(n, Relation) or n.symbol == "!=" or n in converging]
    allowed: list[Node] = []
    wanted: list[Node] = []
    for need in needs:
        if not follows_from(need, claim.hypotheses):
            (allowed if need in plain or follows_from(need, (*before, *plain)) else wanted).append(need)
    return tuple(allowed), tuple(wanted)


def _before(claim: Claim) -> tuple[Node, ...]:
    """What holds before the step is made: the hypotheses, what the left side needs, and where it is written out."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    needed = missing(Claim(claim.hypotheses, Relation(statement.left, "=", statement.left)))
    return (*claim.hypotheses, *needed, *written_out_where(statement.left))


def _signs(claim: Claim, needs: tuple[Statement, ...]) -> tuple[Node, ...]:
    """The fewest names that must be positive for the claim to hold, where nobody said what sign they have."""
    facts = Facts((*claim.hypotheses, *needs))
    names = [x for x in sorted(_numbers(claim.statement), key=lambda v: v.name) if _unknown_sign(x, facts)]
    if not names or len(names) > _MOST_SIGNS:
        return ()

    def holds(signs: tuple[Node, ...]) -> bool:
        if impossible((*claim.hypotheses, *needs), signs):  # type: ignore[arg-type]
            return False
        return judge(Claim((*claim.hypotheses, *needs, *signs), claim.statement), brief=True).outcome in (
            "agree",
            "estimate",
        )

    if not holds(tuple(x > 0 for x in names)):
        return ()
    for size in range(1, len(names)):
        for chosen in combinations(names, size):
            if holds(tuple(x > 0 for x in chosen)):
                return tuple(x > 0 for x in chosen)
    return tuple(x > 0 for x in names)


def _where_it_converges(claim: Claim) -> Judgement | None:
    """The judgement under the fewest signs of names, of which nobody said any, for which its integrals are finite."""
    facts = Facts(claim.hypotheses)
    names = [x for x in sorted(_numbers(claim.statement), key=lambda v: v.name) if _unknown_sign(x, facts)]
    if not 0 < len(names) <= _MOST_RATES:
        return None
    for size in range(1, len(names) + 1):
        for chosen in combinations(names, size):
            signs = tuple(x > 0 for x in chosen)
            found = _judged(Claim((*claim.hypotheses, *signs), claim.statement))
            if found.verdict in ("proved", "supported"):
                return replace(found, wanted=(*signs, *found.wanted))
    return None


def _numbers(statement: Node) -> set[Var]:
    """The free names that are real numbers."""
    return {
        v
        for v in statement.free
        if isinstance(v, Var)
        and is_scalar_space(v.space)
        and not isinstance(v.space, Abstract | Slot | Range | Integers)
        and isinstance(v.space, Reals)
    }


def _unknown_sign(x: Var, facts: Facts) -> bool:
    found = facts.sign(x)
    return bool(found & POSITIVE) and bool(found & (NEGATIVE | ZERO))
