r"""\bar{x} beside data x_i is their mean, also in a counterexample."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify

SPREAD = r"\frac{1}{N} \sum_{i=1}^N (x_i - \bar{x}) (y_i - \bar{y})"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (rf"{SPREAD} = \frac{{1}}{{N}} \sum_{{i=1}}^N x_i y_i - \bar{{x}} \bar{{y}}", "proved"),
        (rf"{SPREAD} = \frac{{1}}{{N}} \sum_{{i=1}}^N x_i y_i + \bar{{x}} \bar{{y}}", "refuted"),
        (r"\sum_{i=1}^n (x_i - \mu)^2 = \sum_{i=1}^n (x_i - \bar{x})^2 + n (\bar{x} - \mu)^2", "proved"),
        (r"\sum_{i=1}^n (x_i - \mu)^2 = \sum_{i=1}^n (x_i - \bar{x})^2 - n (\bar{x} - \mu)^2", "refuted"),
    ],
)
def test_a_bar_is_the_mean(line: str, expected: str) -> None:
    (step,) = verify(f"$$ {line} $$", jobs=0, second_reader=False).steps
    assert step.verdict == expected
    if step.counterexample is not None:  # the means follow from the data, and have no values of their own
        assert not any("bar" in name for name, _ in step.counterexample.assignments)
