r"""What is said to be infinite need not be finite; a function that is defined on one side only has its limit from there."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify


def _only(text: str):
    (step,) = verify(text, jobs=0, second_reader=False).steps
    return step


@pytest.mark.parametrize(
    ("said", "claim", "wanted"),
    [
        (r"Let $0 < \beta < 1$. ", r"\lim_{x \to 0} x^{\beta - 1} = \infty", "supported"),
        (r"Let $0 < \beta < 1$. ", r"\lim_{x \to 1} (1 - x)^{\beta - 1} = \infty", "supported"),
        (r"Let $0 < \beta < 1$. ", r"\lim_{x \to 1} (1 - x)^{\beta - 1} = -\infty", "refuted"),
        (r"Let $0 < \beta < 1$. ", r"\lim_{x \to 0} x^{1 - \beta} = \infty", "refuted"),
        (r"Let $\beta > 1$. ", r"\lim_{x \to 1} (1 - x)^{\beta - 1} = \infty", "refuted"),
        ("", r"\lim_{x \to 0} \log x = -\infty", "supported"),
        ("", r"\lim_{x \to 0} \log x = \infty", "refuted"),
        ("", r"\lim_{x \to 0} x \log x = 0", "supported"),
        ("", r"\lim_{x \to 0} x \log x = 1", "refuted"),
        ("", r"\lim_{x \to 0} \sqrt{x} = 0", "supported"),
        ("", r"\lim_{x \to 0} \frac{1}{x^2} = \infty", "proved"),
    ],
)
def test_a_limit_that_is_said_to_be_infinite_is_judged(said, claim, wanted):
    assert _only(f"{said}$${claim}$$").verdict == wanted


@pytest.mark.parametrize(
    ("claim", "why"),
    [
        (r"\lim_{x \to 0} \frac{1}{x} = \infty", "the limits from both sides differ"),
        (r"\lim_{x \to 0} \frac{|x|}{x} = 1", "the limits from both sides differ"),
        (r"\lim_{x \to -1} \log x = 0", "the logarithm of a negative number"),
    ],
)
def test_a_limit_that_does_not_exist_is_open_and_it_is_said_why(claim, why):
    step = _only(f"$${claim}$$")
    assert step.verdict == "undecided"
    assert why in "; ".join(step.notes)
