r"""Gradients: \nabla_x f, \nabla f(x), and \frac{\partial f}{\partial x} of a number by a vector or matrix.

The second, \nabla_x^2 f, by a vector alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ...language.facts import Facts
from ..names import name_of, to_latex
from ..syntax import Bracket, Multiply, Named, Numeral, Script, Symbol, Syntax, Unread
from ..uses.heads import head_of
from . import derivatives, maps

if TYPE_CHECKING:
    from ..meaning import Meaning


def is_nabla(factor: Syntax) -> bool:
    r"""Whether a factor is \nabla, \nabla_x or \nabla_x^2, waiting for what it differentiates."""
    match factor:
        case Symbol("nabla") | Script(Symbol("nabla"), _, None | Numeral("2"), 0):
            return True
    return False


def _plain(factor: Syntax) -> Syntax:
    """A name without the sign that transposes it."""
    return factor.base if isinstance(factor, Script) and factor.below is None else factor


def reach(factors: tuple[Syntax, ...], signs: tuple[str, ...]) -> int:
    r"""How many factors behind a \nabla it differentiates, of factors that begin with it: a bracket or a value f(x),
    or all up to the next sign.  Raises ``Unread`` where f(x) stands beside more."""
    end = next((k for k in range(2, len(factors)) if signs[k]), len(factors)) - 1
    if end == 0 or signs[1]:
        raise Unread("a nabla of nothing", factors[0].span)
    if isinstance(factors[1], Bracket) or _is_log_of_value(factors[1]):
        return 1
    if end >= 2 and isinstance(factors[2], Bracket) and head_of(factors[1]) is not None:
        inside = {name_of(n) for item in factors[2].items for n in item.walk()}
        if any(name_of(_plain(factor)) is None or name_of(_plain(factor)) in inside for factor in factors[3 : end + 1]):
            raise Unread("what a nabla is taken of: the first factor or all of them", factors[0].span)
        return 2
    return end


def _is_of_first(m: Meaning, factors: tuple[Syntax, ...], signs: tuple[str, ...]) -> bool:
    r"""Whether it is \nabla_\theta f_\theta(x) g(x), where the factors behind the first value are without \theta: the
    gradient of that alone, or of them all, which comes to the same."""
    match factors:
        case (Script(Symbol("nabla"), Syntax() as by), head, Bracket("("), *rest) if rest and head_of(head) is not None:
            end = next((k for k in range(1, len(factors)) if signs[k]), len(factors))
            inside = {name for factor in factors[3:end] for name in map(name_of, factor.walk())}
            known = m.context.values.keys() | m.context.functions.keys()
            return end > 3 and name_of(by) not in inside and inside.isdisjoint(known)
    return False


def _is_log_of_value(factor: Syntax) -> bool:
    r"""Whether it is \log p(x): of \nabla \log p(x) f(x) the f(x) is a factor."""
    match factor:
        case Named("log" | "ln", Multiply((Symbol() | Script(), Bracket("(")), ("", "")), None, None):
            return True
    return False


def at_front(m: Meaning, factors: tuple[Syntax, ...], signs: tuple[str, ...]) -> tuple[L.Term, int] | None:
    r"""The gradient at the front of a product, and how many factors it takes; None where there is no \nabla."""
    if not is_nabla(factors[0]) or len(factors) == 1:
        return None
    if (of_several := _of_several(m, factors)) is not None:
        return of_several
    count = 2 if _is_of_first(m, factors, signs) else reach(factors, signs)
    inside = factors[1 : 1 + count]
    operand = inside[0] if count == 1 else Multiply(inside, ("", *signs[2 : 1 + count]), span=factors[1].span)
    operand = _at_its_variable(m, factors[0], operand)
    variable = by(factors[0], operand)
    with _without_its_value(m, variable) as value:
        found = maps.variable(m, variable)
        if found is None:
            return _by_number(m, factors[0], operand, variable), 1 + count
        body: L.Term = m.scalar(operand)
        point: L.Term = found[0] if value is None else value
        if found[0] not in body.free:
            body, point = _elsewhere(m, operand, variable)
        done = gradient(m, body, *found)
        if isinstance(factors[0], Script) and factors[0].above is not None:
            if isinstance(found[0].space, L.Matrices):
                raise Unread("a second derivative by a matrix", factors[0].span)
            done = maps.jacobian(m, done, *found)
    return (done if point is found[0] else L.substitute(done, {found[0]: point})), 1 + count


def _at_its_variable(m: Meaning, nabla: Syntax, operand: Syntax) -> Syntax:
    r"""f(x), where \nabla f or \nabla_x f is written of a function f(x), and f(x, y), where \nabla_x f is written of a
    function of several variables; other operands as they are."""
    name = name_of(operand)
    defined = None if name is None else m.context.functions.get(name)
    if defined is None:
        return operand
    below = nabla.below if isinstance(nabla, Script) else None
    places = [_written(argument.name, below, operand) for argument in defined.arguments]
    known = [place for place in places if place is not None]
    if len(known) < len(places) or (len(known) > 1 and below is None) or (below is not None and below not in known):
        return operand
    return Multiply((operand, Bracket("(", tuple(known), ")", span=operand.span)), ("", ""), span=operand.span)


def _written(name: str, below: Syntax | None, operand: Syntax) -> Syntax | None:
    """An argument as it is written: as below the nabla, or as a plain letter; None for others."""
    if below is not None and name_of(below) == name:
        return below
    return None if "_" in name or "\\" in name else Symbol(name, span=operand.span)


def _of_several(m: Meaning, factors: tuple[Syntax, ...]) -> tuple[L.Term, int] | None:
    r"""\nabla f, \nabla f(a, b) and \nabla^2 f of a function of several numbers: its partial derivatives; else None."""
    match factors[0]:
        case Symbol() | Script(Symbol(), None, Numeral("2"), 0):
            head = head_of(factors[1])
        case _:
            return None
    defined = None if head is None else m.context.functions.get(head.name)
    if defined is None or len(defined.arguments) < 2 or not all(map(L.is_scalar, defined.arguments)) or defined.squares:
        return None
    places = defined.arguments
    rates = [L.Derivative(defined.body, x, x) for x in places]
    done: L.Term = L.Column(tuple(rates))
    if isinstance(factors[0], Script):
        done = L.Rows(tuple(L.Column(tuple(L.Derivative(rate, x, x) for x in places)) for rate in rates))
    match factors[2:3]:
        case (Bracket("(", items, ")", None),) if len(items) == len(places):
            at: dict[L.Name, L.Term] = dict(zip(places, map(m.scalar, items), strict=True))
            return L.substitute(done, at), 3
        case (Bracket(),):
            raise Unread("the gradient of a function at another number of arguments", factors[2].span)
    return done, 2


@contextmanager
def _without_its_value(m: Meaning, variable: Syntax) -> Iterator[L.Term | None]:
    """Inside, what is differentiated depends on its variable though that has a value; the gradient is taken there."""
    name, values = name_of(variable), m.context.values
    if name is None or name not in values or name in m.bound or L.is_scalar(values[name]):
        yield None
        return
    value = values.pop(name)
    try:
        yield value
    finally:
        values[name] = value


def _by_number(m: Meaning, nabla: Syntax, operand: Syntax, variable: Syntax) -> L.Term:
    r"""\nabla_\mu f of a number: its derivative; of what has it nowhere, how it depends on it is not said."""
    place, body = m.scalar(variable), m.context.unfolded(m.scalar(operand))
    said = isinstance(body, L.Number) or _is_of_its_arguments(m, operand)  # of 1 it is 0, and of Z(\theta) by x
    if not isinstance(place, L.Var) or (place not in body.free and not said):
        raise Unread("a nabla of what does not depend on its variable", operand.span)
    twice = isinstance(nabla, Script) and nabla.above is not None
    body = derivatives.by(body, place, operand)
    return derivatives.by(body, place, operand) if twice else body


def _is_of_its_arguments(m: Meaning, operand: Syntax) -> bool:
    r"""Whether an operand is Z(\theta), or its logarithm, of a function that a formula says, at names of which none
    says what they are made of: it depends on these, and on nothing else."""
    match operand:
        case Named("log" | "ln", argument, None):
            return _is_of_its_arguments(m, argument)
        case Multiply((head, Bracket("(", items, ")", None)), ("", "")):
            names = {name_of(item) for item in items}
            made = m.context.survey.begun | m.context.values.keys() | {None}
            return name_of(head) in m.context.functions and names.isdisjoint(made)
    return False


def _elsewhere(m: Meaning, operand: Syntax, variable: Syntax) -> tuple[L.Term, L.Term]:
    r"""For \nabla_x f(a), the gradient at a: f(x) and the a."""
    match operand:
        case Multiply((head, Bracket("(", (argument,), ")", None) as bracket), ("", "")):
            body = m.scalar(replace(operand, factors=(head, replace(bracket, items=(variable,)))))
            if m.term(variable) in body.free:
                return body, m.term(argument)
    raise Unread("a nabla of what does not depend on its variable", operand.span)


def by(nabla: Syntax, operand: Syntax) -> Syntax:
    r"""The variable of a \nabla: its subscript, or the one argument of the function behind it."""
    if isinstance(nabla, Script) and nabla.below is not None:
        return nabla.below
    match operand:
        case Multiply((_, Bracket("(", (argument,), ")", None)), ("", "")) if name_of(argument) is not None:
            return argument
    raise Unread("a nabla without its variable", nabla.span)


def gradient(m: Meaning, body: L.Term, variable: L.Var, at: L.Term) -> L.Term:
    """The gradient of a scalar by a vector or matrix at a point; names that stand for something with the variable are
    written out: RSS for (y - X b)' (y - X b)."""
    whole = m.context.unfolded(body)
    if isinstance(variable.space, L.Matrices):
        _by_matrix(m, variable, at)
    if at is variable:
        return L.Gradient(whole, variable, variable)
    u = L.fresh(L.Var("u", variable.space), {n.name for n in whole.free | at.free if isinstance(n, L.Var)})
    return L.Gradient(L.substitute(whole, {variable: u}), u, at)


def _by_matrix(m: Meaning, variable: L.Var, at: L.Term) -> None:
    """The convention of a derivative by a matrix.  Raises ``Unread`` where the document speaks of another one."""
    if m.context.numerator_layout:
        raise Unread("a derivative by a matrix in a document that speaks of the numerator layout", (0, 0))
    if Facts(m.context.stated()).symmetric(at):
        m.remarks.append(f"the entries of ${to_latex(variable.name)}$ are differentiated by as if they were unrelated")
