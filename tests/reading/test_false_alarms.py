"""True lines that were refuted, and the false ones beside them: kinds of matrices, eigenvalues, numbers sought anew."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged

OPEN = ("undecided", "unread", "given")
PASSED = ("proved", "supported")


def last(text: str) -> str:
    return judged(text).steps[-1].verdict


@pytest.mark.parametrize(
    "text",
    [
        "A normal matrix $A$ satisfies $A A^* = A^* A$.",
        "A skew-symmetric matrix $S$ satisfies $S^T = -S$.",
        "A skew-symmetric matrix $S$ satisfies $S^T = S$.",  # which passed: it was read as symmetric
        "A Hadamard matrix $H$ satisfies $H^T H = n I$.",
        "Let $V$ be a Vandermonde matrix. Then $V^T = V$.",
        r"Let $A$ be a symmetric matrix with eigenvalues $\lambda_1, \dots, \lambda_n$ and let $\max_i \lambda_i = L$. "
        r"Then $x^T A x \le L \|x\|^2$.",
        r"Let $L = \max_i \lambda_i$ be the largest eigenvalue of the symmetric matrix $A$. "
        r"Then $x^T A x \le L \|x\|^2$.",
    ],
)
def test_of_what_is_not_read_nothing_is_refuted_or_passed(text: str) -> None:
    assert last(text) in OPEN


@pytest.mark.parametrize(
    "text",
    ["A real square matrix $B$ satisfies $B^T = B$.", r"Let $C$ be an $n \times n$ matrix. Then $C^T = C$."],
)
def test_any_matrix_is_not_symmetric(text: str) -> None:
    assert last(text) == "refuted"


def test_a_maximum_that_is_named_behind_it() -> None:
    text = r"Let $x \in \mathbb R^n$ and let $\max_i |x_i| = M$. Then $\|x\|^2 \le %s$."
    assert last(text.replace("%s", "n M^2")) != "refuted"
    assert last(text.replace("%s", "M^2")) == "refuted"


@pytest.mark.parametrize(("value", "verdict"), [("2", "proved"), ("3", "refuted")])
def test_an_equation_to_be_solved_is_about_another_number(value: str, verdict: str) -> None:
    assert last(f"Put $x = 3$. Then $x^2 = 9$. Now we solve $2 x + 1 = 5$, hence $x = {value}$.") == verdict
    assert last(f"Let $a = 2$. We solve $a x = 4$. Hence $x = {value}$.") == verdict


@pytest.mark.parametrize(
    ("formula", "right", "wrong"),
    [
        (r"\int_1^x \frac{1}{t^2} dt", r"F(x) = 1 - \frac{1}{x}", r"F(x) = 1 + \frac{1}{x}"),
        (r"\int_0^x t^2 dt", "F(x) = x^3 / 3", "F(x) = x^3 / 2"),
        (r"\int_0^{x^2} \sin t \, dt", r"F'(x) = 2 x \sin(x^2)", r"F'(x) = \sin(x^2)"),
    ],
)
def test_a_limit_that_is_an_argument_may_fall_and_rise(formula: str, right: str, wrong: str) -> None:
    assert last(f"Let $F(x) = {formula}$. Then ${right}$.") in PASSED
    assert last(f"Let $F(x) = {formula}$. Then ${wrong}$.") == "refuted"


def test_that_limits_rise_is_supposed_where_they_stand() -> None:
    text = r"We get $\int_a^b x dx = (b^2 - a^2) / 2$. "
    assert last(text) == "proved"
    assert last(text + r"Moreover $\sqrt{(b - a)^2} = b - a$.") == "refuted"


EQUIVALENT = [
    "We have $x^2 = 4$ iff $x = 2$.",
    "Let $f(x) = x^3 - 3 x$. Then $f'(x) = 0$ if and only if $x = 1$ or $x = -2$.",
    r"Let $f(x) = x^3 - 3 x$. Then $f'(x) = 0$ iff $x = \pm 2$.",
]


@pytest.mark.parametrize("text", EQUIVALENT)
def test_an_equivalence_in_words_leaves_a_row_and_is_not_given(text: str) -> None:
    assert last(text) == "unread"


def test_a_condition_within_a_sentence_is_of_what_follows_in_it() -> None:
    data = r"Let $X_1, \dots, X_n$ be i.i.d. with mean $\mu$ and variance $\sigma^2$. We have "
    claim = r"$E[X_i^2] = \sigma^2 + \mu^2$ and for $i \ne j$, $E[X_i X_j] = %s$."
    assert last(data + claim % r"\mu^2") == "proved"
    assert last(data + claim % r"\sigma^2") == "refuted"
    text = r"We have $x^2 \ge 0$ and for $x > 0$, $\sqrt{x^2} = x$."
    assert last(text) == "proved"
    assert last(text + r" Also $\sqrt{x^2} = x$.") == "undecided"


@pytest.mark.parametrize(("exponent", "verdict"), [("x + a - 1", "proved"), ("x + a", "refuted")])
def test_what_a_sentence_concludes_is_proportional(exponent: str, verdict: str) -> None:
    model = r"Let $x \sim \mathrm{Bin}(n, \theta)$ with prior $\theta \sim \mathrm{Beta}(a, b)$. "
    density = rf"$p(\theta | x) \propto \theta^{{{exponent}}} (1 - \theta)^{{n - x + b - 1}}$."
    assert last(f"{model}Then {density}") == last(f"{model}The posterior is {density}") == verdict


@pytest.mark.parametrize(
    "text",
    [
        r"For the algorithm to converge, $\eta < \frac{2}{L}$.",
        r"For stability, $|1 - h \lambda| \le 1$.",
        r"If $\eta \le \frac1L$, then $f(x_{k+1}) \le f(x_k)$.",
        r"Theorem: for all $n \ge 1$, $2^n \ge n + 1$.",
    ],
)
def test_a_condition_and_a_sequence_that_is_not_read_are_not_refuted(text: str) -> None:
    assert "refuted" not in [step.verdict for step in judged(text).steps]


def test_a_formula_holds_again_where_other_numbers_are_supposed() -> None:
    text = "Let $y = x^2$. Suppose $x = 3$. Then $y = 9$. Suppose $x = 4$. Then $y = %s$."
    assert last(text.replace("%s", "16")) == "proved"
    assert last(text.replace("%s", "9")) == "refuted"


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        (r"Let $x$ be a real number and $x^2 \ge 2$. Then $x^4 \ge 4$.", "supported"),
        (r"Let $x$ be a real number with $x^2 \ge 2$. Then $x^4 \ge 5$.", "refuted"),  # between the roots
        (r"Let $f$ be concave and $f(0) \ge 0$. Then $f(x/2) \ge f(x)/2$.", "supported"),
        (r"Let $f$ be concave and $f(0) \ge 0$. Then $f(2x) \ge 2 f(x)$.", "refuted"),
        (r"Let $x$ be real, and hence $x^2 \ge 2$.", "refuted"),
    ],
)
def test_what_a_sentence_lets_hold_beside_a_name_is_supposed(text: str, verdict: str) -> None:
    assert last(text) == verdict


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("$X$ is Poisson with mean $2$.", "$X$ is standard normal.", "undecided"),
        (r"Let $X \sim \mathrm{Poisson}(2)$.", "$X$ takes the values $-1$ and $1$ with probability $1/2$ each.", "undecided"),
        ("$X$ takes the values $-1$ and $1$ with probability $1/2$ each.", "$X$ is normal with mean $0$ and variance $2$.", "undecided"),
        ("$X$ is standard normal.", "$X$ is normal with mean $0$ and variance $1$.", "proved"),
        ("$X$ takes the values $-1$ and $1$ with probability $1/2$ each.", "Now let $X$ be standard normal.", "proved"),
    ],
)  # fmt: skip
def test_of_two_laws_that_are_told_of_one_name_neither_refutes(first: str, second: str, expected: str) -> None:
    assert last(f"{first} Then $E[X^2] \\ge 1$.\n\n{second} Then $\\operatorname{{Var}}(X) = 1$.") == expected


def test_words_for_events_and_random_variables_are_told_apart() -> None:
    masses = "Let $P(X = 0) = 1/2$ and $P(X = 1) = 1/2$. Let $Y$ be independent of $X$ with $P(Y = 1) = p$ and $P(Y = 0) = 1 - p$. "
    assert last(masses + r"Then $E[XY] = \frac p2$.") == "proved"
    assert last(masses + r"Then $E[XY] = p$.") == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        r"Let $g$ and $h$ be distributions. $$ \sum_{i=1}^m g(x_i) \log h(x_i) \le \sum_{i=1}^m g(x_i) \log g(x_i) $$",
        r"$$ KL(g \vert \vert h) = \sum_{i=1}^m g(x_i) \log \frac{g(x_i)}{h(x_i)} $$",
        r"$$ KL(g \vert \vert h) = \sum_{i=1}^m h(x_i) \log \frac{g(x_i)}{h(x_i)} $$",
    ],
)
def test_the_points_that_a_sum_runs_over_by_their_index_are_all_or_data(text: str) -> None:
    assert last(text) in OPEN
