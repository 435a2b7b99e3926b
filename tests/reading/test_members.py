r"""A number beside its own family, \mu_i - \mu, and the probabilities P(X > 0) of one random variable."""

import pytest

from proofs.reading.grammar.parser import parse_row
from proofs.reading.uses.survey import survey
from tests.marking.verdicts import judged

GRAND_MEAN = r"$$\mu = \frac{1}{n} \sum_{i=1}^n \mu_i$$ "
EFFECTS = GRAND_MEAN + r"$$\delta_i = \mu_i - \mu$$ "


def last(text):
    return judged(text).steps[-1].verdict


def beside(row):
    return set(survey([parse_row(row)]).beside)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (EFFECTS, r"\sum_{i=1}^n \delta_i = \sum_{i=1}^n \mu_i - n \mu"),
        (EFFECTS, r"\sum_{i=1}^n \delta_i^2 = \sum_{i=1}^n \mu_i^2 - n \mu^2"),
        (GRAND_MEAN, r"\sum_{i=1}^n (\mu_i - \mu) = 0"),
        ("", r"\sum_{i=1}^n (a_i - a) = \sum_{i=1}^n a_i - n a"),
        ("", r"\sum_{i=1}^n 2 (a - a_i)^2 = 2 n a^2 - 4 a \sum_{i=1}^n a_i + 2 \sum_{i=1}^n a_i^2"),
    ],
)
def test_a_number_beside_its_family(text, line):
    assert last(f"{text}$${line}$$") == "proved"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (EFFECTS, r"\sum_{i=1}^n \delta_i = \sum_{i=1}^n \mu_i - \mu"),
        (EFFECTS, r"\sum_{i=1}^n \delta_i^2 = \sum_{i=1}^n \mu_i^2 + n \mu^2"),
        (GRAND_MEAN, r"\sum_{i=1}^n (\mu_i + \mu) = 0"),
        ("", r"\sum_{i=1}^n (a_i - a) = \sum_{i=1}^n a_i - a"),
        ("", r"\sum_{i=1}^n (a_i - a) = 0"),  # how a is made of the a_i is not said
        (r"Let $\mu = \frac{1}{n} \sum_{i=1}^n x_i$. ", r"\sum_{i=1}^n (\mu_i - \mu) = 0"),
    ],
)
def test_what_is_wrong_of_them_or_not_said_does_not_pass(text, line):
    assert last(f"{text}$${line}$$") in ("refuted", "undecided")


@pytest.mark.parametrize(
    "text",
    [
        r"$$\sum_{i=1}^n \|x - x_i\|^2 = \sum_{i=1}^n (x - x_i)^2$$",
        r"$$x = \sum_{i=1}^n x_i e_i$$",
    ],
)
def test_vectors_are_not_taken_for_numbers(text):
    assert last(text) == "unread"


@pytest.mark.parametrize(
    ("row", "names"),
    [
        (r"\sum_{i=1}^n (a_i - a) = b", {"a"}),
        (r"a = \frac{1}{n} \sum_{i=1}^n a_i", {"a"}),
        (r"\sum_{i=1}^n a_i = a - a_0", set()),  # the members are on the other side of a sum
        (r"\sum_{i=1}^n b_i = a - a_0", set()),  # a_0 is no member that an index runs over
        (r"x = \sum_{i=1}^n x_i e_i", set()),
        (r"\sum_{i=1}^n (x_i - \bar{x}) = x' x", set()),
        (r"\sum_{i=1}^n \|a - a_i\| = b", set()),
    ],
)
def test_which_names_stand_beside_their_members(row, names):
    assert beside(row) == names


# ---------------------------------------------------------------------------------------------------------------------

NORMAL = r"Let $Z \sim \mathcal N(0, 1)$. "
POISSON = r"Let $X \sim \mathrm{Poiss}(\lambda)$. "


@pytest.mark.parametrize(
    ("law", "line"),
    [
        (NORMAL, r"P(Z > 0) = \frac{1}{2}"),
        (NORMAL, r"P(-1 < Z < 1) = 2 P(0 < Z < 1)"),
        (NORMAL, r"P(Z \leq 1) = \Pr(Z \leq 1)"),
        (POISSON, r"P(X = 0) = e^{-\lambda}"),
        (POISSON, r"P(X \geq 1) = 1 - P(X = 0)"),
    ],
)
def test_the_letter_of_a_probability(law, line):
    assert last(f"{law}$${line}$$") in ("proved", "supported")


@pytest.mark.parametrize(
    ("law", "line"),
    [
        (NORMAL, r"P(Z > 0) = \frac{1}{3}"),
        (NORMAL, r"P(-1 < Z < 1) = 3 P(0 < Z < 1)"),
        (NORMAL, r"P(Z \leq 1) = \Pr(Z > 1)"),
        (POISSON, r"P(X = 0) = e^{\lambda}"),
        (POISSON, r"P(X \geq 1) = 1 - P(X = 1)"),
    ],
)
def test_a_wrong_probability_is_refuted(law, line):
    assert last(f"{law}$${line}$$") == "refuted"


@pytest.mark.parametrize(
    "text",
    [
        NORMAL + r"$$P(Z = 0) = 0$$",  # 0, or the value of the density that authors write so
        r"Let $P = \mathcal N(0, 1)$ and $X \sim P$. $$P(X > 0) = \frac{1}{2}$$",  # P is the law
    ],
)
def test_what_else_the_letter_may_be_is_left_open(text):
    assert last(text) == "unread"
