"""The sheets in ``examples`` are answered; the answers compile and are read back, and marked by the same sheets."""

from dataclasses import replace
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

import derivations as book
from proofs import verify
from proofs.cli import derivations
from proofs.marking.answering import with_goals
from proofs.marking.goals import require_readable, same_statement
from proofs.marking.mark import marks
from proofs.marking.sheet import read_sheet
from proofs.reading.documents import read_file
from proofs.reading.story import Story
from tests.test_tex import compiled, overfull
from tests.test_tex import pytestmark as needs_tex

EXAMPLES = sorted(Path(__file__).parents[1].glob("examples/*.toml"))

# The values that the sheets print, and what our hand-ins say of them.
PRINTED = {
    "deep_learning_exam": [
        "0.6534", "0.3466", "1.0824", "4.6487", "0.5625", "5.317", "0.02", "0.5533", "0.5733",
    ],
}  # fmt: skip
# Questions of which the result is not understood outside of its answer: they are marked by a goal that is typed.
NO_GOAL = {"generative_models": {"Question 5, the critic"}}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """An example as a file of a kind, in a folder of its own."""
    files = {}

    def of(example, kind="tex"):
        if (example, kind) not in files:
            file = tmp_path_factory.mktemp(example.stem) / f"{example.stem}.{kind}"
            done = CliRunner().invoke(derivations, ["write", str(example), "-o", str(file)])
            assert done.exit_code == 0, done.output
            files[example, kind] = file
        return files[example, kind]

    return of


@pytest.fixture(scope="module")
def judged(written):
    reports = {}

    def of(example):
        if example not in reports:
            reports[example] = verify(written(example), second_reader=False)
        return reports[example]

    return of


@pytest.fixture(scope="module")
def told(written):
    """What an answer says in one of its forms, line by line."""

    @cache
    def of(example, kind):
        return [
            (line.kind, line.symbol, _about_itself(line.claim), line.fog)
            for chain in Story(read_file(written(example, kind))).chains()
            for line in chain.lines
        ]

    return of


def test_there_are_five():
    assert len(EXAMPLES) == 5


@needs_tex
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_answer_compiles_and_fits(example, written):
    file = written(example)
    assert not overfull(compiled(file.read_text(), file.parent))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_answer_is_read_back_clean(example, judged):
    """Every step is proved; a value that is rounded is true to the digits that are written."""
    proved, open_ = 0, []
    for chain in judged(example).chains:
        for step in chain.steps:
            proved += step.verdict == "proved"
            rounded = step.relation == "approx" and step.verdict == "supported"
            if step.verdict not in ("proved", "given") and not rounded:
                open_.append((step.line, step.verdict, f"{step.left} {step.relation} {step.right}"))
    assert open_ == [] and proved > 50


def _about_itself(claim):
    """A claim, with what is supposed of its own names."""
    if claim is None:
        return None
    names = claim.statement.free
    return claim.statement, [h for h in claim.hypotheses if not names.isdisjoint(h.free)]


@pytest.mark.parametrize("kind", ["md", "ipynb"])
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_answer_says_the_same_in_every_form(example, kind, told):
    """What is claimed, and under what, does not depend on the form; so neither do the verdicts.

    A reason beside a line, ``since $\\log t < t - 1$ for $t \\neq 1$``, supposes something of letters of its own only.
    """
    said = [told(example, form) for form in ("tex", kind)]
    assert len(said[0]) > 50
    for one, other in zip(*said, strict=True):
        assert one == other


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_answer_has_full_marks_by_its_own_sheet(example, judged):
    sheet = with_goals(read_sheet(example), book.derive)
    sheet = replace(sheet, questions=tuple(replace(q, points=q.points or Fraction(1)) for q in sheet.questions))
    spared = NO_GOAL.get(example.stem, set())
    require_readable(replace(sheet, questions=tuple(q for q in sheet.questions if q.heading not in spared)))
    for mark in marks(judged(example), sheet, same_statement):
        if mark.question.heading not in spared:
            full = ("yes", (), mark.question.points, ())
            assert (mark.reached, mark.wrong, mark.points, mark.look) == full, mark.question.id


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.stem in PRINTED], ids=lambda file: file.stem)
def test_the_values_that_the_sheet_prints_are_in_the_answer(example, written):
    assert [value for value in PRINTED[example.stem] if value not in written(example).read_text()] == []
