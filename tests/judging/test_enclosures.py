"""Enclosures on the line against closed forms and mpmath; laws integrate to one; what must stay unknown does."""

from fractions import Fraction as F

import mpmath
import pytest
from flint import acb, arb, arb_poly, ctx

from proofs import language as L
from proofs.judging import enclose, quadrature, series
from proofs.judging.elementary import COMPLEX
from proofs.judging.kinks import roots_of, sign_on
from proofs.judging.numbers import Evaluator, Value, agreement, evaluate
from proofs.judging.world import Line, World
from proofs.language import (
    KL,
    R_POSITIVE,
    Beta,
    Cases,
    Cauchy,
    CrossEntropy,
    E,
    Exponential,
    Gamma,
    H,
    Int,
    Interval,
    Laplace,
    Mixture,
    Normal,
    Number,
    Poisson,
    R,
    Sum,
    Uniform,
    Var,
    beta,
    cos,
    digamma,
    erf,
    exp,
    factorial,
    floor,
    gamma,
    half,
    index,
    log,
    maximum,
    oo,
    pi,
    sigmoid,
    sqrt,
    tanh,
    term,
)


def n(value):
    return Number(F(value))


x, k = Var("x", R), index("k", 0, oo)
a, b, c, d = Var("a", R_POSITIVE), Var("b", R_POSITIVE), Var("c", R), Var("d", R)
VALUES = {a: F(7, 5), b: F(5, 3), c: F(1, 3), d: F(-2, 5)}
p, q = Normal(c, a, "p"), Normal(d, b, "q")
mix = Mixture((n("1/3"), n("2/3")), (p, q))
xp, xu = Var("x", R_POSITIVE), Var("x", Interval(n(0), n(1)))
LAWS = [p, Laplace(c, a), Cauchy(c, a), Gamma(a, b), Gamma(n("1/3"), b), Beta(a, b), Beta(n("1/2"), n("1/4")),
        Exponential(a), Uniform(d, c), mix]  # fmt: skip


def value(t, **more):
    return evaluate(t, World({**VALUES, **more}))


def gaussian_kl(mean_1, deviation_1, mean_2, deviation_2):
    return log(deviation_2 / deviation_1) - half + (deviation_1**2 + (mean_1 - mean_2) ** 2) / (2 * deviation_2**2)


