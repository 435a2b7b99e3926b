"""What a line is that fails as an identity: rounded, an equation to be solved, in doubt by what was not read, wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ..judging import contradicts, judge
from ..language import Cases, Claim, Name, Node, Relation, Var, is_of_events, is_scalar, substitute
from ..writing.document_text import ROUNDED
from . import matrix_conventions
from .above import for_all
from .conditional_equations import (
    about_different_things,
    can_be_posed,
    comes_down_to_its_own_names,
    function_left_open,
    is_for_its_left_side,
    is_number,
    is_open,
    is_told_by_values,
    leaves_its_law_open,
    of_densities,
    open_data,
    puts_in_numbers,
    recalls,
    sums_data,
    writes_out,
)
from .findings import DATA_UNSAID, FOGGY, Finding, Question
from .judgement import Judgement, judged
from .needs import written_out_where
from .rounding import has_one_value, rounds
from .unknown_densities import described
from .wording import unconnected, which_function, which_law, without_outcomes

NO_SUCH_PROBABILITIES = "with what is told of them no events have such probabilities"
NO_SUCH_VALUE = "the equations before it leave no such value"
FOR_ITS_LEFT_SIDE = "it is an equation for what stands on its left, of which nothing else is said"
NOT_SOLVED = "it may be to be solved, and what is given as a solution below does not solve it"
OF_SOME_EVENTS = "it is so of some events, and which these are is not said"
MET_NOWHERE = "no values were found for which it holds"


def refuted(question: Question, claims: tuple[Claim, ...], found: Judgement) -> Finding:
    """What is found of a line that fails as an identity; of several claims, ``found`` is the judgement of the best."""
    claim = claims[0]
    if question.of_data is not None:
        claim, found = claims[-1], judged(claims[-1])
    statement = claim.statement
    if not isinstance(statement, Relation):
        return Finding.of(found) if question.certain else Finding("undecided", found.numbers, notes=(FOGGY,))
    if statement.symbol == "=" and any(rounds(c, question.decimals) for c in claims):
        return Finding("supported", replace(found.numbers, outcome="agree"), notes=(ROUNDED,))
    if contradicts((*claim.hypotheses, statement)):
        told = question.posed and not contradicts(claim.hypotheses)
        if question.posed and _may_be_of_others(question, statement):
            return Finding("undecided", found.numbers, notes=(NO_SUCH_PROBABILITIES,), equation=True)
        return replace(Finding.of(found, NO_SUCH_PROBABILITIES), equation=told)
    if question.posed and statement.symbol == "=" and can_be_posed(statement):
        if _can_be_met(claim):
            return Finding("given", found.numbers, equation=True)
        return Finding("undecided", found.numbers, notes=(MET_NOWHERE,))
    if (solved := _solved(question, claim, found)) is not None:
        return solved
    if not question.certain:
        return Finding("undecided", found.numbers, notes=(FOGGY,))
    if question.again == "before":
        return Finding("given", found.numbers, notes=("the name is given a new meaning here",))
    if matrix_conventions.leave_open(claim):
        return Finding("undecided", found.numbers, notes=(matrix_conventions.SYMMETRIC,))
    if _is_of_some_events(claim) and question.first and not _is_another_number(claim):
        return Finding("undecided", found.numbers, notes=(OF_SOME_EVENTS,), equation=True)
    if not question.as_written:
        return Finding.of(found)
    if not question.first and puts_in_numbers(claim):
        return Finding("undecided", found.numbers, notes=("numbers are put in, and for what is not said",))
    of_one_thing = (
        comes_down_to_its_own_names(claim)
        or _is_of_all(question, statement)
        or is_told_by_values(claim)
        or _is_another_number(claim)
    )
    if statement.symbol == "=" and open_data(claim) and not recalls(statement) and not of_one_thing:
        return Finding("undecided", found.numbers, notes=(DATA_UNSAID,))
    if (
        (question.loose or question.inline or is_open(claim) or leaves_its_law_open(claim))
        and statement.symbol == "="
        and (about_different_things(claim, question.first) or _for_its_left(question, claim))
        and not of_one_thing
    ):
        if _contradicts(question) or (_for_its_left(question, claim) and not _can_be_met(claim)):
            return Finding.of(found, NO_SUCH_VALUE)
        if question.inline and (not of_densities(statement) or writes_out(claim)):
            if _gives_a_number(statement) and not _can_be_met(claim):
                return Finding("undecided", found.numbers, notes=(MET_NOWHERE,))
            return Finding("given", found.numbers, equation=True)
        return Finding(
            "undecided",
            found.numbers,
            notes=(_says_nothing(question, claim),),
            equation=not sums_data(statement),
        )
    if (function := function_left_open(claim)) is not None and not of_one_thing:
        return Finding("undecided", found.numbers, notes=(which_function(function),))
    if (density := described(claim)) is not None:
        return Finding("undecided", found.numbers, notes=(which_law(density),))
    inside, where = _inside(claim)
    spoken_of = frozenset().union(*(h.free for h in claim.hypotheses))
    told = any(not h.free.isdisjoint(spoken_of) for h in where)  # where the points lie: f(x) = 1 for x < 0
    told |= any(isinstance(n, Cases) for n in statement.walk())
    if inside is not None and not told and inside.verdict in ("proved", "supported"):
        holds = Finding.of(inside)
        return replace(holds, needs=tuple(dict.fromkeys((*holds.needs, *where))))
    notes = (matrix_conventions.TRANSPOSED,) if matrix_conventions.hold_transposed(claim) else ()
    wrong = found if inside is None or inside.verdict != "refuted" else inside
    return replace(Finding.of(wrong, *notes), repair=None if question.brief else _repaired(question, claim, statement))


def _says_nothing(question: Question, claim: Claim) -> str:
    """What nothing says, of an equation that is no identity."""
    assert isinstance(claim.statement, Relation)
    if _for_its_left(question, claim):
        return FOR_ITS_LEFT_SIDE
    return unconnected(question.roots[0] if question.roots else claim.statement)


def _for_its_left(question: Question, claim: Claim) -> bool:
    return is_for_its_left_side(claim, question.loose, question.values)


def _is_another_number(claim: Claim) -> bool:
    """Whether the left side is one number whatever its names are, no equation saying what these are, and the right side
    is a number: that is another one, and there is nothing to be found."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    told = any(isinstance(h, Relation) and h.symbol == "=" for h in claim.hypotheses)
    return not told and not statement.right.free and bool(statement.left.free) and has_one_value(claim)


