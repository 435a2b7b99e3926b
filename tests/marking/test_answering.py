"""Derivations as goals: what a student must show is what the derivation shows, in the sheet's notation."""

from fractions import Fraction

import pytest

import derivations as book
from proofs import Proof, verify
from proofs.language import R_POSITIVE, Var, sqrt, symbols, term
from proofs.marking.answering import hand_in, with_goals
from proofs.marking.goals import require_readable, same_statement
from proofs.marking.mark import marks
from proofs.marking.sheet import SheetError, sheet

LAWS = r"Let $P = \mathcal N(3, 2)$ and $Q = \mathcal N(4, 1)$. "
KL = r"D_{\mathrm{KL}}(P \| Q)"
STEPS = rf"\begin{{align*}} {KL} &= %s \end{{align*}}"


def asked(**table):
    return sheet({"question": [{"id": "1", "points": 2, **table}]})


@pytest.mark.parametrize(
    ("result", "reached"),
    [(r"1 - \frac12 \log 2", "yes"), (r"1 - \log \sqrt 2", "yes"), (r"1 - \log 2", "no"), ("x", "no")],
)
def test_an_answer_is_marked_against_a_derivation(result, reached):
    values = {"mu_1": 3, "sigma_1^2": 2, "mu_2": 4, "sigma_2": 1}
    question = asked(derivation="gaussian_kl", notation={"p": "P", "q": "Q"}, values=values)
    with_goal = with_goals(question, book.derive)
    require_readable(with_goal)
    report = verify(LAWS + STEPS % result, second_reader=False)
    (mark,) = marks(report, with_goal, same_statement)
    assert mark.reached == reached


def test_what_a_derivation_supposes_is_granted_to_nobody():
    assert with_goals(asked(derivation="gaussian_kl"), book.derive).granted == ()


def test_another_goal_stands_where_a_result_cannot_be_read():
    both = with_goals(asked(derivation="kl_zero_iff_equal", goal="1 = 1"), book.derive)
    assert [goal.statement for goal in both.questions[0].goals] == ["1 = 1"]
    two = with_goals(asked(derivation=["kl_zero_iff_equal", "kl_nonnegative"]), book.derive)
    assert [goal.statement[-6:] for goal in two.questions[0].goals] == [r"\geq 0"]
    with pytest.raises(SheetError, match="is not understood"):
        require_readable(with_goals(asked(derivation="kl_zero_iff_equal"), book.derive))


@pytest.mark.parametrize(
    ("square", "value"),
    [(4, Fraction(2)), ("9/4", Fraction(3, 2)), (2, sqrt(term(2))), (0.25, Fraction(1, 2))],
)
def test_a_square_says_what_a_positive_name_is(square, value):
    square = Fraction(square) if isinstance(square, float) else square
    made = hand_in(asked(derivation="gaussian_kl", values={"sigma_1^2": square}), book.derive, lambda name: None)
    (derivation,) = made.answers[0].derivations
    assert [put for name, put in derivation.instance.values[0] if name.name == "sigma_1"] == [term(value)]


def test_what_falls_short_with_the_values_is_not_handed_in():
    x = Var("x", R_POSITIVE)
    wrong = Proof(symbols("y") + x, name="wrong").eq(symbols("y") + 2 * x)
    with pytest.raises(SheetError, match="question '1': values: wrong is then refuted"):
        hand_in(asked(derivation="wrong", values={"y": 1}), lambda name: wrong, lambda name: None)


def test_a_step_that_uses_a_name_of_the_goal_for_a_vector_does_not_state_it():
    goals = with_goals(asked(derivation="gaussian_kl_same_variance"), book.derive)
    report = verify(
        r"Let $\sigma \in \mathbb{R}^d$. $$\sum_{j=1}^d \sigma_j^2 + 1 = 1 + \sum_{j=1}^d \sigma_j^2$$",
        second_reader=False,
    )
    (mark,) = marks(report, goals, same_statement)
    assert mark.reached == "no" and not mark.wrong
