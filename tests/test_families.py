"""The named laws: densities against sympy.stats, mass one, moments in closed form, which means are finite, validity."""

from fractions import Fraction as F

import pytest
import sympy as sp
from sympy import stats

from proofs.definedness import unmet
from proofs.integrability import is_finite
from proofs.judging import judge
from proofs.judging.numbers import evaluate
from proofs.judging.world import World
from proofs.language import (
    KL,
    R_POSITIVE,
    Bernoulli,
    BetaBinomial,
    Binomial,
    ChiSquared,
    Claim,
    Column,
    Counting,
    DiscreteUniform,
    E,
    ExGaussian,
    Family,
    FisherF,
    Geometric,
    Gumbel,
    H,
    HalfNormal,
    Hypergeometric,
    Int,
    InverseGamma,
    InverseGaussian,
    Logistic,
    LogNormal,
    MatrixNormal,
    MultivariateT,
    NegativeBinomial,
    Normal,
    Number,
    Pareto,
    Poisson,
    R,
    Range,
    Rayleigh,
    Rows,
    StudentT,
    Var,
    Weibull,
    cos,
    digamma,
    exp,
    gamma,
    integer,
    is_counted,
    log,
    nonzero,
    pi,
    sqrt,
    support,
    term,
)
from proofs.language.facts import Facts
from proofs.language.spaces import Z_INTEGERS, PositiveReals
from proofs.language.sympy_door import to_sympy
from proofs.validity import law_unmet
from proofs.writing import plain
from proofs.writing.latex import latex


def n(value):
    return Number(F(value))


def q(value):
    return sp.Rational(value)


third = n("1/3")
x, xp, k = Var("x", R), Var("x", R_POSITIVE), Var("k", Z_INTEGERS)
a, b, m, p = Var("a", R_POSITIVE), Var("b", R_POSITIVE), Var("m", R), Var("p", R)
c = integer("c")

# a law, the same for sympy.stats, and points at which to compare the two
LAWS = [
    (StudentT(n("7/2"), 0, 1), stats.StudentT("z", q("7/2")), ["-2", "0", "5/3"]),
    (Logistic(third, n("7/5")), stats.Logistic("z", q("1/3"), q("7/5")), ["-2", "1/3", "5"]),
    (Gumbel(third, n("7/5")), stats.Gumbel("z", q("7/5"), q("1/3")), ["-2", "1/3", "5"]),
    (InverseGamma(n("7/2"), n("7/5")), stats.GammaInverse("z", q("7/2"), q("7/5")), ["1/5", "3"]),
    (ChiSquared(3), stats.ChiSquared("z", 3), ["1/5", "3"]),
    (LogNormal(third, n("2/5")), stats.LogNormal("z", q("1/3"), q("2/5")), ["1/5", "3"]),
    (Weibull(n("7/5"), n("5/3")), stats.Weibull("z", q("5/3"), q("7/5")), ["1/5", "3"]),
    (Rayleigh(n("5/3")), stats.Rayleigh("z", q("5/3")), ["1/5", "3"]),
    (Pareto(n("7/2"), n("5/3")), stats.Pareto("z", q("5/3"), q("7/2")), ["2", "7"]),
    (InverseGaussian(n("7/2"), n("5/3")), stats.GaussianInverse("z", q("7/2"), q("5/3")), ["1/5", "3"]),
    (FisherF(7, 5), stats.FDistribution("z", 7, 5), ["1/5", "3"]),
    (ExGaussian(third, n("7/5"), n("5/3")), stats.ExGaussian("z", q("1/3"), q("7/5"), q("5/3")), ["-2", "1/3", "5"]),
    (BetaBinomial(5, n("7/2"), n("5/3")), stats.BetaBinomial("z", 5, q("7/2"), q("5/3")), ["0", "2", "5"]),
    (Hypergeometric(9, 4, 3), stats.Hypergeometric("z", 9, 4, 3), ["0", "2", "3"]),
    (Binomial(5, third), stats.Binomial("z", 5, q("1/3")), ["0", "2", "5"]),
    (DiscreteUniform(-1, 4), stats.DiscreteUniform("z", list(range(-1, 5))), ["-1", "4"]),
    (Geometric(third), stats.Geometric("z", q("1/3")), ["0", "4"]),
    (NegativeBinomial(3, third), stats.NegativeBinomial("z", 3, q("1/3")), ["0", "4"]),
]
OPEN = {Geometric: 1}  # sympy counts trials, not failures


