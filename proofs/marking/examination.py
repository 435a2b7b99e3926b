"""The examination of one line: its claim, the claims it may make instead, what it is where it fails as an identity.

``examine`` is what a worker runs: a question goes in, a finding comes out, both plain data that can be pickled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..judging import contradicts, exemplified, judge
from ..judging.report import Numbers
from ..language import (
    Abstract,
    Apply,
    Cases,
    Claim,
    Coord,
    Density,
    Divergence,
    Entropy,
    Entry,
    Expectation,
    Fact,
    ForAll,
    Function,
    Gradient,
    Law,
    Name,
    Node,
    Number,
    Reals,
    Relation,
    Slot,
    Sum,
    Var,
    Vectors,
    Zero,
    is_of_events,
    is_scalar,
    substitute,
)
from ..reading.lines import Said
from ..writing.document_text import ROUNDED
from . import matrix_conventions
from .consequences import without_consequences
from .equations import follows
from .judgement import SAME, Judgement, judged
from .laws_read_otherwise import laws_read_otherwise, where_laws_are_otherwise
from .needs import written_out_where
from .rounding import HALF, ONE, rounds
from .shown import Shown, by_what_was_shown
from .unknown_densities import described
from .wording import unconnected, where_it_holds, which_law

FROM_WRONG = "it follows from the equation above, which is wrong"
NO_SUCH_PROBABILITIES = "with what is told of them no events have such probabilities"
NO_SUCH_VALUE = "the equations before it leave no such value"
FOGGY = "it fails for some values, but not all that was said of its names was read"
ORDER = ("proved", "supported", "undecided", "refuted")


@dataclass(frozen=True, kw_only=True)
class Question(Said):
    """What is asked about a line: what it says, and what is known of the lines around it."""

    around: tuple[Node, ...] = ()
    approximate: bool = False
    certain: bool = True  # all that was said of its names was read
    shown: tuple[Shown, ...] = ()  # what the document has proved before it


@dataclass(frozen=True)
class Finding:
    """What was found of a line."""

    verdict: str
    numbers: Numbers
    licensed: bool = False
    reversed: bool = False
    rules: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    wanted: tuple[Node, ...] = ()
    allowed: tuple[Node, ...] = ()
    needs: tuple[Node, ...] = ()  # of these, what is said: the others follow
    repair: str | None = None
    notes: tuple[str, ...] = ()
    equation: bool = False  # no identity, but an equation that holds from here on
    from_above: bool = False  # judged as a consequence of the equation above

    @property
    def is_wrong(self) -> bool:
        """Whether the line is false, or was concluded from what is."""
        return self.verdict == "refuted" or FROM_WRONG in self.notes


def examine(question: Question) -> Finding:
    """What both judges, and the conventions of the page, say of a line."""
    assert question.claim is not None
    found = _examined(question)
    if question.perhaps and found.verdict in ("undecided", "refuted"):
        found = _as_supposed(question, found)
    needs = without_consequences((*question.claim.hypotheses, *question.around, *found.wanted), found.allowed)
    numbers = exemplified(found.numbers) if found.verdict == "refuted" else found.numbers
    return replace(found, numbers=numbers, needs=(*found.wanted, *needs))


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
    if found.wanted:
        return found
    return Finding("undecided", found.numbers, notes=(where_it_holds(question.perhaps),))


def _examined(question: Question) -> Finding:
    assert question.claim is not None
    claims = tuple(_under(claim, question.around) for claim in question.readings)
    best: Judgement | None = None
    for claim in claims:
        found = by_what_was_shown(claim, judged(claim), question.shown)
        if best is None or ORDER.index(found.verdict) < ORDER.index(best.verdict):
            best = found
        if best.verdict == "proved":
            break
        wrong = _wrong_again(question, claims, best)
        if wrong is not None:
            return wrong
    assert best is not None
    if best.verdict == "refuted" and (other := laws_read_otherwise(question)) is not None:
        elsewhere = _examined(other)
        if elsewhere.verdict != "refuted":
            return Finding("undecided", best.numbers, notes=(where_laws_are_otherwise(question, elsewhere.verdict),))
        question = replace(question, premise=None)  # what fits the other reading alone tells nothing in this one
    if question.approximate:
        return _approximate(question, claims, best)
    implied = _implied(question) if best.verdict != "proved" else None
    if implied is not None and (implied.verdict == "proved" or best.verdict == "refuted"):
        return replace(_finding(implied, "it follows from the equation above"), equation=True, from_above=True)
    if best.verdict == "refuted":
        return _refuted(question, claims, best)
    return _finding(best)


def _wrong_again(question: Question, claims: tuple[Claim, ...], found: Judgement) -> Finding | None:
    """What is said of a line that is false and was written before: that alone does not make it true."""
    if not question.restated or found.verdict != "refuted" or question.approximate:
        return None
    finding = _refuted(question, claims, found)
    return finding if finding.verdict == "refuted" else None


def _under(claim: Claim, around: tuple[Node, ...]) -> Claim:
    return Claim((*claim.hypotheses, *around), claim.statement) if around else claim


def _finding(found: Judgement, *notes: str) -> Finding:
    why = found.justification
    return Finding(
        verdict=found.verdict,
        numbers=found.numbers,
        licensed=found.licensed or found.trivial,
        reversed=why is not None and any(why.reversed),
        rules=why.rules if why is not None else (found.inferred.name,) if found.inferred is not None else (),
        reasons=_reasons(found),
        wanted=found.wanted,
        allowed=found.allowed,
        notes=(*notes, *found.notes, *found.numbers.notes) if found.verdict != "proved" else (),
    )


def _reasons(found: Judgement) -> tuple[str, ...]:
    if found.trivial:
        return (SAME,)
    if found.inferred is not None:
        return (found.inferred.phrase,)
    return found.justification.phrases if found.justification is not None else ()


def _refuted(question: Question, claims: tuple[Claim, ...], found: Judgement) -> Finding:
    """What a line is that fails as an identity: rounded, a consequence of the row above, an equation to be solved."""
    claim = claims[0]
    if question.of_data is not None:
        claim, found = claims[-1], judged(claims[-1])
    statement = claim.statement
    if not isinstance(statement, Relation):
        return _finding(found) if question.certain else Finding("undecided", found.numbers, notes=(FOGGY,))
    if statement.symbol == "=" and any(rounds(c, question.decimals) for c in claims):
        return Finding("supported", replace(found.numbers, outcome="agree"), notes=(ROUNDED,))
    if contradicts((*claim.hypotheses, statement)):
        told = question.posed and not contradicts(claim.hypotheses)
        if question.posed and _may_be_of_others(question, statement):
            return Finding("undecided", found.numbers, notes=(NO_SUCH_PROBABILITIES,), equation=True)
        return replace(_finding(found, NO_SUCH_PROBABILITIES), equation=told)
    if question.posed and statement.symbol == "=" and _can_be_posed(statement):
        met = judge(Claim((*claim.hypotheses, statement), statement), brief=True).outcome == "agree"
        if met:
            return Finding("given", found.numbers, equation=True)
        return Finding("undecided", found.numbers, notes=("no values were found for which it holds",))
    if not question.certain:
        return Finding(
            "undecided",
            found.numbers,
            notes=(FOGGY,),
        )
    if question.again == "before":
        return Finding("given", found.numbers, notes=("the name is given a new meaning here",))
    if matrix_conventions.leave_open(claim):
        return Finding("undecided", found.numbers, notes=(matrix_conventions.SYMMETRIC,))
    if not question.as_written:
        return _finding(found)
    if not question.first and _puts_in_numbers(claim):
        return Finding("undecided", found.numbers, notes=("numbers are put in, and for what is not said",))
    if statement.symbol == "=" and _open_data(claim) and not _recalls(statement):
        return Finding("undecided", found.numbers, notes=("what the data are is not said",))
    if (
        (question.loose or question.inline or _is_open(claim) or _leaves_its_law_open(claim))
        and statement.symbol == "="
        and _about_different_things(claim, question.first)
    ):
        if _contradicts(question):
            return _finding(found, NO_SUCH_VALUE)
        if question.inline and (not _of_densities(statement) or _writes_out(claim)):
            return Finding("given", found.numbers, equation=True)
        return Finding(
            "undecided",
            found.numbers,
            notes=(unconnected(statement),),
            equation=not _sums_data(statement),
        )
    if (density := described(claim)) is not None:
        return Finding("undecided", found.numbers, notes=(which_law(density),))
    inside, where = _inside(claim)
    spoken_of = frozenset().union(*(h.free for h in claim.hypotheses))
    told = any(not h.free.isdisjoint(spoken_of) for h in where)  # where the points lie: f(x) = 1 for x < 0
    told |= any(isinstance(n, Cases) for n in statement.walk())
    if inside is not None and not told and inside.verdict in ("proved", "supported"):
        holds = _finding(inside)
        return replace(holds, needs=tuple(dict.fromkeys((*holds.needs, *where))))
    from .repair import repair

    mended = repair(claim)
    if mended is None and question.premise is not None and question.first:
        mended = repair(Claim((*claim.hypotheses, _for_all(question.premise, statement)), statement))
    notes = (matrix_conventions.TRANSPOSED,) if matrix_conventions.hold_transposed(claim) else ()
    refuted = found if inside is None or inside.verdict != "refuted" else inside
    return replace(_finding(refuted, *notes), repair=None if mended is None else mended.words)


def _inside(claim: Claim) -> tuple[Judgement | None, tuple[Node, ...]]:
    """The judgement of a claim by values at which its formulas are meant, a density where it is positive, and which
    these are; None where they are meant everywhere."""
    assert isinstance(claim.statement, Relation)
    where = tuple(dict.fromkeys(written_out_where(claim.statement.left)))
    return (judged(Claim((*claim.hypotheses, *where), claim.statement)) if where else None), where


def _implied(question: Question) -> Judgement | None:
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
    above = judged(Claim((*claim.hypotheses, _for_all(premise, claim.statement)), claim.statement))
    if above.verdict == "refuted":
        return None
    return replace(above, justification=follows(claim, premise) or above.justification)


def _of_densities(term: Node) -> bool:
    return any(isinstance(n, Density) for n in term.free)


def _writes_out(claim: Claim) -> bool:
    """Whether an equation says what a density is at a point, by nothing but numbers."""
    statement = claim.statement
    return (
        isinstance(statement, Relation)
        and isinstance(statement.left, Apply)
        and described(claim) is statement.left.head
        and not _of_densities(statement.right)
    )


def _can_be_posed(statement: Relation) -> bool:
    """Whether an equation may be supposed: it says nothing of known laws alone, which either is so or is not."""
    return bool(statement.free) and all(_unknown_laws(n) for n in statement.walk() if _is_of_laws(n))


def _is_open(claim: Claim) -> bool:
    """Whether the left side is a real parameter by itself, of which no equation says what it is."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    name = statement.left
    equations = (h for h in claim.hypotheses if isinstance(h, Relation) and h.symbol == "=")
    alone = isinstance(name, Var) and isinstance(name.space, Reals) and name not in statement.right.free
    return alone and all(name not in h.free for h in equations)


