"""The rules of series: instances, and steps they must refuse."""

from __future__ import annotations

from proofs.language import (
    R_POSITIVE,
    Z_INTEGERS,
    Derivative,
    E,
    ForAll,
    Function,
    Geometric,
    Lambda,
    Limit,
    Number,
    Poisson,
    R,
    Range,
    Sum,
    Var,
    arctan,
    binomial,
    cos,
    cosh,
    exp,
    factorial,
    gamma,
    integer,
    log,
    nonzero,
    oo,
    pi,
    sin,
    sinh,
    symbols,
)
from proofs.rules import (
    arctangent_series,
    binomial_series,
    definition_of_expectation,
    exchange,
    exponential_series,
    first_term_apart,
    geometric_series,
    limit_of_partial_sums,
    linearity,
    logarithmic_series,
    monotonicity,
    partial_sum,
    range_split,
    shifted_index,
    telescoping_series,
    term_by_term,
    trigonometric_series,
    zeta_series,
)
from tests.rules.examples import Example

x, y, r, a = symbols("x y r a")
t, m = (Var(name, R_POSITIVE) for name in ("t", "m"))
n = integer("n")
k, one, two, from_n, before_n = (
    Var("k", Range(low, high))
    for low, high in ((Number(0), oo), (Number(1), oo), (Number(2), oo), (n, oo), (Number(0), n - 1))
)
to_n, to_next = (Var("k", Range(low, high)) for low, high in ((Number(0), n), (Number(1), n + 1)))
i = Var("i", Range(Number(1), n))
count = Var("x", Z_INTEGERS)
INSIDE = (abs(r) < 1,)

f = Function("f", (Z_INTEGERS,), R)
BOUNDED = (ForAll(f(k) <= y, k), ForAll(f(k) >= -y, k))