def _is_of_some_events(claim: Claim) -> bool:
    """Whether an equation says which number it is that something of events is, of which no other one speaks."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    told = any(isinstance(h, Relation) and not h.free.isdisjoint(statement.free) for h in claim.hypotheses)
    of_events = bool(statement.left.free) and all(map(is_of_events, statement.left.free))
    return statement.symbol == "=" and of_events and not statement.right.free and not told


def _is_of_all(question: Question, statement: Relation) -> bool:
    """Whether words say an equation for all values of the names in it: none of them is left to be found."""
    return bool(statement.free) and all(n.name in question.bound for n in statement.free)


def _repaired(question: Question, claim: Claim, statement: Relation) -> str | None:
    """What a small repair would make of a claim that is wrong, in words."""
    from .repair import repair

    mended = repair(claim, unfolded=(*question.values, *question.called))
    if mended is None and question.premise is not None and question.first:
        whole = Claim((*claim.hypotheses, for_all(question, question.premise)), statement)
        mended = repair(whole, unfolded=(*question.values, *question.called))
    return None if mended is None else without_outcomes(mended.words)


def _may_be_of_others(question: Question, statement: Relation) -> bool:
    """Whether an equation that contradicts those before it may be about other events of the same names: its sentence
    lets something be so and does not contradict itself, or its left side had another value."""
    assert question.claim is not None
    if question.again:
        return not contradicts((*question.claim.hypotheses, *question.told_beside, statement))
    told = (e for e in question.around if isinstance(e, Relation) and e.left is statement.left)
    return any(e.right is not statement.right for e in told)


def _solved(question: Question, claim: Claim, found: Judgement) -> Finding | None:
    """What is said of an equation that stands by itself: what is given as its solution solves it, or it is brought to
    one that is no identity either; None where it is not solved below."""
    for each in question.solved_by:
        if isinstance(each.left, Var):
            value: dict[Name, Node] = {each.left: each.right}
            there = Claim(tuple(substitute(h, value) for h in claim.hypotheses), substitute(claim.statement, value))
            if judge(there, brief=True).outcome == "agree":
                return Finding("given", found.numbers, equation=True)
    if any(not isinstance(each.left, Var) for each in question.solved_by):
        return Finding("undecided", found.numbers, notes=(NOT_SOLVED,), equation=True)
    return None


def _can_be_met(claim: Claim) -> bool:
    """Whether values are found for which an equation holds."""
    return judge(Claim((*claim.hypotheses, claim.statement), claim.statement), brief=True).outcome == "agree"


def _gives_a_number(statement: Relation) -> bool:
    """Whether an equation says of numbers by names which number something in them is: x^2 + 1 = 5."""
    names = statement.left.free
    return bool(names) and not statement.right.free and all(isinstance(n, Var) and is_scalar(n) for n in names)


def _inside(claim: Claim) -> tuple[Judgement | None, tuple[Node, ...]]:
    """The judgement of a claim by values at which its formulas are meant, a density where it is positive, and which
    these are; None where they are meant everywhere."""
    assert isinstance(claim.statement, Relation)
    where = tuple(dict.fromkeys(written_out_where(claim.statement.left)))
    return (judged(Claim((*claim.hypotheses, *where), claim.statement)) if where else None), where


def _contradicts(question: Question) -> bool:
    """Whether the equations before it determine all numbers in an equation, and it then holds nowhere."""
    assert question.claim is not None and isinstance(question.claim.statement, Relation)
    statement = question.claim.statement
    above = (question.premise,) if question.premise is not None and question.first else ()
    equations = [e for e in (*question.around, *above) if isinstance(e, Relation)]
    others = [e for e in equations if e.left is not statement.left or e.right.free]  # no other root
    hypotheses = question.claim.hypotheses
    known = _independent(dict.fromkeys(e for e in others if e.free), hypotheses)
    unknowns = statement.free.union(*(e.free for e in known))
    if not statement.free or len(unknowns) > len(known) or not all(is_number(n) for n in unknowns):
        return False
    other = Relation(statement.left, "!=", statement.right)
    return judge(Claim(tuple(dict.fromkeys((*hypotheses, *known))), other), brief=True).outcome == "agree"


def _independent(equations: Iterable[Relation], hypotheses: tuple[Node, ...]) -> tuple[Relation, ...]:
    """The equations that determine something beside those before them: y = z is nothing new where 2y - 2z = 0."""
    given = tuple(h for h in hypotheses if not (isinstance(h, Relation) and h.symbol == "="))
    found: tuple[Relation, ...] = ()
    for each in equations:
        if judge(Claim((*given, *found), each), brief=True).outcome != "agree":
            found = (*found, each)
    return found
