"""An integrand as straight-line code: the walk is done once, at a value that writes down what is done to it.

Quadrature evaluates an integrand thousands of times.  Constants are folded, shared parts computed once, whether they
are one term or two that come to the same.  Two integrands are one ``Program`` where all is the same to the last bit.
A walk that branches on the variable cannot be written down; it raises ``Unknown`` and is repeated in full at every
point instead.  |q| is written as q or -q where q is a polynomial whose sign on the piece is known; where it is not, its
roots are ``Program.kinks``.  The logarithm of a product is written as a sum as far as the factors are positive on the
real axis: what cancels there does so before anything is rounded, and on wide balls, which otherwise meet the cut.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from typing import Any

from flint import arb, arb_poly, fmpq

from .axis import as_number
from .elementary import LOG_SUM, call
from .kinks import roots_of, sign_on
from .lines import CALL, Lines
from .program import Program, bits_of, program
from .scalars import ONE, Lifted, Unknown, ball, divide

SETTLED = frozenset({"abs", "sign", "max", "min", "sqrt"})  # functions that signs on a piece may settle


class Trace(Lifted):
    """A complex ball that is not there yet: the variable, or the result of a line of code."""

    __slots__ = ("code", "name")

    def __init__(self, level: int, name: str, code: _Code) -> None:
        self.level, self.name, self.code = level, name, code

    def add(self, other: Any) -> Trace:
        turned = self.code.argument_of("sigmoid", self.code.lines.negated(self.name)) if _is_one(other) else None
        if turned is not None:  # 1 - sigmoid(x), of which far out no digit would be left
            return (-turned).call("sigmoid", (-turned,), False)
        name = self.code.operand(other)
        return self.multiply(fmpq(2)) if name == self.name else self.code.line(self.name, "+", name)

    def multiply(self, other: Any) -> Trace:
        if isinstance(other, fmpq) and abs(other) == 1:
            return self if other == 1 else -self
        return self.code.line(self.name, "*", self.code.operand(other))

    def __neg__(self) -> Trace:
        inner = self.code.lines.negated(self.name)
        return Trace(self.level, inner, self.code) if inner else self.code.line("", "-", self.name)

    def reciprocal(self) -> Trace:
        return self.code.line("1", "/", self.name)

    def sign(self) -> int:
        raise Unknown("a branch on the variable of integration")

    def call(self, name: str, args: tuple, analytic: bool) -> Any:
        settled = self.code.settled(name, args)
        if settled is not None:
            return settled
        made = self.code.line(name, CALL, " ".join(map(self.code.operand, args)))
        self.code.applied[made.name] = name, args
        return made


class _Code:
    """The lines written so far, and their constants, each once; ``width`` is where the variable ends, if known."""

    def __init__(self, level: int, width: arb | None) -> None:
        self.level, self.width = level, width
        self.lines = Lines()
        self.kinks: list[arb] = []
        self.names: dict[Hashable, str] = {}
        self.applied: dict[str, tuple[str, tuple]] = {}  # the lines that are values of functions, and of which

    def line(self, left: str, operator: str, right: str) -> Trace:
        made = self.lines.made
        name = self.names.setdefault((left, operator, right), f"v{len(made)}")
        made[name] = left, operator, right
        return Trace(self.level, name, self)

    def constant(self, value: arb) -> str:
        constants = self.lines.constants
        name = self.names.setdefault(bits_of(value), f"c{len(constants)}")
        constants[name] = value
        return name

    def operand(self, x: Any) -> str:
        if isinstance(x, Trace) and x.code is self:
            return x.name
        x = ball(as_number(x))
        if not isinstance(x, arb):
            raise Unknown("an integrand that mixes kinds of values")
        return self.constant(x)

    def argument_of(self, function: str, name: str) -> Any:
        """The argument of the function whose value a line is; None for another line."""
        found, args = self.applied.get(name, ("", ()))
        return args[0] if found == function else None

    def logarithm(self, name: str) -> Any:
        """log of a product with factors that are positive on the real axis, where theirs are taken out; else None."""
        logs, left = self._taken_out(name)
        if not logs or left is None:
            return _sum(logs)
        return _sum([*logs, left.call("log", (left,), True)])

    def _taken_out(self, name: str) -> tuple[list[Any], Trace | None]:
        """The logarithms of the factors of a line that are positive, and the product of the others."""
        factors = list(self._factors(name))
        logs = {factor: self._log_of_positive(factor) for factor, _ in factors}
        if any(log is None and factor in self.lines.constants for factor, log in logs.items()):
            return [], None
        powers = {factor: 0 for factor, log in logs.items() if log is not None}
        left: Trace | None = None
        for factor, up in factors:
            if factor in powers:
                powers[factor] += 1 if up else -1
            else:
                other = Trace(self.level, factor, self)
                other = other if up else other.reciprocal()
                left = other if left is None else left * other
        return [logs[factor] * fmpq(n) for factor, n in powers.items() if n], left

    def _factors(self, name: str, up: bool = True) -> Iterator[tuple[str, bool]]:
        """The factors of a line, and whether they stand above its bar."""
        left, operator, right = self.lines.made.get(name, ("", "", ""))
        if operator in ("*", "/"):
            if operator == "*":
                yield from self._factors(left, up)
            yield from self._factors(right, up if operator == "*" else not up)
        else:
            yield name, up

    def _log_of_positive(self, name: str) -> Any:
        """log of what is no product and seen to be positive on the real axis; None of other lines."""
        left, operator, right = self.lines.made.get(name, ("", "", ""))
        if operator == "+":
            parts = [self._taken_out(part) for part in (left, right)]
            if any(rest is not None or not found for found, rest in parts):
                return None
            logs = [_sum(found) for found, _ in parts]
            made = next((log for log in logs if isinstance(log, Trace)), None)
            return None if made is None else made.call(LOG_SUM, tuple(logs), True)
        if name in self.lines.constants:
            value = self.lines.constants[name]
            return value.log() if isinstance(value, arb) and value > 0 else None
        exponent, turned = self.argument_of("exp", name), self.argument_of("sigmoid", name)
        return exponent if turned is None else -(-turned).call("softplus", (-turned,), True)

    def settled(self, name: str, args: tuple) -> Any:
        """What a logarithm is as a sum; |q|, its sign, the larger and the smaller of two, the root of a square, by
        signs on the piece; else None."""
        if name == "log":
            return self.logarithm(args[0].name)
        if self.width is None:
            return None
        if name == "sqrt":
            root = self.lines.root_of_square(args[0].name)
            return None if root is None else self.settled("abs", (Trace(self.level, root, self),))
        if name not in SETTLED:
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


def _sum(values: list[Any]) -> Any:
    return sum(values[1:], values[0]) if values else None


def _is_one(x: Any) -> bool:
    return isinstance(x, fmpq) and x == 1


class Traced:
    """An integrand that was traced: a program, and the value at what else may stand for y."""

    def __init__(self, level: int, integrand: Callable[[Trace], Any], width: arb | None = None) -> None:
        """Traced on 0 < y < width; without a width nothing is settled there.  Raises ``Unknown`` for a branch on y."""
        self._code = _Code(level, width)
        self._result = self._code.operand(integrand(Trace(level, "y", self._code)))

    def program(self) -> Program:
        return program(self._code.lines, self._result, self._code.kinks)

    @property
    def unsettled(self) -> bool:
        """Whether there are functions that the signs on a piece of the axis may settle."""
        return any(name in SETTLED for name, _ in self._code.applied.values())

    def at(self, y: Any, polynomial: Callable[[arb_poly], Any]) -> Any:
        """The value at an envelope y; that of a polynomial in y is given by a function, if that knows it."""
        return _Replay(self._code.lines, y, polynomial).value(self._result)


class _Replay:
    """The lines worked out anew for a y, each once."""

    def __init__(self, lines: Lines, y: Any, polynomial: Callable[[arb_poly], Any]) -> None:
        self.lines, self.polynomial = lines, polynomial
        self.known: dict[str, Any] = {"y": y, "1": ONE, **lines.constants}

    def value(self, name: str) -> Any:
        found = self.known.get(name)
        if found is None:
            polynomial = self.lines.polynomial(name)
            found = None if polynomial is None else self.polynomial(polynomial)
            self.known[name] = found = self._worked_out(*self.lines.made[name]) if found is None else found
        return found

    def _worked_out(self, left: str, operator: str, right: str) -> Any:
        if operator == CALL:
            root = self.lines.root_of_square(right) if left == "sqrt" else None
            if root is not None:
                return call("abs", (self.value(root),))
            values = tuple(map(self.value, right.split()))
            return call(left, values) if left != LOG_SUM else call("log", (_sum([call("exp", (x,)) for x in values]),))
        if operator == "-":
            return -self.value(right)
        a, b = self.value(left), self.value(right)
        return a + b if operator == "+" else a * b if operator == "*" else divide(a, b)


def compiled(level: int, integrand: Callable[[Trace], Any], width: arb | None = None) -> Program:
    """The integrand on 0 < y < width as one piece of code.  Raises ``Unknown`` where it branches on y."""
    return Traced(level, integrand, width).program()
