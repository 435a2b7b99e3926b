"""Pages in German: the words that say what a formula is."""

from __future__ import annotations

import pytest

from proofs.reading.documents import read_document
from proofs.reading.source import Text
from tests.marking.verdicts import last

PASSED = ("proved", "supported")


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Sei $x > 0$ mit $x^2 = 9$. Dann ist $x = %s$.", "3", "-3"),
        ("Aus $2x + 4 = 10$ folgt $2x = 6$ und damit $x = %s$.", "3", "2"),
        ("Für alle $n \\in \\mathbb{N}$ gilt $\\sum_{k=1}^n (2k-1) = %s$.", "n^2", "n^2 + 1"),
        ("Löse $x^2 - 2x - 3 = 0$. Mit der p-q-Formel folgt $x_{1,2} = 1 \\pm \\sqrt{4}$, also $x_1 = %s$.", "3", "1"),
        ("Löse $x^2 - 2x - 3 = 0$. Daher ist $x = 3$ oder $x = %s$.", "-1", "-4"),
        ("Die Lösungen der Gleichung $x^2 = 16$ sind $x = 4$ und $x = %s$.", "-4", "-2"),
        ("Da $x \\ge 1$ ist, gilt $x^2 \\ge %s$.", "x", "x + 1"),
        ("Sei $f(x) = x^2 + 1$. Einsetzen von $x = 2$ ergibt $f(2) = %s$.", "5", "6"),
        ("Die Gleichung $x^2 + %s = 0$ hat keine reelle Lösung.", "1", "(-1)"),
    ],
)
def test_right_lines_pass_and_wrong_ones_do_not(text: str, right: str, wrong: str) -> None:
    assert last(text.replace("%s", right)) in PASSED
    assert last(text.replace("%s", wrong)) in ("refuted", "undecided")


def test_a_page_in_english_stays_as_it_is() -> None:
    text = "Let $x$ be real. We also have, with the proof in Zeitschrift für Physik und der Chemie, that $x^2 \\ge 0$."
    (paragraph,) = read_document(text).blocks
    words = "".join(part.text for part in paragraph.parts if isinstance(part, Text))
    assert "für Physik und der Chemie" in words
