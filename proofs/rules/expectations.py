"""Expectations and integrals."""

from __future__ import annotations

from collections.abc import Iterator

from ..images import linear_part, spread
from ..language import (
    Z_INTEGERS,
    AlmostEverywhere,
    Apply,
    Counting,
    Density,
    Elementary,
    Expectation,
    Form,
    Glue,
    Int,
    Interval,
    Marginal,
    MatMul,
    MultivariateNormal,
    Neg,
    Number,
    Plus,
    PositiveReals,
    Power,
    Product,
    ProductLaw,
    Quotient,
    Range,
    Reals,
    Relation,
    Slot,
    Space,
    Statement,
    Sum,
    Term,
    Tr,
    Var,
    Without,
    depends,
    fold,
    fresh_beside,
    oo,
    replace,
    sqrt,
    substitute,
    support,
    without,
)
from ..language.facts import Facts
from ..registry import rule
from ..validity import law_unmet
from ..views import laws_at, split, summands, through_coordinate, times, unglued, without_factor
from .sums import count


@rule("by linearity")
def linearity(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}[a f + b g + c] = a\, \mathbb{E}[f] + b\, \mathbb{E}[g] + c, likewise for integrals and sums"""
    match t:
        case Expectation(body, x, _) | Int(body, x) | Sum(body, x):
            inside = facts.under(t)
            views = (
                summands(body, inside, logs, powers) for logs, powers in ((False, False), (True, False), (False, True))
            )
            for parts in views:
                yield fold(Plus, [_drawn_out(part, t, x, None) for part in parts], 0)
                varying = [part for part in parts if x in part.free]
                if isinstance(t, Expectation) and 1 < len(varying) < len(parts):  # these may have a mean only together
                    constant = [part for part in parts if x not in part.free]
                    yield fold(Plus, [Expectation(fold(Plus, varying, 0), x, t.law), *constant], 0)
                    opposite = [part.arg if isinstance(part, Neg) else -part for part in varying]
                    yield fold(Plus, [-Expectation(fold(Plus, opposite, 0), x, t.law), *constant], 0)
                size = count(x.space, facts) if isinstance(t, Sum) and any(depends(p, x) for p in parts) else None
                if size is not None:
                    yield fold(Plus, [_drawn_out(part, t, x, size) for part in parts], 0)


def _drawn_out(part: Term, t: Expectation | Int | Sum, x: Var, size: Term | None) -> Term:
    """The mean (integral, sum) of one summand, its constant factor in front; the mean of a constant is itself, its sum
    the ``size`` of the range times it."""
    coefficient, rest = split(part, x)
    if x not in part.free:
        if isinstance(t, Expectation):
            return part
        return times(part, type(t)(Number(1), *t.fields[1:]) if size is None else size)
    return times(coefficient, type(t)(rest, *t.fields[1:]))


@rule("by the definition of the expectation")
def definition_of_expectation(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim p}[f(x)] = \int p(x) f(x) \,\mathrm{d}x, a sum over x where that runs over a range of integers"""
    match t:
        case Expectation(body, Var(_, Range()) as x, law) if support(law) is x.space and x not in law.free:
            yield Sum(law(x) * body, x)
        case Expectation(body, x, Counting() as law) if support(law) is x.space is Z_INTEGERS and x not in law.free:
            k = fresh_beside(Var(x.name, Range(Number(0), oo)), body, law)  # where it lives
            yield Sum(law(k) * substitute(body, {x: k}), k)
        case Expectation(body, x, law) if _covers(x.space, support(law)) and x not in law.free:
            yield Int(law(x) * body, x)
        case Int(body, x):
            for law in laws_at(body, x):
                rest = without_factor(body, law(x))
                if rest is not None and _covers(x.space, support(law)) and not law_unmet(law, facts):
                    yield Expectation(rest, x, law)


def _covers(space: Space, home: Space) -> bool:
    """Whether integrating over the space takes in the whole law; on the line its density is 0 beyond its support."""
    return space is home or (isinstance(space, Reals) and isinstance(home, PositiveReals | Interval))


