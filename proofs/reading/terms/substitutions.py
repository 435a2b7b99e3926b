r"""Equations between differentials, as substitutions are written: $du = 2x \, dx$ says that du/dx is 2x."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ... import language as L
from ..context import Context
from ..names import name_of
from ..syntax import Add, Differential, Fraction, Multiply, Numeral, Sign, Statement, Symbol, Syntax, Unread


@dataclass(frozen=True)
class _Multiple:
    """What a side is: so many times the differential of a name."""

    factor: Syntax
    of: Syntax


def as_rate(statement: Statement, context: Context) -> Statement:
    """The statement, or if it equates two differentials what it says of a derivative.  Raises ``Unread``."""
    match statement:
        case Statement((left, right), (Sign("="),)) if left is not None and right is not None:
            a, b = _multiple(left, context), _multiple(right, context)
        case _:
            return statement
    if a is None or b is None:
        return statement
    if _depends(context, a.of, b.of):
        rate, other = (a.factor, _derivative(a.of, b.of)), b.factor
        sides = _product(rate, left), replace(other, span=right.span)
    elif _depends(context, b.of, a.of):
        sides = replace(a.factor, span=left.span), _product((b.factor, _derivative(b.of, a.of)), right)
    else:
        raise Unread("an equation between differentials, of names of which neither is defined by the other", left.span)
    return replace(statement, expressions=sides)


def _depends(context: Context, name: Syntax, on: Syntax) -> bool:
    value = context.values.get(name_of(name) or "")
    return value is not None and any(isinstance(n, L.Var) and n.name == name_of(on) for n in value.free)


def _derivative(of: Syntax, by: Syntax) -> Fraction:
    return Fraction(Differential("d", of), Differential("d", by))


def _product(factors: tuple[Syntax, ...], whole: Syntax) -> Syntax:
    kept = tuple(f for f in factors if f != Numeral("1"))
    return replace(kept[0], span=whole.span) if len(kept) == 1 else Multiply(kept, ("",) * len(kept), span=whole.span)


def _multiple(node: Syntax, context: Context) -> _Multiple | None:
    r"""2x dx, -dx, (1/2) du, \frac{dx}{x}: the factor and the name; None for what is no multiple of a differential."""
    match node:
        case Differential("d", of, None, None) if of is not None and name_of(of) is not None:
            return _Multiple(Numeral("1"), of)
        case Add((inner,), ("-",)) if (found := _multiple(inner, context)) is not None:
            return replace(found, factor=Add((found.factor,), ("-",)))
        case Fraction(num, den) if (found := _multiple(num, context)) is not None:
            return replace(found, factor=Fraction(found.factor, den))
        case Multiply((*before, Symbol("d", "" | "rm", ()), of), signs) if signs[-1] == "":
            if name_of(of) is None or _is_number(context):
                return None
            return _Multiple(_rest(before, signs), of)
        case Multiply((*before, Differential() as last), signs) if (found := _multiple(last, context)) is not None:
            return replace(found, factor=_rest(before, signs))
    return None


def _rest(factors: list[Syntax], signs: tuple[str, ...]) -> Syntax:
    if len(factors) > 1:
        return Multiply(tuple(factors), signs[: len(factors)])
    return factors[0] if factors else Numeral("1")


def _is_number(context: Context) -> bool:
    """Whether the letter d has a meaning of its own: a dimension, a distance."""
    survey = context.survey
    return (
        "d" in context.spaces
        or "d" in context.values
        or "d" in survey.counting | survey.running
        or bool({"d"} & survey.labels.keys())
    )


__all__ = ["as_rate"]
