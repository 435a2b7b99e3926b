"""Laws as points with masses and as images, and the Wasserstein distances between them.

Between finitely many points the distance is an optimal transport.  On the line it is the mean distance of quantile
functions, which are affine images of one variable for laws of one location-scale family.  In R^d a translation moves
every law by its length, independent coordinates add up, and between Gaussians there is a formula.
"""

from __future__ import annotations

from typing import Any

from flint import arb, fmpq

from proofs import language as L

from .densities_written import support_of
from .elementary import call, power
from .integration import polynomial
from .laws import Measures
from .linear import Mat, Vec, as_matrix, as_vector
from .machine import Atom, handles, index_values
from .matrix_roots import principal_root
from .polynomials import generators, terms_of, variable
from .scalars import ONE, ZERO, Undefined, Unknown, is_zero, sign_of
from .transport import least_cost

_SYMMETRIC = L.Normal | L.Laplace | L.Logistic | L.Cauchy | L.StudentT


def points_of(m: Measures, law: Any) -> list[tuple[Any, fmpq]] | None:
    """Where the mass of a law lies, if that is in finitely many points; equal points may be several times there."""
    if isinstance(law, L.Pushforward):
        below = points_of(m, law.law)
        if below is None:
            return None
        u, images = L.Var("·u", support_of(law.law)), []
        with m.scope(u) as bind:
            for point, mass in below:
                bind(point)
                images.append((m.value(value_at(m, law, u)), mass))
        return images
    atoms = m.atoms(support_of(law))
    if atoms is None or (isinstance(m.resolve(law), L.Family) and not isinstance(m.resolve(law), L.Counting)):
        return None
    x = L.Var("·x", support_of(law))
    found = []
    with m.scope(x, measured=True) as bind:
        for point, weight in atoms:
            if not is_zero(weight):
                bind(point)
                mass = weight * m.density(law, x)
                if not is_zero(mass):
                    found.append((point, mass))
    return found


def value_at(m: Measures, law: L.Pushforward, u: L.Term) -> L.Term:
    """What the map of an image makes of ``u``."""
    function = m.function(law.function)
    if isinstance(function, L.Lambda):
        return L.substitute(function.body, {function.var: u})
    return L.Apply(law.function, (u,))


@handles(L.Wasserstein)
def _wasserstein(m: Measures, t: L.Wasserstein) -> Any:
    order = m.value(t.order)
    if sign_of(order - 1) < 0:
        raise Undefined("a distance of an order below one")
    if L.alpha_equal(t.p, t.q):
        return ZERO
    return _root(_cost_between(m, t, order), order)


def _root(cost: Any, order: Any) -> Any:
    """The root of a cost, which is not negative even where its ball reaches below 0."""
    if isinstance(cost, arb) and order == 2 and cost.contains(0):
        return arb(0).union(cost.upper().sqrt())
    return cost if order == 1 else call("sqrt", (cost,)) if order == 2 else power(cost, 1 / order, False)


def _cost_between(m: Measures, t: L.Wasserstein, order: Any) -> Any:
    """The k-th power of the distance of order k."""
    first, second = points_of(m, t.p), points_of(m, t.q)
    if first is not None and second is not None:
        costs = [[_distance(x, y, order) for y, _ in second] for x, _ in first]
        return least_cost([mass for _, mass in first], [mass for _, mass in second], costs)
    moved = translation(m, t.p, t.q)
    if moved is not None:
        return _distance(moved, ZERO if not isinstance(moved, Vec) else moved * ZERO, order)
    p, q = m.resolve(t.p), m.resolve(t.q)
    if isinstance(p, L.ProductLaw) and isinstance(q, L.ProductLaw) and order == 2:
        return _over_coordinates(m, p, q)
    normal = (_gaussian(m, p), _gaussian(m, q)) if order == 2 else (None, None)
    if normal[0] is not None and normal[1] is not None:
        return _between_gaussians(normal[0], normal[1])
    return _on_the_line(m, p, q, t.order)


def _distance(x: Any, y: Any, order: Any) -> Any:
    """|x - y|^k."""
    if isinstance(x, Atom) or isinstance(y, Atom):
        raise Unknown("a distance between points of an unnamed space")
    if isinstance(x, Vec):
        square = sum(((a - b) * (a - b) for a, b in zip(x, y, strict=True)), start=ZERO)
        return square if order == 2 else power(call("sqrt", (square,)), order, False)
    return power(call("abs", (x - y,)), order, False)


