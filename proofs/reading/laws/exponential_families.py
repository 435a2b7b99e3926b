r"""Exponential families: p(x \mid \eta) = h(x) \exp(\eta T(x) - A(\eta)), where A(\eta) makes it integrate to 1.

Of h and T nothing is said; A(\eta) is the logarithm of the integral of the rest, whatever these are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..syntax import Script, Syntax
from ..terms.defined import Defined
from ..uses import exponential_forms
from ..uses.superscripts import is_transposition

if TYPE_CHECKING:
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
    if eta not in context.survey.begun:  # what is supposed of a name keeps it from being given a value
        context.presume(total > 0)  # a density has mass
    context.spaces[x] = L.R
    context.functions[normaliser] = Defined((parameter,), log_total)
    with m.binding({x: point, eta: parameter}):
        body = m.scalar(right)
    given = (parameter,) if "_" not in head else ()
    context.functions[head] = Defined((point,), body, given=given)
    context.normalised[head] = (x, eta)
    context.own |= {head, normaliser}
    return head, body


__all__ = ["define"]
