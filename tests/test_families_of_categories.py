"""Dirichlet, multinomial and categorical laws: densities against sympy.stats, moments, validity, worlds, writing."""

import pickle
from fractions import Fraction as F

import pytest
import sympy as sp
from flint import fmpq
from sympy import stats

from proofs.definedness import unmet
from proofs.integrability import is_finite
from proofs.judging import judge
from proofs.judging.numbers import evaluate
from proofs.judging.world import World
from proofs.language import (
    KL,
    Beta,
    Categorical,
    Claim,
    Column,
    Compositions,
    Coord,
    Dirichlet,
    E,
    H,
    Int,
    Interval,
    Multinomial,
    Number,
    Prod,
    Range,
    Simplex,
    Sum,
    Var,
    Vectors,
    digamma,
    factorial,
    forall,
    gamma,
    integer,
    log,
    loggamma,
    polygamma,
    space_of,
    sqrt,
    term,
    vector,
)
from proofs.language.facts import Facts
from proofs.language.sympy_door import to_sympy
from proofs.validity import law_unmet
from proofs.writing import plain
from proofs.writing.latex import latex

K, n = integer("K"), integer("n")
i, j = Var("i", Range(Number(1), K)), Var("j", Range(Number(1), K))
a, b, w = vector("alpha", K), vector("beta", K), vector("w", K)
x, p, q = Var("x", Simplex(K)), Var("p", Simplex(K)), Var("q", Simplex(K))
y = Var("y", Compositions(K, n))
shares, others, counts, one = Dirichlet(a), Dirichlet(b), Multinomial(n, p), Categorical(p)
z = Var("z", one.home)
whole = Sum(a[i], i)
positive = forall(i, a[i] > 0), forall(i, b[i] > 0), K >= 2, n >= 1


def column(text):
    return Column(tuple(Number(F(part)) for part in text.split()))


def rational(text):
    return [sp.Rational(part) for part in text.split()]


WORLD = World(
    {K: 3, n: 4, a: (F(1, 2), F(7, 3), F(5)), b: (F(2), F(1, 3), F(3, 2)), p: (F(1, 2), F(1, 3), F(1, 6)),
     q: (F(1, 7), F(2, 7), F(4, 7)), x: (F(1, 5), F(3, 5), F(1, 5)), y: (F(1), F(0), F(3))}
)  # fmt: skip


# ---------------------------------------------------------------------------------------------------------------------
# densities and means


def test_densities_agree_with_sympy_stats():
    dirichlet = stats.density(stats.MultivariateBeta("z", rational("1/2 7/3 5")))(*rational("1/5 3/5 1/5"))
    ours = evaluate(shares(x), WORLD).ball
    assert abs(float(ours.mid()) / float(dirichlet) - 1) < 1e-12
    multinomial = stats.density(stats.Multinomial("z", 4, *rational("1/2 1/3 1/6")))(1, 0, 3)
    assert evaluate(counts(y), WORLD).exact == fmpq(int(multinomial.p), int(multinomial.q))
    assert evaluate(one(Number(2)), WORLD).exact == fmpq(1, 3) and evaluate(one(Number(4)), WORLD).exact == 0


def test_a_density_and_its_logarithm_agree():
    for law, at in ((shares, x), (counts, y), (one, Number(3))):
        written = evaluate(log(law.density(at)), WORLD).ball
        assert written.overlaps(evaluate(law.log_density(at), WORLD).ball)


