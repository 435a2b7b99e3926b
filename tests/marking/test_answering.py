"""Derivations as goals: what a student must show is what the derivation shows, in the sheet's notation."""

from fractions import Fraction

import pytest

import derivations as book
from proofs import Proof, verify
from proofs.language import R_POSITIVE, Var, sqrt, symbols, term
from proofs.marking.answering import hand_in, with_goals
from proofs.marking.goals import require_readable, same_statement
from proofs.marking.keys import SheetError
from proofs.marking.mark import NO_ARGUMENT, marks
from proofs.marking.sheet import sheet
from proofs.writing.hand_in import as_latex

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
    report = verify(LAWS + STEPS % result, jobs=0, second_reader=False)
    (mark,) = marks(report, with_goal, same_statement)
    assert mark.reached == reached


def statements(sheet):
    (question,) = sheet.questions
    return [[form.statement for form in forms] for forms in question.goals]


def test_a_goal_that_is_typed_is_another_form_of_what_one_derivation_shows_and_stands_for_that_of_several():
    one = asked(derivation="gaussian_kl_same_mean", goal="1 = 1")
    ((typed, shown),) = statements(with_goals(one, book.derive))
    assert typed == "1 = 1" and shown.startswith(r"D_{\mathrm{KL}}")
    several = asked(derivation=["gaussian_kl_same_mean", "kl_nonnegative"], goal="1 = 1")
    assert statements(with_goals(several, book.derive)) == [["1 = 1"]]


@pytest.mark.parametrize(
    ("lines", "reached", "look", "points"),
    [
        (r"\leq \log 2", "no", ("1 of 2 results are shown", NO_ARGUMENT), Fraction(1, 2)),
        (r"\geq 0", "no", ("1 of 2 results are shown", NO_ARGUMENT), Fraction(1, 2)),
        (r"\geq 0 \\ D_{\mathrm{JS}}(p \| q) &\leq \log 2", "yes", (NO_ARGUMENT,), 1),
    ],
)
def test_what_each_derivation_shows_is_asked_for(lines, reached, look, points):
    parts = [{"name": "jensen_shannon", "shows": "It is not negative"}, "jensen_shannon"]
    question = with_goals(asked(derivation=parts), book.derive)
    text = rf"Let $p$ and $q$ be densities. \begin{{align*}} D_{{\mathrm{{JS}}}}(p \| q) &{lines} \end{{align*}}"
    (mark,) = marks(verify(text, jobs=0, second_reader=False), question, same_statement)
    assert (mark.reached, mark.look, mark.points) == (reached, look, points)


def test_a_stretch_is_what_a_question_asks_for():
    question = asked(derivation="jensen_shannon", shows="it is symmetric.")
    assert statements(with_goals(question, book.derive)) == [
        [r"D_{\mathrm{JS}}(p \,\|\, q) = D_{\mathrm{JS}}(q \,\|\, p)"]
    ]
    (derivation,) = hand_in(question, book.derive, lambda name: None).answers[0].derivations
    assert [chain.title for chain in derivation.chains] == ["It is symmetric"]
    with pytest.raises(SheetError, match="question '1': shows: expected the heading of one of the parts"):
        hand_in(asked(derivation="jensen_shannon", shows="It is"), book.derive, lambda name: None)


def test_a_stretch_comes_with_what_it_draws_on():
    question = asked(derivation="flow_log_determinant", shows="Its logarithm")
    (derivation,) = hand_in(question, book.derive, lambda name: None).answers[0].derivations
    assert len(derivation.chains) == 3
    asymmetry = asked(derivation="kl_is_not_a_metric", shows="It is not symmetric")
    (derivation,) = hand_in(asymmetry, book.derive, lambda name: None).answers[0].derivations
    assert [chain.title for chain in derivation.chains] == [
        "From the first coin to the second",
        "And back",
        "It is not symmetric",
    ]
    for title, lemmas in (
        ("The Kullback-Leibler divergence is infinite", 0),
        ("The Wasserstein distance is the gap", 1),
    ):
        lines = asked(derivation="disjoint_lines", shows=title)
        derivations = hand_in(lines, book.derive, lambda name: None).answers[0].derivations
        assert len(derivations) == lemmas + 1 and len(derivations[-1].chains) == 1


