r"""Primes that transpose, in documents that show it: X'X; and those that make a derivative or another name."""

from __future__ import annotations

import pytest

from .verdicts import last, verdicts

PROJECTION = r"Let $X$ be an $n \times k$ matrix of full column rank and $M = I - X(X'X)^{-1}X'$, $P = X(X'X)^{-1}X'$. "
LINEAR = r"Consider the linear model $y = X\beta + u$ where $X$ is an $n\times k$ matrix, $E(u) = 0$ and $E(uu') = \sigma^2 I_n$. "
OLS = LINEAR + r"The OLS estimator is $\hat\beta = (X'X)^{-1}X'y$. "


@pytest.mark.parametrize(
    "claim", ["MX = 0", "M^2 = M", "M' = M", "PX = X", "PM = 0", "X'M = 0", r"\operatorname{tr}(P) = k"]
)
def test_projections(claim):
    assert last(f"{PROJECTION}$${claim}$$") == "proved"


@pytest.mark.parametrize("claim", ["M' = -M", "M^2 = 2M", "MX = X", "P^2 = 2P", "PX = 2X"])
def test_wrong_projections_do_not_pass(claim):
    assert last(f"{PROJECTION}$${claim}$$") in ("refuted", "undecided")


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"(y - X\beta)'(y - X\beta) = y'y - 2\beta'X'y + \beta'X'X\beta", "proved"),
        (r"(y - X\beta)'(y - X\beta) = y'y - \beta'X'y + \beta'X'X\beta", "refuted"),
        (r"\frac{\partial}{\partial \beta} (y - X\beta)'(y - X\beta) = -2X'y + 2X'X\beta", "proved"),
        (r"\frac{\partial}{\partial \beta} (y - X\beta)'(y - X\beta) = -2X'y + X'X\beta", "refuted"),
    ],
)
def test_sums_of_squares(claim, expected):
    assert (
        last(rf"For least squares let $y \in \mathbb{{R}}^n$ and $X \in \mathbb{{R}}^{{n\times k}}$. $${claim}$$")
        == expected
    )


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"\hat\beta - \beta = (X'X)^{-1}X'u", {"proved"}),
        (r"E(\hat\beta) = \beta", {"supported", "proved"}),
        (r"E(\hat\beta) = 2\beta", {"refuted"}),
        (r"Var(\hat\beta) = \sigma^2 (X'X)^{-1}", {"supported", "proved"}),
        (r"Var(\hat\beta) = \sigma^2 X'X", {"refuted"}),
        (r"Var(\hat\beta) = E[(\hat\beta - \beta)(\hat\beta - \beta)']", {"supported", "proved"}),
    ],
)
def test_moments_of_an_estimate(claim, expected):
    assert last(f"{OLS}$${claim}$$") in expected


def test_a_prime_is_a_derivative_or_another_name_elsewhere():
    assert last(r"Let $f(x) = x^2$. $$f'(x) = 2x$$") == "proved"
    assert last(r"In kernel regression let $k(x, x') = e^{-(x - x')^2}$. $$k(x, x') = k(x', x)$$") == "proved"
    assert last(r"Let $u$ and $v$ be functions. $$(uv)' = u'v$$") not in ("proved", "supported")
    assert last(r"Let $X'$ be an independent copy of $X$. $$E[X' X] = 2 E[X]^2$$") not in ("proved", "supported")


def test_both_in_one_document():
    text = PROJECTION + r"Let $f(x) = x^3$. Then $f'(x) = 3x^2$ and $M' = M$."
    assert verdicts(text)[-2:] == ["proved", "proved"]
