"""A matrix that words call diagonal is that of its diagonal; where more is said of its entries, that stays in doubt."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

TWO = "Let $D$ and $E$ be diagonal matrices. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TWO + r"Then $DE = ED$. Then $(D + E)^2 = D^2 + 2DE + E^2$.", ["proved", "proved"]),
        (TWO + r"Then $DE = D + E$. Then $(D + E)^2 = D^2 + DE + E^2$.", ["refuted", "refuted"]),
        ("Let $A$ be symmetric and $D$ be diagonal. Then $(DA)^T = AD$. Then $AD = DA$.", ["proved", "refuted"]),
        (r"Let $x \sim \mathcal N(0, \Sigma)$ with $\Sigma$ diagonal. Then $\Sigma^\top = \Sigma$.", ["proved"]),
        (r"Let $D$ be diagonal with entries $d_1, \dots, d_n$. Then $\det D = \prod_{i=1}^n d_i$.", ["undecided"]),
        (r"Let $D$ be a diagonal matrix whose entries are $1, 2$. Then $\operatorname{tr} D = 3$.", ["undecided"]),
        (r"Suppose $\Sigma$ is diagonal, $\Sigma = \sigma^2 I$. Then $\Sigma^2 = \sigma^4 I$.", ["given", "proved"]),
        ("Let $D$ be a block diagonal matrix and $E$ be diagonal. Then $DE = ED$.", ["undecided"]),
    ],
)
def test_what_follows_from_it(text, expected):
    assert verdicts(text) == expected
