"""The degree of a polynomial in random quantities: how much of their joint law its mean depends on."""

from __future__ import annotations

from ... import language as L


def degree(t: L.Node, names: frozenset[L.Name]) -> int | None:
    """The degree of a polynomial in numbers, in coordinates of vectors, or in values of functions; None for what is
    none.  Means that stand in it are numbers."""
    if t.free.isdisjoint(names):
        return 0
    match t:
        case L.Expectation():
            return 0
        case L.Var():
            return 1
        case L.Coord(vector, place):
            return 1 if vector in names and place.free.isdisjoint(names) else None
        case L.Apply(head, args):
            return 1 if head in names and all(a.free.isdisjoint(names) for a in args) else None
        case L.Plus(args) | L.Times(args):
            degrees = [degree(each, names) for each in args]
            known = [d for d in degrees if d is not None]
            return None if None in degrees else max(known) if isinstance(t, L.Plus) else sum(known)
        case L.Neg(arg) | L.Sum(arg, _):
            return degree(arg, names)
        case L.Quotient(num, den) if den.free.isdisjoint(names):
            return degree(num, names)
        case L.Power(base, L.Number(n)) if n >= 0 and n.denominator == 1:
            found = degree(base, names)
            return None if found is None else found * int(n)
    return None


__all__ = ["degree"]
