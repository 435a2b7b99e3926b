r"""Models with classes, p(y) and p(x | y = k): what follows of p(y = k | x), and what does not."""

import pytest

from .verdicts import verdicts

LAWS = (
    r"Let $y \sim \mathrm{Bernoulli}(\phi)$, $x \mid y = 0 \sim \mathcal N(\mu_0, \sigma^2)$ and "
    r"$x \mid y = 1 \sim \mathcal N(\mu_1, \sigma^2)$. Then "
)
BY_INDEX = (
    r"Let $Y \in \{0, 1\}$ with $P(Y = 1) = \pi$ and $X \mid Y = k \sim \mathcal N(\mu_k, 1)$ for $k = 0, 1$. Then "
)
FORMULAS = (
    r"Let $p(y) = \phi^y (1 - \phi)^{1 - y}$ for $y \in \{0, 1\}$, $p(x \mid y = 0) = e^{-x}$ and "
    r"$p(x \mid y = 1) = 2 e^{-2x}$. Then "
)
VECTORS = (
    r"Let $x \in \mathbb R^d$, $y \sim \mathrm{Bernoulli}(\phi)$, $x \mid y = 0 \sim \mathcal N(\mu_0, \Sigma)$ and "
    r"$x \mid y = 1 \sim \mathcal N(\mu_1, \Sigma)$. Let $\theta = \Sigma^{-1} (\mu_1 - \mu_0)$ and "
    r"$\theta_0 = \frac12 (\mu_0^T \Sigma^{-1} \mu_0 - \mu_1^T \Sigma^{-1} \mu_1) - \log \frac{1 - \phi}{\phi}$. Then "
)
EQUAL = r"Let $p(x | y = 1) = 2x$ and $p(x | y = 0) = 2 - 2x$ with $P(y = 1) = P(y = 0) = "
BAYES = r"\frac{p(x \mid y = 1) p(y = 1)}{p(x \mid y = 1) p(y = 1) + p(x \mid y = 0) p(y = 0)}"
RELATED = (
    r"Let $P(Y = 1) = \pi_1$, $P(Y = 0) = \pi_0$ with $\pi_0 + \pi_1 = 1$ and "
    r"$P(X = x \mid Y = i) = \lambda_i e^{-\lambda_i x}$ for $i \in \{0, 1\}$. Then "
)
AT = r"P(x \mid Y = 1) \pi_1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rf"By Bayes' rule, $p(y = 1 \mid x) = {BAYES}$.", "proved"),  # of any two densities
        (rf"By Bayes' rule, $p(y = 0 \mid x) = {BAYES}$.", "refuted"),
        (LAWS + rf"$p(y = 1 \mid x; \phi, \mu_0, \mu_1) = {BAYES}$.", "proved"),
        (LAWS + r"$p(x) = \phi \mathcal N(x; \mu_1, \sigma^2) + (1 - \phi) \mathcal N(x; \mu_0, \sigma^2)$.", "proved"),
        (LAWS + r"$p(y = 1 \mid x) = \frac{p(x \mid y = 1)}{p(x)}$.", "refuted"),
        (LAWS + r"$P(y = 0) = \phi$.", "refuted"),
        (LAWS + r"$x \mid y = 1 \sim \mathcal N(\mu_0, \sigma^2)$.", "undecided"),
        (BY_INDEX + r"$\ln \frac{p(x | Y = 0)}{p(x | Y = 1)} = \frac{(x - \mu_1)^2 - (x - \mu_0)^2}2$.", "proved"),
        (BY_INDEX + r"$\ln \frac{p(x | Y = 0)}{p(x | Y = 1)} = \frac{(x - \mu_0)^2 - (x - \mu_1)^2}2$.", "refuted"),
        (BY_INDEX + r"$\log \frac{P(Y = 1)}{P(Y = 0)} = \log \frac{\pi}{1 - \pi}$.", "proved"),
        (FORMULAS + r"$\log \frac{p(y = 1 \mid x)}{p(y = 0 \mid x)} = \log \frac{2 \phi}{1 - \phi} - x$.", "proved"),
        (FORMULAS + r"$\log \frac{p(y = 1 \mid x)}{p(y = 0 \mid x)} = \log \frac{\phi}{1 - \phi} - x$.", "refuted"),
        (VECTORS + r"$p(y = 1 \mid x) = \frac1{1 + \exp(-(\theta^T x + \theta_0))}$.", "proved"),
        (VECTORS + r"$p(y = 1 \mid x) = \frac1{1 + \exp(\theta^T x + \theta_0)}$.", "refuted"),
        (RELATED + rf"$P(Y = 1 \mid x) = \frac{{{AT}}}{{P(x \mid Y = 0) \pi_0 + {AT}}}$.", "proved"),
        # Where both are as likely is asked, and not said of all points.
        (LAWS.replace("Then ", "") + r"Setting $$P(y = 1 \mid x) = \frac12.$$", "given"),
        (LAWS.replace("Then ", "") + r"At the decision boundary we have $p(x | y = 1) = p(x | y = 0)$.", "given"),
        (LAWS + r"$P(y = 1 \mid x) = P(y = 0 \mid x)$.", "refuted"),
        # What nothing tells is no definition where it is concluded.
        (LAWS.replace(r"$y \sim \mathrm{Bernoulli}(\phi)$, ", "") + r"$P(y = 1) = 0.7$.", "unread"),
        (r"Let $x \in \mathbb R$. Then $P(y = 1 \mid x) = \frac1{1 + e^{-x}}$.", "undecided"),
        (r"Let $P(y = 1 \mid x) = \frac x{1 + x}$ for $x > 0$. Then $P(y = 0 \mid x) = \frac1{1 + x}$.", "proved"),
        (EQUAL + r"\frac12$. Then $p(x) = 1$.", "proved"),
        (r"$P(X = 1 \mid Y = 0) = 0.1$ and $P(X = 1 \mid Y = 1) = 0.8$. Then $P(Y = 1 \mid X = 1) = 1$.", "unread"),
    ],
)
def test_what_follows_of_the_classes(text: str, expected: str) -> None:
    assert verdicts(text)[-1] == expected
