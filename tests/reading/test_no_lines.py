"""Formulas that relate something and leave no row are kept, with what they are: a report that does not show them would
have its reader believe that they are fine."""

from __future__ import annotations

from proofs.reading.documents import read_document
from proofs.reading.story import Story
from tests.tables import for_each

SUPPOSED, MENTIONED, NOT_READ = "supposed", "mentioned", "not read"


def no_lines(text: str) -> list[tuple[str, str]]:
    chains = Story(read_document(text, "a.md")).chains()
    return [(each.role, each.text) for chain in chains for each in chain.no_lines]


@for_each([
    (r"Let $x > 0$ and $y \in [0, 1]$, and $X \sim \mathcal{N}(0, 1)$.",
     [(SUPPOSED, "x > 0"), (SUPPOSED, r"y \in [0, 1]"), (SUPPOSED, r"X \sim \mathcal{N}(0, 1)")]),
    (r"If $z < 0$, then $\sqrt{z^2} = -z$.", [(SUPPOSED, "z < 0")]),
    (r"Then $\sqrt{z^2} = -z$ for $z < 0$.", [(SUPPOSED, "z < 0")]),
    ("It is false that $z = 3$. Is $z > 4$?", [(MENTIONED, "z = 3"), (MENTIONED, "z > 4")]),
    (r"As seen, $\foo(x) = 3$ was computed.", [(NOT_READ, r"\foo(x) = 3")]),
    (r"Let $x \in \mathcal{X}$.", [(NOT_READ, r"x \in \mathcal{X}")]),
    (r"As $n \to \infty$, it vanishes.", [(NOT_READ, r"n \to \infty")]),
    (r"The sum $\sum_{i=1}^n x_i = 3$ over $i = 1, \dots, n$, with a map $f : A \to B$, is $3$.", []),
    ("Hence $1 + 1 = 2$, and $x = 1$ or so.", []),
])  # fmt: skip
def test_what_leaves_no_row_is_told(text, expected):
    assert no_lines(text) == expected


def test_what_was_not_read_has_its_reason_and_its_place():
    (chain,) = Story(read_document("First\n" + r"let $x \in \mathcal{X}$.", "a.md")).chains()
    (formula,) = chain.no_lines
    assert formula.why == "a set of which no more is known" and (formula.place.line, formula.place.column) == (2, 6)
