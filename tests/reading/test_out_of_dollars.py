"""Of formulas in Markdown that no dollars hold their author is told; of prices, settings and addresses nothing is said."""

from __future__ import annotations

from proofs.reading.documents import read_document
from tests.tables import for_each

OPEN, CLOSED = "$ is not closed by $ (line 1)", "$ closes nothing (line 1)"


@for_each([
    ("The sum is $1+1=3 and nothing more.", [OPEN]),
    (r"Then $\frac12 = x and more.", [OPEN]),
    ("We have $1+1=3 and $2+2=5$.", [OPEN]),
    ("| a | $1+1=3 |\n|---|---|", [OPEN]),
    ("We have 1+1=3$ and more.", [CLOSED]),
    (r"We have \(1+1=3 and more.", [r"\( is not closed by \) (line 1)"]),
    ("We have 1+1=3 and more.", ["1 equation set as words, outside of dollars, was not read (line 1)"]),
    ("f(x) = x^2 + 1\nand E[X] = 3", ["2 equations set as words, outside of dollars, were not read (lines 1, 2)"]),
    ("The sum is $1+1=3$, $2$ and $x$.", []),
    ("It costs $5, or $10 with x = 3 of them, US$5 = 4 EUR, and a fee of 3$.", []),
    ("Set `x=3+1`, lr=0.01 and k=5; $HOME/bin and $PATH.", []),
    ('See http://a.b/?x=1+2, [this](a?b=1+2) and <a href="x=1+2">that</a>.', []),
    ("```\n1+1=3\n```", []),
])  # fmt: skip
def test_what_stands_out_of_dollars(text, notes):
    assert list(read_document(text, "a.md").notes) == notes
