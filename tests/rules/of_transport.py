"""The rules about images, couplings, distances and laws on disjoint sets: instances, and steps they must refuse."""

from __future__ import annotations

from proofs import Proof
from proofs.language import (
    KL,
    W1,
    W2,
    Abstract,
    Column,
    Density,
    Diag,
    Dot,
    E,
    Exponential,
    Function,
    Gumbel,
    Identity,
    Interval,
    Lambda,
    Laplace,
    MultivariateNormal,
    Normal,
    Number,
    ProductLaw,
    Pushforward,
    R,
    Range,
    StudentT,
    Sum,
    Transpose,
    Uniform,
    Var,
    VectorOf,
    Vectors,
    Wasserstein,
    Zero,
    density,
    exp,
    finite,
    forall,
    integer,
    invertible,
    lipschitz,
    log,
    matrix,
    nonzero,
    oo,
    positive_definite,
    singular,
    sqrt,
    symbols,
    tanh,
    vector,
)
from proofs.rules import (
    additivity_of_wasserstein,
    affine_image,
    coupling_bound,
    divergence_of_singular,
    independent_coordinates,
    kantorovich_bound,
    least_cost,
    linearity,
    lipschitz_inequality,
    mean_of_image,
    monotone_coupling,
    vanishing_density,
    weak_duality,
)
from tests.rules.examples import Example, Inference

a, b, c, d, mu, nu, sigma, tau, x, y, u = symbols("a b c d mu nu sigma tau x y u")
Omega = Abstract("Omega")
w, X = Var("w", Omega), Var("x", Omega)
p, q, r = Density("p", Omega), Density("q", Omega), Density("r", Omega)
S, T = Function("S", Omega, R), Function("T", Omega, R)
plane = Vectors(Number(2))
V, Z = Function("V", Omega, plane), Function("Z", Omega, plane)
f = Function("f", R, R)
F = Function("F", plane, R)
v, z = vector("v", 2), vector("z", 2)
t = Var("t", Interval(Number(0), Number(1)))
normal, wide, unit = Normal(mu, sigma), Normal(nu, tau), Normal(0, 1)
image_of_normal = Pushforward(Lambda(a + b * u, u), unit)
segment = Pushforward(Lambda(Column((a, t)), t), Uniform(0, 1))
other_segment = Pushforward(Lambda(Column((b, t)), t), Uniform(0, 1))
PS, PT = Pushforward(S, r), Pushforward(T, r)
gap = V(w) - Z(w)
n = integer("n")
k = Var("k", Range(Number(1), n))
m, s, o = vector("m", n), vector("s", n), vector("o", n)
one, other = Normal(m[k], s[k]), Normal(o[k], 1)
product, standard = ProductLaw(one, k), ProductLaw(other, k)
spread = MultivariateNormal(m, Diag(VectorOf(s[k] ** 2, k)))
round_ = MultivariateNormal(o, Identity(n))
solid = MultivariateNormal(Zero(plane), Identity(Number(2)))
moved = MultivariateNormal(v, Identity(Number(2)))
positive = (forall(k, s[k] > 0),)
B, C, X_ = matrix("B", n), matrix("C", n), vector("X", n)
dense = MultivariateNormal(m, C)
turned, of_turned = Pushforward(Lambda(s + B @ X_, X_), dense), MultivariateNormal(s + B @ m, B @ C @ Transpose(B))
DENSE = positive_definite(C), invertible(B)
second_moments = finite(E(abs(T(w)) ** 2, w, r)), finite(E(abs(S(w)) ** 2, w, r))

