"""Pictures, said in terms: which curves, areas and points are drawn; ``drawing`` draws them, with matplotlib.

A picture holds no numbers of its own.  Whatever is drawn is the value of a term, enclosed by the numeric judge.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

from proofs.judging.numbers import Evaluator, Value
from proofs.judging.scalars import fraction
from proofs.judging.world import World
from proofs.language import Node, Term, Var, term
from proofs.language.terms import TermLike

from .latex import latex

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Label = Node | str
STEPS = 240  # pieces of a curve
DIGITS = 12  # of a value: a page shows no more than three
Point = tuple[float, float]


@dataclass(frozen=True)
class Curve:
    """The graph of ``y`` as the variable ``over`` runs from ``low`` to ``high``; with ``x``, the points (x, y).

    ``style`` chooses colour and stroke; curves of one kind share it, and one of them has the label.
    """

    y: Term
    over: Var
    low: TermLike
    high: TermLike
    label: Label | None = None
    style: int = 0
    x: Term | None = None

    def points(self) -> list[Point]:
        """Points of the curve in order; infinity is one of the values, and nan stands where there is no value.

        Raises ``ValueError`` for a value that cannot be enclosed.
        """
        low, high = (exact(end) for end in (self.low, self.high))
        along = [low + (high - low) * Fraction(k, STEPS) for k in range(STEPS + 1)]
        across = self.over if self.x is None else self.x
        return [(number(across, {self.over: at}), number(self.y, {self.over: at})) for at in along]


@dataclass(frozen=True)
class Area:
    """What lies between a curve and the axis, to be counted negative below it.

    With ``value`` the label says how large it is: the value of that term.
    """

    curve: Curve
    label: Label | None = None
    value: Term | None = None


@dataclass(frozen=True)
class Mark:
    """A point; ``hollow`` where it is left out of a curve, ``dropped`` with lines to the axes, which show its place.

    With ``value`` the label says the value of that term.
    """

    x: TermLike
    y: TermLike
    label: Label | None = None
    value: Term | None = None
    style: int = 0
    hollow: bool = False
    dropped: bool = False

    def point(self) -> Point:
        return number(term(self.x)), number(term(self.y))


@dataclass(frozen=True)
class Panel:
    """One system of axes and what is drawn in it."""

    curves: tuple[Curve, ...]
    across: Label
    up: Label
    areas: tuple[Area, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Picture:
    """Panels beside each other, and a sentence that says what is seen."""

    caption: str
    panels: tuple[Panel, ...]

    def figure(self) -> Figure:
        """The picture as a figure of matplotlib.  Raises ``ImportError`` with the remedy where that is missing."""
        from .drawing import drawn

        return drawn(self)

    def save(self, path: Path | str) -> None:
        """Write it to a file, as its name says: ``.pdf``, ``.svg`` or ``.png``; the same bytes every time."""
        from .drawing import save

        save(self.figure(), Path(path))

    def _repr_png_(self) -> bytes:
        from .drawing import as_bytes

        return as_bytes(self.figure(), "png")


def exact(end: TermLike) -> Fraction:
    """An end of a range, which is a rational number.  Raises ``TypeError`` for any other."""
    found = Evaluator(World({}), DIGITS).value(term(end)).exact
    if found is None:
        raise TypeError(f"expected a rational number as the end of a curve, found {term(end)!r}")
    return fraction(found)


def number(t: Term, values: dict[Any, Fraction] | None = None) -> float:
    """The value of a term as a float: infinity where it is infinite, nan where there is none."""
    found: Value = Evaluator(World(values or {}), DIGITS).value(t)
    if found.kind == "unknown":
        raise ValueError(f"no value of {t!r} to draw: {found.why}")
    if found.ball is not None:
        return float(found.ball.mid())
    return {"oo": float("inf"), "-oo": float("-inf")}.get(found.kind, float("nan"))


def said(label: Label, value: Term | None = None) -> str:
    """A label as matplotlib sets it; a term's value is rounded to four places after the point."""
    text = label if isinstance(label, str) else f"${latex(label)}$"
    if value is None:
        return text
    place = number(value)
    return f"{text} $\\approx {place:.4f}$" if round(place, 4) != place else f"{text} $= {place:g}$"
