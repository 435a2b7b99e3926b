r"""p(\theta | y) \propto p(y | \theta) p(\theta): two terms whose ratio does not depend on what the density is of.

f \propto g in x says that f(x) g(x') = f(x') g(x) for all x and x'.  In which variable is said by the density on the
left: in those before its bar or, of a likelihood, in those behind it, as far as they are written on the right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ... import language as L
from ..context import argument_names
from ..names import name_of
from ..syntax import Add, Bracket, Multiply, Syntax, Unread
from ..uses.arguments import argument
from ..uses.heads import family_of, head_of
from ..uses.uses import Applied
from .models import factor_of
from .noise import without_errors

if TYPE_CHECKING:
    from ..meaning import Meaning


Readings = tuple[list[str | None], list[str | None]]  # the names in which it is likely meant, and less likely


class UnknownDensity(Unread):
    """A density of which nothing is known is said to be proportional to what is written out."""


@dataclass(frozen=True)
class Proportion:
    """f(x) g(x') = f(x') g(x), with what is known of x known of x' too."""

    left: L.Term
    right: L.Term
    hypotheses: tuple[L.Node, ...]


def proportions(m: Meaning, density: Syntax, f: L.Term, g: L.Term, right: Syntax) -> list[Proportion]:
    """What ``f \\propto g`` may claim, in the order of how likely it is meant.  Raises ``Unread``."""
    if is_told(f, g):
        raise UnknownDensity("what an unknown density is proportional to", right.span)
    names = arguments_of(m, density)
    if names is not None and any(isinstance(n, L.Function) and n not in g.free for n in f.free):
        raise UnknownDensity("what an unknown function is proportional to", right.span)
    return in_variables(m, variables_of(m, density) if names is None else (names, []), f, g, right)


def is_told(f: L.Term, g: L.Term) -> bool:
    r"""Whether densities of which nothing is known stand on the left alone, as the q^* of q^*(z) \propto p(x, z), so
    that what is written says what one is."""
    unknown = {n.head for n in f.walk() if isinstance(n, L.Apply) and isinstance(n.head, L.Density)}
    return bool(unknown) and unknown.isdisjoint(g.free)


def arguments_of(m: Meaning, node: Syntax) -> list[str | None] | None:
    r"""The names that a function is taken at, which is no density: of L(\mu) the \mu; None for anything else."""
    match node:
        case Add((inner,), ("-",)):
            return arguments_of(m, inner)
        case Multiply((head_node, Bracket("(", items, ")", None)), ("", "")):
            head = head_of(head_node)
            names = [argument(item) for item in items]
            plain = head is not None and head.power is None and not head.primes and None not in names
            if head is not None and plain and not m.context.is_density(head.name) and family_of(head) is None:
                return names
    return None


def in_variables(
    m: Meaning, readings: Readings, f: L.Term, g: L.Term, right: Syntax, *, add: bool = False
) -> list[Proportion]:
    """What it may claim that the ratio of two terms, or if they ``add`` the difference, does not depend on names."""
    _require_no_values(m, [n for names in readings for n in names], right)
    found = []
    for names in readings:
        written = {name_of(n) for n in right.walk()} if g is not L.Number(1) else set(names)
        variables = [v for v in f.free | g.free if isinstance(v, L.Var) and v.name in names and v.name in written]
        if variables:
            top = _without_factor(f, frozenset(variables), add)
            found.append(_in(m, top, g, sorted(variables, key=lambda v: v.name), add))
    if not found:
        raise Unread("in which variable it is proportional is not said", right.span)
    return found


