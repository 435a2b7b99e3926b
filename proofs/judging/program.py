"""What a trace wrote down as a program, written so that wide balls stay as narrow as they can.

In a + b - a the a is not written; a polynomial of degree two is written as a square, c (y + h)^2 + d, in which the
variable stands once; and log(exp a + exp b) as a function that knows b - a, or where an a beside it cancels as a
softplus.  An enclosure of each is one of what was traced; on a wide one far less is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import lru_cache
from types import CodeType
from typing import Any

from flint import acb, arb, arb_poly

from .elementary import COMPLEX, LOG_SUM, log_of_two
from .lines import CALL, Lines, Sum

FAR = arb(2) ** 20  # what completing a square may cancel: the digits of that would be lost
METHODS = frozenset({"exp", "sin", "cos", "tanh", "erf"})  # that a ball has, and that need no flag


def bits_of(x: arb | acb) -> Hashable:
    """Equal for two balls only where they are the same to the last bit; a ball that is not finite has no equal."""
    if not x.is_finite():
        return object()
    if isinstance(x, acb):
        return bits_of(x.real), bits_of(x.imag)
    middle, scale = x.mid().man_exp()
    radius, finest = x.rad().man_exp()
    return int(middle), int(scale), int(radius), int(finest)


@dataclass(frozen=True)
class Program:
    """The function (y, analytic) -> integrand(y); equal to another of the same code with the same constants."""

    source: str
    constants: tuple[Hashable, ...]
    function: Callable[[acb, bool], Any] = field(compare=False, repr=False)
    kinks: tuple[arb, ...] = field(compare=False, repr=False)  # where it may have some inside its piece, in order


def program(lines: Lines, result: str, kinks: list[arb]) -> Program:
    """The program whose value is that of the line ``result``."""
    writing = _Writing(lines)
    last = writing.operand(result)
    text = (f"    {name} = {line}" for line, name in writing.names.items())
    source = "\n".join(["def integrand(y, analytic):", *text, f"    return {last}"])
    constants = writing.constants.items()
    names: dict[str, Any] = {name: acb(c) if isinstance(c, arb) else c for name, c in constants}  # as the variable is
    exec(_byte_code(source), names)  # our own lines, of names and operators only
    in_order = tuple(sorted(kinks, key=lambda kink: float(kink.mid())))
    return Program(source, tuple(writing.keys), names["integrand"], in_order)


@lru_cache(maxsize=256)
def _byte_code(source: str) -> CodeType:
    """The lines compiled; those of one integrand in several worlds differ in their constants only."""
    return compile(source, "<integrand>", "exec")


class _Writing:
    """The lines that the result needs, and their constants, each once and named in the order in which it is needed."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.names: dict[str, str] = {}  # by what is written
        self.keys: dict[Hashable, str] = {}
        self.constants: dict[str, Any] = {}
        self._written: dict[str, str] = {"y": "y", "1": "1"}

    def operand(self, name: str) -> str:
        """What a line or a constant of the trace is called here."""
        found = self._written.get(name)
        if found is None:
            found = self._written[name] = self._write(name)
        return found

    def _write(self, name: str) -> str:
        lines = self.lines
        if name in lines.constants:
            return self._constant(lines.constants[name])
        polynomial = lines.polynomial(name)
        if polynomial is not None and (found := self._polynomial(polynomial)) is not None:
            return found
        left, operator, right = lines.made[name]
        if operator == CALL:
            return self._call(left, right.split())
        if operator in ("+", "-"):
            return self._softened(Sum(lines).plus(name))
        first, second = lines.negated(left), lines.negated(right)
        left, right = (first, second) if operator == "*" and first and second else (left, right)
        return self._line(f"{self.operand(left)} {operator} {self.operand(right)}")

    def _line(self, line: str) -> str:
        return self.names.setdefault(line, f"v{len(self.names)}")

    def _constant(self, value: Any) -> str:
        key = bits_of(value) if isinstance(value, arb | acb) else value
        name = self.keys.setdefault(key, f"c{len(self.keys)}")
        self.constants[name] = value
        return name

    def _call(self, function: str, args: list[str]) -> str:
        if function in METHODS:
            return self._line(f"{self.operand(args[0])}.{function}()")
        operands = [self.operand(arg) for arg in args]
        if function == LOG_SUM and len(args) == 2:
            operands.append(self._sum(Sum(self.lines).plus(args[1]).plus(args[0], -1)))
            return self._line(f"{self._constant(log_of_two)}({', '.join(operands)})")
        return self._line(f"{self._constant(COMPLEX[function])}({', '.join(operands)}, analytic)")

    # -----------------------------------------------------------------------------------------------------------------
    # sums

    def _softened(self, total: Sum) -> str:
        """A sum in which log(exp a + exp b) is a + softplus(b - a), if a cancels then."""
        for term, n in total.terms.items():
            args = self.lines.arguments(term, LOG_SUM) if n in (1, -1) else []
            for a, b in (args, args[::-1]) if len(args) == 2 else ():
                rest = total.without(term).plus(a, n)
                if len(rest.terms) < len(total.terms) - 1:
                    below = self._sum(Sum(self.lines).plus(b).plus(a, -1))
                    return self._sum(rest, (self._line(f"{self._constant(COMPLEX['softplus'])}({below}, analytic)"), n))
        return self._sum(total)

    def _sum(self, total: Sum, *others: tuple[str, int]) -> str:
        """A sum of lines of the trace, and others of the program."""
        collected, rest, beside = arb_poly([total.number]), list(others), []
        for name, n in total.terms.items():
            polynomial = self.lines.polynomial(name)
            if polynomial is None or polynomial.degree() > 2:
                rest.append((self._times(self.operand(name), arb(abs(n))), n))
            else:
                collected += n * polynomial
                beside.append((name, n))
        first = self._polynomial(collected)
        if first is None:  # the polynomials one by one
            rest += [(self._times(self.operand(name), arb(abs(n))), n) for name, n in beside]
            first = self._constant(total.number)
        if rest and first in self.constants and self.constants[first] == 0:
            (first, n), *rest = sorted(rest, key=lambda pair: pair[1] < 0)
            first = first if n > 0 else self._line(f"-{first}")
        for name, n in rest:
            first = self._line(f"{first} {'+' if n > 0 else '-'} {name}")
        return first

    # -----------------------------------------------------------------------------------------------------------------
    # polynomials

    def _polynomial(self, p: arb_poly) -> str | None:
        """A polynomial of degree two as a square, of degree one or none as it stands; None for others, and where a
        square lies too far out."""
        degree = p.degree()
        if degree > 2:
            return None
        if degree < 1:
            return self._constant(p[0])
        if degree == 1:
            return self._affine(p[1], "y", p[0])
        a, b, c = p[2], p[1], p[0]
        if a.contains(0):
            return self._affine(arb(1), self._line(f"{self._affine(a, 'y', b)} * y"), c)
        start = b / (2 * a)
        completed = a * start * start
        if not abs(completed) < FAR:
            return None
        inner = self._affine(arb(1), "y", start)
        return self._affine(a, self._line(f"{inner} * {inner}"), c - completed)

    def _affine(self, factor: arb, name: str, number: arb) -> str:
        if factor == -1:
            return self._line(f"-{name}" if number.is_zero() else f"{self._constant(number)} - {name}")
        scaled = self._times(name, factor)
        return scaled if number.is_zero() else self._line(f"{scaled} + {self._constant(number)}")

    def _times(self, name: str, factor: arb) -> str:
        return name if factor == 1 else self._line(f"{name} * {self._constant(factor)}")
