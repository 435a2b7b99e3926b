"""Properties that a step appeals to by a noun: ``By independence,``, ``(convexity)``.

What it is about may have one that was never told, and no example without it refutes the step.
"""

from __future__ import annotations

import re

from ... import language as L
from ..context import Context
from ..probability.outcomes import OMEGA
from ..threads import Formula
from . import prose

_OF_THINGS = (
    r"uncorrelat\w+|independence|exchangeability|ergodicity|identical distributions?|"
    r"markov (property|assumption)|convexity|concavity|monotonicity|smoothness|(differenti|integr|measur)ability|"
    r"homogeneity|boundedness|(sub|super)?additivity|evenness|oddness|symmetry|antisymmetry|"
    r"(un)?biasedness|lipschitz\w*( continuity)?|orthogonality|orthonormality|unitarity|invertibility|idempotence|"
    r"positive (semi-?)?definiteness"
)
_OF_FUNCTIONS = r"(bi)?linearity"  # that a mean is linear needs nobody be told
_OF_NUMBERS = (
    r"assumptions?|hypothes[ie]s|construction|design|(our|the) choice|constraints?|(non-?)?negativity|positivity|"
    r"normali[sz]ation|periodicity|stationarity|optimality|feasibility"
)
_KNOWN = (
    r"(?! of (the )?(expect|integra|variance|covariance|trace|sum|deriv|logarithm|log\b|exponential|mean|inner|real))"
)
_BY = r"\b(by|because of|due to|using|from|with|exploiting|thanks to|in view of|invoking)\s+((?!of\b)[\w-]+\s+){0,3}?"


def _appeal(nouns: str) -> re.Pattern[str]:
    return re.compile(rf"{_BY}({nouns})\b{_KNOWN}", re.IGNORECASE)


_FUNCTIONS, _THINGS = _appeal(f"{_OF_FUNCTIONS}|{_OF_THINGS}|{_OF_NUMBERS}"), _appeal(f"{_OF_THINGS}|{_OF_NUMBERS}")
_NUMBERS = _appeal(_OF_NUMBERS)
_ASIDE = re.compile(rf"\b({_OF_THINGS})\b{_KNOWN}", re.IGNORECASE)
_TEXT = re.compile(r"\\(?:text|mbox|textrm|textit|intertext|mathrm)\s*\{([^{}]*)\}")


def in_doubt(context: Context, relation: L.Relation, formula: Formula) -> list[str]:
    """The names of a claim that may have a property to which the words about it appeal, and of which none was told."""
    said = f"{prose.sentence(formula.words)} . {prose.rest_of_sentence(formula.after)}"
    beside = any(map(_ASIDE.search, _TEXT.findall(formula.maths.text)))
    functions, things, numbers = (
        beside or _FUNCTIONS.search(said),
        beside or _THINGS.search(said),
        _NUMBERS.search(said),
    )
    if not functions:
        return []
    told = {n for h in context.stated() if not isinstance(h, L.Relation) for n in h.free}
    return sorted(
        n.name
        for n in relation.free - told
        if (isinstance(n, L.Function) and n.domain[:1] != (OMEGA,))
        or (things and isinstance(n, L.Function | L.Density))
        or (isinstance(n, L.Var) and (numbers if L.is_scalar_space(n.space) else things))
    )


__all__ = ["in_doubt"]
