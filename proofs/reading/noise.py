r"""The law of data that an equation with an error gives: y = X \beta + \varepsilon, \varepsilon \sim N(0, \Sigma)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .. import language as L

if TYPE_CHECKING:
    from .context import Context


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


__all__ = ["law_of_data"]
