r"""Derivatives of what an equation gives implicitly: \frac{dy}{dx} and y' on the curve x^2 + xy + y^2 = 7.

By the implicit function theorem y' is -F_x / F_y, where F(x, y) = 0 is the one equation for x and y that is supposed:
where the curve is vertical there is none, and what is claimed needs F_y not to be zero.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Symbol, Syntax

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning

_RATES = (L.Derivative, L.Gradient, L.FunctionalDerivative)


def rate(m: Meaning, name: str, variables: Sequence[Syntax]) -> L.Term | None:
    """The derivative of a number by another one, once or twice, on the one curve that is told of both; None where
    there is no such curve."""
    by = name_of(variables[0])
    if by is None or by == name or len(variables) > 2 or any(name_of(each) != by for each in variables):
        return None
    found = [curve for curve in _curves(m, name) if by in _names(curve)]
    return _slope(m, found[0], name, by, len(variables)) if len(found) == 1 else None


def primed(m: Meaning, name: str) -> L.Term | None:
    """What y' or y'' is on the one curve that is told of y and of another number, of x where there are more."""
    if not name.endswith("'"):
        return None
    plain = name.rstrip("'")
    order = len(name) - len(plain)
    if order > 2 or not plain:
        return None
    match m.context.values.get(plain):
        case L.Apply(L.Function(of), (L.Var() as place,)) as value if of == plain:  # x = x(t)
            first = L.Derivative(value, place, place)
            return first if order == 1 else L.Derivative(first, place, place)
    curves = list(_curves(m, plain))
    if len(curves) != 1:
        return None
    others = _names(curves[0]) - {plain}
    by = "x" if "x" in others and plain == "y" else next(iter(others)) if len(others) == 1 else None
    return None if by is None else _slope(m, curves[0], plain, by, order)


def total(m: Meaning, body: L.Term, by: L.Term) -> L.Term | None:
    r"""\frac{d}{dx} of what has numbers in it that vary with x on the curves that are told, where words say that it is
    differentiated implicitly; None of anything else."""
    if not isinstance(by, L.Var) or "implicit" not in m.context.said:
        return None
    rates = {n: rate(m, n.name, (Symbol(by.name),)) for n in body.free if isinstance(n, L.Var) and L.is_scalar(n)}
    parts = [L.Derivative(body, n, n) * slope for n, slope in rates.items() if slope is not None]
    return L.Plus((L.Derivative(body, by, by), *parts)) if parts else None


def pairs(context: Context) -> set[tuple[str, ...]]:
    """The numbers of the curves that are told, in the order of the alphabet."""
    return {tuple(sorted(names)) for names in map(_names, _equations(context)) if len(names) == 2}


def _curves(m: Meaning, name: str) -> Iterator[L.Relation]:
    context = m.context
    value = context.values.get(name)  # a number: it is taken there
    if (value is not None and value.free) or name in context.functions or name in m.bound or m.shapes.is_array(name):
        return
    yield from (each for each in _equations(context) if name in _names(each))


def _equations(context: Context) -> Iterator[L.Relation]:
    """The equations of several numbers that are supposed or to be met, and say nothing of derivatives."""
    for each in dict.fromkeys((*context.stated(), *context.posed)):
        match each:
            case L.Relation(left, "=", _) if L.is_scalar(left) and len(_names(each)) > 1:
                if not any(isinstance(n, _RATES) for n in each.walk()):
                    yield each


def _names(equation: L.Relation) -> set[str]:
    return {n.name for n in equation.free if isinstance(n, L.Var) and L.is_scalar(n)}


def _slope(m: Meaning, curve: L.Relation, name: str, by: str, order: int) -> L.Term:
    (y,) = (n for n in curve.free if isinstance(n, L.Var) and n.name == name)
    (x,) = (n for n in curve.free if isinstance(n, L.Var) and n.name == by)
    m.curve = m.context.unfolded(curve)
    level = curve.left if curve.right is L.Number(0) else curve.left - curve.right
    slope: L.Term = -(L.Derivative(level, x, x) / L.Derivative(level, y, y))
    if order > 1:
        slope = L.Derivative(slope, x, x) + L.Derivative(slope, y, y) * slope
    return m.context.unfolded(slope)


__all__ = ["pairs", "primed", "rate", "total"]
