"""Counterexamples that a person can redo: small numbers, straight lines, standard normals, nothing that is not needed."""

import re

import pytest

from proofs.judging import deciding, exemplified, judge
from proofs.judging.shrink import simplest
from proofs.language import (
    KL,
    Z_INTEGERS,
    Claim,
    Density,
    Dot,
    E,
    ForAll,
    Function,
    H,
    MatMul,
    Matrices,
    Normal,
    Number,
    R,
    Range,
    Sum,
    Var,
    density,
    diff,
    differentiable,
    exp,
    half,
    integer,
    log,
    symbols,
    vector,
)

a, b, x, mu, sigma, lam = symbols("a b x mu sigma lambda")
p, q = Density("p", R), Density("q", R)
f, g = Function("f"), Function("g")
v, w = vector("v", integer("d")), vector("w", integer("d"))
t = Var("x", R)

FALSE = {
    "a lost term": ((), ((a + b) ** 2).eq(a**2 + b**2), {"a": "1", "b": "1"}),
    "a line": ((), f(a + b).eq(f(a) + f(b)), {"f(u)": "1"}),
    "a product of values": ((), (f(a) * f(b)).eq(f(a * b)), None),
    "a chain rule": ((differentiable(f),), diff(f(x) ** 2, x).eq(2 * f(x)), None),
    "an entropy": ((density(p),), H(p).eq(H(p) + 1), {"p": r"\mathcal{N}(0, 1)"}),
    "KL the other way": ((density(p), density(q)), KL(p, q).eq(KL(q, p)), None),
    "a mean of a product": ((density(p),), E(f(t) * t, t, p).eq(E(f(t), t, p) * E(t, t, p)), {"f(u)": "u"}),
    "KL of two laws": ((sigma > 0, lam > 0), KL(Normal(mu, sigma), Normal(a, lam)).eq(log(lam / sigma) - half), None),
    "vectors": ((), Dot(v, w).eq(Dot(v, v)), None),
    "a function that is positive": ((ForAll(f(t) > 0, t),), f(x).eq(exp(x)), None),
}


@pytest.mark.parametrize(("hypotheses", "statement", "expected"), FALSE.values(), ids=FALSE)
def test_the_simplest_counterexample(hypotheses, statement, expected):
    found = judge(Claim(hypotheses, statement))
    assert found.outcome == "disagree"
    shown = dict(found.counterexample.assignments)
    assert expected is None or expected.items() <= shown.items()
    for value in shown.values():
        assert not re.search(r"\\left\(-|sin|(?<![\d.])0 \\,|(?<![\d.])1 \\,|Mixture|Laplace", value), value


def test_a_small_residue_is_shown_as_0():
    odd = E(t**3 * exp(-(t**2)), t, Normal(0, 1))
    found = judge(Claim((), odd.eq(1)))
    assert found.outcome == "disagree" and found.counterexample.left == "0"


def test_sides_that_are_matrices_are_shown_by_their_rows():
    n = integer("n")
    m, k = (Var(name, Matrices(n, n)) for name in "MK")
    found = judge(Claim((), MatMul((m, k)).eq(MatMul((k, m))))).counterexample
    for side in (found.left, found.right):
        assert re.fullmatch(r"\\begin\{pmatrix\} .* & .* \\\\ .* & .* \\end\{pmatrix\}", side), side


def test_slips_are_an_option():
    claim = Claim((), ((a + b) ** 2).eq(a**2 + 2 * a * b + b**2))
    assert judge(claim).mutants > 0
    assert (judge(claim, slips=False).outcome, judge(claim, slips=False).mutants) == ("agree", 0)


def test_a_brief_answer_seeks_a_counterexample_only_when_it_is_to_be_seen(monkeypatch):
    sought = []
    monkeypatch.setattr(deciding, "simplest", lambda *asked: sought.append(asked) or simplest(*asked))
    claim = Claim((), ((a + b) ** 2).eq(a**2 + b**2))
    found = judge(claim, brief=True)
    assert (found.outcome, found.counterexample, sought) == ("disagree", None, [])
    assert exemplified(found) == judge(claim) and len(sought) == 2
    true = Claim((), ((a + b) ** 2).eq(a**2 + 2 * a * b + b**2))
    assert judge(true, brief=True) == exemplified(judge(true, brief=True)) == judge(true, slips=False)


def test_a_brief_answer_looks_no_further_than_the_first_world_that_is_against_the_claim():
    claim = Claim((), ((a + b) ** 2).eq(a**2 + b**2))
    assert judge(claim, brief=True).worlds == 1 < judge(claim).worlds
    sometimes = Claim((), abs(a * b).eq(a * b))  # which holds in some of them
    assert judge(sometimes, brief=True).outcome == judge(sometimes).outcome == "disagree"


def test_what_is_known_of_a_function_is_kept_when_it_is_made_simpler():
    found = judge(Claim((ForAll(f(t) >= 2, t),), (f(x) * g(x)).eq(f(x))))
    shown = dict(found.counterexample.assignments)
    assert found.outcome == "disagree" and shown["f(u)"].startswith("2 +")


m, n = integer("m"), integer("n")
i, j, k = (Var(name, Range(Number(1), high)) for name, high in (("i", n), ("j", m), ("k", n)))
S, T = Function("s", (Z_INTEGERS,)), Function("t", (Z_INTEGERS, Z_INTEGERS))
far = Var("k", Range(Number(1), Number(40)))
COUNTED = Function("c", (Z_INTEGERS,), Z_INTEGERS)
TABLES = {
    "a sequence": (Sum(S(k), k).eq(n * S(n)), {"n": "2", "s_{1}": "1", "s_{2}": "2"}),
    "a table": (Sum(Sum(T(i, j), j), i).eq(Sum(Sum(T(j, i), j), i)), {"m", "n", "t_{1,1}", "t_{1,2}", "t_{2,1}"}),
    "places that are computed": (Sum(S(k + 1), k).eq(Sum(S(k), k)), {"n": "1", "s_{1}": "1", "s_{2}": "2"}),
    "whole numbers": (Sum(COUNTED(k), k).eq(n * COUNTED(n)), {"n", "c_{1}", "c_{2}"}),
    "beneath a slope": (diff(Sum(S(k) * x, k), x).eq(S(n)), {"n", "x", "s_{1}", "s_{2}"}),
    "a limit that is not few": (Sum(S(far), far).eq(S(1)), {"s(u)"}),
}


@pytest.mark.parametrize(("statement", "expected"), TABLES.values(), ids=TABLES)
def test_sequences_are_shown_by_their_members(statement, expected):
    shown = dict(judge(Claim((), statement)).counterexample.assignments)
    assert shown == expected if isinstance(expected, dict) else shown.keys() == expected
    assert not any(re.search("floor|mapsto", value) for value in shown.values())
