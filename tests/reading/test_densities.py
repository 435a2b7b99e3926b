"""Unknown densities: which letters are one joint density, which are two, where their variables live."""

from __future__ import annotations

import pytest

from proofs import language as L
from proofs.reading.context import Context
from proofs.reading.grammar.parser import parse_row
from proofs.reading.laws.densities import stem
from proofs.reading.laws.factorised import is_told
from proofs.reading.meaning import Meaning
from proofs.reading.shapes.evidence import shapes
from proofs.reading.syntax import Unread
from proofs.reading.uses.survey import survey
from proofs.writing import plain


def meaning(*rows: str, said: str = "", laws: dict[str, L.Law] | None = None) -> tuple[Meaning, list[L.Term]]:
    """A stretch of rows in a context, and the terms of their expressions."""
    read = [parse_row(row) for row in rows]
    context = Context(survey=survey(read), said=said, laws=laws or {})
    m = Meaning(context, shapes(read, context))
    return m, [m.term(e) for row in read for s in row.statements for e in s.expressions if e is not None]


JOINT = [
    (r"p(x,y) + x + y", "p(x, y) + x + y"),
    (r"p(x|y) + p(x,y)", "p(x, y)/∫(p(x, y)) dx + p(x, y)"),
    (r"p(x) + p(x,y)", "∫(p(x, y)) dy + p(x, y)"),
    (r"f_{X,Y}(x,y) + f_X(x)", "f(x, y) + ∫(f(x, y)) dy"),
]


@pytest.mark.parametrize(("row", "expected"), JOINT)
def test_marginals_and_conditionals_belong_to_one_joint_density(row, expected):
    assert plain(meaning(row)[1][0]) == expected


def test_densities_of_two_random_variables_are_two():
    m, (term,) = meaning(r"f_X(x) f_Y(y) x y")
    assert {n.name for n in term.free if isinstance(n, L.Density)} == {"f_X", "f_Y"}
    assert m.densities.letter("f_X") == "f_X"


def test_the_density_of_one_random_variable_is_one_at_all_points():
    _, (term,) = meaning(r"f_X(x) + f_X(z) + z")
    assert len({n for n in term.free if isinstance(n, L.Density)}) == 1


SPACES = [
    (r"\int_0^\infty z f_X(z) dz", "let x be a non-negative random variable", L.R_POSITIVE),
    (r"\int_0^\infty z f_X(z) dz", "", L.R),
    (r"\int_{\mathcal{X}} p(x) dx", "", L.Abstract("x")),
    (r"\sum_{x \in \mathcal{X}} p(x)", "", L.Discrete("x")),
]


@pytest.mark.parametrize(("row", "said", "space"), SPACES)
def test_where_the_variable_of_a_density_lives(row, said, space):
    m, _ = meaning(row, said=said)
    assert m.densities.space("x") == space


def test_a_small_letter_is_the_density_of_a_declared_law():
    law = L.Normal(L.Var("mu", L.R), L.Number(1))
    _, (term,) = meaning(r"p(x) x", laws={"P": law})
    assert law in list(term.walk())


def test_masses_are_taken_at_integers_of_the_support():
    n = L.Var("n", L.Z_INTEGERS)
    m, _ = meaning(r"f_X(k)", laws={"X": L.Binomial(n, L.half)})
    k = L.Var("k", L.Z_INTEGERS)
    assert m.context.spaces["k"] is L.Z_INTEGERS
    assert {k >= 0, k <= n} <= set(m.context.stated())


INDEPENDENCE = [
    (r"p(x,y)", r"p(x) p(y)", True),
    (r"p(x,y|z)", r"p(x|z) \cdot p(y|z)", True),
    (r"p(x,y)", r"p_1(x) p_2(y)", True),
    (r"p(x)", r"\prod_{i=1}^n p(x_i)", True),
    (r"p(x,y)", r"p(x|y) p(y)", False),
    (r"p(x,y)", r"2 p(x)", False),
    (r"p(x,y|z)", r"p(x) p(y)", False),
    (r"p(x)", r"p(x) p(x)", False),
    (r"p(x,y)", r"\frac{p(x) p(y)}{2}", False),
]


@pytest.mark.parametrize(("left", "right", "expected"), INDEPENDENCE)
def test_an_equation_that_says_independence(left, right, expected):
    row = parse_row(f"{left} = {right}")
    (statement,) = row.statements
    one, other = statement.expressions
    assert one is not None and other is not None
    survey_ = survey([row])
    assert is_told(Context(survey=survey_, said="they are independent"), one, other, "") is expected
    assert not is_told(Context(survey=survey_, said="they are what they are"), one, other, "")


def test_a_density_of_what_is_made_of_others_is_unread():
    context = Context(survey=survey([parse_row(r"f_Y(y) y")]))
    context.random["Y"] = parse_row("X + 1").statements[0].expressions[0]
    (statement,) = parse_row(r"f_Y(y) y").statements
    with pytest.raises(Unread, match="made of other"):
        Meaning(context).term(statement.expressions[0])


@pytest.mark.parametrize(
    ("head", "letter"), [("f_X", "f"), ("f_X, Y", "f"), ("f_{X|Y}", "f"), ("p_1", "p_1"), ("p", "p")]
)
def test_the_letter_of_a_density(head, letter):
    assert stem(head) == letter
