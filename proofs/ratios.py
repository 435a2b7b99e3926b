"""Ratios of densities that have a mean under one of them, whatever the densities are."""

from __future__ import annotations

from .algebra import equal
from .language import Apply, Law, Mixture, Number, Plus, Term, Var, half, log
from .language.facts import Facts
from .language.masks import ZERO
from .validity import law_unmet
from .views import laws_at, split

FACTORS = (Number(1), Number(-1), half, Number(2), -half, Number(-2))


def is_ratio(body: Term, x: Var, law: Law, facts: Facts) -> bool:
    """p(x)/q(x), or its square root, under q: E_q[p/q] = P(q > 0) <= 1, and sqrt(t) <= 1 + t."""
    for p in laws_at(body, x):
        if not law_unmet(p, facts):
            ratio = p(x) / law(x)
            if equal(body, ratio, facts) or equal(body * body, ratio, facts):
                return True
    return False


def is_ratio_to_mixture(body: Term, x: Var, law: Law, facts: Facts) -> bool:
    """c log(p(x)/(a p(x) + b q(x) + ...)) under p, with constants a, b, ... > 0: the ratio is at most 1/a, and the
    inverse ratio has the mean a + b + ... at most, which bounds the logarithm below."""
    sums = [n for n in body.walk() if isinstance(n, Plus) or (isinstance(n, Apply) and isinstance(n.head, Mixture))]
    for total in sums:
        if _mixes(total, x, law, facts):
            ratio = log(law(x)) - log(total)
            if any(equal(body, factor * ratio, facts) for factor in FACTORS):
                return True
    return False


def _mixes(t: Term, x: Var, law: Law, facts: Facts) -> bool:
    """Whether a term is a sum of densities at ``x``, that of the law among them, with positive constant factors."""
    match t:
        case Apply(Mixture() as mixture, (at,)) if at is x:
            t = mixture.density_at(x)
    parts = [split(part, x) for part in (t.args if isinstance(t, Plus) else (t,)) if facts.sign(part) != ZERO]
    for coefficient, rest in parts:
        match rest:
            case Apply(Law() as each, (at,)) if at is x and x not in each.free and not law_unmet(each, facts):
                if not (facts.positive(coefficient) and facts.finite_number(coefficient)):
                    return False
            case _:
                return False
    return any(rest is law(x) for _, rest in parts)


__all__ = ["FACTORS", "is_ratio", "is_ratio_to_mixture"]
