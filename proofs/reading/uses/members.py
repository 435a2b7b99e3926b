r"""Names that stand beside their own members, \mu_i - \mu: a number by itself, and a family of others.

A letter with an index is otherwise a coordinate of the vector that the bare letter is.  From a vector none of its
coordinates is subtracted, and no vector is the sum of its own: an author who writes so has two things in mind that
share a letter, such as group means \mu_i and the grand mean \mu.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from ..names import name_of
from ..syntax import Add, Big, Bracket, Fraction, Multiply, Numeral, Script, Statement, Syntax, nodes_of

if TYPE_CHECKING:
    from ..meaning import Meaning


def beside_members(rows: Iterable[Syntax], is_index: Callable[[Syntax], bool]) -> frozenset[str]:
    """Bare names of numbers: raised to a power, or added to, or equated with, multiples or sums of their members."""
    rows = list(rows)
    if all(node.below is None for node in nodes_of(rows, Script)):
        return frozenset()
    found: set[str] = set()
    raised: set[str] = set()  # x^2 of a vector x is no value
    indexed: set[str] = set()
    normed: set[str] = set()  # what a norm is taken of are vectors, x - x_i too
    for node in nodes_of(rows, Add, Statement, Script, Bracket):
        match node:
            case Add(summands):
                found.update(_shared(summands, is_index))
            case Statement(sides, signs):
                for left, sign, right in zip(sides, signs, sides[1:], strict=False):
                    if sign.symbol in ("=", ":=", "equiv") and left is not None and right is not None:
                        found.update(_shared((left, right), is_index))
            case Script(base, None, Numeral(), 0):
                raised.update({name} if (name := name_of(base)) is not None else ())
            case Bracket("||"):
                normed.update(name for part in node.walk() if (name := name_of(part)) is not None)
        if isinstance(node, Script) and node.below is not None and is_index(node.below):
            indexed.add(name_of(node.base) or "")
    return frozenset((found | (raised & indexed)) - normed)


def _shared(parts: tuple[Syntax, ...], is_index: Callable[[Syntax], bool]) -> set[str]:
    bare = {name for part in parts if (name := name_of(part)) is not None}
    if not bare:
        return bare
    members = [member for part in parts for member in _members(part)]
    return bare & {name_of(m.base) or "" for m in members if m.below is not None and is_index(m.below)}


def _members(node: Syntax) -> Iterator[Script]:
    """A member, also in a multiple of one by numbers or in a sum of such; none in x_i e_i, which may be a vector."""
    match node:
        case Script(_, below, None) if below is not None and not node.primes:
            yield node
        case Big("sum", body) if not node.differentials:
            yield from _members(body)
        case Bracket("(" | "[", (item,), _, None):
            yield from _members(item)
        case Fraction(num, den) if isinstance(den, Numeral) or name_of(den) is not None:
            yield from _members(num)
        case Multiply(factors, signs) if "/" not in signs:
            others = [f for f in factors if not _is_coefficient(f)]
            if len(others) == 1:
                yield from _members(others[0])


def _is_coefficient(factor: Syntax) -> bool:
    """Whether a factor is a numeral, or a share 1/n."""
    return isinstance(factor, Numeral) or (isinstance(factor, Fraction) and isinstance(factor.num, Numeral))


def is_number_beside(m: Meaning, stem: str) -> bool:
    """Whether the bare name is a number, and its members are others, as nothing else is known of either."""
    context = m.context
    if stem not in context.survey.beside or m.shapes.space(stem) is not None:
        return False
    known = (context.spaces, context.data, context.laws, context.random, context.functions, context.maps)
    return not any(stem in names for names in known) and not context.is_counted(stem)


__all__ = ["beside_members", "is_number_beside"]
