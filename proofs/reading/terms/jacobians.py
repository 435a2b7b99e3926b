r"""Jacobians by their name: with $u = x + y$ and $v = x - y$, "the Jacobian is $J = -2$".

The Jacobian of what is known is the matrix of its derivatives, or the determinant of that, in any order of the names,
or what belongs to the map back; the equation is a claim that it is one of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Differential, Fraction, Named, RowSyntax, Script, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from ..told.naming_equation import NamingEquation

_CALLED = re.compile(r"\bjacobian( matrix| determinant)?\b[^.;]*$")
_LOGARITHM = re.compile(r"\blog\w*[- ]?(abs\w*[- ])?(jacobian|det\w*)\b[^.;]*$")
_OTHER = re.compile(r"\b(inverse|hessian|product|transpose|norm|entries|entry|trace|diagonal|eigenvalues?)\b")
_MOST = 3  # variables


def sides(equation: NamingEquation, said: str, value: L.Term) -> tuple[tuple[L.Term, L.Term], ...] | None:
    """What the Jacobian may be beside what the page says it is; None where words do not call it that, or no formulas
    are known that it is of.  Raises ``Unread`` where the names do not tell which derivatives it has."""
    form = _form(equation.thread.node)
    if form is None or not _CALLED.search(said) or _OTHER.search(said):
        return None
    if any(isinstance(n, Fraction) and isinstance(n.num, Differential) for n in equation.right.walk()):
        return None  # J = \partial y / \partial x says which one it is
    made = _map(equation)
    if made is None:
        return None
    bodies, places = made
    open_ = Unread("which derivatives this Jacobian has is not said", equation.right.span)
    if not 0 < len(bodies) == len(places) <= _MOST:
        raise open_
    rate = [[L.Derivative(body, place, place) for place in places] for body in bodies]
    if isinstance(value, L.Rows):
        if len(value.rows) != len(places) or form != "plain":
            raise open_
        return tuple((table, value) for table in _tables(rate))
    if not L.is_scalar(value):
        return None
    whole = _determinant(rate)
    size = abs(whole)
    if form == "log" or (form == "plain" and _LOGARITHM.search(said)):
        return ((L.log(size), value),)
    if form == "size":
        return ((size, value), (size * value, L.Number(1)))
    return ((whole, value), (size, value), (whole * value, L.Number(1)), (size * value, L.Number(1)))


def is_of_unknown(equation: NamingEquation) -> bool:
    r"""Whether the left side is \det J, |J| or \log |\det J| of a J that has no value so far."""
    if _form(equation.thread.node) in (None, "plain"):
        return False
    names = {name_of(n) for n in equation.thread.node.of(Symbol)}
    known = equation.context.values.keys() | equation.context.functions.keys() | equation.context.matrices.keys()
    return len(names) == 1 and names.isdisjoint(known)


def _form(left: Syntax) -> str | None:
    r"""Whether a left side is J or \det J, or |J|, or \log |J|, of a letter J."""
    match left:
        case Symbol() | Script():
            return "plain" if name_of(left) is not None else None
        case Named("det", Symbol()) | Named("det", Bracket(_, (Symbol(),), _, None)):
            return "determinant"
        case Bracket("|", (Symbol("J") | Named("det", Symbol()),), "|", None):
            return "size"
        case Named("log" | "ln", Bracket("|", _, "|", None)):
            return "log"
    return None


def _tables(rate: list[list[L.Derivative]]) -> Iterator[L.Rows]:
    """The matrices of these derivatives, in any order of rows and columns, also with those exchanged."""
    orders = list(permutations(range(len(rate))))
    for down in orders:
        for across in orders:
            table = [[rate[i][j] for j in across] for i in down]
            for each in (table, list(zip(*table, strict=True))):
                yield L.Rows(tuple(L.Column(tuple(row)) for row in each))


def _map(equation: NamingEquation) -> tuple[list[L.Term], list[L.Var]] | None:
    """The formulas that the Jacobian is of, those of its own sentence or paragraph or else all, and their variables."""
    context = equation.context
    near = [name for row in equation.formula.ahead if row is not None for name in _named(row)]
    own = name_of(equation.thread.node)
    names = [n for n in dict.fromkeys(near) if n in context.values] or [n for n in context.made_as if n != own]
    values = [context.unfolded(context.values[n]) for n in names if n in context.values]
    bodies = [v for v in values if L.is_scalar(v) and v.free]
    if not bodies:
        return None
    inside = sorted(
        {n for b in bodies for n in b.free if isinstance(n, L.Var) and L.is_scalar(n)}, key=lambda n: n.name
    )
    primed = [n for n in inside if any(made.rstrip("'") == n.name != made for made in names)]
    return bodies, primed if len(primed) == len(bodies) else inside


def _named(row: RowSyntax) -> Iterator[str]:
    for statement in row.statements:
        name = name_of(statement.expressions[0]) if statement.expressions[0] is not None else None
        if name is not None and [sign.symbol for sign in statement.relations][:1] in (["="], [":="]):
            yield name


def _determinant(rate: list[list[L.Derivative]]) -> L.Term:
    """The determinant of a small matrix by its first row."""
    if len(rate) == 1:
        return rate[0][0]
    terms = []
    for j, entry in enumerate(rate[0]):
        minor = _determinant([[*row[:j], *row[j + 1 :]] for row in rate[1:]])
        terms.append(entry * minor if j % 2 == 0 else L.Neg(entry * minor))
    whole = terms[0]
    for term in terms[1:]:
        whole = whole + term
    return whole


__all__ = ["is_of_unknown", "sides"]
