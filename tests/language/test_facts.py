"""What follows from hypotheses: a table of what is proved, a table of what must not be, and scopes."""

import pytest

from proofs.language import (
    R_POSITIVE,
    Z_INTEGERS,
    Abstract,
    Beta,
    Column,
    Coord,
    Density,
    DensityFamily,
    Det,
    Diag,
    Divergence,
    E,
    Entry,
    ForAll,
    Form,
    Function,
    Gamma,
    Glue,
    Identity,
    Int,
    Interval,
    Inverse,
    Jacobian,
    Lambda,
    Marginal,
    Normal,
    Number,
    Prod,
    Product,
    ProductLaw,
    Pushforward,
    R,
    Range,
    Relation,
    Rows,
    Slot,
    Sum,
    Tr,
    Transpose,
    Uniform,
    Var,
    VectorOf,
    Vectors,
    Without,
    binomial,
    density,
    diffeomorphism,
    differentiable,
    dominated,
    exp,
    finite,
    floor,
    forall,
    gamma,
    half,
    integer,
    invertible,
    log,
    matrix,
    maximum,
    minimum,
    nonzero,
    oo,
    positive_definite,
    positive_density,
    sin,
    sqrt,
    symbols,
    tanh,
    vector,
)
from proofs.language.facts import Facts

x, y, a, b, c = symbols("x y a b c")
s, t = symbols("s t", R_POSITIVE)
n, m, d, M = integer("n"), integer("m"), integer("d"), integer("M")
i, j, k = (Var(name, Range(Number(1), M)) for name in "ijk")
other = Var("i", Without(Range(Number(1), M), j))
u = Var("u", Interval(Number(0), Number(1)))
A, B = matrix("A", d), matrix("B", d)
v, w, sigma = vector("v", d), vector("w", d), vector("sigma", M)
X = Abstract("X")
o = Var("o", X)
p, q = Density("p", X), Density("q", X)
f = Function("f", Vectors(d), Vectors(d))
pd, inv = (positive_definite(A),), (invertible(A),)

