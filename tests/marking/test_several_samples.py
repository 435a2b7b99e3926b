r"""Several samples that are independent of each other, X_1, ..., X_n and Y_1, ..., Y_m: moments, likelihoods, estimates."""

import pytest

from tests.marking.verdicts import verdicts

TWO = r"Let $X_1, \dots, X_n \sim \mathcal N(\mu_1, \sigma^2)$ and $Y_1, \dots, Y_m \sim \mathcal N(\mu_2, \sigma^2)$ be independent. "
LABELLED = r"Let $X_1, \dots, X_{n_1} \sim \mathcal N(\mu_1, \sigma_1^2)$ and $Y_1, \dots, Y_{n_2} \sim \mathcal N(\mu_2, \sigma_2^2)$ be independent. "
OF_ONE = r"Let $x_1, \dots, x_n \sim \mathcal N(\mu, \sigma^2)$ and $y_1, \dots, y_m \sim \mathcal N(\mu, \tau^2)$ be independent. The maximum likelihood estimate of $\mu$ is "
RATES = r"Let $X_1, \dots, X_n \sim \mathrm{Poisson}(\lambda)$ and $Y_1, \dots, Y_m \sim \mathrm{Poisson}(2\lambda)$ be independent. "
SQUARES = r"The log-likelihood is $$\ell(\mu_1, \mu_2) = -\frac{1}{2\sigma^2} \left( \sum_{i=1}^n (x_i - \mu_1)^2 %s \sum_{j=1}^m (y_j - \mu_2)^2 \right) + \text{const}$$"
PLAIN = (
    r"Let $X_1, \dots, X_n \sim \mathcal N(\mu_1, \sigma^2)$ and $Y_1, \dots, Y_m \sim \mathcal N(\mu_2, \sigma^2)$. "
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TWO + r"$$E[\bar X - \bar Y] = \mu_1 - \mu_2$$", ("proved",)),
        (TWO + r"$$E[\bar X - \bar Y] = \mu_1 + \mu_2$$", ("refuted",)),
        (TWO + r"$$\mathrm{Var}(\bar X - \bar Y) = \frac{\sigma^2}{n} - \frac{\sigma^2}{m}$$", ("refuted",)),
        (LABELLED + r"$$\mathrm{Var}(\bar X - \bar Y) = \frac{\sigma_1^2}{n_1} + \frac{\sigma_2^2}{n_2}$$", ("proved", "supported")),
        (LABELLED + r"$$\mathrm{Var}(\bar X - \bar Y) = \frac{\sigma_1^2 + \sigma_2^2}{n_1 + n_2}$$", ("refuted",)),
        (PLAIN + r"$$\mathrm{Var}(\bar X - \bar Y) = \frac{\sigma^2}{n} + \frac{\sigma^2}{m}$$", ("unread",)),
        (TWO + SQUARES % "+", ("proved",)),
        (TWO + SQUARES % "-", ("refuted",)),
        (TWO + SQUARES % "+" + r" so $\hat\mu_2 = \bar y$", ("proved",)),
        (OF_ONE + r"$$\hat\mu = \frac{n \bar x + m \bar y}{n + m}$$", ("refuted",)),
        (RATES + r"The maximum likelihood estimate is $\hat\lambda = \frac{\sum_i x_i + \sum_j y_j}{n + m}$.", ("refuted",)),
    ],
)  # fmt: skip
def test_two_samples(text: str, expected: tuple[str, ...]) -> None:
    assert verdicts(text)[-1] in expected


BINOMIAL = (
    r"Let $X \sim \mathrm{Bin}(n, p)$. The log-likelihood is $\ell(p) = x \log p + %s \log(1 - p) + \text{const}$. "
)
LOGISTIC = r"Let $\sigma(a) = \frac{1}{1 + e^{-a}}$ and let $y_i \sim \mathrm{Bernoulli}(\sigma(w^T x_i))$ be independent for $i = 1, \dots, n$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BINOMIAL % "(n - x)", "proved"),
        (BINOMIAL % "n", "refuted"),
        (BINOMIAL % "(n - x)" + r"Setting its derivative to zero gives $\hat p = \frac{x}{n + 1}$.", "refuted"),
        (BINOMIAL % "(n - x)" + r"Setting its derivative to zero gives $\hat p = \frac{x}{n}$.", "supported"),
        (LOGISTIC + r"The negative log-likelihood is $$E(w) = \sum_{i=1}^n [\log(1 + e^{w^T x_i}) - y_i w^T x_i]$$", "proved"),
        (LOGISTIC + r"The log-likelihood is $$\ell(w) = \sum_{i=1}^n [y_i \log \sigma(w^T x_i) - (1 - y_i) \log(1 - \sigma(w^T x_i))]$$", "refuted"),
    ],
)  # fmt: skip
def test_one_observation_and_data_beside_vectors(text: str, expected: str) -> None:
    assert verdicts(text)[-1] == expected
