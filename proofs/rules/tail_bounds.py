"""Bounds of indicators, from which those of probabilities follow: Markov's, Chebyshev's and Chernoff's."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import FLIPPED, Apply, Cases, Elementary, Number, Relation, Term, exp, is_scalar
from ..language.facts import Facts
from ..registry import rule
from ..views import over

ZERO, ONE = Number(0), Number(1)


@rule("since the indicator is at most that", relation="<=")
def bound_of_indicator(t: Term, facts: Facts) -> Iterator[Term]:
    r"""1_{\{f \ge a\}} \le \frac{f}{a}, \quad 1_{\{f \ge a\}} \le \frac{f^2}{a^2}, \quad f \ge 0, \; a > 0"""
    for f, a in _exceeding(t):
        if facts.positive(a) and facts.nonnegative(f):
            yield over(f, a)
            size = f.args[0] if isinstance(f, Apply) and f.head is Elementary("abs") else f
            yield over(size**2, a**2)


@rule("since the indicator is at most that exponential", relation="<=")
def exponential_bound_of_indicator(t: Term, facts: Facts, s: Term) -> Iterator[Term]:
    r"""1_{\{f \ge a\}} \le e^{s (f - a)}, \quad s \ge 0"""
    if is_scalar(s) and facts.nonnegative(s) and facts.finite_number(s):
        for f, a in _exceeding(t):
            yield exp(-s * a) * exp(s * f)


@rule("since one of the two is the case")
def complement_of_indicator(t: Term, facts: Facts) -> Iterator[Term]:
    r"""1_{\{f \ge a\}} = 1 - 1_{\{f < a\}}"""
    match t:
        case Cases((one,), (Relation(_, symbol) as condition,), zero) if one is ONE and zero is ZERO and symbol != "=":
            yield 1 - Cases((ONE,), (condition.contrary(),), ZERO)


def _exceeding(t: Term) -> Iterator[tuple[Term, Term]]:
    """The f and the a of the indicator of f >= a, or of f > a."""
    match t:
        case Cases((one,), (Relation(left, symbol, right),), zero) if one is ONE and zero is ZERO:
            if symbol in ("<=", "<"):
                left, symbol, right = right, FLIPPED[symbol], left
            if symbol in (">=", ">") and is_scalar(left) and is_scalar(right):
                yield left, right


__all__ = ["bound_of_indicator", "complement_of_indicator", "exponential_bound_of_indicator"]
