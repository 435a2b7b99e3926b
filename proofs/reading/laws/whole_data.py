r"""All of the data where a density or a mean is taken of them or given them: x_1, \dots, x_n, x_{1:n}, D are the x.

Only the list from the first to the last of the data is all of them; p(z | x_1, \dots, x_t) is given some.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..shapes.shapes import bare
from ..syntax import Bracket, Dots, Numeral, RowSyntax, Script, Sign, Statement, Symbol, Syntax, Unread
from ..uses.uses import Applied

if TYPE_CHECKING:
    from ..meaning import Meaning

_BOLD = re.compile(r"\\(mathbf|boldsymbol|bm|pmb|vec|underline)\b")  # \tilde y, \bar y are others
_DATA_SETS = ("D", "\\mathcal{D}", "\\mathbf{D}", "data", "Data")


def given_said(row: RowSyntax) -> RowSyntax:
    r"""The row with one statement for \theta \mid x_1, \dots, x_n \sim law, whose commas stand behind the bar."""
    match row.statements:
        case (
            *before,
            Statement((Bracket("", (_,), "", (*given, Script() as first)) as left,), ()),
            Statement((Dots() as dots,), ()),
            Statement((Script() as last, Syntax() as law), (Sign("~"),)) as told,
        ) if first.base == last.base and first.below == Numeral("1"):
            whole = replace(left, given=(*given, first, dots, last), span=(left.span[0], last.span[1]))
            return replace(row, statements=(*before, replace(told, expressions=(whole, law))))
        case (
            *before,
            Statement((Bracket("", (_,), "", (name,)) as left, value, law), (Sign("=") as sign, Sign("~") as last)),
        ) if (name_of(name) or "X")[:1].islower():  # \theta \mid x = 7 \sim law
            equation = Statement((name, value), (sign,), span=name.span)
            end = left.span[1] if value is None else value.span[1]
            whole = replace(left, given=(equation,), span=(left.span[0], end))
            return replace(row, statements=(*before, Statement((whole, law), (last,), span=whole.span)))
        case (
            *before,
            Statement((Bracket("", (_,), "", (_, *_) as behind) as left,), ()),
            Statement((Symbol() | Script() as last, Syntax() as law), (Sign("~"),)) as told,
        ):  # x_i \mid \mu, \tau \sim law
            whole = replace(left, given=(*behind, last), span=(left.span[0], last.span[1]))
            return replace(row, statements=(*before, replace(told, expressions=(whole, law))))
    return row


def is_list(node: Syntax) -> bool:
    r"""Whether what stands behind a bar shows that a list stands there: dots, or x_{1:n}."""
    match node:
        case Dots() | Script(_, Statement((_, _), (Sign(":"),)), None, 0):
            return True
    return False


def gathered(m: Meaning, applied: Applied) -> Applied:
    """A density at all of the data, with their one name for them."""
    given = None if applied.given is None else together(m, applied.given)
    return replace(applied, items=together(m, applied.items), given=given)


def together(m: Meaning, items: tuple[Syntax, ...]) -> tuple[Syntax, ...]:
    """Arguments with one name for each list that is all of the data."""
    found: list[Syntax] = []
    at = 0
    while at < len(items):
        taken, item = _list(m, items[at:]) or (1, _set(m, items[at]))
        found.append(item)
        at += taken
    return tuple(found)


def _list(m: Meaning, items: tuple[Syntax, ...]) -> tuple[int, Syntax] | None:
    r"""How many items the list x_1, \dots, x_n is that they begin with, and the name of these data."""
    match items:
        case (Script(base, Numeral("1"), None, 0), *_):
            end = next((k for k, each in enumerate(items) if isinstance(each, Dots)), len(items)) + 1
            between = all(isinstance(each, Script) and each.base == base for each in items[: end - 1])
            match items[end : end + 1]:
                case (Script(other, Syntax() as high, None, 0),) if other == base and between:
                    return (end + 1, base) if _is_last(m, base, high) else None
        case (Script(base, Statement((Numeral("1"), Syntax() as high), (Sign(":"),)), None, 0), *_):
            return (1, base) if _is_last(m, base, high) else None
    return None


def _is_last(m: Meaning, base: Syntax, high: Syntax) -> bool:
    """Whether an index is that of the last of the data with a letter."""
    ranges = _ranges(m)
    stem = name_of(base) or ""
    index = ranges.get(stem if stem in ranges else stem.upper())
    try:
        return index is not None and isinstance(index.space, L.Range) and m.scalar(high) is index.space.high
    except Unread:
        return False


def _set(m: Meaning, item: Syntax) -> Syntax:
    r"""The letter of the data for a name that is that of all of them: D, \mathbf{x}."""
    name, context = name_of(item), m.context
    known = (context.spaces, context.values, context.laws, context.functions, context.random, context.data, m.bound)
    if name is None or any(name in names for names in known):
        return item
    bold = bare(name).lower() if _BOLD.match(name) else None
    stems = [stem for stem in _ranges(m) if name in _DATA_SETS or stem.lower() == bold]
    if len(stems) != 1:
        return item
    (stem,) = stems
    observed = stem.lower() in context.survey.labels  # the values x_i of random variables X_i
    return Symbol(stem.lower() if observed else stem, span=item.span)


def _ranges(m: Meaning) -> dict[str, L.Var]:
    """The indices of the data, by their letters."""
    factors = {name: factor.index for (_, name), factor in m.context.factors.items() if factor.index is not None}
    made = {stem: each.var for stem, each in m.context.made_each.items()}
    return {**factors, **{stem: index for stem, (index, _) in m.context.data.items()}, **made}


__all__ = ["gathered", "given_said", "is_list", "together"]
