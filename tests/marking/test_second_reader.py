"""The second reader reads plain formulas as people do, notices when ours are read otherwise, and leaves the rest alone."""

import math
import random
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from proofs import language as L
from proofs.marking.latex2sympy_apart import Question
from proofs.marking.outcomes import Crashed, Done
from proofs.marking.plain import LETTERS, Letters, NotPlain
from proofs.marking.plain_text import spelled
from proofs.marking.points import agreement, points_for
from proofs.marking.pool import Pool
from proofs.marking.second_reader import APART, Reading, SecondReader
from proofs.reading.syntax import (
    Add,
    Big,
    Bracket,
    Mark,
    Multiply,
    Named,
    Numeral,
    Script,
    Sign,
    Statement,
    Symbol,
)
from proofs.reading.syntax import (
    Fraction as Ratio,
)

from .formulas import formula

ROOT = Path(__file__).parents[2]
VALUES = {
    "a": Fraction(3, 7), "b": Fraction(2, 5), "x": Fraction(5, 3), "y": Fraction(7, 4), "n": Fraction(6), "k": Fraction(4),
    "mu_1": Fraction(1, 3), "sigma": Fraction(9, 8), r"\hat{\mu}": Fraction(2, 9), "x_i": Fraction(8, 3), "T": Fraction(2),
    r"\bar{x}": Fraction(7, 9), "sigma_MAP": Fraction(5, 8), "D_{KL}": Fraction(1, 6), "Gamma_1": Fraction(3), "i": Fraction(5),
    "pi_k": Fraction(3), "e_1": Fraction(4),
}  # fmt: skip
a, b, x, y, n, k, mu, sigma, hat, xi, T, bar, *_ = map(float, VALUES.values())


@pytest.fixture(scope="module")
def reader():
    with SecondReader(timeout=20) as reader:
        yield reader


@pytest.fixture(scope="module")
def apart():
    with Pool(f"{APART}:values", timeout=20, start=f"{APART}:start") as pool:
        yield pool


def on_page(latex):
    letters = Letters()
    text = spelled(latex, VALUES, letters)
    return Question(text, tuple(letters.of.values()), (tuple(str(VALUES[name]) for name in letters.of),))


