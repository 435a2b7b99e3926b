"""Standard slips: all kinds are made, they die in the worlds of true claims, and weak worlds are seen to be weak."""

import pytest

from proofs.judging import deciding, judge, mutants
from proofs.judging.deciding import _mutants
from proofs.judging.findings import examine
from proofs.judging.slips import CAP
from proofs.judging.stages import MUTANT_DIGITS, ROUGH_DIGITS
from proofs.judging.worlds import gallery_of
from proofs.language import (
    KL,
    R_POSITIVE,
    Abstract,
    AlmostEverywhere,
    Claim,
    Density,
    Det,
    E,
    Entry,
    Form,
    Function,
    FunctionFamily,
    H,
    Iff,
    Int,
    Interval,
    Inverse,
    Iterate,
    Jacobian,
    LogAbsDet,
    Normal,
    Number,
    Plus,
    Range,
    Relation,
    Sum,
    Tr,
    Transpose,
    Var,
    Vectors,
    Without,
    density,
    diff,
    differentiable,
    dominated,
    exp,
    half,
    index,
    integer,
    invertible,
    log,
    matrix,
    positive_definite,
    sin,
    symbols,
    vector,
)

a, b, c, x = symbols("a b c x")
mu_1, mu_2, sigma_1, sigma_2 = symbols("mu_1 mu_2 sigma_1 sigma_2")
SIGNS = (sigma_1 > 0, sigma_2 > 0)
X = Abstract("X")
t = Var("x", X)
x_plus = Var("x", R_POSITIVE)
p, q = Density("p", X), Density("q", X)
P, Q = Normal(mu_1, sigma_1, "p"), Normal(mu_2, sigma_2, "q")
d, n, K = integer("d"), integer("n"), integer("K")
A, B = matrix("A", d), matrix("B", d)
v = vector("v", d)
i, j = index("i", 1, d), index("j", 1, d)
f, g = Function("f"), Function("g")
y = vector("y", n)
layers = FunctionFamily("f", Range(Number(1), K), Vectors(n), Vectors(n))
gaussian_kl = log(sigma_2 / sigma_1) - half + (sigma_1**2 + (mu_1 - mu_2) ** 2) / (2 * sigma_2**2)
coordinates = Sum(Sum(v[i] * Entry(A, i, j) * v[j], j), i)


def claim(statement, *hypotheses):
    return Claim(tuple(hypotheses), statement)


TABLE = {
    "squares": claim(((a - b) ** 2).eq(a**2 - 2 * a * b + b**2)),
    "logarithms": claim(log(a / b).eq(log(a) - log(b)), a > 0, b > 0),
    "addition theorem": claim(sin(a + b).eq(sin(a) * diff(sin(b), b) + diff(sin(a), a) * sin(b))),
    "KL of Gaussians": claim(KL(P, Q).eq(gaussian_kl), *SIGNS),
    "its integrand": claim(KL(P, Q).eq(E(log(P(x)) - log(Q(x)), x, P)), *SIGNS),
    "second moment": claim(E((x - mu_2) ** 2, x, P).eq(sigma_1**2 + (mu_1 - mu_2) ** 2), *SIGNS),
    "KL by definition": claim(KL(p, q).eq(E(log(p(t) / q(t)), t, p)), density(p), density(q), dominated(p, q)),
    "cross-entropy": claim((H(p) + KL(p, q)).eq(-E(log(q(t)), t, p)), density(p), density(q), dominated(p, q)),
    "a density": claim(Int(p(t), t).eq(1), density(p)),
    "a form in coordinates": claim(Form(v, A, v).eq(coordinates)),
    "trace": claim(Tr(A @ B).eq(Sum(Sum(Entry(A, i, j) * Entry(B, j, i), j), i))),
    "inverse": claim(Inverse(A @ B).eq(Inverse(B) @ Inverse(A)), invertible(A), invertible(B)),
    "transpose": claim(Form(v, Transpose(A) @ B, v).eq(Form(A @ v, B, v))),
    "log|det|": claim(LogAbsDet(Inverse(A) @ B).eq(LogAbsDet(B) - LogAbsDet(A)), invertible(A), invertible(B)),
    "chain rule": claim(diff(f(g(x)), x).eq(diff(f(c), c, g(x)) * diff(g(x), x)), differentiable(f), differentiable(g)),
    "layers": claim(
        Det(Jacobian(Iterate(layers, Number(2), y), y, y)).eq(
            Det(Jacobian(layers[2](y), y, Iterate(layers, Number(1), y))) * Det(Jacobian(layers[1](y), y, y))
        ),
        differentiable(layers),
        K >= 2,
    ),
    "Gibbs": claim(KL(p, q) >= 0, density(p), density(q)),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLE)
def test_all_mutants_of_a_true_claim_die(name):
    found = judge(TABLE[name])
    assert found.outcome == "agree", found
    assert found.mutants >= (1 if name in ("Gibbs", "its integrand") else 3)
    assert found.killed == found.mutants


def right(term):
    """The right sides of the mutants of 0 = term."""
    return {m.right for m in mutants(Relation(a, "=", term))}


