r"""Entropies of random variables with laws: h(Y), h(Y | X) and I(X; Y) where Y = X + Z; conditional information."""

import pytest

from tests.marking.verdicts import last

ONE = r"The differential entropy. Let $Y \sim \mathcal{N}(\mu, \sigma^2)$, $U \sim \mathrm{Uniform}(0, c)$. "
CHANNEL = (
    r"The Gaussian channel. Let $X \sim \mathcal{N}(0, P)$ and $Z \sim \mathcal{N}(0, N)$ be independent and "
    r"$Y = X + Z$. By the entropies, "
)


@pytest.mark.parametrize(
    ("said", "claim", "verdict"),
    [
        (ONE, r"h(Y) = \frac12 \log(2 \pi e \sigma^2)", "proved"),
        (ONE, r"h(Y) = \frac12 \log(2 \pi \sigma^2)", "refuted"),
        (ONE, r"h(U) = \log c", "proved"),
        (ONE, r"h(U) = c", "refuted"),
        (CHANNEL, r"h(Y) = \frac12 \log(2 \pi e (P + N))", "proved"),
        (CHANNEL, r"h(Y \mid X) = h(Z)", "proved"),
        (CHANNEL, r"h(Y \mid X) = h(Y)", "refuted"),
        (CHANNEL, r"I(X; Y) = \frac12 \log\left(1 + \frac{P}{N}\right)", "proved"),
        (CHANNEL, r"I(X; Y) = \log\left(1 + \frac{P}{N}\right)", "refuted"),
        (CHANNEL, r"h(X, Y) = h(X) + h(Y \mid X)", "proved"),
        (CHANNEL, r"h(X, Y) = h(X) + h(Y)", "refuted"),
    ],
)
def test_entropies_of_known_laws(said, claim, verdict):
    assert last(f"{said}$${claim}$$") == verdict


DISCRETE = r"Let $X, Y, Z$ be discrete random variables. "


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"I(X; Y \mid Z) = H(X \mid Z) - H(X \mid Y, Z)", ("proved", "supported")),
        (r"I(X; Y \mid Z) = H(X) - H(X \mid Y, Z)", ("refuted",)),
        (r"I(X; Y, Z) = I(X; Z) + I(X; Y \mid Z)", ("proved", "supported")),
        (r"I(X; Y, Z) = I(X; Z) + I(X; Y)", ("refuted",)),
        (r"I(X; Y \mid Z) \le I(X; Y)", ("refuted",)),
        (r"I(X; Y \mid X) = 0", ("unread",)),
    ],
)
def test_conditional_information(claim, expected):
    assert last(f"{DISCRETE}$${claim}$$") in expected


@pytest.mark.parametrize(
    "text",
    [
        r"Let $Y \sim \mathcal{N}(\mu, \sigma^2)$. $$h(Y) = 3$$",  # no word says what h is
        r"Let $X$ and $Y$ be random variables with a joint normal law. $$I(X; Y) = -\frac12 \log(1 + \rho^2)$$",
        r"The entropy. Let $X \sim \mathrm{Exp}(a)$, $Z \sim \mathrm{Exp}(b)$ be independent, $Y = X + Z$. $$h(Y) = 2$$",
        r"The entropy. Let $X \sim N(0, 1)$ and $Z \sim N(0, 1)$ and $Y = X + Z$. $$h(Y) = \frac12 \log(4 \pi e)$$",
    ],
)
def test_what_is_not_known_is_not_given(text):
    assert last(text) not in ("given", "proved", "supported", "refuted")


def test_a_function_of_a_random_variable_stays_one():
    text = r"Let $h(x) = x^2$ and $Y \sim N(0, 1)$. The entropy is another matter. $$E[h(Y)] = %s$$"
    assert last(text % "1") == "proved"
    assert last(text % "2") == "refuted"