PROVED = [
    (s > 0, ()),
    (s + t**2 > 0, ()),
    (s * t / (s + t) > 0, ()),
    (x**2 >= 0, ()),
    (x * s * x >= 0, ()),
    (x**2 + 1 > 0, ()),
    (-(x**2) - s < 0, ()),
    (exp(x) - 0 > 0, ()),
    (sqrt(s) > 0, ()),
    (abs(x) >= 0, ()),
    (abs(x) > 0, (nonzero(x),)),
    (x**-2 > 0, ()),
    (x**3 < 0, (x < 0,)),
    (nonzero(x * y), (nonzero(x), nonzero(y))),
    (log(2 + s) > 0, ()),
    (log(Number(2)) > 0, ()),
    (tanh(s) > 0, ()),
    (gamma(s) > 0, ()),
    (maximum(x, s) > 0, ()),
    (minimum(x, -s) < 0, ()),
    (floor(s) >= 0, ()),
    (Relation(abs(Number(1) - 4), "=", 3), ()),
    (maximum(half, -floor(Number(-7) / 2)) - minimum(Number(5) - 3, Number(1)) * 3 > 0, ()),
    (x - abs(half - 2) > 0, (2 * x > 3,)),
    (binomial(n, m) > 0, (m >= 0, n >= m)),
    (b - a > 0, (a < b,)),
    (a - b <= 0, (a <= b,)),
    (2 * b - 2 * a > 0, (a < b,)),
    (b > 0, (a < b, a >= 0)),
    (c - a > 0, (a < b, b < c)),
    (M > 0, (M >= 2,)),
    (M - 1 > 0, (M >= 2,)),
    (M >= 1, (M > 0,)),
    (nonzero(M - 1), (M >= 2,)),
    (j >= 1, ()),
    (M - j >= 0, ()),
    (M - j + 1 > 0, ()),
    (nonzero(other - j), ()),
    (u >= 0, ()),
    (1 - u >= 0, ()),
    (sigma[k] > 0, (forall(j, sigma[j] > 0),)),
    (sigma[1] > 0, (forall(j, sigma[j] > 0), M >= 1)),
    (sigma[other] > 0, (forall(j, sigma[j] > 0),)),
    (Sum(sigma[j] ** 2, j) >= 0, ()),
    (Sum(sigma[j] ** 2, j) > 0, (forall(j, sigma[j] > 0), M >= 1)),
    (Prod(sigma[j], j) > 0, (forall(j, sigma[j] > 0),)),
    (nonzero(Prod(sigma[j], j)), (forall(j, nonzero(sigma[j])),)),
    (E(x**2 + 1, x, Normal(a, s)) > 0, ()),
    (E(x, x, Gamma(s, t)) > 0, ()),
    (Int(exp(-(x**2)), x) > 0, ()),
    (Int(p(o) ** 2, o) >= 0, (density(p),)),
    (p(o) >= 0, (density(p),)),
    (p(o) > 0, (positive_density(p),)),
    (Normal(a, s)(x) > 0, ()),
    (Gamma(s, t)(x) >= 0, ()),
    (Gamma(s, t)(s) > 0, ()),
    (Uniform(a, b)((a + b) / 2) >= 0, (a < b,)),
    (Det(A) > 0, pd),
    (nonzero(Det(A)), inv),
    (nonzero(Det(Inverse(A) @ Transpose(A))), inv),
    (Det(Diag(VectorOf(sigma[j], j))) > 0, (forall(j, sigma[j] > 0),)),
    (Form(v - w, Inverse(A), v - w) >= 0, pd),
    (Tr(A) >= 0, pd),
    (Entry(Diag(v), Number(1), Number(2)).eq(0), ()),
    (positive_definite(Inverse(A)), pd),
    (positive_definite(A + 2 * Identity(d)), pd),
    (positive_definite(Diag(VectorOf(sigma[j] ** 2, j))), (forall(j, sigma[j] > 0),)),
    (positive_definite(Rows((Column((s, Number(0))), Column((Number(0), t))))), ()),
    (positive_definite(Rows((Column((Number(2), Number(-1))), Column((Number(-1), Number(2)))))), ()),
    (positive_definite(A**half), pd),
    (positive_definite(A ** -Number(half.value)), pd),
    (positive_definite(A**half @ B @ A**half), (*pd, positive_definite(B))),
    (positive_definite(A @ B @ Transpose(A)), (*inv, positive_definite(B))),
    (positive_definite((A @ B) @ A @ Transpose(A @ B)), (*pd, invertible(B))),
    (positive_definite(A @ Transpose(A)), inv),
    (positive_definite(A @ B), (*pd, positive_definite(B), (A @ B).eq(B @ A))),
    (invertible((A @ B) ** half), (*pd, positive_definite(B))),
    (invertible(A / s), inv),
    (Tr(Transpose(A) @ A) >= 0, ()),
    (invertible(A), pd),
    (invertible(A @ B), (invertible(A), invertible(B))),
    (invertible(A), (nonzero(Det(A)),)),
    (invertible(Jacobian(f(v), v, w)), (diffeomorphism(f),)),
    (finite(x * exp(x) - log(s)), ()),
    (finite(x / y), (nonzero(y),)),
    (finite(Sum(log(sigma[j]), j)), (forall(j, sigma[j] > 0),)),
    (finite(Divergence(p, q)), (finite(Divergence(p, q)),)),
    (finite(E(log(p(o)), o, p) + 1), (finite(E(log(p(o)), o, p)),)),
    (density(DensityFamily("q", Product("Z", j.space))[k]), (forall(j, density(DensityFamily("q", Product("Z", j.space))[j])),)),
    (positive_density(Normal(a, s)), ()),
    (dominated(q, p), (positive_density(p),)),
    (differentiable(Lambda(x**2 * sin(x), x)), ()),
    (forall(k, sigma[k] ** 2 > 0), (forall(j, sigma[j] > 0),)),
]  # fmt: skip

