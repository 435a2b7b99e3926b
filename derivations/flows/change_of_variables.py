r"""The density of a transformed variable, with the sign of the log-determinant right in both directions."""

from proofs import Proof, by
from proofs.language import (
    Density,
    Det,
    Function,
    Jacobian,
    LogAbsDet,
    Pushforward,
    Vectors,
    density,
    diffeomorphism,
    integer,
    log,
    positive_density,
    vector,
)
from proofs.rules import pushforward_density

n = integer("n")
x, u = vector("x", n), vector("u", n)
f = Function("f", Vectors(n), Vectors(n))
p = Density("p", Vectors(n))
image = Pushforward(f, p)

SOURCE = "Papamakarios et al. (2021), Normalizing flows for probabilistic modeling and inference, section 2.1"


def change_of_variables() -> Proof:
    """log p_Y(f(x)) = log p_X(x) - log|det Df(x)|, and back."""
    derivative = Jacobian(f(u), u, x)
    return (
        Proof(
            log(image(f(x))),
            name="change_of_variables",
            title="The change of variables for densities",
            source=SOURCE,
            chain="From $x$ to $y = f(x)$",
            label="forward",
        )
        .given(density(p), positive_density(p), diffeomorphism(f))
        .eq(log(p(x) / abs(Det(derivative))), by=pushforward_density)
        .eq(log(p(x)) - LogAbsDet(derivative))
        .have(log(p(x)), "Back from $y = f(x)$ to $x$")
        .eq((log(p(x)) - LogAbsDet(derivative)) + LogAbsDet(derivative))
        .eq(log(image(f(x))) + LogAbsDet(derivative), by=by("forward", phrase="by the formula above"))
    )
