"""The lines of quantities that sentences claim in words, of random variables whose laws are known."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from ..files.source import Placed
from ..grammar.parser import parse_row
from ..laws import written_models
from ..lines import Line
from ..meaning import Meaning
from ..names import name_of
from ..parts import Part
from ..pieces import Piece
from ..probability.random_names import random_variables
from ..syntax import Syntax, Unread
from ..told.follows import follows, parameters
from .chain_reader import ChainReader
from .named_quantities import estimated_by, is_of_known
from .quantities_claimed import QuantityClaimed

if TYPE_CHECKING:
    from ..context import Context

_INDEPENDENCE = "that random variables are independent, which is not judged"


def lines_of(chains: ChainReader, part: Part, at: int) -> Iterator[Line]:
    """What is claimed with the formula at a place for the value, now that this has been read."""
    for claimed in part.said.quantities:
        if claimed.value == at and (found := _subject(part, claimed)) is not None:
            texts, nodes = found
            if claimed.is_of_estimator and claimed.value == claimed.of[0]:
                yield from _of_estimator(chains, part.pieces[at], claimed, texts[0], nodes[0])
                continue
            if claimed.is_independence:
                yield from _of_independence(chains, part.pieces[at], claimed, texts[0], nodes[0])
                continue
            value = part.pieces[at].sole
            if value is not None and _is_claimed(chains.m, claimed, texts, nodes, value):
                yield from _lines(chains, part.pieces[at], claimed.written(texts, part.pieces[at].formula.maths))


def _of_estimator(
    chains: ChainReader, piece: Piece, claimed: QuantityClaimed, text: str, node: Syntax
) -> Iterator[Line]:
    r"""That the mean of \hat\theta is \theta, where nothing else is said to be estimated by it."""
    aim = estimated_by(chains.m.context, node)
    known = claimed.concluded or _is_of_data(chains.m) or is_of_known(chains.m, node)
    if aim is not None and known:
        maths = piece.formula.maths
        yield from _lines(chains, piece, Placed(f"{claimed.left([text])} = {aim}", (0,), (maths.place(0),)))


def _is_of_data(m: Meaning) -> bool:
    """Whether there are data with a law or moments that an estimator may be made of."""
    return bool(m.context.data or m.context.moments)


def _of_independence(
    chains: ChainReader, piece: Piece, claimed: QuantityClaimed, text: str, one: Syntax
) -> Iterator[Line]:
    r"""That random variables are independent, as f(x, y) = f_X(x) f_Y(y) where a formula is their joint density, which
    then says the same; as I(X; Y) = 0 where their values are told.  Of others it is not judged."""
    maths = piece.formula.maths
    if (said := _independence_written(chains.m.context, claimed, name_of(one), name_of(piece.sole))) is not None:
        yield from _lines(chains, piece, Placed(said, (0,), (maths.place(0),)))
    elif claimed.concluded and not claimed.is_denied:
        for line in _lines(chains, piece, claimed.written([text], maths)):
            yield replace(line, why=_INDEPENDENCE)


def _independence_written(context: Context, claimed: QuantityClaimed, one: str | None, other: str | None) -> str | None:
    """The formula of it, where one is known."""
    if one is None or other is None:
        return None
    if one in context.joints and other in context.joints:
        return rf"I({one}; {other}) {'>' if claimed.is_denied else '='} 0"
    found = None if claimed.is_denied else written_models.small_names(context, [one, other])
    if found is None:
        return None
    letter, (x, y) = found
    return f"{letter}({x}, {y}) = {letter}_{{{one}}}({x}) {letter}_{{{other}}}({y})"


def is_event(part: Part, at: int) -> bool:
    """Whether the formula at a place is an event of which only the probability is spoken of."""
    return any(claimed.is_of_relation and at in claimed.of for claimed in part.said.quantities)


def _lines(chains: ChainReader, piece: Piece, said: Placed) -> Iterator[Line]:
    """The lines of the formula that says it."""
    formula = replace(piece.formula, maths=said, words="Then ", lead="Then ")
    try:
        row = parse_row(formula.maths.text)
        yield from chains.lines(row.statements[0], replace(piece, formula=formula, row=row))
    except Unread as reason:
        yield from chains.unread(replace(piece, formula=formula, why=reason))


def _subject(part: Part, claimed: QuantityClaimed) -> tuple[list[str], list[Syntax]] | None:
    """What the quantity is of, as it is written."""
    pieces = [part.pieces[place] for place in claimed.of]
    nodes: list[Syntax] = []
    texts: list[str] = []
    for piece in pieces:
        if piece.row is None or len(piece.row.statements) != 1:
            return None
        (statement,) = piece.row.statements
        named = claimed.is_of_estimator and [sign.symbol for sign in statement.relations] == ["="]
        if bool(statement.relations) != claimed.is_of_relation and not named:
            return None
        if any(e is None for e in statement.expressions):
            return None
        text = piece.formula.maths.text.strip()
        nodes += [e for e in statement.expressions if e is not None][: None if claimed.is_of_relation else 1]
        texts.append(text if not statement.relations or claimed.is_of_relation else piece.formula.written(nodes[-1]))
    return (texts, nodes) if texts else None


def _is_claimed(m: Meaning, claimed: QuantityClaimed, texts: list[str], nodes: list[Syntax], value: Syntax) -> bool:
    """Whether it says what follows, of what is known."""
    if claimed.concluded and claimed.names_nothing:
        return True
    if claimed.is_of_pair:
        return False  # that may be told, too
    if claimed.is_of_estimator and _is_of_data(m):
        return True
    variables = [name for node in nodes for name in random_variables(m, node)]
    if not is_of_known(m, *nodes) and not (variables and claimed.concluded):
        return False
    laws = [law for name in variables if (law := parameters(m, name)) is not None]
    return follows(m, claimed.left(texts), laws, value, claimed.concluded)


__all__ = ["is_event", "lines_of"]
