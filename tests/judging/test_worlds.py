"""Worlds satisfy their hypotheses by construction, reach the corners, and are the same every time."""

import subprocess
import sys
from fractions import Fraction

import pytest

from proofs.judging import worlds_for
from proofs.judging.numbers import Evaluator
from proofs.judging.world import FiniteSpace, Line
from proofs.judging.worlds import gallery_of
from proofs.language import (
    KL,
    Abstract,
    AlmostEverywhere,
    Apply,
    Claim,
    Coord,
    Density,
    DensityFamily,
    Det,
    E,
    Entry,
    Function,
    FunctionFamily,
    Int,
    Jacobian,
    Lambda,
    Marginal,
    Number,
    Product,
    ProductLaw,
    Range,
    Slot,
    Sum,
    Tr,
    Transpose,
    Var,
    Vectors,
    Without,
    density,
    diffeomorphism,
    differentiable,
    dominated,
    exp,
    finite,
    forall,
    integer,
    invertible,
    log,
    matrix,
    nonzero,
    positive_definite,
    positive_density,
    symbols,
    triangular,
    vector,
)

x, a, b, c = symbols("x a b c")
lam = symbols("lambda")
X = Abstract("X")
t = Var("x", X)
p, q = Density("p", X), Density("q", X)
d, n, k, M = integer("d"), integer("n"), integer("k"), integer("M")
A, B = matrix("A", d), matrix("B", d)
v = vector("v", d)
j = Var("j", Range(Number(1), d))
I = Range(Number(1), M)
Zs = Product("Z", I)
P, Q = Density("p", Zs), DensityFamily("q", Zs)
i, m = Var("i", I), Var("m", I)
z = Var("z", Slot("Z", m))
f = Function("f", Vectors(n), Vectors(n))
u = vector("u", n)

DENSITIES = (density(p), density(q))

SETTINGS = {
    "signs": ((a > 0, b < 0), (a + b).eq(0)),
    "unit interval": ((a >= 0, a <= 1), a.eq(0)),
    "order": ((a < b, b < c, nonzero(a)), (a + b + c).eq(0)),
    "a relation between terms": ((a**2 + b**2 < 4, a * b > 0), (a + b).eq(0)),
    "counts": ((k >= 0, n >= k), (n - k).eq(0)),
    "components": ((d >= 1, forall(j, v[j] > 0)), Sum(v[j], j).eq(0)),
    "matrices": ((positive_definite(A), invertible(B)), Det(A @ B).eq(0)),
    "a symmetric matrix": ((Transpose(A).eq(A),), Det(A).eq(0)),
    "a definition": ((c.eq(exp(a) + b),), c.eq(0)),
    "equations": (((a * b).eq(1), (a + log(b)).eq(2), a > 0, b > 0), a.eq(0)),
    "densities": (DENSITIES, KL(p, q).eq(0)),
    "domination": ((*DENSITIES, dominated(q, p), finite(KL(q, p))), KL(q, p).eq(0)),
    "positive densities": ((*DENSITIES, positive_density(p)), KL(p, q).eq(0)),
    "equal almost everywhere": ((*DENSITIES, AlmostEverywhere(p, q)), KL(p, q).eq(0)),
    "no divergence": ((*DENSITIES, KL(p, q).eq(0)), p(t).eq(q(t))),
    "factors": (
        (M >= 1, density(P), forall(i, density(Q[i])), forall(i, dominated(Marginal(P, i), Q[i]))),
        KL(P, ProductLaw(Q[i], i)).eq(0),
    ),
    "a stationary factor": (
        (M >= 1, density(P), forall(i, density(Q[i])), positive_density(Q[m]),
         forall(z, (lam - Marginal(P, m)(z) / Q[m](z)).eq(0))),
        lam.eq(1),
    ),
    "a root that is no fraction": (
        (M >= 1, density(P), positive_density(P), forall(i, density(Q[i])), positive_density(Q[m]),
         forall(z, (log(Q[m](z)) + lam - Marginal(P, m)(z)).eq(0))),
        lam.eq(1),
    ),
    "a triangular map": ((differentiable(f), triangular(f)), Det(Jacobian(f(u), u, u)).eq(0)),
    "a diffeomorphism": ((n >= 1, diffeomorphism(f)), Det(Jacobian(f(u), u, u)).eq(0)),
}  # fmt: skip


def claim(name: str) -> Claim:
    hypotheses, statement = SETTINGS[name]
    return Claim(tuple(hypotheses), statement)


@pytest.mark.parametrize("name", SETTINGS)
def test_no_world_fails_a_hypothesis(name):
    hypotheses, _ = SETTINGS[name]
    gallery = gallery_of(claim(name), 0)
    assert len(gallery.generics) == 3
    for world in worlds_for(claim(name)):
        for h in hypotheses:
            assert Evaluator(world).truth(h) is not False, (world.label, h)


