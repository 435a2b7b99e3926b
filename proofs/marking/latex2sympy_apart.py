"""latex2sympy2 at work, in a process of its own: a text goes in, values come out, and no SymPy object leaves.

The package asks for that distance: it installs the top-level packages ``gen`` and ``tests``, remembers from one text to
the next, and may take long or solve an equation where it meets one.  Nothing here knows of our terms or our judges.
"""

from __future__ import annotations

import importlib
import importlib.util
import re
import sys
import typing
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import ModuleType
from typing import Any

DIGITS = 50  # of the calculation; what is handed out has the first 40 of them
LONGEST = 2000  # summands
CONSTANTS = {"Pi": "pi", "Exp1": "e"}
NUMBERS = ("Integer", "Rational", "Zero", "One", "NegativeOne", "Half")
LIMITS = re.compile(r"\\(?:sum|prod)_\{\{?[A-Za-z]\}?=")
WARMING = (
    r"(-\frac{1}{2} {a}^{2} \ln({b} + 1) - \sqrt{2 {\pi}} {e}^{- {a} / {b}} \cdot |{a} - 3|)",
    r"(\sum_{a=1}^{{b}} \binom{{b}}{{a}} {c}^{{a}} (1 - {c})^{{b} - {a}} + \sin^{2}({a}) / {({a})!})",
)


@dataclass(frozen=True)
class Question:
    """A text, the letters in it that stand for numbers, and the points (exact rationals) where its value is wanted."""

    text: str
    letters: tuple[str, ...]
    points: tuple[tuple[str, ...], ...]


class NoValue(Exception):
    """The expression has no real value here, or none that is worked out."""


def start() -> None:
    """Import latex2sympy2 past its traps, and let its parser learn the common constructions."""
    if "typing.io" not in sys.modules:  # ANTLR 4.7 imports this name, which went with Python 3.13
        shim = ModuleType("typing.io")
        shim.__dict__["TextIO"] = typing.TextIO
        sys.modules["typing.io"] = shim
    spec = importlib.util.find_spec("latex2sympy2")
    if spec is None or spec.origin is None:
        raise ImportError("latex2sympy2 is not installed")
    sys.path.insert(0, str(Path(spec.origin).parent))  # its ``gen`` comes before whatever else is called that
    try:
        importlib.import_module("latex2sympy2")
    finally:
        del sys.path[0]
    for text in WARMING:
        parsed(text)


def values(question: Question) -> tuple[str | None, ...]:
    """The real value at each point to 40 digits, or None where there is none.

    Raises whatever latex2sympy2 raises where it does not read the text.
    """
    mpmath = _mpmath()
    expression = parsed(question.text)
    found: list[str | None] = []
    with mpmath.workdps(DIGITS):
        for point in question.points:
            numbers = (mpmath.mpf(p) / mpmath.mpf(q or 1) for p, _, q in (x.partition("/") for x in point))
            try:
                value = evaluated(expression, dict(zip(question.letters, numbers, strict=True)))
            except (NoValue, ZeroDivisionError, OverflowError, ValueError):
                found.append(None)
            else:
                found.append(mpmath.nstr(value, 40))
    return tuple(found)


@lru_cache(maxsize=1000)
def parsed(text: str) -> Any:
    """The text as latex2sympy2 reads it with nothing on its mind."""
    import latex2sympy2

    if "=" in LIMITS.sub("", text):
        raise ValueError("an equation, which might be solved")
    latex2sympy2.set_variances({})
    latex2sympy2.set_real(None)
    latex2sympy2.VARIABLE_VALUES = {}
    return latex2sympy2.latex2sympy(text)


def evaluated(node: Any, numbers: dict[str, Any]) -> Any:
    """The value of a SymPy expression as it stands: SymPy is not asked to transform anything.

    Raises ``NoValue``, an arithmetic error, and ``LookupError`` for what is no plain expression.
    """
    mpmath = _mpmath()
    kind = type(node).__name__
    if kind == "Symbol":
        if node.name not in numbers:
            raise LookupError(f"it reads a name {node.name}")
        return numbers[node.name]
    if kind in ("Sum", "Product"):
        return repeated(node, numbers, mpmath.fsum if kind == "Sum" else mpmath.fprod)
    if kind in CONSTANTS:
        return +getattr(mpmath, CONSTANTS[kind])
    if kind in NUMBERS:
        return mpmath.mpf(int(node.p)) / int(node.q)
    if kind not in _functions():
        raise LookupError(f"it reads a {kind}")
    value = _functions()[kind](*(evaluated(each, numbers) for each in node.args))
    if isinstance(value, mpmath.mpc) or not mpmath.isfinite(value):
        raise NoValue("not real, or not finite")
    return value


def repeated(node: Any, numbers: dict[str, Any], combine: Callable[[Any], Any]) -> Any:
    """A sum or product over integers, the last limits outermost; empty where the upper is below the lower."""

    def run(limits: tuple[Any, ...], numbers: dict[str, Any]) -> Any:
        if not limits:
            return evaluated(node.args[0], numbers)
        *inner, (index, low, high) = limits
        ends = [evaluated(end, numbers) for end in (low, high)]
        if any(end != int(end) for end in ends) or ends[1] - ends[0] > LONGEST:
            raise NoValue("limits that are no integers, or far apart")
        steps = range(int(ends[0]), int(ends[1]) + 1)
        return combine([run(tuple(inner), {**numbers, index.name: type(ends[0])(k)}) for k in steps])

    return run(tuple(tuple(limit) for limit in node.args[1:]), numbers)


def _mpmath() -> Any:
    return importlib.import_module("mpmath")


@lru_cache(maxsize=1)
def _functions() -> dict[str, Callable[..., Any]]:
    """What the nodes of SymPy mean, by the name of their class."""
    mpmath = _mpmath()
    direct = ("sin", "cos", "tan", "sinh", "cosh", "tanh", "exp", "factorial", "binomial", "log")
    return {name: getattr(mpmath, name) for name in direct} | {
        "Add": lambda *args: mpmath.fsum(args),
        "Mul": lambda *args: mpmath.fprod(args),
        "Pow": mpmath.power,
        "Abs": abs,
        "atan": mpmath.atan,
        "asin": mpmath.asin,
        "acos": mpmath.acos,
    }
