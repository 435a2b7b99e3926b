r"""Laws that words tell by the experiment, "the number of heads in $n$ tosses of a fair coin": read, and then judged."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import verdicts

SUCCESS = "each with success probability $p$. "
TOLD = [
    ("Let $X$ be the number of heads in $n$ tosses of a fair coin. ", r"E[X] = \frac{n}{2}", r"E[X] = n"),
    ("Let $X$ be the number of heads in $3$ fair tosses. ", r"P(X = 2) = \frac{3}{8}", r"P(X = 2) = \frac{1}{8}"),
    ("Let $X$ be the number of successes in $n$ independent trials, " + SUCCESS, r"\mathrm{Var}(X) = n p (1 - p)", r"\mathrm{Var}(X) = n p"),
    ("A fair coin is tossed $10$ times. Let $X$ be the number of heads. ", "E[X] = 5", "E[X] = 6"),
    ("A fair coin is tossed $10$ times and $X$ is the number of heads. ", r"\mathrm{Var}(X) = 2.5", r"\mathrm{Var}(X) = 5"),
    ("Let $X$ take the value $1$ with probability $p$ and $0$ otherwise. ", r"\mathrm{Var}(X) = p (1 - p)", r"\mathrm{Var}(X) = p^2"),
    ("Let $X$ be a random variable that takes the value $0$ with probability $q$ and $1$ with probability $1 - q$. ", "E[X] = 1 - q", "E[X] = q"),
    ("A fair die is rolled; let $X$ be the result. ", r"\mathrm{Var}(X) = \frac{35}{12}", "E[X] = 3"),
    ("A fair die is rolled. Let $X$ be the result. ", r"P(X \ge 5) = \frac{1}{3}", r"P(X \ge 5) = \frac{1}{6}"),
    ("Let $X$ be the outcome of rolling a fair die. ", r"E[X^2] = \frac{91}{6}", r"E[X^2] = \frac{49}{4}"),
    ("Let $X$ be the number of sixes in four rolls of a fair die. ", r"P(X = 0) = (5/6)^4", r"E[X] = 2"),
    ("A fair die is rolled $n$ times. Let $X$ be the number of ones. ", r"E[X] = \frac{n}{6}", r"E[X] = \frac{n}{2}"),
    (r"Let $X$ be uniform on $\{1, \dots, n\}$. ", r"\mathrm{Var}(X) = \frac{n^2 - 1}{12}", r"\mathrm{Var}(X) = \frac{n^2}{12}"),
    (r"Let $X \sim \mathcal{U}\{1, 2, \dots, n\}$. ", r"E[X] = \frac{n + 1}{2}", r"E[X] = \frac{n}{2}"),
    ("Let $T$ be the number of trials until the first success, each with probability $p$. ", r"E[T] = \frac{1}{p}", r"E[T] = \frac{1 - p}{p}"),
    ("Let $T$ be the number of trials until the first success, each with probability $p$. ", r"P(T = k) = (1 - p)^{k - 1} p", "P(T = k) = (1 - p)^k p"),
    ("Let $T$ be the number of tosses of a fair coin until the first head. ", "E[T] = 2", "E[T] = 1"),
    (r"Let $T \sim \mathrm{Geom}(p)$ be the number of trials up to the first success. ", r"E[T] = \frac{1}{p}", r"E[T] = \frac{1 - p}{p}"),
    (r"Let $N \sim \mathrm{Geom}(p)$ be the number of failures before the first success. ", r"E[N] = \frac{1 - p}{p}", r"E[N] = \frac{1}{p}"),
    ("Let $N$ be the number of failures before the first success, " + SUCCESS, r"E[N] = \frac{1 - p}{p}", r"E[N] = \frac{1}{p}"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "right", "wrong"), TOLD, ids=[f"{told}{right}" for told, right, _ in TOLD])
def test_what_holds_of_the_law_is_proved_and_what_does_not_is_refuted(told: str, right: str, wrong: str):
    *_, first, second = verdicts(f"{told}Then $${right}$$ $${wrong}$$")
    assert (first, second) == ("proved", "refuted")


OPEN = [
    ("Let $X$ be the number of heads in $n$ tosses. ", r"E[X] = \frac{n}{2}"),  # of which coin?
    ("Let $X$ be the number of red balls in $n$ draws without replacement. ", r"E[X] = \frac{n}{2}"),
    (
        "Let $X$ be the number of heads in $n$ tosses of a fair coin given that the first is a head. ",
        r"E[X] = \frac{n}{2}",
    ),
    ("A die is rolled; let $X$ be the result. ", "E[X] = 3.5"),
    ("A fair die is rolled; let $X$ be the square of the result. ", "E[X] = 3.5"),
    (r"Let $X$ be uniform on $\{1, 3, \dots, n\}$. ", r"E[X] = \frac{n + 1}{2}"),
    (r"Let $T \sim \mathrm{Geom}(p)$. ", r"E[T] = \frac{1}{p}"),  # trials, or failures?
    ("Let $T$ be the number of trials until the second success, each with probability $p$. ", r"E[T] = \frac{1}{p}"),
]


@pytest.mark.parametrize(("told", "claim"), OPEN, ids=[told for told, _ in OPEN])
def test_what_is_not_understood_to_its_end_tells_nothing(told: str, claim: str):
    assert verdicts(f"{told}Then $${claim}$$")[-1] in ("undecided", "unread")


def test_probabilities_of_what_is_made_of_others_are_judged():
    sums = r"Let $X$ and $Y$ be independent, $X \sim \mathrm{Poisson}(a)$, $Y \sim \mathrm{Poisson}(b)$, and $Z = X + Y$. Then "
    assert verdicts(sums + r"$$P(Z = n) = e^{-a-b} \frac{(a+b)^n}{n!}$$")[-1] in ("supported", "proved")
    assert verdicts(sums + r"$$P(Z = n) = e^{-a-b} \frac{(a b)^n}{n!}$$")[-1] == "refuted"
    contrary = r"Let $X \sim \mathrm{Bin}(n, p)$ and $Y = n - X$. Then "
    assert verdicts(contrary + r"$$P(Y = k) = \binom{n}{k} p^{n-k} (1-p)^k$$")[-1] == "proved"
    assert verdicts(contrary + r"$$P(Y = k) = \binom{n}{k} p^{k} (1-p)^{n-k}$$")[-1] == "refuted"
