r"""Where a function is said to be least, greatest or stationary: "Set the derivative to zero. Then $t_0 = 5a$", "so the
minimizer is $x^* = Q^{-1} b$".

Of a function of one number or one vector that the page defines this is put into its derivative, which is to be zero.
What is called a minimizer or a maximizer is besides compared with the least or the greatest value.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ..files.source import Placed
from ..grammar.parser import parse_row
from ..names import name_of
from ..pieces import Piece
from ..shapes.shapes import without_accent
from ..syntax import RowSyntax, Sign, Statement
from ..terms import gradients
from ..terms.defined import Defined
from ..terms.error_terms import derivative
from ..words import prose, zeros_in_words
from .named_quantities import written

if TYPE_CHECKING:
    from ..context import Context
    from ..lines import Line
    from ..told.naming_equation import Named, NamingEquation
    from .chain_reader import ChainReader

REMARK = "it is put into the derivative, which is zero there; whether there are other such places is not judged"
_EXTREME = re.compile(
    r"\b(?:the|its|a|unique|global) (?:(?:global|unique|optimal|corresponding) )*"
    r"(?P<noun>minimi[sz]er|maximi[sz]er|minimum point|maximum point|minimum|maximum)s?\b"
    r"(?: of [^.;,]*)?\s*(?:is|are)(?: (?:then|thus|therefore|hence|attained at|given by|at))*[\s:,]*$"
)
# Under a constraint no derivative need vanish, and of data and laws other readers know what is greatest.
_CONSTRAINED = re.compile(
    r"\b(constrain\w+|subject to|s\.\s?t\.|feasible|lagrang\w+|dual\w*|kkt|multipliers?|penalt\w+|regulari[sz]\w+)\b"
)
_OTHERS = re.compile(r"\b(local|likelihood|posterior|estimat\w+|moments)\b")
# "With another loss, setting the derivative to zero": of something else.
_SETS = re.compile(
    r"\W*(\(?\w{1,3}[.)] )?((now|then|next|hence|so|thus|therefore|finally|by|and|we|differentiating|after|computing|"
    r"taking|the|its|gradient|derivative|first)\b\W*)*(set|sets|setting|put|putting|equating)\b"
)
# On a part of the line a minimizer may be an end of it.
_SOMEWHERE = re.compile(
    rf"\b(on|over|within|among|for)( the| all)?( (open|closed|unit|compact))?( (interval|set|domain|region))?"
    rf"\s*{prose.ONE}|\b(increasing|decreasing|monoton\w+|interval|boundary)\b"
)


def _said(equation: NamingEquation) -> str:
    return prose.sentence(equation.formula.lead if equation.formula.display else equation.formula.words)


def claimed(equation: NamingEquation, made: Named) -> Named | None:
    """The claim that a derivative is zero at a place that is named here; None where words say nothing of the kind, or
    not of which function."""
    function, value = _function(equation.context, name_of(equation.thread.node)), made[1]
    if function is None or value is None:
        return None
    words, said = equation.formula.lead if equation.formula.display else equation.formula.words, _said(equation)
    vanishes = zeros_in_words.set_to_zero(said, "at once") in ("slope", "gradient") and _SETS.match(said) is not None
    extreme = _is_extreme(equation.context, said) and _SOMEWHERE.search(words.lower()) is None
    if not (vanishes or extreme or zeros_in_words.was_set_to_zero(words)):
        return None
    if _CONSTRAINED.search(f"{equation.context.said} {said}"):
        return None
    (x,), at = function.arguments, equation.context.unfolded(value)
    if L.is_scalar(x) and L.is_scalar(at):
        slope: L.Term = derivative(equation.context.unfolded(function.body), x, at, 1)
        zero: L.Term = L.Number(0)
    elif L.space_of(x) is L.space_of(at):
        slope, zero = gradients.gradient(equation.m, function.body, x, at), L.Zero(L.space_of(at))
    else:
        return None
    equation.m.remarks.append(REMARK)
    claim = replace(equation.claim(slope, zero), kind="step", sides=None, instead=(), restated=False, inline=False)
    return replace(claim.of_all_values(equation.context.in_fog), premise=None, defines=made[0].defines), value


def lines_of(chains: ChainReader, piece: Piece, found: list[Line]) -> Iterator[Line]:
    """That no value lies below the one at a minimizer, or above it at a maximizer, where a formula was read as one."""
    if not any(REMARK in line.remarks for line in found) or piece.row is None:
        return
    words = piece.formula.lead if piece.formula.display else piece.formula.words
    extreme = _EXTREME.search(prose.sentence(words))
    match piece.row:
        case RowSyntax((Statement((left, *_), (Sign("="), *_)), *_)) if extreme is not None and left is not None:
            functions = chains.context.functions
            own = next(n for n, f in functions.items() if f is _function(chains.context, name_of(left)))
            sign = r"\le" if extreme["noun"].startswith("mini") else r"\ge"
            of, (x,) = written(own), functions[own].arguments
            text = f"{of}({piece.formula.written(left)}) {sign} {of}({written(x.name)})"
            formula = replace(
                piece.formula, maths=Placed(text, (0,), (piece.formula.maths.place(0),)), words="Then ", lead="Then ",
                rest=".", display=False,
            )  # fmt: skip
            row = parse_row(text)
            for line in chains.lines(row.statements[0], replace(piece, row=row, formula=formula)):
                yield line.of_all_values(chains.context.in_fog)


def _is_extreme(context: Context, said: str) -> bool:
    return _EXTREME.search(said) is not None and _OTHERS.search(f"{context.said} {said}") is None


def _function(context: Context, name: str | None) -> Defined | None:
    """The one function of a letter of which this names a place: f(x), of x^*, x_0, \\hat x."""
    plain = None if name is None else re.split(r"[_^]", without_accent(name) or name)[0]
    if plain is None or plain == name:
        return None
    own = [f for f in context.functions.values() if [x.name for x in f.arguments] == [plain] and L.is_scalar(f.body)]
    return own[0] if len(own) == 1 and not own[0].squares else None


__all__ = ["claimed", "lines_of"]
