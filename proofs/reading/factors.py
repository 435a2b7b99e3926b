r"""Densities of many coordinates: p(Z), q(Z) = \prod_i q_i(Z_i), q_{\setminus j}, p(z, Z_{\setminus j}), p(Z_j).

Where a density is written with one index on itself and on its argument, q_i(Z_i), the point Z lives in a product of as
many unnamed spaces, q is the law of independent coordinates, and every other density of Z is a joint density on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .. import language as L
from .names import is_mark, name_of, symbol_name
from .survey import INDICES, Applied
from .syntax import (
    Add,
    Big,
    Bracket,
    Differential,
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


# ---------------------------------------------------------------------------------------------------------------------
# integrals and means


@contextmanager
def bound(m: Meaning, f: Factors, x: L.Var, label: str = "") -> Iterator[None]:
    """Inside, the point, its coordinate or its rest is bound; ``label`` is the name of the coordinate, Z_j."""
    names: dict[str, L.Term] = {x.name: x}
    match x.space, m.bound.get(f.point):
        case L.Product(_, L.Without(_, j)), _:
            inside = [v for v in m.bound.values() if isinstance(v, L.Var) and v.space is L.Slot(f.point, j)]
            names[f.point] = L.Glue(j, inside[-1] if inside else f.at(j), x)
        case L.Slot(_, j), L.Glue(place, _, rest) if place is j:
            names[f.point] = L.Glue(j, x, rest)
    if label:
        names[label] = x
    with m.binding(names):
        yield


def integral(m: Meaning, f: Factors, body: Syntax, differentials: tuple[Syntax, ...]) -> L.Term | None:
    r"""\int ... dZ, dZ_j, dz, dZ_{\setminus j}, \prod_{i \neq j} dZ_i; None for other differentials."""
    if len(differentials) != 1:
        return None
    label = ""
    match differentials[0]:
        case Differential("d", Symbol() as variable, None, None) if symbol_name(variable) == f.point:
            x = L.Var(f.point, f.product)
        case Differential("d", Script(base, Symbol() as below, None, 0), None, None) if name_of(base) == f.point:
            j = index(m, f, below)
            assert j is not None
            x, label = f.at(j), f"{f.point}_{symbol_name(below)}"
        case Differential("d", Symbol() as variable, None, None):
            home = _slot_in(m, f, symbol_name(variable), body)
            if home is None:
                return None
            x = L.Var(symbol_name(variable), home)
        case other if (out := _all_but(other, f)) is not None:
            j = index(m, f, out)
            assert j is not None
            x = f.rest(j, symbol_name(out))
            with m.binding({f.point: L.Glue(j, coordinate(m, f, out), x), x.name: x}):
                return L.Int(m.scalar(body), x)
        case _:
            return None
    with bound(m, f, x, label):
        return L.Int(m.scalar(body), x)


def _slot_in(m: Meaning, f: Factors, name: str, body: Syntax) -> L.Slot | None:
    """The factor that a variable ranges over, by the densities that an integrand has at it."""
    for node in body.walk():
        if isinstance(node, Multiply):
            for head, bracket in zip(node.factors, node.factors[1:], strict=False):
                if isinstance(bracket, Bracket) and bracket.items and name_of(bracket.items[0]) == name:
                    value = density(m, f, head, bracket)
                    if isinstance(value, L.Apply):
                        point = value.args[0]
                        home = L.home_of(point.value if isinstance(point, L.Glue) else point)
                        if isinstance(home, L.Slot):
                            return home
    return None


def _all_but(node: Syntax, f: Factors) -> Symbol | None:
    r"""The j of \prod_{i \neq j} dZ_i and of dZ_{\setminus j}."""
    match node:
        case Big("prod", Differential("d", Script(base, _, None, 0), None, None), Statement() as below, None):
            return left_out(below) if name_of(base) == f.point else None
        case Differential("d", Script(base, below, None, 0), None, None) if name_of(base) == f.point:
            return left_out(below)
    return None


def mean(m: Meaning, f: Factors, below: Syntax, body: Syntax) -> L.Term | None:
    r"""E_{Z \sim p}, E_{z \sim q_j}, E_{q_j}, E_{Z_{\setminus j} \sim q_{\setminus j}}, E_{q_{-j}}, E_{i \neq j}."""
    match below:
        case Statement((variable, right), (Sign("~"),)) if right is not None:
            of = law(m, f, right)
        case _ if (out := left_out(below)) is not None:
            variable, place = None, index(m, f, out)
            assert place is not None
            of = f.without(place, symbol_name(out))
        case Multiply((head, Bracket("(", (item,), ")", None)), ("", "")):
            variable, of = item, law(m, f, head)
        case _:
            variable, of = None, law(m, f, below)
    if of is None:
        return None
    x, label = _variable(m, f, of, variable, below)
    with bound(m, f, x, label):
        return L.Expectation(m.scalar(body), x, of)


def _variable(m: Meaning, f: Factors, of: L.Law, written: Syntax | None, below: Syntax) -> tuple[L.Var, str]:
    """The variable that a mean runs over, as it is written or as the law has it, and what its coordinate is called."""
    match L.support(of), written:
        case L.Product(_, L.Without(_, L.Var() as j)) as home, None:
            return L.Var(f"{f.point}_{{\\setminus {j.name}}}", home), ""
        case L.Product(_, L.Without(_, j)) as home, Script(base, out) if name_of(base) == f.point:
            if (symbol := left_out(out)) is not None and index(m, f, symbol) is j:
                return L.Var(f"{f.point}_{{\\setminus {symbol_name(symbol)}}}", home), ""
        case L.Product() as home, None:
            return L.Var(f.point, home), ""
        case L.Product() as home, Symbol() if name_of(written) == f.point:
            return L.Var(f.point, home), ""
        case L.Slot(_, L.Var() as j) as home, None:
            return f.at(j), f"{f.point}_{j.name}"
        case L.Slot(_, j) as home, Script(base, Symbol() as label) if name_of(base) == f.point:
            if index(m, f, label) is j:
                return L.Var(f.point.lower(), home), f"{f.point}_{symbol_name(label)}"
        case L.Slot() as home, Symbol() as name:
            return L.Var(symbol_name(name), home), ""
    raise Unread("a mean over a variable that its law is not of", below.span)


__all__ = ["Factors", "coordinate", "density", "factors_in", "index", "integral", "law", "mean"]
