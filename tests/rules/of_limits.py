"""The rules about limits: instances, and near neighbours that say nothing or something false."""

from __future__ import annotations

from fractions import Fraction as F

from proofs.language import (
    Function,
    Integers,
    Interval,
    Lambda,
    Limit,
    Neg,
    Number,
    PositiveReals,
    R,
    Sup,
    Var,
    arctan,
    cos,
    differentiable,
    exp,
    finite,
    floor,
    log,
    maximum,
    nonzero,
    oo,
    pi,
    sigmoid,
    sin,
    softplus,
    sqrt,
    symbols,
    tanh,
)
from proofs.rules import (
    exponential_growth,
    exponential_limit,
    infinite_limit,
    infinite_quotient,
    infinite_supremum,
    leading_terms,
    limit_at_the_point,
    limit_far_out,
    limit_of_constant,
    limit_of_continuous,
    limit_of_product,
    limit_of_quotient,
    limit_of_sum,
    limit_of_vanishing_logarithm,
    limit_of_variable,
    slopes_at_the_limit,
    squeeze,
    supremum_by_limit,
    vanishing_product,
    vanishing_quotient,
)
from tests.rules.examples import Example

a, b, c, x = symbols("a b c x")
n = Var("n", Integers())
f, g = Function("f"), Function("g")
zero, one, two, three = map(Number, range(4))
y, w, u = Var("x", PositiveReals()), Var("w", Interval(zero, one)), Var("u", R)


def far(body, var=x):
    return Limit(body, var, oo)


def left(body):
    return Limit(body, x, Neg(oo))


def near(body, to=zero, side=""):
    return Limit(body, x, to, side)


lim_f, lim_g = near(f(x)), near(g(x))
bounds = Lambda(-1 / u, u), Lambda(1 / u, u)

