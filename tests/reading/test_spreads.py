r"""Matrices that a formula shows to be covariances are symmetric and positive definite; others are any matrices."""

import pytest

from proofs import verify
from tests.marking.verdicts import last

DENSITY = (
    r"Let $x \in \mathbb{R}^d$ and $p(x) = \frac{1}{(2\pi)^{d/2} |S|^{1/2}} e^{-\frac12 (x-\mu)^T S^{-1} (x-\mu)}$. "
)
LIKELIHOOD = r"Let $\ell(\mu) = \frac12 \log|P| - \frac12 (x-\mu)^T P (x-\mu)$. "
ENERGY = r"The energy is $E(x) = \frac12 (x-\mu)^T \Sigma^{-1} (x-\mu)$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (DENSITY + r"$$\nabla_x \log p(x) = -S^{-1} (x - \mu)$$", "proved"),
        (DENSITY + r"$$\nabla_x \log p(x) = S^{-1} (x - \mu)$$", "refuted"),
        (LIKELIHOOD + r"$$\nabla_\mu \ell(\mu) = P (x - \mu)$$", "proved"),
        (LIKELIHOOD + r"$$\nabla_\mu \ell(\mu) = -P (x - \mu)$$", "refuted"),
        (ENERGY + r"$$\nabla E(x) = \Sigma^{-1} (x - \mu)$$", "proved"),
        (ENERGY + r"$$\nabla E(x) = \Sigma (x - \mu)$$", "refuted"),
        (r"Let $f(x) = x^T A x$. $$\nabla f(x) = 2 A x$$", "refuted"),  # of any A
        (r"Let $f(x) = x^T A^{-1} x$. $$\nabla f(x) = 2 A^{-1} x$$", "refuted"),
    ],
)
def test_a_covariance_is_symmetric(text: str, expected: str) -> None:
    assert last(text) == expected


def test_the_report_says_what_is_taken_for_granted() -> None:
    first, *_ = verify(LIKELIHOOD, jobs=0, second_reader=False).steps
    assert "P is taken for a covariance, symmetric and positive definite" in first.notes
