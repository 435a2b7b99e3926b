r"""Values of which a number is one: "so $x = 2$ or $x = 3$", "the solutions are $2$ and $3$", $x \in \{2, 3\}$.

That x is r or s says that (x - r)(x - s) = 0: so a root that is lost makes both lines wrong.  Each of them is also
asked by itself whether it can be so: that tells a root that was invented.  Behind an equation about x they are claimed;
where none is, they are left to what they may be else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from .. import language as L
from ..language.facts import Facts
from . import cases_in_words, claiming, giving, prose
from .called import is_rounded
from .chain_reader import ChainReader
from .declarations import NO_RANGE
from .lines import Line
from .names import name_of, to_latex
from .parts import Piece
from .syntax import Bracket, Multiply, RowSyntax, Sign, Statement, Syntax, Unread

_BETWEEN = re.compile(r"\s*(,|or|and|oder|und|or else|, ?(or|and|oder|und)|resp\.|bzw\.)\s*")
_OR = re.compile(r"\b(or|oder)\b")
_MORE = 6  # values that are looked for
_NOUN = r"(solutions?|roots?|zeros?|l\w{1,2}sung(en)?|nullstellen?)"
_SOLUTIONS = re.compile(
    rf"\b(the|both|its|die|only|two|three)\b[^.;:{prose.ONE}]*\b{_NOUN}( of (the|this) \w+| der \w+)?"
    r"( (are|sind)| (is|ist))( (thus|therefore|then|also|somit))?( given by)?\s*$"
)
_SET = re.compile(r"\b(solution|l\w{1,2}sungs)[ -]?(set|menge)( (is|ist|lautet))?( then)?\s*$")
_ONLY = re.compile(rf"\b(only|sole|unique|single|einzige)\b[^.;:{prose.ONE}]*\b{_NOUN}( (is|ist))?( then)?\s*$")
_CONCLUDES = re.compile(
    r"\b(also|daher|somit|folglich|deshalb|damit|d\. ?h\.|folgt|ergibt( sich)?|erhalten wir|erh\w{1,2}lt man|"
    r"i\.e\.|that is|meaning|whence)[\s,:]*$"
)


@dataclass(frozen=True)
class _Value:
    """One of the values: the place where it stands, and what is equal to what there."""

    piece: Piece
    left: Syntax | None  # None where only the value is written
    right: Syntax


@dataclass(frozen=True)
class _Group:
    """Values of which one is had, as one equation; ``premise`` is the row that they follow from."""

    equation: L.Relation
    values: tuple[tuple[_Value, L.Relation], ...]
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
        values = tuple(_values(pieces, at))
        if len({*map(_written, values)}) < (1 if only else 2):
            return None
        m = self.chains.m
        m.text = piece.formula.maths.text
        try:
            equations = tuple(self._equation(value) for value in values)
        except Unread:
            return None
        known = {n.name for n in m.context.claimed_of}
        inside = {n.name for each in equations for n in each.left.free}
        others = {n.name for each in equations for n in each.right.free}
        if not inside or not inside | others <= known or not inside.isdisjoint(m.context.values):
            return None
        plain = not others and all(isinstance(each.left, L.Var) for each in equations)
        if not plain and not _are_alternatives(pieces, at, values):
            return None
        product = L.Times(tuple(each.left - each.right for each in equations)) if len(equations) > 1 else None
        whole = equations[0] if product is None else product.eq(0)
        complete = only or _SET.search(prose.sentence(words)) is not None
        return _Group(whole, tuple(zip(values, equations, strict=True)), over_reals=_over_reals(equations, complete))

    def _equation(self, value: _Value) -> L.Relation:
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

    def _line(self, group: _Group, value: _Value, equation: L.Relation) -> Line:
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
    solved: set[str | None] = set()
    for piece in pieces:
        for statement in piece.row.statements if piece.row is not None else ():
            match statement:
                case Statement((Syntax() as left, Bracket("{", _, "}", None)), (Sign("in"),)):
                    if name_of(left) in solved and _claims(piece.formula.words, piece):
                        yield statement
                case Statement((Syntax() as left, *_), (Sign("="), *_)):
                    inside = [n for side in statement.expressions if side is not None for n in side.walk()]
                    solved |= {name_of(n) for n in inside} - {name_of(left)}


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
    solves = any(pattern.search(said) for pattern in (_SOLUTIONS, _SET, _CONCLUDES))
    return solves or claiming.is_concluded(words)


def _values(pieces: Sequence[Piece], at: int) -> Iterator[_Value]:
    """The values that begin at a formula and are listed from there on, joined by words."""
    first: str | None = None
    alone = _SOLUTIONS.search(prose.sentence(pieces[at].formula.words)) is not None
    for k, piece in enumerate(pieces[at : at + _MORE]):
        if (
            piece.row is None
            or piece.formula.display
            or (k and not _BETWEEN.fullmatch(prose.since(piece.formula.words)))
        ):
            return
        found = list(_in_row(piece, first is not None or alone))
        if not found:
            return
        heads = {h for h in map(_head, found) if h} | ({first} if first else set())
        if len(heads) > 1 and not _OR.search(prose.since(piece.formula.words)):
            return
        first = first or next(iter(heads), "")
        yield from found


def _are_alternatives(pieces: Sequence[Piece], at: int, values: tuple[_Value, ...]) -> bool:
    """Whether each of the values is joined to the next one by a word for "or", $2x - 1 = 5$ or $2x - 1 = -5$: what is
    joined by "and" may hold at once."""
    others = [p for p in pieces[at + 1 : at + _MORE] if any(value.piece is p for value in values)]
    inside = [s for p in (pieces[at], *others) if p.row is not None for s in p.row.statements[1:]]
    return all(_OR.search(prose.since(p.formula.words)) for p in others) and all(_OR.search(s.words) for s in inside)


def _head(value: _Value) -> str | None:
    return None if value.left is None else name_of(value.left) or value.piece.formula.written(value.left)


def _written(value: _Value) -> tuple[str, str]:
    """The value as it is written."""
    return _head(value) or "", value.piece.formula.written(value.right)


def _in_row(piece: Piece, alone: bool) -> Iterator[_Value]:
    """The values in one formula; ``alone``: also such that stand there without the number that has them."""
    assert piece.row is not None
    row = RowSyntax(tuple(each for s in piece.row.statements for each in _apart(s)), piece.row.tag, span=piece.row.span)
    found: list[_Value] = []
    for k, statement in enumerate(row.statements):
        if k and statement.words not in ("", "or", "and", "oder", "und"):
            return
        match statement:
            case Statement((Syntax() as left, Bracket("{", items, "}", None)), (Sign("in"),)) if name_of(left):
                found += [_Value(piece, left, item) for item in items if isinstance(item, Syntax)]
            case Statement((Syntax() as left, Syntax() as right), (Sign("="),)) if not is_rounded(right):
                if (
                    isinstance(right, Bracket)
                    and right.left == "{"
                    and _SET.search(prose.sentence(piece.formula.words))
                ):
                    found += [_Value(piece, None, item) for item in right.items if isinstance(item, Syntax)]
                else:
                    found.append(_Value(piece, left, right))
            case Statement((Bracket("{", items, "}", None),), ()) if _SET.search(prose.sentence(piece.formula.words)):
                found += [_Value(piece, None, item) for item in items if isinstance(item, Syntax)]
            case Statement((Syntax() as right,), ()) if (alone or found) and not is_rounded(right):
                found.append(_Value(piece, found[-1].left if found else None, right))
            case _:
                return
    yield from found


def _apart(statement: Statement) -> Iterator[Statement]:
    r"""The two equations of $x = 2 \lor x = 3$, which are read as one chain; another statement as it is."""
    match statement:
        case Statement((left, Multiply((*before, _), (*_, r"\vee")) as middle, right), (first, second)):
            one = before[0] if len(before) == 1 else replace(middle, factors=tuple(before), signs=middle.signs[:-1])
            yield replace(statement, expressions=(left, one), relations=(first,))
            yield replace(statement, expressions=(middle.factors[-1], right), relations=(second,))
        case _:
            yield statement


__all__ = ["SeveralValues", "sets_found"]