EXAMPLES = [
    Example(mean_of_image, E(x**2, x, image_of_normal), E((a + b * u) ** 2, u, unit)),
    Example(mean_of_image, E(exp(x), x, PT), E(exp(T(w)), w, r), (density(r),)),
    Example(mean_of_image, E(v[1] * v[2], v, segment), E(a * t, t, Uniform(0, 1))),
    Example(coupling_bound, W1(PT, PS), E(abs(T(w) - S(w)), w, r), (density(r),), symbol="<="),
    Example(coupling_bound, W2(PT, PS) ** 2, E((T(w) - S(w)) ** 2, w, r), (density(r), *second_moments), symbol="<="),
    Example(
        coupling_bound,
        W1(Pushforward(V, r), Pushforward(Z, r)),
        E(sqrt(Dot(gap, gap)), w, r),
        (density(r),),
        symbol="<=",
    ),
    Example(
        coupling_bound,
        W1(unit, image_of_normal),
        E(abs(u - (a + b * u)), u, unit),
        symbol="<=",
    ),
    Example(affine_image, W2(dense, turned) ** 2, W2(dense, of_turned) ** 2, DENSE),
    Example(affine_image, W2(turned, dense), W2(of_turned, dense), DENSE),
    Example(affine_image, E(Dot(m, X_), X_, turned), E(Dot(m, X_), X_, of_turned), DENSE),
    Example(
        affine_image,
        W2(dense, Pushforward(Lambda(-X_ / a, X_), dense)),
        W2(dense, MultivariateNormal(-m / a, C / a**2)),
        (positive_definite(C), nonzero(a)),
    ),
    Example(
        monotone_coupling,
        W2(normal, wide) ** 2,
        E((mu + sigma * u - (nu + tau * u)) ** 2, u, unit),
        (sigma > 0, tau > 0),
    ),
    Example(monotone_coupling, W2(wide, unit), sqrt(E((nu + tau * u - u) ** 2, u, unit)), (tau > 0,)),
    Example(
        monotone_coupling,
        W1(Uniform(a, b), Uniform(c, d)),
        E(abs(a + (b - a) * t - (c + (d - c) * t)), t, Uniform(0, 1)),
        (a < b, c < d),
    ),
    Example(
        monotone_coupling,
        W1(Laplace(mu, sigma), Laplace(nu, tau)),
        E(abs(mu + sigma * u - (nu + tau * u)), u, Laplace(0, 1)),
        (sigma > 0, tau > 0),
    ),
    Example(
        monotone_coupling,
        W2(image_of_normal, unit) ** 2,
        E((a + b * u - (Number(0) + Number(1) * u)) ** 2, u, unit),
        (b > 0,),
    ),
    Example(additivity_of_wasserstein, W2(product, standard) ** 2, Sum(W2(one, other) ** 2, k), positive),
    Example(additivity_of_wasserstein, W2(product, standard), sqrt(Sum(W2(one, other) ** 2, k)), positive),
    Example(independent_coordinates, W2(spread, round_) ** 2, W2(product, standard) ** 2, positive),
    Example(
        kantorovich_bound,
        E(tanh(x), x, normal) - E(tanh(x), x, wide),
        W1(normal, wide),
        (sigma > 0, tau > 0),
        symbol="<=",
    ),
    Example(kantorovich_bound, E(abs(v[1]), v, segment) - E(abs(v[1]), v, other_segment), W1(segment, other_segment),
            symbol="<="),
    Example(
        kantorovich_bound,
        E(f(x), x, PT) - E(f(x), x, PS),
        W1(PT, PS),
        (density(r), lipschitz(f, 1), finite(E(f(T(w)), w, r)), finite(E(f(S(w)), w, r))),
        symbol="<=",
    ),
    Example(lipschitz_inequality, f(a) - f(b), c * abs(a - b), (lipschitz(f, c),), symbol="<="),
    Example(lipschitz_inequality, abs(f(a) - f(b)), abs(a - b), (lipschitz(f, 1),), symbol="<="),
    Example(lipschitz_inequality, F(v) - F(z), sqrt(Dot(v - z, v - z)), (lipschitz(F, 1),), symbol="<="),
    Example(divergence_of_singular, KL(p, q), oo, (density(p), density(q), singular(p, q))),
    Example(divergence_of_singular, KL(segment, other_segment), oo, (nonzero(a - b),)),
    Example(
        vanishing_density,
        E(exp(-q(X)), X, p),
        E(exp(-Number(0)), X, p),
        (density(p), density(q), singular(p, q)),
    ),
]  # fmt: skip

