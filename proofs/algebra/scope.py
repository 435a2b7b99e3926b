"""A place in a term: the ring, and the facts that hold there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..language import Node, Term
from ..language.facts import Facts
from ..language.masks import ADD, ANY, MULTIPLY, NEGATIVE, NONNEGATIVE, NONZERO, POSITIVE, ZERO, power
from ..language.signs import integrated
from .ring import Frac, Key, Poly, Ring, Undefined
from .spelling import generator, polynomial

_LONGEST = 8  # terms of a polynomial that is shown to the facts


class Scope:
    """What is known at one place: signs of generators and polynomials under ``facts``, and terms already read."""

    def __init__(self, ring: Ring, facts: Facts) -> None:
        self.ring, self.facts = ring, facts
        self.values: dict[Term, Frac] = {}
        self.keys: dict[tuple[Node, int], Key] = {}  # of nodes, while the ring has so many relations
        self.words: dict[tuple[Term, int], Any] = {}  # of vectors and matrices, likewise
        self._gens: dict[int, int] = {}
        self._polys: dict[str, int] = {}

    @staticmethod
    def of(ring: Ring, facts: Facts) -> Scope:
        found = ring.scopes.get(facts)
        if found is None:
            found = ring.scopes[facts] = Scope(ring, facts)
        return found

    def under(self, binder: Any) -> Scope:
        return Scope.of(self.ring, self.facts.under(binder))

    # -----------------------------------------------------------------------------------------------------------------
    # signs

    def gen_sign(self, k: int) -> int:
        found = self._gens.get(k)
        if found is None:
            found = self._gens[k] = self._gen_sign(k) or ANY
        return found

    def _gen_sign(self, k: int) -> int:
        gen = self.ring.gens[k]
        match gen.kind:
            case "exp":
                return POSITIVE
            case "root":
                return self._unless_zero(gen.data[0])
            case "abs":
                return self._unless_zero(gen.data)
            case "gamma":
                return POSITIVE if self.frac_sign(gen.data) == POSITIVE else NONZERO
            case "log":
                return self.sign(gen.data - 1) if self.sign(gen.data) == POSITIVE else ANY
            case "binder":
                whole, rest = gen.data
                return integrated(whole, self.under(whole).frac_sign(rest), self.facts)
        return ANY if gen.kind in ("rawlog", "letter") else self.facts.sign(generator(self.ring, gen))

    def learn(self, k: int, written: Term, coefficient: Frac) -> None:
        """What the hypotheses say of ``written``, coefficient times the generator: they speak of it as written."""
        stated = self.facts.stated_sign(written)
        outside = ANY if stated == ANY else self.frac_sign(coefficient)
        if not outside & ZERO:
            known = self.gen_sign(k)
            found = known & MULTIPLY[stated][outside]
            if found and found != known:
                self._gens[k] = found
                self._polys.clear()

    def _unless_zero(self, p: Poly) -> int:
        return NONNEGATIVE if self.sign(p) & ZERO else POSITIVE

    def sign(self, p: Poly) -> int:
        """The signs that a polynomial may have."""
        name = str(p)
        found = self._polys.get(name)
        if found is None:
            self._polys[name] = ANY
            found = self._polys[name] = self._sign(p) or ANY
        return found

    def _sign(self, p: Poly) -> int:
        total = ZERO
        for exponents, c in p.to_dict().items():
            mask = POSITIVE if c > 0 else NEGATIVE
            for k, n in enumerate(exponents):
                if n:
                    mask = MULTIPLY[mask][power(self.gen_sign(k), n)]
            total = ADD[total][mask]
        if total in (POSITIVE, NEGATIVE, ZERO) or len(p) > _LONGEST or p.is_constant():
            return total
        return total & self.facts.sign(polynomial(self.ring, p))

    def frac_sign(self, a: Frac) -> int:
        return MULTIPLY[self.factored_sign(a.num)][self.factored_sign(a.den) & ~ZERO or ANY]

    def factored_sign(self, p: Poly) -> int:
        mask = self.sign(p)
        if mask in (POSITIVE, NEGATIVE, ZERO):
            return mask
        content, factors = self.ring.factored(p)
        product = POSITIVE if content > 0 else NEGATIVE
        for f, n in factors:
            product = MULTIPLY[product][power(self.sign(f), n)]
        return mask & product or ANY

    # -----------------------------------------------------------------------------------------------------------------
    # division

    def divided(self, a: Frac, b: Frac, proved: bool = False) -> Frac:
        """a/b; unless b is ``proved`` not to be zero, its factors that may be are noted as unproved."""
        ring = self.ring
        below = ring.reduce(b.num)
        if below == 0:
            raise Undefined
        unproved = a.unproved | b.unproved
        if not proved and not below.is_constant():
            missing = {str(f): f for f in self._may_vanish(below)}
            ring.polys.update(missing)
            unproved |= frozenset(missing)
        return Frac(ring.multiply(a.num, b.den), ring.multiply(a.den, below), unproved)

    def _may_vanish(self, p: Poly) -> Iterator[Poly]:
        """The irreducible factors that are not proved nonzero; a root or absolute value vanishes with what it is of."""
        for f, _ in self.ring.factored(p)[1]:
            if self.sign(f) & ZERO:
                gen = self.ring.single(f)
                if gen is not None and gen.kind == "root":
                    yield from self._may_vanish(gen.data[0])
                else:
                    yield gen.data if gen is not None and gen.kind == "abs" else f