EXAMPLES = [
    Example(geometric_series, Sum(r**k, k), 1 / (1 - r), INSIDE),
    Example(geometric_series, Sum(a * r ** (k + 2), k), a * r**2 / (1 - r), INSIDE),
    Example(geometric_series, Sum(r**from_n, from_n), r**n / (1 - r), (*INSIDE, n >= 0)),
    Example(geometric_series, Sum(one * r ** (one - 1), one), 1 / (1 - r) ** 2, INSIDE),
    Example(geometric_series, Sum(k**2 * r**k, k), r * (1 + r) / (1 - r) ** 3, INSIDE),
    Example(geometric_series, Sum((k + 1) / 3**k, k), Number(9) / 4),
    Example(geometric_series, Sum((-1) ** k * r ** (2 * k), k), 1 / (1 + r**2), INSIDE),
    Example(geometric_series, Sum(exp(-t * k), k), 1 / (1 - exp(-t))),
    Example(exponential_series, Sum(x**k / factorial(k), k), exp(x)),
    Example(exponential_series, Sum(one * x**one / factorial(one), one), x * exp(x)),
    Example(exponential_series, Sum(x**k / factorial(k + 2), k), (exp(x) - 1 - x) / x**2, (nonzero(x),)),
    Example(exponential_series, Sum(x ** (two - 2) / factorial(two - 2), two), exp(x)),
    Example(exponential_series, Sum(x**one / gamma(one), one), x * exp(x)),
    Example(exponential_series, Sum(k**3 / factorial(k), k), 5 * exp(Number(1))),
    Example(
        exponential_series,
        Sum(x**from_n / factorial(from_n), from_n),
        exp(x) - Sum(x**before_n / factorial(before_n), before_n),
        (n >= 1,),
    ),
    Example(logarithmic_series, Sum(r**one / one, one), -log(1 - r), INSIDE),
    Example(logarithmic_series, Sum((-r) ** k / (k + 1), k), log(1 + r) / r, (*INSIDE, nonzero(r))),
    Example(logarithmic_series, Sum(r**two / two, two), -log(1 - r) - r, INSIDE),
    Example(binomial_series, Sum(binomial(k + n, k) * r**k, k), (1 - r) ** (-n - 1), (*INSIDE, n >= 0)),
    Example(binomial_series, Sum(binomial(k + 2, 2) * r**k, k), (1 - r) ** -3, INSIDE),
    Example(binomial_series, Sum(k * binomial(k + m, k) * r**k, k), (m + 1) * r * (1 - r) ** (-m - 2), INSIDE),
    Example(trigonometric_series, Sum((-1) ** k * x ** (2 * k) / factorial(2 * k), k), cos(x)),
    Example(trigonometric_series, Sum((-1) ** k * x ** (2 * k + 1) / factorial(2 * k + 1), k), sin(x)),
    Example(trigonometric_series, Sum(x ** (2 * k) / factorial(2 * k), k), cosh(x)),
    Example(trigonometric_series, Sum(x ** (2 * k) / factorial(2 * k + 1), k), sinh(x) / x, (nonzero(x),)),
    Example(arctangent_series, Sum((-1) ** k * r ** (2 * k + 1) / (2 * k + 1), k), arctan(r), INSIDE),
    Example(arctangent_series, Sum(r ** (2 * k + 1) / (2 * k + 1), k), log((1 + r) / (1 - r)) / 2, INSIDE),
    Example(zeta_series, Sum(1 / one**2, one), pi**2 / 6),
    Example(zeta_series, Sum(a / (k + 3) ** 4, k), a * (pi**4 / 90 - 1 - Number(1) / 16)),
    Example(zeta_series, Sum(1 / (2 * k + 1) ** 2, k), pi**2 / 8),
    Example(telescoping_series, Sum(1 / one - 1 / (one + 1), one), Number(1)),
    Example(telescoping_series, Sum(1 / (one * (one + 2)), one), Number(3) / 4),
    Example(telescoping_series, Sum(1 / (one * (one + 1) * (one + 2)), one), Number(1) / 4),
    Example(telescoping_series, Sum(1 / (from_n * (from_n + 1)), from_n), 1 / n, (n >= 1,)),
    Example(telescoping_series, Sum(exp(-one) - exp(-one - 1), one), exp(Number(-1))),
    Example(term_by_term, Derivative(Sum(r**k, k), r, r), Sum(one * r ** (one - 1), one), INSIDE),
    Example(
        term_by_term, Derivative(Sum(x**k / factorial(k), k), x, x), Sum(one * x ** (one - 1) / factorial(one), one)
    ),
    Example(term_by_term, Derivative(Sum(exp(x * k) / factorial(k), k), x, x), Sum(k * exp(x * k) / factorial(k), k)),
    Example(partial_sum, Sum(t**to_n, to_n), Sum(t**k, k), (), (), "<="),
    Example(partial_sum, 1 - Sum(exp(x * to_n), to_n), 1 - Sum(exp(x * k), k), (), (), ">="),
    Example(
        monotonicity,
        Sum(t**k * abs(f(k)), k),
        Sum(t**k * y, k),
        (t < 1, *BOUNDED),
        (Lambda(t**k * y, k),),
        "<=",
    ),
    Example(limit_of_partial_sums, Limit(Sum(r**to_n, to_n), n, oo), Sum(r**k, k), INSIDE),
    Example(limit_of_partial_sums, Limit(Sum(1 / to_next**2, to_next), n, oo), Sum(1 / one**2, one)),
    Example(first_term_apart, Sum(r**k, k), 1 + Sum(r**one, one), INSIDE),
    Example(shifted_index, Sum(r**k, k), Sum(r ** (one - 1), one), INSIDE, (Number(1),)),
    Example(
        range_split,
        Sum(x**k / factorial(k), k),
        Sum(x**before_n / factorial(before_n), before_n) + Sum(x**from_n / factorial(from_n), from_n),
        (n >= 1,),
        (n - 1,),
    ),
    Example(
        linearity,
        Sum(a * r**k + x**k / factorial(k), k),
        a * Sum(r**k, k) + Sum(x**k / factorial(k), k),
        INSIDE,
    ),
    Example(
        exchange,
        Sum(Sum((i * x) ** k / factorial(k), k), i),
        Sum(Sum((i * x) ** k / factorial(k), i), k),
    ),
    Example(
        definition_of_expectation,
        E(count**2, count, Poisson(t)),
        Sum(Poisson(t)(k) * k**2, k),
    ),
]

