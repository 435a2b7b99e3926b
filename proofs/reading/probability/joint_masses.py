r"""Joint laws of finitely many outcomes: what several random variables are together, and with which probability.

``JointMasses`` is all that such a law is.  Marginals, conditional laws, means, entropies and probabilities of events
follow from its outcomes by their definitions; nothing of them is known besides.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any

from ... import language as L
from ..terms.polynomials_told import number

_ORDERS: dict[str, Callable[[Fraction], bool]] = {
    "=": lambda d: d == 0, "!=": lambda d: d != 0, "<": lambda d: d < 0, "<=": lambda d: d <= 0, ">": lambda d: d > 0,
    ">=": lambda d: d >= 0,
}  # fmt: skip
Point = tuple[L.Term, ...]
Outcome = tuple[Point, L.Term]


@dataclass(frozen=True)
class JointMasses:
    """Random variables, and the values that they have together with the probabilities; ``formula`` is what the
    probabilities were told by, at variables for the values, where they were."""

    names: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    formula: tuple[tuple[L.Var, ...], L.Term] | None = None

    def of(self, names: Collection[str]) -> JointMasses:
        """The marginal law of some of the random variables, in the order that they have here."""
        places = [k for k, name in enumerate(self.names) if name in names]
        if len(places) == len(self.names):
            return self
        picked = [(tuple(values[k] for k in places), weight) for values, weight in self.outcomes]
        return JointMasses(tuple(self.names[k] for k in places), collected(picked))

    def values(self, name: str) -> list[L.Term]:
        """The values that one of the random variables has."""
        at = self.names.index(name)
        return list({key(values[at : at + 1]): values[at] for values, _ in self.outcomes}.values())

    def sliced(self, at: Mapping[str, L.Term]) -> tuple[Outcome, ...] | None:
        """What the other random variables are, with the probabilities of this while those named have these values.

        None where it is not known which outcomes these are: of values that are no numbers the formula tells them.
        """
        others = [name for name in self.names if name not in at]
        if all(number(value) is not None for value in at.values()):
            wanted = key(tuple(at.values()))
            return tuple(
                (tuple(values[self.names.index(name)] for name in others), weight)
                for values, weight in self.outcomes
                if key(tuple(values[self.names.index(name)] for name in at)) == wanted
            )
        if self.formula is None:
            return None
        letters = dict(zip(self.names, self.formula[0], strict=True))
        fixed: dict[L.Name, L.Term] = {letters[name]: value for name, value in at.items()}
        points = product(*(self.values(name) for name in others))
        return tuple(
            (
                values,
                L.substitute(
                    self.formula[1], {**fixed, **{letters[n]: v for n, v in zip(others, values, strict=True)}}
                ),
            )
            for values in points
        )

    def total(self, body: L.Term, at: Mapping[str, L.Var]) -> L.Term:
        """The mean of what ``body`` is at variables that stand for the random ones; null outcomes are left out."""
        return added(
            [
                L.Times(
                    (decided(L.substitute(body, dict(zip((at[n] for n in self.names), values, strict=True)))), weight)
                )
                for values, weight in self.outcomes
                if number(weight) != 0
            ]
        )


def decided(t: L.Term) -> L.Term:
    """A term with the cases in it decided whose conditions are relations between numbers."""

    def visit(node: Any) -> Any:
        if not isinstance(node, L.Node):
            return node
        inside = node.map_children(visit)
        return _case(inside) if isinstance(inside, L.Cases) else inside

    return t if not any(isinstance(node, L.Cases) for node in t.walk()) else visit(t)


def _case(t: L.Cases) -> L.Term:
    """The case that holds, where that is known."""
    for value, condition in zip(t.values, t.conditions, strict=True):
        holds = _holds(condition)
        if holds is None:
            return t
        if holds:
            return value
    return t.otherwise


def _holds(condition: L.Node) -> bool | None:
    """Whether a relation between numbers holds; None of others."""
    if not isinstance(condition, L.Relation):
        return None
    difference = number(L.Plus((condition.left, L.Neg(condition.right))))
    if difference is None or condition.symbol not in _ORDERS:
        return None
    return _ORDERS[condition.symbol](difference)


def collected(outcomes: Collection[Outcome]) -> tuple[Outcome, ...]:
    """Outcomes that each stand there once, with all the probability that they have."""
    found: dict[object, tuple[Point, list[L.Term]]] = {}
    for values, weight in outcomes:
        found.setdefault(key(values), (values, []))[1].append(weight)
    return tuple((values, summed(weights)) for values, weights in found.values())


def key(values: Point) -> tuple[object, ...]:
    """What tells values apart: the numbers that they are; of others the term."""
    return tuple(value if (known := number(value)) is None else known for value in values)


def summed(weights: list[L.Term]) -> L.Term:
    """The sum of probabilities, as one number where it is one."""
    total = added(weights)
    known = number(total)
    return total if known is None else L.Number(known)


def added(parts: list[L.Term]) -> L.Term:
    return L.Number(0) if not parts else parts[0] if len(parts) == 1 else L.Plus(tuple(parts))


__all__ = ["JointMasses", "Outcome", "Point", "added", "collected", "decided", "key", "summed"]
