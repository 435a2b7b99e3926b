"""Means and variances: of laws of which no more is known, and of what is made of independent coordinates."""

from __future__ import annotations

from collections.abc import Iterator

from ..forms import mean_of, quantities_under
from ..integrability import is_finite
from ..known_moments import Z, known, quantities, value_of
from ..language import Expectation, Number, Plus, Term, fold, replace
from ..language.facts import Facts
from ..registry import rule
from ..validity import law_unmet
from ..views import coefficients, times

ZERO = Number(0)


@rule("by the mean and the variance that are given")
def given_moments(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}[X] = \mu, \ \mathbb{E}[(X - \mu)^2] = \sigma^2 \implies \mathbb{E}[a X^2 + b X + c] = a (\mu^2 + \sigma^2) + b \mu + c"""
    match t:
        case Expectation(body, x, law):
            for quantity, inner in quantities(body, x):
                told, whole = known(law, quantity, facts), Expectation(value_of(quantity, x), x, law)
                mean = whole if told.mean is None else told.mean
                parts = coefficients(replace(inner, whole, mean), Z, 2) or []
                square = None if told.variance is None else mean**2 + told.variance
                highest = (None, told.mean, square)[len(parts) - 1] if parts else None
                if highest is not None and not any(x in c.free for c in parts):
                    pairs = zip(parts, (Number(1), mean, square), strict=False)
                    yield fold(Plus, [times(c, m) for c, m in pairs if m is not None and c is not ZERO], 0)


@rule("by the means and variances of what is independent")
def moments_of_independent(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}\Big[\Big(\sum_i a_i X_i + c\Big) \Big(\sum_i b_i X_i + d\Big)\Big] = \Big(\sum_i a_i \mathbb{E}[X_i] + c\Big) \Big(\sum_i b_i \mathbb{E}[X_i] + d\Big) + \sum_i a_i b_i \operatorname{Var}(X_i), \quad X_i \text{ independent}"""
    match t:
        case Expectation(body, x, law) if not law_unmet(law, facts) and not any(quantities(body, x)):
            for of in quantities_under(t, facts):
                if (found := mean_of(body, of, is_finite)) is not None:
                    yield found
