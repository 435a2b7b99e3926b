"""Posteriors: laws, means and variances given data, where the prior is a named law or a formula."""

import pytest

from tests.marking.verdicts import judged, last, verdicts
from tests.tables import for_each

DATA = r"Let $y_1, \dots, y_n \mid \theta \overset{iid}{\sim} \text{Poisson}(\theta)$ and $\theta \sim \text{Gamma}(a, b)$. "
COIN = r"Let $y \mid \theta \sim \text{Bin}(n, \theta)$ and $\theta \sim \text{Beta}(a, b)$. "
LAW = r"Then $\theta \mid y \sim \text{Gamma}(a + \sum_i y_i, b + n)$. "
COIN_LAW = r"Then $\theta \mid y \sim \text{Beta}(a + y, b + n - y)$. "
TIMES = (
    r"Let $y_i \mid \theta \overset{iid}{\sim} \text{Exp}(\theta)$, $i = 1, \dots, n$, "
    r"and $\theta \sim \text{Gamma}(a, b)$. Then $\theta \mid y \sim "
)
MEANS = (
    r"Let $y_1, \dots, y_n \mid \mu \overset{iid}{\sim} N(\mu, \sigma^2)$ and $\mu \sim N(m, s^2)$. "
    r"Then $\mu \mid y \sim N\left("
)
SPREAD = r"\frac{1}{1/s^2 + n/\sigma^2}"
PRIOR = r"Let $p(\theta) = 2\theta$ on $[0, 1]$ and $y \mid \theta \sim \text{Bin}(n, \theta)$. Then $p(y) = "

PROVED = [
    DATA + LAW,
    DATA + LAW + r"So $E[\theta \mid y] = \frac{a + \sum_i y_i}{b + n}$.",
    DATA + LAW + r"So $\mathrm{Var}(\theta \mid y) = \frac{a + \sum_i y_i}{(b + n)^2}$.",
    DATA + r"Then $$p(\theta \mid y) \propto \theta^{a - 1} e^{-b\theta} \theta^{\sum y_i} e^{-n\theta}.$$",
    DATA + r"We have $$\frac{a + \sum_i y_i}{b + n} = \frac{b}{b + n} \cdot \frac{a}{b} + \frac{n}{b + n} \bar y.$$",
    COIN + COIN_LAW,
    COIN + COIN_LAW + r"So $E[\theta \mid y] = \frac{a + y}{a + b + n}$.",
    TIMES + r"\text{Gamma}(a + n, b + \sum_i y_i)$.",
    MEANS + rf"{SPREAD} \left(m/s^2 + \sum_i y_i/\sigma^2\right), {SPREAD}\right)$.",
    PRIOR + r"\frac{2(y + 1)}{(n + 1)(n + 2)}$.",
    r"With the prior $p(t) = e^{-t}$ for $t > 0$ and $x \mid t \sim \text{Poisson}(t)$ we get $p(x) = 2^{-x-1}$.",
]
REFUTED = [
    DATA + r"Then $\theta \mid y \sim \text{Gamma}(a + \sum_i y_i, b + 1)$ for all $n \ge 1$.",
    DATA + LAW + r"So $E[\theta \mid y] = \frac{a + \sum_i y_i}{b + 1}$.",
    DATA + LAW + r"So $\mathrm{Var}(\theta \mid y) = \frac{a + \sum_i y_i}{b + n}$.",
    COIN + r"Then $\theta \mid y \sim \text{Beta}(a + y, b + n)$.",
    COIN + COIN_LAW + r"So $E[\theta \mid y] = \frac{a + y}{a + b + y}$.",
    TIMES + r"\text{Gamma}(a + n, b + n)$.",
    MEANS + rf"{SPREAD} \left(m/s^2 + \sum_i y_i/\sigma^2\right), {SPREAD}\right)$.".replace("m/s^2 +", "m +"),
    PRIOR + r"\frac{2 y}{(n + 1)(n + 2)}$.",
]


@for_each(PROVED)
def test_it_is_proved(text):
    assert last(text) == "proved"


@for_each(PROVED[:3])
def test_nothing_is_taken_for_allowed(text):
    assert judged(text).steps[-1].needs == ()


@for_each(REFUTED)
def test_it_is_refuted(text):
    assert last(text) == "refuted"


def test_data_keep_counting_in_the_parts_of_an_exercise():
    parts = r"a) $p(y \mid \theta) = \prod_{i=1}^n \frac{\theta^{y_i} e^{-\theta}}{y_i!}$" + "\n\nb) " + LAW
    assert verdicts(f"{DATA}\n\n{parts}") == ["given", "proved", "proved"]


@pytest.mark.parametrize("value", ["2/3", "1/3"])
def test_a_member_of_data_beside_a_formula_as_the_prior_is_not_read(value):
    text = r"Let $p(t) = 2t$ for $0 < t < 1$ and $y_1, \dots, y_n \mid t \sim \mathrm{Bernoulli}(t)$ i.i.d. Then "
    assert last(text + rf"$p(y_1) = {value}$ for $y_1 = 1$.") == "unread"
