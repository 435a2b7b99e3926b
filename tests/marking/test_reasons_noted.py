"""An order that a sentence gives as a reason, or notes, is judged like any other claim about one thing in two forms."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify

ORDERS = [
    (r"\log x \le x - 1", r"\log x \ge x - 1"),
    (r"e^x \ge 1 + x", r"e^x \le 1 + x"),
    (r"x^2 + 1 \ge 2 x", r"x^2 + 1 \le 2 x"),
]
FRAMES = [
    "Let $x > 0$. Since ${}$, we are done.",
    "Let $x > 0$. We note that ${}$.",
    "Let $x > 0$. Observe that ${}$ here.",
    "Let $x > 0$. This is clear, because ${}$.",
    "Let $x > 0$. The bound is sharp, as ${}$.",
]


def verdicts(text: str) -> list[str]:
    return [step.verdict for step in verify(text, jobs=0, second_reader=False).steps]


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("right", "wrong"), ORDERS)
def test_a_reason_is_judged(frame, right, wrong):
    assert verdicts(frame.replace("{}", right))[0] in ("proved", "supported")
    assert verdicts(frame.replace("{}", wrong)) == ["refuted"]


@pytest.mark.parametrize(
    "text",
    [
        "Since $x > 1$, we are done.",
        "Since $m < 2 n$, the set is finite.",
        "We write the bound as $x < y$.",
        "Suppose that $x^2 < x$. Since $x^2 < x$, we are done.",
        "Let $0 < x < 1$. Since $x^2 < x$, we are done.",
        "Since $x^2 < x$ for $0 < x < 1$, we are done.",
        "Note that $x^2 < x$ whenever $0 < x < 1$.",
        "Note that $x^2 < x$ if and only if $0 < x < 1$.",
        "Note that $x^2 < x$ on $(0, 1)$.",
    ],
)
def test_what_is_supposed_or_holds_in_part_is_not_refuted(text):
    assert "refuted" not in verdicts(text)
