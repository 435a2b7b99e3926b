"""The numeric judge: is a claim true in the worlds that satisfy its hypotheses?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from proofs import language as L

from .findings import Finding, examine, side
from .meeting import is_followed
from .numbers import Evaluator, Value
from .peaks import at_peak
from .pursuit import at_zero, pursued
from .pursuit_on_curves import pursued_on_curves
from .pursuit_on_finite_sets import pursued_on_finite_sets
from .report import Counterexample, Numbers
from .show import assignments, outcome
from .shrink import simplest
from .slips import mutants
from .stages import Stage
from .styles import UNNAMED
from .underdetermined import open_numbers
from .untied import against_untied
from .worlds import GENERIC, Gallery, gallery_of

LINE = 10**6  # the cost from which a world is too dear for mutants, if there are others
TRIED = 5  # a mutant of an equation that holds in so many worlds is taken to say the same
MUTANT_CORNERS = 12  # the worlds that are searched for inequalities are not needed to refute their mutants
_PIECED = frozenset({"abs", "sign", "max", "min", "sqrt"})  # functions that are not analytic
TAKEN = 3  # how many values a side with free names should take over all worlds


def judge(claim: L.Claim, *, seed: int = 0, slips: bool = True, brief: bool = False) -> Numbers:
    """Evaluate the claim in generic worlds and in the corners its hypotheses allow.

    The outcome is ``disagree`` with a counterexample where a world refutes the claim, ``agree`` where three generic
    worlds confirm it and none is against it, ``estimate`` where some of that rests on enclosures without proof, and
    ``none`` where nothing was decided (the notes say why).  Without ``slips`` no mutants of the claim are tried; a
    ``brief`` answer has no counterexample either, and looks no further than the first world that is against the claim:
    ``exemplified`` seeks the rest when somebody is to see it.
    """
    statement = claim.statement
    gallery = gallery_of(claim, seed)
    found = _asked(gallery, gallery.each(), statement, brief)
    searched: list[Stage] = []
    if _holds_by_regions(statement) and not any(finding.answer == "disagree" for _, finding in found):
        searched = gallery.search
        found += _asked(gallery, searched, statement, brief)
    against = [stage for stage, finding in found if finding.answer == "disagree"]
    if not against and isinstance(statement, L.Relation) and statement.symbol in ("<", "<=", ">", ">="):
        holding = [stage for stage, finding in found if finding.answer == "agree"]
        stage = pursued(gallery, statement, holding) or pursued_on_finite_sets(gallery, statement, holding)
        stage = stage or pursued_on_curves(gallery, statement, holding)
        stage = stage or at_zero(gallery, statement) or at_peak(gallery, statement, holding)
        if stage is None and holding:
            stage = against_untied(claim, gallery, holding)
        if stage is not None:
            against = [stage]
    if not against and not any(_without_value(stage, finding) for stage, finding in found):
        found = _with_estimates(found, statement)
    agreed = [(stage, finding) for stage, finding in found if finding.answer in ("agree", "estimate")]
    compared = len(against) + len(agreed)
    if against:
        if brief:
            return Numbers("disagree", compared, against=claim)
        return Numbers("disagree", compared, counterexample=_counterexample(gallery, statement, against))
    notes, details = _reasons([(s, f) for s, f in found if _without_value(s, f)])
    generic = [f for stage, f in agreed if stage.style.generic]
    wanted = GENERIC if gallery.setting.names and not gallery.isolated else 1
    if not found:
        return Numbers("none", 0, notes=("no values were found that satisfy all that is supposed",))
    if not notes and len(generic) < wanted:
        notes, details = _reasons([(s, f) for s, f in found if f.answer == "unknown"])
        notes = _scarce(len(gallery.generics), wanted) or notes or (_few(len(generic), wanted),)
    if notes:
        return Numbers("none", compared, notes=notes, details=details)
    digits = min(f.digits for _, f in agreed)
    if any(f.answer == "estimate" for _, f in agreed):
        why = ("some values are estimates, without a bound for their error",)
        telling = _varied(statement) and not _says_what_was_drawn(statement, gallery.setting.summed)
        return Numbers("estimate", compared, digits, notes=why, telling=telling)
    equation = isinstance(statement, L.Relation) and statement.symbol in ("=", "!=")
    spared = searched if equation else []  # the few worlds that mutants of an equation are tried in are others
    tried = [stage for stage, _ in agreed if stage not in spared][: GENERIC + MUTANT_CORNERS]
    killed, differing = _mutants(gallery, tried, statement) if slips and not brief else (0, 0)
    remarks = _remarks(statement, agreed)
    if gallery.isolated:
        solutions = 1 + len(gallery.other_solutions)
        remarks.append(
            f"what is supposed leaves only {solutions} choice{'s'[: solutions - 1]} of values, as far as found"
        )
    telling = gallery.isolated or not gallery.setting.equations or _values_taken(statement, agreed) != 1
    if infinite := _only_infinite(statement, agreed):
        remarks.append("both sides are infinite")
    telling = telling and _varied(statement) and not infinite and not _is_loose_tail(statement, agreed)
    telling = telling and not _says_what_was_drawn(statement, gallery.setting.summed)
    strict = isinstance(statement, L.Relation) and statement.symbol in ("<", ">")
    if strict and open_numbers(gallery.setting) and not is_followed(gallery, statement):
        telling = False  # the ends of a curve are hardly met, as x = 1 on x^2 + y^2 = 1
        remarks.append("a strict order along equations: whether its sides meet somewhere was not found out")
    if (meeting := _where_sides_meet(statement, found)) is not None:
        telling = False
        remarks.append(f"the sides cannot be told apart in an example{_where(meeting)}")
    return Numbers("agree", compared, digits, killed, differing, notes=tuple(remarks), telling=telling)


def _where_sides_meet(statement: L.Statement, found: list[tuple[Stage, Finding]]) -> Stage | None:
    """A world in which the sides of a strict order are the same to all digits that were computed: it may fail there."""
    if not isinstance(statement, L.Relation) or statement.symbol not in ("<", ">"):
        return None
    met = (s for s, f in found if f.answer == "unknown" and f.left and all(v.narrow for v in (*f.left, *f.right)))
    return next(met, None)


def _is_loose_tail(statement: L.Statement, agreed: list[tuple[Stage, Finding]]) -> bool:
    """Whether an order bounds a probability under an unknown law, and the sides are nowhere the same: laws for which it
    is tight have their masses at few points that depend on the bound, and no others come close."""
    if not isinstance(statement, L.Relation) or statement.symbol in ("=", "!="):
        return False
    means = [n for n in statement.walk() if isinstance(n, L.Expectation) and isinstance(n.law, L.Density)]
    tails = any(isinstance(t, L.Cases) for n in means for t in n.body.walk())
    return tails and not any(finding.equal for _, finding in agreed)


def _asked(
    gallery: Gallery, stages: Iterable[Stage], statement: L.Statement, brief: bool
) -> list[tuple[Stage, Finding]]:
    """What worlds say of a statement, in brief up to the first that is against it."""
    found: list[tuple[Stage, Finding]] = []
    for stage in stages:
        finding = examine(stage.evaluator, statement)
        if not (gallery.setting.faithful or stage.style.line):
            finding = _confirming(finding)
        found.append((stage, finding))
        if brief and finding.answer == "disagree":
            break
    return found


def exemplified(numbers: Numbers) -> Numbers:
    """The same numbers, with the counterexample that was not asked for when they were found."""
    return numbers if numbers.against is None else judge(numbers.against, slips=False)


def valueless(claim: L.Claim, need: L.Relation) -> Counterexample | None:
    """The simplest world in which the left side of a claim has a value, and the right one none: a condition without
    which it has none fails there.  None where no such world is found."""
    assert isinstance(claim.statement, L.Relation)
    gallery = gallery_of(claim, 0)
    against = [
        stage
        for stage in gallery.each()
        if examine(stage.evaluator, need).answer == "disagree"
        and all(value.narrow and value.rigorous for value in side(stage.evaluator, claim.statement.left))
    ]
    if not against:
        return None
    stage = simplest(gallery, need, against)
    left = side(stage.evaluator, claim.statement.left)
    return Counterexample(_shown(stage, claim.statement), outcome(left), r"\text{no value}")


def _holds_by_regions(statement: L.Statement) -> bool:
    """Whether a relation may hold for all values in one region and fail in another: an order, and |x + y| = x + y, in
    which a function that is not analytic is taken of free names."""
    if not isinstance(statement, L.Relation):
        return False
    if statement.symbol not in ("=", "!="):
        return True
    free = statement.free
    return any(_is_pieced(n) and not n.free.isdisjoint(free) for n in statement.walk())


def _is_pieced(node: L.Node) -> bool:
    match node:
        case L.Apply(L.Elementary(name)):
            return name in _PIECED
        case L.Power(_, L.Number(exponent)):
            return exponent.denominator != 1
        case L.Power(_, exponent):
            return not exponent.free
    return isinstance(node, L.Cases)


def _varied(statement: L.Statement) -> bool:
    """Whether worlds differ in the shape of every unknown density: one on an interval is uniform in all of them, unless
    that is from 0 to 1."""
    homes = [name.space for name in statement.free if isinstance(name, L.Density)]
    return all(home.low is L.Number(0) and home.high is L.Number(1) for home in homes if isinstance(home, L.Interval))


def _confirming(finding: Finding) -> Finding:
    """What a world says that can only confirm, as not all hypotheses hold in what it stands for."""
    if finding.answer in ("disagree", "undefined"):
        return finding._replace(answer="unknown", why="step densities differ, which are not positive everywhere")
    return finding


def _with_estimates(found: list[tuple[Stage, Finding]], statement: L.Statement) -> list[tuple[Stage, Finding]]:
    """What was found, with estimates in the generic worlds that did not decide, as long as these agree."""
    answers = list(found)
    for place, (stage, finding) in enumerate(found):
        if stage.style.generic and finding.answer == "unknown" and isinstance(statement, L.Relation):
            estimate = examine(stage.estimator, statement)
            if estimate.answer not in ("agree", "estimate"):
                break
            answers[place] = stage, estimate
    return answers


def _without_value(stage: Stage, finding: Finding) -> bool:
    """Whether a side has no value in a world within the hypotheses (at a null atom alone that does not count)."""
    return finding.answer == "undefined" and not stage.style.at_null


def _few(decided: int, wanted: int) -> str:
    """In how few generic worlds the sides could be compared."""
    return f"only {decided} of {wanted} examples decide it" if decided else "no example that was tried decides it"


def _scarce(found: int, wanted: int) -> tuple[str, ...]:
    """That fewer generic worlds than are wanted were found at all."""
    if found >= wanted:
        return ()
    which = ("no example was", "only one example was")[found] if found < 2 else f"only {found} examples were"
    return (f"{which} found of what is supposed",)


def _reasons(found: list[tuple[Stage, Finding]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The first reasons for which worlds did not decide, each with the first world it was met in: that a side has no
    value and why, that one could not be computed; and what stood in the way."""
    said: dict[str, str] = {}
    for stage, finding in found:
        if finding.why is not None:
            said.setdefault(finding.why, _where(stage))
    details = dict.fromkeys(finding.detail for _, finding in found if finding.detail is not None)
    return tuple(f"{why}{where}" for why, where in said.items())[:2], tuple(details)[:2]


