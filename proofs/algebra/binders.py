"""Integrals, sums and means as fractions: bound variables named by their height, what is constant pulled out."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ..language import Binder, Constant, Interval, Node, Number, Range, Term, Var, Without, substitute
from . import reading
from .ring import Frac, Key
from .scope import Scope
from .spelling import fraction, polynomial

BOUND = "@"  # bound variables are named @1, @2, ... by the greatest number inside


@lru_cache(maxsize=50_000)
def height_of(t: Node) -> int:
    """The number a binder gets if nothing drops out of its body: one more than the greatest inside."""
    if isinstance(t, Binder):
        return max(1 + height_of(t.body), *map(height_of, t.children()))
    return max(map(height_of, t.children()), default=0)


def numbered(scope: Scope, t: Any, number: int) -> Any:
    """The binder with its variable named after a number that no other name free in its body has."""
    taken = {name.name for name in t.body.free if isinstance(name, Var)}
    while f"{BOUND}{number}" in taken:
        number += 1
    var = Var(f"{BOUND}{number}", _spelled(scope, t.var.space))
    return type(t)(substitute(t.body, {t.var: var}), var, *t.fields[2:])


def _spelled(scope: Scope, space: Any) -> Any:
    """The range or interval with its ends spelled in one way."""
    match space:
        case Range(low, high) | Interval(low, high):
            return type(space)(_spelled_end(scope, low), _spelled_end(scope, high), *space.fields[2:])
        case Without(outer, index):
            return Without(_spelled(scope, outer), index)
    return space


def _spelled_end(scope: Scope, end: Term) -> Term:
    if isinstance(end, Number | Var | Constant):
        return end
    found = scope.ring.lowest(reading.value(scope, end))
    return end if found.unproved else fraction(scope.ring, found)


def number_of(t: Any) -> int:
    """The number that the variable of a binder is named by."""
    return int(t.var.name[len(BOUND) :])


def bound_outside(key: Key, t: Any) -> tuple[frozenset[Var], int]:
    """Which bound variables of a body stand free around its binder, and the height of the whole."""
    return key.bound - {t.var}, max(key.height, number_of(t))


def pulled(scope: Scope, t: Any) -> Frac:
    """An integral, sum or mean: what does not depend on the variable stands before it, the rest is opaque."""
    ring = scope.ring
    whole = numbered(scope, t, height_of(t))
    inner = scope.under(whole)
    coefficient, rest = _split(inner, reading.value(inner, whole.body), whole.var)
    key = ring.key(rest)
    if key.height + 1 < number_of(whole):
        whole, factor, rest = _renumbered(scope, whole, rest, key.height + 1)
        coefficient = ring.mul(coefficient, factor)
        key = ring.key(rest)
    if rest.num == 0 and not rest.unproved:
        return coefficient
    outside = reading.keys(scope, (whole.var.space, *whole.fields[2:]))
    bound, height = bound_outside(key, whole)
    what = (type(whole), number_of(whole), key.what, outside.what)
    k = ring.gen("binder", Key(what, bound | outside.bound, max(height, outside.height)), None, (whole, rest))
    scope.learn(k, t, coefficient)
    return ring.mul(coefficient, ring.of(k))


def _renumbered(scope: Scope, whole: Any, rest: Frac, number: int) -> tuple[Any, Frac, Frac]:
    """What is left of a binder, its variable under the number it needs: read again from its own spelling.

    Other generators come in another order, so a sign may be left to stand before it.
    """
    left = numbered(scope, type(whole)(fraction(scope.ring, rest), *whole.fields[1:]), number)
    inner = scope.under(left)
    done = reading.value(inner, left.body)
    names = set(done.unproved)
    for name in rest.unproved:
        p = substitute(polynomial(scope.ring, scope.ring.polys[name]), {whole.var: left.var})
        again = reading.value(inner, p).num
        again /= again.leading_coefficient()
        scope.ring.polys[str(again)] = again
        names.add(str(again))
    return left, *_split(inner, Frac(done.num, done.den, frozenset(names)), left.var)


def _split(scope: Scope, a: Frac, x: Var) -> tuple[Frac, Frac]:
    """(coefficient, rest): a fraction as a product, the coefficient free of ``x``."""
    ring = scope.ring
    a = ring.lowest(a)
    inside = frozenset(name for name in a.unproved if x in ring.poly_key(ring.polys[name]).bound)
    if a.num == 0:
        return Frac(ring.zero, ring.one, a.unproved - inside), Frac(ring.zero, ring.one, inside)
    above, num = _content(scope, a.num, x)
    below, den = _content(scope, a.den, x)
    return Frac(above, below, a.unproved - inside), Frac(num, den, inside)


def _content(scope: Scope, p: Any, x: Var) -> tuple[Any, Any]:
    """(content, rest) with p = content * rest, the content free of ``x`` and as large as it gets."""
    ring = scope.ring
    used = ring.used(p)
    dependent = [k for k in used if x in ring.gens[k].key.bound]
    if not dependent:
        return p, ring.one
    if len(dependent) == len(used):  # all of it depends on x, but for a number
        lead = p.leading_coefficient()
        return ring.one * lead, p / lead
    parts: dict[tuple[int, ...], dict[tuple[int, ...], Any]] = {}
    for exponents, c in p.to_dict().items():
        free = list(exponents)
        for k in dependent:
            free[k] = 0
        parts.setdefault(tuple(exponents[k] for k in dependent), {})[tuple(free)] = c
    content = ring.zero
    for part in parts.values():
        content = content.gcd(ring.context.from_dict(part))
    rest = p / content
    lead = rest.leading_coefficient()
    return content * lead, rest / lead
