r"""Laws that a page tells by the values of a random variable and their probabilities: judged by the sums they are."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import verdicts

TWO = "Let $X$ be a random variable with $P(X = 1) = p$ and $P(X = -1) = 1 - p$. "
DIE = "A random variable $X$ takes the values $1, 2, 3$ with probabilities $1/2, 1/3, 1/6$. "
GEOMETRIC = r"Let $X$ be geometric with $P(X = k) = (1-p)^{k-1} p$ for $k = 1, 2, \dots$, where $0 < p < 1$. "
SAME = r"Let $X$ and $Y$ be independent with $P(X = 1) = P(Y = 1) = p$ and $P(X = 0) = P(Y = 0) = 1-p$. "
TABLE = r"Let $X$ have the distribution $$P(X = 0) = \frac14, \quad P(X = 1) = \frac12, \quad P(X = 2) = \frac14.$$ "
TOLD = [
    (TWO, r"\mathrm{Var}(X) = 4 p (1 - p)", r"\mathrm{Var}(X) = 2 p (1 - p)"),
    (TWO, r"E[e^{tX}] = p e^t + (1 - p) e^{-t}", "E[e^{tX}] = p e^t"),
    (TWO, "P(X^2 = 1) = 1", "P(X > 0) = 1 - p"),
    (DIE, r"E[X] = \frac53", "E[X] = 2"),
    (DIE, r"H(X) = \frac12 \log 2 + \frac13 \log 3 + \frac16 \log 6", r"H(X) = \log 3"),
    (TABLE, r"P(X = 2 \mid X \ge 1) = \frac13", r"P(X = 2 \mid X \ge 1) = \frac12"),
    (r"Suppose $P(X = 1) = P(X = -1) = \frac12$. ", r"E[e^{tX}] = \cosh t", "E[X^3] = 1"),
    (r"If $P(X = 1) = p$ and $P(X = 0) = 1-p$, then $X \ge 0$. ", r"\mathrm{Var}(X) = p (1 - p)", "E[X] = 1 - p"),
    ("Let $X$ take the value $1$ with probability $p$ and $0$ with probability $q$. ", "E[X] = p", "E[X] = q"),
    ("Let $X$ take the value $1$ with probability $p$ and $2$ otherwise. ", "E[X] = 2 - p", "E[X] = p"),
    (
        "Let $X$ take values $x_1, \\dots, x_n$ with probabilities $p_1, \\dots, p_n$. ",
        r"E[X] = \sum_{i=1}^n x_i p_i",
        r"\mathrm{Var}(X) = \sum_{i=1}^n x_i^2 p_i",
    ),
    (SAME, "E[XY] = p^2", "P(X = Y) = p^2"),
    (
        r"Let $X$ be uniform on $\{1, 2, 3\}$ and let $Y$ take the values $-1$ and $1$ with probability $\frac12$ each. "
        "Assume $X$ and $Y$ are independent. ",
        r"\mathrm{Var}(XY) = \frac{14}{3}",
        "E[X + Y] = 3",
    ),
    (GEOMETRIC, r"E[X] = \frac1p", r"E[X] = \frac{1-p}{p}"),
    (r"Let $X$ be Poisson with $P(X = k) = e^{-\lambda} \frac{\lambda^k}{k!}$ for $k = 0, 1, 2, \dots$. ", r"E[X(X-1)] = \lambda^2", "E[X] = 1"),
    (r"Let $P(X = k) = \binom{n}{k} p^k (1-p)^{n-k}$ for $k = 0, 1, \dots, n$. ", "E[X] = n p", "E[X] = n p (1 - p)"),
    (r"Let $P(X = k) = 2^{-k}$ for $k = 1, 2, 3, \dots$. ", "E[X] = 2", "E[X] = 1"),
    (r"Let $P(X = k) = \frac1n$ for $k = 1, \dots, n$. ", r"E[X] = \frac{n+1}{2}", r"E[X] = \frac n2"),
    (r"Let $P(X = k) = \frac{1}{k(k+1)}$ for $k \ge 1$. ", r"P(X \le n) = \frac{n}{n+1}", r"P(X \le n) = \frac{n-1}{n+1}"),
    ("Let $P(X = k) = c k$ for $k = 1, 2, 3, 4$. ", r"c = \frac{1}{10}", r"c = \frac19"),
    (r"Suppose that $X$ has pmf $p(x) = \frac x6$ for $x = 1, 2, 3$. ", r"\mathrm{Var}(X) = \frac59", r"P(X \ge 2) = p(2)"),
    (r"Let $X$ have the probability mass function $p_X(k) = \frac{k}{10}$ for $k = 1, 2, 3, 4$. ", "E[X] = 3", "E[X] = 2"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "right", "wrong"), TOLD, ids=[f"{told}{right}" for told, right, _ in TOLD])
def test_what_holds_of_the_law_is_proved_and_what_does_not_is_refuted(told: str, right: str, wrong: str) -> None:
    *_, first, second = verdicts(f"{told}Then $${right}$$ $${wrong}$$")
    assert (first, second) == ("proved", "refuted")


OPEN = [
    (
        r"The random variable $X$ has $P(X = 0) = \frac13$ and $P(X = 1) = \frac13$. ",
        r"E[X] = \frac13",
    ),  # of what else?
    (r"We roll a die. By symmetry, $P(X = 1) = P(X = 2) = \frac12$. ", "E[X] = 1"),  # a claim
    (r"Let $X$ be the number of sixes with $P(X = 1) = \frac12$ and $P(X = 2) = \frac12$. ", "E[X] = 2"),
    (r"Let $X$ be Poisson with $P(X = k) = 2^{-k}$ for $k = 1, 2, 3, \dots$. ", "E[X] = 3"),  # it is not
    (r"Let $P(X = 1) = p$. ", "E[X] = 1"),
    (r"It is not known whether $P(X = 1) = \frac12$ and $P(X = 2) = \frac12$. ", "E[X] = 2"),
    ("Let $X$ take the values $1$ and $2$ with probabilities $p_1$, $p_2$ and $p_3$. ", "E[X] = 1"),
]


@pytest.mark.parametrize(("told", "claim"), OPEN, ids=[told for told, _ in OPEN])
def test_what_is_not_told_as_the_whole_law_tells_nothing(told: str, claim: str) -> None:
    assert verdicts(f"{told}Then $${claim}$$")[-1] in ("undecided", "unread")


def test_shares_of_which_one_is_given_do_not_say_what_it_is() -> None:
    text = "Let $X$ take the values $1, 2, 3$ with probabilities $p_1, p_2, p_3$. Then $$p_1 = \\frac12$$"
    assert verdicts(text)[-1] != "refuted"


def test_a_law_that_is_written_beside_its_masses_stays_what_it_is() -> None:
    told = r"Let $X \sim \mathrm{Bin}(2, \frac14)$ with $P(X = 0) = \frac12$ and $P(X = 1) = \frac12$. "
    assert verdicts(told + r"Then $$P(X = 0) = \frac{9}{16}$$ $$P(X = 0) = \frac12$$")[-2:] == ["proved", "refuted"]


def test_the_limit_of_an_event_of_counts_is_an_integer() -> None:
    right, wrong = verdicts(GEOMETRIC + "Then $$P(X > n) = (1-p)^n$$ $$P(X > n) = (1-p)^{n+1}$$")[-2:]
    assert right in ("supported", "proved") and wrong == "refuted"


def test_what_is_told_is_given_and_its_hypotheses_are_printed() -> None:
    steps = verify(TWO + "Then $$E[X] = 2p - 1$$", jobs=0, second_reader=False).steps
    assert [step.verdict for step in steps] == ["given", "given", "proved"]


def test_masses_that_are_supposed_anew_take_the_place_of_the_others() -> None:
    again = "Now suppose that $P(X = 2) = p$ and $P(X = 3) = 1 - p$. Then $E[X] = 3 - p$. So $E[X] = 2p - 1$."
    assert verdicts(f"{TWO}Then $E[X] = 2p - 1$.\n\n{again}")[-2:] == ["proved", "refuted"]


EVENTS = [
    ("Let $X$ be the result of rolling a fair die. ", r"P((X - 3)^2 \le 1) = \frac12", r"P(2X \le 5) = \frac12"),
    (r"Let $X \sim \mathrm{Bern}(p)$ and $Y \sim \mathrm{Bern}(q)$ be independent. ", r"P(\max(X, Y) = 1) = p + q - pq", "P(XY = 1) = p + q"),
    (r"Let $X$ be uniform on $\{-1, 0, 1\}$ and $Y = X^2$. ", r"P(X = 1, Y = 1) = \frac13", r"P(X = 1, Y = 1) = \frac29"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "right", "wrong"), EVENTS, ids=[f"{told}{right}" for told, right, _ in EVENTS])
def test_events_of_what_is_made_of_few_values(told: str, right: str, wrong: str) -> None:
    assert verdicts(f"{told}Then $${right}$$ $${wrong}$$")[-2:] == ["proved", "refuted"]
