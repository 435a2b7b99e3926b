r"""Values that words give to quantities of what is known: "the variance is $1/\lambda^2$", "$A$ has eigenvalues $2$ and
$5$", "the Hessian is $\begin{pmatrix} 2 & 0 \\ 0 & 2 \end{pmatrix}$".

They are read as the equation that an author could have written in their place, \mathrm{Var}(X) = 1/\lambda^2.
"""

from __future__ import annotations

import re
from dataclasses import replace

from . import claiming, giving, prose
from .called import is_rounded, unit_matrix
from .inline import ALTERNATIVE, ENDS, SOMETIMES, joined
from .meaning import Meaning
from .named_quantities import Quantity, Spoken, arguments, quantities, written
from .parser import parse_row
from .parts import Piece
from .quantities import NONE, Parts
from .source import Placed
from .syntax import RowSyntax, Statement, Syntax

_VALUE = "\1"
_DOUBTED = re.compile(
    r"\b(if|whether|unless|suppose|assume|assuming|when|let|not|would|could|what|why|such|given|whose|want|choose|"
    r"until|so that|say|maybe|perhaps|should)\b[^.;:!?]*$"
)
_ATOM = re.compile(r"\s*(\d+|\\?[a-zA-Z]+)\s*")
_OF_IT = re.compile(r"\s*(has|have|holds|implies|gives)\b")  # what stands there is spoken of, and no value
_CLAUSE = re.compile(r"[.!?;]\s")
_UNDER = re.compile(r"\s*,?\s*(if|for|when|whenever|provided|as long as)\b")  # the conditions that claims are read with


def as_equation(m: Meaning, piece: Piece) -> Piece:
    """A piece of a sentence with the equation that it says with the words before it; any other piece as it is."""
    formula, value = piece.formula, _sole(piece)
    if value is None or formula.display or not _is_ended(formula.rest) or not _is_said(formula.words):
        return piece
    spoken = Spoken(m, formula)
    found = next(quantities(spoken, prose.sentence(formula.words)), None)
    whole = None if found is None else _equation(spoken, found, formula.maths, is_rounded(value))
    if whole is None:
        return piece
    return replace(piece, row=parse_row(whole.text), formula=replace(formula, maths=whole))


def _sole(piece: Piece) -> Syntax | None:
    """The expression that is all of its formula."""
    match piece.row:
        case RowSyntax((Statement((sole,), ()),)):
            return sole
    return None


def _is_said(words: str) -> bool:
    """Whether the clause before a value neither supposes nor asks, and is no task."""
    clause = _CLAUSE.split(words)[-1]
    if _DOUBTED.search(clause.lower()) or claiming.is_no_claim(words) or claiming.is_shown(words):
        return False
    return not (giving.is_supposed(clause) or giving.is_let(clause))


def _is_ended(rest: str) -> bool:
    """Whether what follows does not go on with the value: "is $2$ or $3$", "is $2$ times that"."""
    ends = ENDS.match(rest) or _UNDER.match(rest.lower())
    return bool(ends) and not any(pattern.match(rest) for pattern in (ALTERNATIVE, SOMETIMES, _OF_IT))


def _equation(spoken: Spoken, found: Quantity, value: Placed, rounded: bool) -> Placed | None:
    """The equation that says what a quantity is, with the text of the value where that is put."""
    if found.sides is None:
        return None
    one, at = "", NONE
    if found.kind == "matrix":
        one = unit_matrix(spoken.context.values[found.of]) or NONE
    elif found.kind in ("function", "several"):
        one = at = arguments(spoken.context, found.of)
    left, right = found.sides(Parts(written(found.of), at, _VALUE, one, NONE))
    if NONE in left + right or (rounded and right != _VALUE):
        return None  # put into a formula it is off by more than its last digit
    text = f"{left} = {right}"
    if right != _VALUE and not _ATOM.fullmatch(value.text):
        text = text.replace(_VALUE, rf"\left({_VALUE}\right)")
    before, *behind = text.split(_VALUE)
    pieces: list[Placed | str] = [before]
    for each in behind:
        pieces += [value, each]
    return joined(*(each for each in pieces if each))


__all__ = ["as_equation"]
