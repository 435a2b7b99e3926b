r"""Whether a page writes a parameter as a rate or as a scale: ``e^{-\beta x}`` or ``e^{-x / \beta}``."""

from __future__ import annotations

from collections.abc import Iterator

from ..names import name_of
from ..syntax import Add, Bracket, Fraction, Multiply, Syntax


def decays(exponent: Syntax) -> Iterator[tuple[str, str]]:
    """The names in what is subtracted in an exponent: as a ``rate`` above the line, as a ``scale`` below it."""
    match exponent:
        case Bracket(_, (inner,), _, None):
            yield from decays(inner)
        case Add(summands, signs):
            for summand, sign in zip(summands, signs, strict=True):
                if sign == "-":
                    yield from _names(summand, below=False)


def _names(node: Syntax, below: bool) -> Iterator[tuple[str, str]]:
    match node:
        case Fraction(num, den):
            yield from _names(num, below)
            yield from _names(den, not below)
        case Multiply(factors, signs):
            for factor, sign in zip(factors, signs, strict=True):
                yield from _names(factor, below != (sign in ("/", "\\div")))
        case _ if (name := name_of(node)) is not None:
            yield name, "scale" if below else "rate"
        case _:
            for child in node.children():
                yield from _names(child, below)


__all__ = ["decays"]
