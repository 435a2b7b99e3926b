"""LaTeX and plain text of terms: a table of what a page shows, and properties that hold for every term."""

import re
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from proofs.language import (
    KL,
    R_POSITIVE,
    Abstract,
    AlmostEverywhere,
    Block,
    Cases,
    Column,
    Density,
    DensityFamily,
    Det,
    Diag,
    Dot,
    E,
    Entry,
    Form,
    Function,
    FunctionalDerivative,
    FunctionFamily,
    Glue,
    H,
    Identity,
    Iff,
    Int,
    Inverse,
    Iterate,
    Jacobian,
    LogAbsDet,
    Marginal,
    Matrices,
    MultivariateNormal,
    Neg,
    Normal,
    Number,
    Plus,
    Prod,
    Product,
    ProductLaw,
    Pushforward,
    Range,
    Sum,
    Term,
    Times,
    Tr,
    Transpose,
    Uniform,
    Var,
    VectorOf,
    Vectors,
    Without,
    Zero,
    binomial,
    diff,
    dominated,
    exp,
    factorial,
    finite,
    forall,
    half,
    index,
    integer,
    log,
    loggamma,
    matrix,
    positive_definite,
    sqrt,
    symbols,
    vector,
)
from proofs.writing import latex, plain
from proofs.writing.names import plain_name, written
from proofs.writing.text import words

x, y, z, a, mu_1, sigma_1 = symbols("x y z a mu_1 sigma_1")
d, M = integer("d"), integer("M")
I = Range(Number(1), M)
i, j = Var("i", I), Var("j", I)
k = index("k", 1, d)
v, w, sigma = vector("v", d), vector("w", d), vector("sigma", d)
A, S_0 = matrix("A", d), matrix("Sigma_0", d)
Zs = Product("Z", I)
Z = Var("Z", Zs)
rest = Var("Z_{\\setminus j}", Product("Z", Without(I, j)))
p, q = Density("p", Zs), DensityFamily("q", Zs)
f, s = Function("f", Vectors(d), Vectors(d)), Function("s", Vectors(d), Vectors(d))
family = FunctionFamily("f", Range(Number(1), d), Vectors(d), Vectors(d))
X = Abstract("X")
t = Var("t", X)
r = Density("r", X)
i_other = Var("i", Without(I, j))
normal = Normal(mu_1, sigma_1, "p")

