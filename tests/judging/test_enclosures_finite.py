"""Finite worlds: definitions over atoms, infinities, null atoms, joint tables, derivatives, matrices, maps."""

import itertools
import random
from fractions import Fraction as F

import pytest
from flint import fmpq

from proofs import language as L
from proofs.judging.numbers import Evaluator, evaluate
from proofs.judging.world import FiniteSpace, World
from proofs.language import (
    KL,
    AlmostEverywhere,
    Block,
    Cases,
    CrossEntropy,
    Derivative,
    Det,
    Diag,
    E,
    Form,
    FunctionalDerivative,
    Glue,
    H,
    Identity,
    Iff,
    Int,
    Inverse,
    Iterate,
    Jacobian,
    Lambda,
    LogAbsDet,
    Marginal,
    MatProd,
    Mixture,
    MultivariateNormal,
    Normal,
    Number,
    Prod,
    ProductLaw,
    Pushforward,
    R,
    Range,
    Sum,
    Tr,
    Transpose,
    Var,
    VectorOf,
    Zero,
    density,
    dominated,
    exp,
    finite,
    forall,
    half,
    index,
    integer,
    invertible,
    log,
    matrix,
    positive_definite,
    positive_density,
    sin,
    symbols,
    tanh,
    vector,
)

X = L.Abstract("X")
x, z, p, q = Var("x", X), Var("z", X), L.Density("p", X), L.Density("q", X)
lam = symbols("lambda")


def two(p_values, q_values, weights=(1, 1), **values):
    space = FiniteSpace(tuple(map(F, weights)))
    return World({p: tuple(map(F, p_values)), q: tuple(map(F, q_values)), **values}, {"X": space})


GENERIC = two(("1/5", "3/10", "1/2"), ("1/6", "1/3", "1/2"), (1, 1, 1))
UNEQUAL = two(("1/2", "1/4", 7), ("1/4", "3/8", 9), (1, 2, 0))  # a null atom, where p and q differ
CORNER = two(("1/2", "1/2"), (1, 0))
DISJOINT = two((1, 0), (0, 1))


@pytest.mark.parametrize("world", [GENERIC, UNEQUAL], ids=["generic", "unequal"])
def test_definitions_of_divergence_and_entropy(world):
    judge = Evaluator(world)
    for left, right in [
        (KL(p, q), E(log(p(x) / q(x)), x, p)),
        (KL(p, q), E(log(p(x)) - log(q(x)), x, p)),
        (KL(p, q), Int(p(x) * log(p(x) / q(x)), x)),
        (KL(p, q), CrossEntropy(p, q) - H(p)),
        (H(p), -Int(p(x) * log(p(x)), x)),
        (E(p(x) / q(x), x, q), Number(1)),
    ]:
        assert judge.agree(left, right) == "agree"
    assert judge.agree(KL(p, q), KL(q, p)) == "disagree"
    assert evaluate(KL(p, p), world).exact == 0
    weights = world.spaces["X"].weights
    by_hand = sum(
        w * a * log_ratio(a, b) for w, a, b in zip(weights, world.values[p], world.values[q], strict=True) if w
    )
    assert abs(float(judge.value(KL(p, q)).ball) - by_hand) < 1e-12


def log_ratio(a, b):
    import math

    return math.log(a / b)


def test_infinities_are_values():
    assert evaluate(KL(p, q), CORNER).kind == "oo"
    assert evaluate(KL(q, p), CORNER).ball.overlaps(evaluate(log(Number(2)), CORNER).ball)
    assert evaluate(E(p(x) / q(x), x, q), CORNER).exact == fmpq(1, 2)
    assert evaluate(E(log(q(x)), x, p), CORNER).kind == "-oo"
    assert evaluate(E(log(q(x)) - log(p(x)), x, p), CORNER).kind == "-oo"
    assert evaluate(KL(p, q) - KL(p, q), CORNER).kind == "undefined"
    assert evaluate(exp(-KL(p, q)), CORNER).exact == 0
    assert evaluate(1 / KL(p, q), CORNER).exact == 0
    assert evaluate(0 * KL(p, q), CORNER).kind == "undefined"
    assert evaluate(KL(p, q), DISJOINT).kind == "oo" and evaluate(KL(q, p), DISJOINT).kind == "oo"
    assert evaluate(E(log(q(x)) - log(p(x)), x, Mixture((half, half), (p, q))), DISJOINT).kind == "undefined"
    judge = Evaluator(CORNER)
    assert judge.agree(KL(p, q), E(log(p(x)) - log(q(x)), x, p)) == "agree"
    assert judge.agree(KL(p, q), KL(q, p)) == "disagree"