total = whole * (whole + 1)
CLOSED = {
    "mass": (Int(shares(x), x), 1),
    "mass of counts": (E(Number(1), y, counts), 1),
    "mean": (E(x[2], x, shares), a[2] / whole),
    "covariance": (E(x[1] * x[2], x, shares), a[1] * a[2] / total),
    "fractional power": (E(sqrt(x[2]), x, shares), gamma(whole) * gamma(a[2] + F(1, 2)) / (gamma(a[2]) * gamma(whole + F(1, 2)))),
    "logarithm": (E(log(x[1]), x, shares), digamma(a[1]) - digamma(whole)),
    "two logarithms": (
        E(log(x[1]) * log(x[2]), x, shares),
        (digamma(a[1]) - digamma(whole)) * (digamma(a[2]) - digamma(whole)) - polygamma(1, whole),
    ),
    "square of a logarithm": (
        E(log(x[1]) ** 2, x, shares),
        (digamma(a[1]) - digamma(whole)) ** 2 + polygamma(1, a[1]) - polygamma(1, whole),
    ),
    "logarithm beside a power": (
        E(x[1] * log(x[1]), x, shares), a[1] / whole * (digamma(a[1] + 1) - digamma(whole + 1))
    ),
    "quotient": (E(x[1] / x[2], x, shares), a[1] / (a[2] - 1)),
    "integral": (Int(Prod(x[i] ** (a[i] - 1), i), x), Prod(gamma(a[i]), i) / gamma(whole)),
    "volume": (Int(Number(1) + 0 * x[1], x), F(1, 2)),
    "divergence": (
        KL(shares, others),
        loggamma(whole) - Sum(loggamma(a[i]), i) - loggamma(Sum(b[i], i)) + Sum(loggamma(b[i]), i)
        + Sum((a[i] - b[i]) * (digamma(a[i]) - digamma(whole)), i),
    ),
    "counts": (E(y[1] * y[2], y, counts), n * (n - 1) * p[1] * p[2]),
    "divergence of counts": (KL(counts, Multinomial(n, q)), n * Sum(p[i] * log(p[i] / q[i]), i)),
    "entropy": (H(one), -Sum(p[i] * log(p[i]), i)),
    "category": (E(z**2, z, one), p[1] + 4 * p[2] + 9 * p[3]),
}  # fmt: skip


@pytest.mark.parametrize("name", CLOSED)
def test_closed_forms(name):
    left, right = (evaluate(term(side), WORLD) for side in CLOSED[name])
    assert left.kind == right.kind == "finite"
    assert left.ball.overlaps(right.ball) and left.digits >= 20, (left, right)


def test_two_shares_are_a_beta_law():
    law, u = Dirichlet(column("5/2 4/3")), Var("u", Interval(Number(0), Number(1)))
    point = Var("x", law.home)
    left = evaluate(E(abs(point[1] - F(1, 2)), point, law), World({}))  # no sum of powers: by quadrature
    right = evaluate(E(abs(u - F(1, 2)), u, Beta(F(5, 2), F(4, 3))), World({}))
    assert left.rigorous and left.digits >= 15 and left.ball.overlaps(right.ball)
    three = Dirichlet(column("1 2 3"))
    point = Var("x", three.home)
    assert evaluate(E(abs(point[1] - F(1, 2)), point, three), World({})).kind == "unknown"


def test_what_does_not_converge_has_no_value():
    assert evaluate(E(1 / x[1], x, shares), WORLD).kind == "unknown"  # alpha_1 = 1/2


@pytest.mark.parametrize(
    ("density", "kind"),
    [
        (Dirichlet(column("1 2"))(column("1/2 1/3")), "undefined"),  # no point of the simplex
        (Dirichlet(column("1 2"))(column("1/2 1/4 1/4")), "undefined"),
        (Dirichlet(column("1 -2"))(column("1/2 1/2")), "undefined"),
        (Multinomial(3, column("1/2 1/3"))(column("1 2")), "undefined"),  # no probabilities
        (Multinomial(3, column("1/2 1/2"))(column("1 3")), "zero"),
        (Multinomial(3, column("1/2 1/2"))(column("4 -1")), "zero"),
        (Multinomial(3, column("1/2 1/2"))(column("3/2 3/2")), "zero"),
    ],
)
def test_a_density_at_what_is_no_point_of_the_support(density, kind):
    found = evaluate(density, World({}))
    assert found.exact == 0 if kind == "zero" else found.kind == kind


# ---------------------------------------------------------------------------------------------------------------------
# what is known of them

FACTS = Facts(positive)


def test_a_law_has_valid_parameters():
    for law in (shares, counts, one, Dirichlet(a + y), Multinomial(n, column("1/2 1/2")), Categorical(x)):
        assert not law_unmet(law, Facts((*positive, n >= 0)))
    for law in (Dirichlet(w), Dirichlet(a - b), Multinomial(n, w), Multinomial(-n, p), Categorical(2 * p)):
        assert law_unmet(law, FACTS)
    assert law_unmet(shares, Facts(positive[:2]))  # there may be no category at all
    weights = forall(i, w[i] > 0), Sum(w[i], i).eq(1)
    assert not law_unmet(Categorical(w), Facts((*positive, *weights)))
    with pytest.raises(TypeError, match="entry for each category"):
        support = Dirichlet(n).home
        raise AssertionError(support)


