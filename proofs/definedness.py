"""Definedness: the conditions under which a written term has a value, read off the term before anything is evaluated.

Values are extended reals.  A term that may be infinite (an integral, an expectation, a divergence) may stand in a sum
with finite terms and beside non-zero finite factors, and nowhere else; so infinite values never cancel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from .convergence import approachable, eventually, limit_of, valued
from .integrability import integral_exists, is_finite, mean_exists, series_unmet
from .language import (
    AlmostEverywhere,
    Apply,
    Block,
    Cartesian,
    Cases,
    Column,
    Constant,
    Coord,
    CrossEntropy,
    Derivative,
    Det,
    Diag,
    Divergence,
    Elementary,
    Entropy,
    Entry,
    Expectation,
    Fact,
    Family,
    ForAll,
    Form,
    Function,
    FunctionalDerivative,
    FunctionFamily,
    Glue,
    Gradient,
    Identity,
    Iff,
    Int,
    Interval,
    Inverse,
    Iterate,
    Jacobian,
    JensenShannon,
    Lambda,
    Law,
    Limit,
    Marginal,
    MatMul,
    MatProd,
    Matrices,
    MemberDensity,
    Mixture,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    Prod,
    Product,
    ProductLaw,
    Pushforward,
    Quotient,
    Range,
    Relation,
    Rows,
    RowsOf,
    Space,
    Statement,
    Sum,
    Sup,
    Term,
    Times,
    Tr,
    Transpose,
    Tuple,
    Var,
    VectorOf,
    Vectors,
    Wasserstein,
    Without,
    Zero,
    alpha_equal,
    cos,
    density,
    finite,
    floor,
    fresh_beside,
    invertible,
    is_scalar,
    log,
    nonzero,
    oo,
    positive_definite,
    positive_density,
    space_of,
    substitute,
    support,
)
from .language.beneath import interior
from .language.entries import has_root, matrix_power
from .language.facts import Facts
from .language.membership import is_endless
from .shapes import disagreeing
from .smoothness import facts_inside, smooth_unmet
from .validity import (
    density_unmet,
    endless,
    from_one,
    has_density_at,
    has_distances,
    known,
    law_unmet,
    lives_on,
    same_measure,
    share_measure,
)
from .weighting import means_written

_POSITIVE_ARGUMENTS = {"log", "gamma", "loggamma", "digamma", "polygamma", "beta"}


@lru_cache(maxsize=20_000)
def unmet(t: Node, facts: Facts) -> tuple[Statement, ...]:
    """The conditions for ``t`` to have a value that do not follow from the facts; empty when it has one."""
    return tuple(dict.fromkeys(_unmet(t, facts)))


def _unmet(t: Node, facts: Facts) -> list[Statement]:
    if isinstance(t, Derivative | Gradient) and isinstance(t.at, Var):
        return _at_point(t, facts)
    if isinstance(t, Int) and unmet(t.body, facts_inside(t, t.body, facts)):
        weighted = _weighted(t, facts)
        if weighted is not None:
            return weighted
    below = [
        c
        for child in t.children()
        if isinstance(child, Term | Statement) and not isinstance(child, Var)
        if not (isinstance(t, Limit) and child is t.to and endless(child))
        for c in unmet(child, facts_inside(t, child, facts))
        if not (isinstance(t, Limit) and child is t.body and eventually(c, t, facts))
    ]
    below += disagreeing(t, facts)
    match t:
        case Relation() | Iff() | AlmostEverywhere():
            return below
        case Fact() | ForAll():
            return []  # a hypothesis that fails to have a meaning is never satisfied
        case Number() | Var() | Identity() | Zero() | Neg() | Cases():
            return below
        case Constant():
            return []  # an infinite value is one; where a finite one is wanted, it is asked for there
        case Plus(args):
            # One summand may be infinite; of the others a finite value is wanted.
            infinite = [finite(a) for a in args if not is_finite(a, facts)]
            return below + infinite[1:]
        case Times(args):
            return below + _beside_infinite(args, facts)
        case Quotient(_, den):
            return below + known(_is(facts.nonzero, den, facts), nonzero(den)) + _finite(den, facts)
        case Power(base, exponent) if isinstance(space_of(base), Matrices):
            return below + _matrix_power(t, base, exponent, facts)
        case Power(base, exponent):
            return below + _power(base, exponent, facts) + _finite(base, facts) + _finite(exponent, facts)
        case Apply(Elementary(name), args):
            return below + [c for a in args for c in _finite(a, facts)] + _elementary(name, args, facts)
        case Apply(Law() as law, (x,)):
            return (
                below
                + _law(law, facts)
                + (density_unmet(law, facts) or known(has_density_at(law, x, facts), density(law)))
            )
        case Apply(Lambda(body, var), (x,)):
            return below + list(unmet(substitute(body, {var: x}), facts))
        case Apply(Function(_, domain, _), args):
            pairs = zip(args, domain, strict=False)
            inside = [c for a, home in pairs for c in known(_within(a, home, facts), finite(a))]
            inside += [c for h in _where_it_undoes(t, facts) for c in known(facts.proves(h), h)]
            return below + inside + known(len(args) == len(domain), finite(t))
        case Apply(_, args):
            return below
        case Int(body, var):
            return below + _range(var.space, facts) + known(integral_exists(body, var, facts.under(t)), finite(t))
        case Expectation(body, var, law):
            lives = known(lives_on(law, var.space), density(law))
            return below + _law(law, facts) + lives + known(mean_exists(t, facts), finite(t))
        case Sum(body, var) if is_endless(var.space):
            below += _upwards(var.space, facts) + _finite(body, facts.under(t))
            return below + (series_unmet(t, facts) if is_scalar(body) else [finite(t)])
        case Sum(body, var) | Prod(body, var):
            return below + _range(var.space, facts) + _finite(body, facts.under(t))
        case Sup(body, var):
            return below + _range(var.space, facts) + _finite(body, facts.under(t)) + _not_empty(var.space, facts)
        case Limit(_, var, _, _):
            there = approachable(t, facts) and limit_of(t, facts) is not None
            return below + _range(var.space, facts) + known(there, finite(t))
        case Divergence(p, q):
            alike = known(share_measure(p, q), density(q))
            return below + _law(p, facts) + _law(q, facts) + alike
        case JensenShannon(p, q):
            alike = known(alpha_equal(support(p), support(q)), density(q))
            return below + _law(p, facts) + _law(q, facts) + alike
        case Wasserstein(p, q, order):
            alike = known(same_measure(support(p), support(q)) and has_distances(p), density(q))
            return below + _law(p, facts) + _law(q, facts) + alike + known(facts.nonnegative(order - 1), order >= 1)
        case Entropy(p):
            return below + _law(p, facts) + density_unmet(p, facts) + _finite(t, facts)
        case CrossEntropy(p, q):
            laws = [c for law in (p, q) for c in (*_law(law, facts), *density_unmet(law, facts))]
            x = fresh_beside(Var("x", support(p)), p, q)
            return below + (laws or list(unmet(Expectation(log(q(x)), x, p), facts)))
        case Derivative(body, var, at) | Gradient(body, var, at) | Jacobian(body, var, at):
            beneath = facts.under(t)
            smooth = [c for c in smooth_unmet(body, var, beneath) if not _is_known_finite(c, beneath)]
            return below + known(facts.within(at, var.space), finite(at)) + smooth
        case FunctionalDerivative(functional, law, point):
            below += _finite(functional, facts) + known(has_density_at(law, point, facts), density(law))
            return below + known(facts.states(positive_density(law)), positive_density(law))
        case Inverse(arg):
            return below + known(facts.invertible(arg), invertible(arg))
        case Coord(point, index):
            return below + _place(index, space_of(point), facts)
        case Entry(matrix, row, column):
            home = space_of(matrix)
            sizes = (home.rows, home.columns) if isinstance(home, Matrices) else ()
            places = zip((row, column), sizes, strict=False)
            return below + [c for at, size in places for c in _place(at, Vectors(size), facts)]
        case Tuple() | Column() | Rows() | MatMul() | Transpose() | Diag() | Block() | Glue() | Form() | Tr() | Det():
            return below
        case VectorOf(_, var) | RowsOf(_, var) | MatProd(_, var):
            return below + _range(var.space, facts) + from_one(var.space, facts)
        case Iterate(FunctionFamily(_, Range(_, last), _, _), count, _):
            # Without any map, and for a count below zero, the start stays what it is.
            return below + known(facts.integer(count) and facts.nonnegative(last - count), count <= last)
        case Iterate():
            return below
    raise TypeError(f"definedness of {type(t).__name__} is not known")


def _is(sign: Callable[[Term], bool], t: Term, facts: Facts) -> bool:
    """Whether a term has a sign, perhaps as its limits have values that are known."""
    return sign(t) or ((value := valued(t, facts)) is not t and sign(value))


def _within(t: Term, home: Space, facts: Facts) -> bool:
    return facts.within(t, home) or ((value := valued(t, facts)) is not t and facts.within(value, home))


def _is_known_finite(condition: Statement, facts: Facts) -> bool:
    match condition:
        case Fact("finite", (Term() as t,)):
            return is_finite(t, facts)
    return False


def _finite(t: Term, facts: Facts) -> list[Statement]:
    return known(is_finite(t, facts), finite(t))


def _beside_infinite(args: tuple[Term, ...], facts: Facts) -> list[Statement]:
    """0 * oo has no value: beside a factor that may be infinite the others are finite and not zero."""
    infinite = [a for a in args if not is_finite(a, facts)]
    if not infinite:
        return []
    wanted: list[Statement] = [finite(a) for a in infinite[1:]]
    return wanted + [c for a in args if a is not infinite[0] for c in known(facts.nonzero(a), nonzero(a))]


def _power(base: Term, exponent: Term, facts: Facts) -> list[Statement]:
    if isinstance(exponent, Number) and exponent.value.denominator == 1:
        return [] if exponent.value >= 0 else known(_is(facts.nonzero, base, facts), nonzero(base))
    if facts.integer(exponent):  # 0^0 is 1
        return [] if facts.nonnegative(exponent) else known(_is(facts.nonzero, base, facts), nonzero(base))
    if facts.positive(exponent):
        return known(_is(facts.nonnegative, base, facts), base >= 0)
    return known(_is(facts.positive, base, facts), base > 0)


def _matrix_power(t: Term, base: Term, exponent: Term, facts: Facts) -> list[Statement]:
    """An integer power, negative only of an invertible matrix, or one of the principal square root."""
    match matrix_power(t):
        case (_, n) if n.denominator == 1:
            return known(n >= 0 or facts.invertible(base), invertible(base))
        case (_, n) if n.denominator == 2:
            return known(has_root(base, facts), positive_definite(base))
    return [floor(2 * exponent).eq(2 * exponent)]


def _elementary(name: str, args: tuple[Term, ...], facts: Facts) -> list[Statement]:
    if name in _POSITIVE_ARGUMENTS:
        return [c for a in args for c in known(_is(facts.positive, a, facts), a > 0)]
    if name in ("sqrt", "factorial"):
        return [c for a in args for c in known(_is(facts.nonnegative, a, facts), a >= 0)]
    if name == "tan":
        (a,) = args
        return known(facts.nonzero(cos(a)), nonzero(cos(a)))
    if name in ("arcsin", "arccos"):
        (a,) = args
        return known(facts.nonnegative(a + 1), a >= -1) + known(facts.nonnegative(1 - a), a <= 1)
    if name == "binomial":
        return [c for a in args for c in known(facts.nonnegative(a), a >= 0)]
    return []


def _where_it_undoes(t: Apply, facts: Facts) -> Iterator[Relation]:
    """Where a function that is said to undo another one has a value."""
    for h in facts.said_of(t.head):
        if isinstance(h, Fact) and h.predicate == "inverse" and h.args[0] is t.head:
            yield from interior(t.args[0], h.args[2])


def _law(law: Law, facts: Facts) -> list[Statement]:
    """The conditions for a law to be one, and for its parameters to have finite values."""
    return law_unmet(law, facts) + _parameters(law, facts)


def _parameters(law: Law, facts: Facts) -> list[Statement]:
    match law:
        case Family():
            return [c for t in law.parameters for c in (*unmet(t, facts), *(_finite(t, facts) if is_scalar(t) else ()))]
        case ProductLaw(body, var):
            return _range(var.space, facts) + [ForAll(c, var) for c in _parameters(body, facts.under(law))]
        case Mixture(weights, components):
            return [c for t in weights for c in unmet(t, facts)] + [
                c for q in components for c in _parameters(q, facts)
            ]
        case Marginal(inner, index):
            return _parameters(inner, facts) + list(unmet(index, facts))
        case Pushforward(f, inner):
            return _parameters(inner, facts) + (_values(f, inner, facts) if isinstance(f, Lambda) else [])
        case MemberDensity(_, index):
            return list(unmet(index, facts))
    return []


def _values(f: Lambda, law: Law, facts: Facts) -> list[Statement]:
    """The conditions for a function that is written out to have finite values almost surely."""
    inside = facts.under(Expectation(f.body, f.var, law))
    return [ForAll(c, f.var) for c in (*unmet(f.body, inside), *_finite(f.body, inside))]


def _range(space: Space, facts: Facts) -> list[Statement]:
    """The conditions for what a binder ranges over to be a space: an index runs between finite ends."""
    match space:
        case Range(low, high):
            return [c for end in (low, high) for c in (*unmet(end, facts), *_finite(end, facts))]
        case Interval(low, high):
            return [c for end in (low, high) if not endless(end) for c in (*unmet(end, facts), *_finite(end, facts))]
        case Without(outer, _):
            return _range(outer, facts)
    return []


def _upwards(space: Space, facts: Facts) -> list[Statement]:
    """The conditions for a series to begin somewhere and to go on upwards, perhaps without one of its terms."""
    match space:
        case Range(low, high) if high is oo:
            return [*unmet(low, facts), *_finite(low, facts)]
        case Without(outer, _):
            return _upwards(outer, facts)
    return _range(space, facts)


def _not_empty(space: Space, facts: Facts) -> list[Statement]:
    """A least upper bound is one of something."""
    match space:
        case Interval(low, high) | Range(low, high):
            ordered = endless(low) or endless(high) or facts.nonnegative(Plus((high, Neg(low))))
            return known(ordered, low <= high)
    return []


def _place(index: Term, home: Space | None, facts: Facts) -> list[Statement]:
    """The conditions for an index to be one of a vector, or of a point of a product space."""
    match home:
        case Vectors(size):
            indices: Space = Range(Number(1), size)
        case Product(_, indices):
            pass
        case Cartesian(factors):
            literal = isinstance(index, Number) and index.value in range(1, len(factors) + 1)
            return known(literal, finite(index))
        case _:
            return []
    if facts.within(index, indices):
        return []
    left_out = []
    while isinstance(indices, Without):
        left_out += known(facts.differ(index, indices.index), Relation(index, "!=", indices.index))
        indices = indices.range
    if not isinstance(indices, Range):
        return left_out
    return [*left_out, index >= indices.low, index <= indices.high]


def _weighted(t: Int, facts: Facts) -> list[Statement] | None:
    """Conditions for an integral against densities: what counts is what holds almost surely under them."""
    means = means_written(t)
    wanted = [c for m in means for c in unmet(m, facts)]
    return wanted + ([c for m in means for c in _finite(m, facts)] if len(means) > 1 else []) if means else None


def _at_point(t: Derivative | Gradient, facts: Facts) -> list[Statement]:
    """Conditions for a derivative at a variable: those at that point.

    They are open (a logarithm's argument is positive, a denominator not zero), and the parts are continuous there, so
    they hold around the point as well.  That a mean may be differentiated along its diagonal says nothing about the
    derivative in one of two places.
    """
    assert isinstance(t.at, Var)
    local = substitute(t.body, {t.var: t.at})
    if t.at is not t.var and t.at in t.body.free:
        facts = Facts(h for h in facts.hypotheses if getattr(h, "predicate", "") != "differentiable_under")
    wanted = known(facts.within(t.at, t.var.space), finite(t.at)) + disagreeing(t, facts)
    return wanted + list(unmet(local, facts)) + smooth_unmet(local, t.at, facts)