def test_null_atoms_do_not_count():
    """Neither for integrals nor for statements that hold almost everywhere; at the atom itself things have values."""
    judge = Evaluator(two(("1/2", "1/4", 7), ("1/2", "1/4", 0), (1, 2, 0)))
    assert judge.truth(AlmostEverywhere(p, q)) is True
    assert judge.truth(dominated(p, q)) is True
    assert judge.value(KL(p, q)).exact == 0
    assert judge.value(E(1 / q(x), x, q)).exact == 3


def test_log_of_zero_and_division_by_zero_have_no_value_outside_an_integral():
    world = two(("1/2", "1/2"), (1, 0), **{})
    world.values[z] = 1
    assert evaluate(log(q(z)), world).kind == "undefined"
    assert evaluate(p(z) / q(z), world).kind == "undefined"
    assert evaluate(E(1 / q(x), x, p), world).kind == "undefined"
    assert evaluate(E(1 / q(x), x, q), world).exact == 1
    assert evaluate(Int(q(x) * log(q(x)), x), world).exact == 0


def test_truth_of_statements():
    judge = Evaluator(GENERIC)
    assert all(judge.truth(s) for s in (density(p), positive_density(p), dominated(p, q), finite(KL(p, q))))
    assert judge.truth(KL(p, q) >= 0) is True and judge.truth(KL(p, q) < 0) is False
    assert judge.truth(AlmostEverywhere(p, q)) is False
    assert judge.truth(Iff(KL(p, q).eq(0), AlmostEverywhere(p, q))) is True
    assert judge.truth(KL(p, q).eq(E(log(p(x) / q(x)), x, p))) is None  # balls that overlap prove no equality
    assert judge.truth(E(p(x) / q(x), x, q).eq(1)) is True
    corner = Evaluator(CORNER)
    assert corner.truth(dominated(q, p)) is True and corner.truth(dominated(p, q)) is False
    assert corner.truth(positive_density(q)) is False and corner.truth(finite(KL(p, q))) is False
    assert corner.truth(KL(p, q) > 10**9) is True
    assert corner.truth(E(p(x) / q(x), x, q).eq(1)) is False
    assert Evaluator(two((1, 1), (1, 0))).truth(density(p)) is False
    assert Evaluator(two(("3/2", "-1/2"), (1, 0))).truth(density(p)) is False
    n, j = integer("n"), index("j", 1, integer("n"))
    s = vector("s", n)
    world = World({n: 2, s: (F(1), F(-2))})
    assert Evaluator(world).truth(forall(j, s[j] > 0)) is False
    assert Evaluator(world).truth(forall(j, s[j] > -3)) is True


@pytest.mark.parametrize("world", [GENERIC, UNEQUAL], ids=["generic", "unequal"])
@pytest.mark.parametrize("atom", [0, 1])
def test_functional_derivatives(world, atom):
    world = World({**world.values, z: atom, lam: F(3, 7)}, world.spaces)
    judge = Evaluator(world)
    one = Int(q(x), x)
    assert (
        judge.value(FunctionalDerivative(KL(p, q) + lam * (one - 1), q, z)).exact
        == judge.value(-p(z) / q(z) + lam).exact
    )
    assert judge.agree(FunctionalDerivative(KL(q, p), q, z), log(q(z) / p(z)) + 1) == "agree"
    assert judge.agree(FunctionalDerivative(H(q), q, z), -log(q(z)) - 1) == "agree"
    assert judge.value(FunctionalDerivative(E(p(x) ** 2, x, q), q, z)).exact == judge.value(p(z) ** 2).exact
    assert judge.agree(FunctionalDerivative(log(one), q, z), 1 / one) == "agree"
    assert judge.agree(FunctionalDerivative(KL(q, p), q, z), log(q(z) / p(z))) == "disagree"


