r"""Estimators by the method of moments: the mean of the law at the estimate is that of the data."""

import pytest

from tests.marking.verdicts import last

DENSITY = r"Let $X_1, \dots, X_n$ be iid with density $f(x; a) = a x^{a - 1}$ for $0 < x < 1$. "


@pytest.mark.parametrize(
    ("told", "said", "right", "wrong"),
    [
        (r"Let $X_1, \dots, X_n$ be iid $U(0, \theta)$. ", r"The method of moments estimator is $\tilde\theta = %s$.",
         r"2 \bar X", r"\bar X"),
        (r"Let $X_1, \dots, X_n$ be iid $\mathrm{Exp}(\lambda)$. ", r"The method of moments gives $\hat\lambda_{MM} = %s$.",
         r"1 / \bar X", r"\bar X"),
        (DENSITY, r"The moment estimator of $a$ is $\tilde a = \frac{\bar X}{%s}$.", r"1 - \bar X", r"1 + \bar X"),
    ],
)  # fmt: skip
def test_an_estimate_by_moments_is_judged(told, said, right, wrong):
    assert last(told + said % right) in ("proved", "supported")
    assert last(told + said % wrong) == "refuted"


def test_one_of_two_parameters_is_not_judged_alone():
    text = (
        r"Let $X_1, \dots, X_n$ be iid $\mathrm{Gamma}(a, b)$. The method of moments estimator is $\hat a = \bar X^2$."
    )
    assert last(text) in ("given", "unread", "undecided")
