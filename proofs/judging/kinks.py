"""Where |q(y)| has a kink: signs of polynomials on a piece, and their roots there."""

from __future__ import annotations

from math import comb

from flint import acb_poly, arb, arb_poly, ctx, fmpq


def sign_on(polynomial: arb_poly, width: arb) -> int | None:
    """The sign on 0 < y < width; None where the coefficients in Bernstein's basis, which bound it, differ in theirs."""
    degree = max(polynomial.degree(), 0)
    scaled = [c * width**k for k, c in enumerate(polynomial.coeffs())]
    signs = set()
    for j in range(degree + 1):
        b = sum((c * fmpq(comb(j, k), comb(degree, k)) for k, c in enumerate(scaled[: j + 1])), arb(0))
        if not b.is_zero():
            signs.add(1 if b > 0 else -1 if b < 0 else 0)
    return signs.pop() if len(signs) == 1 and 0 not in signs else None


def roots_of(polynomial: arb_poly, width: arb) -> list[arb]:
    """The simple roots inside (0, width), as far as they are found: one unseen costs time, never the truth."""
    try:
        roots = acb_poly([c.mid() for c in polynomial.coeffs()]).roots(tol=arb(2) ** -ctx.prec)
    except ValueError:  # roots that lie too close together
        return []
    return [root.real for root in roots if root.imag.contains(0) and root.real > 0 and root.real < width]
