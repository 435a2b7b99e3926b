r"""Densities of many coordinates: p(Z), q(Z) = \prod_i q_i(Z_i), \int p(Z) \prod_{i \neq j} dZ_i, p(Z_j).

Where a density is written with one index on itself and on its argument, q_i(Z_i), the point Z lives in a product of as
many unnamed spaces, q is the law of independent coordinates, and every other density of Z is a joint density on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import language as L
from .names import is_mark, name_of, symbol_name
from .survey import Applied
from .syntax import Bracket, Differential, Multiply, Numeral, Script, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from .meaning import Meaning


@dataclass(frozen=True)
class Factors:
    """A point with coordinates, and the family whose product is a density of it."""

    point: str  # Z
    family: str  # q
    indices: L.Range

    @property
    def product(self) -> L.Product:
        return L.Product(self.point, self.indices)

    @property
    def members(self) -> L.DensityFamily:
        return L.DensityFamily(self.family, self.product)

    @property
    def law(self) -> L.ProductLaw:
        """The law of the whole point: independent coordinates."""
        i = L.Var("i", self.indices)
        return L.ProductLaw(self.members[i], i, self.family)

    def at(self, j: L.Term) -> L.Var:
        """A variable over the j-th factor."""
        return L.Var(self.point.lower(), L.Slot(self.point, j))


def factors_in(m: Meaning) -> Factors | None:
    """The factorisation that the stretch speaks of, if it does."""
    survey = m.context.survey
    for applied in survey.applications:
        found = _member(applied)
        if found is None:
            continue
        family, index, point = found
        limits = next((r for name in sorted(survey.running | {index}) if (r := survey.ranges.get(name))), None)
        if limits is None or (index not in survey.running and not _labelled(m, family, index)):
            continue
        low, high = limits[0]
        if low != Numeral("1"):
            continue
        try:
            return Factors(point, family, L.Range(L.Number(1), m.scalar(high)))
        except Unread:
            continue
    return None


def _labelled(m: Meaning, family: str, index: str) -> bool:
    return any(isinstance(l, Symbol) and symbol_name(l) == index for l in m.context.survey.labels.get(family, []))


def _member(applied: Applied) -> tuple[str, str, str] | None:
    """q, i and Z of q_i(Z_i)."""
    head, _, label = applied.head.partition("_")
    if (
        applied.given is not None
        or len(applied.items) != 1
        or len(label) != 1
        or not label.isalpha()
        or head not in "pqr"
    ):
        return None
    match applied.items[0]:
        case Script(base, Symbol() as below, None, 0) if symbol_name(below) == label and (point := name_of(base)):
            return head, label, point
    return None


def index(m: Meaning, f: Factors, node: Syntax | None) -> L.Term | None:
    """The index that a subscript is."""
    if not isinstance(node, Symbol):
        return None
    name = symbol_name(node)
    bound = m.bound.get(name)
    return bound if bound is not None else L.Var(name, f.indices)


def density(m: Meaning, f: Factors, head: Syntax, bracket: Bracket) -> L.Term | None:
    """q_i(Z_i), q(Z), p(Z), p(Z_j); None for what is no density of the point or its coordinates."""
    if len(bracket.items) != 1 or bracket.given is not None:
        return None
    (item,) = bracket.items
    label: Syntax | None = None
    match head:
        case Symbol():
            letter = symbol_name(head)
        case Script(Symbol() as symbol, below, above, 0) if above is None or is_mark(above):
            letter, label = symbol_name(symbol), below
        case _:
            return None
    if not m.context.is_density(letter):
        return None
    match item:
        case Symbol() if symbol_name(item) == f.point:
            law: L.Law = f.law if letter == f.family else L.Density(letter, f.product)
            assume_density(m, f, law)
            return None if label is not None else _whole(m, f, law)
        case Script(base, Symbol() as below, None, 0) if name_of(base) == f.point:
            j = index(m, f, below)
            assert j is not None
            place = coordinate(m, f, below)
            if letter == f.family:
                i = index(m, f, label)
                if label is not None and i is j:
                    assume_density(m, f, f.law)
                    return f.members[j](place)
                return None
            joint = L.Density(letter, f.product)
            assume_density(m, f, joint)
            return L.Marginal(joint, j)(place) if label is None else None
    return None


def assume_density(m: Meaning, f: Factors, law: L.Law) -> None:
    if isinstance(law, L.Density):
        m.context.assume(L.density(law))
    else:
        i = L.Var("i", f.indices)
        m.context.assume(L.forall(i, L.density(f.members[i])))


def _whole(m: Meaning, f: Factors, law: L.Law) -> L.Term:
    """The density at Z, or at what Z is glued from where some of its coordinates are bound by integrals."""
    return law(m.bound.get(f.point, L.Var(f.point, f.product)))


def coordinate(m: Meaning, f: Factors, below: Symbol) -> L.Term:
    """Z_j: the variable that stands for it under an integral over it, or the coordinate of the point."""
    name = f"{f.point}_{symbol_name(below)}"
    if name in m.bound:
        return m.bound[name]
    j = index(m, f, below)
    assert j is not None
    point = m.bound.get(f.point)
    return L.Coord(point, j) if point is not None else f.at(j)


def integral(m: Meaning, f: Factors, body: Syntax, differentials: tuple[Syntax, ...]) -> L.Term | None:
    r"""\int ... dZ, \int ... dZ_j, \int ... \prod_{i \neq j} dZ_i; None for other differentials."""
    if len(differentials) != 1:
        return None
    match differentials[0]:
        case Differential("d", Symbol() as variable, None, None) if symbol_name(variable) == f.point:
            point = L.Var(f.point, f.product)
            with m.binding({f.point: point}):
                return L.Int(m.scalar(body), point)
        case Differential("d", Script(base, Symbol() as below, None, 0), None, None) if name_of(base) == f.point:
            j = index(m, f, below)
            assert j is not None
            z = f.at(j)
            with m.binding({f"{f.point}_{symbol_name(below)}": z}):
                return L.Int(m.scalar(body), z)
        case other if (left_out := _all_but(other, f)) is not None:
            j = index(m, f, left_out)
            assert j is not None
            rest = L.Var(f"{f.point}_{{\\setminus {symbol_name(left_out)}}}", L.without(f.product, j))
            with m.binding({f.point: L.Glue(j, coordinate(m, f, left_out), rest)}):
                return L.Int(m.scalar(body), rest)
    return None


def _all_but(node: Syntax, f: Factors) -> Symbol | None:
    r"""The j of \prod_{i \neq j} dZ_i."""
    from .syntax import Big, Statement

    match node:
        case Big("prod", Differential("d", Script(base, _, None, 0), None, None), Statement((_, other), _), None):
            return other if isinstance(other, Symbol) and name_of(base) == f.point else None
    return None


__all__ = ["Factors", "Multiply", "Unread", "coordinate", "density", "factors_in", "integral"]
