r"""Random variables that a noun calls, "the waiting time $T$ is exponential", and regions of joint densities in brackets."""

from __future__ import annotations

from tests.marking.verdicts import verdicts
from tests.tables import for_each

JOINT = "Let $X, Y$ have joint pdf $f(x, y) = x + y$ "
CASES = [
    ("The waiting time $T$ is exponential with rate $2$. ", r"E[T] = \frac12", "proved"),
    ("The number of calls $N$ has a Poisson distribution with mean $3$. ", "P(N = 0) = e^{-3}", "proved"),
    ("The height $H$ of a person is normal with mean $170$ and variance $100$. ", r"\mathrm{Var}(H) = 10", "refuted"),
    (r"The random number $N$ of claims is Poisson with parameter $\lambda$. ", r"E[N] = \lambda", "proved"),
    ("The length $L$ of a screw (in mm) is normal with mean $50$ and variance $4$. ", "E[L^2] = 2504", "proved"),
    # what is made of others is claimed to have its law
    (r"Let $X, Y \sim \mathcal{N}(0, 1)$. The sum $S$ of them is normal with mean $0$ and variance $3$. ", r"\mathrm{Var}(S) = 3", "undecided"),
    (JOINT + "on $[0, 1]^2$. ", r"E[X] = \frac{7}{12}", "proved"),
    (JOINT + r"on $[0, 1] \times [0, 1]$. ", r"E[X] = \frac12", "refuted"),
    (r"Let $(X, Y)$ have joint density $f(x, y) = 4xy$, $0 \le x, y \le 1$. ", r"E[XY] = \frac49", "proved"),
    ("Let $0 < a, b < 1$. ", "a < 1", "proved"),
    ("Let $0 < a, b < 1$. ", "a + b < 1", "refuted"),
    ("Let $a < b, c < d$. ", "a + c < b + d", "proved"),  # of names it says two things
]  # fmt: skip


@for_each(CASES)
def test_what_a_sentence_tells_is_used(told: str, claim: str, verdict: str):
    assert verdicts(f"{told}Then $${claim}.$$")[-1] == verdict
