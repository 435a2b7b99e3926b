r"""Densities that are written out with their parameters behind a bar, f(x; \theta) = \theta x^{\theta - 1}."""

import pytest

from tests.marking.verdicts import last, verdicts

DENSITY = r"Let $X$ have density $f(x%s\theta) = \theta x^{\theta-1}$ for $0 < x < 1$, where $\theta > 0$. Then "


@pytest.mark.parametrize("bar", [";", r"\mid ", "|"])
@pytest.mark.parametrize(
    ("claim", "verdict"),
    [
        (r"\int_0^1 x f(x%s\theta)\, dx = \int_0^1 \theta x^\theta\, dx", "proved"),
        (r"\int_0^1 f(x%s\theta)\, dx = \theta", "refuted"),
        (r"\frac{\partial}{\partial\theta} \log f(x%s\theta) = \frac1\theta + \log x", "proved"),
        (r"\frac{\partial}{\partial\theta} \log f(x%s\theta) = \frac1\theta - \log x", "refuted"),
        (r"f(x%s2) = 2x", "proved"),
        (r"f(x%s2) = x^2", "refuted"),
        (r"E[X] = \int_0^1 x f(x%s\theta)\, dx", "proved"),
        (r"E[X] = \frac{\theta}{\theta + 2}", "refuted"),
    ],
)
def test_the_parameters_behind_the_bar_are_those_of_the_formula(bar, claim, verdict):
    assert last((DENSITY + f"$${claim}$$").replace("%s", bar)) == verdict


def test_the_parameters_of_a_known_law_stand_behind_a_bar():
    text = r"Let $X \sim N(\mu, \sigma^2)$. Then $$E\left[\left(\frac{\partial}{\partial\mu} \log f(X;\mu)\right)^2\right] = %s$$"
    assert last(text.replace("%s", r"E\left[\frac{(X-\mu)^2}{\sigma^4}\right]")) == "proved"
    assert last(text.replace("%s", r"\sigma^2")) == "refuted"


def test_a_letter_for_several_densities_is_none_of_them():
    r"""p(x | z) beside p(x), p(z): what stands behind the bar is a variable, and p(x) no value of the formula."""
    text = r"Let $p(x | z) = z e^{-z x}$, $x > 0$, with prior $p(z)$. Then $$p(x) = z e^{-z x}$$"
    assert last(text) != "proved"


def test_a_second_formula_for_the_same_density_is_a_claim():
    assert verdicts(DENSITY.replace("%s", ";") + r"$$f(x; \theta) = \theta x^{\theta}$$")[-1] == "refuted"
