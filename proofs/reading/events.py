r"""Probabilities of events: P(A), P(A \cap B), P(A | B), of events of which nothing is said but that they are events.

Each event happens or does not: the probabilities of what may happen of all of them together are a density on tuples of
0 and 1, of which P(A \cup B) is a sum.  What words say of the events, that they are disjoint, is not used; then nothing
is refuted.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product

from .. import language as L
from .context import Context
from .names import name_of
from .syntax import Bracket, Decorated, Mark, Multiply, Script, Symbol, Syntax, Unread

Happens = Callable[[dict[str, bool]], bool]  # whether an event happens where these do and the others do not

_SAID = re.compile(r"\bevents?\b")
_RELATED = re.compile(
    r"\b(exclusive|disjoint|independen\w*|partition|subset\w*|impl(y|ies)|contain\w*|exhaustive|certain)\b"
)
_OF_VARIABLES = re.compile(
    r"\b(random|variables?|densit(y|ies)|distribut\w*|laws?|model|likelihood|polynomials?|functions?)\b"
)
_MEASURES = ("p", "P", "Pr")
_MOST = 5  # events of one stretch
_TRUE = L.Range(L.Number(0), L.Number(1))
_AND, _OR, _WITHOUT = ("\\cap", "\\wedge", "\\land"), ("\\cup", "\\vee", "\\lor"), ("\\setminus", "\\backslash")


def are_events(context: Context, head: str, items: tuple[Syntax, ...]) -> bool:
    """Whether p(A, B) is a probability of events: words speak of events, or all that P is of in the stretch may be one,
    and nothing else says what A and B are."""
    if head not in _MEASURES or not (_SAID.search(context.said) or _are_shown(context)):
        return False
    return bool(items) and all(_formula(context, item) is not None for item in items)


def _are_shown(context: Context) -> bool:
    r"""Whether the notation shows events: P is of capital letters alone, A, A^c, A \cap B, B given A, which no mean and
    no sum or integral is about, and words say nothing of random variables."""
    survey = context.survey
    uses = [use for use in survey.applications if use.head in ("P", "Pr")]
    parts = [part for use in uses for part in (*use.items, *(use.given or ()))]
    letters = {node.name for part in parts for node in part.walk() if isinstance(node, Symbol) and node.name.isupper()}
    others = survey.random | survey.summed | survey.integrated | survey.divergent | survey.numeric
    if not parts or not letters.isdisjoint(others) or _OF_VARIABLES.search(context.said):
        return False
    return all(_formula(context, part) is not None for part in parts)


def probability(context: Context, items: tuple[Syntax, ...], given: tuple[Syntax, ...] | None, node: Syntax) -> L.Term:
    """The probability that all these events happen, given that the others do."""
    asked, behind = (_all(context, part, node) for part in (items, given or ()))
    names = _names(context)
    if len(names) > _MOST:
        raise Unread(f"probabilities of {len(names)} events", node.span)
    measure = L.Density("P", _TRUE if len(names) == 1 else L.Cartesian((_TRUE,) * len(names)))
    context.assume(L.density(measure))
    if _RELATED.search(context.said):
        context.fog.setdefault("P", "how the events are related, of which words speak,")
    top = _mass(measure, names, lambda world: asked(world) and behind(world), (*items, *(given or ())))
    return top if given is None else L.Quotient(top, _mass(measure, names, behind, given))


def _mass(measure: L.Density, names: list[str], event: Happens, written: tuple[Syntax, ...]) -> L.Term:
    """The mass of all cells where the event happens, summed over the events that are not written."""
    inside = {n.name for part in written for n in part.walk() if isinstance(n, Symbol)}
    involved, others = [n for n in names if n in inside], [n for n in names if n not in inside]
    bound = {name: L.Var(name.lower(), _TRUE) for name in others}
    parts: list[L.Term] = []
    for cell in product((True, False), repeat=len(involved)):
        world = dict(zip(involved, cell, strict=True))
        if event({**dict.fromkeys(names, False), **world}):
            at = tuple(bound[n] if n in bound else L.Number(int(world[n])) for n in names)
            part: L.Term = measure(at[0] if len(at) == 1 else L.Tuple(at))
            for name in reversed(others):
                part = L.Sum(part, bound[name])
            parts.append(part)
    return L.fold(L.Plus, parts, 0)


def _names(context: Context) -> list[str]:
    """The events that the stretch speaks of, in the order of the alphabet."""
    found: set[str] = set()
    for use in context.survey.applications:
        for item in (*use.items, *(use.given or ())) if use.head in _MEASURES else ():
            if _formula(context, item) is not None:
                found.update(n.name for n in item.walk() if isinstance(n, Symbol) and _is_event(context, n.name))
    return sorted(found)


def _is_event(context: Context, name: str) -> bool:
    if len(name) != 1 or not name.isupper() or name in context.laws or name in context.values or name in context.random:
        return False
    return not any(name_of(item) == name.lower() for use in context.survey.applications for item in use.items)


def _all(context: Context, items: tuple[Syntax, ...], node: Syntax) -> Happens:
    events = [_formula(context, item) for item in items]
    if None in events:
        raise Unread("a probability of an event", node.span)
    return lambda world: all(event(world) for event in events if event is not None)


def _formula(context: Context, node: Syntax) -> Happens | None:
    r"""A, \bar A, A^c, A \cap B, A \cup B, \neg A, \Omega as a function of what happens; None for anything else."""
    match node:
        case Symbol("Omega", _, ()):
            return lambda world: True
        case Symbol("emptyset"):
            return lambda world: False
        case Symbol(name, "", accents) if _is_event(context, name) and accents in ((), ("bar",)):
            return lambda world: world[name] != bool(accents)
        case Decorated("overline", inner) | Script(inner, None, Symbol("c" | "C"), 0):
            return _not(_formula(context, inner))
        case Bracket("(", (inner,), ")", None):
            return _formula(context, inner)
        case Multiply((Mark("\\neg" | "\\lnot"), inner), ("", "")):
            return _not(_formula(context, inner))
        case Multiply(factors, (_, first, *more)) if all(sign == first for sign in more):
            return _joined([_formula(context, factor) for factor in factors], first)
    return None


def _not(event: Happens | None) -> Happens | None:
    return None if event is None else lambda world: not event(world)


def _joined(events: list[Happens | None], sign: str) -> Happens | None:
    known = [event for event in events if event is not None]
    if len(known) < len(events):
        return None
    if sign in _AND:
        return lambda world: all(event(world) for event in known)
    if sign in _OR:
        return lambda world: any(event(world) for event in known)
    if sign in _WITHOUT and len(known) == 2:
        return lambda world: known[0](world) and not known[1](world)
    return None


__all__ = ["are_events", "probability"]
