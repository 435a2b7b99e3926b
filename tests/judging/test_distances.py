"""Optimal transport between points against all assignments, distances of laws against closed forms, and what is unknown."""

from itertools import permutations
from random import Random

import pytest
from flint import arb, fmpq, fmpq_mat

from proofs.judging.numbers import Evaluator
from proofs.judging.scalars import Unknown
from proofs.judging.transport import least_cost
from proofs.judging.world import FiniteSpace, World
from proofs.language import (
    KL,
    W1,
    W2,
    Abstract,
    Bernoulli,
    Column,
    Density,
    DiscreteUniform,
    Exponential,
    Function,
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
    Rows,
    Uniform,
    Var,
    Wasserstein,
    exp,
    half,
    oo,
    pi,
    sqrt,
    symbols,
    vector,
)

x, u = symbols("x u")
t = Var("t", Interval(Number(0), Number(1)))
unit = Uniform(0, 1)


def on_segment(*coordinates):
    """The law of a point of the plane on a segment, a term in t for t ~ U(0, 1)."""
    return Pushforward(Lambda(Column(coordinates), t), unit)


def value(term, world=None):
    return Evaluator(world or World({})).value(term)


# ---------------------------------------------------------------------------------------------------------------------
# transport between points


@pytest.mark.parametrize("seed", range(12))
def test_the_least_cost_is_that_of_the_best_assignment(seed):
    """Between equal masses some assignment is optimal (Birkhoff), so that all of them can be tried."""
    draw = Random(seed)
    n = 1 + seed % 5
    points = [[(draw.randint(-5, 5), draw.randint(-5, 5)) for _ in range(n)] for _ in range(2)]
    squares = [[fmpq((a - c) ** 2 + (b - d) ** 2) for c, d in points[1]] for a, b in points[0]]
    lengths = [[arb(square).sqrt() for square in row] for row in squares]
    masses = [fmpq(1, n)] * n
    best = min(sum(squares[i][s[i]] for i in range(n)) for s in permutations(range(n)))
    assert least_cost(masses, masses, squares) == best / n
    shortest = min(float((sum(lengths[i][s[i]] for i in range(n)) / n).mid()) for s in permutations(range(n)))
    found = least_cost(masses, masses, lengths)
    assert found.rad() < 1e-12 and abs(float(found.mid()) - shortest) < 1e-12


@pytest.mark.parametrize("seed", range(12))
def test_on_the_line_the_least_cost_is_the_area_between_the_distribution_functions(seed):
    draw = Random(seed)
    places = sorted(draw.sample(range(-9, 9), 6))
    masses = [[draw.randint(0, 4) for _ in places] for _ in range(2)]
    first, second = ([fmpq(a, sum(row) or 1) for a in row] for row in masses)
    if not sum(masses[0]) or not sum(masses[1]):
        pytest.skip("no mass")
    area, gap = fmpq(0), fmpq(0)
    for k, place in enumerate(places[:-1]):
        gap += first[k] - second[k]
        area += abs(gap) * (places[k + 1] - place)
    costs = [[fmpq(abs(a - b)) for b in places] for a in places]
    assert least_cost(first, second, costs) == area


def test_a_transport_between_too_many_points_is_left_open():
    with pytest.raises(Unknown):
        least_cost([fmpq(1)] * 30, [fmpq(1)] * 30, [[fmpq(0)] * 30] * 30)


# ---------------------------------------------------------------------------------------------------------------------
# laws

ENCLOSED = [
    (W1(DiscreteUniform(1, 3), DiscreteUniform(2, 6)), 2),
    (W1(Bernoulli(Number(1) / 3), Bernoulli(half)), Number(1) / 6),
    (W2(Bernoulli(Number(1) / 3), Bernoulli(half)) ** 2, Number(1) / 6),
    (Wasserstein(Normal(1, 2), Normal(4, 2), 3), 3),
    (W2(Normal(3, sqrt(Number(2))), Normal(4, 1)) ** 2, 4 - 2 * sqrt(Number(2))),
    (W1(Normal(0, 1), Normal(0, 3)), 2 * sqrt(2 / pi)),
    (W1(Uniform(0, 1), Uniform(2, 5)), 3),
    (W1(Uniform(0, 3), Uniform(1, 2)), half),
    (W1(Exponential(1), Exponential(3)), Number(2) / 3),
    (W2(Laplace(0, 1), Laplace(1, 2)) ** 2, 3),
    (W2(Pushforward(Lambda(2 - 3 * u, u), Normal(0, 1)), Normal(2, 3)), 0),
    (W1(Pushforward(Lambda(1 - t, t), unit), unit), 0),
    (W1(Pushforward(Lambda(2 * t, t), unit), Uniform(1, 3)), 1),
    (W1(on_segment(Number(0), t), on_segment(Number(3), t)), 3),
    (W2(on_segment(Number(0), t), on_segment(Number(3), t + 4)), 5),
    (W1(on_segment(Number(1), t), on_segment(Number(1), t)), 0),
]


@pytest.mark.parametrize(("distance", "wanted"), ENCLOSED)
def test_distances_against_closed_forms(distance, wanted):
    found, expected = value(distance), value(Number(0) + wanted)
    assert found.narrow and found.rigorous
    assert found.ball.overlaps(expected.ball)


def test_independent_coordinates_add_up():
    j = Var("j", Range(Number(1), Number(3)))
    p, q = ProductLaw(Normal(j, 1), j), ProductLaw(Normal(0, j), j)
    found = value(W2(p, q) ** 2)
    assert found.narrow and found.ball.overlaps(arb(1 + 4 + 9 + 0 + 1 + 4))