TABLE = [
    # arithmetic, with brackets where precedence needs them or the author put them
    (a + (x + y), "a + (x + y)"),
    (a - (x - y), "a - (x - y)"),
    (Plus((x + y, a)), "(x + y) + a"),
    ((x + y) * a, "(x + y) a"),
    (a * (x + y), r"a \, (x + y)"),
    (2 * (x + y), "2 (x + y)"),
    (a * (x * y), r"a \, (x y)"),
    (Neg(Neg(x)), "-(-x)"),
    (Times((Neg(x), y)), "(-x) y"),
    (Times((Number(-1), x)), "-x"),
    (2 * sqrt(Number(2)) ** 2, r"2 (\sqrt{2})^2"),  # and no exponent beside the bar
    (log(sqrt(Number(2)) / 1), r"\log \frac{\sqrt{2}}{1}"),
    (sqrt(x / y) / 2, r"\frac{1}{2} \sqrt{\frac{x}{y}}"),
    (abs(abs(x)), r"\bigl| \left| x \right| \bigr|"),  # and no norm
    (abs(abs(x) - abs(y)), r"\bigl| \left| x \right| - \left| y \right| \bigr|"),
    (x + Times((Number(-2), y)), "x - 2 y"),
    (2 * Number(3) * x, r"2 \cdot 3 x"),
    (1 * x, r"1 \cdot x"),
    ((x / y) ** 2, r"\left( \frac{x}{y} \right)^2"),
    ((-x) ** 2, "(-x)^2"),
    (-(x**2), "-x^2"),
    (sigma_1**2, r"\sigma_1^2"),
    ((x**2) ** 3, "(x^2)^3"),
    (x ** (y / 2), "x^{y/2}"),
    (x**half, "x^{1/2}"),
    (half * x, r"\frac{1}{2} x"),
    (x / 2, r"\frac{x}{2}"),
    (log(x) / 2, r"\frac{1}{2} \log x"),
    (a + log(x * y) * x, r"a + (\log(x y)) x"),
    # functions
    (log(x), r"\log x"),
    (log(x) ** 2, r"(\log x)^2"),
    (log(x / y), r"\log \frac{x}{y}"),
    (log((x + y) ** 2), r"\log((x + y)^2)"),
    (log(Det(A)), r"\log \det A"),
    (exp(-(x**2) / 2), r"\exp\!\left( -\frac{x^2}{2} \right)"),
    (sqrt(x + y), r"\sqrt{x + y}"),
    (abs(x - y), r"\left| x - y \right|"),
    (loggamma(x + 1), r"\log\Gamma(x + 1)"),
    (binomial(d, k), r"\binom{d}{k}"),
    (factorial(d), "d!"),
    (Cases((x,), (x > 0,), Number(0)), r"\begin{cases} x & \text{if } x > 0 \\ 0 & \text{otherwise} \end{cases}"),
    # binders
    (Sum(sigma[k] ** 2 - 1, k), r"\sum_{k = 1}^d (\sigma_k^2 - 1)"),
    (Times((Sum(sigma[k], k), x)), r"\left( \sum_{k = 1}^d \sigma_k \right) x"),
    (Prod(q[i_other](Z[i_other]), i_other), r"\prod_{i \neq j} q_i(Z_i)"),
    (Int(r(t), t), r"\int r(t) \, \mathrm{d}t"),
    (Int(Var("u", R_POSITIVE), Var("u", R_POSITIVE)), r"\int_0^\infty u \, \mathrm{d}u"),
    (E(x, x, normal), r"\mathbb{E}_{x \sim p}[x]"),
    (E(x, x, Normal(0, 1)), r"\mathbb{E}_{x \sim \mathcal{N}(0, 1)}[x]"),
    (diff(x**2, x), r"\frac{\mathrm{d}x^2}{\mathrm{d}x}"),
    (diff(a * x, x), r"\frac{\partial}{\partial x} (a x)"),
    (diff(x**2, x, Number(3)), r"\left. \frac{\mathrm{d}x^2}{\mathrm{d}x} \right|_{x = 3}"),
    # matrices
    (Form(v - w, Inverse(S_0), v - w), r"(v - w)^\top \Sigma_0^{-1} (v - w)"),
    (Dot(v, w), r"v^\top w"),
    (Tr(Inverse(S_0) @ A), r"\operatorname{tr}(\Sigma_0^{-1} A)"),
    (Transpose(Inverse(A)), r"A^{-\top}"),
    ((A + S_0) @ v, r"(A + \Sigma_0) v"),
    (Entry(S_0, Number(1), k), r"(\Sigma_0)_{1k}"),
    (vector("x_a", d)[k], "x_{a,k}"),
    (rest[i_other], "Z_i"),
    (Diag(VectorOf(sigma[k] ** 2, k)), r"\operatorname{diag}(\sigma_1^2, \dots, \sigma_d^2)"),
    (
        Block(Identity(d), Zero(Matrices(d, d)), A, S_0),
        r"\begin{pmatrix} I_d & 0 \\ A & \Sigma_0 \end{pmatrix}",
    ),
    (LogAbsDet(Jacobian(f(v), v, w)), r"\log \left| \det \mathrm{D}f(w) \right|"),
    (Iterate(family, Number(2), v), r"(f_2 \circ f_1)(v)"),
    (Iterate(family, Number(0), v), "v"),
    (Iterate(family, d, v), r"(f_d \circ \dots \circ f_1)(v)"),
    (Jacobian(Iterate(family, d, w), w, v), r"\mathrm{D}(f_d \circ \dots \circ f_1)(v)"),
    (Sum(s(vector("x_a", d))[k], k), r"\sum_{k = 1}^d s(x_a)_k"),
    (Column((x, Number(1))), "(x, 1)"),
    # laws and functionals
    (normal(x), "p(x)"),
    (Normal(mu_1, sigma_1)(x), r"\mathcal{N}(x \mid \mu_1, \sigma_1^2)"),
    (KL(r, Density("p_*", X)), r"D_{\mathrm{KL}}(r \,\|\, p_*)"),
    (KL(p, ProductLaw(q[i], i)), r"D_{\mathrm{KL}}\!\left( p \,\middle\|\, \prod_{i = 1}^M q_i \right)"),
    (KL(MultivariateNormal(v, A), r), r"D_{\mathrm{KL}}(\mathcal{N}(v, A) \,\|\, r)"),
    (log(Pushforward(f, r)(x)), r"\log((f_\# r)(x))"),
    (p(Glue(j, x, rest)), r"p(x, Z_{\setminus j})"),
    (Marginal(p, j)(x), "p_j(x)"),
    (ProductLaw(q[i], i)(Z), r"\left( \prod_{i = 1}^M q_i \right)(Z)"),
    (Pushforward(f, Density("p", Vectors(d)))(v), r"(f_\# p)(v)"),
    (Uniform(0, a)(x), r"\mathcal{U}(x \mid 0, a)"),
    (H(p), r"\mathrm{H}(p)"),
    (FunctionalDerivative(H(p), q[j], x), r"\frac{\delta \mathrm{H}(p)}{\delta q_j(x)}"),
    # statements
    (x <= y, r"x \leq y"),
    (forall(k, sigma[k] > 0), r"\sigma_k > 0 \quad \text{for all } k \in \{1, \dots, d\}"),
    (dominated(r, p), r"r \ll p"),
    (finite(H(p)), r"\left| \mathrm{H}(p) \right| < \infty"),
    (positive_definite(S_0), r"\Sigma_0 \succ 0"),
    (Iff(H(r).eq(0), AlmostEverywhere(r, r)), r"\mathrm{H}(r) = 0 \iff r = r \ \text{almost everywhere}"),
]  # fmt: skip


