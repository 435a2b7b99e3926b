r"""A parameter that takes the place of another: the precision \tau = 1/\sigma^2, of which a prior is then a law.

Where a page gives the law of \tau, it is \tau that varies, and \sigma is 1/\sqrt{\tau} wherever it was written before;
what is given \sigma^2 is given \tau.  Only of a power of one positive number is the other told so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Numeral, Script, Syntax

if TYPE_CHECKING:
    from ..context import Context


def take_its_place(context: Context, name: str, value: L.Term) -> bool:
    """Whether a parameter with a value c s^k is from here on what s is written in; no other value is solved."""
    power = _power(value)
    if power is None or name in context.values or L.Var(name, L.R) in context.claimed_of:
        return False
    scale, base, exponent = power
    if base.name in context.values or not _is_positive(context, base):
        return False
    new = L.Var(name, L.R)
    solved = L.Power(new if scale is L.Number(1) else new / scale, L.Number(1 / exponent.value))
    context.assume(new > 0)
    context.give(base.name, solved)
    context.data = {stem: (i, L.substitute(law, {base: solved})) for stem, (i, law) in context.data.items()}
    context.instead[base.name] = name
    return True


def instead(context: Context, item: Syntax) -> str | None:
    r"""The parameter that is given where \sigma or \sigma^2 is, and took its place; None for any other."""
    root = item.base if isinstance(item, Script) and item.below is None and item.above == Numeral("2") else item
    return context.instead.get(name_of(root) or "")


def _power(value: L.Term) -> tuple[L.Term, L.Var, L.Number] | None:
    """A value as a number times a power of one name."""
    match value:
        case L.Power(L.Var() as base, L.Number() as exponent) if exponent is not L.Number(0):
            return L.Number(1), base, exponent
        case L.Quotient(L.Number() as scale, L.Var() as base) if L.is_scalar(base):
            return scale, base, L.Number(-1)
        case L.Quotient(L.Number() as scale, L.Power(L.Var() as base, L.Number() as exponent)):
            return scale, base, L.Number(-exponent.value)
    return None


def _is_positive(context: Context, base: L.Var) -> bool:
    from ...language.facts import Facts

    return base.name.startswith("sigma") or Facts(context.stated()).positive(base)


__all__ = ["instead", "take_its_place"]
