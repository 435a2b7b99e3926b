r"""What is taken entry by entry, \sigma \odot \epsilon, \tanh(W x + b), and laws that are claimed of what is made of Gaussian vectors."""

from __future__ import annotations

import pytest

from .verdicts import last

SCALED = r"Let $\epsilon \sim \mathcal{N}(0, I)$ and $z = \mu + \sigma \odot \epsilon$. "
MIXED = r"Let $\epsilon \sim \mathcal{N}(0, I)$ with $\epsilon \in \mathbb{R}^d$ and $z = \mu + L\epsilon$. "
VECTORS = r"Let $x, y, w \in \mathbb{R}^n$. "
LAYER = r"The layer is $z = Wx + b$ and $h = \tanh(z)$, and $L = \frac12\|h - y\|^2$. "
UNIT = (
    r"Let $\sigma(t) = \frac{1}{1 + e^{-t}}$ act elementwise, $z = Wx + b$, $h = \sigma(z)$, $\hat y = v^\top h$ and "
    r"$L = \frac12 (\hat y - y)^2$. "
)
PLANAR = r"The planar flow is $f(z) = z + u \tanh(w^\top z + b)$. "
COUPLED = r"Let $y = x \odot \exp(s) + t$ where $s, t, x \in \mathbb{R}^d$. "
SHARES = r"Let $z, y \in \mathbb{R}^K$ and $p = \operatorname{softmax}(z)$. "
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
        (
            r"Let $z = Wx + b$ and $a = \tanh(z)$. $$\frac{\partial a}{\partial z} = \operatorname{diag}(1 - a^2)$$",
            "proved",
        ),
        (
            r"Let $z = Wx + b$ and $a = \tanh(z)$. $$\frac{\partial a}{\partial z} = \operatorname{diag}(1 - a)$$",
            "refuted",
        ),
        (LAYER + r"$$\frac{\partial L}{\partial z} = (h - y) \odot (1 - h^2)$$", "supported"),
        (LAYER + r"$$\frac{\partial L}{\partial z} = (h - y) \odot (1 - h)$$", "refuted"),
        (UNIT + r"$$\frac{\partial L}{\partial z} = (\hat y - y)\, v \odot h \odot (1 - h)$$", "supported"),
        (UNIT + r"$$\frac{\partial L}{\partial z} = (\hat y - y)\, v \odot h$$", "refuted"),
        (PLANAR + r"$$\det \frac{\partial f}{\partial z} = 1 + (1 - \tanh^2(w^\top z + b)) w^\top u$$", "proved"),
        (PLANAR + r"$$\det \frac{\partial f}{\partial z} = 1 + (1 - \tanh(w^\top z + b)) w^\top u$$", "refuted"),
        (COUPLED + r"$$x = (y - t) \odot \exp(-s)$$", "supported"),
        (VECTORS + r"$$\log \det \operatorname{diag}(\exp(x)) = \sum_{i=1}^n x_i$$", "proved"),
        (VECTORS + r"$$\log \det \operatorname{diag}(\exp(x)) = \sum_{i=1}^n e^{x_i}$$", "refuted"),
        (VECTORS + r"$$\mathbf 1^\top x = \sum_{i=1}^n x_i$$", "proved"),
        (VECTORS + r"$$x + 1 = y$$", "unread"),  # a number and a vector, where no entries are meant
        (SHARES + r"$$\frac{\partial p}{\partial z} = \operatorname{diag}(p) - p p^\top$$", "supported"),
        (SHARES + r"$$\frac{\partial p}{\partial z} = \operatorname{diag}(p) + p p^\top$$", "refuted"),
        (SHARES + r"Let $\mathbf 1^\top y = 1$ and $L = -y^\top \log p$. $$\nabla_z L = p - y$$", "supported"),
        (SHARES + r"Let $\mathbf 1^\top y = 1$ and $L = -y^\top \log p$. $$\nabla_z L = y - p$$", "refuted"),
        (MATRICES + r"$$A \odot B = A + B$$", "refuted"),
    ],
)
def test_verdicts(text, expected):
    assert last(text) == expected
