"""An integrand as straight-line code: the walk is done once, at a value that writes down what is done to it.

Quadrature evaluates an integrand thousands of times.  Constants are folded, shared parts computed once, whether they
are one term or two that come to the same.  Two integrands are one ``Program`` where all is the same to the last bit.
A walk that branches on the variable cannot be written down; it raises ``Unknown`` and is repeated in full at every
point instead.  |q| is written as q or -q where q is a polynomial whose sign on the piece is known; where it is not, its
roots are ``Program.kinks``.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import lru_cache
from types import CodeType
from typing import Any

from flint import acb, arb, arb_poly

from .axis import as_number
from .elementary import COMPLEX
from .kinks import Lines, roots_of, sign_on
from .scalars import Lifted, Unknown, ball


class Trace(Lifted):
    """A complex ball that is not there yet: the variable, or the result of a line of code."""

    __slots__ = ("code", "name")

    def __init__(self, level: int, name: str, code: _Code) -> None:
        self.level, self.name, self.code = level, name, code

    def add(self, other: Any) -> Trace:
        return self.code.line(self.name, "+", self.code.operand(other))

    def multiply(self, other: Any) -> Trace:
        return self.code.line(self.name, "*", self.code.operand(other))

    def __neg__(self) -> Trace:
        return self.code.line("", "-", self.name)

    def reciprocal(self) -> Trace:
        return self.code.line("1", "/", self.name)

    def sign(self) -> int:
        raise Unknown("a branch on the variable of integration")

    def call(self, name: str, args: tuple, analytic: bool) -> Any:
        settled = self.code.settled(name, args)
        if settled is not None:
            return settled
        if name in ("exp", "sin", "cos", "tanh", "erf"):
            return self.code.line(self.name, ".", f"{name}()")
        operands = ", ".join(self.code.operand(x, function=True) for x in args)
        return self.code.line(self.code.constant(COMPLEX[name]), "", f"({operands}, analytic)")


class _Code:
    """The lines written so far, and their constants, each once; ``width`` is where the variable ends, if known."""

    def __init__(self, level: int, width: arb | None) -> None:
        self.level, self.width = level, width
        self.lines = Lines()
        self.kinks: list[arb] = []
        self.names: dict[Hashable, str] = {}

    def line(self, left: str, operator: str, right: str) -> Trace:
        made = self.lines.made
        name = self.names.setdefault((left, operator, right), f"v{len(made)}")
        made[name] = left, operator, right
        return Trace(self.level, name, self)

    def constant(self, value: Any) -> str:
        constants = self.lines.constants
        key = bits_of(value) if isinstance(value, arb | acb) else value
        name = self.names.setdefault(key, f"c{len(constants)}")
        constants[name] = value
        return name

    def operand(self, x: Any, function: bool = False) -> str:
        if isinstance(x, Trace) and x.code is self:
            return x.name
        x = ball(as_number(x))
        if not isinstance(x, arb):
            raise Unknown("an integrand that mixes kinds of values")
        return self.constant(acb(x) if function else x)

    def settled(self, name: str, args: tuple) -> Any:
        """|q|, its sign, the larger and the smaller of two, the root of a square, by signs on the piece; else None."""
        if self.width is None:
            return None
        if name == "sqrt":
            root = self.lines.root_of_square(args[0].name)
            return None if root is None else self.settled("abs", (Trace(self.level, root, self),))
        if name not in ("abs", "sign", "max", "min"):
            return None
        first, *others = (self.lines.polynomial(self.operand(x)) for x in args)
        second = others[0] if others else arb_poly([])
        if first is None or second is None:
            return None
        polynomial = first - second
        sign = sign_on(polynomial, self.width)
        if sign is None:
            self.kinks += roots_of(polynomial, self.width)
            return None
        if name == "sign":
            return arb(sign)
        if name == "abs":
            return args[0] if sign > 0 else -args[0]
        return args[0] if (sign > 0) == (name == "max") else args[1]


def bits_of(x: arb | acb) -> Hashable:
    """Equal for two balls only where they are the same to the last bit; a ball that is not finite has no equal."""
    if not x.is_finite():
        return object()
    parts = (x.real, x.imag) if isinstance(x, acb) else (x,)
    return tuple(int(n) for part in parts for end in (part.mid(), part.rad()) for n in end.man_exp())


@dataclass(frozen=True)
class Program:
    """The function (y, analytic) -> integrand(y); equal to another of the same code with the same constants."""

    source: str
    constants: tuple[Hashable, ...]
    function: Callable[[acb, bool], Any] = field(compare=False, repr=False)
    kinks: tuple[arb, ...] = field(compare=False, repr=False)  # where it may have some inside its piece, in order


def compiled(level: int, integrand: Callable[[Trace], Any], width: arb | None = None) -> Program:
    """The integrand on 0 < y < width as one piece of code.  Raises ``Unknown`` where it branches on y."""
    code = _Code(level, width)
    result = code.operand(integrand(Trace(level, "y", code)), function=True)
    lines = (f"    {name} = {left} {sign} {right}" for name, (left, sign, right) in code.lines.made.items())
    source = "\n".join(["def integrand(y, analytic):", *lines, f"    return {result}"])
    names: dict[str, Any] = dict(code.lines.constants)
    exec(_byte_code(source), names)  # our own lines, of names and operators only
    constants = tuple(key for key, name in code.names.items() if name in code.lines.constants)
    kinks = tuple(sorted(code.kinks, key=lambda kink: float(kink.mid())))
    return Program(source, constants, names["integrand"], kinks)


@lru_cache(maxsize=256)
def _byte_code(source: str) -> CodeType:
    """The lines compiled; those of one integrand in several worlds differ in their constants only."""
    return compile(source, "<integrand>", "exec")
