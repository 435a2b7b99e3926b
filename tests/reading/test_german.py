"""Pages in German: the words that say what a formula is."""

from __future__ import annotations

import pytest

from proofs.reading.documents import read_document
from proofs.reading.files.source import Inline, Text
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


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        ("Sei $X$ eine Zufallsvariable mit Erwartungswert $\\mu$ und Varianz $\\sigma^2$. Dann gilt $E(X^2) = %s$.",
         "\\sigma^2 + \\mu^2", "\\sigma^2 - \\mu^2"),
        ("Sei $X$ normalverteilt mit Erwartungswert $\\mu$ und Varianz $\\sigma^2$. Dann ist $E(X^2) = %s$.",
         "\\sigma^2 + \\mu^2", "\\sigma^2"),
        ("Seien $X$ und $Y$ unabhängige Zufallsvariablen. Dann gilt $Var(X - Y) = Var(X) %s Var(Y)$.", "+", "-"),
        ("Die Ereignisse $A$ und $B$ sind unabhängig mit $P(A) = 1/2$ und $P(B) = 1/3$. Dann gilt $P(A \\cap B) = %s$.",
         "1/6", "5/6"),
        ("Ist $X$ normalverteilt mit Erwartungswert $\\mu$ und Varianz $\\sigma^2$, so ist $E(X^2) = %s$.",
         "\\mu^2 + \\sigma^2", "\\mu^2"),
        ("Seien $A$ und $B$ disjunkte Ereignisse mit $P(A) = 0,4$ und $P(B) = 0,5$. Dann gilt $$P(A \\cup B) = %s.$$",
         "0,9", "0,7"),
        ("Sei $A$ eine symmetrische Matrix. Dann ist $A^T = %s$.", "A", "-A"),
        ("Seien $X_1, \\dots, X_n$ unabhängig und identisch verteilt mit Erwartungswert $\\mu$ und Varianz $\\sigma^2$. "
         "Dann ist $Var(\\bar X) = %s$.", "\\sigma^2/n", "\\sigma^2"),
        ("Die Zufallsvariable $X$ ist $N(0, 1)$-verteilt, also $X \\sim N(0, 1)$. Die Varianz von $2X$ ist $%s$.",
         "4", "2"),
        ("Es sei $X$ binomialverteilt mit den Parametern $n = 8$ und $p = 0,2$. Dann ist $E(X) = %s$.", "1,6", "1,8"),
        ("Die Ereignisse $A$, $B$ sind disjunkt mit $P(A) = 0,3$ und $P(B) = 0,5$. Dann gilt $P(A \\cup B) = %s$.",
         "0,8", "0,65"),
        ("Sei $x$ eine positive reelle Zahl mit $x^2 = 0,25$. Dann ist $x = \\sqrt{0,25} = (1 - 0,5) = %s$.",
         "0,5", "0,05"),
    ],
)  # fmt: skip
def test_terms_of_stochastics_and_decimals(text: str, right: str, wrong: str) -> None:
    assert last(text.replace("%s", right)) in PASSED
    assert last(text.replace("%s", wrong)) == "refuted"


@pytest.mark.parametrize(
    "formula", ["x \\in \\{0,1\\}", "x_{1,2} = y", "f(0,5) = y", "k = 1,2,\\dots", "i = 0,1", "x = 0,1", "[0,1]"]
)
def test_a_comma_that_parts_two_numbers_stays(formula: str) -> None:
    text = f"Es gilt $p = 0,5$ und für ${formula}$ ist es auch so."
    (paragraph,) = read_document(text).blocks
    assert [part.maths.text for part in paragraph.parts if isinstance(part, Inline)] == ["p = 0.5", formula]


def test_a_page_in_english_stays_as_it_is() -> None:
    text = "Let $x$ be real. We also have, with the proof in Zeitschrift für Physik und der Chemie, that $x^2 \\ge 0$."
    (paragraph,) = read_document(text).blocks
    words = "".join(part.text for part in paragraph.parts if isinstance(part, Text))
    assert "für Physik und der Chemie" in words
