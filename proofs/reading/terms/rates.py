r"""Derivatives in every spelling: \frac{d}{dx} f, \frac{\partial^2 f}{\partial x^2}, f'(x), \frac{df}{dx}, F|_{x=a}."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..probability import made_of_others
from ..probability.outcomes import at_outcomes
from ..probability.probabilities import distribution_function
from ..shapes import bare_functions, coordinates, told_shapes
from ..shapes.shapes import without_accent
from ..syntax import Bracket, Differential, Fraction, Multiply, Named, Numeral, Script, Symbol, Syntax, Unread
from . import derivatives, gradients, implicit, intermediate, maps, normal_functions, sigmoids, variations
from .transforms import generated

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head

SPECIAL = {"Gamma": "gamma", "B": "beta", "psi": "digamma"}
MOST = 4  # how often a function may be differentiated


def differentiated(node: Fraction) -> tuple[Syntax, tuple[Syntax, ...]] | None:
    """What a fraction of differentials is the derivative of and by: its factors; None for any other fraction."""
    above, below = _numerator(node.num), _denominator(node.den)
    if above is None or len(below) != 1:
        return None
    return below[0], tuple(p for p in (above[0], *above[1]) if p is not None)


def is_operator(factor: Syntax) -> bool:
    r"""Whether a factor is \frac{d}{dx}, waiting for what it differentiates."""
    lone = isinstance(factor, Fraction) and _numerator(factor.num) == (None, ()) and bool(_denominator(factor.den))
    return lone or variations.is_operator(factor)


def rate(m: Meaning, node: Fraction) -> L.Term | None:
    r"""The derivative that a fraction of differentials means, or None for an ordinary fraction."""
    below = _denominator(node.den)
    above = _numerator(node.num)
    if variations.is_variation(node):
        return variations.variation(m, node)
    if not below and above is None:
        return None
    if not below or above is None:
        raise Unread("a quotient of differentials that is no derivative", node.span)
    if above == (None, ()):
        raise Unread("a derivative of nothing", node.span)
    subject, rest = above
    return _derived(m, subject, rest, below, node)


def derivative(m: Meaning, factor: Syntax, operand: Syntax) -> L.Term:
    r"""\frac{d}{dx} applied to what stands behind it."""
    assert isinstance(factor, Fraction)
    if variations.is_operator(factor):
        return variations.variation(m, factor, operand)
    return _derived(m, operand, (), _denominator(factor.den), factor)


def _numerator(num: Syntax) -> tuple[Syntax | None, tuple[Syntax, ...]] | None:
    """What a numerator d f(x) differentiates: the f and the factors after it; (None, ()) for a lone d."""
    match num:
        case Differential(_, variable, _, None):
            return variable, ()
        case Multiply((Differential(_, variable, _, None), *rest), _):
            return variable, tuple(rest)
    return None


def _denominator(den: Syntax) -> list[Syntax]:
    """The variables in the order they are differentiated by, each as often as it is; empty for no differentials."""
    parts = den.factors if isinstance(den, Multiply) else (den,)
    found: list[Syntax] = []
    for part in parts:
        match part:
            case Differential(_, variable, None, times) if variable is not None:
                if times is None:
                    found.append(variable)
                elif isinstance(times, Numeral) and times.text.isdigit() and 1 <= int(times.text) <= MOST:
                    found += [variable] * int(times.text)
                else:
                    raise Unread("a derivative of an order that is no small number", den.span)
            case _:
                return []
    return found


def _derived(
    m: Meaning, subject: Syntax | None, rest: tuple[Syntax, ...], variables: list[Syntax], node: Syntax
) -> L.Term:
    if len(variables) > MOST:
        raise Unread("a derivative of too high an order", node.span)
    if subject is None:
        operand: Syntax = rest[0] if len(rest) == 1 else Multiply(rest, ("",) * len(rest), span=node.span)
    elif rest:
        operand = Multiply((subject, *rest), ("",) * (len(rest) + 1), span=node.span)
    else:
        operand = subject
    if isinstance(operand, Named):
        subject = operand = bare_functions.at_their_arguments(m, operand)
    if len(variables) == 1 and (found := coordinates.jacobian(m, operand, variables[0])) is not None:
        return found
    if (inner := intermediate.named(m, variables)) is not None:
        if (square := intermediate.square(m, inner, operand)) is not None:
            by = [square if name_of(variable) == inner else variable for variable in variables]
            return _derived(m, subject, rest, by, node)
        with intermediate.as_variable(m, inner, operand) as (variable, own):
            slope = _derived(m, subject, rest, variables, node)
        return L.substitute(slope, {variable: own})
    if (moved := _taken_at(operand, variables[0])) is not None:
        place = m.term(variables[0])
        if isinstance(place, L.Var):
            whole, value = moved
            return L.substitute(_derived(m, None, whole, variables, node), {place: m.term(value)})
    if len(variables) == 1 and (found := maps.rate(m, operand, variables[0])) is not None:
        return found
    of_word = bare_functions.called_so(m, operand) if isinstance(operand, Symbol) and len(operand.name) > 1 else None
    if len(variables) == 1 and (vector := maps.variable(m, variables[0])) is not None:
        if of_word is not None:
            return gradients.gradient(m, of_word, *vector)
        name = name_of(operand)
        defined = m.context.functions.get(name) if name is not None else None
        if name is not None and defined is None and name not in m.context.values:
            raise Unread(f"the derivative of {name}, of which is not said how it depends on its variable", node.span)
        return gradients.gradient(m, m.scalar(operand) if defined is None else defined.body, *vector)
    name = None if rest or subject is None else name_of(subject)
    if name is not None and len(variables) == 1 and (found := made_of_others.rate(m, name, variables[0])) is not None:
        return found
    if name is not None and (found := implicit.rate(m, name, variables)) is not None:
        return found
    places = [m.scalar(v) for v in variables]
    made = {} if subject is None or rest else _made_of(m, operand, places)
    held = made if _is_by_one_of_its_own(m, operand, places) and not _is_total(node) else {}
    body = of_word
    if body is None and subject is not None and not rest:
        body = _function_of(m, operand, places, {} if held else made)
    if body is None:
        body = m.scalar(operand)
    if len(places) == 1 and _is_total(node) and (along := implicit.total(m, body, places[0])) is not None:
        return along
    for place in places:
        body = derivatives.by(body, place, node, m.context.stated())
    return L.substitute(body, held) if held else body


def _taken_at(operand: Syntax, by: Syntax) -> tuple[tuple[Syntax, ...], Syntax] | None:
    r"""For \frac{d f(\hat x)}{dx}, the derivative at \hat x: f(x) and the \hat x."""
    match operand:
        case Multiply((head, Bracket("(", items, ")", None) as bracket), ("", "")):
            for k, item in enumerate(items):
                name = name_of(item)
                if name is not None and name != name_of(by) and without_accent(name) == name_of(by):
                    return (head, replace(bracket, items=(*items[:k], by, *items[k + 1 :]))), item
    return None


def _function_of(m: Meaning, subject: Syntax, places: list[L.Term], made: dict[L.Name, L.Node]) -> L.Term | None:
    """A function that is named without its argument, df/dx, at its own arguments, or where these are made of others."""
    name = name_of(subject)
    if name is None or name in m.context.values or name in m.bound or _is_member(m, subject):
        return None
    defined = m.context.functions.get(name)
    if defined is not None:
        if len(defined.arguments) == 1 and len(set(places)) == 1:
            (argument,), place = defined.arguments, places[0]
            squared = defined.squares and place is argument  # by \sigma, of what is written at \sigma^2
            coordinate = isinstance(place, L.Coord) and place.point is argument
            return defined.body if squared or coordinate else defined.at(place)
        return L.substitute(defined.body, made) if made else defined.body
    survey = m.context.survey
    if isinstance(subject, Symbol | Script) and name in survey.heads() and len(set(places)) == 1:
        return told_shapes.function(m.context, name)(places[0])
    if (formula := coordinates.formula(m, name)) is not None:
        return formula
    raise Unread(f"the derivative of {name}, of which is not said how it depends on its variable", subject.span)


def _made_of(m: Meaning, subject: Syntax, places: Sequence[L.Term]) -> dict[L.Name, L.Node]:
    r"""The numbers of a function of several, other than those by which it is differentiated, that stand for formulas:
    the y of f(x, y) along y = \sin t."""
    name = name_of(subject)
    defined = m.context.functions.get(name or "") if name not in m.context.values else None
    if defined is None or len(defined.arguments) < 2:
        return {}
    names = [x for x in defined.arguments if x not in places and x.name not in m.bound]
    values = {x: m.context.values.get(x.name) for x in names}
    return {x: m.context.unfolded(value) for x, value in values.items() if value is not None and value.free}


def _is_by_one_of_its_own(m: Meaning, subject: Syntax, places: Sequence[L.Term]) -> bool:
    r"""Whether it is \frac{\partial f}{\partial x} of f(x, y): what y is made of does not vary with x then."""
    defined = m.context.functions.get(name_of(subject) or "")
    return defined is not None and any(x in places for x in defined.arguments)


def _is_total(node: Syntax) -> bool:
    r"""Whether it is \frac{df}{dx}, in which all varies with x that is made of it."""
    return any(isinstance(each, Differential) and each.sign == "d" for each in node.walk())


def _is_member(m: Meaning, subject: Syntax) -> bool:
    """Whether a name is a member S_k of a family that has been defined."""
    stem = name_of(subject.base) if isinstance(subject, Script) and subject.below is not None else None
    return stem is not None and isinstance(m.context.values.get(stem), L.VectorOf)


def primed(m: Meaning, head: Head, bracket: Bracket, plain: Callable[[Head, Bracket], L.Term | None]) -> L.Term:
    """f'(x), f''(x); ``plain`` is the value of f, which may be a density or another function that is known."""
    if bracket.given is not None or len(bracket.items) != 1 or head.primes > MOST or not head.primes:
        raise Unread(f"{head.name} with primes and {len(bracket.items)} arguments", head.symbol.span)
    at_ = m.scalar(bracket.items[0])
    name = name_of(Script(head.symbol, head.below)) if head.below is not None else name_of(head.symbol)
    defined = m.context.functions.get(name or "")
    u = L.fresh(L.Var("u", L.R), {v.name for v in at_.free if isinstance(v, L.Var)})
    if defined is not None and len(defined.arguments) == 1:
        body: L.Term = at_outcomes(m, defined.at(u))
    elif head.below is None and not head.symbol.accents and name in SPECIAL and L.ARITY[SPECIAL[name]] == 1:
        body = L.Elementary(SPECIAL[name])(u)
    elif defined is None and name is not None and _is_known(m, name):
        body = _value(m, replace(head, primes=0, name=name), bracket, at_, u, plain)
    elif defined is None and name is not None:
        body = told_shapes.function(m.context, name)(u)
    else:
        raise Unread(f"a prime on a function of several arguments, {name}", head.symbol.span)
    for _ in range(head.primes - 1):
        body = L.Derivative(body, u, u)
    return L.Derivative(body, u, at_)