@pytest.mark.parametrize(
    ("latex", "value"),
    [
        (r"\mu_1 + \frac12\sigma^2", mu + sigma**2 / 2),
        (r"\mu_{1}x", mu * x),
        (r"\log x", math.log(x)),
        (r"\log(2\pi\sigma^2)", math.log(2 * math.pi * sigma**2)),
        (r"\log 2\pi\sigma^2 - 1", math.log(2 * math.pi * sigma**2) - 1),
        (r"\log_2 x + \log_{b}(y) a", math.log(x, 2) + math.log(y, b) * a),
        (r"\ln\frac{a}{b} + 1", math.log(a / b) + 1),
        (r"\ln(x)\ln(y)", math.log(x) * math.log(y)),
        (r"|a|^n |b|^k |x|", a**6 * b**4 * x),
        (r"\exp[a]\cdot b", math.exp(a) * b),
        (r"\exp\left[-\frac{(x-\mu_1)^2}{2\sigma^2}\right] \cdot y", math.exp(-((x - mu) ** 2) / 2 / sigma**2) * y),
        (r"\exp\{a\}\exp(b)", math.exp(a + b)),
        (r"\exp a - b", math.exp(a) - b),
        (r"\mathrm{e}^{-x} a", math.exp(-x) * a),
        (r"\Gamma(a+1)", math.gamma(a + 1)),
        (r"\frac{\Gamma(a)\Gamma(b)}{\Gamma(a+b)}", math.gamma(a) * math.gamma(b) / math.gamma(a + b)),
        (r"\Gamma\left(\frac n2\right)^2", math.gamma(3) ** 2),
        (r"\Gamma_1 x", 3 * x),
        (r"x(y+1)", x * (y + 1)),
        (r"x^2(y+1)", x**2 * (y + 1)),
        (r"(x-y)(x+y)", x * x - y * y),
        (r"2^n n", 2**n * n),
        (r"{\sigma}^2x", sigma**2 * x),
        (r"{\left(x+y\right)}^2", (x + y) ** 2),
        (r"x^\frac{a}{b} y", x ** (a / b) * y),
        (r"{n \choose k}^2 a", 225 * a),
        (r"{a + b \over x} y", (a + b) / x * y),
        (r"\log {n \choose k} + \log|a - x|", math.log(15) + math.log(x - a)),
        (r"\log \Gamma(k) - x", math.log(6) - x),
        (r"\ln x \cdot y", math.log(x) * y),
        (r"\cos x \cos y - \sin x \sin y", math.cos(x + y)),
        (r"\log n! + 1", math.log(720) + 1),
        (r"x^{-1}y", y / x),
        (r"a^{-x}b", a**-x * b),
        (r"-x^2", -(x**2)),
        (r"a/b\cdot x", a / b * x),
        (r"a/b/x", a / b / x),
        (r"a - b - x", a - b - x),
        (r"n!/(k!(n-k)!)", 15.0),
        (r"2(k+1)!", 240.0),
        (r"\binom nk a^k(1-a)^{n-k}", 15 * a**4 * (1 - a) ** 2),
        (r"\sqrt[3]{x}y + \sqrt 2", x ** (1 / 3) * y + math.sqrt(2)),
        (r"\sin^2 x + \cos^2(x)", 1.0),
        (r"\arcsin(a) + \arccos b \cdot \arctan x", math.asin(a) + math.acos(b) * math.atan(x)),
        (r"|a-x|^2 y", (a - x) ** 2 * y),
        (r"\left|a-x\right|", x - a),
        (r"\hat\mu^2 + \hat{\mu}\bar{x}", hat**2 + hat * bar),
        (r"x_i^2 + x_{i}", xi**2 + xi),
        (r"i x", 5 * x),
        (r"\pi_k \pi + e e_1", 3 * math.pi + math.e * 4),
        (r"\sigma_\mathrm{MAP} + \sigma_{\mathrm{MAP}}", 1.25),
        (r"D_\mathrm{KL}", None),
        (r"\sum_{k=1}^n k^2 x + 1", 91 * x + 1),
        (r"\sum_{k=1}^{n} \sum_{i=1}^{k} i", 56.0),
        (r"\prod_{k=1}^{3} (k + \sum_{i=k}^3 i)", 7 * 7 * 6.0),
        (r"\sum_{k=2}^1 k + a", a),
        (r"0.5x + .5y", x / 2 + y / 2),
        (r"\frac{1}{2} x \cdot \left( a + \bigl[ b \bigr] \right) \; .", x / 2 * (a + b)),
    ],
)
def test_the_page_is_read_as_a_person_reads_it(apart, latex, value):
    if value is None:
        with pytest.raises(NotPlain):
            on_page(latex)
        return
    outcome = apart.call(on_page(latex))
    assert isinstance(outcome, Done), outcome
    assert float(outcome.value[0]) == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("latex", "reason"),
    [
        (r"f'(x)", "f is not the name of a number"),
        (r"x'", "' behind a power"),
        (r"x^T", "mark"),
        (r"x^{T}", "mark"),
        (r"x^{(i)}", "mark"),
        (r"x^*", "[*] as an argument"),
        (r"a/b x", "beside one that is divided by"),
        (r"1/2 x", "beside one that is divided by"),
        (r"{a+b}x", "a group of several things"),
        (r"{a x}^2", "a group of several things"),
        (r"\ln 2x \cdot y", "more than names"),
        (r"\ln x / y", "more than names"),
        (r"\ln \sum_{k=1}^n k", "more than names"),
        (r"\ln x (y+1)", "more than names"),
        (r"\ln\frac{a}{b} x", "more than names"),
        (r"\ln", "without its argument"),
        (r"\exp(x)^2", "a power behind the argument"),
        (r"\ln(x)^2", "a power behind the argument"),
        (r"\sin^{-1} x", "inverse"),
        (r"\ln(n)!", "factorial behind a function"),
        (r"x^2!", "! behind a power"),
        (r"n!!", "! behind a power"),
        (r"x^2^3", r"\^ behind a power"),
        (r"x^23", "a number behind a factor"),
        (r"x = y", "= is not plain"),
        (r"x, y", ", is not plain"),
        (r"(x + y", "ends too early"),
        (r"(x + y]", "] is not plain"),
        (r"x + y)", "[)] is not plain"),
        (r"x +", "nothing behind a sign"),
        (r"x \cdot - y", "- is not plain"),
        (r"", "nothing between brackets"),
        (r"()", "nothing between brackets"),
        (r"\frac{a}", "ends too early"),
        (r"\left. x \right|", "[.] is not plain"),
        (r"a \pm b", "pm is not plain"),
        (r"\int_0^1 x \, dx", "int is not plain"),
        (r"\sum_i x_i", "i where { is expected"),
        (r"\sum_{i=1}^\infty i", "infty as an argument"),
        ("x\N{MINUS SIGN}y", "is not plain"),
        (r"\input{secret}", "input is not plain"),
        (" ".join(rf"x_{{{k}}}" for k in range(60)), "too many names"),
    ],
)
def test_what_has_two_readings_is_left_alone(latex, reason):
    with pytest.raises(NotPlain, match=reason):
        spelled(latex, [*VALUES, *(f"x_{k}" for k in range(60))], Letters())


