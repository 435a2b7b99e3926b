"""The examination of one line: the best of its claim and the claims it may make instead, and what it is where all fail.

``examine`` is what a worker runs: a question goes in, a finding comes out, both plain data that can be pickled.
"""

from __future__ import annotations

from dataclasses import replace

from ..judging import exemplified, judge
from ..judging.report import Numbers
from ..language import Claim, Node, Relation, Term, Var
from ..writing.document_text import ROUNDED
from .above import judged_from_above
from .consequences import follows_from, without_consequences
from .findings import FOGGY, HOW_NEAR, Finding, Question
from .in_proportion import by_proportion
from .judgement import Judgement, judged
from .laws_read_otherwise import laws_read_otherwise, where_laws_are_otherwise
from .needs import missing
from .out_of_range import Outside, out_of_range
from .refutation import refuted
from .rounding import HALF, ONE, has_one_value, rounds
from .shown import by_what_was_shown
from .wording import no_such_root, where_it_holds
from .worked_out import with_slopes
from .writing_out import by_writing_out

SAYS_LESS = "it follows from what it is to say again, but says less"
OF_ALL_NUMBERS = "the equation above holds of all numbers: that this one solves another was not read"
ORDER = ("proved", "supported", "undecided", "refuted")


def examine(question: Question) -> Finding:
    """What both judges, and the conventions of the page, say of a line."""
    question = with_slopes(question)
    assert question.claim is not None
    found = _examined(question)
    if found.verdict in ("proved", "supported") and (root := _root_too_many(question)) is not None:
        found = Finding("undecided", found.numbers, notes=(no_such_root(root),))
    if found.verdict in ("proved", "supported") and _solves_nothing(question):
        found = Finding("undecided", found.numbers, notes=(OF_ALL_NUMBERS,))
    if question.nowhere and found.verdict == "undecided" and (solved := _solved(question.claim)) is not None:
        found = Finding("refuted", solved)
    if question.perhaps and found.verdict in ("undecided", "refuted"):
        found = _as_supposed(question, found)
    if found.verdict in ("proved", "supported") and any(map(_fails, question.says_again)):
        found = Finding("undecided", found.numbers, notes=(SAYS_LESS,))
    if question.only_if and (found.verdict == "refuted" or (found.verdict == "given" and not question.posed)):
        found = Finding("undecided", found.numbers, notes=(FOGGY,))
    if question.somewhere and found.verdict == "refuted":
        found = Finding("undecided", found.numbers, notes=(FOGGY,))
    if found.verdict == "undecided" and (outside := _outside(question)) is not None:
        example = found.numbers.counterexample or outside.numbers.counterexample
        found = Finding("refuted", replace(outside.numbers, counterexample=example), notes=(outside.reason,))
    needs = without_consequences((*question.claim.hypotheses, *question.around, *found.wanted), found.allowed)
    numbers = exemplified(found.numbers) if found.verdict == "refuted" and not question.brief else found.numbers
    return replace(found, numbers=numbers, needs=(*found.wanted, *needs))


def _outside(question: Question) -> Outside | None:
    """How a line that is open puts a quantity where none of its kind has a value, in all that it may mean; values of
    names are chosen only where no condition is left unread."""
    if question.approximate or question.posed or not isinstance(question.claim, Claim):
        return None
    fixed = {*question.doubted, *question.loose} - question.bound - question.thresholds
    names = {n.name for n in question.claim.statement.free} - fixed if not question.only_if else set()
    found = [out_of_range(claim, question.doubted, names) for claim in question.readings]
    return found[0] if None not in found else None


def _solves_nothing(question: Question) -> bool:
    """Whether the equation that a number was put into is an identity, of which no number is the solution."""
    if question.solves is None or not isinstance(question.claim, Claim):
        return False
    return judge(Claim(question.claim.hypotheses, question.solves), brief=True).outcome == "agree"


def _fails(claim: Claim) -> bool:
    return judge(claim, brief=True).outcome == "disagree"


def _solved(claim: Claim) -> Numbers | None:
    """What numbers say of two sides that are to differ everywhere, where they are found to be equal somewhere."""
    assert isinstance(claim.statement, Relation)
    left, right = claim.statement.left, claim.statement.right
    found = judge(Claim((*claim.hypotheses, left.eq(right)), left < right))
    return found if found.outcome == "disagree" else None


def _root_too_many(question: Question) -> Relation | None:
    r"""Of x = \pm 1 the value for which no example is found that solves the equations before it; None where both do."""
    assert question.claim is not None
    above = () if question.premise is None else (question.premise,)
    known = (*question.claim.hypotheses, *question.around, *above)
    return next((r for r in question.roots if judge(Claim((*known, r), r), brief=True).outcome != "agree"), None)