def _leaves_its_law_open(claim: Claim) -> bool:
    """Whether the left side is about a density of which nothing says what it is, nor how it goes with the names that
    stand on the right alone: its mean may be anything."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    laws = frozenset(n for n in statement.left.free if isinstance(n, Density))
    others = frozenset(n for n in statement.right.free - statement.left.free if isinstance(n, Var))
    tied = (h.free for h in claim.hypotheses)
    return bool(laws and others) and not any(names & laws and names & others for names in tied)


def _contradicts(question: Question) -> bool:
    """Whether the equations before it determine all numbers in an equation, and it then holds nowhere."""
    assert question.claim is not None and isinstance(question.claim.statement, Relation)
    statement = question.claim.statement
    above = (question.premise,) if question.premise is not None and question.first else ()
    others = [e for e in (*question.around, *above) if e.left is not statement.left or e.right.free]  # no other root
    hypotheses = question.claim.hypotheses
    known = tuple(dict.fromkeys(e for e in others if e.free and not _always_holds(e, hypotheses)))
    unknowns = statement.free.union(*(e.free for e in known))
    if not statement.free or len(unknowns) > len(known) or not all(_is_number(n) for n in unknowns):
        return False
    other = Relation(statement.left, "!=", statement.right)
    return judge(Claim(tuple(dict.fromkeys((*hypotheses, *known))), other), brief=True).outcome == "agree"


def _always_holds(equation: Relation, hypotheses: tuple[Node, ...]) -> bool:
    """Whether an equation is an identity, which determines nothing."""
    given = tuple(h for h in hypotheses if not (isinstance(h, Relation) and h.symbol == "="))
    return judge(Claim(given, equation), brief=True).outcome == "agree"


def _is_number(name: Node) -> bool:
    return isinstance(name, Var) and is_scalar(name)


def _for_all(premise: Relation, statement: Node) -> Node:
    """The row above, for all values of the variables of densities that the line itself does not mention freely."""
    general: Node = premise
    for name in sorted(premise.free - statement.free, key=lambda n: n.name):
        if isinstance(name, Var) and isinstance(name.space, Abstract | Slot):
            general = ForAll(general, name)
    return general


def _recalls(statement: Relation) -> bool:
    """Whether an entropy, a divergence, a mean or a density of known laws, or a gradient of a formula, is given in the
    names that it has: a value is claimed."""
    left, right = statement.left, statement.right
    slope = left.fields[0] if isinstance(left, Coord | Entry) else left
    if isinstance(slope, Gradient) and all(isinstance(n, Var) for n in left.free):
        return bool(right.free) and right.free <= left.free
    known = any(_is_of_laws(n) for n in left.walk())
    return known and bool(right.free) and right.free <= left.free and not _unknown_laws(left)


def _is_of_told_moments(claim: Claim) -> bool:
    """Whether means of laws of which equations tell moments are given in the names of these and their own."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    told = [h.free for h in claim.hypotheses if isinstance(h, Relation) and isinstance(h.left, Expectation)]
    laws = frozenset(n for n in statement.left.free if isinstance(n, Function | Density))
    tied = [names for names in told if names & laws]
    whole = frozenset().union(*tied)
    return bool(tied) and laws <= whole and statement.right.free <= statement.left.free | whole


