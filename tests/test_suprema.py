"""Least upper bounds: how they are written and read, when they have a value, and that they are enclosed."""

from fractions import Fraction as F

import pytest
from flint import arb

from proofs import enclose, verify
from proofs.definedness import unmet
from proofs.judging import judge, suprema
from proofs.judging.elementary import call
from proofs.judging.scalars import MINUS, PLUS, Unknown
from proofs.judging.suprema import over_interval
from proofs.language import (
    Claim,
    Function,
    Interval,
    Number,
    PositiveReals,
    R,
    Range,
    Sup,
    Var,
    alpha_equal,
    cos,
    diff,
    differentiable,
    exp,
    finite,
    floor,
    lipschitz,
    log,
    maximum,
    oo,
    sign,
    sin,
    sqrt,
    substitute,
    symbols,
    tanh,
)
from proofs.language.facts import Facts
from proofs.language.sympy_door import to_sympy
from proofs.writing import plain
from proofs.writing.latex import latex

a, b, x, y = symbols("a b x y")
zero, one = Number(0), Number(1)
u, v = Var("u", Interval(zero, one)), Var("u", Interval(-one, one))
k = Var("k", Range(one, Number(4)))
w = Var("w", PositiveReals())
f = Function("f")


@pytest.mark.parametrize(
    ("t", "value"),
    [
        (Sup(abs(2 * v), v), 2),
        (Sup(v * (1 - v), v), F(1, 4)),
        (Sup(-abs(v - F(1, 3)), v), 0),
        (Sup(maximum(v, 1 - v), v), 2),
        (Sup(-((v - F(1, 7)) ** 4), v), 0),
        (Sup(v**3 - v, v) ** 2, F(4, 27)),
        (Sup(abs(diff(v**2, v)), v), 2),
        (Sup(k * (5 - k), k), 6),
        (Sup(Sup(u * v, v), u), 1),
        (Sup(sin(x), x), 1),
        (Sup(Number(3), x), 3),
        (Sup(tanh(x), x), 1),  # not attained
        (Sup(-exp(-w), w), 0),
    ],
    ids=lambda t: plain(t) if hasattr(t, "walk") else "",
)
def test_a_least_upper_bound_is_enclosed(t, value):
    found = enclose(t)
    assert (found * Number(value).value.denominator).contains(Number(value).value.numerator)
    assert found.rad() < 1e-12


def test_a_smooth_greatest_value_inside():
    found = enclose(Sup(9 * log(u + F(1, 16)) + 7 * log(F(17, 16) - u), u))
    assert found.overlaps(enclose(9 * log(Number(F(81, 128))) + 7 * log(Number(F(63, 128))))) and found.rad() < 1e-12


def test_tops_are_not_told_apart_where_the_values_far_out_are_no_better_known():
    looked_at = []

    def f(at):
        looked_at.append(at)
        return 11 * call("cos", (at,)) / 13

    def unknown(at):
        raise Unknown("no slopes are needed")

    found = over_interval((f, unknown, unknown), MINUS, PLUS)
    assert found.contains(arb(11) / 13) and found.rad() < 1e-7
    assert len(looked_at) < 15


def test_one_of_many_tops_is_enough_where_an_envelope_of_all_values_has_its_height(monkeypatch):
    monkeypatch.setattr(suprema, "PIECES", 6)
    found = enclose(Sup(sin(x) * F(11, 13), x))
    assert (found * 13).contains(11) and found.rad() < 1e-20


@pytest.mark.parametrize("t", [Sup(x * sin(x), x), Sup(x - floor(x), x), Sup(1 / u, u)], ids=plain)
def test_what_cannot_be_enclosed_is_not_guessed(t):
    with pytest.raises(ValueError, match=r"enclosed|by 0"):
        enclose(t)


@pytest.mark.parametrize("t", [Sup(exp(x**2), x), Sup(-x, x), Sup(1 / w, w), Sup(w - log(w), w)], ids=plain)
def test_an_infinite_least_upper_bound(t):
    assert judge(Claim((), t.eq(oo))).outcome == "agree" and judge(Claim((), t.eq(1))).outcome == "disagree"


@pytest.mark.parametrize(("t", "wrong"), [(Sup(-floor(u), u), -1), (Sup(sign(v) - v, v), 0)])
def test_nothing_is_concluded_from_the_slopes_of_what_jumps(t, wrong):
    assert judge(Claim((), t.eq(wrong))).outcome != "agree" and judge(Claim((), t.eq(wrong + 1))).outcome != "disagree"


def test_a_wrong_bound_is_refuted_and_a_right_one_is_not():
    assert judge(Claim((a > 0,), Sup(a * v**2, v).eq(a))).outcome == "agree"
    assert judge(Claim((a > 0,), Sup(a * v**2, v).eq(2 * a))).outcome == "disagree"
    assert judge(Claim((), Sup(a * v, v).eq(abs(a)))).outcome == "agree"
    assert judge(Claim((), Sup(a * v, v).eq(a))).outcome == "disagree"


