r"""U_{(k)} \sim \mathrm{Beta}(k, n - k + 1): what a page says of the law of the k-th smallest of independent data.

Its density is \Gamma(n + 1) / (\Gamma(k) \Gamma(n - k + 1)) F(x)^{k - 1} (1 - F(x))^{n - k} f(x), so that a law that is
said of it is a claim.  Of its mean nothing is read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..probability.probabilities import ends
from ..syntax import Bracket, Script, Syntax
from ..terms.defined import Defined
from .models import are_independent

if TYPE_CHECKING:
    from ..meaning import Meaning


def density_at(m: Meaning, node: Syntax) -> Defined | None:
    """The density of an order statistic of data on the line; None for anything else."""
    match node:
        case Script(base, Bracket("(", (place,), ")", None), None, 0):
            stem = name_of(base)
        case _:
            return None
    context = m.context
    if stem not in context.data or not are_independent(m):
        return None
    index, law = context.data[stem]
    home = L.support(law)
    if not isinstance(index.space, L.Range) or index in law.free:
        return None
    if not isinstance(home, L.Reals | L.PositiveReals | L.Interval):
        return None
    k, n = m.scalar(place), index.space.high
    context.presume(k >= 1, k <= n)
    return _density(law, home, k, n)


def _density(law: L.Law, home: L.Space, k: L.Term, n: L.Term) -> Defined:
    taken = {v.name for v in (*law.free, *n.free, *k.free) if isinstance(v, L.Var)}
    x = L.fresh(L.Var("x", L.R), taken)
    low, high = ends(home)
    below = L.fresh(L.Var("u", L.Interval(low, x)), taken | {x.name})
    above = L.fresh(L.Var("u", L.Interval(x, high)), taken | {x.name})
    ways = L.gamma(n + 1) / (L.gamma(k) * L.gamma(n - k + 1))
    smaller, larger = L.Int(law(below), below) ** (k - 1), L.Int(law(above), above) ** (n - k)
    return Defined((x,), ways * smaller * larger * law(x))


__all__ = ["density_at"]
