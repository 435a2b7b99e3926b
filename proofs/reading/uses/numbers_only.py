"""Names that stand where only a number can: in a denominator, an exponent, beneath a root, in a logarithm, squared."""

from __future__ import annotations

from itertools import pairwise

from ..names import is_mark, name_of
from ..shapes.shapes import bare
from ..syntax import Add, Bracket, Fraction, Multiply, Named, Numeral, Root, Script, Statement, Symbol, Syntax
from .superscripts import is_minus_one, is_transposition

_OF_MATRICES = ("det", "tr", "diag", "vec", "rank", "dim")
_COVARIANCES = ("Sigma", "Lambda")  # of which there are roots
_ORDERS = ("<", "<=", ">", ">=")


def numbers(node: Syntax) -> set[str]:
    """The names that a node, by itself, shows to be numbers."""
    match node:
        case Fraction(_, den):
            return _plain(den) or set()
        case Root(radicand):
            return {n for n in _plain(radicand) or () if bare(n) not in _COVARIANCES}
        case Named(name, argument) if name not in _OF_MATRICES:
            return _plain(argument) or set()
        case Script(base, below, above) if above is not None:
            if is_transposition(above) or is_mark(above):
                return set()
            if base == Symbol("e") and below is None:
                return {"e", *(_plain(above) or ())}
            if is_minus_one(above):
                return set()
            found = _plain(above) or set()
            stem = name_of(Script(base, below) if below is not None else base)
            if stem is not None and isinstance(above, Numeral) and stem.strip("\\{}")[:1].islower():
                found = found | {stem}
            return found
        case Statement(sides, signs) if signs and all(s.symbol in _ORDERS for s in signs):
            return {n for side in sides if (n := name_of(side)) is not None and n[:1].islower()}
    return set()


def _plain(node: Syntax) -> set[str] | None:
    """The names of an expression of numbers and names alone; None where there is anything else."""
    name = name_of(node)
    if name is not None:
        return {name}
    parts: tuple[Syntax, ...]
    match node:
        case Numeral():
            return set()
        case Script(base, below, above) if above and not is_transposition(above) and not is_minus_one(above):
            parts = (Script(base, below) if below is not None else base,)
        case Add(parts):
            pass
        case Fraction(num, den):
            parts = (num, den)
        case Multiply(parts):
            if any(isinstance(b, Bracket) and name_of(a) is not None for a, b in pairwise(parts)):
                return None  # perhaps an application
        case Bracket("(", parts, ")", None):
            pass
        case _:
            return None
    found: set[str] = set()
    for part in parts:
        inner = _plain(part)
        if inner is None:
            return None
        found |= inner
    return found
