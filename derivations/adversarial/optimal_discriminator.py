r"""The discriminator that is best at a point: the share of the data among what is seen there.

The value of a GAN is an integral of p(x) log D(x) + g(x) log(1 - D(x)), and D(x) can be chosen at each x by itself.
Between two Gaussians the best one is a sigmoid, but of a quadratic in x: for different variances it is no
sigmoid-like function of x.  It does not grow from 0 to 1, it is symmetric about a point, falls on one side of it and
grows on the other, and tends to 1 (or to 0) at both ends.
"""

from proofs import Proof, hypothesis
from proofs.language import (
    Abstract,
    Density,
    Interval,
    Lambda,
    Normal,
    Number,
    Term,
    Var,
    density,
    diff,
    e,
    half,
    log,
    sigmoid,
    sqrt,
    symbols,
)
from proofs.rules import differentiation, increasing_function, log_of_density, tangent_inequality

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
        .shows((two(y) / (two(y) + one(y))).eq(sigmoid(odds)))
    )
