"""Whether a mean may be differentiated in a parameter under the expectation, as one world has integrand and law.

On a finite set it may.  On a line it may where the integrand is a polynomial in the variable, the parameter and
functions that are smooth with all derivatives bounded: near each value of the parameter it and its derivative are at
most C (1 + |y|)^k, and the laws here have all such means.
"""

from __future__ import annotations

from typing import Any

from proofs import language as L

from .world import World

_BOUNDED = {"sin", "cos", "tanh", "sigmoid", "arctan", "erf"}  # with their derivatives, of each order


def may_differentiate(mean: Any, x: L.Var, world: World) -> bool:
    match mean:
        case L.Expectation(body, y, law) if x not in law.free:
            known = world.values.get(law, law)
            return isinstance(known, tuple | dict) or (_light(known, world) and _tempered(body, (x, y), world))
    return False


def _light(law: Any, world: World) -> bool:
    """Whether all powers have a mean."""
    match law:
        case L.Mixture(_, components):
            return all(_light(world.values.get(part, part), world) for part in components)
    return isinstance(law, L.Normal | L.Laplace | L.Uniform | L.Logistic | L.Gumbel | L.Exponential | L.Gamma | L.Beta)


def _tempered(t: Any, moving: tuple[L.Var, ...], world: World) -> bool:
    """Whether a term is smooth and grows, with its derivatives, at most like a power of the moving variables."""
    if t.free.isdisjoint(moving):
        return True
    match t:
        case L.Var():
            return L.is_scalar(t)
        case L.Plus(args) | L.Times(args):
            return all(_tempered(a, moving, world) for a in args)
        case L.Neg(arg):
            return _tempered(arg, moving, world)
        case L.Quotient(num, den):
            return den.free.isdisjoint(moving) and _tempered(num, moving, world)
        case L.Power(base, L.Number(n)):
            return n.denominator == 1 and n >= 0 and _tempered(base, moving, world)
        case L.Apply(L.Elementary(name), (arg,)):
            return name in _BOUNDED and _tempered(arg, moving, world)
        case L.Apply(L.Function() as f, (arg,)):
            return isinstance(drawn := world.values.get(f), L.Lambda) and _tempered(
                L.substitute(drawn.body, {drawn.var: arg}), moving, world
            )
    return False


__all__ = ["may_differentiate"]
