"""The joint law that entropies speak of where a page names no density: H(X | Y), I(X; Y) of discrete variables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..names import name_of
from ..syntax import Bracket, Symbol, Syntax
from ..uses.uses import Applied

if TYPE_CHECKING:
    from ..context import Context

_DISCRETE = re.compile(r"(?<!not )\bdiscrete (random )?variables?\b(?![^.]*\bcontinuous\b)|\bfinite alphabets?\b")
_ENTROPY = re.compile(r"(?<!cross-)(?<!cross )\bentrop(y|ies)\b|\bmutual information\b|\binformation theory\b")
_TIED = re.compile(r"\bmarkov\b|\bconditional(ly)? independen|\bfunctions? of\b|\bdetermin")
_LETTER = "p"


def uses(context: Context) -> list[Applied]:
    """The use p(x, y) of the joint density of all random variables whose entropies are written; none where a density is
    written, which is then theirs.

    Entropies are read where the variables are said to be discrete; of information alone it makes no difference.
    """
    survey = context.survey
    written = any(context.is_density(each.head) for each in survey.applications)
    entropic = [each for each in survey.applications if each.head in ("H", "I")]
    discrete = _DISCRETE.search(context.said) is not None
    shared = {each.head for each in entropic} == {"I"} and all(each.given for each in entropic)
    if written or not (discrete or shared) or _LETTER in survey.bare:
        return []
    found = [name_of(item) for each in entropic for item in (*each.items, *(each.given or ()))]
    names = list(dict.fromkeys(name for name in found if name is not None))
    known = context.laws.keys() | context.random.keys() | context.data.keys() | context.values.keys()
    if not names or not all(_is_random(name) for name in found) or not known.isdisjoint(names):
        return []
    small = [name.lower() for name in names]
    if any(name in survey.bare for name in small):
        return []
    if discrete:
        survey.summed.update(small)
    if _TIED.search(context.said):
        context.fog.setdefault(f"{_LETTER}(", "how the variables hang together")
    return [Applied(_LETTER, tuple(map(Symbol, small)), None, "")]


def is_information(context: Context, bracket: Bracket) -> bool:
    """Whether a plain I(X; Y), I(X; Y | Z) is the mutual information of random variables."""
    written = [name_of(item) for item in (*bracket.items, *(bracket.given or ()))]
    parted = bracket.bar == ";" or bracket.parted > 0
    return parted and all(map(_is_random, written)) and not _is_named(context, "I")


def is_differential(context: Context, bracket: Bracket) -> bool:
    """Whether a plain h(Y), h(Y | X) is the entropy of random variables: the page speaks of entropies, and h stands
    before nothing else."""
    if _is_named(context, "h") or not speaks_of_entropies(context):
        return False
    items = [item for use in context.survey.uses("h") for item in (*use.items, *(use.given or ()))]
    capital = all(any(_is_random(name_of(each)) for each in item.walk()) for item in items)
    return capital and all(has_random(context, item) for item in (*bracket.items, *(bracket.given or ())))


def has_random(context: Context, node: Syntax) -> bool:
    """Whether a random variable in capitals that has a law, or is made of others, stands in an expression."""
    names = {name for each in node.walk() if (name := name_of(each)) is not None and name[:1].isupper()}
    return not names.isdisjoint(context.laws.keys() | context.random.keys())


def speaks_of_entropies(context: Context) -> bool:
    shared = any(
        each.bar == ";" and all(_is_random(name_of(i)) for i in each.items) for each in context.survey.uses("I")
    )
    return shared or bool(_ENTROPY.search(context.said))


def _is_named(context: Context, letter: str) -> bool:
    return letter in {*context.survey.bare, *context.values, *context.spaces, *context.laws}


def _is_random(name: str | None) -> bool:
    return name is not None and len(name) == 1 and name.isupper() and name not in "PQ"


__all__ = ["has_random", "is_differential", "is_information", "speaks_of_entropies", "uses"]
