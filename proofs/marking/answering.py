"""Answers to a sheet whose questions name derivations: in the sheet's notation, with its values, judged again.

``derive`` gives the derivation with a name; the book is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..excerpts import starting_at, stretch
from ..language import Relation
from ..proof import Proof
from ..renaming import names_of
from ..steps import Step
from ..writing import latex
from ..writing.denoting import denoting
from ..writing.hand_in import Answer, Derivation, HandIn
from ..writing.phrases import told
from ..writing.pictures import Picture
from .derived import Derived
from .goals import readable
from .instances import exact, instance
from .keys import SheetError
from .sheet import Goal, Question, Sheet

Derive = Callable[[str], Proof]
Draw = Callable[[str], Picture | None]


def with_goals(sheet: Sheet, derive: Derive) -> Sheet:
    """The sheet in which what its derivations show are the goals of a question.

    What is typed as its goal is another form of what its one derivation shows, and stands for that of several.  A
    result that would not be understood in an answer is no goal where there is another.  Raises ``SheetError`` for a
    question whose derivations cannot be made.
    """
    return replace(sheet, questions=tuple(_with_goals(question, sheet, derive) for question in sheet.questions))


def _with_goals(question: Question, sheet: Sheet, derive: Derive) -> Question:
    if not question.derived:
        return question
    found = []
    for made in (each for each in _made(question, derive) if each.derived.asked is not False):
        proof = made.general if made.instance is None else made.instance
        statement = proof.statement
        if made.exact is not None and isinstance(statement, Relation):
            statement = Relation(statement.left, "=", made.exact.right)
        statement = denoting(proof, statement)
        names = tuple(told(statement, [denoting(proof, h) for h in proof.result.hypotheses]))
        found.append(Goal(latex(statement), sheet.assume, sheet.conventions, names))
    understood = [goal for goal in found if readable(goal)]
    if not question.goals:
        return replace(question, goals=tuple((goal,) for goal in understood or found))
    (forms,) = question.goals
    return replace(question, goals=((*forms, *understood),)) if len(found) == 1 else question


def hand_in(sheet: Sheet, derive: Derive, draw: Draw, *, brief: bool = False) -> HandIn:
    """The answers to all questions of a sheet.

    What a derivation builds on is derived before it where that was not done in an earlier question; one that was
    written is not written again for other values.  Raises
    ``SheetError`` for a question without a derivation, and for one whose derivations cannot be made.
    """
    written: set[str] = set()
    shown: list[Derived] = []
    answers = [_answer(question, derive, draw, brief, written, shown) for question in sheet.questions]
    return HandIn(tuple(answers), sheet.title, sheet.author, brief)


def of_derivations(proofs: Sequence[Proof], draw: Draw, *, brief: bool = False) -> HandIn:
    """A document of derivations as they stand, for which nobody asked."""
    written: set[str] = set()
    answers = []
    for proof in proofs:
        before = tuple(_used(proof, brief, written))
        last = Derivation(proof, proof.chains, proof.title, picture=draw(proof.name))
        answers.append(Answer("", (*before, last)))
        written.add(proof.name)
    return HandIn(tuple(answers), brief=brief)


def _answer(
    question: Question, derive: Derive, draw: Draw, brief: bool, written: set[str], shown: list[Derived]
) -> Answer:
    where = f"question {question.id!r}"
    if not question.derived:
        raise SheetError(f"{where}: derivation: expected the name of one, to write the answer")
    done: list[Derivation] = []
    for made in _made(question, derive):
        general, derived = made.general, made.derived
        chains = general.chains
        if derived.start is not None:
            try:
                chains = starting_at(chains, derived.start)
            except ValueError as error:
                raise SheetError(f"{where}: from: {error}") from error
        else:
            done += _used(general, brief, written)
        same = replace(derived, values=(), picture=None, asked=None, shared=False)
        again = "As shown above" if derived.values and same in shown else ""
        shown.append(same)
        said = derived.notation or derived.values or derived.shows
        wanted = derived.picture if derived.picture is not None else not said
        picture = draw(general.name) if wanted else None
        if derived.picture and picture is None:
            raise SheetError(f"{where}: picture: there is none of {general.name}")
        done.append(Derivation(general, chains, general.title, made.instance, made.exact, again, picture))
        written.add(general.name)
    return Answer(question.heading, tuple(done))


def _used(proof: Proof, brief: bool, written: set[str]) -> Iterator[Derivation]:
    """The results that a proof builds on and that are not written yet, in order."""
    for _, lemma in proof.lemmas:
        if lemma.name not in written:
            written.add(lemma.name)
            if not brief:
                yield from _used(lemma, brief, written)
            yield Derivation(lemma, lemma.chains, f"{lemma.title} (used below)", stated="Result" if brief else "")


@dataclass(frozen=True)
class _Made:
    """A derivation in a question's notation, with its values if it has any, and how that is written shorter."""

    derived: Derived
    general: Proof
    instance: Proof | None = None
    exact: Step | None = None


def _made(question: Question, derive: Derive) -> Iterator[_Made]:
    """What the derivations of a question are made."""
    where = f"question {question.id!r}"
    proofs = []
    for derived in question.derived:
        try:
            proofs.append(derive(derived.name))
        except KeyError as error:
            raise SheetError(f"{where}: derivation: {error.args[0]}") from error
    has = set().union(*map(names_of, proofs))
    for derived, proof in zip(question.derived, proofs, strict=True):
        _require_names(derived, proof, has if derived.shared else names_of(proof), f"{where}: notation")
        yield _one(proof, derived, where)


def _one(proof: Proof, derived: Derived, where: str) -> _Made:
    if derived.shows is not None:
        try:
            proof = stretch(proof, derived.shows)
        except ValueError as error:
            raise SheetError(f"{where}: shows: {error}") from error
    has = names_of(proof)
    if notation := {old: new for old, new in derived.notation if not derived.shared or old in has}:
        try:
            proof = proof.renamed(notation)
        except ValueError as error:
            raise SheetError(f"{where}: notation: {error}") from error
        _require_proved(proof, f"{where}: notation")
    if not derived.values:
        return _Made(derived, proof)
    put_in = instance(proof, derived, f"{where}: values")
    _require_proved(put_in, f"{where}: values")
    return _Made(derived, proof, put_in, exact(put_in))


def _require_names(derived: Derived, proof: Proof, has: set[str], where: str) -> None:
    """Raises ``SheetError`` for a name that a notation is for, and that is none."""
    if unknown := next((old for old, _ in derived.notation if old not in has), None):
        raise SheetError(f"{where}: {unknown}: expected a name of {proof.name} ({', '.join(sorted(has))})")


def _require_proved(proof: Proof, where: str) -> None:
    report = proof.check()
    if report.verdict != "proved":
        step = next(step for step in report.steps if step.verdict not in ("proved", "given"))
        raise SheetError(f"{where}: {proof.name} is then {report.verdict}: {step.left} {step.relation} {step.right}")
