r"""Random variables whose law is said given another, Y \mid X = x \sim law, and pairs that are jointly normal."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last

NORMALS = r"Let $X \sim \mathcal N(m, P)$ and $Y \mid X = x \sim \mathcal N(x, R)$. "
COUNTS = r"Let $X \sim \mathrm{Exp}(\lambda)$ and $Y \mid X = x \sim \mathrm{Poisson}(x)$. "
HIDDEN = (
    r"Let $X \mid \theta \sim \mathcal N(\theta, s^2)$ and $\theta \sim \mathcal N(m, t^2)$. "  # the law of it last
)
SHARES = r"Let $X \mid p \sim \mathrm{Bin}(n, p)$ and $p \sim \mathrm{Beta}(a, b)$. "
TRIALS = r"Let $T \sim \mathrm{U}(0, 1)$ and $X \mid T \sim \mathrm{Bin}(n, T)$. "
PAIR = r"Let $(X, Y)$ be bivariate normal with zero means, unit variances and correlation $\rho$. "
JOINTLY = (
    r"Let $X$ and $Y$ be jointly Gaussian with means $\mu_X, \mu_Y$, variances $\sigma_X^2, \sigma_Y^2$ "
    r"and correlation $\rho$. "
)


@pytest.mark.parametrize(
    ("told", "true", "false"),
    [
        (COUNTS, r"E[Y] = E[E[Y \mid X]] = E[X] = \frac1\lambda", r"E[Y] = \lambda"),
        (
            COUNTS,
            r"\operatorname{Var}(Y) = \frac{1}{\lambda} + \frac{1}{\lambda^2}",
            r"\operatorname{Var}(Y) = \frac{1}{\lambda^2}",
        ),
        (NORMALS, r"E[X \mid Y = y] = m + \frac{P}{P + R} (y - m)", r"E[X \mid Y = y] = m + \frac{R}{P + R} (y - m)"),
        (NORMALS, r"\operatorname{Cov}(X, Y) = P", r"\operatorname{Cov}(X, Y) = P + R"),
        (
            NORMALS,
            r"X \mid Y = y \sim \mathcal N\left(m + \frac{P}{P + R} (y - m), \frac{P R}{P + R}\right)",
            r"X \mid Y = y \sim \mathcal N\left(m + \frac{P}{P + R} (y - m), \frac{P^2}{P + R}\right)",
        ),
        (NORMALS, r"Y \sim \mathcal N(m, P + R)", r"Y \sim \mathcal N(m, R)"),
        (HIDDEN, r"\operatorname{Var}(X) = s^2 + t^2", r"\operatorname{Var}(X) = s^2 t^2"),
        (
            SHARES,
            r"p \mid X = x \sim \mathrm{Beta}(a + x, b + n - x)",
            r"p \mid X = x \sim \mathrm{Beta}(a + n - x, b + x)",
        ),
        (TRIALS, r"P(X = k) = \frac{1}{n + 1}", r"P(X = k) = \frac1n"),
        (TRIALS, r"E[T \mid X = 3] = \frac{4}{n + 2}", r"E[T \mid X = 3] = \frac3n"),
        (PAIR, r"Y \mid X = x \sim \mathcal N(\rho x, 1 - \rho^2)", r"Y \mid X = x \sim \mathcal N(\rho x, 1 - \rho)"),
        (PAIR, r"E[X^2 Y^2] = 1 + 2 \rho^2", r"E[X^2 Y^2] = 1 + \rho^2"),
        (
            JOINTLY,
            r"E[Y \mid X = x] = \mu_Y + \rho \frac{\sigma_Y}{\sigma_X} (x - \mu_X)",
            r"E[Y \mid X = x] = \mu_Y + \rho \frac{\sigma_X}{\sigma_Y} (x - \mu_X)",
        ),
    ],
)
def test_what_follows_from_a_law_given_another_is_judged(told, true, false):
    assert last(f"{told}Then ${true}$.") in ("proved", "supported")
    assert last(f"{told}Then ${false}$.") == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        r"Let $X \sim \mathcal N(0, 1)$. Then $Y \mid X = x \sim \mathcal N(x, 1)$.",  # of Y nothing is known
        r"Let $Y \mid X = x \sim \mathcal N(x, 1)$. Then $E[Y] = 0$.",
        NORMALS
        + r"Let $Z \mid Y \sim \mathcal N(Y, 1)$. Then $\operatorname{Cov}(X, Z) = P$.",  # is it a Markov chain?
        NORMALS + r"Let $Z \sim \mathcal N(0, 1)$. Then $E[Y Z] = 0$.",
        r"Let $X$ and $Y$ be standard normal with correlation $\rho$. Then $E[Y \mid X = x] = \rho x$.",  # not jointly
    ],
)
def test_what_does_not_follow_is_left(text):
    assert last(text) in ("unread", "undecided")
