"""The rules of sums and integrals over triangles, and of indicators under them: instances, and steps to refuse."""

from __future__ import annotations

from proofs.language import (
    R_POSITIVE,
    Z_INTEGERS,
    Cases,
    Function,
    Int,
    Interval,
    Number,
    R,
    Range,
    Sum,
    Var,
    cos,
    exp,
    oo,
    symbols,
)
from proofs.rules import counted_integers, exchange_on_triangle, length_by_indicator, picked_term
from tests.rules.examples import Example

x, q, c = symbols("x q c")
big = Var("N", Z_INTEGERS)
m = Var("m", Z_INTEGERS)
n, n_far = Var("n", Range(Number(1), big)), Var("n", Range(Number(1), oo))
k_below, k_far = Var("k", Range(Number(1), n)), Var("k", Range(Number(1), n_far))
k, k_all = Var("k", Range(Number(1), big)), Var("k", Range(Number(1), oo))
n_above, n_beyond = Var("n", Range(k, big)), Var("n", Range(k_all, oo))
a = Function("a", (Z_INTEGERS, Z_INTEGERS), R)
s, t = Var("s", R_POSITIVE), Var("t", R_POSITIVE)
u = Var("u", Interval(Number(0), s))
v = Var("v", Interval(t, oo))
rest = Var("t", Interval(Number(0), Number(1)))


def where(condition, value=1):
    return Cases((Number(value) if isinstance(value, int) else value,), (condition,), Number(0))


EXAMPLES = [
    Example(exchange_on_triangle, Sum(Sum(a(n, k_below), k_below), n), Sum(Sum(a(n_above, k), n_above), k)),
    Example(exchange_on_triangle, Sum(Sum(a(n_above, k), n_above), k), Sum(Sum(a(n, k_below), k_below), n)),
    Example(exchange_on_triangle, Int(Int(exp(-s), u), s), Int(Int(exp(-v), v), t)),
    Example(picked_term, Sum(k**2 * where(m.eq(k)), k), m**2, (m >= 1, m <= big)),
    Example(counted_integers, Sum(c * where(k <= m), k), c * m, (m >= 0, m <= big)),
    Example(counted_integers, Sum(where(m > k_all), k_all), m - 1, (m >= 1,)),
    Example(length_by_indicator, Int(where(x > t), t), x, (x >= 0,)),
    Example(length_by_indicator, Int(2 * t * where(t < x), t), Int(2 * Var("t", Interval(Number(0), x)), Var("t", Interval(Number(0), x))), (x >= 0,)),
]  # fmt: skip

REFUSED = [
    # the corner that the inner range misses, terms of both signs without an end, the whole square, an index too far
    Example(exchange_on_triangle, Sum(Sum(a(n, k_below), k_below), n), Sum(Sum(a(n_above, k), n_above), n)),
    Example(
        exchange_on_triangle,
        Sum(Sum(cos(n_far) / n_far, k_far), n_far),
        Sum(Sum(cos(n_beyond) / n_beyond, n_beyond), k_all),
    ),
    Example(exchange_on_triangle, Sum(Sum(q**n_far, k_far), n_far), Sum(Sum(q**n_beyond, n_beyond), k_all)),
    Example(exchange_on_triangle, Int(Int(cos(s), u), s), Int(Int(cos(v), v), Var("u", R_POSITIVE))),
    Example(picked_term, Sum(k_all**2 * where(m.eq(k_all)), k_all), m**2),
    Example(picked_term, Sum(k_all * where(x.eq(k_all)), k_all), x, (x >= 1,)),
    Example(counted_integers, Sum(where(k_all <= m), k_all), m),
    Example(counted_integers, Sum(where(k_all <= x), k_all), x, (x >= 0,)),
    Example(counted_integers, Sum(where(k <= m), k), m, (m >= 0,)),
    Example(length_by_indicator, Int(where(x > t), t), x),
    Example(length_by_indicator, Int(where(x > rest), rest), x, (x >= 0,)),
]
