r"""Products entry by entry, \sigma \odot \epsilon, and laws that are claimed of what is made of Gaussian vectors."""

from __future__ import annotations

import pytest

from .verdicts import last

SCALED = r"Let $\epsilon \sim \mathcal{N}(0, I)$ and $z = \mu + \sigma \odot \epsilon$. "
MIXED = r"Let $\epsilon \sim \mathcal{N}(0, I)$ with $\epsilon \in \mathbb{R}^d$ and $z = \mu + L\epsilon$. "
VECTORS = r"Let $x, y, w \in \mathbb{R}^n$. "
MATRICES = r"Let $A$ and $B$ be $n \times m$ matrices. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SCALED + r"$$E[z] = \mu$$", "proved"),
        (SCALED + r"$$E[z] = \mu + \sigma$$", "refuted"),
        (SCALED + r"$$\operatorname{Cov}(z) = \operatorname{diag}(\sigma^2)$$", "proved"),
        (SCALED + r"$$\operatorname{Cov}(z) = \operatorname{diag}(\sigma)$$", "refuted"),
        (SCALED + r"$$z \sim \mathcal{N}(\mu, \operatorname{diag}(\sigma^2))$$", "supported"),
        (SCALED + r"$$z \sim \mathcal{N}(\mu, \operatorname{diag}(\sigma))$$", "refuted"),
        (SCALED + r"$$z \sim \mathcal{N}(\mu, \sigma^2 I)$$", "unread"),  # a power of a vector
        (MIXED + r"$$z \sim \mathcal{N}(\mu, LL^T)$$", "supported"),
        (MIXED + r"$$z \sim \mathcal{N}(\mu, L^TL)$$", "refuted"),
        (VECTORS + r"$$x \odot (y + w) = x \odot y + x \odot w$$", "proved"),
        (VECTORS + r"$$x \odot y = x + y$$", "refuted"),
        (VECTORS + r"$$x \odot y = \operatorname{diag}(x)\, y$$", "proved"),
        (MATRICES + r"$$A \odot B = B \odot A$$", "proved"),
        (MATRICES + r"$$A \odot B = A + B$$", "refuted"),
    ],
)
def test_verdicts(text, expected):
    assert last(text) == expected
