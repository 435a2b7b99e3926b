r"""Events of sums of independent normal variables, P(X < Y), P(2X + Y \le z): a sum of such is normal itself.

Its mean is that of the means, its variance the sum of the variances with the squares of the coefficients.
"""

from __future__ import annotations

from ... import language as L
from ..terms.polynomials_told import polynomial


def law_of(difference: L.Term, laws: dict[L.Var, L.Law]) -> L.Normal | None:
    """The law of what is linear in values of independent normal variables; None of anything else."""
    found = polynomial(difference)
    if found is None or len(laws) < 2:
        return None
    mean: list[L.Term] = []
    coefficients: dict[L.Var, list[L.Term]] = {}
    for monomial, number in found.items():
        inside = [(base, n) for base, n in monomial if not base.free.isdisjoint(laws)]
        rest: L.Term = L.Number(number)
        for base, n in monomial:
            if base.free.isdisjoint(laws):
                rest = L.Times((rest, base if n == 1 else L.Power(base, L.Number(n))))
        match inside:
            case []:
                mean.append(rest)
            case [(L.Var() as variable, 1)] if isinstance(laws.get(variable), L.Normal):
                coefficients.setdefault(variable, []).append(rest)
            case _:
                return None
    if coefficients.keys() != laws.keys():
        return None
    spread: list[L.Term] = []
    for variable, parts in coefficients.items():
        law, factor = laws[variable], _sum(parts)
        assert isinstance(law, L.Normal)
        mean.append(L.Times((factor, law.mean)))
        spread.append(L.Times((L.Power(factor, L.Number(2)), L.Power(law.deviation, L.Number(2)))))
    return L.Normal(_sum(mean), L.sqrt(_sum(spread)))


def _sum(parts: list[L.Term]) -> L.Term:
    return parts[0] if len(parts) == 1 else L.Plus(tuple(parts))


__all__ = ["law_of"]
