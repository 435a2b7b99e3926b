r"""\alpha_t = 1 - \beta_t says what each \alpha_s is, where \prod_{s=1}^t \alpha_s runs over another letter."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

SCHEDULE = r"Let $\alpha_t = 1 - \beta_t$ and $\bar\alpha_t = \prod_{s=1}^t \alpha_s$. Then $%s$."


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"\bar\alpha_t = \alpha_t \bar\alpha_{t-1}", "proved"),
        (r"\bar\alpha_t = \beta_t \bar\alpha_{t-1}", "refuted"),
        (r"1 - \bar\alpha_t = \alpha_t (1 - \bar\alpha_{t-1}) + \beta_t", "proved"),
        (r"1 - \bar\alpha_t = \alpha_t (1 - \bar\alpha_{t-1}) - \beta_t", "refuted"),
    ],
)
def test_the_noise_schedule_of_a_diffusion(claim, expected):
    assert last(SCHEDULE % claim) == expected
