r"""Derivatives by names that stand for formulas: \frac{\partial L}{\partial z} where z = W x + b."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

LAYER = (
    r"Let $x \in \mathbb{R}^d$, $W \in \mathbb{R}^{m \times d}$, $b, y \in \mathbb{R}^m$, "
    r"$$z = Wx + b, \quad L = \frac{1}{2}\|z - y\|^2.$$ Then "
)
NEURON = r"Let $\sigma(t) = \frac{1}{1 + e^{-t}}$. Let $z = wx + b$, $a = \sigma(z)$ and $L = \frac12 (a - y)^2$. Then "
UNKNOWN = r"Let $z = Wx$ with $W \in \mathbb{R}^{m \times d}$, $x \in \mathbb{R}^d$, and let $L = f(z)$ with $f$ differentiable. Then "


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (LAYER + r"$$\frac{\partial L}{\partial z} = z - y.$$", "proved"),
        (LAYER + r"$$\frac{\partial L}{\partial z} = y - z.$$", "refuted"),
        (LAYER + r"$$\frac{\partial L}{\partial W} = \frac{\partial L}{\partial z} x^\top.$$", "proved"),
        (LAYER + r"$$\frac{\partial L}{\partial x} = W^\top \frac{\partial L}{\partial z}.$$", "proved"),
        (LAYER + r"$$\frac{\partial L}{\partial x} = -W^\top \frac{\partial L}{\partial z}.$$", "refuted"),
        (NEURON + r"$$\frac{\partial L}{\partial a} = a - y.$$", "proved"),
        (NEURON + r"$$\frac{\partial L}{\partial z} = (a - y) a (1 - a).$$", "proved"),
        (NEURON + r"$$\frac{\partial L}{\partial z} = (a - y) (1 - a).$$", "refuted"),
        (NEURON + r"$$\frac{\partial L}{\partial w} = \frac{\partial L}{\partial a} \frac{\partial a}{\partial z} x.$$", "proved"),
        (NEURON + r"$$\frac{\partial L}{\partial b} = \frac{\partial L}{\partial a} \frac{\partial a}{\partial z} x.$$", "refuted"),
        (UNKNOWN + r"$$\frac{\partial L}{\partial x} = W^\top \frac{\partial L}{\partial z}.$$", "supported"),
        (r"Let $u = v^2$. Then $$\frac{\partial v^2}{\partial u} = 0.$$", "unread"),
    ],
)  # fmt: skip
def test_derivatives_by_what_stands_between(text, wanted):
    assert verdicts(text)[-1] == wanted
