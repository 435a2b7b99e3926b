"""The repair of what was lost in copying, at the place where it is lost: a summand, a factor, a transpose, a mean."""

import pytest

from proofs import verify
from proofs.judging import judge
from proofs.language import (
    Abstract,
    Claim,
    Column,
    Density,
    Det,
    E,
    Inverse,
    Normal,
    Rows,
    Transpose,
    Var,
    density,
    exp,
    half,
    integer,
    invertible,
    matrix,
    symbols,
    vector,
)
from proofs.marking.repair import repair

a, b, c, d, t, mu, sigma, x, z = symbols("a b c d t mu sigma x z")
n, p = integer("n"), integer("p")
A, B, X = matrix("A", n), matrix("B", n), matrix("X", n, p)
u, v, w = (vector(name, n) for name in "uvw")


def rows(entries):
    """The matrix written out."""
    return Rows(tuple(Column(row) for row in entries))


square = rows(((a, b), (c, d)))
N = Normal(mu, sigma)
q = Density("q", Abstract("T"))
s = Var("s", Abstract("T"))
spread = mu * t + half * sigma**2 * t**2


def claim(statement, *hypotheses):
    return Claim(hypotheses, statement)


# name: the false claim, the right side that was meant
MENDED = {
    "a summand of an exponent": (
        claim((exp(spread) * (a / b)).eq((a / b) * exp(half * sigma**2 * t**2)), b > 0),
        (a / b) * exp(spread),
    ),
    "a summand of an exponent, of which nothing is written": (
        claim(E(exp(t * x), x, N).eq(exp(half * sigma**2 * t**2)), sigma > 0),
        None,
    ),
    "a product of two names": (claim(Det(square).eq(a * d)), None),
    "a summand of a denominator": (
        claim(Inverse(square).eq((1 / (a * d)) * rows(((d, -b), (-c, a)))), invertible(square)),
        None,
    ),
    "a vector": (claim((u - A @ v).eq(u)), None),
    "a vector in a product": (
        claim((Transpose(u - A @ v) @ (u - A @ v)).eq(Transpose(u - A @ v) @ u)),
        Transpose(u - A @ v) @ (u - A @ v),
    ),
    "a term of a product that is multiplied out": (claim((A @ (u - B @ v)).eq(A @ u)), None),
    "the sign of a matrix": (claim((A - B).eq(-(A - B))), A - B),
    "the square of a mean": (
        claim(E((x - E(z, z, N)) ** 2, x, N).eq(E(x**2, x, N)), sigma > 0),
        E(x**2, x, N) - E(z, z, N) ** 2,
    ),
    "an inverse where it is copied": (
        claim((A @ Inverse(B) @ A).eq(A @ B @ A), invertible(B)),
        A @ Inverse(B) @ A,
    ),
    "a factor of means that no world encloses": (
        claim(E(exp(q(s) ** 2), s, q).eq(half * E(exp(q(s) ** 2), s, q)), density(q)),
        None,
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", MENDED)
def test_what_was_lost_is_found(name):
    asked, right = MENDED[name]
    assert judge(asked).outcome == "disagree"
    found = repair(asked)
    assert found is not None and found.statement.left is asked.statement.left
    assert right is None or judge(claim(found.statement.right.eq(right), *asked.hypotheses)).outcome == "agree"
    assert judge(claim(found.statement, *asked.hypotheses), seed=5).outcome == "agree"


SAID = {
    "a bound name for a free one": (
        r"Let $X \sim \mathcal N(\mu, \sigma^2)$ with $\sigma > 0$. $$\mathrm E[(X - \mu)^2]"
        r" = \int_{-\infty}^\infty (x - x)^2 \frac{1}{\sqrt{2\pi}\sigma} e^{-(x-\mu)^2/(2\sigma^2)} \, dx$$",
        r"$\mu$ for $x$",
    ),
    "a slip in a row that follows from the row above": (
        r"Then $$x^2 - 2 x = 3$$ $$x^2 = 2 x - 3$$",
        r"a plus sign before the second term",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_a_report_says_where(name):
    text, words = SAID[name]
    step = verify(text, jobs=0, second_reader=False).steps[-1]
    assert step.verdict == "refuted" and step.repair is not None and words in step.repair


def test_a_repair_may_need_what_its_own_sides_need():
    """x^(a - 1) asks for a positive x, as 1/x does not."""
    text = r"For $a > 0$ and $x > 0$: $$x^{a} \cdot \frac1x = x^{-1}$$"
    step = verify(text, jobs=0, second_reader=False).steps[-1]
    assert step.verdict == "refuted" and step.repair is not None and "a" in step.repair


PLAINLY = {
    "not within what a name stands for": (
        r"Let $x_1, \dots, x_n$ be real numbers and $\bar x = \frac1n \sum_{i=1}^n x_i$."
        r" $$\sum_{i=1}^n (x_i - \bar x)^2 = \sum_{i=1}^n x_i^2 - \bar x^2$$",
        r"true with a factor $n$ on the second term",
    ),
    "one number for two": (
        r"Let $X \sim \chi^2(u)$ and $Y \sim \chi^2(v)$ be independent. $$X + Y \sim \chi^2(u + v - 1)$$",
        r"true with $u + v$ for $u + v - 1$",
    ),
    "the place of what stands twice": (
        r"For $r > 0$: $$\prod_{i=1}^n (r^{x_i} e^{-r}) = r^{\sum_{i=1}^n x_i} e^{-r}$$",
        r"true with a factor $n$ on $r$ in $\exp(-r)$",
    ),
    "a matrix lost where none is written": (
        r"Let $x \sim \mathcal{N}(\mu, \Sigma)$ in $\mathbb{R}^d$ with $\Sigma$ positive definite and let $A$ be a "
        r"symmetric $d \times d$ matrix. $$E[x^\top A x] = \operatorname{tr}(A \Sigma) + \mu^\top \mu$$",
        r"true with $\mu^\top A \mu$ for $\mu^\top \mu$",
    ),
    "zero has lost nothing": (
        r"Let $X$ be a random variable with mean $\mu$. $$\mathrm E[(X - \mu)^2] = 0$$",
        r"true with $X - \mu$ for $(X - \mu)^2$ (the square is too much), on the left",
    ),
}


@pytest.mark.parametrize("name", PLAINLY)
def test_a_repair_is_said_in_what_is_written(name):
    text, words = PLAINLY[name]
    step = verify(text, jobs=0, second_reader=False).steps[-1]
    assert step.verdict == "refuted" and step.repair == words
