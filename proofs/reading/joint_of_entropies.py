"""The joint law that entropies speak of where a page names no density: H(X | Y), I(X; Y) of discrete variables."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .names import name_of
from .syntax import Symbol, Syntax
from .uses import Applied

if TYPE_CHECKING:
    from .context import Context

_DISCRETE = re.compile(r"(?<!not )\bdiscrete (random )?variables?\b(?![^.]*\bcontinuous\b)|\bfinite alphabets?\b")
_INFORMATION = re.compile(r"\binformation\b")
_LETTER = "p"


def uses(context: Context) -> list[Applied]:
    """The use p(x, y) of the joint mass of all random variables whose entropies are written; none where they are not
    said to be discrete, or a density is written, which is then theirs."""
    survey = context.survey
    written = any(context.is_density(each.head) for each in survey.applications)
    if written or not _DISCRETE.search(context.said) or _LETTER in survey.bare:
        return []
    entropic = [each for each in survey.applications if each.head in ("H", "I")]
    found = [name_of(item) for each in entropic for item in (*each.items, *(each.given or ()))]
    names = list(dict.fromkeys(name for name in found if name is not None))
    known = context.laws.keys() | context.random.keys() | context.data.keys() | context.values.keys()
    if not names or not all(_is_random(name) for name in found) or not known.isdisjoint(names):
        return []
    small = [name.lower() for name in names]
    if any(name in survey.bare for name in small):
        return []
    survey.summed.update(small)
    return [Applied(_LETTER, tuple(map(Symbol, small)), None, "")]


def is_information(context: Context, items: tuple[Syntax, ...], given: tuple[Syntax, ...] | None, bar: str) -> bool:
    """Whether a plain I(X; Y) is the mutual information of random variables, as words around say."""
    written = [name_of(item) for item in (*items, *(given or ()))]
    return bar == ";" and len(written) == 2 and all(map(_is_random, written)) and _said(context)


def _said(context: Context) -> bool:
    return bool(_INFORMATION.search(context.said)) and not {"I"} & {
        *context.survey.bare,
        *context.values,
        *context.spaces,
    }


def _is_random(name: str | None) -> bool:
    return name is not None and len(name) == 1 and name.isupper() and name not in "PQ"


__all__ = ["is_information", "uses"]