SLIPS = {
    "a lost half": (half * (a + b), a + b),
    "a lost 2 below": (b / 2, b),
    "a half too many": (b, half * b),
    "a flipped sign": (a + b, a - b),
    "a sign lost": (a - b, a + b),
    "a dropped summand": (a + b, b),
    "a dropped square": ((a - b) ** 2 + b, Plus((a - b, b))),
    "a square too many": (b, b**2),
    "scale for variance": (a / sigma_1**2, a / sigma_1),
    "an inverted fraction": (sigma_1 / sigma_2, sigma_2 / sigma_1),
    "a factor for a term": (a + b, a * b),
    "one name for another, in one place": (mu_1 * exp(mu_1 * mu_2), mu_2 * exp(mu_1 * mu_2)),
    "two names exchanged": (mu_1**2 - mu_2, mu_2**2 - mu_1),
    "a dropped logarithm": (log(b), b),
    "a sign in an exponent": (exp(b), exp(-b)),
    "modulus": (log(abs(b)), log(b)),
    "reversed divergence": (KL(p, q), KL(q, p)),
    "a dropped inverse": (Tr(Inverse(A) @ B), Tr(A @ B)),
    "a dropped transpose": (Tr(Transpose(A) @ B), Tr(A @ B)),
    "another order of factors": (Form(v, A @ B, v), Form(v, B @ A, v)),
    "a trace of factors": (Tr(A @ B), Tr(A) * Tr(B)),
    "exchanged indices": (Entry(A, i, j), Entry(A, j, i)),
    "another law": (E(log(p(t) / q(t)), t, p), E(log(p(t) / q(t)), t, q)),
    "all layers at the first point": (Iterate(layers, K, y)[1], y[1]),
    "another base": (log(b), log(b) / log(Number(2))),
    "a dropped exponential": (exp(b), b),
    "a half too many on one term": (a + b, a + half * b),
    "a count off by one": (a / n, a / (n - 1)),
    "a variance for a deviation": (E(x, x, P), E(x, x, Normal(mu_1, sigma_1**2, "p"))),
    "a range too wide": (Int(exp(-x_plus), x_plus), Int(exp(-x), x)),
    "another constant": (Number(1), Number(1) + 1),
}


@pytest.mark.parametrize("name", SLIPS)
def test_a_standard_slip_is_made(name):
    term, slip = SLIPS[name]
    assert slip in right(term)


def test_ranges_are_off_by_one():
    found = {m.var.space for m in right(Sum(v[j], j)) if isinstance(m, Sum)}
    one, top = Number(1), d
    assert {Range(one + 1, top), Range(one, top - 1)} <= found
    k = Var("k", Without(Range(one, top), i))
    assert Range(one, top) in {m.var.space for m in right(Sum(v[k], k)) if isinstance(m, Sum)}


def test_names_bound_and_free_are_kept_apart():
    for m in right(Sum(v[j] * v[i], j)):
        assert m.free <= {d, v, i, a, j} and (j not in m.free or not isinstance(m, Sum))


def test_the_left_side_changes_where_the_right_is_a_constant():
    found = mutants((a + b).eq(1))
    assert any(m.left is not a + b for m in found)
    assert all(m.left is a for m in mutants(a.eq(b + c)))


def test_an_inequality_is_reversed():
    assert mutants(a <= b) == [a >= b]
    assert mutants(a > b) == [a < b]


def test_an_equivalence_changes_its_first_side():
    found = mutants(Iff(KL(p, q).eq(0), AlmostEverywhere(p, q)))
    assert found and all(m.right is AlmostEverywhere(p, q) for m in found)
    assert mutants(AlmostEverywhere(p, q)) == []


def test_mutants_are_few_distinct_and_none_is_the_claim():
    long = Relation(KL(P, Q), "=", gaussian_kl + gaussian_kl * gaussian_kl)
    found = mutants(long)
    assert len(found) == CAP == len(set(found))
    assert long not in found


def test_an_equivalent_mutant_is_not_counted():
    symmetric = claim(((a - b) ** 2).eq(b**2 - 2 * a * b + a**2))
    exchanged = [m for m in mutants(symmetric.statement) if m.right is a**2 - 2 * b * a + b**2]
    assert exchanged
    found = judge(symmetric)
    assert found.killed == found.mutants < len(mutants(symmetric.statement))


def test_weak_worlds_are_seen_to_be_weak():
    asked = TABLE["trace"]
    gallery = gallery_of(asked, 0)
    line = [stage for stage in gallery.corners if stage.world.values[d] == 1]
    killed, differing = _mutants(gallery, line, asked.statement)
    assert 0 < killed < differing


def test_a_mutant_without_a_value_is_refuted():
    signs = claim(log(abs(a)).eq(log(a**2) / 2), a > 0)
    assert judge(signs).killed == judge(signs).mutants
    any_sign = judge(claim((log(a**2) / 2).eq(log(abs(a)))))
    assert any_sign.outcome == "none"  # at a = 0
    negative = judge(claim((log(a**2) / 2).eq(log(abs(a))), a < 0))
    assert negative.outcome == "agree" and negative.killed == negative.mutants


def test_positive_definite_claims_are_mutated_too():
    asked = claim(log(Det(A)).eq(-log(Det(Inverse(A)))), positive_definite(A))
    found = judge(asked)
    assert (found.outcome, found.killed) == ("agree", found.mutants)


def test_most_mutants_are_told_apart_by_a_rough_look_and_the_others_by_a_closer_one(monkeypatch):
    looks = []
    monkeypatch.setattr(deciding, "examine", lambda e, s: looks.append((e.digits, s)) or examine(e, s))
    u = Var("u", Interval(Number(0), Number(1)))
    found = judge(Claim((), (Int(exp(sin(u)), u) * 3).eq(3 * Int(exp(sin(u)), u))))
    assert found.outcome == "agree" and found.killed == found.mutants > 5
    rough = {s for digits, s in looks if digits == ROUGH_DIGITS}
    closer = {s for digits, s in looks if digits == MUTANT_DIGITS} & rough
    assert len(closer) < len(rough) / 2
