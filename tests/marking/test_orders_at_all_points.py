"""Orders between densities or functions that words say hold at all points, and only there."""

from proofs import verify
from tests.tables import for_each

_DENSITIES = r"Let $f$ and $g$ be densities with $f(x) \le M g(x)$ for all $x$. "


@for_each(
    [
        (_DENSITIES + r"Then $M \ge 1$.", {"proved"}),
        (_DENSITIES + r"Then $M \ge 2$.", {"refuted"}),
        (_DENSITIES + r"Integrating, $M \le 1$.", {"refuted"}),
        (r"Let $p$ and $q$ be densities with $p \le c q$ everywhere. Then $c \ge 1$.", {"proved"}),
        (r"Let $f$ be a function with $f(x) \ge 0$ for all $x \in [0, 1]$. Then $f(2) \ge 0$.", {"refuted"}),
        (r"Let $f$ be a function with $f(x) \ge 0$ for all $x \in A$. Then $f(2) \ge 0$.", {"undecided"}),
        (r"Let $f$ be a function with $f(x) \ge 0$ for all $x > 0$. Then $f(2) \ge 0$.", {"proved"}),
        (r"Let $f(x) = 2x$ on $[0, 1]$. Then $f(x) \le 2$.", {"undecided"}),  # it was refuted, at 2
    ]
)
def test_an_order_holds_where_words_say(document, verdicts):
    steps = verify(document, jobs=0, second_reader=False).steps
    assert {step.verdict for step in steps if step.kind == "step"} == verdicts
