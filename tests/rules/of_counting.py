"""The rules that count: instances, and steps they must refuse."""

from __future__ import annotations

from proofs.language import (
    Cases,
    Function,
    Number,
    Prod,
    R,
    Range,
    Sum,
    Var,
    Without,
    exp,
    floor,
    integer,
    maximum,
    minimum,
    nonzero,
    symbols,
    vector,
)
from proofs.rules import counted_indices, finite_sum, listed, range_split, value_of_floor
from tests.rules.examples import Example

x, y = symbols("x y")
c, d, n = integer("c"), integer("d"), integer("n")
v = vector("v", d)
k, low, high = (Var("k", Range(a, b)) for a, b in ((Number(1), d), (Number(1), c), (c + 1, d)))
again = Var("k", Range(c, d))
m, q = integer("m"), integer("q")
steps, taken = Var("j", Range(Number(0), n)), Var("j", Range(Number(0), floor(n / q)))
thirds = Var("j", Range(Number(0), floor((n - 2) / 3)))
far = Var("j", Range(Number(0), m))


def where(value, condition):
    """The value where the condition holds, and 0 elsewhere."""
    return Cases((value,), (condition,), Number(0))


HALVES = Number(7) / 2
f = Function("f", (R, R))
first = Var("i", Range(Number(1), Number(3)))
second, apart = (Var("j", space) for space in (first.space, Without(first.space, first)))
not_two, not_n = (Var("j", Without(first.space, index)) for index in (Number(2), n))
beyond, endless = Var("j", Range(Number(1), n)), Var("j", Without(Range(Number(1), n), first))
NEIGHBOURS = f(1, 2) + f(2, 1) + f(2, 3) + f(3, 2)


def neighbours(j, condition):
    """The sum of f(i, j) over i and j where they meet the condition."""
    return Sum(Sum(where(f(first, j), condition(abs(first - j))), j), first)


EXAMPLES = [
    Example(counted_indices, Sum(where(steps**2, steps * q <= n), steps), Sum(taken**2, taken), (q >= 1, n >= 0)),
    Example(
        counted_indices,
        Sum(where(exp(x * far), far * 3 + 2 <= n), far),
        Sum(exp(x * thirds), thirds),
        (n - 2 <= 3 * m,),
    ),
    Example(listed, neighbours(apart, lambda far: far <= 1), NEIGHBOURS),
    Example(listed, neighbours(second, lambda far: far.eq(1)), NEIGHBOURS),
    Example(listed, neighbours(second, lambda far: minimum(maximum(far, 0), floor(HALVES)).eq(1)), NEIGHBOURS),
    Example(listed, x * Sum(where(second**2, x >= second), second), x * Number(5), (x >= 2, x < 3)),
    Example(listed, Sum(where(second, second > 3), second), Number(0)),
    Example(finite_sum, Sum(exp(x * not_two), not_two), exp(x) + exp(3 * x)),
    Example(range_split, Sum(v[k] ** 2, k), Sum(v[low] ** 2, low) + Sum(v[high] ** 2, high), (c >= 0, c <= d), (c,)),
    Example(range_split, Prod(v[k] + x, k), Prod(v[low] + x, low) * Prod(v[high] + x, high), (c >= 0, c <= d), (c,)),
    Example(value_of_floor, floor(HALVES), Number(3), (), (Number(3),)),
    Example(value_of_floor, x * floor(y), x * n, (y >= n, y < n + 1), (n,)),
]

REFUSED = [
    # more indices than there are, a bound that is strict, one from below, what is left out, rounded up
    Example(counted_indices, Sum(where(steps**2, steps <= m), steps), Sum(far**2, far), (n >= 0, m >= n)),
    Example(counted_indices, Sum(where(steps**2, steps * q < n), steps), Sum(taken**2, taken), (q >= 1, n >= 0)),
    Example(counted_indices, Sum(where(steps**2, steps * q >= n), steps), Sum(taken**2, taken), (q >= 1, n >= 0)),
    Example(counted_indices, Sum(where(steps**2, steps * q <= n), steps), Sum(steps**2, steps), (q >= 1, n >= 0)),
    Example(counted_indices, Sum(where(steps**2, steps * q <= n), steps), Sum(taken**2, taken), (nonzero(q), n >= 0)),
    # pairs left out, pairs twice, one in doubt, a range or what is left out of it without a number
    Example(listed, neighbours(apart, lambda far: far <= 1), f(1, 2) + f(2, 1) + f(2, 3)),
    Example(listed, neighbours(second, lambda far: far <= 1), NEIGHBOURS),
    Example(listed, neighbours(apart, lambda far: far < 1), NEIGHBOURS),
    Example(listed, Sum(where(second**2, x >= second), second), Number(5), (x >= 2,)),
    Example(listed, Sum(where(x, beyond <= 2), beyond), 2 * x, (n >= 1,)),
    Example(listed, Sum(Sum(where(x, endless <= 1), endless), first), 2 * x, (n >= 3,)),
    Example(finite_sum, Sum(exp(x * not_n), not_n), exp(x) + exp(3 * x), (n >= 1, n <= 3)),
    # one index twice, an end beyond the range, an end that is no integer, half of the range
    Example(range_split, Sum(v[k] ** 2, k), Sum(v[low] ** 2, low) + Sum(v[again] ** 2, again), (c >= 1, c <= d), (c,)),
    Example(range_split, Sum(k, k), Sum(low, low) + Sum(high, high), (c >= 0,), (c,)),
    Example(range_split, Sum(k, k), Sum(low, low) + Sum(high, high), (c <= d,), (c,)),
    Example(range_split, Sum(v[k] ** 2, k), Sum(v[low] ** 2, low), (c >= 0, c <= d), (c,)),
    # rounded up, rounded to a half, the number that x is below
    Example(value_of_floor, floor(HALVES), Number(4), (), (Number(4),)),
    Example(value_of_floor, floor(HALVES), HALVES, (), (HALVES,)),
    Example(value_of_floor, floor(-HALVES), Number(-3), (), (Number(-3),)),
    Example(value_of_floor, floor(y), n, (y >= n, y <= n + 1), (n,)),
    Example(value_of_floor, floor(y), x, (y >= x, y < x + 1), (x,)),
]
