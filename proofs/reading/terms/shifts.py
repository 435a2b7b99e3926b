r"""Members of a sequence by where they stand, x_t, x_{t-1}, x_{t+1}: what one of them is tells what the others are.

``\alpha_t = 1 - \beta_t`` says that \alpha_{t-1} is 1 - \beta_{t-1}.  A recursion says that of no other member: its
value would be made of further ones without an end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from ... import language as L
from ..context import Context
from ..names import labelled, to_latex
from ..uses.running import INDICES

_NAME = re.compile(r"(?P<stem>.+)_(?:\{(?P<moved>[A-Za-z])(?P<by>[+-]\d+)\}|\{?(?P<letter>[A-Za-z])\}?)")

_LONGEST = 2_000  # nodes of a member that is unrolled from the first: a recursion may double them at each step
_FURTHEST = 100  # the number of the last member up to which those between are made


class Place(NamedTuple):
    """Where a member of a sequence stands: x_{t-1} at t, and one before it."""

    stem: str
    letter: str
    by: int

    def moved(self, by: int) -> str:
        """The name of the member that stands so many places behind it."""
        to = self.by + by
        return labelled(self.stem, f"{self.letter}{to:+d}" if to else self.letter)


@lru_cache(maxsize=2_000)  # a document has few names
def place_of(name: str) -> Place | None:
    """The place that a name has in its sequence; None for a name that has no letter as its label."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    return Place(to_latex(found["stem"]), found["moved"] or found["letter"], int(found["by"] or 0))


def value(context: Context, name: str, in_members: bool = False) -> L.Term | None:
    """What a member of a sequence is, S_3 or S_{n-1}, where another one has a value; else None.

    What a recursion makes it of, further members, is given only where that is asked for, by ``in_members``.
    """
    sought = place_of(name)
    if sought is None:
        return _numbered(context, name)
    for other, known in context.values.items():
        place = place_of(other)
        if place is not None and place[:2] == sought[:2] and (in_members or not members_in(known, sought)):
            return moved(context, known, place.letter, sought.by - place.by)
    return _at_letter(context, sought)


def _at_letter(context: Context, sought: Place) -> L.Term | None:
    """x_m of a sequence of which x_n = 1/n says what it is at each n, and by nothing else that has a place; f_t of a
    function f(s, t) is no member."""
    if sought.letter not in INDICES or sought.stem in context.functions:
        return None
    for other, known in context.values.items():
        place = place_of(other)
        if (
            place is None
            or place.stem != sought.stem
            or place.by
            or not L.is_scalar(known)
            or place.letter not in INDICES
        ):
            continue
        own = [n for n in known.free if isinstance(n, L.Var) and n.name == place.letter]
        if own and not any((at := place_of(n.name)) is not None and at.letter == place.letter for n in known.free):
            at_letter = L.Var(sought.letter, own[0].space)
            return L.substitute(known, {own[0]: at_letter + L.Number(sought.by) if sought.by else at_letter})
    return None


def at_bound(bound: Mapping[str, L.Term], name: str, value: L.Term) -> L.Term:
    r"""The value of x_n where n is bound, as in \lim_{n \to \infty} x_n: its formula is one in that n."""
    place = place_of(name)
    if place is None or place.letter not in bound:
        return value
    own: dict[L.Name, L.Node] = {
        n: bound[place.letter] for n in value.free if isinstance(n, L.Var) and n.name == place.letter
    }
    return L.substitute(value, own) if own else value


def _numbered(context: Context, name: str) -> L.Term | None:
    """S_3 of a sequence whose S_n has a value in n alone."""
    if (at_number := _numbered_place(name)) is None:
        return None
    stem, number = at_number
    for other, known in context.values.items():
        place = place_of(other)
        match tuple(known.free):
            case (L.Var(letter) as at,) if place == (stem, letter, 0) and L.is_scalar(known):
                return L.substitute(known, {at: L.Number(number)})
    return None


def members_in(t: L.Node, place: Place) -> set[str]:
    """The names in a term that are members of the sequence."""
    names = (n.name for n in t.free if isinstance(n, L.Var))
    return {name for name in names if (inside := place_of(name)) is not None and inside[:2] == place[:2]}


