r"""Indicators, 1 where a condition holds else 0: ``\mathbb{1}[x > 0]``, ``1\{i = j\}``, ``\mathbf 1_{x \geq a}``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..syntax import Bracket, Numeral, Script, Statement, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from ..meaning import Meaning

_ORDERS = frozenset(("<", ">", "<=", ">="))
_FONTS = ("bb", "bf", "cal", "rm")


def applied(m: Meaning, head: Syntax, behind: Syntax) -> L.Term | None:
    """The indicator that a head and the bracket behind it are; None where they are none."""
    match behind:
        case Bracket("{" | "[" | "(", (Statement() as said,), _, None) if _is_head(head):
            return indicator(m, said, behind)
    return None


def lowered(m: Meaning, node: Script) -> L.Term | None:
    """The indicator whose condition stands below its head; None where it is none."""
    said = condition_below(node)
    return None if said is None else indicator(m, said, node)


def condition_below(node: Script) -> Statement | None:
    """The condition below the head of an indicator."""
    if node.above is not None or node.primes or not _is_head(node.base):
        return None
    match node.below:
        case Statement() as said:
            return said
        case Bracket("{" | "[" | "(" | "", (Statement() as said,), _, None):
            return said
    return None


def _is_head(node: Syntax) -> bool:
    match node:
        case Numeral("1") | Symbol("1", "bb" | "bf", ()):
            return True
        case Symbol("I", font, ()):
            return font in _FONTS
    return False


def indicator(m: Meaning, said: Statement, node: Syntax) -> L.Term:
    """A chain holds where each of its relations does."""
    done: L.Term = L.Number(1)
    for k, sign in reversed(list(enumerate(said.relations))):
        left, right = said.expressions[k], said.expressions[k + 1]
        if left is None or right is None or sign.symbol not in ("=", *_ORDERS):
            raise Unread("a condition of an indicator that is not read", node.span)
        condition = m.relation(Statement((left, right), (sign,), span=said.span))
        if sign.symbol == "=" and not all(map(_is_counted, (condition.left, condition.right))):
            # of two real numbers none would ever be tried that are equal
            raise Unread("an indicator of an equation between what may be any real numbers", node.span)
        done = L.Cases((done,), (condition,), L.Number(0))
    return done


def _is_counted(term: L.Term) -> bool:
    """Whether a term is an integer: a numeral, a name that ranges over integers, or a value of what takes such."""
    match term:
        case L.Number():
            return term.value.denominator == 1
        case L.Var():
            return isinstance(term.space, L.Range) or term.space is L.Z_INTEGERS
        case L.Apply(L.Function(_, _, home)):
            return home is L.Z_INTEGERS
    return False
