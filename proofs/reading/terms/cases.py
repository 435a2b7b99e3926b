r"""Cases: a) $\theta \ne 0$ ... b) $\theta = 0$ ... head parts, and hold in these; "if $x > 0$" until the next."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from ... import language as L
from ...language.facts import Facts
from ..context import Context
from ..meaning import Meaning
from ..names import name_of
from ..parts import Part
from ..pieces import Piece
from ..relations import ORDERS
from ..syntax import RowSyntax, Statement
from ..told.orders import is_assumption, order
from ..words import cases_in_words

_TITLE = re.compile(r"\W*(case|fall)\b", re.IGNORECASE)


def heading(part: Part) -> Statement | None:
    """What a part says behind its number, and nothing else on that line: a name beside a sign and a number."""
    if not part.pieces or not ((piece := part.pieces[0]).heads or _is_titled(part, piece)):
        return None
    match piece.row:
        case RowSyntax((Statement((left, _), (sign,)) as statement,)) if (
            sign.symbol in ("=", *ORDERS) and name_of(left) is not None and is_assumption(statement)
        ):
            return statement
    return None


def _is_titled(part: Part, piece: Piece) -> bool:
    """Whether a part is called a case and begins with what is so in it: **Case 1.** $x > 0$."""
    formula = piece.formula
    behind = re.match(r"\s*([.:;,]|$)", formula.after) is not None
    return bool(_TITLE.match(part.title or "")) and not formula.display and not formula.words.strip() and behind


def of_parts(whole: Iterable[Part]) -> dict[int, Statement]:
    """The cases that the parts, by their number, are about: several parts are headed by something said of one name."""
    found = {k: statement for k, part in enumerate(whole) if (statement := heading(part)) is not None}
    names = Counter(name_of(statement.expressions[0]) for statement in found.values())
    return {k: statement for k, statement in found.items() if names[name_of(statement.expressions[0])] > 1}


@dataclass
class CaseAtHand:
    """The case that is read: the part's, and what the formulas in it suppose."""

    of_part: tuple[L.Node, ...] = ()
    here: tuple[L.Node, ...] = ()  # that the formula at hand supposes
    before: tuple[L.Node, ...] = ()  # that the one right before it supposed
    is_place: bool = False  # "At $x = 2$ we have": it ends with its sentence

    @classmethod
    def headed(cls, m: Meaning, statement: Statement) -> CaseAtHand:
        r"""a) \theta \ne 0: the case that a part is about."""
        found = cls(tuple(order(m, statement)))
        m.context.assume(*found.of_part, case=True)
        return found

    def next_formula(self) -> None:
        self.before, self.here = self.here, ()

    def leave(self, context: Context) -> None:
        """Go back to the case of the part alone."""
        context.assumed[:] = self.of_part
        self.is_place = False

    def leave_place(self, context: Context, piece: Piece) -> None:
        """Go back from a place at which a sentence said that something holds, where the next one does not say that it
        is about that, too; it may be all the same, so nothing false of its names is held against the author."""
        if self.is_place and not cases_in_words.is_still_there(piece.formula.words):
            own = [n for each in context.assumed if each not in self.of_part for n in each.free]
            made = {name for name, value in context.values.items() if not value.free.isdisjoint(own)}
            context.doubted |= made | {n.name for n in own if isinstance(n, L.Var)}
            self.leave(context)

    def excludes(self, said: Iterable[L.Node]) -> bool:
        """Whether what is said cannot hold in the case that the part is about."""
        facts = Facts(self.of_part)
        return bool(self.of_part) and any(isinstance(each, L.Relation) and facts.excludes(each) for each in said)

    def suppose(self, context: Context, said: Iterable[L.Node], beside: bool) -> None:
        r"""if \sigma_1 = \sigma_2: this holds until the next case; ``beside`` what the formula before it supposed."""
        said, others = tuple(said), self.before if beside else ()
        self.leave(context)
        self.here = tuple(dict.fromkeys((*others, *said)))
        context.assume(*others, case=True)
        for each in said:
            context.assume(each, case=True)


__all__ = ["CaseAtHand", "heading", "of_parts"]