@pytest.mark.parametrize(("law", "variable", "points"), LAWS, ids=lambda v: type(v).__name__)
def test_a_law_agrees_with_sympy_stats(law, variable, points):
    for at in points:
        ours = to_sympy(law.log_density(n(at))).evalf(30)
        density = stats.density(variable)(q(at) + OPEN.get(type(law), 0))
        assert abs(ours - sp.log(density).evalf(30)) < sp.Float("1e-25"), at
        if isinstance(law, Counting):
            assert evaluate(law(n(at)), World({})).ball.overlaps(evaluate(exp(law.log_density(n(at))), World({})).ball)


def rows(*lines):
    return Rows(tuple(Column(tuple(n(v) for v in line.split())) for line in lines))


def column(text):
    return Column(tuple(n(v) for v in text.split()))


def symbolic(*lines):
    return sp.ImmutableMatrix([[q(v) for v in line.split()] for line in lines])


U, V, W = ("2 1", "1 3"), ("5 1 0", "1 2 1/2", "0 1/2 1"), ("1 2 -1", "0 1/3 2")


def test_laws_of_vectors_and_matrices_agree_with_sympy_stats():
    centre = ("1/2 0 1", "1 1 -1")
    ours = evaluate(MatrixNormal(rows(*centre), rows(*U), rows(*V))(rows(*W)), World({})).ball
    theirs = stats.density(stats.MatrixNormal("z", symbolic(*centre), symbolic(*U), symbolic(*V)))(symbolic(*W))
    assert abs(float(ours.mid()) / float(theirs.doit()) - 1) < 1e-12
    ours = evaluate(MultivariateT(column("1/2 1"), rows(*U), n("7/2"))(column("2 -1")), World({})).ball
    joint = stats.MultivariateT("z", symbolic("1/2", "1"), symbolic(*U), q("7/2"))
    theirs = stats.density(joint)(symbolic("2", "-1"))
    assert abs(float(ours.mid()) / float(theirs) - 1) < 1e-12


def variable_for(law):
    return k if is_counted(support(law)) else xp if isinstance(support(law), PositiveReals) else x


VALUES = {a: F(7, 5), b: F(5, 3), m: F(-1, 3), p: F(2, 7), c: 4}
NAMED = [
    StudentT(a, m, b), Logistic(m, a), Gumbel(m, a), InverseGamma(a, b), ChiSquared(a), LogNormal(m, a), Weibull(a, b),
    Weibull(n("1/2"), b), Rayleigh(a), Pareto(a, b), Binomial(c, p), DiscreteUniform(1, c), Geometric(p),
    NegativeBinomial(a, p), NegativeBinomial(n("1/2"), p), Poisson(a), Bernoulli(p), InverseGaussian(a, b), FisherF(a, b), ExGaussian(m, a, b),
    HalfNormal(a), BetaBinomial(c, a, b), Hypergeometric(9, c, 3),
]  # fmt: skip


@pytest.mark.parametrize("law", NAMED, ids=plain)
def test_a_law_has_mass_one_and_no_divergence_from_itself(law):
    v = variable_for(law)
    one = evaluate(E(n(1), v, law), World(VALUES))
    integral = evaluate(Int(law(v), v), World(VALUES)) if not isinstance(support(law), Range) else one
    assert one.rigorous and one.ball.contains(1) and integral.ball.contains(1)
    entropy, cross = evaluate(H(law), World(VALUES)), evaluate(E(log(law(v)), v, law), World(VALUES))
    assert entropy.digits > 20 and (entropy.ball + cross.ball).contains(0)
    assert evaluate(KL(law, law), World(VALUES)).ball.contains(0)


