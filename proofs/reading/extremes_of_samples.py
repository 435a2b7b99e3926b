r"""The largest and the smallest of independent data with one law: M = \max_i X_i, M = \min(X_1, \ldots, X_n).

The density of the largest is n f(x) F(x)^{n - 1}, that of the smallest n f(x) (1 - F(x))^{n - 1}: what a page says of
its density, distribution function and moments is judged by that.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .. import language as L
from .defined import Defined
from .models import are_independent
from .names import name_of
from .probabilities import ends
from .syntax import Big, Bracket, Dots, Named, Numeral, Script, Sign, Statement, Syntax

if TYPE_CHECKING:
    from .meaning import Meaning

_SAMPLE = re.compile(r"\b(be|is|are) a (random )?sample\b")


def learn(m: Meaning, left: Syntax, right: Syntax) -> bool:
    """Keep the density of a name that is the extreme of data; whether the equation says that."""
    name, found = name_of(left), _extreme(m, right)
    context = m.context
    if (
        name is None
        or found is None
        or name in context.laws
        or name in context.values
        or f"f_{name}" in context.functions
    ):
        return False
    word, stem = found
    index, law = context.data[stem]
    if not isinstance(index.space, L.Range) or not _are_independent(m) or index in law.free:
        return False
    home = L.support(law)
    if not isinstance(home, L.Reals | L.PositiveReals | L.Interval):
        return False
    context.functions[f"f_{name}"] = _density(word, law, home, index.space.high)
    context.density_homes[f"f_{name}"] = home
    context.own.add(f"f_{name}")
    context.extremes.add(name)
    return True


def _are_independent(m: Meaning) -> bool:
    return are_independent(m) or _SAMPLE.search(m.context.said) is not None


def _density(word: str, law: L.Law, home: L.Space, n: L.Term) -> Defined:
    taken = {v.name for v in (*law.free, *n.free) if isinstance(v, L.Var)}
    x = L.fresh(L.Var("x", L.R), taken)
    low, high = ends(home)
    side = L.Interval(low, x) if word == "max" else L.Interval(x, high)
    u = L.fresh(L.Var("u", side), taken | {x.name})
    return Defined((x,), n * law(x) * L.Int(law(u), u) ** (n - 1))


def _extreme(m: Meaning, node: Syntax) -> tuple[str, str] | None:
    """Whether it is the largest or the smallest of all data of a name, and of which."""
    match node:
        case Big("max" | "min" as word, Script(base, below), over, None) if below is not None:
            stem = name_of(base)
            if stem not in m.context.data or not _is_all(over, below, _size(m, stem)):
                return None
        case Named(
            "max" | "min" as word, Bracket(_, (Script(base, Numeral("1")), *middle, Script(last, end)), _, None)
        ) if base == last and any(isinstance(each, Dots) for each in middle) and end is not None:
            stem = name_of(base)
            if stem not in m.context.data or name_of(end) != _size(m, stem):
                return None
        case _:
            return None
    return (word, stem) if stem is not None and stem in m.context.data else None


def _size(m: Meaning, stem: str) -> str | None:
    space = m.context.data[stem][0].space
    return space.high.name if isinstance(space, L.Range) and isinstance(space.high, L.Var) else None


def _is_all(over: Syntax | None, index: Syntax, size: str | None) -> bool:
    """Whether a maximum over i, or 1 <= i <= n, is over all: what is below is the index alone or runs from one to the
    number of the data."""
    match over:
        case Statement((Numeral("1"), place, Syntax() as end), (Sign("<="), Sign("<="))):
            return place == index and size is not None and name_of(end) == size
        case Statement():
            return False
    return over is None or over == index


__all__ = ["learn"]
