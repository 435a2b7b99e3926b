"""The report of a document on a terminal."""

import re
from dataclasses import replace

import pytest

from proofs.judging.report import ORDER, Counterexample, NoStep
from proofs.writing.document_text import document_text, needs_attention, relation
from proofs.writing.plain_maths import one_row
from proofs.writing.verdicts import LOOKS
from tests.sheets import CONDITION, HOSTILE, JUMP, ROOT, SLIP, SUPPOSED, UNFOLDED, UNREAD, report, step

ANSI = re.compile(r"\x1b\[[0-9;]*m")

QUIET = """\
Exercise 1 (a): the divergence of two Gaussians
sheets/kl.tex:20:3  ✓ proved      D_KL(p‖q) = ∫ p(x) log(p(x)/q(x)) dx
    proved if D_KL(p‖q) < ∞
sheets/kl.tex:40:3  ✗ refuted     log(σ₂/σ₁) - 1/2 E_p[(x - μ₁)²/σ₁²] + 1/2 E_p[z₂²]
                                    = log(σ₂/σ₁) - 1 + (σ₁² + (μ₁ - μ₂)²)/(2σ₂²)
    at σ₁ = 2, σ₂ = 2, μ₁ = 0, μ₂ = 0: left 0, right -1/2
    true with a factor 1/2 on the second term of the right

Exercise 2
sheets/kl.tex:50:3  ? undecided   √(σ²) = σ
    needs sigma > 0
    true only for one sign
sheets/kl.tex:60:3  – unread      Λ \\bowtie x
    \\bowtie is not known here

note: σ > 0 is granted from outside; it covers every σ_i
note: the second reader was asked on 4 expressions and agreed on 4

✗ sheets/kl.tex: refuted (5 steps claimed: 1 refuted, 1 unread, 1 undecided, 1 supported, 1 proved; 2 given)"""


def test_what_needs_attention_is_shown_where_it_stands():
    assert document_text(report(), width=100) == QUIET


def test_verbose_shows_every_step_with_what_it_rests_on():
    text = document_text(report(), verbose=True)
    lines = text.splitlines()
    assert sum(re.match(r"sheets/kl\.tex:\d+:3 ", line) is not None for line in lines) == 7
    assert any("· definition" in line for line in lines) and any("· condition" in line for line in lines)
    assert "    by the definition of the divergence, 6 examples, 24 digits, 12 of 12 slips found" in lines
    assert "≈ supported   = log(σ₂/σ₁)" in text, "a line that goes on does not repeat its left side"
    assert "    4 examples, 22 digits" in lines
    once = document_text(report(replace(JUMP, worlds=1)), verbose=True)
    assert "    1 example, 22 digits" in once


@pytest.mark.parametrize("verdict", ORDER)
def test_colour_adds_nothing_but_colour(verdict):
    made = report(replace(SLIP, verdict=verdict))
    plain, coloured = (document_text(made, verbose=True, width=80, colour=c) for c in (False, True))
    assert ANSI.sub("", coloured) == plain and ANSI.search(coloured)
    assert f"{LOOKS[verdict].sign} {verdict}" in plain


@pytest.mark.parametrize("width", [40, 61, 80, 120])
def test_lines_fit_the_terminal(width):
    for line in document_text(report(), verbose=True, width=width).splitlines()[:-1]:
        assert len(line) <= width or " " not in line.strip()


@pytest.mark.parametrize(
    "judged, shown",
    [
        (SLIP, True), (UNREAD, True), (ROOT, True), (UNFOLDED, True), (replace(UNFOLDED, needs=()), False),
        (JUMP, False), (replace(JUMP, notes=("a decimal was rounded",)), True), (SUPPOSED, False), (CONDITION, False),
    ],
)  # fmt: skip
def test_what_needs_attention(judged, shown):
    assert needs_attention(judged) is shown
    lines = document_text(report(judged, source="a.tex", notes=())).splitlines()
    assert lines[0].startswith("a.tex:") is shown and (shown or len(lines) == 1)


