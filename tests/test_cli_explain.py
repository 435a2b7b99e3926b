"""``proofs explain``: one line of a file, and what is said of its steps."""

from dataclasses import replace

import pytest
from click.testing import CliRunner

from proofs.cli import proofs
from proofs.marking.explanation import Explanation, LicensedLine
from proofs.writing.explanation_text import explanation_text
from tests import standing_in
from tests.sheets import HOSTILE, INTEGRAL, JUMP, ROOT, SLIP, SPLIT

FILLED = Explanation(
    JUMP,
    INTEGRAL,
    (
        LicensedLine(
            "=", r"\mathbb{E}_p[\log p(x) - \log q(x)]", "by the definition of the mean", "definition_of_mean"
        ),
        LicensedLine("=", SPLIT, "by linearity", "linearity"),
    ),
    needs=("sigma_1 > 0",),
)
HINT = Explanation(JUMP, hint="a mean is split into a sum")
MISSING = Explanation(ROOT, why=r"only with $\sigma > 0$, which is not said")


def run(*arguments):
    return CliRunner().invoke(proofs, ["explain", *arguments])


@pytest.fixture
def sheet(tmp_path, monkeypatch):
    """A file ``a.tex`` whose lines have these explanations."""
    told = standing_in.install(monkeypatch)
    monkeypatch.chdir(tmp_path)

    def write(answer):
        (tmp_path / "a.tex").write_text("explained")
        told.answers["explained"] = answer
        return told

    return write


def test_the_lines_that_fill_a_step(sheet):
    told = sheet((FILLED,))
    done = run("a.tex:30", "--assume", "n > 1")
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "a.tex:30:3  ≈ supported   ∫ p(x) log(p(x)/q(x)) dx = log(σ₂/σ₁) - 1/2 E_p[(x - μ₁)²/σ₁²] + 1/2 E_p[z₂²]",
        "    4 examples, 22 digits",
        "",
        "    ∫ p(x) log(p(x)/q(x)) dx",
        "      = E_p[log p(x) - log q(x)]                            by the definition of the mean",
        "      = log(σ₂/σ₁) - 1/2 E_p[(x - μ₁)²/σ₁²] + 1/2 E_p[z₂²]  by linearity",
        "    if sigma_1 > 0",
    ]
    (call,) = told.calls
    assert (str(call.path), call.line, call.hint, call.assuming) == ("a.tex", 30, False, ("n > 1",))


def test_a_hint_gives_nothing_away(sheet):
    told = sheet((HINT,))
    done = run("a.tex:30:7", "--hint")
    assert told.calls[0].hint and done.stdout.splitlines()[1:] == ["    a mean is split into a sum"]


def test_a_hint_does_not_name_the_slip(sheet):
    assert SLIP.repair is not None
    for hint, named in (("it is not true as it stands", False), (None, True)):
        sheet((Explanation(SLIP, hint=hint),))
        done = run("a.tex:40", *(["--hint"] if hint else []))
        assert done.exit_code == 1 and ("true with" in done.stdout) == named and "left" in done.stdout


def test_a_cell_of_a_notebook(sheet):
    told = sheet((FILLED,))
    assert run("a.tex:cell2:30:7").exit_code == 0 and run("a.tex:cell 2:30").exit_code == 0
    assert [(call.cell, call.line) for call in told.calls] == [(2, 30), (2, 30)]


def test_what_is_missing_and_several_steps_on_a_line(sheet):
    sheet((MISSING, FILLED))
    done = run("a.tex:30")
    assert "    only with σ > 0, which is not said\n\na.tex:30:3" in done.stdout and done.exit_code == 0
    sheet((Explanation(SLIP),))
    assert run("a.tex:40").exit_code == 1


@pytest.mark.parametrize("place", ["a.tex", "a.tex:", "a.tex:0", "a.tex:x", ":3"])
def test_what_is_no_place(sheet, place):
    sheet(())
    done = run(place)
    assert done.exit_code == 2 and "expected a file and a line" in done.stderr


def test_a_line_on_which_nothing_stands(sheet):
    sheet(ValueError("no step stands on line 7; the nearest is on line 30"))
    done = run("a.tex:7")
    assert (done.exit_code, done.stderr) == (2, "proofs: a.tex: no step stands on line 7; the nearest is on line 30\n")
    assert run("missing.tex:7").stderr == "proofs: missing.tex: No such file or directory\n"


@pytest.mark.parametrize("width", [50, 80])
def test_a_narrow_terminal(width):
    lines = explanation_text(FILLED, "a.tex", width=width).splitlines()
    assert all(len(line) <= width for line in lines)
    assert any(line.endswith("by linearity") for line in lines)


def test_nothing_that_steers_comes_through():
    bad = Explanation(JUMP, HOSTILE, (LicensedLine("=", HOSTILE, HOSTILE, "x"),), (HOSTILE,), why=HOSTILE)
    for each in (bad, Explanation(JUMP, hint=HOSTILE)):
        assert not {"\x1b", "\u202e"} & set(explanation_text(each, HOSTILE, width=60))


def test_what_a_step_needs_is_said_once():
    needy = replace(JUMP, verdict="proved", needs=("sigma_1 > 0",))
    said = explanation_text(replace(FILLED, step=needy), "a.tex")
    assert said.count("sigma_1 > 0") == 1 and "proved if sigma_1 > 0" in said


def test_a_formula_is_shown_whole_on_a_narrow_terminal():
    """What fills a step is asked for: no part of it gives way."""
    terms = [rf"\\frac{{a_{{{k}}}}}{{b_{{{k}}}}}" for k in range(1, 30)]
    line = LicensedLine("=", " + ".join(terms), "by linearity", "linearity")
    said = explanation_text(Explanation(replace(JUMP, left=line.right), line.right, (line,)), "a.tex", width=60)
    assert all(len(each) <= 60 for each in said.splitlines()) and "…" not in said
    assert said.count("b₁₇") == 3