def _is_known(m: Meaning, name: str) -> bool:
    """Whether a letter is a density, or the generating or distribution function of a random variable with a law."""
    if m.context.is_density(name) or _is_meant(m, name):
        return True
    return generated(m, name) is not None or distribution_function(m, name) is not None


def _value(
    m: Meaning, head: Head, bracket: Bracket, at_: L.Term, u: L.Var, plain: Callable[[Head, Bracket], L.Term | None]
) -> L.Term:
    """The value at u of what a head without its primes stands for; what it presumes of its argument is presumed."""
    there = plain(head, bracket)
    match there:
        case L.Apply(L.Law() as law, (x,)) if x is at_ and isinstance(x, L.Var) and x not in law.free:
            return law(u)
    with m.binding({u.name: u}):
        value = plain(head, Bracket("(", (Symbol(u.name),), ")", span=bracket.span))
    return L.Function(head.name, (L.R,))(u) if value is None else value


def _is_meant(m: Meaning, name: str) -> bool:
    r"""Whether it is \Phi, \phi or \sigma, as pages mean these."""
    return any(each.meant(m.context, name) is not None for each in (normal_functions, sigmoids))


def at(m: Meaning, body: Syntax, name: str, value: L.Term) -> L.Term:
    """The value of an expression (a derivative, say) where a variable has a value."""
    x = L.Var(name, L.R)
    with m.binding({name: x}):
        term = m.scalar(body)
    return L.substitute(term, {x: value})