REFUSED = [
    # signs that are not known, the other way round, a sum that begins elsewhere, an end twice as far, terms with n
    Example(partial_sum, Sum(r**to_n, to_n), Sum(r**k, k), INSIDE, (), "<="),
    Example(partial_sum, Sum(t**to_n, to_n), Sum(t**k, k), (), (), ">="),
    Example(partial_sum, Sum(t**to_n, to_n), Sum(t**one, one), (t < 1,), (), "<="),
    Example(
        monotonicity, Sum(r**k * abs(f(k)), k), Sum(r**k * y, k), (*INSIDE, *BOUNDED), (Lambda(r**k * y, k),), "<="
    ),
    Example(
        monotonicity, Sum(t**k * abs(f(k)), k), Sum(t**k * y, k), (t < 1, BOUNDED[0]), (Lambda(t**k * y, k),), "<="
    ),
    Example(limit_of_partial_sums, Limit(Sum(r**to_n, to_n), n, oo), Sum(r**one, one), INSIDE),
    Example(limit_of_partial_sums, Limit(Sum(r**to_n / (n + 1), to_n), n, oo), Sum(r**k, k), INSIDE),
    Example(limit_of_partial_sums, Limit(Sum((-1) ** to_n, to_n), n, oo), Sum((-1) ** k, k)),
    # no |r| < 1, also at its ends; a start too early, a power too few, a ratio beyond one
    Example(geometric_series, Sum(r**k, k), 1 / (1 - r), (nonzero(1 - r),)),
    Example(geometric_series, Sum(r**k, k), 1 / (1 - r), (abs(r) <= 1, nonzero(1 - r))),
    Example(geometric_series, Sum(r**one, one), 1 / (1 - r), INSIDE),
    Example(geometric_series, Sum(k * r**k, k), 1 / (1 - r) ** 2, INSIDE),
    Example(geometric_series, Sum(Number(2) ** k, k), Number(-1)),
    Example(geometric_series, Sum((-1) ** k, k), Number(1) / 2),
    Example(exponential_series, Sum(x**one / factorial(one), one), exp(x)),
    Example(exponential_series, Sum(k * x**k / factorial(k), k), exp(x)),
    Example(exponential_series, Sum(x**k / factorial(2 * k), k), exp(x)),
    Example(exponential_series, Sum(factorial(k) * x**k, k), exp(x)),
    Example(logarithmic_series, Sum(r**one / one, one), log(1 - r), INSIDE),
    Example(logarithmic_series, Sum(1 / one, one), -log(Number(2)), ()),
    Example(logarithmic_series, Sum((-1) ** one / one, one), -log(Number(2))),
    Example(binomial_series, Sum(binomial(k + n, k) * r**k, k), (1 - r) ** (-n), (*INSIDE, n >= 0)),
    Example(binomial_series, Sum(binomial(k + n, k) * r**k, k), (1 - r) ** (-n - 1), (n >= 0,)),
    Example(trigonometric_series, Sum((-1) ** k * x ** (2 * k) / factorial(2 * k), k), cosh(x)),
    Example(trigonometric_series, Sum((-1) ** k * (-1) ** k * x ** (2 * k) / factorial(2 * k), k), cos(x)),
    Example(trigonometric_series, Sum((-1) ** k * x ** (2 * k) / factorial(2 * k + 1), k), sin(x)),
    Example(arctangent_series, Sum((-1) ** k * r ** (2 * k + 1) / (2 * k + 1), k), arctan(r)),
    Example(arctangent_series, Sum((-1) ** k / (2 * k + 1), k), pi / 4),
    Example(arctangent_series, Sum(r ** (2 * k) / (2 * k + 1), k), arctan(r), INSIDE),
    Example(zeta_series, Sum(1 / one**2, one), pi**2 / 8),
    Example(zeta_series, Sum(1 / (2 * one + 1) ** 2, one), pi**2 / 8),
    Example(zeta_series, Sum(1 / one**3, one), pi**3 / 26),
    Example(telescoping_series, Sum(1 / one - 1 / (one + 1), one), Number(0)),
    Example(telescoping_series, Sum(one - (one + 1), one), Number(1)),
    Example(telescoping_series, Sum(one / (one + 1) - (one + 1) / (one + 2), one), Number(1) / 2),
    Example(telescoping_series, Sum(1 / (one + 1) ** 2, one), Number(1)),
    Example(term_by_term, Derivative(Sum(r**k, k), r, r), Sum(one * r ** (one - 1), one)),
    Example(term_by_term, Derivative(Sum(r**k, k), r, r), Sum(r ** (one - 1), one), INSIDE),
    Example(term_by_term, Derivative(Sum(sin(x * one) / one**2, one), x, x), Sum(cos(x * one) / one, one)),
    Example(linearity, Sum(1 / one - 1 / (one + 1), one), Sum(1 / one, one) - Sum(1 / (one + 1), one)),
    Example(
        exchange,
        Sum(Sum((-1) ** one / (one * (k + 1) ** 2), one), k),
        Sum(Sum((-1) ** one / (one * (k + 1) ** 2), k), one),
    ),
    Example(
        definition_of_expectation,
        E(count, count, Geometric(a)),
        Sum(Geometric(a)(one) * (one - 1), one),
        (a > 0, a < 1),
    ),
]
