r"""Matrices with dots, data that are vectors, covariance matrices: right lines hold, wrong neighbours are refuted."""

from __future__ import annotations

import pytest

from tests.marking.verdicts import judged


def verdict(setting: str, claim: str) -> str:
    """The verdict on a claim in a setting, of which nothing may be refuted."""
    *before, last = judged(f"{setting}\n\n$$ {claim} $$").steps
    assert not any(step.verdict in ("refuted", "unread") for step in before)
    return "holds" if last.verdict in ("proved", "supported") else last.verdict


VECTORS = r"Let $x \in \mathbb{R}^n$ and $s \in \mathbb{R}^n$. Then"
DIAGONAL = r"\begin{bmatrix} s_1 & \cdots & 0 \\ \vdots & \ddots & \vdots \\ 0 & \cdots & s_n \end{bmatrix}"


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (DIAGONAL + r" x = \begin{bmatrix} s_1 x_1 \\ \vdots \\ s_n x_n \end{bmatrix}", "holds"),
        (DIAGONAL + r" x = \begin{bmatrix} s_1 x_1^2 \\ \vdots \\ s_n x_n^2 \end{bmatrix}", "refuted"),
        (DIAGONAL + r" = \mathrm{diag}(s_1, \ldots, s_n)", "holds"),
        (DIAGONAL.replace("s_n", "s_n^2").replace("s_1", "s_1^2") + r" = \mathrm{diag}(s_1, \ldots, s_n)", "refuted"),
        (r"\begin{bmatrix} s_1 & 0 & 0 \\ 0 & \ddots & 0 \\ 0 & 0 & s_n \end{bmatrix} x = "
         r"\begin{bmatrix} s_1 x_1 \\ s_2 x_2 \\ \vdots \\ s_n x_n \end{bmatrix}", "holds"),
        (r"\begin{bmatrix} x_1 & \cdots & x_n \end{bmatrix} s = \sum_{i=1}^n x_i s_i", "holds"),
        (r"\begin{bmatrix} x_1 & \cdots & x_n \end{bmatrix} s = \sum_{i=1}^n x_i s_i^2", "refuted"),
        (r"x s^\top = \begin{bmatrix} x_1 s_1 & \cdots & x_1 s_n \\ \vdots & \ddots & \vdots \\ "
         r"x_n s_1 & \cdots & x_n s_n \end{bmatrix}", "holds"),
        (r"x s^\top = \begin{bmatrix} x_1 s_1 & x_1 s_2 & \cdots & x_1 s_n \\ x_2 s_1 & x_2 s_2 & \cdots & x_2 s_n \\ "
         r"\vdots & \vdots & \ddots & \vdots \\ x_n s_1 & x_n s_2 & \cdots & x_n s_n \end{bmatrix}", "holds"),
        (r"x s^\top = \begin{bmatrix} x_1 s_1 & \cdots & x_n s_1 \\ \vdots & \ddots & \vdots \\ "
         r"x_1 s_n & \cdots & x_n s_n \end{bmatrix}", "refuted"),
        (r"\begin{bmatrix} 1 & x_1 \\ \vdots & \vdots \\ 1 & x_n \end{bmatrix}^\top s = "
         r"\begin{bmatrix} \sum_{i=1}^n s_i \\ \sum_{i=1}^n x_i s_i \end{bmatrix}", "holds"),
        (r"\begin{bmatrix} 1 & x_1 \\ \vdots & \vdots \\ 1 & x_n \end{bmatrix}^\top s = "
         r"\begin{bmatrix} \sum_{i=1}^n x_i s_i \\ \sum_{i=1}^n s_i \end{bmatrix}", "refuted"),
    ],
)  # fmt: skip
def test_matrices_with_dots(claim, expected):
    assert verdict(VECTORS, claim) == expected


@pytest.mark.parametrize(
    "matrix",
    [
        r"\begin{bmatrix} x_1 \\ \vdots \\ s_n \end{bmatrix}",  # of no one rule
        r"\begin{bmatrix} x_1 \\ x_3 \\ \vdots \\ x_n \end{bmatrix}",
        r"\begin{bmatrix} x_0 \\ \vdots \\ x_n \end{bmatrix}",
        r"\begin{bmatrix} 1 & \cdots & 0 \\ \vdots & \ddots & \vdots \\ 0 & \cdots & 1 \end{bmatrix}",  # of what size
        r"\begin{bmatrix} x_1 & \cdots & s_1 \\ \vdots & \ddots & \vdots \\ s_n & \cdots & x_n \end{bmatrix}",
        r"\begin{bmatrix} x_1 s_1 & \cdots & x_1 s_n \\ x_n s_1 & \cdots & x_n s_2 \end{bmatrix}",
        r"\begin{bmatrix} s_1 & \cdots & 0 \\ \vdots & \ddots & \vdots \\ 0 & \cdots & x_n \end{bmatrix}",
    ],
)
def test_dots_whose_rule_is_not_seen(matrix):
    assert verdict(VECTORS, rf"\mathrm{{tr}}\left({matrix}\right) = 1") == "unread"