def _may_be_of_others(question: Question, statement: Relation) -> bool:
    """Whether an equation that contradicts those before it may be about other events of the same names: its sentence
    lets something be so and does not contradict itself, or its left side had another value."""
    assert question.claim is not None
    if question.again:
        return not contradicts((*question.claim.hypotheses, *question.told_beside, statement))
    told = (e for e in question.around if isinstance(e, Relation) and e.left is statement.left)
    return any(e.right is not statement.right for e in told)


def _is_of_told_events(claim: Claim) -> bool:
    """Whether a probability of events is given in names that equations tie to those of the same events."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    others = frozenset(n for n in statement.free if not is_of_events(n))
    told = [
        h.free for h in claim.hypotheses if isinstance(h, Relation) and not h.free.isdisjoint(statement.free - others)
    ]
    return bool(others) and others < statement.free and others <= frozenset().union(*told)


def _is_of_laws(node: Node) -> bool:
    return isinstance(node, Divergence | Entropy | Expectation) or (
        isinstance(node, Apply) and isinstance(node.head, Law)
    )


def _unknown_laws(side: Node) -> bool:
    return any(isinstance(n, Density) for n in side.free)


def _about_different_things(claim: Claim, first: bool) -> bool:
    """Whether an equation is none between two forms of one thing: it begins a chain and the sides have different names,
    or they have no name in common."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    if _recalls(statement) or _is_of_told_moments(claim) or _is_of_told_events(claim):
        return False
    names = statement.free
    undone = frozenset(
        n for h in claim.hypotheses if isinstance(h, Fact) and h.predicate == "inverse" for n in h.free
    )  # a function and its inverse are one thing
    sizes = frozenset().union(*(n.space.free for n in names if isinstance(n, Var)))
    left, right = statement.left.free - sizes - undone, statement.right.free - sizes - undone
    if right <= left and all(any(isinstance(n, Expectation) for n in side.walk()) for side in statement.fields[::2]):
        return False  # a law of means, as linearity
    if isinstance(statement.right, Zero) or statement.right is Number(0):
        return bool(names)  # something is zero: a condition
    return (first and left != right) or (bool(left) and bool(right) and left.isdisjoint(right))


