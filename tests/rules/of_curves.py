"""The rules of functions of a told shape, and of tail bounds: instances, and steps they must refuse."""

from __future__ import annotations

from proofs.language import (
    Abstract,
    Cases,
    Density,
    Dot,
    E,
    ForAll,
    Function,
    Gradient,
    Normal,
    Number,
    R,
    Range,
    Relation,
    Sum,
    Var,
    Vectors,
    density,
    diff,
    differentiable,
    exp,
    finite,
    integer,
    shaped,
    symbols,
)
from proofs.rules import (
    bound_of_indicator,
    complement_of_indicator,
    concave_combination,
    convex_combination,
    exponential_bound_of_indicator,
    jensen_of_told_shape,
    monotone_function,
    reflection,
    strictly_monotone_function,
    tangent_of_told_shape,
)
from tests.rules.examples import Example

x, y, s, a, c = symbols("x y s a c")
n = integer("n")
i = Var("i", Range(Number(1), n))
v, w = Var("v", Vectors(n)), Var("w", Vectors(n))
f, F = Function("f", (R,)), Function("F", (Vectors(n),))
OMEGA = Abstract("Omega")
o, p, X = Var("o", OMEGA), Density("p", OMEGA), Function("X", (OMEGA,))
CONVEX, CONCAVE = shaped("convex", f), shaped("concave", f)
SHARE = (s >= 0, s <= 1)
WEIGHTS = (ForAll(v[i] >= 0, i), Sum(v[i], i).eq(1))
one, zero = Number(1), Number(0)


def combined(g):
    """The mean of two values with the shares s and 1 - s."""
    return s * g(x) + (1 - s) * g(y)


def at_least(t, bound):
    """The indicator of t >= bound."""
    return Cases((one,), (Relation(t, ">=", bound),), zero)


NORMAL = Normal(0, c)
MEAN_OF_SUM, SUM_OF_VALUES = f(Sum(v[i] * w[i], i)), Sum(v[i] * f(w[i]), i)
TANGENT = f(x) + diff(f(x), x) * (y - x)
u = Var("u", Vectors(n))
PLANE = F(v) + Dot(Gradient(F(u), u, v), w - v)
FINITE = (density(p), finite(E(X(o), o, p)), finite(E(f(X(o)), o, p)))

