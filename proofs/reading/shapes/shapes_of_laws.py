r"""Normal laws that a divergence compares live on one space, N(\mu, \Sigma) and N(0, I) of KL(q \| p).

So does the point z at which a law is told, as q(z) = N(\mu, \Sigma).
"""

from __future__ import annotations

from collections.abc import Iterable

from ..names import name_of
from ..syntax import Bracket, Multiply, Statement, Symbol, Syntax
from .dimensions import ONE, Dim
from .inference import expect, shape_of
from .shapes import Shapes


def compared(found: Shapes, statements: Iterable[Statement]) -> None:
    """Give the laws that divergences compare one dimension."""
    statements = tuple(statements)
    sizes: dict[str, Dim] = {}
    for statement in statements:
        for left, sign, right in zip(
            statement.expressions, statement.relations, statement.expressions[1:], strict=False
        ):
            size = _size(found, right) if sign.symbol in ("=", ":=", "~") else None
            if size is None or left is None:
                continue
            match left:
                case Multiply((_, Bracket("(", (point,))), ("", "")):  # z of q(z | x)
                    expect(found, point, (size, ONE))
            if (name := _letter(left)) is not None:
                sizes[name] = size
    for node in (n for statement in statements for n in statement.walk()):
        match node:
            case Bracket(_, (p,), _, (q,), "||"):
                both = [_size(found, each) or sizes.get(_letter(each) or "") for each in (p, q)]
                if both[0] is not None and both[1] is not None:
                    found.same(both[0], both[1])


def _letter(node: Syntax) -> str | None:
    """The letter of a law: q of q, q(z) and q(z | x)."""
    match node:
        case Multiply((head, Bracket("(")), ("", "")):
            return name_of(head)
    return name_of(node)


def _size(found: Shapes, node: Syntax | None) -> Dim | None:
    r"""The dimension of a normal law that is written out, \mathcal N(\mu, \Sigma) or \mathcal N(z; \mu, \Sigma)."""
    match node:
        case Multiply((Symbol("N", "cal"), Bracket("(", items, _, given)), ("", "")):
            parameters = given or items
            shapes = [shape_of(found, each) for each in parameters] if len(parameters) == 2 else []
            return next((shape[0] for shape in shapes if shape is not None and not found.is_scalar(shape)), None)
    return None


__all__ = ["compared"]
