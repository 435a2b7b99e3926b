"""``proofs check``: which files are judged, what is printed, exit codes, errors."""

import json
import os
import pty
import signal
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

from proofs.cli import proofs
from proofs.marking.document_report import Interrupted, Unreadable
from tests import standing_in
from tests.sheets import CONDITION, JUMP, NOTES, ROOT, SLIP, UNFOLDED, report
from tests.standing_in import PLAIN
from tests.test_cli import STEP

ROOT_FOLDER = Path(__file__).parents[1]


def run(*arguments, stdin=None):
    return CliRunner().invoke(proofs, arguments, input=stdin)


@pytest.fixture
def verify(monkeypatch):
    return standing_in.install(monkeypatch)


@pytest.fixture
def sheets(tmp_path, monkeypatch):
    """A folder in which files are written by their content: ``sheets(a="right")`` writes ``a.tex``."""
    monkeypatch.chdir(tmp_path)

    def write(**contents):
        for name, text in contents.items():
            (tmp_path / f"{name}.tex").write_text(text)
        return tmp_path

    return write


@pytest.mark.parametrize(
    "steps, plain, strict",
    [
        ((PLAIN,), 0, 0),
        ((PLAIN, CONDITION), 0, 0),
        ((CONDITION,), 0, 0),
        ((JUMP,), 0, 1),
        ((ROOT,), 0, 1),
        ((UNFOLDED,), 0, 1),  # proved, and needs something
        ((PLAIN, SLIP), 1, 1),
    ],
)
def test_exit_codes(verify, sheets, steps, plain, strict):
    sheets(a="steps")
    verify.answers["steps"] = steps
    assert run("check", "a.tex").exit_code == plain
    assert run("check", "a.tex", "--strict").exit_code == strict


def test_json_has_the_schema_of_the_project(verify, sheets):
    sheets(a="wrong", b="right")
    done = run("check", "a.tex", "b.tex", "--json")
    assert done.exit_code == 1
    first, second = json.loads(done.stdout)
    assert list(first) == ["schema", "source", "name", "verdict", "summary", "chains", "notes", "no_steps"]
    assert (first["source"], first["verdict"], second["verdict"]) == ("a.tex", "refuted", "proved")
    (slip,) = (s for chain in first["chains"] for s in chain["steps"])
    assert list(slip) == STEP and (slip["line"], slip["column"]) == (40, 3)
    assert slip["counterexample"]["assignments"][0] == {"name": r"\sigma_1", "value": "2"}
    assert first["notes"] == list(NOTES)


def test_a_step_of_a_notebook_says_its_cell(verify, sheets):
    sheets(a="wrong")
    verify.answers["wrong"] = (replace(SLIP, cell=2, line=3, column=14),)
    (told,) = json.loads(run("check", "a.tex", "--json").stdout)
    (slip,) = told["chains"][0]["steps"]
    assert (slip["cell"], slip["line"]) == (2, 3) and set(slip) == {"cell", *STEP}
    assert "a.tex:cell2:3:14" in run("check", "a.tex").stdout


def test_what_is_asked_for_reaches_the_judge(verify, sheets):
    sheets(a="right")
    run("check", "a.tex", "--assume", "sigma > 0", "--assume", "n > 1", "--timeout", "2.5", "--jobs", "3")
    run("check", "a.tex", "--no-second-reader")
    first, second = verify.calls
    assert (first.assuming, first.timeout, first.jobs, first.second_reader) == (("sigma > 0", "n > 1"), 2.5, 3, True)
    assert (second.assuming, second.timeout, second.jobs, second.second_reader) == ((), None, 1, False)
    assert first.source == Path("a.tex")


def test_standard_input(verify, sheets):
    sheets()
    done = run("check", "-", "--json", stdin="right")
    (judged,) = json.loads(done.stdout)
    assert (judged["source"], judged["name"]) == ("-", "standard input") and verify.calls[0].source == "right"
    assert "-:40:3" in run("check", "-", stdin="wrong").stdout
    assert run("check", "-", stdin=b"%PDF-1.7").exit_code == 2