CLOSED_FORMS = {
    "gaussian KL": (KL(p, q), gaussian_kl(c, a, d, b)),
    "gaussian KL as a mean": (E(log(p(x)) - log(q(x)), x, p), gaussian_kl(c, a, d, b)),
    "gaussian KL of a quotient": (E(log(p(x) / q(x)), x, p), gaussian_kl(c, a, d, b)),
    "gaussian KL beside a factor": (E(log(b * p(x) / q(x)), x, p), gaussian_kl(c, a, d, b) + log(b)),
    "gaussian KL as an integral": (Int(p(x) * (log(p(x)) - log(q(x))), x), gaussian_kl(c, a, d, b)),
    "gaussian cross-entropy": (CrossEntropy(p, q), gaussian_kl(c, a, d, b) + log(2 * pi * L.e * a**2) / 2),
    "fourth moment": (E((x - c) ** 4, x, p), 3 * a**4),
    "moment generating function": (E(exp(x), x, p), exp(c + a**2 / 2)),
    "characteristic function": (E(cos(x - c), x, p), exp(-(a**2) / 2)),
    "absolute moment": (E(abs(x - c), x, p), a * sqrt(2 / pi)),
    "rectified mean": (E(maximum(x - c, 0), x, p), a / sqrt(2 * pi)),
    "rectified off centre": (E(maximum(x - d, 0), x, p), a * exp(-(((c - d) / a) ** 2) / 2) / sqrt(2 * pi)
                             + (c - d) * (1 + erf((c - d) / (a * sqrt(n(2))))) / 2),
    "probability by cases": (E(Cases((n(1),), (x <= c + a,), n(0)), x, p), (1 + erf(1 / sqrt(n(2)))) / 2),
    "sigmoid is fair": (E(sigmoid(x - c), x, p), half),
    "Laplace KL": (KL(Laplace(c, a), Laplace(d, b)),
                   log(b / a) + abs(c - d) / b + a / b * exp(-abs(c - d) / a) - 1),
    "Laplace entropy": (H(Laplace(c, a)), 1 + log(2 * a)),
    "Exponential KL": (KL(Exponential(a), Exponential(b)), log(a / b) + b / a - 1),
    "Gamma KL": (KL(Gamma(a, b), Gamma(b, a)),
                 (a - b) * digamma(a) - L.loggamma(a) + L.loggamma(b) + b * (log(b) - log(a)) + a * (a - b) / b),
    "Gamma log squared": (E(log(xp) ** 2, xp, Gamma(a, n(1))), L.polygamma(1, a) + digamma(a) ** 2),
    "Beta KL": (KL(Beta(a, b), Beta(b, a)), (a - b) * (digamma(a) - digamma(b))),
    "Beta two logs": (E(log(xu) * log(1 - xu), xu, Beta(n(1), n(1))), 2 - pi**2 / 6),
    "Cauchy entropy": (H(Cauchy(c, a)), log(4 * pi * a)),
    "Cauchy KL": (KL(Cauchy(c, a), Cauchy(d, b)), log(((a + b) ** 2 + (c - d) ** 2) / (4 * a * b))),
    "Uniform variance": (E((x - (c + d) / 2) ** 2, x, Uniform(d, c)), (c - d) ** 2 / 12),
    "KL of Uniform and Normal": (KL(Uniform(n(0), n(1)), Normal(n(0), n(1))), log(2 * pi) / 2 + n("1/6")),
    "Poisson mean": (E(x, x, Poisson(a)), a),
    "Poisson KL": (KL(Poisson(a), Poisson(b)), a * log(a / b) + b - a),
    "exponential series": (Sum(a**k / factorial(k), k), exp(a)),
    "geometric series": (Sum((a / 2) ** k, k), 1 / (1 - a / 2)),
    "gamma integral": (Int(xp ** (a - 1) * exp(-xp), xp), gamma(a)),
    "beta integral": (Int(xu ** (a - 1) * (1 - xu) ** (b - 1), xu), beta(a, b)),
    "gaussian integral": (Int(exp(-(x**2) / 2), x), sqrt(2 * pi)),
    "gaussian cosine": (Int(exp(-(x**2) / 2) * cos(x), x), sqrt(2 * pi) * exp(n("-1/2"))),
    "arctan integral": (Int(1 / (1 + x**2), x), pi),
    "logistic density": (Int(sigmoid(x) * (1 - sigmoid(x)), x), n(1)),
    "sqrt at its end": (Int(sqrt(xu), xu), n("2/3")),
    "abs inside": (Int(abs(Var("x", Interval(n(-1), n(2)))), Var("x", Interval(n(-1), n(2)))), n("5/2")),
    "arcsine": (Int(L.arcsin(xu / 2), xu), pi / 6 + sqrt(n(3)) - 2),
    "complementary error": (Int(L.erfc(xu), xu), L.erfc(n(1)) + (1 - exp(n(-1))) / sqrt(pi)),
    "floor": (Int(floor(Var("x", Interval(n(0), n("7/2")))), Var("x", Interval(n(0), n("7/2")))), n("9/2")),
    "maximum": (Int(maximum(xu, 1 - xu), xu), n("3/4")),
    "kinks of a quadratic": (Int(abs(xu**2 - n("1/2")), xu), (2 * sqrt(n(2)) - 1) / 6),
    "kinks of a quadratic under a law": (E(abs(((x - c) / a) ** 2 - 1), x, p), 4 * exp(-half) / sqrt(2 * pi)),
    "root of a square": (E(sqrt(((x - c) ** 2 - a**2) ** 2), x, p), 4 * a**2 * exp(-half) / sqrt(2 * pi)),
    "maximum of a square": (Int(maximum(xu**2, xu - n("2/9")), xu), n("55/162")),
    "sign of a quadratic": (E(L.sign(((x - c) / a) ** 2 - 1), x, p), 1 - 2 * erf(1 / sqrt(n(2)))),
    "kinks of a cubic": (Int(abs((xu - n("1/4")) * (xu - half) * (xu - n("3/4"))), xu), n("5/256")),
}  # fmt: skip


@pytest.mark.parametrize("name", CLOSED_FORMS)
def test_closed_forms(name):
    left, right = (value(term(side)) for side in CLOSED_FORMS[name])
    assert agreement(left, right) == "agree", (left, right)
    assert left.digits >= 20 and left.rigorous


MPMATH = {  # integrand under the law, and the same for mpmath on the given range
    "tanh squared": (tanh(x) ** 2, p, lambda t: mpmath.tanh(t) ** 2, None),
    "log(1 + x^2)": (log(1 + x**2), p, lambda t: mpmath.log(1 + t**2), None),
    "softplus": (L.softplus(x), q, lambda t: mpmath.log1p(mpmath.exp(t)), None),
    "log of a mixture": (log(mix(x)), p, lambda t: mpmath.log(density(c, a, t) / 3 + 2 * density(d, b, t) / 3), None),
    "Jensen-Shannon half": (log(p(x) / ((p(x) + q(x)) / 2)), p,
                            lambda t: mpmath.log(2 / (1 + density(d, b, t) / density(c, a, t))), None),
}  # fmt: skip


