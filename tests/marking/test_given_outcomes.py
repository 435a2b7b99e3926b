r"""Means given random variables of which no law is known: tower rule, total variance, Rao and Blackwell."""

import pytest

from tests.marking.verdicts import last, verdicts

RAO = r"Let $\tilde\theta = E[\hat\theta \mid T]$. "


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        (r"$$E[E[X \mid Y]] = E[X]$$", r"$$E[E[X \mid Y]] = E[Y]$$"),
        (r"$$E[XY] = E[Y E[X \mid Y]]$$", r"$$E[X^2] = E[X E[X \mid Y]]$$"),
        (r"$$\mathrm{Var}(X) = E[\mathrm{Var}(X \mid Y)] + \mathrm{Var}(E[X \mid Y])$$",
         r"$$\mathrm{Var}(X) = \mathrm{Var}(E[X \mid Y])$$"),  # it takes a Y with a value at two outcomes
        (r"$$\mathrm{Cov}(X, Y) = E[\mathrm{Cov}(X, Y \mid Z)] + \mathrm{Cov}(E[X \mid Z], E[Y \mid Z])$$",
         r"$$\mathrm{Cov}(X, Y) = E[\mathrm{Cov}(X, Y \mid Z)]$$"),
        (RAO + r"Then $\mathrm{Var}(\tilde\theta) \le \mathrm{Var}(\hat\theta)$.",
         RAO + r"Then $\mathrm{Var}(\tilde\theta) \ge \mathrm{Var}(\hat\theta)$."),
    ],
)  # fmt: skip
def test_what_holds_whatever_the_laws_are(right, wrong):
    assert last(right) in ("proved", "supported")
    assert last(wrong) in ("undecided", "refuted")


def test_a_mean_given_others_is_random_as_these_are():
    assert verdicts(r"Let $W = E[X \mid T]$. Then $E[W] = E[X]$.") == ["given", "supported"]
    assert verdicts(r"Let $W = E[X \mid T]$. Then $E[W] = E[T]$.")[-1] != "supported"


@pytest.mark.parametrize(
    "text",
    [
        r"Let $X$ and $Y$ be random variables with $E[X \mid Y] = 2Y$. Then $E[X] = 2 E[Y]$.",
        r"Let $Y \mid X \sim N(X, 1)$. Then $\mathrm{Var}(Y) = 1 + \mathrm{Var}(X)$.",
    ],
)
def test_what_is_told_given_others_and_was_not_read_leaves_them_in_doubt(text):
    assert last(text) != "refuted"
