r"""Orders that a sentence gives as reasons, or recalls, are judged where it is clear for what they are meant."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify


def _verdicts(text: str) -> list[str]:
    return [step.verdict for step in verify(text, jobs=0, second_reader=False).steps]


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
