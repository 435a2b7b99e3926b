"""The lines that a trace writes down: an operator between operands, or a function of some."""

from __future__ import annotations

from typing import Any

from flint import arb, arb_poly

MOST = 4  # the highest degree of a polynomial that is looked at
CALL = "()"  # the operator of a line that is a function of the operands on its right


class Lines:
    """The lines by their names, each with what stands left, the operator, and what stands right; and the constants."""

    def __init__(self) -> None:
        self.made: dict[str, tuple[str, str, str]] = {}
        self.constants: dict[str, Any] = {}
        self._polynomials: dict[str, arb_poly | None] = {"y": arb_poly([0, 1])}

    def negated(self, name: str) -> str:
        """The line of which this one is the negative."""
        _, operator, right = self.made.get(name, ("", "", ""))
        return right if operator == "-" else ""

    def arguments(self, name: str, function: str) -> list[str]:
        """The operands of the function whose value a line is; none of another line."""
        left, operator, right = self.made.get(name, ("", "", ""))
        return right.split() if operator == CALL and left == function else []

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


class Sum:
    """A sum of lines, each with how often it is taken, and of a number."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.terms: dict[str, int] = {}
        self.number = arb(0)

    def plus(self, name: str, times: int = 1) -> Sum:
        """This sum, with a line (or the summands that it has) added so many times."""
        left, operator, right = self.lines.made.get(name, ("", "", ""))
        if isinstance(constant := self.lines.constants.get(name), arb):
            self.number += times * constant
        elif operator == "+":
            self.plus(left, times).plus(right, times)
        elif operator == "-":
            self.plus(right, -times)
        else:
            taken = self.terms.pop(name, 0) + times
            if taken:
                self.terms[name] = taken
        return self

    def without(self, name: str) -> Sum:
        """A copy less what it has of this summand."""
        left = Sum(self.lines)
        left.terms = {term: n for term, n in self.terms.items() if term != name}
        left.number = self.number
        return left