REFUSED = [
    Example(mean_of_image, E(x**2, x, image_of_normal), E((a + b * u) ** 2, u, normal), (sigma > 0,)),
    Example(mean_of_image, E(x**2, x, image_of_normal), E(a + b * u**2, u, unit)),
    Example(mean_of_image, E(exp(x), x, PT), E(exp(S(w)), w, r), (density(r),)),
    Example(coupling_bound, W1(PT, PS), E(abs(T(w) - S(w)), w, r), (density(r),), symbol=">="),
    Example(coupling_bound, W1(PT, PS), E(abs(T(w) - S(w)), w, r), (density(r),)),
    Example(coupling_bound, W1(PT, Pushforward(S, p)), E(abs(T(w) - S(w)), w, r), (density(r), density(p)),
            symbol="<="),
    Example(coupling_bound, W1(PT, PS), E((T(w) - S(w)) ** 2, w, r), (density(r),), symbol="<="),
    Example(coupling_bound, W2(PT, PS), E(abs(T(w) - S(w)), w, r), (density(r),), symbol="<="),
    Example(coupling_bound, W2(PT, PS) ** 2, E((T(w) - S(w)) ** 2, w, r), (density(r),), symbol="<="),
    Example(coupling_bound, W1(wide, image_of_normal), E(abs(u - (a + b * u)), u, unit), (tau > 0,), symbol="<="),
    Example(coupling_bound, W1(unit, image_of_normal), E(abs(u - (a - b * u)), u, unit), symbol="<="),
    Example(affine_image, W2(dense, turned) ** 2, W2(dense, MultivariateNormal(s + B @ m, C)) ** 2, DENSE),
    Example(affine_image, W2(dense, turned) ** 2, W2(dense, MultivariateNormal(B @ m, B @ C @ Transpose(B))) ** 2,
            DENSE),
    Example(affine_image, W2(dense, turned) ** 2,
            W2(dense, MultivariateNormal(s + B @ m, Transpose(B) @ C @ B)) ** 2, DENSE),
    Example(affine_image, W2(dense, Pushforward(Lambda(X_[1] * X_, X_), dense)),
            W2(dense, MultivariateNormal(m[1] * m, C)), (positive_definite(C), n >= 1)),
    Example(monotone_coupling, W2(normal, wide), E((mu + sigma * u - (nu + tau * u)) ** 2, u, unit),
            (sigma > 0, tau > 0)),
    Example(monotone_coupling, W2(normal, wide) ** 2, E((mu + sigma * u - (nu - tau * u)) ** 2, u, unit),
            (sigma > 0, tau > 0)),
    Example(monotone_coupling, W2(image_of_normal, unit) ** 2, E((a + b * u - (0 + 1 * u)) ** 2, u, unit), (b < 0,)),
    Example(monotone_coupling, W1(Laplace(mu, sigma), Normal(nu, tau)), E(abs(mu + sigma * u - (nu + tau * u)), u, unit),
            (sigma > 0, tau > 0)),
    Example(monotone_coupling, W1(StudentT(3, mu, sigma), StudentT(5, nu, tau)),
            E(abs(mu + sigma * u - (nu + tau * u)), u, StudentT(3, 0, 1)), (sigma > 0, tau > 0)),
    Example(monotone_coupling, W1(Gumbel(mu, sigma), Gumbel(nu, tau)), E(abs(mu - nu + (sigma - tau) * u), u, unit),
            (sigma > 0, tau > 0)),
    Example(monotone_coupling, Wasserstein(segment, other_segment, 1), E(abs(a - b), t, Uniform(0, 1))),
    Example(monotone_coupling, W1(Exponential(a), Exponential(b)), E(abs(a * t - b * t), t, Exponential(1)),
            (a > 0, b > 0)),
    Example(additivity_of_wasserstein, W2(product, standard), Sum(W2(one, other), k), positive),
    Example(additivity_of_wasserstein, W2(product, standard) ** 2, Sum(W2(one, other), k), positive),
    Example(additivity_of_wasserstein, W2(product, standard), Sum(W2(one, other) ** 2, k), positive),
    Example(additivity_of_wasserstein, W1(product, standard), Sum(W1(one, other), k), positive),
    Example(additivity_of_wasserstein, W1(product, standard) ** 2, Sum(W1(one, other) ** 2, k), positive),
    Example(additivity_of_wasserstein, W2(product, standard) ** 2, Sum(W2(one, one) ** 2, k), positive),
    Example(additivity_of_wasserstein, W2(ProductLaw(moved, k), ProductLaw(solid, k)) ** 2,
            Sum(W2(moved, solid) ** 2, k)),
    Example(independent_coordinates, W2(spread, round_) ** 2, W1(product, standard) ** 2, positive),
    Example(independent_coordinates, W2(spread, round_) ** 2, W2(product, standard) ** 2, (forall(k, s[k] < 0),)),
    Example(kantorovich_bound, E(x**2, x, normal) - E(x**2, x, wide), W1(normal, wide), (sigma > 0, tau > 0),
            symbol="<="),
    Example(kantorovich_bound, E(2 * x, x, normal) - E(2 * x, x, wide), W1(normal, wide), (sigma > 0, tau > 0),
            symbol="<="),
    Example(kantorovich_bound, E(x, x, normal) - E(tanh(x), x, wide), W1(normal, wide), (sigma > 0, tau > 0),
            symbol="<="),
    Example(kantorovich_bound, E(x, x, normal) + E(x, x, wide), W1(normal, wide), (sigma > 0, tau > 0), symbol="<="),
    Example(kantorovich_bound, E(v[1] + v[2], v, segment) - E(v[1] + v[2], v, other_segment),
            W1(segment, other_segment), symbol="<="),
    Example(kantorovich_bound, E(f(x), x, normal) - E(f(x), x, wide), W1(normal, wide),
            (sigma > 0, tau > 0, lipschitz(f, 2), finite(E(f(x), x, normal)), finite(E(f(x), x, wide))), symbol="<="),
    Example(lipschitz_inequality, f(a) - f(b), abs(a - b), (lipschitz(f, 2),), symbol="<="),
    Example(lipschitz_inequality, f(a) - f(b), a - b, (lipschitz(f, 1),), symbol="<="),
    Example(lipschitz_inequality, f(a) + f(b), abs(a - b), (lipschitz(f, 1),), symbol="<="),
    Example(divergence_of_singular, KL(p, q), oo, (density(p), density(q))),
    Example(divergence_of_singular, KL(p, r), oo, (density(p), density(q), density(r), singular(p, q))),
    Example(divergence_of_singular, KL(segment, other_segment), oo),
    Example(vanishing_density, E(exp(-q(X)), X, p), E(exp(-Number(0)), X, p), (density(p), density(q))),
    Example(vanishing_density, E(exp(-q(X)), X, r), E(exp(-Number(0)), X, r),
            (density(p), density(q), density(r), singular(p, q))),
    Example(vanishing_density, E(log(p(X)), X, p), E(log(Number(0)), X, p), (density(p), density(q), singular(p, q))),
]  # fmt: skip


