r"""Goals of a sheet and the steps that state them: the same sides up to algebra, never the same value only."""

from fractions import Fraction

import pytest

from proofs.marking.goals import require_readable, same_statement
from proofs.marking.keys import SheetError
from proofs.marking.sheet import Goal, Question, Sheet
from tests.sheets import step

NORMAL = r"p(x) = \mathcal N(x \mid \mu, \sigma^2)"
ENTROPY = Goal(r"H(p) = \frac12 \log(2 \pi e \sigma^2)", ("sigma > 0",), (NORMAL,))


def shown(left, right, relation="="):
    return step("1.1", left, right, "proved", relation=relation)


@pytest.mark.parametrize(
    "left, right",
    [
        (r"H(p)", r"\frac12 \log(2 \pi e \sigma^2)"),
        (r"H(p)", r"\frac{1}{2} \log(2 \pi \sigma^2) + \frac{1}{2}"),
        (r"H(p)", r"\frac{1}{2}\left(\log(2\pi) + 2 \log\sigma + 1\right)"),
        (r"\frac{\log(2 \pi \sigma^2) + 1}{2}", r"H(p)"),
        (r"\mathrm{H}(p)", r"\tfrac12 \ln(2 \pi e \sigma^2)"),
    ],
)
def test_the_goal_in_other_words(left, right):
    assert same_statement(ENTROPY, shown(left, right))


@pytest.mark.parametrize(
    "left, right, relation",
    [
        (r"H(p)", r"\frac12 \log(2 \pi \sigma^2)", "="),  # another value
        (r"H(p)", r"\log(2 \pi e \sigma^2)", "="),
        (r"H(p)", r"\frac12 \log(2 \pi e \sigma^2)", "<="),  # another relation
        (r"-\mathbb E_p[\log p(x)]", r"\frac12 \log(2 \pi e \sigma^2)", "="),  # equal in value
        (r"H(p)", r"-\mathbb E_p[\log p(x)]", "="),  # the definition
        (r"H(q)", r"\frac12 \log(2 \pi e \sigma^2)", "="),  # another law
        (r"\frac12 \log(2 \pi e \sigma^2)", r"\frac12 \log(2 \pi e \sigma^2)", "="),
        (r"H(p", r"\frac12 \log(2 \pi e \sigma^2)", "="),  # not read
        (r"H(p)", r"\bowtie", "="),
        (r"H(p)", r"\frac12 \log(2 \pi e \sigma^2)", "propto"),
        (r"H(p)", None, None),
    ],
)
def test_what_is_no_goal(left, right, relation):
    assert not same_statement(ENTROPY, shown(left, right, relation))


def test_an_inequality_may_be_turned_round():
    goal = Goal(r"\log x \leq x - 1", ("x > 0",))
    assert same_statement(goal, shown(r"\log x", r"x - 1", "<="))
    assert same_statement(goal, shown(r"x - 1", r"\log(x)", ">="))
    assert not same_statement(goal, shown(r"\log x", r"x - 1", ">="))
    assert not same_statement(goal, shown(r"\log x", r"x - 1", "<"))


def test_a_side_may_go_on_in_another_row():
    broken = r"\frac{1}{2} \log(2 \pi \sigma^2) \qquad {} + \frac{1}{2}"  # what a step in two rows is quoted as
    assert same_statement(ENTROPY, shown("H(p)", broken))
    assert not same_statement(ENTROPY, shown("H(p)", broken.replace("+", ",")))


def test_signs_come_from_the_sheet():
    closed = r"\log a + \log b"
    assert same_statement(Goal(rf"f(1) = {closed}", ("a > 0", "b > 0")), shown("f(1)", r"\log(a b)"))
    assert not same_statement(Goal(rf"f(1) = {closed}"), shown("f(1)", r"\log(a b)"))


@pytest.mark.parametrize(
    "goal, why",
    [
        (Goal(r"\frac12"), "expected one statement"),
        (Goal(r"a \bowtie b"), r"not understood"),
        (Goal(r"a < b = c"), "one kind of relation"),
        (Goal(r"a = b", ("nonsense",)), "not understood"),
    ],
)
def test_a_goal_that_is_not_understood(goal, why):
    with pytest.raises(SheetError, match=f"question '1': goal .*{why}"):
        require_readable(Sheet((Question("1", ((goal,),), Fraction(4)),)))


def test_a_goal_that_is_understood():
    require_readable(Sheet((Question("1", ((ENTROPY,),), Fraction(4)),)))
