r"""A set that each of several numbers lies in, $y_i \in \{0, 1\}$, $x_1, \dots, x_n \in [0, 1]$: it is said of all of
them, and not of one number with the name $y_i$."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from fractions import Fraction

from ... import language as L
from ..meaning import Meaning
from ..names import name_of
from ..syntax import Bracket, Dots, Numeral, RowSyntax, Script, Sign, Statement, Symbol, Syntax, Unread
from ..uses import lists
from .orders import ends

_MOST_BETWEEN = 10  # integers that a set of a few leaves out between them

Integers = tuple[L.Term | None, L.Term | None, tuple[int, ...]]  # the least, the greatest, and those left out between


def assume(m: Meaning, element: Syntax, home: Syntax) -> None:
    """Let the members of a family lie in a set, where a member stands for all of them; nothing for other names."""
    match element:
        case Script(base, Syntax() as below, None, 0) if m.context.survey.is_index(below):
            index, stem = m.term(below), name_of(base)
            runs = isinstance(index, L.Var) and isinstance(index.space, L.Range) and index.name not in m.bound
            if runs and isinstance(index, L.Var) and stem is not None and m.family(stem) is not None:
                _lie_in(m, stem, index, element, home)


def assume_power(m: Meaning, name: str, element: Syntax, members: Syntax, size: L.Term) -> bool:
    r"""Let the members y_i of y \in \{0, 1\}^n lie in the set; whether y is a family of numbers."""
    survey = m.context.survey
    running = next((label for label in survey.labels.get(name, ()) if survey.is_index(label)), None)
    if not isinstance(running, Symbol) or m.shapes.is_array(name) or m.family(name) is None:
        return False
    place = L.Var(name_of(running) or "", L.Range(L.Number(1), size))
    with m.binding({place.name: place}):
        _lie_in(m, name, place, Script(element, running), members)
    return True


def assume_listed(m: Meaning, row: RowSyntax) -> None:
    r"""Let all in a list with dots lie in a set: y_1, \dots, y_n \in \{0, 1\}; nothing for another row."""
    match row.statements:
        case (*names, Statement((Syntax() as last, Syntax() as home), (Sign("in"),), "")):
            items = (*(s.expressions[0] for s in names if not s.relations and not s.words), last)
        case _:
            return
    nodes = tuple(item for item in items if item is not None)
    if len(items) <= len(names) or len(nodes) < len(items) or not any(isinstance(item, Dots) for item in nodes):
        return
    with suppress(Unread):
        found = lists.listed(nodes, row.span)
        match found:
            case lists.Listed(Script(base, Symbol(letter), None, 0) as entry, index) if letter == index:
                place = L.Var(found.index, L.Range(m.scalar(found.low), m.scalar(found.high)))
                if (stem := name_of(base)) is not None:
                    with m.binding({index: place}):
                        _lie_in(m, stem, place, entry, home)


def of_real_numbers(claim: L.Claim) -> Iterator[L.Claim]:
    r"""The claim for all real numbers in the place of integers in exponents, $\prod_i p^{y_i}$: where it holds of
    these, it holds of those as well."""
    powers = [n for n in claim.statement.walk() if isinstance(n, L.Power)]
    counts = {f for n in powers for f in n.exponent.free if isinstance(f, L.Function) and _counts(f)}
    if counts:
        real: dict[L.Name, L.Node] = {f: L.Function(f.name, f.domain, L.R) for f in counts}
        yield L.Claim(tuple(L.substitute(h, real) for h in claim.hypotheses), L.substitute(claim.statement, real))


def _counts(f: L.Function) -> bool:
    """Whether a function gives the members of a family of integers."""
    return f.domain == (L.Z_INTEGERS,) and f.codomain is L.Z_INTEGERS


def _lie_in(m: Meaning, stem: str, index: L.Var, member: Syntax, home: Syntax) -> None:
    integers = _integers(m, home)
    if integers is None:
        each_of_them = m.term(member)
        if L.is_scalar(each_of_them):  # and no vector, of \mathbb R^d
            m.context.assume(*(L.forall(index, each) for each in ends(m, each_of_them, home)))
        return
    low, high, missing = integers
    m.context.survey.counted.add(stem)
    value = L.Function(stem, (L.Z_INTEGERS,), L.Z_INTEGERS)(index)
    said = [*(() if low is None else (value >= low,)), *(() if high is None else (value <= high,))]
    said += [L.Relation(value, "!=", L.Number(k)) for k in missing]
    m.context.assume(*(L.forall(index, each) for each in said))


def _integers(m: Meaning, home: Syntax) -> Integers | None:
    """The integers of a set; None for a set of others."""
    match home:
        case Symbol("N", "bb"):
            return L.Number(1), None, ()
        case Script(Symbol("N", "bb"), Numeral("0"), None):
            return L.Number(0), None, ()
        case Symbol("Z", "bb"):
            return None, None, ()
        case Bracket("{", (Numeral() as low, *_, Dots(), high), "}", None):
            return m.scalar(low), m.scalar(high), ()
        case Bracket("{", items, "}", None) if not any(isinstance(item, Dots) for item in items):
            return _of_these(sorted(_whole(m, items)))
    return None


def _of_these(values: list[int]) -> Integers | None:
    if not values or values[-1] - values[0] > _MOST_BETWEEN:
        return None
    missing = tuple(k for k in range(values[0], values[-1]) if k not in values)
    return L.Number(values[0]), L.Number(values[-1]), missing


def _whole(m: Meaning, items: tuple[Syntax, ...]) -> Iterator[int]:
    """The integers among which the items of a set are; none where one is something else."""
    found: list[Fraction] = []
    for item in items:
        match m.scalar(item):
            case L.Number(value) if value.denominator == 1:
                found.append(value)
            case L.Neg(L.Number(value)) if value.denominator == 1:
                found.append(-value)
            case _:
                return
    yield from map(int, found)


__all__ = ["assume", "assume_listed", "assume_power", "of_real_numbers"]
