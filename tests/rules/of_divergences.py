"""The rules about divergences, densities in order and what bounds them: instances, and steps they must refuse."""

from __future__ import annotations

from proofs.language import (
    JS,
    KL,
    Abstract,
    Density,
    Diag,
    E,
    Entry,
    Exponential,
    ForAll,
    Identity,
    Mixture,
    MultivariateNormal,
    Normal,
    Number,
    Range,
    Sum,
    Var,
    VectorOf,
    cos,
    density,
    exp,
    forall,
    half,
    integer,
    log,
    matrix,
    nonzero,
    positive_definite,
    sqrt,
    symbols,
    vector,
)
from proofs.rules import (
    additivity_of_kl,
    bounded_ratio,
    definition_of_jensen_shannon,
    masses_in_order,
    strict_log_inequality,
    strictly_increasing_function,
)
from tests.rules.examples import Example

a, b, c, x, mu, sigma = symbols("a b c x mu sigma")
X = Abstract("X")
u = Var("u", X)
p, q = Density("p", X), Density("q", X)
m = Mixture((half, half), (p, q))
third = Number(1) / 3
below = forall(u, p(u) <= b * q(u))
above = forall(u, c * p(u) >= q(u))
first, second = Normal(mu, sigma), Normal(0, 1)

d = integer("d")
mean, centre, spread = vector("m", d), vector("n", d), vector("s", d)
T = matrix("T", d)
i, j = (Var(name, Range(Number(1), d)) for name in "ij")
diagonal = MultivariateNormal(mean, Diag(VectorOf(spread[i], i)))
standard = MultivariateNormal(centre, Identity(d))
positive = ForAll(spread[i] > 0, i)
wide = MultivariateNormal(centre, T)

EXAMPLES = [
    Example(
        additivity_of_kl,
        KL(diagonal, standard),
        Sum(KL(Normal(mean[j], sqrt(spread[j])), Normal(centre[j], 1)), j),
        (positive,),
    ),
    Example(masses_in_order, Number(1), b, (density(p), density(q), below), (below,), symbol="<="),
    Example(masses_in_order, Number(1), c, (density(p), density(q), above), (above,), symbol="<="),
    Example(strict_log_inequality, log(Number(3)), Number(3) - 1, (), symbol="<"),
    Example(strict_log_inequality, a - log(x), a - (x - 1), (x > 1,), symbol=">"),
    Example(definition_of_jensen_shannon, JS(p, q), half * KL(p, m) + half * KL(q, m), (density(p), density(q))),
    Example(
        definition_of_jensen_shannon,
        2 * JS(first, second),
        KL(first, Mixture((half, half), (second, first))) + KL(second, Mixture((half, half), (first, second))),
        (sigma > 0,),
    ),
    Example(strictly_increasing_function, log(third), log(half), (), (half,), symbol="<"),
    Example(strictly_increasing_function, -exp(a), -exp(a + b), (b > 0,), (a + b,), symbol=">"),
    Example(bounded_ratio, a / (b + 3 * a), third, (a >= 0, b >= 0, nonzero(b + 3 * a)), symbol="<="),
    Example(bounded_ratio, a / (a * c + b), 1 / c, (a >= 0, b >= 0, c > 0, nonzero(a * c + b)), symbol="<="),
    Example(
        bounded_ratio,
        E(log(p(u) / (third * p(u) + q(u))), u, p),
        E(log(Number(3)), u, p),
        (density(p), density(q)),
        symbol="<=",
    ),
]

REFUSED = [
    Example(
        additivity_of_kl,
        KL(diagonal, standard),  # a variance for a deviation
        Sum(KL(Normal(mean[j], spread[j]), Normal(centre[j], 1)), j),
        (positive,),
    ),
    Example(
        additivity_of_kl,
        KL(diagonal, wide),  # whose coordinates hang together
        Sum(KL(Normal(mean[j], sqrt(spread[j])), Normal(centre[j], sqrt(Entry(T, j, j)))), j),
        (positive, positive_definite(T)),
    ),
    Example(masses_in_order, b, Number(1), (density(p), density(q), below), (below,), symbol="<="),
    Example(masses_in_order, Number(1), b, (density(p), below), (below,), symbol="<="),
    Example(masses_in_order, Number(1), b, (density(p), density(q)), (below,), symbol="<="),
    Example(masses_in_order, Number(2), c, (density(p), density(q), above), (above,), symbol="<="),
    Example(definition_of_jensen_shannon, JS(p, q), KL(p, m) + KL(q, m), (density(p), density(q))),
    Example(definition_of_jensen_shannon, JS(p, q), half * KL(m, p) + half * KL(m, q), (density(p), density(q))),
    Example(
        definition_of_jensen_shannon,
        JS(p, q),
        half * KL(p, Mixture((third, 1 - third), (p, q))) + half * KL(q, Mixture((third, 1 - third), (p, q))),
        (density(p), density(q)),
    ),
    Example(definition_of_jensen_shannon, JS(first, Exponential(1)), half * KL(first, second), (sigma > 0,)),
    Example(strictly_increasing_function, exp(a), exp(a + b), (b >= 0,), (a + b,), symbol="<"),
    Example(strictly_increasing_function, log(half), log(third), (), (third,), symbol="<"),
    Example(strictly_increasing_function, -exp(a), -exp(a + b), (b > 0,), (a + b,), symbol="<"),
    Example(strictly_increasing_function, cos(third), cos(half), (), (half,), symbol="<"),
    Example(bounded_ratio, a / (b + 3 * a), Number(3), (a > 0, b >= 0), symbol="<="),
    Example(bounded_ratio, a / (b + 3 * a), third, (a > 0, b < 0, nonzero(b + 3 * a)), symbol="<="),
    Example(bounded_ratio, a / (b + 3 * a), third, (a < 0, b <= 0), symbol=">="),
    Example(bounded_ratio, a / (a * c + exp(b)), 1 / c, (a > 0, nonzero(c), nonzero(a * c + exp(b))), symbol="<="),
    Example(bounded_ratio, a**2 / (a + b), 1 / a, (a > 0, b > 0), symbol="<="),
    Example(strict_log_inequality, log(x), x - 1, (x > 0,), symbol="<"),
    Example(strict_log_inequality, log(Number(1)), Number(1) - 1, (), symbol="<"),
    Example(strict_log_inequality, log(half), half - 1, (), symbol=">"),
]
