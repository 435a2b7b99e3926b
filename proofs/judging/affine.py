"""Orders that bound one number: 2 x >= 1 and 3 - x > 5 say what x >= 1/2 and x < -2 do."""

from __future__ import annotations

from fractions import Fraction

from proofs import language as L


def solved(h: L.Relation) -> tuple[L.Var, str, L.Number] | None:
    """The number that an order bounds, the sign and the bound; None where it is not affine in one number."""
    match [n for n in h.free if isinstance(n, L.Var) and L.is_scalar(n)]:
        case [x] if len(h.free) == 1 and h.symbol != "=":
            left, right = _affine(h.left, x), _affine(h.right, x)
            if left is None or right is None or left[0] == right[0]:
                return None
            slope, offset = left[0] - right[0], left[1] - right[1]
            return x, h.symbol if slope > 0 else L.relations.FLIPPED[h.symbol], L.Number(-offset / slope)
    return None


def constant(t: L.Term) -> Fraction | None:
    """The value of a term in which only numbers occur, by exact arithmetic; None for others."""
    match t:
        case L.Number(value):
            return value
        case L.Neg(arg):
            inner = constant(arg)
            return None if inner is None else -inner
        case L.Quotient(num, den):
            a, b = constant(num), constant(den)
            return None if a is None or not b else a / b
    return None


def _affine(t: L.Term, x: L.Var) -> tuple[Fraction, Fraction] | None:
    """Slope and value at 0."""
    if x not in t.free:
        value = constant(t)
        return None if value is None else (Fraction(0), value)
    match t:
        case L.Var():
            return Fraction(1), Fraction(0)
        case L.Neg(inner):
            found = _affine(inner, x)
            return None if found is None else (-found[0], -found[1])
        case L.Plus(parts):
            each = [_affine(part, x) for part in parts]
            known = [found for found in each if found is not None]
            return _sum(known) if len(known) == len(each) else None
        case L.Times(factors):
            varying = [f for f in factors if x in f.free]
            scale = _product([constant(f) for f in factors if x not in f.free])
            found = _affine(varying[0], x) if len(varying) == 1 else None
            return None if found is None or scale is None else (scale * found[0], scale * found[1])
        case L.Quotient(upper, lower):
            found, divisor = _affine(upper, x), constant(lower)
            return None if found is None or not divisor else (found[0] / divisor, found[1] / divisor)
    return None


def _sum(parts: list[tuple[Fraction, Fraction]]) -> tuple[Fraction, Fraction]:
    return sum((a for a, _ in parts), Fraction(0)), sum((b for _, b in parts), Fraction(0))


def _product(numbers: list[Fraction | None]) -> Fraction | None:
    product = Fraction(1)
    for number in numbers:
        if number is None:
            return None
        product *= number
    return product


__all__ = ["constant", "solved"]
