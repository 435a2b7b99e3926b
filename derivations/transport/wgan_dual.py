r"""Weak duality: what a critic of a Wasserstein GAN gains is at most the distance of the two laws.

A coupling of two laws P and Q on R^d is a pair of random variables X ~ P and Y ~ Q on one space: P and Q are the laws
of X(omega) and Y(omega) for omega ~ r.  The bound holds for every coupling, and so for the least cost, W_1(P, Q).
That the best critic attains it is the strong half of the theorem, of which no use is made.
"""

from proofs import Proof
from proofs.language import (
    W1,
    Abstract,
    Density,
    Dot,
    E,
    Function,
    Pushforward,
    R,
    Var,
    Vectors,
    density,
    finite,
    integer,
    lipschitz,
    sqrt,
    vector,
)
from proofs.rules import least_cost, linearity, lipschitz_inequality, mean_of_image

d = integer("d")
Omega = Abstract("Omega")
omega, x = Var("omega", Omega), vector("x", d)
r = Density("r", Omega)
X, Y = Function("X", Omega, Vectors(d)), Function("Y", Omega, Vectors(d))
P, Q = Pushforward(X, r, "P"), Pushforward(Y, r, "Q")
f = Function("f", Vectors(d), R)

SOURCE = "Villani (2009), Optimal Transport, remark 6.5; Arjovsky, Chintala and Bottou (2017), Wasserstein GAN"


def wgan_dual() -> Proof:
    """E_P f - E_Q f <= E|X - Y| for every coupling and every f with the Lipschitz constant 1."""
    gain = E(f(x), x, P) - E(f(x), x, Q)
    gap = X(omega) - Y(omega)
    return (
        Proof(
            gain,
            name="wgan_dual",
            title="The gain of a critic is at most the Wasserstein distance",
            source=SOURCE,
            chain="For every coupling, the gain is at most its cost",
            label="coupling",
        )
        .given(density(r), lipschitz(f, 1), finite(E(f(X(omega)), omega, r)), finite(E(f(Y(omega)), omega, r)))
        .eq(E(f(X(omega)), omega, r) - E(f(Y(omega)), omega, r), by=mean_of_image)
        .eq(E(f(X(omega)) - f(Y(omega)), omega, r), by=linearity)
        .le(E(sqrt(Dot(gap, gap)), omega, r), by=lipschitz_inequality)
        .infer(gain <= W1(P, Q), by=least_cost, of=("coupling",), title="So it is at most the least cost")
    )
