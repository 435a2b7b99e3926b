r"""Orders that a sentence gives as reasons, or recalls, are judged where it is clear for what they are meant."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged


def _verdicts(text: str) -> list[str]:
    return [step.verdict for step in judged(text).steps]


@pytest.mark.parametrize("word", ["Since", "Because", "Note that", "Observe that", "Using that"])
def test_a_reason_is_judged(word):
    text = rf"Let $a, b \in \mathbb{{R}}$. {word} $%s$, we have the claim."
    assert _verdicts(text % r"2ab \le a^2 + b^2") == ["proved"]
    assert _verdicts(text % r"3ab \le a^2 + b^2") == ["refuted"]


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (r"Note that $3ab \le a^2 + b^2$.", ["undecided"]),  # of which a and b?
        (r"Since $f(x) \le f(y)$ we are done.", []),  # what is supposed of f
        (r"Since $n \ge 1$, we are done.", []),
        (r"Let $x > 1$. Since $x^2 > x$, we are done.", ["supported"]),
        (r"Let $x \geq 0$. Since $x^2 > x$, we are done.", ["refuted"]),
        (r"Recall that $x^2 \le x$ for $x \in [0, 1]$.", ["supported"]),
        (r"Recall that $x^2 \le x$ for all $x > 1$.", ["refuted"]),
        (r"Recall that $x^2 \le x$ on the unit interval.", ["undecided"]),
        (r"Recall that $x^2 \le x$ as long as $x$ is small.", ["undecided"]),
        (r"It is well known that $\log x \le x - 1$ for all $x > 0$.", ["proved"]),
        (r"It is well known that $\log x \le x - 2$ for all $x > 0$.", ["refuted"]),
    ],
)
def test_for_what_it_is_meant(text, verdicts):
    assert _verdicts(text) == verdicts


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


@pytest.mark.parametrize("frame", FRAMES)
@pytest.mark.parametrize(("right", "wrong"), ORDERS)
def test_a_reason_is_judged_wherever_it_stands(frame, right, wrong):
    assert _verdicts(frame.replace("{}", right))[0] in ("proved", "supported")
    assert _verdicts(frame.replace("{}", wrong)) == ["refuted"]


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
    assert "refuted" not in _verdicts(text)
