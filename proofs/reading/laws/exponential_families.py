r"""Exponential families: p(x \mid \eta) = h(x) \exp(\eta T(x) - A(\eta)), where A(\eta) makes it integrate to 1.

Of h and T nothing is said; A(\eta) is the logarithm of the integral of the rest, whatever these are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Big, Bracket, Multiply, Script, Symbol, Syntax
from ..terms.defined import Defined
from ..uses import exponential_forms
from ..uses.superscripts import is_transposition

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning


def define(m: Meaning, left: Syntax, right: Syntax) -> tuple[str, L.Term] | None:
    """The density that an equation gives in such a form, and its value; None for any other equation."""
    family = exponential_forms.written(left, right)
    if family is None or any(isinstance(n, Script) and is_transposition(n.above) for n in right.walk()):
        return None
    head, x, eta, normaliser = family.head, family.argument, family.parameter, family.normaliser
    context = m.context
    told = context.functions.get(normaliser)
    others = (context.values, context.laws, context.maps)
    taken = any(name in names for name in (head, normaliser) for names in others) or eta in context.laws
    taken = taken or head in context.functions
    elsewhere = any(context.spaces.get(name, L.R) is not L.R for name in (head, normaliser, eta))
    if taken or elsewhere or m.shapes.is_array(eta):
        return None
    point, parameter = L.Var(x, L.R), L.Var(eta, L.R)
    with m.binding({x: point, eta: parameter}):
        rest = m.scalar(family.rest)
    if point not in rest.free or parameter not in rest.free:
        return None
    total = L.Int(rest, point)
    log_total = L.log(total)
    if told is not None and not (told.is_plain and L.alpha_equal(told.at(parameter), log_total)):
        return None  # another function than the one that makes it integrate to 1
    context.spaces[x] = L.R
    context.functions[normaliser] = Defined((parameter,), log_total)
    with m.binding({x: point, eta: parameter}):
        body = m.scalar(right)
    given = (parameter,) if "_" not in head else ()
    context.functions[head] = Defined((point,), body, given=given)
    context.normalised[head] = (x, eta)
    context.own |= {head, normaliser}
    return head, body


def masses(context: Context, relation: L.Relation) -> Iterator[L.Relation]:
    r"""That the integrals in \log \int h(x) e^{\eta x} dx are positive, which make such a density one: it has mass."""
    if not context.normalised:
        return
    for node in relation.walk():
        match node:
            case L.Apply(L.Elementary("log"), (L.Int() as total,)) if total.free <= relation.free:
                if any(isinstance(n, L.Function) and n.name in context.survey.in_families for n in total.free):
                    yield total > 0


def leave(m: Meaning, left: Syntax, right: Syntax) -> None:
    r"""Of one member of the family, A(\eta) = e^\eta, h(x) = 1/x!: these letters, and the density, are no more those of
    any family."""
    context = m.context
    match left:
        case Multiply((Symbol() as symbol, Bracket("(", (item,), ")", None)), ("", "")) if context.normalised:
            name, at = name_of(symbol) or "", name_of(item)
        case _:
            return
    if name not in context.survey.in_families or at is None:
        return
    inside = {name_of(node) for node in right.walk()}
    any_family = {n.name for f in context.functions.values() for n in f.body.free if isinstance(n, L.Function)}
    known = context.functions.get(name)
    general = known is None or any(isinstance(n, L.Function) for n in known.body.free)
    if (
        not general
        or inside & (any_family | context.survey.in_families)
        or any(isinstance(n, Big) for n in right.walk())
    ):
        return
    for letter in {*context.survey.in_families, *context.normalised}:
        context.functions.pop(letter, None)
    for head in context.normalised:
        context.fog.setdefault(f"{head}(", "which member of the family it is")
    context.normalised.clear()


__all__ = ["define", "leave", "masses"]
