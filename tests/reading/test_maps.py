r"""Maps between vectors: f(x), f_i(x), compositions, Jacobians and their entries, f_\# p; and what is none of these."""

import pytest

from proofs import verify
from proofs.language import (
    Z_INTEGERS,
    Coord,
    Density,
    Det,
    Entry,
    Function,
    FunctionFamily,
    Iterate,
    Jacobian,
    MatProd,
    Number,
    Pushforward,
    Range,
    Var,
    VectorOf,
    Vectors,
    alpha_equal,
    exp,
)
from proofs.reading.context import Context
from proofs.reading.grammar.parser import parse_row
from proofs.reading.meaning import Meaning
from proofs.reading.syntax import Unread
from proofs.reading.terms import maps
from proofs.reading.uses.survey import survey

n, K = Var("n", Z_INTEGERS), Var("K", Z_INTEGERS)
x, u, x_b = Var("x", Vectors(n)), Var("u", Vectors(n)), Var("x_b", Vectors(n))
i, j, k = (Var(name, Range(Number(1), n)) for name in "ijk")
f, g = Function("f", Vectors(n), Vectors(n)), Function("g", Vectors(n), Vectors(n))
layers = FunctionFamily("h", Range(Number(1), K), Vectors(n), Vectors(n))
layer = Var("k", Range(Number(1), K))
p = Density("p", Vectors(n))
DECLARED = (r"f, g : \mathbb{R}^n \to \mathbb{R}^n", r"h_1, \dots, h_K : \mathbb{R}^n \to \mathbb{R}^n")


def read(text):
    rows = [parse_row(each) for each in (text, *DECLARED, r"\sum_{i=1}^n x_i + \sum_{j=1}^n x_j", "p(x)")]
    context = Context(survey=survey(rows))
    context.spaces.update(x=Vectors(n), x_b=Vectors(n), n=Z_INTEGERS)
    for row in rows[1:3]:
        maps.declare(Meaning(context), row.statements)
    return Meaning(context).term(rows[0].statements[0].expressions[0])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("f(x)", f(x)),
        ("f_i(x)", Coord(f(x), i)),
        ("f(x)_2", Coord(f(x), Number(2))),
        (r"(g \circ f)(x)", g(f(x))),
        (r"h_2(h_1(x))", layers[2](layers[1](x))),
        (r"(h_K \circ \cdots \circ h_1)(x)", Iterate(layers, K, x)),
        (r"\mathrm{D}f(x)", Jacobian(f(u), u, x)),
        ("Df(x)", Jacobian(f(u), u, x)),
        ("J_f(x)", Jacobian(f(u), u, x)),
        ("J_f(g(x))", Jacobian(f(u), u, g(x))),
        (r"J_{g \circ f}(x)", Jacobian(g(f(u)), u, x)),
        (r"\mathrm{D}(g \circ f)(x)", Jacobian(g(f(u)), u, x)),
        (r"\frac{\partial f}{\partial x}", Jacobian(f(u), u, x)),
        (r"\frac{\partial f(x)}{\partial x}", Jacobian(f(u), u, x)),
        (r"\det \frac{\partial f(x)}{\partial x}", Det(Jacobian(f(u), u, x))),
        (r"\mathrm{D}f(x)_{ij}", Entry(Jacobian(f(u), u, x), i, j)),
        (r"J_f(x)_{i,j}", Entry(Jacobian(f(u), u, x), i, j)),
        (r"\frac{\partial f_i}{\partial x_j}", Entry(Jacobian(f(u), u, x), i, j)),
        (r"\frac{\partial f_i(x)}{\partial x_j}", Entry(Jacobian(f(u), u, x), i, j)),
        (r"\prod_{k=K}^1 \mathrm{D}h_k(x)", MatProd(Jacobian(layers[layer](u), u, x), layer)),
        (r"(f_\# p)(x)", Pushforward(f, p)(x)),
        (r"f_\sharp p(f(x))", Pushforward(f, p)(f(x))),
        (r"(x_i e^{x_i})_{i=1}^n", VectorOf(x[i] * exp(x[i]), i)),
        (r"\sum_{i=1}^n x_{b,i}", None),
    ],
)
def test_maps(text, expected):
    found = read(text)
    if expected is None:
        assert Coord(x_b, i) in found.walk()
    else:
        assert alpha_equal(found, expected)


@pytest.mark.parametrize(
    "text",
    [
        "f(2)",  # a number where a vector is meant
        "f_i",
        r"\mathrm{D}f",
        r"\mathrm{D}v(x)",  # nothing is said of v
        r"|J_f(x)|",  # the determinant or its absolute value
        r"\prod_{k=1}^K \mathrm{D}h_k(x)",  # the first on the left or on the right
        r"\frac{\partial y}{\partial x}",  # how y depends on x is not said
        r"\frac{\partial}{\partial x} x_1",  # a gradient: a row or a column
        r"(h_K \circ \cdots \circ f_1)(x)",
        r"v_\# p(x)",
        "(x)_i^2_3",
    ],
)
def test_what_is_no_map_or_has_two_meanings(text):
    with pytest.raises(Unread):
        read(text)