@pytest.mark.parametrize("seed", range(30))
def test_plain_formulas_are_read_alike(reader, seed):
    f = formula(random.Random(seed), 1 + seed % 3)
    from_page, from_tree = reader.compare(f.tree, f.page, f.term), reader.compare(f.tree, "'", f.term)
    assert (from_page.verdict, from_tree.verdict) == ("agree", "agree"), f.page
    assert (from_page.shown, from_tree.shown) == ("page", "tree")


two, half = Numeral("2"), Ratio(Numeral("1"), Numeral("2"))
X, Y, S, K = Symbol("x"), Symbol("y"), Symbol("sigma"), Symbol("k")
Lx, Ly, Ls = L.symbols("x y sigma")
SQUARE = Script(X, None, two)


@pytest.mark.parametrize(
    ("latex", "tree", "term"),
    [
        # a slip between tree and term: both ways of asking notice it
        (r"\frac{1}{2}\sigma^2", Multiply((half, Script(S, None, two)), ("", "")), (L.half * Ls) ** 2),
        (r"x\log(y)", Multiply((X, Named("log", Bracket("(", (Y,), ")"))), ("", "")), Lx * L.log(Ly) / L.log(10)),
        (r"x(y+x)", Multiply((X, Bracket("(", (Add((Y, X), ("", "+")),), ")")), ("", "")), Lx * Ly + Lx),
        (r"-x^2", Add((SQUARE,), ("-",)), (-Lx) ** 2),
        (r"\sigma^2 - x - y", Add((Script(S, None, two), X, Y), ("", "-", "-")), Ls**2 - (Lx - Ly)),
    ],
)
def test_a_slip_behind_the_tree_is_noticed_whatever_is_shown(reader, latex, tree, term):
    asked, disagreed = reader.asked, reader.disagreed
    for page, shown in ((latex, "page"), ("'", "tree")):
        opinion = reader.compare(tree, page, term)
        assert (opinion.verdict, opinion.shown) == ("disagree", shown)
        assert "we read" in opinion.why
    assert (reader.asked, reader.disagreed) == (asked + 2, disagreed + 2)


@pytest.mark.parametrize(
    ("latex", "tree", "term"),
    [
        (r"x^2 + \frac{x}{2}", SQUARE, Lx**2),  # a tail is lost
        (r"2^{x + 1}", Add((Script(two, None, X), Numeral("1")), ("", "+")), 2**Lx + 1),  # what a power covers
        (r"\sqrt{x} y", Multiply((X, Y), ("", "")), Lx * Ly),  # a root is overlooked
        (r"\log(x)y", Named("log", Multiply((X, Y), ("", ""))), L.log(Lx * Ly)),  # what a function covers
    ],
)
def test_a_slip_of_the_parser_is_noticed_where_the_page_is_shown(reader, latex, tree, term):
    opinion = reader.compare(tree, latex, term)
    assert (opinion.verdict, opinion.shown) == ("disagree", "page")
    blind = reader.compare(tree, "'", term)
    assert (blind.verdict, blind.shown) == ("agree", "tree"), "what the tree has wrong is printed wrong"


