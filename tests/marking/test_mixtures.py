r"""Mixtures \lambda p + (1 - \lambda) q in entropies and divergences: convexity and its wrong variants."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

SETTING = r"Let $p_1, p_2, q_1, q_2$ be probability distributions and $0 \leq \lambda \leq 1$. "
P, Q = r"\lambda p_1 + (1-\lambda) p_2", r"\lambda q_1 + (1-\lambda) q_2"
KLS = r"\lambda \mathrm{KL}[p_1||q_1] + (1-\lambda) \mathrm{KL}[p_2||q_2]"
ENTROPIES = r"\lambda \mathrm{H}[p_1] + (1-\lambda) \mathrm{H}[p_2]"

CLAIMS = [
    (rf"\mathrm{{KL}}[{P}||{Q}] \leq {KLS}", "supported"),
    (rf"\mathrm{{KL}}[{P}||{Q}] \geq {KLS}", "refuted"),
    (rf"\mathrm{{H}}[{P}] \geq {ENTROPIES}", "supported"),
    (rf"\mathrm{{H}}[{P}] \leq {ENTROPIES}", "refuted"),
    (rf"\mathrm{{H}}[{P}] = {ENTROPIES}", "refuted"),
    (r"\mathrm{H}[\lambda p_1 + (1-\lambda) p_1] = \mathrm{H}[p_1]", "proved"),
    (r"\mathrm{H}[\frac{1}{3} p_1 + \frac{2}{3} p_2] \geq \frac{1}{3} \mathrm{H}[p_1] + \frac{2}{3} \mathrm{H}[p_2]", "supported"),
    (rf"\mathrm{{H}}[\lambda p_1 + \lambda p_2] \geq {ENTROPIES}", "unread"),  # these weights are none
    (rf"\mathrm{{H}}[\frac{{1}}{{3}} p_1 + \frac{{1}}{{3}} p_2] \geq {ENTROPIES}", "unread"),
]  # fmt: skip


@pytest.mark.parametrize(("claim", "verdict"), CLAIMS, ids=[str(k) for k in range(len(CLAIMS))])
def test_mixtures_with_two_weights_that_make_one(claim: str, verdict: str):
    assert judged(f"{SETTING}$${claim}$$").steps[-1].verdict == verdict
