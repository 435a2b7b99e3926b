"""Which conditions follow from others: signs of products from those of their factors, and the other way round."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from ..algebra.factors import Factor, factors
from ..algebra.ring import Ring
from ..inclusion import by_intersections
from ..language import Density, Expectation, Int, Neg, Node, Number, Plus, Relation, Term, Times, replace
from ..language.facts import Facts
from ..language.masks import MULTIPLY, NEGATIVE, POSITIVE, ZERO, power

N = TypeVar("N", bound=Node)
S = TypeVar("S", bound=Node)
_GENERATORS = 48  # of the ring in which conditions are compared
_ROUNDS = 2  # what is found of one product may tell of another
_OPPOSITE = {">": "<=", ">=": "<"}


def follows_from(need: Node, granted: Iterable[Node]) -> bool:
    """Whether a condition on signs follows: by the facts, by its factors, or because its contrary is impossible.

    All are taken to speak of terms that have a value; what cancels against the density of a mean does so.
    """
    given = tuple(granted)
    return _follows(need, given) or (
        any(isinstance(n, Expectation) for n in need.walk())
        and _follows(as_integrals(need), tuple(map(as_integrals, given)))
    )


def without_consequences(
    hypotheses: tuple[Node, ...],
    conditions: Iterable[S],
    follows: Callable[[Node, tuple[Node, ...]], bool] = follows_from,
) -> tuple[S, ...]:
    """The conditions without those that follow from the hypotheses and the others, the longest tried first."""
    left = list(dict.fromkeys(conditions))
    for each in sorted(left, key=lambda c: -sum(1 for _ in c.walk())):
        rest = [c for c in left if c is not each]
        if follows(each, (*hypotheses, *rest)):
            left = rest
    return tuple(left)


def as_integrals(node: N) -> N:
    """The node with means under densities as integrals against them."""
    for mean in {n for n in node.walk() if isinstance(n, Expectation) and isinstance(n.law, Density)}:
        node = replace(node, mean, Int(Times((mean.law(mean.var), mean.body)), mean.var))
    return node


def _follows(need: Node, given: tuple[Node, ...]) -> bool:
    facts = Facts(given)
    if facts.proves(need) or _told(need, facts):
        return True
    if not isinstance(need, Relation) or need.symbol in ("=", "!="):
        return False
    gap, symbol = _oriented(need)
    ring = Ring(_GENERATORS)
    for _ in range(_ROUNDS):
        known = [r for h in given if isinstance(h, Relation) for r in _known(h, facts, ring)]
        facts = Facts((*facts.hypotheses, *known))
    wanted = _wanted(gap, symbol, facts, ring) or (gap, symbol)
    if any(facts.proves(Relation(t, sign, Number(0))) for t, sign in (wanted, (gap, symbol))):
        return True
    if symbol == ">=" and facts.integer(gap) and follows_from(Plus((gap, Number(1))) > 0, given):
        return True
    return _from_products(gap, given, facts, ring) or _contrary_impossible(*wanted, given, ring)


def _told(need: Node, facts: Facts) -> bool:
    """Whether what is told of events makes a probability one that is known not to be zero."""
    match need:
        case Relation(Term() as t, "!=", Number(zero)) if not zero:
            return any(facts.nonzero(new) for told in (False, True) for new in by_intersections(t, facts, told))
    return False


def _oriented(relation: Relation) -> tuple[Term, str]:
    """t and > or >= such that the relation says t > 0 or t >= 0."""
    relation = relation.flipped() if relation.symbol in ("<", "<=") else relation
    left, symbol, right = relation.left, relation.symbol, relation.right
    return (left if right is Number(0) else Plus((left, Neg(right)))), symbol


def _known(relation: Relation, facts: Facts, ring: Ring) -> Iterator[Relation]:
    """What a relation that holds says of the factors of its difference."""
    symbol = relation.symbol
    if symbol == "=":
        return
    gap, symbol = _oriented(relation) if symbol != "!=" else (_difference(relation), symbol)
    parts = factors(gap, facts, ring)
    if parts is None:
        return
    if symbol in ("!=", ">"):
        yield from (Relation(f.term, "!=", Number(0)) for f in parts if f.sign & ZERO)
    if symbol == "!=":
        return
    if symbol == ">=" and any(f.exponent > 0 and f.sign & ZERO and not _odd_and_open(f) for f in parts):
        return  # where that factor is 0, nothing is said of the others
    rest, flips = _undecided(parts)
    if rest is not None:
        yield _signed(rest, symbol, flips)


def _difference(relation: Relation) -> Term:
    return relation.left if relation.right is Number(0) else Plus((relation.left, Neg(relation.right)))


def _wanted(gap: Term, symbol: str, facts: Facts, ring: Ring) -> tuple[Term, str] | None:
    """What is left to be shown once the factors whose sign is known are left out."""
    parts = factors(gap, facts, ring)
    if parts is None:
        return None
    if symbol == ">" and any(f.exponent > 0 and f.sign & ZERO and not _odd_and_open(f) for f in parts):
        return None
    rest, flips = _undecided(parts)
    if rest is None:
        return None
    return (Neg(rest) if flips else rest), symbol


def _odd_and_open(f: Factor) -> bool:
    """Whether the sign of the whole turns with this factor's, which is not known."""
    return f.exponent % 2 == 1 and bool(f.sign & POSITIVE) and bool(f.sign & NEGATIVE)


