r"""Two uniform laws on parallel segments of the plane: what each divergence says of the gap theta between them.

P is the law of (0, u) and Q the law of (theta, u) for u ~ U(0, 1); a point mass has no density, and none is written.
For theta != 0 the two live on disjoint segments: the Kullback-Leibler divergence is infinite since Q does not dominate
P, and the Jensen-Shannon divergence is log 2, through densities with respect to (P + Q)/2, which dominates both.  The
Wasserstein distance is the gap: moving each point across is one coupling, and no cheaper one exists, by the function
|x_1|, which has the Lipschitz constant 1.
"""

from proofs import Proof, by
from proofs.language import (
    JS,
    KL,
    W1,
    Column,
    Dot,
    E,
    Interval,
    Lambda,
    Limit,
    Number,
    Pushforward,
    Uniform,
    Var,
    Vectors,
    diff,
    log,
    nonzero,
    oo,
    sign,
    sqrt,
    symbols,
    vector,
)
from proofs.rules import (
    antisymmetry,
    coupling_bound,
    differentiation,
    divergence_of_singular,
    kantorovich_bound,
    limit_at_the_point,
    limit_of_constant,
    linearity,
    mean_of_image,
    triangle_inequality,
)

from ..divergences import jensen_shannon as js
from ..divergences import of_itself as same

theta, eta = symbols("theta eta")
plane = Vectors(Number(2))
x = vector("x", Number(2))
u = Var("u", Interval(Number(0), Number(1)))
unit = Uniform(0, 1)
P = Pushforward(Lambda(Column((Number(0), u)), u), unit, "P")

SOURCE = "Arjovsky, Chintala and Bottou (2017), Wasserstein GAN, example 1"


Q = Pushforward(Lambda(Column((theta, u)), u), unit, "Q")
Q_other = Pushforward(Lambda(Column((eta, u)), u), unit, "Q_eta")


def parallel_lines() -> Proof:
    """W_1(P, Q) = |theta|, for every theta."""
    across, critic = Column((Number(0), u)) - Column((theta, u)), -abs(x[1])
    return (
        Proof(
            W1(P, Q),
            name="parallel_lines",
            title="The Wasserstein distance between two parallel segments",
            source=SOURCE,
            chain="At most the gap: move each point straight across",
            label="above",
        )
        .le(E(sqrt(Dot(across, across)), u, unit), by=coupling_bound)
        .eq(E(abs(theta), u, unit))
        .eq(abs(theta), by=linearity)
        .have(W1(P, Q), "At least the gap: the distance from the axis has the Lipschitz constant 1", label="below")
        .ge(E(critic, x, P) - E(critic, x, Q), by=kantorovich_bound)
        .eq(E(-abs(Number(0)), u, unit) - E(-abs(theta), u, unit), by=mean_of_image)
        .eq(abs(theta), by=linearity)
        .infer(W1(P, Q).eq(abs(theta)), by=antisymmetry, of=("above", "below"))
    )


def disjoint_lines() -> Proof:
    """KL(P, Q) = oo, JS(P, Q) = log 2, W_1(P, Q) = |theta|, for theta != 0."""
    on_the_plane = {js.X: plane, js.p: P, js.q: Q}
    return (
        Proof(
            KL(P, Q),
            name="disjoint_lines",
            title="Divergences between two segments that have no point in common",
            source=SOURCE,
            chain="The Kullback-Leibler divergence is infinite",
        )
        .given(nonzero(theta))
        .using(disjoint=js.jensen_shannon_disjoint(), distance=parallel_lines())
        .eq(oo, by=divergence_of_singular)
        .have(JS(P, Q), "The Jensen-Shannon divergence has its largest value")
        .eq(log(Number(2)), by=by("disjoint", on_the_plane, phrase="since the segments are disjoint"))
        .have(W1(P, Q), "The Wasserstein distance is the gap")
        .eq(abs(theta), by=by("distance", phrase="by the coupling and the bound above"))
    )