EULER = -digamma(n(1))
MEANS = {
    "t": (E((x - m) ** 2, x, StudentT(4, m, b)), 2 * b**2),
    "logistic": (E((x - m) ** 2, x, Logistic(m, a)), a**2 * pi**2 / 3),
    "logistic entropy": (H(Logistic(m, a)), log(a) + 2),
    "Gumbel": (E(x, x, Gumbel(m, a)), m + a * EULER),
    "Gumbel entropy": (H(Gumbel(m, a)), log(a) + EULER + 1),
    "inverse Gamma": (E(xp, xp, InverseGamma(a + 1, b)), b / a),
    "inverse Gamma log": (E(log(xp), xp, InverseGamma(a, b)), log(b) - digamma(a)),
    "chi squared": (E(xp**2, xp, ChiSquared(a)), a * (a + 2)),
    "log-normal": (E(xp, xp, LogNormal(m, n("1/2"))), exp(m + n("1/8"))),
    "log-normal entropy": (H(LogNormal(m, n("1/2"))), m + n("1/2") + log(2 * pi * n("1/4")) / 2),
    "log-normal divergence": (KL(LogNormal(m, a), LogNormal(n(0), b)), KL(Normal(m, a), Normal(0, b))),
    "Weibull": (E(xp, xp, Weibull(a, b)), b * gamma(1 + 1 / a)),
    "Rayleigh": (E(xp, xp, Rayleigh(a)), a * sqrt(pi / 2)),
    "Pareto": (E(x, x, Pareto(a + 1, b)), (a + 1) * b / a),
    "inverse Gaussian": (E(xp**3, xp, InverseGaussian(a, b)), a**3 + 3 * a**4 / b + 3 * a**5 / b**2),
    "inverse Gaussian, generating": (
        E(exp(xp / 5), xp, InverseGaussian(a, b)),
        exp(b / a * (1 - sqrt(1 - 2 * a**2 / (5 * b)))),
    ),
    "F": (E(xp**2, xp, FisherF(a, n(9))), 81 * (a + 2) / (a * 35)),
    "ex-Gaussian": (E((x - m) ** 2, x, ExGaussian(m, a, b)), a**2 + 2 / b**2),
    "ex-Gaussian, generating": (E(exp(x), x, ExGaussian(m, a, b)), b / (b - 1) * exp(m + a**2 / 2)),
    "half-normal": (E(xp, xp, HalfNormal(a)), a * sqrt(2 / pi)),
    "beta-binomial": (E(k, k, BetaBinomial(c, a, b)), c * a / (a + b)),
    "hypergeometric": (E(k**2, k, Hypergeometric(9, c, 3)), c / 3 + c * (c - 1) / 12),
    "binomial": (E(k**2, k, Binomial(c, p)), c * p * (1 - p) + c**2 * p**2),
    "uniform": (E(k, k, DiscreteUniform(1, c)), (c + 1) / 2),
    "geometric": (E(k, k, Geometric(p)), (1 - p) / p),
    "geometric variance": (E((k - (1 - p) / p) ** 2, k, Geometric(p)), (1 - p) / p**2),
    "negative binomial": (E(k, k, NegativeBinomial(a, p)), a * (1 - p) / p),
    "negative binomial, generating": (E(exp(-k), k, NegativeBinomial(a, p)), (p / (1 - (1 - p) * exp(n(-1)))) ** a),
    "Poisson": (E(k**3, k, Poisson(a)), a**3 + 3 * a**2 + a),
    "Poisson, generating": (E(exp(k), k, Poisson(a)), exp(a * (exp(n(1)) - 1))),
    "Geometric divergence": (
        KL(Geometric(p), Geometric(third)),
        log(p / third) + (1 - p) / p * log((1 - p) / (1 - third)),
    ),
    "counts of two kinds": (KL(Binomial(2, p), Binomial(3, p)), KL(Binomial(2, p), Binomial(3, p))),
}


@pytest.mark.parametrize("name", MEANS)
def test_closed_forms(name):
    left, right = (evaluate(term(side), World(VALUES)) for side in MEANS[name])
    assert left.kind == right.kind == "finite"
    assert left.ball.overlaps(right.ball) and left.digits >= 20, (left, right)


WRITTEN_OUT = [InverseGaussian(a, b), FisherF(a, n(9)), ExGaussian(m, a, b)]


@pytest.mark.parametrize("law", WRITTEN_OUT, ids=plain)
@pytest.mark.parametrize("power", [0, 1, 2, 3])
def test_moments_are_those_of_the_density(law, power):
    v = variable_for(law)
    mean = evaluate(E(v**power, v, law), World(VALUES))
    integral = evaluate(Int(v**power * exp(law.log_density(v)), v), World(VALUES))
    assert integral.rigorous and integral.digits > 20 and mean.ball.overlaps(integral.ball)


def test_a_moment_that_does_not_exist_has_no_value():
    assert evaluate(E(xp, xp, FisherF(a, b)), World(VALUES)).kind != "finite"


