"""Numbers made of vectors and matrices that are sums of words: forms, traces, determinants, entries."""

from __future__ import annotations

from fractions import Fraction

from ..language import Det, Entry, Identity, MatMul, Matrices, Node, Term, Transpose, Vectors, space_of, tables
from ..language.entries import component
from ..language.masks import POSITIVE
from ..language.tables import table
from . import reading
from .elementary import exponential, logarithm, power
from .letters import Letter, Word, absorbs, cancel, is_square, space_of_letter, spaces
from .ring import Frac, Key
from .scope import Scope
from .words import Sum, generator, inner, key, multiply, read, transposed, undone


def _combined(scope: Scope, parts: list[tuple[Frac, Frac]]) -> Frac:
    total = scope.ring.number(0)
    for c, part in parts:
        total = scope.ring.add(total, scope.ring.mul(c, part))
    return total


def form(scope: Scope, left: Term, matrix: Term, right: Term) -> Frac:
    """x' A y, linear in all three; x' A y = y' A' x."""
    written = table(MatMul((Transpose(left), matrix, right)))
    if written is not None:
        return reading.value(scope, written[0][0])
    flipped = {transposed(scope, word): c for word, c in read(scope, left).items()}
    whole = multiply(scope, multiply(scope, flipped, read(scope, matrix)), read(scope, right))
    one = scope.ring.number(1)  # of a word that was a row times a vector nothing is left
    parts = [(c, generator(scope, "form", min(w, transposed(scope, w))) if w else one) for w, c in whole.items()]
    return _combined(scope, parts)


def trace(scope: Scope, matrix: Term) -> Frac:
    """Linear; unchanged by rotating a product, and by transposing it; of x y' it is y' x."""
    entries = table(matrix)
    if entries is not None and (written := tables.trace(entries)) is not None:
        return reading.value(scope, written)
    space = space_of(matrix)
    size = space.rows if isinstance(space, Matrices) else None
    return _combined(scope, [(c, _trace(scope, word, size)) for word, c in read(scope, matrix).items()])


def _trace(scope: Scope, word: Word, size: Term | None) -> Frac:
    """The trace of a word; ``size`` is that of the identity where the word is empty."""
    one = scope.ring.number(1)
    if not word and size is not None:
        return reading.value(scope, size)
    ends = [k for k, x in enumerate(word) if isinstance(space_of_letter(scope, x), Vectors) and not x.transposed]
    if ends:
        return inner(scope, word[ends[-1] + 1 :] + word[: ends[-1] + 1], one)[1]
    for k in range(len(word)):
        rotated = word[k:] + word[:k]
        if len(rotated) > 1 and cancel(scope, rotated[-1], rotated[0]):
            done: Sum = {rotated[1:-1]: one}
        elif len(rotated) > 1 and absorbs(scope, rotated[-1], rotated[0]):
            done = {rotated[:-1]: one}
        else:
            done = undone(scope, rotated, one)
        if rotated not in done or len(done) > 1:
            home = space_of_letter(scope, rotated[0])
            if isinstance(home, Matrices):
                size = home.columns if rotated[0].transposed != rotated[0].inverted else home.rows
            return _combined(scope, [(c, _trace(scope, w, size)) for w, c in done.items()])
    rotations = [w[k:] + w[:k] for w in (word, transposed(scope, word)) for k in range(len(word))]
    return generator(scope, "trace", min(rotations))


def determinant(scope: Scope, matrix: Term) -> Frac:
    """The determinant of a product is the product of the determinants; det(c A) = c^d det A for A in R^(d x d)."""
    ring = scope.ring
    entries = table(matrix)
    if entries is not None and (written := tables.determinant(entries)) is not None:
        return reading.value(scope, written)
    found, space = read(scope, matrix), space_of(matrix)
    if len(found) == 1 and is_square(space):
        ((word, c),) = found.items()
        scale = _power_of_dimension(scope, c, space.rows)  # type: ignore[union-attr]
        if scale is not None and all(map(is_square, spaces(scope, word))):
            for x in word:
                term = ring.gens[x.gen].term
                assert term is not None
                entries = table(term)
                written = None if entries is None else tables.determinant(entries)
                if written is not None:
                    part = reading.value(scope, written)
                else:
                    part = generator(scope, "det", (Letter(x.gen),))
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
    return generator(scope, "entry", word, places)


__all__ = ["determinant", "entry", "form", "trace"]
