"""Answers to a sheet whose questions name derivations: in the sheet's notation, with its values, judged again.

``derive`` gives the derivation with a name; the book is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from math import isqrt
from typing import Any

from ..chains import starting_at
from ..judging.numbers import Evaluator
from ..judging.scalars import fraction
from ..judging.world import World
from ..kernel import licence
from ..language import Relation, Term, is_scalar, sqrt, term
from ..language.facts import Facts
from ..proof import Proof
from ..reading.grants import value_of
from ..reading.syntax import Unread
from ..registry import algebra
from ..renaming import names_of
from ..steps import Step, Use
from ..writing import latex
from ..writing.hand_in import Answer, Derivation, HandIn
from ..writing.phrases import told
from ..writing.pictures import Picture
from .goals import readable
from .sheet import Derived, Goal, Question, Sheet, SheetError, Value

Derive = Callable[[str], Proof]
Draw = Callable[[str], Picture | None]


def with_goals(sheet: Sheet, derive: Derive) -> Sheet:
    """The sheet in which the results of derivations are goals of the questions that name them.

    Beside other goals of a question, a result that would not be understood in an answer is none.  Raises
    ``SheetError`` for a question whose derivations cannot be made.
    """
    return replace(sheet, questions=tuple(_with_goals(question, sheet, derive) for question in sheet.questions))


def _with_goals(question: Question, sheet: Sheet, derive: Derive) -> Question:
    if question.derived is None:
        return question
    goals = []
    for general, instance, exact in _made(question, derive):
        proof = general if instance is None else instance
        statement = proof.statement
        if exact is not None and isinstance(statement, Relation):
            statement = Relation(statement.left, "=", exact)
        names = tuple(told([statement, *proof.result.hypotheses]))
        goals.append(Goal(latex(statement), sheet.assume, sheet.conventions, names))
    goals = list(question.goals) + list(filter(readable, goals)) or goals
    return replace(question, goals=tuple(goals))


def hand_in(sheet: Sheet, derive: Derive, draw: Draw, *, brief: bool = False) -> HandIn:
    """The answers to all questions of a sheet.

    What a derivation builds on is derived before it where that was not done in an earlier question.  Raises
    ``SheetError`` for a question without a derivation, and for one whose derivations cannot be made.
    """
    written: set[str] = set()
    answers = [_answer(question, derive, draw, brief, written) for question in sheet.questions]
    return HandIn(tuple(answers), sheet.title, sheet.author, brief)


def of_derivations(proofs: Sequence[Proof], draw: Draw, *, brief: bool = False) -> HandIn:
    """A hand-in of derivations as they stand, each a question of its own."""
    written: set[str] = set()
    answers = []
    for k, proof in enumerate(proofs, 1):
        before = tuple(_used(proof, brief, written))
        last = Derivation(proof, proof.chains, proof.title, picture=draw(proof.name))
        answers.append(Answer(f"Question {k}", (*before, last)))
        written.add(proof.name)
    return HandIn(tuple(answers), brief=brief)


def _answer(question: Question, derive: Derive, draw: Draw, brief: bool, written: set[str]) -> Answer:
    where = f"question {question.id!r}"
    if (derived := question.derived) is None:
        raise SheetError(f"{where}: derivation: expected the name of one, to write the answer")
    done: list[Derivation] = []
    for general, instance, exact in _made(question, derive):
        chains = general.chains
        if derived.start is not None:
            try:
                chains = starting_at(chains, derived.start)
            except ValueError as error:
                raise SheetError(f"{where}: from: {error}") from error
        else:
            done += _used(general, brief, written)
        wanted = derived.picture if derived.picture is not None else not derived.notation and not derived.values
        picture = draw(general.name) if wanted else None
        if derived.picture and picture is None:
            raise SheetError(f"{where}: picture: there is none of {general.name}")
        done.append(Derivation(general, chains, general.title, instance, exact, picture=picture))
        written.add(general.name)
    return Answer(question.heading, tuple(done))


def _used(proof: Proof, brief: bool, written: set[str]) -> Iterator[Derivation]:
    """The results that a proof builds on and that are not written yet, in order."""
    for _, lemma in proof.lemmas:
        if lemma.name not in written:
            written.add(lemma.name)
            if not brief:
                yield from _used(lemma, brief, written)
            yield Derivation(lemma, lemma.chains, f"{lemma.title} (used below)", stated=brief)


def _made(question: Question, derive: Derive) -> Iterator[tuple[Proof, Proof | None, Term | None]]:
    """The derivations of a question in its notation; with its values, if it has any; and the right side of that."""
    where, derived = f"question {question.id!r}", question.derived
    assert derived is not None
    proofs = []
    for name in derived.names:
        try:
            proofs.append(derive(name))
        except KeyError as error:
            raise SheetError(f"{where}: derivation: {error.args[0]}") from error
    _all_used(proofs, dict(derived.notation), f"{where}: notation")
    for proof in proofs:
        yield _one(proof, derived, where)


def _one(proof: Proof, derived: Derived, where: str) -> tuple[Proof, Proof | None, Term | None]:
    alone = len(derived.names) == 1
    has = names_of(proof)
    if notation := {old: new for old, new in derived.notation if alone or old in has}:
        try:
            proof = proof.renamed(notation)
        except ValueError as error:
            raise SheetError(f"{where}: notation: {error}") from error
        _require_proved(proof, f"{where}: notation")
    if not derived.values:
        return proof, None, None
    instance = _at(proof, derived, f"{where}: values", alone)
    exact = _exact(instance)
    _require_proved(instance, f"{where}: values")
    if exact is not None:
        last = Proof(instance.statement.right, name=instance.name).given(*instance.hypotheses).eq(exact)
        _require_proved(last, f"{where}: values")
    return proof, instance, exact


def _require_proved(proof: Proof, where: str) -> None:
    report = proof.check()
    if report.verdict != "proved":
        step = next(step for step in report.steps if step.verdict not in ("proved", "given"))
        raise SheetError(f"{where}: {proof.name} is then {report.verdict}: {step.left} {step.relation} {step.right}")


def _all_used(proofs: Sequence[Proof], notation: dict[str, str], where: str) -> None:
    """Raises ``SheetError`` for a name that none of the derivations has."""
    has = set().union(*map(names_of, proofs))
    if unknown := next((old for old in notation if old not in has), None):
        names = ", ".join(sorted(has))
        raise SheetError(f"{where}: {unknown}: expected a name of {proofs[0].name} ({names})")


def _at(proof: Proof, derived: Derived, where: str, alone: bool) -> Proof:
    has = names_of(proof)
    values: dict[str, Any] = {}
    for key, value in derived.values:
        name, squared = (key, False) if key in has or not key.endswith("^2") else (key[:-2], True)
        if name not in has:
            if alone:
                raise SheetError(f"{where}: {key}: expected a name of {proof.name} ({', '.join(sorted(has))})")
            continue
        found = _number(value, f"{where}: {key}")
        if squared:
            found = _root(proof, name, found, f"{where}: {key}")
        values[name] = found
    try:
        return proof.at(**values)
    except (ValueError, TypeError) as error:
        raise SheetError(f"{where}: {error}") from error


def _number(value: Value, where: str) -> Any:
    if isinstance(value, tuple):
        return tuple(_number(part, where) for part in value)
    if not isinstance(value, str):
        return value
    try:
        return _plain(value_of(value))
    except Unread as error:
        raise SheetError(
            f"{where}: expected a number such as '9/16' or 'sqrt(2)', found {value!r}: {error.reason}"
        ) from error


def _root(proof: Proof, name: str, square: Any, where: str) -> Term | Fraction:
    """The value of a name whose square is given, which must be known to be positive."""
    facts = Facts(proof.hypotheses)
    if not any(facts.positive(n) for h in proof.hypotheses for n in h.free if isinstance(n, Term) and n.name == name):
        raise SheetError(f"{where}: the square says {name} only where {name} is positive, which is not supposed")
    if isinstance(square, int | Fraction) and square >= 0:
        of = Fraction(square)
        found = Fraction(isqrt(of.numerator), isqrt(of.denominator))
        if found * found == of:
            return found
    return sqrt(term(square))


def _plain(number: Term) -> Term | Fraction:
    """The fraction that a number is, where it is known to be one."""
    exact = Evaluator(World({})).value(number).exact
    return number if exact is None else fraction(exact)


def _exact(instance: Proof) -> Term | None:
    """The right side of an instance as one would write it, where it is a number that can be written shorter.

    SymPy proposes, the kernel decides.
    """
    statement = instance.statement
    if not isinstance(statement, Relation) or statement.symbol != "=":
        return None
    right = statement.right
    if right.free or not is_scalar(right):
        return None
    for proposal in sorted(_proposals(right), key=lambda each: (latex(each).count("sqrt"), len(latex(each)))):
        step = Step(right, "=", proposal, Use(algebra))
        if len(latex(proposal)) < len(latex(right)) and licence(step, instance.hypotheses).granted:
            return proposal
    return None


def _proposals(number: Term) -> Iterator[Term]:
    """Ways to write a number, found by SymPy."""
    import sympy

    found = sympy.sympify(number)
    for change in (
        lambda e: e,
        sympy.expand,
        sympy.expand_log,
        lambda e: sympy.expand(sympy.expand_log(e)),
        sympy.simplify,
    ):
        try:
            yield term(change(found))
        except TypeError:  # what SymPy made of it is no term
            continue