def gaussian(mean, rows):
    columns = [Column(tuple(map(Number, row))) for row in rows]
    return MultivariateNormal(Column(tuple(map(Number, mean))), Rows(tuple(columns)))


# the closed form of the trace of a root in the plane: tr(A^(1/2))^2 = tr(A) + 2 det(A)^(1/2)
BETWEEN_GAUSSIANS = [
    (((1, 2), ((4, 0), (0, 9))), ((0, 0), ((1, 0), (0, 1))), 5 + 1 + Number(4)),
    (((1, 2), ((1, 0), (0, 1))), ((0, 0), ((1, 0), (0, 1))), 5),
    (((0, 0), ((2, 1), (1, 2))), ((0, 0), ((2, -1), (-1, 2))), 8 - 2 * sqrt(6 + 2 * Number(3))),
    (((0, 1), ((2, 1), (1, 3))), ((3, 0), ((1, 0), (0, 5))), 10 + 11 - 2 * sqrt(17 + 2 * Number(5))),
]


@pytest.mark.parametrize(("one", "other", "square"), BETWEEN_GAUSSIANS)
def test_gaussians_in_the_plane(one, other, square):
    """Commuting and not."""
    p, q = gaussian(*one), gaussian(*other)
    for pair in ((p, q), (q, p)):
        found, expected = value(W2(*pair) ** 2), value(Number(0) + square)
        assert found.narrow and found.rigorous
        assert found.ball.overlaps(expected.ball)


def test_gaussians_in_space_are_moved_by_a_linear_map():
    """T = A S A with A definite: x goes to A x, at the cost tr((A - 1) S (A - 1)), and A is not diagonal."""
    s, a = fmpq_mat([[2, 1, 0], [1, 3, 1], [0, 1, 4]]), fmpq_mat([[2, 1, 0], [1, 2, 0], [0, 0, 5]])
    one = fmpq_mat([[int(i == j) for j in range(3)] for i in range(3)])
    cost = (a - one) * s * (a - one)
    laws = [gaussian((0, 0, 0), [list(map(int, row)) for row in t.tolist()]) for t in (s, a * s * a)]
    found = value(W2(*laws) ** 2)
    assert found.narrow and found.ball.overlaps(arb(sum((cost[i, i] for i in range(3)), start=fmpq(0))))


def test_images_of_gaussians_are_gaussian():
    """x goes to 2 x_2 + 1, x_1 - x_2: the second law, by its mean and its covariance."""
    v = vector("v", 2)
    p, moved = gaussian((1, 2), ((2, 1), (1, 3))), gaussian((5, -1), ((12, -4), (-4, 3)))
    image = Pushforward(Lambda(Column((2 * v[2] + 1, v[1] - v[2])), v), p)
    assert value(W2(image, moved) ** 2).ball.overlaps(arb(0)) and value(W2(image, moved) ** 2).narrow
    assert value(W2(image, p) ** 2).ball.overlaps(value(W2(moved, p) ** 2).ball)
    flat, bent = Column((v[1], v[1])), Column((v[1] * v[2], v[1]))
    for coordinates in (flat, bent):
        assert value(W2(Pushforward(Lambda(coordinates, v), p), p)).kind == "unknown"


def test_a_covariance_that_is_not_definite_gives_no_distance():
    assert value(W2(gaussian((0, 0), ((1, 2), (2, 1))), gaussian((0, 0), ((1, 0), (0, 1)))) ** 2).kind == "undefined"


LEFT_OPEN = [
    W1(gaussian((0, 0), ((1, 0), (0, 1))), gaussian((0, 0), ((4, 0), (0, 4)))),
    W1(Normal(0, 1), Laplace(0, 1)),
    W1(Pushforward(Lambda(exp(u), u), Normal(0, 1)), Normal(0, 1)),
    W1(on_segment(t, t), on_segment(Number(0), 1 - t)),
]


@pytest.mark.parametrize("distance", LEFT_OPEN)
def test_what_is_not_covered_is_unknown(distance):
    assert value(distance).kind == "unknown"


def test_an_order_below_one_gives_no_distance():
    assert value(Wasserstein(Normal(0, 1), Normal(1, 1), half)).kind == "undefined"


# ---------------------------------------------------------------------------------------------------------------------
# images of laws on an unnamed space

Omega = Abstract("Omega")
r = Density("r", Omega)
S, T = Function("S", Omega, R), Function("T", Omega, R)
FINITE = World(
    {r: (1, half.value, 2), S: {0: 0, 1: 3, 2: 3}, T: {0: 1, 1: 1, 2: 2}},
    {"Omega": FiniteSpace((Number(1).value / 4, half.value, Number(1).value / 4))},
)


def test_images_of_points():
    """S has 0 with mass 1/4 and 3 with 3/4; T has 1 with mass 1/2 and 2 with 1/2."""
    p, q = Pushforward(S, r), Pushforward(T, r)
    assert value(W1(p, q), FINITE).exact == fmpq(1, 4) + fmpq(2, 4) + fmpq(1, 2)
    assert value(KL(p, q), FINITE).kind == "oo"
    assert value(KL(p, p), FINITE).exact == 0


def test_divergences_of_images_of_one_variable():
    left, right = on_segment(Number(0), t), on_segment(Number(3), t)
    assert value(KL(left, right)).kind == value(oo).kind == "oo"
    assert value(KL(left, on_segment(Number(1) - 1, t))).exact == 0
    assert value(KL(left, on_segment(t, t))).kind == "unknown"
