r"""\nabla f of a function of several numbers, and letters that stand for the imaginary unit."""

import pytest

from tests.marking.verdicts import last, verdicts

POLYNOMIAL = r"Let $f(x, y) = x^2 y + e^y$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (POLYNOMIAL + r"$$\nabla f = (2 x y, x^2 + e^y)$$", "proved"),
        (POLYNOMIAL + r"$$\nabla f(x, y) = \begin{pmatrix} 2 x y \\ x^2 + e^y \end{pmatrix}$$", "proved"),
        (POLYNOMIAL + r"$$\nabla f = (2 x y, x^2 + e^x)$$", "refuted"),
        (POLYNOMIAL + r"$$\nabla f(1, 0) = (0, 2)$$", "proved"),
        (POLYNOMIAL + r"$$\nabla f(1, 0) = (0, 1)$$", "refuted"),
        (r"Let $f(x, y) = (1 - x)^2 + (y - x^2)^2$. Then $\nabla f(1, 1) = 0$.", "proved"),
        (r"Let $f(x, y) = (1 - x)^2 + (y - x^2)^2$. Then $\nabla f(1, 0) = 0$.", "refuted"),
        (POLYNOMIAL + r"$$\nabla^2 f = \begin{pmatrix} 2 y & 2 x \\ 2 x & e^y \end{pmatrix}$$", "proved"),
        (POLYNOMIAL + r"$$\nabla^2 f = \begin{pmatrix} 2 y & 2 x \\ 2 x & 1 \end{pmatrix}$$", "refuted"),
        (r"The gradient of $f(x, y) = x^2 y$ is $$\nabla f = (2 x y, x^2)$$", "proved"),
    ],
)
def test_the_gradient_of_a_function_of_several_numbers(text: str, expected: str) -> None:
    assert last(text) == expected


SQUARES = r"Let $L(w) = \frac12 \|X w - y\|^2$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SQUARES + r"$$\nabla_w L = X^T (X w - y)$$", "proved"),
        (SQUARES + r"$$\nabla L = X^T (X w - y)$$", "proved"),
        (SQUARES + r"$$\nabla L = 2 X^T (X w - y)$$", "refuted"),
        (SQUARES + r"$$\nabla L(w) = X^T (X w - y)$$", "proved"),
        (r"Let $L(W) = \frac12 \|W x - y\|^2$. $$\nabla_W L = (W x - y) x^T$$", "proved"),
    ],
)
def test_a_gradient_of_a_function_without_its_argument(text: str, expected: str) -> None:
    assert last(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Then $e^{i \pi} = -1$.", ["unread"]),
        (r"Then $$e^{i \theta} = \cos\theta + i \sin\theta$$", ["unread"]),
        (r"Let $z = x + i y$. Then $x^2 + y^2 = z \bar z$.", ["undecided"]),
        (r"$$\sum_{i=1}^n i = \frac{n (n+1)}{2}$$ For each $i$ let $x_i = 2 i$. Then $x_i + 1 = 2 i + 1$.",
         ["proved", "given", "proved"]),
        (r"Let $i = 3$. Then $i^2 = 9$.", ["given", "proved"]),
        (r"Let $i \ge 1$ be an integer. Then $i + 1 \ge 2$.", ["proved"]),
    ],
)  # fmt: skip
def test_i_is_no_number_where_it_is_no_index(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"$\frac{a+b}{2} - \sqrt{a b} = \frac12 (\sqrt a - \sqrt b)^2 \ge 0$ for $a, b \ge 0$.", ["proved", "proved"]),
        (r"$x^2 + 1 = x^2 + 2 > 0$.", ["refuted", "proved"]),
    ],
)
def test_a_bare_chain_of_an_equation_and_an_order_is_claimed(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


COORDINATES = r"Let $f(x) = x_1^2 + 3x_1x_2$. Then $$\nabla f(x) = %s.$$"
MAP = r"Let $f: \mathbb R^2 \to \mathbb R$, $f(x) = x_1^2 + 3x_1x_2$. Then $\nabla f(x) = %s$."


@pytest.mark.parametrize("text", [COORDINATES, MAP])
def test_a_function_of_a_vector_by_its_coordinates(text: str) -> None:
    assert last(text.replace("%s", r"(2x_1 + 3x_2, 3x_1)^T")) == "proved"
    assert last(text.replace("%s", r"(2x_1 + 3x_2, 3x_2)^T")) == "refuted"
