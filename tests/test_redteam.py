"""Attempts to derive what is false: each false step is refused, and a true neighbour of it stays licensed."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from proofs import hypothesis
from proofs.kernel import conclude, instantiate, licence
from proofs.language import (
    KL,
    R_POSITIVE,
    Z_INTEGERS,
    Abstract,
    Bernoulli,
    Block,
    Cauchy,
    Density,
    DensityFamily,
    Derivative,
    Det,
    Diag,
    E,
    Exponential,
    Form,
    Function,
    FunctionalDerivative,
    FunctionFamily,
    Gamma,
    H,
    Identity,
    Int,
    Inverse,
    Iterate,
    Jacobian,
    Lambda,
    MatProd,
    Matrices,
    Mixture,
    MultivariateNormal,
    Node,
    Normal,
    Number,
    Product,
    ProductLaw,
    Pushforward,
    R,
    Range,
    Slot,
    Sum,
    Term,
    Tr,
    Uniform,
    Var,
    VectorOf,
    Vectors,
    Without,
    Zero,
    density,
    diffeomorphism,
    differentiable,
    dominated,
    exp,
    finite,
    forall,
    half,
    integer,
    log,
    matrix,
    nonzero,
    oo,
    positive_definite,
    positive_density,
    sqrt,
    substitute,
    symbols,
    term,
    vector,
)
from proofs.registry import algebra
from proofs.rules import (
    chain_rule,
    definition_of_entropy,
    definition_of_expectation,
    definition_of_kl,
    determinant_of_block_triangular,
    finite_sum,
    functional_derivative,
    gaussian_moments,
    independent_coordinates,
    iterated_expectation,
    linearity,
    mass_on_support,
    mean_of_quadratic_form,
    normalisation,
    pushforward_density,
    split_off,
    sum_of_constant,
    terms_free_of_the_density,
    trace_of_diagonal,
)
from proofs.steps import Refused, Rule, Step, Use

x, y, a, b, c = symbols("x y a b c")
d, n, M, K = map(integer, ["d", "n", "M", "K"])
I = Range(Number(1), M)
Zs = Product("Z", I)
i, j = Var("i", I), Var("j", I)
j_d = Var("j", Range(Number(1), d))
mu, point = vector("mu", d), vector("x", d)
space = Abstract("X")
p, q, r = (Density(name, space) for name in "pqr")
q_i = DensityFamily("q", Zs)


@dataclass(frozen=True)
class Attack:
    """A true step and a false one that differs little from it, under the same hypotheses."""

    name: str
    true: tuple[Term, str, object]
    false: tuple[Term, str, object]
    use: Rule | Use
    hypotheses: tuple[Node, ...] = ()
    false_use: Rule | Use | None = None


def granted(step: tuple[Term, str, object], use: Rule | Use, hypotheses: tuple[Node, ...]) -> bool:
    left, symbol, right = step
    reason = Use(use) if isinstance(use, Rule) else use
    return licence(Step(term(left), symbol, term(right), reason), hypotheses).granted


# ---------------------------------------------------------------------------------------------------------------------
# capture: what a rule binds is not what stood free before

shifted, centred = Normal(x, 1), Normal(0, 1)
layers = FunctionFamily("f", Range(Number(1), K), Vectors(d), Vectors(d))
k, u, w = Var("k", Range(Number(1), K)), Var("u", Vectors(d)), Var("w", Vectors(d))
shift_by_u = Lambda(w + u, w)
moved = Pushforward(shift_by_u, MultivariateNormal(mu, Identity(d)))
scaled = MultivariateNormal(j_d * mu, Identity(d))
standard = MultivariateNormal(mu, Identity(d))
alpha, beta = vector("a", M), vector("b", M)
i_other = Var("i", Without(I, j))
j_other = Var("j'", Range(Number(1), d))
k_other = Var("k'", Range(Number(1), K))


def composed(index: Var) -> Term:
    return MatProd(Jacobian(layers[index](u), u, Iterate(layers, index - 1, k * mu)), index)


def coordinates(index: Var) -> Term:
    return KL(ProductLaw(Normal((j_d * mu)[index], 1), index), ProductLaw(Normal(mu[index], 1), index))


def pushed(variable: Var) -> Term:
    return standard(point) / abs(Det(Jacobian(shift_by_u(variable), variable, point)))


CAPTURE = (
    Attack(
        "divergence of a law with a parameter x",
        (KL(shifted, centred), "=", E(log(shifted(y) / centred(y)), y, shifted)),
        (KL(shifted, centred), "=", E(log(shifted(x) / centred(x)), x, shifted)),
        definition_of_kl,
    ),
    Attack(
        "entropy of a law with a parameter x",
        (H(shifted), "=", -E(log(shifted(y)), y, shifted)),
        (H(shifted), "=", -E(log(shifted(x)), x, shifted)),
        definition_of_entropy,
    ),
    Attack(
        "expectation over a law with a parameter x",
        (E(y, y, shifted), "=", Int(shifted(y) * y, y)),
        (E(x, x, shifted), "=", Int(shifted(x) * x, x)),
        definition_of_expectation,
        (finite(Int(shifted(x) * x, x)),),
    ),
    Attack(
        "mass on the support of a law with a parameter x",
        (E(exp(-(y**2)) / shifted(y), y, shifted), "<=", Int(exp(-(y**2)), y)),
        (E(exp(-(x**2)) / shifted(x), x, shifted), "<=", Int(exp(-(x**2)), x)),
        mass_on_support,
        (finite(Int(exp(-(x**2)), x)),),
    ),
    Attack(
        "a density at its own parameter integrates to infinity",
        (Int(shifted(y) * y, y) - Int(shifted(y) * y, y), "=", 0),
        (Int(shifted(x) * x, x) - Int(shifted(x) * x, x), "=", 0),
        algebra,
    ),
    Attack(
        "independent coordinates of a law with a parameter j",
        (KL(scaled, standard), "=", coordinates(j_other)),
        (KL(scaled, standard), "=", coordinates(j_d)),
        independent_coordinates,
    ),
    Attack(
        "the chain rule at a point that depends on k",
        (Jacobian(Iterate(layers, K, point), point, k * mu), "=", composed(k_other)),
        (Jacobian(Iterate(layers, K, point), point, k * mu), "=", composed(k)),
        chain_rule,
        (differentiable(layers),),
    ),
    Attack(
        "the change of variables by a map that depends on u",
        (moved(shift_by_u(point)), "=", pushed(w)),
        (moved(shift_by_u(point)), "=", pushed(u)),
        pushforward_density,
        (diffeomorphism(shift_by_u), differentiable(shift_by_u)),
    ),
    Attack(
        "splitting a term off beside a free index of the same name",
        (Sum(alpha[i] * beta[j], i), "=", alpha[j] * beta[j] + Sum(alpha[i_other] * beta[j], i_other)),
        (
            Sum(alpha[i] * beta[i_other], i),
            "=",
            alpha[j] * beta[i_other] + Sum(alpha[i_other] * beta[i_other], i_other),
        ),
        split_off(j),
        (M >= 1,),
    ),
)


def test_a_bound_variable_whose_space_changes_captures_nothing():
    narrow, wide = Var("i", Range(Number(1), Number(5))), Var("i", Range(Number(1), n))
    five = substitute(Sum(narrow, wide), {n: Number(5)})
    assert narrow in five.free
    assert granted((five, "=", 5 * narrow), sum_of_constant, ())
    also = Var("i", Range(Number(1), n))
    assert narrow in substitute(Sum(also, narrow), {n: Number(5)}).free


# ---------------------------------------------------------------------------------------------------------------------
# functional derivatives

y_next, z = Var("y", Slot("Z", j + 1)), Var("z", Slot("Z", j))
others = Sum(Int(q_i[i_other](Var("y", Slot("Z", i_other))) ** 2, Var("y", Slot("Z", i_other))), i_other)
following = Sum(Int(q_i[j + 1](y_next) ** 2, y_next), j)  # among its terms is the one of q_j itself
squares = Int(q_i[j](z) ** 2, z)

VARIATION = (
    Attack(
        "q_{j+1} beneath a sum over j may be q_j",
        (FunctionalDerivative(squares + others, q_i[j], z), "=", FunctionalDerivative(squares, q_i[j], z)),
        (FunctionalDerivative(squares + following, q_i[j], z), "=", FunctionalDerivative(squares, q_i[j], z)),
        terms_free_of_the_density,
        (
            M >= 1,
            positive_density(q_i[j]),
            forall(i, density(q_i[i])),
            forall(j, density(q_i[j + 1])),
            forall(i_other, finite(Int(q_i[i_other](Var("y", Slot("Z", i_other))) ** 2, Var("y", Slot("Z", i_other))))),
            forall(j, finite(Int(q_i[j + 1](y_next) ** 2, y_next))),
            finite(squares),
        ),
    ),
    Attack(
        "a law that is no unknown density is not varied",
        (
            FunctionalDerivative(Int(p(Var("x", space)) ** 2, Var("x", space)), p, Var("y", space)),
            "=",
            2 * p(Var("y", space)),
        ),
        (FunctionalDerivative(Int(centred(x) ** 2, x), centred, y), "=", 0),
        functional_derivative,
        (
            density(p),
            positive_density(p),
            positive_density(centred),
            finite(Int(p(Var("x", space)) ** 2, Var("x", space))),
            finite(Int(centred(x) ** 2, x)),
        ),
    ),
)

# ---------------------------------------------------------------------------------------------------------------------
# sums

halves = Var("i", Range(Number("1/2"), Number("5/2")))
SUMS = (
    Attack(
        "a range with broken ends is not written out",
        (Sum(Var("i", Range(Number(0), Number(2))), Var("i", Range(Number(0), Number(2)))), "=", Number(0) + 1 + 2),
        (Sum(halves, halves), "=", Number(0) + 1 + 2),
        finite_sum,
    ),
    Attack(
        "between two fractions there may be no integer",
        (Sum(Number(1), Var("i", Range(n, n))), ">", 0),
        (Sum(Number(1), Var("i", Range(Number("1/4"), Number("3/4")))), ">", 0),
        algebra,
    ),
    Attack(
        "a coordinate beyond the last is none",
        (VectorOf(j_d, j_d)[Number(1)], "=", 1),
        (VectorOf(j_d, j_d)[d + 1], "=", d + 1),
        algebra,
        (d >= 1,),
    ),
)

from_two = Var("k", Range(Number(2), Number(3)))
from_one = Var("k", Range(Number(1), Number(3)))
endless, up_to = Var("i", Range(Number(1), oo)), Var("i", Range(Number(1), n))
in_three = Var("x", Vectors(Number(3)))


def coordinates_from(index: Var) -> Term:
    return Int(ProductLaw(Normal(0, 1), index)(in_three), in_three)


RANGES = (
    Attack(
        "a sum without end has no finite value",
        (Sum(up_to, up_to) - Sum(up_to, up_to), "=", 0),
        (Sum(endless, endless) - Sum(endless, endless), "=", 0),
        algebra,
    ),
    Attack(
        "coordinates are counted from one",
        (Tr(Diag(VectorOf(from_one, from_one))), "=", Sum(from_one, from_one)),
        (Tr(Diag(VectorOf(from_two, from_two))), "=", Sum(from_two, from_two)),
        trace_of_diagonal,
    ),
    Attack(
        "a law of the last coordinates is none of all",
        (coordinates_from(from_one), "=", 1),
        (coordinates_from(from_two), "=", 1),
        normalisation,
    ),
)

# ---------------------------------------------------------------------------------------------------------------------
# laws and means

half_line, count = Var("s", R_POSITIVE), Var("k", Z_INTEGERS)
on_counts = Density("p", Z_INTEGERS)
up_to_count = Var("i", Range(Number(1), count))
heavy = Normal(0, exp(-x))  # at x its logarithm falls like exp(2 x)
light = Normal(0, 2)


def mixed(*weights: Term) -> Mixture:
    return Mixture(weights, (Normal(0, 1), Normal(1, 1)))


def twice(mean: Term) -> Term:
    return mean - mean


MEANS = (
    Attack(
        "the weights of a mixture sum to one",
        (E(Number(1), x, mixed(half, half)), "=", 1),
        (E(Number(1), x, mixed(half, Number(1))), "=", 1),
        linearity,
    ),
    Attack(
        "the density of a mixture",
        (Int(mixed(half, half)(x), x), "=", 1),
        (Int(mixed(Number(2), Number(-1))(x), x), "=", 1),
        normalisation,
    ),
    Attack(
        "a law on the line has no mean on the half line",
        (E(x, x, Normal(0, 1)), "=", 0),
        (E(half_line, half_line, Normal(0, 1)), "=", 0),
        gaussian_moments,
    ),
    Attack(
        "a law on the line is not positive on the half line",
        (E(exp(x), x, Normal(0, 1)), ">", 0),
        (E(half_line, half_line, Normal(0, 1)), ">", 0),
        algebra,
    ),
    Attack(
        "the growth of a log-density with the variable among its parameters",
        (twice(E(log(light(x)), x, Exponential(1))), "=", 0),
        (twice(E(log(heavy(x)), x, Exponential(1))), "=", 0),
        algebra,
    ),
    Attack(
        "that a mean of nothing is finite says nothing",
        (twice(E(exp(x), x, Cauchy(0, 1))), "=", 0),
        (twice(E(x, x, Cauchy(0, 1))), "=", 0),
        algebra,
        (finite(E(0 * x, x, Cauchy(0, 1))), finite(E(a * x, x, Cauchy(0, 1))), finite(E(2 * exp(x), x, Cauchy(0, 1)))),
    ),
    Attack(
        "a sum with as many terms as the variable says",
        (twice(E(Sum(a, up_to), count, on_counts)), "=", 0),
        (twice(E(Sum(a, up_to_count), count, on_counts)), "=", 0),
        algebra,
        (density(on_counts),),
    ),
)

# ---------------------------------------------------------------------------------------------------------------------
# strict inequalities

by_order = hypothesis(a < b)
STRICT = (
    Attack(
        "beside what may be infinite a strict inequality is none",
        (a + KL(p, q), "<=", b + KL(p, q)),
        (a + KL(p, q), "<", b + KL(p, q)),
        by_order,
        (a < b, density(p), density(q)),
    ),
    Attack("times what may be zero", (c * a, "<=", c * b), (c * a, "<", c * b), by_order, (a < b, c >= 0)),
    Attack(
        "over what may be empty",
        (Sum(a, up_to), "<=", Sum(b, up_to)),
        (Sum(a, up_to), "<", Sum(b, up_to)),
        by_order,
        (a < b,),
    ),
    Attack(
        "infinity is not less than one more",
        (KL(light, centred), "<", KL(light, centred) + 1),
        (KL(p, q), "<", KL(p, q) + 1),
        algebra,
        (density(p), density(q)),
    ),
)

# ---------------------------------------------------------------------------------------------------------------------
# points and dimensions

singular = matrix("T", d)
coin, coin_other, face = Bernoulli(half), Bernoulli(half / 2), Var("k", Range(Number(0), Number(1)))
on_half_line, gammas = Density("p", R_POSITIVE), Gamma(1, 1)
onto_half_line = Pushforward(Function("h", R, R_POSITIVE), centred)
onto_line = Pushforward(Function("h", R, R), centred)
s_matrix, d_matrix = matrix("S", n), matrix("S", d)
length = Form(point, Identity(d), point)
corner = (matrix("A", d), matrix("C", n, d), matrix("D", n))
moving = Uniform(x, x + 1)  # dominates nothing at its own end
on_line = Density("q", R)
by_x = Lambda(Var("u", Vectors(d)) - point, Var("u", Vectors(d)))  # one map for each x, and x - x is 0
own = Lambda(Var("u", Vectors(d)) - mu, Var("u", Vectors(d)))


def ratio(f: Lambda) -> Term:
    volume = Det(Jacobian(f(point), point, mu))
    return volume / volume


def iterated(count: Term) -> Term:
    step = Var("k", Range(Number(1), count))
    return MatProd(Jacobian(layers[step](u), u, Iterate(layers, step - 1, mu)), step)


def mean_square(covariance: Term) -> tuple[Term, str, Term]:
    mean = E(length, point, MultivariateNormal(mu, covariance))
    return mean, "=", Tr(Identity(d) @ covariance) + Form(mu, Identity(d), mu)


def lower_blocks(zero: Term) -> tuple[Term, str, Term]:
    a_, c_, d_ = corner
    return Det(Block(a_, zero, c_, d_)), "=", Det(a_) * Det(d_)


SHAPES = (
    Attack(
        "a density that vanishes nowhere on its space",
        (on_half_line(half_line), ">", 0),
        (on_half_line(Number(-1)), ">", 0),
        algebra,
        (density(on_half_line), positive_density(on_half_line)),
    ),
    Attack(
        "a named law vanishes beyond its support",
        (gammas(half_line), ">", 0),
        (gammas(Number(-1)), ">", 0),
        algebra,
        (positive_density(gammas),),
    ),
    Attack(
        "an image law lives where the function leads",
        (Int(onto_line(x), x), "=", 1),
        (Int(onto_half_line(x), x), "=", 1),
        normalisation,
        (diffeomorphism(onto_line.function), diffeomorphism(onto_half_line.function)),
    ),
    Attack(
        "a derivative at a point of the space",
        (twice(Derivative(log(half_line), half_line, Number(1))), "=", 0),
        (twice(Derivative(log(half_line), half_line, Number(-1))), "=", 0),
        algebra,
    ),
    Attack(
        "dominated by a law with a parameter x",
        (E(on_line(x), x, on_line), ">", 0),
        (E(moving(x), x, on_line), ">", 0),
        algebra,
        (density(on_line), dominated(on_line, moving)),
    ),
    Attack(
        "a map that is invertible for each x",
        (ratio(own), "=", 1),
        (ratio(by_x), "=", 1),
        algebra,
        (diffeomorphism(by_x), diffeomorphism(own)),
    ),
    Attack(
        "mean and covariance of one dimension",
        mean_square(d_matrix),
        mean_square(s_matrix),
        mean_of_quadratic_form,
        (positive_definite(s_matrix), positive_definite(d_matrix)),
    ),
    Attack(
        "blocks that fit",
        lower_blocks(Zero(Matrices(d, n))),
        lower_blocks(Zero(Matrices(d, d))),
        determinant_of_block_triangular,
    ),
    Attack(
        "no more maps than there are",
        (Jacobian(Iterate(layers, K, point), point, mu), "=", iterated(K)),
        (Jacobian(Iterate(layers, K + 1, point), point, mu), "=", iterated(K + 1)),
        chain_rule,
        (differentiable(layers),),
    ),
    Attack(
        "densities by lengths and by counting are not compared",
        (KL(coin, coin_other), "=", E(log(coin(face) / coin_other(face)), face, coin)),
        (KL(coin, centred), "=", E(log(coin(face) / centred(face)), face, coin)),
        definition_of_kl,
    ),
    Attack(
        "a matrix that is not zero may have no inverse",
        (Tr(d_matrix ** Number(-1)), "=", Tr(Inverse(d_matrix))),
        (Tr(singular ** Number(-1)) - Tr(singular ** Number(-1)), "=", 0),
        algebra,
        (positive_definite(d_matrix), nonzero(singular)),
    ),
    Attack(
        "smooth beneath a sum over an index of which more is known outside",
        (twice(Derivative(Sum(sqrt(x**2 + up_to), up_to), x, Number(0))), "=", 0),
        (twice(Derivative(Sum(sqrt(x**2 + up_to - 1), up_to), x, Number(0))), "=", 0),
        algebra,
        (up_to >= 2,),
    ),
    Attack(
        "matrices of one size are added",
        (Tr(Identity(Number(2)) + Identity(Number(2))), "=", 4),
        (Tr(Identity(Number(2)) + Identity(Number(3))), "=", 4),
        algebra,
    ),
)

ATTACKS = SHAPES + CAPTURE + VARIATION + SUMS + RANGES + MEANS + STRICT


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_a_false_step_is_refused(attack: Attack):
    assert not granted(attack.false, attack.false_use or attack.use, attack.hypotheses)


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_its_true_neighbour_is_licensed(attack: Attack):
    assert granted(attack.true, attack.use, attack.hypotheses)


def test_an_instance_stands_under_what_puts_its_values_into_their_spaces():
    root = sqrt(half_line**2)
    theorem = conclude(root, (Step(root, "=", half_line, Use(algebra)),), ())
    instance = instantiate(theorem, {half_line: a}, (a > 0,))
    assert not granted((sqrt(a**2), "=", a), Use(theorem=instance), ())
    mean = E(sqrt(a**2), a, centred)
    assert not granted((mean, "=", E(a, a, centred)), Use(theorem=instance), (a > 0,))
    with pytest.raises(Refused):
        instantiate(theorem, {half_line: a}, ())
    assert instance.claim.hypotheses == (a > 0,)
    assert instantiate(theorem, {half_line: Number(2)}, (a > 0,)).claim.hypotheses == ()


def test_no_variable_has_the_name_of_a_bound_one_in_a_comparison():
    mean, number = E(x, x, centred), Var("#1")
    step = (E(x + number, x, centred), "=", mean + number)
    assert not granted(step, linearity, ())
    assert granted((E(x + y, x, centred), "=", mean + y), linearity, ())


def test_iterating_over_real_coordinates_is_refused_and_does_not_fail():
    factor = Normal(mu[j_d], 1)
    mean = E(point[j_d], point, ProductLaw(factor, j_d))
    assert not granted((mean, "=", 0), iterated_expectation(Number(1)), (d >= 1,))
