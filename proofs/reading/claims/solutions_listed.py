r"""Solutions that a sentence lists of what it names: "the zeros of $f'$ are $1$ and $-1$", "$x^2 = 4$ has the roots".

Each of them is put into the equation, the formula or the function.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from ... import language as L
from ..lines import Line
from ..names import name_of, to_latex
from ..pieces import Piece
from ..syntax import Bracket, Multiply, RowSyntax, Script, Sign, Statement, Symbol, Syntax, Unread
from ..words import cases_in_words, claiming, giving, prose
from .chain_reader import ChainReader
from .listed_values import NOUN, Value, values
from .solutions import REMARK, is_value

_OF = re.compile(
    rf"\b(the|both|its)\s+(\w+\s+){{0,2}}(?P<what>{NOUN})\s+(of|to)(\s+(the|this)\s+(\w+\s+)?)?\s*{prose.ONE}\s*"
    r"(is|are)(\s+(thus|therefore|then|also|so))?(\s+given\s+by)?\s*$"
)
# "The critical points are", of the one function that there is
_CRITICAL = re.compile(
    rf"\b(critical|stationary)\s+points?(\s+of\s*(?P<of>{prose.ONE}))?\s*((is|are)(\s+(thus|therefore|then))?(\s+at)?|:)\s*$"
)
_HAS = re.compile(rf"{prose.ONE}\s*(has|have)\s+(\w+\s+){{0,3}}(?P<what>{NOUN})\s*$")
_PutIn = Callable[[L.Term], tuple[L.Term, L.Term]]


@dataclass
class SolutionsListed:
    """Reads the formulas of one stretch, one after the other."""

    chains: ChainReader
    _open: dict[int, tuple[_PutIn, str, tuple[Value, ...]]] = field(default_factory=dict)
    """By the later formulas of a list: what their values are put into, the name for them, and the list."""

    def lines(self, pieces: Sequence[Piece], at: int) -> list[Line] | None:
        """The lines of a formula in such a list; None for any other."""
        piece = pieces[at]
        known = self._open.pop(id(piece), None) or self._begun(pieces, at)
        if known is None:
            return None
        put_in, name, found = known
        self._open |= {id(value.piece): known for value in found if value.piece is not piece}
        return [self._line(put_in, name, value) for value in found if value.piece is piece]

    def _begun(self, pieces: Sequence[Piece], at: int) -> tuple[_PutIn, str, tuple[Value, ...]] | None:
        formula = pieces[at].formula
        words = prose.sentence(formula.words)
        said = _OF.search(words) or _HAS.search(words)
        critical = _CRITICAL.search(words)
        if (said is None or formula.previous is None) and critical is None:
            return None
        if giving.is_let(formula.words) or claiming.is_no_claim(words):
            return None
        if cases_in_words.is_conditional_sentence(formula.words) or claiming.is_shown(formula.words):
            return None
        found = tuple(values(pieces, at, alone=True))
        if len(found) < 2 and not any(value.left is None for value in found):
            return None  # a single one, $x = 2$, may name it as well
        try:
            if critical is not None:
                put_in, name = self._slope(formula.previous if critical["of"] else None)
            else:
                assert said is not None and formula.previous is not None
                put_in, name = self._subject(formula.previous, zeros=not said["what"].startswith("solution"))
            first, *others = [put_in(self.chains.m.scalar(value.right)) for value in found]
        except Unread:
            return None
        known = {n.name for n in self.chains.context.claimed_of}
        known |= {n.name for f in self.chains.context.functions.values() for n in f.body.free}
        if any(n.name not in known for sides in (first, *others) for side in sides for n in side.free):
            return None  # the $i$ of $x^2 = -1$
        heads = {value.head for value in found} - {""}
        return (put_in, name, found) if heads <= {name} or (not name and len(heads) <= 1) else None

    def _subject(self, row: RowSyntax, zeros: bool) -> tuple[_PutIn, str]:
        """What a value is put into, and the unknown in it, where it has a name.  Raises ``Unread``."""
        m = self.chains.m
        match row.statements:
            case (Statement((Syntax() as left, Syntax() as right), (Sign("="),)),):
                start = m.scalar(left)
                target = L.Number(0) if zeros and is_value(m.context, left) else m.scalar(right)
            case (Statement((Syntax() as sole,), ()),) if zeros and _function(sole) in m.context.functions:
                return lambda value: (self._value_at(sole, value), L.Number(0)), ""
            case (Statement((Syntax() as sole,), ()),) if zeros:
                start, target = m.scalar(sole), L.Number(0)
            case _:
                raise Unread("what its solutions are", row.span)
        names = [n for n in start.free | target.free if isinstance(n, L.Var)]
        if len(names) != 1 or names[0].name in m.context.values:
            raise Unread("which number is unknown in it", row.span)
        (unknown,) = names
        return lambda value: (
            L.substitute(start, {unknown: value}),
            L.substitute(target, {unknown: value}),
        ), unknown.name

    def _slope(self, row: RowSyntax | None) -> tuple[_PutIn, str]:
        """The slope of a function that a formula names, or of the one function of a number that there is, at a value,
        and zero; with the name of its argument.  Raises ``Unread``."""
        functions = {n: f for n, f in self.chains.context.functions.items() if f.is_plain}
        match row.statements if row is not None else ():
            case (Statement((Syntax() as sole,), ()),) if name_of(sole) in functions:
                functions = {n: f for n, f in functions.items() if n == name_of(sole)}
        if len(functions) != 1:
            raise Unread("of which function", (0, 0))
        ((_, function),) = functions.items()
        (place,) = function.arguments
        if not isinstance(place.space, L.Reals):
            raise Unread("a function of no number", (0, 0))
        body = self.chains.context.unfolded(function.body)
        return lambda value: (L.Derivative(body, place, value), L.Number(0)), place.name

    def _value_at(self, function: Syntax, value: L.Term) -> L.Term:
        m = self.chains.m
        place = L.fresh_beside(L.Var("x", L.R), value)
        with m.binding({place.name: place}):
            argument = Symbol(place.name, span=function.span)
            bracket = Bracket("(", (argument,), ")", span=function.span)
            written = m.scalar(Multiply((function, bracket), ("", ""), span=function.span))
        return L.substitute(written, {place: value})

    def _line(self, put_in: _PutIn, name: str, value: Value) -> Line:
        told, formula = self.chains.told, value.piece.formula
        thread = told.begin(value.right if value.left is None else value.left, formula)
        if value.left is None:
            thread.text = to_latex(name or "x")
        told.m.text, told.m.remarks = formula.maths.text, [REMARK]
        sign = Sign("=", span=value.right.span)
        start, target = put_in(told.m.scalar(value.right))
        line = told.claims.claim(thread, sign, value.right, formula, start, target)
        remarks = (*line.remarks, REMARK)
        return replace(
            line, kind="step", posed=False, inline=False, sides=None, instead=(), premise=None, remarks=remarks
        )


def _function(node: Syntax) -> str | None:
    """The f of $f$ and $f'$."""
    match node:
        case Script(base, None, None, primes) if primes:
            return name_of(base)
    return name_of(node)


__all__ = ["SolutionsListed"]
