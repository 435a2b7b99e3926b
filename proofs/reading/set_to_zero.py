r"""Functions of several variables of which the derivatives are set to zero: "Setting the gradient to zero gives
$x = 2$", "from $\nabla f = 0$ we get".

Each of the derivatives is zero then, \partial f / \partial x = 0, which the names may be found from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from . import prose
from .chain_reader import ChainReader
from .context import Context
from .lines import Line
from .named_quantities import is_of_several_numbers, written
from .names import name_of
from .parser import parse_row
from .pieces import Piece
from .source import Placed
from .syntax import Bracket, Multiply, Numeral, RowSyntax, Sign, Statement, Symbol, Syntax

_DERIVATIVES = r"(gradient|((first[- ]order|first) )?partial derivatives|partials|first derivatives)"
_SET = re.compile(
    rf"\bset(ting)? (the|its|both|all|this|these)( two| three| both)? {_DERIVATIVES}( vector)? (equal )?to (the )?"
    rf"(zero|0)( vector)?\b[^.;:{prose.ONE}]*$"
)
_SET_IT = re.compile(rf"\bset(ting)? (it|this|them|these|both) (equal )?to (zero|0)\b[^.;:{prose.ONE}]*$")


def spoken(chains: ChainReader, piece: Piece) -> Iterator[Line]:
    """The conditions that words before a formula set."""
    return _conditions(chains, _spoken_of(chains.context, piece), piece)


def by_variable(chains: ChainReader, piece: Piece, found: list[Line]) -> list[Line]:
    """The lines of a formula; of one that sets a gradient to zero, the conditions that this is, one each variable."""
    function = _written(chains.context, piece.row) if [line.kind for line in found] == ["condition"] else None
    return found if function is None else [*_conditions(chains, function, piece)]


def _conditions(chains: ChainReader, function: str | None, piece: Piece) -> Iterator[Line]:
    for variable in () if function is None else chains.context.functions[function].arguments:
        text = rf"\frac{{\partial {written(function or '')}}}{{\partial {written(variable.name)}}} = 0"
        maths = Placed(text, (0,), (piece.formula.maths.place(0),))
        formula = replace(piece.formula, maths=maths, words="Setting ", lead="Setting ", rest=" gives", display=False)
        row = parse_row(text)
        yield from chains.lines(row.statements[0], replace(piece, row=row, formula=formula))


def _spoken_of(context: Context, piece: Piece) -> str | None:
    """The one function of several numbers, where words set its derivatives, and the formula does not write them."""
    words = piece.formula.lead if piece.formula.display else piece.formula.words
    said, text = prose.sentence(words), piece.formula.maths.text
    if r"\partial" in text or r"\nabla" in text or not piece.formula.opens:
        return None
    if _SET_IT.search(said):
        return _of_gradient(context, piece.formula.previous)
    several = [name for name in context.functions if is_of_several_numbers(context, name)]
    return several[0] if len(several) == 1 and _SET.search(said) else None


def _of_gradient(context: Context, row: RowSyntax | None) -> str | None:
    """The function of which a formula says the gradient."""
    left = row.statements[0].expressions[0] if row is not None and row.statements else None
    match left:
        case Multiply((Symbol("nabla"), function, *at)):
            own = name_of(function) or ""
            return own if is_of_several_numbers(context, own) and _is_at_arguments(context, own, at) else None
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
