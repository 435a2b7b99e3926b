"""Strict orders that fail only where no world is: at roots, at logarithms, at parts of pi."""

from __future__ import annotations

from proofs import verify
from tests.marking.verdicts import last
from tests.tables import for_each


@for_each(
    [
        (r"Let $x$ be real. Then $x^4 + 9 > 6x^2$.", "refuted"),
        (r"Let $w^2 \ge 2$. Then $w^4 > 4$.", "refuted"),
        (r"Let $w^2 \ge 2$. Then $w^4 \ge 4$.", "supported"),
        (r"Let $w^2 > 2$. Then $w^4 > 4$.", "supported"),
        (r"Let $x > 0$. Then $\frac{\log x}{x} < \frac1e$.", "refuted"),
        (r"Let $a, b > 0$. Then $a + 3b > 2\sqrt{3ab}$.", "refuted"),
        (r"Let $x$ be real. Then $|\sin x| < 1$.", "undecided"),
        (r"Let $\alpha, \beta > 0$ with $\alpha + \beta = \pi$. Then $\sin\alpha < 1$.", "undecided"),
        (r"Let $\alpha, \beta > 0$ with $\alpha + \beta = \pi$. Then $\cos\alpha < 1$.", "supported"),
    ]
)
def test_a_strict_order_that_may_fail_between_the_worlds_is_not_supported(text, wanted):
    assert last(text) == wanted


def test_the_point_is_shown():
    (step,) = verify(r"Let $a, b > 0$. Then $a^2 + 2b^2 > 2\sqrt{2} ab$.", jobs=0, second_reader=False).steps
    assert step.counterexample.assignments == (("a", r"\sqrt{2}"), ("b", "1"))
    assert step.repair == r"true with $\ge$ for $>$"
