r"""\Phi and \phi that no word explains: the normal distribution function and density, on pages about normal laws.

Where the letters are used otherwise (\phi for features, a potential, a characteristic function), and where \phi stands
without \Phi, nothing is taken.
"""

from __future__ import annotations

import re

from ... import language as L
from ..context import Context
from ..uses.uses import Applied
from .defined import Defined

_NORMAL = re.compile(
    r"\b(normal|gaussian)[ -](distribut|laws?\b|random|variables?\b|cdf\b|densit|quantiles?\b|tails?\b|approximation)|"
    r"\bnormally distributed\b|\bprobit\b|\bblack\W{1,3}scholes\b|\bcentral limit theorem\b|\bclt\b|\bp-values?\b|"
    r"\bconfidence (interval|level)s?\b|\btest statistics?\b|\bz[- ](scores?|tests?|statistics?|tables?)\b"
)
_OTHERWISE = re.compile(
    r"\b(characteristic function|features?|feature maps?|potentials?|basis|test function|flows?|encod|embedd|"
    r"activations?|convex|divergence|matri|kernels?|golden|angles?|autoregress|mollif)"
)
_Z = L.Var("z", L.R)
_DISTRIBUTION = Defined((_Z,), (1 + L.erf(_Z / L.sqrt(L.Number(2)))) / 2)
_DENSITY = Defined((_Z,), L.exp(-(_Z**2) / 2) / L.sqrt(2 * L.pi))


def meant(context: Context, name: str) -> Defined | None:
    r"""What \Phi or \phi is; None for other names, and where the page does not make it plain."""
    if name not in ("Phi", "phi", "varphi") or not _is_plain(context, name):
        return None
    if name == "varphi" and "phi" in context.survey.heads():
        return None
    told = context.functions.get("Phi")
    if told is not None:  # by words
        return _DENSITY if told.is_plain and _is_distribution(told) else None
    if not is_about_normal_laws(context) or not _is_plain(context, "Phi"):
        return None
    return _DISTRIBUTION if name == "Phi" else _DENSITY


def _is_distribution(told: Defined) -> bool:
    """Whether a function that was told is the normal distribution function, however it is written."""
    return any(node is L.erf(told.arguments[0] / L.sqrt(L.Number(2))) for node in told.body.walk())


def is_about_normal_laws(context: Context) -> bool:
    """Whether a page tells or speaks of normal laws, and of nothing that has the same letters."""
    laws = [*context.laws.values(), *(law for _, law in context.data.values())]
    shown = any(isinstance(law, L.Normal) for law in laws) or _NORMAL.search(context.said) is not None
    return shown and not _OTHERWISE.search(context.said)


def _is_plain(context: Context, name: str) -> bool:
    """Whether a letter is only ever a function of one thing, of which nothing else is said."""
    survey = context.survey
    known = (survey.bare, context.fog, context.values, context.spaces, context.maps, context.laws, survey.mapped)
    if any(name in names for names in known):
        return False
    uses = [use for use in survey.applications if use.head.rstrip("'") == name]
    return bool(uses) and all(map(_is_of_one, uses))


def _is_of_one(use: Applied) -> bool:
    return len(use.items) == 1 and use.given is None


__all__ = ["is_about_normal_laws", "meant"]
