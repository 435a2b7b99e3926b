r"""The log-determinant of a composition of layers: each layer at its own intermediate point.

x^(0) = x and x^(k) = f_k(x^(k-1)); the k-th Jacobian is taken at x^(k-1), not at x.
"""

from proofs import Proof, by
from proofs.language import (
    Det,
    FunctionFamily,
    Iterate,
    Jacobian,
    LogAbsDet,
    MatProd,
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
    vector,
)
from proofs.rules import chain_rule, determinant_of_product, log_of_product, not_zero_by_equality

n, K = integer("n"), integer("K")
k = Var("k", Range(Number(1), K))
x, u = vector("x", n), vector("u", n)
f = FunctionFamily("f", Range(Number(1), K), Vectors(n), Vectors(n))


def composed_log_determinant() -> Proof:
    """log|det| of f_K after ... after f_1 is the sum over the layers."""
    layer = Jacobian(f[k](u), u, Iterate(f, k - 1, x))
    whole = Jacobian(Iterate(f, K, u), u, x)
    return (
        Proof(
            Det(whole),
            name="composed_log_determinant",
            title="The log-determinant of a composition",
            source="Rezende and Mohamed (2015), Variational inference with normalizing flows, section 3",
            chain="The determinant",
            label="determinant",
        )
        .given(differentiable(f), forall(k, nonzero(Det(layer))))
        .eq(Det(MatProd(layer, k)), by=chain_rule)
        .eq(Prod(Det(layer), k), by=determinant_of_product)
        .infer(nonzero(Det(whole)), by=not_zero_by_equality, of=("determinant",), label="nonzero")
        .have(LogAbsDet(whole), "Its logarithm", knowing=("nonzero",))
        .eq(log(abs(Prod(Det(layer), k))), by=by("determinant", phrase="by the determinant above"))
        .eq(Sum(LogAbsDet(layer), k), by=log_of_product)
    )
