"""Sheets on Bayesian inference and latent variables: what whole pages showed, each with a false line beside it."""

from __future__ import annotations

import pytest

from .verdicts import last, verdicts

UNTOLD = r"Let $\theta \sim %s$. Then $p(\theta \mid y) \propto p(y \mid \theta) %s$."
FLIPS = (
    r"Let $x_1, \dots, x_n \in \{0, 1\}$ be independent with $p(x_i \mid \theta) = \theta^{x_i} (1 - \theta)^{1 - x_i}$"
    r" and $\theta \sim \mathrm{Beta}(a, b)$. "
)
COUNTS = (
    r"Let $x_1, \dots, x_n$ be iid with $p(x_i \mid \lambda) = e^{-\lambda} \frac{\lambda^{x_i}}{x_i!}$ and "
    r"$\lambda \sim \mathrm{Gamma}(a, b)$ (shape, rate). Then "
)
POINTS = (
    r"Let $x_i \mid \mu \sim \mathcal{N}(\mu, \sigma^2)$, $i = 1, \dots, n$, be independent, "
    r"with prior $\mu \sim \mathcal{N}(\mu_0, \sigma_0^2)$. "
)
FURTHER = r"$$p(x_* \mid x_{1:n}) = \int \mathcal{N}(x_* \mid \mu, %s) p(\mu \mid x_{1:n}) \, d\mu$$"
BEHIND = (
    r"The posterior is $\mathcal{N}(\mu_n, \sigma_n^2)$ with $$\frac{1}{\sigma_n^2} = \frac{n}{\sigma^2} + \frac{1}{\sigma_0^2}, "
    r"\qquad \mu_n = \sigma_n^2 \left( \frac{n \bar x}{\sigma^2} + \frac{%s}{\sigma_0^2} \right).$$"
)
PARTS = (
    "# Problem\n"
    r"We observe independent coin flips $x_1, \ldots, x_n$ with $x_i \mid \mu \sim \mathrm{Bernoulli}(\mu)$."
    "\n\n" + r"a) The likelihood is $$p(\mathcal{D} \mid \mu) = \prod_{i=1}^n \mu^{x_i} (1 - \mu)^{%s}.$$"
)
LATER = FLIPS + (
    r"Let $h = \sum_{i=1}^n x_i$. The MAP estimate is, for $a, b > 1$, $$\hat\theta_{MAP} = \frac{a + h%s}{a + b + n - 2}."
    r"$$ With $a = b = 1$, $n = 10$ and $h = 7$ the posterior is $\mathrm{Beta}(8, 4)$."
)
PAIR = (
    r"Let $$\begin{pmatrix} %s \\ %s \end{pmatrix} \sim \mathcal{N}\left( \begin{pmatrix} 1 \\ 2 \end{pmatrix}, "
    r"\begin{pmatrix} 4 & 1 \\ 1 & 2 \end{pmatrix} \right).$$ Then "
)
SMALL, CAPITAL = PAIR % ("x", "y"), PAIR % ("X", "Y")
OBSERVED = (
    r"Let $\theta \sim \mathrm{Beta}(2, 2)$ and $x \mid \theta \sim \mathrm{Bin}(10, \theta)$. "
    r"Then $\theta \mid x = 7 \sim \mathrm{Beta}(9, %s)$."
)
CLASSES = (
    r"Let $y \sim \mathrm{Bernoulli}(\frac12)$, $x \mid y = 0 \sim \mathcal{N}(-1, 1)$ and "
    r"$x \mid y = 1 \sim \mathcal{N}(1, 1)$. Then "
)
ENCODED = r"Let $q(z) = \mathcal{N}(z \mid m, s^2)$ and $\epsilon \sim \mathcal{N}(0, 1)$. Then "


@pytest.mark.parametrize(
    ("true", "false"),
    [
        (UNTOLD % (r"\mathcal{N}(0, 1)", r"e^{-\theta^2 / 2}"), UNTOLD % (r"\mathcal{N}(0, 1)", r"e^{-\theta^2}")),
        (FLIPS + r"Then $E[\theta \mid x_{1:n}] = \frac{a + \sum_i x_i}{a + b + n}$.",
         FLIPS + r"Then $E[\theta \mid x_{1:n}] = \frac{a + \sum_i x_i}{a + b}$."),
        (FLIPS + r"Then $p(x_{n+1} = 1 \mid x_{1:n}) = \frac{a + \sum_i x_i}{a + b + n}$.",
         FLIPS + r"Then $p(x_{n+1} = 0 \mid x_{1:n}) = \frac{a + \sum_i x_i}{a + b + n}$."),
        (COUNTS + r"$p(\lambda \mid x_{1:n}) \propto \lambda^{a + \sum_i x_i - 1} e^{-(b + n) \lambda}$.",
         COUNTS + r"$p(\lambda \mid x_{1:n}) \propto \lambda^{a + \sum_i x_i} e^{-(b + n) \lambda}$."),
        (POINTS + FURTHER % r"\sigma^2", POINTS + FURTHER % r"\sigma_0^2"),
        (PARTS % "1 - x_i", PARTS % "x_i"),
        (SMALL + r"$x \mid y \sim \mathcal{N}(1 + \frac12 (y - 2), \frac72)$.",
         SMALL + r"$x \mid y \sim \mathcal{N}(1 + \frac14 (y - 2), \frac72)$."),
        (SMALL + r"$E[x \mid y = 3] = 1.5$.", SMALL + r"$E[x \mid y = 3] = 1$."),
        (CAPITAL + r"$E[XY] = 3$.", CAPITAL + r"$E[XY] = 2$."),
        (OBSERVED % "5", OBSERVED % "4"),
        (CLASSES + r"$p(y = 1 \mid x) = \frac{1}{1 + e^{-2x}}$.", CLASSES + r"$p(y = 1 \mid x) = \frac{1}{1 + e^{-x}}$."),
        (ENCODED + r"$E_q[z^2] = E_\epsilon[(m + s \epsilon)^2]$.", ENCODED + r"$E_q[z^2] = E_\epsilon[m + s \epsilon^2]$."),
    ],
)  # fmt: skip
def test_what_follows_of_a_model(true, false):
    assert last(true) in ("proved", "supported")
    assert last(false) == "refuted"


