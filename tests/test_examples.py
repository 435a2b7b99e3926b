"""The sheets in ``examples`` are answered; the answers compile and are read back, and marked by the same sheets."""

from collections import Counter
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
from tests.test_tex import compiled, overfull
from tests.test_tex import pytestmark as needs_tex

EXAMPLES = sorted(Path(__file__).parents[1].glob("examples/*.toml"))

# The values that the sheets print, and what our hand-ins say of them.
PRINTED = {
    "deep_learning_exam": ["0.6534", "0.3466", "1.0824", "4.6487", "0.5625", "5.317", "0.5733"],
}
# What the reader does not know: maps at a point of which only the coordinates are given (see test_round_trip.KNOWN).
UNREAD = {"deep_learning_exam": "Q1 A"}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The LaTeX of each example, in a folder of its own."""
    files = {}

    def of(example):
        if example not in files:
            file = tmp_path_factory.mktemp(example.stem) / f"{example.stem}.tex"
            done = CliRunner().invoke(derivations, ["write", str(example), "-o", str(file)])
            assert done.exit_code == 0, done.output
            files[example] = file
        return files[example]

    return of


@pytest.fixture(scope="module")
def judged(written):
    reports = {}

    def of(example):
        if example not in reports:
            reports[example] = verify(written(example), second_reader=False)
        return reports[example]

    return of


def test_there_are_five():
    assert len(EXAMPLES) == 5


@needs_tex
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_answer_compiles_and_fits(example, written):
    file = written(example)
    assert not overfull(compiled(file.read_text(), file.parent))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_answer_is_read_back_without_an_alarm(example, judged):
    spared = UNREAD.get(example.stem)
    question = ""
    verdicts: Counter[str] = Counter()
    for chain in judged(example).chains:
        question = chain.title if chain.title and chain.title.startswith(("Q", "Exercise", "Task")) else question
        verdicts.update(s.verdict for s in chain.steps if spared is None or not question.startswith(spared))
    assert verdicts["proved"] > 5 and not verdicts["refuted"] and not verdicts["unread"]
    assert verdicts["undecided"] * 100 <= verdicts.total()


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda file: file.stem)
def test_an_answer_has_full_marks_by_its_own_sheet(example, judged):
    sheet = with_goals(read_sheet(example), book.derive)
    require_readable(sheet)
    for mark in marks(judged(example), sheet, same_statement):
        if mark.question.heading != UNREAD.get(example.stem):
            assert (mark.reached, mark.wrong) == ("yes", ()), mark.question.id


@pytest.mark.parametrize("example", [e for e in EXAMPLES if e.stem in PRINTED], ids=lambda file: file.stem)
def test_the_values_that_the_sheet_prints_are_in_the_answer(example, written):
    text = written(example).read_text() + "".join(f.read_text("latin-1") for f in written(example).parent.glob("*.svg"))
    assert [value for value in PRINTED[example.stem] if value not in text] == []