def variables_of(m: Meaning, density: Syntax) -> Readings:
    r"""The names in which a density may be meant, and those that are less likely.  Raises ``Unread``.

    Of a product p(y | \theta) p(\theta) it is the point of a factor that all the others speak of, as in a posterior.
    """
    found = [_density(m, factor) for factor in _factors(density)]
    names = [argument_names(applied) for applied in found if applied is not None]
    if len(names) == len(found) == 1:
        before, behind = names[0]
        _require_no_values(m, [*before, *behind], density)
        return before, [] if _is_posterior(m, before, behind) else behind
    shared = {n for points, _ in names for n in points if n is not None and all(n in [*a, *b] for a, b in names)}
    if len(names) < len(found) or len(shared) != 1:
        raise Unread("in which variable it is proportional is not said", density.span)
    return [*shared], []


def _require_no_values(m: Meaning, names: list[str | None], node: Syntax) -> None:
    """Raises ``Unread`` where a name has a value, which may change with the others."""
    if valued := sorted(n for n in names if n in m.context.values):
        raise Unread(f"a density at {valued[0]}, which has a value: whether that changes is not said", node.span)


def _is_posterior(m: Meaning, before: list[str | None], behind: list[str | None]) -> bool:
    """Whether what stands behind the bar has a law that depends on what stands before it."""
    factors = (factor_of(m, "p", n) for n in behind if n is not None)
    return any(factor is not None and not factor.parameters.isdisjoint(before) for factor in factors)


def _factors(node: Syntax) -> list[Syntax]:
    """The densities that are multiplied, each a head with its bracket; the node itself where it is no such product."""
    match node:
        case Multiply(factors, signs) if len(factors) % 2 == 0:
            pairs = list(zip(factors[::2], factors[1::2], strict=True))
            if all(isinstance(bracket, Bracket) for _, bracket in pairs) and not any(signs[1::2]):
                return [Multiply(pair, ("", ""), span=node.span) for pair in pairs]
    return [node]


def without_bar(density: Syntax) -> Syntax:
    """The density in the variables before its bar alone: what nothing is known of is no likelihood of those behind."""
    match density:
        case Multiply((head, Bracket() as bracket), signs):
            return Multiply((head, replace(bracket, given=None)), signs, span=density.span)
    return density


def _density(m: Meaning, node: Syntax) -> Applied | None:
    match node:
        case Multiply((head_node, Bracket("(", items, ")", given) as bracket), ("", "")):
            head = head_of(head_node)
            if head is not None and m.context.is_density(head.name):
                return Applied(head.name, items, given, bracket.bar)
            if head is not None and given is not None and family_of(head) is not None:
                return Applied(head.name, items, given, bracket.bar)
    return None


def _without_factor(f: L.Term, variables: frozenset[L.Var], add: bool) -> L.Term:
    """A density, or its logarithm, without what it is divided by if that does not depend on the variables.

    That is the evidence, which is finite where there is a posterior density at all.
    """
    match f:
        case L.Quotient(top, below) if not add and below.free.isdisjoint(variables):
            return top
        case L.Apply(L.Elementary("log"), (inner,)) if add:
            return L.log(_without_factor(inner, variables, False))
        case L.Neg(inner) if add:
            return L.Neg(_without_factor(inner, variables, True))
    return f


def _in(m: Meaning, f: L.Term, g: L.Term, variables: list[L.Var], add: bool) -> Proportion:
    taken = {n.name for n in f.free | g.free if isinstance(n, L.Var)}
    moved: dict[L.Name, L.Node] = {}
    for variable in variables:
        moved[variable] = other = L.fresh(L.Var(f"{variable.name}'", variable.space), taken)
        taken.add(other.name)
    held = without_errors(m.context, m.context.stated(), f.eq(g))
    known = tuple(L.substitute(h, moved) for h in held if not h.free.isdisjoint(moved))
    left, right = (f, L.substitute(g, moved)), (L.substitute(f, moved), g)
    if add:
        return Proportion(L.Plus(left), L.Plus(right), known)
    return Proportion(L.Times(left), L.Times(right), known)


__all__ = [
    "Proportion",
    "UnknownDensity",
    "arguments_of",
    "in_variables",
    "is_told",
    "proportions",
    "variables_of",
    "without_bar",
]
