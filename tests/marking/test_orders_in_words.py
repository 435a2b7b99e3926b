"""Orders that sentences say, as the formulas that they stand for, and what is not read of them in doubt."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify
from tests.marking.verdicts import last, verdicts


@pytest.mark.parametrize(
    "text",
    [
        r"Let $x$ be greater than $1$ and $y$ less than $0$. $$x y < 0$$",
        r"Suppose $x$ is at least $2$. Then $$x^2 \ge 4$$",
        r"If $x$ is greater than $1$, then $x^2 > x$.",
        r"If $x$ is positive, then $|x| = x$.",
        r"When $x$ is negative, $$|x| = -x$$",
        r"Whenever $x$ is larger than $y$ we have $x - y > 0$.",
        r"Because $x$ lies between $0$ and $1$ we get $$x^2 \le x$$",
        r"Let $p$ be a number between $0$ and $1$. $$p^2 \le p$$",
        r"Both $x$ and $y$ are between 0 and 1. $$x y \le 1$$",
        r"Let $\gamma$ be in $[0, 1)$. $$\frac{1}{1 - \gamma} \ge 1$$",
        r"For any $x$ in the interval $[-1, 1]$, $$x^2 \le 1$$",
        r"Let $n$ be an integer greater than $1$. $$n \ge 2$$",
        r"Let $a$ be different from $b$. $$\frac{a^2 - b^2}{a - b} = a + b$$",
        r"Suppose $x$ is not zero. Then $$\frac{x}{x} = 1$$",
        r"Choose $\eta$ between $0$ and $2/L$, inclusive. $$\eta (2 - \eta L) \ge 0$$",
        r"Since $x$ exceeds $y$, $$x - y > 0$$",
        r"If both $a$ and $b$ are positive, then $ab > 0$.",
        r"We assume that $\lambda$ is strictly positive and that $n$ is at least $3$. $$n \lambda > 2 \lambda$$",
        r"Suppose $x$ is at least $2$ and at most $3$. Then $$x^2 \le 9$$",
        r"Suppose $x$ is at least $2$ (otherwise we are done). Then $$x^2 \ge 4$$",
        r"If $|x - y|$ is at most $\epsilon$, then $(x-y)^2 \le \epsilon^2$.",
    ],
)
def test_what_words_say_of_an_order_is_supposed(text):
    (step,) = verify(text, jobs=0, second_reader=False).steps
    assert step.verdict in ("proved", "supported") and not step.needs


@pytest.mark.parametrize(
    "text",
    [
        r"Let $x$ be greater than $1$. $$\log x > 1$$",
        r"If $x$ is less than $1$, then $x < 0$.",
        r"Let $p$ be a number between $0$ and $1$. $$p^2 \ge p$$",
        r"Let $x, y$ be real numbers greater than $2$. $$x y > 5$$",
        r"Let $x$ be no more than $5$ and no less than $2$. $$x \ge 3$$",
        r"Let $x \ge 2$. Hence $x$ is greater than $3$.",
    ],
)
def test_what_does_not_follow_from_it_is_refuted(text):
    assert last(text) == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        r"If $x$ is less than $0$ or greater than $1$, then $x^2 > x$.",
        r"Let $x$ be much larger than $1$. $$\log x > 2$$",
        r"The sum of $x$ and $y$ is at least $2$. $$x + y \ge 2$$",
        r"Suppose $n$ is at least twice as large as $m$. $$n \ge m$$",
        r"The step size $\eta$ is smaller than $1/L$ and $L$ is positive. $$1 - \eta L > 0$$",
        r"Suppose that $x \ne y$, with $x$ the larger of the two. $$x - y > 0$$",
        r"Let $x$ and $y$ be greater than $1$ and $2$, respectively. $$x + y > 3$$",
        r"The depth $d$ of the tree is at most $\log_2 n$. Thus $$2^d \le n$$",
        r"Suppose that $a$ is greater than $b$, which is greater than $c$. $$a > c$$",
        r"Suppose $k$ is at most 2 $n$. $$k \le 2$$",
        r"Suppose $k$ is at most 1,000. $$k \le 1$$",
        r"Suppose $x$ is greater than $1$ with probability $p$. $$x > 1$$",
        r"The number $x$ cannot exceed $3$. Hence $x \le 3$.",
        r"Let $x$ be outside the interval $[0, 1]$. $$x^2 > x$$",
        r"The variance of $X$ is greater than $1$. $$\mathrm{Var}(X) > 1$$",
    ],
)
def test_what_is_not_read_of_an_order_is_in_doubt(text):
    assert last(text) == "undecided"


def test_what_is_concluded_to_lie_between_may_be_an_end():
    assert verdicts(r"Let $p \in [0, 1]$. Hence $p^2$ is between $0$ and $1$.") == ["proved", "supported"]
    assert verdicts(r"Let $p \in [0, 1]$. Hence $2p$ is between $0$ and $1$.") == ["proved", "refuted"]


def test_the_place_of_the_formula_is_that_of_the_name():
    steps = verify("Let $x \\ge 2$.\nHence $x$ is at least $2$.", jobs=0, second_reader=False).steps
    assert [(step.line, step.left, step.relation, step.right) for step in steps] == [(2, "x", ">=", "2")]
