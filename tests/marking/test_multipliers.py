"""Lagrange multipliers: what a row says of each member is put beneath the sum that constrains them."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

ENTROPY = (
    r"We maximise $-\sum_{i=1}^K p_i \log p_i$ subject to $\sum_{i=1}^K p_i = 1$. With the Lagrangian"
    "\n$$L(p, \\lambda) = -\\sum_{i=1}^K p_i \\log p_i + \\lambda\\left(\\sum_{i=1}^K p_i - 1\\right)$$\n"
    "$$\\frac{\\partial L}{\\partial p_i} = -\\log p_i - 1 + \\lambda = 0,$$\nso $p_i = e^{\\lambda - 1}$. "
)
COUNTS = (
    r"Let $N_1, \dots, N_K$ be counts with $\sum_{k=1}^K N_k = N$. With $\sum_{k=1}^K \pi_k = 1$ the Lagrangian is"
    "\n$$\\mathcal{L}(\\pi, \\lambda) = \\sum_{k=1}^K N_k \\log \\pi_k + \\lambda(1 - \\sum_{k=1}^K \\pi_k).$$\nThen\n"
)
SLOPE = r"$$\frac{\partial \mathcal{L}}{\partial \pi_k} = \frac{N_k}{\pi_k} - \lambda = 0 \Rightarrow"
SUMMED = r"$$\sum_{k=1}^K \pi_k = \frac{1}{\lambda} \sum_{k=1}^K N_k = \frac{N}{\lambda} = 1,$$"

SMOOTHED = (
    r"With $N = \sum_{k=1}^K N_k$ and $\sum_{k=1}^K \theta_k = 1$ the condition is $$\frac{N_k + \alpha}{\theta_k} = \lambda$$"
    r" so $\theta_k = \frac{N_k + \alpha}{\lambda}$. Summing over $k$ we find "
)
WEIGHTS = (
    r"Let $\sum_{i=1}^n w_i = 1$. From $$2 w_i \sigma_i^2 - \lambda = 0$$ $$w_i = \frac{\lambda}{2\sigma_i^2}$$"
    r"$$\sum_{i=1}^n \frac{\lambda}{2 \sigma_i^2} = 1 \Rightarrow \lambda = \frac{2}{\sum_{j=1}^n 1/\sigma_j^2}$$"
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (SMOOTHED + r"$\lambda = N + K\alpha$. Therefore $$\theta_k = \frac{N_k + \alpha}{N + K\alpha}.$$", "~~"),
        (SMOOTHED + r"$\lambda = N + \alpha$. Therefore $$\theta_k = \frac{N_k + \alpha}{N + \alpha}.$$", "--"),
        (WEIGHTS + r"$$w_i = \frac{1/\sigma_i^2}{\sum_{j=1}^n 1/\sigma_j^2}$$", "++"),
        (WEIGHTS + r"$$w_i = \frac{1/\sigma_i}{\sum_{j=1}^n 1/\sigma_j}$$", "+-"),
        (ENTROPY + r"Then $$\sum_{i=1}^K e^{\lambda-1} = K e^{\lambda-1} = 1,$$ and $p_i = 1/K$.", "+++"),
        (ENTROPY + r"Then $$\sum_{i=1}^K e^{\lambda-1} = K e^{\lambda-1} = 1,$$ and $p_i = 2/K$.", "++-"),
        (ENTROPY + r"Then $$\sum_{i=1}^K e^{\lambda-1} = K e^{\lambda-1} = 2.$$", "~+-"),
        (COUNTS + SLOPE + r" \pi_k = \frac{N_k}{\lambda}.$$ " + SUMMED + r" so $\lambda = N$ and $\pi_k = N_k/N$.", "~+++++"),
        (COUNTS + SLOPE.replace("- \\lambda", "+ \\lambda") + r" \pi_k = -\frac{N_k}{\lambda}.$$", "-?~"),
        (COUNTS + SLOPE + r" \pi_k = \frac{N_k}{\lambda}.$$ Hence $\lambda = N$ and $\pi_k = \frac{N_k}{2N}$.", "~~-"),
    ],
)  # fmt: skip
def test_a_row_of_each_member_stands_beneath_a_sum(text, wanted):
    signs = {"proved": "+", "supported": "~", "refuted": "-"}
    found = "".join(signs.get(verdict, "?") for verdict in verdicts(text))
    assert found.endswith(wanted), found


PARTICULAR = (
    r"Let $\sum_{i=1}^n x_i = s$. Suppose $x_i = a$ for some $i$. Then $\sum_{i=1}^n x_i = n a$.",
    r"Let $\sum_{i=1}^n x_i = s$. Let $i$ be the index of the largest. Suppose that $x_i = a$. Then $$s = n a.$$",
    r"Let $\sum_{i=1}^n x_i = s$. Fix $i$ and suppose $x_i = a$. Then $\sum_{i=1}^n x_i = n a$.",
    r"Let $x_i = 0$ for some class $i$. Then $\sum_{i=1}^n x_i = 0$.",
    r"Consider an index $i$ with $x_i = 0$. Then $\sum_{i=1}^n x_i = 0$.",
    r"We have $x_i = 0$ for $i > k$. Then $\sum_{i=1}^n x_i = 0$.",
    r"We have $x_i = 0$ for $i \ne j$. Then $\sum_{i=1}^n x_i = 0$.",
)


@pytest.mark.parametrize("text", PARTICULAR)
def test_one_member_is_not_each(text):
    assert verdicts(text)[-1] not in ("proved", "supported", "given")


def test_equations_that_follow_from_each_other_determine_nothing_more():
    system = "We minimise $x^2 + y^2$ subject to $x + 2y = 5$. Then\n$$2x - \\lambda = 0, \\quad 2y - 2\\lambda = 0$$\n"
    found = verdicts(
        system + r"and $x = \lambda/2$ and $y = \lambda$. Inserting gives $\frac52\lambda = 5$, so $\lambda = 2$."
    )
    assert "refuted" not in found
    assert found[-1] == "proved"
