r"""The log-determinant of a triangular map: the i-th coordinate depends on the first i coordinates only."""

from proofs import Proof
from proofs.language import (
    Entry,
    Function,
    Jacobian,
    LogAbsDet,
    Number,
    Prod,
    Range,
    Sum,
    Var,
    Vectors,
    differentiable,
    forall,
    integer,
    log,
    nonzero,
    triangular,
    vector,
)
from proofs.rules import determinant_of_triangular, log_of_product

n = integer("n")
i = Var("i", Range(Number(1), n))
x, u = vector("x", n), vector("u", n)
f = Function("f", Vectors(n), Vectors(n))


def triangular_log_determinant() -> Proof:
    """log|det Df(x)| of a triangular map is the sum of the logarithms of its diagonal."""
    derivative = Jacobian(f(u), u, x)
    slope = Entry(derivative, i, i)
    return (
        Proof(
            LogAbsDet(derivative),
            name="triangular_log_determinant",
            title="The log-determinant of a triangular map",
            source="Papamakarios et al. (2021), Normalizing flows for probabilistic modeling and inference, section 3.1",
        )
        .given(n >= 1, differentiable(f), triangular(f), forall(i, nonzero(slope)))
        .eq(log(abs(Prod(slope, i))), by=determinant_of_triangular)
        .eq(Sum(log(abs(slope)), i), by=log_of_product)
    )
