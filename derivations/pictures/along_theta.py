"""Three distances between the uniform laws on two parallel segments of the plane, along their distance theta."""

from proofs import Curve, Mark, Panel, Picture
from proofs.language import (
    JS,
    KL,
    W1,
    Column,
    Interval,
    Lambda,
    Law,
    Number,
    Pushforward,
    Term,
    Uniform,
    Var,
    substitute,
    symbols,
)

theta = symbols("theta")
u = Var("u", Interval(Number(0), Number(1)))
NEAR, FAR = Number(1) / 50, Number(1)  # the curves that jump are drawn on both sides of 0


def segment(place: Term) -> Law:
    """The law of (place, U) for U ~ U(0, 1)."""
    return Pushforward(Lambda(Column((place, u)), u), Uniform(0, 1))


p, q = segment(Number(0)), segment(theta)


def picture() -> Picture:
    """The Wasserstein distance grows steadily; both divergences jump as soon as the segments are apart."""
    jensen, kullback, steady = JS(p, q), KL(p, q), W1(p, q)
    apart = substitute(jensen, {theta: FAR})
    return Picture(
        r"Two parallel segments at the distance $\theta$, each with its uniform law: the Wasserstein distance is"
        " continuous, the Jensen-Shannon divergence jumps to the logarithm of two, the Kullback-Leibler divergence to"
        " infinity.",
        (
            Panel(
                (
                    Curve(steady, theta, -FAR, FAR, "$W_1$", 0),
                    *_jumping(jensen, "Jensen-Shannon", 1),
                    *_jumping(kullback, "Kullback-Leibler", 2),
                ),
                across=theta,
                up="distance",
                marks=(
                    Mark(0, substitute(jensen, {theta: Number(0)}), "all three at 0", style=3),
                    Mark(0, apart, style=1, hollow=True),
                    Mark(0, substitute(kullback, {theta: FAR}), style=2, hollow=True),
                ),
            ),
        ),
    )


def _jumping(t: Term, label: str, style: int) -> tuple[Curve, Curve]:
    return Curve(t, theta, -FAR, -NEAR, label, style), Curve(t, theta, NEAR, FAR, None, style)
