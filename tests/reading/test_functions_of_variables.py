r"""Events and densities of what is made of one random variable: P(g(X) \le y), F_Y(y), f_Y(y) for Y = g(X)."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

NORMAL = r"Let $X \sim \mathcal N(0, 1)$. Let $y > 0$. "
SQUARE = r"Let $X$ have density $f_X(x) = 2x$ on $(0, 1)$ and let $Y = X^2$. For $0 < y < 1$, "
CHI = r"Let $X \sim \mathcal N(0, 1)$ and $Y = X^2$. For $y > 0$ "
LOG = r"Let $U$ be uniform on $(0, 1)$ and $X = -\frac{1}{\lambda} \log U$ with $\lambda > 0$. For $x > 0$ "
PARETO = r"Let $X \sim \mathrm{Exp}(\lambda)$ and $Y = e^X$. For $y > 1$ "
LINEAR = r"Let $X \sim \mathcal N(0, 1)$ and $Y = \mu + \sigma X$ with $\sigma > 0$. "
SHOWN = [
    (NORMAL, r"P(X^2 \le y) = P(-\sqrt y \le X \le \sqrt y)", r"P(X^2 \le y) = P(X \le \sqrt y)"),
    (NORMAL, r"P(X^2 > y) = 2 (1 - \Phi(\sqrt y))", r"P(X^2 > y) = 1 - \Phi(\sqrt y)"),
    (NORMAL, r"P(|X - 1| \le 2) = \Phi(3) - \Phi(-1)", r"P(|X - 1| \le 2) = \Phi(3) - \Phi(1)"),
    (SQUARE, r"F_Y(y) = P(X \le \sqrt y)", "F_Y(y) = y^2"),
    (SQUARE, "f_Y(y) = 1", "f_Y(y) = 2 y"),
    (CHI, r"f_Y(y) = \frac{1}{\sqrt{2 \pi y}} e^{-y/2}", r"f_Y(y) = \frac{1}{2 \sqrt{2 \pi y}} e^{-y/2}"),
    (LOG, r"P(X \le x) = P(U \ge e^{-\lambda x})", r"P(X \le x) = P(U \le e^{-\lambda x})"),
    (PARETO, r"P(Y \le y) = 1 - y^{-\lambda}", r"P(Y \le y) = y^{-\lambda}"),
    (PARETO, r"f_Y(y) = \lambda y^{-\lambda - 1}", r"f_Y(y) = \lambda y^{-\lambda}"),
    (LINEAR, r"f_Y(y) = \frac{e^{-(y-\mu)^2/(2\sigma^2)}}{\sigma \sqrt{2\pi}}", r"f_Y(y) = \frac{e^{-(y-\mu)^2/2}}{\sqrt{2\pi}}"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "right", "wrong"), SHOWN, ids=[f"{told}{right}" for told, right, _ in SHOWN])
def test_what_holds_is_shown_and_what_does_not_is_refuted(told: str, right: str, wrong: str) -> None:
    *_, first, second = verdicts(f"{told}$${right}$$ $${wrong}$$")
    assert first in ("proved", "supported") and second == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        r"Let $X \sim \mathcal N(0, 1)$. $$P(a X \le 1) = \frac12$$",  # of what sign is a?
        r"Let $X \sim \mathcal N(0, 1)$. $$P(X^3 - X \le 0) = \frac12$$",
        r"Let $X \sim \mathcal N(0, 1)$. $$P(\max(X, 0) = 0) = 0$$",
        r"Let $X \sim \mathcal N(0, 1)$ and $Y \sim \mathcal N(0, 1)$. $$P(X^2 \le Y) = \frac12$$",
    ],
)
def test_what_cannot_be_undone_is_left_open(text: str) -> None:
    assert verdicts(text)[-1] in ("unread", "undecided")


def test_what_cannot_be_has_no_chance() -> None:
    assert verdicts(r"Let $X \sim \mathcal N(0, 1)$. $$P(X^2 \le -1) = \frac12$$")[-1] == "refuted"


FAR = r"Let $X \sim \mathrm{Unif}(-1, 2)$ and $Y = X^2$. For $0 < y < 4$, "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $X \sim \mathrm{Unif}(0, 1)$. For $0 < x < 4$, $$P(X \le x) = x$$", "refuted"),  # beyond 1 it is 1
        (r"Let $X \sim \mathrm{Unif}(0, 1)$. For $0 < x < 1$, $$P(X \le x) = x$$", "proved"),
        (FAR + r"$$P(Y \le y) = \frac{2 \sqrt y}{3}$$", "refuted"),
        (FAR + r"$$f_Y(y) = \frac{1}{3 \sqrt y}$$", "refuted"),
        (
            r"Let $X$ have density $f_X(x) = 2x$ on $(0, 1)$ and let $Y = X^2$. For $0 < y < 4$, $$f_Y(y) = 1$$",
            "refuted",
        ),
    ],
)
def test_a_value_that_is_said_to_lie_further_out_does(text: str, expected: str) -> None:
    assert verdicts(text)[-1] == expected