EXAMPLES = [
    Example(limit_of_constant, far(a + b), a + b),
    Example(limit_of_variable, near(x, a), a),
    Example(limit_of_variable, far(x), oo),
    Example(limit_of_variable, far(n, n), oo),
    Example(limit_of_sum, near(f(x) + g(x)), lim_f + lim_g, (finite(lim_f), finite(lim_g))),
    Example(limit_of_sum, near(a - f(x)), a - lim_f, (finite(lim_f),)),
    Example(limit_of_sum, far(x + a), far(x) + a),
    Example(limit_of_product, near(f(x) * g(x)), lim_f * lim_g, (finite(lim_f), finite(lim_g))),
    Example(limit_of_product, far(a * x), a * far(x), (a > 0,)),
    Example(limit_of_product, near(f(x) / a), lim_f / a, (finite(lim_f), nonzero(a))),
    Example(limit_of_quotient, near((x + 1) / (x + 2)), near(x + 1) / near(x + 2)),
    Example(limit_of_quotient, near(sin(x) / x, a), near(sin(x), a) / near(x, a), (nonzero(a),)),
    Example(limit_of_continuous, near(exp(a * x)), exp(near(a * x))),
    Example(limit_of_continuous, near(log(x), a), log(near(x, a)), (a > 0,)),
    Example(limit_of_continuous, near(f(x), a), f(near(x, a)), (differentiable(f),)),
    Example(limit_of_continuous, near(x**3, two), near(x, two) ** 3),
    Example(limit_of_continuous, far((1 + 1 / x) ** (a + 1 / x)), far(1 + 1 / x) ** far(a + 1 / x)),
    Example(limit_at_the_point, near(x**2 + a * x, b), b**2 + a * b),
    Example(limit_at_the_point, near(log(x) / x, a), log(a) / a, (a > 0,)),
    Example(limit_at_the_point, near(exp(-sqrt(x)), side="+"), one),
    Example(limit_far_out, far(exp(-x)), zero),
    Example(limit_far_out, left(softplus(2 * x + 2)), zero),
    Example(limit_far_out, far(sigmoid(a * x)), one, (a > 0,)),
    Example(limit_far_out, left(arctan(x)), -pi / 2),
    Example(limit_far_out, far(log(1 + x**2)), oo),
    Example(limit_far_out, left(x**3), Neg(oo)),
    Example(limit_far_out, far(x**a), oo, (a > 0,)),
    Example(vanishing_quotient, far(a / x), zero),
    Example(vanishing_quotient, far(sin(x) / x), zero),
    Example(vanishing_quotient, far(1 / log(n), n), zero),
    Example(vanishing_product, near(x * sin(1 / x)), zero),
    Example(vanishing_product, far(exp(-x) * cos(x)), zero),
    Example(infinite_limit, far(x + sqrt(x)), oo),
    Example(infinite_limit, far(a * x), oo, (a > 0,)),
    Example(infinite_limit, far(a - exp(x)), Neg(oo)),
    Example(infinite_quotient, near(1 / x**2), oo),
    Example(infinite_quotient, near(a / x, side="-"), Neg(oo), (a > 0,)),
    Example(infinite_quotient, far(sqrt(x) / a), oo, (a > 0,)),
    Example(leading_terms, far((a * x**2 + x) / (3 * x**2 - 5)), a / 3, (nonzero(a),)),
    Example(leading_terms, far((8 * n * a**2 + 3 * n * a) / (n * a**2), n), (8 * a**2 + 3 * a) / a**2,
            (a > 0,)),
    Example(leading_terms, left((x**3 - 2) / (x + 1)), left(x**2)),
    Example(exponential_growth, far(x**5 * exp(-a * x)), zero, (a > 0,)),
    Example(exponential_growth, left(x**2 / exp(x**2 + 1)), zero),
    Example(exponential_growth, far(-x * exp(x)), Neg(oo)),
    Example(slopes_at_the_limit, near(sin(x) / x), near(cos(x) / 1)),
    Example(slopes_at_the_limit, far((x + log(x)) / (2 * x + 1)), far((1 + 1 / x) / 2)),
    Example(slopes_at_the_limit, near((exp(a * x) - 1) / x), near(a * exp(a * x))),
    Example(slopes_at_the_limit, far(x * log(1 + a / x)), far(a / (1 + a / x))),
    Example(exponential_limit, far((1 + a / n) ** n, n), exp(a)),
    Example(exponential_limit, far((1 + a / x) ** (2 * x)), exp(2 * a)),
    Example(limit_of_vanishing_logarithm, near(log(x), side="+"), Neg(oo)),
    Example(limit_of_vanishing_logarithm, far(log(exp(-a * x)), x), Neg(oo), (a > 0,)),
    Example(squeeze, far(x + sin(x)), oo, (), (Lambda(u - 1, u), Lambda(u + 1, u))),
    Example(squeeze, left(x - cos(x)), Neg(oo), (), (Lambda(u - 1, u), Lambda(u + 1, u))),
    Example(supremum_by_limit, Sup(sigmoid(2 * u + a), u), one, (), (oo,)),
    Example(supremum_by_limit, Sup(tanh(y), y), one, (), (oo,)),
    Example(supremum_by_limit, Sup(a - exp(-u), u), a, (), (oo,)),
    Example(infinite_supremum, Sup(exp(u**2), u), oo, (), (oo,)),
    Example(infinite_supremum, Sup(1 / y, y), oo, (), (zero,)),
    Example(infinite_supremum, Sup(a * y, y), oo, (a > 0,), (oo,)),
]  # fmt: skip

