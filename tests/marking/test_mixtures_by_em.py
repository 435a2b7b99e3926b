"""The M-step of a mixture of normal laws: derivatives by members, and the members that solve them."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last, verdicts

Q = (
    r"Let $N_k = \sum_{n=1}^N \gamma_{nk}$ and $Q = \sum_{n=1}^N \sum_{k=1}^K \gamma_{nk} "
    r"\left( \log \pi_k - \frac{1}{2} \log \sigma_k^2 - \frac{(x_n - \mu_k)^2}{2\sigma_k^2} \right)$ with $\sigma_k > 0$. "
)
MEAN = r"$$\frac{\partial Q}{\partial \mu_k} = \sum_{n=1}^N \gamma_{nk} \frac{x_n - \mu_k}{\sigma_k^2} = 0"
SHARE = r"With $\sum_{k=1}^K \pi_k = 1$, $$\frac{\partial}{\partial \pi_k} \left[ \sum_{n=1}^N \sum_{j=1}^K \gamma_{nj} \log \pi_j"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (Q + MEAN + r" \Rightarrow \mu_k = \frac{1}{N_k} \sum_{n=1}^N \gamma_{nk} x_n.$$", "~?~"),
        (Q + MEAN + r" \Rightarrow \mu_k = \frac{1}{N} \sum_{n=1}^N \gamma_{nk} x_n.$$", "~??"),
        (Q + MEAN.replace("x_n - ", "x_n + ") + "$$", "-?"),
        (Q + r"$$\frac{\partial Q}{\partial \sigma_k^2} = \sum_{n=1}^N \gamma_{nk} \left(-\frac{1}{2\sigma_k^2}"
         r" + \frac{(x_n - \mu_k)^2}{2\sigma_k^4}\right)$$", "~"),
        (Q + r"$$\frac{\partial Q}{\partial \sigma_k^2} = \sum_{n=1}^N \gamma_{nk} \left(-\frac{1}{\sigma_k^2}"
         r" + \frac{(x_n - \mu_k)^2}{2\sigma_k^4}\right)$$", "-"),
        (Q + SHARE + r" + \lambda (\sum_{j=1}^K \pi_j - 1) \right] = \frac{N_k}{\pi_k} + \lambda$$", "~"),
        (Q + SHARE + r" + \lambda (\sum_{j=1}^K \pi_j - 1) \right] = \frac{N_k}{\pi_k} - \lambda$$", "-"),
    ],
)  # fmt: skip
def test_maximising_the_expected_likelihood(text, wanted):
    signs = {"proved": "+", "supported": "~", "refuted": "-", "unread": "!"}
    found = "".join(signs.get(verdict, "?") for verdict in verdicts(text))
    assert found.endswith(wanted), found


LOGS = (
    r"Let $N_k = \sum_{n=1}^N r_{nk}$, $p(x) = \sum_{k=1}^K \pi_k \mathcal{N}(x \mid \mu_k, \sigma_k^2)$ and $Q = \sum_{n=1}^N \sum_{k=1}^K r_{nk} \left( \log \pi_k + \log \mathcal{N}(x_n \mid \mu_k, \sigma_k^2) \right)$ for "
    r"data $x_1, \dots, x_N$. Then "
)
WRITTEN = r"$$Q = \sum_{n=1}^N \sum_{k=1}^K r_{nk} ( \log \pi_k - \frac12 \log(2 \pi \sigma_k^2) - \frac{(x_n - \mu_k)^2}{%s \sigma_k^2} )$$"
SQUARED = r"$$\frac{\partial Q}{\partial \sigma_k^2} = \sum_{n=1}^N r_{nk} ( %s\frac{1}{2 \sigma_k^2} + \frac{(x_n - \mu_k)^2}{2 \sigma_k^4} )$$"
SHARES = (
    r"$$L = \sum_{k=1}^K N_k \log \pi_k + \lambda (1 - \sum_{k=1}^K \pi_k).$$ Setting the derivative to zero, $$\frac{\partial "
    r"L}{\partial \pi_k} = \frac{N_k}{\pi_k} - \lambda = 0 \implies \pi_k = \frac{N_k}{\lambda}.$$ "
)
STEP = (
    r"The E step computes $$\gamma_{nk} = \frac{\pi_k \mu_k^{x_n}}{\sum_{j=1}^K \pi_j \mu_j^{x_n}}.$$ The M step maximises "
    r"$Q = \sum_{n=1}^N \sum_{k=1}^K \gamma_{nk} x_n \log \mu_k$. Then $$\frac{\partial Q}{\partial \mu_k} = "
)


def test_the_number_beside_the_weights_and_squared_deviations():
    assert (last(LOGS + WRITTEN % 2), last(LOGS + WRITTEN % "")) == ("proved", "refuted")
    assert (last(LOGS + SQUARED % "-"), last(LOGS + SQUARED % "")) == ("supported", "refuted")


def test_a_constraint_is_the_reason_of_a_multiplier():
    assert last(SHARES + r"Since $\sum_k \pi_k = 1$, $\lambda = \sum_{k=1}^K N_k$.") == "supported"


@pytest.mark.parametrize(("size", "wanted"), [("N_k", {"supported"}), ("N", {"undecided", "refuted"})])
def test_what_is_solved_with_an_abbreviation_is_claimed(size, wanted):
    text = Q.partition("and ")[2].join(("Let ", MEAN)) + r"$$ With $N_k = \sum_{n=1}^N \gamma_{nk}$ this gives "
    assert last(text + rf"$$\mu_k = \frac{{1}}{{{size}}} \sum_{{n=1}}^N \gamma_{{nk}} x_n.$$") in wanted


def test_responsibilities_are_held():
    assert last(STEP + r"\sum_{n=1}^N \gamma_{nk} \frac{x_n}{\mu_k}$$") == "supported"
    assert last(STEP + r"\sum_{n=1}^N \gamma_{nk} x_n$$") == "refuted"
