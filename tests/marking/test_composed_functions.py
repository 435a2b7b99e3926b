r"""Functions that are made of others: \cot, \sec, \operatorname{artanh}."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts


@pytest.mark.parametrize(
    ("formula", "wanted"),
    [
        (r"\sec^2 x = 1 + \tan^2 x", "proved"),
        (r"\sec^2 x = 1 - \tan^2 x", "refuted"),
        (r"\frac{d}{dx} \cot x = -\csc^2 x", "proved"),
        (r"\frac{d}{dx} \tanh x = \operatorname{sech}^2 x", "proved"),
        (r"\frac{d}{dx} \tanh x = \operatorname{sech} x", "refuted"),
        (r"\coth^2 x - \operatorname{csch}^2 x = 1", "proved"),
        (r"\frac{d}{dx} \operatorname{artanh} x = \frac{1}{1 - x^2}", "proved"),
        (r"\frac{d}{dx} \operatorname{arsinh} x = \frac{1}{1 + x^2}", "refuted"),
        (r"\operatorname{arcosh}(1 + x) = \log(1 + x + \sqrt{x^2 + 2 x})", "proved"),
    ],
)
def test_functions_made_of_others(formula, wanted):
    assert verdicts(f"Let $0 < x < 1$. $${formula}$$") == [wanted]
