r"""Quantile functions Q_X(p), medians and modes of known laws are claims about the distribution function and density."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import judged

EXPONENTIAL = r"Let $X \sim \mathrm{Exp}(\lambda)$. The quantile function is"
LOGISTIC = r"Let $X \sim \mathrm{Logistic}(\mu, s)$. The quantile function is"
FINE, WRONG = ("proved", "supported"), ("refuted",)
JUDGED = [
    (EXPONENTIAL, r"Q_X(p) = -\frac{\ln(1-p)}{\lambda}", FINE),
    (EXPONENTIAL, r"Q_X(p) = \frac{\ln(1-p)}{\lambda}", WRONG),  # no point of the support
    (EXPONENTIAL, r"Q_X(p) = -\frac{\ln p}{\lambda}", WRONG),
    (EXPONENTIAL, r"Q_X(1/4) = \frac{1}{\lambda} \ln \frac{4}{3}", FINE),
    (EXPONENTIAL, r"Q_X(1/4) = \frac{1}{\lambda} \ln 4", WRONG),
    (LOGISTIC, r"Q_X(p) = \mu + s \ln \frac{p}{1-p}", FINE),
    (LOGISTIC, r"Q_X(p) = \mu - s \ln \frac{p}{1-p}", WRONG),
    (r"Let $X \sim \mathrm{Exp}(\lambda)$. Then", r"\mathrm{median}(X) = \frac{\ln 2}{\lambda}", FINE),
    (r"Let $X \sim \mathrm{Exp}(\lambda)$. Then", r"\mathrm{median}(X) = \frac{1}{\lambda}", WRONG),
    (r"Let $X \sim \mathrm{Weibull}(k, s)$. Then", r"\mathrm{median}(X) = s (\ln 2)^{1/k}", FINE),
    (r"Let $X \sim \mathrm{Weibull}(k, s)$. Then", r"\mathrm{median}(X) = s (\ln 2)^{k}", WRONG),
    (r"Let $X \sim \ln \mathcal{N}(\mu, \sigma^2)$. Then", r"\mathrm{median}(X) = e^{\mu}", FINE),
    (r"Let $X \sim \mathcal{N}(\mu, \sigma^2)$. Then", r"\mathrm{mode}(X) = \mu", FINE),
    (r"Let $X \sim \mathcal{N}(\mu, \sigma^2)$. Then", r"\mathrm{mode}(X) = \mu - \sigma", WRONG),
    (r"Let $X \sim \mathrm{Beta}(a, b)$. Then", r"\mathrm{mode}(X) = \frac{a-1}{a+b-2}", FINE),
    (r"Let $X \sim \mathrm{Beta}(a, b)$. Then", r"\mathrm{mode}(X) = \frac{a}{a+b}", WRONG),
    (r"Let $X \sim \mathrm{Beta}(a, b)$ with $a, b < 1$.", r"\mathrm{mode}(X) = \frac{a-1}{a+b-2}", ("undecided",)),
    (r"Let $X \sim \mathrm{Exp}(\lambda)$. Then", r"\mathrm{mode}(X) = 0", ("undecided",)),  # at an end
    (r"Let $X \sim \mathrm{Poiss}(\lambda)$. Then", r"\mathrm{median}(X) = \lambda", ("given",)),  # of counts none is known
]  # fmt: skip


@pytest.mark.parametrize(("let", "claim", "verdicts"), JUDGED, ids=[claim for _, claim, _ in JUDGED])
def test_quantiles_are_judged(let, claim, verdicts):
    step = verify(f"{let} $${claim}$$", jobs=0, second_reader=False).steps[-1]
    assert step.verdict in verdicts, step


def test_a_second_median_is_no_value_of_the_first():
    text = r"Let $X \sim \mathcal{U}(0, 1)$. $$\mathrm{median}(X) = \frac{1}{2}$$ $$\mathrm{median}(X) = \frac{1}{3}$$"
    assert judged(text).steps[-1].verdict == "refuted"


def test_a_law_by_the_letter_q_is_no_quantile_function():
    text = r"Let $X \sim \mathrm{Exp}(a)$, with the quantile function $$Q_X(p) = -\frac{\ln(1-p)}{a}$$ Let $Q: X \sim \mathrm{Exp}(b)$."
    assert judged(text).steps[0].verdict in FINE


def test_a_median_is_used_by_its_value():
    text = r"Let $X \sim \mathrm{Exp}(a)$. $$\mathrm{median}(X) = \frac{\ln 2}{a}$$ $$F_X(\mathrm{median}(X)) = \frac{1}{2}$$"
    assert judged(text).steps[-1].verdict in FINE


def test_of_the_quantile_function_of_counts_nothing_is_known():
    text = r"Let $X \sim \mathrm{Poiss}(a)$, with the quantile function $Q_X$. Then $$Q_X(1/2) = a$$"
    assert judged(text).steps[-1].verdict in ("given", "undecided")
