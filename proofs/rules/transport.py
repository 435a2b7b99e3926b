"""Transport: the laws of images, couplings, the Wasserstein distances, and laws that live on disjoint sets."""

from __future__ import annotations

from collections.abc import Iterator

from ..images import image_of_gaussian, standardised, with_standard_law
from ..language import (
    Apply,
    Divergence,
    Dot,
    Expectation,
    Family,
    Function,
    Lambda,
    Law,
    Neg,
    Number,
    Plus,
    Power,
    ProductLaw,
    Pushforward,
    Sum,
    Term,
    Var,
    Wasserstein,
    alpha_equal,
    fresh_beside,
    is_scalar,
    is_scalar_space,
    lipschitz,
    oo,
    rename,
    replace,
    singular,
    sqrt,
    substitute,
    support,
)
from ..language.facts import Facts
from ..registry import rule
from ..validity import has_distances
from ..views import pulled_back, times


@rule("since it is the law of an image")
def mean_of_image(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim f_\# p}[g(x)] = \mathbb{E}_{u \sim p}[g(f(u))]"""
    match t:
        case Expectation(_, _, Pushforward()):
            yield pulled_back(t)


@rule("by scaling and shifting a standard variable")
def location_and_scale(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \mathcal{N}(\mu, \sigma^2)}[g(x)] = \mathbb{E}_{u \sim \mathcal{N}(0, 1)}[g(\mu + \sigma u)], likewise for the other families of location and scale"""
    match t:
        case Expectation(_, _, Family()):
            standard = with_standard_law(t, facts)
            if standard is not None and not alpha_equal(standard.law, t.law):
                yield standard


def distance(a: Term, b: Term) -> Term:
    """|a - b|, for points of R^d the Euclidean norm."""
    gap = Plus((a, Neg(b)))
    return abs(gap) if is_scalar(gap) else sqrt(Dot(gap, gap))


def cost_of(a: Term, b: Term, order: Term) -> Term:
    """|a - b|^k."""
    if order is Number(1):
        return distance(a, b)
    gap = Plus((a, Neg(b)))
    if order is Number(2):
        return gap**2 if is_scalar(gap) else Dot(gap, gap)
    return distance(a, b) ** order


def _distances(t: Term) -> Iterator[tuple[Wasserstein, Number]]:
    """(distance of order k, n) where ``t`` is its n-th power, n being 1 or k."""
    match t:
        case Wasserstein(_, _, Number()):
            yield t, Number(1)
        case Power(Wasserstein(_, _, Number(k)) as whole, Number(n) as power) if k == n:
            yield whole, power


def _rooted(cost: Term, order: Number, power: Number) -> Term:
    """The cost of order k, for the k-th power of the distance; its k-th root for the distance itself."""
    if order is power:
        return cost
    return sqrt(cost) if order is Number(2) else cost ** (1 / order.value)


@rule("since the distance is the least over all couplings", relation="<=")
def coupling_bound(t: Term, facts: Facts) -> Iterator[Term]:
    r"""W_k(f_\# p, g_\# p)^k \le \mathbb{E}_{u \sim p}\left[\|f(u) - g(u)\|^k\right]"""
    for whole, power in _distances(t):
        match whole:
            case Wasserstein(first, second, order):
                for p in [law.law for law in (first, second) if isinstance(law, Pushforward)]:
                    f, g = _map_to(first, p), _map_to(second, p)
                    if f is not None and g is not None:
                        u = fresh_beside(Var("u", support(p)), whole)
                        yield _rooted(Expectation(cost_of(_at(f, u), _at(g, u), order), u, p), order, power)


def _map_to(law: Law, p: Law) -> Function | Lambda | None:
    """The map of which ``law`` is the image of p, for p itself the identity."""
    if isinstance(law, Pushforward) and alpha_equal(law.law, p):
        return law.function
    u = Var("u", support(p))
    return Lambda(u, u) if alpha_equal(law, p) else None


def _at(f: Function | Lambda, u: Term) -> Term:
    return substitute(f.body, {f.var: u}) if isinstance(f, Lambda) else Apply(f, (u,))


@rule("by the coupling that is monotone, and so optimal on the line")
def monotone_coupling(t: Term, facts: Facts) -> Iterator[Term]:
    r"""W_k(p, q)^k = \mathbb{E}_{u \sim r}\left[|f(u) - g(u)|^k\right], \quad p = f_\# r, \; q = g_\# r, \; f, g \text{ increasing on the line}"""
    for whole, power in _distances(t):
        u = fresh_beside(Var("u"), whole)
        first, second = standardised(whole.p, u, facts), standardised(whole.q, u, facts)
        if first is not None and second is not None and alpha_equal(first[1], second[1]):
            x = fresh_beside(Var("u", support(first[1])), whole)
            a, b = (substitute(image, {u: x}) for image, _ in (first, second))
            yield _rooted(Expectation(cost_of(a, b, whole.order), x, first[1]), whole.order, power)


@rule("the squared distance of independent coordinates adds up")
def additivity_of_wasserstein(t: Term, facts: Facts) -> Iterator[Term]:
    r"""W_2\Big(\prod_j p_j, \prod_j q_j\Big)^2 = \sum_j W_2(p_j, q_j)^2, \quad p_j, q_j \text{ on the line}"""
    for whole, power in _distances(t):
        match whole:
            case Wasserstein(ProductLaw(a, j) as p, ProductLaw(b) as q, order) if order is Number(2):
                if j.space is q.var.space and _on_the_line(a) and _on_the_line(b):
                    j = fresh_beside(j, p, q)
                    cost = Sum(Wasserstein(rename(p, j).body, rename(q, j).body, 2) ** 2, j)
                    yield _rooted(cost, order, power)


def _on_the_line(law: Law) -> bool:
    return has_distances(law) and is_scalar_space(support(law))


@rule("since an affine image of a Gaussian is Gaussian")
def affine_image(t: Term, facts: Facts) -> Iterator[Term]:
    r"""A X + b \sim \mathcal{N}(A \mu + b, A \Sigma A^\top), \quad X \sim \mathcal{N}(\mu, \Sigma), \; A \text{ invertible}"""
    match t:
        case Wasserstein(p, q) | Divergence(p, q):
            first, second = image_of_gaussian(p, facts), image_of_gaussian(q, facts)
            if first is not None or second is not None:
                yield type(t)(first or p, second or q, *t.fields[2:])
        case Expectation(body, x, law) if (known := image_of_gaussian(law, facts)) is not None:
            yield Expectation(body, x, known)


@rule("by Kantorovich duality", relation="<=")
def kantorovich_bound(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim p}[f(x)] - \mathbb{E}_{x \sim q}[f(x)] \le W_1(p, q), \quad |f(x) - f(y)| \le \|x - y\|"""
    match t:
        case Plus((Expectation(f, x, p), Neg(Expectation(g, y, q)))):
            alike = alpha_equal(Lambda(f, x), Lambda(g, y))
            if alike and x not in p.free and facts.proves(lipschitz(Lambda(f, x), 1)):
                yield Wasserstein(p, q, 1)


@rule("since the function is Lipschitz", relation="<=")
def lipschitz_inequality(t: Term, facts: Facts) -> Iterator[Term]:
    r"""f(x) - f(y) \le |f(x) - f(y)| \le L \|x - y\|, \quad f \text{ with the Lipschitz constant } L"""
    inner = t.args[0] if isinstance(t, Apply) and getattr(t.head, "name", "") == "abs" else t
    match inner:
        case Plus((Apply(Function() as f, (x,)), Neg(Apply(g, (y,))))) if f is g:
            for h in facts.said_of(f):
                if getattr(h, "predicate", "") == "lipschitz" and h.args[0] is f:
                    yield distance(x, y) if h.args[1] is Number(1) else times(h.args[1], distance(x, y))


@rule("since the laws live on disjoint sets")
def divergence_of_singular(t: Term, facts: Facts) -> Iterator[Term]:
    r"""D_{\mathrm{KL}}(p \,\|\, q) = \infty, \quad p \perp q"""
    match t:
        case Divergence(p, q) if facts.proves(singular(p, q)):
            yield oo


@rule("since $q$ vanishes where $p$ lives")
def vanishing_density(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim p}[f(q(x))] = \mathbb{E}_{x \sim p}[f(0)], \quad p \perp q"""
    match t:
        case Expectation(body, x, p) if x not in p.free:
            others = {n.head for n in body.walk() if isinstance(n, Apply) and isinstance(n.head, Law)}
            for q in sorted(others, key=repr):
                if q is not p and x not in q.free and facts.proves(singular(p, q)):
                    yield Expectation(replace(body, q(x), Number(0)), x, p)


__all__ = [
    "additivity_of_wasserstein", "affine_image", "coupling_bound", "divergence_of_singular", "kantorovich_bound",
    "lipschitz_inequality", "location_and_scale", "mean_of_image", "monotone_coupling", "vanishing_density",
]  # fmt: skip
