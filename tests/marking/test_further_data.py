r"""What is predicted: a further one of the data has their law, and data with an accent are not all of the data."""

import pytest

from tests.marking.verdicts import last, verdicts

COUNTS = r"Let $y_1, \dots, y_n \mid \theta \sim \mathrm{Poisson}(\theta)$ iid and $\theta \sim \mathrm{Gamma}(a, b)$. "
NORMAL = r"Let $y_1, \dots, y_n \mid \theta \sim N(\theta, 1)$ iid and $\theta \sim N(0, 1)$. "
PREDICTIVE = (
    r"The posterior predictive density is $$p(\tilde y \mid y) = \int_0^\infty p(\tilde y \mid \theta) p(%s) d\theta = "
)
FORMULA = r"\frac{(b + n)^{a + n \bar y}}{\tilde y! \Gamma(a + n \bar y)} \int_0^\infty \theta^{a + n \bar y + \tilde y - 1} e^{-(b + %s) \theta} d\theta.$$"


def test_a_further_one_of_the_data_is_predicted():
    right = verdicts(COUNTS + PREDICTIVE % r"\theta \mid y" + FORMULA % "n + 1")
    assert right[1] == "proved" and right[2] in ("proved", "supported")
    assert verdicts(COUNTS + PREDICTIVE % r"\theta \mid y" + FORMULA % "n")[-1] == "refuted"
    assert verdicts(COUNTS + PREDICTIVE % r"\theta" + FORMULA % "n + 1")[1] == "refuted"


@pytest.mark.parametrize(("right", "wrong"), [(r"\frac{a + n \bar y}{b + n}", r"\frac{a + \bar y}{b + n}")])
def test_the_mean_of_counts_is_that_of_the_data_of_a_model(right, wrong):
    assert last(COUNTS + rf"Then $E[\theta \mid y] = {right}$.") in ("proved", "supported")
    assert last(COUNTS + rf"Then $E[\theta \mid y] = {wrong}$.") == "refuted"


def test_the_density_of_a_mean_is_not_that_of_all_the_data():
    mean = r"Then $p(\bar y \mid \theta) = \sqrt{\frac{n}{2\pi}} e^{-n(\bar y - \theta)^2/2}$."
    assert last(NORMAL + mean) != "refuted"
    whole = r"Then $p(\mathbf{y} \mid \theta) = \prod_{i=1}^n \frac{1}{\sqrt{%s}} e^{-(y_i - \theta)^2/2}$."
    assert last(NORMAL + whole % r"2 \pi") == "proved"
    assert last(NORMAL + whole % r"\pi") == "refuted"
