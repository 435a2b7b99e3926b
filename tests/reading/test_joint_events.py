r"""Probabilities of events of several independent random variables: P(X + Y = n), P(X < Y), P(X = k \mid X + Y = n)."""

import pytest

from tests.marking.verdicts import judged, last

POISSON = r"Let $X \sim \mathrm{Poisson}(\lambda)$ and $Y \sim \mathrm{Poisson}(\mu)$ be independent. "
EXPONENTIAL = r"Let $X \sim \mathrm{Exp}(\lambda)$ and $Y \sim \mathrm{Exp}(\mu)$ be independent. Let $s, t > 0$. "
BERNOULLI = r"Let $X \sim \mathrm{Ber}(p)$ and $Y \sim \mathrm{Ber}(q)$ be independent. "
UNIFORM = r"Let $X \sim U(0, 1)$ and $Y \sim U(0, 1)$ be independent. "
BINOMIAL = r"Let $X \sim \mathrm{Bin}(n, p)$ and $Y \sim \mathrm{Bin}(m, p)$ be independent. "
NORMAL = r"Let $X \sim N(0, 1)$ and $Y \sim N(0, 1)$ be independent. "
SHARE = r"\binom{n}{k} \left(\frac{\lambda}{\lambda+\mu}\right)^k \left(\frac{\mu}{\lambda+\mu}\right)^{n-k}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (POISSON + r"$$P(X + Y = n) = \sum_{k=0}^n P(X = k) P(Y = n - k)$$", "proved"),
        (POISSON + r"$$P(X + Y = n) = \sum_{k=0}^n P(X = k) P(Y = k)$$", "refuted"),
        (POISSON + r"$$P(X + Y = n) = \frac{e^{-(\lambda+\mu)} (\lambda+\mu)^n}{n!}$$", "supported"),
        (POISSON + r"$$\Pr(X + Y = n) = \frac{e^{-(\lambda+\mu)} (\lambda\mu)^n}{n!}$$", "refuted"),
        (POISSON + rf"$$P(X = k \mid X + Y = n) = {SHARE}$$", "supported"),
        (POISSON + rf"$$P(X = n - k \mid X + Y = n) = {SHARE}$$", "refuted"),
        (BINOMIAL + r"$$P(X + Y = k) = \binom{n+m}{k} p^k (1-p)^{n+m-k}$$", "supported"),
        (BINOMIAL + r"$$P(X + Y = k) = \binom{n+m}{k} p^k (1-p)^{n-k}$$", "refuted"),
        (BERNOULLI + r"$$P(X = 1, Y = 0) = p (1 - q)$$", "proved"),
        (BERNOULLI + r"$$P(X = 1, Y = 0) = p q$$", "refuted"),
        (BERNOULLI + r"$$P(X = Y) = p q + (1-p) (1-q)$$", "proved"),
        (BERNOULLI + r"$$P(X + Y = 1) = p + q - p q$$", "refuted"),
        (EXPONENTIAL + r"$$P(\min(X, Y) > t) = P(X > t) P(Y > t)$$", "proved"),
        (EXPONENTIAL + r"$$P(\max(X, Y) \le t) = (1 - e^{-\lambda t}) (1 - e^{-\mu t})$$", "proved"),
        (EXPONENTIAL + r"$$P(\min(X, Y) > t) = e^{-\lambda \mu t}$$", "refuted"),
        (EXPONENTIAL + r"$$P(\min(X, Y) \le t) = (1 - e^{-\lambda t}) (1 - e^{-\mu t})$$", "refuted"),
        (EXPONENTIAL + r"$$P(\min(X, Y) \le t) = 1 - e^{-(\lambda+\mu) t}$$", "proved"),
        (EXPONENTIAL + r"$$P(X < Y) = \frac{\lambda}{\lambda + \mu}$$", "proved"),
        (EXPONENTIAL + r"$$P(X < Y) = \frac{\mu}{\lambda + \mu}$$", "refuted"),
        (EXPONENTIAL + r"$$P(X \le s, Y \le t) = (1 - e^{-\lambda s}) (1 - e^{-\mu t})$$", "proved"),
        (EXPONENTIAL + r"$$P(X > s + t \mid X > s) = e^{-\lambda t}$$", "supported"),
        (EXPONENTIAL + r"$$P(X > s + t \mid X > s) = e^{-\lambda s}$$", "refuted"),
        (UNIFORM + r"$$P(X < Y) = \frac12$$", "proved"),
        (UNIFORM + r"$$P(X \le Y) = \frac13$$", "refuted"),
        (UNIFORM + r"$$P(X + Y \le 1) = \frac12$$", "proved"),
        (UNIFORM + r"$$P(X + Y \le z) = \frac{z^2}{2}$$", "unread"),  # for z <= 1
        (UNIFORM + r"$$P(X + Y \le z) = \frac{z^2}{2}, \quad 0 < z < 1$$", "proved"),
        (UNIFORM + r"$$P(|X - Y| < \frac12) = \frac34$$", "supported"),
        (UNIFORM + r"$$P(|X - Y| > \frac12) = \frac34$$", "refuted"),
        (UNIFORM + r"$$E[\max(X, Y)] = \frac23$$", "supported"),
        (UNIFORM + r"$$E[|X - Y|] = \frac12$$", "refuted"),
        (NORMAL + r"$$P(X \le x, Y \le y) = P(X \le x) P(Y \le y)$$", "proved"),
        (NORMAL + r"$$P(X + Y \le x) = \frac12$$", "undecided"),  # x is no value of X
        (NORMAL + r"$$P(X > 0, Y > 0) = \frac14$$", "proved"),
        (r"Let $X \sim N(0, 1)$ and $Y \sim \mathrm{Exp}(1)$ be independent. $$P(X < Y) = 1$$", "refuted"),
        (r"Let $X \sim N(0, 1)$ and $Y \sim N(0, 1)$. $$P(X > 0, Y > 0) = \frac14$$", "unread"),  # of what joint law?
    ],
)
def test_probabilities_of_events_of_two_random_variables(text: str, expected: str) -> None:
    assert last(text) == expected


