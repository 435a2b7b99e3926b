r"""Why the gradient of the best critic has norm one, and what a penalty that asks for it is for a linear critic.

The critic f of a Wasserstein GAN is 1-Lipschitz, and the best one attains f(y) - f(x) = |y - x| for the points x and y
that an optimal coupling joins.  Between such points it has no choice: it grows at unit rate, here shown on the line.
Weight clipping enforces the Lipschitz constant without asking for this; the penalty asks for it where it holds, at
points between the data and what is generated.
"""

from proofs import Proof, by, hypothesis
from proofs.language import (
    Density,
    Dot,
    E,
    Function,
    Gradient,
    Interval,
    Number,
    Term,
    Var,
    Vectors,
    density,
    diff,
    differentiable,
    integer,
    lipschitz,
    nonzero,
    sqrt,
    symbols,
    vector,
)
from proofs.rules import (
    antisymmetry,
    differentiation,
    differentiation_by_a_vector,
    linearity,
    lipschitz_inequality,
)

SOURCE = "Gulrajani et al. (2017), Improved training of Wasserstein GANs, proposition 1 and section 4"

x, y = symbols("x y")
one = Number(1)
t, u = Var("t", Interval(Number(0), one)), symbols("u")
f = Function("f")
b, lam = symbols("b lambda")


def penalty(slope: Term) -> Term:
    """What a gradient of that norm costs: lambda (slope - 1)^2."""
    return lam * (slope - 1) ** 2


def unit_slope() -> Proof:
    """Between x and y with f(y) - f(x) = |y - x| a 1-Lipschitz function has the slope one."""
    between, distance = x + t * (y - x), abs(y - x)
    attained = f(y).eq(f(x) + distance)
    slope = diff(f(u), u, between)
    return (
        Proof(
            f(between),
            name="unit_slope",
            title="The best critic has slope one between points that are coupled",
            source=SOURCE,
            chain="Between $x$ and $y$ the critic grows at most as fast as the distance from $x$",
            label="above",
        )
        .given(lipschitz(f, 1), differentiable(f), nonzero(y - x), attained)
        .eq(f(x) + (f(between) - f(x)))
        .le(f(x) + abs(between - x), by=lipschitz_inequality)
        .eq(f(x) + t * distance)
        .have(f(between), "Nor does it grow less, for it has to reach $y$", label="below")
        .eq(f(y) - (f(y) - f(between)))
        .ge(f(y) - abs(y - between), by=lipschitz_inequality)
        .eq(f(y) - (1 - t) * distance)
        .eq(f(x) + distance - (1 - t) * distance, by=hypothesis(attained))
        .eq(f(x) + t * distance)
        .infer(f(between).eq(f(x) + t * distance), by=antisymmetry, of=("above", "below"), label="segment")
        .have(slope * (y - x), "The derivative along the segment", label="rate")
        .eq(diff(f(between), t), by=differentiation)
        .eq(diff(f(x) + t * distance, t), by=by("segment", phrase="by the growth just shown"))
        .eq(distance, by=differentiation)
        .have(abs(slope), "So the slope has the absolute value one", label="slope")
        .eq(abs(slope * (y - x)) / distance)
        .eq(abs(distance) / distance, by=by("rate", phrase="by the derivative along the segment"))
        .eq(1)
        .have(penalty(abs(slope)), "The penalty does not disturb it: there it is zero")
        .eq(penalty(one), by=by("slope", phrase="since the slope has the absolute value one"))
        .eq(0)
        .shows(abs(slope).eq(1))
    )


d = integer("d")
w, z = vector("w", d), vector("x", d)
q = Density("q", Vectors(d))
norm = sqrt(Dot(w, w))


def gradient_penalty() -> Proof:
    """The penalty of the linear critic w'x + b is lambda (|w| - 1)^2, wherever it is taken."""
    slope = Gradient(Dot(w, z) + b, z, z)
    steepness = sqrt(Dot(slope, slope))
    return (
        Proof(
            steepness,
            name="gradient_penalty",
            title="The gradient penalty of a linear critic",
            source=SOURCE,
            chain="The gradient of the critic is $w$ at every point",
            label="slope",
        )
        .given(density(q), Dot(w, w) > 0, lam >= 0)
        .eq(norm, by=differentiation_by_a_vector)
        .have(E(penalty(steepness), z, q), "The mean penalty is the same for every law of the points")
        .eq(E(penalty(norm), z, q), by=by("slope", phrase="by the gradient just computed"))
        .eq(penalty(norm), by=linearity)
        .have(Gradient(penalty(norm), w, w), "Its gradient draws the norm of $w$ towards one")
        .eq(2 * lam * (norm - 1) / norm * w, by=differentiation_by_a_vector)
        .shows(E(penalty(steepness), z, q).eq(penalty(norm)))
    )
