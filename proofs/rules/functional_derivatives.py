"""Functional derivatives: how a functional of a density changes with its value at a point."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ..language import (
    Apply,
    Coord,
    Density,
    Elementary,
    Expectation,
    FunctionalDerivative,
    Glue,
    Int,
    MemberDensity,
    Neg,
    Node,
    Number,
    Plus,
    Prod,
    Product,
    R,
    Sum,
    Term,
    Times,
    Var,
    fold,
    fresh_beside,
    log,
    replace,
    substitute,
    support,
    without,
)
from ..language.facts import Facts
from ..registry import rule
from ..slopes import derivative
from ..views import negated, summands, times

ZERO = Number(0)


@rule("dropping what does not depend on the density")
def terms_free_of_the_density(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\frac{\delta (F + C)}{\delta q(z)} = \frac{\delta F}{\delta q(z)}, \quad C \text{ free of } q"""
    match t:
        case FunctionalDerivative(functional, Density() | MemberDensity() as q, z):
            parts = functional.args if isinstance(functional, Plus) else (functional,)
            kept = [p for p in parts if _mentions(p, q, facts)]
            if len(kept) < len(parts):
                yield FunctionalDerivative(fold(Plus, kept, 0), q, z)


def _mentions(t: Node, q: Node, facts: Facts) -> bool:
    """Whether ``t`` may depend on the density: conservative, but q_i is another one where i is provably not j."""
    match t, q:
        case _, Density():
            return q in t.free
        case MemberDensity(family, i), MemberDensity(varied, j):
            return family is varied and not facts.differ(i, j)
    family = getattr(q, "family", None)
    if family is None or family not in t.free:
        return False
    bound = getattr(t, "var", None)
    if t is family or bound in q.free:  # beneath a binder of the same name j is another index
        return True
    inner = facts.under(t) if bound is not None else facts
    return any(_mentions(child, q, inner) for child in t.children())


@rule("taking the functional derivative")
def functional_derivative(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\frac{\delta}{\delta q(z)} \int f(q(y), y) \,\mathrm{d}y = \frac{\partial f}{\partial q}(q(z), z)"""
    return _varied(t, _local, facts)


@rule("taking the functional derivative by one factor")
def functional_derivative_by_factor(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\frac{\delta}{\delta q_j(z)} \int f(q_j(Z_j), Z) \,\mathrm{d}Z = \int \frac{\partial f}{\partial q_j}(q_j(z), (Z_j = z, Z_{\setminus j})) \,\mathrm{d}Z_{\setminus j}"""
    if isinstance(t, FunctionalDerivative) and isinstance(t.density, MemberDensity):
        yield from _varied(t, _by_factor, facts)


Varied = Density | MemberDensity
Slope = Callable[[Int, Varied, Term, Facts], Term | None]  # of an integral, at a point


def _varied(t: Term, slope: Slope, facts: Facts) -> Iterator[Term]:
    match t:
        case FunctionalDerivative(functional, Density() | MemberDensity() as q, z):
            parts = [_derivative(s, q, z, slope, facts) for s in summands(functional, facts)]
            known = [p for p in parts if p is not None]
            if len(known) == len(parts):
                yield fold(Plus, [p for p in known if p is not ZERO], 0)


def _derivative(t: Term, q: Varied, z: Term, slope: Slope, facts: Facts) -> Term | None:
    """The functional derivative of a multiple of an integral; None where that of the integral is not known."""
    if not _mentions(t, q, facts):
        return ZERO
    match t:
        case Neg(a):
            inner = _derivative(a, q, z, slope, facts)
            return None if inner is None else negated(inner)
        case Times(args):
            moving = [a for a in args if _mentions(a, q, facts)]
            if len(moving) != 1:
                return None
            inner = _derivative(moving[0], q, z, slope, facts)
            return None if inner is None else times(*(inner if a is moving[0] else a for a in args))
        case Expectation(body, y, law):
            return _derivative(Int(law(y) * body, y), q, z, slope, facts)
        case Int():
            return slope(t, q, z, facts)
    return None


def _local(t: Int, q: Varied, z: Term, facts: Facts) -> Term | None:
    """The slope at z of an integral over the space of q, whose integrand is a function of q(y) and y."""
    y = t.var
    if y.space is not support(q):
        return None
    found = _slope(t.body, q(y), q, facts.under(t))
    return None if found is None else substitute(found(q(z)), {y: z})


def _by_factor(t: Int, q: Varied, z: Term, facts: Facts) -> Term | None:
    """The slope at z of an integral over all coordinates, whose integrand is a function of q_j(Z_j) and Z; else, as
    above, of one over that coordinate."""
    whole = t.var
    assert isinstance(q, MemberDensity)
    if not isinstance(whole.space, Product):
        return _local(t, q, z, facts)
    j, inside = q.index, facts.under(t)
    if whole in q.free or not facts.within(j, whole.space.range):
        return None
    found = _slope(_apart(t.body, q, inside), q(Coord(whole, j)), q, inside)
    if found is None:
        return None
    rest = fresh_beside(Var("Z_{\\setminus j}", without(whole.space, j)), t, q, z)
    return Int(substitute(found(q(z)), {whole: Glue(j, z, rest)}), rest)


def _slope(body: Term, at: Term, q: Varied, facts: Facts) -> Callable[[Term], Term] | None:
    """The derivative of an integrand by the value of q at a point, as a function of that value."""
    u = Var("u", R)
    integrand = replace(body, at, u)
    if u in body.free or _mentions(integrand, q, facts):
        return None
    slope = derivative(integrand, u)
    return None if slope is None else lambda value: substitute(slope, {u: value})


def _apart(t: Term, q: MemberDensity, facts: Facts) -> Term:
    """An integrand in which the j-th term of each sum, and factor of each product, over densities q_i stands apart:
    also beneath a logarithm, log ab being log a + log b where a and b are not negative and the whole has a value."""
    j = q.index
    match t:
        case Sum(body, i) | Prod(body, i) if q.family in body.free and facts.within(j, i.space) and i not in q.free:
            others = fresh_beside(Var(i.name, without(i.space, j)), t)
            rest = type(t)(substitute(body, {i: others}), others)
            return Plus((substitute(body, {i: j}), rest)) if isinstance(t, Sum) else substitute(body, {i: j}) * rest
        case Apply(Elementary("log"), (Prod() as product,)):
            split = _apart(product, q, facts)
            if isinstance(split, Times) and all(map(facts.nonnegative, split.args)):
                return fold(Plus, [log(factor) for factor in split.args], 0)
        case Plus(args):
            return Plus(tuple(_apart(a, q, facts) for a in args))
        case Times(args):
            return Times(tuple(_apart(a, q, facts) for a in args))
        case Neg(a):
            return Neg(_apart(a, q, facts))
    return t
