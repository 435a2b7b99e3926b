r"""The names that run: the i of ``\sum_{i=1}^n``, of ``i = 1, \ldots, n`` and of ``x_i`` where another index runs.

A subscript is an index only where its letter runs; that is why these are found before anything else of a stretch.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import zip_longest

from ..names import name_of, symbol_name
from ..syntax import (
    Add,
    Big,
    Bracket,
    Differential,
    Dots,
    Fraction,
    Multiply,
    Numeral,
    RowSyntax,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
)
from .uses import Survey

INDICES = frozenset("ijklmnrst")
_SIZES = frozenset("nNmMTJL")  # letters for the number of data by which a mean divides
PLACES = frozenset("ijkl")  # of them those that stand for nothing else
ACTIONS = frozenset("abc")  # of actions, classes: places where another of them runs, and else numbers
_SHOWING = (Fraction, Big, Statement, Script, Multiply, RowSyntax)  # what shows that a name runs, or that it varies
_INDEPENDENT = re.compile(r"i\.?i\.?d\.?|ind(ep)?\.?")  # above a \sim


def find_running(row: Syntax, found: Survey) -> None:
    """Collect the names that run in a row, what varies with what, and the data and laws that its relations show."""
    for node in row.of(*_SHOWING):
        found.varied.update(_differentiated_by(node))
        match node:
            case Fraction(Differential(_, subject), Differential(_, by)) if subject is not None:
                if (name := name_of(subject)) is not None and (variable := name_of(by)) is not None:
                    found.rates.setdefault(name, set()).add(variable)
            case Big("sum" | "prod", _, None, None) if (index := unsaid_index(node)) is not None:
                found.running.add(symbol_name(index))
            case Big("sum" | "prod" | "max" | "min" | "bigcup" | "bigcap", body, below, above):
                _running(below, above, body, found)
            case Statement((Script(base, Syntax()), _, *_), (Sign("=" | ":="), *_)) if name_of(base) is not None:
                found.equated.add(name_of(base) or "")
            case Statement(
                (Multiply((_, Bracket("(", (whole, *_))), ("", "")), Big("prod", body), *_), (Sign("="), *_)
            ) if (data := name_of(whole)) is not None:
                parts = (n for n in body.walk() if isinstance(n, Script) and isinstance(n.below, Symbol))
                found.factored.update({data} & {name_of(part.base) for part in parts})
            case Statement((left, _), (Sign("~") as sign,)) if left is not None:
                found.distributed.update(_said_to_be_random(left))
                if _INDEPENDENT.fullmatch(sign.note or ""):
                    found.factored.update(_said_to_be_random(left))
            case Statement((Multiply((_, Bracket("(", (drawn,))), ("", "")), _), (Sign("=") as sign,)):
                if _INDEPENDENT.fullmatch(sign.note or ""):  # p(x_i | \theta), of x_i | \theta \overset{iid}{\sim}
                    found.factored.update(_said_to_be_random(drawn))
            case Script(Bracket("(") as body, Statement() as below, above) if above is not None:  # (a_k)_{k = 1}^n
                _running(below, above, body, found)
            case Statement((first, *_, Dots() | Symbol() | Numeral()), (Sign("="), *_)) if name_of(first):
                pass
            case Multiply((Fraction(Numeral("1"), size), Big("sum", body, _, None)), ("", "" | "\\cdot")):
                _mean(body, size, found)
            case Fraction(Big("sum", body, _, None), size):
                _mean(body, size, found)
            case RowSyntax(statements):
                found.drawn_alone.update(_drawn_alone(statements))
                _lists([s.expressions[0] for s in statements], found)
                for name, low, high in (*_progressions(statements), *_members_of_lists(statements)):
                    found.running.add(name)
                    found.show(name, [""], (low, high))
                    if (count := name_of(high)) is not None:
                        found.counting.add(count)


def _drawn_alone(statements: Sequence[Statement]) -> Iterator[str]:
    r"""The names that a row says a law of, and of nothing beside them: of X, Y \sim law that may be a joint one."""
    for last, each in zip((None, *statements), statements, strict=False):
        match each:
            case Statement((Symbol() | Script() as left, _), (Sign("~"),)) if last is None or last.relations:
                if (name := name_of(left)) is not None:
                    yield name


def _lists(items: list[Syntax | None], found: Survey) -> None:
    """Data that are listed, x_1, ..., x_n, are n."""
    for k, dots in enumerate(items[:-1]):
        match items[:k], dots, items[k + 1]:
            case [Script(base, Numeral("1"), None, 0), *_], Dots(), Script(other, Symbol() as end, None, 0):
                if base == other and (stem := name_of(base)) is not None:
                    _end(stem, end, found)


def _differentiated_by(node: Syntax) -> Iterator[str]:
    r"""The \theta of \nabla_\theta and of \frac{\partial}{\partial \theta}."""
    match node:
        case Script(Symbol("nabla"), below) if (name := name_of(below)) is not None:
            yield name
        case Fraction(_, below):
            for part in below.factors if isinstance(below, Multiply) else (below,):
                if isinstance(part, Differential) and (name := name_of(part.variable)) is not None:
                    yield name


def _mean(body: Syntax, size: Syntax, found: Survey) -> None:
    r"""In \frac1n \sum_i x_i, whose range is not written, the data are n."""
    match size:
        case Symbol(letter, "", ()) | Add((Symbol(letter, "", ()), Numeral("1")), ("", "-")) if letter in _SIZES:
            for each in body.walk():
                match each:
                    case Script(base, Symbol(place)) if place in INDICES - {letter} and (stem := name_of(base)):
                        _end(stem, Symbol(letter), found)


def _end(stem: str, end: Symbol, found: Survey) -> None:
    found.ends.setdefault(stem, set()).add(end)
    found.counting.add(symbol_name(end))


def unsaid_index(node: Big, bound: Collection[str] = ()) -> Symbol | None:
    r"""The i of ``\sum x_i``: the one letter for an index that stands as one in the body, and is bound nowhere."""
    if node.differentials:
        return None
    inside = {name for each in node.body.walk() if isinstance(each, Big) for name in _limit_names(each)}
    found = {
        symbol_name(each.below): each.below
        for each in node.body.walk()
        if isinstance(each, Script) and isinstance(each.below, Symbol) and each.below.name in INDICES
    }
    free = [symbol for name, symbol in found.items() if name not in bound and name not in inside]
    return free[0] if len(free) == 1 and not inside else None


def summation_variable(below: Syntax | None) -> str | None:
    r"""The variable of ``\sum_x`` and of ``\sum_{x \in \mathcal X}``."""
    match below:
        case Statement((left, _), (Sign("in"),)):
            return name_of(left)
        case Symbol() | Script():
            return name_of(below)
    return None


def _limit_names(node: Big) -> Iterator[str]:
    """The letters under a large operator, and one that is left unsaid."""
    if node.below is None:
        yield ""
    else:
        yield from (name for each in node.below.walk() if (name := name_of(each)) is not None)


def _said_to_be_random(left: Syntax) -> Iterator[str]:
    r"""The stems of the names on the left of a \sim: of \varepsilon_i not the index."""
    name = name_of(left)
    if name is not None:
        yield name.split("_")[0]
    elif not isinstance(left, Script):
        for child in left.children():
            yield from _said_to_be_random(child)
    else:
        yield from _said_to_be_random(left.base)


def _progressions(statements: tuple[Statement, ...]) -> Iterator[tuple[str, Syntax, Syntax]]:
    r"""i = 1, ..., n written as statements of a row: ``i = 1``, ``\ldots``, ``n``."""
    for first, dots, last in zip(statements, statements[1:], statements[2:], strict=False):
        if len(first.expressions) == 2 and first.relations[0].symbol == "=" and isinstance(dots.expressions[0], Dots):
            name, low, high = name_of(first.expressions[0]), first.expressions[1], last.expressions[0]
            if name is not None and low is not None and high is not None:
                yield name, low, high


def _members_of_lists(statements: tuple[Statement, ...]) -> Iterator[tuple[str, Syntax, Syntax]]:
    r"""The indices a and b of ``a, b \in \{1, \ldots, K\}``, with the ends of the list."""
    for k, statement in enumerate(statements):
        match statement:
            case Statement((last, Bracket("{", (Numeral("1") as low, *_, Dots(), high), "}", None)), (Sign("in"),)):
                before = [s for s in statements[:k] if not s.relations]
                for each in (*(s.expressions[0] for s in before), last):
                    if (name := name_of(each)) is not None and name in INDICES | ACTIONS:
                        yield name, low, high


def told_apart(body: Syntax, index: str) -> set[str]:
    """The stems whose members an index tells apart in an expression: x and q of ``q(x_i)`` and of ``q_i(x)``."""
    return {
        stem
        for node in body.walk()
        if isinstance(node, Script) and node.below is not None and (stem := name_of(node.base)) is not None
        if any(name_of(part) == index for part in _parts(node.below))
    }


def _running(below: Syntax | None, above: Syntax | None, body: Syntax, found: Survey) -> None:
    match below:
        case Statement((left, right, *_), (Sign("="), *_)) if right is not None:
            index = name_of(left)
            if index is not None:
                found.running.add(index)
                if above is not None:
                    downwards = above == Numeral("1") and not isinstance(right, Numeral)  # \prod_{k=K}^1
                    limits = (above, right) if downwards else (right, above)
                    found.show(index, told_apart(body, index), limits)
        case Statement((left, right), (Sign("!=" | "<=" | "<" | ">" | ">=" | "in"),)):
            index = name_of(left)
            if index is not None and not (isinstance(right, Symbol) and right.font in ("cal", "bb")):
                found.running.add(index)
        case Symbol() | Script() if above is None:
            index = name_of(below)
            if index is not None and (index in INDICES or (index in ACTIONS and told_apart(body, index))):
                found.running.add(index)
        case Multiply(factors, signs) if not any(signs):
            found.running.update(n for n in map(name_of, factors) if n is not None and n in INDICES)
        case Bracket("", items, ""):
            for item in items:
                _running(item, above, body, found)


def find_data(rows: Sequence[Syntax], found: Survey) -> None:
    r"""The i of x_i \sim law, x_i \mid \theta \sim law, p(x_i \mid \theta) = ..., where x_1, ..., x_n are listed."""
    if not found.ends:
        return
    for statement in (s for row in rows if isinstance(row, RowSyntax) for s in row.statements if s.relations):
        match statement.expressions[0], statement.relations[0].symbol:
            case (Script() as member) | Bracket("", (Script() as member,)), "~":
                pass
            case Multiply((Symbol("p"), Bracket("(", (Script() as member,), ")", (_, *_))), ("", "")), "=":
                pass
            case _:
                continue
        stem = name_of(member.base) or ""
        match member.below, [*found.ends.get(stem, ())]:
            case Symbol(letter, "", ()) as index, [end] if index != end and letter in INDICES:
                if not found.range_shown(letter, stem):
                    found.running.add(letter)
                    found.show(letter, [stem], (Numeral("1"), end))


def find_free_places(found: Survey) -> None:
    r"""The j of \frac{\partial}{\partial w_j} \sum_k w_k^2: a place among those that other letters run over."""
    before = -1
    while before < len(found.running):
        before = len(found.running)
        _more_places(found)


def _more_places(found: Survey) -> None:
    for stem, labels in found.labels.items():
        for column in zip_longest(*map(_parts, labels)):
            letters = [part for part in column if isinstance(part, Symbol) and not part.accents]
            running = [name for name in map(symbol_name, letters) if name in found.running]
            places = PLACES | (ACTIONS if not ACTIONS.isdisjoint(running) else frozenset())
            for name in map(symbol_name, letters):
                if running and name in places - found.running - found.numeric - found.counting:
                    found.running.add(name)
                    found.places.add(name)
                    found.ranges.setdefault(name, []).extend(found.ranges.get(running[0], ()))
                    found.shown.setdefault((name, stem), set()).update(found.range_shown(running[0], stem))


def _parts(label: Syntax) -> tuple[Syntax, ...]:
    """The indices that a subscript is made of."""
    match label:
        case Multiply(factors, signs) if not any(signs):
            return factors
        case Bracket("", items, _, None):
            return items
    return (label,)


__all__ = [
    "ACTIONS",
    "INDICES",
    "PLACES",
    "find_data",
    "find_free_places",
    "find_running",
    "summation_variable",
    "told_apart",
    "unsaid_index",
]
