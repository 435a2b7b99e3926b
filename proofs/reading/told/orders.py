r"""Orders between numbers, x > 0, 0 < p < 1, |x - a| < 1, and which of them are assumptions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..relations import ORDERS, RELATIONS
from ..syntax import Add, Bracket, Dots, Multiply, Numeral, RowSyntax, Statement, Symbol, Syntax, Unread
from ..uses import lists

if TYPE_CHECKING:
    from ..meaning import Meaning


def order(m: Meaning, statement: Statement) -> list[L.Relation | L.ForAll]:
    r"""A chain of orders as relations between numbers, 0 < p < 1; of \sigma_j > 0 for every j."""
    found: list[L.Relation | L.ForAll] = []
    pairs = zip(statement.expressions, statement.relations, statement.expressions[1:], strict=False)
    for left, sign, right in pairs:
        if left is None or right is None or sign.symbol not in RELATIONS:
            raise Unread("no order between numbers", statement.span)
        if (isinstance(left, Symbol) and left.name == "infty") or (isinstance(right, Symbol) and right.name == "infty"):
            continue
        if sign.symbol == "!=" and right == Numeral("0") and (vector := _vector(m, left)) is not None:
            found.append(L.sqrt(L.Dot(vector, vector)) > 0)  # its norm
            continue
        for relation in _without_bars(L.Relation(m.scalar(left), RELATIONS[sign.symbol], m.scalar(right))):
            general = relation if _is_about_an_index(relation) else for_every(m, relation)
            assert isinstance(general, L.Relation | L.ForAll)
            found.append(general)
    return found


def _vector(m: Meaning, node: Syntax) -> L.Term | None:
    """What a name is, where that is a vector."""
    if name_of(node) is None:
        return None
    found = m.term(node)
    return found if isinstance(L.space_of(found), L.Vectors) else None


def _without_bars(relation: L.Relation) -> tuple[L.Relation, ...]:
    """|x| < c as -c < x and x < c, which bound x by themselves."""
    match relation:
        case L.Relation(L.Apply(L.Elementary("abs"), (x,)), ("<" | "<=") as symbol, c):
            return L.Relation(L.Neg(c), symbol, x), L.Relation(x, symbol, c)
        case L.Relation(_, ">" | ">=", L.Apply(L.Elementary("abs"), _)):
            return _without_bars(relation.flipped())
    return (relation,)


def of_listed(m: Meaning, row: RowSyntax) -> list[L.Relation | L.ForAll]:
    r"""What is said of all in a list with dots, \lambda_1, \dots, \lambda_n \ge 0; nothing for another row."""
    *names, last = row.statements
    items = tuple(s.expressions[0] for s in names)
    alone = all(not s.relations and not s.words for s in names) and not last.words
    alone &= {sign.symbol for sign in last.relations} <= set(ORDERS)
    if not alone or not any(isinstance(item, Dots) for item in items) or not is_assumption(last):
        return []
    nodes = tuple(item for item in (*items, last.expressions[0]) if item is not None)
    found = lists.listed(nodes, row.span)
    if found is None:
        return []
    place = L.Var(found.index, L.Range(m.scalar(found.low), m.scalar(found.high)))
    with m.binding({found.index: place}):
        said = order(m, replace(last, expressions=(found.entry, *last.expressions[1:])))
    return [L.forall(place, each) for each in said]


def _is_about_an_index(relation: L.Relation) -> bool:
    return any(isinstance(side, L.Var) and isinstance(side.space, L.Range) for side in (relation.left, relation.right))


def for_every(m: Meaning, statement: L.Node, points: bool = False) -> L.Node:
    """The statement for all values of the index that its names have, where that runs over a range.

    With ``points`` it holds for all points of the unnamed spaces too.
    """
    if points:
        for name in sorted(statement.free, key=lambda n: n.name):
            if isinstance(name, L.Var) and isinstance(name.space, L.Abstract | L.Slot):
                statement = L.ForAll(statement, name)
    survey = m.context.survey
    one = survey.particular if isinstance(statement, L.Relation) and statement.symbol == "=" else frozenset()
    running = [
        i
        for i in sorted(statement.free, key=lambda n: n.name)
        if isinstance(i, L.Var)
        and i.name in survey.running - survey.places - one
        and (isinstance(i.space, L.Range) or (isinstance(i.space, L.Integers) and _is_place_in_sequence(i, statement)))
    ]
    return L.forall(running[0], statement) if len(running) == 1 and running[0].name not in m.bound else statement


def _is_place_in_sequence(i: L.Var, statement: L.Node) -> bool:
    """Whether a name that is the index of several sums, of a_i, stands here for the places in a sequence."""
    return any(
        isinstance(node, L.Apply) and isinstance(node.head, L.Function) and node.args == (i,)
        for node in statement.walk()
    )


def between_ends(m: Meaning, name: str, home: Syntax) -> tuple[L.Relation, ...]:
    """What a number in an interval is above and below; of another set nothing.  Raises ``Unread``."""
    return ends(m, L.Var(name, m.context.space_of_number(name)), home)


def ends(m: Meaning, x: L.Term, home: Syntax) -> tuple[L.Relation, ...]:
    """What a term in an interval is above and below."""
    match home:
        case Bracket("[" | "(" as left, (low, high), "]" | ")" as right, None):
            a, b = m.scalar(low), m.scalar(high)
            above = () if a is L.Neg(L.oo) else (x >= a if left == "[" else x > a,)
            return above if b is L.oo else (*above, x <= b if right == "]" else x < b)
    return ()


def is_assumption(statement: Statement) -> bool:
    """Whether an order is about names and numbers alone, as assumptions are: \\sigma > 0, a < b < 1, |x - a| < 1."""
    if any(e is None for e in statement.expressions):
        return False
    parts = [part for e in statement.expressions if e is not None for part in _within_bars(e)]
    return all(map(_simple, parts)) and any(name_of(part) is not None for part in parts)


def is_closed(statement: Statement) -> bool:
    """Whether an order is one of numbers, of which nothing can be supposed: 2 < 3, \\pi > 3."""
    return all(n.name in ("pi", "e") for n in statement.walk() if isinstance(n, Symbol))


def bounds_values(m: Meaning, statement: Statement) -> bool:
    r"""Whether an order is about values of unknown functions, f(0) \ge 0, beside names and numbers."""
    parts = [node for node in statement.expressions if node is not None]
    values = [node for node in parts if _is_value(m, node)]
    return bool(values) and all(node in values or _simple(node) for node in parts)


def _is_value(m: Meaning, node: Syntax) -> bool:
    match node:
        case Multiply((head, Bracket("(", (item,), ")", None)), ("", "")):
            name = name_of(head)
            known = name in m.context.functions or name in m.context.laws or m.context.is_density(name or "")
            return name is not None and not known and name in m.context.survey.heads() and _simple(item)
    return False


def at_every_point(
    statement: L.Relation | L.ForAll, homes: Mapping[str, L.Space] | None = None
) -> L.Relation | L.ForAll:
    """An order between values of functions or densities at a point, for all points, or for those that lie where
    ``homes`` says: f(x) >= 0."""
    heads = L.Function | L.Density
    points = {n.args[0] for n in statement.walk() if isinstance(n, L.Apply) and isinstance(n.head, heads)}
    points |= {n.at for n in statement.walk() if isinstance(n, L.Derivative)}
    for x in sorted((p for p in points if isinstance(p, L.Var)), key=lambda p: p.name):
        home = x.space if homes is None or not isinstance(x.space, L.Reals) else homes.get(x.name)
        if home is not None and x in statement.free:
            point = L.Var(x.name, home)
            statement = L.forall(point, L.substitute(statement, {x: point}))
    return statement


def _within_bars(node: Syntax) -> tuple[Syntax, ...]:
    """The summands within the bars of an absolute value, |x - a|; another expression as it is."""
    match node:
        case Bracket("|", (Add(parts),), "|", None):
            return parts
        case Bracket("|", (Syntax() as inner,), "|", None):
            return (inner,)
    return (node,)


def _simple(node: Syntax) -> bool:
    match node:
        case Numeral():
            return True
        case Add((Numeral() | Symbol(),), ("-" | "+",)):
            return True
    return name_of(node) is not None or _is_number(node)


def _is_number(node: Syntax) -> bool:
    r"""Whether an expression is of numbers alone: 1/2, 2\pi."""
    inside = list(node.walk())
    names = [n.name for n in inside if isinstance(n, Symbol)]
    return bool(inside) and all(n in ("pi", "e") for n in names) and not any(isinstance(n, Dots) for n in inside)


__all__ = [
    "at_every_point",
    "between_ends",
    "bounds_values",
    "ends",
    "for_every",
    "is_assumption",
    "of_listed",
    "order",
]