SQUARE = (
    r"Let $A$ be an $n \times n$ matrix with entries $$ A = \begin{bmatrix} a_{11} & \cdots & a_{1n} \\ \vdots & "
    r"\ddots & \vdots \\ a_{n1} & \cdots & a_{nn} \end{bmatrix} . $$ Then"
)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"\mathrm{tr}(A) = \sum_{i=1}^n a_{ii}", "holds"),
        (r"\mathrm{tr}(A A) = \sum_{i=1}^n \sum_{j=1}^n a_{ij} a_{ji}", "holds"),
        (r"\mathrm{tr}(A A) = \sum_{i=1}^n \sum_{j=1}^n a_{ij} a_{ij}", "refuted"),
        (r"\mathrm{tr}(A^\top A) = \sum_{i=1}^n \sum_{j=1}^n a_{ij}^2", "holds"),
    ],
)
def test_entries_with_two_indices(claim, expected):
    assert verdict(SQUARE, claim) == expected


DATA = r"Let $x_1, \ldots, x_n \in \mathbb{R}^d$ and let $\bar{x} = \frac{1}{n} \sum_{i=1}^n x_i$. Then"
ENTRIES = (
    r"Let $y_i = \begin{bmatrix} y_{i1} \\ \vdots \\ y_{ip} \end{bmatrix} \sim \mathcal{N}(\mu, \Sigma)$, "
    r"$i = 1, \ldots, n$. Then"
)
RUNNING = r"Let $x_i$ be vectors. Then"


@pytest.mark.parametrize(
    ("setting", "claim", "expected"),
    [
        (DATA, r"\sum_{i=1}^n (x_i - \bar{x}) = 0", "holds"),
        (r"For vectors $x, x_i \in \mathbb R^d$,", r"\sum_{i=1}^n (x - x_i) = n x - \sum_{i=1}^n x_i", "holds"),
        (r"For vectors $x, x_i \in \mathbb R^d$,", r"\sum_{i=1}^n (x - x_i) = x - \sum_{i=1}^n x_i", "refuted"),
        (DATA, r"\sum_{i=1}^n x_i^\top x_i = \sum_{i=1}^n \sum_{j=1}^d x_{ij}^2", "holds"),
        (DATA, r"\sum_{i=1}^n x_i^\top x_i = \sum_{i=1}^n \sum_{j=1}^d x_{ij}", "refuted"),
        (DATA, r"\sum_{i=1}^n (x_i - \bar{x}) (x_i - \bar{x})^\top = \sum_{i=1}^n x_i x_i^\top - n \bar{x} \bar{x}^\top",
         "holds"),
        (DATA, r"\sum_{i=1}^n (x_i - \bar{x}) (x_i - \bar{x})^\top = \sum_{i=1}^n x_i x_i^\top - \bar{x} \bar{x}^\top",
         "refuted"),
        (DATA + r" with $X = \begin{bmatrix} x_1^\top \\ \vdots \\ x_n^\top \end{bmatrix}$",
         r"X^\top X = \sum_{i=1}^n x_i x_i^\top", "holds"),
        (DATA + r" with $X = \begin{bmatrix} x_1^\top \\ \vdots \\ x_n^\top \end{bmatrix}$",
         r"X X^\top = \sum_{i=1}^n x_i x_i^\top", "unread"),  # of another size
        (DATA + r" with $X = \begin{bmatrix} x_1 & \cdots & x_n \end{bmatrix}$",
         r"X X^\top = \sum_{i=1}^n x_i x_i^\top", "holds"),
        (DATA, r"\sum_{i=1}^n \sum_{j=1}^n x_i x_j^\top = \left(\sum_{i=1}^n x_i\right) \left(\sum_{i=1}^n x_i\right)^\top",
         "holds"),
        (DATA, r"\sum_{i=1}^n \sum_{j=1}^n x_i x_j^\top = n \sum_{i=1}^n x_i x_i^\top", "refuted"),
        (ENTRIES, r"\frac{\partial}{\partial \mu} \sum_{i=1}^n (y_i - \mu)^\mathrm{T} \Sigma^{-1} (y_i - \mu) "
                  r"= -2 \Sigma^{-1} \sum_{i=1}^n (y_i - \mu)", "holds"),
        (ENTRIES, r"\frac{\partial}{\partial \mu} \sum_{i=1}^n (y_i - \mu)^\mathrm{T} \Sigma^{-1} (y_i - \mu) "
                  r"= -2 \Sigma \sum_{i=1}^n (y_i - \mu)", "refuted"),
        (ENTRIES, r"\sum_{i=1}^n y_i^\mathrm{T} y_i = \sum_{i=1}^n \sum_{j=1}^p y_{ij}^2", "holds"),
        (RUNNING, r"\sum_{i=1}^n x_i x_i^\top = n x_1 x_1^\top", "refuted"),  # x_i is another vector for each i
        (RUNNING, r"\sum_{i=1}^n x_i x_i^\top = \left(\sum_{i=1}^n x_i x_i^\top\right)^\top", "holds"),
        (r"Let $A$ be a $d \times d$ matrix. " + DATA,
         r"\sum_{i=1}^n A x_i x_i^\top = A \sum_{i=1}^n x_i x_i^\top", "holds"),
        (r"Let $A$ be a $d \times d$ matrix. " + DATA,
         r"\sum_{i=1}^n A x_i x_i^\top = \sum_{i=1}^n x_i x_i^\top A", "refuted"),
    ],
)  # fmt: skip
def test_data_that_are_vectors(setting, claim, expected):
    assert verdict(setting, claim) == expected


