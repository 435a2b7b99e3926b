r"""Densities of many coordinates: p(Z), q(Z) = \prod_i q_i(Z_i), q_{\setminus j}, p(z, Z_{\setminus j}), p(Z_j).

Where a density is written with one index on itself and on its argument, q_i(Z_i), the point Z lives in a product of as
many unnamed spaces, q is the law of independent coordinates, and every other density of Z is a joint density on it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ..names import is_mark, name_of, symbol_name
from ..syntax import (
    Add,
    Big,
    Bracket,
    Mark,
    Multiply,
    Numeral,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
    Unread,
)
from ..uses.running import INDICES
from ..uses.uses import Applied

if TYPE_CHECKING:
    from ..meaning import Meaning


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

    def without(self, j: L.Term, label: str) -> L.ProductLaw:
        """The law of all coordinates but the j-th."""
        i = L.Var("i", L.Without(self.indices, j))
        return L.ProductLaw(self.members[i], i, f"{self.family}_{{\\setminus {label}}}")

    def rest(self, j: L.Term, label: str) -> L.Var:
        """The point without its j-th coordinate."""
        return L.Var(f"{self.point}_{{\\setminus {label}}}", L.without(self.product, j))

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


def left_out(node: Syntax | None) -> Symbol | None:
    r"""The j of the subscripts \setminus j, -j, \neg j and i \neq j; None for other subscripts."""
    match node:
        case Multiply((Mark("\\setminus" | "\\neg"), Symbol() as j), ("", "")):
            return j
        case Add((Symbol() as j,), ("-",)):
            return j
        case Statement((_, Symbol() as j), (Sign("!="),)):
            return j
    return None


# ---------------------------------------------------------------------------------------------------------------------
# laws


def law(m: Meaning, f: Factors, node: Syntax) -> L.Law | None:
    r"""q, q_j and q_{\setminus j} of the family, p and its marginal p_j; None for what is no law of the coordinates."""
    match node:
        case Symbol():
            return _of_letter(m, f, symbol_name(node))
        case Script(base, below, above, 0) if above is None or is_mark(above):
            letter, j = name_of(base), left_out(below)
            if letter == f.family and j is not None and (place := index(m, f, j)) is not None:
                assume_density(m, f, f.law)
                return f.without(place, symbol_name(j))
            if isinstance(below, Symbol) and symbol_name(below) in INDICES and letter is not None:
                whole, place = _of_letter(m, f, letter), index(m, f, below)
                assert place is not None
                if letter == f.family:
                    return f.members[place]
                return None if whole is None else L.Marginal(whole, place)
            return _of_letter(m, f, name_of(node) or "")
    return None


def is_definition(m: Meaning, f: Factors, left: Syntax, right: Syntax) -> bool:
    r"""Whether an equation says what is meant anyway: q = \prod_i q_i, q_{\setminus j} = \prod_{i \neq j} q_i."""
    from .laws import law_of

    named = law(m, f, left)
    if not isinstance(named, L.ProductLaw) or not isinstance(right, Big) or right.operator != "prod":
        return False
    written = law_of(m, right)
    return isinstance(written, L.ProductLaw) and L.alpha_equal(
        L.ProductLaw(written.body, written.var), L.ProductLaw(named.body, named.var)
    )


def _of_letter(m: Meaning, f: Factors, letter: str) -> L.Law | None:
    """The density of the whole point that a letter is."""
    if letter == f.family:
        assume_density(m, f, f.law)
        return f.law
    if not any(_is_whole(f, applied) for applied in m.context.survey.uses(letter)) or not m.context.is_density(letter):
        return None
    joint = L.Density(letter, f.product)
    assume_density(m, f, joint)
    return joint


def _is_whole(f: Factors, applied: Applied) -> bool:
    r"""Whether an application is at the whole point, p(Z) or p(z, Z_{\setminus j})."""
    match applied.items, applied.given:
        case (item,), None:
            return name_of(item) == f.point
        case (_, Script(base, below, None, 0)), None:
            return name_of(base) == f.point and left_out(below) is not None
    return False


def assume_density(m: Meaning, f: Factors, law: L.Law) -> None:
    if isinstance(law, L.Density):
        m.context.assume(L.density(law))
    else:
        i = L.Var("i", f.indices)
        m.context.assume(L.forall(i, L.density(f.members[i])))


# ---------------------------------------------------------------------------------------------------------------------
# densities at points


def density(m: Meaning, f: Factors, head: Syntax, bracket: Bracket) -> L.Term | None:
    r"""q_i(Z_i), q_j(z), q(Z), p(Z), p(z, Z_{\setminus j}), p(Z_j), p_j(z); None for what is none of these."""
    if bracket.given is not None or bracket.left != "(":
        return None
    of = law(m, f, head)
    if of is None:
        return _of_letter_alone(m, f, head, bracket)
    match bracket.items:
        case (item,) if name_of(item) == f.point:
            return of(_point(m, f)) if isinstance(L.support(of), L.Product) else None
        case (Script(base, Symbol() as below, None, 0),) if name_of(base) == f.point:
            place = index(m, f, below)
            assert place is not None
            if isinstance(L.support(of), L.Product) and isinstance(of, L.Density):
                of = L.Marginal(of, place)
            return of(coordinate(m, f, below)) if L.support(of) is L.Slot(f.point, place) else None
        case (Symbol() as item,) if isinstance(L.support(of), L.Slot):
            return of(_small(m, item, L.support(of)))
        case (first, Script(base, below, None, 0)) if name_of(base) == f.point and (j := left_out(below)) is not None:
            place = index(m, f, j)
            assert place is not None
            rest = m.bound.get(f.rest(place, symbol_name(j)).name, f.rest(place, symbol_name(j)))
            value = _small(m, first, L.Slot(f.point, place)) if isinstance(first, Symbol) else m.term(first)
            return of(L.Glue(place, value, rest)) if isinstance(of, L.Density) else None
    return None


def _of_letter_alone(m: Meaning, f: Factors, head: Syntax, bracket: Bracket) -> L.Term | None:
    """p(X) where p is taken at nothing but the data X: a number by that whole name; None for anything else."""
    letter, names = name_of(head) or "", [name_of(item) for item in bracket.items]
    uses = m.context.survey.uses(letter)
    if not isinstance(head, Symbol) or not m.context.is_density(letter) or len(names) != 1 or names[0] is None:
        return None
    alone = all(u.given is None and [name_of(i) for i in u.items] == names for u in uses)
    taken = {*m.bound, *m.context.survey.integrated, *m.context.survey.summed}
    if not alone or not names[0].isupper() or names[0] in taken:
        return None
    return L.Var(f"{letter}({names[0]})", L.R)


def _small(m: Meaning, item: Symbol, home: L.Space) -> L.Term:
    """The point z of one factor: as it is bound, or any."""
    name = symbol_name(item)
    value = m.bound.get(name, m.context.values.get(name))
    if value is not None and L.home_of(value) is not home:
        raise Unread(f"{name} at the place of another coordinate", item.span)
    return L.Var(name, home) if value is None else value


def _point(m: Meaning, f: Factors) -> L.Term:
    """The whole point, or what it is glued from where some of its coordinates are bound."""
    return m.bound.get(f.point, L.Var(f.point, f.product))


def coordinate(m: Meaning, f: Factors, below: Symbol) -> L.Term:
    """Z_j: the variable that stands for it where it is bound, or the coordinate of the point."""
    name = f"{f.point}_{symbol_name(below)}"
    if name in m.bound:
        return m.bound[name]
    j = index(m, f, below)
    assert j is not None
    match m.bound.get(f.point):
        case None:
            return f.at(j)
        case L.Glue(place, value, _) if place is j:
            return value
        case L.Glue(place, _, rest) if isinstance(j, L.Var) and j.space is L.Without(f.indices, place):
            return L.Coord(rest, j)
        case point:
            return L.Coord(point, j)


__all__ = ["Factors", "coordinate", "density", "factors_in", "index", "is_definition", "law", "left_out"]