def _puts_in_numbers(claim: Claim) -> bool:
    r"""Whether one side varies with names of which no equation says what they are, and the other is of numbers alone:
    \frac{\bar x - \mu}{s / \sqrt n} = \frac{5.2 - 5}{1.5 / 10}."""
    statement = claim.statement
    assert isinstance(statement, Relation)
    names = statement.left.free
    if statement.symbol != "=" or statement.right.free or not names or not all(map(_is_number, names)):
        return False
    if any(not names.isdisjoint(h.free) for h in claim.hypotheses if isinstance(h, Relation) and h.symbol == "="):
        return False
    elsewhere: dict[Name, Node] = {n: Var(f"{n.name}'", n.space) for n in names if isinstance(n, Var)}
    hypotheses = (*claim.hypotheses, *(substitute(h, elsewhere) for h in claim.hypotheses))
    same = Relation(statement.left, "=", substitute(statement.left, elsewhere))
    return judged(Claim(hypotheses, same)).verdict == "refuted"


def _sums_data(statement: Relation) -> bool:
    """Whether both sides are sums over data: what only special data satisfy is no ground for the lines after it."""
    return all(any(isinstance(n, Sum) for n in side.walk()) for side in (statement.left, statement.right))


def _open_data(claim: Claim) -> bool:
    """Whether an indexed family of numbers stands on one side only: data, of which the document gives a summary.

    Data are no summary's that an equation ties to what stands on the other side, as y = X b + e does e to y.
    """
    statement = claim.statement
    assert isinstance(statement, Relation)
    tied = [h.free for h in claim.hypotheses if isinstance(h, Relation) and h.symbol == "="]
    left, right = _outside_laws(statement.left), _outside_laws(statement.right)
    shared = statement.left.free & statement.right.free
    left, right = left | shared, right | shared
    return any(
        isinstance(name, Var) and isinstance(name.space, Vectors) and not _is_tied(name, other, tied)
        for names, other in ((left - right, right - left), (right - left, left - right))
        for name in names
    )


