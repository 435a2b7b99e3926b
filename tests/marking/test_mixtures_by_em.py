"""The M-step of a mixture of normal laws: derivatives by members, and the members that solve them."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

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