def _where(stage: Stage) -> str:
    """What is special about a world, in brackets."""
    label = stage.world.label
    return "" if label in ("generic", "simple", "sought") else f" ({label})"


def _remarks(statement: L.Statement, agreed: list[tuple[Stage, Finding]]) -> list[str]:
    remarks = []
    if isinstance(statement, L.Relation):
        if statement.symbol in ("<=", ">="):
            tight = next((stage for stage, finding in agreed if finding.equal), None)
            if tight is not None:
                remarks.append(f"equality is attained{_where(tight)}")
        taken = _values_taken(statement, agreed)
        if taken is not None and taken < min(TAKEN, len(agreed)):
            few = "one value" if taken == 1 else f"{taken} values"
            remarks.append(f"the sides take only {few} in the examples that were tried")
    elif isinstance(statement, L.Iff):
        sides = {stage.evaluator.truth(statement.left) for stage, _ in agreed}
        if len(sides) < 2:
            remarks.append("both sides always hold" if True in sides else "both sides always fail")
    return remarks


def _only_infinite(statement: L.Statement, agreed: list[tuple[Stage, Finding]]) -> bool:
    """Whether both sides are infinite in all of these worlds, though neither says so: that makes no equation."""
    if not isinstance(statement, L.Relation) or statement.symbol != "=":
        return False
    ends = (side.arg if isinstance(side, L.Neg) else side for side in (statement.left, statement.right))
    if any(isinstance(end, L.Constant) and end.name == "oo" for end in ends):
        return False
    return all(v.kind in ("oo", "-oo") for _, finding in agreed for v in finding.left)


