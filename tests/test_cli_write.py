"""``derivations write``: hand-ins of all kinds, and what is said of a sheet that cannot be answered."""

import shutil
import subprocess
import sys

import nbformat
import pytest
from click.testing import CliRunner

from proofs.cli import derivations

SHEET = """
title = "Sheet 1"
author = "A. Student"

[[question]]
id = "1"
heading = "Exercise 1"
derivation = "gaussian_kl"
notation = { p = "p_1", q = "p_2", mu_1 = '\\\\mu_0' }
values = { '\\\\mu_0' = 3, "sigma_1^2" = 2, mu_2 = "8/2", sigma_2 = "0.5 + 1/2" }
points = 2
"""


def run(*arguments):
    return CliRunner().invoke(derivations, ["write", *arguments])


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sheet.toml").write_text(SHEET.replace("\\\\", "\\"))
    return tmp_path


def names(folder):
    return sorted(file.name for file in folder.iterdir() if file.name != "sheet.toml")


@pytest.mark.parametrize("kind", ["tex", "md", "ipynb"])
def test_a_sheet_is_answered(folder, kind):
    done = run("sheet.toml", "-o", f"a.{kind}")
    assert done.exit_code == 0, done.output
    assert done.output == "" and names(folder) == [f"a.{kind}"]
    text = (folder / f"a.{kind}").read_text()
    if kind == "ipynb":
        text = "\n".join(cell.source for cell in nbformat.reads(text, as_version=4).cells)
    for said in (
        "Sheet 1",
        "A. Student",
        "Exercise 1: The Kullback-Leibler",
        "To show:",
        r"\mathcal{N}(\mu_0, \sigma_1^2)",
    ):
        assert said in text
    assert r"\boxed{D_{\mathrm{KL}}(p_1 \,\|\, p_2) = 1 - \frac{1}{2} \log 2 \approx 0.6534}" in text
    assert r"\log \frac{1}{\sqrt{2}} - \frac{1}{2} + \frac{(\sqrt{2})^2 + (3 - 4)^2}{2 \cdot 1^2}" in text
    assert r"\mu_1" not in text


def test_title_author_and_style_are_options(folder):
    assert run("sheet.toml", "-o", "a.md", "--title", "Mine", "--author", "Me", "--style", "brief").exit_code == 0
    text = (folder / "a.md").read_text()
    assert text.startswith("# Mine\n\nMe\n\n## Exercise 1") and "Sheet 1" not in text and "Source" not in text


@pytest.mark.parametrize(("kind", "form"), [("tex", "pdf"), ("md", "svg")])
def test_pictures_stand_beside(folder, kind, form):
    assert run("gaussian_kl", "-o", f"a.{kind}").exit_code == 0
    assert names(folder) == sorted([f"a-gaussian_kl.{form}", f"a.{kind}"])
    assert f"a-gaussian_kl.{form}" in (folder / f"a.{kind}").read_text()
    assert run("gaussian_kl", "-o", f"b.{kind}", "--style", "brief").exit_code == 0
    assert f"b-gaussian_kl.{form}" not in names(folder)


def test_without_tex_the_source_is_kept_and_the_remedy_said(folder, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    done = run("sheet.toml", "-o", "a.pdf")
    assert done.exit_code == 2 and names(folder) == ["a.tex"]
    assert "apt-get install texlive" in done.stderr and "a.tex is written" in done.stderr and done.stdout == ""


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="pdflatex is not installed")
def test_a_pdf_is_written_alone(folder):
    assert run("gaussian_kl", "-o", "a b.pdf").exit_code == 0
    assert names(folder) == ["a b.pdf"] and (folder / "a b.pdf").read_bytes().startswith(b"%PDF")


def test_what_tex_refuses_is_kept_and_said(folder, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: name)
    answer = subprocess.CompletedProcess([], 1, b"This is TeX\n! Undefined control sequence.\nl.5 \\x", b"")
    monkeypatch.setattr(subprocess, "run", lambda *arguments, **options: answer)
    done = run("sheet.toml", "-o", "a.pdf")
    assert done.exit_code == 2 and names(folder) == ["a.tex"] and "Undefined control sequence" in done.stderr


