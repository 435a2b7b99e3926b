"""A world: exact values for everything that is free in a claim."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

from proofs.language import Abstract, Discrete, Law, Name


@dataclass(frozen=True)
class FiniteSpace:
    """A finite measure space: atoms 0, 1, ..., n-1 and the reference measure's weight of each (0 for a null atom)."""

    weights: tuple[Fraction, ...]

    @property
    def atoms(self) -> range:
        return range(len(self.weights))


@dataclass(frozen=True)
class Line:
    """The real line with Lebesgue measure."""


def key_of(space: Abstract) -> Any:
    """By what an unnamed space is found among the spaces of a world."""
    return space if isinstance(space, Discrete) else space.name


@dataclass(frozen=True)
class Blend:
    """A joint density on a product with lines among its factors: in each cell a blend of independent coordinates.

    ``lines`` are the places of the factors that are no finite sets; ``cells`` maps the points of the others (a tuple in
    order) to pairs of a weight and a closed law for each line.  The weights of all cells sum to one.
    """

    lines: tuple[int, ...]
    cells: dict[tuple, tuple[tuple[Fraction, tuple[Law, ...]], ...]]


@dataclass(frozen=True)
class Several:
    """A function of several arguments: for each choice of those from finite sets a closed ``Lambda`` of the others.

    ``lines`` are the places (from 0) of the arguments on lines and in R^d, which the ``Lambda`` takes as one vector;
    where there are none, ``cells`` gives the values.
    """

    lines: tuple[int, ...]
    cells: dict[tuple, Any]


@dataclass(frozen=True)
class World:
    """Values for free names and realisations for unnamed spaces.

    ``values`` maps a name to
      a scalar ``Var``: Fraction (or ``flint.arb`` for a root); an integer or index ``Var``: int;
      a vector: tuple of Fractions; a matrix: tuple of rows;
      a point of an unnamed or slot space: int (an atom) or Fraction (on a line);
      a point of a product space: dict index -> point;
      a ``Density`` on an unnamed space: tuple of Fractions (density per atom) or a closed law (on a line);
      on a product space: dict (tuple of atoms in index order) -> Fraction, density by the product reference measure;
      a ``DensityFamily``: dict index -> tuple of Fractions;
      a ``Function``: closed ``Lambda``, or on a finite space a dict atom -> value; ``Several`` for several arguments;
      a ``FunctionFamily``: dict index -> closed ``Lambda``.  ``("inverse", f)`` is the inverse of a diffeomorphism f.
      on a ``Cartesian`` product: such a dict, or a ``Blend`` where some factors are lines;
    ``spaces`` maps the name of an ``Abstract`` space to its realisation, a ``Discrete`` one itself, and (name, index)
    for a ``Slot``.
    ``label`` says in a few words what is special about this world ("generic", "p = q", "d = 1").
    """

    values: dict[Name, Any]
    spaces: dict[Any, FiniteSpace | Line] = field(default_factory=dict)
    label: str = "generic"
