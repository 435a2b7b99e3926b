r"""Functions of several variables of which the derivatives are set to zero: "Setting the gradient to zero gives
$x = 2$", "from $\nabla f = 0$ we get".

Each of the derivatives is zero then, \partial f / \partial x = 0, which the names may be found from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ... import language as L
from ..context import Context
from ..files.source import Placed
from ..grammar.parser import parse_row
from ..lines import Line
from ..names import name_of
from ..pieces import Piece
from ..syntax import Bracket, Multiply, Numeral, RowSyntax, Sign, Statement, Symbol, Syntax
from ..words import prose
from ..words.zeros_in_words import set_to_zero
from .chain_reader import ChainReader
from .named_quantities import has_gradient, written


def spoken(chains: ChainReader, piece: Piece) -> Iterator[Line]:
    """The conditions that words before a formula set, where no row above works out which these are."""
    if chains.told.claims.above.slope is not None:
        return iter(())
    return _conditions(chains, _spoken_of(chains.context, piece), piece)


def by_variable(chains: ChainReader, piece: Piece, found: list[Line]) -> list[Line]:
    """The lines of a formula; of one that sets a gradient to zero, the conditions that this is, one each variable."""
    function = _written(chains.context, piece.row) if [line.kind for line in found] == ["condition"] else None
    return found if function is None else [*_conditions(chains, function, piece)]


def _conditions(chains: ChainReader, function: str | None, piece: Piece) -> Iterator[Line]:
    for text in () if function is None else _equations(chains.context, function):
        maths = Placed(text, (0,), (piece.formula.maths.place(0),))
        formula = replace(piece.formula, maths=maths, words="Setting ", lead="Setting ", rest=" gives", display=False)
        row = parse_row(text)
        yield from chains.lines(row.statements[0], replace(piece, row=row, formula=formula))


def _equations(context: Context, function: str) -> Iterator[str]:
    """That the derivatives of a function are zero: by each of its numbers, or by its vector."""
    for x in context.functions[function].arguments:
        if L.is_scalar_space(x.space):
            yield rf"\frac{{\partial {written(function)}}}{{\partial {written(x.name)}}} = 0"
        else:
            yield rf"\nabla {written(function)}({written(x.name)}) = 0"


def _spoken_of(context: Context, piece: Piece) -> str | None:
    """The one function of several numbers, where words set its derivatives, and the formula does not write them."""
    words = piece.formula.lead if piece.formula.display else piece.formula.words
    said, text = prose.sentence(words), piece.formula.maths.text
    if r"\partial" in text or r"\nabla" in text or not piece.formula.opens:
        return None
    what = set_to_zero(said)
    if what in ("this", "these"):
        return _of_gradient(context, piece.formula.previous)
    several = [name for name in context.functions if has_gradient(context, name)]
    return several[0] if len(several) == 1 and what in ("gradient", "slopes") else None


def _of_gradient(context: Context, row: RowSyntax | None) -> str | None:
    """The function of which a formula says the gradient."""
    left = row.statements[0].expressions[0] if row is not None and row.statements else None
    match left:
        case Multiply((Symbol("nabla"), function, *at)):
            own = name_of(function) or ""
            return own if has_gradient(context, own) and _is_at_arguments(context, own, at) else None
    return None


def _written(context: Context, row: RowSyntax | None) -> str | None:
    r"""The f of \nabla f = 0, \nabla f(x, y) = 0."""
    match row:
        case RowSyntax((Statement((_, zero), (Sign("="),)),)) if _is_zero(zero):
            return _of_gradient(context, row)
    return None


def _is_zero(node: Syntax | None) -> bool:
    return (isinstance(node, Numeral) and node.text == "0") or (isinstance(node, Symbol) and node.name == "0")


def _is_at_arguments(context: Context, function: str, at: Sequence[Syntax]) -> bool:
    """Whether nothing stands behind a function, or its own arguments."""
    match at:
        case []:
            return True
        case [Bracket("(", items, ")", None)]:
            return [name_of(item) for item in items] == [x.name for x in context.functions[function].arguments]
    return False


__all__ = ["by_variable", "spoken"]