def test_parameters_of_a_posterior_in_words_are_explained_behind_it():
    assert verdicts(POINTS + BEHIND % r"\mu_0")[-3:] == ["given", "given", "supported"]
    assert last(POINTS + BEHIND % r"2 \mu_0") == "refuted"


def test_an_estimate_is_made_of_what_its_names_are_where_it_stands():
    assert verdicts(LATER % " - 1")[2] == "supported"
    assert verdicts(LATER % "")[2] in ("refuted", "undecided")


BOUND = r"Let $q(z) = q_1(z_1) q_2(z_2)$. The optimal factor satisfies "
MEAN = r"\mathbb{E}_{q_2}[\log p(%s)]"


def test_what_a_factor_is_in_proportion_to_says_what_it_is():
    chain = rf"$$\log q_1^*(z_1) = {MEAN % 'x, z_1, z_2'} + \text{{const}} = {MEAN} + \text{{const}}.$$"
    assert verdicts(BOUND + chain % r"z_1 \mid x, z_2")[1:] == ["unread", "proved"]
    assert verdicts(BOUND + chain % r"z_2 \mid x, z_1")[1:] == ["unread", "refuted"]
    assert last(BOUND + rf"$$q_1^*(z_1) \propto \exp({MEAN % 'x, z_1, z_2'}).$$") == "unread"


def test_what_is_declared_is_of_the_model_and_not_of_its_approximation():
    told = r"Let $x_1, \dots, x_n \mid \mu, \tau \sim \mathcal{N}(\mu, \tau^{-1})$ be iid and $\tau \sim \mathrm{Gamma}(2, 1)$. "
    density = r"$$\log p(x_{1:n} \mid \mu, \tau) = \frac{n}{2} \log \frac{\tau}{%s \pi} - \frac{\tau}{2} \sum_i (x_i - \mu)^2$$"
    data = told.partition("and $")[0] + "with $\\tau > 0$. "
    assert (last(data + density % 2), last(data + density % "")) == ("proved", "refuted")
    told += r"We approximate the posterior by $q(\mu, \tau) = q(\mu) q(\tau)$. "
    assert verdicts(told)[-1] == "given"
    assert last(told + r"$$E_{q(\tau)}[\tau] = 2$$") not in ("proved", "supported", "given")


CHAIN = r"In a Markov chain, $p(x_1, x_2, x_3) = p(x_1) p(%s) p(x_3 \mid x_2)$. "


def test_what_a_network_leaves_out_is_told_and_refutes_nothing():
    step = r"Hence $p(x_3 \mid x_1) = \sum_{x_2} p(x_3 \mid x_2) p(x_2 \mid x_1)$."
    assert verdicts(CHAIN % r"x_2 \mid x_1" + step) == ["given", "undecided"]
    assert verdicts(CHAIN % r"x_1 \mid x_2") == ["undecided"]
    assert verdicts(r"By the chain rule, $p(x, y, z) = p(x) p(y \mid x) p(z \mid y)$.") == ["refuted"]
    assert verdicts(r"The model is $p(x, y, z) = p(x) p(y \mid x) p(z \mid x, y)$.") == ["proved"]
    recursion = r"$p(x_1, x_2, z_2) = p(x_2 \mid z_2) \sum_{z_1} p(z_2 \mid z_1) p(x_1, z_1)$."
    assert verdicts("In the hidden Markov model, " + recursion) == ["undecided"]
    assert verdicts("We have " + recursion) == ["refuted"]
    entropy = r"\int q(a, b) \log q(a, b) \, da \, db = \int q(a) \log q(a) da + \int q(b) \log q(b) db"
    assert verdicts(rf"We approximate by $q(a, b) = q(a) q(b)$. Then ${entropy}$.") == ["given", "undecided"]