def test_an_event_is_no_argument_of_a_density() -> None:
    text = r"Let $X \sim \mathrm{Law}(1, 6)$ and $Y \sim \mathrm{Law}(1, 6)$ be independent. $$P(X + Y = 7) = \frac16$$"
    assert last(text) == "unread"


def test_a_mean_of_data_without_a_law_has_no_events():
    text = (
        r"Let $X_1, \ldots, X_n$ be independent with $\mathrm{E}(X_i) = \mu$ and $\mathrm{Var}(X_i) = \sigma^2$. Let "
        r"$\bar{X} = \frac1n \sum_{i=1}^n X_i$. Then $$\mathrm{Pr}\left(|\bar{X} - \mu| \geq \epsilon\right) \leq 1$$"
    )
    step = judged(text).steps[-1]
    assert step.verdict == "unread" and "known law" in step.notes[0]


NORMALS = r"Let $X \sim N(\mu_1, \sigma_1^2)$ and $Y \sim N(\mu_2, \sigma_2^2)$ be independent. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (NORMALS + r"$$P(X < Y) = \Phi\left(\frac{\mu_2 - \mu_1}{\sqrt{\sigma_1^2 + \sigma_2^2}}\right)$$", "proved"),
        (NORMALS + r"$$P(X > Y) = \Phi\left(\frac{\mu_2 - \mu_1}{\sqrt{\sigma_1^2 + \sigma_2^2}}\right)$$", "refuted"),
        (NORMALS + r"$$P(X + 2Y \le z) = \Phi\left(\frac{z - \mu_1 - 2\mu_2}{\sqrt{\sigma_1^2 + 4\sigma_2^2}}\right)$$", "proved"),
        (NORMALS + r"$$P(X + 2Y \le z) = \Phi\left(\frac{z - \mu_1 - 2\mu_2}{\sqrt{\sigma_1^2 + 2\sigma_2^2}}\right)$$", "refuted"),
        (r"Let $X \sim N(5, 4)$ and $Y \sim N(3, 5)$ be independent. $$P(X > Y) = 0.7475$$", "supported"),
    ],
)  # fmt: skip
def test_a_sum_of_independent_normal_variables_is_normal(text: str, expected: str) -> None:
    assert last(text) == expected