def _says_what_was_drawn(statement: L.Statement, summed: frozenset[L.Name]) -> bool:
    """Whether a statement is that a series converges whose terms are drawn so that it does."""
    if statement.free.isdisjoint(summed):
        return False
    match statement:
        case L.Relation(left, _, right):
            return any(s is L.oo or s is L.Neg(L.oo) for s in (left, right))
    return isinstance(statement, L.Fact) and statement.predicate == "finite"


def _values_taken(statement: L.Statement, agreed: list[tuple[Stage, Finding]]) -> int | None:
    """How many values, up to ``TAKEN``, the sides take in these worlds; None where one of them has no names."""
    if not (isinstance(statement, L.Relation) and statement.left.free and statement.right.free):
        return None
    taken: set[tuple[str, ...]] = set()
    for _, finding in agreed:
        taken.add(tuple(map(_rounded, finding.left)))
        if len(taken) == TAKEN:
            break
    return len(taken)


def _rounded(v: Value) -> str:
    return v.kind if v.ball is None else v.ball.str(10, radius=False)


def _mutants(gallery: Gallery, stages: list[Stage], statement: L.Statement) -> tuple[int, int]:
    """How many standard mutants the worlds refute, and how many differ from the claim at all."""
    order = sorted(stages, key=lambda stage: stage.cost)
    cheap = [stage for stage in order if stage.cost < LINE] or order
    telling = next((stage for stage in cheap if stage.style.generic), cheap[0])
    others = [stage for stage in cheap if stage is not telling]
    tried = [telling, *sorted(others, key=lambda stage: stage.style.generic)]  # what agrees there may not in a corner
    if isinstance(statement, L.Relation) and statement.symbol == "=":
        tried = tried[:TRIED]
    continuous = _integrates(statement)
    evaluators: dict[Stage, Evaluator] = {}

    def verdict(stages: Iterable[Stage], mutant: L.Statement) -> str:
        """What the first world says that refutes the mutant (having no value where the claim holds is failing).

        An integral that is too hard in one world, or for a rough look, is taken to be so in the others and for a
        closer look; this is taken in one world.
        """
        near = False  # not told apart by a closer look
        for stage in stages:
            if stage not in evaluators:
                evaluators[stage] = _understudy(stage, statement) if continuous else stage.evaluator
            if evaluators[stage] is stage.quick:
                rough = examine(stage.rough, mutant)
                if rough.answer in ("disagree", "undefined"):
                    return rough.answer
                if any(value.kind == "unknown" for value in (*rough.left, *rough.right)):
                    return "unknown"
                if near:
                    continue
                near = True
            answer = examine(evaluators[stage], mutant).answer
            if answer in ("disagree", "undefined") or (continuous and answer == "unknown"):
                return answer
        return "agree"

    found = [(mutant, verdict(tried, mutant)) for mutant in mutants(statement)]
    killed = sum(answer in ("disagree", "undefined") for _, answer in found)
    alike = [
        mutant for mutant, answer in found if answer == "agree" and gallery.setting.names
    ]  # else all are one world
    extra = [stage for stage in gallery.extra if stage.cost < LINE or order is cheap] if alike else []
    missed = sum(verdict(extra, mutant) in ("disagree", "undefined") for mutant in alike)
    return killed, killed + missed


