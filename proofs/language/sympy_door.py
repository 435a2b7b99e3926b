"""The door to SymPy, both ways.

A symbol is known to SymPy by its name *and* its assumptions: ``Symbol("mu_1")`` is not ``Symbol("mu_1", real=True)``,
and ``diff`` by the wrong one is silently 0.  So take the symbols from where the expression came: ``proof.symbols``,
or ``to_sympy(variable)`` with the same ``positive``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .node import Name, Node
from .relations import Relation
from .terms import Number, Var


def from_sympy(expr: Any) -> Any:
    """The term (or relation) for a SymPy expression, just as it stands: nothing is evaluated or reordered.

    A symbol becomes a variable over R, over the integers if it is one; its sign is a hypothesis: ``assumptions_of``.
    Raises ``TypeError`` for floats, for two symbols of one name, and for what the language cannot say, naming the node.
    """
    from .sympy_in import read

    return read(expr)


def assumptions_of(expr: Any) -> tuple[Relation, ...]:
    """What SymPy has been told of the signs of the expression's symbols, as hypotheses, in the order of their names."""
    import sympy

    signs = (("positive", ">"), ("negative", "<"), ("nonnegative", ">="), ("nonpositive", "<="), ("nonzero", "!="))
    found = []
    for symbol in sorted(expr.free_symbols, key=str):
        symbol_sign = next((sign for known, sign in signs if getattr(symbol, f"is_{known}")), None)
        if symbol_sign is not None and isinstance(symbol, sympy.Symbol):
            variable = from_sympy(symbol)
            assert isinstance(variable, Var)
            found.append(Relation(variable, symbol_sign, Number(0)))
    return tuple(found)


def to_sympy(node: Node, *, positive: Iterable[Name | str] = ()) -> Any:
    """The term or relation as SymPy: real symbols, positive where ``positive`` (names) says so.

    What SymPy has no word for (a divergence of unknown laws, an integral over an unnamed space) becomes an undefined
    function of what it depends on: ``KL(p, q)``.  Raises ``TypeError`` for a node that is no term, law or relation.
    """
    from .sympy_out import Writer

    names = frozenset(name if isinstance(name, str) else name.fields[0] for name in positive)
    return Writer(names).write(node)


__all__ = ["assumptions_of", "from_sympy", "to_sympy"]