def _undecided(parts: tuple[Factor, ...]) -> tuple[Term | None, bool]:
    """The product of the factors that decide the sign, and whether it is to be turned round."""
    left = [f.term for f in parts if _odd_and_open(f)]
    negative = sum(f.exponent % 2 for f in parts if not f.sign & POSITIVE)
    product = None if not left else left[0] if len(left) == 1 else Times(tuple(left))
    return product, negative % 2 == 1


def _signed(rest: Term, symbol: str, flips: bool) -> Relation:
    return Relation(rest, {">": "<", ">=": "<="}[symbol] if flips else symbol, Number(0))


def _from_products(gap: Term, given: tuple[Node, ...], facts: Facts, ring: Ring) -> bool:
    """Whether a product of terms that are known to be positive is the term that should be, but for squares.

    Each of them says whether an even or an odd number of its factors is negative: equations modulo 2.
    """
    wanted = _parity(gap, facts, ring)
    if wanted is None:
        return False
    known = [_oriented(h) for h in given if isinstance(h, Relation) and h.symbol in ("<", "<=", ">", ">=")]
    rows = [row for t, symbol in known if (row := _parity(t, facts, ring)) is not None and (symbol == ">" or row[2])]
    names, odd = wanted[:2]
    while rows:
        pivot_names, pivot_odd, _ = rows.pop()
        if not pivot_names:
            continue
        pivot = min(pivot_names, key=id)
        rows = [
            (row ^ pivot_names, bit ^ pivot_odd, sure) if pivot in row else (row, bit, sure) for row, bit, sure in rows
        ]
        if pivot in names:
            names, odd = names ^ pivot_names, odd ^ pivot_odd
    return not names and not odd


def _parity(t: Term, facts: Facts, ring: Ring) -> tuple[frozenset[Term], bool, bool] | None:
    """The factors of unknown sign of which an even number is negative where t > 0 (odd: an odd number), and whether
    none of its factors is 0.  None where others may be."""
    parts = factors(t, facts, ring)
    if parts is None or any(f.exponent > 0 and f.sign & ZERO and not _odd_and_open(f) for f in parts):
        return None
    names = frozenset(f.term for f in parts if _odd_and_open(f))
    negative = sum(f.exponent % 2 for f in parts if not f.sign & POSITIVE)
    return names, negative % 2 == 1, not any(f.exponent > 0 and f.sign & ZERO for f in parts)


def _contrary_impossible(gap: Term, symbol: str, given: tuple[Node, ...], ring: Ring) -> bool:
    """Whether the contrary makes one of the conditions impossible by the signs of its factors."""
    contrary = Relation(gap, _OPPOSITE[symbol], Number(0))
    for h in given:
        if not isinstance(h, Relation) or h.symbol in ("=", "!=") or h.free.isdisjoint(gap.free):
            continue
        against = Facts((*(other for other in given if other is not h), contrary))
        other, kind = _oriented(h)
        if not _possible(other, against, ring) & (POSITIVE if kind == ">" else POSITIVE | ZERO):
            return True
    return False


def _possible(t: Term, facts: Facts, ring: Ring) -> int:
    """The signs that a term may have, by how it is made and by its factors."""
    found = facts.sign(t)
    parts = factors(t, facts, ring)
    if parts is None:
        return found
    product = POSITIVE
    for f in parts:
        product = MULTIPLY[product][power(f.sign, f.exponent)]
    return found & product
