"""Formulas of others on one line of text."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs.writing.plain_maths import one_row, printable, sentence, shortened
from tests.sheets import HOSTILE

SPELLED = {
    r"D_{KL}(p\|q)=\int p(x)\log\frac{p(x)}{q(x)}\,dx": "D_KL(p‖q) = ∫ p(x) log(p(x)/q(x)) dx",
    r"\frac12 x^2+\frac{1}{2}\sigma_1^{2}": "1/2 x² + 1/2 σ₁²",
    r"\mathbb{E}_{x\sim p}\left[ \log \frac{p(x)}{q(x)} \right]": "E_(x~p)[log(p(x)/q(x))]",
    r"\frac{1}{\sqrt{2\pi\sigma^2}} e^{-\frac{(x-\mu)^2}{2\sigma^2}}": "1/√(2πσ²) e^(-(x-μ)²/(2σ²))",
    r"\begin{pmatrix} a & b \\ c & d \end{pmatrix}": "(a, b; c, d)",
    r"\begin{cases} 1 & \text{if } x>0 \\ 0 & \text{non-zero}\end{cases}": "{1, if x > 0; 0, non-zero}",
    r"\begin{array}{cc} 1 & 2 \end{array} + 1": "1, 2 + 1",
    r"\sum_{i=1}^{n} x_i - \hat\mu": "Σ_(i=1)^n x_i - μ̂",
    r"\overset{(3)}{=} a": "= a",
    r"\operatorname{tr}(\Sigma_1^{-1}\Sigma_0)": "tr(Σ₁⁻¹Σ₀)",
    r"\underbrace{x+y}_{\text{the sum}} + 1": "x + y + 1",
    r"a \tag{3}\label{x} \nonumber": "a",
    r"\lim_{n\to\infty} a_n": "lim_(n→∞) a_n",
    r"\left.\frac{d}{dx} f\right|_{x=0}": "d/dx f|_(x=0)",
    r"-x + -3": "-x + -3",
    r"x=-3": "x = -3",
    r"\sqrt[3]{x+1}": "³√(x + 1)",
    r"\sqrt{\sigma^2}": "√(σ²)",
    r"\sqrt 2": "√2",
    r"\binom{n}{k} p^k (1-p)^{n-k}": "(n choose k) p^k (1 - p)^(n-k)",
    r"\frac{a}{bc}": "a/(bc)",
    r"\frac{1}{k(k+1)}": "1/(k(k + 1))",
    r"\frac{n(n+1)}{2}": "n(n + 1)/2",
    r"\frac{1}{q(x)}": "1/q(x)",
    r"\frac{2}{2\pi}": "2/(2π)",
    r"\frac{\partial f}{\partial x_1}": "∂f/∂x₁",
    r"\mathbf{x}^\top A \mathbf{x}": "xᵀA x",
    r"x \in \mathbb{R}^d": "x ∈ ℝ^d",
    r"\exp\left(-\frac{t}{2}\right)": "exp(-t/2)",
    r"\nosuch{a} b \other": r"\nosuch{a} b \other",
    r"p_{\text{data}}": "p_data",
    r"f'(x)": "f′(x)",
    r"\sum_{j=1}^{n_i} y_{ij}^{(k)}": "Σ_(j=1)^(n_i) y_ij^(k)",
    r"{n \choose k} A \cup B": "n choose k A ∪ B",
    r"\left[ \begin{matrix} a & b \\ c & d \end{matrix} \right]": "[a, b; c, d]",
    r"\begin{array}{rl} 0 \; , & \text{if} \; x < 0 \\ 1, & x \geq 0 \; . \end{array}": "0, if x < 0; 1, x ≥ 0.",
    "{a": "a",
    "a}b": "ab",
    r"\frac": "()/()",
    r"e^{i\pi} + e^{ab}": "e^(iπ) + e^(ab)",
    r"\int_0^\infty x^2 + \sum\limits_{k=1}^nk + \left| a \right|^2": "∫₀^∞ x² + Σ_(k=1)^n k + |a|²",
    r"x^": "x^()",
    r"\end{x} \begin{y}": "",
    "": "",
}


@pytest.mark.parametrize("latex", SPELLED)
def test_spelling(latex):
    assert one_row(latex) == SPELLED[latex]


def test_sentences_and_formulas_within_them():
    assert sentence(r"true with $\frac{1}{2}$ on the right - or so") == "true with 1/2 on the right - or so"
    assert sentence(r"\sigma > 0") == "σ > 0"
    assert sentence("H(p) is finite, a-b") == "H(p) is finite, a-b"
    assert sentence("5 $ and no more") == "5 and no more"


@pytest.mark.parametrize("width, shown", [(None, "abcdefghijklmnop"), (16, "abcdefghijklmnop"), (12, "abcdef … nop")])
def test_the_middle_gives_way(width, shown):
    assert shortened("abcdefghijklmnop", width) == shown


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("abcdef"), min_size=1), st.integers(8, 30))
def test_what_is_shortened_fits(text, width):
    assert len(shortened(text, width)) <= width


PIECES = (
    *"{ } [ ] & _ ^ $ x 1 + - = ' \x1b \u202e \x00 \ud800 \n".split(" "),  # noqa: SIM905
    *r"\\ \frac \sqrt \left( \right) \begin{cases} \end{cases} \begin{array} \text{ \overset \underbrace \hat \log \no".split(),  # noqa: SIM905
)


@settings(deadline=None)
@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_nothing_is_refused_and_nothing_steers(latex):
    for said in (one_row(latex), sentence(latex), printable(latex)):
        assert not [c for c in said if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")]


@pytest.mark.parametrize(
    "piece",
    ["{", "\\frac", "\\sqrt{", "x_", "\\begin{cases}", "\\begin{array}", "\\text{", "\\left(", "\\log ", "(" * 9],
)
def test_deep_and_long_formulas_take_no_time(piece):
    began = time.perf_counter()
    said = one_row(piece * 100_000)
    assert time.perf_counter() - began < 1
    assert len(said) < 20_000


def test_what_is_invisible_is_shown_by_its_number():
    assert printable(HOSTILE).startswith("<U+001B>[31m<U+0007><U+202E><script>")
    assert printable("a\tb\nc\u200b") == "a b c<U+200B>"