def test_what_comes_through_a_pipe_is_read_once_and_not_without_end(verify, sheets, monkeypatch):
    folder = sheets(a="right")
    os.mkfifo(folder / "pipe")
    for text, code, says in (
        ("right", 0, "proved"),
        ("%PDF-1.4 ...", 2, "give LaTeX, Markdown or a notebook"),
        ("rig" * 9, 2, "MB"),
    ):
        monkeypatch.setattr("proofs.cli.sheets.LARGEST", 16)
        with subprocess.Popen([sys.executable, "-c", f"open('pipe', 'w').write({text!r})"], cwd=folder):
            done = run("check", "pipe")
        assert done.exit_code == code and says in done.output
    assert verify.calls[0].source == "right"
    monkeypatch.setattr("proofs.cli.sheets.LARGEST", 5)
    assert run("check", "-", stdin="right").exit_code == 0 and run("check", "-", stdin="right ").exit_code == 2
    done = run("check", "a.tex", "--json")
    assert json.loads(done.stdout)[0]["name"] == "a.tex"


def test_files_that_cannot_be_judged_are_named_and_the_others_judged(verify, sheets):
    folder = sheets(a="wrong", empty="empty", far="far")
    verify.answers["far"] = Unreadable("this is no text")
    (folder / "scan.tex").write_bytes(b"%PDF-1.7 ...")
    (folder / "sheet.docx").write_bytes(b"PK\x03\x04")
    (folder / "photo.JPG").write_bytes(b"?")
    names = ["missing.tex", "scan.tex", "sheet.docx", "photo.JPG", "empty.tex", "far.tex", "a.tex", "."]
    done = run("check", *names)
    assert done.exit_code == 2
    told = dict(line.split(": ", 2)[1:] for line in done.stderr.splitlines())
    assert told.keys() == set(names) - {"a.tex"}
    assert told["missing.tex"] == "No such file or directory"
    assert all("give LaTeX, Markdown or a notebook" in told[name] for name in ("scan.tex", "sheet.docx", "photo.JPG"))
    assert told["empty.tex"] == "claims nothing in formulas"
    assert told["far.tex"] == "this is no text"
    assert "✗ a.tex: refuted" in done.stdout
    assert [r["source"] for r in json.loads(run("check", *names, "--json").stdout)] == ["a.tex"]


def test_a_name_that_steers_the_terminal_is_shown_by_numbers(verify, sheets):
    sheets()
    done = run("check", "\x1b[31mred\u202e.tex")
    assert done.exit_code == 2
    assert "\x1b" not in done.stderr and "\u202e" not in done.stderr and "<U+001B>[31mred<U+202E>" in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["a.tex", "--jobs", "0"],
        ["a.tex", "--timeout", "0"],
        ["a.tex", "--timeout", "nan"],
        ["a.tex", "--timeout", "inf"],
        ["a.tex", "--assume"],
        ["a.tex", "--assume", "nonsense"],
    ],
)
def test_usage_errors(verify, sheets, arguments):
    sheets(a="right")
    done = run("check", *arguments)
    assert done.exit_code == 2 and "Error: " in done.stderr and "Traceback" not in done.output
    assert "nonsense" not in arguments or "'nonsense' is no fact" in done.stderr


@pytest.mark.parametrize(
    "text, says",
    [
        ("asume = []", "unknown key 'asume'"),
        ("assume = ", "no TOML"),
        ("assume = 'x > 0'", "expected a list of facts"),
        ("assume = [1]", "expected a list of facts"),
        ("[assume]\nx = 1", "expected a list of facts"),
        (b"\xff\xfe", "no TOML"),
    ],
)
def test_a_proofs_toml_that_says_something_else(verify, sheets, text, says):
    folder = sheets(a="right")
    (folder / "other").mkdir()
    (folder / "other" / "b.tex").write_text("wrong")
    (folder / "proofs.toml").write_bytes(text if isinstance(text, bytes) else text.encode())
    done = run("check", "a.tex", "other/b.tex")
    assert done.exit_code == 2
    assert done.stderr.startswith("proofs: a.tex: not judged: proofs.toml: ") and says in done.stderr
    assert "b.tex: refuted" in done.stdout and len(verify.calls) == 1


def test_what_proofs_toml_grants_holds_for_its_folder(verify, sheets):
    folder = sheets(a="right")
    (folder / "proofs.toml").write_text('assume = ["sigma > 0"]\n')
    (folder / "b").mkdir()
    (folder / "b" / "b.tex").write_text("right")
    assert run("check", "a.tex", "b/b.tex", "--assume", "n > 1").exit_code == 0
    assert [call.assuming for call in verify.calls] == [("sigma > 0", "n > 1"), ("n > 1",)]