NOT_PROVED = [
    (x > 0, ()),
    (x**2 > 0, ()),
    (x * y >= 0, ()),
    (nonzero(x), ()),
    (nonzero(x + s), ()),
    (x - x > 0, ()),
    (sqrt(x) > 0, ()),
    (abs(x) > 0, ()),
    (log(s) > 0, ()),
    (exp(x) - 1 > 0, ()),
    (gamma(x) > 0, ()),
    (x**3 >= 0, ()),
    (x + y >= 0, (x >= 0,)),
    (b > 0, (a < b,)),
    (a - b < 0, (a <= b,)),
    (M > 0, ()),
    (M - 2 > 0, (M >= 2,)),
    (x >= 1, (x > 0,)),
    (j - 1 > 0, ()),
    (nonzero(i - j), ()),
    (u > 0, ()),
    (sigma[k] > 0, ()),
    (sigma[1] > 0, (forall(j, sigma[j] > 0),)),
    (sigma[M + 1] > 0, (forall(j, sigma[j] > 0), M >= 1)),
    (Sum(sigma[j] ** 2, j) > 0, (forall(j, sigma[j] > 0),)),
    (Sum(sigma[j], j) >= 0, ()),
    (Prod(-sigma[j], j) < 0, (forall(j, sigma[j] > 0),)),
    (Prod(Number(0), j) <= 0, ()),
    (E(x, x, Normal(a, s)) >= 0, ()),
    (Int(p(o), o) > 0, (positive_density(p),)),
    (p(o) >= 0, ()),
    (p(o) > 0, (density(p),)),
    (Gamma(s, t)(x) > 0, ()),
    (Beta(s, t)(u) > 0, ()),
    (Divergence(p, q) >= 0, (density(p), density(q))),
    (Det(A) > 0, inv),
    (nonzero(Det(A)), ()),
    (nonzero(Det(A + B)), (positive_definite(A), invertible(B))),
    (Form(v, A, w) >= 0, pd),
    (Form(v, A, v) > 0, pd),
    (Tr(A) >= 0, inv),
    (positive_definite(A @ B), (positive_definite(A), positive_definite(B))),
    (positive_definite(Rows((Column((Number(1), Number(2))), Column((Number(2), Number(3)))))), ()),
    (positive_definite(Rows((Column((Number(1), Number(1))), Column((Number(0), Number(3)))))), ()),
    (positive_definite(Rows((Column((Number(-1), Number(0))), Column((Number(0), Number(-1)))))), ()),
    (positive_definite(A**half), inv),
    (positive_definite((A @ B) ** half), (*pd, positive_definite(B))),
    (positive_definite(A @ B @ A), (*inv, positive_definite(B))),
    (positive_definite(A @ B @ Transpose(A)), (positive_definite(B),)),
    (positive_definite(B @ A @ A @ Transpose(B)), (*inv, invertible(B))),
    (positive_definite(A @ B), (*pd, (A @ B).eq(B @ A))),
    (invertible(A**half), inv),
    (A**half >= 0, pd),
    (Tr(A @ A) >= 0, ()),
    (positive_definite(A), inv),
    (positive_definite(x * A), pd),
    (invertible(A + B), (invertible(A), invertible(B))),
    (finite(1 / x), ()),
    (finite(log(x)), ()),
    (finite(oo), ()),
    (finite(E(x, x, Normal(a, s))), ()),
    (finite(Divergence(p, q)), (density(p), density(q))),
    (dominated(q, p), (dominated(p, q),)),
    (density(p), ()),
    (positive_density(p), (density(p),)),
    (differentiable(Lambda(abs(x), x)), ()),
    (differentiable(Lambda(1 / x, x)), ()),
]


@pytest.mark.parametrize("statement, hypotheses", PROVED, ids=range(len(PROVED)))
def test_proved(statement, hypotheses):
    assert Facts(hypotheses).proves(statement)


@pytest.mark.parametrize("statement, hypotheses", NOT_PROVED, ids=range(len(NOT_PROVED)))
def test_not_proved(statement, hypotheses):
    assert not Facts(hypotheses).proves(statement)


