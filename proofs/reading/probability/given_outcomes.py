r"""Means of random variables of which no law is known, given others: E[X \mid Y], \mathrm{Var}(X \mid Y).

They are functions of the outcome, and what is given holds where these others have their values: E[X 1\{Y = y\}] / P(Y =
y), at the y that Y has at the outcome around, or that is written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from ... import language as L
from .outcomes import OMEGA, PROBABILITY, on_outcomes

if TYPE_CHECKING:
    from ..meaning import Meaning

Closed = tuple[dict[str, L.Term], Callable[[L.Term], L.Term]]


def closed(m: Meaning, names: Sequence[str], given: Mapping[str, L.Term]) -> Closed | None:
    """What the variables are at another outcome, and what makes a term in them a mean; None where more is known of one
    of them, or of densities, than that they are random."""
    context = m.context
    every = [*names, *given]
    told = (context.laws, context.masses, context.drawn, context.data, context.random, context.moments, context.told)
    letters = {name for variables in m.densities.variables.values() for name in variables}
    if not names or any(name in known for name in every for known in told) or letters & set(map(str.lower, every)):
        return None
    around = {n.name for value in (*given.values(), *m.outcomes.values()) for n in value.free if isinstance(n, L.Var)}
    omega = L.fresh(L.Var("\\omega'", OMEGA), around)
    values = on_outcomes(m, every, omega)
    where: L.Term = L.Number(1)
    for name, value in given.items():
        where = L.Cases((where,), (values[name].eq(value),), L.Number(0))

    def mean(body: L.Term) -> L.Term:
        whole = L.Expectation(where, omega, PROBABILITY)
        return L.Expectation(L.Times((body, where)), omega, PROBABILITY) / whole

    return {name: values[name] for name in names} | dict(given), mean


__all__ = ["closed"]
