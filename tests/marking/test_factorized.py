"""Steps about a distribution with independent factors: what they need is said of the factors."""

import pytest

from tests.marking.verdicts import judged

SHEET = (
    r"Consider a factorized distribution $q(Z)$ with the factors $q_i(Z_i)$. "
    r"$$KL(p||q) = \int %s(Z) \ln \frac{p(Z)}{q(Z)} dZ$$ "
    r"$$\int p(Z) \ln q(Z) dZ = \int p(Z) \ln \prod_{i} q_i(Z_i) dZ = \int p(Z) %s_{i=1}^{M} \ln q_i(Z_i) dZ$$"
)

SHEETS = [
    ("p", r"\sum", ["proved", "proved", "proved"]),
    ("q", r"\sum", ["refuted", "proved", "proved"]),
    ("p", r"\prod", ["proved", "proved", "refuted"]),
]


@pytest.mark.parametrize(("weight", "operator", "verdicts"), SHEETS)
def test_the_steps_and_wrong_ones(weight, operator, verdicts):
    assert [step.verdict for step in judged(SHEET % (weight, operator)).steps] == verdicts


def test_what_it_needs_is_said_of_the_factors():
    (step, *_) = judged(SHEET % ("p", r"\sum")).steps
    (need,) = step.needs
    assert r"p_i \ll q_i" in need and r"\text{for all } i" in need
