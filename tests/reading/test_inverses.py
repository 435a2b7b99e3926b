r"""Inverse functions: F_X^{-1} of a distribution function, g^{-1} of a function that words call increasing."""

import pytest

from proofs import verify

QUANTILE = r"""Let $X$ be a continuous random variable with invertible cumulative distribution function $F_X(x)$. Then
$$ \mathrm{Pr}(X < F_X^{-1}(u)) = %s $$"""
INCREASING = r"Let $g(x)$ be a strictly increasing function with inverse $g^{-1}(y)$. Then $$ %s $$"
CASES = {
    "a quantile": (QUANTILE, (r"F_X(F_X^{-1}(u))", "proved"), ("u", "proved")),
    "no quantile": (QUANTILE, (r"F_X^{-1}(F_X^{-1}(u))", "refuted"), ("1 - u", "refuted"), (r"F_X(u)", "refuted")),
    "there and back": (
        INCREASING,
        ("g^{-1}(g(x)) = x", "proved"),
        ("g(g^{-1}(2 y)) = 2 y", "proved"),
        ("g^{-1}(g(x)) = g^{-1}(x)", "refuted"),
        ("g^{-1}(g(x)) = g(x)", "refuted"),
    ),
    "no direction": (
        r"Let $g(x)$ be an invertible function with inverse $g^{-1}(y)$. Then $$ %s $$",
        ("g^{-1}(g(x)) = g(x)", "undecided"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_inverse_function_undoes(name):
    text, *versions = CASES[name]
    for version, verdict in versions:
        found = verify(text.replace("%s", version), jobs=0, second_reader=False).steps[-1]
        assert found.verdict == verdict, (version, found.notes, found.needs)
