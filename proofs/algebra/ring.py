"""Polynomials in opaque generators, and fractions of them.

A generator stands for one real-valued thing that algebra does not look into.  Some are tied to others: the n-th root of
f by r^n = f, the absolute value of f by a^2 = f^2.
"""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from fractions import Fraction
from itertools import compress
from math import gcd
from typing import Any, NamedTuple

from flint import Ordering, fmpq, fmpq_mpoly_ctx, fmpz

from ..language import Term, Var

Poly = Any  # flint.fmpq_mpoly


class Full(Exception):
    """All generators of the ring are in use."""


class Undefined(Exception):
    """A term has no value: a denominator is the zero polynomial, a logarithm is of 0."""


class TooLarge(Exception):
    """A polynomial would have more terms than anyone would write."""


_MOST_TERMS = 20_000
_MOST_POWERS = 60  # of e in a polynomial, that are taken together
_MOST_BITS = 100_000  # of a coefficient
_LARGEST_TO_FACTOR = 10**18


class Frac(NamedTuple):
    """num/den.  ``unproved`` names the denominators that were written and are not proved nonzero."""

    num: Poly
    den: Poly
    unproved: frozenset[str] = frozenset()


class Key(NamedTuple):
    """What identifies a thing: equal ``what`` means equal value.  ``bound`` are the bound variables it depends on,
    ``height`` the greatest number of a binder inside it."""

    what: Hashable
    bound: frozenset[Var] = frozenset()
    height: int = 0


@dataclass(frozen=True, eq=False)
class Gen:
    """A generator: its kind, its key, the term it was read from if it is kept as written, else what it is made of."""

    kind: str
    key: Key
    term: Term | None
    data: Any


