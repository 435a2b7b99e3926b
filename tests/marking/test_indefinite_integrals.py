r"""An indefinite integral is judged by its derivative: \int f dx = F + C says that F' is f."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify


def _steps(text: str):
    return verify(text, jobs=0, second_reader=False).steps


@pytest.mark.parametrize(
    ("integral", "right", "wrong"),
    [
        (r"\int x \cos x\, dx", r"x \sin x + \cos x + C", r"x \sin x - \cos x + C"),
        (r"\int x e^{-x^2} dx", r"-\frac12 e^{-x^2} + C", r"\frac12 e^{-x^2} + C"),
        (r"\int x e^{-x^2} dx", r"-\frac12 e^{-x^2}", r"\frac12 e^{-x^2}"),  # the constant is left away
        (r"\int e^{-x} dx", r"-e^{-x} + \text{const}", r"e^{-x} + \text{const}"),
        (r"\int \frac{dx}{1 + x^2}", r"\arctan x + C_1", r"\frac{1}{2} \ln(1 + x^2) + C_1"),
        (r"\int \ln x\, dx", r"x \ln x - x + C", r"x \ln x + C"),
        (r"\int \frac1x dx", r"\ln|x| + C", r"-\ln|x| + C"),
        (r"\int x^n dx", r"\frac{x^{n+1}}{n+1} + C", r"\frac{x^{n+1}}{n} + C"),
        (r"\int x e^x dx", r"x e^x - \int e^x dx", r"x e^x + \int e^x dx"),
        (r"2 \int x e^x dx", r"2(x - 1) e^x + C", r"(x - 1) e^x + C"),
        (r"\int f'(x) dx", "f(x) + C", "2 f(x) + C"),
    ],
)
def test_the_two_sides_are_compared_by_their_derivatives(integral, right, wrong):
    (step,) = _steps(f"$$ {integral} = {right} $$")
    assert step.verdict == "proved"
    assert any("derivatives" in note for note in step.notes)
    assert [s.verdict for s in _steps(f"$$ {integral} = {wrong} $$")] == ["refuted"]


def test_a_chain_with_a_substitution():
    text = r"Let $u = x^2$. $$ \int x e^{x^2} dx = \frac12 \int e^u du = \frac12 e^u + C = \frac12 e^{x^2} + C $$"
    assert [s.verdict for s in _steps(text)] == ["given", "proved", "proved", "proved"]
    wrong = r"Let $u = x^2$. $$ \int x e^{x^2} dx = \int e^u du $$"
    assert _steps(wrong)[-1].verdict == "refuted"


def test_a_constant_that_changes_its_name_or_value_is_no_slip():
    text = r"Let $x > 0$. $$ \int \frac{1}{2x} dx = \frac12 \ln(2x) + C = \frac12 \ln x + C $$"
    assert [s.verdict for s in _steps(text)] == ["proved", "proved"]


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"$$ \int e^{-x^2} dx = \sqrt{\pi} $$", "proved"),  # over the whole line: x stands nowhere else
        (r"$$ \int e^{-x^2} dx = \pi $$", "refuted"),
        (r"Let $p$ be a density. $$ \int p(x) dx = 1 $$", "proved"),
        (r"$$ x \int e^x dx = x e^x $$", "unread"),  # no multiple of an integral
    ],
)
def test_other_integrals_without_limits(text, verdict):
    assert _steps(text)[-1].verdict == verdict


def test_a_function_that_is_given_as_one():
    text = r"Let $F(x) = \int e^{-x^2} dx$. Then $$ F'(x) = %s $$"
    assert _steps(text % "e^{-x^2}")[-1].verdict == "proved"
    assert _steps(text % "0")[-1].verdict != "proved"


@pytest.mark.parametrize(
    "row",
    [
        r"\mathbb{E}_{x \sim p}[f(x)] = \int p(x) f(x) dx",
        r"D_{KL}(q(z) \| p(z)) = \int q(z) \log \frac{q(z)}{p(z)} dz",
        r"\mathrm{H}(p(x)) = -\int p(x) \log p(x) dx",
    ],
)
def test_a_variable_that_a_mean_binds_is_none_of_the_line(row):
    (step,) = _steps(f"$$ {row} $$")
    assert step.verdict in ("proved", "given") and not any("derivatives" in note for note in step.notes)


@pytest.mark.parametrize(
    ("row", "verdict"),
    [
        (r"\frac{e^{-x^2}}{\int e^{-x^2} dx} = \frac{e^{-x^2}}{\sqrt{\pi}}", "proved"),
        (r"\frac{e^{-x^2}}{\int e^{-x^2} dx} = \frac{e^{-x^2}}{\pi}", "refuted"),
        (r"\int x N(x; 0, 1) dx = 0", "proved"),
    ],
)
def test_what_normalises_is_over_all(row, verdict):
    assert _steps(f"$$ {row} $$")[-1].verdict == verdict
