r"""A precision in the place of a variance, data told by an equation with an error: models are judged in these too."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

PRECISION = (
    r"Let $y_i \sim \mathcal{N}(\mu, \sigma^2)$, $i = 1, \ldots, n$, be data, with a prior over $\mu$ and the "
    r"precision $\tau = 1/\sigma^2$: $$p(\mu,\tau) = \mathcal{N}(\mu; m_0, (\tau k_0)^{-1}) \cdot "
    r"\mathrm{Gam}(\tau; a_0, b_0) .$$ Their likelihood is "
    r"$$p(y | \mu, \sigma^2) = \prod_{i=1}^n \mathcal{N}(y_i; \mu, \sigma^2) .$$ "
)
LINE = (
    r"Let $y = X \beta + \varepsilon$ with $\varepsilon \sim \mathcal{N}(0, \Sigma)$, where $y$ is an $n \times 1$ "
    r"vector, $X$ an $n \times p$ matrix and $\beta$ a $p \times 1$ vector. Let "
    r"$$p(\beta) = \mathcal{N}(\beta; \mu_0, \Sigma_0) .$$ "
)

JUDGED = [
    (PRECISION, "proved"),
    (PRECISION.replace(r"\mathcal{N}(y_i; \mu, \sigma^2) .", r"\mathcal{N}(y_i; \mu, \sigma^4) ."), "refuted"),
    (PRECISION + r"$$p(y | \mu, \tau) = \prod_{i=1}^n \mathcal{N}(y_i; \mu, \tau^{-1})$$", "proved"),
    (PRECISION + r"$$p(y | \mu, \tau) = \prod_{i=1}^n \mathcal{N}(y_i; \mu, \tau)$$", "refuted"),
    (PRECISION + r"$$p(y, \mu, \tau) = p(y | \mu, \tau) \, p(\mu, \tau)$$", "proved"),
    (PRECISION + r"$$p(y, \mu, \tau) = p(y | \mu, \tau) \, p(\mu)$$", "refuted"),
    (PRECISION + r"$$\sigma = 3$$ Therefore $\tau = 1/9$.", "supported"),
    (PRECISION + r"$$\sigma = 3$$ Therefore $\tau = 1/8$.", "refuted"),
    (LINE + r"$$p(y | \beta) = \mathcal{N}(y; X \beta, \Sigma)$$", "proved"),
    (LINE + r"$$p(y | \beta) = \mathcal{N}(y; X \beta, 2 \Sigma)$$", "refuted"),
    (LINE + r"$$p(y, \beta) = p(y | \beta) \, p(\beta)$$", "proved"),
    (LINE + r"$$p(y, \beta) = p(y | \beta)$$", "refuted"),
]


@pytest.mark.parametrize(("text", "verdict"), JUDGED, ids=[f"{k}: {v}" for k, (_, v) in enumerate(JUDGED)])
def test_models_with_other_parameters_are_judged(text: str, verdict: str):
    step = judged(text).steps[-1]
    assert step.verdict == verdict, step


@pytest.mark.parametrize(("variance", "proved"), [(r"\tau - 1", True), (r"\tau", False), (r"1/\tau", False)])
def test_only_a_power_of_a_positive_number_takes_another_parameters_place(variance: str, proved: bool):
    other = PRECISION.replace(r"\tau = 1/\sigma^2", r"\tau = 1 + \sigma^2").partition("The likelihood")[0]
    claim = rf"$$p(y | \mu, \tau) = \prod_{{i=1}}^n \mathcal{{N}}(y_i; \mu, {variance})$$"
    assert (judged(other + claim).steps[-1].verdict == "proved") is proved