def test_needs_are_said_with_the_verdict_they_carry():
    def said(verdict):
        return document_text(report(replace(ROOT, verdict=verdict, needs=("sigma > 0", r"\mu \neq 0"))))

    assert "proved if sigma > 0 and μ ≠ 0" in said("proved")
    assert "supported if sigma > 0" in said("supported")
    assert "needs sigma > 0" in said("undecided")
    assert "needs n > 0 for all μ" in document_text(report(replace(ROOT, needs=(r"n > 0 for all $\mu$",))))


def test_the_reason_of_a_rule_is_no_reason_to_be_undecided():
    assert "true only for one sign" in document_text(report(ROOT))
    assert "by linearity" not in document_text(report(replace(ROOT, rule="linearity", reason="by linearity")))


def test_a_line_that_begins_anew_shows_its_left_side():
    text = document_text(report(UNFOLDED, step("1.3", "a", "b", "proved")), verbose=True)
    assert "✓ proved      a = b" in text
    assert document_text(report(UNFOLDED, JUMP, notes=())).endswith("(2 steps claimed: 1 supported, 1 proved)")
    assert "relation" not in text and "a ≤ b" in document_text(report(step("1.3", "a", "b", "refuted", relation="<=")))


def test_formulas_that_are_no_steps_are_counted_and_shown_on_demand():
    others = (
        NoStep("x > 0", "supposed", None, None, 3, 5),
        NoStep("y > 0", "supposed", None, None, 3, 9),
        NoStep(r"\Lambda \bowtie x", "not read", r"$\bowtie$ is not known here", 2, 4, 7),
    )
    made = report(UNFOLDED, source="a.md", notes=(), no_steps=others)
    counted = "(1 step claimed: 1 proved; of other formulas 2 supposed, 1 not read)"
    quiet, verbose = document_text(made), document_text(made, verbose=True).splitlines()
    assert quiet.endswith(counted) and "x > 0" not in quiet
    assert verbose[-7:-2] == [
        "Formulas that are no steps",
        "a.md:3:5        · supposed    x > 0",
        "a.md:3:9        · supposed    y > 0",
        "a.md:cell2:4:7  – not read    Λ \\bowtie x",
        "    \\bowtie is not known here",
    ]
    told = made.as_json()["no_steps"]
    assert told[0] == {"formula": "x > 0", "role": "supposed", "reason": None, "line": 3, "column": 5}
    assert told[2]["cell"] == 2


def test_a_sheet_that_claims_nothing():
    assert document_text(report(CONDITION, source="a.md", notes=())) == "· a.md: given (0 steps claimed; 1 given)"


def test_nothing_that_steers_reaches_the_terminal():
    found = replace(SLIP.counterexample, assignments=((HOSTILE, HOSTILE),), left=HOSTILE, right=HOSTILE)
    bad = replace(
        SLIP, left=HOSTILE, right=HOSTILE, relation=HOSTILE, counterexample=found, repair=HOSTILE, reason=HOSTILE,
        needs=(HOSTILE,), notes=(HOSTILE,),
    )  # fmt: skip
    made = report(bad, step("1.2", HOSTILE, None, "unread", reason=HOSTILE), source=HOSTILE, notes=(HOSTILE,))
    for verbose in (False, True):
        text = document_text(made, verbose=verbose, width=70)
        assert not {"\x1b", "\x07", "\u202e", "\u2066"} & set(text)
        assert "U+001B" in text


def test_what_a_variable_runs_over_is_no_value():
    world = Counterexample(((r"z", r"\{1, 2\}"), ("q", r"(\frac{1}{3}, \frac{2}{3})"), ("x", "1")), "0", "1")
    said = document_text(report(replace(SLIP, counterexample=world)))
    assert "at z ∈ {1, 2}, q = (1/3, 2/3), x = 1: left 0, right 1" in said


@pytest.mark.parametrize(
    ("symbol", "latex", "plain"),
    [(None, "=", "="), ("<=", r"\le", "≤"), ("~", r"\sim", "~"), ("propto", r"\propto", "∝"), ("in", r"\in", "∈"),
     ("<<", r"\ll", "≪"), (":=", ":=", ":=")],
)  # fmt: skip
def test_the_sign_of_a_step_is_latex(symbol, latex, plain):
    assert relation(symbol) == latex
    assert one_row(f"a {relation(symbol)} b") == f"a {plain} b"
