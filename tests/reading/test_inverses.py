r"""Inverse functions: F_X^{-1} of a distribution function."""

import pytest

from proofs import verify

QUANTILE = r"""Let $X$ be a continuous random variable with invertible cumulative distribution function $F_X(x)$. Then
$$ \mathrm{Pr}(X < F_X^{-1}(u)) = %s $$"""
CASES = {
    "a quantile": (QUANTILE, (r"F_X(F_X^{-1}(u))", "proved"), ("u", "proved")),
    "no quantile": (QUANTILE, (r"F_X^{-1}(F_X^{-1}(u))", "refuted"), ("1 - u", "refuted"), (r"F_X(u)", "refuted")),
    "what it is, of which more may be known": (
        r"Let $X$ be a random variable with cumulative distribution function $F_X(x)$. Then $$ %s $$",
        ("F_X^{-1}(p) = -\\ln(1 - p)", "undecided"),
        ("F_X(F_X^{-1}(p)) = 1 - e^{-F_X^{-1}(p)}", "undecided"),
        ("F_X(F_X^{-1}(p)) = p", "proved"),
    ),
    "of a function that is no distribution function": (
        r"Let $g(x)$ be a strictly increasing function. Then $$ %s $$",
        ("g^{-1}(g^{-1}(y)) = y", "undecided"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_inverse_function_undoes(name):
    text, *versions = CASES[name]
    for version, verdict in versions:
        found = verify(text.replace("%s", version), jobs=0, second_reader=False).steps[-1]
        assert found.verdict == verdict, (version, found.notes, found.needs)
