"""The door to SymPy: what comes in stands as it was, what goes out means the same."""

from fractions import Fraction

import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st
from sympy import stats

from proofs.language import (
    KL,
    R_POSITIVE,
    Abstract,
    Bernoulli,
    Beta,
    Cauchy,
    Density,
    Det,
    Diag,
    E,
    Entry,
    Exponential,
    Form,
    Function,
    Gamma,
    Identity,
    Int,
    Inverse,
    Laplace,
    MultivariateNormal,
    Neg,
    Normal,
    Number,
    Plus,
    Poisson,
    Power,
    Prod,
    Quotient,
    R,
    Range,
    Relation,
    Sum,
    Times,
    Tr,
    Transpose,
    Uniform,
    Var,
    VectorOf,
    Vectors,
    Without,
    alpha_equal,
    exp,
    half,
    index,
    integer,
    log,
    matrix,
    maximum,
    sqrt,
    symbols,
    term,
    vector,
)
from proofs.language.sympy_door import assumptions_of, from_sympy, to_sympy

x, y, mu, sigma = symbols("x y mu sigma")
X, Y = to_sympy(x), to_sympy(y)
third = Number(Fraction(1, 3))

# ---------------------------------------------------------------------------------------------------------------------
# in

UNEVALUATED = [
    (sp.Add(X, X, evaluate=False), Plus((x, x))),
    (sp.Add(Y, X, sp.Integer(-1), evaluate=False), Plus((y, x, Neg(Number(1))))),
    (sp.Mul(X, sp.Pow(X, -1, evaluate=False), evaluate=False), Quotient(x, x)),
    (sp.Mul(Y, X, sp.Rational(1, 3), evaluate=False), Times((y, x, third))),
    (sp.log(sp.exp(X, evaluate=False), evaluate=False), log(exp(x))),
    (sp.sqrt(sp.Pow(X, 2, evaluate=False), evaluate=False), sqrt(x**2)),
    (sp.Add(X, sp.Add(Y, X, evaluate=False), evaluate=False), Plus((x, Plus((y, x))))),
    (sp.UnevaluatedExpr(X) + 0, x),
]


@pytest.mark.parametrize(("expr", "wanted"), UNEVALUATED, ids=lambda v: str(v)[:40])
def test_an_unevaluated_tree_keeps_its_order_and_its_brackets(expr, wanted):
    assert from_sympy(expr) is wanted


n, k = sp.Symbol("n", integer=True), sp.Symbol("k", integer=True)
N, K = integer("n"), Var("k", Range(Number(1), integer("n")))
KINDS = [
    (X / Y, x / y),
    (-X * Y, Neg(Times((x, y)))),
    (X**-2, Quotient(Number(1), Power(x, Number(2)))),
    (sp.sqrt(X), sqrt(x)),
    (X**Y, x**y),
    (sp.pi + sp.E, None),
    (sp.Max(X, Y), maximum(x, y)),
    (sp.Integral(sp.exp(-(X**2)), (X, -sp.oo, sp.oo)), Int(exp(Neg(x**2)), x)),
    (sp.Integral(X, (X, 0, sp.oo)), Int(Var("x", R_POSITIVE), Var("x", R_POSITIVE))),
    (sp.Sum(X**k, (k, 1, n)), Sum(x**K, K)),
    (sp.Product(k, (k, 1, n)), Prod(K, K)),
    (sp.Eq(X, Y), Relation(x, "=", y)),
    (X < Y, Relation(x, "<", y)),
    (sp.Function("f")(X), Function("f")(x)),
    (sp.Piecewise((X, X > 0), (0, True)), None),
    (sp.Derivative(sp.sin(X), X), None),
    (sp.Trace(sp.MatrixSymbol("A", n, n)), Tr(matrix("A", N))),
    (sp.Trace(sp.MatrixSymbol("A", n, n) ** sp.Rational(-1, 2)), Tr(matrix("A", N) ** Number(-half.value))),
    (sp.Determinant(sp.MatrixSymbol("A", n, n)), Det(matrix("A", N))),
]


