"""An integrand as straight-line code: the walk is done once, at a value that writes down what is done to it.

Quadrature evaluates an integrand thousands of times.  Constants are folded, shared parts computed once.  A walk that
branches on the variable cannot be written down; it raises ``Unknown`` and is repeated in full at every point instead.
"""

from __future__ import annotations

from collections.abc import Callable
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
    """The lines written so far, and the constants they use."""

    def __init__(self, level: int) -> None:
        self.level = level
        self.lines: list[str] = []
        self.constants: dict[str, Any] = {}

    def line(self, text: str) -> Trace:
        name = f"v{len(self.lines)}"
        self.lines.append(f"    {name} = {text}")
        return Trace(self.level, name, self)

    def constant(self, value: Any) -> str:
        name = f"c{len(self.constants)}"
        self.constants[name] = value
        return name

    def operand(self, x: Any, function: bool = False) -> str:
        if isinstance(x, Trace) and x.code is self:
            return x.name
        x = ball(as_number(x))
        if not isinstance(x, arb):
            raise Unknown("an integrand that mixes kinds of values")
        return self.constant(acb(x) if function else x)


def compiled(level: int, integrand: Callable[[Trace], Any]) -> Callable[[acb, bool], Any]:
    """The function (y, analytic) -> integrand(y) as one piece of code.  Raises ``Unknown`` where it branches on y."""
    code = _Code(level)
    result = code.operand(integrand(Trace(level, "y", code)), function=True)
    source = "\n".join(["def integrand(y, analytic):", *code.lines, f"    return {result}"])
    names: dict[str, Any] = dict(code.constants)
    exec(compile(source, "<integrand>", "exec"), names)  # our own lines, of names and operators only
    return names["integrand"]
