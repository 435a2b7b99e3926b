"""Independent data of which only letters of their law are told: their extremes and their orders."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last, verdicts

CDF = r"Let $X_1, \dots, X_n$ be iid with distribution function $F$. "
BOTH = r"Let $X_1, \dots, X_n$ be iid with density $f$ and cdf $F$. Let $M = \{}(X_1, \dots, X_n)$. "
THREE = "Let $X_1$, $X_2$ and $X_3$ be iid continuous random variables. "


@pytest.mark.parametrize(
    ("told", "true", "false"),
    [
        (CDF, r"P(\max_i X_i \le t) = F(t)^n", r"P(\max_i X_i \le t) = 1 - F(t)^n"),
        (CDF, r"P(\min_i X_i > t) = (1 - F(t))^n", r"P(\min_i X_i > t) = F(t)^n"),
        (BOTH.format("max"), "f_M(x) = n F(x)^{n-1} f(x)", "f_M(x) = F(x)^{n-1} f(x)"),
        (BOTH.format("min"), "f_M(x) = n (1 - F(x))^{n-1} f(x)", "f_M(x) = n F(x)^{n-1} f(x)"),
        (r"Let $X_1, \dots, X_n$ be iid $U(0, 1)$. ", r"P(\max_i X_i \le \frac12) = 2^{-n}",
         r"P(\max_i X_i \le \frac12) = \frac n2"),
        (THREE, r"P(X_1 < X_2) = \frac12", r"P(X_1 < X_2) = \frac13"),
        (THREE, r"P(X_3 < X_1 < X_2) = \frac16", r"P(X_3 < X_1 < X_2) = \frac13"),
    ],
)  # fmt: skip
def test_extremes_and_orders(told, true, false):
    assert last(f"{told}Then ${true}$.") in ("proved", "supported")
    assert last(f"{told}Then ${false}$.") not in ("proved", "supported", "given")


@pytest.mark.parametrize(
    "text",
    [
        CDF + r"Then $P(\min_i X_i \ge t) = (1 - F(t))^n$.",  # there may be atoms
        "Let $X_1$ and $X_2$ be iid with values in $\\{0, 1\\}$. Then $P(X_1 < X_2) = \\frac12$.",
        "Let $X$ and $Y$ be independent with cdfs $F$ and $G$ and $M = \\max(X, Y)$. Then $F_M(t) = F(t) + G(t)$.",
        "Let $X$ and $Y$ be independent with densities $f$ and $g$. The density of $X + Y$ is $h(z) = \\int f(x) g(z + "
        "x) \\, dx$.",
        "Let $X \\sim N(0, 1)$. Let $Y = X$ if $X > 0$ and $Y = 0$ otherwise. Then $Y \\sim N(0, 1)$.",
    ],
)
def test_what_does_not_follow_by_what_is_read_is_not_passed(text):
    assert verdicts(text)[-1] == "unread"
