r"""y = X b + e says how data came about: the data are the same when b varies, and are no function of it."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

SLOPE = r"$$ \frac{\partial S}{\partial b} = %s2\sum_{i=1}^n x_i (y_i - a - b x_i) $$"
LINE = r"The loss is $S(a, b) = \sum_{i=1}^n (y_i - a - b x_i)^2$."


@pytest.mark.parametrize(
    "model",
    [
        r"Let $y_i = a + b x_i + \epsilon_i$, $i = 1, \dots, n$.",
        r"Let $y_i = a + b x_i + \varepsilon_i$.",
        r"Let $y_i = a + b x_i + e_i$ for $i = 1, \dots, n$.",
        r"Let $y_i = a + b x_i + u_i$, where $u_i$ is an error.",
    ],
)
def test_data_with_an_error_are_no_function_of_the_coefficients(model):
    assert last(f"{model} {LINE} {SLOPE % '-'}") == "proved"
    assert last(f"{model} {LINE} {SLOPE % ''}") == "refuted"


def test_a_recursion_defines_nothing():
    text = r"We observe $y_t = \phi y_{t-1} + w_t$. $S(\phi) = \sum_{t=2}^T (y_t - \phi y_{t-1})^2$."
    slope = r"$$ S'(\phi) = %s2 \sum_{t=2}^T y_{t-1}(y_t - \phi y_{t-1}) $$"
    assert last(f"{text} {slope % '-'}") == "proved"
    assert last(f"{text} {slope % ''}") == "refuted"


def test_without_an_error_the_chain_rule_holds():
    text = r"Let $z_i = w x_i + b$ and $L = \sum_{i=1}^n (z_i - t_i)^2$."
    slope = r"$$ \frac{\partial L}{\partial w} = %s2 \sum_{i=1}^n x_i (z_i - t_i) $$"
    assert last(f"{text} {slope % ''}") == "proved"
    assert last(f"{text} {slope % '-'}") == "refuted"