def density(mean, deviation, t):
    m, s = (mpmath.mpf(VALUES[v].numerator) / VALUES[v].denominator for v in (mean, deviation))
    return mpmath.exp(-(((t - m) / s) ** 2) / 2) / (s * mpmath.sqrt(2 * mpmath.pi))


@pytest.mark.parametrize("name", MPMATH)
def test_against_mpmath(name):
    body, law, f, _ = MPMATH[name]
    names = (c, a) if law is p else (d, b)
    with mpmath.workdps(25):
        expected = mpmath.quad(lambda t: density(*names, t) * f(t), [-30, -8, -2, 0, 2, 8, 30])
        found = value(E(body, x, law))
        assert found.kind == "finite"
        assert abs(mpmath.mpf(found.ball.mid().str(25, radius=False)) - expected) < mpmath.mpf(10) ** -18


@pytest.mark.parametrize("law", LAWS, ids=lambda law: type(law).__name__)
def test_laws_integrate_to_one_by_quadrature(law):
    """Through exp(log-density) as a bare integrand, not through the mean of 1."""
    space = L.support(law)
    v = Var("v", space)
    if isinstance(law, Mixture):
        parts = [w * exp(part.log_density(v)) for w, part in zip(law.weights, law.components, strict=True)]
        bare = parts[0] + parts[1]
    else:
        bare = exp(law.log_density(v))
    found = value(Int(bare, v))
    assert found.kind == "finite" and found.ball.contains(1) and found.narrow
    assert value(Int(law(v), v)).ball.contains(1)


@pytest.mark.parametrize("law", LAWS[:2] + LAWS[3:8], ids=lambda law: type(law).__name__)
@pytest.mark.parametrize("degree", [1, 2, 3])
def test_moments_against_quadrature(law, degree):
    """The same mean twice: by exact moments, and pushed into quadrature by a function that is no polynomial."""
    v = Var("v", L.support(law))
    quick, slow = value(E(v**degree, v, law)), value(E(v**degree + tanh(v) - tanh(v), v, law))
    assert agreement(quick, slow) == "agree"


def test_poisson_sums_to_one():
    assert value(E(n(1), x, Poisson(a))).ball.contains(1)


@pytest.mark.parametrize("t", [
    E(x, x, Cauchy(c, a)), E(1 - x, x, Cauchy(c, a)), E(x, x, Cauchy(c, a)) + E(1 - x, x, Cauchy(c, a)),
    Int(x / (1 + x**2), x), Int(1 / xp, xp), Int(x, x), Int(1 / x, x), Sum((-a - 1) ** k, k),
    Int(exp(x), x), Int(1 / xu, xu), E(exp(x**2), x, p), E(exp(x), x, Laplace(c, a)), KL(Cauchy(c, a), p),
], ids=repr)  # fmt: skip
def test_what_does_not_converge_has_no_value(t):
    found = value(t)
    assert found.kind in ("unknown", "undefined"), found
    assert found.why


def test_kl_is_infinite_where_the_support_is_left():
    assert value(KL(p, Exponential(a))).kind == "oo"
    assert value(KL(Uniform(n(0), n(2)), Uniform(n(0), n(1)))).kind == "oo"
    assert value(KL(Gamma(a, b), Beta(a, b))).kind == "oo"
    assert value(KL(Uniform(n(0), n(1)), Uniform(n(0), n(2)))).ball.overlaps(arb(2).log())


def test_densities_vanish_outside_their_support():
    assert value(Exponential(a)(n(-1))).exact == 0
    assert value(Uniform(n(0), n(1))(n(2))).exact == 0
    assert value(Beta(a, b)(n(2))).exact == 0
    assert value(Poisson(a)(n("1/2"))).exact == 0


def test_densities_at_an_end_of_their_support_are_a_matter_of_convention():
    assert value(Beta(a, b)(n(1))).kind == "undefined"
    assert value(Exponential(a)(n(0))).kind == "undefined"