@pytest.mark.parametrize(("node", "wanted"), TABLE, ids=[str(n) for n in range(len(TABLE))])
def test_a_page_shows(node, wanted):
    assert latex(node) == wanted
    assert plain(node)
    assert "\\" not in plain(node)


@pytest.mark.parametrize(
    ("name", "tex", "text"),
    [
        ("mu_1", r"\mu_1", "μ₁"),
        ("Sigma_12", r"\Sigma_{12}", "Σ₁₂"),
        ("lam", r"\lambda", "λ"),
        ("x_a", "x_a", "x_a"),
        ("x1", "x_1", "x1"),
        ("theta_old", r"\theta_{\mathrm{old}}", "θ_old"),
        ("q_star", "q^*", "q*"),
        ("x_bar", r"\bar{x}", "x_bar"),
        ("x'", "x'", "x'"),
        ("loss", r"\mathrm{loss}", "loss"),
        (r"Z_{\setminus j}", r"Z_{\setminus j}", "Z_∖j"),
        ("p(X)", "p(X)", "p(X)"),
        ("#1", r"\mathrm{\#1}", "#1"),
    ],
)
def test_names(name, tex, text):
    assert written(name).latex == tex
    assert plain_name(name) == text


def test_a_star_takes_no_exponent_without_a_bracket():
    assert latex(Var("q_star") ** 2) == "(q^*)^2"


def test_a_formula_in_words():
    assert words(r"since $\log t \le t - 1$") == "since log t ≤ t - 1"
    assert words(latex(log(x / (y + 1)) + sigma_1**2)) == "log x/(y + 1) + σ_1^2"


# ---------------------------------------------------------------------------------------------------------------------
# every term: what is printed, read back by a reader that knows nothing of terms, has the value of the term

leaves = st.one_of(st.sampled_from([x, y, z]), st.fractions(-4, 4, max_denominator=3).map(Number))
terms = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda t: t[0] + t[1]),
        st.tuples(inner, inner).map(lambda t: t[0] - t[1]),
        st.tuples(inner, inner).map(lambda t: t[0] * t[1]),
        st.tuples(inner, inner).map(lambda t: Times(t)),
        st.tuples(inner, inner).map(lambda t: t[0] / t[1]),
        inner.map(lambda t: t / 2),
        inner.map(Neg),
        inner.map(log),
        st.tuples(inner, st.integers(2, 3)).map(lambda t: t[0] ** t[1]),
    ),
    max_leaves=8,
)
VALUES = {"x": Fraction(3, 7), "y": Fraction(-5, 11), "z": Fraction(13, 17)}
P = 2**61 - 1  # values are taken modulo a prime, where every fraction is small and almost none is undefined


def residue(value: Fraction) -> int:
    return value.numerator * pow(value.denominator, -1, P) % P


def logarithm(value: int) -> int:
    """Some function that is neither linear nor even stands for the logarithm."""
    return (value * value * value + 7 * value * value + 3) % P