@pytest.mark.parametrize("name", ["signs", "order", "a relation between terms", "counts", "components", "matrices"])
def test_hypotheses_between_numbers_are_seen_to_hold(name):
    hypotheses, _ = SETTINGS[name]
    for world in worlds_for(claim(name)):
        assert all(Evaluator(world).truth(h) is True for h in hypotheses), world.label


def test_generic_scalars_are_distinct_and_neither_0_nor_1():
    names = symbols("a b c e_1 e_2 e_3")
    free = Claim((), sum(names[1:], names[0]).eq(0))
    for stage in gallery_of(free, 0).generics:
        values = [stage.world.values[name] for name in names]
        assert len({abs(value) for value in values}) == len(values)
        assert not {Fraction(0), Fraction(1), Fraction(-1)} & set(values)
    signs = {(s.world.values[a] > 0, s.world.values[b] > 0) for s in gallery_of(free, 0).generics}
    assert {(True, False), (False, True)} <= signs


def test_generic_integers_that_are_ordered_are_not_next_to_each_other():
    """Where k = n or k = n - 1 the binomial coefficient is n^(n - k)."""
    n, k = integer("n"), integer("k")
    claim = Claim((n >= 1, k >= 0, k <= n), k.eq(k))
    assert all(stage.world.values[n] - stage.world.values[k] > 1 for stage in gallery_of(claim, 0).generics)


def test_a_generic_place_in_a_range_is_not_always_at_its_end():
    """Where y = 0 the Beta function B(a + y, b + n) is B(a + y, b + n - y)."""
    n, a = integer("n"), symbols("a")
    y = Var("y", Range(Number(0), n))
    stages = gallery_of(Claim((n >= 1, a > 0), (y + a).eq(a)), 0).generics
    assert [stage.world.values[n] - stage.world.values[y] > 0 < stage.world.values[y] for stage in stages].count(
        True
    ) == 2
    assert {0} < {world.values[y] for world in worlds_for(Claim((n >= 1,), y.eq(y)))}
    assert any(world.values[y] == world.values[n] for world in worlds_for(Claim((n >= 1,), y.eq(y))))


def test_generic_matrices_do_not_commute_and_have_determinants_of_both_signs():
    stages = gallery_of(Claim((), (A @ B).eq(B @ A)), 0).generics
    for stage in stages:
        assert stage.world.values[d] >= 2
        assert stage.evaluator.truth((A @ B).eq(B @ A)) is False
        assert any(stage.world.values[A][r][s] for r in range(2) for s in range(2) if r != s)
    assert {stage.evaluator.truth(Det(A) > 0) for stage in stages} == {True, False}


def test_matrices_that_are_to_commute_do_and_are_not_the_same():
    alike = (A @ B).eq(B @ A)
    definite = (positive_definite(A), positive_definite(B))
    for hypotheses in ((alike,), (alike, *definite), (alike, positive_definite(B))):
        stages = gallery_of(Claim(hypotheses, Tr(A @ B).eq(Tr(B))), 0).generics
        assert len(stages) == 3 or hypotheses[1:] == (definite[1],)
        for stage in stages:
            assert stage.evaluator.truth(alike) is True
            assert stage.world.values[d] >= 2 and stage.world.values[A] != stage.world.values[B]
            assert all(stage.evaluator.truth(Det(M) > 0) for M in (A, B) if positive_definite(M) in hypotheses)


def corners(name: str) -> dict[str, object]:
    return {world.label: world for world in worlds_for(claim(name))}


def test_corners_of_densities():
    found = corners("densities")

    def tables(label):
        world = found[label]
        weights = world.spaces["X"].weights
        return [(x, y) for x, y, w in zip(world.values[p], world.values[q], weights, strict=True) if w]

    assert any(x == 0 < y for x, y in tables("p vanishes somewhere"))
    assert any(y == 0 < x for x, y in tables("q vanishes somewhere"))
    assert all(x * y == 0 for x, y in tables("disjoint supports"))
    assert all(x == y for x, y in tables("names of one kind equal"))
    null = found["equal but on a null atom"]
    assert null.values[p] != null.values[q]
    assert all(x == y for x, y in tables("equal but on a null atom"))
    assert any(isinstance(w.spaces["X"], Line) for w in found.values())
    generic = found["generic"].spaces["X"]
    assert isinstance(generic, FiniteSpace) and len(set(generic.weights)) == 3


def test_corners_that_a_hypothesis_excludes_are_not_tried():
    assert "p vanishes somewhere" not in corners("domination")  # q > 0 = p
    assert "disjoint supports" not in corners("domination")
    assert "q vanishes somewhere" in corners("domination")
    assert "p vanishes somewhere" not in corners("positive densities")


