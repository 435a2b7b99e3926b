r"""Densities that are differentiated by their variable, p'(x), \frac{d}{dx} \log p(x): they are densities of numbers."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

PARTS = r"$$\int p(x) \frac{d \log p(x)}{dx} s(x) \, dx = \int p'(x) s(x) \, dx = %s \int p(x) s'(x) \, dx$$"
MATCHED = (
    r"$$\mathbb E_p\left[\left(s(x) - \frac{d}{dx} \log p(x)\right)^2\right] = "
    r"\mathbb E_p[s(x)^2 %s 2 s'(x)] + \mathbb E_p\left[\left(\frac{d}{dx} \log p(x)\right)^2\right]$$"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"We have $\frac{d}{dx} \log p(x) = \frac{p'(x)}{p(x)}$.", ["proved"]),
        (r"We have $\frac{d}{dx} \log p(x) = \frac{p(x)}{p'(x)}$.", ["refuted"]),
        (PARTS % "-", ["proved", "supported"]),
        (PARTS % "", ["proved", "refuted"]),
        (MATCHED % "+", ["supported"]),
        (MATCHED % "-", ["refuted"]),
    ],
)
def test_integration_by_parts(text, expected):
    assert verdicts(text) == expected
