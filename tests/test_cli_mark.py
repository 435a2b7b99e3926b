"""``proofs mark``: tables, CSV, the folder with comments, errors."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner

from proofs.cli import proofs
from proofs.marking.class_page import COLUMNS
from proofs.marking.document_report import Interrupted
from tests import standing_in
from tests.sheets import SLIP, report
from tests.standing_in import PLAIN

SHEET = """
assume = ["sigma > 0"]
[[question]]
id = "1"
goal = "1 + 1 = 2"
points = 4
conventions = "p(x) = 1"
"""


def run(*arguments):
    return CliRunner().invoke(proofs, ["mark", *arguments])


@pytest.fixture
def verify(monkeypatch):
    return standing_in.install(monkeypatch)


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The files of two students, and a sheet."""
    monkeypatch.chdir(tmp_path)
    for name, text in {"ann/answer.tex": "right\n", "bob/answer.tex": "wrong\n", "sheet.toml": SHEET}.items():
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
    return tmp_path


FILES = ["ann/answer.tex", "bob/answer.tex"]


def test_the_table(verify, folder):
    done = run(*FILES, "--against", "sheet.toml")
    assert done.exit_code == 0, done.output
    head, ann, bob = done.stdout.splitlines()
    assert head.split() == " ".join(COLUMNS).split()
    assert ann.split() == ["ann/answer.tex", "1", "yes", "4"]
    assert bob.split() == ["bob/answer.tex", "1", "no", "40", "0"]
    assert all(call.assuming == ("p(x) = 1", "sigma > 0") for call in verify.calls)


def test_csv_and_folder(verify, folder):
    done = run(*FILES, "--against", "sheet.toml", "--csv", "marks.csv", "-o", "out")
    assert (done.exit_code, done.stdout) == (0, "")
    rows = list(csv.reader(StringIO(Path("marks.csv").read_text())))
    assert [row[0] for row in rows[1:]] == FILES
    assert Path("out/ann/answer.tex").read_text() == "right\n"
    assert Path("out/bob/answer.tex").read_text().startswith("wrong\n% proofs: ✗ refuted")
    page = Path("out/class.html").read_text()
    assert "true with a factor 1/2" in page and "<a href='bob/answer.tex.html'>bob/answer.tex</a>" in page
    assert "✗ refuted" in Path("out/bob/answer.tex.html").read_text()
    assert Path("bob/answer.tex").read_text() == "wrong\n"
    assert run(*FILES, "--against", "sheet.toml", "--csv", "-").stdout == Path("marks.csv").read_text()


def test_bytes_that_are_no_text_survive_in_the_copy(verify, folder):
    (folder / "bob" / "answer.tex").write_bytes(b"% \xe9\r\nwrong\r\n")
    verify.answers["% \udce9\nwrong"] = (SLIP,)
    assert run(*FILES, "--against", "sheet.toml", "-o", "out", "--csv", "m.csv").exit_code == 0
    assert (folder / "out/bob/answer.tex").read_bytes().startswith(b"% \xe9\r\nwrong\r\n% proofs: ")


def test_a_file_that_cannot_be_judged_has_its_rows(verify, folder):
    (folder / "scan.pdf").write_bytes(b"%PDF-1.4")
    done = run("scan.pdf", *FILES, "--against", "sheet.toml", "--csv", "-", "-o", "out")
    assert done.exit_code == 2 and "scan.pdf: this is a PDF" in done.stderr
    rows = list(csv.reader(StringIO(done.stdout)))
    assert rows[1][:3] == ["scan.pdf", "1", "not found"] and "give LaTeX, Markdown or a notebook" in rows[1][-1]
    assert len(rows) == 4


def test_an_interruption_keeps_the_marks(verify, folder):
    verify.answers["wrong"] = Interrupted(report(PLAIN, SLIP, source="bob/answer.tex"))
    done = run(*FILES, "--against", "sheet.toml", "--csv", "-")
    assert done.exit_code == 130 and len(done.stdout.splitlines()) == 3


@pytest.mark.parametrize(
    "arguments, says",
    [
        ([], "--against"),
        (["--against", "missing.toml"], "missing.toml: No such file"),
        (["--against", "ann/answer.tex"], "no TOML"),
        (["--against", "sheet.toml", "-o", "sheet.toml"], "File exists"),
        (["--against", "sheet.toml", "--csv", "none/marks.csv"], "the folder 'none' does not exist"),
        (["--against", "sheet.toml", "--csv", "ann"], "'ann' cannot be written"),
        (["--against", "sheet.toml", "-o", "."], "the copy of ann/answer.tex would replace it"),
    ],
)
def test_usage_errors(verify, folder, arguments, says):
    done = run(*FILES, *arguments)
    assert done.exit_code == 2 and says in done.stderr and not verify.calls


def test_a_narrow_terminal(verify, folder, monkeypatch):
    monkeypatch.setattr("proofs.cli.mark.columns", lambda: 76)
    (folder / "scan.pdf").write_text("%PDF-1.4")
    done = run(*FILES, "scan.pdf", "--against", "sheet.toml")
    assert all(len(line) <= 76 for line in done.stdout.splitlines())
    *_, row, remark = done.stdout.splitlines()
    assert row.split() == ["scan.pdf", "1", "not", "found"]
    assert remark.strip() == "not judged: this is a PDF: give LaTeX, Markdown or a notebook"


def test_a_file_is_marked_once(verify, folder):
    assert len(run(FILES[0], FILES[0], "--against", "sheet.toml").stdout.splitlines()) == 2


def test_a_sheet_that_names_no_derivation_is_named(verify, folder):
    (folder / "typo.toml").write_text('[[question]]\nid = "1"\nderivation = "gausian_kl"\npoints = 2\n')
    done = run(*FILES, "--against", "typo.toml")
    assert done.exit_code == 2 and "typo.toml: question '1': derivation: no derivation is called" in done.stderr
