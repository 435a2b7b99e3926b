"""An integrand as straight-line code: the walk is done once, at a value that writes down what is done to it.

Quadrature evaluates an integrand thousands of times.  Constants are folded, shared parts computed once, whether they
are one term or two that come to the same.  Two integrands are one ``Program`` where all is the same to the last bit.
A walk that branches on the variable cannot be written down; it raises ``Unknown`` and is repeated in full at every
point instead.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any

from flint import acb, arb

from .axis import as_number
from .elementary import COMPLEX
from .scalars import Lifted, Unknown, ball


class Trace(Lifted):
    """A complex ball that is not there yet: the variable, or the result of a line of code."""

    __slots__ = ("code", "name")

    def __init__(self, level: int, name: str, code: _Code) -> None:
        self.level, self.name, self.code = level, name, code

    def add(self, other: Any) -> Trace:
        return self.code.line(f"{self.name} + {self.code.operand(other)}")

    def multiply(self, other: Any) -> Trace:
        return self.code.line(f"{self.name} * {self.code.operand(other)}")

    def __neg__(self) -> Trace:
        return self.code.line(f"-{self.name}")

    def reciprocal(self) -> Trace:
        return self.code.line(f"1 / {self.name}")

    def sign(self) -> int:
        raise Unknown("a branch on the variable of integration")

    def call(self, name: str, args: tuple, analytic: bool) -> Trace:
        if name in ("exp", "sin", "cos", "tanh", "erf"):
            return self.code.line(f"{self.name}.{name}()")
        operands = ", ".join(self.code.operand(x, function=True) for x in args)
        return self.code.line(f"{self.code.constant(COMPLEX[name])}({operands}, analytic)")


class _Code:
    """The lines written so far, and the constants they use, each once."""

    def __init__(self, level: int) -> None:
        self.level = level
        self.lines: dict[str, str] = {}
        self.constants: dict[Hashable, tuple[str, Any]] = {}

    def line(self, text: str) -> Trace:
        return Trace(self.level, self.lines.setdefault(text, f"v{len(self.lines)}"), self)

    def constant(self, value: Any) -> str:
        key = bits_of(value) if isinstance(value, arb | acb) else value
        return self.constants.setdefault(key, (f"c{len(self.constants)}", value))[0]

    def operand(self, x: Any, function: bool = False) -> str:
        if isinstance(x, Trace) and x.code is self:
            return x.name
        x = ball(as_number(x))
        if not isinstance(x, arb):
            raise Unknown("an integrand that mixes kinds of values")
        return self.constant(acb(x) if function else x)


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


def compiled(level: int, integrand: Callable[[Trace], Any]) -> Program:
    """The integrand as one piece of code.  Raises ``Unknown`` where it branches on y."""
    code = _Code(level)
    result = code.operand(integrand(Trace(level, "y", code)), function=True)
    lines = [f"    {name} = {text}" for text, name in code.lines.items()]
    source = "\n".join(["def integrand(y, analytic):", *lines, f"    return {result}"])
    names: dict[str, Any] = dict(code.constants.values())
    exec(compile(source, "<integrand>", "exec"), names)  # our own lines, of names and operators only
    return Program(source, tuple(code.constants), names["integrand"])
