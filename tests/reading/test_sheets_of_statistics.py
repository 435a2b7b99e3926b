"""What sheets of statistics say in their own manner: each true line beside a false neighbour."""

from __future__ import annotations

import pytest

from proofs.marking.verify import verify

DENSITY = r"Let $X$ have density $f(x) = %s$ for $0 < x < 1$ and $f(x) = 0$ otherwise. "
BY_CASES = r"Let $X$ have density $$ f(x) = \begin{cases} 2x & 0 < x < 1 \\ 0 & \text{otherwise} \end{cases} $$ "
JOINT = r"Let $X$ and $Y$ have joint density $f(x, y) = %s$ and $f(x, y) = 0$ otherwise. "
TRIANGLE = JOINT % "8xy$ for $0 < x < y < 1"
ORDERED = (
    r"Let $X_1, \dots, X_n$ be iid uniform on $[0, 1]$ with order statistics $X_{(1)} \le \dots \le X_{(n)}$. Then "
)
FOUR = r"Let $X_1, \dots, X_4$ be independent $N(0, 4)$ random variables (variance $4$). Then "
SPREAD = r"Let $X_1, \dots, X_n \sim N(\mu, \sigma^2)$ be independent. "
VARIANCE = SPREAD + r"The estimator $\hat\sigma^2 = \frac1n \sum_{i=1}^n (X_i - \bar X)^2$ has bias $%s$."
PAIR = r"Let $X \sim N(0, 1)$ and $Y \sim N(1, 4)$ be independent. Then "
PROCESS = r"Let $N(t)$ be a Poisson process with rate $\lambda$. Then "
TEST = r"Let $X \sim \mathrm{Bin}(3, p)$. We test $H_0: p = \frac12$ against $H_1: p > \frac12$. "
RESIDUALS = (
    r"Let $y = X \beta + \varepsilon$, where $X$ is an $n \times p$ matrix of full column rank and $E[\varepsilon] = 0$, "
    r"$\operatorname{Cov}(\varepsilon) = \sigma^2 I_n$. Let $\hat\beta = (X^T X)^{-1} X^T y$, $H = X (X^T X)^{-1} X^T$ and "
    r"$e = y - X \hat\beta$. Then "
)
LINES = [
    (DENSITY % "2x" + r"Then $E[X] = %s$.", r"\frac23", r"\frac12"),
    (DENSITY % "%s", "2x", "3x"),
    (DENSITY % "c x" + r"Then $c = %s$.", "2", "1"),
    (DENSITY % "2x" + r"The cdf of $X$ is $F(x) = %s$ for $0 < x < 1$.", "x^2", "x"),
    (BY_CASES + r"Then $E[X] = %s$.", r"\frac23", r"\frac12"),
    (TRIANGLE + r"Then $E(XY) = %s$.", r"\frac49", r"\frac14"),
    (JOINT + "Hence $X$ and $Y$ are independent.", "4xy$ for $0 < x < 1$, $0 < y < 1", "2$ for $0 < x < y < 1"),
    (ORDERED + r"$E[X_{(n)}] = %s$.", r"\frac{n}{n + 1}", r"\frac{n}{n + 2}"),
    (FOUR + r"$\operatorname{Var}(\bar X) = %s$.", "1", "2"),
    (r"Let $X_1, \dots, X_n$ be independent $\mathrm{Exp}(\lambda)$ variables (rate $\lambda$). Then $P(X_1 < 2 X_2) = %s$.",
     r"\frac23", r"\frac12"),
    (PROCESS + r"$P(N(s) = 0, N(t) = 1) = %s$ for $s < t$.", r"\lambda (t - s) e^{-\lambda t}", r"\lambda t e^{-\lambda t}"),
    (PROCESS + r"$E[N(1) N(3)] = %s$.", r"\lambda + 3 \lambda^2", r"3 \lambda^2"),
    (r"Let $D = \{(x, y) : 0 < x < y < 1\}$. Then $\iint_D x y \, dx \, dy = %s$.", r"\frac18", r"\frac14"),
    (JOINT % "4xy$ for $0 < x < 1$, $0 < y < 1" + r"Then $\iint_{x + y < 1} f(x, y) \, dx \, dy = %s$.", r"\frac16", r"\frac13"),
    (TEST + r"The probability of a type I error is $P(X = 3) = %s$.", r"\frac18", r"\frac14"),
    (TEST + r"The power at $p = 0.8$ is $P(X = 3) = %s$.", "0.512", "0.125"),
    (r"Let $X_1, \dots, X_n$ be iid Bernoulli with parameter $p$. Then $\prod_{i=1}^n P(X_i = x_i) = p^{\sum_{i=1}^n x_i} %s$.",
     r"(1 - p)^{n - \sum_{i=1}^n x_i}", r"(1 - p)^n"),
    (VARIANCE, r"-\frac{\sigma^2}{n}", r"\frac{\sigma^2}{n}"),
    (SPREAD + r"Hence $%s$ is unbiased for $\mu$.", r"\bar X", r"2 \bar X"),
    (r"Let $X \sim N(0, 1)$. Then $\rho(X, -X) = %s$.", "-1", "1"),
    (PAIR + r"$M_{X - Y}(t) = %s$.", r"e^{-t + \frac52 t^2}", r"e^{-t + \frac32 t^2}"),
    (r"Let $X \sim \mathrm{Exp}(\lambda)$ with rate $\lambda$. The quantile function is $F^{-1}(u) = %s$ for $0 < u < 1$.",
     r"-\frac{\ln(1 - u)}{\lambda}", r"-\frac{\ln u}{\lambda}"),
    (r"The p-value is $2(1 - \Phi(2.4)) \approx %s$.", "0.0164", "0.0264"),
    (RESIDUALS + r"$\operatorname{Cov}(e) = \sigma^2 %s$.", "(I - H)", "H"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "true", "false"), LINES, ids=[text[-40:] for text, _, _ in LINES])
def test_a_line_of_a_sheet_is_judged(text, true, false):
    right, wrong = (verify(text % said, jobs=0, second_reader=False, brief=True).steps for said in (true, false))
    assert {step.verdict for step in right} <= {"proved", "supported", "given"}, right
    assert right[-1].verdict != "given" or right[-1].left == "f(x)", right
    assert wrong[-1].verdict == "refuted", wrong


OPEN = [
    (PROCESS + r"$\operatorname{Cov}(N(s), N(t)) = \lambda s$.", "unread"),  # which time is the earlier is not said
    (ORDERED + r"$\operatorname{Cov}(X_{(1)}, X_{(n)}) = 0$.", "unread"),  # of their joint law nothing is read
    (r"Let $X$ have density $f(x) = x$ for $0 < x < 1$, $f(x) = 2 - x$ for $1 \le x < 2$ and $f(x) = 0$ otherwise.", "given"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "verdict"), OPEN)
def test_what_is_not_known_is_left(text, verdict):
    assert verify(text, jobs=0, second_reader=False, brief=True).steps[-1].verdict == verdict
