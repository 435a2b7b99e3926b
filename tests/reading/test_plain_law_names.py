r"""Names of laws typed as plain letters behind \sim: X \sim Exp(\lambda)."""

import pytest

from proofs.marking.verify import verify
from proofs.reading.grammar.parser import parse_row
from tests.marking.verdicts import judged

MEANS = {
    r"Exp(\lambda)": r"\frac{1}{\lambda}",
    r"Bin(n, p)": "n p",
    r"Poisson(\lambda)": r"\lambda",
    r"Ber(p)": "p",
    r"Unif(0, 1)": r"\frac12",
    r"Beta(a, b)": r"\frac{a}{a + b}",
}


def last(law, mean):
    text = rf"Let $X \sim {law}$ with $\lambda, a, b > 0$ and $0 < p < 1$. $$E[X] = {mean}$$"
    return judged(text).steps[-1].verdict


@pytest.mark.parametrize("law", MEANS)
def test_a_law_in_plain_letters_is_the_law(law):
    assert last(law, MEANS[law]) == "proved"
    assert last(law, f"{MEANS[law]} + 1") == "refuted"


def test_a_name_that_is_no_law_says_nothing():
    assert last("Foo(p)", "17 p") == "undecided"


def test_elsewhere_letters_are_letters():
    assert "Symbol(span=(4, 5), name='E'" in str(parse_row(r"x = Exp(\lambda)"))
    assert "name='AB'" not in str(parse_row(r"X \sim AB(\lambda)"))


SENTENCES = [
    ("Let $X$ be Bernoulli(p). Then $E[X] = p$.", "proved"),
    ("Let $X$ be Bernoulli(p). Then $Var(X) = p$.", "refuted"),
    ("Let $X$ be a Poisson(λ) random variable. Then $E[X^2] = \\lambda$.", "refuted"),
    ("Let $X$ be N(μ, σ²). Then $Var(X) = \\sigma^2$.", "proved"),
    ("Let $X$ be Normal(mu_1, 4). Then $E[X] = \\mu_1$.", "proved"),
    ("Let $X$ be Binomial($n$, $p$) and let $Y$ be Uniform(0, 1). Then $E[X] = np$.", "proved"),
    ("Let $X$ be Binomial($n$, $p$). Then $E[X] = n$.", "refuted"),
    ("Let $X_1, \\dots, X_n$ be iid Bernoulli(p). The likelihood is $L(p) = p^{\\sum_i x_i}$.", "refuted"),
    ("Recall that Gamma(5) is 24. Then $E[X] = 5$.", "undecided"),  # the function
    ("Let $X$ be Foo(p). Then $E[X] = p$.", "undecided"),
]


@pytest.mark.parametrize("text, verdict", SENTENCES)
def test_a_law_written_in_a_sentence_is_the_law(text, verdict):
    assert verify(text, jobs=0, second_reader=False, brief=True).steps[-1].verdict == verdict