@rule("since the density is zero beyond the support")
def restriction_to_support(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\int_{\mathbb{R}} p(x) f(x) \,\mathrm{d}x = \int_{p > 0} p(x) f(x) \,\mathrm{d}x"""
    match t:
        case Int(body, Var(_, Reals()) as x):
            for law in laws_at(body, x):
                home = support(law)
                if isinstance(home, PositiveReals | Interval) and without_factor(body, law(x)) is not None:
                    inside = fresh_beside(Var(x.name, home), body)
                    yield Int(substitute(body, {x: inside}), inside)


@rule("by the trace identity for the mean of a quadratic form")
def mean_of_quadratic_form(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim \mathcal{N}(\mu, \Sigma)}[(B x + b)^\top A (B x + b)] = \operatorname{tr}(A B \Sigma B^\top) + (B \mu + b)^\top A (B \mu + b)"""
    match t:
        case Expectation(body, x, MultivariateNormal(mean, covariance, _)):
            coefficient, rest = split(body, x)
            match rest:
                case Form(left, a, right) if left is right and x not in a.free:
                    b, centre = linear_part(left, x), substitute(left, {x: mean})
                    if b is not None:
                        yield times(coefficient, Tr(MatMul((a, spread(b, covariance)))) + Form(centre, a, centre))


@rule("since the integral over the support of $q$ is at most the whole", relation="<=")
def mass_on_support(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim q}\left[\frac{h(x)}{q(x)}\right] = \int_{q > 0} h(x) \,\mathrm{d}x \le \int h(x) \,\mathrm{d}x, \quad h \ge 0"""
    match t:
        case Expectation(Quotient(h, Apply(head, (at,))), x, law) if head is law and at is x and x not in law.free:
            if support(law) is x.space and facts.under(Int(h, x)).nonnegative(h):
                yield Int(h, x)


@rule("by the definition of the expectation")
def affinity(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{x \sim q}\left[\sqrt{\frac{g(x)}{q(x)}}\right] = \int \sqrt{g(x)\, q(x)} \,\mathrm{d}x, \quad g \ge 0"""
    match t:
        case Expectation(Apply(Elementary("sqrt"), (Quotient(g, Apply(head, (at,))),)), x, law):
            mine = head is law and at is x and x not in law.free
            if mine and support(law) is x.space and facts.under(Int(g, x)).nonnegative(g):
                yield Int(sqrt(g * law(x)), x)


@rule("by marginalisation")
def marginalisation(t: Term, facts: Facts) -> Iterator[Term]:
    r"""\mathbb{E}_{Z \sim p}[f(Z_j)] = \mathbb{E}_{z \sim p_j}[f(z)]"""
    match t:
        case Expectation(body, point, law) if not isinstance(law, ProductLaw):
            for index, z, inner in through_coordinate(body, point):
                yield Expectation(inner, z, Marginal(law, index))


@rule("integrating one coordinate at a time")
def iterated_expectation(t: Term, facts: Facts, j: Term) -> Iterator[Term]:
    r"""\mathbb{E}_{Z \sim \prod_i q_i}[f(Z)] = \mathbb{E}_{z \sim q_j} \mathbb{E}_{W \sim \prod_{i \neq j} q_i}[f(z, W)]"""
    match t:
        case Expectation(body, Var(_, Product()) as point, ProductLaw(_, i) as law) if facts.within(j, i.space):
            others = fresh_beside(Var(i.name, Without(i.space, j)), law)
            rest = fresh_beside(Var("Z_{\\setminus j}", without(point.space, j)), t, j)
            z = fresh_beside(Var("z", Slot(point.space.name, j)), t, j)
            glued = unglued(substitute(body, {point: Glue(j, z, rest)}))
            inner = Expectation(glued, rest, ProductLaw(substitute(law.body, {law.var: others}), others))
            yield Expectation(inner, z, substitute(law.body, {law.var: j}))


@rule("since the two densities agree almost everywhere")
def almost_everywhere_equal(t: Term, facts: Facts, statement: AlmostEverywhere) -> Iterator[Term]:
    r"""p = q \text{ almost everywhere} \implies \mathbb{E}_{x \sim r}[f(p(x))] = \mathbb{E}_{x \sim r}[f(q(x))], likewise \int f(p(x)) \,\mathrm{d}x"""
    if facts.states(statement):
        match t:
            case Expectation(body, x, law) if x not in statement.free:
                new = _at_point(body, x, statement)
                yield Expectation(new, x, law)
            case Int(body, x) if x not in statement.free:
                yield Int(_at_point(body, x, statement), x)


def _at_point(body: Term, x: Var, statement: AlmostEverywhere) -> Term:
    return replace(body, statement.left(x), statement.right(x))


@rule("since the integral of a non-negative function is zero only if it vanishes almost everywhere", kind="inference")
def vanishing_integral(premises: tuple[Statement, ...], facts: Facts) -> Iterator[Statement]:
    r"""\int \left(\sqrt{p(x)} - \sqrt{q(x)}\right)^2 \mathrm{d}x \le 0 \implies p = q \text{ almost everywhere}"""
    for premise in premises:
        match premise:
            case Relation(Int(body, x), "=" | "<=", Number(zero)) if zero == 0:
                match body:
                    case Power(
                        Plus(
                            (
                                Apply(Elementary("sqrt"), (Apply(Density() as p, (x1,)),)),
                                Neg(Apply(Elementary("sqrt"), (Apply(Density() as q, (x2,)),))),
                            )
                        ),
                        Number(two),
                    ) if two == 2 and x1 is x and x2 is x and not law_unmet(p, facts) and not law_unmet(q, facts):
                        yield AlmostEverywhere(p, q)
