"""Worlds on the solutions of equations: all that are found count, one that stands alone is enough, redundancy is none."""

import pytest

from proofs.judging import judge, worlds_for
from proofs.language import (
    Abstract,
    Claim,
    Density,
    E,
    Function,
    Number,
    Var,
    cos,
    density,
    exp,
    forall,
    log,
    nonzero,
    pi,
    positive_density,
    sin,
    sqrt,
    symbols,
)

p, q, a, b, c, x, y, n, s, sigma = symbols("p q a b c x y n s sigma")
HALF = Number(1) / 2
X = Abstract("X")
u, f, law = Var("u", X), Function("f", X), Density("q", X)
SCORE = (Number(9) / p - Number(7) / (1 - p)).eq(0)
GIVEN = (nonzero(p), nonzero(1 - p))

ONE = "what is supposed leaves only 1 choice of values, as far as found"
TWO = "what is supposed leaves only 2 choices of values, as far as found"
TRUE = {
    "a score of numbers": (p.eq(Number(9) / 16), (SCORE, *GIVEN), ONE),
    "a score as two quotients": ((9 * (1 - p)).eq(7 * p), ((Number(9) / p).eq(Number(7) / (1 - p)), *GIVEN), ONE),
    "a linear equation": (p.eq(Number(9) / 16), ((9 * (1 - p)).eq(7 * p),), ONE),
    "a logarithm": ((sigma**2).eq(exp(-HALF)), (log(sigma**2).eq(-HALF), nonzero(sigma)), TWO),
    "a logarithm, sigma > 0": (sigma.eq(exp(-HALF / 2)), (log(sigma**2).eq(-HALF), sigma > 0), ONE),
    "two unknowns": (x.eq(1), ((x + y).eq(3), (x - y).eq(-1)), ONE),
    "both roots": (((x - 1) * (x - 2)).eq(0), ((x**2 - 3 * x + 2).eq(0),), TWO),
    "a chain in force": (p.eq(Number(9) / 16), (SCORE, (9 * (1 - p)).eq(7 * p), (9 - 9 * p).eq(7 * p)), ONE),
    "an equation twice": (x.eq(-b / a), ((a * x + b).eq(0), (b + x * a).eq(0), nonzero(a)), None),
    "a free rate": (p.eq(n / (n + s)), ((n / p - s / (1 - p)).eq(0), n > 0, s > 0), None),
    "a product": (c.eq(q / a), ((c * a).eq(q), nonzero(a)), None),
    "an identity in force": (y.eq(x), (log(a * b).eq(log(a) + log(b)), a > 0, b > 0, x.eq(a * b), y.eq(b * a)), None),
    "a name defined by what is solved for": (c.eq(3), ((a**2).eq(4), a > 0, c.eq(a + 1)), ONE),
}
FALSE = {
    "another number": (p.eq(Number(9) / 17), (SCORE, *GIVEN)),
    "one root of two": (p.eq(2), ((p**2).eq(4),)),
    "one root of three": (x.eq(1), ((x**3 - 6 * x**2 + 11 * x - 6).eq(0),)),
    "a root without its sign": (sigma.eq(exp(-HALF / 2)), (log(sigma**2).eq(-HALF), nonzero(sigma))),
    "one branch of a quadratic": (x.eq((-b + sqrt(b**2 - 4 * a)) / 2), ((x**2 + b * x + a).eq(0), b**2 - 4 * a > 0)),
    "one zero of many": (x.eq(0), (sin(x).eq(0),)),
    "under an identity": (log(a * b**2).eq(log(a) + log(b)), (log(a * b).eq(log(a) + log(b)), a > 0, b > 0)),
    "a name defined by what is solved for": (c.eq(4), ((a**2).eq(4), a > 0, c.eq(a + 1))),
}


@pytest.mark.parametrize(("statement", "hypotheses", "note"), TRUE.values(), ids=TRUE)
def test_what_follows_from_equations(statement, hypotheses, note):
    found = judge(Claim(hypotheses, statement))
    assert (found.outcome, found.killed) == ("agree", found.mutants) and found.mutants > 0
    assert note is None or note in found.notes


@pytest.mark.parametrize(("statement", "hypotheses"), FALSE.values(), ids=FALSE)
def test_a_solution_that_is_another_refutes(statement, hypotheses):
    found = judge(Claim(hypotheses, statement))
    assert found.outcome == "disagree" and found.counterexample is not None


def test_an_equation_for_a_density_that_is_repeated_is_one():
    stationary = forall(u, (log(law(u)) - f(u) + c).eq(0))
    given, entropy = (density(law), positive_density(law), stationary, stationary), E(log(law(u)), u, law)
    assert judge(Claim(given, entropy.eq(E(f(u) - c, u, law)))).outcome == "agree"
    assert judge(Claim(given, entropy.eq(E(f(u) + c, u, law)))).outcome == "disagree"


def test_without_a_solution_there_is_no_world():
    for impossible in ((x**2).eq(-1), exp(x).eq(-2), (cos(x) - 2).eq(0)):
        assert worlds_for(Claim((impossible,), x.eq(1))) == []
        assert judge(Claim((impossible,), x.eq(1))).outcome == "none"


def test_equations_that_contradict_leave_no_world():
    assert judge(Claim((x.eq(y), (x + y).eq(2), (x - y).eq(1)), x.eq(1))).outcome == "none"
    assert judge(Claim(((x**2).eq(2), (x**4).eq(5)), (x**2).eq(2))).outcome == "none"


def test_a_root_is_no_multiple_of_pi_by_chance():
    found = judge(Claim((cos(x).eq(-1), x > 0, x < 4), x.eq(pi)))
    assert found.outcome in ("agree", "none")  # a double root may stay unproved, it is never refuted
