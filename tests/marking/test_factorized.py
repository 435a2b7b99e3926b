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


MEAN_FIELD = r"""
Consider a factorized distribution $q(Z)$ with factors $q_i(Z_i)$, $i = 1, \dots, M$.
$$KL(p||q) = \int p(Z) \ln p(Z) dZ - \int p(Z) \ln \prod_{i} q_{i}(Z_{i}) dZ$$
$$= -\int p(Z) \sum_{i=1}^{M} \ln q_{i}(Z_{i}) dZ + const.$$
$$= -\int (p(Z) \ln q_{j}(Z_{j}) + p(Z) \sum_{i \neq j} \ln q_{i}(Z_{i})) dZ + const.$$
$$= -\int p(Z) %s dZ + const.$$
$$= -\int \ln q_{j}(Z_{j}) \left( \int p(Z) \prod_{i \neq j} dZ_{i} \right) dZ_{j} + const.$$
Note that by *const.* we imply w.r.t. $q_j$. Therefore our objective function becomes
$$\mathcal{L}(q_j(Z_j)) = -\int \ln q_j(Z_j) \left( \int p(Z) \prod_{i \neq j} dZ_i \right) dZ_j
+ \lambda \left( \int q_j(Z_j) dZ_j - 1 \right)$$
Taking the derivative w.r.t. $q_j(Z_j)$ and setting it equal to zero we get
$$\frac{\partial \mathcal{L}(q_j(Z_j))}{\partial q_j(Z_j)}
= -\frac{\int p(Z) \prod_{i \neq j} dZ_i}{q_j(Z_j)} + \lambda \stackrel{!}{=} 0$$
We solve for $\lambda$
$$\lambda q_j(Z_j) = \int p(Z) \prod_{i \neq j} dZ_i$$
$$\lambda \int q_j(Z_j) dZ_j = \int \left( \int p(Z) \prod_{i \neq j} dZ_i \right) dZ_j$$
$$\lambda = %s$$
And thus
$$q_j^*(Z_j) = %s \int p(Z) \prod_{i \neq j} dZ_i$$
"""
RIGHT = (r"\ln q_{j}(Z_{j})", "1", "")
PROVED = ["proved"] * 5 + ["given", "proved", "given"] + ["proved"] * 4


def test_the_best_factor_by_a_multiplier_is_proved_to_its_last_row():
    assert [step.verdict for step in judged(MEAN_FIELD % RIGHT).steps] == PROVED


@pytest.mark.parametrize(
    ("place", "slip", "row", "verdict"),
    [
        (0, r"\sum_{i \neq j} \ln q_{i}(Z_{i})", 3, "refuted"),
        (0, r"\ln q_{j}(Z_{j})^2", 3, "refuted"),
        (1, "2", 10, "refuted"),
        (2, "2", 11, "undecided"),
    ],
)
def test_its_slips_do_not_pass(place, slip, row, verdict):
    text = MEAN_FIELD % (*RIGHT[:place], slip, *RIGHT[place + 1 :])
    assert judged(text).steps[row].verdict == verdict


def test_a_constant_in_what_stands_on_neither_side_says_nothing():
    text = r"Let $q$ be a number. $$f(x) = x^2 = x + const.$$ where const. is w.r.t. $q$."
    assert judged(text).steps[-1].verdict in ("unread", "refuted")