def test_what_was_written_is_not_written_again_for_other_values():
    one, other = ({"mu_1": 3, "sigma_1": 1, "mu_2": k, "sigma_2": 2} for k in (4, 5))
    tables = [{"id": str(k), "derivation": "gaussian_kl", "values": v} for k, v in enumerate((one, other))]
    other_names = {"id": "2", "derivation": "gaussian_kl", "values": one, "notation": {"p": "r"}}
    made = hand_in(sheet({"question": [*tables, other_names]}), book.derive, lambda name: None)
    assert [each.stated for answer in made.answers for each in answer.derivations] == ["", "As shown above", ""]
    text = as_latex(made, "page")
    assert text.count("by the moments of the normal distribution") == 2
    assert text.count("With the numbers put in") == 3 and text.count("lead{As shown above}") == 1


def test_what_is_not_asked_for_is_no_goal():
    parts = [{"name": "kl_nonnegative", "asked": False}, "gaussian_kl_same_mean"]
    ((form,),) = statements(with_goals(asked(derivation=parts), book.derive))
    assert form.endswith(r"\right)")


def test_a_stretch_supposes_and_names_what_it_is_about():
    def made(name, title):
        (derivation,) = (
            hand_in(asked(derivation=name, shows=title), book.derive, lambda name: None).answers[0].derivations
        )
        assert derivation.proof.check().verdict == "proved"
        return derivation.proof

    parameters = made("word2vec_counts", next(c.title for c in book.word2vec_counts().chains if c.title[:4] == "Para"))
    assert {n.name for h in parameters.hypotheses for n in h.free} == {"V", "d"}
    assert len(book.word2vec_counts().hypotheses) > len(parameters.hypotheses) > 0
    y = made("flow_log_determinant_example", "The second coordinate of $y$; the first is that of $x$")
    assert [each.left.name for each in y.definitions] == ["y_b"]
    both = made("flow_log_determinant", "Its logarithm")
    assert [each.left.name for each in both.definitions] == ["y_b", "J"]


LAYER = {"m": 1, "n": 2, "x_a": [3], "x_b": [1, 1]}


def test_functions_are_put_in_by_their_values():
    values = LAYER | {"s(u)": ["u_1/2", "u_1 - 1"], "t(x)": ["2 x_1 + 1", "0"]}
    question = asked(derivation="flow_log_determinant", values=values)
    (derivation,) = hand_in(question, book.derive, lambda name: None).answers[0].derivations
    assert derivation.exact.right is term(Fraction(7, 2)) and derivation.exact.reason == "writing out the finite sum"


@pytest.mark.parametrize(
    ("values", "says"),
    [
        ({"s(x)": ["y", "0"]}, r"values: s\(x\): expected a term in x, found 'y': expected a number"),
        ({"s(x)": ["x_1 +", "0"]}, r"values: s\(x\): expected a term in x, found 'x_1 \+'"),
        ({"s(x)": ["x_1"]}, "values: "),
        ({"r(x)": "x"}, r"values: r\(x\): expected a name of flow_log_determinant"),
        ({"s": 1}, "values: s: expected a Python function"),
    ],
)
def test_functions_that_cannot_be_put_in(values, says):
    question = asked(derivation="flow_log_determinant", values=LAYER | {"t(x)": ["0", "0"]} | values)
    with pytest.raises(SheetError, match=f"question '1': {says}"):
        hand_in(question, book.derive, lambda name: None)


def test_matrices_are_put_in_by_their_rows():
    values = {"d": 2, "mu_0": [1, 0], "mu_1": [0, 0], "Sigma_0": [[2, 1], [1, 2]], "Sigma_1": [[1, 0], [0, "1/2"]]}
    question = asked(derivation="multivariate_gaussian_kl", values=values)
    (derivation,) = hand_in(question, book.derive, lambda name: None).answers[0].derivations
    assert derivation.instance.check().verdict == "proved"
    assert r"\begin{pmatrix} 2 & 1 \\ 1 & 2 \end{pmatrix}" in derivation.instance.latex()


def test_what_a_derivation_supposes_is_granted_to_nobody():
    assert with_goals(asked(derivation="gaussian_kl"), book.derive).granted == ()


def test_another_goal_stands_where_a_result_cannot_be_read():
    both = with_goals(asked(derivation="kl_zero_iff_equal", goal="1 = 1"), book.derive)
    assert statements(both) == [["1 = 1"]]
    two = with_goals(asked(derivation=["kl_zero_iff_equal", "kl_nonnegative"]), book.derive)
    assert [[form[-6:] for form in forms] for forms in statements(two)] == [[r"\geq 0"]]
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
        jobs=0,
        second_reader=False,
    )
    (mark,) = marks(report, goals, same_statement)
    assert mark.reached == "no" and not mark.wrong
