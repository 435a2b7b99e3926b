"""The judge raises on no term: what means nothing has no value.  Terms are made odd by putting one inside another."""

import random

import pytest

from proofs.judging import judge
from proofs.judging.slips import places
from proofs.language import (
    KL,
    Abstract,
    Claim,
    Density,
    DensityFamily,
    Det,
    Dot,
    E,
    Form,
    Function,
    Glue,
    Int,
    Integers,
    Inverse,
    LogAbsDet,
    Marginal,
    Normal,
    Number,
    Prod,
    Product,
    ProductLaw,
    R,
    Range,
    Relation,
    Slot,
    Sum,
    Term,
    Tr,
    Transpose,
    Tuple,
    Var,
    Without,
    density,
    diff,
    exp,
    forall,
    integer,
    log,
    matrix,
    nonzero,
    oo,
    positive_density,
    sqrt,
    symbols,
    vector,
)

a, b, x, mu, sigma = symbols("a b x mu sigma")
d, n = integer("d"), integer("n")
M = Var("M", Integers())
indices = Range(Number(1), M)
space = Product("Z", indices)
joint, family = Density("p", space), DensityFamily("q", space)
i, j, k = Var("i", indices), Var("j", indices), Var("k", Range(Number(1), n))
product = ProductLaw(family[i], i)
Z, rest = Var("Z", space), Var("W", Product("Z", Without(indices, j)))
z, real = Var("z", Slot("Z", j)), Var("z", R)
X = Abstract("X")
t = Var("t", X)
p, q = Density("p", X), Density("q", X)
r = Density("r", R)
f = Function("f")
A, v, w = matrix("A", d), vector("v", d), vector("w", d)
PRODUCT_LAWS = (density(joint), forall(i, density(family[i])))
POSITIVE = (*PRODUCT_LAWS, forall(i, positive_density(family[i])))

CLAIMS = [
    Claim(PRODUCT_LAWS, Int(joint(Glue(j, z, rest)), rest).eq(Marginal(joint, j)(z))),
    Claim(POSITIVE, KL(joint, product).eq(Int(joint(Z) * log(joint(Z) / product(Z)), Z))),
    Claim((density(p), density(q), positive_density(q)), KL(p, q).eq(E(log(p(t) / q(t)), t, p))),
    Claim((density(r), nonzero(b)), E(f(x) * x / b, x, r).eq(E(f(x) * x, x, r) / b)),
    Claim((sigma > 0,), E((x - mu) ** 2, x, Normal(mu, sigma)).eq(sigma**2)),
    Claim((), Sum(v[Var("i", Range(Number(1), d))] * 2, Var("i", Range(Number(1), d))).eq(2 * Dot(v, v))),
    Claim((), Form(v, A, w).eq(Dot(v, A @ w))),
    Claim((), (Tr(A @ Inverse(A)) + Det(Transpose(A)) - LogAbsDet(A)).eq(Det(A))),
    Claim((a > 0,), (sqrt(a**2) + exp(log(a)) - abs(b)).eq(2 * a - abs(b))),
    Claim((), diff(f(x) ** 2, x).eq(2 * f(x) * diff(f(x), x))),
    Claim((n >= 1,), Prod(k / (k + 1), k).eq(1 / (n + 1))),
    Claim((), Sum(a**k, Var("k", Range(Number(0), oo))).eq(1 / (1 - a))),
    Claim(((9 / a - 7 / (1 - a)).eq(0),), a.eq(Number(9) / 16)),
]


def test_the_conditional_and_the_product_law_are_decided():
    for claim in CLAIMS[:3]:
        assert judge(claim).outcome == "agree"


NUMBER_FOR_A_POINT = {
    "a joint density at a number": (Int(joint(Glue(j, real, rest)), rest), PRODUCT_LAWS),
    "a member at a number": (family[j](real), PRODUCT_LAWS),
    "a density at a pair": (p(Tuple((real, real))), (density(p),)),
    "a root for a point": (p(a), (density(p), (a**2).eq(2))),
}


@pytest.mark.parametrize(("odd", "hypotheses"), NUMBER_FOR_A_POINT.values(), ids=NUMBER_FOR_A_POINT)
def test_a_number_is_no_point(odd, hypotheses):
    for other in (odd, odd + 1):
        found = judge(Claim(hypotheses, odd.eq(other)))
        assert found.outcome == "none", found


def odd_claims(seed, count):
    """Claims in which a term stands in the place of another, of whatever kind."""
    chance = random.Random(seed)
    made = 0
    while made < count:
        claim, donor = chance.choice(CLAIMS), chance.choice(CLAIMS)
        spots = [place for place in places(claim.statement) if isinstance(place.node, Term)]
        terms = [place.node for place in places(donor.statement) if isinstance(place.node, Term)]
        spot = chance.choice(spots)
        try:
            statement = spot.put(chance.choice(terms))
        except (TypeError, ValueError, AttributeError):  # the language refuses it at once
            continue
        if isinstance(statement, Relation):
            made += 1
            yield Claim((*claim.hypotheses, *donor.hypotheses), statement)


@pytest.mark.parametrize("seed", range(8))
def test_the_judge_raises_on_no_term(seed):
    for claim in odd_claims(seed, 12):
        assert judge(claim, slips=False).outcome in ("agree", "disagree", "estimate", "none"), claim


def test_a_matrix_without_rows_has_the_determinant_1():
    assert judge(Claim((d.eq(0),), Det(A).eq(1))).outcome == "agree"
