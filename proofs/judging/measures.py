"""Integrals, expectations, divergences, functional derivatives: by their definitions.

A finite space gives weighted sums over its atoms.  A line gives Lebesgue integrals (see ``integration``).
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import ExitStack
from functools import reduce
from itertools import product
from typing import Any

from proofs import language as L

from . import integration
from .densities_written import support_of
from .distances import are_images, overlap
from .dual import seed
from .elementary import call
from .families import bound, counting_mean, factorial_moment
from .integration import coordinates
from .laws import Measures
from .linear import Vec
from .machine import Meaning, Point, handles
from .meanings import slope_of
from .polynomials import NotPolynomial, Poly, terms_of, variable
from .scalars import ONE, PLUS, ZERO, Infinite, Undefined, Unknown, ball, divide, exact, is_zero, sign_of
from .tails import Tail
from .world import Blend


def outside(t: Any, law: Any) -> Any:
    """The binder with its variable renamed, if need be, so that it does not occur in the law."""
    if t.var not in law.free:
        return t
    taken = {n.name for n in law.free | t.body.free if isinstance(n, L.Var)}
    return L.rename(t, L.fresh(t.var, taken))


def tried_once(meaning: Meaning) -> Meaning:
    """The meaning of an integral; that it is unknown is remembered, where finding that out takes long."""

    def known_or_tried(m: Measures, t: Any) -> Any:
        if t in m.hopeless:
            raise Unknown(m.hopeless[t])
        try:
            return meaning(m, t)
        except Unknown as error:
            alone = m.effort and not m.integrating and not m.probes and m.env.keys().isdisjoint(t.free)
            if alone:
                m.hopeless[t] = str(error)
            raise

    return known_or_tried


@handles(L.Int)
@tried_once
def _int(m: Measures, t: L.Int) -> Any:
    atoms = m.atoms(t.var.space)
    if atoms is None:
        return integration.integral(m, t)
    result: Any = ZERO
    with m.scope(t.var, measured=True) as bind:
        for point, weight in atoms:
            if not is_zero(weight):
                bind(point)
                result = result + weight * m.value(t.body)
    return result


@handles(L.Expectation)
@tried_once
def _expectation(m: Measures, t: L.Expectation) -> Any:
    t = outside(t, t.law)
    law = m.resolve(t.law)
    if isinstance(law, L.Counting) and isinstance(law.home, L.Integers):
        return _counted_mean(m, t, law)
    if isinstance(law, L.Binomial) and _is_drawn(m, law.count):
        m.check(L.Bernoulli(law.probability))
        return _mean_by_moments(m, t, law)
    if isinstance(law, L.Pushforward):
        x = L.fresh_beside(L.Var("·X", support_of(law.law)), t)
        moved = L.Apply(L.Lambda(t.body, t.var), (L.Apply(law.function, (x,)),))
        return m.value(L.Expectation(moved, x, law.law))
    atoms = m.atoms(support_of(t.law))
    if atoms is None:
        if isinstance(law, Blend):
            return _blend_mean(m, t, law)
        if isinstance(law, L.Mixture):
            parts = [
                (m.value(w), L.Expectation(t.body, t.var, c)) for w, c in zip(law.weights, law.components, strict=True)
            ]
            return _mix([(w, part) for w, part in parts if not is_zero(w)], m)
        return integration.expectation(m, t.body, t.var, law)
    result: Any = ZERO
    with m.scope(t.var, measured=True) as bind:
        for point, weight in atoms:
            if is_zero(weight):
                continue
            bind(point)
            mass = m.density(t.law, t.var)
            if not is_zero(mass):
                result = result + mass * weight * m.value(t.body)
    return result


def _mix(parts: list[tuple[Any, L.Term]], m: Measures) -> Any:
    result: Any = ZERO
    for weight, part in parts:
        result = result + weight * m.value(part)
    return result


def _blend_mean(m: Measures, t: L.Expectation, law: Blend) -> Any:
    """A sum over the cells of what is finite, of means over the lines one after another."""
    factors = support_of(t.law).factors
    names = coordinates(factors)
    body = L.substitute(t.body, {t.var: L.Tuple(names)})
    finite = [x for k, x in enumerate(names, 1) if k not in law.lines]
    lines = [names[k - 1] for k in law.lines]
    atoms = [m.atoms(x.space) or [] for x in finite]
    result: Any = ZERO
    with ExitStack() as scopes:
        binds = [scopes.enter_context(m.scope(x, measured=True)) for x in finite]
        for cell in product(*atoms):
            mass = ONE
            for bind, (point, weight) in zip(binds, cell, strict=True):
                bind(point)
                mass = mass * weight
            for share, laws in law.cells[tuple(point for point, _ in cell)]:
                if not is_zero(mass) and share != 0:
                    mean = reduce(lambda inner, pair: L.Expectation(inner, *pair), zip(lines, laws, strict=True), body)
                    result = result + mass * exact(share) * m.value(mean)
    return result


def _counted_mean(m: Measures, t: L.Expectation, law: L.Counting) -> Any:
    """The mean under a law on 0, 1, 2, ...: of a polynomial by factorial moments, else as a series with a bound."""
    m.check(law)
    try:
        return _mean_by_moments(m, t, law)
    except NotPolynomial:
        pass
    with m.scope(t.var, measured=True) as bind:

        def term_at(k: Any) -> Any:
            bind(k)
            mass = _mass_far_out(m, law, t.var) if isinstance(k, Tail) else m.density(law, t.var)
            return mass * m.value(t.body)

        return m.sum_to_infinity(0, term_at)


def _mean_by_moments(m: Measures, t: L.Expectation, law: L.Counting) -> Any:
    """The mean of a polynomial under a law of counts.  Raises ``NotPolynomial``."""
    level = m.new_level()
    value = integration.polynomial(m, t.body, t.var, variable(level))
    if value is None:
        raise NotPolynomial("the mean of what is no polynomial")
    return counting_mean(terms_of(value, level, 1), lambda j: m.value(factorial_moment(law, j)))


def _is_drawn(m: Measures, count: L.Term) -> bool:
    """Whether a number of trials is a count that a mean is taken over, of which polynomials are known."""
    return isinstance(count, L.Var) and L.is_index_space(count.space) and isinstance(m.value(count), Poly)


def _mass_far_out(m: Measures, law: L.Counting, x: L.Var) -> Any:
    """An envelope of the probability of ``x``, itself an envelope."""
    if isinstance(law, L.NegativeBinomial):
        most = int(ball(m.value(law.successes)).ceil().upper().unique_fmpz() or 0)
        above = m.value(bound(law, x, most))
        return Tail(above.level, above.size, None, None)  # only its size is a bound of the mass
    return m.density(law, x)


def _mean_of_logs(m: Measures, over: Any, *signed: tuple[int, Any]) -> Any:
    """E under ``over`` of the sum of +- log densities."""
    x = L.Var("·", support_of(over))
    logs: list[L.Term] = []
    for sign, law in signed:
        logged = L.log(L.Apply(law, (x,)))
        logs.append(logged if sign > 0 else L.Neg(logged))
    return m.value(L.Expectation(L.fold(L.Plus, logs, 0), x, over))


@handles(L.Divergence)
def _divergence(m: Measures, t: L.Divergence) -> Any:
    """The sum or integral of p log(p/q) where p > 0; infinite exactly where p > 0 = q on a set that is not null."""
    if are_images(m, t.p, t.q):
        return _divergence_of_masses(overlap(m, t.p, t.q) or ())
    atoms = m.atoms(support_of(t.p))
    if atoms is None:
        if _leaves(m, t.p, t.q):
            return PLUS
        return _mean_of_logs(m, t.p, (1, t.p), (-1, t.q))
    if _named(m, t.p) != _named(m, t.q) or not _named(m, t.q) <= {True}:
        raise Unknown("laws on different kinds of space")
    result: Any = ZERO
    x = L.Var("·", support_of(t.p))
    with m.scope(x, measured=True) as bind:
        for point, weight in atoms:
            if is_zero(weight):
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


def _named(m: Measures, law: Any) -> set[bool]:
    """Whether the named laws that a law is made of live on integers; nothing of laws without a name."""
    law = m.resolve(law)
    if isinstance(law, L.Mixture):
        return set().union(*(_named(m, part) for part in law.components))
    return {isinstance(law, L.Counting)} if isinstance(law, L.Family) else set()


def _divergence_of_masses(pairs: Iterable[tuple[Any, Any]]) -> Any:
    """The sum of p log(p/q) over pairs of masses; nothing for laws that agree."""
    result: Any = ZERO
    for p, q in pairs:
        if not is_zero(p):
            result = result + (PLUS if is_zero(q) else p * call("log", (divide(p, q),)))
    return result


@handles(L.JensenShannon)
def _jensen_shannon(m: Measures, t: L.JensenShannon) -> Any:
    """Half the divergences of p and of q from their mixture, summed; from the masses, where these are no densities."""
    if are_images(m, t.p, t.q):
        pairs = [(p, q, (p + q) / 2) for p, q in overlap(m, t.p, t.q) or ()]
        sides = [[(p, middle) for p, _, middle in pairs], [(q, middle) for _, q, middle in pairs]]
        return sum((_divergence_of_masses(side) / 2 for side in sides), ZERO)
    half, middle = L.half, L.Mixture((L.half, L.half), (t.p, t.q))
    return m.value(half * L.Divergence(t.p, middle) + half * L.Divergence(t.q, middle))


def _leaves(m: Measures, p: Any, q: Any) -> bool:
    """Whether the support of the known law p leaves that of q (both intervals of the line) on more than a null set."""
    p, q = m.resolve(p), m.resolve(q)
    if not (isinstance(p, L.Family) and isinstance(q, L.Family)):
        return False
    homes = support_of(p), support_of(q)
    if L.is_scalar_space(homes[0]) != L.is_scalar_space(homes[1]) or L.is_counted(homes[0]) != L.is_counted(homes[1]):
        raise Unknown("laws on different kinds of space")
    inner, outer = ((ZERO, None) if isinstance(home, L.Integers) else m.ends(home) for home in homes)
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
    if member and i not in whole:
        raise Undefined(f"the family {name.name} has no member {i}")
    table = whole[i] if member else whole
    atoms = m.atoms(support_of(t.density))
    if atoms is None or isinstance(table, L.Node):
        raise Unknown("a functional derivative on a line")
    z = m.value(t.point)
    weight = dict(atoms).get(z)
    if weight is None:
        raise Undefined("a functional derivative outside the density's space")
    if is_zero(weight):
        raise Undefined("a functional derivative at a null atom")
    level = m.new_level()
    moved: Any
    if isinstance(table, dict):
        key = z.in_order if isinstance(z, Point) else z
        moved = {**table, key: seed(level, table[key])}
    else:
        moved = Vec(seed(level, x) if place == z else x for place, x in enumerate(table))
    value = m.at(t.functional, name, {**whole, i: moved} if member else moved)
    if isinstance(value, Infinite):
        raise Undefined("a derivative of an infinite value")
    return divide(slope_of(value, level), weight)
