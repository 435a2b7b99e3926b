"""Step densities: where a claim says nothing of a line but through densities on it, R may be a few intervals.

A table with an entry for each product of intervals is a density on R^n that is constant on boxes and 0 elsewhere.  If
all integrands vanish where the densities do, integrals are finite sums, exactly.  Only a hypothesis may then ask for
more than such a density can give (to be positive everywhere): such a world confirms under it, and refutes nothing.
"""

from __future__ import annotations

from typing import Any

from proofs import language as L

_LAWS = (L.Density, L.Mixture, L.Marginal)
_MET = ("density", "finite", "dominated")  # the facts that hold of step densities as they do of their tables


def is_stepwise(names: frozenset[L.Name], statement: L.Node, hypotheses: tuple[Any, ...]) -> bool:
    """Whether the densities of a claim may be step densities; asked for where there is a joint one on lines."""
    if not any(isinstance(n, L.Density) and _on_lines(n.space) for n in names):
        return False
    if any(isinstance(n, L.Function | L.FunctionFamily | L.DensityFamily | L.Abstract) for n in names):
        return False
    parts = (statement, *hypotheses)
    return all(_says_nothing_else(part, frozenset(), names) for part in parts)


def is_faithful(hypotheses: tuple[Any, ...]) -> bool:
    """Whether the hypotheses hold of step densities where they hold of their tables."""
    return all(not _mentions_density(h) or (isinstance(h, L.Fact) and h.predicate in _MET) for h in hypotheses)


def _mentions_density(h: Any) -> bool:
    return any(isinstance(n, L.Density) for n in h.free)


def _on_lines(space: L.Space) -> bool:
    return isinstance(space, L.Cartesian) and all(isinstance(factor, L.Reals) for factor in space.factors)


def _says_nothing_else(t: Any, points: frozenset[L.Var], names: frozenset[L.Name]) -> bool:
    """Whether points of lines stand in densities alone, under integrals that vanish where these do."""
    match t:
        case L.Apply(head, args) if isinstance(head, _LAWS):
            return _is_law(head) and all(_is_point(a, points) for a in args)
        case L.Int(body, var):
            return _is_line(var.space) and _vanishes(body) and _says_nothing_else(body, points | {var}, names)
        case L.Expectation(body, var, law):
            return _is_law(law) and _says_nothing_else(body, points | {var}, names)
        case L.Divergence() | L.JensenShannon() | L.Entropy() | L.CrossEntropy():
            return all(map(_is_law, t.children()))
        case L.Var():
            return t not in points
        case L.Fact("density" | "dominated" | "positive_density", args):
            return all(map(_is_law, args))
        case L.Law() | L.Derivative() | L.FunctionalDerivative() | L.ForAll() | L.AlmostEverywhere():
            return False
        case L.Space():
            return True
    return all(_says_nothing_else(child, points, names) for child in t.children())


def _is_line(space: L.Space) -> bool:
    return isinstance(space, L.Reals) or _on_lines(space)


def _is_law(law: Any) -> bool:
    match law:
        case L.Density(_, space):
            return _is_line(space)
        case L.Mixture(_, components):
            return all(map(_is_law, components))
        case L.Marginal(joint, index):
            return _is_law(joint) and isinstance(index, L.Number)
    return False


def _is_point(t: Any, points: frozenset[L.Var]) -> bool:
    match t:
        case L.Tuple(entries):
            return all(_is_point(entry, points) for entry in entries)
        case L.Coord(point, L.Number()):
            return _is_point(point, points)
    return t in points


def _vanishes(t: Any) -> bool:
    """Whether a term is 0 where the densities in it are."""
    match t:
        case L.Apply(head, _):
            return isinstance(head, _LAWS)
        case L.Times(args):
            return any(map(_vanishes, args))
        case L.Plus(args):
            return all(map(_vanishes, args))
        case L.Neg(arg):
            return _vanishes(arg)
        case L.Quotient(num, _):
            return _vanishes(num)
        case L.Int(body, _):
            return _vanishes(body)
    return False