def _integrates(statement: L.Statement) -> bool:
    """Whether integrals over the line are written in the statement (as opposed to an unnamed space)."""
    binders = (n.var.space for n in statement.walk() if isinstance(n, L.Int | L.Expectation))
    laws = any(isinstance(n, L.Family | L.Density) and not _unnamed(L.support(n)) for n in statement.walk())
    return laws or any(not _unnamed(space) for space in binders)


def _unnamed(space: L.Space) -> bool:
    return isinstance(space, UNNAMED)


def _understudy(stage: Stage, statement: L.Statement) -> Evaluator:
    """An evaluator for mutants: without quadrature if the claim needs none, else with little of it."""
    exact = stage.exact
    return exact if examine(exact, statement).answer == "agree" else stage.quick


def _counterexample(gallery: Gallery, statement: L.Statement, against: list[Stage]) -> Counterexample:
    stage = simplest(gallery, statement, against)
    finding = examine(stage.evaluator, statement)
    left, right = finding.left, finding.right
    if not isinstance(statement, L.Relation):
        sides = [stage.evaluator.truth(s) for s in statement.fields if isinstance(s, L.Statement)]
        return Counterexample(
            _shown(stage, statement), *(_truth(s) for s in (sides or [False])[:1]), *map(_truth, sides[1:] or [False])
        )
    columns = _columns(stage, statement.left)
    return Counterexample(_shown(stage, statement), outcome(left, columns), outcome(right, columns))


def _columns(stage: Stage, t: L.Term) -> int | None:
    """How many columns a matrix has in the world of a stage; None for a number or a vector."""
    space = L.space_of(t)
    if not isinstance(space, L.Matrices):
        return None
    (size,) = side(stage.evaluator, space.columns)
    return None if size.exact is None else int(size.exact)


def _shown(stage: Stage, statement: Any) -> tuple[tuple[str, str], ...]:
    return assignments(stage.world, statement, stage.evaluator)


def _truth(value: bool | None) -> str:
    return rf"\text{{{'holds' if value else 'fails'}}}"