def coinciding_lines() -> Proof:
    """KL(P, P) = JS(P, P) = W_1(P, P) = 0: for theta = 0 Q is P."""
    there, no_gap = {same.X: plane, same.p: P}, {theta: Number(0)}
    return (
        Proof(
            KL(P, P),
            name="coinciding_lines",
            title="Divergences between two segments that coincide",
            source=SOURCE,
            chain="Without a gap the two laws are one, and the Kullback-Leibler divergence vanishes",
        )
        .using(kl=same.kl_of_itself(), js=same.jensen_shannon_of_itself(), distance=parallel_lines())
        .eq(0, by=by("kl", there, phrase="since the laws are one"))
        .have(JS(P, P), "So does the Jensen-Shannon divergence")
        .eq(0, by=by("js", there, phrase="since the laws are one"))
        .have(W1(P, P), "And the Wasserstein distance")
        .eq(abs(Number(0)), by=by("distance", no_gap, phrase="by the formula for every gap"))
        .eq(0)
    )


def divergences_along_theta() -> Proof:
    """In theta the Wasserstein distance is continuous, with the slope sign(theta); the divergences jump at 0."""
    on_the_plane, there = {js.X: plane, js.p: P, js.q: Q}, {same.X: plane, same.p: P}
    return (
        Proof(
            W1(P, Q_other),
            name="divergences_along_theta",
            title="What a change of the gap does to the divergences and to the distance",
            source=SOURCE,
            chain="The distance changes by no more than the gap does, and so continuously",
        )
        .using(
            distance=parallel_lines(),
            disjoint=js.jensen_shannon_disjoint(),
            kl=same.kl_of_itself(),
            js=same.jensen_shannon_of_itself(),
        )
        .eq(abs(eta), by=by("distance", {theta: eta}, phrase="by the formula for every gap"))
        .eq(abs(theta + (eta - theta)))
        .le(abs(theta) + abs(eta - theta), by=triangle_inequality)
        .eq(W1(P, Q) + abs(eta - theta), by=by("distance", phrase="by the formula for every gap"))
        .have(
            diff(abs(theta), theta),
            "Where the gap is not zero, the distance has a slope, which says where to go",
            suppose=(nonzero(theta),),
        )
        .eq(sign(theta), by=differentiation)
        .have(
            JS(P, Q) - JS(P, P),
            "The Jensen-Shannon divergence jumps, however small the gap",
            suppose=(nonzero(theta),),
        )
        .eq(log(Number(2)) - JS(P, P), by=by("disjoint", on_the_plane, phrase="since the segments are disjoint"))
        .eq(log(Number(2)) - 0, by=by("js", there, phrase="since the laws are one"))
        .eq(log(Number(2)))
        .have(KL(P, Q), "So does the Kullback-Leibler divergence, to infinity", suppose=(nonzero(theta),))
        .eq(oo, by=divergence_of_singular)
        .have(KL(P, P), "Without a gap it is zero")
        .eq(0, by=by("kl", there, phrase="since the laws are one"))
        .shows(W1(P, Q_other) <= W1(P, Q) + abs(eta - theta))
    )


def divergences_as_the_gap_closes() -> Proof:
    """As theta tends to 0 the divergences keep the values oo and log 2, though both are 0 for theta = 0."""
    on_the_plane, nothing = {js.X: plane, js.p: P, js.q: Q}, Number(0)
    return (
        Proof(
            Limit(JS(P, Q), theta, nothing),
            name="divergences_as_the_gap_closes",
            title="What the divergences tend to as the gap closes",
            source=SOURCE,
            chain="The Jensen-Shannon divergence does not tend to 0, its value without a gap",
        )
        .using(disjoint=js.jensen_shannon_disjoint())
        .eq(
            Limit(log(Number(2)), theta, nothing),
            by=by("disjoint", on_the_plane, phrase="since the segments are disjoint"),
        )
        .eq(log(Number(2)), by=limit_of_constant)
        .have(Limit(KL(P, Q), theta, nothing), "Neither does the Kullback-Leibler divergence")
        .eq(Limit(oo, theta, nothing), by=divergence_of_singular)
        .eq(oo, by=limit_of_constant)
        .have(Limit(abs(theta), theta, nothing), "The distance does: it is continuous there, too")
        .eq(abs(nothing), by=limit_at_the_point)
        .eq(0)
    )
