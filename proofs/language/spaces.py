"""Spaces: where a variable lives, and so what a binder ranges over."""

from __future__ import annotations

from .node import Name, Node


class Space(Node):
    """Base of all spaces."""

    __slots__ = ()


class Reals(Space):
    """The real line with Lebesgue measure."""

    __slots__ = ()


class PositiveReals(Space):
    """The open half line (0, oo) with Lebesgue measure."""

    __slots__ = ()


class Interval(Space):
    """The interval from ``low`` to ``high`` (terms) with Lebesgue measure."""

    __slots__ = ("low", "high")


class Integers(Space):
    """All integers: where a dimension, a count or an index lives."""

    __slots__ = ()


class Range(Space):
    """The integers from ``low`` to ``high`` inclusive; empty when high < low."""

    __slots__ = ("low", "high")


class Event(Range):
    """Whether the event ``name`` happens: the integers from ``low``, 0, to ``high``, 1."""

    __slots__ = ("low", "high", "name")


class Without(Space):
    """An index range with one index left out."""

    __slots__ = ("range", "index")


class Vectors(Space):
    """R^dimension with Lebesgue measure; the dimension is a term."""

    __slots__ = ("dimension",)


class Simplex(Space):
    """The points of R^dimension with positive coordinates that sum to one, with the Lebesgue measure of all coordinates
    but the last."""

    __slots__ = ("dimension",)


class Compositions(Space):
    """The points of R^dimension whose coordinates are counts 0, 1, 2, ... that sum to ``total``, with counting
    measure."""

    __slots__ = ("dimension", "total")


class Matrices(Space):
    """Real matrices with the given numbers of rows and columns."""

    __slots__ = ("rows", "columns")


class Abstract(Space, Name):
    """An unnamed measure space.  Claims about it hold for sums over finite sets and for integrals over R alike.

    It is a free name: a theorem about it holds for every space that is put in its place.
    """

    __slots__ = ("name",)


class Discrete(Abstract):
    """An unnamed finite set, not empty, with counting measure: an integral over it is a plain sum over its points.

    What is proved of an ``Abstract`` space holds of every ``Discrete`` one; not the other way round.
    """

    __slots__ = ()


class Cartesian(Space):
    """The product of the spaces ``factors`` (a tuple), with the product of their measures: where (x, y) lives.

    The factors may differ in kind: a finite set and the line.
    """

    __slots__ = ("factors",)


class Product(Space):
    """The product of the spaces ``Slot(name, i)`` for i in ``range``: where Z = (Z_1, ..., Z_M) lives."""

    __slots__ = ("name", "range")


class Slot(Space):
    """The i-th factor of a product space: where the coordinate Z_i lives."""

    __slots__ = ("name", "index")


R = Reals()
R_POSITIVE = PositiveReals()
Z_INTEGERS = Integers()


def is_counted(space: Space) -> bool:
    """Whether the measure of the space counts points, so that an integral over it is a sum."""
    match space:
        case Cartesian(factors):
            return all(map(is_counted, factors))
    return isinstance(space, Discrete | Integers | Range | Without | Compositions)


def linear(space: Space) -> Space:
    """The vector space around a set of vectors, where sums and multiples of its points lie; others stay."""
    return Vectors(space.dimension) if isinstance(space, Simplex | Compositions) else space


def without(space: Space, index: Node) -> Space:
    """The range, or the product space, with one index left out."""
    match space:
        case Product(name, range_):
            return Product(name, Without(range_, index))
        case Range() | Without():
            return Without(space, index)
    raise TypeError(f"expected an index range or a product space, found {space!r}")


__all__ = [
    "Abstract", "Cartesian", "Compositions", "Discrete", "Integers", "Interval", "Matrices", "PositiveReals", "Product",
    "R", "R_POSITIVE", "Range", "Reals", "Simplex", "Slot", "Space", "Vectors", "Without", "Z_INTEGERS", "is_counted",
    "linear", "without",
]  # fmt: skip
