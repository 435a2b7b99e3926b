"""Vectors and matrices as sums of words, and the scalars made of them.

A letter is a vector or matrix that algebra does not look into, transposed or inverted; a word is a product of letters.
"""

from __future__ import annotations

from fractions import Fraction

from ..language import (
    Coord,
    Diag,
    Identity,
    Inverse,
    Iterate,
    MatMul,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Range,
    RowsOf,
    Term,
    Times,
    Transpose,
    Var,
    VectorOf,
    Vectors,
    Zero,
    fresh_beside,
    half,
    space_of,
)
from ..language.assembled import assembled
from ..language.entries import matrix_power
from ..language.tables import table
from . import reading
from .letters import (
    Letter,
    Word,
    absorbs,
    acted,
    cancel,
    has_length_one,
    is_square,
    letter,
    space_of_letter,
    spaces,
    vanish,
)
from .ring import Frac, Key
from .scope import Scope

_LARGEST_POWER = 8


Sum = dict[Word, Frac]


def read(scope: Scope, t: Term) -> Sum:
    """A vector or matrix as a sum of words with scalar coefficients; the empty word is the identity."""
    relations = len(scope.ring.relations)  # a new one may reduce what was read before it
    found = scope.words.get((t, relations))
    if found is None:
        found = scope.words[t, relations] = _read(scope, t)
    return found


def _read(scope: Scope, t: Term) -> Sum:
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
                product = multiply(scope, product, read(scope, a))
            return product
        case Power() if (power := matrix_power(t)) is not None and abs(power[1]) <= _LARGEST_POWER:
            return _power(scope, *power)
        case Transpose(arg):
            return {transposed(scope, word): c for word, c in read(scope, arg).items()}
        case Inverse(arg):
            return _inverse(scope, t, arg)
        case Identity():
            return {(): ring.number(1)}
        case Zero():
            return {}
        case Iterate(_, Number(n), start) if n == 0:
            return read(scope, start)
        case VectorOf() | RowsOf() if (whole := assembled(t)) is not None:
            return read(scope, whole)
    return {(letter(scope, t),): ring.number(1)}


def _power(scope: Scope, base: Term, n: Fraction) -> Sum:
    """B^n, for n that is no integer by the root of B, which is a letter."""
    one = scope.ring.number(1)
    if n.denominator == 1:
        factor = read(scope, base if n >= 0 else Inverse(base))
    elif n.denominator == 2:
        factor = {(Letter(letter(scope, Power(base, half)).gen, inverted=n < 0),): one}
    else:
        return {(letter(scope, Power(base, Number(n))),): one}
    product: Sum = {(): one}
    for _ in range(abs(n.numerator)):
        product = multiply(scope, product, factor)
    return product


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


def multiply(scope: Scope, a: Sum, b: Sum) -> Sum:
    total: Sum = {}
    for left, c in a.items():
        for right, d in b.items():
            if left and right and vanish(scope, left[-1], right[0]):
                continue
            word, scalar = inner(scope, *acted(scope, _joined(scope, left, right), scope.ring.mul(c, d)))
            total = _add(scope, total, undone(scope, word, scalar))
    return total


def undone(scope: Scope, word: Word, c: Frac) -> Sum:
    """A multiple of a word, where an inverse S^-1 stands beside the largest word of S: from S S^-1 = 1 that product
    is 1 less what the other words of S make of it.  A root beside itself, or beside its square, is undone first, and
    diagonal matrices side by side are one."""
    for k, x in enumerate(word):
        matrix = scope.ring.gens[x.gen].term
        if isinstance(matrix, Power) and matrix.exponent is half:
            if (found := _beside_root(scope, word, k, matrix.base)) is not None:
                begin, end, instead = found
                done = multiply(scope, {word[:begin]: c}, instead)
                return multiply(scope, done, {word[end:]: scope.ring.number(1)})
            continue
        if (together := _diagonals(scope, word[k : k + 2])) is not None:
            return undone(scope, (*word[:k], together, *word[k + 2 :]), c)
        if not isinstance(matrix, Inverse) or x.transposed or x.inverted or not scope.facts.invertible(matrix.arg):
            continue
        whole = read(scope, matrix.arg)
        largest = max(whole, key=lambda w: (len(w), w), default=())
        n, share = len(largest), scope.ring.is_number(whole[largest]) if largest else None
        if share is None or share == 0:
            continue
        if word[k + 1 : k + 1 + n] == largest:
            before, after, at_left = word[:k], word[k + 1 + n :], True
        elif k >= n and word[k - n : k] == largest:
            before, after, at_left = word[: k - n], word[k + 1 :], False
        else:
            continue
        factor = scope.divided(c, scope.ring.number(share))
        done = multiply(scope, {before: factor}, {after: scope.ring.number(1)})
        for other, d in whole.items():
            if other != largest:
                middle = (x, *other) if at_left else (*other, x)
                rest = {middle: scope.ring.neg(scope.ring.mul(factor, d))}
                rest = multiply(
                    scope, multiply(scope, {before: scope.ring.number(1)}, rest), {after: scope.ring.number(1)}
                )
                done = _add(scope, done, rest)
        return done
    return {word: c}


