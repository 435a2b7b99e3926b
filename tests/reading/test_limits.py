r"""Limits as they are written; they are only estimated, so a wrong one is never called refuted."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"\lim_{x \to 0} \frac{\sin 3x}{x} = 3", "supported"),
        (r"\lim_{x \to 0} \frac{\sin 3x}{x} = 1", "undecided"),
        (r"\lim_{x \to 0^+} x \ln x = 0", "supported"),
        (r"\lim_{n \to \infty} \left(1 + \frac{2}{n}\right)^n = e^2", "supported"),
        (r"\lim_{n \to \infty} \left(1 + \frac{2}{n}\right)^n = e", "undecided"),
        (r"\lim_{x \to \infty} x = 3", "undecided"),
        (r"\lim_{x \to -\infty} e^x = 0", "supported"),
        (r"\lim_{x} x = 3", "unread"),
        (r"\lim_{x \to x} x = 3", "unread"),
    ],
)
def test_verdicts(text, verdict):
    report = verify(f"$${text}$$", jobs=0, second_reader=False)
    assert [step.verdict for step in report.steps] == [verdict]