def test_a_functional_derivative_needs_mass_and_finiteness():
    null = World({**UNEQUAL.values, z: 2}, UNEQUAL.spaces)
    assert evaluate(FunctionalDerivative(KL(p, q), q, z), null).kind == "undefined"
    corner = World({**CORNER.values, z: 1}, CORNER.spaces)
    assert evaluate(FunctionalDerivative(KL(p, q), q, z), corner).kind == "undefined"


M, j = integer("M"), integer("j")
I = Range(Number(1), M)
S = L.Product("Z", I)
Z, i, factor, P = Var("Z", S), Var("i", I), L.DensityFamily("q", S), L.Density("P", S)
z_j, W = Var("z_j", L.Slot("Z", j)), Var("W", L.without(S, j))
Q = ProductLaw(factor[i], i)


other = Var("k", L.Without(I, j))


def joint_world(at):
    rng = random.Random(5)
    sizes = (2, 3, 2)
    counts = {key: F(rng.randint(1, 9)) for key in itertools.product(*map(range, sizes))}
    members = {}
    for place, size in enumerate(sizes):
        raw = [F(rng.randint(1, 7)) for _ in range(size)]
        members[place + 1] = tuple(r / sum(raw) for r in raw)
    values = {
        M: 3,
        j: at,
        z_j: 1,
        lam: F(5, 7),
        P: {k: c / sum(counts.values()) for k, c in counts.items()},
        factor: members,
    }
    return World(values, {("Z", k + 1): FiniteSpace((F(1),) * size) for k, size in enumerate(sizes)})


@pytest.mark.parametrize("at", [1, 2, 3])
def test_joint_densities(at):
    world = joint_world(at)
    judge = Evaluator(world)
    by_hand = sum(c for key, c in world.values[P].items() if key[at - 1] == 1)
    assert judge.value(Marginal(P, j)(z_j)).exact == fmpq(by_hand.numerator, by_hand.denominator)
    for left, right in [
        (Int(P(Z), Z), Number(1)),
        (Int(P(Glue(j, z_j, W)), W), Marginal(P, j)(z_j)),
        (Int(Int(P(Glue(j, z_j, W)), W), z_j), Number(1)),
        (KL(P, Q), E(log(P(Z)), Z, P) - Sum(E(log(factor[i](Z[i])), Z, P), i)),
        (KL(P, Q), E(log(P(Z)) - log(Q(Z)), Z, P)),
        (E(log(factor[j](Z[j])), Z, P), E(log(factor[j](z_j)), z_j, Marginal(P, j))),
        (H(Q), Sum(H(factor[i]), i)),
        (Q(Glue(j, z_j, W)), factor[j](z_j) * Prod(factor[other](W[other]), other)),
        (FunctionalDerivative(KL(P, Q) + lam * (Int(factor[j](z_j), z_j) - 1), factor[j], z_j),
         -Marginal(P, j)(z_j) / factor[j](z_j) + lam),
    ]:  # fmt: skip
        if W in left.free | right.free:
            left, right = Int(left, W), Int(right, W)
        assert judge.agree(left, right) == "agree", left
    assert judge.agree(KL(P, Q), KL(Q, P)) == "disagree"
    beyond = FunctionalDerivative(KL(P, Q), factor[j + 3], z_j)
    assert judge.value(beyond).kind == "undefined"


d = integer("d")
A, B, mu, nu, v = matrix("A", d), matrix("B", d), vector("mu", d), vector("nu", d), vector("x", d)
k = index("k", 1, d)
PLANE = World({d: 2, A: ((F(3), F(1)), (F(1), F(2))), B: ((F(5), F(-1)), (F(-1), F(4))), mu: (F(1, 2), F(-1, 3)),
               nu: (F(2), F(3, 7))})  # fmt: skip


