r"""Broken and hostile documents: every failure is a verdict on its step with a reason, and the run goes on."""

import os
from itertools import pairwise
from pathlib import Path
from time import process_time

import pytest

from proofs import read, verify
from proofs.marking.document_report import DocumentReport
from proofs.reading.files.encoding import Unreadable

SECONDS = 10.0  # for one step; the budgets of reader and judges end all of these well before
SOUND = "\n\nAnd $$(a + b)^2 = a^2 + 2 a b + b^2$$\n"


def judged(text: str | Path) -> DocumentReport:
    return verify(text, timeout=SECONDS, second_reader=False)


def steps(text: str):
    """The steps of a text that is followed by a sound one, which is proved whatever came before it."""
    *before, last = judged(text + SOUND).steps
    assert last.verdict == "proved"
    return before


def digits(n: int) -> str:
    return "9" * n


OPEN = {  # neither shown nor refuted, or not read; always with a reason
    "a tower of powers": r"$$9^{9^{9^9}} = 1$$",
    "a tower on both sides": r"$$x + 9^{9^{9^9}} = 9^{9^{9^9}} + x$$",
    "a tower in a logarithm": r"$$\log(10^{10^{10^{10}}}) = 5$$",
    "exponentials of exponentials": r"$$\exp(\exp(\exp(100))) = 1$$",
    "a sum to 10^30": r"$$\sum_{k=1}^{10^{30}} \frac{1}{k} = 3$$",
    "a closed form at 10^30": r"$$\sum_{k=1}^{10^{30}} k = \frac{10^{30}(10^{30}+1)}{2}$$",
    "a product to 10^12": r"$$\prod_{k=1}^{10^{12}} k = 3$$",
    "sums within sums": r"$$\sum_{i=1}^{1000}\sum_{j=1}^{1000}\sum_{k=1}^{1000} i j k = 5$$",
    "an integral that diverges": r"$$\int_0^1 \frac{1}{x} dx = 5$$",
    "a division by zero": r"$$\frac{1}{0} = 0$$",
    "10,000 braces": "$$" + "{" * 10_000 + "x" + "}" * 10_000 + " = x$$",
    "200 brackets": "$$" + "(" * 200 + "x" + ")" * 200 + " = x$$",
    "nested fractions": "$$" + r"\frac{" * 300 + "x" + "}{2}" * 300 + " = x$$",
    "nested exponents": "$$x" + "^{x" * 300 + "}" * 300 + " = x$$",
    "a number of 100,000 digits": f"$${digits(100_000)} = 1$$",
    "a macro that expands for ever": r"\newcommand{\a}{\a\a}" + "\n\n" + r"$$\a = 1$$",
    "two macros that expand for ever": r"\def\x{\y}\def\y{\x}" + "\n\n" + r"$$\x = 1$$",
    "a derivative of a high order": r"$$\frac{d^{1000000}}{dx^{1000000}} \exp(x^2) = 1$$",
    "a missing side": "$$ = $$",
    "escape sequences": "$$\x1b[31m 1 + 1 = 3$$",
    "bidirectional text": "$$a \u202e b = 1$$",
    "half a character": "$$1 + 1 = \ud800$$",
}


@pytest.mark.parametrize("text", OPEN.values(), ids=OPEN)
def test_a_step_that_is_too_much(text):
    found = steps(text)
    assert found and {step.verdict for step in found} <= {"undecided", "unread"}
    for step in found:
        assert step.notes or step.reason
        said = " ".join((*step.notes, step.reason or ""))
        assert "fault" not in said and "seconds" not in said, "a bound ends it, neither a fault nor the clock"


@pytest.mark.parametrize(
    "text, left",
    [
        (r"$$10^8! = 1$$", None),
        (r"$$2^{10^{10}} = 3$$", None),
        (r"$$10^{-10^{9}} = 0$$", None),
        (r"$$\binom{10^9}{10^8} = 1$$", None),
    ],
)
def test_a_large_number_is_still_a_number(text, left):
    (step,) = steps(text)
    assert step.verdict == "refuted" and step.counterexample is not None


def test_macros_that_grow_are_left_as_they_stand():
    names = [f"\\a{chr(97 + k)}" for k in range(25)]
    doubling = "\n".join(rf"\newcommand{{{a}}}{{{b}{b}}}" for a, b in pairwise(names))
    report = judged(doubling + "\n\n" + r"$$\aa = 1$$" + SOUND)
    assert [step.verdict for step in report.steps] == ["unread", "proved"]
    assert any("expands without end" in note for note in report.notes)


def test_no_file_is_opened_and_those_named_are_counted(tmp_path):
    secret = tmp_path / "secret.tex"
    secret.write_text("$$1 + 1 = 3$$")
    before = os.stat(secret).st_atime_ns
    text = rf"""\documentclass{{article}}
\begin{{document}}
\input{{{secret}}} \include{{{secret}}}
\begin{{align}} 1 + 1 &= 2 \end{{align}}
\end{{document}}"""
    report = judged(text)
    assert [step.verdict for step in report.steps] == ["proved"]
    assert "2 files that it names were not opened" in report.notes
    assert os.stat(secret).st_atime_ns == before


def test_what_is_written_around_formulas_is_escaped():
    text = "# <script>alert(1)</script>\n\n<b>$$1 + 1 = 3$$</b> \x1b[31m $$a \\href{javascript:alert(1)}{x} = 2$$"
    report = judged(text)
    assert report.steps[0].verdict == "refuted"
    page, terminal = report._repr_html_(), str(report)
    assert "<script" not in page and "<b>$" not in page
    assert "\x1b" not in page + terminal


@pytest.mark.parametrize(
    "name, data, why",
    [
        ("a.tex", b"$$1+1=2$$ \0\0", "NUL"),
        ("a.pdf", b"%PDF-1.7", "give LaTeX"),
        ("a.tex", b"%PDF-1.7", "give LaTeX"),
        ("a.ipynb", b"{", "notebook"),
        ("a.md", b" " * (50 << 20), "too large"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path, name, data, why):
    file = tmp_path / name
    file.write_bytes(data)
    began = process_time()
    with pytest.raises(Unreadable, match=why):
        judged(file)
    assert process_time() - began < 5


def test_the_time_of_reading_grows_with_the_text():
    """Four times as many short formulas take about four times as long, not sixteen."""

    def seconds(count: int) -> float:
        text = "".join(f"Then $x_{{{k % 9}}} + {k} = {k} + x_{{{k % 9}}}$, so\n\n" for k in range(count))
        began = process_time()
        assert len(read(text).lines) == count
        return process_time() - began

    seconds(50)
    assert seconds(1000) < 10 * seconds(250)


@pytest.mark.parametrize("text", ["", "no mathematics", "$" * 1001, r"\begin{align}" * 300, "$$" + r"\left(" * 300])
def test_a_text_without_a_step_that_is_read(text):
    assert {step.verdict for step in judged(text).steps} <= {"unread"}