def test_unnamed_spaces_and_densities_on_a_line():
    space = L.Abstract("X")
    u, v, y = L.Density("u", space), L.Density("v", space), Var("y", space)
    world = World({u: Normal(n("1/2"), n(1)), v: Mixture((half, half), (Normal(n(0), n(2)), Normal(n(1), n(1))))},
                  {"X": Line()})  # fmt: skip
    judge = Evaluator(world, 20)
    assert judge.agree(E(v(y) / u(y), y, u), n(1)) != "disagree"
    assert judge.agree(KL(u, v), E(log(u(y)) - log(v(y)), y, u)) == "agree"
    assert judge.agree(KL(u, v), Int(u(y) * log(u(y) / v(y)), y)) == "agree"
    assert judge.agree(KL(v, u), E(log(v(y)), y, v) - E(log(u(y)), y, v)) == "agree"
    assert judge.agree(KL(u, v), KL(v, u)) == "disagree"
    assert judge.agree(Int(v(y), y), n(1)) == "agree"
    assert judge.truth(L.density(v)) is True and judge.truth(L.positive_density(v)) is True
    assert judge.truth(L.dominated(u, v)) is True


TAILS = ["gaussian cosine", "arctan integral", "gamma integral", "beta integral", "logistic density",
         "Cauchy entropy", "absolute moment", "exponential series"]  # fmt: skip


@pytest.mark.parametrize("name", TAILS)
def test_a_cut_carries_its_tail(name, monkeypatch):
    """With an early cut the ball is wide, and still holds the value that a late cut finds."""
    late = value(term(CLOSED_FORMS[name][0])).ball
    monkeypatch.setattr(quadrature, "tolerance", lambda: arb(2) ** -6)
    monkeypatch.setattr(series, "tolerance", lambda: arb(2) ** -6)
    early = value(term(CLOSED_FORMS[name][0]))
    assert early.ball.contains(late.mid()) and early.ball.rad() > 1e-12
    assert not early.narrow


def test_the_analytic_flag_is_heard():
    """FLINT alone, with the flag ignored, gives a ball that does not contain the integral of sqrt over [1, 4]."""
    wrong = acb.integral(lambda z, _: z.sqrt(), 1, 4).real
    v = Var("v", Interval(n(1), n(4)))
    assert not wrong.contains(arb(14) / 3)
    assert enclose(Int(sqrt(v), v)).overlaps(arb(14) / 3)
    assert enclose(Int(sqrt(v + 0 * tanh(v)), v)).overlaps(arb(14) / 3)
    w = Var("w", Interval(n(-9), n(9)))  # here the logarithm's cut is crossed off the axis, at w = +-i
    assert agreement(value(Int(log(1 + w**2), w)), value(2 * (9 * log(n(82)) - 18 + 2 * L.arctan(n(9))))) == "agree"
    assert agreement(value(Int(sqrt(1 + w**2), w)), value(9 * sqrt(n(82)) + log(9 + sqrt(n(82))))) == "agree"


NOT_ANALYTIC = {"log": (-1, 0), "sqrt": (-1, 0), "loggamma": (-1, 0), "polygamma": (-1, 0), "arctan": (0, 2),
                "abs": (0, 1), "sign": (0, 1), "floor": (1, 0), "softplus": (0, 3),
                "arcsin": (1, 0), "arccos": (-1, 0)}  # fmt: skip


@pytest.mark.parametrize("name", NOT_ANALYTIC)
def test_no_value_across_a_cut(name):
    across = acb(*(arb(part, 0.5) for part in NOT_ANALYTIC[name]))
    args = (acb(1), across) if name == "polygamma" else (across,)
    assert not COMPLEX[name](*args, True).is_finite()


def test_kinks_that_are_no_roots_of_polynomials_cost_digits_but_not_truth():
    v = Var("v", Interval(n(0), n(2)))
    found = value(Int(abs(exp(v) - L.e), v))
    assert found.kind == "finite" and found.ball.overlaps((arb(1).exp() - 1) ** 2)


@pytest.mark.parametrize(
    ("coefficients", "sign"),
    [([2, -3, 2], 1), ([-1, 0, 0], -1), ([0, 1], 1), ([0, 1, -1], 1), ([-1, 2], None), ([2, -9, 9], None), ([0], None)],
)
def test_signs_of_polynomials_from_0_to_1(coefficients, sign):
    assert sign_on(arb_poly(coefficients), arb(1)) == sign


def test_a_sign_that_a_ball_leaves_open():
    assert sign_on(arb_poly([arb(0, 1e-30), 1]), arb(1)) is None
    assert sign_on(arb_poly([1, -1]), arb(1, 1e-30)) is None


