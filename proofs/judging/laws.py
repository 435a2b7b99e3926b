"""Densities at a point, and what a world makes of a space: atoms with weights, or a line."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import Any

from flint import acb, arb, fmpq

from proofs import language as L

from . import estimates
from .axis import Affine
from .densities_written import blended_term, factors, integrated, log_density_term, mass_term, mixed, support_of
from .elementary import LOG_SUM, call
from .linear import Vec
from .machine import Point, entry
from .meanings import jacobian
from .scalars import HALF, ZERO, Infinite, Undefined, Unknown, exact, fraction, sign_of
from .series import sum_to_infinity
from .supports import Supports
from .trace import Trace
from .world import Blend

TABLES = (Vec, dict)  # what a density on a finite set is


@lru_cache(maxsize=4096)
def _has_densities(t: L.Term) -> bool:
    return any(isinstance(node, L.Apply) and isinstance(node.head, L.Law) for node in t.walk())


class Measures(Supports):
    """A machine that knows what measures are."""

    def resolve(self, law: Any) -> Any:
        """What stands for an unknown density here: a table (Vec or dict) or a law that is known."""
        while True:
            kind = type(law)
            if kind is L.Density:
                law = self.lookup(law)
            elif kind is L.MemberDensity:
                law = self.recall(_member, law)
            elif kind is L.Marginal and (found := self._mixture(law)) is not None:
                return found
            else:
                return law

    def _mixture(self, law: L.Marginal) -> L.Mixture | None:
        """The law of a coordinate that lies on a line, of a joint density that is a blend of closed laws."""
        whole, place = self.resolve(law.joint), self.integer(law.index)
        if not isinstance(whole, Blend) or place not in whole.lines:
            return None
        factors = [f for k, f in enumerate(support_of(law.joint).factors, 1) if k not in whole.lines]
        weights, components = [], []
        for cell, parts in whole.cells.items():
            mass = Fraction(1)
            for factor, point in zip(factors, cell, strict=True):
                mass *= next(fraction(w) for atom, w in self.atoms(factor) or () if atom == point)
            for weight, laws in parts:
                weights.append(L.Number(weight * mass))
                components.append(laws[whole.lines.index(place)])
        return L.Mixture(tuple(weights), tuple(components))

    def written_out(self, blend: Blend, at: L.Term) -> L.Term:
        """The density of a blend at a point as a term in the coordinates on lines; in which cell, is known here."""
        size = len(blend.lines) + len(next(iter(blend.cells)))
        entries = at.entries if isinstance(at, L.Tuple) else [L.Coord(at, L.Number(k)) for k in range(1, size + 1)]
        cell = tuple(self.value(entry) for k, entry in enumerate(entries, 1) if k not in blend.lines)
        return blended_term(entry(blend.cells, cell), tuple(entries[k - 1] for k in blend.lines))

    def density(self, law: Any, at: L.Term) -> Any:
        """The density of ``law`` at the point ``at``, a term."""
        law = self.resolve(law)
        if type(law) is Vec:
            return entry(law, self.value(at))
        match law:
            case dict():
                point = self.value(at)
                return entry(law, point.in_order if isinstance(point, Point) else point)
            case Blend():
                return self.value(self.written_out(law, at))
            case L.Marginal(joint, index):
                space = support_of(joint)
                if isinstance(space, L.Cartesian):
                    return self.value(integrated(joint, self.integer(index), at))
                rest = L.Var("·W", L.without(space, index))
                return self.value(L.Int(L.Apply(joint, (L.Glue(index, at, rest),)), rest))
            case L.ProductLaw():
                return self.value(L.Prod(*factors(law, at)))
            case L.Mixture():
                return self.value(mixed(law, at))
            case L.Pushforward(function, inner):
                inverse, volume = self._pulled_back(function, at)
                return volume * self.value(L.Apply(inner, (inverse,)))
            case L.Counting():
                x = self.value(at)
                if isinstance(x, fmpq | Vec):
                    self.check(law)
                    return self.value(mass_term(law, at)) if self.inside(law, at) else ZERO
        inside = self.inside(law, at)
        if inside is None:
            return acb(arb.nan())
        return call("exp", (self.value(log_density_term(law, at)),), self.analytic) if inside else ZERO

    def _pulled_back(self, function: Any, at: L.Term) -> tuple[L.Term, Any]:
        """The point that ``function`` maps to ``at``, and the volume element |det J| of its inverse there."""
        inverse = self.world.values.get(("inverse", function))  # type: ignore[call-overload]
        if inverse is None:
            raise Unknown("the world gives no inverse of this function")
        det = jacobian(self, inverse.body, inverse.var, self.value(at)).det()
        return L.Apply(inverse, (at,)), call("abs", (det,), self.analytic)

    def log_density_of(self, t: Any) -> Any:
        """log of a term made of densities of known laws by products and quotients, as a sum; None for other terms.

        The density of a Gaussian far out is a ball with all digits lost in its exponent; its logarithm is a polynomial.
        Where there is no density the sum would only lose digits: log(s / s) is 0, and log s - log s a ball around it.
        """
        return self._log_opened(t) if _has_densities(t) else None

    def _log_opened(self, t: Any) -> Any:
        """The same for the parts of such a term, which may also be positive numbers."""
        if type(t) is L.Apply and isinstance(t.head, L.Law):
            return self.log_density(t.head, t.args[0])
        match t:
            case L.Times(args):
                parts = [self._log_opened(arg) for arg in args]
                return None if any(part is None for part in parts) else sum(parts[1:], parts[0])
            case L.Quotient(num, den):
                upper = self._log_opened(num)
                lower = None if upper is None else self._log_opened(den)
                if lower is None or isinstance(upper, Infinite) or isinstance(lower, Infinite):
                    return None
                return upper - lower
            case L.Number(value) if value > 0:
                return call("log", (exact(value),))
            case L.Var():
                known = self.value(t)
                return call("log", (known,)) if isinstance(known, fmpq | arb) and sign_of(known) > 0 else None
            case L.Plus(args) if t.free:
                return self._log_of_sum(args)
            case L.Apply(L.Elementary("sqrt"), (arg,)):
                inner = self._log_opened(arg)
                return None if inner is None or isinstance(inner, Infinite) else inner * HALF
        return None

    def _log_of_sum(self, args: tuple[L.Term, ...]) -> Any:
        """log of a sum of densities, the largest taken out; None where these are no numbers or do not decay."""
        logs = []
        for arg in self._collected(args):
            part = self._log_opened(arg)
            part = part.plain if isinstance(part, Affine) else part
            if not isinstance(part, fmpq | arb | acb | Trace):
                return None
            logs.append(part)
        return call(LOG_SUM, tuple(logs), self.analytic)

    def _collected(self, args: tuple[L.Term, ...]) -> list[L.Term]:
        """The summands, those that are multiples of one density at one point taken together."""
        found: dict[L.Term, Fraction] = {}
        for arg in args:
            weight, term = Fraction(1), arg
            if isinstance(arg, L.Times) and len(arg.args) == 2 and isinstance(arg.args[0], L.Number):
                weight, term = arg.args[0].value, arg.args[1]
            if not (isinstance(term, L.Apply) and isinstance(term.head, L.Law)):
                return list(args)
            law = self.resolve(term.head)
            density = L.Apply(law, term.args) if isinstance(law, L.Law) else term
            found[density] = found.get(density, Fraction(0)) + weight
        return [density if w == 1 else L.Times((L.Number(w), density)) for density, w in found.items()]

    def log_density(self, law: Any, at: L.Term) -> Any:
        law = self.resolve(law)
        if isinstance(law, TABLES):
            return None
        match law:
            case L.Mixture(weights, _) if all(isinstance(w, L.Number) for w in weights):
                return self.log_density_of(mixed(law, at))
            case Blend():
                return self.log_density_of(self.written_out(law, at))
            case L.ProductLaw():
                if self.atoms(support_of(law)) is not None:
                    return None
                factor, var = factors(law, at)
                return self.value(L.Sum(L.log(factor), var))
            case L.Pushforward(function, inner):
                inverse, volume = self._pulled_back(function, at)
                below = self.log_density(inner, inverse)
                return None if below is None else call("log", (volume,), self.analytic) + below
            case L.Bernoulli() | L.Binomial() | L.DiscreteUniform() | L.Multinomial() | L.Categorical():
                return None  # the logarithm of an exact number, which may be 0
            case L.Family():
                return self.value(log_density_term(law, at)) if self.inside(law, at) else None
        return None

    def series(self, t: L.Sum) -> Any:
        space = t.var.space
        if isinstance(space, L.Without):  # all terms but one
            k = L.fresh_beside(L.Var(t.var.name, space.range), t)
            whole = L.Sum(L.substitute(t.body, {t.var: k}), k)
            left_out = L.substitute(whole.body, {k: space.index})
            inside = self._runs_over(space.range, self.integer(space.index))
            return self.value(whole) - (self.value(left_out) if inside else ZERO)
        low = self.integer(space.low)
        with self.scope(t.var) as bind:

            def term_at(k: Any) -> Any:
                bind(k)
                return self.value(t.body)

            return self.sum_to_infinity(low, term_at)

    def _runs_over(self, space: Any, place: int) -> bool:
        """Whether an endless range has an integer."""
        if isinstance(space, L.Without):
            return place != self.integer(space.index) and self._runs_over(space.range, place)
        return place >= self.integer(space.low)

    def sum_to_infinity(self, low: int, term_at: Callable[[Any], Any]) -> Any:
        if self.resolution is not None:
            return estimates.series(term_at, low, self.resolution, self.budget)
        return sum_to_infinity(low, term_at, self.new_level, self.termwise)


def _member(m: Measures, law: L.MemberDensity) -> Any:
    family, i = m.lookup(law.family), m.integer(law.index)
    if i not in family:
        raise Undefined(f"the family {law.family.name} has no member {i}")
    return family[i]