def _diagonals(scope: Scope, pair: Word) -> Letter | None:
    """The letter of the product of two diagonal matrices, diag(u) diag(v) = diag(u_i v_i)."""
    match [None if x.inverted else scope.ring.gens[x.gen].term for x in pair]:
        case [Diag(u), Diag(v)] if isinstance(space := space_of(u), Vectors) and space_of(v) is space:
            i = fresh_beside(Var("i", Range(Number(1), space.dimension)), u, v)
            return letter(scope, Diag(VectorOf(Coord(u, i) * Coord(v, i), i)))
    return None


def _beside_root(scope: Scope, word: Word, k: int, base: Term) -> tuple[int, int, Sum] | None:
    """Where a root R of S stands at the k-th place beside another, or beside S: from where to where the word changes,
    and into what.  R R is S, R^-1 S and S R^-1 are R, R S^-1 and S^-1 R are R^-1."""
    x, whole = word[k], read(scope, base)
    if x.transposed:
        return None
    if word[k + 1 : k + 2] == (x,):
        return k, k + 2, read(scope, Inverse(base)) if x.inverted else whole
    if len(whole) != 1:
        return None
    ((square, share),) = whole.items()
    turned: Sum = {
        (Letter(x.gen, inverted=not x.inverted),): scope.divided(scope.ring.number(1), share) if x.inverted else share
    }
    if not x.inverted:
        square = tuple(Letter(y.gen, y.transposed, not y.inverted) for y in reversed(square))
    n = len(square)
    if n and word[k + 1 : k + 1 + n] == square:
        return k, k + 1 + n, turned
    return (k - n, k + 1, turned) if 0 < n <= k and word[k - n : k] == square else None


def inner(scope: Scope, word: Word, c: Frac) -> tuple[Word, Frac]:
    """The word without what is a number in it, a row times a vector, and the coefficient times that number."""
    start = None
    for k, x in enumerate(word):
        if not isinstance(space_of_letter(scope, x), Vectors):
            continue
        if x.transposed:
            start = k
        elif start is not None:
            part = word[start : k + 1]
            unit = len(part) == 2 and part[0].gen == part[1].gen and has_length_one(scope, x)
            scalar = scope.ring.number(1) if unit else generator(scope, "form", min(part, transposed(scope, part)))
            return inner(scope, word[:start] + word[k + 1 :], scope.ring.mul(c, scalar))
    return word, c


def _joined(scope: Scope, left: Word, right: Word) -> Word:
    """The product of two words; a matrix that is invertible cancels with its inverse, one with orthonormal columns with
    its transpose, one whose square is 1 with itself; one that is its square is written once."""
    while left and right and cancel(scope, left[-1], right[0]):
        left, right = left[:-1], right[1:]
    return left[:-1] + right if left and right and absorbs(scope, left[-1], right[0]) else left + right


def transposed(scope: Scope, word: Word) -> Word:
    return tuple(_flipped(scope, x) for x in reversed(word))


def _flipped(scope: Scope, x: Letter) -> Letter:
    matrix = scope.ring.gens[x.gen].term
    if matrix is not None and scope.facts.symmetric(matrix):
        return x
    return Letter(x.gen, not x.transposed, x.inverted)


def _inverse(scope: Scope, t: Term, arg: Term) -> Sum:
    """(c A B)^-1 = B^-1 A^-1 / c for square letters; of a sum, or of A' A, the inverse is a letter of its own."""
    found = read(scope, arg)
    if len(found) == 1:
        ((word, c),) = found.items()
        if all(map(is_square, spaces(scope, word))):
            inverted = tuple(_inverted(scope, x) for x in reversed(word))
            return {inverted: scope.divided(scope.ring.number(1), c)}
    return {(letter(scope, t),): scope.ring.number(1)}


def _inverted(scope: Scope, x: Letter) -> Letter:
    """The inverse of a square letter: of an orthogonal one its transpose, of one whose square is 1 itself."""
    matrix = scope.ring.gens[x.gen].term
    if matrix is not None and scope.facts.orthonormal(matrix):
        return Letter(x.gen, not x.transposed, x.inverted)
    if matrix is not None and scope.facts.involutory(matrix):
        return x
    return Letter(x.gen, x.transposed, not x.inverted)


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
    """Whether two vectors or matrices have the same entries, or the same coefficients at the same words."""
    first, second = table(a), table(b)
    if first is not None and second is not None and (len(first), len(first[0])) == (len(second), len(second[0])):
        pairs = [pair for rows in zip(first, second, strict=True) for pair in zip(*rows, strict=True)]
        return all(scope.ring.equal(reading.value(scope, x), reading.value(scope, y)) for x, y in pairs)
    left, right = read(scope, a), read(scope, b)
    nothing = scope.ring.number(0)
    return all(scope.ring.equal(left.get(w, nothing), right.get(w, nothing)) for w in left.keys() | right.keys())


def generator(scope: Scope, kind: str, word: Word, places: tuple[Term, ...] = ()) -> Frac:
    gens = [scope.ring.gens[x.gen].key for x in word]
    others = [reading.key(scope, place) for place in places]
    keys = gens + others
    bound = frozenset().union(*(k.bound for k in keys))
    name = Key((word, *(k.what for k in others)), bound, max((k.height for k in keys), default=0))
    return scope.ring.of(scope.ring.gen(kind, name, None, (word, places)))


__all__ = ["Sum", "equal", "generator", "inner", "key", "multiply", "read", "transposed", "undone"]