def test_matrices():
    judge = Evaluator(PLANE)
    for left, right in [
        (Det(A @ B), Det(A) * Det(B)),
        (Tr(A @ B), Tr(B @ A)),
        (Tr(A), Sum(L.Entry(A, k, k), k)),
        (Inverse(A) @ A, Identity(d)),
        (Transpose(A @ B), Transpose(B) @ Transpose(A)),
        (A**2, A @ A),
        (A**-1, Inverse(A)),
        (Form(mu, A, nu), Form(nu, Transpose(A), mu)),
        (Det(Diag(mu)), Prod(mu[k], k)),
        (VectorOf(2 * mu[k], k), mu + mu),
        (A @ (mu - mu), Zero(L.Vectors(d))),
        (Det(Block(A, Zero(L.Matrices(d, d)), B, B)), Det(A) * Det(B)),
        (MatProd(A**2, k), A**4),
    ]:
        assert judge.agree(left, right) == "agree", left
    assert judge.agree(Tr(A @ B), Tr(A) * Tr(B)) == "disagree"
    assert judge.agree(A @ B, B @ A) == "disagree"
    assert judge.truth(positive_definite(A)) is True and judge.truth(positive_definite(A - 4 * Identity(d))) is False
    assert judge.truth(invertible(A)) is True and judge.truth(invertible(A - A)) is False
    assert evaluate(Det(Inverse(A - A)), PLANE).kind == "undefined"
    assert evaluate(mu[Number(3)], PLANE).kind == "undefined"


def test_large_determinants_go_the_same_way():
    rng = random.Random(3)
    rows = tuple(tuple(F(rng.randint(-5, 5)) for _ in range(7)) for _ in range(7))
    n = Number(7)
    m = matrix("m", n)
    t = symbols("t")
    judge = Evaluator(World({m: rows, t: F(2, 7)}))
    moved = Det(m + t * Identity(n))  # by minors when the entries are dual numbers, by FLINT when they are rationals
    slope = Derivative(moved, t, t)
    assert judge.agree(slope, moved * Tr(Inverse(m + t * Identity(n)))) == "agree"


def test_gaussians_on_the_plane():
    p0, p1 = MultivariateNormal(mu, A, "p"), MultivariateNormal(nu, B, "q")
    closed = (Tr(Inverse(B) @ A) + Form(nu - mu, Inverse(B), nu - mu) - d + log(Det(B) / Det(A))) / 2
    judge = Evaluator(PLANE)
    for left, right in [
        (KL(p0, p1), closed),
        (E(Form(v, B, v), v, p0), Tr(B @ A) + Form(mu, B, mu)),
        (H(p0), d * log(2 * L.pi * L.e) / 2 + log(Det(A)) / 2),
        (E(v[Number(1)] * v[Number(2)], v, p0), L.Entry(A, Number(1), Number(2)) + mu[Number(1)] * mu[Number(2)]),
        (Int(p0(v) * log(p0(v) / p1(v)), v), closed),
    ]:
        assert judge.agree(left, right) == "agree", left
    assert evaluate(E(tanh(v[Number(1)]), v, p0), PLANE).kind == "unknown"


def test_independent_coordinates():
    s = vector("s", d)
    world = World({d: 3, mu: (F(1, 2), F(1, 3), F(-2)), s: (F(1, 2), F(3), F(2, 5))})
    product = ProductLaw(Normal(mu[k], s[k]), k)
    standard = MultivariateNormal(Zero(L.Vectors(d)), Identity(d))
    judge = Evaluator(world)
    closed = half * Sum(s[k] ** 2 + mu[k] ** 2 - 1 - log(s[k] ** 2), k)
    assert judge.agree(KL(product, standard), closed) == "agree"
    assert judge.agree(KL(MultivariateNormal(mu, Diag(VectorOf(s[k] ** 2, k))), standard), closed) == "agree"
    assert judge.agree(KL(product, ProductLaw(Normal(Number(0), Number(1)), k)), closed) == "agree"


r = Var("r", Range(Number(1), Number(2)))
y, u = vector("y", 2), vector("u", 2)
f, g = L.Function("f", L.Vectors(Number(2)), L.Vectors(Number(2))), L.Function("g")
t, a = symbols("t"), symbols("a")


def coupling(scale, shift):
    """(y_1, y_2 exp(scale y_1) + shift) as a closed function."""
    return Lambda(VectorOf(Cases((y[1],), (r.eq(1),), y[2] * exp(scale * y[1]) + shift), r), y)


