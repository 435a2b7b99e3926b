"""Laws that are laws: valid parameters, densities on the spaces they refer to."""

from __future__ import annotations

from typing import Any

from .algebra import equal
from .language import (
    Abstract,
    Density,
    Family,
    ForAll,
    Head,
    Integers,
    Interval,
    Lambda,
    Law,
    Marginal,
    MatrixNormal,
    MemberDensity,
    MemberFunction,
    Mixture,
    MultivariateNormal,
    MultivariateT,
    Neg,
    Node,
    Number,
    Plus,
    PositiveReals,
    ProductLaw,
    Pushforward,
    Range,
    Reals,
    Relation,
    Slot,
    Space,
    Statement,
    Term,
    Var,
    Vectors,
    Without,
    alpha_equal,
    density,
    diffeomorphism,
    floor,
    fold,
    oo,
    positive_definite,
    space_of,
    support,
)
from .language.facts import Facts
from .language.signs import has_density
from .shapes import disagreeing


def known(proved: bool, condition: Statement) -> list[Statement]:
    return [] if proved else [condition]


def endless(end: Term) -> bool:
    return end in (oo, Neg(oo))


def domain_of(f: Head) -> Space:
    return f.family.domain if isinstance(f, MemberFunction) else f.domain[0]


def from_one(space: Space, facts: Facts) -> list[Statement]:
    """Coordinates are counted from one."""
    return known(equal(space.low, Number(1), facts), space.low.eq(1)) if isinstance(space, Range) else []


def lives_on(law: Law, space: Space) -> bool:
    """Whether a point with the law lies in the space, whose measure the density refers to."""
    match space, home := support(law):
        case (Reals(), PositiveReals() | Interval()) | (Integers(), Range()):
            return True
    return alpha_equal(home, space)


def share_measure(p: Law, q: Law) -> bool:
    """Whether the densities of two laws refer to one measure: that of a space, of lengths or of counting."""
    return same_measure(support(p), support(q))


def same_measure(a: Space, b: Space) -> bool:
    """Whether two spaces have one measure, as far as they have points in common."""
    for kinds in (Reals | PositiveReals | Interval, Integers | Range | Without):
        if isinstance(a, kinds) and isinstance(b, kinds):
            return True
    return alpha_equal(a, b)


def density_unmet(law: Law, facts: Facts) -> list[Statement]:
    """The conditions for a law to have a density: a map whose image it is must be a diffeomorphism."""
    match law:
        case Pushforward(f, inner):
            return known(facts.states(diffeomorphism(f)), diffeomorphism(f)) + density_unmet(inner, facts)
        case Mixture(_, components):
            return [c for part in components for c in density_unmet(part, facts)]
        case Marginal(inner, _) | ProductLaw(inner, _):
            return density_unmet(inner, facts)
    return []


def has_distances(law: Law) -> bool:
    """Whether the law lives on a space with a distance: a part of the line, or R^d with the Euclidean norm."""
    return isinstance(support(law), Reals | PositiveReals | Interval | Integers | Range | Vectors)


def has_density_at(law: Law, x: Term, facts: Facts) -> bool:
    """Whether the law has a density at such a point; on the line it is 0 beyond the support."""
    home = support(law)
    if not has_density(law, facts):
        return False
    if isinstance(law, Family | Mixture) and isinstance(home, Reals | PositiveReals | Interval | Integers | Range):
        return space_of(x) is None and not (isinstance(x, Var) and isinstance(x.space, Abstract))
    return facts.within(x, home)


def _follows(statement: Node, facts: Facts) -> bool:
    """Whether a condition is proved; that numbers have a sum, by algebra."""
    match statement:
        case Relation(left, "=", right) if equal(left, right, facts):
            return True
    return facts.proves(statement)


def law_unmet(law: Node, facts: Facts) -> list[Statement]:
    """The conditions for a law to be one: valid parameters, or the hypothesis that a name is a density.

    That the parameters have values at all is for ``definedness`` to see.
    """
    match law:
        case Density() | MemberDensity():
            return known(facts.states(density(law)), density(law))
        case MultivariateNormal(_, covariance, _):
            return disagreeing(law, facts) + known(facts.positive_definite(covariance), positive_definite(covariance))
        case MatrixNormal(_, within, between, _):
            definite = (known(facts.positive_definite(s), positive_definite(s)) for s in (within, between))
            return disagreeing(law, facts) + [c for each in definite for c in each]
        case MultivariateT(_, scale, freedom, _):
            spread = known(facts.positive_definite(scale), positive_definite(scale))
            return disagreeing(law, facts) + spread + known(facts.positive(freedom), freedom > 0)
        case Family():
            conditions: list[Any] = [each for each in law.conditions() if not _follows(each, facts)]
            whole = (getattr(law, name) for name in law.whole)
            return conditions + [c for t in whole for c in known(facts.integer(t), floor(t).eq(t))]
        case ProductLaw(body, var):
            counted = [] if isinstance(support(body), Slot) else from_one(var.space, facts)
            inside = [ForAll(c, var) for c in law_unmet(body, facts.under(law))]
            return counted + inside
        case Marginal(inner, _):
            return law_unmet(inner, facts)
        case Pushforward(f, inner):
            alike = lives_on(inner, f.var.space) if isinstance(f, Lambda) else alpha_equal(domain_of(f), support(inner))
            return law_unmet(inner, facts) + known(alike, density(law))
        case Mixture(weights, components):
            total = fold(Plus, list(weights), 0)
            shares = [c for w in weights for c in known(facts.nonnegative(w), w >= 0)]
            shares += known(len(weights) == len(components) and equal(total, Number(1), facts), total.eq(1))
            alike = all(alpha_equal(support(part), support(components[0])) for part in components)
            parts = [c for part in components for c in law_unmet(part, facts)]
            return shares + parts + known(alike, density(law))
    raise TypeError(f"expected a law, found {law!r}")
