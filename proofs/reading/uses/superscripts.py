"""What stands above a name: a transposition, an index in brackets, -1, -T, a half."""

from __future__ import annotations

from ..names import TRANSPOSED
from ..syntax import Add, Bracket, Fraction, Multiply, Numeral, Script, Symbol, Syntax


def is_transposition(above: Syntax | None) -> bool:
    """Whether a superscript transposes what it stands on."""
    return isinstance(above, Symbol) and above.name in TRANSPOSED


def index_above(above: Syntax | None) -> Symbol | None:
    """The letter in a bracketed superscript, x^{(i)}."""
    match above:
        case Bracket("(", (Symbol() as letter,), ")", None):
            return letter
    return None


def is_minus_one(above: Syntax | None) -> bool:
    """Whether a superscript is -1."""
    return isinstance(above, Add) and above.signs == ("-",) and above.summands == (Numeral("1"),)


def is_inverse_transposed(above: Syntax | None) -> bool:
    r"""Whether a superscript is -T or -\top."""
    return isinstance(above, Add) and above.signs == ("-",) and is_transposition(above.summands[0])


def is_half(above: Syntax | None) -> bool:
    """Whether a superscript is 1/2 or -1/2, however that is written."""
    match above:
        case Add((half,), ("-",)):
            return is_half(half)
        case Multiply((Numeral("1"), Numeral("2")), ("", "/")) | Fraction(Numeral("1"), Numeral("2")):
            return True
        case Numeral("0.5"):
            return True
    return False


def unsquared(node: Syntax) -> Syntax | None:
    """The x of x^2."""
    match node:
        case Script(base, below, Numeral("2"), 0):
            return Script(base, below, span=node.span) if below is not None else base
    return None


def one_over(node: Syntax) -> Syntax | None:
    r"""The x^2 that a left side x^{-2}, 1/x^2 or \frac{1}{x^2} is one over, the x of \frac{1}{x}."""
    match node:
        case Script(base, below, Add((Numeral("2"),), ("-",)), 0):
            return Script(base, below, Numeral("2"), span=node.span)
        case Fraction(Numeral("1"), below) | Multiply((Numeral("1"), below), ("", "/")):
            return below
    return None


__all__ = [
    "index_above",
    "is_half",
    "is_inverse_transposed",
    "is_minus_one",
    "is_transposition",
    "one_over",
    "unsquared",
]