@pytest.mark.parametrize(("expr", "wanted"), KINDS, ids=lambda v: str(v)[:40])
def test_every_kind_of_expression_comes_in_and_goes_out_again(expr, wanted):
    found = from_sympy(expr)
    assert wanted is None or found is wanted
    assert to_sympy(found).subs({n: 3}) == _as_real(expr).subs({n: 3})


def _as_real(expr):
    """Bound variables over the half line are positive, indices from 1 are positive, once they have been through."""
    if isinstance(expr, sp.Function) and expr.func == sp.Function("f"):
        return sp.Function("f", real=True)(*expr.args)
    swaps = {}
    if isinstance(expr, sp.Sum | sp.Product):
        swaps = {k: sp.Symbol("k", integer=True, positive=True)}
    if isinstance(expr, sp.Integral) and expr.limits[0][1] == 0:
        swaps = {X: sp.Symbol("x", positive=True)}
    return expr.xreplace(swaps)


REFUSED = [
    (sp.Float("0.1") * X, "float"),
    (sp.I * X, "ImaginaryUnit"),
    (sp.Symbol("x") + X, "two symbols are called x"),
    (sp.Symbol("s", positive=True) * sp.Symbol("s", real=True), "two symbols are called s"),
    (sp.Integral(X, X), "limits"),
    (sp.Piecewise((X, X > 0), (1, X < 0)), "True"),
    (sp.besselj(1, X), "besselj"),
    (sp.nan, "NaN"),
]


@pytest.mark.parametrize(("expr", "said"), REFUSED, ids=lambda v: str(v)[:40])
def test_what_cannot_be_said_is_refused_by_name(expr, said):
    with pytest.raises(TypeError, match=said):
        from_sympy(expr)


def test_signs_are_hypotheses():
    a, b = sp.Symbol("a", positive=True), sp.Symbol("b", nonnegative=True)
    c, d = sp.Symbol("c", real=True), sp.Symbol("d", nonzero=True)
    assert from_sympy(a) is Var("a", R)
    found = {(f.left.name, f.symbol) for f in assumptions_of(a + b + c + d)}
    assert found == {("a", ">"), ("b", ">="), ("d", "!=")}


# ---------------------------------------------------------------------------------------------------------------------
# operators and tools of SymPy


@pytest.mark.parametrize("result", [X + y, X - y, X * y, X / y, X**y, 2 * X + y], ids=str)
def test_an_operator_between_sympy_and_a_term_gives_a_term(result):
    assert type(result).__module__ == "proofs.language.terms"


def test_sympy_takes_terms():
    t = (x - mu) ** 2 / (2 * sigma**2)
    M, S = to_sympy(mu), to_sympy(sigma)
    assert sp.simplify(sp.diff(t, x) - (X - M) / S**2) == 0
    assert sp.diff(t, X) == sp.diff(t, x)
    assert sp.lambdify([X, M, S], sp.sympify(t))(3.0, 1.0, 2.0) == pytest.approx(0.5)
    assert sp.sympify(t).subs({x: 3, mu: 1, sigma: 2}) == sp.Rational(1, 2)


def test_positive_names_become_positive_symbols():
    assert to_sympy(sqrt(sigma**2), positive={"sigma"}) == sp.Symbol("sigma", positive=True)
    assert to_sympy(log(sigma**2), positive={sigma}) == to_sympy(log(sigma**2), positive={"sigma"})
    assert to_sympy(sqrt(sigma**2)) == sp.Abs(sp.Symbol("sigma", real=True))


def test_relations_are_not_evaluated_away():
    assert isinstance(to_sympy((x + y).eq(y + x)), sp.Eq)
    assert isinstance(to_sympy(x**2 >= -1), sp.Ge)


# ---------------------------------------------------------------------------------------------------------------------
# out

