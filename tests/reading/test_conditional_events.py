r"""\mathrm{Pr}(X > s + t | X > t), of one random variable: what both events have in common by what is given;
means of it under such a condition."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify

EXPONENTIAL = r"Let $X \sim \mathrm{Exp}(\lambda)$, and let $s > 0$ and $t > 0$."
FINE, WRONG, UNREAD = ("proved", "supported"), ("refuted",), ("unread",)
JUDGED = [
    (r"\mathrm{Pr}(X > s + t | X > t) = \mathrm{Pr}(X > s)", FINE),
    (r"\mathrm{Pr}(X > s + t | X > t) = \mathrm{Pr}(X > t)", WRONG),
    (r"\mathrm{Pr}(X > s + t | X > t) = \frac{\mathrm{Pr}(X > s + t)}{\mathrm{Pr}(X > t)}", FINE),
    (r"\mathrm{Pr}(X > s + t | X > t) = \mathrm{Pr}(X > s + t)", WRONG),
    (r"\mathrm{Pr}(X > t | X > s + t) = 1", FINE),
    (r"\mathrm{Pr}(X \leq s + t | X > t) = 1 - e^{-\lambda s}", FINE),
    (r"\mathrm{Pr}(X \leq s + t | X > t) = 1 - e^{-\lambda t}", WRONG),
    (r"\mathrm{Pr}(X \leq t | X \leq s + t) = \frac{1 - e^{-\lambda t}}{1 - e^{-\lambda (s + t)}}", FINE),
    (r"\mathrm{Pr}(X > s | X > t) = e^{-\lambda (s - t)}", UNREAD),  # which is greater?
    (r"\mathrm{Pr}(X \geq s + t | X > t) = e^{-\lambda s}", UNREAD),
    (r"\mathrm{Pr}(X > s | Y > t) = e^{-\lambda s}", UNREAD),
    (r"\mathrm{E}[X | X > t] = t + \frac1\lambda", FINE),
    (r"\mathrm{E}[X | X > t] = \frac1\lambda", WRONG),
    (r"\mathrm{Var}(X | X > t) = \lambda^{-2}", FINE),
    (r"\mathrm{E}[X | Y > t] = \frac1\lambda", UNREAD),
]


@pytest.mark.parametrize(("claim", "verdicts"), JUDGED, ids=[claim for claim, _ in JUDGED])
def test_conditional_probabilities_of_one_variable_are_judged(claim, verdicts):
    step = verify(f"{EXPONENTIAL} Then $${claim}$$", jobs=0, second_reader=False).steps[-1]
    assert step.verdict in verdicts, step
