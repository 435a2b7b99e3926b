r"""\pi(x) is a density where words speak of a Markov chain or a policy; of a proposal q(x | y) with x for y, nothing."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

METROPOLIS = r"For the Metropolis algorithm let $\alpha(x, y) = \min(1, \pi(y)/\pi(x))$. Then "
HASTINGS = r"The Metropolis-Hastings ratio is $A(x, y) = \frac{\pi(y) q(x \mid y)}{\pi(x) q(y \mid x)}$. Then "

GAIN = r"Let $J(\theta) = \sum_a \pi_\theta(a \mid s) Q(a)$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (METROPOLIS + r"$\pi(x) \alpha(x, y) = \min(\pi(x), \pi(y))$.", "proved"),
        (METROPOLIS + r"$\pi(x) \alpha(x, y) = \pi(y) \alpha(y, x)$.", "proved"),
        (METROPOLIS + r"$\pi(x) \alpha(x, y) = \max(\pi(x), \pi(y))$.", "refuted"),
        (HASTINGS + r"$\pi(x) q(y \mid x) A(x, y) = \pi(y) q(x \mid y)$.", "proved"),
        (HASTINGS + r"$\pi(x) q(y \mid x) A(x, y) = \pi(x) q(x \mid y)$.", "refuted"),
        (HASTINGS + r"$A(x, y) A(y, x) = 1$.", "unread"),
        (r"A policy $\pi(a \mid s)$ satisfies $\sum_a \pi(a \mid s) = 1$.", "proved"),
        (
            GAIN
            + r"$$\nabla_\theta J(\theta) = \sum_a \pi_\theta(a \mid s) Q(a) \nabla_\theta \log \pi_\theta(a \mid s)$$",
            "supported",
        ),
        (GAIN + r"$$\nabla_\theta J(\theta) = \sum_a Q(a) \nabla_\theta \log \pi_\theta(a \mid s)$$", "refuted"),
        (r"$$\sum_a \pi_\theta(a \mid s) = 2$$", "refuted"),
        (r"With the prior $\pi(x)$, the target density is $\pi(x) = f(x) \pi(x)$.", "undecided"),
    ],
)
def test_what_is_said_of_it(text, expected):
    assert last(text) == expected
