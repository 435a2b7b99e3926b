"""Entropies of vectors of probabilities, in nats, and in bits where the page speaks of them."""

import pytest

from tests.marking.verdicts import last

SHARES = r"Let $p = (1/2, 1/4, 1/4)$ and $q = (1/4, 1/4, 1/2)$. "


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"Then $H(p) = \frac32 \log 2$.", "proved"),
        (r"Then $H(p) = \log 3$.", "refuted"),
        (r"Then $H(p) = 1.5$.", "proved"),  # nobody says in what
        (r"Then $H(p) = 1.6$.", "refuted"),
        (r"As $\log 1 = 0$, $H(p) = 1.5$.", "refuted"),  # a page of natural logarithms
        (r"In bits, $H(p) = 1.5$.", "proved"),
        (r"In bits, $H(p) = 1.6$.", "refuted"),
        (r"We measure in bits. In nats, $H(p) = 1.5$.", "refuted"),
        (r"We measure in bits. In nats, $H(p) = \frac32 \log 2$.", "proved"),
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


@pytest.mark.parametrize(
    ("rows", "verdict"),
    [
        (r"H(X) = -\sum_x p(x) \log_2 p(x)", "proved"),  # its own base
        (r"H(X) = \sum_x p(x) \log_2 p(x)", "refuted"),
    ],
)
def test_a_formula_has_its_own_base(rows, verdict):
    assert last(rf"In bits, $$H(X) = -\sum_x p(x) \log_b p(x)$$ and $${rows}$$") == verdict


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"The entropy in bits is $h(X) = 1 - \ln\lambda$.", "refuted"),
        (r"The entropy in bits is $h(X) = \log_2 e - \log_2\lambda$.", "proved"),
        (r"The entropy in bits is $h(X) = \log e - \log\lambda$.", "proved"),
        (r"The entropy in bits is $h(X) = 1 - \log\lambda$.", "refuted"),
        (r"The entropy in nats is $h(X) = 1 - \log_2\lambda$.", "refuted"),
        (r"The entropy in bits is $h(X) = \log_2(e/\lambda)$ and in nats it is $h(X) = 1 - \ln\lambda$.", "proved"),
        (r"The entropy in bits is $h(X) = \log_2(e/\lambda)$ and in nats it is $h(X) = 1 - \log_2\lambda$.", "refuted"),
        (r"The entropy is $h(X) = -\int p(x) \log_b p(x) dx$. In nats, we get $h(X) = 1 - \ln\lambda$.", "proved"),
        (r"The entropy is $h(X) = -\int p(x) \log_b p(x) dx$. We get $h(X) = 1 - \log\lambda$.", "unread"),
    ],
)
def test_the_unit_that_the_sentence_says(text, verdict):
    assert last(r"Let $X \sim \mathrm{Exp}(\lambda)$. " + text) == verdict


def test_a_random_bit_is_no_unit():
    text = (
        r"Let $X \sim \mathrm{Bernoulli}(p)$ be a bit. The entropy of this bit is $H(X) = -p \ln p - (1-p) \ln(1-p)$."
    )
    assert last(text) == "proved"
