r"""What T \sim law claims of something whose law is settled: judged, not believed; and what it says is left alone."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from proofs.reading.documents import read_document
from proofs.reading.story import Story
from proofs.writing import plain
from tests.marking.verdicts import judged

LINE = r"Let $X \sim \mathcal{N}(\mu, \sigma^2)$. "
TWO = r"Let $X \sim \mathcal{N}(0, 1)$ and $Y \sim \mathcal{N}(0, 1)$ be independent. "
VECTOR = r"Let $A \in \mathbb{R}^{k \times n}$, $b \in \mathbb{R}^k$, $\mu \in \mathbb{R}^n$ and $x \sim \mathcal{N}(\mu, \Sigma)$. "

SMALL = r"Let $z \sim \mathcal{N}(0, 1)$ and $x = \mu + \sigma z$ with $\sigma > 0$. Then "

JUDGED = [
    (SMALL + r"$x \sim \mathcal{N}(\mu, \sigma^2 + 1)$.", "refuted"),
    (SMALL + r"$$x \sim \mathcal{N}(\mu, 2 \sigma^2)$$", "refuted"),
    (LINE + r"$$\frac{X - \mu}{\sigma} \sim \mathcal{N}(0, 1)$$", "supported"),
    (LINE + r"$$\frac{X - \mu}{\sigma^2} \sim \mathcal{N}(0, 1)$$", "refuted"),
    (LINE + r"$$a X + b \sim \mathcal{N}(a \mu + b, a^2 \sigma^2)$$", "supported"),
    (LINE + r"$$a X + b \sim \mathcal{N}(a \mu, a^2 \sigma^2)$$", "refuted"),
    (LINE + r"$$Z = 2 X$$ $$Z \sim \mathcal{N}(2 \mu, 4 \sigma^2)$$", "supported"),
    (LINE + r"$$Z = 2 X$$ $$Z \sim \mathcal{N}(2 \mu, 2 \sigma^2)$$", "refuted"),
    (r"Let $X \sim \mathrm{Gam}(a, b)$ and $c > 0$. $$c X \sim \mathrm{Gam}(a, \frac{b}{c})$$", "supported"),
    (r"Let $X \sim \mathrm{Gam}(a, b)$ and $c > 0$. $$c X \sim \mathrm{Gam}(a, b c)$$", "refuted"),
    (TWO + r"$$X^2 + Y^2 \sim \chi^2(2)$$", "supported"),
    (TWO + r"$$X^2 + Y^2 \sim \chi^2(3)$$", "refuted"),
    (TWO + r"$$X^2 + Y^2 \sim \mathcal{N}(2, 4)$$", "refuted"),  # mean and variance alone are right
    (VECTOR + r"$$A x + b \sim \mathcal{N}(A \mu + b, A \Sigma A^\top)$$", "supported"),
    (VECTOR + r"$$A x + b \sim \mathcal{N}(A \mu, A \Sigma A^\top)$$", "refuted"),
    (VECTOR + r"$$A x + b \sim \mathcal{N}(A \mu + b, A \Sigma)$$", "refuted"),
    (r"$$\mathcal{N}(\mu - \mu, \sigma^2 / \sigma^2) = \mathcal{N}(0, 1)$$", "proved"),
    (r"$$\mathcal{N}(\mu, \sigma^2) = \mathcal{N}(\mu, 2 \sigma^2)$$", "refuted"),
    (VECTOR + r"$$\mathcal{N}(A \mu + b - b, A \Sigma A^\top) \sim \mathcal{N}(A \mu, A \Sigma A^\top)$$", "proved"),
    (VECTOR + r"$$\mathcal{N}(A \mu, A \Sigma A^\top) \sim \mathcal{N}(A \mu, 2 A \Sigma A^\top)$$", "refuted"),
    # what the parameters are is said only behind it
    (VECTOR + r"$$\mathcal{N}(\mu, \sigma^2 \Sigma) \sim \mathcal{N}(\mu, V)$$ with $$V = \sigma^2 \Sigma$$", "proved"),
    (
        VECTOR + r"$$\mathcal{N}(\mu, \sigma^2 \Sigma) \sim \mathcal{N}(\mu, V)$$ with $$V = 2 \sigma^2 \Sigma$$",
        "refuted",
    ),
    # of its parts no law is known; of X and Y it is not said that they are independent
    (r"$$\frac{S}{\sigma} \sim \chi^2(n)$$", "unread"),
    (r"Let $X \sim \mathcal{N}(0, 1)$ and $Y \sim \mathcal{N}(0, 1)$. $$X + Y \sim \mathcal{N}(0, 2)$$", "unread"),
    # a name that has no law yet is given one
    (LINE + r"$$Y \sim \mathcal{N}(\mu, 2)$$", "given"),
]


@pytest.mark.parametrize(("text", "verdict"), JUDGED, ids=[f"{k}: {v}" for k, (_, v) in enumerate(JUDGED)])
def test_a_law_of_what_has_one_is_judged(text: str, verdict: str):
    report = verify(text, jobs=0, second_reader=False)
    steps = [step for step in report.steps if step.relation in ("~", "=") and "sim" not in (step.left or "")]
    asked = [step for step in steps if any(law in (step.right or "") for law in ("mathcal", "mathrm", "chi"))]
    assert asked[-1].verdict == verdict, asked[-1]


MEANT = [
    (LINE + r"$$2 X \sim \mathcal{N}(0, 1)$$", "E[x ~ N(μ, σ²)](ϕ(2*x)) = E[z ~ N(0, 1²)](ϕ(z))"),
    (LINE + r"$$\phi(X) = 1$$ $$2 X \sim \mathcal{N}(0, 1)$$", "E[x ~ N(μ, σ²)](ψ(2*x)) = E[z ~ N(0, 1²)](ψ(z))"),
]


@pytest.mark.parametrize(("text", "meant"), MEANT, ids=[m for _, m in MEANT])
def test_equal_laws_give_any_function_the_same_mean(text: str, meant: str):
    lines = [line for chain in Story(read_document(text, kind="markdown")).chains() for line in chain.lines]
    claims = [line.claim for line in lines if line.symbol == "~" and line.claim is not None]
    assert plain(claims[-1].statement) == meant


def test_what_a_claimed_law_asks_of_its_parameters_is_not_known_beyond_the_claim():
    """A variance a s with a < 0 is none; that somebody writes it does not make a positive."""
    text = LINE + r"$$a X \sim \mathcal{N}(a \mu, a \sigma^2)$$ $$\sqrt{a^2} = a$$"
    assert judged(text).steps[-1].verdict != "proved"
