r"""U_{(k)} \sim \mathrm{Beta}(k, n - k + 1): what a page says of the law of the k-th smallest of independent data.

Its density is \Gamma(n + 1) / (\Gamma(k) \Gamma(n - k + 1)) F(x)^{k - 1} (1 - F(x))^{n - k} f(x), so that a law that is
said of it is a claim.  Where the words of a page speak of order statistics, of a minimum or a maximum, U_{(k)} is one
in all of its formulas, and its mean, its variance and its probabilities are claims, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ... import language as L
from ..names import labelled, name_of
from ..probability.probabilities import ends
from ..syntax import Bracket, Numeral, Script, Syntax
from ..terms.defined import Defined
from . import extremes_of_samples
from .models import are_independent

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..pieces import Piece

_SPOKEN_OF = re.compile(
    r"\border(ed)?[ -](statistics?|samples?|values|observations)\b|\b(smallest|largest|minimum|minima|maxima)\b|"
    r"\bmaximum\b(?! (likelihood|a posteriori))"
)


def learn(m: Meaning, piece: Piece) -> None:
    """Keep what the order statistics in a formula are, where the page speaks of such."""
    if "_{(" not in piece.formula.maths.text or piece.row is None or not _SPOKEN_OF.search(m.context.said):
        return
    for node in piece.row.walk():
        match node:
            case Script(base, Bracket("(", (place,), ")", None), None, 0):
                name, stem = name_of(node), name_of(base)
                if name is not None and stem is not None and name not in m.context.extremes:
                    _learn_one(m, name, stem, node, place)


def _learn_one(m: Meaning, name: str, stem: str, node: Syntax, place: Syntax) -> None:
    context, head = m.context, labelled("f", name)
    if any(name in known for known in (context.laws, context.values)) or head in context.functions:
        return
    if stem in context.alike:
        size = name_of(context.alike[stem].size)
        if place == Numeral("1") or name_of(place) == size:
            context.extremes[name] = "min" if place == Numeral("1") else "max", stem
        return
    if (density := density_at(m, node)) is None:
        return
    index, law = context.data[stem]
    home, last = L.support(law), index.space.high if isinstance(index.space, L.Range) else None
    size = last.name if isinstance(last, L.Var) else None
    if last is not None and (place == Numeral("1") or (size is not None and name_of(place) == size)):
        word = "min" if place == Numeral("1") else "max"
        density, context.extremes[name] = extremes_of_samples.density(word, law, home, last), (word, stem)
    context.functions[head], context.density_homes[head] = density, home
    context.own.add(head)


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


__all__ = ["density_at", "learn"]