EXAMPLES = [
    Example(convex_combination, f(s * x + (1 - s) * y), combined(f), (*SHARE, CONVEX), (combined(f),), "<="),
    Example(convex_combination, f((x + y) / 2), (f(x) + f(y)) / 2, (CONVEX,), ((f(x) + f(y)) / 2,), "<="),
    Example(convex_combination, F(s * v + (1 - s) * w), s * F(v) + (1 - s) * F(w), (*SHARE, shaped("convex", F)),
            (s * F(v) + (1 - s) * F(w),), "<="),
    Example(convex_combination, MEAN_OF_SUM, SUM_OF_VALUES, (*WEIGHTS, CONVEX), (SUM_OF_VALUES,), "<="),
    Example(concave_combination, combined(f), f(s * x + (1 - s) * y), (*SHARE, CONCAVE), (), "<="),
    Example(concave_combination, Sum(f(v[i]), i) / n, f(Sum(v[i], i) / n), (n >= 1, CONCAVE), (), "<="),
    Example(jensen_of_told_shape, f(E(X(o), o, p)), E(f(X(o)), o, p), (*FINITE, CONVEX), (), "<="),
    Example(jensen_of_told_shape, E(f(X(o)), o, p), f(E(X(o), o, p)), (*FINITE, CONCAVE), (), "<="),
    Example(tangent_of_told_shape, TANGENT, f(y), (CONVEX, differentiable(f)), (f, x, y), "<="),
    Example(tangent_of_told_shape, f(y), TANGENT, (CONCAVE, differentiable(f)), (f, x, y), "<="),
    Example(tangent_of_told_shape, PLANE, F(w), (shaped("convex", F), differentiable(F)), (F, v, w), "<="),
    Example(monotone_function, f(x), f(y), (x <= y, shaped("increasing", f)), (y,), "<="),
    Example(monotone_function, f(x), f(y), (x >= y, shaped("decreasing", f, strictly=True)), (y,), "<="),
    Example(strictly_monotone_function, f(x), f(x + 1), (shaped("increasing", f, strictly=True),), (x + 1,), "<"),
    Example(reflection, f(-x), f(x), (shaped("even", f),)),
    Example(reflection, f(y - x), -f(x - y), (shaped("odd", f),)),
    Example(reflection, f(zero), zero, (shaped("odd", f),)),
    Example(bound_of_indicator, at_least(x, a), x / a, (x >= 0, a > 0), (), "<="),
    Example(bound_of_indicator, at_least(abs(x), a), x**2 / a**2, (a > 0,), (), "<="),
    Example(exponential_bound_of_indicator, at_least(x, a), exp(s * (x - a)), (s >= 0,), (s,), "<="),
    Example(complement_of_indicator, E(at_least(x, a), x, NORMAL), E(1 - Cases((one,), (x < a,), zero), x, NORMAL),
            (c > 0,)),
]  # fmt: skip
HALF = (f(x) + f(y)) / 2
REFUSED = [
    Example(convex_combination, f(s * x + (1 - s) * y), combined(f), (CONVEX, s >= 0), (combined(f),), "<="),
    Example(convex_combination, f(s * x + (1 - s) * y), combined(f), (*SHARE, CONCAVE), (combined(f),), "<="),
    Example(convex_combination, f(s * y + (1 - s) * x), combined(f), (*SHARE, CONVEX), (combined(f),), "<="),
    Example(convex_combination, f(x + y), f(x) + f(y), (CONVEX,), (f(x) + f(y),), "<="),
    Example(convex_combination, f(2 * x - y), 2 * f(x) - f(y), (CONVEX,), (2 * f(x) - f(y),), "<="),
    Example(convex_combination, MEAN_OF_SUM, SUM_OF_VALUES, (WEIGHTS[0], CONVEX), (SUM_OF_VALUES,), "<="),
    Example(convex_combination, MEAN_OF_SUM, SUM_OF_VALUES, (WEIGHTS[1], CONVEX), (SUM_OF_VALUES,), "<="),
    Example(concave_combination, HALF, f((x + y) / 2), (CONVEX,), (), "<="),
    Example(concave_combination, HALF, f((x + y) / 3), (CONCAVE,), (), "<="),
    Example(jensen_of_told_shape, E(f(X(o)), o, p), f(E(X(o), o, p)), (*FINITE, CONVEX), (), "<="),
    Example(jensen_of_told_shape, f(E(X(o), o, p)), E(f(X(o)), o, p), (*FINITE, CONCAVE), (), "<="),
    Example(tangent_of_told_shape, f(y), TANGENT, (CONVEX, differentiable(f)), (f, x, y), "<="),
    Example(tangent_of_told_shape, TANGENT, f(y), (CONVEX,), (f, x, y), "<="),
    Example(monotone_function, f(x), f(y), (x >= y, shaped("increasing", f)), (y,), "<="),
    Example(monotone_function, f(x), f(y), (x <= y, CONVEX), (y,), "<="),
    Example(strictly_monotone_function, f(x), f(x + 1), (shaped("increasing", f),), (x + 1,), "<"),
    Example(reflection, f(-x), f(x), (shaped("odd", f),)),
    Example(reflection, f(zero), zero, (shaped("even", f),)),
    Example(bound_of_indicator, at_least(x, a), x / a, (a > 0,), (), "<="),
    Example(bound_of_indicator, at_least(x, a), x / a, (x >= 0,), (), "<="),
    Example(bound_of_indicator, at_least(a, x), x / a, (x >= 0, a > 0), (), "<="),
    Example(exponential_bound_of_indicator, at_least(x, a), exp(s * (x - a)), (), (s,), "<="),
    Example(exponential_bound_of_indicator, at_least(x, a), exp(s * (a - x)), (s >= 0,), (s,), "<="),
    Example(complement_of_indicator, at_least(x, a), 1 - Cases((one,), (x <= a,), zero)),
]  # fmt: skip
