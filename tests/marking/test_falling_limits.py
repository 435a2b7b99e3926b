r"""Integrals from above to below: \int_1^0, what is substituted, and limits of which the order is not said."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from proofs.reading.terms.integrals import RISING
from tests.marking.verdicts import judged


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [
        (r"\int_1^0 x dx = -\frac12", "proved"),
        (r"\int_1^0 x dx = \frac12", "refuted"),
        (r"\int_1^0 x dx = 0", "refuted"),
        (r"\int_\infty^0 e^{-x} dx = -1", "proved"),
        (r"\int_0^1 f(1 - x) dx = -\int_1^0 f(u) du", "supported"),
        (r"\int_0^1 f(1 - x) dx = \int_1^0 f(u) du", "refuted"),
        (r"-\int_1^0 f(u) du = \int_0^1 f(u) du", "proved"),
        (r"\int_a^b f(x) dx = - \int_b^a f(x) dx", "proved"),
        (r"\int_a^b f(x) dx = \int_b^a f(x) dx", "refuted"),
        (r"\int_a^b x dx = \frac{b^2 - a^2}{2}", "proved"),
        (r"\int_a^b x dx = \frac{a^2 - b^2}{2}", "refuted"),
        (r"\int_0^t e^x dx = e^t - 1", "proved"),
        (r"\int_0^1 \int_0^t s ds dt = \frac16", "proved"),
        (r"\int_0^1 \int_1^t s ds dt = -\frac13", "proved"),
        (r"\int_{-1}^1 \int_0^t s ds dt = \frac13", "proved"),
        (r"\int_{-1}^1 \int_0^t s ds dt = \frac12", "refuted"),
    ],
)
def test_integrals_have_a_direction(formula, wanted):
    assert judged(f"$${formula}$$").steps[-1].verdict == wanted


def test_that_limits_are_taken_to_rise_is_said():
    (step,) = verify(r"$$\int_a^b x^2 dx \geq 0$$", jobs=0, second_reader=False).steps
    assert step.verdict == "proved" and RISING in step.notes
    (step,) = verify(r"Let $a < b$. $$\int_a^b x^2 dx \geq 0$$", jobs=0, second_reader=False).steps
    assert step.verdict == "proved" and RISING not in step.notes


def test_limits_are_known_to_fall_by_what_is_supposed():
    text = r"Let $b < a$. $$\int_a^b 1 dx = b - a$$ $$\int_a^b 1 dx = a - b$$"
    assert [step.verdict for step in judged(text).steps] == ["proved", "refuted"]


def test_what_is_said_later_of_the_limits_counts():
    text = r"$$\int_a^b 1 dx = b - a$$ Let $b < a$. $$\int_a^b 1 dx = b - a$$ $$\int_a^b 1 dx = a - b$$"
    assert [step.verdict for step in judged(text).steps] == ["proved", "proved", "refuted"]