WRONG = [  # what stands for what, in the sheet, and what is said
    (
        'derivation = "gaussian_kl"',
        'derivation = "gausian_kl"',
        ["question '1'", "derivation", "'gausian_kl'", "gaussian_kl"],
    ),
    ('derivation = "gaussian_kl"', 'derivation = "gaussian_kl"\nstyle = 1', ["question 1 (1)", "unknown key 'style'"]),
    ('title = "Sheet 1"', "title = 1", ["title", "expected a text", "found 1"]),
    ('title = "Sheet 1"', 'title = "', ["no TOML", "line 2"]),
    ("mu_2 =", "mu_3 =", ["question '1': values: mu_3", "sigma_1"]),
    ('"8/2"', '"x/2"', ["question '1': values: mu_2", "'x/2'", "expected a number"]),
    ('"8/2"', '"1 +"', ["question '1': values: mu_2", "missing"]),
    ('"8/2"', '"sqrt(2"', ["question '1': values: mu_2"]),
    ('"8/2"', "[1, 2]", ["question '1': values", "mu_2"]),
    ('"8/2"', "true", ["question 1 (1): values: mu_2", "found True"]),
    ('"sigma_1^2" = 2', '"sigma_1^2" = -2', ["question '1': values"]),
    ('"sigma_1^2" = 2', "sigma_1 = -2", ["question '1': values", "contradict a hypothesis"]),
    ('"sigma_1^2" = 2', '"mu_2^2" = 2', ["question '1': values: mu_2^2", "positive"]),
    ('q = "p_2"', 'q = "x"', ["question '1': notation", "'q' cannot become 'x'"]),
    ('q = "p_2"', 'q = "p_1"', ["question '1': notation", "cannot become 'p_1'"]),
    ('q = "p_2"', 'r = "p_2"', ["question '1': notation: r", "mu_1"]),
    ('q = "p_2"', "q = 2", ["question 1 (1): notation: q", "found 2"]),
    ("points = 2", 'points = 2\nfrom = "magic"', ["question '1': from", "'magic'", "by linearity"]),
    ("points = 2", "points = 2\npicture = 1", ["picture", "true or false"]),
    ('derivation = "gaussian_kl"', 'derivation = "kl_nonnegative"\npicture = true', ["question '1'", "notation"]),
]


@pytest.mark.parametrize(("old", "new", "said"), WRONG, ids=[row[1] for row in WRONG])
def test_a_sheet_that_cannot_be_answered_is_refused_whole(folder, old, new, said):
    text = (folder / "sheet.toml").read_text()
    assert text.count(old) == 1
    (folder / "sheet.toml").write_text(text.replace(old, new))
    done = run("sheet.toml", "-o", "a.tex")
    assert done.exit_code == 2 and names(folder) == []
    assert "Traceback" not in done.output and "sheet.toml: " in done.output
    words = " ".join(done.output.split())
    for each in said:
        assert each in words


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ('goal = "1 = 1"', "derivation: expected the name of one"),
        ('derivation = "kl_nonnegative"\npicture = true', "picture: there is none of kl_nonnegative"),
        ('derivation = ["gaussian_kl", "kl_nonnegative"]\nfrom = "linearity"', "from: expected one derivation"),
        ('goal = "1 = 1"\nvalues = { x = 1 }', "values: expected the derivation"),
    ],
)
def test_a_question_that_is_not_whole(folder, question, said):
    (folder / "sheet.toml").write_text(f'[[question]]\nid = "1"\npoints = 1\n{question}\n')
    done = run("sheet.toml", "-o", "a.md")
    assert done.exit_code == 2 and said in " ".join(done.output.split()) and names(folder) == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["missing.toml", "-o", "a.tex"], "missing.toml: No such file"),
        (["sheet.toml", "gaussian_kl", "-o", "a.tex"], "expected one sheet"),
        (["sheet.toml", "-o", "a.doc"], ".tex, .pdf, .md, .ipynb"),
        (["sheet.toml", "-o", "a.tex", "--marks"], "--marks"),
    ],
)
def test_wrong_use(folder, arguments, said):
    done = run(*arguments)
    assert done.exit_code == 2 and said in " ".join(done.output.split()) and names(folder) == []


def test_a_hand_in_starts_at_the_formula_that_the_sheet_supplies(folder):
    sheet = '[[question]]\nid = "1"\nderivation = "gaussian_kl"\nfrom = "linearity"\npoints = 1\n'
    (folder / "sheet.toml").write_text(sheet)
    assert run("sheet.toml", "-o", "a.tex", "--style", "brief").exit_code == 0
    text = (folder / "a.tex").read_text()
    assert "by the definition of the divergence" not in text and "by linearity" not in text
    assert text.count("\\why{given}") == 1 and "by the moments of the normal distribution" in text


@pytest.mark.parametrize("source", ["gaussian_kl", "sheet.toml"])
@pytest.mark.parametrize("kind", ["tex", "md", "ipynb"])
def test_without_matplotlib_pictures_are_left_out_and_it_is_said(folder, monkeypatch, source, kind):
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    (folder / "sheet.toml").write_text('[[question]]\nid = "1"\nderivation = "gaussian_kl"\npicture = true\n')
    done = run(source, "-o", f"a.{kind}")
    assert done.exit_code == 0 and names(folder) == [f"a.{kind}"]
    assert done.output.startswith("derivations: there is no matplotlib") and "pip install" in done.output
    assert "graphics" not in (folder / f"a.{kind}").read_text().partition("begin{document}")[2]
    assert run("kl_nonnegative", "-o", f"b.{kind}").output == ""
