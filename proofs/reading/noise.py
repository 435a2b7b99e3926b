r"""Errors in equations that say how data came about, y = X \beta + \varepsilon, and the law that they give these."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .. import language as L
from .shapes import bare, without_accent

if TYPE_CHECKING:
    from .context import Context

_ERRORS = ("epsilon", "varepsilon")
_SUBSCRIPTED_ERRORS = (*_ERRORS, "e")  # e alone is Euler's number
_OTHER_ERRORS = ("u", "v", "w", "r", "eta", "xi", "nu", "zeta", "delta")  # with a subscript, where words say errors
_SAY_ERRORS = re.compile(r"\b(noise|errors?|disturbances?|innovations?|shocks?|residuals?)\b")


def has_error(t: L.Term, said: str) -> bool:
    """Whether a value has an error as a summand: y = X b + e says how data came about; y is the same when b varies."""
    others = _OTHER_ERRORS if _SAY_ERRORS.search(said) else ()
    for part in t.args if isinstance(t, L.Plus) else ():
        match part.arg if isinstance(part, L.Neg) else part:
            case L.Coord(L.Var(name=name)) | L.Apply(L.Function(name=name)):
                letters = (*_SUBSCRIPTED_ERRORS, *others)
            case L.Var(name=name):
                letters = _ERRORS
            case _:
                continue
        if bare(name) in letters and without_accent(name) is None:
            return True
    return False


def law_of_data(context: Context, name: str) -> tuple[L.Var, L.Family] | None:
    """The data, and the law of their error moved to what is added to it; None where no equation says so."""
    made = context.made.get(name)
    summands = made.args if isinstance(made, L.Plus) else ()
    errors = [s for s in summands if isinstance(s, L.Var) and s.name in context.laws]
    rest = [s for s in summands if s not in errors]
    if made is None or len(errors) != 1 or not rest or any(errors[0] in s.free for s in rest):
        return None
    moved = _moved(context.laws[errors[0].name], L.fold(L.Plus, rest, 0))
    return None if moved is None else (L.Var(name, L.space_of(made) or L.R), moved)


def _moved(law: L.Law, mean: L.Term) -> L.Family | None:
    """A normal law around zero moved to another mean."""
    match law:
        case L.MultivariateNormal(L.Zero(), covariance, _):
            return L.MultivariateNormal(mean, covariance)
        case L.Normal(L.Number(zero), deviation, _) if zero == 0:
            return L.Normal(mean, deviation)
    return None


__all__ = ["has_error", "law_of_data"]
