"""Entropies of vectors of probabilities, in nats, and in bits where the page speaks of them."""

import pytest

from tests.marking.verdicts import last

SHARES = r"Let $p = (1/2, 1/4, 1/4)$ and $q = (1/4, 1/4, 1/2)$. "


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"Then $H(p) = \frac32 \log 2$.", "proved"),
        (r"Then $H(p) = \log 3$.", "refuted"),
        (r"Then $H(p) = 1.5$.", "refuted"),  # nobody speaks of bits
        (r"In bits, $H(p) = 1.5$.", "proved"),
        (r"In bits, $H(p) = 1.6$.", "refuted"),
        (r"In bits, $$D_{KL}(p \| q) = \frac12 \log_2 2 - \frac14 \log_2 2.$$", "proved"),
        (r"Then $D_{KL}(p \| q) = \frac14 \log 2$.", "proved"),
        (r"Then $D_{KL}(p \| q) = \frac12 \log 2$.", "refuted"),
        (r"Then $H(p, q) = \frac12 \log 4 + \frac14 \log 4 + \frac14 \log 2$.", "proved"),
        (r"Then $H(p, q) = H(p)$.", "refuted"),
    ],
)
def test_a_vector_of_probabilities_is_a_law(text, verdict):
    assert last(SHARES + text) == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"Let $p = (\theta, 1 - \theta)$ with $0 < \theta < 1$. Then $H(p) = -\theta\log\theta$.", "refuted"),
        (r"Let $p = (1/2, 1/3)$. Then $H(p) = 1$.", "undecided"),  # what H is of what is no distribution
        (r"Let $p = (1/2, 1/3)$ and $q = (1/2, 1/2)$. Then $D_{KL}(p \| q) = 1$.", "unread"),
        (r"Let $X \sim \mathrm{Bernoulli}(1/2)$. Its entropy is $H(X) = 1$ bit.", "proved"),
        (r"Let $X \sim \mathrm{Bernoulli}(1/2)$. Its entropy is $H(X) = 2$ bits.", "refuted"),
    ],
)
def test_what_it_is_of(text, verdict):
    assert last(text) == verdict


def test_another_base_on_the_page_keeps_it_open():
    text = r"In bits, $$H(X) = -\sum_x p(x) \log_b p(x)$$ and $$H(X) = -\sum_x p(x) \log_2 p(x)$$"
    assert last(text) == "unread"
