"""Terms read as fractions of polynomials, and what identifies the things that algebra does not look into."""

from __future__ import annotations

from collections import Counter
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
    Sum,
    Term,
    Times,
    Tr,
    Var,
    Vectors,
    canonical,
    space_of,
    substitute,
)
from ..language.entries import component
from . import functions, scalars_of_words, words
from .binders import BOUND, bound_outside, height_of, number_of, numbered, pulled
from .elementary import exponential
from .ring import Frac, Key
from .scope import Scope


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
            return functions.power_of(scope, base, exponent)
        case Apply(Elementary(name), args):
            done = functions.elementary_of(scope, name, args)
            return opaque(scope, t) if done is None else done
        case Apply(Lambda(body, var), (argument,)):
            return value(scope, substitute(body, {var: argument}))
        case Apply(Mixture() as law, (argument,)):
            return value(scope, law.density_at(argument))
        case Int() | Sum() | Expectation() if not is_linear(t.body):
            return pulled(scope, t)
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
# keys


def key(scope: Scope, node: Any) -> Key:
    """What identifies a node: a term by its value, anything else by its parts."""
    if isinstance(node, tuple):
        return keys(scope, node)
    if not isinstance(node, Node):
        return Key(node)
    relations = len(scope.ring.relations)  # a new one may reduce what was read before it
    found = scope.keys.get((node, relations))
    if found is None:
        found = scope.keys[node, relations] = _key(scope, node)
    return found


def _key(scope: Scope, node: Node) -> Key:
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
        bound = frozenset(n for n in node.free if isinstance(n, Var) and n.name.startswith(BOUND))
        return Key(node, bound)
    if isinstance(node, FunctionalDerivative):
        # The functional is varied over functions for which the hypotheses on the density fail: compared as written.
        bound = frozenset(n for n in node.free if isinstance(n, Var) and n.name.startswith(BOUND))
        return Key(canonical(node), bound)
    if isinstance(node, Glue | Coord):
        simpler = component(node, scope.facts)
        if simpler is not None:
            return key(scope, simpler)
    if isinstance(node, Binder):
        whole = numbered(scope, node, height_of(node))
        body = key(scope.under(whole), whole.body)
        if body.height + 1 < number_of(whole):
            whole = numbered(scope, node, body.height + 1)
            body = key(scope.under(whole), whole.body)
        labelled = isinstance(whole, ProductLaw)  # the label is only how a law is written
        outside = keys(scope, (whole.var.space, *(() if labelled else whole.fields[2:])))
        bound, height = bound_outside(body, whole)
        what = (type(node), number_of(whole), body.what, outside.what)
        return Key(what, bound | outside.bound, max(height, outside.height))
    if isinstance(node, Mixture):  # a sum: its components stand in any order
        pairs = [keys(scope, pair) for pair in zip(node.weights, node.components, strict=True)]
        sorts = frozenset(Counter(pair.what for pair in pairs).items())
        return Key((Mixture, sorts), frozenset().union(*(p.bound for p in pairs)), max(p.height for p in pairs))
    fields = node.fields[:-1] if isinstance(node, Family) else node.fields
    found = keys(scope, fields)
    return Key((type(node), found.what), found.bound, found.height)


def keys(scope: Scope, parts: tuple[Any, ...]) -> Key:
    keys = [key(scope, part) for part in parts]
    bound = frozenset().union(*(k.bound for k in keys))
    return Key(tuple(k.what for k in keys), bound, max((k.height for k in keys), default=0))


__all__ = ["is_linear", "key", "keys", "opaque", "structural_key", "value"]
