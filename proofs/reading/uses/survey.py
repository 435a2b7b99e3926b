r"""The survey of a stretch of a document: how each name is used there, before any is given a meaning.

``p(y|x)`` says that p is applied, ``\sum_{i=1}^n`` that i runs and n counts, ``A^\top`` that A is no number, ``x^2``
that x is one.  What a name is follows from all its uses together; that is why they are collected first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..names import name_of, symbol_name
from ..relations import ORDERS
from ..syntax import (
    Bracket,
    Multiply,
    Numeral,
    RowSyntax,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
)
from . import exponential_forms, letter_e, letter_pi, mentions
from .members import beside_members
from .running import find_data, find_free_places, find_running
from .same_sizes import first_alike
from .uses import Survey, factors_of_whole
from .visits import visit

_SIZES = ("n", "N")


def survey(rows: Iterable[Syntax]) -> Survey:
    """The survey of rows that belong together."""
    found = Survey()
    everything = list(rows)
    for row in everything:
        find_running(row, found)
    find_data(everything, found)
    found.beside = beside_members(everything, found.is_index)
    found.alike = first_alike(everything)
    alone, listed = mentions.alone(everything), mentions.listed(everything)
    apart = {id(row) for row in (*(row for row, _ in alone), *listed)}
    found.formulas.update(name for row in everything for name in _formulas(row))
    for row in everything:
        if id(row) not in apart:
            visit(row, found, "value")
    for row in listed:
        for name in row.statements:
            visit(name, found, "argument" if mentions.is_of_function(name.expressions[0], found) else "value")
    mentions.keep((name for _, name in alone), found)
    ends = {name_of(high) for limits in found.ranges.values() for _, high in limits}
    found.beside |= {name for name in ends if name is not None and found.is_indexed(name)}  # N_k and \sum_{n=1}^N
    find_free_places(found)
    for row in everything:
        _find_made_at_places(row, found)
    found.begun.update(name for row in everything for name in _begun(row))
    found.written.update(name for row in everything for name in _written(row))
    found.bounds.update(name for row in everything for name in _bounds(row))
    found.in_families.update(name for row in everything for name in exponential_forms.letters(row))
    found.valued -= {symbol_name(n) for labels in found.labels.values() for n in labels if isinstance(n, Symbol)}
    found.counting |= found.valued
    found.whole.update(name for row in everything for name in letters_of_sizes(row))
    found.far.update(name for row in everything for name in _far(row))
    found.names_pi = "pi" in found.numeric and letter_pi.is_share(everything)
    found.names_e = any(letter_e.is_given(row) for row in everything)
    return found


def _far(row: Syntax) -> Iterator[str]:
    r"""The names that a formula says tend to infinity: x \to \infty."""
    for statement in row.statements if isinstance(row, RowSyntax) else ():
        match statement:
            case Statement((left, Symbol("infty")), (Sign("to"),)) if (name := name_of(left)) is not None:
                yield name


def _find_made_at_places(row: Syntax, found: Survey) -> None:
    r"""The families that others are made of at a letter over which nothing runs: \alpha_t = 1 - \beta_t, where
    \prod_{s=1}^t \alpha_s runs over another letter."""
    for node in row.of(Statement):
        match node:
            case Statement((Script(Symbol() as base, Symbol() as at, None, 0), right), (Sign("=" | ":="),)):
                stem, letter = symbol_name(base), symbol_name(at)
                others = _stems_at(right, at)
                if not others or stem in others or letter in found.running or not found.is_indexed(stem):
                    continue
                running = next(n for n in found.labels[stem] if isinstance(n, Symbol) and found.is_index(n))
                for other in others:
                    found.labels[other].append(running)
                found.made_at.add((stem, letter))


def _stems_at(node: Syntax | None, at: Symbol) -> set[str]:
    """The letters that stand with this label in an expression; none where a label is made of it, t - 1."""
    scripts = [n for n in (() if node is None else node.walk()) if isinstance(n, Script) and n.below is not None]
    if any(n.below != at and at in n.below.walk() for n in scripts if n.below is not None):
        return set()
    return {symbol_name(n.base) for n in scripts if n.below == at and isinstance(n.base, Symbol)}


def letters_of_sizes(row: Syntax) -> Iterator[str]:
    r"""The letters for sizes that are at least a whole number: for $n \ge 1$."""
    for node in row.of(Statement):
        match node:
            case Statement((Symbol(letter, "", ()), Numeral(least)), (Sign(">="),)):
                if least.isdigit() and (letter in _SIZES or (letter == "m" and int(least) > 0)):
                    yield letter


def _begun(row: Syntax) -> Iterator[str]:
    """The names that an equation begins with."""
    for node in row.of(Statement):
        match node:
            case Statement((left, *_), (Sign("=" | ":="), *_)) if (name := name_of(left)) is not None:
                yield name


def _written(row: Syntax) -> Iterator[str]:
    """The functions and densities whose value an equation begins with, f(x) = ..., f(x; theta) = ..."""
    for node in row.of(Statement):
        match node:
            case Statement((Multiply((head, Bracket("(", items)), ("", "")), right, *_), (Sign("=" | ":="), *_)):
                if (name := name_of(head)) is not None and not factors_of_whole(items, right):
                    yield name


def _formulas(row: Syntax) -> Iterator[str]:
    r"""The functions of which a row says what they are at a name in their formula: \sigma(t) = 1/(1 + e^{-t})."""
    for statement in row.statements if isinstance(row, RowSyntax) else ():
        match statement:
            case Statement((Multiply((head, Bracket("(", (item,), ")", None)), ("", "")), Syntax() as body, *_), signs):
                name, at = name_of(head), name_of(item)
                stated = signs[0].symbol in ("=", ":=") and name is not None and at is not None
                if stated and at in map(name_of, body.walk()) and name not in map(name_of, body.walk()):
                    yield name or ""


def _bounds(row: Syntax) -> Iterator[str]:
    r"""The names in the ends of ranges: the \theta of [0, \theta], and of x \le \theta."""
    for node in row.of(Bracket, Statement):
        ends: tuple[Syntax | None, ...] = ()
        match node:
            case Bracket("[", (_, _), _, None) | Bracket(_, (_, _), "]", None):
                ends = node.items
            case Statement(expressions, relations) if all(sign.symbol in ORDERS for sign in relations) and relations:
                if sum(1 for each in expressions if each is not None and any(map(name_of, each.walk()))) > 1:
                    ends = expressions
        for end in ends:
            if end is None:
                continue
            if (whole := name_of(end)) is not None:  # p_\theta is no \theta
                yield whole
            elif not any(isinstance(part, Bracket | Script) for part in end.walk()):
                yield from (name for name in map(name_of, end.walk()) if name is not None)


__all__ = ["letters_of_sizes", "survey"]
