"""The repair of a refuted claim: the slip is named as a teacher names it, nothing false is named, nothing is guessed."""

import pytest

from proofs.judging import judge
from proofs.judging.numbers import Evaluator
from proofs.judging.world import World
from proofs.language import (
    KL,
    R_POSITIVE,
    Abstract,
    Claim,
    Density,
    Det,
    E,
    Entry,
    Exponential,
    Form,
    H,
    Identity,
    Inverse,
    MultivariateNormal,
    Normal,
    Number,
    Plus,
    Range,
    Sum,
    Term,
    Tr,
    Transpose,
    Var,
    cos,
    density,
    diff,
    dominated,
    exp,
    half,
    index,
    integer,
    log,
    matrix,
    pi,
    positive_definite,
    positive_density,
    sin,
    sqrt,
    substitute,
    symbols,
    vector,
)
from proofs.marking.amounts import number
from proofs.marking.repair import repair
from proofs.marking.slip_places import Place, called, places

mu, mu_1, mu_2, sigma, sigma_1, sigma_2, x, y, a, b = symbols("mu mu_1 mu_2 sigma sigma_1 sigma_2 x y a b")
lambda_1, lambda_2, theta = symbols("lambda_1 lambda_2 theta")
n, d = integer("n"), integer("d")
i, j = index("i", 1, n), index("j", 1, n)
xs = vector("x", n)
u, m_1, m_2 = (vector(name, d) for name in ("u", "mu_1", "mu_2"))
A, B, S_1, S_2 = (matrix(name, d) for name in ("A", "B", "Sigma_1", "Sigma_2"))
P, Q, N = Normal(mu_1, sigma_1, "p"), Normal(mu_2, sigma_2, "q"), Normal(mu, sigma)
x_plus = Var("x", R_POSITIVE)
X = Abstract("X")
omega = Var("omega", X)
p, q = Density("p", X), Density("q", X)
DENSITIES = (density(p), density(q), positive_density(p), positive_density(q))
TWO = (sigma_1 > 0, sigma_2 > 0)
spread = (sigma_1**2 + (mu_1 - mu_2) ** 2) / (2 * sigma_2**2)
multivariate = KL(MultivariateNormal(m_1, S_1), MultivariateNormal(m_2, S_2))
trace, form = Tr(Inverse(S_2) @ S_1), Form(m_2 - m_1, Inverse(S_2), m_2 - m_1)
log_det = log(Det(S_2) / Det(S_1))


def claim(statement, *hypotheses):
    return Claim(hypotheses, statement)


