"""Laws, integrals, expectations, divergences: by their definitions, over whatever the world makes of a space.

A finite space gives weighted sums over its atoms.  A line gives Lebesgue integrals (see ``quadrature``).
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from itertools import product
from typing import Any

from flint import acb, arb, fmpq

from proofs import language as L

from . import quadrature, scalars
from .dual import seed
from .linear import Vec
from .machine import Machine, Point, handles, index_values, jacobian, slope_of
from .scalars import ONE, PLUS, ZERO, Infinite, Undefined, Unknown, call, divide, exact, is_zero, sign_of
from .tails import affine, sum_bound
from .world import FiniteSpace

Atoms = list[tuple[Any, fmpq]]
DISCRETE = (L.Bernoulli, L.Poisson)


class Measures(Machine):
    """A machine that knows what measures are."""

    def atoms(self, space: Any) -> Atoms | None:
        """The points of a space with the reference measure of each; None where it is no finite set."""
        match space:
            case L.Abstract(name):
                return self._realised(name)
            case L.Slot(name, index):
                return self._realised((name, self.integer(index)))
            case L.Product(name, range_):
                indices = index_values(self, range_)
                if indices is None:
                    raise Unknown("a product of infinitely many spaces")
                parts = [self._realised((name, i)) for i in indices]
                if any(part is None for part in parts):
                    return None
                choices = product(*parts)  # type: ignore[arg-type]
                return [(Point(zip(indices, (x for x, _ in c), strict=True)), _weight(c)) for c in choices]
            case L.Range() | L.Without():
                values = index_values(self, space)
                return None if values is None else [(fmpq(i), ONE) for i in values]
        return None

    def _realised(self, key: Any) -> Atoms | None:
        space = self.world.spaces.get(key)
        if space is None:
            raise Unknown(f"the world does not realise the space {key}")
        return [(a, exact(w)) for a, w in enumerate(space.weights)] if isinstance(space, FiniteSpace) else None

    def resolve(self, law: Any) -> Any:
        """What stands for an unknown density here: a table (Vec or dict) or a law that is known."""
        while True:
            if isinstance(law, L.Density):
                law = self.lookup(law)
            elif isinstance(law, L.MemberDensity):
                family, i = self.lookup(law.family), self.integer(law.index)
                if i not in family:
                    raise Undefined(f"the family {law.family.name} has no member {i}")
                law = family[i]
            else:
                return law

    def density(self, law: Any, at: L.Term) -> Any:
        """The density of ``law`` at the point ``at``, a term."""
        law = self.resolve(law)
        match law:
            case Vec():
                return law[self.value(at)]
            case dict():
                point = self.value(at)
                return law[tuple(point[i] for i in sorted(point))]
            case L.Marginal(joint, index):
                space = L.support(joint)
                rest = L.Var("·W", L.without(space, index))
                return self.value(L.Int(L.Apply(joint, (L.Glue(index, at, rest),)), rest))
            case L.ProductLaw():
                return self.value(L.Prod(*_factors(law, at)))
            case L.Mixture():
                return self.value(_mixed(law, at))
            case L.Pushforward(function, inner):
                inverse, volume = self._pulled_back(function, at)
                return volume * self.value(L.Apply(inner, (inverse,)))
            case L.Bernoulli(p, _):
                x = self.value(at)
                return {0: ONE - self.value(p), 1: self.value(p)}[scalars.as_int(x)] if x in (ZERO, ONE) else ZERO
        inside = self._inside(law, at)
        if inside is None:
            return acb(arb.nan())
        return call("exp", (self.value(_written(law, at)),), self.analytic) if inside else ZERO

    def _pulled_back(self, function: Any, at: L.Term) -> tuple[L.Term, Any]:
        """The point that ``function`` maps to ``at``, and the volume element |det J| of its inverse there."""
        inverse = self.world.values.get(("inverse", function))  # type: ignore[call-overload]
        if inverse is None:
            raise Unknown("the world gives no inverse of this function")
        det = jacobian(self, inverse.body, inverse.var, self.value(at)).det()
        return L.Apply(inverse, (at,)), call("abs", (det,), self.analytic)

    def _inside(self, law: Any, at: L.Term) -> bool | None:
        """Whether the point lies in the support of a known law; None for a complex ball across its end."""
        space = L.support(law)
        if isinstance(space, L.Vectors | L.Reals):
            return True
        x = self.value(at)
        if isinstance(law, L.Poisson):
            return not isinstance(x, fmpq) or (x.q == 1 and x >= 0)
        low, high = (space.low, space.high) if isinstance(space, L.Interval) else (L.Number(0), None)
        gaps = [x - self.value(low)] + ([self.value(high) - x] if high is not None else [])
        for gap in gaps:
            if isinstance(gap, acb) and not (gap.real > 0 or gap.real < 0):
                return None
            if sign_of(gap) < (0 if isinstance(law, L.Uniform) else 1):
                return False
        return True

    def log_density_of(self, t: Any) -> Any:
        """log of a term made of densities of known laws by products and quotients, as a sum; None for other terms.

        The density of a Gaussian far out is a ball with all digits lost in its exponent; its logarithm is a polynomial.
        """
        match t:
            case L.Apply(L.Law() as law, (at,)):
                return self.log_density(law, at)
            case L.Times(args):
                parts = [self.log_density_of(arg) for arg in args]
                return None if any(part is None for part in parts) else sum(parts[1:], parts[0])
            case L.Quotient(num, den):
                upper = self.log_density_of(num)
                lower = None if upper is None else self.log_density_of(den)
                if lower is None or isinstance(upper, Infinite) or isinstance(lower, Infinite):
                    return None
                return upper - lower
            case L.Number(value) if value > 0:
                return call("log", (exact(value),))
        return None

    def log_density(self, law: Any, at: L.Term) -> Any:
        law = self.resolve(law)
        match law:
            case L.ProductLaw():
                if self.atoms(L.support(law)) is not None:
                    return None
                factor, var = _factors(law, at)
                return self.value(L.Sum(L.log(factor), var))
            case L.Pushforward(function, inner):
                inverse, volume = self._pulled_back(function, at)
                below = self.log_density(inner, inverse)
                return None if below is None else call("log", (volume,), self.analytic) + below
            case L.Family() if not isinstance(law, L.Bernoulli):
                return self.value(_written(law, at)) if self._inside(law, at) else None
        return None

    def series(self, t: L.Sum) -> Any:
        """A sum to infinity: terms one by one until an envelope of all that follow is small enough."""
        low = self.integer(t.var.space.low)
        with self.scope(t.var) as bind:
            return self.sum_to_infinity(low, lambda k: (bind(k), self.value(t.body))[1])

    def sum_to_infinity(self, low: int, term_at: Callable[[Any], Any]) -> Any:
        result: Any = ZERO
        start, stop = low, low + 8
        reason = "a series without an envelope"
        while stop - low <= 4096:
            for k in range(start, stop):
                result = result + term_at(fmpq(k))
            start, stop = stop, low + 2 * (stop - low)
            try:
                bound = sum_bound(term_at(affine(self.new_level(), arb(start), arb(1))))
            except Unknown as error:
                reason = str(error)
                continue
            if bound < quadrature.tolerance():
                return result + arb(0, bound)
        raise Unknown(reason)


@lru_cache(4096)
def _written(law: L.Family, at: L.Term) -> L.Term:
    """The log-density at a point, written out once."""
    return law.log_density(at)


@lru_cache(4096)
def _factors(law: L.ProductLaw, at: L.Term) -> tuple[L.Term, L.Var]:
    """The density of the law's coordinate, at the coordinate of ``at``, and the index it runs over."""
    if law.var in at.free:
        taken = {n.name for n in at.free | law.body.free if isinstance(n, L.Var)}
        law = L.rename(law, L.fresh(law.var, taken))
    return L.Apply(law.body, (L.Coord(at, law.var),)), law.var


