r"""The discriminator that is best at a point: the share of the data among what is seen there.

The value of a GAN is an integral of p(x) log D(x) + g(x) log(1 - D(x)), and D(x) can be chosen at each x by itself.
Between two Gaussians the best one is a sigmoid, but of a quadratic in x: for different variances it is no
sigmoid-like function of x.  It does not grow from 0 to 1, it is symmetric about a point, falls on one side of it and
grows on the other, and tends to 1 (or to 0) at both ends.
"""

from proofs import Proof, by, hypothesis
from proofs.language import (
    Abstract,
    Density,
    E,
    Function,
    Int,
    Interval,
    Lambda,
    Limit,
    Normal,
    Number,
    Term,
    Var,
    density,
    diff,
    e,
    finite,
    forall,
    half,
    log,
    oo,
    sigmoid,
    sqrt,
    symbols,
)
from proofs.rules import (
    definition_of_expectation,
    differentiation,
    increasing_function,
    limit_far_out,
    linearity,
    log_inequality,
    log_of_density,
    mass_on_support,
    tangent_inequality,
)

X = Abstract("X")
x, D = Var("x", X), symbols("D")
p, g = Density("p", X), Density("g", X)
best = p(x) / (p(x) + g(x))

SOURCE = "Goodfellow et al. (2014), Generative adversarial nets, proposition 1"


def value_at_x(D: Term) -> Term:
    """What a point x adds to the value of the game, by the value of the discriminator there."""
    return p(x) * log(D) + g(x) * log(1 - D)


def optimal_discriminator() -> Proof:
    """At each x the discriminator p/(p + g) is the best."""
    u = Var("u", Interval(Number(0), Number(1)))
    slope = p(x) / D - g(x) / (1 - D)
    stationary = slope.eq(0)
    total = p(x) + g(x)
    return (
        Proof(
            diff(value_at_x(D), D),
            name="optimal_discriminator",
            title="The optimal discriminator of a generative adversarial network",
            source=SOURCE,
            chain="The value at a point, differentiated by the value of the discriminator there",
        )
        .given(density(p), density(g), p(x) > 0, g(x) > 0, D > 0, D < 1)
        .eq(slope, by=differentiation)
        .have(D, "Where the derivative is zero", suppose=(stationary,))
        .eq(best - D * (1 - D) / total * slope)
        .eq(best - D * (1 - D) / total * 0, by=hypothesis(stationary, phrase="since the derivative is zero"))
        .eq(best)
        .have(diff(slope, D), "The second derivative: the value is concave")
        .eq(-(p(x) / D**2) - g(x) / (1 - D) ** 2, by=differentiation)
        .lt(0)
        .have(1 - best, "The best value lies below one", label="below one")
        .eq(g(x) / total)
        .gt(0)
        .have(value_at_x(D), "It is the maximum, since the tangent there is horizontal", knowing=("below one",))
        .le(
            value_at_x(best) + (total - total) * (D - best),
            by=tangent_inequality(Lambda(value_at_x(u), u), best, D),
        )
        .eq(value_at_x(best))
        .shows(D.eq(best))
    )


d, q = Function("D", X, Interval(Number(0), Number(1))), Density("q", X)


def discriminator_gain() -> Proof:
    """What E_p[log D] gains over E_p[log p/(p + q)] is at most E_p[D] + E_q[D] - 1."""
    total = p(x) + q(x)
    return (
        Proof(
            E(log(d(x)), x, p) - E(log(p(x) / total), x, p),
            name="discriminator_gain",
            title="What a discriminator gains on the data",
            source=SOURCE,
        )
        .given(density(p), density(q), forall(x, d(x) > 0), finite(E(log(d(x)), x, p)))
        .eq(E(log(d(x)) - log(p(x) / total), x, p), by=linearity)
        .eq(E(log(d(x) * total / p(x)), x, p))
        .le(E(d(x) * total / p(x) - 1, x, p), by=log_inequality)
        .eq(E(d(x), x, p) + E(d(x) * q(x) / p(x), x, p) - 1, by=linearity)
        .le(E(d(x), x, p) + Int(d(x) * q(x), x) - 1, by=mass_on_support)
        .eq(E(d(x), x, p) + E(d(x), x, q) - 1, by=definition_of_expectation)
    )