# ---------------------------------------------------------------------------------------------------------------------
# images of one variable


def coordinates_of(m: Measures, law: Any, u: L.Var, level: int) -> list[dict[tuple[int, ...], Any]] | None:
    """The coordinates of an image as polynomials in the variable that is mapped; None where they are none."""
    value = polynomial(m, value_at(m, law, u), u, variable(level))
    if value is None:
        return None
    return [terms_of(part, level, 1) for part in (value if isinstance(value, Vec) else (value,))]


def differences(m: Measures, p: Any, q: Any) -> list[tuple[Any, Any]] | None:
    """Of two images of one variable the coordinates, side by side, as polynomials in it."""
    if not isinstance(p, L.Pushforward) or not isinstance(q, L.Pushforward) or not L.alpha_equal(p.law, q.law):
        return None
    u, level = L.Var("·u", support_of(p.law)), m.new_level()
    first, second = coordinates_of(m, p, u, level), coordinates_of(m, q, u, level)
    return None if first is None or second is None else list(zip(first, second, strict=True))


def translation(m: Measures, p: Any, q: Any) -> Any:
    """The vector (or the number) by which one law is moved to become the other, where that is seen; else None."""
    pairs = differences(m, p, q)
    if pairs is None:
        return None
    gaps = [{n: a.get(n, ZERO) - b.get(n, ZERO) for n in {*a, *b, (0,)}} for a, b in pairs]
    if not all(is_zero(c) for gap in gaps for n, c in gap.items() if n != (0,)):
        return None
    moved = Vec(gap[0,] for gap in gaps)
    return moved if isinstance(support_of(p), L.Vectors) else moved[0]


def _over_coordinates(m: Measures, p: L.ProductLaw, q: L.ProductLaw) -> Any:
    """Squared distances of independent coordinates add up."""
    indices = index_values(m, p.var.space)
    if indices is None or indices != index_values(m, q.var.space):
        raise Unknown("products over different ranges")
    result: Any = ZERO
    for i in indices:
        first, second = (L.substitute(law.body, {law.var: L.Number(i)}) for law in (p, q))
        result = result + m.value(L.W2(first, second) ** 2)
    return result


def _gaussian(m: Measures, law: Any) -> tuple[Vec, Mat] | None:
    """The mean and the covariance of a Gaussian law on R^d, or of its image under an affine map; None for others."""
    match m.resolve(law):
        case L.MultivariateNormal(mean, covariance, _):
            spread = as_matrix(m.value(covariance))
            if not spread.is_positive_definite():
                raise Undefined("a Gaussian law whose covariance is not positive definite")
            return as_vector(m.value(mean)), spread
        case L.Pushforward(_, inner, _) as image if isinstance(L.support(image), L.Vectors):
            below = _gaussian(m, inner)
            if below is None:
                return None
            u, level, n = L.Var("·u", support_of(inner)), m.new_level(), len(below[0])
            value = polynomial(m, value_at(m, image, u), u, generators(level, n))
            coordinates = [] if value is None else [terms_of(part, level, n) for part in value]
            if not coordinates or any(sum(powers) > 1 for terms in coordinates for powers in terms):
                return None
            units = [tuple(int(i == j) for j in range(n)) for i in range(n)]
            slope = Mat([terms.get(unit, ZERO) for unit in units] for terms in coordinates)
            shift = Vec(terms.get((0,) * n, ZERO) for terms in coordinates)
            if len(slope.rows) != n or is_zero(slope.det()):
                raise Unknown("a Gaussian on a part of the space")
            return shift + slope @ below[0], slope @ below[1] @ slope.transposed
    return None


def _between_gaussians(p: tuple[Vec, Mat], q: tuple[Vec, Mat]) -> Any:
    """|a - b|^2 + tr(S + T) - 2 tr((S^(1/2) T S^(1/2))^(1/2)).

    Gelbrich (1990), On a formula for the L2 Wasserstein metric, theorem 2.1.
    """
    (a, first), (b, second) = p, q
    root = principal_root(first)
    roots = principal_root(root @ second @ root).trace()
    return (a - b).dot(a - b) + first.trace() + second.trace() - 2 * roots


# ---------------------------------------------------------------------------------------------------------------------
# the line


