"""Matrices of which an equation says what their square is: P^2 = P, M^2 = 1, N^2 = 0."""

from __future__ import annotations

from typing import Any

from proofs import language as L

IDEMPOTENT, INVOLUTORY, NILPOTENT = "idempotent", "involutory", "nilpotent"
KINDS = (IDEMPOTENT, INVOLUTORY, NILPOTENT)


def told(h: Any) -> tuple[str, L.Var] | None:
    """What an equation says of the square of a matrix, and which; None for any other."""
    match h:
        case L.Relation(left, "=", right):
            for side, other in ((left, right), (right, left)):
                base = _squared(side)
                if base is not None and other is base:
                    return IDEMPOTENT, base
                if base is not None and isinstance(other, L.Identity | L.Zero):
                    return INVOLUTORY if isinstance(other, L.Identity) else NILPOTENT, base
    return None


def _squared(t: Any) -> L.Var | None:
    match t:
        case L.Power(L.Var(_, L.Matrices(n, m)) as base, L.Number(two)) if two == 2 and n is m:
            return base
        case L.MatMul((L.Var(_, L.Matrices(n, m)) as base, again)) if base is again and n is m:
            return base
    return None


__all__ = ["IDEMPOTENT", "INVOLUTORY", "KINDS", "NILPOTENT", "told"]
