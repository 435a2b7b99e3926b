r"""The letter \pi where a page uses it for a probability: $P(y = 1) = \pi$ and $1 - \pi$, and nowhere $2 \pi$.

Beside $\sqrt{2 \pi}$ it stays the number.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from ..syntax import Add, Bracket, Multiply, Numeral, Sign, Statement, Symbol, Syntax

_PI = Symbol("pi")
_LAWS = frozenset(("Bernoulli", "Bern", "Ber", "Bin", "Binomial", "Geometric", "Geom"))


def is_share(rows: Iterable[Syntax]) -> bool:
    r"""Whether rows make \pi a probability, write 1 - \pi of it, and no 2 \pi."""
    shown = used = False
    for row in rows:
        for node in row.walk():
            match node:
                case Add((Numeral("1"), Symbol("pi", "", ())), ("", "-")):
                    used = True
                case Statement((Multiply((Symbol("P" | "p" | "Pr"), Bracket()), ("", "")), other), (Sign("=" | ":="),)):
                    shown = shown or other == _PI
                case Statement((*_, Symbol("pi", "", ()), Numeral("1")), (*_, Sign("<" | "<="))):
                    shown = True
                case Multiply((Symbol(law), Bracket("(", (*_, Symbol("pi", "", ())))), _) if law in _LAWS:
                    shown = True
                case Multiply(factors) if any(_is_times_pi(one, other) for one, other in pairwise(factors)):
                    return False
    return shown and used


def _is_times_pi(one: Syntax, other: Syntax) -> bool:
    return isinstance(one, Numeral) and other == _PI


__all__ = ["is_share"]