def test_points_of_a_simplex_are_vectors_whose_sums_are_none():
    assert space_of(x) is space_of(x + x) is Vectors(K)
    assert FACTS.positive(x[i]) and not FACTS.positive((x - p)[i]) and not FACTS.positive(w[i])
    assert FACTS.nonnegative(y[i]) and not FACTS.positive(y[i]) and FACTS.integer(y[i]) and not FACTS.integer(x[i])
    assert FACTS.within(x, Simplex(K)) and not FACTS.within(2 * x, Simplex(K)) and not FACTS.within(w, Simplex(K))
    assert FACTS.positive(shares(x)) and FACTS.positive(counts(y))


FINITE = [
    E(x[j] ** 3, x, shares), E(log(x[j]), x, shares), KL(shares, others), H(shares), E(log(others(x)), x, shares),
    Int(Prod(x[i] ** (a[i] - 1), i), x), Int(Prod(x[i] ** y[i], i) * Prod(x[i] ** (a[i] - 1), i), x),
    E(y[j] ** 2, y, counts), Int(Multinomial(n, x)(y) * shares(x), x), KL(one, Categorical(q)),
]  # fmt: skip
NOT_KNOWN = [
    E(1 / x[j], x, shares), Int(Prod(x[i] ** (a[i] - 2), i), x), Int(Prod(x[i] ** (a[i] - 1), i) ** 2, x),
    E(log(x[j] - p[j]), x, shares), Int(Prod(x[i] ** (a[i] - 1), i) * Prod(x[i] ** (b[i] - 1), i), x),
]  # fmt: skip


@pytest.mark.parametrize("mean", FINITE, ids=plain)
def test_a_mean_is_known_to_be_finite(mean):
    assert is_finite(mean, FACTS) and not unmet(mean, FACTS)


@pytest.mark.parametrize("mean", NOT_KNOWN, ids=plain)
def test_a_mean_that_may_be_infinite_is_not_called_finite(mean):
    assert not is_finite(mean, FACTS)


posterior = Multinomial(n, x)(y) * shares(x) / Int(Multinomial(n, x)(y) * shares(x), x)
TRUE = {
    "density": shares(x).eq(gamma(whole) / Prod(gamma(a[i]), i) * Prod(x[i] ** (a[i] - 1), i)),
    "posterior": posterior.eq(Dirichlet(a + y)(x)),
    "counts": counts(y).eq(factorial(n) / Prod(factorial(y[i]), i) * Prod(p[i] ** y[i], i)),
    "sum": Sum(x[i], i).eq(1),
}
FALSE = {
    "an exponent": shares(x).eq(gamma(whole) / Prod(gamma(a[i]), i) * Prod(x[i] ** a[i], i)),
    "no normaliser": shares(x).eq(Prod(x[i] ** (a[i] - 1), i)),
    "counts twice": posterior.eq(Dirichlet(a + 2 * y)(x)),
    "no coefficient": counts(y).eq(Prod(p[i] ** y[i], i)),
    "the other way": KL(shares, others).eq(KL(others, shares)),
    "no points of a simplex": Sum(w[i], i).eq(1),
}


def test_claims_are_judged_in_worlds_of_their_own():
    for name, statement in TRUE.items():
        numbers = judge(Claim(positive, statement))
        assert numbers.outcome == "agree" and numbers.killed == numbers.mutants, name
    for name, statement in FALSE.items():
        assert judge(Claim(positive, statement)).outcome == "disagree", name


# ---------------------------------------------------------------------------------------------------------------------
# written down


def test_how_they_are_written():
    assert latex(shares(x)) == "\\mathrm{Dir}(x \\mid \\alpha)" and latex(counts) == "\\mathrm{Mult}(n, p)"
    assert latex(one) == "\\mathrm{Cat}(p)" and plain(shares) == "Dirichlet(α)"
    assert latex(Simplex(K)) == "\\Delta^{K - 1}" and latex(Simplex(Number(3))) == "\\Delta^2"
    assert latex(y.space) == "\\{x \\in \\mathbb{N}_0^K : x_1 + \\dots + x_{K} = n\\}"
    assert plain(Simplex(K)) == "the simplex in R^K" and plain(y.space) == "the counts in Z^K with sum n"
    for node in (shares(x), counts(y), one, Simplex(K), y.space):
        assert pickle.loads(pickle.dumps(node)) is node


def test_sympy_knows_their_points_as_vectors():
    assert to_sympy(x).shape == (to_sympy(K), 1) and to_sympy(Coord(y, Number(2))) == to_sympy(y)[1, 0]
    assert to_sympy(E(x[1], x, shares)).has(sp.Function("Dirichlet"))
    assert to_sympy(shares(x)).has(sp.gamma, sp.Product) or to_sympy(shares(x)).has(sp.loggamma)
