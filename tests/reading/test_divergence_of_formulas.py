r"""KL(p || q) of densities that a page writes out, p(x) = \lambda e^{-\lambda x}, and gives no name of a law."""

import pytest

from tests.marking.verdicts import last, verdicts

EXPONENTIAL = r"Let $p(x) = a e^{-a x}$ and $q(x) = b e^{-b x}$ for $x > 0$, where $a, b > 0$. "
LINEAR = r"Let $p(x) = 2x$ and $q(x) = 1$ for $0 \le x \le 1$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (EXPONENTIAL + r"$$\mathrm{KL}(p \| q) = \log\frac{a}{b} + \frac{b}{a} - 1$$", "proved"),
        (EXPONENTIAL + r"$$\mathrm{KL}(p \| q) = \log\frac{b}{a} + \frac{a}{b} - 1$$", "refuted"),
        (LINEAR + r"$$\mathrm{KL}(p \| q) = \int_0^1 2x \log(2x) dx$$", "proved"),
        (LINEAR + r"$$\mathrm{KL}(q \| p) = 1 - \log 2$$", "supported"),
        (LINEAR + r"$$\mathrm{KL}(q \| p) = \log 2$$", "refuted"),
        (r"Let $p(x) = 3x$ and $q(x) = 1$ for $0 \le x \le 1$. $$\mathrm{KL}(p \| q) = 0$$", "undecided"),  # no density
    ],
)
def test_a_divergence_of_formulas(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$$f'(x) = 2 x - 4 = 0 \implies x = 2$$", ["proved", "given", "proved"]),
        (r"$$f'(x) = 3 x - 4 = 0 \implies x = \frac43$$", ["refuted", "given", "proved"]),
        (r"$$f'(x) = 2 x - 4 = 0 \implies x = 3$$", ["proved", "given", "refuted"]),
        (r"If $f'(x) = 3 x - 4 = 0$ then $x = \frac43$.", ["refuted", "given", "proved"]),
    ],
)
def test_what_a_derivative_is_is_claimed_where_it_is_then_supposed_to_vanish(text: str, expected: list[str]) -> None:
    assert verdicts(r"Let $f(x) = x^2 - 4 x$. " + text)[1:] == expected


def test_a_law_lives_where_the_one_lives_that_it_is_compared_with() -> None:
    text = r"$$\log p(x \mid \theta) = \theta x - \psi(\theta)$$ $$\mathrm{KL}(q \| r) \ge 0$$ $$\int q(z) \, dz = 1$$"
    assert verdicts(text)[1:] == ["proved", "proved"]
