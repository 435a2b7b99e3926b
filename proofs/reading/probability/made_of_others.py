r"""What random variables are made of: Y = a X + b, S^2 = \\sum_i (X_i - \\bar{X})^2, and how one depends on others."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Multiply, Numeral, Root, Script, Symbol, Syntax
from .random_names import ERRORS, is_random, outside_labels, random_variables

if TYPE_CHECKING:
    from ..meaning import Meaning


def definition(m: Meaning, left: Syntax, right: Syntax, anew: bool = False) -> tuple[str, Syntax] | None:
    r"""The name of a random variable that an equation defines by others, Y = aX + b, S^2 = \sum_i (X_i - \bar{X})^2,
    and what it is; None for any other equation.  One that is let be so ``anew`` had another law before.

    Raises ``Unread`` if the right side has random variables and is not read.
    """
    square, context = _squared(left), m.context
    name = name_of(left) if square is None else name_of(square)
    if name is None or name in context.values or m.outcomes:
        return None
    if (name in context.laws or name in context.random) and not (anew and _has_others(m, right, name)):
        return None
    named_so = re.match(r"(\\(bar|hat|tilde)\{)?[A-Z]", name) if square is None else not context.is_parameter(name)
    named_so = named_so or (name.startswith(("\\hat{", "\\tilde{")) and _is_mean_given(right))  # of Rao and Blackwell
    if m.shapes.space(name) is not None:
        return None
    inside = [] if square is not None else random_variables(m, right, means=False)
    # y = f(x) + e, where of the error no more than moments are told
    if not named_so and not any(each in ERRORS and each not in context.laws for each in inside):
        return None
    of_data = not name.startswith("\\bar") and has_data(m, right)  # the mean of data has its name for it
    if not (inside or of_data) or name in inside or any(m.shapes.space(each) is not None for each in inside):
        return None
    m.outcomes = {each: L.Var(each, L.R) for each in inside} or _data_of(m)
    try:
        made = m.term(right)
    finally:
        m.outcomes = {}
    if not L.is_scalar(made):
        return None
    context.laws.pop(name, None)
    return name, right if square is None else Root(right, None, span=right.span)


def _is_mean_given(node: Syntax) -> bool:
    """Whether it is a mean given others, E[X | T]."""
    match node:
        case Multiply((Symbol("E"), Bracket(_, (_,), _, (_, *_))), ("", "")):
            return True
    return False


def _has_others(m: Meaning, right: Syntax, name: str) -> bool:
    """Whether an expression has random variables, and not this one."""
    named = _named(right)
    return name not in named and any(is_random(m, each) for each in named)


def _data_of(m: Meaning) -> dict[str, L.Term]:
    """The data X_1, ..., X_n that are random, by their letters."""
    stems = _families(m) - m.context.values.keys()
    return {stem: data for stem in sorted(stems) if stem[:1].isupper() and (data := m.family(stem)) is not None}


def _squared(left: Syntax) -> Syntax | None:
    """The S of S^2, S_n of S_n^2."""
    match left:
        case Script(base, below, Numeral("2"), 0):
            return base if below is None else replace(left, above=None)
    return None


def has_data(m: Meaning, node: Syntax) -> bool:
    """Whether data X_1, ..., X_n that have a law stand in an expression, by the capital letter of random variables."""
    members = (each for each in node.walk() if isinstance(each, Script) and each.below is not None)
    known = _families(m)
    return any((stem := name_of(each.base) or "")[:1].isupper() and stem in known for each in members)


def _families(m: Meaning) -> set[str]:
    """The letters of data of which something random is said: a law of each, moments, errors in them."""
    return m.context.data.keys() | m.context.moments.keys() | m.context.made_each.keys()


def learn_formula(m: Meaning, left: Syntax, right: Syntax) -> None:
    r"""X = T \sqrt{W}, of random variables: how X depends on T and W where it is differentiated by them."""
    name = name_of(left)
    if name is not None and is_random(m, name) and m.shapes.space(name) is None:
        inside = [each for each in _named(right) if is_random(m, each)]
        if inside and name not in inside:
            m.context.in_terms_of[name] = right


def _named(node: Syntax) -> list[str]:
    return [name for each in outside_labels(node, False) if (name := name_of(each)) is not None]


def rate(m: Meaning, name: str, variable: Syntax) -> L.Term | None:
    """The derivative of a random variable by another, as its last formula says; the others in it stay what they are.
    None where no formula has that variable."""
    by, formulas = name_of(variable), m.context.in_terms_of
    if by is None or name not in formulas or not any(by in _named(formula) for formula in formulas.values()):
        return None
    place = L.Var(by, L.R)
    with m.binding({by: place}):
        body = m.scalar(formulas[name])
    return L.Derivative(body, place, m.scalar(variable))


__all__ = ["definition", "has_data", "learn_formula", "rate"]