NAMED = {
    "a factor 1/2": (
        claim(E((x - mu) ** 2, x, N).eq(2 * sigma**2), sigma > 0),
        r"true with a factor $1/2$ on the right",
        sigma**2,
    ),
    "a factor 1/2 in one term": (
        claim(KL(P, Q).eq(log(sigma_2 / sigma_1) + (sigma_1**2 + (mu_1 - mu_2) ** 2) / sigma_2**2 - half), *TWO),
        r"true with a factor $1/2$ on the second term",
        None,
    ),
    "a sign": (
        claim(KL(P, Q).eq(log(sigma_2 / sigma_1) + spread + half), *TWO),
        r"true with a minus sign before the third term",
        log(sigma_2 / sigma_1) + spread - half,
    ),
    "a sign too many": (
        claim(H(Exponential(theta)).eq(1 + log(theta)), theta > 0),
        r"true with a minus sign before the second term",
        1 - log(theta),
    ),
    "the sign of the side": (
        claim(diff(cos(x), x).eq(sin(x))),
        r"true with the opposite sign on the right",
        -sin(x),
    ),
    "a square": (
        claim(E(x**2, x, N).eq(mu**2 + sigma), sigma > 0),
        r"true with $\sigma^2$ for $\sigma$ (the square is missing)",
        mu**2 + sigma**2,
    ),
    "a square in one place": (
        claim(KL(P, Q).eq(log(sigma_2 / sigma_1) + (sigma_1**2 + (mu_1 - mu_2) ** 2) / (2 * sigma_2) - half), *TWO),
        r"true with $\sigma_2^2$ for $\sigma_2$ in the second term (the square is missing)",
        log(sigma_2 / sigma_1) + spread - half,
    ),
    "a logarithm": (
        claim(KL(P, Q).eq(sigma_2 / sigma_1 + spread - half), *TWO),
        r"true with $\log \frac{\sigma_2}{\sigma_1}$ for $\frac{\sigma_2}{\sigma_1}$ (the logarithm is missing)",
        log(sigma_2 / sigma_1) + spread - half,
    ),
    "the logarithm of a side": (
        claim(log(a * b).eq(a * b), a > 0, b > 0),
        r"true with the logarithm of the right side",
        log(a * b),
    ),
    "a square root": (
        claim(N(x).eq(1 / (2 * pi * sigma**2) * exp(-((x - mu) ** 2) / (2 * sigma**2))), sigma > 0),
        None,
        None,
    ),
    "names exchanged": (
        claim(E(log(P(x) / Q(x)), x, P).eq(log(sigma_1 / sigma_2) + (sigma_2**2 + (mu_1 - mu_2) ** 2) / (2 * sigma_1**2) - half), *TWO),
        r"true with $\sigma_1$ and $\sigma_2$ exchanged",
        log(sigma_2 / sigma_1) + (sigma_1**2 + (mu_1 - mu_2) ** 2) / (2 * sigma_2**2) - half,
    ),
    "a divergence computed backward": (
        claim(KL(Exponential(lambda_1), Exponential(lambda_2)).eq(log(lambda_2 / lambda_1) + lambda_1 / lambda_2 - 1), lambda_1 > 0, lambda_2 > 0),
        r"true with the divergence reversed",
        None,
    ),
    "a divergence backward, and no names exchanged": (
        claim(KL(Exponential(lambda_2), Exponential(lambda_1)).eq(E(log(Exponential(lambda_1)(x_plus) / Exponential(lambda_2)(x_plus)), x_plus, Exponential(lambda_1))), lambda_1 > 0, lambda_2 > 0),
        r"true with the divergence reversed",
        None,
    ),
    "a divergence on the right": (
        claim(E(log(p(omega)) - log(q(omega)), omega, p).eq(KL(q, p)), *DENSITIES),
        r"true with the divergence reversed",
        KL(p, q),
    ),
    "a log-determinant": (
        claim(multivariate.eq(half * (trace - d + form - log_det)), positive_definite(S_1), positive_definite(S_2)),
        r"true with the opposite sign of the log-determinant",
        half * (trace - d + form + log_det),
    ),
    "the dimension": (
        claim(multivariate.eq(half * (trace + form + log_det)), positive_definite(S_1), positive_definite(S_2)),
        r"true with $-d$ added in the bracket",
        half * (trace + form + log_det - d),
    ),
    "a constant": (
        claim(H(Exponential(theta)).eq(-log(theta)), theta > 0),
        r"true with $1$ added",
        None,
    ),
    "the base of the logarithm": (
        claim(H(Exponential(theta)).eq(1 - log(theta) / log(2)), theta > 0),
        r"true with the natural logarithm",
        1 - log(theta),
    ),
    "base 2": (
        claim((log(a) / log(2)).eq(log(a)), a > 0),
        r"true with the logarithm to base $2$",
        log(a) / log(2),
    ),
    "a fraction": (
        claim(E(x_plus, x_plus, Exponential(theta)).eq(theta), theta > 0),
        r"true with $\frac{1}{\theta}$ for $\theta$",
        1 / theta,
    ),
    "a fraction inverted": (
        claim(log(a / b).eq(-log(a / b) + 2 * log(b / a)), a > 0, b > 0),
        r"true with $\frac{b}{a}$ inverted",
        -log(a / b) + 2 * log(a / b),
    ),
    "n - 1 for n": (
        claim((Sum(xs[i], i) - xs[n]).eq(Sum(xs[j], j)), n >= 1),
        None,
        None,
    ),
    "an index range": (
        claim((Sum(xs[i] ** 2, i) - xs[1] ** 2).eq(Sum(xs[i] ** 2, i)), n >= 2),
        r"true with the index range from $2$",
        Sum(xs[Var("i", Range(Number(2), n))] ** 2, Var("i", Range(Number(2), n))),
    ),
    "a transpose": (
        claim(Form(u, Transpose(A), A @ u).eq(Form(u, A @ A, u))),
        None,
        None,
    ),
    "an inverse": (
        claim(log(MultivariateNormal(m_1, S_1)(u)).eq(-d / 2 * log(2 * pi) - half * log(Det(S_1)) - half * Form(u - m_1, S_1, u - m_1)), positive_definite(S_1)),
        r"true with $\Sigma_1^{-1}$ for $\Sigma_1$ in the third term (the inverse is missing)",
        None,
    ),
    "indices of an entry": (
        claim(Entry(Transpose(A), index("i", 1, d), index("j", 1, d)).eq(Entry(A, index("i", 1, d), index("j", 1, d)))),
        None,
        Entry(A, index("j", 1, d), index("i", 1, d)),
    ),
    "the order of factors": (
        claim(Transpose(A @ B).eq(Transpose(A) @ Transpose(B))),
        r"true with the factors of $A^\top B^\top$ in the other order",
        Transpose(B) @ Transpose(A),
    ),
    "a variance for a deviation": (
        claim(H(Normal(mu, sigma**2)).eq(half * log(2 * pi * sigma**2) + half), sigma > 0),
        r"true with $\sigma$ for $\sigma^2$ in the law (a variance stands where a deviation is meant), on the left",
        None,
    ),
    "another number": (
        claim(((a - 2) * x).eq((a - 1) * x)),
        r"true with $2$ for $1$",
        (a - 2) * x,
    ),
    "a count lost": (
        claim(diff(n * log(theta) - theta * Sum(xs[i], i), theta).eq(1 / theta - Sum(xs[i], i)), theta > 0, n >= 1),
        r"true with a factor $n$ on the first term",
        None,
    ),
    "an absolute value": (
        claim(sqrt(x**2).eq(x)),
        r"true with the absolute value of the right side",
        abs(x),
    ),
    "an order": (claim(KL(p, q) <= 0, *DENSITIES), r"true with $\ge$ for $\le$", None),
    "a strict order": (claim(KL(p, q) > 0, *DENSITIES), r"true with $\ge$ for $>$", None),
}  # fmt: skip