# ---------------------------------------------------------------------------------------------------------------------
# inferences from what is shown, not supposed: of a coupling that is supposed to do something, more is known than its laws

PV, PZ = Pushforward(V, r), Pushforward(Z, r)
LIPSCHITZ = density(r), lipschitz(F, 1), finite(E(F(V(w)), w, r)), finite(E(F(Z(w)), w, r))
cost = E(sqrt(Dot(gap, gap)), w, r)
gain = E(F(v), v, PV) - E(F(v), v, PZ)
on_space = E(F(V(w)) - F(Z(w)), w, r)


def shown(start, *hypotheses):
    """The theorem that the start is at most the mean distance."""
    proof = Proof(start).given(*hypotheses)
    if start is gain:
        proof = proof.eq(E(F(V(w)), w, r) - E(F(Z(w)), w, r), by=mean_of_image).eq(on_space, by=linearity)
    return proof.le(cost, by=lipschitz_inequality).theorem


by_laws = shown(gain, *LIPSCHITZ)
more_known = (*LIPSCHITZ, finite(E(Dot(V(w), Z(w)), w, r)))


# potentials: (x - y)^2 is x^2/2 - y^2 and half the square of x - 2 y
POSITIVE = sigma > 0, tau > 0
low, high = x**2 / 2, -(y**2)
below = Proof((x - y) ** 2).eq(low + high + (x - 2 * y) ** 2 / 2).ge(low + high)
worth = E(low, x, normal) + E(high, y, wide)
steep = Proof(f(x) - f(y)).given(lipschitz(f, 1)).le(abs(x - y), by=lipschitz_inequality)
FINITE = finite(E(f(x), x, normal)), finite(E(f(x), x, wide))
far = (x - y) ** 2 >= 3  # which is supposed of two points, and holds for no coupling
NORMALS = normal, wide

INFERENCES = [
    Inference(least_cost, (by_laws,), gain <= W1(PV, PZ), LIPSCHITZ),
    Inference(weak_duality, (below.theorem,), worth <= W2(*NORMALS) ** 2, POSITIVE, NORMALS),
    Inference(
        weak_duality,
        (steep.theorem,),
        E(f(x), x, normal) + E(-f(y), y, wide) <= W1(*NORMALS),
        (*POSITIVE, lipschitz(f, 1), *FINITE),
        NORMALS,
    ),
]

REFUSED_INFERENCES = [
    Inference(least_cost, (by_laws,), gain >= W1(PV, PZ), LIPSCHITZ),
    Inference(least_cost, (by_laws,), gain <= W1(PV, PV), LIPSCHITZ),
    Inference(least_cost, (by_laws,), gain <= W2(PV, PZ), LIPSCHITZ),
    Inference(least_cost, (shown(on_space, *LIPSCHITZ),), on_space <= W1(PV, PZ), LIPSCHITZ),
    Inference(least_cost, (shown(gain, *more_known),), gain <= W1(PV, PZ), more_known),
    Inference(least_cost, (gain <= cost,), gain <= W1(PV, PZ), LIPSCHITZ),
    Inference(weak_duality, (below.theorem,), worth >= W2(*NORMALS) ** 2, POSITIVE, NORMALS),
    Inference(weak_duality, (below.theorem,), worth <= W2(*NORMALS), POSITIVE, NORMALS),
    Inference(weak_duality, (below.theorem,), worth <= W2(wide, normal) ** 2, POSITIVE, (wide, normal)),
    Inference(weak_duality, (steep.theorem,), E(f(x), x, normal) + E(-f(y), y, wide) <= W1(*NORMALS),
              (*POSITIVE, lipschitz(f, 1)), NORMALS),
    Inference(weak_duality, (far,), E(Number(3), x, normal) + E(Number(0), y, wide) <= W2(*NORMALS) ** 2, POSITIVE,
              NORMALS),
]  # fmt: skip
