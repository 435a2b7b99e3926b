r"""Sizes that an equation gives, p = n + m: they hold of the spaces of matrices, too."""

import pytest

from tests.marking.verdicts import last

TRACES = (
    r"Let $\Sigma \in \mathbb{R}^{p \times p}$, $A \in \mathbb{R}^{n \times n}$ and $B \in \mathbb{R}^{m \times m}$ be "
    r"positive definite, with $p = n + m$. Then $\operatorname{tr}(\Sigma \Sigma^{-1}) = "
)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (TRACES + r"\operatorname{tr}(A A^{-1}) + \operatorname{tr}(B B^{-1})$.", "supported"),
        (TRACES + r"\operatorname{tr}(A A^{-1}) + 2 \operatorname{tr}(B B^{-1})$.", "refuted"),
    ],
)
def test_a_size_that_is_given(text: str, verdict: str) -> None:
    assert last(text) == verdict
