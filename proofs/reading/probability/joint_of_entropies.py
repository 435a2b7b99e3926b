"""The joint law that entropies speak of: that of all random variables without a law of which H(X | Y), I(X; Y) are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..names import name_of
from ..syntax import Bracket, Numeral, Script, Statement, Symbol, Syntax
from ..uses.uses import Applied, Survey
from .variables_with_densities import is_of_density

if TYPE_CHECKING:
    from ..context import Context

_DISCRETE = re.compile(
    r"(?<!not )\bdiscrete\b(?![- ](time|fourier|cosine))(?![^.]*\bcontinuous\b)|\bfinite alphabets?\b"
)
_CONTINUOUS = re.compile(r"\bcontinuous\b|\bdifferential entrop|\bdensit(y|ies)\b|\bpdfs?\b|\b(gaussian|normal)(ly)?\b")
_ENTROPY = re.compile(r"(?<!cross-)(?<!cross )\bentrop(y|ies)\b|\bmutual information\b|\binformation theory\b")
_TIED = re.compile(r"\bmarkov\b|\bconditional(ly)? independen")
_FUNCTION = re.compile(r"\bfunctions? of\b|\bdetermin")
TIES = "how the variables hang together"
_RANDOM = re.compile(r"[A-OR-Z](_\{?\d+\}?)?")
_LETTERS = ("p", "r", "m")  # of the joint law, the first that is nothing else


def uses(context: Context) -> list[Applied]:
    """The use p(x, y) of the joint density of all random variables whose entropies are written, of those that have no
    law; none where their densities are written, which are then theirs.

    Entropies H are those of discrete variables, unless the words so far are about densities; of information alone it
    makes no difference.
    """
    survey = context.survey
    entropic = [each for each in survey.applications if each.head in ("H", "I")]
    if not entropic:
        return []
    written = {each.head for each in survey.applications if context.is_density(each.head)}
    said = context.said.lower()
    shared = {each.head for each in entropic} == {"I"} and all(each.given for each in entropic)
    discrete = _DISCRETE.search(said) is not None or (not shared and are_taken_for_discrete(context))
    if not (discrete or shared):
        return []
    names = _variables(context, entropic)
    small = [name.lower() for name in names]
    free = [letter for letter in _LETTERS if letter not in survey.bare and letter not in written]
    own = _of_page(survey, written, small)
    if not names or own is None or not (own or (free and survey.bare.isdisjoint(small))):
        return []
    if discrete:
        survey.summed.update(small)
    made = any(name_of(item) is None for each in entropic for item in (*each.items, *(each.given or ())))
    if _TIED.search(said) or (_FUNCTION.search(said) and not made):
        context.fog.setdefault(f"{own or free[0]}(", TIES)
    return [Applied(own or free[0], tuple(_symbol(name) for name in small), None, "")]


def are_taken_for_discrete(context: Context) -> bool:
    """Whether random variables are, of which it is not said: a page writes H for their entropies, and is not about
    densities."""
    said = context.said.lower()
    return not _DISCRETE.search(said) and speaks_of_entropies(context) and not _CONTINUOUS.search(said)


def _of_page(survey: Survey, written: set[str], small: list[str]) -> str | None:
    """The letter of the one density of several variables that the page writes of some of these; "" where it writes none
    of them, None where which is meant is open."""
    about = {
        each.head
        for each in survey.applications
        if each.head in written and any(name_of(item) in small for item in (*each.items, *(each.given or ())))
    }
    if not about:
        return ""
    joint = {
        each.head
        for each in survey.applications
        if each.head in about and len(each.items) + len(each.given or ()) > 1 and "_" not in each.head
    }
    return joint.pop() if len(joint) == 1 else None


def _variables(context: Context, entropic: list[Applied]) -> list[str]:
    """The random variables without a law of which entropies are written, or of what is made of them."""
    known = context.laws.keys() | context.data.keys() | context.values.keys() | context.masses.keys()
    known |= context.joints.keys()
    found: list[str] = []
    for each in entropic:
        here: list[str] = []
        for item in (*each.items, *(each.given or ())):
            sole = name_of(item)
            parts = [item] if sole is not None else list(item.walk())
            inside = [name for part in parts if (name := name_of(part)) is not None and name[:1].isupper()]
            here += [
                name for name in inside if not any(name == other.partition("_")[0] for other in inside if other != name)
            ]
        if all(map(_is_random, here)) and known.isdisjoint(here):
            found += [name for name in here if name not in context.random]
    return list(dict.fromkeys(found))


def _symbol(name: str) -> Syntax:
    stem, _, label = name.partition("_")
    return Script(Symbol(stem), Numeral(label)) if label else Symbol(stem)


def is_information(context: Context, bracket: Bracket) -> bool:
    """Whether a plain I(X; Y), I(X; Y | Z) is that of random variables, or of what is made of them."""
    written = (*bracket.items, *(bracket.given or ()))
    parted = bracket.bar == ";" or bracket.parted > 0
    return parted and all(map(_is_of_random, written)) and not _is_named(context, "I")


def is_of_made(context: Context, bracket: Bracket) -> bool:
    """Whether a plain H(X, g(X)), H(g(X) | Y) is the entropy of random variables and of what is made of them."""
    written = (*bracket.items, *(bracket.given or ()))
    named = all(name_of(item) is not None for item in bracket.items)
    if named or not all(map(_is_of_random, written)) or _is_named(context, "H"):
        return False
    return speaks_of_entropies(context) or _DISCRETE.search(context.said.lower()) is not None


def _is_of_random(node: Syntax) -> bool:
    """Whether it is a random variable, an event Y = y, or an expression in random variables and no other capitals."""
    if isinstance(node, Statement):
        return node.expressions[0] is not None and _is_of_random(node.expressions[0])
    if (name := name_of(node)) is not None:
        return _is_random(name)
    names = [name for each in node.walk() if (name := name_of(each)) is not None and name[:1].isupper()]
    return bool(names) and all(map(_is_random, names))


def is_differential(context: Context, bracket: Bracket) -> bool:
    """Whether a plain h(Y), h(Y | X) is the entropy of random variables: the page speaks of entropies, and h stands
    before nothing else."""
    if _is_named(context, "h") or not speaks_of_entropies(context):
        return False
    items = [item for use in context.survey.uses("h") for item in (*use.items, *(use.given or ()))]
    capital = all(any(_is_random(name_of(each)) for each in item.walk()) for item in items)
    written = (*bracket.items, *(bracket.given or ()))
    return capital and all(has_random(context, item) or is_of_density(context, item) for item in written)


def has_random(context: Context, node: Syntax) -> bool:
    """Whether a random variable in capitals that has a law, or is made of others, stands in an expression."""
    names = {name for each in node.walk() if (name := name_of(each)) is not None and name[:1].isupper()}
    return not names.isdisjoint(context.laws.keys() | context.random.keys() | context.drawn.keys())


def speaks_of_entropies(context: Context) -> bool:
    shared = any(
        each.bar == ";" and all(_is_random(name_of(i)) for i in each.items) for each in context.survey.uses("I")
    )
    return shared or bool(_ENTROPY.search(context.said))


def _is_named(context: Context, letter: str) -> bool:
    return letter in {*context.survey.bare, *context.values, *context.spaces, *context.laws}


def _is_random(name: str | None) -> bool:
    """Whether it is a capital letter, also with a number below it."""
    return name is not None and _RANDOM.fullmatch(name) is not None


__all__ = [
    "TIES",
    "are_taken_for_discrete",
    "has_random",
    "is_differential",
    "is_information",
    "is_of_made",
    "speaks_of_entropies",
    "uses",
]
