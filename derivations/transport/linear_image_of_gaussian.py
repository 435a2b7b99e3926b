r"""The Wasserstein distance of order 2 between a Gaussian on R^d and its image under an affine map with a symmetric,
positive definite matrix A.

That map, which is the gradient of a convex function, is a coupling, and no other costs less: for all a and b
|A a - b|^2 >= 0 in the norm of A^{-1}, and so 2 a'b <= a'A a + b'A^{-1} b.
"""

from proofs import Proof, by
from proofs.language import (
    W2,
    Dot,
    E,
    Form,
    Identity,
    Inverse,
    Lambda,
    MatMul,
    MultivariateNormal,
    Pushforward,
    Term,
    Tr,
    integer,
    matrix,
    positive_definite,
    vector,
)
from proofs.rules import (
    affine_image,
    antisymmetry,
    coupling_bound,
    linearity,
    mean_of_quadratic_form,
    weak_duality,
)

d = integer("d")
x, y, mu, nu = (vector(name, d) for name in ("x", "y", "mu", "nu"))
Sigma, A = matrix("Sigma", d), matrix("A", d)
one = Identity(d)

SOURCE = (
    "Dowson and Landau (1982), The Frechet distance between multivariate normal distributions; Knott and Smith (1984)"
)


def linear_image_of_gaussian() -> Proof:
    """W_2^2 of N(mu, Sigma) and N(nu, A Sigma A), A symmetric and positive definite."""
    p, q = MultivariateNormal(mu, Sigma, "p"), MultivariateNormal(nu, A @ Sigma @ A, "q")
    begun = Proof(
        W2(p, q) ** 2,
        name="linear_image_of_gaussian",
        title="The Wasserstein distance between a Gaussian and its image under a positive definite matrix",
        source=SOURCE,
        chain=ABOVE,
        label="above",
    ).given(positive_definite(Sigma), positive_definite(A))
    return bounded(begun, p, q, A, Dot(mu - nu, mu - nu) + Tr(Sigma) + Tr(A @ Sigma @ A) - 2 * Tr(A @ Sigma))


ABOVE = "At most the cost of moving each point by the map"


def bounded(
    begun: Proof, p: MultivariateNormal, q: MultivariateNormal, A: Term, distance: Term, label: str | None = None
) -> Proof:
    """The squared distance by two bounds, A being a matrix that takes the one covariance to the other."""
    mu, nu = p.mean, q.mean
    moved = nu + MatMul((A, x - mu))
    image = Pushforward(Lambda(moved, x), p, "Q")
    a, b, gap = x - mu, y - nu, mu - nu
    square, bent, left = Dot(gap, gap), gap + (one - A) @ a, MatMul((A, a)) - b
    first, second = Form(a, A, a), Form(b, Inverse(A), b)
    f, g = Dot(x - nu, x - nu) - first, Dot(y - mu, y - mu) - second - square
    means = E(Dot(x - nu, x - nu), x, p) - E(first, x, p) + E(Dot(y - mu, y - mu), y, q) - E(second, y, q) - square
    traces = square + Tr(p.covariance) - Tr(MatMul((A, p.covariance))) + (square + Tr(q.covariance))
    return (
        begun.eq(W2(p, image) ** 2, by=affine_image)
        .le(E(Dot(x - moved, x - moved), x, p), by=coupling_bound)
        .eq(E(Dot(bent, bent), x, p))
        .eq(square + Tr((one - A) @ p.covariance @ (one - A)), by=mean_of_quadratic_form)
        .eq(distance)
        .have(Dot(x - y, x - y), "No two points are nearer than a function of each says", label="potentials")
        .eq(f + g + Form(left, Inverse(A), left))
        .ge(f + g)
        .infer(E(f, x, p) + E(g, y, q) <= W2(p, q) ** 2, by=weak_duality(p, q), of=("potentials",), label="dual")
        .have(W2(p, q) ** 2, "So no coupling costs less than that map", label="below")
        .ge(E(f, x, p) + E(g, y, q), by=by("dual", phrase="by the bound above"))
        .eq(means, by=linearity)
        .eq(traces - Tr(Inverse(A) @ q.covariance) - square, by=mean_of_quadratic_form)
        .eq(distance)
        .infer((W2(p, q) ** 2).eq(distance), by=antisymmetry, of=("above", "below"), label=label)
    )
