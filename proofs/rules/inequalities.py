"""Inequalities."""

from __future__ import annotations

from collections.abc import Iterator

from ..kernel import rule
from ..language import Apply, Elementary, Int, Neg, Number, Relation, Statement, Sum, Term, nonzero
from ..language.facts import Facts


@rule(r"since $\log t \le t - 1$", relation="<=")
def log_inequality(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\log t \le t - 1, \quad t > 0"""
    match t:
        case Apply(Elementary("log"), (argument,)) if facts.positive(argument):
            yield argument - 1


@rule("since the integrand is non-negative", relation="<=")
def non_negative(t: Term, facts: Facts) -> Iterator[Term]:
    r"""-\int f(x) \,\mathrm{d}x \le 0, \quad f \ge 0, likewise for sums"""
    match t:
        case Neg(Int(body, _) | Sum(body, _) as whole) if facts.under(whole).nonnegative(body):
            yield Number(0)


@rule("since the right side is not zero", kind="inference")
def not_zero_by_equality(premises: tuple[Statement, ...], facts: Facts) -> Iterator[Statement]:
    r"""a = b, \; b \neq 0 \implies a \neq 0"""
    for premise in premises:
        match premise:
            case Relation(left, "=", right) if facts.nonzero(right):
                yield nonzero(left)
