"""What may have been copied with a loss: sums and products by what is left of them, products multiplied out."""

from __future__ import annotations

from collections.abc import Iterator

from ..language import MatMul, Neg, Plus, Term, Times


def wholes(node: Term) -> Iterator[tuple[Term, Term]]:
    """What is left of a sum or a product when one part of it is lost, and the whole."""
    if isinstance(node, Plus | Times | MatMul):
        args = node.args
        if any(isinstance(a, Neg) and a.arg in args for a in args):
            return  # nothing is lost with x in x - x
        for k in range(len(args)):
            rest = (*args[:k], *args[k + 1 :])
            yield (rest[0] if len(rest) == 1 else type(node)(rest)), node


def distributed(t: Term) -> Iterator[Term]:
    """The terms of a product of matrices and vectors whose factors are sums."""
    match t:
        case Plus(args):
            for arg in args:
                yield from distributed(arg)
        case Neg(arg):
            yield from distributed(arg)
        case MatMul(args):
            at, terms = next(((k, a.args) for k, a in enumerate(args) if isinstance(a, Plus)), (0, ()))
            if not terms:
                yield t
            for part in terms:
                inner = part.arg if isinstance(part, Neg) else part
                inside = inner.args if isinstance(inner, MatMul) else (inner,)
                yield from distributed(MatMul((*args[:at], *inside, *args[at + 1 :])))
        case _:
            yield t


__all__ = ["distributed", "wholes"]
