r"""Names of constant vectors and matrices, and of their sizes: I_n, 1_n, 0_n, 0_{np}."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of, symbol_name
from ..syntax import Multiply, Numeral, Script, Symbol, Syntax
from ..uses.superscripts import is_transposition
from .dimensions import ONE, Dim, Shape
from .shapes import Shapes

if TYPE_CHECKING:
    from ..context import Context

_FONTS = frozenset(("", "bf", "rm", "bb"))


_ONES = ("\\mathbf{1}", "\\boldsymbol{1}", "\\bm{1}", "\\mathbb{1}")


def constant(found: Shapes, node: Syntax) -> Shape | None:
    """I_n, 1_n, 0_n and 0_{np}, transposed or not."""
    match node:
        case Symbol("I") if found.identities is not None and is_identity(found.context, node):
            size = found.size_of_identity(node)
            return None if size is None else (size, size)
        case Script(base, below, above, 0) if is_transposition(above):
            inner = constant(found, Script(base, below))
            return None if inner is None else (inner[1], inner[0])
        case Script(Symbol("I", _, ()) as base, below, None, 0) if below is not None and (
            symbol_name(base) not in found.of or is_identity(found.context, base)
        ):
            size = size_of(found, below)
            return None if size is None else (size, size)
        case Script(base, below, None, 0) if below is not None and is_one(base):
            size = size_of(found, below)
            return None if size is None else (size, ONE)
        case Script(Numeral("0"), Multiply((rows, columns), ("", "")), None, 0):
            r, c = size_of(found, rows), size_of(found, columns)
            return None if r is None or c is None else (r, c)
        case Script(Numeral("0"), below, None, 0) if below is not None:
            size = size_of(found, below)
            return None if size is None else (size, ONE)
    return None


def is_one(node: Syntax) -> bool:
    r"""Whether it is the 1, or the bold 1, of 1_n and \mathbf 1^\top x."""
    return (isinstance(node, Numeral) and node.text == "1") or (isinstance(node, Symbol) and symbol_name(node) in _ONES)


def is_identity(context: Context, node: Syntax) -> bool:
    """Whether an I without its size may be the identity: nobody writes that inverted, transposed, or with an argument;
    and where the words are about information, the letter may be that."""
    match node:
        case Symbol("I", font, ()) if font in _FONTS:
            name, survey, words = symbol_name(node), context.survey, f"{context.said} {context.words}"
            other = name in survey.inverted | survey.transposed | survey.heads()
            other |= any(name_of(label) not in survey.counting for label in survey.labels.get(name, ()))
            declared = name in context.spaces or name in context.values
            return not (other or declared or ("information" in words and "identity" not in words))
    return False


def is_spread_of_identity(node: Syntax) -> bool:
    r"""Whether the variance of a law is \sigma^2 I, which no number is."""
    last = node.factors[-1] if isinstance(node, Multiply) and not any(node.signs) else None
    letter = last.base if isinstance(last, Script) and last.above is None else last
    return isinstance(letter, Symbol) and letter.name == "I" and not letter.accents


def size_of(found: Shapes, node: Syntax) -> Dim | None:
    """The dimension that a subscript of such a name is."""
    if isinstance(node, Numeral):
        return found.new(L.Number(int(node.text))) if node.text.isdigit() else None
    name = name_of(node)
    if name is None:
        return None
    found.sizes.add(name)
    value = found.context.values.get(name)
    return found.new(L.Var(name, L.Z_INTEGERS) if value is None else value)
