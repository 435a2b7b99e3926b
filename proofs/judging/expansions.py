"""Taylor coefficients of the elementary functions, at points where they are analytic."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from flint import arb, arb_series, fmpq

from .scalars import Unknown, ball

ORDERS = 2, 6  # how many coefficients, at first and where these do not tell

Series = Callable[[arb_series], arb_series]
_SERIES: dict[str, Series] = {
    "exp": arb_series.exp,
    "log": arb_series.log,
    "sqrt": arb_series.sqrt,
    "sin": arb_series.sin,
    "cos": arb_series.cos,
    "tan": arb_series.tan,
    "sinh": lambda x: (x.exp() - (-x).exp()) / 2,
    "cosh": lambda x: (x.exp() + (-x).exp()) / 2,
    "tanh": lambda x: 1 - 2 / (1 + (2 * x).exp()),
    "arctan": arb_series.atan,
    "arcsin": arb_series.asin,
    "arccos": arb_series.acos,
    "erf": arb_series.erf,
    "erfc": arb_series.erfc,
    "sigmoid": lambda x: 1 / (1 + (-x).exp()),
    "softplus": lambda x: (1 + x.exp()).log(),
    "gamma": arb_series.gamma,
    "loggamma": arb_series.lgamma,
}
_RIGHT = {"log", "gamma", "loggamma"}  # expanded where the argument is positive
_WITHIN = {"arcsin", "arccos"}


def expansion(name: str, at: Any, order: int) -> list[Any]:
    """The first Taylor coefficients of a function where it is analytic; exact where they are integers."""
    at_ball = ball(at)
    if name not in _SERIES or not isinstance(at_ball, arb):
        raise Unknown(f"no expansion of {name} at such a point")
    if (name in _RIGHT and not at_ball > 0) or (name in _WITHIN and not abs(at_ball) < 1):
        raise Unknown(f"no expansion of {name} at such a point")
    found = _SERIES[name](arb_series([at_ball, 1], prec=order))
    coefficients = [found[k] for k in range(order)]
    if not all(c.is_finite() for c in coefficients):
        raise Unknown(f"no expansion of {name} at such a point")
    return [_exact(c) for c in coefficients]


def _exact(c: arb) -> Any:
    whole = c.unique_fmpz() if c.is_exact() else None
    return c if whole is None else fmpq(whole)
