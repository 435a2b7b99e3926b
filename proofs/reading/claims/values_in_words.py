r"""Values that words give to quantities of what is known: "the variance is $1/\lambda^2$", "$A$ has eigenvalues $2$ and
$5$", "the Hessian is $\begin{pmatrix} 2 & 0 \\ 0 & 2 \end{pmatrix}$".

They are read as the equation that an author could have written in their place, \mathrm{Var}(X) = 1/\lambda^2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ... import language as L
from ..files.source import Placed
from ..grammar.parser import parse_row
from ..meaning import Meaning
from ..names import is_letter
from ..pieces import Piece
from ..syntax import Add, Multiply, RowSyntax, Statement, Syntax
from ..told.follows import follows, names_in, parameters
from ..words import claiming, giving, prose
from ..words.inline import ALTERNATIVE, ENDS, SOMETIMES, joined
from .called import is_rounded, unit_matrix
from .named_quantities import Quantity, Spoken, arguments, quantities, written
from .quantities import NONE, Parts

_VALUE = "\1"
_DOUBTED = re.compile(
    r"\b(if|whether|unless|suppose|assume|assuming|when|let|not|would|could|what|why|such|given|whose|want|choose|"
    r"until|so that|say|maybe|perhaps|should)\b[^.;:!?]*$"
)
_SUPPOSES = re.compile(r"\b(suppose|assume|assuming|let|given|where|with)\b[^.;:!?]*$")
_CONCLUDES = re.compile(
    r"\b(then|hence|therefore|thus|so|consequently|it follows that|(we|one) (see|find|get|obtain|conclude))\b"
)
_ATOM = re.compile(r"\s*(\d+|\\?[a-zA-Z]+)\s*")
_OF_IT = re.compile(r"\s*(has|have|holds|implies|gives)\b")  # what stands there is spoken of, and no value
_CLAUSE = re.compile(r"[.!?;]\s")
_UNDER = re.compile(r"\s*,?\s*(if|for|when|whenever|provided|as long as)\b")  # the conditions that claims are read with


def as_equation(m: Meaning, pieces: Sequence[Piece], at: int) -> Piece:
    """A piece of a sentence with the equation that it says with the words before it; any other piece as it is."""
    piece = pieces[at]
    formula, value = piece.formula, _value(piece)
    if value is None or formula.display or not _is_ended(formula.rest):
        return piece
    clause = _CLAUSE.split(formula.words)[-1]
    said, supposed = _is_said(formula.words, clause), _SUPPOSES.search(clause.lower()) is not None
    if not said and not supposed:
        return piece
    texts = tuple(each.formula.maths.text for each in pieces[at - len(formula.ahead) : at])
    spoken = Spoken(m, formula, texts=texts)
    found = next(quantities(spoken, prose.sentence(formula.words)), None)
    sides = None if found is None else _sides(spoken, found, value)
    if found is None or sides is None or (sides[1] != _VALUE and (is_rounded(value) or value is not piece.sole)):
        return piece  # put into a formula it is off by more than its last digit
    if not _is_claim(m, found, sides, value, _CONCLUDES.search(clause.lower()) is not None):
        _doubt(m, found, value)
        return piece
    if not said:
        return piece
    whole = _equation(sides, formula.maths)
    return replace(piece, row=parse_row(whole.text), formula=replace(formula, maths=whole))


def _value(piece: Piece) -> Syntax | None:
    """The expression that a formula is, or begins with where others are equal to it: "is $2 \\cdot 3 - 1 = 5$"."""
    match piece.row:
        case RowSyntax((Statement((Add() | Multiply() as first, _, *_), signs),)) if {s.symbol for s in signs} == {"="}:
            return first
    return piece.sole


def _is_said(words: str, clause: str) -> bool:
    """Whether the clause before a value neither supposes nor asks, and is no task."""
    if _DOUBTED.search(clause.lower()) or claiming.is_no_claim(words) or claiming.is_shown(words):
        return False
    return not (giving.is_supposed(clause) or giving.is_let(clause))


def _is_ended(rest: str) -> bool:
    """Whether what follows does not go on with the value: "is $2$ or $3$", "is $2$ times that"."""
    ends = ENDS.match(rest) or _UNDER.match(rest.lower())
    return bool(ends) and not any(pattern.match(rest) for pattern in (ALTERNATIVE, SOMETIMES, _OF_IT))


def _sides(spoken: Spoken, found: Quantity, value: Syntax) -> tuple[str, str] | None:
    """The sides of the equation that says what a quantity is, with a mark where the value stands."""
    if found.sides is None or found.doubtful:
        return None
    one, at = "", NONE
    if found.kind == "matrix":
        one = unit_matrix(spoken.m, found) or NONE
        at = _variable(spoken.m, value) if found.noun == "characteristic polynomial" else NONE
    elif found.kind in ("function", "several"):
        one = arguments(spoken.context, found.of)
        at = one if found.at == NONE else found.at
    left, right = found.sides(Parts(found.subject, at, _VALUE, one, NONE, found.aim))
    return None if NONE in left + right else (left, right)


def _variable(m: Meaning, value: Syntax) -> str:
    """The one letter in a polynomial that stands for nothing yet."""
    letters = [name for name in names_in(value) if is_letter(name) and name not in m.context.values]
    return written(letters[0]) if len(letters) == 1 else NONE


def _is_claim(m: Meaning, found: Quantity, sides: tuple[str, str], value: Syntax, concluded: bool) -> bool:
    """Whether a value follows from what is known of the law or the function it is of; that of an estimator does."""
    if found.aim != NONE:
        return True
    laws = [found_of for found_of in [parameters(m, found.of)] if found_of is not None]
    function = m.context.functions.get(found.of)
    own = [] if function is None else [x.name for x in function.arguments]
    own += names_in(value) if found.noun == "characteristic polynomial" else ()
    return follows(m, sides[0].replace(_VALUE, "0"), laws, value, concluded, own)


def _doubt(m: Meaning, found: Quantity, value: Syntax) -> None:
    """What a number tells of a law with one parameter, or of what is made of a variable without a law, was not read."""
    for each in m.context.told if not found.has_name else ():
        if each in found.of:
            m.context.fog.setdefault(each, f"what words say of the {found.noun} was not read")
    law = m.context.laws.get(found.of)
    if isinstance(law, L.Family) and len(law.parameters) == 1 and not names_in(value):
        for name in law.free:
            if isinstance(name, L.Var):
                m.context.fog.setdefault(name.name, f"what words say of the {found.noun} was not read")


def _equation(sides: tuple[str, str], value: Placed) -> Placed:
    text = f"{sides[0]} = {sides[1]}"
    if sides[1] != _VALUE and not _ATOM.fullmatch(value.text):
        text = text.replace(_VALUE, rf"\left({_VALUE}\right)")
    before, *behind = text.split(_VALUE)
    parts: list[Placed | str] = [before]
    for each in behind:
        parts += [value, each]
    return joined(*(each for each in parts if each))


__all__ = ["as_equation"]
