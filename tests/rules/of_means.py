"""The rules that differentiate beneath something: beneath a mean, beneath an equation that holds on an interval."""

from __future__ import annotations

from proofs.language import (
    Abstract,
    Cases,
    Density,
    Derivative,
    E,
    Exponential,
    ForAll,
    Function,
    Int,
    Interval,
    Lambda,
    Laplace,
    Normal,
    Number,
    Var,
    density,
    diff,
    differentiable,
    differentiable_under,
    finite,
    log,
    sin,
    symbols,
)
from proofs.rules import derivative_of_equal, differentiation_under_the_mean, location_and_scale, means_together
from tests.rules.examples import Example

a, b, c, mu, sigma, u, x = symbols("a b c mu sigma u x")
Omega = Abstract("Omega")
w, r = Var("w", Omega), Density("r", Omega)
f, T = Function("f"), Function("T", Omega)
unit, standard_laplace = Normal(0, 1), Laplace(0, 1)
t = Var("t", Exponential(1).home)


def under(mean, theta, at=None):
    return differentiable_under(Lambda(mean, theta), theta if at is None else at)


moved, stretched = E(f(mu + sigma * u), u, unit), E(f(a * T(w)), w, r)
cube = E((a * u + 1) ** 3, u, standard_laplace)
both = E(f(a * u + b * u), u, unit)
diagonal = E(f(a * u + a * u), u, unit)
step = Cases((Number(1),), (mu + sigma * u > 0,), Number(0))

h = Function("h")
v = Var("v", Interval(Number(0), Number(2)))
s = Var("s", v.space)
wide, point = Var("v", Interval(a, b)), Var("v", Interval(Number(1), Number(1)))
SMOOTH = (differentiable(f), differentiable(h))
alike = ForAll(f(v).eq(h(v) + c), v)

EXAMPLES = [
    Example(derivative_of_equal, diff(f(x), x, Number(1)), diff(h(x) + c, x, Number(1)), (*SMOOTH, alike), (alike,)),
    # at an end too: both have a derivative there
    Example(derivative_of_equal, diff(f(x), x, Number(2)), diff(h(x) + c, x, Number(2)), (*SMOOTH, alike), (alike,)),
    Example(derivative_of_equal, diff(f(x), x), diff(h(x) + c, x), (*SMOOTH, alike, x >= 0, x <= 2), (alike,)),
    Example(derivative_of_equal, diff(f(x), x), diff(sin(x), x),
            (differentiable(f), ForAll(f(wide).eq(sin(wide)), wide), a < b, x >= a, x <= b),
            (ForAll(f(wide).eq(sin(wide)), wide),)),
    Example(location_and_scale, E(x**2, x, Normal(mu, sigma)), E((mu + sigma * u) ** 2, u, unit), (sigma > 0,)),
    Example(location_and_scale, E(sin(x), x, Laplace(a, b)), E(sin(a + b * u), u, standard_laplace), (b > 0,)),
    Example(location_and_scale, E(x, x, Exponential(a)), E(t / a, t, Exponential(1)), (a > 0,)),
    Example(differentiation_under_the_mean, diff(moved, mu), E(diff(f(mu + sigma * u), mu), u, unit),
            (differentiable(f), under(moved, mu))),
    Example(differentiation_under_the_mean, diff(moved, sigma), E(diff(f(mu + sigma * u), sigma), u, unit),
            (differentiable(f), under(moved, sigma))),
    Example(differentiation_under_the_mean, diff(stretched, a), E(diff(f(a * T(w)), a), w, r),
            (density(r), differentiable(f), under(stretched, a))),
    Example(differentiation_under_the_mean, diff(cube, a), E(diff((a * u + 1) ** 3, a), u, standard_laplace),
            (under(cube, a),)),
    Example(differentiation_under_the_mean, diff(both, a), E(diff(f(a * u + b * u), a), u, unit),
            (differentiable(f), under(both, a))),
    Example(means_together, E(log(r(w)), w, r) - E(T(w), w, r), E(log(r(w)) - T(w), w, r),
            (density(r), finite(E(log(r(w)), w, r)), finite(E(T(w), w, r)))),
    Example(means_together, b + E(T(w), w, r) + a * E(sin(T(w)), w, r), E(T(w) + a * sin(T(w)), w, r) + b,
            (density(r), finite(E(T(w), w, r)), finite(E(sin(T(w)), w, r)))),
    Example(means_together, 3 - Int(f(v), v) + 2 * Int(h(s), s), Int(2 * h(s) - f(s), s) + 3, SMOOTH),
]  # fmt: skip