CHANGE = r"""Let $f : \mathbb{R}^n \to \mathbb{R}^n$ and $x \in \mathbb{R}^n$. Suppose that %s.
\begin{align*}
\log((f_\# p)(f(x))) &= \log p(x) %s \log \left| \det J_f(x) \right|
\end{align*}"""


@pytest.mark.parametrize(
    ("said", "sign", "verdicts"),
    [
        ("$p$ is a probability density, $p$ vanishes nowhere and $f$ is a diffeomorphism", "-", {"proved"}),
        ("$p$ is a probability density, $p$ vanishes nowhere and $f$ is a diffeomorphism", "+", {"refuted"}),
        ("$p$ vanishes nowhere. It is open whether $f$ is a diffeomorphism", "-", {"proved", "undecided", "supported"}),
    ],
)
def test_the_density_of_an_image(said, sign, verdicts):
    (step,) = verify(CHANGE % (said, sign), jobs=0, second_reader=False).steps
    assert step.verdict in verdicts
    if "open" in said:
        assert any("diffeomorphism" in need for need in step.needs)


TRICK = r"""Let $r : %s \to [0, \infty)$ and $f : \mathbb{R} \to \mathbb{R}$. %s Let $q$ be the law of $%s$ for
$%s \sim r$. Suppose that $\mathbb{E}_{z \sim q}[f(z)]$ is finite.
\begin{align*}
\mathbb{E}_{z \sim q}[f(z)] &= %s
\end{align*}"""
MEAN = r"\mathbb{E}_{\epsilon \sim r}[f(a + b \epsilon)]"
OF_X = r"\mathbb{E}_{\omega \sim r}[f(X(\omega))]"
OUTCOMES = r"Let $X : \Omega \to \mathbb{R}$."


OPEN = {"unread", "undecided"}


@pytest.mark.parametrize(
    ("values", "verdicts"),
    [
        ((r"\mathbb{R}", "", r"a + b \epsilon", r"\epsilon", MEAN), {"proved"}),
        ((r"\mathbb{R}", "", r"a + b \epsilon", r"\epsilon", MEAN.replace("a + b", "a + 2 b")), {"refuted"}),
        ((r"\Omega", OUTCOMES, "X(u)", "u", OF_X), {"proved"}),
        ((r"\Omega", OUTCOMES, "X(u)", "u", OF_X.replace("f(X", "2 f(X")), {"refuted"}),
        ((r"\Omega", "", "X(u)", "u", OF_X), OPEN),  # nothing is said of X
        ((r"\mathbb{R}", OUTCOMES, "X(u)", "u", OF_X), OPEN),  # r is no law of points of Omega
        ((r"[0, 1]", "", r"a + b \epsilon", r"\epsilon", MEAN), OPEN),
    ],
)
def test_a_law_of_which_it_is_said_where_it_lives(values, verdicts):
    (step,) = verify(TRICK % values, jobs=0, second_reader=False).steps
    assert step.verdict in verdicts


TRIANGULAR = r"""Let $f : \mathbb{R}^n \to \mathbb{R}^n$ and $x \in \mathbb{R}^n$, and suppose that $f$ is continuously
differentiable%s.
\begin{align*}
\det \frac{\partial f}{\partial x} &= \prod_{i=1}^n \frac{\partial f_i}{\partial x_i}
\end{align*}"""


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        (" and $f$ is triangular", "proved"),
        ("", "refuted"),
        (". It need not hold that $f$ is triangular", "refuted"),
        (". Then we ask whether $f$ is triangular", "refuted"),
    ],
)
def test_a_property_counts_where_it_is_said(said, verdict):
    (step,) = verify(TRIANGULAR % said, jobs=0, second_reader=False).steps
    assert step.verdict == verdict


def test_an_equation_between_values_of_a_function_is_no_definition_of_it():
    text = r"""Let $f : \mathbb{R} \to \mathbb{R}$. Suppose that $f(y) = f(x) + 1$.
    \begin{align*} f(y) - 1 &= f(x) \end{align*}"""
    *_, step = verify(text, jobs=0, second_reader=False).steps
    assert step.verdict == "proved"


@pytest.mark.parametrize(("total", "verdict"), [("1", "proved"), ("2", "refuted")])
def test_a_density_that_is_introduced_as_a_map(total, verdict):
    text = r"Let $p : \mathbb{R} \to [0, \infty)$ and suppose that $p$ is a probability density. " + (
        rf"\begin{{align*}} \int_{{-\infty}}^\infty p(x) \, \mathrm{{d}}x &= {total} \end{{align*}}"
    )
    (step,) = verify(text, jobs=0, second_reader=False).steps
    assert step.verdict == verdict
