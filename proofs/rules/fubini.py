"""The order of sums and integrals, and means of independent things."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..integrability import integrable, is_finite, mean_exists
from ..language import (
    Apply,
    Coord,
    Expectation,
    Function,
    Glue,
    Int,
    Neg,
    Node,
    Number,
    Product,
    ProductLaw,
    Quotient,
    Slot,
    Sum,
    Term,
    Times,
    Var,
    Without,
    depends,
    fresh,
    fresh_beside,
    is_scalar,
    rename,
    replace,
    substitute,
    support,
)
from ..language.facts import Facts
from ..language.membership import is_endless
from ..registry import rule
from ..validity import law_unmet
from ..views import split, summands, times
from ..weighting import joint_mean


@rule("changing the order")
def exchange(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\int \int f(x, y) \,\mathrm{d}y \,\mathrm{d}x = \int \int f(x, y) \,\mathrm{d}x \,\mathrm{d}y, \quad f \ge 0 \text{ or } \int \int |f| < \infty, \quad \mathbb{E}\Big[\sum_i f_i\Big] = \sum_i \mathbb{E}[f_i]"""
    match t:
        case Sum(body, x) | Int(body, x) | Expectation(body, x, _):
            coefficient, inner = with_one_binder(body)
            if inner is None or depends(inner.var, x) or any(depends(law, x) for law in inner.fields[2:]):
                return
            # The inner variable will stand outside, the outer one beneath it: neither may be named in the other's law.
            outside = [x.space, *t.fields[2:], coefficient]
            taken = {n.name for node in (*outside, inner) for n in node.free if isinstance(n, Var)} | {x.name}
            inner = rename(inner, fresh(inner.var, taken))
            whole = times(coefficient, inner.body)
            if absolutely(t, inner, whole, facts):
                yield type(inner)(type(t)(whole, *t.fields[1:]), *inner.fields[1:])


def with_one_binder(body: Term) -> tuple[Term, Any]:
    """(c, inner) with body = c times a sum, integral or mean; inner None where there is none or more than one."""
    match body:
        case Sum() | Int() | Expectation():
            return Number(1), body
        case Neg(a):
            coefficient, inner = with_one_binder(a)
            return Neg(coefficient), inner
        case Quotient(num, den):
            coefficient, inner = with_one_binder(num)
            return coefficient / den, inner
        case Times(args) if all(map(is_scalar, args)):
            found = [a for a in args if isinstance(a, Sum | Int | Expectation)]
            if len(found) == 1:
                return times(*(a for a in args if a is not found[0])), found[0]
    return Number(1), None


def absolutely(outer: Any, inner: Any, whole: Term, facts: Facts) -> bool:
    """Whether two binders may change places. Finite sums always (that their terms are finite is a matter of definedness); else by Tonelli or by Fubini."""
    if any(isinstance(t, Sum) and not is_endless(t.var.space) for t in (outer, inner)):
        return True
    return absolutely_together(outer, inner, whole, facts)


def absolutely_together(outer: Any, inner: Any, whole: Term, facts: Facts) -> bool:
    """Whether the terms of two binders have one sign, by Tonelli, or an absolute value with a finite whole, by Fubini."""
    inside = facts.under(outer).under(inner)
    if inside.nonnegative(whole) or inside.nonnegative(Neg(whole)):
        return True
    if isinstance(outer, Expectation) and isinstance(inner, Expectation):
        return all(_separates(part, outer, inner, inside) for part in summands(whole, inside))
    return is_finite(type(outer)(type(inner)(abs(whole), *inner.fields[1:]), *outer.fields[1:]), facts)


def _separates(part: Term, outer: Expectation, inner: Expectation, inside: Facts) -> bool:
    """Whether a summand is g(x) h(y), both integrable: then so is the product under both laws."""
    g, h = split(part, inner.var)
    return (
        not depends(h, outer.var)
        and integrable(g, outer.var, outer.law, inside)
        and integrable(h, inner.var, inner.law, inside)
    )