def in_doubt(context: Context, relation: L.Relation) -> list[str]:
    """The members in a claim, at a letter, of sequences with a recursion: x_n is no number that may be any. An order
    or, where a first member is known, an equation that fails for some may hold of all that there are."""
    places = {n.name: place for n in relation.free if isinstance(n, L.Var) and (place := place_of(n.name)) is not None}
    if relation.symbol != "=":  # x_{k+1} <= x_k of a sequence of which nothing was read
        numbered = {
            at[0] for n in relation.free if isinstance(n, L.Var) and (at := _numbered_place(n.name)) is not None
        }
        others = {name for name, place in places.items() for o in places.values() if o != place and o[:2] == place[:2]}
        others |= {name for name, place in places.items() if place.stem in numbered}  # a_k beside a_0
        if others:
            return sorted(others)
    return sorted(
        name
        for name, place in places.items()
        if is_recursive(context, place.stem) and (relation.symbol != "=" or _begins(context, place.stem))
    )


def is_recursive(context: Context, stem: str) -> bool:
    """Whether a recursion tells the members of a sequence."""
    return stem in context.recursive


def _begins(context: Context, stem: str) -> bool:
    """Whether something is known of a member at a number."""
    told = {n.name for h in context.stated() for n in h.free if isinstance(n, L.Var)}
    return any(number_of(name, stem) is not None for name in (*context.values, *told))


def number_of(name: str, stem: str) -> int | None:
    """The number at which a name is a member of a sequence; None where it is none."""
    found = _numbered_place(name)
    return found[1] if found is not None and found[0] == stem else None


def _numbered_place(name: str) -> tuple[str, int] | None:
    """The stem and the number of a name with a number as its label, x_3; None for any other."""
    stem, _, number = name.rpartition("_")
    number = number.strip("{}")
    return (to_latex(stem), int(number)) if stem and number.isdigit() else None


class Unrolled(NamedTuple):
    """What a recursion makes a member: from the first members, and from those before it as they are written."""

    exact: L.Term
    as_written: L.Term


def unrolled(context: Context, name: str) -> Unrolled | None:
    """What x_3 is by the recursion of its sequence, where the members before it have values; else None."""
    if (at_number := _numbered_place(name)) is None:
        return None
    stem, number = at_number
    for other, known in context.values.items():
        place = place_of(other)
        if place is None or place.stem != stem or not members_in(known, place):
            continue
        at = number - place.by
        between = _between(context, known, place, number)
        as_written = _at(context, known, place, at, {**between, **context.values})
        exact = _at(context, known, place, at, {**between, **context.values, **context.unrolled})
        if as_written is None or exact is None:
            return None
        short = sum(1 for _ in exact.walk()) <= _LONGEST
        return Unrolled(exact if short else as_written, as_written)
    return None


def _between(context: Context, known: L.Term, place: Place, number: int) -> dict[str, L.Term]:
    """The members before one that have no value on the page, as the recursion makes them from the first ones."""
    values = {**context.values, **context.unrolled}
    given = [k for name in values if (k := number_of(name, place.stem)) is not None]
    found: dict[str, L.Term] = {}
    for k in range(min(given, default=number) + 1, min(number, _FURTHEST)):
        member = labelled(place.stem, str(k))
        if member in values:
            continue
        made = _at(context, known, place, k - place.by, {**values, **found})
        if made is None:
            continue
        if sum(1 for _ in made.walk()) > _LONGEST:
            break
        found[member] = made
    return found


def _at(context: Context, known: L.Term, place: Place, at: int, values: Mapping[str, L.Term]) -> L.Term | None:
    """A recursion at a number; None where it is made of something there that has no value."""
    mapping: dict[L.Name, L.Node] = {}
    for n in known.free:
        if not isinstance(n, L.Var):
            continue
        inside = place_of(n.name)
        if n.name == place.letter:
            mapping[n] = L.Number(at)
        elif inside is not None and inside.letter == place.letter:
            member = labelled(inside.stem, str(at + inside.by))
            value = values.get(member, _numbered(context, member))
            if value is None or member in context.fog:
                return None
            mapping[n] = value
    return L.substitute(known, mapping)


