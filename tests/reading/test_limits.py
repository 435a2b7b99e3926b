r"""Limits as they are written: what a first course asks is proved, and what is wrong is refuted."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"\lim_{x \to 0} \frac{\sin 3x}{x} = 3", "proved"),
        (r"\lim_{x \to 0} \frac{\sin 3x}{x} = 1", "refuted"),
        (r"\lim_{x \to 0^+} x \ln x = 0", "proved"),
        (r"\lim_{x \to 0^+} x \ln x = -1", "refuted"),
        (r"\lim_{x \to 0^+} \ln x = -\infty", "proved"),
        (r"\lim_{x \to 0^+} \ln x = \infty", "refuted"),
        (r"\lim_{n \to \infty} \left(1 + \frac{2}{n}\right)^n = e^2", "proved"),
        (r"\lim_{n \to \infty} \left(1 + \frac{x}{n}\right)^n = e^x", "proved"),
        (r"\lim_{n \to \infty} \left(1 + \frac{2}{n}\right)^n = e", "refuted"),
        (r"\lim_{x \to \infty} x = 3", "refuted"),
        (r"\lim_{x \to -\infty} e^x = 0", "proved"),
        (r"\lim_{x \to \infty} \frac{3 x^2 + 2 x}{x^2 - 7} = 3", "proved"),
        (r"\lim_{x \to \infty} \frac{3 x^2 + 2 x}{x^2 - 7} = 2", "refuted"),
        (r"\lim_{x \to 2} \frac{x^2 - 4}{x - 2} = 4", "proved"),
        (r"\lim_{x \to 2} \frac{x^2 - 4}{x - 2} = 0", "refuted"),
        (r"\lim_{x \to \infty} \frac{\ln x}{x} = 0", "proved"),
        (r"\lim_{x \to \infty} x^3 e^{-x} = 0", "proved"),
        (r"\lim_{x \to \infty} x^3 e^{-x} = \infty", "refuted"),
        (r"\lim_{h \to 0} \frac{(x + h)^2 - x^2}{h} = 2x", "proved"),
        (r"\lim_{h \to 0} \frac{(x + h)^2 - x^2}{h} = x", "refuted"),
        (r"\lim_{x \to 0} \frac{1 - \cos x}{x^2} = \frac{1}{2}", "proved"),
        (r"\lim_{x \to 0} \frac{1 - \cos x}{x^2} = 1", "refuted"),
        (r"\lim_{x \to \infty} \frac{1}{1 + e^{-x}} = 1", "proved"),
        (r"\lim_{x \to \infty} \frac{1}{1 + e^{-x}} = 0", "refuted"),
        (r"\lim_{x \to \infty} \frac{\sin x}{x} = 0", "proved"),
        (r"\lim_{x \to \infty} (x^2 - x) = 0", "refuted"),
        (r"\lim_{x \to \infty} (x^2 - x) = \infty", "proved"),
        (r"\lim_{n \to \infty} \left(-\frac{1}{2}\right)^n = 0", "supported"),
        (r"\lim_{n \to \infty} \sqrt{n^2 + n} - n = \frac{1}{2}", "supported"),
        (r"\lim_{x \to 0} \frac{1}{x} = \infty", "undecided"),
        (r"\lim_{x \to \infty} \sin x = 0", "undecided"),
        (r"\lim_{n \to \infty} (-1)^n = 1", "undecided"),
        (r"\lim_{x} x = 3", "unread"),
        (r"\lim_{x \to x} x = 3", "unread"),
    ],
)
def test_verdicts(text, verdict):
    report = verify(f"$${text}$$", jobs=0, second_reader=False)
    assert [step.verdict for step in report.steps] == [verdict]