def _on_the_line(m: Measures, p: Any, q: Any, order: L.Term) -> Any:
    """E|a + b z|^k for z with a law without parameters, the quantile functions of p and q being affine in that of z."""
    first, second = _affine(m, p), _affine(m, q)
    if first is None or second is None or first[0] is not second[0]:
        raise Unknown("the distance between these laws is not covered")
    base, *_ = first
    a, b = L.Var("·a"), L.Var("·b")
    z = L.Var("·z", support_of(base))
    with m.scope(a) as bind_a, m.scope(b) as bind_b:
        bind_a(first[1] - second[1])
        bind_b(first[2] - second[2])
        whole = order is L.Number(2)
        return m.value(L.Expectation((a + b * z) ** 2 if whole else abs(a + b * z) ** order, z, base))


def _affine(m: Measures, law: Any) -> tuple[L.Law, Any, Any] | None:
    """(base, a, b): the law is that of a + b z with b >= 0, z having the law ``base``, which has no parameters."""
    law = m.resolve(law)
    match law:
        case L.Normal(mean, deviation, _) | L.Laplace(mean, deviation, _) | L.Logistic(mean, deviation, _):
            m.check(law)
            return type(law)(0, 1), m.value(mean), m.value(deviation)
        case L.Cauchy(location, scale, _) | L.Gumbel(location, scale, _):
            m.check(law)
            return type(law)(0, 1), m.value(location), m.value(scale)
        case L.StudentT(freedom, location, scale, _):
            m.check(law)
            return L.StudentT(freedom, 0, 1), m.value(location), m.value(scale)
        case L.Exponential(rate, _):
            m.check(law)
            return L.Exponential(1), ZERO, m.value(1 / rate)
        case L.Uniform(low, high, _):
            m.check(law)
            return L.Uniform(0, 1), m.value(low), m.value(high - low)
        case L.Pushforward():
            return _affine_image(m, law)
    return None


def _affine_image(m: Measures, law: L.Pushforward) -> tuple[L.Law, Any, Any] | None:
    below, level = _affine(m, law.law), m.new_level()
    found = None if below is None else coordinates_of(m, law, L.Var("·u", support_of(law.law)), level)
    if below is None or found is None or len(found) != 1 or any(n > 1 for (n,) in found[0]):
        return None
    base, inner, scale = below
    slope, shift = found[0].get((1,), ZERO), found[0].get((0,), ZERO)
    a, b = shift + slope * inner, slope * scale
    if sign_of(b) >= 0:
        return base, a, b
    if isinstance(base, _SYMMETRIC):
        return base, a, -b
    return (base, a + b, -b) if isinstance(base, L.Uniform) else None


# ---------------------------------------------------------------------------------------------------------------------
# divergences between images


def are_images(m: Measures, *laws: Any) -> bool:
    """Whether one of the laws is an image under a map that is not known to be invertible, so that densities fail."""
    return any(isinstance(law, L.Pushforward) and ("inverse", law.function) not in m.world.values for law in laws)


def overlap(m: Measures, p: Any, q: Any) -> list[tuple[Any, Any]] | None:
    """The masses that two laws give to the points where either has some, side by side; None where they agree.

    Raises ``Unknown`` where neither is seen.
    """
    if L.alpha_equal(p, q):
        return None
    first, second = points_of(m, p), points_of(m, q)
    if first is not None and second is not None:
        masses: dict[Any, list[Any]] = {}
        for side, found in enumerate((first, second)):
            for point, mass in found:
                masses.setdefault(_key(point), [ZERO, ZERO])[side] += mass
        return [(a, b) for a, b in masses.values()]
    pairs = differences(m, p, q)
    if pairs is None:
        raise Unknown("images of different laws")
    gaps = [{n: a.get(n, ZERO) - b.get(n, ZERO) for n in {*a, *b}} for a, b in pairs]
    if all(is_zero(c) for gap in gaps for c in gap.values()):
        return None
    fixed = [gap for (a, b), gap in zip(pairs, gaps, strict=True) if not any(n != (0,) for n in {*a, *b})]
    if any(sign_of(gap[0,]) != 0 for gap in fixed if gap):
        return [(ONE, ZERO), (ZERO, ONE)]
    raise Unknown("images that may meet")


def _key(point: Any) -> Any:
    """By what equal points are recognised.  Raises ``Unknown`` for balls."""
    parts = point if isinstance(point, Vec) else (point,)
    if not all(isinstance(x, fmpq | Atom) for x in parts):
        raise Unknown("points that are known approximately")
    return tuple((x.p, x.q) if isinstance(x, fmpq) else x for x in parts)


__all__ = ["are_images", "overlap", "points_of"]