@pytest.mark.parametrize("name", NAMED)
def test_the_slip_is_named(name):
    asked, words, right = NAMED[name]
    assert judge(asked).outcome == "disagree"
    found = repair(asked)
    assert found is not None
    assert words is None or found.words == words
    assert right is None or found.statement.right is right
    assert judge(Claim(asked.hypotheses, found.statement), seed=11).outcome == "agree"


NONE = {
    "nothing simple is missing": claim(E(x**4, x, N).eq(mu + sigma), sigma > 0),
    "no side has a value": claim(log(-1 - a**2).eq(a)),
    "another function altogether": claim(sin(x * y).eq(exp(x) + y)),
    "numbers that are repaired in many ways": claim(Number(4).eq(2 + Number(2) + 2 * 2)),
    "a truth": claim((a + b).eq(b + a)),
    "a fact": claim(positive_definite(A)),
}


@pytest.mark.parametrize("name", NONE)
def test_nothing_is_guessed(name):
    assert repair(NONE[name]) is None


def test_a_repair_holds_under_the_hypotheses_of_the_claim_alone():
    """log a^2 = 2 log a needs a sign: with it the slip is the square, without it there is more amiss."""
    wrong = log(a**2).eq(log(a) / 2)
    with_sign = repair(claim(wrong, a > 0))
    assert with_sign is not None and judge(claim(with_sign.statement, a > 0)).outcome == "agree"
    without = repair(claim(wrong, a < 0))
    assert without is None or judge(claim(without.statement, a < 0)).outcome == "agree"


