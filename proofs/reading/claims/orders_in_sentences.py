"""What an order within a sentence says: that it is supposed, or wanted, holds in a case, or is claimed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace

from ... import language as L
from ..context import Context
from ..laws import densities_on_parts
from ..lines import Line
from ..names import name_of
from ..pieces import Piece
from ..probability import unknown_events
from ..relations import OPPOSITES, ORDERS
from ..syntax import RowSyntax, Sign, Statement, Unread
from ..terms import pointwise
from ..threads import Formula
from ..told import orders
from ..words import cases_in_words, claiming, giving, prose, wanting, words_behind
from . import following_orders, said_plainly
from .sentence_at_hand import SentenceAtHand

_GOES_ON = re.compile(rf"[\s,]*((and\s+)?{prose.ONE}|(we|then|it|one|the|this|there)\b)")
_SINCE = re.compile(r"(^|:)\W*(since|because)\b[^;:.]*,\s*$")
_SUPPOSES = re.compile(
    r"\b(assum|suppos|condition|constraint|hypothes|require|given\b|let\b|data\b|domain|where\b|with\b)"
)
_NAMED_SO = re.compile(r"(^|[;.])\W*[^;:.]*\w:\s*$")
# "AM-GM: for $a, b > 0$,", "since $f$ is convex,": what stands behind it is claimed
_HEADED = re.compile(rf"^\W*([^:;.]*\w:\s+)?(for\s*{prose.ONE}|(since|because)\b)[^;:.]*,\s*$")


@dataclass
class OrdersInSentences:
    """Reads the orders of a sentence."""

    at: SentenceAtHand

    def lines(self, statement: Statement, piece: Piece) -> Iterator[Line]:
        words, rest = piece.formula.words, piece.formula.rest
        reason = claiming.is_reason(words)
        if orders.is_closed(statement) and not claiming.is_contradiction(words, rest, piece.formula.after):
            yield from self.at.chains.lines(statement, piece)
        elif orders.is_assumption(statement):
            self._order(statement, piece.formula)
        elif reason or claiming.is_recalled(words):
            meant = [line for line in self.at.chains.lines(statement, piece) if self._is_general(line)]
            yield from self._said(meant, statement, piece, reason)
        elif claiming.is_stated(words, rest):
            region, lines = wanting.is_region(words), list(self.at.chains.lines(statement, piece))
            if region and any(line.loose for line in lines):
                self.at.want(statement)
            yield from (_where_it_is_meant(line, piece.formula, region, self.at.context) for line in lines)
        elif (bare := prose.is_bare(words, rest) and not said_plainly.names_no_result(words)) or _is_claimed(
            words, rest
        ):
            sure = _SINCE.search(prose.sentence(words)) or said_plainly.is_named_bound(words)
            meant = [
                line
                for line in self.at.chains.lines(statement, piece)
                if self._is_general(line) or (line.kind == "step" and sure) or (bare and self._is_of_known(line))
            ]
            yield from self._said(meant, statement, piece, False)
        else:
            self._order(statement, piece.formula)

    def _is_of_known(self, line: Line) -> bool:
        """Whether something is known of all that an order is about, or it is not read."""
        return line.kind == "unread" or (line.is_of_known and not line.loose)

    def _is_general(self, line: Line) -> bool:
        """Whether an order says something of one thing in two forms, or of the distance between two laws, or behind it
        stands for what it holds: $x^2 > -1$ for all $x$."""
        conditions = self.at.chains.told.claims.conditions
        if line.kind == "step" and (conditions.under or conditions.bound):
            return True
        return line.is_general_order or line.is_of_distance

    def concluded(self, statement: Statement, piece: Piece) -> Iterator[Line]:
        """Orders that follow from what their sentence wants, unless that is to follow from them; where they do not, it
        may mean more than was read."""
        formula = piece.formula
        wanted = set() if wanting.is_enough(formula.words, formula.rest) else self.at.wanted
        before = self._order_before(formula) if wanting.is_again(formula.words) else None
        again: list[L.Node] = []
        with suppress(Unread):
            again = [] if before is None else [*orders.order(self.at.m, before)]
        if before is not None and not self.at.concludes:  # A and B, that is: both of them are said again
            again = list(dict.fromkeys((*again, *self.at.wanted)))
        self.at.concludes = True
        yield from following_orders.lines(self.at.chains, statement, piece, wanted, again)

    def says_again(self, statement: Statement, formula: Formula) -> bool:
        """Whether an order says in another way what is supposed right before it, or wanted by its sentence; what only
        was wanted before is not."""
        before = self._order_before(formula) if wanting.is_again(formula.words) else None
        if before is None:
            return False
        names = {*map(name_of, statement.walk())}
        wanted = {n.name for h in self.at.context.wanted - self.at.wanted for n in h.free}
        return names.isdisjoint(wanted) and names <= {None, *map(name_of, before.walk())}

    def _order_before(self, formula: Formula) -> Statement | None:
        """The order right before a formula, where there is one."""
        match formula.previous:
            case RowSyntax((Statement(_, signs) as before,)) if signs and {s.symbol for s in signs} <= set(ORDERS):
                return before
        return None

    def _said(self, lines: list[Line], statement: Statement, piece: Piece, loose: bool) -> Iterator[Line]:
        """The lines of an order that is said to hold; what is said of numbers only, its sentence may want of them."""
        general = all(line.is_general_order or line.is_of_distance for line in lines)
        known = general or all(line.kind == "unread" or line.is_of_known for line in lines)
        if not lines or not known:
            self.at.want(statement)
            for line in lines:  # for all x, which is not supposed
                for name in line.unknown_functions:
                    self.at.context.fog.setdefault(f"{name}(", "what is said of all its values was not read")
        lines = lines if known else [line.doubted() for line in lines]
        yield from (_where_it_is_meant(line, piece.formula, loose, self.at.context) for line in lines)

    def _order(self, statement: Statement, formula: Formula) -> None:
        words = formula.words
        self.at.free_of_values(statement, formula)
        of_values = orders.bounds_values(self.at.m, statement) and giving.lets_have_beside(words)
        supposed = of_values or (
            orders.is_assumption(statement)
            or giving.is_supposition(words)
            or giving.lets_hold(words, formula.rest)
            or giving.lets_hold_as_well(words)
        )
        shown = claiming.is_shown(words)
        headed = cases_in_words.is_headed_by(words)
        supposed |= headed
        if supposed and not claiming.is_no_claim(words) and (not shown or claiming.is_condition_of_shown(words)):
            case = not shown and (headed or (cases_in_words.is_case(words) and not giving.is_given(words)))
            lets = giving.is_let(words) or giving.lets_have_beside(words)
            if lets and densities_on_parts.learn_from_order(self.at.m, statement):
                return
            said = unknown_events.everywhere(self.at.m, statement) if lets else []
            said = said or pointwise.order(self.at.m, statement)
            homes = self.at.chains.told.claims.conditions.homes
            said = said or pointwise.generalised(self.at.m, orders.order(self.at.m, statement), formula, homes, lets)
            if shown:
                self.at.context.of_part.update(said)
            if wanting.is_hoped(words):
                self.at.want(statement)
                return
            absurd = claiming.is_towards_absurd(words)
            self.at.give_way(said, formula)
            self.at.context.assume(*said, case=case or absurd)
            if giving.is_supposition(words) and not case:
                self.at.context.supposed[:] = said
        elif not shown:
            self.at.want(statement)

    def negate(self, row: RowSyntax) -> None:
        """It is not the case that $x > 2$: of one order between names and numbers the opposite is supposed."""
        match row:
            case RowSyntax((Statement((_, _), (Sign(symbol) as sign,)) as said,)) if orders.is_assumption(said):
                opposite = replace(said, relations=(replace(sign, symbol=OPPOSITES[symbol]),))
                self.at.context.assume(*orders.order(self.at.m, opposite))

    def between(self, statement: Statement, formula: Formula) -> None:
        r"""If $x \in (0, 1)$."""
        said = self.at.ends(statement)
        self.at.give_way(said, formula)
        self.at.context.assume(*said, case=True)

    def suppose_of_all(self, piece: Piece) -> bool:
        r"""Let $\lambda_1, \dots, \lambda_n \ge 0$: whether that is supposed of all that are listed."""
        words = piece.formula.words
        if piece.row is None or claiming.is_no_claim(words) or claiming.is_shown(words):
            return False
        if claiming.is_concluded(words) or not (found := orders.of_listed(self.at.m, piece.row)):
            return False
        self.at.context.assume(*found, case=cases_in_words.is_case(words) and not giving.is_given(words))
        return True


def _is_claimed(words: str, rest: str) -> bool:
    """Whether an order is what a sentence says behind a name or a condition: "AM-GM: for $a, b > 0$,"; it is no further
    condition of what follows."""
    said = prose.sentence(words)
    if claiming.is_no_claim(words) or _GOES_ON.match(rest.lower()):
        return False
    named = _NAMED_SO.search(said) and not _SUPPOSES.search(said)
    return bool(named or (_HEADED.search(said) and not claiming.is_shown(words)))


def _where_it_is_meant(line: Line, formula: Formula, loose: bool, context: Context) -> Line:
    """An order that is recalled, in doubt where words say for what it is meant; a reason, or where something is, is one
    about names that may be new: ``loose``."""
    if words_behind.is_restricted(formula.rest) and line.claim is not None:
        names = tuple(sorted(n.name for n in line.claim.statement.free if isinstance(n, L.Var)))
        return replace(line, fog=(*line.fog, *names))
    return line.in_doubt(context.spaces) if loose else line


__all__ = ["OrdersInSentences"]