def test_a_density_is_normalised_only_where_it_is_said_to_be_one():
    x_ = Var("y", X)
    for world in worlds_for(Claim((density(p),), (Int(p(x_) + q(x_), x_)).eq(2))):
        assert Evaluator(world).truth(Int(p(x_), x_).eq(1)) is not False
    unsaid = [s.evaluator.truth(Int(q(x_), x_).eq(1)) for s in gallery_of(Claim((), Int(q(x_), x_).eq(1)), 0).generics]
    assert unsaid == [False] * 3


def test_factors_have_different_sizes_and_their_number_varies():
    worlds = worlds_for(claim("factors"))
    assert {1, 2, 3} <= {world.values[M] for world in worlds}
    for world in (w for w in worlds if w.label == "generic"):
        sizes = [len(world.spaces["Z", index].weights) for index in range(1, world.values[M] + 1)]
        assert len(set(sizes)) == min(2, len(sizes)), world.label


def test_dimensions_include_one_and_two_dimensions_differ():
    y = vector("y", n)
    worlds = worlds_for(Claim((), (Sum(v[j], j) + Coord(y, 1)).eq(0)))
    assert any(world.values[d] == 1 for world in worlds)
    assert any(world.values[d] != world.values[n] for world in worlds)


def test_indices_lie_in_their_ranges():
    other = Var("l", Without(I, m))
    for world in worlds_for(Claim((), (m + other).eq(0))):
        assert 1 <= world.values[m] <= world.values[M]
        assert 1 <= world.values[other] <= world.values[M]
        assert world.values[other] != world.values[m]


def test_roots_are_exact_where_they_are_rational_and_balls_where_they_are_not():
    for stage in gallery_of(claim("a stationary factor"), 0).generics:
        assert stage.world.values[lam] == 1
        assert stage.evaluator.truth(SETTINGS["a stationary factor"][0][-1]) is True
    for stage in gallery_of(claim("a root that is no fraction"), 0).generics:
        root = stage.world.values[lam]
        assert 0 < root.rad() < 1e-20


def test_inverse_of_a_diffeomorphism():
    for stage in gallery_of(claim("a diffeomorphism"), 0).generics:
        forth, back = stage.world.values[f], stage.world.values["inverse", f]
        assert isinstance(forth, Lambda) and isinstance(back, Lambda)
        values = stage.evaluator.parts(Apply(back, (Apply(forth, (u,)),)))
        wanted = stage.evaluator.parts(u)
        assert all(stage.evaluator.agree(x, y) == "agree" for x, y in zip(values, wanted, strict=True))


def test_triangular_maps_are_triangular_with_a_slope():
    for stage in gallery_of(claim("a triangular map"), 0).generics:
        jacobian, size = Jacobian(f(u), u, u), stage.world.values[n]
        for row in range(1, size + 1):
            for column in range(row, size + 1):
                entry = stage.evaluator.value(Entry(jacobian, Number(row), Number(column)))
                assert (entry.ball != 0) if column == row else entry.exact == 0


def test_functions_keep_the_sign_they_are_said_to_have():
    g, h = Function("g"), Function("h", X)
    positive = (forall(x, g(x) > 0), forall(t, h(t) >= 0))
    for world in worlds_for(Claim(positive, (g(a) + h(t)).eq(0))):
        evaluator = Evaluator(world)
        assert evaluator.truth(g(a) > 0) is True
        assert evaluator.truth(h(t) >= 0) is not False


def test_families_of_functions_have_a_member_for_each_index():
    layers = FunctionFamily("f", I, Vectors(n), Vectors(n))
    for world in worlds_for(Claim((differentiable(layers),), Coord(layers[m](u), 1).eq(0))):
        assert set(world.values[layers]) == set(range(1, world.values[M] + 1))


def test_the_same_claim_has_the_same_worlds_in_another_process():
    program = (
        "import sys; sys.path.insert(0, 'tests/judging')\n"
        "from test_worlds import SETTINGS, claim\n"
        "from proofs.judging import worlds_for\n"
        "names = ('order', 'factors', 'densities', 'a diffeomorphism', 'matrices')\n"
        "print([[(w.label, list(map(repr, w.values.items()))) for w in worlds_for(claim(name))] for name in names])\n"
    )
    answers = {
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True,
                       env={"PYTHONHASHSEED": seed, "PYTHONPATH": "."}).stdout
        for seed in ("1", "2")
    }  # fmt: skip
    assert len(answers) == 1


def test_another_seed_gives_other_worlds():
    first, second = (gallery_of(claim("order"), seed).generics[0].world.values for seed in (0, 1))
    assert first != second


def test_hypotheses_that_contradict_each_other_leave_no_world():
    assert worlds_for(Claim((a > 1, a < 0), a.eq(a))) == []


def test_hypotheses_about_other_names_do_not_matter():
    E_far = E(log(p(t)), t, p)
    assert set(gallery_of(Claim((density(p), finite(E_far), a > 0), a.eq(a)), 0).setting.names) == {a}