d = integer("d")
A, v, w = matrix("A", d), vector("v", d), vector("w", d)
j = index("j", 1, d)


def test_matrices_go_out_as_matrix_expressions_and_have_their_values():
    u1, u2, B = sp.Matrix([1, 2]), sp.Matrix([3, 5]), sp.Matrix([[2, 1], [0, 3]])
    put = {to_sympy(v): u1, to_sympy(w): u2, to_sympy(A): B}
    for t, wanted in [
        (Form(v, A, w), (u1.T * B * u2)[0]),
        (Form(v, Identity(d), w), u1.dot(u2)),
        (Form(v, Inverse(A), w), (u1.T * B.inv() * u2)[0]),
        (Tr(A @ Transpose(A)), (B * B.T).trace()),
        (Det(Inverse(A)), B.inv().det()),
        (Tr((A @ A) ** half), 5),
        (Tr((A @ A) ** Number(-half.value)), B.inv().trace()),
        (Entry(A, Number(1), Number(2)), 1),
        (v[2], 2),
        (Sum(v[j] * w[j], j), 13),
    ]:
        expr = to_sympy(t).subs(to_sympy(d), 2)
        shaped = {sp.MatrixSymbol(name.name, *value.shape): value for name, value in put.items()}
        assert sp.simplify(expr.subs(shaped).doit()) == wanted, t


def test_a_diagonal_matrix_has_its_entries():
    squares = to_sympy(Diag(VectorOf(x**j, j))).subs(to_sympy(d), 3)
    assert squares.as_explicit() == sp.diag(X, X**2, X**3)


def test_forms_come_back():
    expr = to_sympy(Form(v, A, w))
    assert from_sympy(expr) is Form(v, A, w)
    assert from_sympy(to_sympy(v[3])) is v[3]


def test_a_mean_is_an_integral_against_the_density():
    one_half = sp.Rational(1, 2)
    for law, wanted in ((Normal(1, 2), 1), (Gamma(3, 2), 3 * one_half), (Exponential(2), one_half), (Uniform(1, 3), 2)):
        assert sp.simplify(to_sympy(E(x, x, law)).doit() - wanted) == 0
    count = integer("k")
    assert sp.simplify(to_sympy(E(count, count, Bernoulli(third))).doit()) == sp.Rational(1, 3)
    assert abs(to_sympy(E(count, count, Poisson(3))).evalf(20) - 3) < 1e-15


def test_an_index_left_out_is_left_out():
    over = Var("i", Without(Range(Number(1), Number(4)), Number(3)))
    assert to_sympy(Sum(over**2, over)).doit() == 1 + 4 + 16
    assert to_sympy(Prod(over, over)).doit() == 8


def test_what_sympy_cannot_say_still_depends_on_its_parts():
    law = Normal(mu, sigma)
    m = to_sympy(mu)
    assert to_sympy(KL(law, law)).diff(m) != 0
    point = Var("t", Abstract("X"))
    p = Density("p", Abstract("X"))
    opaque = to_sympy(E(mu * Function("f", Abstract("X"))(point), point, p))
    assert opaque.free_symbols >= {m} and to_sympy(point) not in opaque.free_symbols
    assert opaque.diff(m) != 0
    assert to_sympy(Int(p(point), point)).func == sp.Function("Int")


def test_the_result_of_every_derivation_goes_out():
    import derivations

    for name in derivations.CATALOGUE:
        result = derivations.derive(name).result
        if isinstance(result.statement, Relation):
            assert isinstance(result.lhs, sp.Expr) and isinstance(result.rhs, sp.Expr), name


def test_a_hypothesis_is_no_expression():
    from proofs.language import density

    with pytest.raises(TypeError, match="Fact"):
        to_sympy(density(Density("p", Abstract("X"))))


# ---------------------------------------------------------------------------------------------------------------------
# laws against sympy.stats

