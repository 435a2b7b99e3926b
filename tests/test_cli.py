"""The command line: output, exit codes, errors."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

import derivations as book
from proofs.cli import derivations
from proofs.judging.report import ORDER
from proofs.proof import Proof

ROOT = Path(__file__).parents[1]
STEP = ["id", "line", "column", "left", "relation", "right", "verdict", "kind", "licence", "numbers", "rule", "reason"]
STEP += ["worlds", "digits", "mutants", "counterexample", "repair", "needs", "notes"]


def run(*arguments):
    return CliRunner().invoke(derivations, arguments)


@pytest.fixture
def unjudged(monkeypatch):
    """A proof whose step is wrong, in place of gaussian_kl."""
    from proofs.language import E, Normal, symbols
    from proofs.rules import gaussian_moments

    x, mu, sigma = symbols("x mu sigma")
    wrong = (
        Proof(E(x**2, x, Normal(mu, sigma, "p")), name="gaussian_kl", title="Wrong")
        .given(sigma > 0)
        .eq(sigma**2 - mu**2, by=gaussian_moments)
    )
    real = book.derive
    monkeypatch.setattr(book, "derive", lambda name: wrong if name == "gaussian_kl" else real(name))


def test_list_names_the_whole_catalogue_in_order():
    lines = run("list").output.splitlines()
    assert [line.split()[0] for line in lines] == list(book.CATALOGUE)
    assert all(book.derive(line.split()[0]).title in line for line in lines)


def test_list_json():
    rows = json.loads(run("list", "--json").output)
    assert [row["name"] for row in rows] == list(book.CATALOGUE)
    for row in rows:
        assert list(row) == ["name", "title", "source", "result"]
        assert row["title"] and row["result"] and row["source"]


def test_check_json_has_the_schema_of_the_project():
    done = run("check", "gaussian_kl", "--json")
    assert done.exit_code == 0, done.output
    (report,) = json.loads(done.output)
    assert list(report) == ["schema", "source", "name", "verdict", "summary", "chains"]
    assert (report["schema"], report["name"], report["verdict"]) == (1, "gaussian_kl", "proved")
    steps = [step for chain in report["chains"] for step in chain["steps"]]
    assert all(list(chain) == ["title", "goal", "steps"] for chain in report["chains"])
    assert all(list(step) == STEP and step["verdict"] in ORDER for step in steps)
    assert sum(report["summary"].values()) == len(steps)


def test_check_as_text_says_the_verdict_and_names_the_rules():
    done = run("check", "gaussian_kl")
    assert done.exit_code == 0, done.output
    assert "proved" in done.output and "gaussian_moments" in done.output
    assert "\x1b" not in done.output, "no colour in a pipe"


def test_check_of_something_that_falls_short_ends_with_one(unjudged):
    done = run("check", "gaussian_kl", "--json")
    assert done.exit_code == 1
    (report,) = json.loads(done.output)
    assert report["verdict"] == "refuted"
    bad = [s for c in report["chains"] for s in c["steps"] if s["verdict"] == "refuted"]
    assert bad and bad[0]["counterexample"]["assignments"] and bad[0]["licence"] == "refused"
    text = run("check", "gaussian_kl")
    assert text.exit_code == 1 and "refuted" in text.output


def test_an_interrupted_check_keeps_what_is_judged(monkeypatch):
    real = Proof.check

    def check(self):
        if self.name != "gaussian_kl":
            raise KeyboardInterrupt
        return real(self)

    monkeypatch.setattr(Proof, "check", check)
    done = run("check", "gaussian_kl", "kl_nonnegative", "--json")
    assert done.exit_code == 1
    text = done.stdout
    assert [r["name"] for r in json.loads(text[: text.rindex("]") + 1])] == ["gaussian_kl"]


@pytest.mark.parametrize("form", ["text", "latex", "json"])
def test_show(form):
    done = run("show", "gaussian_kl", "--format", form)
    assert done.exit_code == 0, done.output
    if form == "json":
        assert json.loads(done.output)[0]["name"] == "gaussian_kl"
    elif form == "latex":
        assert done.output == book.gaussian_kl().latex() + "\n"
    else:
        assert "σ" in done.output and "\\" not in done.output


def test_write(tmp_path):
    file = tmp_path / "page.tex"
    done = run("write", "gaussian_kl", "kl_nonnegative", "-o", str(file))
    assert done.exit_code == 0, done.output
    text = file.read_text()
    assert r"\documentclass" in text and book.gaussian_kl().title in text and book.kl_nonnegative().title in text
    assert "gaussian_moments" not in text and "proved" not in text
    assert run("write", "gaussian_kl", "-o", str(file), "--marks").exit_code == 0
    assert "proved" in file.read_text()


def test_write_with_marks_says_when_something_falls_short(tmp_path, unjudged):
    file = tmp_path / "page.tex"
    assert run("write", "gaussian_kl", "-o", str(file), "--marks").exit_code == 1
    assert "refuted" in file.read_text()


@pytest.mark.parametrize("command", [["check"], ["show"], ["write", "-o", "x.tex"]])
def test_an_unknown_name_gets_the_nearest_ones(command):
    done = run(*command, "gausian_kl")
    assert done.exit_code == 2
    assert "gausian_kl" in done.output and "gaussian_kl" in done.output.replace("gausian_kl", "")
    assert "derivations list" in run(*command, "zzz").output


@pytest.mark.parametrize("output", ["page.pdf", "page", "missing/page.tex", "."])
def test_a_file_that_cannot_be_written_is_refused_before_anything_is_computed(tmp_path, monkeypatch, output):
    monkeypatch.setattr(Proof, "check", lambda self: pytest.fail("computed first"))
    monkeypatch.chdir(tmp_path)
    done = run("write", "gaussian_kl", "--marks", "-o", output)
    assert done.exit_code == 2 and output in done.output
    assert not list(tmp_path.iterdir())


def test_write_needs_a_name_and_a_file(tmp_path):
    assert run("write", "-o", str(tmp_path / "a.tex")).exit_code == 2
    assert run("write", "gaussian_kl").exit_code == 2


def test_the_module_is_the_command():
    done = subprocess.run(
        [sys.executable, "-m", "derivations", "list"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout == run("list").output
    wrong = subprocess.run(
        [sys.executable, "-m", "derivations", "check", "nothing"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert wrong.returncode == 2 and wrong.stdout == "" and "Traceback" not in wrong.stderr


def test_progress_is_for_terminals_only(monkeypatch):
    """With no patience a bar appears on a terminal; in a pipe standard error stays empty."""
    script = "import proofs.cli, proofs.cli.output as o; o.PATIENCE = -1; proofs.cli.derivations(['check', 'gaussian_kl', '--json'])"
    piped = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert piped.stderr == ""
    ours, theirs = pty.openpty()
    shown = subprocess.run([sys.executable, "-c", script], cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, check=True)
    os.close(theirs)
    assert b"gaussian_kl" in os.read(ours, 65536)
    os.close(ours)
    assert json.loads(shown.stdout)


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no file that is always full")
def test_where_nothing_can_be_written_that_is_said():
    command = [sys.executable, "-m", "derivations", "list"]
    plain = {
        name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"
    }  # it is kept until the end
    with open("/dev/full", "w") as full:
        done = subprocess.run(command, cwd=ROOT, env=plain, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2 and done.stderr == "derivations: No space left on device\n"
