"""Sheets of information theory: entropies of variables without a law, of what is made of them, and of densities."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import last, verdicts

MADE = r"Let $X$ be a discrete random variable with entropy $H(X)$ and let $g$ be a function of $X$. "
CHAIN = r"Let $X \to Y \to Z$ be a Markov chain of discrete random variables. "
NOISE = r"Let $Z$ be independent of $X$, both discrete, with entropies $H(X)$ and $H(Z)$, and $Y = X + Z$. "


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (rf"{MADE}Then $$H(X, g(X)) = H(g(X)) + H(X | g(X))$$", "proved"),
        (rf"{MADE}Then $$H(g(X)) \le H(X)$$", "supported"),
        (rf"{MADE}Then $$H(g(X)) \ge H(X)$$", "refuted"),
        (rf"{MADE}Then $$H(X | g(X)) = 0$$", "refuted"),
        (rf"{CHAIN}Then $$H(X | Y, Z) = H(X | Y)$$", "proved"),
        (rf"{CHAIN}Then $$I(X; Z) \le I(X; Y)$$", "supported"),
        (rf"{CHAIN}Then $$H(X | Z) \le H(X | Y)$$", "refuted"),
        (r"Let $X$ and $Z$ be conditionally independent given $Y$, all discrete. Then $$I(X; Z | Y) = 0$$", "proved"),
        (r"Let $X$ and $Y$ be independent discrete random variables. Then $$H(X, Y) = H(X) + H(Y)$$", "proved"),
        (rf"{NOISE}Then $$H(Y | X) = H(Z)$$", "supported"),
        (rf"{NOISE}Then $$H(Y) \le H(X)$$", "undecided"),  # how they are added is not used
        (r"Let $X$ and $Y$ be discrete with joint pmf $p(x, y)$. $$H(X | Y) = \sum_y p(y) H(X | Y = y)$$", "proved"),
    ],
)
def test_variables_without_a_law(text, expected):
    assert last(text) == expected


@pytest.mark.parametrize(
    "told",
    [
        r"Let $X$ be binary with entropy $H(X)$.",
        r"Let $X$ be the number of heads in some tosses, with entropy $H(X)$.",
        r"The entropy is $H(X)$, and $X \in \{1, \dots, k\}$.",
        r"Let $X$ have the distribution $(r, 1 - r)$ with entropy $H(X)$.",
        r"Let $H(X) \le 1$ be an entropy.",
    ],
)
def test_nothing_is_refuted_of_variables_of_which_more_is_said(told):
    assert last(rf"{told} Then $$H(X) \le \log 2$$") in ("undecided", "supported")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (r"Let $X$ have density $f(x) = 2x$ for $0 < x < 1$. The differential entropy is $$h(X) = 2$$", "refuted"),
        (r"Let $X$ have a density, and differential entropy $h(X)$. Then $$h(cX) = h(X) + \log |c|$$", "proved"),
        (r"Let $X$ have a density, and differential entropy $h(X)$. Then $$h(2X) = h(X)$$", "refuted"),
        (r"Let $(X, Y)$ be jointly normal with zero means, unit variances and correlation $\rho$. The mutual "
         r"information is $$I(X; Y) = -\frac12 \log(1 - \rho^2)$$", "proved"),
        (r"Let $X$ have probabilities $\frac12, \frac14, \frac14$. The entropy is $$H(X) = \frac32 \text{ bits}$$",
         "proved"),
        (r"Let $X$ have probabilities $\frac12, \frac14, \frac14$. The entropy is $$H(X) = 2 \text{ bits}$$",
         "refuted"),
    ],
)  # fmt: skip
def test_variables_with_a_law(text, expected):
    assert last(text) == expected


def test_a_joint_law_that_is_told_anew():
    text = r"""Let $X$ and $Y$ be independent with $P(X = 1) = P(X = 0) = 1/2$ and $P(Y = 1) = P(Y = 0) = 1/2$.

Let $(X, Y)$ have joint distribution $p(0,0) = \frac12$, $p(0,1) = \frac14$, $p(1,1) = \frac14$. Then $$P(X = 1) = 1/4$$"""
    assert verdicts(text)[-1] == "proved"


def test_a_law_may_have_an_atom():
    assert last(r"Let $X$ be a random variable. Then $P(X \le 3) = P(X < 3)$.") == "undecided"  # it was supported


def test_entries_of_a_matrix_that_is_written_out():
    told = r"Let $A = \begin{pmatrix} 1 & 2 \\ 3 & 4 \end{pmatrix}$. Then $A_{12} = 2$, $A_{21} = 5$ and $A_{11} = 1$."
    assert verdicts(told) == ["given", "proved", "refuted", "proved"]


def test_all_numbers_in_a_list_are_positive():
    told = r"Let $a_1, \dots, a_n$ be %s numbers. Then $\sum_{i=1}^n a_i > 0$."
    assert last(told % "positive") == "proved"
    assert last(told % "nonnegative") == "refuted"


def test_probability_vectors():
    told = r"Let $p = (p_1, \dots, p_m)$ and $q = (q_1, \dots, q_m)$ be probability vectors. "
    assert last(rf"{told}The entropy satisfies $$H(p) \le -\sum_{{i=1}}^m p_i \log q_i$$") == "supported"
    assert last(rf"{told}The entropy satisfies $$H(p) \ge -\sum_{{i=1}}^m p_i \log q_i$$") == "refuted"


def test_an_entropy_rate_is_no_function():
    text = r"The entropy rate is $H(\mathcal X) = 7/5$. Let $X$ be Bernoulli with parameter $p$. Then $$H(X) = %s$$"
    assert last(text % r"-p \log p - (1-p) \log(1-p)") == "proved"
    assert last(text % "7/5") == "refuted"


def test_a_table_whose_headings_are_events():
    table = "| | Y = 0 | Y = 1 |\n|---|---|---|\n| X = 0 | 1/3 | 1/3 |\n| X = 1 | 0 | 1/3 |\n"
    assert last(f"Let $p(x, y)$ be given by\n\n{table}\nThen the entropy is $$H(X, Y) = \\log 3$$") == "proved"
    text = f"Let $p(x, y)$ be given by\n\n{table}\nThen $I(X; Y) = \\log_2 3 - \\frac43$ bits."
    assert last(text) == "proved"  # each entropy was divided by log 2 once too often