@pytest.mark.parametrize("flag", ["--json", "--verbose"])
def test_an_interruption_loses_nothing_that_is_judged(verify, sheets, flag):
    sheets(a="right", b="stopped", c="right")
    verify.answers["stopped"] = Interrupted(report(SLIP, source="b.tex"))
    done = run("check", "a.tex", "b.tex", "c.tex", flag)
    assert done.exit_code == 130 and "judged 2 of 3 files" in done.stderr and len(verify.calls) == 2
    assert "a.tex" in done.stdout and "b.tex" in done.stdout and "c.tex" not in done.stdout
    verify.answers["stopped"] = KeyboardInterrupt()
    done = run("check", "a.tex", "b.tex", "c.tex", flag)
    assert done.exit_code == 130 and "a.tex" in done.stdout and "b.tex" not in done.stdout


def test_the_terminal_shows_what_needs_attention(verify, sheets):
    sheets(a="mixed")
    verify.answers["mixed"] = (PLAIN, JUMP, SLIP)
    quiet, all_ = run("check", "a.tex").stdout, run("check", "a.tex", "--verbose").stdout
    assert "a.tex:40:3" in quiet and "a.tex:10:3" not in quiet and "a.tex:30:3" not in quiet
    assert all(place in all_ for place in ("a.tex:10:3", "a.tex:30:3", "a.tex:40:3"))
    assert quiet.splitlines()[-1] == "✗ a.tex: refuted (3 steps claimed: 1 refuted, 1 supported, 1 proved)"
    assert "\x1b" not in all_


def test_help_is_light():
    script = (
        "import sys\nfrom proofs.cli import proofs\n"
        "try: proofs(['check', '--help'])\nexcept SystemExit: pass\n"
        "heavy = {'sympy', 'flint', 'rich', 'asyncio', 'shutil', 'tomllib', 'proofs.marking', 'proofs.language'}\n"
        "sys.exit(' '.join(heavy & set(sys.modules)) or None)"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT_FOLDER, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "--no-second-reader" in done.stdout


def test_the_module_is_the_command():
    done = subprocess.run(
        [sys.executable, "-m", "proofs", "check", "missing.tex"],
        cwd=ROOT_FOLDER, capture_output=True, text=True, check=False, env={**os.environ, "PYTHONIOENCODING": "ascii"},
    )  # fmt: skip
    assert done.returncode == 2 and done.stdout == "" and "missing.tex: No such file" in done.stderr
    assert "Traceback" not in done.stderr


SLOW = """
import sys, time, types
import proofs.cli.output as output
from proofs.cli import proofs
from tests.sheets import SLIP, report
output.PATIENCE = -1

def verify(source, *, progress, **options):
    progress(0, 4)
    while "slow" in str(source):
        print("waiting", file=sys.stderr, flush=True)
        time.sleep(30)
    return report(SLIP, source=str(source))

sys.modules["proofs.marking.verify"] = module = types.ModuleType("proofs.marking.verify")
module.verify = verify
proofs(sys.argv[1:])
"""


def slow(*arguments, **options):
    return subprocess.Popen(
        [sys.executable, "-c", SLOW, "check", *arguments], cwd=ROOT_FOLDER, stdout=subprocess.PIPE, **options
    )


def test_ctrl_c_in_the_middle_of_a_file(sheets):
    folder = sheets(quick="x", slow="x")
    with slow(str(folder / "quick.tex"), str(folder / "slow.tex"), "--json", stderr=subprocess.PIPE) as running:
        assert running.stderr.readline() == b"waiting\n"
        running.send_signal(signal.SIGINT)
        out, err = running.communicate(timeout=20)
    assert running.returncode == 130 and b"Traceback" not in err and b"judged 1 of 2 files" in err
    assert [Path(judged["source"]).name for judged in json.loads(out)] == ["quick.tex"]


def test_a_bar_on_a_terminal_takes_nothing_from_what_is_printed(sheets):
    folder = sheets(a="x", b="x")
    ours, theirs = pty.openpty()
    wide = {**os.environ, "COLUMNS": "400"}  # room for the whole name of a file
    with slow(str(folder / "a.tex"), str(folder / "b.tex"), stderr=theirs, env=wide) as running:
        out, _ = running.communicate(timeout=20)
    os.close(theirs)
    bar = os.read(ours, 65536)
    os.close(ours)
    assert b"a.tex 0/4" in bar and b"refuted" not in bar
    assert out.decode().count("✗ refuted") == 2 and b"\x1b" not in out
