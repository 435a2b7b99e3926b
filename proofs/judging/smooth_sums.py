"""Sums over finite sets of what is made of smooth functions: they are continuously differentiable, by their form."""

from __future__ import annotations

from typing import Any

from proofs import language as L

from .world import FiniteSpace, World, key_of

_SMOOTH = frozenset(("exp", "sin", "cos", "sinh", "cosh", "tanh", "arctan", "sigmoid", "softplus", "erf"))


def is_smooth_sum(t: Any, rough: frozenset[L.Name], world: World) -> bool:
    """Whether a term is seen to be continuously differentiable in all numbers; ``rough`` are functions that may have
    kinks, as they are told to be something."""
    match t:
        case L.Var() | L.Number() | L.Constant():
            return True
        case L.Plus(args) | L.Times(args):
            return all(is_smooth_sum(a, rough, world) for a in args)
        case L.Neg(arg):
            return is_smooth_sum(arg, rough, world)
        case L.Quotient(num, den):
            return _is_positive(den, world) and all(is_smooth_sum(a, rough, world) for a in (num, den))
        case L.Power(base, L.Number(exponent)) if exponent.denominator == 1 and exponent >= 0:
            return is_smooth_sum(base, rough, world)
        case L.Apply(L.Elementary("log"), (arg,)):
            return _is_positive(arg, world) and is_smooth_sum(arg, rough, world)
        case L.Apply(L.Elementary(name), args):
            return name in _SMOOTH and all(is_smooth_sum(a, rough, world) for a in args)
        case L.Apply(L.Function(_, _, L.Reals() | L.PositiveReals()) as f, args):
            return f not in rough and all(is_smooth_sum(a, rough, world) for a in args)
        case L.Int(body, var):
            return _is_finite(var.space, world) and is_smooth_sum(body, rough, world)
    return False


def _is_positive(t: Any, world: World) -> bool:
    """Whether a term is positive wherever it is taken."""
    match t:
        case L.Number(value):
            return value > 0
        case L.Apply(L.Elementary("exp"), _):
            return True
        case L.Apply(L.Function(_, _, codomain), _):
            return isinstance(codomain, L.PositiveReals)
        case L.Times(args) | L.Plus(args):
            return all(_is_positive(a, world) for a in args)
        case L.Quotient(num, den):
            return _is_positive(num, world) and _is_positive(den, world)
        case L.Int(body, var):
            return _is_finite(var.space, world) and _is_positive(body, world)
    return False


def _is_finite(space: L.Space, world: World) -> bool:
    """Whether a space is a finite set of points, some of which have weight."""
    found = world.spaces.get(key_of(space)) if isinstance(space, L.Abstract) else None
    return isinstance(found, FiniteSpace) and any(w > 0 for w in found.weights)


__all__ = ["is_smooth_sum"]
