"""A sum of logarithms as the logarithm of one ratio, what stands above and below cancelled."""

from __future__ import annotations

from collections import Counter

from .language import Apply, Elementary, Neg, Plus, Quotient, Term, Times, fold


def as_one_logarithm(t: Term) -> Term | None:
    """f with t = log f, of a sum of at least two logarithms with signs whose arguments are positive; None of others."""
    if not isinstance(t, Plus):
        return None
    factors: Counter[Term] = Counter()
    for part in t.args:
        match part:
            case Apply(Elementary("log"), (a,)):
                factors.update(_factors(a, 1))
            case Neg(Apply(Elementary("log"), (a,))):
                factors.update(_factors(a, -1))
            case _:
                return None
    above = [f for f, n in factors.items() for _ in range(n)]
    below = [f for f, n in factors.items() for _ in range(-n)]
    return Quotient(fold(Times, above, 1), fold(Times, below, 1)) if below else fold(Times, above, 1)


def _factors(t: Term, sign: int) -> Counter[Term]:
    """The factors of a product or a ratio, each with how often it stands above, or below, the line."""
    found: Counter[Term] = Counter()
    match t:
        case Times(args):
            for a in args:
                found.update(_factors(a, sign))
        case Quotient(num, den):
            found.update(_factors(num, sign))
            found.update(_factors(den, -sign))
        case _:
            found[t] += sign
    return found


__all__ = ["as_one_logarithm"]