REFUSED = [
    # under two laws; of a factor that moves along; where one of the two has no finite value, or none is known to have
    Example(means_together, E(sin(x), x, unit) + E(sin(x), x, standard_laplace), E(2 * sin(x), x, unit)),
    Example(means_together, E(sin(x), x, unit) + x * E(sin(u), u, unit), E(sin(x) + x * sin(x), x, unit)),
    Example(means_together, E(T(w), w, r) - E(log(r(w)), w, r), E(T(w) - log(r(w)), w, r),
            (density(r), finite(E(T(w), w, r) - E(log(r(w)), w, r)))),
    Example(means_together, 3 - Int(f(v), v) + 2 * Int(h(s), s), Int(2 * h(s) - f(s), s) + 3, SMOOTH[:1]),
    # beyond the interval, at a point that may lie there, on an interval that may be a point
    Example(derivative_of_equal, diff(f(x), x, Number(3)), diff(h(x) + c, x, Number(3)), (*SMOOTH, alike), (alike,)),
    Example(derivative_of_equal, diff(f(x), x), diff(h(x) + c, x), (*SMOOTH, alike, x >= 0), (alike,)),
    Example(derivative_of_equal, diff(f(x), x), diff(sin(x), x),
            (differentiable(f), ForAll(f(wide).eq(sin(wide)), wide), x >= a, x <= b),
            (ForAll(f(wide).eq(sin(wide)), wide),)),
    Example(derivative_of_equal, diff(f(x), x, Number(1)), diff(h(x) + c, x, Number(1)),
            (*SMOOTH, ForAll(f(point).eq(h(point) + c), point)), (ForAll(f(point).eq(h(point) + c), point),)),
    # not supposed; an inequality; an equation whose other side moves along with the point
    Example(derivative_of_equal, diff(f(x), x, Number(1)), diff(h(x) + c, x, Number(1)), SMOOTH, (alike,)),
    Example(derivative_of_equal, diff(f(x), x, Number(1)), diff(h(x) + c, x, Number(1)),
            (*SMOOTH, ForAll(f(v) <= h(v) + c, v)), (ForAll(f(v) <= h(v) + c, v),)),
    Example(derivative_of_equal, diff(f(x), x), diff(x * x, x),
            (differentiable(f), ForAll(f(v).eq(x * v), v), x >= 0, x <= 2), (ForAll(f(v).eq(x * v), v),)),
    # one side has no derivative there
    Example(derivative_of_equal, diff(f(x), x, Number(1)), diff(abs(x - 1), x, Number(1)),
            (differentiable(f), ForAll(f(v).eq(abs(v - 1)), v)), (ForAll(f(v).eq(abs(v - 1)), v),)),
    Example(derivative_of_equal, diff(f(x), x, Number(0)), diff(x * log(x), x, Number(0)),
            (differentiable(f), ForAll(f(v).eq(v * log(v)), v)), (ForAll(f(v).eq(v * log(v)), v),)),
    Example(location_and_scale, E(x**2, x, Normal(mu, sigma)), E((mu + u) ** 2, u, unit), (sigma > 0,)),
    Example(location_and_scale, E(x**2, x, Normal(mu, sigma)), E((mu + sigma**2 * u) ** 2, u, unit), (sigma > 0,)),
    Example(location_and_scale, E(x, x, Laplace(a, b)), E(a + b * u, u, unit), (b > 0,)),
    Example(location_and_scale, E(x, x, Exponential(a)), E(a * t, t, Exponential(1)), (a > 0,)),
    # what bounds the derivative by mu says nothing about that by sigma, nor what bounds it at another point
    Example(differentiation_under_the_mean, diff(moved, sigma), E(diff(f(mu + sigma * u), sigma), u, unit),
            (differentiable(f), under(moved, mu), finite(E(diff(f(mu + sigma * u), sigma), u, unit)))),
    Example(differentiation_under_the_mean, diff(moved, mu), E(diff(f(mu + sigma * u), mu), u, unit),
            (differentiable(f), under(moved, mu, c), finite(moved), finite(E(diff(f(mu + sigma * u), mu), u, unit)))),
    # that both means are finite is not enough
    Example(differentiation_under_the_mean, diff(moved, mu), E(diff(f(mu + sigma * u), mu), u, unit),
            (differentiable(f), finite(moved), finite(E(diff(f(mu + sigma * u), mu), u, unit)))),
    # nor that the mean may be differentiated where both parameters move together
    Example(differentiation_under_the_mean, Derivative(both, b, a), E(Derivative(f(a * u + b * u), b, a), u, unit),
            (differentiable(f), under(diagonal, a), finite(E(Derivative(f(a * u + b * u), b, a), u, unit)))),
    # the law moves with the parameter
    Example(differentiation_under_the_mean, diff(E(f(x), x, Normal(mu, sigma)), mu), Number(0),
            (sigma > 0, differentiable(f), under(moved, mu))),
    # a step has the derivative 0 almost everywhere, and its mean has not
    Example(differentiation_under_the_mean, diff(E(step, u, unit), mu), Number(0), (under(E(step, u, unit), mu),)),
    Example(differentiation_under_the_mean, diff(E(step, u, unit), mu), E(diff(step, mu), u, unit),
            (under(E(step, u, unit), mu),)),
]  # fmt: skip