def test_an_index_proves_its_range_inhabited_only_where_it_occurs():
    facts = Facts(())
    assert facts.proves(j >= 1)
    assert not facts.proves(M >= 1)
    assert not facts.proves(Sum(Number(1), j) > 0)
    assert not facts.proves(M >= 1)


def test_what_was_asked_before_is_no_matter():
    hypotheses = (forall(j, sigma[j] > a), forall(j, sigma[j] < b))
    first, second = Facts((*hypotheses, x > 0)), Facts((*hypotheses, y > 0))
    assert first.proves(sigma[k] < b)
    assert first.proves(b > a) == second.proves(b > a)


def test_facts_are_interned():
    assert Facts((x > 0, y > 0)) is Facts((x > 0, y > 0))
    assert Facts((x > 0, x > 0)) is Facts((x > 0,))


def test_a_bound_variable_forgets_what_was_supposed_of_its_name():
    facts = Facts((x > 0, a > 0))
    inner = facts.under(Int(x, x))
    assert not inner.positive(x)
    assert inner.positive(a)
    assert facts.positive(x)
    assert not facts.proves(forall(x, x > 0))


def test_beneath_an_expectation_the_law_is_positive_and_so_is_what_dominates_it():
    r = Density("r", X)
    facts = Facts((density(p), density(q), dominated(q, p), dominated(p, r)))
    inner = facts.under(E(log(q(o)), o, q))
    assert inner.positive(q(o))
    assert inner.positive(p(o))
    assert inner.positive(r(o))
    assert not facts.under(E(log(q(o)), o, p)).positive(q(o))
    assert not facts.under(Int(q(o), o)).positive(q(o))
    assert not facts.positive(p(o))


def test_a_law_that_mentions_the_bound_variable_says_nothing_about_it():
    law = Normal(x, s)
    inner = Facts(()).under(E(x, x, Uniform(x, x + 1)))
    assert not inner.positive(x)
    assert Facts((x > 0,)).under(E(x, x, law)).sign(x) == Facts(()).sign(x)


def test_beneath_an_expectation_the_support_is_known():
    assert Facts(()).under(E(x, x, Gamma(s, t))).positive(x)
    inner = Facts(()).under(E(x, x, Beta(s, t)))
    assert inner.positive(x)
    assert inner.positive(1 - x)
    assert not Facts(()).under(E(x, x, Normal(a, s))).nonzero(x)


def test_beneath_an_integral_ends_are_left_out():
    inner = Facts(()).under(Int(u, u))
    assert inner.positive(u)
    assert inner.positive(1 - u)
    backwards = Var("u", Interval(Number(1), Number(0)))
    assert not Facts(()).under(Int(backwards, backwards)).proves(backwards > 1)


S = Product("Z", Range(Number(1), M))
Z = Var("Z", S)
family = DensityFamily("q", S)
joint = Density("p", S)


def test_coordinates_of_a_point():
    z, rest = Var("z", Slot("Z", j)), Var("W", Product("Z", Without(Range(Number(1), M), j)))
    inner = Facts(()).under(E(log(family[j](z)), z, family[j]))
    assert inner.positive(family[j](Coord(Glue(j, z, rest), j)))
    assert not inner.positive(family[other](Coord(Glue(j, z, rest), other)))


def test_factors_and_marginals_are_positive_beneath_their_joint_law():
    facts = Facts((forall(j, density(family[j])), forall(j, dominated(Marginal(joint, j), family[j]))))
    beneath_joint = facts.under(E(Z[1], Z, joint))
    assert beneath_joint.positive(family[k](Z[k]))
    assert facts.under(E(Z[1], Z, ProductLaw(family[i], i))).positive(family[k](Z[k]))
    assert not Facts(()).under(E(Z[1], Z, joint)).positive(family[k](Z[k]))


