r"""Letters of which nothing is said, and which their places show to be functions: E_\theta(x), Z(\theta), b(s).

A product is not written with brackets around a plain letter alone: where a letter never stands without its bracket, and
that always holds plain letters, it is applied.  It must stand where a function would: at the head of an equation,
with an argument that is integrated or averaged over, or with one that other functions have.

An index by which the page differentiates is an argument as well: f_\theta(x) is f(x, \theta), f any function.
"""

from __future__ import annotations

from ..context import Context
from ..names import name_of
from ..syntax import Bracket, Syntax
from ..uses.heads import Head
from ..uses.uses import Applied


def is_function(context: Context, head: Head) -> bool:
    """Whether the places of a letter show that it is a function."""
    survey, name = context.survey, head.name
    if name in survey.numeric or name in survey.counting or name in survey.squared:
        return False
    uses = survey.uses(name)
    if not all(_is_plain(use) and len(use.items) == len(uses[0].items) for use in uses):
        return False
    if name in survey.written or parameter(context, head) is not None:
        return True
    inside = {name_of(item) for use in uses for item in use.items}
    bound = survey.integrated | survey.over | survey.summed
    return not inside.isdisjoint(bound) or is_beside_functions(context, name, inside)


def is_beside_functions(context: Context, name: str, inside: set[str | None]) -> bool:
    """Whether arguments are those of other functions as well."""
    survey = context.survey
    others = (u for u in survey.applications if u.head != name and (u.given is not None or u.head not in survey.bare))
    beside = {name_of(item) for u in others for item in (*u.items, *(u.given or ()))}
    return not (inside - {None}).isdisjoint(beside)


def parameter(context: Context, head: Head) -> Syntax | None:
    r"""The \theta of f_\theta, where the page differentiates by it; else None; so wherever f stands."""
    moves = head.below is not None and name_of(head.below) in context.survey.varied
    return head.below if context.moves.get(head.name, moves) else None


def arguments(context: Context, head: Head, bracket: Bracket) -> tuple[Syntax, ...]:
    r"""What a value of a function of which nothing is said depends on: of f_\theta(x) or f(x; \theta) on \theta."""
    below = parameter(context, head)
    context.moves.setdefault(head.name, below is not None)
    return (*bracket.items, *(bracket.given or ()), *(() if below is None else (below,)))


def is_of_parameters(context: Context, head: Head, bracket: Bracket) -> bool:
    r"""Whether it is f(x; \theta), with parameters behind a semicolon wherever the letter stands."""
    uses = context.survey.uses(head.name)
    if bracket.given is None or bracket.bar != ";" or head.name in context.survey.bare:
        return False
    return all(u.bar == ";" and u.given is not None and len(u.given) == len(bracket.given) for u in uses)


def _is_plain(use: Applied) -> bool:
    return use.given is None and all(name_of(item) is not None for item in use.items)


__all__ = ["arguments", "is_function", "is_of_parameters", "parameter"]
