r"""Steps that can be decided, each beside a wrong neighbour that must not pass."""

import pytest

from proofs import verify

CASES = {
    "a family of counts ends a sum": (
        r"$$\sum_{j=1}^{n_i} 2 (\mu_i - y_{ij}) = %s \mu_i - 2 \sum_{j=1}^{n_i} y_{ij}$$",
        ("2 n_i", "supported"),
        ("n_i", "refuted"),
    ),
    "a family of counts with two indices": (
        r"$$\sum_{j=1}^{b} \sum_{r=1}^{m_{ij}} (c_{ij} + x_{ijr}) = %s + \sum_{j=1}^{b} \sum_{r=1}^{m_{ij}} x_{ijr}$$",
        (r"\sum_{j=1}^{b} m_{ij} c_{ij}", "supported"),
        (r"\sum_{j=1}^{b} c_{ij}", "refuted"),
    ),
    "a density is written out where it is positive": (
        r"Let $X \sim \mathrm{Gam}(a, b)$ and let $f_X$ be its density. $$f_X(x) = \frac{b^a}{\Gamma(a)} %s e^{-b x}$$",
        ("x^{a-1}", "proved"),
        ("x^{a}", "refuted"),
    ),
    "a binomial coefficient is written out": (
        r"$${n \choose k} = \frac{n!}{k! \, %s!}$$",
        ("(n-k)", "proved"),
        ("(n-k+1)", "refuted"),
    ),
    "what the left side needs, divided": (
        r"$$\ln \frac{s^2 t^2}{s^2 t^2 - (r s t)^2} = %s$$",
        (r"\ln \frac{1}{1 - r^2}", "proved"),
        (r"\ln \frac{1}{1 - r}", "undecided"),
    ),
    "a sign that nothing implies is still asked for": (
        r"$$%s = \ln u + \ln v$$",
        (r"\ln (u v)", "undecided"),
        (r"\ln (u^2 v)", "refuted"),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_a_step_is_decided_and_a_wrong_neighbour_does_not_pass(name):
    text, *versions = CASES[name]
    for version, verdict in versions:
        found = verify(text.replace("%s", version), jobs=0, second_reader=False).steps[-1]
        assert found.verdict == verdict, (version, found.notes, found.needs)
