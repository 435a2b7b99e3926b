"""Double integrals that are products: of g(x) h(y), each over a range that does not move with the other."""

from __future__ import annotations

from typing import Any

from flint import arb

from proofs import language as L

from .scalars import ball


def product_of_integrals(m: Any, t: L.Int) -> Any:
    """The product of two integrals for an integral of an integral of g(x) h(y), where both are finite; else None.

    With finite integrals of g and of h the iterated integral is their product.
    """
    if m.resolution is not None or not isinstance(t.body, L.Int):
        return None
    x, inner = t.var, t.body
    if inner.var is x or x in inner.var.space.free or m.atoms(inner.var.space) is not None:
        return None
    parts = _apart(inner.body, x, inner.var)
    if parts is None:
        return None
    first, second = m.value(L.Int(parts[0], x)), m.value(L.Int(parts[1], inner.var))
    finite = all(isinstance(ball(each), arb) and ball(each).is_finite() for each in (first, second))
    return first * second if finite else None


def _apart(t: Any, x: L.Var, y: L.Var) -> tuple[Any, Any] | None:
    """(g, h) with t = g h, g free of ``y`` and h of ``x``, as it is written or by e^(a + b) = e^a e^b."""
    if y not in t.free:
        return t, L.Number(1)
    if x not in t.free:
        return L.Number(1), t
    match t:
        case L.Neg(a):
            found = _apart(a, x, y)
            return None if found is None else (L.Neg(found[0]), found[1])
        case L.Times(args) if all(map(L.is_scalar, args)):
            pairs = [_apart(a, x, y) for a in args]
            if None in pairs:
                return None
            return tuple(L.fold(L.Times, [p[k] for p in pairs if p], 1) for k in (0, 1))  # type: ignore[return-value]
        case L.Quotient(num, den):
            above, below = _apart(num, x, y), _apart(den, x, y)
            return None if above is None or below is None else (above[0] / below[0], above[1] / below[1])
        case L.Power(base, L.Number(n)) if n.denominator == 1:
            found = _apart(base, x, y)
            return None if found is None else (L.Power(found[0], L.Number(n)), L.Power(found[1], L.Number(n)))
        case L.Apply(L.Elementary("exp"), (exponent,)) | L.Power(L.Constant("e"), exponent):
            addends = _addends(exponent)
            if any(x in a.free and y in a.free for a in addends):
                return None
            here = [a for a in addends if y not in a.free]
            there = [a for a in addends if y in a.free]
            return L.exp(L.fold(L.Plus, here, 0)), L.exp(L.fold(L.Plus, there, 0))
    return None


def _addends(t: Any) -> list[Any]:
    match t:
        case L.Plus(args):
            return [b for a in args for b in _addends(a)]
        case L.Neg(a):
            return [L.Neg(b) for b in _addends(a)]
        case L.Quotient(num, den):
            return [b / den for b in _addends(num)]
    return [t]