@pytest.mark.parametrize(
    ("tree", "names", "reason"),
    [
        (Symbol("z"), {}, "z is not the name of a number"),
        (Script(X, None, Mark("+")), {"x": Lx}, "scripts|name of a number"),
        (Script(X, None, Symbol("T")), {"x": Lx}, "mark"),
        (Script(X, primes=1), {"x": Lx}, "x' is not the name of a number"),
        (Add((X, Y), ("", r"\pm")), {"x": Lx, "y": Ly}, "both signs"),
        (Multiply((X, Y), ("", r"\circ")), {"x": Lx, "y": Ly}, "operator"),
        (Multiply((X, Y, X), ("", "/", "")), {"x": Lx, "y": Ly}, "divided by"),
        (Named("erf", X), {"x": Lx}, "the function erf"),
        (Named("sin", X, None, Add((Numeral("1"),), ("-",))), {"x": Lx}, "inverse"),
        (Big("int", X), {"x": Lx}, "a big of this kind"),
        (Big("sum", X, Symbol("i"), two), {"x": Lx}, "without plain limits"),
        (
            Big("sum", Script(X, Symbol("i")), Statement((Symbol("i"), Numeral("1")), (Sign("="),)), two),
            {"x_i": L.Var("x_i")},
            "depends on what a sum runs over",
        ),
        (Bracket("(", (X, Y), ")"), {"x": Lx, "y": Ly}, "a bracket of this kind"),
        (X, {"x": L.Var("x", L.Vectors(L.Number(2)))}, "x is not a number"),
        (X, {"x": L.log(-(L.Var("u") ** 2) - 1)}, "no point"),
    ],
)
def test_what_is_not_plain_is_not_asked(reader, tree, names, reason):
    asked = reader.asked
    opinion = reader.compare(tree, "'", next(iter(names.values()), L.Var("z")), names)
    assert opinion.verdict == "not asked"
    assert re.search(reason, opinion.why), opinion.why
    assert reader.asked == asked


def test_many_are_answered_in_order_and_none_twice():
    formulas = [formula(random.Random(seed), 1) for seed in range(8)]
    readings = [Reading(f.tree, f.page, f.term) for f in formulas]
    odd = [Reading(SQUARE, "x^2", 2 * Lx), Reading(Symbol("z"), "z", Lx)]
    with SecondReader(timeout=20) as reader:
        opinions = list(reader.compare_all([*readings, *odd, *readings[::-1]]))
        assert [o.verdict for o in opinions] == ["agree"] * 8 + ["disagree", "not asked"] + ["agree"] * 8
        assert opinions[:8] == opinions[:-9:-1]
        assert (reader.asked, reader.agreed, reader.disagreed) == (17, 16, 1)


def test_an_answer_that_takes_too_long_is_none():
    with SecondReader(timeout=0.001) as impatient:
        opinion = impatient.compare(SQUARE, "x^2", Lx**2)
        assert (opinion.verdict, opinion.why) == ("no answer", "latex2sympy2 took more than 0.001 seconds")
        assert (impatient.asked, impatient.agreed, impatient.disagreed) == (1, 0, 0)


def test_the_same_formula_in_other_letters_is_asked_once(reader, monkeypatch):
    first = reader.compare(SQUARE, "x^2", Lx**2)
    monkeypatch.setattr(Pool, "_set_to_work", None)
    assert reader.compare(Script(Y, None, two), "y^2", Ly**2) == first


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("({a} = 3)", "ValueError: an equation, which might be solved"),
        (r"(\sum_{a=1}^{3} {a} = 3)", "ValueError: an equation, which might be solved"),
        ("({a}", "I expected something else here"),
        ("({a} + {b})", "LookupError: it reads a name b"),
        (r"(\begin{bmatrix} 1 & 2 \end{bmatrix})", "LookupError: it reads a MutableDenseMatrix"),
        (r"(\int {a} dx)", "LookupError: it reads a Integral"),
        (r"({a}({a}, 2))", "I expected something else here"),
        (r"(a(2))", "LookupError: it reads a a"),
    ],
)
def test_what_it_does_not_read_is_no_answer(apart, text, outcome):
    found = apart.call(Question(text, ("a",), (("2",),)))
    assert isinstance(found, Crashed)
    assert outcome in found.why


