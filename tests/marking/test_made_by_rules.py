"""What a rule makes of the row above says where the slip is: what it has there and the row has not is put back."""

import pytest

from proofs import verify
from proofs.language import KL, Bernoulli, Claim, E, Number, index, log
from proofs.marking.repair import repair

SAID = {
    "a factor of one term": (
        r"Let $f(x) = x^3 e^x$. Then $f'(x) = 3x^2 e^x + e^x$.",
        r"$x^3 \exp(x)$ for $\exp(x)$ in the second term",
    ),
    "a term, reckoned up": (r"$$\sum_{i=1}^4 (2i + 1) = 2\sum_{i=1}^4 i$$", "$4$ added"),
    "a term, by a rule of its own": (
        r"Let $n \ge 1$ be an integer. Then $\sum_{i=1}^n (2i + 1) = 2\sum_{i=1}^n i$.",
        "$n$ added",
    ),
    "a term copied twice": (
        r"$$\int_1^2 \left(x + \frac{1}{x}\right) dx = \int_1^2 x\,dx + \int_1^2 x\,dx$$",
        r"$\frac{1}{x}$ for $x$ in the second term",
    ),
    "what stands twice": (
        r"$$\int_0^1 x^2 (1 - x) dx = \int_0^1 (x^2 - x^2) dx$$",
        "the exponent $3$ for $x^2$ in the second term of $x^2 - x^2$",
    ),
    "the other probability": (
        r"Let $X \sim \mathrm{Bin}(n, p)$. Then $\operatorname{Var}(X) = np$.",
        "a factor $1 - p$ on the right",
    ),
    "the covariance": (
        r"Let $X$ and $Y$ have finite variances. Then $\operatorname{Var}(X+Y) = \operatorname{Var}(X) + \operatorname{Var}(Y)$.",
        r"$2 (\mathbb{E}[X \, Y] - \mathbb{E}[X] \mathbb{E}[Y])$ added",
    ),
    "the product of two vectors": (
        r"Let $x, y \in \mathbb{R}^n$. Then $\|x + y\|^2 = \|x\|^2 + \|y\|^2$.",
        r"$2 x^\top y$ added",
    ),
    "a number, reckoned up": (r"$$\sum_{k=0}^n \binom{n}{k} 2^k = 2^n$$", "$3$ for $2$"),
    "a term doubled is no term lost": (
        r"Let $A$ be a symmetric $n \times n$ matrix and $f(x) = x^\top A x$. Then $\nabla f(x) = Ax$.",
        "a factor $2$ on the right",
    ),
}


@pytest.mark.parametrize("name", SAID)
def test_the_slip_is_named(name):
    text, words = SAID[name]
    step = verify(text, jobs=0, second_reader=False).steps[-1]
    assert step.verdict == "refuted" and step.repair == f"true with {words}"


x = index("x", 0, 1)
p, q = Bernoulli(Number(1) / 3, "p"), Bernoulli(Number(1) / 2, "q")


@pytest.mark.parametrize(
    ("statement", "words"),
    [
        (KL(p, q).eq(E(log(q(x) / p(x)), x, p)), r"$\frac{q(x)}{p(x)}$ inverted"),  # of numbers a sign would do as well
        (KL(p, q).eq(E(log(p(x / 2) / q(x)), x, p)), r"a factor $2$ on $\frac{x}{2}$"),  # has no value as it is written
    ],
)
def test_it_is_named_where_numbers_alone_do_not_tell(statement, words):
    found = repair(Claim((), statement))
    assert found is not None and found.words == f"true with {words}"
