"""Binding: substitution that cannot capture, and equality up to the names of bound variables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from .binders import Binder, Lambda
from .laws import Family, MemberDensity, ProductLaw, Pushforward
from .node import Name, Node
from .terms import Apply, MemberFunction, Term, Var

N = TypeVar("N", bound=Node)


def depends(t: Node, name: Name) -> bool:
    """Whether ``name`` occurs free in ``t``, at any depth."""
    return name in t.free


def substitute(t: N, mapping: Mapping[Name, Any]) -> N:
    """Put terms (functions, laws) for free names, all at once; bound variables step aside where they would capture.

    An unknown function that is replaced by a ``Lambda`` is applied at once, and so is a family.
    """
    relevant = {name: value for name, value in mapping.items() if name in t.free and name is not value}
    return _substitute(t, relevant, {}) if relevant else t


def _substitute(t: Any, mapping: dict[Name, Any], memo: dict[Node, Any]) -> Any:
    if t.free.isdisjoint(mapping):
        return t
    if t in memo:
        return memo[t]
    if isinstance(t, Name) and t in mapping:
        return mapping[t]
    if isinstance(t, Binder):
        done: Any = _under_binder(t, mapping, memo)
    else:
        done = t.map_children(lambda child: _substitute(child, mapping, memo))
        match done:
            case Apply(Lambda(body, var), (argument,)):
                done = substitute(body, {var: argument})
            case MemberFunction(Lambda(body, var), index) | MemberDensity(Lambda(body, var), index):
                done = substitute(body, {var: index})
    memo[t] = done
    return done


def _under_binder(t: Any, mapping: dict[Name, Any], memo: dict[Node, Any]) -> Any:
    inside = {name: value for name, value in mapping.items() if name is not t.var and name in t.body.free}
    space = _substitute(t.var.space, mapping, memo)
    taken = {name.name for value in inside.values() for name in value.free if isinstance(name, Var)}
    # A variable of the same name over another space becomes the bound one where the two spaces become the same.
    others = {name.name for name in t.body.free - {t.var} if isinstance(name, Var)}
    var = Var(t.var.name, space)
    if var.name in taken | others:
        var = fresh(var, taken | others)
    if var is not t.var:
        inside[t.var] = var
    body = _substitute(t.body, inside, {}) if inside else t.body
    rest = (_substitute(value, mapping, memo) if isinstance(value, Node) else value for value in t.fields[2:])
    return type(t)(body, var, *rest)


def fresh_beside(var: Var, *nodes: Node) -> Var:
    """The variable, or one like it under a name that no variable has that occurs free in the nodes."""
    return fresh(var, {name.name for node in nodes for name in node.free if isinstance(name, Var)})


def fresh(var: Var, taken: set[str]) -> Var:
    """The same kind of variable under a name that is not taken: x', x'', ..."""
    name = var.name
    while name in taken:
        name += "'"
    return Var(name, var.space)


def rename(t: Any, var: Var) -> Any:
    """The binder ``t`` with its bound variable renamed to ``var`` (which must not occur free in its body)."""
    if var is not t.var and var in t.body.free:
        raise ValueError(f"{var.name} occurs free in {t!r}")
    return type(t)(substitute(t.body, {t.var: var}), var, *t.fields[2:])


_canonical: dict[Node, tuple[Any, int]] = {}


def canonical(t: N) -> N:
    """The representative of ``t`` up to renaming of bound variables: each is named after the height of its binder.

    Labels of laws, which only say how a law is printed, are left out.

    Two terms are equal up to renaming exactly when their canonical forms are the same node.  The name of a bound
    variable is one more than the greatest number below it, so inner names never clash with outer ones.
    """
    found = _canonical.get(t)
    form: N = (_canonical_height(t) if found is None else found)[0]
    return form


def _canonical_height(t: Any) -> tuple[Any, int]:
    found = _canonical.get(t)
    if found is not None:
        return found
    height = 0

    def visit(child: Node) -> Any:
        nonlocal height
        form, below = _canonical_height(child)
        height = max(height, below)
        return form

    if isinstance(t, Binder):
        body = visit(t.body)
        space = visit(t.var.space)
        height += 1
        var = Var(f"#{height}", space)
        rest = tuple(visit(value) if isinstance(value, Node) else value for value in t.fields[2:])
        form = type(t)(_rename_free(body, Var(t.var.name, space), var), var, *rest)
    else:
        form = t.map_children(visit)
    if isinstance(form, Family | ProductLaw | Pushforward) and form.label is not None:
        kind: Any = type(form)
        form = kind(*form.fields[:-1], None)
    result = (form, height)
    if len(_canonical) > 200_000:
        _canonical.clear()
    _canonical[t] = result
    return result


def _rename_free(body: Any, old: Var, new: Var) -> Any:
    """Rename inside a canonical body.  Its binders have smaller numbers than ``new``, so none can capture."""
    if old not in body.free:
        return body
    if body is old:
        return new
    if isinstance(body, Binder):
        inner = body.body if body.var is old else _rename_free(body.body, old, new)
        space = _rename_free(body.var.space, old, new)
        var = Var(body.var.name, space)
        if var is not body.var:
            inner = _rename_free(inner, body.var, var)
        rest = (_rename_free(value, old, new) if isinstance(value, Node) else value for value in body.fields[2:])
        return type(body)(inner, var, *rest)
    return body.map_children(lambda child: _rename_free(child, old, new))


def alpha_equal(a: Node, b: Node) -> bool:
    """Equality up to the names of bound variables."""
    return a is b or canonical(a) is canonical(b)


def replace(t: N, old: Term, new: Term) -> N:
    """Put ``new`` for every occurrence of the term ``old`` (up to renaming) whose free names are free there too."""
    target = canonical(old)

    def visit(node: Any) -> Any:
        if isinstance(node, Term) and canonical(node) is target:
            return new
        if isinstance(node, Binder):
            rest = tuple(visit(value) if isinstance(value, Node) else value for value in node.fields[2:])
            if node.var not in old.free:
                if node.var in new.free:
                    taken = {name.name for name in new.free | node.body.free if isinstance(name, Var)}
                    node = rename(node, fresh(node.var, taken))
                return type(node)(visit(node.body), node.var, *rest)
            return type(node)(node.body, node.var, *rest)
        return node.map_children(visit)

    return visit(t)
