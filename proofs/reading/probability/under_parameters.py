r"""Means at parameters that stand behind a semicolon: E[y; \lambda], \mathrm{Var}(Y; \eta).

These are no random variables: the mean is the one under the law that the parameters tell.  Where a density
p(y; \lambda) is written out, E[y; \lambda] sums or integrates it, and the small letter is the random variable.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..laws import stated
from ..names import name_of
from ..syntax import Bracket, Syntax, Unread
from ..terms.defined import Defined

if TYPE_CHECKING:
    from ..meaning import Meaning


def are_parameters(m: Meaning, bracket: Bracket) -> bool:
    """Whether what stands behind a semicolon are names of numbers of which the page says something."""
    context = m.context
    names = [name_of(each) for each in bracket.given or ()]
    random = context.laws.keys() | context.random.keys()
    if bracket.bar != ";" or not names or any(name is None or name in random for name in names):
        return False
    return all(name in context.values or name in _of_densities(m) or _is_of_law(m, name) for name in names)


def _of_densities(m: Meaning) -> set[str]:
    """The parameters of the densities that are written out with them."""
    context = m.context
    found = {parameter.name for f in context.functions.values() for parameter in f.given}
    return found | {parameter for _, parameter in context.normalised.values()}


def _is_of_law(m: Meaning, name: str | None) -> bool:
    return any(n.name == name for law in m.context.laws.values() for n in law.free if isinstance(n, L.Var))


def moment(m: Meaning, word: str, bracket: Bracket, counted: bool = False) -> L.Term | None:
    r"""E[T(y); \lambda], Var[y; \lambda] of a density p(y; \lambda) that is written out; None of other things.  Without
    the semicolon, E[Y], of one that is ``counted``.

    Raises ``Unread`` where it is not said on which values the density lives.
    """
    if word not in ("mean", "variance") or len(bracket.items) != 1:
        return None
    found = _density(m, bracket.items[0])
    if found is None:
        return None
    head, density, written = found
    if counted and not (written[:1].isupper() and L.is_index_space(density.arguments[0].space)):
        return None
    (argument,) = density.arguments
    point = L.fresh_beside(L.Var(argument.name, _home(m, head, argument, bracket)), density.body)
    before, m.outcomes = m.outcomes, {**m.outcomes, argument.name.upper(): point}
    try:
        with m.binding({written: point}):
            inner = m.scalar(bracket.items[0])
    finally:
        m.outcomes = before
    mass = L.substitute(m.context.unfolded(density.body), {argument: point})

    def mean(body: L.Term) -> L.Term:
        return (L.Sum if L.is_index_space(point.space) else L.Int)(mass * body, point)

    return mean(inner) if word == "mean" else mean((inner - mean(inner)) ** 2)


def _density(m: Meaning, body: Syntax) -> tuple[str, Defined, str] | None:
    """The density with parameters whose argument stands in a mean, its letter, and the argument as it stands there."""
    names = {name for node in body.walk() if (name := name_of(node)) is not None}
    for head, density in m.context.functions.items():
        if not (density.given or head in m.context.normalised) or not density.is_plain:
            continue
        argument = density.arguments[0].name
        written = names & {argument, argument.upper()}
        if len(written) == 1 and written.isdisjoint(m.context.laws.keys() | m.context.random.keys()):
            return head, density, written.pop()
    return None


def _home(m: Meaning, head: str, argument: L.Var, bracket: Bracket) -> L.Space:
    """Where the density lives: on integers from a number on, on a few, on a part of the line, or on all of it."""
    if isinstance(argument.space, L.Range):
        return argument.space
    if head in m.context.normalised:
        return stated.home(m.context, head, argument) or L.R
    if argument.space is L.Z_INTEGERS:
        orders = [r for r in m.context.stated() if isinstance(r, L.Relation) and r.left is argument]
        lows = [r.right for r in orders if r.symbol == ">="]
        if len(lows) == 1 and isinstance(lows[0], L.Number):
            return L.Range(lows[0], L.oo)
    elif (home := stated.home(m.context, head, argument)) is not None:
        return home
    raise Unread(f"on which values {head} is not zero was not read", bracket.span)


__all__ = ["are_parameters", "moment"]
