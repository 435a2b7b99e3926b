"""Integrals against densities: they are means, and what counts is what holds almost surely."""

from __future__ import annotations

from .language import (
    Apply,
    Cartesian,
    Coord,
    Expectation,
    Glue,
    Int,
    Law,
    Marginal,
    Neg,
    Number,
    Plus,
    Product,
    Term,
    Times,
    Tuple,
    Var,
    alpha_equal,
    fresh_beside,
    replace,
    substitute,
    support,
    without,
)


def weighted_means(t: Int) -> tuple[Expectation, ...]:
    """The means that an integral is the sum of whose integrand has a density as factor; none for other integrands.

    Where the density is 0, so is the product, whatever stands beside it (0 log 0 = 0).
    """
    summands = t.body.args if isinstance(t.body, Plus) else (t.body,)
    found = [m for s in summands if (m := _as_mean(s, t.var)) is not None]
    return tuple(found) if len(found) == len(summands) else ()


def means_written(t: Int) -> tuple[Expectation, ...]:
    """The means whose conditions are those of an integral: against a density, or over all variables of a joint one.

    That an iterated integral is finite says less than that the mean is.
    """
    joint = joint_mean(t) if isinstance(t.body, Int) else None
    return weighted_means(t) if joint is None else (joint,)


def joint_mean(t: Int) -> Expectation | None:
    """The mean under a joint density that an integral over all its variables is, by Fubini's theorem; else None.

    The mean is over a point w of the product: for the variable of the k-th factor stands the coordinate w_k.
    """
    variables: list[Var] = []
    body: Term = t
    while isinstance(body, Int):
        variables.append(body.var)
        body = body.body
    if len(set(variables)) < len(variables) or any(v in o.space.free for v in variables for o in variables):
        return None
    for at in (a for a in _factors(body) if isinstance(a, Apply) and isinstance(a.head, Law)):
        law = at.head
        match at.args:
            case (Tuple(entries),) if set(entries) == set(variables) and law.free.isdisjoint(variables):
                home = support(law)
                if not isinstance(home, Cartesian) or len(entries) != len(variables):
                    continue
                if not all(alpha_equal(v.space, part) for v, part in zip(entries, home.factors, strict=True)):
                    continue
                w = fresh_beside(Var("w", home), t)
                rest = replace(_without(body, at), at.args[0], w)
                places = {v: Coord(w, Number(k)) for k, v in enumerate(entries, 1)}
                return Expectation(substitute(rest, places), w, law)
    return None


def _factors(t: Term) -> tuple[Term, ...]:
    match t:
        case Times(args):
            return args
        case Neg(a):
            return _factors(a)
    return (t,)


def _without(t: Term, factor: Term) -> Term:
    """A product without one of its factors."""
    match t:
        case Times(args):
            at = args.index(factor)
            rest = args[:at] + args[at + 1 :]
            return rest[0] if len(rest) == 1 else Times(rest)
        case Neg(a):
            return Neg(_without(a, factor))
    return Number(1)


def _as_mean(t: Term, x: Var) -> Expectation | None:
    """p(x) f as the mean of f under p, up to a sign."""
    match t:
        case Neg(a):
            return _as_mean(a, x)
        case Times(args):
            for k, a in enumerate(args):
                law = _weight(a, x)
                if law is not None:
                    rest = args[:k] + args[k + 1 :]
                    return Expectation(rest[0] if len(rest) == 1 else Times(rest), x, law)
    return None


def _weight(t: Term, x: Var) -> Law | None:
    """The law of which a factor is the density at x: p(x), or the marginal density that is written as an integral."""
    match t:
        case Apply(Law() as law, (at,)) if at is x and x not in law.free and alpha_equal(support(law), x.space):
            return law
        case Int(Apply(Law() as joint, (Glue(j, at, others),)), rest) if at is x and others is rest:
            home = support(joint)
            apart = {x, rest}.isdisjoint(joint.free | j.free)
            if apart and isinstance(home, Product) and alpha_equal(rest.space, without(home, j)):
                marginal = Marginal(joint, j)
                return marginal if alpha_equal(support(marginal), x.space) else None
    return None