LAWS = [
    (Normal(Number(1), third), stats.Normal("z", 1, sp.Rational(1, 3)), ["-1/2", "1", "7/3"]),
    (Gamma(Fraction(5, 2), Fraction(3, 4)), stats.Gamma("z", sp.Rational(5, 2), sp.Rational(4, 3)), ["1/5", "2", "9"]),
    (Beta(Fraction(5, 2), Fraction(3, 4)), stats.Beta("z", sp.Rational(5, 2), sp.Rational(3, 4)), ["1/5", "7/9"]),
    (Laplace(1, third), stats.Laplace("z", 1, sp.Rational(1, 3)), ["-2", "1", "5/4"]),
    (Exponential(third), stats.Exponential("z", sp.Rational(1, 3)), ["1/7", "4"]),
    (Uniform(-1, third), stats.Uniform("z", -1, sp.Rational(1, 3)), ["-1/2", "1/4"]),
    (Cauchy(1, third), stats.Cauchy("z", 1, sp.Rational(1, 3)), ["-3", "1", "8/7"]),
    (Bernoulli(third), stats.Bernoulli("z", sp.Rational(1, 3)), ["0", "1"]),
    (Poisson(Fraction(7, 3)), stats.Poisson("z", sp.Rational(7, 3)), ["0", "1", "5"]),
]


@pytest.mark.parametrize(("law", "variable", "points"), LAWS, ids=lambda v: type(v).__name__)
def test_a_law_agrees_with_sympy_stats(law, variable, points):
    for at in points:
        ours = to_sympy(law.log_density(Number(Fraction(at)))).evalf(30)
        theirs = sp.log(stats.density(variable)(sp.Rational(at))).evalf(30)
        assert abs(ours - theirs) < sp.Float("1e-25"), at


def test_the_multivariate_normal_agrees_with_sympy_stats():
    two = Number(2)
    mean, point, covariance = vector("m", two), vector("z", two), matrix("S", two)
    law = MultivariateNormal(mean, covariance)
    S = sp.Matrix([[2, sp.Rational(1, 2)], [sp.Rational(1, 2), 3]])
    theirs = stats.density(stats.MultivariateNormal("z", [1, -2], S))
    for at in ([0, 0], [sp.Rational(3, 2), -1]):
        put = {to_sympy(mean): sp.Matrix([1, -2]), to_sympy(point): sp.Matrix(at), to_sympy(covariance): S}
        ours = to_sympy(law.log_density(point)).subs(put).doit().evalf(30)
        assert abs(ours - sp.log(theirs(*at)).evalf(30)) < sp.Float("1e-25")


# ---------------------------------------------------------------------------------------------------------------------
# round trips

leaves = st.one_of(st.sampled_from([x, y, mu]), st.fractions(-3, 3, max_denominator=3).map(Number))
terms = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda p: p[0] + p[1]),
        st.tuples(inner, inner).map(lambda p: p[0] - p[1]),
        st.tuples(inner, inner).map(lambda p: p[0] * p[1]),
        inner.map(lambda t: t / (y**2 + 1)),
        st.tuples(inner, st.integers(2, 3)).map(lambda p: p[0] ** p[1]),
        inner.map(exp),
        inner.map(lambda t: Sum(t * Var("k", Range(Number(1), Number(3))), Var("k", Range(Number(1), Number(3))))),
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None, derandomize=True, database=None)
@given(terms)
def test_out_and_in_and_out_again_is_the_same_to_sympy(t):
    once = to_sympy(t)
    again = from_sympy(once)
    assert to_sympy(again) == once
    put = {X: sp.Rational(1, 7), Y: sp.Rational(-2, 5), to_sympy(mu): sp.Rational(1, 3)}
    assert abs((once - to_sympy(t)).subs(put).evalf(20)) < 1e-15


def test_term_takes_sympy():
    assert term(X + 1) is from_sympy(X + 1)
    assert alpha_equal(term(sp.Integral(X, (X, -sp.oo, sp.oo))), Int(y, y))
    assert to_sympy(Vectors(d).dimension) == sp.Symbol("d", integer=True)