@lru_cache(4096)
def _mixed(law: L.Mixture, at: L.Term) -> L.Term:
    parts = zip(law.weights, law.components, strict=True)
    return L.fold(L.Plus, [L.Times((w, L.Apply(c, (at,)))) for w, c in parts], 0)


def _weight(choice: tuple) -> fmpq:
    result = ONE
    for _, w in choice:
        result = result * w
    return result


def outside(t: Any, law: Any) -> Any:
    """The binder with its variable renamed, if need be, so that it does not occur in the law."""
    if t.var not in law.free:
        return t
    taken = {n.name for n in law.free | t.body.free if isinstance(n, L.Var)}
    return L.rename(t, L.fresh(t.var, taken))


@handles(L.Int)
def _int(m: Measures, t: L.Int) -> Any:
    atoms = m.atoms(t.var.space)
    if atoms is None:
        return quadrature.integral(m, t)
    result: Any = ZERO
    with m.scope(t.var, measured=True) as bind:
        for point, weight in atoms:
            if weight != 0:
                bind(point)
                result = result + weight * m.value(t.body)
    return result


@handles(L.Expectation)
def _expectation(m: Measures, t: L.Expectation) -> Any:
    t = outside(t, t.law)
    law = m.resolve(t.law)
    if isinstance(law, L.Poisson):
        return _poisson_mean(m, t, law)
    if isinstance(law, L.Pushforward):
        x = L.Var("·X", L.support(law.law))
        moved = L.Apply(L.Lambda(t.body, t.var), (L.Apply(law.function, (x,)),))
        return m.value(L.Expectation(moved, x, law.law))
    atoms = m.atoms(L.support(t.law))
    if atoms is None:
        if isinstance(law, L.Mixture):
            parts = [(m.value(w), L.Expectation(t.body, t.var, c)) for w, c in zip(law.weights, law.components, strict=True)]
            return _mix([(w, part) for w, part in parts if not is_zero(w)], m)
        return quadrature.expectation(m, t.body, t.var, law)
    result: Any = ZERO
    with m.scope(t.var, measured=True) as bind:
        for point, weight in atoms:
            if weight == 0:
                continue
            bind(point)
            mass = m.density(t.law, t.var)
            if not is_zero(mass):
                result = result + mass * weight * m.value(t.body)
    return result


