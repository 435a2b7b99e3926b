r"""Means of what is made of random vectors, with a law or with moments alone."""

from __future__ import annotations

import pytest

from .verdicts import last

LAW = (
    r"Let $y = X\beta + \varepsilon$ with $X \in \mathbb{R}^{n\times k}$, $\varepsilon \sim \mathcal{N}(0, \sigma^2 I_n)$"
    r" and $\hat\beta = (X^TX)^{-1}X^Ty$. "
)
MOMENTS = LAW.replace(
    r"$\varepsilon \sim \mathcal{N}(0, \sigma^2 I_n)$",
    r"$E[\varepsilon] = 0$, $\operatorname{Var}(\varepsilon) = \sigma^2 I_n$",
)
CENTRED = MOMENTS.replace(r", $\operatorname{Var}(\varepsilon) = \sigma^2 I_n$", "")
HOLDS, OPEN = {"supported", "proved"}, {"unread", "undecided"}


@pytest.mark.parametrize("given", [LAW, MOMENTS])
@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"E[y] = X\beta", HOLDS),
        (r"E[\hat\beta] = \beta", HOLDS),
        (r"E[\hat\beta] = -\beta", {"refuted"}),
        (r"\operatorname{Var}(\hat\beta) = \sigma^2 (X^TX)^{-1}", HOLDS),
        (r"\operatorname{Var}(\hat\beta) = 2\sigma^2 (X^TX)^{-1}", {"refuted"}),
        (r"\operatorname{Var}(\hat\beta) = (X^TX)^{-1}X^T\operatorname{Var}(y)X(X^TX)^{-1}", HOLDS),
    ],
)
def test_an_estimate(given, claim, expected):
    assert last(f"{given}$${claim}$$") in expected


def test_moments_say_nothing_of_the_law():
    claim = r"$$\hat\beta \sim \mathcal{N}(\beta, \sigma^2 (X^TX)^{-1})$$"
    assert last(LAW + claim) in HOLDS and last(MOMENTS + claim) in OPEN
    assert last(MOMENTS + r"$$E[(\varepsilon^T\varepsilon)^2] = n(n+2)\sigma^4$$") in OPEN
    assert last(CENTRED + r"$$E[\hat\beta] = \beta$$") in HOLDS
    assert last(CENTRED + r"$$\operatorname{Var}(\hat\beta) = \sigma^2 (X^TX)^{-1}$$") in OPEN


def test_a_wrong_covariance_of_an_estimate_does_not_pass():
    assert last(LAW + r"$$\hat\beta \sim \mathcal{N}(\beta, \sigma^2 X^TX)$$") in {"refuted", "undecided"}


def test_a_quadratic_form_of_a_random_vector():
    given = (
        r"Let $x \in \mathbb{R}^n$ be a random vector with $E[x] = \mu$ and $\operatorname{Cov}(x) = \Sigma$, and let $A$"
        r" be an $n\times n$ matrix. "
    )
    assert last(given + r"$$E[x^TAx] = \operatorname{tr}(A\Sigma) + \mu^TA\mu$$") in HOLDS
    assert last(given + r"$$E[Ax] = A\mu$$") in HOLDS
    assert last(given + r"$$\operatorname{Var}(Ax) = A\Sigma A^T$$") in HOLDS
    assert last(given + r"$$\operatorname{Var}(Ax) = A^T\Sigma A$$") not in HOLDS


def test_a_mean_that_is_claimed_of_a_known_law_is_a_claim():
    assert last(r"Let $x \sim \mathcal{N}(\mu, \Sigma)$ with $x, \mu \in \mathbb{R}^d$. $$E[x] = 2\mu$$") == "refuted"
    assert last(LAW + r"$$E[y] = 2X\beta$$") == "refuted"


IMAGE = r"Let $X \sim \mathcal{N}(\mu, \Sigma)$ in $\mathbb{R}^d$ and $Y = AX + b$. "
SAID = r"Let $X$ be a random vector in $\mathbb{R}^d$ with mean $\mu$ and covariance matrix $\Sigma$. "
NOISE = r"Let $\epsilon \sim \mathcal{N}(0, I)$ and $z = \mu + L\epsilon$. "