class Ring:
    """A growing list of generators in a polynomial ring of fixed size."""

    def __init__(self, size: int) -> None:
        self.context = fmpq_mpoly_ctx.get([f"g{k}" for k in range(size)], Ordering.lex)
        self.size = size
        self._numbers = range(size)
        self.gens: list[Gen] = []
        self.index: dict[Hashable, int] = {}
        self.relations: dict[int, tuple[int, Poly]] = {}
        self.orders: dict[Hashable, tuple[int, int]] = {}  # of roots and exponentials: generator and order
        self.one, self.zero = self.context.constant(1), self.context.constant(0)
        self._factors: dict[str, tuple[Fraction, list[tuple[Poly, int]]]] = {}
        self.polys: dict[str, Poly] = {}  # the unproved denominators by name
        self.cosines: dict[int, int] = {}  # the generator of each cosine, and that of the sine of the same
        self.scopes: dict[Any, Any] = {}

    # -----------------------------------------------------------------------------------------------------------------
    # generators

    def gen(self, kind: str, key: Key, term: Term | None = None, data: Any = None) -> int:
        """The number of the generator with this kind and key; a new one if there is none."""
        name = (kind, key.what)
        found = self.index.get(name)
        if found is None:
            found = len(self.gens)
            if found == self.size:
                raise Full
            self.gens.append(Gen(kind, key, term, data))
            self.index[name] = found
        return found

    def poly(self, k: int) -> Poly:
        return self.context.gen(k)

    def ordered(self, kind: str, key: Key, order: int, data: Any) -> tuple[int, int]:
        """The generator for the 1/n-th part of something (a root, an exponential), n a multiple of ``order``."""
        name = (kind, key.what)
        old = self.orders.get(name)
        if old is not None and old[1] % order == 0:
            return old
        n = order if old is None else order * old[1] // gcd(order, old[1])
        new = self.gen(kind, Key((key.what, n), key.bound, key.height), None, (data, n)), n
        self.orders[name] = new
        if kind == "root" and n > 1:
            self.relations[new[0]] = (n, data)
        if old is not None:
            self.relations[old[0]] = (1, self.poly(new[0]) ** (n // old[1]))
        return new

    def single(self, p: Poly) -> Gen | None:
        """The generator that the polynomial is, if it is one."""
        if len(p) != 1 or p.total_degree() != 1 or p.leading_coefficient() != 1:
            return None
        return self.gens[p.monoms()[0].index(1)]

    def used(self, p: Poly) -> list[int]:
        return [] if p.is_constant() else list(compress(self._numbers, p.degrees()))

    # -----------------------------------------------------------------------------------------------------------------
    # polynomials

    def constant(self, value: Fraction | int) -> Poly:
        return self.context.constant(fmpq(value.numerator, value.denominator))

    def reduce(self, p: Poly) -> Poly:
        """The polynomial with the relations of the generators used."""
        if not self.relations or p is self.one or p.is_constant():
            return p
        changed = True
        while changed:
            changed = False
            degrees = p.degrees()
            for k, (order, value) in self.relations.items():
                if degrees[k] >= order:
                    p, changed = self._replaced(p, k, order, value), True
                    break
        return p

    def _replaced(self, p: Poly, k: int, order: int, value: Poly) -> Poly:
        parts: dict[int, dict[tuple[int, ...], Any]] = {}
        for exponents, c in p.to_dict().items():
            times, rest = divmod(exponents[k], order)
            parts.setdefault(times, {})[(*exponents[:k], rest, *exponents[k + 1 :])] = c
        return sum((self.context.from_dict(part) * value**n for n, part in parts.items()), self.zero)

    def factored(self, p: Poly) -> tuple[Fraction, list[tuple[Poly, int]]]:
        """A constant and powers of irreducible monic polynomials."""
        if len(p) == 1:
            exponents = p.monoms()[0]
            powers = [(self.poly(k), int(exponents[k])) for k in compress(self._numbers, exponents)]
            return rational(p.leading_coefficient()), powers
        name = str(p)
        found = self._factors.get(name)
        if found is None:
            content, factors = p.factor()
            constant, monic = rational(content), []
            for f, n in factors:
                lead = f.leading_coefficient()
                constant *= rational(lead) ** int(n)
                monic.append((f / lead, int(n)))
            found = self._factors[name] = constant, sorted(monic, key=lambda pair: str(pair[0]))
        return found

    def multiply(self, a: Poly, b: Poly) -> Poly:
        if len(a) * len(b) > _MOST_TERMS:
            raise TooLarge
        return self.reduce(a * b)

    def raised(self, p: Poly, n: int) -> Poly:
        """p ** n, n >= 0."""
        terms = len(p)
        if terms > 1 and (n > 60 or terms**n > _MOST_TERMS**2):
            raise TooLarge
        if any(abs(c) != 1 and n * max(int(c.p).bit_length(), int(c.q).bit_length()) > _MOST_BITS for c in p.coeffs()):
            raise TooLarge
        return self.reduce(p**n)

    # -----------------------------------------------------------------------------------------------------------------
    # fractions

    def number(self, value: Fraction | int) -> Frac:
        return Frac(self.constant(value), self.one)

    def of(self, k: int) -> Frac:
        return Frac(self.poly(k), self.one)

    def add(self, a: Frac, b: Frac) -> Frac:
        unproved = a.unproved | b.unproved if a.unproved or b.unproved else a.unproved
        if a.den == b.den:
            return Frac(a.num + b.num, a.den, unproved)
        common = a.den.gcd(b.den)
        left, right = b.den / common, a.den / common
        num = self.multiply(a.num, left) + self.multiply(b.num, right)
        return Frac(num, self.multiply(a.den, left), unproved)

    def neg(self, a: Frac) -> Frac:
        return Frac(-a.num, a.den, a.unproved)

    def mul(self, a: Frac, b: Frac) -> Frac:
        unproved = a.unproved | b.unproved if a.unproved or b.unproved else a.unproved
        den = self.one if a.den is self.one is b.den else self.multiply(a.den, b.den)
        return Frac(self.multiply(a.num, b.num), den, unproved)

    def scaled(self, a: Frac, c: Fraction | int) -> Frac:
        return Frac(a.num * self.constant(c), a.den, a.unproved)

    def lowest(self, a: Frac) -> Frac:
        """In lowest terms, roots taken out of a denominator of one term, the denominator monic."""
        num, den = self.reduce(a.num), self.reduce(a.den)
        if den == 0:
            raise Undefined
        if den is self.one:
            return Frac(num, den, a.unproved)
        if den.is_constant():
            return Frac(num / den.leading_coefficient(), self.one, a.unproved)
        for k, (order, _) in self.relations.items():
            if len(den) == 1 and self.gens[k].kind == "root" and (n := den.degrees()[k]):
                factor = self.poly(k) ** (order - n)
                num, den = self.multiply(num, factor), self.multiply(den, factor)
        common = num.gcd(den)
        num, den = num / common, den / common
        lead = den.leading_coefficient()
        return Frac(num / lead, den / lead, a.unproved)

    def equal(self, a: Frac, b: Frac) -> bool:
        """Equality of values, where both have one: cancelled is only what cannot be 0 or stands on both sides."""
        if self._vanishes(a.den) or self._vanishes(b.den):
            raise Undefined
        if a.unproved != b.unproved:
            return False
        difference = self.multiply(a.num, b.den) - self.multiply(b.num, a.den)
        return self._vanishes(difference) or self._vanishes_by_exponents(difference)

    def _vanishes_by_exponents(self, p: Poly) -> bool:
        """Whether a polynomial is 0 once e^u e^v is e^(u + v), for exponents that have no common denominator: what
        stands before each power of e is 0."""
        exponentials = [k for k in self.used(p) if self.gens[k].kind == "exp"]
        apart = sum(len(self.gens[k].data[0].den) > 1 for k in exponentials)
        if not apart or len(exponentials) < 2 or len(p) > _MOST_POWERS:
            return False
        before: dict[tuple[str, str], Poly] = {}
        for exponents, c in p.to_dict().items():
            total, rest = self.number(0), list(exponents)
            for k in exponentials:
                if exponents[k]:
                    part, order = self.gens[k].data
                    total, rest[k] = self.add(total, self.scaled(part, Fraction(int(exponents[k]), order))), 0
            total = self.lowest(total)
            power = str(total.num), str(total.den)
            before[power] = before.get(power, self.zero) + self.context.from_dict({tuple(rest): c})
        return all(map(self._vanishes, before.values()))

    def _vanishes(self, p: Poly) -> bool:
        """Whether a polynomial is 0, with 1 - sin^2 for cos^2; only now, since cos^2 shows that it is a square."""
        p = self.reduce(p)
        for cosine, sine in self.cosines.items():
            p = self.reduce(self._replaced(p, cosine, 2, self.one - self.poly(sine) ** 2))
        return bool(p == 0)

    def key(self, a: Frac) -> Key:
        a = self.lowest(a)
        polys = [a.num, a.den, *(self.polys[name] for name in a.unproved)]
        gens = {k for p in polys for k in self.used(p)}
        return Key((str(a.num), str(a.den), a.unproved), *self._reach(gens))

    def poly_key(self, p: Poly) -> Key:
        return Key(str(p), *self._reach(set(self.used(p))))

    def _reach(self, gens: set[int]) -> tuple[frozenset[Var], int]:
        keys = [self.gens[k].key for k in gens]
        return frozenset().union(*(key.bound for key in keys)), max((key.height for key in keys), default=0)

    def is_number(self, a: Frac) -> Fraction | None:
        if not a.unproved and a.num.is_constant() and a.den.is_constant() and a.den != 0:
            return rational(a.num.leading_coefficient() if a.num != 0 else fmpq(0)) / rational(
                a.den.leading_coefficient()
            )
        return None


def rational(c: Any) -> Fraction:
    return Fraction(int(c.p), int(c.q))


def primes(n: int) -> list[tuple[int, int]]:
    """A positive integer as powers of primes; one too large to factor counts as prime."""
    if n > _LARGEST_TO_FACTOR:
        return [(n, 1)]
    return [(int(p), int(k)) for p, k in fmpz(n).factor()]