def test_roots_inside_a_piece():
    found = roots_of(arb_poly([arb(-1) / 2, 0, 1]), arb(1))
    assert len(found) == 1 and found[0].overlaps((arb(1) / 2).sqrt())
    assert roots_of(arb_poly([1, -2, 1]), arb(2)) == []  # a double root: no change of sign
    assert roots_of(arb_poly([1, 0, 1]), arb(2)) == roots_of(arb_poly([1]), arb(2)) == []


def test_derivatives_of_means_in_their_parameters():
    s, m = Var("s", R_POSITIVE), Var("m", R)
    second = E(x**2, x, Normal(c, s))
    judge = Evaluator(World(VALUES))
    assert judge.agree(L.diff(L.diff(second, s, s), s, a), n(2)) == "agree"
    assert judge.agree(L.diff(E(x**2, x, Normal(m, a)), m, c), 2 * c) == "agree"
    assert judge.agree(L.diff(KL(p, Normal(m, b)), m, c), n(0)) == "agree"


def test_a_kink_at_a_ball():
    root = Var("root", R)
    world = World({**VALUES, root: arb(2).sqrt()})
    found = evaluate(E(abs(x - root), x, Uniform(n(0), n(2))), world)
    assert found.kind == "finite"
    expected = evaluate((root**2 + (2 - root) ** 2) / 4, world)
    assert expected.ball.overlaps(found.ball)


def test_an_integral_inside_an_integral_stays_unknown():
    """Its square root meets a branch cut that only the outer variable can reach."""
    inner, outer = Var("s", Interval(n(0), n(1))), Var("t", Interval(n(0), n(1)))
    assert value(Int(Int(sqrt(inner + outer), inner), outer)).kind == "unknown"
    assert value(Int(outer * Int(sqrt(inner), inner), outer)).ball.overlaps(arb(1) / 3)


def test_nested_means():
    y = Var("y", R)
    judge = Evaluator(World(VALUES))
    inner = E(x * y, y, q)
    assert judge.agree(E(inner, x, p), c * d) == "agree"
    assert judge.agree(E(E(y**2, y, Normal(x, a)), x, q), a**2 + b**2 + d**2) == "agree"
    assert judge.agree(E(x * E(x, x, q), x, p), c * d) == "agree"


def test_wide_and_broken_balls_never_agree():
    good = Value("finite", arb(1))
    assert agreement(Value("finite", arb(1, 1)), good) == "unknown"
    assert agreement(Value("finite", arb(0, 1)), Value("finite", arb(0, 1))) == "unknown"
    assert agreement(Value("unknown"), good) == "unknown"
    assert agreement(Value("undefined"), Value("undefined")) == "unknown"
    assert agreement(Value("oo"), Value("oo")) == "agree"
    assert agreement(Value("oo"), Value("-oo")) == "disagree"
    assert agreement(Value("oo"), good) == "disagree"
    assert agreement(Value("finite", arb(2), rigorous=False), good) == "unknown"
    assert value(Var("w", R), **{}).kind == "unknown"
    nan = World({**VALUES, Var("w", R): arb.nan()})
    assert evaluate(Var("w", R) + 0, nan).kind == "unknown"


def test_cancellation_is_met_with_more_precision():
    tiny = F(1, 10**40)
    found = evaluate(exp(c + d) - exp(c), World({c: F(1), d: tiny}))
    assert found.narrow and found.digits >= 25
    with ctx.workdps(30):
        assert abs(found.ball / (arb(1).exp() * arb(10) ** -40) - 1) < arb(10) ** -25


def test_enclose_speaks():
    assert enclose(log(n(2)), digits=25).rel_accuracy_bits() > 80
    with pytest.raises(ValueError, match="no value"):
        enclose(c + 1)
    with pytest.raises(ValueError, match="division by 0"):
        enclose(1 / (c - c), {c: F(1)})
    with pytest.raises(ValueError, match="oo"):
        enclose(oo + 1)


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ((half, p, half, p), n(0)),  # a mixture of a law with itself
        ((half, p, n(1), p), -log(n("3/2"))),  # no density, but a multiple of one
        ((n("1/3"), p, n("2/3"), q), None),
    ],
)
def test_multiples_of_one_density_are_taken_together(parts, found):
    (w, first, v, second) = parts
    written = E(log(p(x) / (w * first(x) + v * second(x))), x, p)
    got = evaluate(written, World(VALUES))
    if found is None:
        assert got.exact is None and agreement(got, evaluate(KL(p, mix), World(VALUES))) == "agree"
    else:
        assert got.ball.overlaps(enclose(found)) and got.ball.rad() < 1e-30
