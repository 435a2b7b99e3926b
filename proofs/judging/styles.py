"""Styles: what is special about a world, and which special worlds are worth trying for a setting."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from proofs import language as L

from .setting import Setting

UNNAMED = (L.Abstract, L.Slot, L.Product, L.Cartesian)
CORNERS_OF_SCALARS = 4
MOST_TIES = 3


@dataclass(frozen=True)
class Style:
    """What is special about a world.  ``zeros`` says where densities vanish, ``line`` which laws live on a line."""

    label: str = "generic"
    number: int = 0
    least: bool = False  # integers at their least, places at the first of their range
    same: bool = False  # names of one kind have one value
    tight: bool = False  # integers that are ordered lie as close as they are found
    prescribed: tuple[tuple[L.Name, Any], ...] = ()
    zeros: tuple[tuple[L.Name, str], ...] = ()
    null: bool = False  # finite spaces have a null atom, on which densities differ
    at_null: bool = False  # ... and free points lie on it
    repeated: tuple[L.Name, ...] = ()  # functions on a finite set that have one value at two points
    atoms: tuple[tuple[L.Name, Fraction], ...] = ()  # functions on a finite set with a value at the first point
    independent: bool = False
    line: str | None = None
    generic: bool = False

    def on(self, setting: Setting) -> Style:
        """What this style asks of the names of a smaller setting."""
        prescribed = tuple((n, v) for n, v in self.prescribed if n in setting.names)
        zeros = tuple((n, v) for n, v in self.zeros if n in setting.names)
        repeated = tuple(n for n in self.repeated if n in setting.names)
        atoms = tuple((n, v) for n, v in self.atoms if n in setting.names)
        points = any(isinstance(n, L.Var) and isinstance(n.space, UNNAMED) for n in setting.names)
        at_null = self.at_null and points
        kinds = (self.least, self.same, self.tight, self.null, self.independent, self.line)
        special = any((prescribed, zeros, repeated, atoms, *kinds))
        if not special:
            return Style(number=self.number, generic=True)
        kept = prescribed, zeros, repeated, atoms
        if at_null is self.at_null and kept == (self.prescribed, self.zeros, self.repeated, self.atoms):
            return self
        label = "a null atom" if self.null else self.label
        return replace(
            self, label=label, prescribed=prescribed, zeros=zeros, repeated=repeated, atoms=atoms, at_null=at_null
        )


def corners(setting: Setting) -> Iterator[Style]:
    """The special worlds worth trying; those that violate a hypothesis fall away when they are built."""
    if any(isinstance(n, L.Var) and isinstance(n.space, L.Integers | L.Range) for n in setting.names):
        yield Style("smallest sizes", least=True)
    if _has_kin(setting):
        yield Style("names of one kind equal", same=True)
    yield from _corners_of_scalars(setting)
    yield from _corners_of_densities(setting)
    yield from _ties(setting)
    for name, value in sorted(setting.atoms, key=lambda pair: (pair[0].name, pair[1])):
        if setting.bound(name).admits(value):
            yield Style(f"{name.name} = {value} at an outcome", atoms=((name, value),))


def _ties(setting: Setting) -> Iterator[Style]:
    """Random variables that have a value at two outcomes: what is known of one then does not tell the outcome."""
    functions = [n for n in setting.names if isinstance(n, L.Function) and isinstance(n.domain[0], L.Abstract)]
    for each in functions[:MOST_TIES] if len(functions) > 1 else ():
        yield Style(f"{each.name} has a value twice", repeated=(each,))


def dense(setting: Setting) -> Iterator[Style]:
    """Worlds in which densities on lines are large: an inequality that holds for probabilities may fail there."""
    if any(isinstance(n, L.Density) and not L.is_counted(n.space) for n in setting.names):
        yield Style("narrow laws on a line", line="narrow")


def zero_matrices(setting: Setting) -> Iterator[Style]:
    """The world with matrices that are zero, where nothing says that they are not: a strict order often fails there."""
    matrices = [n for n in setting.names if isinstance(n, L.Var) and isinstance(n.space, L.Matrices)]
    free = [n for n in matrices if not any(n in names for names in setting.facts.values())]
    sizes: dict[L.Name, int] = {}
    zeros: list[tuple[L.Name, Any]] = []
    for name in free:
        shape = [_size(d, sizes) for d in (name.space.rows, name.space.columns)]
        if None in shape:
            return
        rows, columns = shape
        zeros.append((name, ((Fraction(0),) * (columns or 0),) * (rows or 0)))
    if zeros:
        yield Style("matrices that are zero", prescribed=(*zeros, *sorted(sizes.items(), key=lambda i: i[0].name)))


def _size(dimension: L.Term, sizes: dict[L.Name, int]) -> int | None:
    """How many rows or columns: two where that is a name."""
    match dimension:
        case L.Number(value) if value.denominator == 1:
            return int(value)
        case L.Var():
            return sizes.setdefault(dimension, 2)
    return None


def _kind(name: L.Name) -> Any:
    return type(name), *name.fields[1:]


def _has_kin(setting: Setting) -> bool:
    drawn = [n for n in setting.names if not isinstance(n, L.Abstract) and n not in setting.definitions]
    return len({_kind(n) for n in drawn}) < len(drawn)


def _corners_of_scalars(setting: Setting) -> Iterator[Style]:
    count = 0
    solved_for = {name for e in setting.equations for name in e.free}
    for name in setting.names:
        if not isinstance(name, L.Var) or name in setting.definitions or name in solved_for:
            continue
        space, bounds = name.space, setting.bound(name)
        if isinstance(space, L.Reals | L.PositiveReals | L.Interval):
            values = {Fraction(0), *(end for end in (bounds.low, bounds.high) if end is not None)}
            if isinstance(space, L.Interval) and (bounds.low is None or bounds.high is None):
                continue
            for value in sorted(v for v in values if bounds.admits(v)):
                count += 1
                if count <= CORNERS_OF_SCALARS:
                    yield Style(f"{name.name} = {value}", prescribed=((name, value),))
    drawn = [n for n in setting.names if n not in setting.definitions]
    vectors = [n for n in drawn if isinstance(n, L.Var) and isinstance(n.space, L.Vectors)]
    if any(setting.bound(n).admits(Fraction(0)) for n in vectors):
        zeros = tuple((n, (Fraction(0),) * 2) for n in vectors if setting.bound(n).admits(Fraction(0)))
        sizes = {i for n in vectors for i in n.space.free}
        if all(isinstance(n.space.dimension, L.Var) for n, _ in zeros):
            yield Style(
                "vectors that are zero", prescribed=(*zeros, *((i, 2) for i in sorted(sizes, key=lambda i: i.name)))
            )


def _corners_of_densities(setting: Setting) -> Iterator[Style]:
    laws = [n for n in setting.names if isinstance(n, L.Density | L.DensityFamily)]
    on_atoms = [n for n in laws if isinstance(n, L.DensityFamily) or isinstance(n.space, UNNAMED)]
    for name in on_atoms:
        yield Style(f"{name.name} vanishes somewhere", zeros=((name, "first"),))
        if isinstance(name, L.Density) and isinstance(name.space, L.Product | L.Cartesian):
            yield Style("an atom of a factor has mass 0", zeros=((name, "row"),))
            if isinstance(name.space, L.Cartesian):
                yield Style("an atom of the last factor has mass 0", zeros=((name, "column"),))
            yield Style("independent coordinates", independent=True)
    if len(on_atoms) > 1:
        yield Style("densities vanish together", zeros=tuple((n, "first") for n in on_atoms))
        first, second, *_ = on_atoms
        yield Style("disjoint supports", zeros=((first, "first"), (second, "rest")))
        yield Style("disjoint supports, the other way", zeros=((first, "rest"), (second, "first")))
    if any(isinstance(n, L.DensityFamily) or _may_have_null_sets(n.space) for n in on_atoms):
        yield Style("a null atom", null=True)
        yield Style("a point on a null atom", null=True, at_null=True)
        if len({_kind(n) for n in on_atoms}) < len(on_atoms):
            yield Style("equal but on a null atom", null=True, same=True)
            yield Style("equal but on a null atom, at it", null=True, at_null=True, same=True)
    if not setting.faithful:
        yield Style("independent normal laws", independent=True, line="normal")
    if any(isinstance(n, L.Abstract) and not isinstance(n, L.Discrete) for n in setting.names):
        yield Style("normal laws on a line", line="normal")
        yield Style("uniform laws on a line", line="uniform")
        yield Style("equal laws on a line", line="normal", same=True)


def _may_have_null_sets(space: L.Space) -> bool:
    if isinstance(space, L.Cartesian):
        return any(map(_may_have_null_sets, space.factors))
    return isinstance(space, L.Abstract | L.Slot | L.Product) and not isinstance(space, L.Discrete)