NOISY = (
    r"Let $x \sim \mathcal N(\mu, \Sigma)$ and $\epsilon \sim \mathcal N(0, \sigma^2 I)$ be independent and "
    r"$y = A x + \epsilon$. "
)
PRODUCT = r"Let $A$, $B$ be positive definite, $C = (A^{-1} + B^{-1})^{-1}$ and $c = C (A^{-1} a + B^{-1} b)$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (IMAGE + r"$$E[Y] = A\mu + b$$", "proved"),
        (IMAGE + r"$$E[Y] = A\mu$$", "refuted"),
        (IMAGE + r"$$\operatorname{Cov}(Y) = A\Sigma A^T$$", "proved"),
        (IMAGE + r"$$\operatorname{Cov}(Y) = A^T\Sigma A$$", "refuted"),
        (IMAGE + r"$$\operatorname{Cov}(Y) = A\Sigma A^T + bb^T$$", "refuted"),
        (IMAGE + r"$$E[(X-\mu)^T\Sigma^{-1}(X-\mu)] = d$$", "proved"),
        (IMAGE + r"$$E[(X-\mu)^T\Sigma^{-1}(X-\mu)] = d^2$$", "refuted"),
        (IMAGE.replace(r" in $\mathbb{R}^d$", "") + r"$$E[X^TX] = 3 + \mu^T\mu$$", "undecided"),  # as in R^3, for I
        (IMAGE.replace(r" in $\mathbb{R}^d$", "") + r"$$E[X^TX] = \mu^T\mu - \operatorname{tr}(\Sigma)$$", "refuted"),
        (NOISY + r"Then $y \sim \mathcal N(A\mu, A\Sigma A^T + \sigma^2 I)$.", "supported"),
        (NOISY + r"Then $y \sim \mathcal N(A\mu, A\Sigma A^T + \sigma I)$.", "refuted"),
        (PRODUCT + r"$$\mathcal N(x \mid a, A) \mathcal N(x \mid b, B) \propto \mathcal N(x \mid c, C)$$", "supported"),
        (
            PRODUCT.replace("(A^{-1} + B^{-1})^{-1}", "A^{-1} + B^{-1}")
            + r"$$\mathcal N(x \mid a, A) \mathcal N(x \mid b, B) \propto \mathcal N(x \mid c, C)$$",
            "refuted",
        ),
        (SAID + r"$$E[XX^T] = \Sigma + \mu\mu^T$$", "proved"),
        (SAID + r"$$E[XX^T] = \Sigma - \mu\mu^T$$", "refuted"),
        (SAID + r"$$\operatorname{Cov}(AX + b) = A\Sigma A^T$$", "proved"),
        (SAID + r"$$E[(X^TX)^2] = 0$$", "unread"),
        (SAID + r"$$\det\Sigma > 0$$", "undecided"),  # a covariance may be singular
        (NOISE + r"$$\operatorname{Cov}(z) = LL^T$$", "proved"),
        (NOISE + r"$$\operatorname{Cov}(z) = L^TL$$", "refuted"),
        (NOISE + r"$$E[\|z\|^2] = \|\mu\|^2 + 1$$", "undecided"),  # of which size, nobody says
    ],
)
def test_images_and_moments_of_vectors(text, expected):
    assert last(text) == expected


def test_of_each_moment_the_first_equation_says_what_it_is():
    centred = r"Let $x \in \mathbb{R}^n$ be a random vector with mean zero and covariance $\Sigma$. "
    assert last(centred + r"Then $E[xx^T] = 2\Sigma$.") == "refuted"
    told = r"Let $x \in \mathbb{R}^n$ be a random vector with $E[x] = 0$ and $E[xx^T] = \Sigma$. "
    assert last(told + r"$$\operatorname{Cov}(x) = \Sigma$$") == "proved"
    assert last(told + r"$$\operatorname{Cov}(x) = 2\Sigma$$") == "refuted"