def test_a_pushforward_of_a_positive_density_is_positive():
    law = Density("p", Vectors(d))
    image = Pushforward(f, law)
    assert Facts((positive_density(law), diffeomorphism(f))).positive(image(v))
    assert not Facts((positive_density(law),)).positive(image(v))


@pytest.mark.parametrize(
    "term, space, hypotheses, inside",
    [
        (k, j.space, (), True),
        (other, j.space, (), True),
        (other, other.space, (), True),
        (k, other.space, (), False),
        (k, other.space, (nonzero(k - j),), True),
        (Number(1), j.space, (), False),
        (Number(1), j.space, (M >= 1,), True),
        (k + 1, j.space, (), False),
        (k + 1, Range(Number(2), M + 1), (), True),
        (half, j.space, (M >= 1,), False),
        (n, Z_INTEGERS, (), True),
        (x, Z_INTEGERS, (), False),
        (x, R, (), True),
        (1 / x, R, (), False),
        (o, R, (), False),
        (s, R_POSITIVE, (), True),
        (x**2, R_POSITIVE, (), False),
        (half, u.space, (), True),
        (o, X, (), True),
        (Z[j], Slot("Z", j), (), True),
        (Z[k], Slot("Z", j), (), False),
        (v, Vectors(d), (), True),
        (v, Vectors(n), (), False),
    ],
)
def test_membership(term, space, hypotheses, inside):
    assert Facts(hypotheses).within(term, space) is inside


def test_integers():
    facts = Facts(())
    assert all(map(facts.integer, (Number(3), n, j, other, n * j + 2 - M**2)))
    assert not any(map(facts.integer, (half, x, n / 2, Number(2) ** -n)))


def test_hypotheses_that_contradict_each_other_prove_nothing_by_signs():
    assert not Facts((x > 0, x < 0)).positive(x)


def test_a_bound_on_a_term_and_on_what_it_is_made_of():
    """The sign of x leads to that of x y by the first, and that of x y to x again."""
    assert Facts((Relation(x + x * y, "<=", Number(1)), x > 0)).positive(x)
    assert not Facts((Relation(x + x * y, "<=", Number(1)),)).positive(x)
    assert not Facts((Relation(x + x * y, "<=", Number(1)),)).nonnegative(x * y)


def test_symmetric():
    facts = Facts(pd)
    assert all(map(facts.symmetric, (A, Inverse(A), A + Identity(d), Diag(v), 2 * A)))
    assert not any(map(facts.symmetric, (B, A @ B, A + B)))


def test_general_hypotheses_reach_through_two_binders():
    two = ForAll(ForAll(Entry(A, i, j) > 0, j), i)
    assert Facts((two,)).positive(Entry(A, k, other)) is True
    assert not Facts((two,)).positive(Entry(B, k, other))


@pytest.mark.parametrize(
    ("power", "hypotheses", "whole"),
    [
        (Number(2) ** n, (n >= 0,), True),
        (m**n, (n >= 0,), True),
        (m**2, (), True),
        (Number(2) ** n, (), False),
        (Number(2) ** -n, (n >= 0,), False),
        (x**n, (n >= 0,), False),
        (Number(2) ** s, (), False),
    ],
)
def test_a_power_is_an_integer_where_base_and_exponent_are_and_the_exponent_is_not_negative(power, hypotheses, whole):
    assert Facts(hypotheses).integer(power) is whole


def test_a_sum_with_squares_is_positive_definite():
    n, c, x = integer("n"), Var("c", R), matrix("X", integer("n"))
    v, s = vector("v", n), matrix("S", n)
    gram, one = Transpose(x) @ x, Identity(n)
    facts = Facts((c > 0, positive_definite(s)))
    assert facts.positive_definite(gram + c * one) and facts.positive_definite(s + v @ Transpose(v))
    assert facts.positive_definite(gram / 2 + c * gram + s)
    for other in (gram, gram - c * one, x + c * one, gram + v @ Transpose(v), c * gram - s, x @ x + one):
        assert not facts.positive_definite(other)
    assert not Facts(()).positive_definite(gram + c * one)
