r"""The bias-variance decomposition: y = f(x) + \varepsilon with moments of the error told, an estimated function \hat f."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

NOISE = r"Let $y = f(x) + \varepsilon$ with $E[\varepsilon] = 0$ and $\operatorname{Var}(\varepsilon) = \sigma^2$"
APART = NOISE + r", where $\varepsilon$ is independent of $\hat f$. Then $%s$."
WHOLE = r"E[(y - \hat f(x))^2] = (f(x) - E[\hat f(x)])^2 + \operatorname{Var}(\hat f(x))"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (APART % (WHOLE + r" + \sigma^2"), "proved"),
        (APART % (WHOLE + r" - \sigma^2"), "undecided"),
        (APART % WHOLE, "refuted"),
        (NOISE + f". Then ${WHOLE} + \\sigma^2$.", "undecided"),  # independent?
        (r"$$E[(\hat f(x) - c)^2] = \operatorname{Var}(\hat f(x)) + (E[\hat f(x)] - c)^2$$", "proved"),
        (r"$$E[(\hat f(x) - c)^2] = \operatorname{Var}(\hat f(x)) - (E[\hat f(x)] - c)^2$$", "refuted"),
        (r"Let $\hat f(x) = 2x$. Then $E[(\hat f(x))^2] = 4 x^2$.", "unread"),  # it is known, and not random
    ],
)
def test_the_decomposition(text, expected):
    assert last(text) == expected
