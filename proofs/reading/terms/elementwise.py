r"""What is taken entry by entry: \mu + \sigma \odot \epsilon, \operatorname{diag}(1 - \sigma^2), \tanh(W x + b).

A function of one number has no other meaning at a vector.  A sum of a number and a vector is read so only where entries
are what is meant: beneath diag, and beside \odot.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Add, Bracket, Multiply, Named, Numeral, Script, Symbol, Syntax, Unread

if TYPE_CHECKING:
    from ..meaning import Meaning

SIGN = "\\odot"
FUNCTIONS = ("exp", "log", "ln", "sin", "cos", "tan", "sinh", "cosh", "tanh", "softplus", "sigmoid")  # of numbers
_SAID = re.compile(r"\b(element|component|coordinate|entry)-?wise\b|\bentry by entry\b")


def is_said(words: str) -> bool:
    """Whether words say of functions that they act so."""
    return _SAID.search(words) is not None


def is_elementwise(node: Syntax) -> bool:
    r"""Whether a product is x \odot y or W x \odot y: factors side by side belong together before that sign."""
    return isinstance(node, Multiply) and SIGN in node.signs[1:] and set(node.signs[1:]) <= {SIGN, ""}


def groups(node: Multiply) -> tuple[Syntax, ...]:
    """What stands between the signs."""
    starts = [0, *(k for k, sign in enumerate(node.signs) if k and sign == SIGN), len(node.factors)]
    found: list[Syntax] = []
    for start, end in pairwise(starts):
        inside = node.factors[start:end]
        span = (inside[0].span[0], inside[-1].span[1])
        found.append(inside[0] if len(inside) == 1 else Multiply(inside, ("",) * len(inside), span=span))
    return tuple(found)


def factors(nodes: Iterable[Syntax]) -> Iterator[str]:
    """The names that stand beside the sign: they are vectors or matrices, and no numbers."""
    for node in nodes:
        if isinstance(node, Multiply) and is_elementwise(node):
            for group in groups(node):
                yield from (name for name in map(name_of, _plain(group)) if name is not None)


def beneath_diag(node: Named) -> tuple[Syntax, ...]:
    r"""The names in \operatorname{diag}(1 - a^2), where nothing but such and numerals stands: they are vectors."""
    return _plain(node.argument)


def _plain(node: Syntax) -> tuple[Syntax, ...]:
    """The names in an expression of names, numerals, powers, sums and functions of these; none of any other."""
    found: list[Syntax] = []
    waiting = [node]
    while waiting:
        match waiting.pop():
            case Bracket("(" | "[", (item,), _, None) | Script(item, None, Numeral(), 0):
                waiting.append(item)
            case Named(function, argument) if function in FUNCTIONS:
                waiting.append(argument)
            case Add(summands):
                waiting += summands
            case Numeral():
                pass
            case Symbol() | Script() as name if name_of(name) is not None:
                found.append(name)
            case _:
                return ()
    return tuple(found)


def each(f: Callable[[L.Term], L.Term], vector: L.Term) -> L.Term:
    """The vector of the values of a function at the coordinates of a vector."""
    space = L.space_of(vector)
    assert isinstance(space, L.Vectors)
    i = L.fresh_beside(L.Var("i", L.Range(L.Number(1), space.dimension)), vector)
    return L.VectorOf(f(_entry(vector, i)), i)


def _entry(t: L.Term, i: L.Var) -> L.Term:
    """The coordinate of a vector, written out where its coordinates are."""
    match t:
        case L.VectorOf(body, var):
            return L.substitute(body, {var: i})
    return L.Coord(t, i) if isinstance(L.space_of(t), L.Vectors) else t


def at_each(left: L.Term, right: L.Term) -> tuple[L.Term, L.Term] | None:
    """The two sides of an order at any one place, 0 < x of a vector x: it holds entry by entry; None of numbers, and of
    matrices, where it may mean another order."""
    spaces = {space for side in (left, right) if (space := L.space_of(side)) is not None}
    match tuple(spaces):
        case (L.Vectors(dimension),):
            i = L.fresh_beside(L.Var("i", L.Range(L.Number(1), dimension)), left, right)
            return _entry(left, i), _entry(right, i)
    return None


def called(m: Meaning, word: str, bracket: Bracket) -> L.Term | None:
    r"""What \mathrm{softmax}(z) is of a vector, where the page gives the word no meaning of its own; else None."""
    if word not in WORDS or bracket.given is not None or len(bracket.items) != 1:
        return None
    value = m.term(bracket.items[0])
    space = L.space_of(value)
    if not isinstance(space, L.Vectors):
        return None
    if space.dimension.free:
        m.context.assume(space.dimension >= 1)  # shares are of something
    return WORDS[word](value)


def _softmax(vector: L.Term) -> L.Term:
    """The shares e^{z_i} of their sum."""
    space = L.space_of(vector)
    assert isinstance(space, L.Vectors)
    j = L.fresh_beside(L.Var("j", L.Range(L.Number(1), space.dimension)), vector, L.Var("i", L.R))
    return each(lambda z: L.Quotient(L.exp(z), L.Sum(L.exp(_entry(vector, j)), j)), vector)


WORDS: dict[str, Callable[[L.Term], L.Term]] = {
    "softmax": _softmax,
    "ReLU": lambda vector: each(lambda z: L.maximum(0, z), vector),
    "relu": lambda vector: each(lambda z: L.maximum(0, z), vector),
}


def product(m: Meaning, node: Multiply) -> L.Term:
    """Of vectors diag(x) y, of matrices the matrix of the products of their entries.  Raises ``Unread``."""
    values = [entries(m, group) for group in groups(node)]
    spaces = set(map(L.space_of, values))
    match spaces.pop() if len(spaces) == 1 else None:
        case L.Vectors():
            return L.MatMul((*map(L.Diag, values[:-1]), values[-1]))
        case L.Matrices(rows, columns):
            i = L.fresh_beside(L.Var("i", L.Range(L.Number(1), rows)), *values)
            j = L.fresh_beside(L.Var("j", L.Range(L.Number(1), columns)), *values, i)
            every = L.Times(tuple(L.Entry(value, i, j) for value in values))
            return L.RowsOf(L.VectorOf(every, j), i)
    raise Unread("a product entry by entry, and nothing says that its factors have one size", node.span)


def entries(m: Meaning, node: Syntax) -> L.Term:
    r"""What stands beneath diag or beside the sign: \sigma^2, 1 - h of a vector are taken entry by entry."""
    match node:
        case Bracket("(" | "[", (item,), _, None):
            return entries(m, item)
        case Script(base, below, Numeral() as exponent, 0):
            whole = base if below is None else Script(base, below, span=node.span)
            if name_of(whole) is not None and isinstance(L.space_of(vector := m.term(whole)), L.Vectors):
                power = m.scalar(exponent)
                return each(lambda x: x**power, vector)
        case Add(summands, signs) if set(signs) <= {"", "+", "-"}:
            values = [entries(m, summand) for summand in summands]
            spaces = {space for value in values if isinstance(space := L.space_of(value), L.Vectors)}
            if len(spaces) == 1 and all(L.is_scalar(v) or isinstance(L.space_of(v), L.Vectors) for v in values):
                (space,) = spaces
                i = L.fresh_beside(L.Var("i", L.Range(L.Number(1), space.dimension)), *values)
                signed = zip(signs, (_entry(value, i) for value in values), strict=True)
                return L.VectorOf(L.fold(L.Plus, [L.Neg(t) if sign == "-" else t for sign, t in signed], 0), i)
    return m.term(node)


__all__ = ["FUNCTIONS", "SIGN", "WORDS", "at_each", "beneath_diag", "called", "each", "entries", "factors", "groups",
           "is_elementwise", "is_said", "product"]  # fmt: skip
