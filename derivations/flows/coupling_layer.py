r"""The log-determinant of an affine coupling layer: y_a = x_a, y_b = x_b * exp(s(x_a)) + t(x_a).

The split into x_a and x_b may be any split of the coordinates: listing them in another order permutes rows and columns
of the Jacobian alike, and leaves the absolute value of its determinant as it is.
"""

from proofs import Proof, by
from proofs.language import (
    Block,
    Det,
    Diag,
    Function,
    Identity,
    Jacobian,
    LogAbsDet,
    Matrices,
    Number,
    Prod,
    Range,
    Sum,
    Term,
    Var,
    VectorOf,
    Vectors,
    Zero,
    differentiable,
    exp,
    half,
    integer,
    log,
    nonzero,
    vector,
)
from proofs.rules import (
    determinant_of_block_triangular,
    determinant_of_diagonal,
    finite_sum,
    jacobian_of_coordinates,
    jacobian_of_elementwise,
    log_of_product,
    not_zero_by_equality,
)

m, n = integer("m"), integer("n")
k = Var("k", Range(Number(1), n))
x_a, x_b = vector("x_a", m), vector("x_b", n)
s, t = Function("s", Vectors(m), Vectors(n)), Function("t", Vectors(m), Vectors(n))
y_b = VectorOf(x_b[k] * exp(s(x_a)[k]) + t(x_a)[k], k)
J = Var("J", Matrices(m + n, m + n))

SOURCE = "Dinh, Sohl-Dickstein and Bengio (2017), Density estimation using Real NVP, section 3.2"


def jacobian() -> Term:
    """The Jacobian of the layer by blocks: of y_a and y_b by x_a and x_b."""
    return Block(Jacobian(x_a, x_a, x_a), Jacobian(x_a, x_b, x_b), Jacobian(y_b, x_a, x_a), Jacobian(y_b, x_b, x_b))


def flow_log_determinant() -> Proof:
    """log|det J| of an affine coupling layer is the sum of s."""
    mixed = Jacobian(y_b, x_a, x_a)
    no_b = Zero(Matrices(m, n))
    scales = Diag(VectorOf(exp(s(x_a)[k]), k))
    product = Prod(exp(s(x_a)[k]), k)
    return (
        Proof(
            Det(jacobian()),
            name="flow_log_determinant",
            title="The log-determinant of an affine coupling layer",
            source=SOURCE,
            chain=r"The determinant of the Jacobian of $(x_a, x_b) \mapsto (x_a, y_b)$",
            label="determinant",
        )
        .where(vector("y_b", n).eq(y_b), J.eq(jacobian()))
        .given(differentiable(s), differentiable(t))
        .eq(Det(Block(Identity(m), no_b, mixed, Jacobian(y_b, x_b, x_b))), by=jacobian_of_coordinates)
        .eq(Det(Block(Identity(m), no_b, mixed, scales)), by=jacobian_of_elementwise)
        .eq(Det(Identity(m)) * Det(scales), by=determinant_of_block_triangular)
        .eq(Det(scales))
        .eq(product, by=determinant_of_diagonal)
        .infer(nonzero(Det(jacobian())), by=not_zero_by_equality, of=("determinant",), label="nonzero")
        .have(LogAbsDet(jacobian()), "Its logarithm", knowing=("nonzero",))
        .eq(log(abs(product)), by=by("determinant", phrase="by the determinant above"))
        .eq(Sum(log(abs(exp(s(x_a)[k]))), k), by=log_of_product)
        .eq(Sum(s(x_a)[k], k))
    )


def flow_log_determinant_example() -> Proof:
    """The layer with s(x_1) = x_1/2 and t(x_1) = 2 x_1 + 1 at x = (1, 1): y = (1, e^(1/2) + 3), log-determinant 1/2."""
    layer = flow_log_determinant().at(
        m=1, n=1, x_a=(1,), x_b=(1,), s=lambda u: (half * u[1],), t=lambda u: (2 * u[1] + 1,)
    )
    return (
        layer.named("flow_log_determinant_example", "A coupling layer with numbers put in")
        .eq(half, by=finite_sum)
        .have(layer.put(y_b)[1], "The second coordinate of $y$; the first is that of $x$")
        .eq(1 * exp(half * 1) + (2 * Number(1) + 1))
        .eq(exp(half) + 3)
        .shows(layer.put(LogAbsDet(jacobian())).eq(half))
    )
