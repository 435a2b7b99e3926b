r"""\sigma that no word explains, on pages that speak of the sigmoid: 1 / (1 + e^{-z}).

Where the letter is a number too, and where words speak of any activation, nothing is taken.
"""

from __future__ import annotations

import re

from ... import language as L
from ..context import Context
from .defined import Defined

_SAID = re.compile(r"(?<!\bif )\b(the (logistic )?sigmoid|is a sigmoid)\b(?! (with|of|whose))")
_OTHERWISE = re.compile(
    r"(?<!sigmoid )(?<!logistic )\bactivation( function)?\b|\bnonlinearit|\b(such as|like|e\.?g\.?,?) (a |the )?"
    r"(sigmoid|logistic)|\b(sigmoid|logistic( function)?)s?,? (or|and) (the )?(tanh|relu)|\bsigma-?algebra"
)
_Z = L.Var("z", L.R)
_LOGISTIC = Defined((_Z,), 1 / (1 + L.exp(-_Z)))


def meant(context: Context, name: str) -> Defined | None:
    r"""The sigmoid, for \sigma; None for other names, and where the page does not make it plain."""
    if name != "sigma" or _SAID.search(context.said.lower()) is None or _OTHERWISE.search(context.said.lower()):
        return None
    survey = context.survey
    known = (survey.numeric, survey.squared, context.values, context.spaces, context.maps, context.laws, survey.mapped)
    if any(name in names for names in known) or context.is_parameter(name):
        return None
    uses = [use for use in survey.applications if use.head.rstrip("'") == name]
    return _LOGISTIC if all(len(use.items) == 1 and use.given is None for use in uses) else None


__all__ = ["meant"]