@rule("by Fubini's theorem")
def mean_under_joint_density(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\int \int p(x, y)\, f(x, y) \,\mathrm{d}y \,\mathrm{d}x = \mathbb{E}_{w \sim p}[f(w_1, w_2)], where the mean exists, in any order"""
    if isinstance(t, Int) and isinstance(t.body, Int):
        mean = joint_mean(t)
        if mean is not None and not law_unmet(mean.law, facts) and mean_exists(mean, facts):
            yield mean


@rule("integrating over all coordinates at once")
def all_coordinates(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\int \int f(Z_j = z, Z_{\setminus j}) \,\mathrm{d}Z_{\setminus j} \,\mathrm{d}z = \int f(Z) \,\mathrm{d}Z, \quad f \ge 0"""
    match t:
        case Int(Int(body, rest) as inner, Var(_, Slot(name, j)) as z) if isinstance(rest.space, Product):
            match rest.space.range:
                case Without(indices, left_out) if left_out is j and rest.space.name == name:
                    whole = fresh_beside(Var(name, Product(name, indices)), t)
                    joined = substitute(replace(body, Glue(j, z, rest), whole), {z: Coord(whole, j)})
                    if (
                        rest not in joined.free
                        and facts.within(j, indices)
                        and facts.under(t).under(inner).nonnegative(body)
                    ):
                        yield Int(joined, whole)


@rule("by the law of one coordinate")
def one_coordinate(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \prod_i q_i}[f(x_j)] = \mathbb{E}_{z \sim q_j}[f(z)]"""
    match t:
        case Expectation(body, point, ProductLaw(factor, i)):
            for node in body.walk():
                match node:
                    case Coord(at, index) if at is point and index.free <= t.free and facts.within(index, i.space):
                        law = substitute(factor, {i: index})
                        z = fresh(Var("z", support(law)), {n.name for n in body.free | law.free if isinstance(n, Var)})
                        inner = replace(body, node, z)
                        if point not in inner.free:
                            yield Expectation(inner, z, law)


@rule("by independence")
def mean_of_independent(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}[f(X)\, g(Y)] = \mathbb{E}[f(X)]\, \mathbb{E}[g(Y)], \quad X, Y \text{ independent}, where the right side has a value"""
    match t:
        case Expectation(body, x, law):
            coefficient, rest = split(body, x)
            if isinstance(rest, Times):
                for apart in _independent_parts(rest.args, x, law, facts):
                    yield times(coefficient, *(Expectation(part, x, law) for part in apart))


def _independent_parts(args: tuple[Term, ...], x: Var, law: Any, facts: Facts) -> Iterator[list[Term]]:
    """The factors, grouped by the coordinate or random variable through which each depends on the point."""
    groups: dict[Node, list[Term]] = {}
    for a in args:
        through = _only_through(a, x)
        if through is None:
            return
        groups.setdefault(through, []).append(a)
    ways = list(groups)
    if len(ways) < 2:
        return
    if all(isinstance(way, Coord) for way in ways):
        pairs = [(a, b) for k, a in enumerate(ways) for b in ways[:k]]
        apart = isinstance(law, ProductLaw) and all(facts.differ(a.index, b.index) for a, b in pairs)
    else:
        apart = all(isinstance(way, Function) for way in ways) and facts.independent(law, *ways)
    if apart:
        yield [times(*group) for group in groups.values()]


def _only_through(t: Term, x: Var) -> Node | None:
    """The coordinate x_j, or the random variable f where f(x) stands, through which alone ``t`` depends on ``x``."""
    for node in t.walk():
        match node:
            case Coord(at, index) if at is x and x not in index.free and index.free <= t.free:
                way: Node = node
            case Apply(Function() as f, (at,)) if at is x:
                way = f
            case _:
                continue
        placeholder = fresh(Var("z"), {n.name for n in t.free if isinstance(n, Var)})
        return way if x not in replace(t, node, placeholder).free else None
    return None
