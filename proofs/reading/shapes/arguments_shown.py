r"""Vectors by what they are put into: the x of f(x) where $f : \mathbb R^2 \to \mathbb R$, and of \nabla f(x) beside
x_1 and x_2.  Functions of vectors are shown by their formulas.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from ..names import name_of
from ..syntax import Bracket, Multiply, Numeral, Script, Sign, Statement, Symbol, Syntax
from ..uses.superscripts import is_transposition
from ..uses.survey import Survey


def vectors(statements: Iterable[Statement], survey: Survey) -> dict[str, Syntax]:
    """The names that are vectors, and their sizes as they are written."""
    statements = tuple(statements)
    homes = dict(home for each in statements if (home := _home(each)) is not None)
    found: dict[str, Syntax] = {}
    for each in statements:
        for node in each.walk():
            for function, argument, differentiated in _applications(node):
                name = name_of(argument)
                if name is None or not isinstance(argument, Symbol) or not name[:1].islower() or name in survey.random:
                    continue
                if function in homes:
                    found[name] = homes[function]
                elif differentiated and (size := _counted(survey, name)) is not None:
                    found.setdefault(name, size)
    return found


def functions_of_vectors(statements: Iterable[Statement]) -> frozenset[str]:
    r"""The functions of one vector, as their formulas show: h(x) = g(w^\top x)."""
    found = set()
    for statement in statements:
        match statement.expressions[:2], statement.relations[:1]:
            case (Multiply((head, Bracket("(", (Symbol() as x,), ")", None)), ("", "")), Syntax() as value), (sign,):
                name = name_of(head)
                if name is not None and sign.symbol in ("=", ":=") and any(_stands_behind(n, x) for n in value.walk()):
                    found.add(name)
    return frozenset(found)


def _stands_behind(node: Syntax, x: Symbol) -> bool:
    """Whether a letter stands right behind a small one that is transposed."""
    match node:
        case Multiply(factors, signs):
            for one, other, sign in zip(factors, factors[1:], signs[1:], strict=False):
                match one:
                    case Script(Symbol() as letter, _, above, 0) if is_transposition(above) and other == x:
                        return not sign and not letter.name[:1].isupper()
    return False


def _home(statement: Statement) -> tuple[str, Syntax] | None:
    r"""The f and the n of f : \mathbb R^n \to \mathbb R."""
    match statement:
        case Statement((f, Script(Symbol("R", "bb"), None, Numeral() | Symbol() as power), _), (Sign(":"), Sign("to"))):
            name = name_of(f)
            return None if name is None or power == Numeral("1") else (name, power)
    return None


def _applications(node: Syntax) -> Iterator[tuple[str, Syntax, bool]]:
    r"""The f and the x of f(x), and whether it is \nabla f(x), or \nabla^2 f(x)."""
    match node:
        case Multiply(factors):
            for k, (f, bracket) in enumerate(pairwise(factors)):
                match bracket:
                    case Bracket("(", (Syntax() as argument,), ")", None) if (name := name_of(f)) is not None:
                        before = factors[k - 1] if k else None
                        yield name, argument, (before.base if isinstance(before, Script) else before) == Symbol("nabla")


def _counted(survey: Survey, stem: str) -> Numeral | None:
    """The number of coordinates, where all labels of a name are 1, 2, ... up to that."""
    labels = survey.labels.get(stem, ())
    numbers = {int(label.text) for label in labels if isinstance(label, Numeral) and label.text.isdigit()}
    whole = len(numbers) > 1 and numbers == set(range(1, len(numbers) + 1))
    return Numeral(str(len(numbers))) if whole and all(isinstance(label, Numeral) for label in labels) else None


__all__ = ["functions_of_vectors", "vectors"]