REFUSED = [
    # it does change; it tends to something else; sums that are oo - oo; one of the limits may not exist
    Example(limit_of_constant, near(x), x),
    Example(limit_of_variable, near(x**2, a), a),
    Example(limit_of_variable, far(x), Neg(oo)),
    Example(limit_of_sum, far(x + 1 - x), far(x) + 1 - far(x)),
    Example(limit_of_sum, near(f(x) + g(x)), lim_f + lim_g, (finite(near(f(x) + g(x))),)),
    Example(limit_of_product, far(x * exp(-x)), far(x) * far(exp(-x))),
    Example(limit_of_product, near(f(x) * g(x)), lim_f * lim_g, (finite(lim_f),)),
    Example(limit_of_product, far(a * x), a * far(x)),
    Example(limit_of_quotient, near(sin(x) / x), near(sin(x)) / near(x)),
    Example(limit_of_quotient, far(x / exp(x)), far(x) / far(exp(x))),
    Example(limit_of_quotient, near(f(x) / g(x)), near(f(x)) / near(g(x)), (finite(near(f(x))), finite(near(g(x))))),
    Example(limit_of_continuous, near(f(x), a), f(near(x, a)), (finite(near(f(x), a)),)),
    Example(limit_of_continuous, near(log(x), side="+"), log(near(x, side="+"))),
    Example(limit_of_continuous, far(exp(-x)), exp(far(-x))),
    Example(limit_of_continuous, far((1 + 1 / x) ** x), far(1 + 1 / x) ** far(x)),
    Example(limit_at_the_point, near(log(x), a), log(a), (a >= 0,)),
    Example(limit_at_the_point, near(floor(x), side="-"), zero, (finite(near(floor(x), side="-")),)),
    Example(limit_at_the_point, near(x / x), zero / zero),
    Example(limit_at_the_point, near(f(x), a), f(a), (finite(near(f(x), a)),)),
    # no number that it tends to, the other end of the line, a function that goes on to swing
    Example(limit_far_out, far(exp(-x)), one),
    Example(limit_far_out, far(exp(a * x)), oo),
    Example(limit_far_out, left(sigmoid(2 * x)), one),
    Example(limit_far_out, near(exp(-x)), zero),
    Example(limit_far_out, far(x**a), oo),
    Example(limit_far_out, left(x**3), oo),
    Example(limit_far_out, left((1 + exp(x)) ** 3), Neg(oo)),
    Example(limit_far_out, far(sin(x)), zero, (finite(far(sin(x))),)),
    Example(vanishing_quotient, far(x / exp(x)), one),
    Example(vanishing_quotient, far(x / (x + 1)), zero),
    Example(vanishing_quotient, far(f(x) / x), zero, (finite(far(f(x) / x)),)),
    Example(vanishing_product, near(x * (1 / x)), zero),
    Example(vanishing_product, near(x * f(1 / x)), zero, (finite(near(x * f(1 / x))),)),
    Example(infinite_limit, far(x - x**2), oo),
    Example(infinite_limit, far(a * x), oo),
    Example(infinite_limit, far(1 / x * x), oo),
    Example(infinite_quotient, near(1 / x), oo),
    Example(infinite_quotient, near(sin(x) / x**2), oo),
    Example(infinite_quotient, near(a / x**2), oo),
    Example(leading_terms, far((a * x**2 + x) / (3 * x**2 - 5)), a / 3),
    Example(leading_terms, near((x**2 + x) / (3 * x**2 - 5)), near(Number(F(1, 3)))),
    Example(leading_terms, far((x**2 + sqrt(x)) / x**2), one),
    Example(exponential_growth, far(x * exp(-a * x)), zero),
    Example(exponential_growth, left(x * exp(-x)), zero),
    Example(exponential_growth, near(x * exp(-x)), zero),
    # a limit that is no 0/0, a denominator whose slope vanishes on and on, slopes that have no limit
    Example(slopes_at_the_limit, near((x + 1) / (x + 2)), one),
    Example(slopes_at_the_limit, near(f(x) / x), near(f(x)), (differentiable(f), finite(near(f(x) / x)))),
    Example(slopes_at_the_limit, far((x + sin(x)) / x), far(1 + cos(x)), (finite(far((x + sin(x)) / x)),)),
    Example(slopes_at_the_limit, near(sin(x) / x), near(-cos(x))),
    Example(exponential_limit, far((1 + x / n) ** n, n), exp(x + 1)),
    Example(slopes_at_the_limit, near((x + 1) * log(x), side="+"), near(-x, side="+")),
    Example(limit_of_vanishing_logarithm, near(log(x + 1), side="+"), Neg(oo)),
    Example(limit_of_vanishing_logarithm, near(log(x)), Neg(oo)),
    Example(limit_of_vanishing_logarithm, far(log(x)), Neg(oo)),
    Example(exponential_limit, far((1 + 1 / x) ** (x**2)), exp(far(x**2 * (1 / x)))),
    Example(exponential_limit, near((1 + a) ** (1 / x), side="+"), exp(near(a / x, side="+"))),
    Example(squeeze, far(cos(x)), zero, (finite(far(cos(x))),), bounds),
    Example(squeeze, far(sin(x) / x), zero, (), (Lambda(-1 + 0 * u, u), Lambda(1 / u, u))),
    Example(squeeze, far(2 * sin(x) / x), zero, (), bounds),
    Example(squeeze, far(sin(x) / x), one, (), bounds),
    # a value that is greater, an end that is none, values that stay below
    Example(supremum_by_limit, Sup(1 / (1 + u**2), u), zero, (), (oo,)),
    Example(supremum_by_limit, Sup(sigmoid(u), u), zero, (), (Neg(oo),)),
    Example(supremum_by_limit, Sup(w * (1 - w), w), zero, (), (one,)),
    Example(supremum_by_limit, Sup(sigmoid(u), u), sigmoid(a), (), (a,)),
    Example(supremum_by_limit, Sup(a - b / y, y), a, (), (oo,)),
    Example(infinite_supremum, Sup(tanh(u), u), oo, (), (oo,)),
    Example(infinite_supremum, Sup(exp(w), w), oo, (), (one,)),
    Example(infinite_supremum, Sup(maximum(u, 0), u), oo, (), (Neg(oo),)),
]
