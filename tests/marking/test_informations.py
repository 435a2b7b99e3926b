r"""Fisher information of samples: what a page says it is is compared with the law of the data."""

import pytest

from tests.marking.verdicts import last, verdicts

POISSON = r"Let $X_1, \dots, X_n$ be a random sample from $\mathrm{Poisson}(\lambda)$. "
PROPORTION = "Let $X_1, \\dots, X_n$ be iid Bernoulli($p$). "


@pytest.mark.parametrize(
    ("text", "right", "wrong"),
    [
        (POISSON + r"The Fisher information of one observation is $I(\lambda) = %s$.", r"1/\lambda", r"n/\lambda"),
        (POISSON + r"The Fisher information is $I_n(\lambda) = %s$.", r"n/\lambda", r"1/\lambda"),
        (POISSON + r"The Fisher information in the sample is $\mathcal{I}(\lambda) = %s$.", r"n/\lambda", r"1/\lambda"),
        (POISSON + r"The Fisher information is $I(\lambda) = %s$.", r"n/\lambda", r"n \lambda"),
        (PROPORTION + "The Fisher information is $$I_n(p) = %s.$$", r"\frac{n}{p(1-p)}", "n p(1-p)"),
    ],
)
def test_information_is_a_claim(text, right, wrong):
    assert last(text.replace("%s", right)) in ("proved", "supported")
    assert last(text.replace("%s", wrong)) == "refuted"


def test_the_information_of_one_stands_beside_that_of_all():
    text = POISSON + r"The Fisher information of one observation is $I(\lambda) = %s$, so that of the sample is $%s$."
    assert verdicts(text % (r"1/\lambda", r"I_n(\lambda) = n/\lambda")) == ["proved", "proved"]
    assert verdicts(text % (r"1/\lambda", r"I_n(\lambda) = \lambda/n"))[-1] == "refuted"


def test_a_mean_of_numbers_that_a_law_is_made_of_is_that_number():
    text = r"Let $X \sim \mathrm{Exp}(\lambda)$. Then $E\left[\frac{1}{\lambda^2}\right] = %s$."
    assert last(text % r"\lambda^{-2}") == "proved"
    assert last(text % r"\lambda^{-1}") == "refuted"


@pytest.mark.parametrize("law", [r"Let $X \sim \mathrm{Poisson}(\lambda)$. ", POISSON])
def test_the_prior_of_jeffreys_is_the_root_of_the_information(law):
    text = (
        law
        + r"Then $I(\lambda) = \frac{1}{\lambda}$. The Jeffreys prior is $\pi(\lambda) \propto \sqrt{I(\lambda)} = %s$."
    )
    assert verdicts(text % r"\lambda^{-1/2}") == ["proved"] * 3
    assert verdicts(text % r"\lambda^{1/2}") == ["proved", "proved", "refuted"]
    assert last(law + r"The Jeffreys prior is $p(\lambda) \propto \lambda$.") == "refuted"
    assert last(law + r"The Jeffreys prior is known. A flat prior is $p(\lambda) \propto 1$.") != "refuted"


EXPONENTIAL = r"Let $X_1, \dots, X_n$ be iid $\mathrm{Exp}(\lambda)$. "


@pytest.mark.parametrize("letter", ["X", "x"])
@pytest.mark.parametrize(
    ("claim", "right", "wrong"),
    [
        (r"E[\ell'(\lambda)] = %s", "0", r"\lambda"),
        (r"\mathrm{Var}(\ell'(\lambda)) = %s", r"\frac{n}{\lambda^2}", r"\frac{n}{\lambda}"),
        (r"-E[\ell''(\lambda)] = %s", r"\frac{n}{\lambda^2}", r"\frac{1}{\lambda^2}"),
    ],
)
def test_the_score_of_data_is_random(letter, claim, right, wrong):
    text = (
        EXPONENTIAL
        + rf"The log-likelihood is $\ell(\lambda) = n \log \lambda - \lambda \sum_{{i=1}}^n {letter}_i$. Then "
    )
    assert last(text + f"${claim % right}$.") == "proved"
    assert last(text + f"${claim % wrong}$.") == "refuted"
