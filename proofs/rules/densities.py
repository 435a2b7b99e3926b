"""Densities of laws."""

from __future__ import annotations

from collections.abc import Iterator

from ..definedness import unmet
from ..integrability import is_finite
from ..language import (
    Apply,
    Coord,
    Det,
    Diag,
    Divergence,
    Elementary,
    Expectation,
    Family,
    ForAll,
    Glue,
    Identity,
    Int,
    Integers,
    Interval,
    Jacobian,
    Lambda,
    Law,
    Marginal,
    MultivariateNormal,
    Node,
    Normal,
    Number,
    OfVectors,
    PositiveReals,
    Power,
    Prod,
    Product,
    ProductLaw,
    Pushforward,
    Range,
    Reals,
    Relation,
    Statement,
    Term,
    Times,
    Var,
    VectorOf,
    Vectors,
    Wasserstein,
    Zero,
    alpha_equal,
    finite,
    fresh_beside,
    rename,
    sqrt,
    substitute,
    support,
    without,
)
from ..language.facts import Facts
from ..registry import rule
from ..validity import endless, law_unmet
from ..views import split


@rule("inserting the log-density")
def log_of_density(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\log p(x) \text{ of a named law is its log-density, for } x \text{ in its support; for } \mathcal{N}(\mu, \sigma^2): -\tfrac12 \log(2 \pi \sigma^2) - \tfrac{(x - \mu)^2}{2 \sigma^2}"""
    match t:
        case Apply(Elementary("log"), (Apply(Family() as law, (x,)),)) if _inside(x, law, facts):
            yield law.log_density(x)


def _inside(x: Term, law: Law, facts: Facts) -> bool:
    """Whether the point provably lies in the support of the law."""
    match support(law):
        case PositiveReals():
            return facts.positive(x)
        case Interval(low, high):
            above = endless(low) or facts.positive(x - low)
            return above and (endless(high) or facts.positive(high - x))
        case Integers():
            return facts.integer(x) and facts.nonnegative(x)
        case Range() as home:
            return facts.within(x, home)
        case Reals() as home:
            return facts.within(x, home)
    return isinstance(law, OfVectors) or support(law) is getattr(x, "space", None)


@rule("inserting the density")
def density_written_out(t: Term, facts: Facts) -> Iterator[Term]:
    r"""p(x) = e^{\log p(x)} \text{ of a named law, for } x \text{ in its support; for } \mathcal{N}(\mu, \sigma^2): \frac{1}{\sqrt{2 \pi \sigma^2}}\, e^{-(x - \mu)^2 / 2 \sigma^2}"""
    match t:
        case Apply(Family() as law, (x,)) if _inside(x, law, facts):
            yield law.density(x)


@rule("since a density integrates to one")
def normalisation(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\int p(x) \,\mathrm{d}x = 1"""
    match t:
        case Int(Apply(Law() as law, (x,)), var) if x is var and support(law) is var.space:
            if not law_unmet(law, facts) and var not in law.free:
                yield Number(1)


@rule("since densities integrate to one", relation="<=")
def masses_in_order(t: Term, facts: Facts, known: Node) -> Iterator[Term]:
    r"""a \le b, \quad a\, f(x) \le b\, g(x) \text{ for all } x, \; f, g \text{ densities}"""
    match known:
        case ForAll(Relation(left, "<=" | ">=" as symbol, right), Var() as x) if facts.states(known):
            (a, f), (b, g) = (split(each, x) for each in ((left, right) if symbol == "<=" else (right, left)))
            if t is a and _is_density_at(f, x, facts) and _is_density_at(g, x, facts):
                yield b


def _is_density_at(t: Term, x: Var, facts: Facts) -> bool:
    """Whether a term is a density at a point of all its space."""
    match t:
        case Apply(Law() as law, (at,)):
            return at is x and support(law) is x.space and x not in law.free and not law_unmet(law, facts)
    return False


@rule("since a density is what is in proportion to it, normalised", kind="inference")
def density_in_proportion(premises: tuple[Statement, ...], facts: Facts, at: Term) -> Iterator[Statement]:
    r"""f(x)\, g(y) = f(y)\, g(x) \text{ for all } x, y \implies \frac{f(x)}{\int f(y) \,\mathrm{d}y} = g(x), \; g \text{ a density}"""
    for f, x, law in _in_proportion(premises, facts):
        here, total = substitute(f, {x: at}), Int(f, x)  # which is finite, and zero only where f is
        if _inside(at, law, facts) and (facts.nonzero(here) or facts.nonzero(total)):
            yield (here / total).eq(law(at))


@rule("since a density is what is in proportion to it, normalised", kind="inference")
def mean_in_proportion(premises: tuple[Statement, ...], facts: Facts, value: Lambda) -> Iterator[Statement]:
    r"""f(x)\, g(y) = f(y)\, g(x) \text{ for all } x, y \implies \int \frac{f(x)}{\int f(y) \,\mathrm{d}y}\, h(x) \,\mathrm{d}x = \mathbb{E}_{x \sim g}[h(x)], \; g \text{ a density}"""
    for f, x, law in _in_proportion(premises, facts):
        h, total = substitute(value.body, {value.var: x}), Int(f, x)
        mean, same = Expectation(h, x, law), Int(Times((f / total, h)), x)
        if x not in value.free and facts.nonzero(total) and not unmet(mean, facts):
            yield same.eq(mean)
            if is_finite(mean, facts):
                yield finite(same)


@rule("since it is in proportion to a density", kind="inference")
def finite_in_proportion(premises: tuple[Statement, ...], facts: Facts) -> Iterator[Statement]:
    r"""f(x)\, g(y) = f(y)\, g(x) \text{ for all } x, y \implies \int f(x) \,\mathrm{d}x \text{ is finite}, \; g \text{ a density}"""
    for f, x, _ in _in_proportion(premises, facts):
        yield finite(Int(f, x))


def _in_proportion(premises: tuple[Statement, ...], facts: Facts) -> Iterator[tuple[Term, Var, Law]]:
    """(f(x), x, g) where the premise says f(x) g(y) = f(y) g(x), for all points inside of where the law g lives."""
    match premises:
        case (
            Relation(Times((f, Apply(Law() as law, (Var() as y,)))), "=", Times((_, Apply(_, (Var() as x,)))) as right),
        ):
            anywhere = _is_any_point(x, law, facts) and _is_any_point(y, law, facts)
            exchanged = x is not y and y not in f.free and alpha_equal(right, Times((substitute(f, {x: y}), law(x))))
            if anywhere and exchanged and law.free.isdisjoint((x, y)) and not law_unmet(law, facts):
                yield f, x, law


def _is_any_point(x: Var, law: Law, facts: Facts) -> bool:
    """Whether nothing is supposed of a name but that it lies where the law lives, inside of its ends."""
    ends = (x > support(law).low, x < support(law).high) if isinstance(support(law), Interval) else ()
    return x.space is support(law) and all(h in ends for h in facts.hypotheses if x in h.free)


@rule("by independence")
def density_of_independent(t: Term, facts: Facts) -> Iterator[Term]:
    r"""q(Z) = \prod_i q_i(Z_i)"""
    match t:
        case Apply(ProductLaw(_, i) as law, (point,)):
            i = fresh_beside(i, point, law)
            yield Prod(rename(law, i).body(Coord(point, i)), i)


@rule("by the definition of the marginal density")
def marginal_density(t: Term, facts: Facts) -> Iterator[Term]:
    r"""p_j(z) = \int p(Z_j = z, Z_{\setminus j}) \,\mathrm{d}Z_{\setminus j}"""
    match t:
        case Apply(Marginal(joint, j), (z,)):
            space = support(joint)
            if isinstance(space, Product):
                rest = fresh_beside(Var("Z_{\\setminus j}", without(space, j)), joint, j, z)
                yield Int(joint(Glue(j, z, rest)), rest)


@rule("since uncorrelated Gaussian coordinates are independent")
def independent_coordinates(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathcal{N}(\mu, \operatorname{diag}(\sigma_1^2, \dots, \sigma_d^2)) = \prod_{j=1}^{d} \mathcal{N}(\mu_j, \sigma_j^2)"""
    match t:
        case Divergence(p, q) | Wasserstein(p, q, _):
            left, right = _factors(p, facts), _factors(q, facts)
            if left is not None and right is not None:
                yield Divergence(left, right) if isinstance(t, Divergence) else Wasserstein(left, right, t.order)


def _factors(law: Law, facts: Facts) -> ProductLaw | None:
    """A normal law with diagonal covariance as the law of independent coordinates."""
    match law:
        case MultivariateNormal(mean, Diag(VectorOf(Power(_, Number(n)), j) as squares), _) if n == 2:
            j = fresh_beside(j, mean, squares)
            root = rename(squares, j).body.base
            if facts.under(VectorOf(root, j)).positive(root):
                return ProductLaw(Normal(_coordinate(mean, j), root), j)
        case MultivariateNormal(mean, Identity(d), _):
            j = fresh_beside(Var("j", Range(Number(1), d)), mean)
            return ProductLaw(Normal(_coordinate(mean, j), Number(1)), j)
        case MultivariateNormal(mean, Diag(variances), _):
            if isinstance(variances, Var):
                j = fresh_beside(Var("j", Range(Number(1), variances.space.dimension)), mean, variances)
                return ProductLaw(Normal(_coordinate(mean, j), sqrt(variances[j])), j)
    return None


def _coordinate(mean: Term, j: Var) -> Term:
    return Number(0) if isinstance(mean, Zero) else mean[j]


@rule("by the change of variables")
def pushforward_density(t: Term, facts: Facts) -> Iterator[Term]:
    r"""p_Y(f(x)) = p_X(x) \left|\det \mathrm{D}f(x)\right|^{-1}, \quad Y = f(X), f \text{ a diffeomorphism}"""
    match t:
        case Apply(Pushforward(f, law), (Apply(head, (x,)),)) if head is f:
            space = support(law)
            if isinstance(space, Vectors):
                u = fresh_beside(Var("u", space), f)
                yield law(x) / abs(Det(Jacobian(f(u), u, x)))
