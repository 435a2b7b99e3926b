"""A step that appeals to a property by a noun is not refuted by what lacks it, unless the property was told."""

import pytest

from tests.marking.verdicts import last


@pytest.mark.parametrize(
    "text",
    [
        r"By independence, $$E[XY] = E[X] E[Y].$$",
        r"By independence, we have $E[XY] = E[X] E[Y]$.",
        r"Because of independence, $$\operatorname{Var}(X + Y) = \operatorname{Var}(X) + \operatorname{Var}(Y).$$",
        r"$$E[XY] = E[X] E[Y]$$ by independence.",
        r"\begin{align} E[XY] &= E[X] E[Y] && \text{(independence)} \end{align}",
        r"By convexity of $f$, $$f(x) \ge f(y) + f'(y)(x - y).$$",
        r"By monotonicity, $f(x) \le f(x + 1)$.",
        r"By periodicity, $f(x + 1) = f(x)$.",
        r"By linearity, $f(x + y) = f(x) + f(y)$.",
        r"By orthogonality, $$\|x + y\|^2 = \|x\|^2 + \|y\|^2.$$",
    ],
)
def test_what_a_step_appeals_to_may_hold(text):
    assert last(text) == "undecided"


@pytest.mark.parametrize(
    "text",
    [
        r"Let $X$ and $Y$ be independent. By independence, $$E[XY] = E[X] + E[Y].$$",
        r"By symmetry, $x - y = y - x$.",
        r"By linearity of expectation, $E[X + Y] = E[X] - E[Y]$.",
        r"By linearity, $E[X + Y] = E[X] - E[Y]$.",
        r"By continuity of $\log$, $\log(ab) = \log(a)\log(b)$ for $a, b > 1$.",
        r"By symmetry, $\int_{-1}^1 x^2 dx = 0$.",
    ],
)
def test_what_was_told_or_is_about_numbers_is_refuted(text):
    assert last(text) == "refuted"