def _as_supposed(question: Question, found: Finding) -> Finding:
    """What is said of a claim that is not shown by itself: what it is under what may be meant of it, but that it holds
    there does not show it."""
    assert question.claim is not None
    inside = _examined(
        replace(
            question,
            claim=_under(question.claim, question.perhaps),
            instead=tuple(_under(claim, question.perhaps) for claim in question.instead),
            of_data=None if question.of_data is None else _under(question.of_data, question.perhaps),
            perhaps=(),
        )
    )
    if inside.verdict not in ("proved", "supported"):
        return inside
    return Finding("undecided", found.numbers, notes=(where_it_holds(question.perhaps),))


def _examined(question: Question) -> Finding:
    assert question.claim is not None
    claims = tuple(_under(claim, question.around) for claim in question.readings)
    best: Judgement | None = None
    for claim in claims:
        found = by_writing_out(claim, by_what_was_shown(claim, judged(claim), question.shown))
        found = by_proportion(claim, found, question.shown)
        if best is None or ORDER.index(found.verdict) < ORDER.index(best.verdict):
            best = found
        if best.verdict == "proved":
            break
        wrong = _wrong_again(question, claims, best)
        if wrong is not None:
            return wrong
    assert best is not None
    if best.wanted:
        best = _of_values_that_exist(best, claims[0], question.values)
    if best.wanted and len(claims) == 1 and _are_over_reals(best.wanted, question.over_reals):
        best = Judgement(judge(Claim((*claims[0].hypotheses, *best.allowed), claims[0].statement), brief=True))
    if best.verdict == "refuted" and (other := laws_read_otherwise(question)) is not None:
        elsewhere = _examined(other)
        if elsewhere.verdict != "refuted":
            return Finding("undecided", best.numbers, notes=(where_laws_are_otherwise(question, elsewhere.verdict),))
        question = replace(question, premise=None)  # what fits the other reading alone tells nothing in this one
    if question.approximate:
        return _approximate(question, claims, best)
    implied = judged_from_above(question) if best.verdict != "proved" else None
    if implied is not None and (implied.verdict == "proved" or best.verdict == "refuted"):
        notes = ("it follows from the equation above",) if implied.verdict in ("proved", "supported") else ()
        return replace(Finding.of(implied, *notes), equation=True, from_above=True)
    if best.verdict == "refuted":
        return refuted(question, claims, best)
    return Finding.of(best)


def _of_values_that_exist(found: Judgement, claim: Claim, values: tuple[Term, ...]) -> Judgement:
    """The judgement where names stand for formulas that have values: who gave a name to the logarithm of x meant a
    positive x."""
    needed = tuple(n for t in values for n in missing(Claim(claim.hypotheses, Relation(t, "=", t))))
    if not needed or not all(follows_from(n, (*claim.hypotheses, *needed)) for n in found.wanted):
        return found
    return replace(found, allowed=(*found.allowed, *found.wanted), wanted=())


def _are_over_reals(wanted: tuple[Node, ...], names: frozenset[str]) -> bool:
    """Whether signs that a claim wants are those of numbers for all of which it is said to hold."""
    return all(isinstance(n, Var) and n.name in names for each in wanted for n in each.free)


def _wrong_again(question: Question, claims: tuple[Claim, ...], found: Judgement) -> Finding | None:
    """What is said of a line that is false and was written before: that alone does not make it true."""
    if not question.restated or found.verdict != "refuted" or question.approximate:
        return None
    finding = refuted(question, claims, found)
    return finding if finding.verdict == "refuted" else None


def _under(claim: Claim, around: tuple[Node, ...]) -> Claim:
    return Claim((*claim.hypotheses, *around), claim.statement) if around else claim


_OFF = "it is off by more than one unit of the last digit that is written"


def _approximate(question: Question, claims: tuple[Claim, ...], found: Judgement) -> Finding:
    """a is about d: right where a rounds to d, or is cut to it; without decimals it is no claim that can be judged."""
    if found.verdict in ("proved", "supported"):
        return Finding.of(found)
    if any(rounds(claim, question.decimals, HALF, ONE) for claim in claims):
        return Finding("supported", replace(found.numbers, outcome="agree"), notes=(ROUNDED,))
    near = [rounds(claim, question.decimals, ONE, ONE) for claim in claims] if question.decimals else []
    if True in near:
        return Finding("undecided", found.numbers, notes=("it is neither rounded nor cut to the digits written",))
    if near and None not in near and found.verdict == "refuted" and all(map(_is_determined, claims)):
        wrong = refuted(question, claims, found)
        return replace(wrong, notes=(_OFF, *wrong.notes), repair=None) if wrong.verdict == "refuted" else wrong
    return Finding("undecided", Numbers("none"), notes=(HOW_NEAR,))


def _is_determined(claim: Claim) -> bool:
    """Whether all names in a claim have values by what is told: 1 + 0.5 x for small x may be as near as is meant."""
    known: set[Node] = set()
    equations = [h for h in claim.hypotheses if isinstance(h, Relation) and h.symbol == "="]
    while new := {h.left for h in equations if isinstance(h.left, Var) and h.right.free <= known} - known:
        known |= new
    unknown = claim.statement.free - known
    return not unknown or (not any(isinstance(name, Var) for name in unknown) and has_one_value(claim))
