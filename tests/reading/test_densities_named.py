r"""Densities of which words say whose they are, "Let $X$ have density $f(x) = 3x^2$ on $[0, 1]$", and what follows."""

import pytest

from tests.marking.verdicts import judged, last

SQUARE = r"Let $X$ have density $f(x) = 3x^2$ on $[0, 1]$. "
FOR = r"Let $X$ be a continuous random variable with pdf $f(x) = 3x^2$ for $0 \le x \le 1$. "
DISPLAYED = r"Suppose $X$ is a random variable with density $$f(x) = 3x^2, \quad 0 \le x \le 1.$$ "


@pytest.mark.parametrize("setting", [SQUARE, FOR, DISPLAYED])
@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (r"E[X] = \frac34", "proved"),
        (r"E[X] = \frac12", "refuted"),
        (r"\mathrm{Var}(X) = \frac{3}{80}", "proved"),
        (r"P(X \le \frac12) = \frac18", "proved"),
        (r"P(X \le \frac12) = \frac14", "refuted"),
    ],
)
def test_a_mean_is_one_under_the_density_that_is_named(setting: str, claim: str, expected: str) -> None:
    assert last(f"{setting} Then $${claim}$$") == expected


def test_a_function_that_is_no_density_of_it_is_none() -> None:
    assert last(r"Let $X$ be a random variable and let $f(x) = 3x^2$ on $[0, 1]$. $$E[X] = \frac34$$") == "undecided"


def test_data_with_a_formula_are_no_sample_from_a_density():
    text = r"Let $x_1, \dots, x_n$ be data points with $f(x) = 2x$, $0 < x < 1$. The log-likelihood is $$\ell(a) = a \sum_i x_i$$"
    assert judged(text).steps[-1].verdict == "given"


DATA = r"Let $X_1, \dots, X_n$ be iid with density $f(x; a) = a x^{a - 1}$ for $0 < x < 1$, $a > 0$. "
BELOW = r"Let $X_1, \dots, X_n$ be iid with density $$f(x; a) = a x^{a - 1}, \quad 0 < x < 1, \ a > 0.$$ "


@pytest.mark.parametrize("setting", [DATA, BELOW])
@pytest.mark.parametrize(
    ("claim", "right", "wrong"),
    [
        (r"The log-likelihood is $\ell(a) = n \log a + %s \sum_{i=1}^n \log x_i$.", "(a - 1)", "a^2"),
        (r"The MLE is $\hat a = %s \frac{n}{\sum_{i=1}^n \log X_i}$.", "-", ""),
        ("Then $E[X_1] = %s$.", r"\frac{a}{a + 1}", r"\frac{a}{a + 2}"),
        (
            r"Let $s = \sum_{i=1}^n \log x_i$. The Fisher information is $I(a) = %s$.",
            r"\frac{n}{a^2}",
            r"\frac{a^2}{n}",
        ),
    ],
)
def test_each_of_the_data_has_the_density_that_is_named(setting, claim, right, wrong):
    assert last(setting + claim.replace("%s", right)) in ("proved", "supported", "given")
    assert last(setting + claim.replace("%s", wrong)) == "refuted"