def _mix(parts: list[tuple[Any, L.Term]], m: Machine) -> Any:
    result: Any = ZERO
    for weight, part in parts:
        result = result + weight * m.value(part)
    return result


def _poisson_mean(m: Measures, t: L.Expectation, law: L.Poisson) -> Any:
    rate = sign_of(m.value(law.rate))
    if rate <= 0:
        raise Undefined("a Poisson law whose rate is not positive")
    with m.scope(t.var, measured=True) as bind:
        return m.sum_to_infinity(0, lambda k: (bind(k), m.density(law, t.var) * m.value(t.body))[1])


def _mean_of_logs(m: Measures, over: Any, *signed: tuple[int, Any]) -> Any:
    """E under ``over`` of the sum of +- log densities."""
    x = L.Var("·", L.support(over))
    logs: list[L.Term] = []
    for sign, law in signed:
        logged = L.log(L.Apply(law, (x,)))
        logs.append(logged if sign > 0 else L.Neg(logged))
    return m.value(L.Expectation(L.fold(L.Plus, logs, 0), x, over))


@handles(L.Divergence)
def _divergence(m: Measures, t: L.Divergence) -> Any:
    """The sum or integral of p log(p/q) where p > 0; infinite exactly where p > 0 = q on a set that is not null."""
    atoms = m.atoms(L.support(t.p))
    if atoms is None:
        if _leaves(m, t.p, t.q):
            return PLUS
        return _mean_of_logs(m, t.p, (1, t.p), (-1, t.q))
    if isinstance(m.resolve(t.q), L.Family) != isinstance(m.resolve(t.p), L.Family):
        raise Unknown("laws on different kinds of space")
    result: Any = ZERO
    x = L.Var("·", L.support(t.p))
    with m.scope(x, measured=True) as bind:
        for point, weight in atoms:
            if weight == 0:
                continue
            bind(point)
            p = m.density(t.p, x)
            if is_zero(p):
                continue
            q = m.density(t.q, x)
            if is_zero(q):
                sign_of(p)
                result = result + PLUS
            else:
                result = result + weight * p * call("log", (divide(p, q),))
    return result


def _leaves(m: Measures, p: Any, q: Any) -> bool:
    """Whether the support of the known law p leaves that of q (both intervals of the line) on more than a null set."""
    p, q = m.resolve(p), m.resolve(q)
    if not (isinstance(p, L.Family) and isinstance(q, L.Family)):
        return False
    if L.is_scalar_space(L.support(p)) != L.is_scalar_space(L.support(q)) or isinstance(q, DISCRETE) != isinstance(p, DISCRETE):
        raise Unknown("laws on different kinds of space")
    inner, outer = quadrature.ends(m, L.support(p)), quadrature.ends(m, L.support(q))
    for side, (a, b) in enumerate(zip(inner, outer, strict=True)):
        if b is not None and (a is None or sign_of(a - b) * (1 if side == 0 else -1) < 0):
            return True
    return False


@handles(L.Entropy)
def _entropy(m: Measures, t: L.Entropy) -> Any:
    return -_mean_of_logs(m, t.p, (1, t.p))


@handles(L.CrossEntropy)
def _cross_entropy(m: Measures, t: L.CrossEntropy) -> Any:
    return -_mean_of_logs(m, t.p, (1, t.q))


@handles(L.FunctionalDerivative)
def _functional_derivative(m: Measures, t: L.FunctionalDerivative) -> Any:
    """(1/w_z) dF/dq_z, the table entry at z moving as a dual number, w_z the reference measure of the atom z."""
    member = isinstance(t.density, L.MemberDensity)
    name = t.density.family if member else t.density
    whole = m.lookup(name)
    i = m.integer(t.density.index) if member else None
    table = whole[i] if member else whole
    atoms = m.atoms(L.support(t.density))
    if atoms is None or isinstance(table, L.Node):
        raise Unknown("a functional derivative on a line")
    z = m.value(t.point)
    weight = dict(atoms)[z]
    if weight == 0:
        raise Undefined("a functional derivative at a null atom")
    level = m.new_level()
    moved: Any
    if isinstance(table, dict):
        key = tuple(z[i] for i in sorted(z))
        moved = {**table, key: seed(level, table[key])}
    else:
        moved = Vec(seed(level, x) if place == z else x for place, x in enumerate(table))
    value = m.at(t.functional, name, {**whole, i: moved} if member else moved)
    if isinstance(value, Infinite):
        raise Undefined("a derivative of an infinite value")
    return divide(slope_of(value, level), weight)