def test_maps_and_their_jacobians():
    layer = coupling(half, 2 * y[1] + 1)
    inverse = Lambda(VectorOf(Cases((y[1],), (r.eq(1),), (y[2] - 2 * y[1] - 1) * exp(-y[1] / 2)), r), y)
    world = World({f: layer, ("inverse", f): inverse, u: (F(1), F(1))})
    judge = Evaluator(world)
    assert judge.agree(f(u), VectorOf(Cases((Number(1),), (r.eq(1),), exp(half) + 3), r)) == "agree"
    assert judge.agree(LogAbsDet(Jacobian(f(y), y, u)), half) == "agree"
    standard = MultivariateNormal(Zero(L.Vectors(Number(2))), Identity(Number(2)))
    pushed = Pushforward(f, standard)
    assert judge.agree(pushed(f(u)), standard(u) * exp(-half)) == "agree"
    assert judge.agree(pushed(f(u)), standard(u) * exp(half)) == "disagree"


def test_pushing_forward_keeps_the_divergence():
    stretch = Lambda(3 * t - 2, t)
    world = World({g: stretch, ("inverse", g): Lambda((t + 2) / 3, t)})
    p1, p2 = Normal(half, Number(2)), Normal(Number(-1), Number(3))
    judge = Evaluator(world)
    assert judge.agree(KL(Pushforward(g, p1), Pushforward(g, p2)), KL(p1, p2)) == "agree"
    assert judge.agree(E(t**2, t, Pushforward(g, p1)), E((3 * t - 2) ** 2, t, p1)) == "agree"
    assert judge.agree(Pushforward(g, p1)(Number(1)), p1(Number(1)) / 3) == "agree"


def test_compositions_take_each_layer_at_its_own_point():
    family = L.FunctionFamily("h", Range(Number(1), Number(2)), L.Vectors(Number(2)), L.Vectors(Number(2)))
    swap = Lambda(VectorOf(Cases((y[2] + sin(y[1]),), (r.eq(1),), y[1]), r), y)
    world = World({family: {1: swap, 2: coupling(half, y[1])}, u: (F(1, 3), F(2, 5))})
    judge = Evaluator(world)
    both = LogAbsDet(Jacobian(Iterate(family, Number(2), y), y, u))
    first = Iterate(family, Number(1), u)
    each = LogAbsDet(Jacobian(family[1](y), y, u)) + LogAbsDet(Jacobian(family[2](y), y, first))
    same_point = LogAbsDet(Jacobian(family[1](y), y, u)) + LogAbsDet(Jacobian(family[2](y), y, u))
    assert judge.agree(both, each) == "agree"
    assert judge.agree(both, same_point) == "disagree"


def test_derivatives_are_of_what_is_written():
    world = World({g: Lambda(sin(3 * t) + t**3, t), a: F(2, 3)})
    judge = Evaluator(world)
    assert judge.agree(Derivative(g(t), t, a), 3 * L.cos(3 * a) + 3 * a**2) == "agree"
    second = Derivative(Derivative(g(t) * t, t, t), t, a)
    assert judge.agree(second, 2 * (3 * L.cos(3 * a) + 3 * a**2) + a * (6 * a - 9 * sin(3 * a))) == "agree"
    s = symbols("s")  # the two directions of a mixed derivative are kept apart
    assert judge.agree(Derivative(t * Derivative(t * s, s, Number(1)), t, a), 2 * a) == "agree"
    assert evaluate(Derivative(abs(t), t, Number(0)), world).kind == "undefined"
    assert evaluate(Derivative(L.maximum(t, 0), t, Number(0)), world).kind == "unknown"


ELEMENTARY = [
    L.log, exp, L.sqrt, sin, L.cos, L.tan, L.sinh, L.cosh, tanh, L.arctan, L.gamma, L.loggamma, L.digamma, L.erf,
    L.factorial, L.sigmoid, L.softplus, abs, L.sign, L.floor, lambda s: L.beta(s, s + 1),
    lambda s: L.binomial(5 * s, s), lambda s: L.polygamma(1, s), lambda s: s**L.pi, lambda s: L.maximum(s, s**2),
    lambda s: L.minimum(s, 1 / s), lambda s: L.arcsin(s / 2), lambda s: L.arccos(s / 2), L.erfc,
]  # fmt: skip


