r"""The largest and the smallest of a sample, and sums of random variables: their densities and moments are judged."""

import pytest

from tests.marking.verdicts import last

LARGEST = r"Let $X_1, \dots, X_n$ be i.i.d. uniform on $(0, \theta)$ and $M = \max_i X_i$. Then for $0 < x < \theta$,"
SMALLEST = r"Let $X_1, \dots, X_n$ be i.i.d. exponential with rate $\lambda$ and let $M = \min(X_1, \dots, X_n)$. Then"
ESTIMATE = (
    r"Let $x_1, \dots, x_n$ be a sample from the uniform distribution on $[0, \theta]$ and $\hat\theta = \max_i x_i$."
)
SUM = r"Let $X$ and $Y$ be independent exponential random variables with rate $\lambda$ and $Z = X + Y$. For $z > 0$,"
UNIFORM = r"Let $X \sim U(0,1)$ and $Y \sim U(0,1)$ be independent and $Z = X + Y$."
FORMULA = r"Let $X$ and $Y$ have joint density $f(x, y) = x + y$ for $0 < x < 1$, $0 < y < 1$. Let $Z = X + Y$."
LARGER = r"Let $X$ and $Y$ be independent and uniform on $(0, 1)$ and let $W = \max(X, Y)$."
STATED = (
    r"Let $X$ and $Y$ be independent with densities $f_X(x) = e^{-x}$ for $x > 0$ and $f_Y(y) = e^{-y}$ for $y > 0$. "
    r"Let $Z = X + Y$."
)
NORMAL = r"Let $X \sim N(0, 1)$ and $Y \sim N(0,1)$ be independent and $Z = X + Y$."


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        (LARGEST, r"F_M(x) = \left(\frac{x}{\theta}\right)^n"),
        (LARGEST, r"f_M(x) = \frac{n x^{n-1}}{\theta^n}"),
        (LARGEST, r"E[M] = \frac{n}{n+1} \theta"),
        (LARGEST, r"\mathrm{Var}(M) = \frac{n \theta^2}{(n+1)^2 (n+2)}"),
        (SMALLEST, r"P(M > t) = e^{-n \lambda t}"),
        (SMALLEST, r"E[M] = \frac{1}{n \lambda}"),
        (ESTIMATE, r"E[\hat\theta] - \theta = -\frac{\theta}{n+1}"),
        (SUM, r"f_Z(z) = \int_0^z f_X(x) f_Y(z - x) \, dx"),
        (SUM, r"f_Z(z) = \lambda^2 z e^{-\lambda z}"),
        (SUM, r"F_Z(z) = 1 - e^{-\lambda z} - \lambda z e^{-\lambda z}"),
        (UNIFORM, r"f_Z(z) = 2 - z, \quad 1 < z < 2"),
        (FORMULA, r"f_Z(z) = z (2 - z), \quad 1 < z < 2"),
        (NORMAL, r"f_Z(z) = \frac{1}{2 \sqrt\pi} e^{-z^2/4}"),
        (LARGER, r"F_W(w) = w^2, \quad 0 < w < 1"),
        (LARGER, r"P(W > \frac12) = \frac34"),
        (STATED, r"P(Z > 1) = 2 e^{-1}"),
    ],
)
def test_what_holds_is_proved_or_supported(setting: str, line: str) -> None:
    assert last(f"{setting}\n\n$${line}$$") in ("proved", "supported")


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        (LARGEST, r"F_M(x) = \frac{x^n}{\theta}"),
        (LARGEST, r"f_M(x) = \frac{n x^n}{\theta^n}"),
        (LARGEST, r"E[M] = \theta"),
        (SMALLEST, r"E[M] = \frac{1}{\lambda}"),
        (ESTIMATE, r"E[\hat\theta] = \theta"),
        (SUM, r"f_Z(z) = \lambda^2 e^{-\lambda z}"),
        (SUM, r"F_Z(z) = 1 - e^{-\lambda z}"),
        (UNIFORM, r"f_Z(z) = z, \quad 1 < z < 2"),
        (FORMULA, r"f_Z(z) = z, \quad 0 < z < 1"),
        (NORMAL, r"f_Z(z) = \frac{1}{\sqrt{2\pi}} e^{-z^2/2}"),
        (LARGER, r"F_W(w) = w, \quad 0 < w < 1"),
        (LARGER, r"P(W > \frac12) = \frac14"),
        (STATED, r"f_Z(z) = e^{-z}"),
    ],
)
def test_what_does_not_is_refuted(setting: str, line: str) -> None:
    assert last(f"{setting}\n\n$${line}$$") == "refuted"


@pytest.mark.parametrize(
    ("setting", "line"),
    [
        (UNIFORM, r"f_Z(z) = z"),  # for z < 1 only
        (
            r"Let $X_1, \dots, X_n \sim U(0, \theta)$ and $M = \max_i X_i$.",
            r"E[M] = \frac{n}{n+1} \theta",
        ),  # independent?
    ],
)
def test_what_is_not_said_is_not_supposed(setting: str, line: str) -> None:
    assert last(f"{setting}\n\n$${line}$$") in ("unread", "undecided")


@pytest.mark.parametrize(
    ("over", "allowed"),
    [
        (r"1 \le i \le n", ("proved", "supported")),
        (r"1 \le i \le n-1", ("unread", "undecided")),
        (r"1 < i \le n", ("unread", "undecided")),
    ],
)
def test_a_maximum_over_some_of_the_data_is_not_that_of_all(over: str, allowed: tuple[str, ...]) -> None:
    data = r"Let $X_1, \dots, X_n$ be independent and uniform on $(0, 1)$."
    assert last(rf"{data} Let $M = \max_{{{over}}} X_i$. Then $$E[M] = \frac{{n}}{{n+1}}$$") in allowed


def test_data_that_are_not_independent() -> None:
    data = r"Let $X_1, \dots, X_n$ be uniform on $(0, 1)$. They are not independent. Let $M = \max_i X_i$."
    assert last(data + r" Then $$E[M] = \frac{n}{n+1}$$") in ("unread", "undecided")
