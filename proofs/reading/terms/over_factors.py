r"""Integrals and means over a point with coordinates, over one of them, and over all but one.

\int ... dZ, dZ_j, dz, dZ_{\setminus j}; E_{Z \sim p}, E_{q_j}, E_{q_{\setminus j}}, E_{i \neq j}.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ... import language as L
from ..laws.factors import Factors, coordinate, density, index, law, left_out
from ..names import name_of, symbol_name
from ..syntax import Big, Bracket, Differential, Multiply, Script, Sign, Statement, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from ..meaning import Meaning


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


__all__ = ["integral", "mean"]