NORMAL = (
    r"Let $X \sim \mathcal{N}(\mu, \Sigma)$ where $\mu \in \mathbb{R}^n$, and let $B$ be an $n \times n$ matrix. Then"
)


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"\mathrm{Cov}(X) = \Sigma", "holds"),
        (r"\mathrm{Var}(X) = \Sigma", "holds"),
        (r"\mathrm{Cov}(X) = \Sigma^{-1}", "refuted"),
        (r"\mathrm{E}\left[ (X - \mu) (X - \mu)^\top \right] = \Sigma", "holds"),
        (r"\mathrm{E}[X X^\top] = \Sigma + \mu \mu^\top", "holds"),
        (r"\mathrm{E}[X X^\top] = \Sigma - \mu \mu^\top", "refuted"),
        (r"\mathrm{Cov}(X + \mu) = \mathrm{Cov}(X)", "holds"),
        (r"\mathrm{Cov}(B X) = B \Sigma B^\top", "holds"),
        (r"\mathrm{Cov}(B X) = B^\top \Sigma B", "refuted"),
        (r"\mathrm{Cov}(B X) = B \Sigma B", "refuted"),
        (r"\mathrm{Cov}(B X, X) = B \Sigma", "holds"),
        (r"\mathrm{Cov}(X, B X) = B \Sigma", "refuted"),
        (r"\mathrm{Cov}(X, B X) = \Sigma B^\top", "holds"),
    ],
)
def test_covariance_matrices(claim, expected):
    assert verdict(NORMAL, claim) == expected


@pytest.mark.parametrize(
    ("setting", "claim"),
    [
        (NORMAL.replace("an $n", "a random matrix, an $n"), r"\mathrm{E}[B X] = B \mu"),
        (NORMAL + r" Its entries are independent standard normal numbers.", r"\mathrm{E}[B X] = 0"),
        (NORMAL + r" Let $Y$ be a random vector.", r"\mathrm{E}[X Y^\top] = \mathrm{E}[X] Y^\top"),
    ],
)
def test_a_matrix_that_may_be_random_is_not_taken_as_known(setting, claim):
    assert verdict(setting, claim) in ("unread", "undecided")


def test_the_parameters_of_a_law_are_valid_whatever_it_is_the_law_of():
    setting = r"Let $$ \begin{bmatrix} u \\ v \end{bmatrix} \sim \mathcal{N}(\mu, \Sigma) . $$ Then"
    claim = r"\frac{\partial}{\partial \mu} \mu^\top \Sigma^{-1} \mu = 2 \Sigma^{-1} \mu"
    *_, last = judged(f"{setting} $$ {claim} $$").steps
    assert last.verdict in ("proved", "supported")


@pytest.mark.parametrize("said", ["centred", "standardised, of mean zero", "orthogonal to $m$"])
def test_of_data_that_words_say_more_of_nothing_is_refuted(said):
    claim = r"\sum_{i=1}^n (x_i - m)^\top (x_i - m) = \sum_{i=1}^n x_i^\top x_i + n m^\top m"
    assert verdict(r"Let $x_1, \ldots, x_n \in \mathbb{R}^d$ be given. Then", claim) == "refuted"
    assert verdict(rf"Let $x_1, \ldots, x_n \in \mathbb{{R}}^d$ be {said}. Then", claim) == "undecided"
