r"""Values of which a number is one: "so $x = 2$ or $x = 3$", "the solutions are $2$ and $3$", $x \in \{2, 3\}$.

That x is r or s says that (x - r)(x - s) = 0: so a root that is lost makes both lines wrong.  Each of them is also
asked by itself whether it can be so: that tells a root that was invented.  Behind an equation about x they are claimed;
where none is, they are left to what they may be else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from ... import language as L
from ...language.facts import Facts
from ..lines import Line
from ..names import name_of, names_in, to_latex
from ..pieces import Piece
from ..syntax import Bracket, Sign, Statement, Syntax, Unread
from ..told.declarations import NO_RANGE
from ..words import cases_in_words, claiming, giving, prose
from .chain_reader import ChainReader
from .listed_values import MORE, NOUN, OR, SET, SOLUTIONS, Value, values

_ONLY = re.compile(rf"\b(only|sole|unique|single)\b[^.;:{prose.ONE}]*\b{NOUN}( is)?( then)?\s*$")
_SAYS_AGAIN = re.compile(r"\b(i\.e\.|that is|meaning|whence)[\s,:]*$")


@dataclass(frozen=True)
class _Group:
    """Values of which one is had, as one equation; ``premise`` is the row that they follow from."""

    equation: L.Relation
    values: tuple[tuple[Value, L.Relation], ...]
    premise: L.Relation | None = None
    over_reals: frozenset[str] = frozenset()  # names of numbers that may be negative


@dataclass
class SeveralValues:
    """Reads the formulas of one stretch, one after the other."""

    chains: ChainReader
    _open: dict[int, _Group] = field(default_factory=dict)  # by the later formulas that belong to them

    def lines(self, pieces: Sequence[Piece], at: int) -> list[Line] | None:
        """The lines of a formula with such values; None for any other."""
        piece = pieces[at]
        group = self._open.pop(id(piece), None) or self._begun(pieces, at)
        if group is None:
            return None
        found: list[Line] = []
        for value, equation in group.values:
            if value.piece is piece:
                line = self._line(group, value, equation)
                group = replace(group, premise=line.premise if group.premise is None else group.premise)
                found.append(replace(line, premise=group.premise))
        self._open |= {id(value.piece): group for value, _ in group.values if value.piece is not piece}
        return found

    def _begun(self, pieces: Sequence[Piece], at: int) -> _Group | None:
        piece = pieces[at]
        words = piece.formula.words
        only = _ONLY.search(prose.sentence(words)) is not None
        if piece.row is None or not (only or _claims(words, piece)):
            return None
        alone = SOLUTIONS.search(prose.sentence(words)) is not None
        found = tuple(values(pieces, at, alone))
        if len({value.written for value in found}) < (1 if only else 2):
            return None
        m = self.chains.m
        m.text = piece.formula.maths.text
        try:
            equations = tuple(self._equation(value) for value in found)
        except Unread:
            return None
        known = {n.name for n in m.context.claimed_of}
        inside = {n.name for each in equations for n in each.left.free}
        others = {n.name for each in equations for n in each.right.free}
        if not inside or not inside | others <= known or not inside.isdisjoint(m.context.values):
            return None
        plain = not others and all(isinstance(each.left, L.Var) for each in equations)
        if not plain and not _are_alternatives(pieces, at, found):
            return None
        product = L.Times(tuple(each.left - each.right for each in equations)) if len(equations) > 1 else None
        whole = equations[0] if product is None else product.eq(0)
        complete = only or SET.search(prose.sentence(words)) is not None
        return _Group(whole, tuple(zip(found, equations, strict=True)), over_reals=_over_reals(equations, complete))

    def _equation(self, value: Value) -> L.Relation:
        """The equation that the unknown, or what stands on the left, has this value.  Raises ``Unread``."""
        m = self.chains.m
        m.text = value.piece.formula.maths.text
        left = self._unknown() if value.left is None else m.scalar(value.left)
        right = m.scalar(value.right)
        return left.eq(right)

    def _unknown(self) -> L.Var:
        """The one number that the equation above is about.  Raises ``Unread``."""
        above = self.chains.told.claims.above.equation
        names = [] if above is None else [n for n in above.free if isinstance(n, L.Var) and L.is_scalar(n)]
        if len(names) != 1:
            raise Unread("of which number these are values", (0, 0))
        return names[0]

    def _line(self, group: _Group, value: Value, equation: L.Relation) -> Line:
        told, formula = self.chains.told, value.piece.formula
        thread = told.begin(value.right if value.left is None else value.left, formula)
        if value.left is None:
            thread.text = to_latex(next(iter(equation.left.free)).name)
        told.m.text, told.m.remarks = formula.maths.text, []
        sign = Sign("=", span=value.right.span)
        line = told.claims.claim(thread, sign, value.right, formula, group.equation.left, group.equation.right)
        line = replace(line, kind="step", posed=False, inline=False, sides=None, roots=(equation,), as_written=False)
        line = replace(line, over_reals=group.over_reals, fog=tuple(n for n in line.fog if not self._is_listed(n)))
        if value is group.values[-1][0]:
            supposed, _ = told.claims.conditions.supposed(told.context, thread)
            told.claims.above.learn(line, sign, value.right, frozenset(supposed))
        return line

    def _is_listed(self, name: str) -> bool:
        r"""Whether nothing is in doubt of a number but that it lies in a set that was no range: $x \in \{2, 5\}$."""
        return self.chains.context.fog.get(name) == NO_RANGE


def sets_found(pieces: Sequence[Piece]) -> Iterator[Statement]:
    r"""The statements $x \in \{2, 3\}$ that conclude which numbers solve an equation before: they declare nothing."""
    if not any(map(_is_in_list, (s for piece in pieces if piece.row is not None for s in piece.row.statements))):
        return
    solved: set[str | None] = set()
    for piece in pieces:
        for statement in piece.row.statements if piece.row is not None else ():
            match statement:
                case Statement((Syntax() as left, Bracket("{", _, "}", None)), (Sign("in"),)):
                    if name_of(left) in solved and _claims(piece.formula.words, piece):
                        yield statement
                case Statement((Syntax() as left, *_), (Sign("="), *_)):
                    solved |= {None, *names_in(statement)} - {name_of(left)}


def _is_in_list(statement: Statement) -> bool:
    return statement.relations[:1] == (Sign("in"),) and isinstance(statement.expressions[-1], Bracket)


def _over_reals(equations: Sequence[L.Relation], whole: bool) -> frozenset[str]:
    """The names of numbers of either sign: some of what they may be is negative, or it is said to be the ``whole``."""
    negative = any(Facts(()).excludes(each.right >= 0) for each in equations if not each.right.free)
    return frozenset(n.name for each in equations for n in each.free) if negative or whole else frozenset()


def _claims(words: str, piece: Piece) -> bool:
    """Whether the words before a formula conclude it, or say that it is a solution."""
    said = prose.sentence(words)
    if giving.is_let(words) or giving.is_supposed(words) or giving.is_supposition(words) or claiming.is_shown(words):
        return False
    if claiming.is_no_claim(words) or cases_in_words.is_conditional_sentence(words) or claiming.is_place(words):
        return False
    solves = any(pattern.search(said) for pattern in (SOLUTIONS, SET, _SAYS_AGAIN))
    return solves or claiming.is_concluded(words)


def _are_alternatives(pieces: Sequence[Piece], at: int, found: tuple[Value, ...]) -> bool:
    """Whether each of the values is joined to the next one by a word for "or", $2x - 1 = 5$ or $2x - 1 = -5$: what is
    joined by "and" may hold at once."""
    others = [p for p in pieces[at + 1 : at + MORE] if any(value.piece is p for value in found)]
    inside = [s for p in (pieces[at], *others) if p.row is not None for s in p.row.statements[1:]]
    return all(OR.search(prose.since(p.formula.words)) for p in others) and all(OR.search(s.words) for s in inside)


__all__ = ["SeveralValues", "sets_found"]
