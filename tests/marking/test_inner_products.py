r"""Inner products and norms of vectors that nothing declares, and signs before them."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import last


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"\|x - y\|^2 = \|x\|^2 - 2 \langle x, y \rangle + \|y\|^2", "proved"),
        (r"\|x - y\|^2 = \|x\|^2 - 2 x \cdot y + \|y\|^2", "proved"),
        (r"\|x - y\|^2 = \|x\|^2 - x \cdot y + \|y\|^2", "refuted"),
        (r"\|x - y\|^2 = \|x\|^2 - 2 x y + \|y\|^2", "unread"),  # vectors side by side are no number
        (r"\|A x\| = \|A\| \|x\|", "unread"),
        (r"\nabla_x \|x\|^2 = 2x", "proved"),
        (r"X'X = XX'", "unread"),  # a prime may be a transposition
        (r"\Phi(-x) = 1 - \Phi(x)", "undecided"),  # nobody says what \Phi is, and everybody knows
    ],
)
def test_vectors(line: str, expected: str) -> None:
    (step,) = verify(f"$$ {line} $$", jobs=0, second_reader=False).steps
    assert step.verdict == expected


@pytest.mark.parametrize("exponential", [r"e^{-\|x - \mu\|^2}", r"\exp(-\|x - \mu\|^2)", "e^{-|x|}"])
def test_a_sign_before_a_norm_in_a_bracket(exponential: str) -> None:
    (step,) = verify(f"$$ f(x) = {exponential} $$", jobs=0, second_reader=False).steps
    assert step.verdict == "given"


def test_bold_vectors() -> None:
    document = (
        r"Let $\mathbf{u}$ and $\mathbf{v}$ be vectors. $$\mathbf{u} \cdot \mathbf{v} = \mathbf{v} \cdot \mathbf{u}$$"
    )
    (step,) = verify(document, jobs=0, second_reader=False).steps
    assert step.verdict == "proved"


@pytest.mark.parametrize(
    "features", [r"(x_1^2, %s x_1 x_2, x_2^2)^\top", r"\begin{pmatrix} x_1^2 \\ %s x_1 x_2 \\ x_2^2 \end{pmatrix}"]
)
def test_features_of_a_kernel(features):
    text = rf"Let $x, y \in \mathbb R^2$ and $\phi(x) = {features}$. Then $\phi(x)^\top \phi(y) = (x^\top y)^2$."
    assert last(text % r"\sqrt2") == "proved"
    assert last(text % "2") == "refuted"
