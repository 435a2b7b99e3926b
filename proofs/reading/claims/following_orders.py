r"""Orders that follow from what is to be met: "we need $2w > 1$, so $w > \frac12$", $2x > 4 \iff x > 2$.

That what is to be met holds is supposed of them.  What says it again, or is equivalent to it, must say as much.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace

from ... import language as L
from ..lines import Line
from ..meaning import Meaning
from ..names import name_of
from ..pieces import Piece
from ..relations import ORDERS
from ..syntax import RowSyntax, Statement, Unread
from ..told import orders
from ..words import claiming, prose, wanting
from .chain_reader import ChainReader

ARROWS = ("implies", "iff")


def lines(
    chains: ChainReader,
    statement: Statement,
    piece: Piece,
    wanted: Iterable[L.Node],
    again: Sequence[L.Node] = (),
    behind_arrow: bool = False,
) -> Iterator[Line]:
    """The lines of an order that follows from what is wanted, and says ``again`` what these say; but behind an arrow
    what does not follow is in doubt, as more may be meant than was read."""
    said = frozenset(wanted)
    chains.told.claims.conditions.kept |= said
    names: tuple[str, ...] = ()
    if not behind_arrow:
        names = tuple(sorted(n.name for h in said for n in h.free if isinstance(n, L.Var)))
    found = [replace(line, fog=(*line.fog, *names)) for line in chains.lines(statement, piece)]
    if again and found and (last := found[-1].claim) is not None:
        conversely = _conversely(chains.m, statement, again, last.hypotheses)
        found[-1] = replace(found[-1], says_again=tuple(conversely))
    yield from found


def _conversely(
    m: Meaning, statement: Statement, again: Sequence[L.Node], held: tuple[L.Node, ...]
) -> Iterator[L.Claim]:
    """That what an order says again follows from it, as ``held`` without that."""
    with suppress(Unread):
        under = (*(h for h in held if h not in again), *orders.order(m, statement))
        yield from (L.Claim(under, each) for each in again if isinstance(each, L.Statement))


@dataclass
class Arrows:
    r"""The arrows between the rows of displays, and what they lead from: $A$ in the row above, \iff B."""

    led_from: list[L.Node] = field(default_factory=list)
    goes_on: bool = False  # an order stands behind the one at hand that may follow from it

    def begin(self, pieces: Sequence[Piece], at: int) -> Piece:
        """The piece, its order supposed where an arrow leads on from it to the next display, and from nothing else."""
        piece = pieces[at]
        self.goes_on = _opens_solving(pieces, at)
        if not piece.formula.display:
            return piece
        arrow = _arrow(piece)
        if arrow is None and not _goes_on_from(pieces, at):
            self.led_from.clear()
        if at + 1 == len(pieces) or _arrow(pieces[at + 1]) is None or arrow is not None or piece.row is None:
            return piece
        first, *others = piece.row.statements
        if not first.relations or not {s.symbol for s in first.relations} <= set(ORDERS) or first.words:
            return piece
        return replace(piece, row=replace(piece.row, statements=(replace(first, words="if"), *others)))


def _arrow(piece: Piece) -> str | None:
    """The arrow that a display begins with, or words for one before it."""
    match piece.row:
        case RowSyntax((Statement((None, *_), (sign, *_)), *_)) if sign.symbol in ARROWS:
            return sign.symbol
    again = piece.formula.display and piece.row is not None and wanting.is_again(piece.formula.words)
    return "iff" if again else None


def _opens_solving(pieces: Sequence[Piece], at: int) -> bool:
    """Whether an order without words is followed by another of the same names: $$2x - 1 > 3$$ $$2x > 4$$.  What is said
    once more, in a box as the result, is no solution of itself."""
    here, following = (_names_in_order(pieces[k]) if k < len(pieces) else frozenset() for k in (at, at + 1))
    return bool(here & following) and _is_bare(pieces[at]) and not _say_the_same(pieces[at], pieces[at + 1])


def _say_the_same(one: Piece, other: Piece) -> bool:
    match one.row, other.row:
        case RowSyntax((here, *_)), RowSyntax((there, *_)):
            return here.expressions == there.expressions and here.relations == there.relations
    return False


def _goes_on_from(pieces: Sequence[Piece], at: int) -> bool:
    """Whether an order may follow from the one before it: it has names of that, and words that conclude it, or none."""
    shared = at > 0 and _names_in_order(pieces[at - 1]) & _names_in_order(pieces[at])
    return bool(shared) and (_is_bare(pieces[at]) or claiming.is_concluded(pieces[at].formula.words))


def _is_bare(piece: Piece) -> bool:
    """Whether no words stand before a formula in its sentence."""
    return prose.is_bare(piece.formula.words, "")


def _names_in_order(piece: Piece) -> frozenset[str]:
    """The names in a formula that is an order, and nothing else; a row that goes on with one above is none."""
    match piece.row:
        case RowSyntax((Statement(sides, signs) as order, *_)) if signs and {s.symbol for s in signs} <= set(ORDERS):
            if None in sides:
                return frozenset()
            return frozenset(name for node in order.walk() if (name := name_of(node)) is not None)
    return frozenset()


def is_equivalent(piece: Piece, statement: Statement) -> bool:
    """Whether an order is said to be equivalent to what leads to it."""
    return statement.words == "iff" or _arrow(piece) == "iff"


__all__ = ["ARROWS", "Arrows", "is_equivalent", "lines"]
