"""Vectors and matrices as sums of words, and the scalars made of them.

A letter is a vector or matrix that algebra does not look into, transposed or inverted; a word is a product of letters.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from ..language import (
    Det,
    Entry,
    Identity,
    Inverse,
    Iterate,
    MatMul,
    Matrices,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    Quotient,
    Space,
    Term,
    Times,
    Transpose,
    Zero,
    space_of,
)
from ..language.entries import component
from ..language.masks import POSITIVE
from . import reading
from .elementary import exponential, logarithm, power
from .ring import Frac, Key
from .scope import Scope

_LARGEST_POWER = 8


class Letter(NamedTuple):
    """A generator that stands for a vector or matrix, and what is done to it."""

    gen: int
    transposed: bool = False
    inverted: bool = False


Word = tuple[Letter, ...]
Sum = dict[Word, Frac]


def read(scope: Scope, t: Term) -> Sum:
    """A vector or matrix as a sum of words with scalar coefficients; the empty word is the identity."""
    ring = scope.ring
    match t:
        case Plus(args):
            total: Sum = {}
            for a in args:
                total = _add(scope, total, read(scope, a))
            return total
        case Neg(arg):
            return {word: ring.neg(c) for word, c in read(scope, arg).items()}
        case Times(args):
            return _multiple(scope, t, args)
        case Quotient(num, den):
            below, proved = reading.value(scope, den), scope.facts.nonzero(den)
            return {word: scope.divided(c, below, proved) for word, c in read(scope, num).items()}
        case MatMul(args):
            product = read(scope, args[0])
            for a in args[1:]:
                product = _multiply(scope, product, read(scope, a))
            return product
        case Power(base, Number(n)) if n.denominator == 1 and abs(n) <= _LARGEST_POWER and reading.is_linear(base):
            factor = read(scope, base if n >= 0 else Inverse(base))
            product = {(): ring.number(1)}
            for _ in range(abs(int(n))):
                product = _multiply(scope, product, factor)
            return product
        case Transpose(arg):
            return {_transposed(scope, word): c for word, c in read(scope, arg).items()}
        case Inverse(arg):
            return _inverse(scope, t, arg)
        case Identity():
            return {(): ring.number(1)}
        case Zero():
            return {}
        case Iterate(_, Number(n), start) if n == 0:
            return read(scope, start)
    return {(letter(scope, t),): ring.number(1)}


def letter(scope: Scope, t: Term) -> Letter:
    return Letter(scope.ring.gen("letter", reading.structural_key(scope, t), t))


def _multiple(scope: Scope, t: Term, args: tuple[Term, ...]) -> Sum:
    linear = [a for a in args if reading.is_linear(a)]
    if len(linear) != 1:
        return {(letter(scope, t),): scope.ring.number(1)}
    done = read(scope, linear[0])
    for a in args:
        if a is not linear[0]:
            factor = reading.value(scope, a)
            done = {word: scope.ring.mul(c, factor) for word, c in done.items()}
    return done


def _add(scope: Scope, a: Sum, b: Sum) -> Sum:
    total = dict(a)
    for word, c in b.items():
        total[word] = scope.ring.add(total[word], c) if word in total else c
    return {word: c for word, c in total.items() if scope.ring.reduce(c.num) != 0 or c.unproved}


def _multiply(scope: Scope, a: Sum, b: Sum) -> Sum:
    total: Sum = {}
    for left, c in a.items():
        for right, d in b.items():
            total = _add(scope, total, {_joined(scope, left, right): scope.ring.mul(c, d)})
    return total


def _joined(scope: Scope, left: Word, right: Word) -> Word:
    """The product of two words; a matrix that is invertible cancels with its inverse."""
    while left and right and _cancel(scope, left[-1], right[0]):
        left, right = left[:-1], right[1:]
    return left + right


def _cancel(scope: Scope, a: Letter, b: Letter) -> bool:
    if a.gen != b.gen or a.transposed != b.transposed or a.inverted == b.inverted:
        return False
    matrix = scope.ring.gens[a.gen].term
    return matrix is not None and scope.facts.invertible(matrix)


def _transposed(scope: Scope, word: Word) -> Word:
    return tuple(_flipped(scope, x) for x in reversed(word))


def _flipped(scope: Scope, x: Letter) -> Letter:
    matrix = scope.ring.gens[x.gen].term
    if matrix is not None and scope.facts.symmetric(matrix):
        return x
    return Letter(x.gen, not x.transposed, x.inverted)


def _inverse(scope: Scope, t: Term, arg: Term) -> Sum:
    """(c A B)^-1 = B^-1 A^-1 / c for square letters; of a sum the inverse is a letter of its own."""
    found = read(scope, arg)
    if len(found) == 1:
        ((word, c),) = found.items()
        if all(map(is_square, _spaces(scope, word))):
            inverted = tuple(Letter(x.gen, x.transposed, not x.inverted) for x in reversed(word))
            return {inverted: scope.divided(scope.ring.number(1), c)}
    return {(letter(scope, t),): scope.ring.number(1)}


def _spaces(scope: Scope, word: Word) -> list[Space | None]:
    return [None if (term := scope.ring.gens[x.gen].term) is None else space_of(term) for x in word]


def is_square(space: Space | None) -> bool:
    return isinstance(space, Matrices) and space.rows is space.columns


def key(scope: Scope, t: Term) -> Key:
    """What identifies a vector or matrix: its space and its sum of words."""
    space = space_of(t)
    parts = []
    bound: frozenset = frozenset()
    height = 0
    for word, c in read(scope, t).items():
        found = scope.ring.key(c)
        parts.append((word, found.what))
        for k in (found, *(scope.ring.gens[x.gen].key for x in word)):
            bound, height = bound | k.bound, max(height, k.height)
    around = reading.structural_key(scope, space) if space is not None else Key(None)
    what = ("linear", around.what, frozenset(parts))
    return Key(what, bound | around.bound, max(height, around.height))


def equal(scope: Scope, a: Term, b: Term) -> bool:
    """Whether two vectors or matrices have the same coefficients at the same words."""
    left, right = read(scope, a), read(scope, b)
    nothing = scope.ring.number(0)
    return all(scope.ring.equal(left.get(w, nothing), right.get(w, nothing)) for w in left.keys() | right.keys())


# ---------------------------------------------------------------------------------------------------------------------
# scalars


def _generator(scope: Scope, kind: str, word: Word, places: tuple[Term, ...] = ()) -> Frac:
    gens = [scope.ring.gens[x.gen].key for x in word]
    others = [reading.key(scope, place) for place in places]
    keys = gens + others
    bound = frozenset().union(*(k.bound for k in keys))
    name = Key((word, *(k.what for k in others)), bound, max((k.height for k in keys), default=0))
    return scope.ring.of(scope.ring.gen(kind, name, None, (word, places)))


def _combined(scope: Scope, parts: list[tuple[Frac, Frac]]) -> Frac:
    total = scope.ring.number(0)
    for c, part in parts:
        total = scope.ring.add(total, scope.ring.mul(c, part))
    return total


def form(scope: Scope, left: Term, matrix: Term, right: Term) -> Frac:
    """x' A y, linear in all three; x' A y = y' A' x."""
    transposed = {_transposed(scope, word): c for word, c in read(scope, left).items()}
    whole = _multiply(scope, _multiply(scope, transposed, read(scope, matrix)), read(scope, right))
    parts = [(c, _generator(scope, "form", min(w, _transposed(scope, w)))) for w, c in whole.items()]
    return _combined(scope, parts)


def trace(scope: Scope, matrix: Term) -> Frac:
    """Linear; unchanged by rotating a product, and by transposing it."""
    space = space_of(matrix)
    parts = []
    for word, c in read(scope, matrix).items():
        while len(word) > 1 and _cancel(scope, word[-1], word[0]):
            word = word[1:-1]
        if not word and isinstance(space, Matrices):
            parts.append((c, reading.value(scope, space.rows)))
            continue
        rotations = [w[k:] + w[:k] for w in (word, _transposed(scope, word)) for k in range(len(word))]
        parts.append((c, _generator(scope, "trace", min(rotations))))
    return _combined(scope, parts)


def determinant(scope: Scope, matrix: Term) -> Frac:
    """The determinant of a product is the product of the determinants; det(c A) = c^d det A for A in R^(d x d)."""
    ring = scope.ring
    found, space = read(scope, matrix), space_of(matrix)
    if len(found) == 1 and is_square(space):
        ((word, c),) = found.items()
        scale = _power_of_dimension(scope, c, space.rows)  # type: ignore[union-attr]
        if scale is not None and all(map(is_square, _spaces(scope, word))):
            for x in word:
                term = ring.gens[x.gen].term
                assert term is not None
                part = _generator(scope, "det", (Letter(x.gen),))
                invertible = scope.facts.invertible(term)
                scale = scope.divided(scale, part, invertible) if x.inverted else ring.mul(scale, part)
            return scale
    whole = key(scope, matrix)
    return ring.of(ring.gen("term", Key(("det", whole.what), whole.bound, whole.height), Det(matrix)))


def _power_of_dimension(scope: Scope, c: Frac, dimension: Node) -> Frac | None:
    if scope.ring.is_number(c) == 1:
        return c
    assert isinstance(dimension, Term)
    d = reading.value(scope, dimension)
    n = scope.ring.is_number(d)
    if n is not None and n.denominator == 1 and n >= 0:
        return power(scope, c, Fraction(n))
    if scope.frac_sign(c) == POSITIVE:
        return exponential(scope, scope.ring.mul(d, logarithm(scope, c)))
    return None


def entry(scope: Scope, t: Term) -> Frac:
    """A coordinate of a vector or an entry of a matrix; linear in the vector or matrix."""
    simpler = component(t, scope.facts)
    if simpler is not None:
        return reading.value(scope, simpler)
    whole, *places = t.fields
    if not reading.is_linear(whole):
        return reading.opaque(scope, t)
    parts = []
    for word, c in read(scope, whole).items():
        parts.append((c, _place(scope, word, tuple(places), t)))
    return _combined(scope, parts)


def _place(scope: Scope, word: Word, places: tuple[Term, ...], t: Term) -> Frac:
    space = space_of(t.fields[0])
    if not word:
        if len(places) == 2 and isinstance(space, Matrices):
            simpler = component(Entry(Identity(space.rows), *places), scope.facts)
            if simpler is not None:
                return reading.value(scope, simpler)
        return reading.opaque(scope, t)
    base = scope.ring.gens[word[0].gen].term
    if len(word) == 1 and base is not None and not word[0].inverted:
        term = type(t)(base, *(reversed(places) if word[0].transposed else places))
        simpler = component(term, scope.facts)
        if simpler is not None:
            return reading.value(scope, simpler)
        if word[0].transposed:
            return entry(scope, term)
    return _generator(scope, "entry", word, places)


__all__ = ["determinant", "entry", "equal", "form", "key", "read", "trace"]