def test_a_divergence_is_infinite_where_the_support_is_left():
    world = World(VALUES)
    assert evaluate(KL(Binomial(3, p), Binomial(2, p)), world).kind == "oo"
    assert evaluate(KL(Logistic(m, a), LogNormal(m, a)), world).kind == "oo"
    assert evaluate(KL(Pareto(a, 1), Pareto(a, 2)), world).kind == "oo"
    assert evaluate(KL(Geometric(p), Normal(0, 1)), world).kind == "unknown"
    assert evaluate(KL(Binomial(3, p), Normal(0, 1)), world).kind == "unknown"


def test_densities_vanish_outside_their_support():
    world = World(VALUES)
    outside = [Pareto(a, b)(n(1)), LogNormal(m, a)(n(-1)), Binomial(3, p)(n(4)), Geometric(p)(n(-1)),
               DiscreteUniform(1, 3)(n("3/2")), InverseGaussian(a, b)(n(-1)),
               Hypergeometric(9, c, 7)(n(1)), BetaBinomial(c, a, b)(n(5)), Weibull(a, b)(n(-1))]  # fmt: skip
    assert all(evaluate(density, world).exact == 0 for density in outside)


@pytest.mark.parametrize("mean", [E(x, x, Normal(0, 1 - a)), E(xp, xp, Weibull(-a, b)), E(k, k, Geometric(2)),
                                  E(k, k, Binomial(3, n(-1))), E(k, k, Binomial(a, p))])  # fmt: skip
def test_a_law_that_is_none_has_no_mean(mean):
    assert evaluate(mean, World({**VALUES, a: F(7, 5)})).kind in ("undefined", "unknown")


# ---------------------------------------------------------------------------------------------------------------------
# the other judge

FACTS = Facts((p > 0, p < 1, c >= 1))
FINITE = [
    E(x**3, x, StudentT(4, m, b)), E(x**2 * cos(x), x, Logistic(m, a)), E(abs(x), x, Gumbel(m, a)),
    E(xp, xp, InverseGamma(2, b)), E(xp * log(xp), xp, InverseGamma(2, b)), E(xp**5, xp, LogNormal(m, a)),
    E(log(xp), xp, Weibull(a, b)), E(x**2, x, Pareto(n("5/2"), b)), E(k**3, k, Geometric(p)),
    E(log(Poisson(a)(k)), k, Geometric(p)), E(k**2, k, Binomial(c, p)), E(log(LogNormal(m, a)(xp)), xp, ChiSquared(b)),
    E(xp**4, xp, InverseGaussian(a, b)), H(InverseGaussian(a, b)), E(xp**2, xp, FisherF(a, 5)), E(x**4, x, ExGaussian(m, a, b)),
    E(log(xp), xp, HalfNormal(a)), E(k**2, k, BetaBinomial(c, a, b)), H(FisherF(a, b)),
    H(LogNormal(m, a)), KL(Geometric(p), Poisson(a)), E(x, x, StudentT(a + 1, m, b)), E(k**2, k, NegativeBinomial(a, p)),
]  # fmt: skip
NOT_KNOWN = [
    E(xp**2, xp, FisherF(a, 4)), E(log(InverseGaussian(a, b)(xp)), xp, ChiSquared(1)), E(exp(x), x, ExGaussian(m, a, b)),
    E(x**4, x, StudentT(4, m, b)), E(exp(x), x, Logistic(m, a)), E(exp(-x), x, Gumbel(m, a)), E(xp, xp, InverseGamma(1, b)),
    E(xp**2, xp, InverseGamma(2, b)), E(1 / xp, xp, LogNormal(m, a)), E(x**2, x, Pareto(2, b)), E(exp(k), k, Geometric(p)),
    E(x, x, StudentT(a, m, b)), E(log(Geometric(p)(k)), k, Normal(0, 1)), E(log(InverseGamma(a, b)(xp)), xp, ChiSquared(1)),
    E(exp(xp), xp, LogNormal(m, a)), E(log(x), x, StudentT(4, m, b)),
]  # fmt: skip


@pytest.mark.parametrize("mean", FINITE, ids=plain)
def test_a_mean_is_known_to_be_finite(mean):
    assert is_finite(mean, FACTS)


@pytest.mark.parametrize("mean", NOT_KNOWN, ids=plain)
def test_a_mean_that_may_be_infinite_is_not_called_finite(mean):
    assert not is_finite(mean, FACTS)