def _outside_laws(t: Node) -> frozenset[Name]:
    """The names of a term that are more than parameters of the laws under which it takes means."""
    if isinstance(t, Name):
        return t.free
    parts = (t.body,) if isinstance(t, Expectation) else t.children()
    return t.free & frozenset().union(*map(_outside_laws, parts))


def _is_tied(name: Var, others: frozenset[Name], equations: list[frozenset[Name]]) -> bool:
    return any(name in names and not names.isdisjoint(others) for names in equations)


def _approximate(question: Question, claims: tuple[Claim, ...], found: Judgement) -> Finding:
    """a is about d: right where a rounds to d, or is cut to it; without decimals it is no claim that can be judged."""
    if found.verdict in ("proved", "supported"):
        return _finding(found)
    if any(rounds(claim, question.decimals, HALF, ONE) for claim in claims):
        return Finding("supported", replace(found.numbers, outcome="agree"), notes=(ROUNDED,))
    near = [rounds(claim, question.decimals, ONE, ONE) for claim in claims] if question.decimals else []
    if True in near:
        return Finding("undecided", found.numbers, notes=("it is neither rounded nor cut to the digits written",))
    if near and None not in near:
        return replace(_finding(found, "it is off by more than one unit of the last digit that is written"))
    return Finding("undecided", Numbers("none"), notes=("how near the two sides are meant to be is not said",))
