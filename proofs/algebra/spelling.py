"""Polynomials and generators written as terms again: to ask the facts about them, and to rename what they mention."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ..language import (
    Apply,
    Coord,
    Det,
    Elementary,
    Entry,
    Form,
    Identity,
    Inverse,
    MatMul,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Term,
    Times,
    Tr,
    Transpose,
    Vectors,
    exp,
    fold,
    gamma,
    log,
    space_of,
)
from .ring import Frac, Gen, Poly, Ring, rational


def polynomial(ring: Ring, p: Poly) -> Term:
    summands: list[Term] = []
    for exponents, c in p.to_dict().items():
        value = rational(c)
        factors: list[Term] = []
        for k, n in enumerate(exponents):
            if n:
                base = generator(ring, ring.gens[k])
                factors.append(base if n == 1 else Power(base, Number(int(n))))
        if abs(value) != 1 or not factors:
            factors.insert(0, Number(abs(value)))
        product = fold(Times, factors, 1)
        summands.append(Neg(product) if value < 0 else product)
    return fold(Plus, summands, 0)


def fraction(ring: Ring, a: Frac) -> Term:
    num = polynomial(ring, a.num)
    return num if a.den == 1 else Quotient(num, polynomial(ring, a.den))


def generator(ring: Ring, gen: Gen) -> Term:
    if gen.term is not None:
        return gen.term
    match gen.kind:
        case "root":
            base, order = gen.data
            return Power(polynomial(ring, base), Number(Fraction(1, order)))
        case "exp":
            part, order = gen.data
            return exp(fraction(ring, part) / order)
        case "abs":
            return abs(polynomial(ring, gen.data))
        case "log":
            return log(abs(polynomial(ring, gen.data)))
        case "rawlog":
            return log(fraction(ring, gen.data))
        case "gamma":
            return gamma(fraction(ring, gen.data))
        case "function":
            name, args = gen.data
            return Apply(Elementary(name), tuple(fraction(ring, a) for a in args))
        case "power":
            base, exponent = gen.data
            return Power(fraction(ring, base), fraction(ring, exponent))
        case "binder":
            whole, rest = gen.data
            return type(whole)(fraction(ring, rest), *whole.fields[1:])
    return _of_word(ring, gen.kind, *gen.data)


def _of_word(ring: Ring, kind: str, word: Any, places: tuple[Term, ...]) -> Term:
    match kind:
        case "form":
            left = ring.gens[word[0].gen].term
            right = letter(ring, word[-1])
            space = space_of(right)
            assert left is not None and isinstance(space, Vectors)
            matrix = _product(ring, word[1:-1]) if len(word) > 2 else Identity(space.dimension)
            return Form(left, matrix, right)
        case "trace":
            return Tr(_product(ring, word))
        case "det":
            return Det(_product(ring, word))
    return (Coord if len(places) == 1 else Entry)(_product(ring, word), *places)


def _product(ring: Ring, word: Any) -> Term:
    letters = [letter(ring, x) for x in word]
    return letters[0] if len(letters) == 1 else MatMul(tuple(letters))


def letter(ring: Ring, x: Any) -> Term:
    """A letter as a term, with what is done to it."""
    done = ring.gens[x.gen].term
    assert done is not None
    if x.transposed:
        done = Transpose(done)
    return Inverse(done) if x.inverted else done
