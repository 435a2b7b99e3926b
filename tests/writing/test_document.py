"""Pages: hypotheses in words, lines that fit, documents that compile, and nothing on a page that was not asked for."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from types import SimpleNamespace

import pytest

import derivations as book
from proofs.judging.report import ChainReport, Counterexample, Report, StepReport
from proofs.language import (
    KL,
    Abstract,
    Cases,
    Column,
    Density,
    DensityFamily,
    Det,
    E,
    Function,
    FunctionFamily,
    H,
    Lambda,
    Normal,
    Number,
    Product,
    R,
    Range,
    Rows,
    Sum,
    Term,
    Var,
    Vectors,
    density,
    differentiable,
    differentiable_under,
    dominated,
    exp,
    finite,
    forall,
    half,
    integer,
    inverse,
    log,
    matrix,
    positive_definite,
    symbols,
    triangular,
    vector,
)
from proofs.writing import (
    document,
    fragment,
    latex,
    proof_html,
    proof_text,
    report_html,
    report_text,
    sentence,
)
from proofs.writing.measure import broken, width
from proofs.writing.phrases import grouped, listed, notation

x, mu_1, mu_2, sigma_1, sigma_2 = symbols("x mu_1 mu_2 sigma_1 sigma_2")
p, q = Normal(mu_1, sigma_1, "p"), Normal(mu_2, sigma_2, "q")
d = integer("d")
k = Var("k", Range(Number(1), d))
r, s = Density("r", Abstract("X")), Density("s", Abstract("X"))
A, B = matrix("A", d), matrix("B", d)


@dataclass
class Use:
    reason: str


@dataclass
class Step:
    left: Term
    symbol: str
    right: Term
    reason: str
    rule: str


def chain(start, *lines, title=None, text=None, suppose=()):
    steps, left = [], start
    for symbol, right, reason, rule in lines:
        steps.append(Step(left, symbol, right, reason, rule))
        left = right
    return SimpleNamespace(
        start=start, steps=tuple(steps), title=title, text=text, suppose=suppose, statement=None, use=None
    )


def proof_of(*chains, hypotheses=(sigma_1 > 0, sigma_2 > 0), statement=None):
    last = chains[-1]
    shown = statement if statement is not None else last.start.eq(last.steps[-1].right)
    return SimpleNamespace(
        name="gaussian_kl",
        title="Two Gaussians & a 100% proof",
        source="Bishop (2006), exercise 1.30",
        hypotheses=hypotheses,
        chains=chains,
        definitions=(),
        values=(),
        result=SimpleNamespace(statement=shown, hypotheses=hypotheses),
    )


z = (x - mu_1) / sigma_1
CLOSED = log(sigma_2 / sigma_1) - half + (sigma_1**2 + (mu_1 - mu_2) ** 2) / (2 * sigma_2**2)
SHORT = proof_of(
    chain(
        KL(p, q),
        ("=", E(log(p(x)) - log(q(x)), x, p), "by the definition of the divergence", "definition_of_kl"),
        ("<=", CLOSED, r"since $\log t \le t - 1$", "log_inequality"),
    )
)
wide = E(log(p(x)) * z**2 + log(q(x)) * exp(z) - E(z**4 / 24 + z**3 / 6, x, p) + CLOSED, x, p)
TABLES = (  # an environment is as wide as its widest cells, whatever stands before and after
    CLOSED + Sum(Cases((wide, k), (k <= 1, k < x), half), k) + CLOSED,
    log(wide) * Det(Rows((Column((CLOSED, half)), Column((half, CLOSED))))) + half,
)
LONG = proof_of(
    chain(
        wide - CLOSED + Sum(H(p) ** k, k),
        ("=", wide + wide, "a reason " * 9, "linearity"),
        ("=", half * log(wide) * (wide * wide) + CLOSED * log(wide), "algebra", "algebra"),
        title="A wide chain",
        suppose=(wide.eq(CLOSED), sigma_1 > sigma_2),
    )
)


def reported(proof, verdict="proved"):
    rows = []
    for at, step in enumerate(proof.chains[0].steps, 1):
        shrunk = Counterexample(((r"\mu_1", "1"), ("<b>", "2")), "0.25", "0.75") if verdict == "refuted" else None
        rows.append(
            StepReport(f"1.{at}", latex(step.left), step.symbol, latex(step.right), verdict, "step", "granted", "agree",
                       step.rule, step.reason, 5, 31, "41 of 41", shrunk, None, (), ("a note with <tags> & more",))
        )  # fmt: skip
    return Report(proof.source, proof.name, (ChainReport(None, None, tuple(rows)),), proof.title)


# ---------------------------------------------------------------------------------------------------------------------
# words


@pytest.mark.parametrize(
    ("hypothesis", "words"),
    [
        (sigma_1 > 0, r"$\sigma_1 > 0$"),
        (d >= 1, r"$d \geq 1$ is an integer"),
        (density(r), "$r$ is a probability density"),
        (dominated(r, s), "$r$ is dominated by $s$ (wherever $s$ vanishes, so does $r$)"),
        (finite(H(r)), r"$\mathrm{H}(r)$ is finite"),
        (
            inverse(Function("h"), Function("f"), R),
            r"$h$ is the inverse of the increasing $f$, which takes all values in $\mathbb{R}$",
        ),
        (
            differentiable_under(Lambda(E(log(x + sigma_1), x, p), sigma_1), sigma_1),
            r"$\mathbb{E}_{x \sim p}[\log(x + \sigma_1)]$ may be differentiated in $\sigma_1$ under the expectation"
            " (nearby, the derivative of the integrand is bounded by a function of finite mean)",
        ),
        (positive_definite(A), "$A$ is symmetric and positive definite"),
        (forall(k, vector("v", d)[k] > 0), r"$v_k > 0$ for $k = 1, \dots, d$"),
    ],
    ids=lambda v: v if isinstance(v, str) else "",
)
def test_a_hypothesis_in_words(hypothesis, words):
    assert sentence(hypothesis) == words


def test_facts_of_one_kind_are_said_together():
    assert grouped([density(r), density(s)]) == ["$r$ and $s$ are probability densities"]
    assert grouped([density(r), dominated(r, s), density(s)])[0] == "$r$ and $s$ are probability densities"
    assert grouped([sigma_1 > 0, sigma_2 > 0]) == [r"$\sigma_1 > 0$ and $\sigma_2 > 0$"]
    assert grouped([sigma_1 <= 1, sigma_2 > 0, sigma_1 > -1]) == [r"$-1 < \sigma_1 \leq 1$ and $\sigma_2 > 0$"]
    assert grouped([sigma_1 > 0, sigma_1 > sigma_2]) == [r"$\sigma_1 > 0$ and $\sigma_1 > \sigma_2$"]
    assert grouped([forall(k, Var("u", R) > 0), forall(k, Var("u", R) < 1)]) == [r"$0 < u < 1$ for $k = 1, \dots, d$"]
    assert grouped([d >= 1, d < 5]) == [r"$d$ is an integer with $1 \leq d < 5$"]
    assert grouped([positive_definite(A), positive_definite(B)]) == ["$A$ and $B$ are symmetric and positive definite"]
    assert listed(["a", "b and c"]) == "a, and b and c"


def test_every_hypothesis_is_said():
    f = FunctionFamily("f", Range(Number(1), d), Vectors(d), Vectors(d))
    family = DensityFamily("q", Product("Z", Range(Number(1), d)))
    said = " ".join(
        grouped([forall(k, differentiable(f[k])), forall(k, density(family[k])), triangular(f[k]), d >= 1, sigma_1 > 0])
    )
    for part in ("differentiable", "probability density", "triangular", "integer", r"\sigma_1 > 0"):
        assert part in said


def test_letters_are_introduced():
    assert notation([KL(p, q)]) == (
        r"Let $p = \mathcal{N}(\mu_1, \sigma_1^2)$ and $q = \mathcal{N}(\mu_2, \sigma_2^2)$."
    )
    assert notation([A @ B]) == r"Let $A, B \in \mathbb{R}^{d \times d}$."
    assert notation([CLOSED]) == ""
    r, omega = Density("r", R), Var("omega", Abstract("Omega"))
    law, X = Density("p", omega.space), Function("X", omega.space)
    assert notation([density(r)]) == r"Let $r : \mathbb{R} \to [0, \infty)$."
    assert notation([density(law)]) == ""
    assert notation([E(X(omega), omega, law)]) == r"Let $X : \Omega \to \mathbb{R}$ and $p : \Omega \to [0, \infty)$."


# ---------------------------------------------------------------------------------------------------------------------
# lines


@pytest.mark.parametrize("available", [120.0, 200.0, 395.0])
def test_broken_lines_fit_and_say_the_same(available):
    text = latex(wide - CLOSED + wide)
    lines = broken(text, available)
    assert len(lines) > 1
    assert max(map(width, lines)) <= available or available < 200
    joined = " ".join(lines).replace("\\cdot ", "")
    bare = re.compile(r"\\(?:left|right|middle|biggl|biggr|biggm)(?![a-z])|\s")
    assert bare.sub("", joined) == bare.sub("", text)
    for line in lines:
        assert len(re.findall(r"\\left(?![a-z])", line)) == len(re.findall(r"\\right(?![a-z])", line))
        assert line.count("{") == line.count("}")


def test_a_formula_that_fits_is_left_alone():
    assert broken(latex(CLOSED), 395.0) == [latex(CLOSED)]


def test_the_outermost_sign_is_broken_first():
    first, second = broken(latex(log(wide) - CLOSED), width(latex(log(wide))) + 5)
    assert second == f"- {latex(CLOSED)}" or second.startswith("- \\left(")
    assert first == latex(log(wide))


# ---------------------------------------------------------------------------------------------------------------------
# pages


def test_a_page_has_its_parts():
    page = document([SHORT])
    title = r"Two Gaussians \& a 100\% proof"
    for part in (title, "Source: Bishop", r"\sigma_1 > 0", r"\boxed{", r"$\square$", r"\leq"):
        assert part in page
    for step in SHORT.chains[0].steps:
        assert step.reason in page


def test_no_verdict_and_no_rule_stand_on_a_page_unless_asked_for():
    page = document([SHORT])
    marked = document([SHORT], marks=True, reports=[reported(SHORT)])
    for word in ("proved", "worlds", r"definition\_of\_kl", "log_inequality"):
        assert word not in page
    for word in ("proved", "5 worlds", "31 digits", r"definition\_of\_kl", "41 of 41", r"\checkmark"):
        assert word in marked


def test_a_fragment_is_sentences_and_displays_only():
    bare = re.sub(r"\\begin\{align\*\}.*?\\end\{align\*\}|\$[^$]*\$", "", fragment(LONG), flags=re.DOTALL)
    assert "\\" not in bare


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="needs a TeX")
def test_documents_compile_without_overfull_boxes(tmp_path):
    reports = [reported(SHORT), reported(LONG)]
    marked = document([SHORT, LONG], title="Two proofs", author="N. N.", marks=True, reports=reports)
    for name, source in (("plain", document([SHORT, LONG])), ("marked", marked)):
        (tmp_path / f"{name}.tex").write_text(source)
        command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", f"{name}.tex"]
        log_ = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
        assert not [line for line in log_.splitlines() if line.startswith("!") or "Overfull" in line], log_
        assert (tmp_path / f"{name}.pdf").exists()


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="needs a TeX")
def test_widths_are_what_tex_measures(tmp_path):
    formulas = [latex(t) for t in (wide, CLOSED, KL(p, q), Sum(H(p) ** k, k), log(wide) / CLOSED, *TABLES)]
    boxes = "\n".join(rf"\setbox0\hbox{{$\displaystyle {f}$}}\typeout{{WIDTH \the\wd0}}" for f in formulas)
    head = r"\documentclass{article}\usepackage{amsmath,amssymb}\begin{document}"
    (tmp_path / "w.tex").write_text(head + boxes + r"\end{document}")
    command = ["pdflatex", "-interaction=nonstopmode", "w.tex"]
    log_ = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    measured = [float(w) for w in re.findall(r"WIDTH ([\d.]+)pt", log_)]
    for formula, wanted in zip(formulas, measured, strict=True):
        assert 0.93 * wanted <= width(formula) <= 1.15 * wanted, formula


# ---------------------------------------------------------------------------------------------------------------------
# terminal and notebook


def test_text_of_a_proof():
    text = proof_text(SHORT)
    assert "Let p = N(μ₁, σ₁²)." in text
    assert "  σ₁ > 0" in text
    assert "≤ log(σ₂/σ₁) - 1/2 + (σ₁² + (μ₁ - μ₂)²)/(2*σ₂²)" in text
    assert "since log t ≤ t - 1" in text
    assert "\\" not in text and "$" not in text


def test_text_of_a_report_has_a_row_a_step_and_says_why():
    text = report_text(reported(SHORT))
    assert text.splitlines()[0].startswith("✓ gaussian_kl: proved")
    assert "definition_of_kl" in text and "41 of 41" in text and "counterexample" not in text
    refuted = report_text(reported(SHORT, "refuted"))
    assert "✗ refuted" in refuted and "μ_1 = 1" in refuted and "0.25" in refuted
    assert "\x1b[" not in refuted


def test_text_is_coloured_on_request_and_says_the_same():
    plain_text = report_text(reported(SHORT, "refuted"))
    coloured = report_text(reported(SHORT, "refuted"), colour=True)
    assert "\x1b[31m" in coloured
    stripped = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert re.sub(r"\s+", " ", stripped).split() == re.sub(r"\s+", " ", plain_text).split()


def test_html_is_escaped_and_balanced():
    shown = proof_html(SHORT, reported(SHORT, "refuted")) + report_html(reported(SHORT, "refuted"))
    assert "<tags>" not in shown and "<b>\\" not in shown and "&lt;tags&gt; &amp; more" in shown
    assert "Two Gaussians &amp; a 100% proof" in shown
    for tag in ("div", "table", "tr", "td", "span", "p"):
        assert len(re.findall(rf"<{tag}[ >]", shown)) == shown.count(f"</{tag}>")
    assert shown.count("\\(") == shown.count("\\)")
    assert "✗" in shown


@pytest.mark.parametrize("name", ["gaussian_kl", "mean_field", "flow_log_determinant_example", "unit_slope"])
@pytest.mark.parametrize("width", [60, 80])
def test_a_derivation_on_a_narrow_terminal(name, width):
    proof = book.derive(name)
    wide, narrow = proof_text(proof), proof_text(proof, width=width)
    assert all(len(line) <= width for line in narrow.splitlines())
    assert sorted(narrow.split()) == sorted(wide.split()), "nothing is lost"
