"""The symbol before a bracket, taken apart: its name, its label, its power."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace

from ..laws.families import ALONE, LawName, family
from ..names import is_mark, name_of
from ..probability.means import operator
from ..syntax import Bracket, Numeral, Script, Symbol, Syntax


@dataclass(frozen=True)
class Head:
    """A symbol before a bracket, in parts."""

    symbol: Symbol
    below: Syntax | None
    power: Syntax | None
    primes: int
    name: str


def head_of(factor: Syntax, bracket: Bracket | None = None) -> Head | None:
    """The head of a possible application, to that bracket."""
    match factor:
        case Symbol():
            name = name_of(factor)
            return None if name is None else Head(factor, None, None, 0, name)
        case Script(Symbol() as symbol, below, above, primes):
            power = None if above is None or is_mark(above) else above
            label = Script(symbol, below, above if power is None else None, 0)
            name = name_of(label) if below is not None or (above is not None and power is None) else name_of(symbol)
            if name is None and operator(symbol, bracket) is None:
                return None
            return Head(symbol, below, power, primes, name or symbol.name)
    return None


def undotted(head: Head, functions: Container[str]) -> Head:
    r"""The head with its dots as primes, where it is a function that is known: \dot x(t) is x'(t)."""
    order = {"dot": 1, "ddot": 2}.get(head.symbol.accents[-1]) if head.symbol.accents else None
    if order is None:
        return head
    plain = replace(head.symbol, accents=head.symbol.accents[:-1])
    name = name_of(plain if head.below is None else Script(plain, head.below))
    if name is None or name not in functions:
        return head
    return Head(plain, head.below, head.power, head.primes + order, name)


def family_of(head: Head, sole: bool = False) -> LawName | None:
    r"""The family that a head names; ``sole``: where a law stands alone, \chi^2(n) and t(n) are laws too."""
    if head.symbol.name == "chi" and head.power == Numeral("2") and head.below is None:
        return family("chi^2", "") if sole else None
    if (head.symbol.name in ALONE and not sole) or head.power is not None or head.primes:
        return None
    return family(head.symbol.name, head.symbol.font)