@pytest.mark.parametrize("function", ELEMENTARY)
def test_slopes_against_difference_quotients(function):
    h = F(1, 10**12)
    world = World({a: F(7, 5)})
    judge = Evaluator(world, 40)
    found = judge.value(Derivative(function(t), t, a)).ball
    quotient = judge.value((function(a + Number(h)) - function(a - Number(h))) / (2 * Number(h))).ball
    assert abs(found - quotient) < 1e-18


def test_traps():
    world = World({a: F(2, 3), t: F(5)})
    w = Var("w", R)
    assert evaluate(Number(0) / (a - a), world).kind == "undefined"
    assert evaluate((a - a) / (a - a), world).kind == "undefined"
    assert evaluate(1 / (sin(a) ** 2 + L.cos(a) ** 2 - 1), world).kind == "unknown"  # a ball around 0: cannot tell
    assert evaluate((sin(a) - sin(a)) ** 2 + 1, world).narrow
    assert evaluate(log(-a), world).kind == "undefined"
    assert evaluate(L.sqrt(a**2) + a, World({a: F(-2)})).exact == 0
    assert evaluate((a - 1) ** half, world).kind == "undefined"
    assert evaluate(Sum(w, Var("w", Range(Number(5), Number(2)))), world).exact == 0
    assert evaluate(Prod(w, Var("w", Range(Number(5), Number(2)))), world).exact == 1
    assert evaluate(Sum(t, index("t", 1, 3)), world).exact == 15  # the body's t is another t
    shadowed = index("w", 1, 2)
    assert evaluate(Sum(shadowed * Sum(shadowed, shadowed), shadowed), world).exact == 9
    assert evaluate(Sum(Sum(shadowed, shadowed) * shadowed, shadowed), World({shadowed: 7})).exact == 9
    assert evaluate(Sum(shadowed, shadowed) * shadowed, World({shadowed: 7})).exact == 21
    assert evaluate(w, world).kind == "unknown"
    assert evaluate(half**2 + Number(F(1, 3)), world).exact == fmpq(7, 12)
    assert evaluate(Cases((Number(1),), (L.pi <= L.pi,), Number(0)), world).kind == "unknown"
    assert evaluate(L.gamma(-Number(2)), world).kind == "undefined"
    assert evaluate(L.binomial(Number(5), Number(2)), world).exact == 10


def test_a_summand_without_the_index_is_counted():
    """n times the summand, whatever it is: a rational, a ball, an infinity, a vector, what has no value."""
    i, n, x = index("i", 1, 4), Number(4), L.vector("x", 2)
    world = World({x: (F(1, 3), F(-2))})
    assert evaluate(Sum(Number(F(1, 6)), i), world).exact == fmpq(2, 3)
    for summand in (log(Number(3)), L.oo, -L.oo, log(Number(0)), x[1] * L.pi):
        one, many = evaluate(summand, world), evaluate(Sum(summand, i), world)
        assert many.kind == one.kind
        assert one.ball is None or many.ball.overlaps(4 * one.ball)
    entries = Evaluator(world).parts(Sum(x, i))
    assert [v.exact for v in entries] == [fmpq(4, 3), fmpq(-8)]
    assert Evaluator(world).agree(Sum(x, i), n * x) == "agree"
    assert evaluate(Sum(Number(1), Var("i", Range(Number(5), Number(2)))), world).exact == 0


def test_what_is_remembered_does_not_leak():
    """The same term in one evaluator, under other values of its bound names and of an overridden table."""
    judge = Evaluator(World({**GENERIC.values, z: 0}, GENERIC.spaces))
    before = judge.value(q(z)).exact
    judge.value(FunctionalDerivative(KL(p, q) + q(z), q, z))
    assert judge.value(q(z)).exact == before == fmpq(1, 6)
    assert judge.value(Int(q(z), z)).exact == 1
    assert judge.value(q(z)).exact == before
    assert judge.value(Int(p(x) * Int(q(x), x), x)).exact == 1