def value(t: Term) -> int:
    from proofs.language import Apply, Plus, Power, Quotient

    match t:
        case Number(v):
            return residue(v)
        case Var(name, _):
            return residue(VALUES[name])
        case Plus(args):
            return sum(map(value, args)) % P
        case Times(args):
            product = 1
            for arg in args:
                product = product * value(arg) % P
            return product
        case Neg(arg):
            return -value(arg) % P
        case Quotient(num, den):
            return value(num) * pow(value(den), P - 2, P) % P
        case Power(base, Number(n)):
            return pow(value(base), int(n), P)
        case Apply(_, (arg,)):
            return logarithm(value(arg))
    raise AssertionError(t)


class Reader:
    """Reads the LaTeX of arithmetic: sums of products of factors, by the usual conventions."""

    def __init__(self, text: str) -> None:
        text = re.sub(r"\\!|\\,|\\left|\\right", "", text)
        self.tokens = re.findall(r"\\[a-z]+|\d+|[a-z]|[-+(){}^]", text)
        self.at = 0

    def peek(self) -> str:
        return self.tokens[self.at] if self.at < len(self.tokens) else ""

    def take(self, wanted: str = "") -> str:
        token = self.peek()
        assert not wanted or token == wanted, (self.tokens, self.at)
        self.at += 1
        return token

    def sum(self) -> int:
        total = 0
        sign = -1 if self.peek() == "-" and self.take() else 1
        while True:
            total += sign * self.product()
            if self.peek() not in ("+", "-"):
                return total % P
            sign = 1 if self.take() == "+" else -1

    def product(self) -> int:
        product = self.factor()
        while self.peek() not in ("", "+", "-", ")", "}"):
            if self.peek() == "\\cdot":
                self.take()
            product = product * self.factor() % P
        return product

    def factor(self) -> int:
        if self.peek() == "\\log":
            self.take()
            if self.peek() == "(":
                return logarithm(self.atom())  # a bracket after a function is its own
            return logarithm(self.factor())
        base = self.atom()
        if self.peek() == "^":
            self.take()
            return pow(base, int(self.take()), P)
        return base

    def atom(self) -> int:
        token = self.take()
        if token == "(":
            inner = self.sum()
            self.take(")")
            return inner
        if token == "\\frac":
            num, den = self.group(), self.group()
            return num * pow(den, P - 2, P) % P
        return residue(VALUES[token]) if token in VALUES else residue(Fraction(int(token)))

    def group(self) -> int:
        self.take("{")
        inner = self.sum()
        self.take("}")
        return inner


def names_in(t: Term) -> list[str]:
    if isinstance(t, Var):
        return [t.name]
    return [name for child in t.children() if isinstance(child, Term) for name in names_in(child)]


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(terms)
def test_latex_means_the_term_and_keeps_its_order(t):
    reader = Reader(latex(t))
    assert reader.sum() == value(t), latex(t)
    assert reader.peek() == ""
    assert [token for token in reader.tokens if token in VALUES] == names_in(t)


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(terms)
def test_plain_text_means_the_term_and_keeps_its_order(t):
    text = plain(t)
    code = text.translate(str.maketrans({"²": "**2", "³": "**3"}))
    code = re.sub(r"(?<!\*\*)\b\d+", lambda m: f"F({m[0]})", code)

    class F:
        """A residue with the operators of a number."""

        def __init__(self, v: int) -> None:
            self.v = v % P

        __add__ = lambda s, o: F(s.v + o.v)  # noqa: E731
        __sub__ = lambda s, o: F(s.v - o.v)  # noqa: E731
        __mul__ = lambda s, o: F(s.v * o.v)  # noqa: E731
        __truediv__ = lambda s, o: F(s.v * pow(o.v, P - 2, P))  # noqa: E731
        __neg__ = lambda s: F(-s.v)  # noqa: E731
        __pow__ = lambda s, n: F(pow(s.v, n, P))  # noqa: E731

    space = {name: F(residue(v)) for name, v in VALUES.items()} | {"F": F, "log": lambda u: F(logarithm(u.v))}
    assert eval(code, {"__builtins__": {}}, space).v == value(t), text
    assert [c for c in re.sub("log", "", text) if c in VALUES] == names_in(t)


def test_growing_brackets_are_paired():
    for node, _ in TABLE:
        text = latex(node)
        assert len(re.findall(r"\\left(?![a-z])", text)) == len(re.findall(r"\\right(?![a-z])", text))
        assert text.count("{") == text.count("}")


def test_what_has_no_writer_is_refused():
    with pytest.raises(TypeError, match="expected a term"):
        latex(object())
