r"""Laws of two that are written by blocks: (x, y) \sim \mathcal N((a, b), [[A, C], [C^\top, B]])."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..names import name_of
from ..shapes.shapes import bare
from ..syntax import Bracket, Grid, Multiply, Numeral, Script, Sign, Statement, Symbol, Syntax
from ..uses.superscripts import is_transposition

_SAID = re.compile(r"\bjoint(ly)? (gaussian|normal)|\bmultivariate (gaussian|normal)")
_DENIED = re.compile(r"\b(not|never|neither|nor|whether|unless)\b[^.]{0,30}\b(joint|multivariate)")
Pair = tuple[Syntax, Syntax]


@dataclass(frozen=True)
class Written:
    """The names, their means and the blocks of the covariance as they are written."""

    names: Pair
    means: Pair
    upper: Pair
    lower: Pair


def written(statements: Iterable[Statement], words: str) -> Iterator[Written]:
    r"""The joint laws of two that statements tell: by columns and blocks, or by names that stand for such; "x = (x_1,
    x_2) is jointly normal", with its mean and its covariance, is one as well.  Behind laws of the two it is a claim."""
    statements = list(statements)
    named = {name: s.expressions[1] for s in statements if (name := _defined(s)) is not None}
    drawn: set[str | None] = set()
    for statement in statements:
        match statement:
            case Statement((Syntax() as left, right), (Sign("~"),)) if (law := parameters(right)) is not None:
                if (found := _whole(left, *law, named)) is not None and drawn.isdisjoint(map(name_of, found.names)):
                    yield found
        drawn |= _drawn(statement)
    if _SAID.search(words.lower()) and not _DENIED.search(words.lower()):
        means = [name for name in named if bare(name) in ("mu", "m") and pair(Symbol(name), named) is not None]
        spreads = [name for name, node in named.items() if isinstance(node, Grid) and len(node.rows[0]) == 2]
        pairs = [name for name in named if name not in means and pair(Symbol(name), named) is not None]
        if len(means) == len(spreads) == len(pairs) == 1:
            found = _whole(Symbol(pairs[0]), Symbol(means[0]), Symbol(spreads[0]), named)
            if found is not None:
                yield found


def _drawn(statement: Statement) -> set[str | None]:
    r"""The name that x \sim law, or p(x \mid y) = law, says the law of."""
    match statement:
        case Statement((Multiply((Symbol("p"), Bracket("(", (item,)))), Syntax()), (Sign("="),)):
            return {name_of(item)}
        case Statement((Syntax() as left, Syntax()), (Sign("~"),)):
            return {name_of(left)}
    return set()


def _defined(statement: Statement) -> str | None:
    match statement:
        case Statement((Syntax() as left, Grid() | Bracket("(", (_, _)) | Script()), (Sign("=" | ":="),)):
            return name_of(left)
    return None


def parameters(law: Syntax | None) -> Pair | None:
    match law:
        case Multiply((Symbol("N" | "Normal"), Bracket("(", (mean, spread), ")", None)), ("", "")):
            return mean, spread
    return None


def _whole(left: Syntax, mean: Syntax, spread: Syntax, named: dict[str, Syntax | None]) -> Written | None:
    names, means = pair(left, named), pair(mean, named)
    spread = named.get(name_of(spread) or "") or spread
    if isinstance(mean, Numeral) and mean.text == "0":
        means = mean, mean
    match spread:
        case Grid(rows=((a, c), (d, b)), fence="(" | "[") if names is not None and means is not None:
            return Written(names, means, (a, c), (d, b)) if all(map(name_of, names)) else None
    return None


def pair(node: Syntax, named: dict[str, Syntax | None]) -> Pair | None:
    """The two entries of a column, (x, y) or (x^T, y^T)^T."""
    match named.get(name_of(node) or "") or node:
        case Grid(rows=((first,), (second,)), fence="(" | "["):
            return first, second
        case Bracket("(", (first, second), ")", None):
            return first, second
        case Script(Bracket("(", (Script() as one, Script() as other), ")", None), None, above) if all(
            is_transposition(each) for each in (above, one.above, other.above)
        ):
            return _upright(one), _upright(other)
    return None


def _upright(row: Script) -> Syntax:
    """x of x^T."""
    return row.base if row.below is None else Script(row.base, row.below)


__all__ = ["Written", "pair", "parameters", "written"]
