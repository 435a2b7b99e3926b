"""The rules about categories, and about sums and products over one range: instances, and steps they must refuse."""

from __future__ import annotations

from proofs.language import (
    Compositions,
    Dirichlet,
    E,
    Int,
    Multinomial,
    Number,
    Prod,
    Range,
    Simplex,
    Sum,
    Var,
    Vectors,
    Without,
    digamma,
    forall,
    gamma,
    integer,
    log,
    vector,
)
from proofs.rules import (
    density_written_out,
    dirichlet_integral,
    dirichlet_moments,
    log_of_density,
    multinomial_moments,
    products_together,
    sum_of_coordinates,
    sums_together,
)

from .examples import Example

K, n = integer("K"), integer("n")
i, j = Var("i", Range(Number(1), K)), Var("j", Range(Number(1), K))
apart = Var("j", Without(i.space, i))
a, b = vector("alpha", K), vector("beta", K)
x, p, any_point = Var("x", Simplex(K)), Var("p", Simplex(K)), Var("x", Vectors(K))
y = Var("y", Compositions(K, n))
some, positive = K >= 1, forall(i, a[i] > 0)
whole = Sum(a[i], i)
shares, counts = Dirichlet(a), Multinomial(n, p)
kernel = Prod(x[i] ** (a[i] - 1), i)

EXAMPLES = [
    Example(dirichlet_integral, Int(kernel, x), Prod(gamma(a[i]), i) / gamma(whole), (some, positive)),
    Example(
        dirichlet_integral,
        Int(3 * Prod(x[i] ** y[i], i) * kernel, x),
        3 * Prod(gamma(a[i] + y[i]), i) / gamma(Sum(a[i] + y[i], i)),
        (some, positive),
    ),
    Example(dirichlet_moments, E(x[i], x, shares), a[i] / whole, (some, positive)),
    Example(
        dirichlet_moments, E(2 * x[i] ** 2, x, shares), 2 * a[i] * (a[i] + 1) / (whole * (whole + 1)), (some, positive)
    ),
    Example(
        dirichlet_moments, E(x[i] * x[apart], x, shares), a[i] * a[apart] / (whole * (whole + 1)), (some, positive)
    ),
    Example(dirichlet_moments, E(log(x[i]), x, shares), digamma(a[i]) - digamma(whole), (some, positive)),
    Example(multinomial_moments, E(y[i], y, counts), n * p[i], (some, n >= 0)),
    Example(multinomial_moments, E(y[i] ** 2, y, counts), n * p[i] * (1 + (n - 1) * p[i]), (some, n >= 0)),
    Example(multinomial_moments, E(y[i] * y[apart], y, counts), n * (n - 1) * p[i] * p[apart], (some, n >= 0)),
    Example(sum_of_coordinates, Sum(x[i], i), Number(1)),
    Example(sum_of_coordinates, Sum(y[j], j), n),
    Example(
        density_written_out, shares(x), gamma(whole) / Prod(gamma(a[i]), i) * kernel, (some, positive)
    ),
    Example(density_written_out, Multinomial(1, p)(Var("y", Compositions(K, Number(1)))),
            Prod(p[i] ** Var("y", Compositions(K, Number(1)))[i], i), (some,)),
    Example(products_together, Prod(x[i] ** y[i], i) * Prod(x[j] ** (a[j] - 1), j), Prod(x[i] ** (y[i] + a[i] - 1), i)),
    Example(sums_together, Sum((a[i] - 1) * log(x[i]), i) - Sum((b[j] - 1) * log(x[j]), j), Sum((a[i] - b[i]) * log(x[i]), i)),
]  # fmt: skip

REFUSED = [
    Example(dirichlet_integral, Int(kernel, x), Prod(gamma(a[i] - 1), i) / gamma(whole), (some, positive)),
    Example(dirichlet_integral, Int(kernel, x), Prod(gamma(a[i]), i) * gamma(whole), (some, positive)),
    Example(dirichlet_integral, Int(Prod(x[i] ** a[i], i), x), Prod(gamma(a[i]), i) / gamma(whole), (some, positive)),
    Example(  # not over all coordinates
        dirichlet_integral,
        Int(Prod(x[apart] ** (a[apart] - 1), apart), x),
        Prod(gamma(a[apart]), apart) / gamma(Sum(a[apart], apart)),
        (some, positive),
    ),
    Example(dirichlet_moments, E(x[i], x, shares), (a[i] - 1) / (whole - K), (some, positive)),
    Example(  # i may be j
        dirichlet_moments, E(x[i] * x[j], x, shares), a[i] * a[j] / (whole * (whole + 1)), (some, positive)
    ),
    Example(dirichlet_moments, E(log(x[i]), x, shares), digamma(whole) - digamma(a[i]), (some, positive)),
    Example(multinomial_moments, E(y[i], y, counts), p[i], (some, n >= 0)),
    Example(multinomial_moments, E(y[i] ** 2, y, counts), n * p[i] * (1 - p[i]), (some, n >= 0)),
    Example(multinomial_moments, E(y[i] * y[j], y, counts), n * (n - 1) * p[i] * p[j], (some, n >= 0)),
    Example(sum_of_coordinates, Sum(any_point[i], i), Number(1)),
    Example(sum_of_coordinates, Sum(x[apart], apart), Number(1)),
    Example(density_written_out, shares(any_point), gamma(whole) / Prod(gamma(a[i]), i) * kernel, (some, positive)),
    Example(log_of_density, log(shares(x)), Sum((a[i] - 1) * log(x[i]), i), (some, positive)),
    Example(products_together, Prod(x[i] ** y[i], i) * Prod(x[apart] ** a[apart], apart), Prod(x[i] ** (y[i] + a[i]), i)),
    Example(sums_together, Sum(a[i], i) - Sum(b[apart], apart), Sum(a[i] - b[i], i)),
    Example(sums_together, Sum(a[i], i) - Sum(b[j], j), Sum(a[i] + b[i], i)),
]  # fmt: skip
