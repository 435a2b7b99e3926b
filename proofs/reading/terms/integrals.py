r"""Integrals as they are written: \\int_0^1 f(x) dx, over named sets, over the line, F(x) \\big|_a^b."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from ... import language as L
from ...language.facts import Facts
from ...language.membership import is_infinite
from ..laws import densities_of_models, models
from ..names import name_of
from ..syntax import (
    Add,
    Big,
    Differential,
    Evaluated,
    Mark,
    Multiply,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
    Unread,
)
from ..uses.uses import Applied
from . import over_factors, product_sets, put_in, rates, sets_of_the_plane
from .product_sets import interval

if TYPE_CHECKING:
    from ..meaning import Meaning

RISING = "the limits of an integral, whose order is not said, are taken to rise"


def integral(m: Meaning, node: Big) -> L.Term:
    if not node.differentials:
        raise Unread("an integral without its differential", node.span)
    if m.factors is not None and node.below is None and node.above is None:
        found = over_factors.integral(m, m.factors, node.body, node.differentials)
        if found is not None:
            return found
    if (over := product_sets.variables(m, node)) is not None:
        return _over_product(m, *over)
    if (found := sets_of_the_plane.integral(m, node)) is not None:
        return found
    names = [_differential(d) for d in node.differentials]
    oriented = [_variable(m, name, node, alone=len(names) == 1) for name in names]
    if oriented[0][1] is None:
        return _either_way(m, oriented[0][0], node)
    variables = [variable for variable, _ in oriented]
    with m.binding({v.name: v for v in variables}):
        body = m.term(node.body)
    for variable in variables:
        if node.below is None and node.above is None and isinstance(variable.space, L.Reals):
            _whole_line(m, variable, body, node)
        body = L.Int(body, variable)
    return L.Neg(body) if oriented[0][1] else body


def _over_product(m: Meaning, variables: Sequence[L.Var], integrand: Syntax) -> L.Term:
    with m.binding({v.name: v for v in variables}):
        body = m.scalar(integrand)
    for variable in reversed(variables):
        body = L.Int(body, variable)
    return body


def _either_way(m: Meaning, x: L.Var, node: Big) -> L.Term:
    """An integral whose limits may rise and fall, as those of F(x) = \\int_1^x do: over the unit interval, on which its
    variable goes from the one to the other."""
    assert isinstance(x.space, L.Interval)
    low, high = x.space.low, x.space.high
    share = L.fresh(L.Var(x.name, L.Interval(L.Number(0), L.Number(1))), {n.name for n in x.space.free})
    way = high if low is L.Number(0) else high - low
    with m.binding({x.name: way * share if low is L.Number(0) else low + way * share}):
        body = m.scalar(node.body)
    return way * L.Int(body, share)


def _differential(d: Syntax) -> str:
    match d:
        case Differential("d", variable, None, None):
            name = name_of(variable)
            if name is not None:
                return name
    raise Unread("a differential of what is no variable", d.span)


def _whole_line(m: Meaning, x: L.Var, body: L.Term, node: Big) -> None:
    """An integral without limits is over the whole line only where the integrand says so: a density, an exponential."""
    if m.indefinite is not None:
        raise Unread("an indefinite integral where a value is meant", node.span)
    for each in body.walk():
        match each:
            case L.Apply(L.Law(), args) if any(x in a.free for a in args):
                return
            case L.Apply(L.Elementary("exp"), (a,)) if x in a.free:
                return
            case L.Derivative(L.Apply(L.Law(), _), _, at) if x in at.free:  # p'(x)
                return
    raise Unread("an integral without limits: indefinite, or over a set that is not said", node.span)


def _variable(m: Meaning, name: str, node: Big, alone: bool) -> tuple[L.Var, bool | None]:
    """The variable of an integral in its range, and whether that is run through from above to below; None where both
    may be."""
    below, above = node.below, node.above
    if not alone and (below is not None or above is not None):
        raise Unread("one pair of limits for several variables", node.span)
    if (found := _of_model(m, name, node)) is not None:
        return L.Var(name, found), False
    if above is None:
        return L.Var(name, _named_set(m, name, below, node)), False
    if below is None:
        raise Unread("an integral with an upper limit only", node.span)
    if isinstance(below, Statement):
        match below:
            case Statement((left, begin), (Sign("="),)) if begin is not None and name_of(left) == name:
                below = begin
            case _:
                raise Unread("the limits of an integral are about another variable", node.span)
    low, high = m.scalar(below), m.scalar(above)
    falls = _falls(m, low, high)
    space = interval(high, low) if falls else interval(low, high)
    if isinstance(space, L.Reals) and m.densities.is_variable(name) and name.upper() not in m.context.laws:
        space = m.densities.space(name)  # the whole of where it lives, of which nothing else is used
    return L.Var(name, space), falls


def _of_model(m: Meaning, name: str, node: Big) -> L.Space | None:
    r"""Where a density that is a factor of an integrand is not zero, of an integral over all the line, \int f(x, y) dy;
    None for any other integral."""
    whole = node.below is None and node.above is None
    if not whole and not (_is_infinite(node.below, "-") and _is_infinite(node.above)):
        return None
    if not any(densities_of_models.known(m, applied) for applied in _factors_at(node.body, name)):
        return None
    integrated = {name_of(d.variable) for n in node.walk() if isinstance(n, Big) for d in n.differentials
                  if isinstance(d, Differential)}  # fmt: skip
    return densities_of_models.section(m, name, sorted({n for n in map(name_of, node.body.walk()) if n} - integrated))


def _factors_at(node: Syntax, name: str) -> Iterator[Applied]:
    """The densities at a name that are factors of an integrand, or of what it is an integral of."""
    match node:
        case Multiply(factors, signs) if "/" not in signs:
            for pair in pairwise(factors):
                found = Applied.written(Multiply(pair, ("", "")))
                if found is not None and name in map(name_of, (*found.items, *(found.given or ()))):
                    yield found
        case Big("int", body=inner):
            yield from _factors_at(inner, name)


def _is_infinite(node: Syntax | None, sign: str = "") -> bool:
    match node:
        case Add((Symbol("infty"),), ("-",)):
            return sign == "-"
        case Symbol("infty"):
            return not sign
    return False


def _falls(m: Meaning, low: L.Term, high: L.Term) -> bool | None:
    r"""Whether the limits are known to fall, as in \int_1^0; where their order is not known, they are taken to rise,
    but for a limit that takes all values: None."""
    if low is L.oo or high is L.Neg(L.oo):
        return True
    if high is L.oo or low is L.Neg(L.oo):
        return False
    stated, rise = m.context.stated(), low <= high
    facts = Facts(stated)
    if rise not in stated or rise not in m.context.presumed:
        if facts.nonnegative(high - low):
            return False
        if facts.nonnegative(low - high):
            return True
        if not (low.free | high.free).isdisjoint(m.bound.values()):
            return None
        m.context.presume(rise)
        m.context.rising.add(rise)
    if RISING not in m.remarks:
        m.remarks.append(RISING)
    return False


def _named_set(m: Meaning, name: str, below: Syntax | None, node: Big) -> L.Space:
    r"""The space of an integral over \mathcal X, over \mathbb R, or over what its variable ranges over."""
    match below:
        case Statement((left, right), (Sign("in"),)) if name_of(left) == name:
            below = right
    if below is not None and name_of(below) == name:  # \int_x f(x) dx, over all that x may be
        if name in m.context.spaces:
            return m.context.spaces[name]
        below = None
    match below:
        case Symbol("R", "bb"):
            return L.R
        case Script(Symbol("R", "bb"), None, Mark("+")) | Script(Symbol("R", "bb"), Mark("+"), None):
            return L.R_POSITIVE
        case Script(Symbol("R", "bb"), None, power) if power is not None:
            return L.Vectors(m.scalar(power))
        case Symbol(_, "cal") | Symbol("Delta") | Script(Symbol("Delta")) | None if isinstance(
            m.context.spaces.get(name), L.Simplex
        ):
            return m.context.spaces[name]
        case Symbol(_, "cal") | None:
            if (known := models.home(m, name)) is not None:
                return known
            law = m.context.laws.get(name.upper())
            if law is not None and below is not None:
                return L.support(law)
            if (home := m.densities.home_of_laws(name)) is not None and below is not None:
                return home
            if m.densities.is_variable(name):
                return m.densities.space(name)
            if below is None:
                return L.R
    raise Unread("an integral over a set that is not known", node.span)


def evaluated(m: Meaning, node: Evaluated) -> L.Term:
    """[F]_a^b = F(b) - F(a), and F at x = a."""
    match node.at, node.to:
        case Statement((left, value), (Sign("="),)), None if value is not None:
            name = name_of(left)
            if name is not None and (put := put_in.point(m, name, value)) is not None:
                with m.binding({name: put[0]}):
                    return L.substitute(m.term(node.body), dict([put]))
            if name is not None:
                return rates.at(m, node.body, name, m.scalar(value))
        case low, high if low is not None and high is not None:
            return _difference(m, node, low, high)
    raise Unread("a value at a point that is not said", node.span)


def integrated(node: Syntax) -> str | None:
    """The name that the integrals of an expression run over, if there are any and it is one."""
    bigs = [n for n in node.of(Big) if n.operator == "int"]
    names = {name_of(d.variable) for n in bigs for d in n.differentials if isinstance(d, Differential)}
    return names.pop() if len(names) == 1 else None


def _is_known(m: Meaning, name: str) -> bool:
    """Whether something is said of a name: it is not what a bracket between limits is taken over."""
    context = m.context
    supposed = any(isinstance(v, L.Var) and v.name == name for h in context.stated() for v in h.free)
    return supposed or name in context.values or name in context.spaces or name in context.functions or name in m.bound


def _difference(m: Meaning, node: Evaluated, low: Syntax, high: Syntax) -> L.Term:
    if isinstance(low, Statement):
        match low:
            case Statement((left, value), (Sign("="),)) if value is not None and name_of(left) is not None:
                name, low = name_of(left), value
            case _:
                raise Unread("limits that are not read", node.span)
        match high:  # _{x = a}^{x = b}
            case Statement((again, value), (Sign("="),)) if value is not None and name_of(again) == name:
                high = value
    else:
        names = {n for n in map(name_of, node.body.walk()) if n is not None} - {"e", "pi"}
        new = list(names) if len(names) == 1 else [n for n in names - m.context.survey.heads() if not _is_known(m, n)]
        name = m.variable if m.variable in names or len(new) != 1 else new[0]
    if name is None or name not in map(name_of, node.body.walk()):
        raise Unread("[...] between limits: of which variable is not said", node.span)
    a, b = m.scalar(low), m.scalar(high)
    x = L.Var(name, L.R)
    with m.binding({name: x}):
        body = m.scalar(node.body)
    if is_infinite(a) or is_infinite(b):
        inner = L.Var(name, interval(a, b))
        u = L.fresh(L.Var("u", L.R), {v.name for v in body.free if isinstance(v, L.Var)})
        return L.Int(L.Derivative(L.substitute(body, {x: u}), u, inner), inner)
    return L.substitute(body, {x: b}) - L.substitute(body, {x: a})


__all__ = ["RISING", "evaluated", "integral", "integrated"]
