r"""Facts granted from outside: in LaTeX or as one types them, of a name and of all its subscripts."""

import pytest

from proofs import language as L
from proofs import verify
from proofs.reading.context import Context
from proofs.reading.grammar.parser import parse_row
from proofs.reading.syntax import Unread
from proofs.reading.told.grants import grant, latex_of
from proofs.reading.uses.survey import survey


def granted(text, document=""):
    rows = [parse_row(document)] if document else []
    context = Context(survey=survey(rows))
    notes = list(grant(context, text, rows))
    return context, notes


@pytest.mark.parametrize(
    "typed, latex",
    [
        ("sigma > 0", r"\sigma > 0"),
        ("sigma_1 >= 0", r"\sigma_1 \ge 0"),
        (r"\sigma > 0", r"\sigma > 0"),
        ("n in N", r"n \in \mathbb{N}"),
        ("x != infinity", r"x \ne \infty"),
        ("X ~ N(0, 1)", r"X \sim N(0, 1)"),
        ("log a < b", r"\log a < b"),
        ("lambda_{max} > 0", r"\lambda_{max} > 0"),
    ],
)
def test_what_is_typed_as_latex(typed, latex):
    assert latex_of(typed).split() == latex.split() or latex_of(typed).replace(" ", "") == latex.replace(" ", "")


@pytest.mark.parametrize(
    "text, facts",
    [
        ("sigma > 0", ["sigma > 0"]),
        (r"0 < p < 1", ["0 < p", "p < 1"]),
        ("a, b > 0", ["a > 0", "b > 0"]),
        ("a > 0 and b < 1", ["a > 0", "b < 1"]),
        ("n = 3", ["n = 3"]),
        ("a = b", ["a = b"]),
        ("sigma^2 >= tau", ["sigma^2 >= tau"]),
    ],
)
def test_orders_are_hypotheses(text, facts):
    context, _ = granted(text)
    assert len(context.hypotheses) == len(facts)
    assert all(isinstance(fact, L.Relation) for fact in context.hypotheses)
    assert [fact.symbol for fact in context.hypotheses] == [
        next(sign for sign in ("<=", ">=", "<", ">", "=") if sign in fact) for fact in facts
    ]


def test_a_fact_about_a_name_covers_its_subscripts():
    context, (note,) = granted("sigma > 0", r"\sigma_1 + \sigma_{2} = \tau_1 \sigma^2")
    assert {fact.left.name for fact in context.hypotheses} == {"sigma", "sigma_1", "sigma_2"}
    assert note == r"what is granted of $\sigma$ covers $\sigma_{1}$, $\sigma_{2}$"


def test_a_fact_about_one_subscript_covers_no_other():
    context, notes = granted("sigma_1 > 0", r"\sigma_1 + \sigma_2 = 0")
    assert [fact.left.name for fact in context.hypotheses] == ["sigma_1"] and not notes


def test_conventions_are_declarations():
    context, _ = granted(r"p(x) = \mathcal N(x \mid \mu, \sigma^2)")
    assert isinstance(context.laws["p"], L.Normal)
    assert context.hypotheses == [L.Var("sigma", L.R) > 0], "a law says where its parameters lie"
    assert granted("X ~ N(0, 1)")[0].laws["X"] is granted(r"X \sim \mathcal{N}(0, 1)")[0].laws["X"]
    assert "f" in granted("f(x) = x^2")[0].functions
    assert granted("n in N")[0].spaces["n"] is L.Z_INTEGERS


@pytest.mark.parametrize(
    "text",
    [
        "nonsense",
        "a",
        "a, b",
        "> 0",
        "a <",
        r"a \bowtie b",
        "",
        "a in b",
        "a > 0 and",
        "a > 0 or b > 0",
        "a > 0 if b > 0",
    ],
)
def test_what_is_no_fact(text):
    with pytest.raises(Unread):
        granted(text)


def test_a_formula_says_what_a_name_means():
    """k = sum x_i as a convention of a sheet; of x, which is a vector, nothing is granted to its coordinates."""
    context, notes = granted(r"k = \sum_{i=1}^n x_i", r"k \log p + (n - k) \log q = \sum_{i=1}^n x_i")
    assert isinstance(context.values["k"], L.Sum) and not context.hypotheses and not notes


CONVENTION = r"p(x) = \mathcal N(x \mid \mu, \sigma^2)"


def test_a_convention_is_no_hypothesis_of_the_sections_within():
    """Nor where x is a vector there: that would leave no values to judge by."""
    text = "# A\n\n## B\n\nThen $$\\sum_{i=1}^n 2 x_i = 2 \\sum_{i=1}^n x_i.$$"
    report = verify(text, assuming=CONVENTION, jobs=0, second_reader=False)
    assert [step.verdict for step in report.steps] == ["proved"]


def test_an_answer_may_mean_another_law_by_the_capital_letter():
    """The p of an answer that lets P be some law is the density of that, whatever the sheet calls p."""
    answer = r"Let $P = \mathcal N(m, s^2)$ with $s > 0$. Then $$\mathrm H(P) = -\int p(x) \log p(x) \, dx%s.$$"
    for mistake, verdict in (("", "proved"), (" + 1", "refuted")):
        assert verify(answer % mistake, assuming=CONVENTION, jobs=0, second_reader=False).steps[-1].verdict == verdict
