r"""Generating functions of a random variable with a known law: M_X(t) = E[e^{tX}], K_X(t) = log M_X(t), G_X(z) = E z^X.

Of K_X and G_X words must say that a generating function is meant: the letters are used for other things.  What a page
then writes of M_X(t) is a claim about the law of X, and no definition.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..probability.independence import are_independent
from ..probability.outcomes import outcome
from ..probability.random_names import random_variables
from ..syntax import Add, Bracket, Multiply, Script, Symbol, Syntax
from ..uses.heads import Head

if TYPE_CHECKING:
    from ..meaning import Meaning

_WORDS = {
    "M": re.compile(""),
    "K": re.compile(r"\bcumulant[- ]generating\b|\bcgf\b"),
    "G": re.compile(r"\bprobability[- ]generating\b|\bpgf\b"),
}


def generated(m: Meaning, name: str) -> Symbol | None:
    """The X of M_X, and of K_X, G_X where words say that this is a generating function, where the law of X is known."""
    letter, _, label = name.partition("_")
    words = _WORDS.get(letter)
    if words is None or not words.search(m.context.said):
        return None
    variable = Symbol(label.strip("{}"))
    if not variable.name[:1].isupper() or name_of(variable) in m.bound:
        return None
    made_of = random_variables(m, variable)
    return variable if made_of and all(each in m.context.laws for each in made_of) else None


def generating_function(m: Meaning, name: str, variable: Symbol, argument: Syntax) -> L.Term:
    """Its value at the argument, by the definition."""
    at, letter = m.scalar(argument), name[0]
    if variable.name in m.context.laws and letter != "G":
        _within(m, m.context.laws[variable.name], at)
    with outcome(m, (variable,), Head(Symbol(letter), None, None, 0, name)) as closing:
        value = m.scalar(variable)
        found = closing(L.Power(at, value) if letter == "G" else L.exp(at * value))
    return L.log(found) if letter == "K" else found


def of_made(m: Meaning, factor: Syntax, bracket: Bracket) -> L.Term | None:
    """M_{X + Y}(t), of what is made of random variables with known laws; None for anything else."""
    match factor, bracket.items:
        case Script(Symbol("M") as letter, Add() | Multiply() as made, None, 0), (argument,) if bracket.given is None:
            names = random_variables(m, made)
        case _:
            return None
    if not names or not all(name in m.context.laws for name in names):
        return None
    at = m.scalar(argument)
    for name in names:
        _within(m, m.context.laws[name], at)
    head = Head(letter, None, None, 0, "M")
    parts = made.summands if isinstance(made, Add) else (made,)
    signs = made.signs if isinstance(made, Add) else ("",)
    apart = [random_variables(m, part) for part in parts]
    if len(names) == sum(map(len, apart)) == len(parts) and are_independent(m.context, names):
        return L.fold(L.Times, [_mean_of_power(m, part, -at if sign == "-" else at, head)
                                for part, sign in zip(parts, signs, strict=True)], 1)  # fmt: skip
    return _mean_of_power(m, made, at, head)


def _mean_of_power(m: Meaning, made: Syntax, at: L.Term, head: Head) -> L.Term:
    """E[e^{t X}]."""
    with outcome(m, (made,), head) as closing:
        return closing(L.exp(at * m.scalar(made)))


def _within(m: Meaning, law: L.Law, at: L.Term) -> None:
    """A point that is not said to be elsewhere is one where the function is finite: the tail of the law bounds it."""
    bound = frozenset().union(*(t.free for t in m.bound.values()))
    if not at.free or not at.free.isdisjoint(bound):
        return
    match law:
        case L.Gamma(_, rate, _) | L.Exponential(rate, _) | L.ExGaussian(_, _, rate, _):
            m.context.presume(at < rate)
        case L.ChiSquared():
            m.context.presume(at < L.half)
        case L.InverseGaussian(mean, shape, _):
            m.context.presume(at < shape / (2 * mean**2))


__all__ = ["generated", "generating_function", "of_made"]
