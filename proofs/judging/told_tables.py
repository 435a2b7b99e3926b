"""What equations tell of a density on finitely many points: P(A) = 1/100 and P(B | A) = 99/100 of two events."""

from __future__ import annotations

from itertools import product
from typing import Any

from proofs import language as L

LARGEST = 32  # entries

Points = dict[tuple[int, ...], int]  # the points of the table, and the place of each among the unknowns


def points_of(law: Any) -> Points | None:
    """The points that a density is on, a few in number whatever the values of all names; None for others."""
    if not isinstance(law, L.Density):
        return None
    factors = law.space.factors if isinstance(law.space, L.Cartesian) else (law.space,)
    choices = [integers(factor) for factor in factors]
    known = [choice for choice in choices if choice is not None]
    if len(known) < len(choices):
        return None
    cells = list(product(*known))
    return {cell: k for k, cell in enumerate(cells)} if 1 < len(cells) <= LARGEST else None


def integers(space: L.Space) -> range | None:
    """The numbers in a range whose ends are written as numbers; None for other spaces."""
    match space:
        case L.Range(L.Number(low), L.Number(high)) if (
            low.denominator == high.denominator == 1 and high - low < LARGEST
        ):
            return range(int(low), int(high) + 1)
    return None


def told_of(h: Any) -> L.Density | None:
    """The density whose table an equation tells something of, beside numbers; None for other statements."""
    if not isinstance(h, L.Relation) or h.symbol != "=":
        return None
    laws = [n for n in h.free if isinstance(n, L.Density)]
    scalars = all(isinstance(n, L.Var) and L.is_scalar(n) for n in h.free if n not in laws)
    if len(laws) != 1 or not scalars or points_of(laws[0]) is None:
        return None
    return laws[0] if all(_is_made_of(side, laws[0]) for side in (h.left, h.right)) else None


def _is_made_of(t: Any, law: L.Density) -> bool:
    """Whether a term is arithmetic of a density's entries, of sums of them over all values of a coordinate, and of what
    has nothing to do with it."""
    match t:
        case _ if law not in t.free:
            return True
        case L.Apply(head, (L.Tuple(args),)) | L.Apply(head, args) if head is law:
            return all(isinstance(a, L.Number) or (isinstance(a, L.Var) and integers(a.space)) for a in args)
        case L.Sum(body, L.Var(_, space)):
            return integers(space) is not None and _is_made_of(body, law)
        case L.Plus() | L.Times() | L.Quotient() | L.Neg() | L.Power(_, L.Number(2)):
            return all(_is_made_of(child, law) for child in t.children() if law in child.free)
    return False


__all__ = ["Points", "integers", "points_of", "told_of"]
