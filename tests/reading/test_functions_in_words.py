r"""Functions that words name are what an author could have written: "where $\sigma$ is the logistic function"."""

import pytest

from tests.marking.verdicts import judged

SUM = r"Then $$\sigma(z) + \sigma(-z) = 1$$"
NORMAL = r"Let $\Phi$ be the standard normal cdf and $\phi$ the standard normal density. "


def verdicts(text: str) -> list[str]:
    return [step.verdict for step in judged(text).steps]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rf"Let $\sigma$ be the logistic function. {SUM}", ["proved"]),
        (rf"The sigmoid function is denoted by $\sigma$. {SUM}", ["proved"]),
        (r"The sigmoid function $\sigma$ satisfies $$\sigma(z) + \sigma(-z) = 1$$", ["proved"]),
        (r"We have $$\sigma(z) + \sigma(-z) = 1$$ where $\sigma(z)$ is the logistic sigmoid.", ["proved"]),
        (
            r"Let $f(x) = \sigma(w x)$, where $\sigma$ is the logistic function. Then $$f'(x) = w f(x)(1 - f(x))$$",
            ["given", "proved"],
        ),
        (r"Let $s$ be the softplus function. Then $$s(x) - s(-x) = x$$", ["proved"]),
        (r"Let $\sigma$ be the logistic function. Then $$\sigma(z) = \frac{1}{1 + e^z}$$", ["refuted"]),
        (r"Let $\sigma$ be the logistic function. Then $$\sigma(z) = \frac{e^z}{1 + e^z}$$", ["proved"]),
        (NORMAL + r"Then $$\Phi'(x) = \phi(x)$$", ["proved"]),
        (NORMAL + r"Then $$\phi'(x) = x \phi(x)$$", ["refuted"]),
        (NORMAL + r"Then $$\Phi(0) = \frac12$$", ["proved"]),
        (r"With $\phi$ the density of the standard normal distribution, $$\int x^2 \phi(x) \, dx = 2$$", ["refuted"]),
        (
            r"Let $\Phi$ denote the cumulative distribution function of the standard normal distribution. "
            r"Let $X \sim \mathcal{N}(\mu, \sigma^2)$. Then for $t \in \mathbb{R}$ "
            r"$$P(X \le t) = \Phi\left(\frac{t - \mu}{\sigma}\right)$$",
            ["proved"],
        ),
    ],
)
def test_a_function_is_what_words_say(text: str, expected: list[str]) -> None:
    assert verdicts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rf"Let $\sigma$ be the logistic function with rate $k$. {SUM}", "unread"),
        (rf"If $\sigma$ is the logistic function, we may ask. {SUM}", "unread"),
        (rf"Let $\sigma$ be a sigmoid function. {SUM}", "unread"),
        (rf"Let $\sigma > 0$. The logistic function is denoted by $\sigma$. {SUM}", "undecided"),
        (r"The sigmoid function $s$ is $s(z) = \tanh z$. Then $$s(0) = 0$$", "proved"),  # as it is written out
    ],
)
def test_what_words_say_otherwise_is_not_taken(text: str, expected: str) -> None:
    assert verdicts(text)[-1] == expected
