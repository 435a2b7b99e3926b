r"""Equations between vectors and matrices: what follows from normal equations, from A v = \lambda v, from Q^T Q = I."""

import pytest

from tests.marking.verdicts import last, verdicts

SQUARES = r"Let $J(w) = \|X w - y\|^2$. $$\nabla J(w) = 2 X^T (X w - y) = 0$$ "
RIDGE = (
    r"Let $J(w) = \|X w - y\|^2 + \lambda \|w\|^2$, $\lambda > 0$. $$\nabla J(w) = 2 X^T (X w - y) + 2 \lambda w = 0$$ "
)
EIGEN = r"Let $A \in \mathbb{R}^{n \times n}$ and $v \in \mathbb{R}^n$ with $A v = \lambda v$. Then "
QUADRATIC = r"Let $A$ be a symmetric positive definite matrix and $f(x) = \frac12 x^T A x - b^T x$. "
HOUSEHOLDER = r"Let $u$ be a vector with $u^T u = 1$ and $H = I - 2 u u^T$. Then "
SINGULAR = r"Let $A = U S V^T$ with $U^T U = I$ and $V^T V = I$. Then "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SQUARES + r"so $$X^T X w = X^T y$$", "proved"),
        (SQUARES + r"so $$X^T X w = 2 X^T y$$", "undecided"),
        (SQUARES + r"so $$w = (X^T X)^{-1} X^T y$$", "supported"),
        (SQUARES + r"so $$w = (X^T X)^{-1} y$$", "undecided"),
        (RIDGE + r"gives $(X^T X + \lambda I) w = X^T y$.", "proved"),
        (RIDGE + r"gives $(X^T X + \lambda I) w = X^T y$ and $w = (X^T X + \lambda I)^{-1} X^T y$.", "proved"),
        (RIDGE + r"gives $w = (X^T X - \lambda I)^{-1} X^T y$.", "undecided"),
        (RIDGE + r"gives $w = (X^T X + \lambda I)^{-1} X^T y$. $$\nabla^2 J(w) = 2 X^T X + 2 \lambda I$$", "proved"),
        (EIGEN + r"$$A^2 v = A (\lambda v)$$", "proved"),
        (EIGEN + r"$$A^2 v = \lambda v$$", "undecided"),  # it is so of v = 0, which shows nothing
        (QUADRATIC + r"$$\nabla f(x) = A x - b = 0$$ Hence $$x = A^{-1} b$$", "supported"),
        (QUADRATIC + r"$$f(A^{-1} b) = -\frac12 b^T A^{-1} b$$", "proved"),
        (QUADRATIC + r"$$f(A^{-1} b) = \frac12 b^T A^{-1} b$$", "refuted"),
        (HOUSEHOLDER + r"$H^2 = I - 4 u u^T + 4 u u^T u u^T = I$.", "proved"),
        (HOUSEHOLDER + r"$$H u = -u$$", "proved"),
        (HOUSEHOLDER + r"$$H u = u$$", "refuted"),
        (SINGULAR + r"$$A^T A = V S^T U^T U S V^T = V S^T S V^T$$", "proved"),
        (SINGULAR + r"$$A^T A = V S S^T V^T$$", "undecided"),
        (r"Let $U$ be an orthogonal matrix. Then $U^{-1} = U^T$ and $U U^T = I$ and $\|U x\| = \|x\|$.", "proved"),
        (r"Let $U$ be an orthogonal matrix. Then $\det(U)^2 = 1$.", "supported"),
        (r"Let $U$ be an orthogonal matrix. Then $\det(U)^2 = 2$.", "refuted"),
        (r"Let $A = Q R$ with $Q^T Q = I$ and $R$ invertible. Then $(A^T A)^{-1} A^T = R^{-1} Q^T$.", "proved"),
        (r"Let $A = Q R$ with $Q^T Q = I$ and $R$ invertible. Then $(A^T A)^{-1} A^T = Q^T R^{-1}$.", "refuted"),
    ],
)
def test_what_follows_from_an_equation_of_matrices(text: str, expected: str) -> None:
    assert last(text) == expected


def test_the_direction_of_greatest_variance() -> None:
    text = r"""Let $S$ be a symmetric matrix. We maximise $w^T S w$ subject to $w^T w = 1$.
    The Lagrangian is $L(w, \lambda) = w^T S w - \lambda (w^T w - 1)$. Then
    $$\nabla_w L(w, \lambda) = 2 S w - 2 \lambda w = 0$$
    so $S w = \lambda w$, and therefore $w^T S w = \lambda w^T w = \lambda$."""
    assert verdicts(text) == ["given", "given", "proved", "given", "proved", "proved", "proved"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"We have $a = b = 3$.", ["given", "given"]),
        (r"Let $x + y = 10$ and $x = y$. Then $x = y = 5$.", ["given", "given", "proved", "proved"]),
        (r"Let $x + y = 10$ and $x = y$. Then $x = y = 4$.", ["given", "given", "proved", "refuted"]),
        (r"Let $x = 2$ and $y = 3$. Then $x = y = 2$.", ["given", "given", "refuted", "refuted"]),
    ],
)
def test_a_chain_of_names_says_what_each_of_them_is(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


def test_a_line_that_is_concluded_in_a_sentence_and_not_read_leaves_a_row() -> None:
    assert verdicts(r"Suppose $A v = \lambda v$. Then $A^2 v = A (\lambda v) = \lambda^2 v$.") == ["unread"]