@pytest.mark.parametrize(
    ("t", "hypotheses", "defined"),
    [
        (Sup(v**2, v), (), True),
        (Sup(log(u), u), (), False),
        (Sup(x, Var("x", Interval(a, b))), (), False),
        (Sup(x, Var("x", Interval(a, b))), (a <= b,), True),
        (1 + Sup(exp(v), v), (), True),
        (exp(Sup(exp(x), x)), (), False),
        (exp(Sup(exp(x), x)), (finite(Sup(exp(x), x)),), True),
        (exp(Sup(abs(diff(f(x), x)), x)), (differentiable(f),), False),
        (exp(Sup(abs(diff(f(x), x)), x)), (differentiable(f), Sup(abs(diff(f(x), x)), x) <= a), True),
        (exp(Sup(abs(diff(f(v), v)), v)), (differentiable(f),), True),
    ],
    ids=str,
)
def test_when_it_has_a_value_that_is_finite(t, hypotheses, defined):
    assert (not unmet(t, Facts(hypotheses))) is defined


def test_the_variable_is_bound():
    assert alpha_equal(Sup(a * v, v), Sup(a * Var("w", v.space), Var("w", v.space)))
    assert substitute(Sup(a * v, v), {a: Var("u", R)}) is not Sup(Var("u", R) * v, v)


def test_how_it_is_written():
    assert latex(Sup(abs(2 * v), v)) == r"\sup_{u \in [-1, 1]} \left| 2 u \right|"
    assert latex(Sup(cos(x), x)) == r"\sup_{x \in \mathbb{R}} \cos x"
    assert plain(Sup(v**2, v)) == "sup[-1..1](u²)"
    assert to_sympy(Sup(a * v, v)) != to_sympy(Sup(a * u, u))


BEGIN = "Let $f(x) = x^2$.\n\n"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"\sup_{x \in [-1, 1]} |f'(x)| = \sup_{x \in [-1, 1]} |2 x|", "proved"),
        (r"\sup_{x \in [-1, 1]} |2 x| = 2", "proved"),
        (r"\sup_{x \in [-1, 1]} |2 x| = 1", "refuted"),
        (r"\max_{0 \le x \le 1} x (1 - x) = \frac14", "supported"),
        (r"\max_{0 \le x \le 1} x (1 - x) = \frac13", "refuted"),
        (r"\min_{x \in [0, 1]} (x^2 + 1) = 1", "proved"),
        (r"\inf_{x \in [0, 2]} (x^2 - 2 x) = 0", "refuted"),
        (r"\sup_{x \in \mathbb{R}} \sin x = 1", "supported"),
        (r"\sup_{x \in (0, 1)} x = 1", "unread"),
        (r"\max_{x \in \mathbb{R}} \tanh x = 1", "unread"),
        (r"\max_x x^2 = 1", "unread"),
    ],
)
def test_what_is_read_is_judged(text, verdict):
    (step,) = [s for s in verify(f"{BEGIN}$${text}$$", second_reader=False, jobs=0).steps if s.kind != "definition"]
    assert step.verdict == verdict


MAP = "Let $f : \\mathbb{R} \\to \\mathbb{R}$. Suppose that $f$ is continuously differentiable, and that $f$ is "


@pytest.mark.parametrize(
    ("said", "text", "verdict"),
    [
        ("Lipschitz with the constant $L$", r"|f(x) - f(y)| \le L |x - y|", "proved"),
        ("$L$-Lipschitz", r"|f'(x)| \le L", "proved"),
        ("1-Lipschitz", r"f(x) - f(y) \le |x - y|", "proved"),
        ("1-Lipschitz", r"f(x) - f(y) \le \frac{1}{2} |x - y|", "refuted"),
        ("Lipschitz with the constant $L$", r"|f(x) - f(y)| \le \frac{L}{2} |x - y|", "refuted"),
        ("Lipschitz", r"f(x) - f(y) \le |x - y|", "undecided"),
    ],
)
def test_a_lipschitz_condition_is_read(said, text, verdict):
    (step,) = [s for s in verify(f"{MAP}{said}.\n\n$${text}$$", second_reader=False, jobs=0).steps if s.kind == "step"]
    assert step.verdict == verdict


def test_a_counterexample_keeps_to_the_lipschitz_constant():
    text = f"{MAP}Lipschitz with the constant $L$.\n\n$$|f(x) - f(y)| \\le \\frac{{L}}{{2}} |x - y|$$"
    (step,) = [s for s in verify(text, second_reader=False, jobs=0).steps if s.kind == "step"]
    assert step.verdict == "refuted" and ("L", "0") not in step.counterexample.assignments


def test_a_differentiable_lipschitz_function_has_no_kink():
    claim = Claim((differentiable(f), lipschitz(f, 1)), abs(diff(f(x), x)) <= 1)
    assert judge(claim).outcome == "agree"


@pytest.mark.parametrize(
    ("t", "value"),
    [
        (Sup(v * exp(-(v**2)), v), exp(Number(F(-1, 2))) / sqrt(Number(2))),  # concave around its top, 1/sqrt(2)
        (Sup(-((v - F(1, 3)) ** 2) + v, v), Number(F(7, 12))),
        (Sup(sin(v) * exp(v), v), sin(one) * exp(one)),  # not at a top inside
    ],
)
def test_a_greatest_value_is_found_to_many_digits(t, value):
    found = enclose(t)
    assert found.overlaps(enclose(value)) and found.rad() < 1e-24


def test_a_top_is_no_less_than_its_neighbours():
    t = Sup(sin(3 * u) - u**4, u)
    highest = max(float(enclose(substitute(t.body, {u: Number(F(n, 1000))})).mid()) for n in range(1001))
    assert highest <= float(enclose(t).upper()) < highest + 1e-5