def best_discriminator() -> Proof:
    """V(D) <= V(p/(p + q)) for every measurable D with values in (0, 1), whatever the densities p and q are."""
    first, second = p(x) / (p(x) + q(x)), q(x) / (q(x) + p(x))
    on_data, on_generated = E(log(d(x)), x, p), E(log(1 - d(x)), x, q)
    at_best = E(log(first), x, p) + E(log(second), x, q)
    other = {p: q, q: p, d: Lambda(1 - d(x), x)}
    on_both = E(d(x), x, p) + E(d(x), x, q)
    gained = on_generated - E(log(second), x, q)
    return (
        Proof(
            gained,
            name="best_discriminator",
            title="No discriminator has a greater value than the optimal one",
            source=SOURCE,
            chain="What a discriminator $D$ gains on what is generated over $p/(p + q)$",
            label="generated",
        )
        .given(
            density(p),
            density(q),
            forall(x, d(x) > 0),
            forall(x, d(x) < 1),
            finite(on_data),
            finite(on_generated),
        )
        .using(gain=discriminator_gain())
        .le(E(1 - d(x), x, q) + E(1 - d(x), x, p) - 1, by=by("gain", other, phrase="by the bound for $1 - D$"))
        .eq(1 - E(d(x), x, q) + (1 - E(d(x), x, p)) - 1, by=linearity)
        .eq(1 - on_both)
        .have(on_data + on_generated, "Its value, compared with that of $p/(p + q)$")
        .eq(at_best + (on_data - E(log(first), x, p)) + gained)
        .le(at_best + (on_both - 1) + gained, by=by("gain", phrase="by what it gains on the data"))
        .le(at_best + (on_both - 1) + (1 - on_both), by=by("generated", phrase="by what it gains on the rest, above"))
        .eq(at_best)
        .shows(on_data + on_generated <= at_best)
    )


y, mu_1, mu_2, sigma_1, sigma_2 = symbols("x mu_1 mu_2 sigma_1 sigma_2")
data, generated = Normal(mu_1, sigma_1, "p"), Normal(mu_2, sigma_2, "g")


def gaussian_discriminator() -> Proof:
    """Between two Gaussians: a sigmoid of a quadratic in x."""
    return (
        Proof(
            data(y) / (data(y) + generated(y)),
            name="gaussian_discriminator",
            title="The optimal discriminator between two Gaussians",
            source=SOURCE,
        )
        .given(sigma_1 > 0, sigma_2 > 0)
        .eq(1 / (1 + generated(y) / data(y)))
        .eq(sigmoid(log(data(y) / generated(y))))
        .eq(sigmoid(log(data(y)) - log(generated(y))))
        .eq(
            sigmoid(log(sigma_2 / sigma_1) - (y - mu_1) ** 2 / (2 * sigma_1**2) + (y - mu_2) ** 2 / (2 * sigma_2**2)),
            by=log_of_density,
        )
    )


def gaussian_discriminator_example() -> Proof:
    """N(3, 2) against N(4, 1): least at x = 5, where it is 0.3002, symmetric about that point, and 1 at both ends."""
    two, one = Normal(3, sqrt(Number(2)), "p"), Normal(4, 1, "g")
    lowest = -half - half * log(Number(2))
    odds = (y - 5) ** 2 / 4 - half - half * log(Number(2))
    mirrored = (10 - y - 5) ** 2 / 4 - half - half * log(Number(2))
    return (
        Proof(
            two(y) / (two(y) + one(y)),
            name="gaussian_discriminator_example",
            title="The optimal discriminator between two given Gaussians",
            source=SOURCE,
            label="quadratic",
        )
        .eq(1 / (1 + one(y) / two(y)))
        .eq(sigmoid(log(two(y)) - log(one(y))))
        .eq(
            sigmoid(-half * log(Number(2)) - (y - 3) ** 2 / 4 + (y - 4) ** 2 / 2),
            by=log_of_density,
        )
        .eq(sigmoid(odds))
        .have(sigmoid(odds), "It is symmetric about 5, and so does not grow in $x$ as a sigmoid does")
        .eq(sigmoid(mirrored))
        .have(sigmoid(odds), "It is nowhere below its value at 5, which is 0.3002, far from 0")
        .ge(sigmoid(lowest), by=increasing_function(odds))
        .eq(1 / (1 + sqrt(2 * e)))
        .have(Limit(sigmoid(odds), y, oo), "Far to the right it tends to 1")
        .eq(1, by=limit_far_out)
        .have(Limit(sigmoid(odds), y, -oo), "Far to the left it does, too, where a sigmoid of $x$ would tend to 0")
        .eq(1, by=limit_far_out)
        .shows((two(y) / (two(y) + one(y))).eq(sigmoid(odds)))
    )
