r"""Integrals by hand: equations between differentials, $du = 2x \, dx$, and values between limits, $[F]_a^b$."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (r"Let $u = x^3$, so $du = 3x^2 \, dx$.", ["proved"]),
        (r"Let $u = x^3$, so $du = 3x \, dx$.", ["refuted"]),
        (r"Let $u = x^3$, so $\frac13 du = x^2 dx$ and $x^2 dx = \frac{du}{3}$.", ["proved", "proved"]),
        (r"With $t = 1 - s$ we have $\mathrm{d}t = -\mathrm{d}s$, not $ds = dt$.", ["proved"]),
        (r"With $t = \ln x$, $x > 0$: $$dt = \frac{dx}{x}$$", ["proved"]),
        (r"Put $w = \sin\theta$. $$dw = \theta \cos\theta \, d\theta$$", ["refuted"]),
        (r"Let $dv = e^x dx$.", []),  # v is not defined by x; and it is no product
        (r"$d \in \mathbb{N}$ and $u = x + 1$. $$d u = d x + d$$", ["proved"]),  # here d is a number
        (r"$d \in \mathbb{N}$ and $u = x + 1$. $$d u = 2 d x$$", ["refuted"]),
    ],
)
def test_equations_between_differentials(text, verdicts):
    report = verify(text, jobs=0, second_reader=False)
    assert [step.verdict for step in report.steps if step.verdict != "given"] == verdicts


SUBSTITUTED = r"Let $u = \sin x$. $$\int_0^{\pi/2} \sin^3 x \cos x \, dx "


@pytest.mark.parametrize(
    ("text", "verdicts"),
    [
        (r"$$\int_0^2 x e^x dx = [x e^x]_0^2 - \int_0^2 e^x dx = e^2 + 1$$", ["proved", "proved"]),
        (r"$$\int_0^2 x e^x dx = [x e^x]_0^2 + \int_0^2 e^x dx$$", ["refuted"]),
        (r"$$\int_0^1 2 a x dx = \left. a x^2 \right|_0^1 = a$$", ["proved", "proved"]),
        (r"$$a x + 1 = [a x^2]_0^1$$", ["unread"]),
        (r"$$[t^2]_1^3 = 8$$", ["proved"]),
        (SUBSTITUTED + r"= \int_0^1 u^3 du = [u^4/4]_0^1$$", ["supported", "proved"]),
        (SUBSTITUTED + r"= [u^4/4]_0^1 = [u^4/3]_0^1$$", ["supported", "refuted"]),
    ],
)
def test_values_between_limits(text, verdicts):
    report = verify(text, jobs=0, second_reader=False)
    assert [step.verdict for step in report.steps if step.verdict != "given"] == verdicts
