"""Terms read as fractions of polynomials, and what identifies the things that algebra does not look into."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from functools import lru_cache
from typing import Any

from ..language import (
    Apply,
    Binder,
    Constant,
    Coord,
    Det,
    Elementary,
    Entry,
    Expectation,
    Family,
    Form,
    FunctionalDerivative,
    Glue,
    Int,
    Interval,
    Iterate,
    Lambda,
    Matrices,
    Mixture,
    Name,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    ProductLaw,
    Quotient,
    Range,
    Sum,
    Term,
    Times,
    Tr,
    Var,
    Vectors,
    Without,
    canonical,
    space_of,
    substitute,
)
from ..language.entries import component
from ..language.masks import NEGATIVE, POSITIVE, ZERO
from . import scalars_of_words, words
from .elementary import absolute, exponential, function, gamma, log_gamma, logarithm, polygamma, power
from .ring import Frac, Key, Ring, rational
from .scope import Scope
from .spelling import fraction, polynomial

_BOUND = "@"  # bound variables are named @1, @2, ... by the greatest number inside


def is_linear(t: Node) -> bool:
    """Whether a term is a vector or a matrix."""
    return isinstance(space_of(t), Vectors | Matrices)


def value(scope: Scope, t: Term) -> Frac:
    """A scalar as a fraction."""
    found = scope.values.get(t)
    if found is None:
        found = scope.values[t] = _value(scope, t)
    return found


def _value(scope: Scope, t: Term) -> Frac:
    ring = scope.ring
    match t:
        case Number(number):
            return ring.number(number)
        case Constant("e"):
            return exponential(scope, ring.number(1))
        case Var() | Constant():
            return opaque(scope, t)
        case Plus(args):
            total = value(scope, args[0])
            for a in args[1:]:
                total = ring.add(total, value(scope, a))
            return total
        case Neg(arg):
            return ring.neg(value(scope, arg))
        case Times(args):
            product = value(scope, args[0])
            for a in args[1:]:
                product = ring.mul(product, value(scope, a))
            return product
        case Quotient(num, den):
            return scope.divided(value(scope, num), value(scope, den), scope.facts.nonzero(den))
        case Power(base, exponent):
            return _power(scope, base, exponent)
        case Apply(Elementary(name), args):
            done = _elementary(scope, name, args)
            return opaque(scope, t) if done is None else done
        case Apply(Lambda(body, var), (argument,)):
            return value(scope, substitute(body, {var: argument}))
        case Int() | Sum() | Expectation() if not is_linear(t.body):
            return _pulled(scope, t)
        case Form(left, matrix, right):
            return scalars_of_words.form(scope, left, matrix, right)
        case Tr(matrix):
            return scalars_of_words.trace(scope, matrix)
        case Det(matrix):
            return scalars_of_words.determinant(scope, matrix)
        case Coord() | Entry():
            return scalars_of_words.entry(scope, t)
        case Iterate(_, Number(n), start) if n == 0:
            return value(scope, start)
    return opaque(scope, t)


def opaque(scope: Scope, t: Term) -> Frac:
    """The term as a generator of its own."""
    return scope.ring.of(scope.ring.gen("term", structural_key(scope, t), t))


# ---------------------------------------------------------------------------------------------------------------------
# powers and functions


def _power(scope: Scope, base: Term, exponent: Term) -> Frac:
    ring = scope.ring
    above = value(scope, exponent)
    n = ring.is_number(above)
    if n is not None:
        return power(scope, value(scope, base), n, scope.facts.nonzero(base))
    below = value(scope, base)
    if scope.facts.positive(base) or scope.frac_sign(below) == POSITIVE:
        return exponential(scope, ring.mul(above, logarithm(scope, below)))
    above = ring.lowest(above)
    if above.den == 1 and scope.facts.integer(exponent) and scope.facts.nonzero(base):
        constant = above.num.to_dict().get((0,) * ring.size)
        if constant is not None:
            rest = Frac(above.num - ring.constant(rational(constant)), above.den, above.unproved)
            return ring.mul(power(scope, below, rational(constant), proved=True), _symbolic(ring, below, rest))
    return _symbolic(ring, below, above)


def _symbolic(ring: Ring, base: Frac, exponent: Frac) -> Frac:
    above, below = ring.key(exponent), ring.key(base)
    key = Key((below.what, above.what), below.bound | above.bound, max(below.height, above.height))
    return ring.of(ring.gen("power", key, None, (base, exponent)))


_ODD = {"sin", "tan", "arctan", "erf"}


def _elementary(scope: Scope, name: str, args: tuple[Term, ...]) -> Frac | None:
    """A function by its arguments, or None where nothing is known to do with it."""
    ring = scope.ring
    a = value(scope, args[0])
    match name:
        case "exp":
            return exponential(scope, a)
        case "log":
            return logarithm(scope, a)
        case "sqrt":
            return power(scope, a, Fraction(1, 2))
        case "abs":
            return absolute(scope, a)
        case "sinh" | "cosh" | "tanh" | "sigmoid" | "softplus":
            return _hyperbolic(scope, name, exponential(scope, a))
        case "sin" | "cos" | "tan" | "arctan" | "erf":
            return _even_or_odd(scope, name, a)
        case "max" | "min":
            b = value(scope, args[1])
            gap = absolute(scope, ring.add(a, ring.neg(b)))
            return ring.scaled(ring.add(ring.add(a, b), gap if name == "max" else ring.neg(gap)), Fraction(1, 2))
        case "sign":
            mask = scope.frac_sign(a)
            if mask in (NEGATIVE, ZERO, POSITIVE):
                return Frac(ring.constant({NEGATIVE: -1, ZERO: 0, POSITIVE: 1}[mask]), ring.one, a.unproved)
            return None if mask & ZERO else scope.divided(absolute(scope, a), a, proved=True)
        case "gamma":
            return gamma(scope, a)
        case "factorial" if scope.facts.nonnegative(args[0]):
            return gamma(scope, ring.add(a, ring.number(1)))
        case "loggamma":
            return log_gamma(scope, a)
        case "digamma":
            return polygamma(scope, 0, a)
        case "polygamma" if (n := ring.is_number(a)) is not None and n.denominator == 1 and 0 <= n <= 8:
            return polygamma(scope, int(n), value(scope, args[1]))
        case "beta":
            b = value(scope, args[1])
            if scope.facts.positive(args[0]) and scope.facts.positive(args[1]):
                above = ring.mul(gamma(scope, a), gamma(scope, b))
                return scope.divided(above, gamma(scope, ring.add(a, b)), proved=True)
        case "binomial":
            whole, chosen = args
            if scope.facts.nonnegative(chosen) and scope.facts.nonnegative(Plus((whole, Neg(chosen)))):
                one, b = ring.number(1), value(scope, chosen)
                below = ring.mul(gamma(scope, ring.add(b, one)), gamma(scope, ring.add(ring.add(a, ring.neg(b)), one)))
                return scope.divided(gamma(scope, ring.add(a, one)), below, proved=True)
    return None


def _hyperbolic(scope: Scope, name: str, e: Frac) -> Frac:
    """Functions of x as functions of e = exp(x)."""
    ring = scope.ring
    one = ring.number(1)
    if name == "sigmoid":
        return scope.divided(e, ring.add(one, e), proved=True)
    if name == "softplus":
        return logarithm(scope, ring.add(one, e))
    square = ring.mul(e, e)
    if name == "tanh":
        return scope.divided(ring.add(square, ring.number(-1)), ring.add(square, one), proved=True)
    above = ring.add(square, one if name == "cosh" else ring.number(-1))
    return scope.divided(above, ring.scaled(e, 2), proved=True)


def _even_or_odd(scope: Scope, name: str, a: Frac) -> Frac:
    ring = scope.ring
    a = ring.lowest(a)
    if a.num == 0:
        return Frac(ring.constant(name == "cos"), ring.one, a.unproved)
    flipped = a.num.leading_coefficient() < 0
    inner = ring.neg(a) if flipped else a
    if name == "tan":
        done = scope.divided(function(ring, "sin", inner), function(ring, "cos", inner))
    else:
        done = function(ring, name, inner)
    return ring.neg(done) if flipped and name in _ODD else done


# ---------------------------------------------------------------------------------------------------------------------
# binders


@lru_cache(maxsize=50_000)
def _height(t: Node) -> int:
    """The number a binder gets if nothing drops out of its body: one more than the greatest inside."""
    if isinstance(t, Binder):
        return max(1 + _height(t.body), *map(_height, t.children()))
    return max(map(_height, t.children()), default=0)


def _numbered(scope: Scope, t: Any, number: int) -> Any:
    """The binder with its variable named after a number that no other name free in its body has."""
    taken = {name.name for name in t.body.free if isinstance(name, Var)}
    while f"{_BOUND}{number}" in taken:
        number += 1
    var = Var(f"{_BOUND}{number}", _spelled(scope, t.var.space))
    return type(t)(substitute(t.body, {t.var: var}), var, *t.fields[2:])


def _spelled(scope: Scope, space: Any) -> Any:
    """The range or interval with its ends spelled in one way."""
    match space:
        case Range(low, high) | Interval(low, high):
            return type(space)(_spelled_end(scope, low), _spelled_end(scope, high))
        case Without(outer, index):
            return Without(_spelled(scope, outer), index)
    return space


def _spelled_end(scope: Scope, end: Term) -> Term:
    if isinstance(end, Number | Var | Constant):
        return end
    found = scope.ring.lowest(value(scope, end))
    return end if found.unproved else fraction(scope.ring, found)


def _number(t: Any) -> int:
    return int(t.var.name[len(_BOUND) :])


def _bound(key: Key, t: Any) -> tuple[frozenset[Var], int]:
    return key.bound - {t.var}, max(key.height, _number(t))


def _pulled(scope: Scope, t: Any) -> Frac:
    """An integral, sum or mean: what does not depend on the variable stands before it, the rest is opaque."""
    ring = scope.ring
    whole = _numbered(scope, t, _height(t))
    inner = scope.under(whole)
    coefficient, rest = _split(inner, value(inner, whole.body), whole.var)
    height = ring.key(rest).height
    if height + 1 < _number(whole):
        whole, factor, rest = _renumbered(scope, whole, rest, height + 1)
        coefficient = ring.mul(coefficient, factor)
    if rest.num == 0 and not rest.unproved:
        return coefficient
    key, outside = ring.key(rest), _keys(scope, (whole.var.space, *whole.fields[2:]))
    bound, height = _bound(key, whole)
    what = (type(whole), _number(whole), key.what, outside.what)
    k = ring.gen("binder", Key(what, bound | outside.bound, max(height, outside.height)), None, (whole, rest))
    scope.learn(k, t, coefficient)
    return ring.mul(coefficient, ring.of(k))


def _renumbered(scope: Scope, whole: Any, rest: Frac, number: int) -> tuple[Any, Frac, Frac]:
    """What is left of a binder, its variable under the number it needs: read again from its own spelling.

    Other generators come in another order, so a sign may be left to stand before it.
    """
    left = _numbered(scope, type(whole)(fraction(scope.ring, rest), *whole.fields[1:]), number)
    inner = scope.under(left)
    done = value(inner, left.body)
    names = set(done.unproved)
    for name in rest.unproved:
        p = substitute(polynomial(scope.ring, scope.ring.polys[name]), {whole.var: left.var})
        again = value(inner, p).num
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
    dependent = [k for k in ring.used(p) if x in ring.gens[k].key.bound]
    if not dependent:
        return p, ring.one
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


# ---------------------------------------------------------------------------------------------------------------------
# keys


def key(scope: Scope, node: Any) -> Key:
    """What identifies a node: a term by its value, anything else by its parts."""
    if isinstance(node, tuple):
        return _keys(scope, node)
    if not isinstance(node, Node):
        return Key(node)
    if isinstance(node, Term):
        if is_linear(node):
            return words.key(scope, node)
        if space_of(node) is None:
            return scope.ring.key(value(scope, node))
    return structural_key(scope, node)


def structural_key(scope: Scope, node: Any) -> Key:
    """What identifies a node by its kind and the keys of its parts."""
    if isinstance(node, Constant):
        return Key(node)
    if isinstance(node, Name):
        bound = frozenset(n for n in node.free if isinstance(n, Var) and n.name.startswith(_BOUND))
        return Key(node, bound)
    if isinstance(node, FunctionalDerivative):
        # The functional is varied over functions for which the hypotheses on the density fail: compared as written.
        bound = frozenset(n for n in node.free if isinstance(n, Var) and n.name.startswith(_BOUND))
        return Key(canonical(node), bound)
    if isinstance(node, Glue | Coord):
        simpler = component(node, scope.facts)
        if simpler is not None:
            return key(scope, simpler)
    if isinstance(node, Binder):
        whole = _numbered(scope, node, _height(node))
        body = key(scope.under(whole), whole.body)
        if body.height + 1 < _number(whole):
            whole = _numbered(scope, node, body.height + 1)
            body = key(scope.under(whole), whole.body)
        labelled = isinstance(whole, ProductLaw)  # the label is only how a law is written
        outside = _keys(scope, (whole.var.space, *(() if labelled else whole.fields[2:])))
        bound, height = _bound(body, whole)
        what = (type(node), _number(whole), body.what, outside.what)
        return Key(what, bound | outside.bound, max(height, outside.height))
    if isinstance(node, Mixture):  # a sum: its components stand in any order
        pairs = [_keys(scope, pair) for pair in zip(node.weights, node.components, strict=True)]
        sorts = frozenset(Counter(pair.what for pair in pairs).items())
        return Key((Mixture, sorts), frozenset().union(*(p.bound for p in pairs)), max(p.height for p in pairs))
    fields = node.fields[:-1] if isinstance(node, Family) else node.fields
    found = _keys(scope, fields)
    return Key((type(node), found.what), found.bound, found.height)


def _keys(scope: Scope, parts: tuple[Any, ...]) -> Key:
    keys = [key(scope, part) for part in parts]
    bound = frozenset().union(*(k.bound for k in keys))
    return Key(tuple(k.what for k in keys), bound, max((k.height for k in keys), default=0))


__all__ = ["is_linear", "key", "opaque", "structural_key", "value"]