class Solution(NamedTuple):
    """What makes a formula that of the members of a sequence: it begins as that does, and goes on as that does."""

    left: L.Term
    right: L.Term
    where: L.Relation


def solution(context: Context, name: str, formula: L.Term) -> Solution | None:
    """The equation that a formula for the n-th member satisfies, where a recursion and its first members are known:
    that of its members and what the recursion makes of them, above those of its first ones and theirs."""
    sought = place_of(name)
    if sought is None or members_in(formula, sought):
        return None
    n = L.Var(sought.letter, L.Z_INTEGERS)
    formula = L.substitute(formula, {v: n for v in formula.free if isinstance(v, L.Var) and v.name == sought.letter})
    for other, known in context.values.items():
        place = place_of(other)
        if place is None or place[:2] != sought[:2] or not (members := members_in(known, sought)):
            continue
        known = context.unfolded(known)
        before = {m: inside.by - place.by for m in members if (inside := place_of(m)) is not None}
        first = _first(context, place.stem, -min(before.values()), formula)
        if (
            first is None
            or max(before.values()) >= 0
            or not _has_its_terms(L.substitute(formula, {n: L.Number(min(first))}))
        ):
            return None
        made: dict[L.Name, L.Node] = {v: n - place.by for v in known.free if isinstance(v, L.Var) and v.name == n.name}
        for v in known.free:
            if isinstance(v, L.Var) and v.name in before:
                made[v] = L.substitute(formula, {n: n + before[v.name]})
        starts = tuple(L.substitute(formula, {n: L.Number(k)}) for k in first)
        return Solution(
            L.Column((formula, *starts)), L.Column((L.substitute(known, made), *first.values())), n > max(first)
        )
    return None


def _has_its_terms(start: L.Term) -> bool:
    """Whether the sums in the formula of a first member run over what there is: none from 2 to 0."""
    ranges = (node.var.space for node in start.walk() if isinstance(node, L.Sum | L.Prod))
    ends = ((r.low, r.high) for r in ranges if isinstance(r, L.Range))
    return all(
        low.value <= high.value + 1 for low, high in ends if isinstance(low, L.Number) and isinstance(high, L.Number)
    )


def _first(context: Context, stem: str, order: int, formula: L.Term) -> dict[int, L.Term] | None:
    r"""The first members of a sequence by their number, as many as a recursion needs, one after the other; else None.

    One that has no value is that of which the formula is made: e_0 of \rho^k e_0.
    """
    own = {v.name: v for v in formula.free if isinstance(v, L.Var)}
    known = {**own, **context.values}
    for start in (0, 1):
        names = {k: labelled(stem, str(k)) for k in range(start, start + order)}
        if all(name in known for name in names.values()):
            return {k: known[name] for k, name in names.items()}
    return None


def said(context: Context, name: str) -> Iterator[L.Node]:
    """What is said of x_{t-1}, where it is said of x_t: a sign, bounds."""
    sought = place_of(name)
    if sought is None or not sought.by:
        return
    for known in context.stated():
        at = {place: n for n in known.free if isinstance(n, L.Var) and (place := place_of(n.name)) is not None}
        if len(at) == 1 and isinstance(known, L.Relation):
            ((place, member),) = at.items()
            if place == sought._replace(by=0):
                yield L.substitute(known, {member: L.Var(name, member.space)})


def moved(context: Context, known: L.Term, letter: str, by: int) -> L.Term | None:
    """A term with everything in it moved so many places along a letter; None where nothing in it has a place."""
    mapping: dict[L.Name, L.Node] = {}
    for name in known.free:
        if not isinstance(name, L.Var):
            continue
        inside = place_of(name.name)
        if name.name == letter:
            mapping[name] = name + by
        elif inside is not None and inside.letter == letter:
            member = inside.moved(by)
            context.assume(*said(context, member))
            mapping[name] = context.values.get(member, L.Var(member, name.space))
    return L.substitute(known, mapping) if mapping else None


__all__ = [
    "Place",
    "Solution",
    "Unrolled",
    "at_bound",
    "in_doubt",
    "is_recursive",
    "members_in",
    "moved",
    "number_of",
    "place_of",
    "said",
    "solution",
    "unrolled",
    "value",
]