def test_every_letter_is_a_name(apart):
    text = " + ".join(rf"{{{c}}}^{{{c}}} ({{{c}}} - 1) \cdot 2 {{{c}}}" for c in LETTERS)
    outcome = apart.call(Question(f"({text})", tuple(LETTERS), (("3",) * len(LETTERS),)))
    assert outcome == Done((str(float(27 * 2 * 6 * len(LETTERS))),))


def test_one_text_does_not_poison_the_next(apart):
    """``i`` and ``j`` are the imaginary unit to latex2sympy2 at first, and what a text sets stays set."""
    for text in ("({i})", r"({j} \in \mathbb{R}^{2 \times 2})", "({j})", "({i}{j})"):
        outcome = apart.call(Question(text, ("i", "j"), (("3", "5"),)))
        if "in" not in text:
            assert outcome == Done((str(float(3 ** ("i" in text) * 5 ** ("j" in text))),))


def test_where_there_is_no_value_there_is_no_evidence(apart):
    text = r"(\sqrt{{a}} + \frac{1}{{b}} + \ln({c}))"
    points = (("-1", "1", "1"), ("1", "0", "1"), ("1", "1", "0"), ("1", "1", "-1"), ("4", "1/2", "1"))
    assert apart.call(Question(text, ("a", "b", "c"), points)) == Done((None, None, None, None, "4.0"))
    assert agreement(points_for(Lx, [Lx])[0].ours, None) == "unknown"


def test_close_values_are_neither_the_same_nor_other():
    ours = points_for(L.sqrt(L.Number(2)), [])[0].ours
    root = "1.41421356237309504880168872420969807857"
    assert agreement(ours, root) == "agree"
    assert agreement(ours, root[:14] + "9" + root[15:]) == "unknown"
    assert agreement(ours, "1.4142") == "disagree"
    assert agreement(points_for(Lx - Lx, [Lx])[0].ours, "1e-40") == "agree"
    assert agreement(points_for(Lx - Lx, [Lx])[0].ours, "1e-20") == "disagree"


def test_points_stay_where_the_names_live():
    spaces = [L.R, L.R_POSITIVE, L.Interval(L.Number(0), L.Number(1)), L.Interval(L.Number(-2), L.oo), L.Z_INTEGERS]
    names = [L.Var(f"v_{k}", space) for k, space in enumerate(spaces)]
    points = [list(map(Fraction, p.numbers)) for p in points_for(L.Plus(tuple(names)), names)]
    assert len(points) == 3
    for _, positive, unit, above, whole in points:
        assert positive > 0 < unit < 1
        assert above > -2
        assert whole.denominator == 1
    assert len({tuple(p) for p in points}) == 3


SHADOWED = f"""
import sys
sys.path[:0] = ["", {str(ROOT)!r}]
from proofs.marking.second_reader import SecondReader
from proofs.reading.syntax import Symbol
from proofs.language import Var
with SecondReader() as reader:
    print(reader.compare(Symbol("x"), "x", Var("x")).verdict)
import tests
print(tests.__file__.startswith({str(ROOT)!r}) or tests.OURS, sorted({{"gen", "sympy", "latex2sympy2"}} & set(sys.modules)))
"""


def test_its_packages_do_not_get_in_the_way_of_others(tmp_path):
    """A ``gen`` and a ``tests`` of the user's own stay theirs, and the asking process imports nothing of it."""
    (tmp_path / "gen.py").write_text("raise AssertionError('not this one')", encoding="ascii")
    (tmp_path / "tests.py").write_text("OURS = True", encoding="ascii")
    done = subprocess.run(
        [sys.executable, "-c", SHADOWED], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert (done.stdout, done.stderr) == ("agree\nTrue []\n", "")
