"""The values that a sheet gives, put into a proof: numbers, vectors, matrices, functions, all exact."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import isqrt
from typing import Any

from ..judging.numbers import Evaluator
from ..judging.scalars import fraction
from ..judging.world import World
from ..kernel import licence
from ..language import Column, Relation, Rows, Term, is_scalar, sqrt, term
from ..language.facts import Facts
from ..proof import Proof
from ..reading.syntax import Unread
from ..reading.told.grants import value_of
from ..registry import algebra
from ..renaming import names_of
from ..rules import finite_sum
from ..steps import Step, Use
from ..writing import latex
from .derived import Derived
from .keys import SheetError, Value


def instance(proof: Proof, derived: Derived, where: str) -> Proof:
    """The proof with the values put in.  Raises ``SheetError`` for those that it cannot take."""
    has = names_of(proof)
    values: dict[str, Any] = {}
    for key, value in derived.values:
        name, argument = key, None
        if key not in has and key.endswith(")"):
            name, _, argument = key[:-1].partition("(")
        squared = name not in has and name.endswith("^2")
        name = name.removesuffix("^2") if squared else name
        if name not in has:
            if derived.shared:
                continue
            raise SheetError(f"{where}: {key}: expected a name of {proof.name} ({', '.join(sorted(has))})")
        if argument is not None:
            values[name] = _function(value, argument.strip(), f"{where}: {key}")
            continue
        found = _of_numbers(value, f"{where}: {key}")
        values[name] = _root(proof, name, found, f"{where}: {key}") if squared else found
    try:
        return proof.at(**values)
    except (ValueError, TypeError) as error:
        raise SheetError(f"{where}: {error}") from error


def _of_numbers(value: Value, where: str) -> Any:
    """A number, a vector, or a matrix."""
    if not isinstance(value, tuple):
        return _number(value, where)
    if rows := [row for row in value if isinstance(row, tuple)]:
        return Rows(tuple(Column(tuple(term(_number(part, where)) for part in row)) for row in rows))
    return tuple(_number(part, where) for part in value if not isinstance(part, tuple))


def _number(value: int | Fraction | str, where: str) -> Term | int | Fraction:
    if not isinstance(value, str):
        return value
    try:
        return _plain(value_of(value))
    except Unread as error:
        raise SheetError(
            f"{where}: expected a number such as '9/16' or 'sqrt(2)', found {value!r}: {error.reason}"
        ) from error


def _function(value: Value, argument: str, where: str) -> Callable[[Term], Any]:
    """A function by its value at the argument; a list where it yields a vector."""

    def at(x: Term) -> Any:
        return tuple(map(one, value, [x] * len(value))) if isinstance(value, tuple) else one(value, x)

    def one(part: Any, x: Term) -> Term:
        try:
            return value_of(str(part), {argument: x})
        except Unread as error:
            raise SheetError(f"{where}: expected a term in {argument}, found {part!r}: {error.reason}") from error

    return at


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


def exact(proof: Proof) -> Step | None:
    """The step from the right side of an instance to how one would write it, where that is a shorter number.

    SymPy proposes, the kernel decides.
    """
    statement = proof.statement
    if not isinstance(statement, Relation) or statement.symbol != "=":
        return None
    right = statement.right
    if right.free or not is_scalar(right):
        return None
    for proposal in sorted(_proposals(right), key=lambda each: (latex(each).count("sqrt"), len(latex(each)))):
        for rule in (algebra, finite_sum):
            step = Step(right, "=", proposal, Use(rule))
            if len(latex(proposal)) < len(latex(right)) and licence(step, proof.hypotheses).granted:
                return step
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
        lambda e: e.doit(),
    ):
        try:
            yield term(change(found))
        except TypeError:  # what SymPy made of it is no term
            continue