SUPPOSING = {
    "a law that need not be dominated: the divergence is reversed rather than the mean": (
        claim((-KL(p, q)).eq(-E(log(q(omega) / p(omega)), omega, q)), density(p), density(q), dominated(q, p)),
        r"true with the divergence reversed",
    ),
    "a denominator that may vanish: it is repaired rather than its term struck out": (
        claim(
            (E(log(q(omega) / (p(omega) + q(omega))), omega, q) + E(q(omega), omega, q)).eq(
                E(log(q(omega) / (p(omega) + q(omega))), omega, q)
                + (E(q(omega), omega, q) + E(log(q(omega) / (p(omega) + q(omega))), omega, q))
                - E(log(q(omega) / p(omega)), omega, q)
            ),
            density(p),
            density(q),
        ),
        r"true with $p(\omega) + q(\omega)$ for $p(\omega)$ in $\frac{q(\omega)}{p(\omega)}$",
    ),
    "a denominator of which nothing was said": (
        claim((a + x).eq((a * y + x * y) / a)),
        r"true with $y$ for $a$, where $y \neq 0$",
    ),
    "what the line takes for granted as it is written": (
        claim(log(a * b).eq(log(a) - log(b))),
        r"true with a plus sign before the second term",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SUPPOSING)
def test_a_repair_supposes_no_more_than_the_claim_or_says_what(name):
    asked, words = SUPPOSING[name]
    assert judge(asked).outcome == "disagree"
    found = repair(asked)
    assert found is not None and found.words == words
    for seed in (0, 7):
        assert judge(claim(found.statement, *asked.hypotheses, *found.supposed), seed=seed).outcome == "agree"


LOST_ON_THE_RIGHT = {
    "a derivative made one of a constant": claim(
        diff(-n * log(sigma) - a / (2 * sigma**2), sigma).eq(-n / sigma), sigma > 0, n >= 1
    ),
    "a mean made one of a constant": claim(E(exp(x), x, N).eq(exp(mu)), sigma > 0),
    "a matrix struck out": claim(Form(u, A + theta * Identity(d), u).eq(theta * (Transpose(u) @ u))),
}


@pytest.mark.parametrize("name", LOST_ON_THE_RIGHT)
def test_what_is_lost_on_the_right_is_not_hidden_on_the_left(name):
    asked = LOST_ON_THE_RIGHT[name]
    found = repair(asked)
    assert found is None or found.statement.left is asked.statement.left


def test_the_right_side_is_corrected_before_the_left():
    found = repair(claim((2 * a).eq(a)))
    assert found is not None and found.statement.left is (2 * a)


def test_what_is_lost_on_the_right_is_not_struck_out_on_the_left():
    """That the two means are equal would make it true, but nobody said so: a term is missing."""
    found = repair(claim(KL(P, Q).eq(log(sigma_2 / sigma_1) + sigma_1**2 / (2 * sigma_2**2) - half), *TWO))
    assert found is None or found.statement.left is KL(P, Q)


def test_the_budget_bounds_the_work_and_the_answer_does_not_depend_on_what_was_asked_before():
    asked = NAMED["a square in one place"][0]
    assert repair(asked, budget=0) is None
    assert repair(asked) == repair(asked)
    fresh = claim(substitute(asked.statement, {mu_1: mu}), *TWO)
    assert repair(fresh).words == repair(asked).words


def test_a_side_of_any_length_is_no_trouble():
    tower = a
    for _ in range(2000):
        tower = exp(tower)
    assert repair(claim(tower.eq(a))) is None
    assert repair(claim(Plus((a,) * 500).eq(501 * a))) is None


def test_every_place_gives_the_side_back():
    side = NAMED["the base of the logarithm"][0].statement.right + Sum(xs[i] * exp(-xs[i]), i) / n + E(x**2, x, N)
    found = list(places(side))
    assert len(found) > 20
    assert all(place.put(place.node) is side for place in found)
    assert all(place.bound == (i,) for place in found if place.node is xs[i])


@pytest.mark.parametrize(
    "node, affine",
    [(a, True), (b, False), (x, True), (y, False), (mu, True), (sigma, False), (theta, True)],
    ids=lambda value: getattr(value, "name", str(value)),
)
def test_where_a_side_is_affine(node, affine):
    side = a * exp(b) + x / y + Sum(mu * xs[i], i) - Sum(xs[i], i) ** sigma + E(theta * x, x, Normal(0, 1))
    (place,) = [p for p in places(side) if p.node is node and node not in p.bound]
    assert place.is_affine is affine


def test_a_place_is_called_by_what_a_reader_sees():
    side = a + log(b) - theta
    assert called(Place(side), "right") == "the right side"
    calls = {p.node: called(p, "right") for p in places(side) if isinstance(p.node, Term)}
    assert calls[log(b)] == "the second term" and calls[-theta] == "the third term" and calls[b] == "$b$"


def test_a_value_too_large_for_a_float_is_none():
    evaluator = Evaluator(World({}))
    assert number(evaluator, exp(Number(10_000))) is None
    assert number(evaluator, exp(Number(0))) == 1