VALID = [
    (StudentT(a, m, b), StudentT(a, m, -b)), (StudentT(a, m, b), StudentT(m, m, b)), (Gumbel(m, a), Gumbel(m, m)),
    (Logistic(m, a), Logistic(m, 0)), (InverseGamma(a, b), InverseGamma(-1, b)), (ChiSquared(a), ChiSquared(0)),
    (LogNormal(m, a), LogNormal(m, m)), (Weibull(a, b), Weibull(a, m)), (Rayleigh(a), Rayleigh(m)),
    (Pareto(a, b), Pareto(0, b)), (Binomial(c, p), Binomial(c, p + 1)), (Binomial(c, p), Binomial(-c, p)),
    (Binomial(c, p), Binomial(a, p)), (DiscreteUniform(1, c), DiscreteUniform(c + 1, 1)),
    (DiscreteUniform(1, c), DiscreteUniform(1, c + a)), (Geometric(p), Geometric(m)),
    (NegativeBinomial(a, p), NegativeBinomial(m, p)), (InverseGaussian(a, b), InverseGaussian(m, b)),
    (FisherF(a, b), FisherF(a, m)), (ExGaussian(m, a, b), ExGaussian(m, a, m)), (HalfNormal(a), HalfNormal(m)),
    (BetaBinomial(c, a, b), BetaBinomial(c, m, b)), (BetaBinomial(c, a, b), BetaBinomial(a, a, b)),
    (Hypergeometric(c + 1, c, 1), Hypergeometric(c, c + 1, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("law", "none"), VALID, ids=plain)
def test_a_law_has_valid_parameters(law, none):
    assert isinstance(law, Family) and not law_unmet(law, FACTS)
    assert law_unmet(none, FACTS)


def test_where_densities_are_positive():
    assert (
        FACTS.positive(StudentT(a, m, b)(x)) and FACTS.positive(Gumbel(m, a)(x)) and FACTS.positive(Weibull(a, b)(xp))
    )
    assert not FACTS.positive(Weibull(a, b)(x)) and not FACTS.positive(Pareto(a, b)(x))
    assert FACTS.positive(Pareto(a, b)(b + 1)) and not FACTS.positive(Pareto(a, b)(b / 2))
    assert FACTS.positive(Binomial(c, p)(Var("i", Range(Number(0), c)))) and not FACTS.positive(Binomial(c, p)(k))
    assert not Facts(()).positive(Geometric(p)(Var("i", Range(Number(0), c))))
    assert unmet(log(Pareto(a, b)(x)), FACTS) and not unmet(E(log(Pareto(a, b)(x)), x, Pareto(a, b)), FACTS)
    assert not unmet(E(log(Geometric(p)(k)), k, Geometric(p)), FACTS)
    assert unmet(1 / StudentT(a, m, b)(x), FACTS) == () and nonzero(x) in unmet(1 / x, FACTS)


def test_laws_in_claims():
    hypotheses = (p > 0, p < 1)
    assert judge(Claim(hypotheses, E(k, k, Geometric(p)).eq((1 - p) / p))).outcome == "agree"
    assert judge(Claim(hypotheses, E(k, k, Geometric(p)).eq(1 / p))).outcome == "disagree"
    assert judge(Claim((*hypotheses, c >= 1), E(k, k, Binomial(c, p)).eq(c * p))).outcome == "agree"
    assert judge(Claim((*hypotheses, c >= 1), E(k**2, k, Binomial(c, p)).eq(c * p))).outcome == "disagree"
    assert judge(Claim((), E(xp, xp, LogNormal(m, n("1/2"))).eq(exp(m + n("1/8"))))).outcome == "agree"
    assert judge(Claim((), E(xp, xp, LogNormal(m, n("1/2"))).eq(exp(m)))).outcome == "disagree"
    assert judge(Claim((), E(log(xp), xp, Weibull(a, b)).eq(log(b) - EULER / a))).outcome == "agree"


def test_how_laws_are_written():
    assert latex(StudentT(a, m, b)) == r"\mathrm{t}(a, m, b^2)"
    assert latex(LogNormal(m, sqrt(a))) == r"\mathrm{LogNormal}(m, a)"
    assert latex(Binomial(c, p)(k)) == r"\mathrm{Bin}(k \mid c, p)"
    assert latex(DiscreteUniform(1, c)) == r"\mathcal{U}(\{1, \dots, c\})"
    assert latex(ChiSquared(a)) == r"\chi^2(a)"
    assert latex(NegativeBinomial(a, p, "q")(k)) == "q(k)"
    assert plain(LogNormal(m, a)) == "LogNormal(m, a²)" and plain(Geometric(p)) == "Geometric(p)"
