"""Where |q(y)| has a kink: polynomials in straight-line code, their signs on a piece, their roots there."""

from __future__ import annotations

import re
from math import comb
from typing import Any

from flint import acb_poly, arb, arb_poly, ctx, fmpq

_NAME = re.compile(r"v\d+")
MOST = 4  # the highest degree that is looked at


class Lines:
    """The lines of a program by their names, an operator between two operands, and the values of its constants."""

    def __init__(self) -> None:
        self.made: dict[str, tuple[str, str, str]] = {}
        self.constants: dict[str, Any] = {}
        self._polynomials: dict[str, arb_poly | None] = {"y": arb_poly([0, 1])}

    def needed(self, result: str) -> list[tuple[str, tuple[str, str, str]]]:
        """The lines that a result rests on, in order."""
        wanted, found = {result}, []
        for name in reversed(self.made):
            if name in wanted:
                line = self._signs_taken_in(*self.made[name])
                found.append((name, line))
                wanted.update(_NAME.findall(" ".join(line)))
        return found[::-1]

    def negated(self, name: str) -> str:
        """The line of which this one is the negative."""
        _, operator, right = self.made.get(name, ("", "", ""))
        return right if operator == "-" else ""

    def _signs_taken_in(self, left: str, operator: str, right: str) -> tuple[str, str, str]:
        """The same to the last bit in fewer lines: a + (-b) as a - b, (-a) (-b) as a b."""
        first, second = self.negated(left), self.negated(right)
        if operator == "+" and (first or second):
            return (left, "-", second) if second else (right, "-", first)
        return (first, "*", second) if operator == "*" and first and second else (left, operator, right)

    def polynomial(self, name: str) -> arb_poly | None:
        """The polynomial in y that a line or a constant is; None for what is none of low degree."""
        if name not in self._polynomials:
            self._polynomials[name] = self._polynomial(name)
        return self._polynomials[name]

    def _polynomial(self, name: str) -> arb_poly | None:
        if name not in self.made:
            constant = self.constants[name]
            return arb_poly([constant]) if isinstance(constant, arb) else None
        left, operator, right = self.made[name]
        second = self.polynomial(right) if operator in ("+", "*", "-") else None
        if second is None or operator == "-":
            return None if second is None else -second
        first = self.polynomial(left)
        if first is None or (operator == "*" and first.degree() + second.degree() > MOST):
            return None
        return first + second if operator == "+" else first * second

    def root_of_square(self, name: str) -> str | None:
        """The line whose square this one is."""
        left, operator, right = self.made.get(name, ("", "", ""))
        return left if operator == "*" and left == right else None


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
