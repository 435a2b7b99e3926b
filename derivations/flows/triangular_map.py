r"""The log-determinant of a triangular map: the i-th coordinate depends on the first i coordinates only."""

from proofs import Proof, by
from proofs.language import (
    Det,
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
from proofs.rules import determinant_of_triangular, log_of_product, not_zero_by_equality

n = integer("n")
i = Var("i", Range(Number(1), n))
x, u = vector("x", n), vector("u", n)
f = Function("f", Vectors(n), Vectors(n))

SOURCE = "Papamakarios et al. (2021), Normalizing flows for probabilistic modeling and inference, section 3.1"


def triangular_log_determinant() -> Proof:
    """log|det Df(x)| of a triangular map is the sum of the logarithms of its diagonal."""
    derivative = Jacobian(f(u), u, x)
    slope = Entry(derivative, i, i)
    return (
        Proof(
            Det(derivative),
            name="triangular_log_determinant",
            title="The log-determinant of a triangular map",
            source=SOURCE,
            chain="The determinant",
            label="determinant",
        )
        .given(differentiable(f), triangular(f), forall(i, nonzero(slope)))
        .eq(Prod(slope, i), by=determinant_of_triangular)
        .infer(nonzero(Det(derivative)), by=not_zero_by_equality, of=("determinant",), label="nonzero")
        .have(LogAbsDet(derivative), "Its logarithm", knowing=("nonzero",))
        .eq(log(abs(Prod(slope, i))), by=by("determinant", phrase="by the determinant above"))
        .eq(Sum(log(abs(slope)), i), by=log_of_product)
    )
