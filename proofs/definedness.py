"""Definedness: the conditions under which a written term has a value, read off the term before anything is evaluated.

Values are extended reals.  A term that may be infinite (an integral, an expectation, a divergence) may stand in a sum
with finite terms and beside non-zero finite factors, and nowhere else; so infinite values never cancel.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from .algebra import equal
from .language import (
    Abstract,
    AlmostEverywhere,
    Apply,
    Bernoulli,
    Beta,
    Block,
    Cases,
    Cauchy,
    Column,
    Constant,
    Coord,
    CrossEntropy,
    Density,
    Derivative,
    Det,
    Diag,
    Divergence,
    Elementary,
    Entropy,
    Entry,
    Expectation,
    Exponential,
    Fact,
    Family,
    ForAll,
    Form,
    Function,
    FunctionalDerivative,
    FunctionFamily,
    Gamma,
    Glue,
    Head,
    Identity,
    Iff,
    Int,
    Integers,
    Interval,
    Inverse,
    Iterate,
    Jacobian,
    Lambda,
    Laplace,
    Law,
    Marginal,
    MatMul,
    MatProd,
    Matrices,
    MemberDensity,
    MemberFunction,
    Mixture,
    MultivariateNormal,
    Neg,
    Node,
    Normal,
    Number,
    Plus,
    Poisson,
    PositiveReals,
    Power,
    Prod,
    Product,
    ProductLaw,
    Pushforward,
    Quotient,
    Range,
    Reals,
    Relation,
    Slot,
    Space,
    Statement,
    Sum,
    Term,
    Times,
    Tr,
    Transpose,
    Uniform,
    Var,
    VectorOf,
    Vectors,
    Without,
    Zero,
    alpha_equal,
    cos,
    density,
    diffeomorphism,
    differentiable,
    finite,
    fold,
    fresh_beside,
    half,
    invertible,
    log,
    nonzero,
    oo,
    positive_definite,
    positive_density,
    space_of,
    sqrt,
    substitute,
    support,
)
from .language.facts import Facts
from .shapes import disagreeing
from .views import laws_at, split, summands, through_coordinate, times

_POSITIVE_ARGUMENTS = {"log", "gamma", "loggamma", "digamma", "polygamma", "beta"}


@lru_cache(maxsize=20_000)
def unmet(t: Node, facts: Facts) -> tuple[Statement, ...]:
    """The conditions for ``t`` to have a value that do not follow from the facts; empty when it has one."""
    return tuple(dict.fromkeys(_unmet(t, facts)))


def _unmet(t: Node, facts: Facts) -> list[Statement]:
    below = [
        c
        for child in t.children()
        if isinstance(child, Term | Statement) and not isinstance(child, Var)
        for c in unmet(child, _inside(t, child, facts))
    ]
    below += disagreeing(t, facts)
    match t:
        case Relation() | Iff() | AlmostEverywhere():
            return below
        case Fact() | ForAll():
            return []  # a hypothesis that fails to have a meaning is never satisfied
        case Number() | Var() | Identity() | Zero() | Neg() | Cases():
            return below
        case Constant(name):
            return [finite(t)] if name == "oo" else []
        case Plus(args):
            # One summand may be infinite; of the others a finite value is wanted.
            infinite = [finite(a) for a in args if not is_finite(a, facts)]
            return below + infinite[1:]
        case Times(args):
            return below + _beside_infinite(args, facts)
        case Quotient(_, den):
            return below + _known(facts.nonzero(den), nonzero(den)) + _finite(den, facts)
        case Power(base, Number(n)) if isinstance(space_of(base), Matrices):
            return below + _known(n >= 0 or facts.invertible(base), invertible(base))
        case Power(base, exponent):
            return below + _power(base, exponent, facts) + _finite(base, facts) + _finite(exponent, facts)
        case Apply(Elementary(name), args):
            return below + [c for a in args for c in _finite(a, facts)] + _elementary(name, args, facts)
        case Apply(Law() as law, (x,)):
            return below + law_unmet(law, facts) + _known(_has_density_at(law, x, facts), density(law))
        case Apply(Lambda(body, var), (x,)):
            return below + list(unmet(substitute(body, {var: x}), facts))
        case Apply(_, args):
            return below
        case Int(body, var):
            return below + _range(var.space, facts) + _known(_integral_exists(body, var, facts.under(t)), finite(t))
        case Expectation(body, var, law):
            lives = _known(_lives_on(law, var.space), density(law))
            return below + law_unmet(law, facts) + lives + _known(_mean_exists(t, facts), finite(t))
        case Sum(body, var) | Prod(body, var):
            return below + _range(var.space, facts) + _finite(body, facts.under(t))
        case Divergence(p, q):
            alike = _known(_share_measure(p, q), density(q))
            return below + law_unmet(p, facts) + law_unmet(q, facts) + alike
        case Entropy() | CrossEntropy():
            laws = [c for law in t.children() for c in law_unmet(law, facts)]
            return below + laws + _finite(t, facts)
        case Derivative(body, var, at) | Jacobian(body, var, at):
            return below + _known(facts.within(at, var.space), finite(at)) + _smooth(body, var, facts.under(t))
        case FunctionalDerivative(functional, law, point):
            below += _finite(functional, facts) + _known(_has_density_at(law, point, facts), density(law))
            return below + _known(facts.states(positive_density(law)), positive_density(law))
        case Inverse(arg):
            return below + _known(facts.invertible(arg), invertible(arg))
        case Coord(point, index):
            return below + _place(index, space_of(point), facts)
        case Entry(matrix, row, column):
            home = space_of(matrix)
            sizes = (home.rows, home.columns) if isinstance(home, Matrices) else ()
            places = zip((row, column), sizes, strict=False)
            return below + [c for at, size in places for c in _place(at, Vectors(size), facts)]
        case Column() | MatMul() | Transpose() | Diag() | Block() | Glue() | Form() | Tr() | Det():
            return below
        case VectorOf(_, var) | MatProd(_, var):
            return below + _range(var.space, facts) + _from_one(var.space, facts)
        case Iterate(FunctionFamily(_, Range(_, last), _, _), count, _):
            # Without any map, and for a count below zero, the start stays what it is.
            return below + _known(facts.integer(count) and facts.nonnegative(last - count), count <= last)
        case Iterate():
            return below
    raise TypeError(f"definedness of {type(t).__name__} is not known")


def _inside(t: Node, child: Node, facts: Facts) -> Facts:
    if getattr(t, "var", None) is not None and child is t.fields[0]:
        return facts.under(t)
    return facts


def _known(proved: bool, condition: Statement) -> list[Statement]:
    return [] if proved else [condition]


def _finite(t: Term, facts: Facts) -> list[Statement]:
    return _known(is_finite(t, facts), finite(t))


def _beside_infinite(args: tuple[Term, ...], facts: Facts) -> list[Statement]:
    """0 * oo has no value: beside a factor that may be infinite the others are finite and not zero."""
    infinite = [a for a in args if not is_finite(a, facts)]
    if not infinite:
        return []
    wanted: list[Statement] = [finite(a) for a in infinite[1:]]
    return wanted + [c for a in args if a is not infinite[0] for c in _known(facts.nonzero(a), nonzero(a))]


def _power(base: Term, exponent: Term, facts: Facts) -> list[Statement]:
    if isinstance(exponent, Number) and exponent.value.denominator == 1:
        return [] if exponent.value >= 0 else _known(facts.nonzero(base), nonzero(base))
    if facts.positive(exponent):
        return _known(facts.nonnegative(base), base >= 0)
    return _known(facts.positive(base), base > 0)


def _elementary(name: str, args: tuple[Term, ...], facts: Facts) -> list[Statement]:
    if name in _POSITIVE_ARGUMENTS:
        return [c for a in args for c in _known(facts.positive(a), a > 0)]
    if name in ("sqrt", "factorial"):
        return [c for a in args for c in _known(facts.nonnegative(a), a >= 0)]
    if name == "tan":
        (a,) = args
        return _known(facts.nonzero(cos(a)), nonzero(cos(a)))
    if name == "binomial":
        return [c for a in args for c in _known(facts.nonnegative(a), a >= 0)]
    return []


def _domain(f: Head) -> Space:
    return f.family.domain if isinstance(f, MemberFunction) else f.domain[0]


def _range(space: Space, facts: Facts) -> list[Statement]:
    """The conditions for what a binder ranges over to be a space: an index runs between finite ends."""
    match space:
        case Range(low, high):
            return [c for end in (low, high) for c in (*unmet(end, facts), *_finite(end, facts))]
        case Interval(low, high):
            return [c for end in (low, high) if not _endless(end) for c in (*unmet(end, facts), *_finite(end, facts))]
        case Without(outer, _):
            return _range(outer, facts)
    return []


def _place(index: Term, home: Space | None, facts: Facts) -> list[Statement]:
    """The conditions for an index to be one of a vector, or of a point of a product space."""
    match home:
        case Vectors(size):
            indices: Space = Range(Number(1), size)
        case Product(_, indices):
            pass
        case _:
            return []
    if facts.within(index, indices):
        return []
    left_out = []
    while isinstance(indices, Without):
        left_out += _known(facts.differ(index, indices.index), Relation(index, "!=", indices.index))
        indices = indices.range
    if not isinstance(indices, Range):
        return left_out
    return [*left_out, index >= indices.low, index <= indices.high]


def _endless(end: Term) -> bool:
    return end in (oo, Neg(oo))


def _from_one(space: Space, facts: Facts) -> list[Statement]:
    """Coordinates are counted from one."""
    return _known(equal(space.low, Number(1), facts), space.low.eq(1)) if isinstance(space, Range) else []


def _lives_on(law: Law, space: Space) -> bool:
    """Whether a point with the law lies in the space, whose measure the density refers to."""
    match space, home := support(law):
        case (Reals(), PositiveReals() | Interval()) | (Integers(), Range()):
            return True
    return alpha_equal(home, space)


def _share_measure(p: Law, q: Law) -> bool:
    """Whether the densities of two laws refer to one measure: that of a space, of lengths or of counting."""
    homes = support(p), support(q)
    on_line = all(isinstance(home, Reals | PositiveReals | Interval) for home in homes)
    return on_line or all(isinstance(home, Integers | Range) for home in homes) or alpha_equal(*homes)


def _has_density_at(law: Law, x: Term, facts: Facts) -> bool:
    """Whether the law has a density at such a point; on the line it is 0 beyond the support."""
    home = support(law)
    if isinstance(law, Family | Mixture) and isinstance(home, Reals | PositiveReals | Interval | Integers | Range):
        return space_of(x) is None and not (isinstance(x, Var) and isinstance(x.space, Abstract))
    return facts.within(x, home)


def law_unmet(law: Node, facts: Facts) -> list[Statement]:
    """The conditions for a law to be one: valid parameters, or the hypothesis that a name is a density."""
    match law:
        case Density() | MemberDensity():
            return _known(facts.states(density(law)), density(law))
        case Normal(_, s, _) | Laplace(_, s, _) | Cauchy(_, s, _):
            return _known(facts.positive(s), s > 0)
        case MultivariateNormal(_, covariance, _):
            return [*unmet(covariance, facts), *disagreeing(law, facts)] + _known(
                facts.positive_definite(covariance), positive_definite(covariance)
            )
        case Gamma(a, b, _) | Beta(a, b, _):
            return _known(facts.positive(a), a > 0) + _known(facts.positive(b), b > 0)
        case Exponential(rate, _) | Poisson(rate, _):
            return _known(facts.positive(rate), rate > 0)
        case Uniform(low, high, _):
            return _known(facts.positive(high - low), low < high)
        case Bernoulli(p, _):
            return _known(facts.positive(p), p > 0) + _known(facts.positive(1 - p), p < 1)
        case ProductLaw(body, var):
            counted = [] if isinstance(support(body), Slot) else _from_one(var.space, facts)
            inside = [ForAll(c, var) for c in law_unmet(body, facts.under(law))]
            return _range(var.space, facts) + counted + inside
        case Marginal(inner, _):
            return law_unmet(inner, facts)
        case Pushforward(f, inner):
            alike = isinstance(f, Lambda) or alpha_equal(_domain(f), support(inner))
            return (
                law_unmet(inner, facts)
                + _known(alike, density(law))
                + _known(facts.states(diffeomorphism(f)), diffeomorphism(f))
            )
        case Mixture(weights, components):
            total = fold(Plus, list(weights), 0)
            shares = [c for w in weights for c in _known(facts.nonnegative(w), w >= 0)]
            shares += _known(len(weights) == len(components) and equal(total, Number(1), facts), total.eq(1))
            alike = all(alpha_equal(support(part), support(components[0])) for part in components)
            parts = [c for part in components for c in law_unmet(part, facts)]
            return shares + parts + _known(alike, density(law))
    raise TypeError(f"expected a law, found {law!r}")


# ---------------------------------------------------------------------------------------------------------------------
# finite values, integrals that exist


@lru_cache(maxsize=20_000)
def is_finite(t: Term, facts: Facts) -> bool:
    """Whether the term's value (given that it has one) is proved to be a finite real number."""
    if facts.finite_number(t):
        return True
    match t:
        case Plus(args) | Times(args) | Apply(_, args):
            return all(is_finite(a, facts) for a in args)
        case Neg(a):
            return is_finite(a, facts)
        case Quotient(num, den):
            return is_finite(num, facts) and is_finite(den, facts)
        case Power(base, exponent):
            return is_finite(base, facts) and is_finite(exponent, facts)
        case Sum(body, _) | Prod(body, _):
            return is_finite(body, facts.under(t))
        case Expectation(body, var, law):
            return _stated(t, facts) or integrable(body, var, law, facts.under(t))
        case Int(body, var):
            return _stated(t, facts) or _integral_finite(body, var, facts.under(t))
        case Divergence(p, q):
            return _finite_divergence(p, q, facts)
        case Entropy(p):
            x = fresh_beside(Var("x", support(p)), p)
            return is_finite(Expectation(log(p(x)), x, p), facts)
        case CrossEntropy(p, q):
            x = fresh_beside(Var("x", support(p)), p, q)
            return is_finite(Expectation(log(q(x)), x, p), facts)
        case Coord() | Entry() | Form() | Tr() | Det() | Derivative() | FunctionalDerivative():
            return True  # of vectors and matrices of finite numbers, where defined
    return False


def _finite_divergence(p: Law, q: Law, facts: Facts) -> bool:
    x = fresh_beside(Var("x", support(p)), p, q)
    if not isinstance(p, Normal | MultivariateNormal | Laplace | Gamma | Beta | Exponential):
        return False
    return is_finite(Expectation(log(p(x)) - log(q(x)), x, p), facts)


def _stated(t: Term, facts: Facts) -> bool:
    """finite(t) is among the hypotheses, perhaps with another constant factor (not 0 there) before the integrand."""
    rest = t.fields[2:]
    coefficient, mine = split(t.body, t.var)
    if not is_finite(coefficient, facts):
        return False
    for known in _finite_hypotheses(t, facts):
        if type(known) is type(t) and known.var.space is t.var.space:
            factor, theirs = split(known.body, known.var)
            # Bodies that speak of different names are not worth a search for equality.
            alike = mine.free - {t.var} == theirs.free - {known.var} and facts.nonzero(factor)
            if alike and equal(type(t)(mine, t.var, *rest), type(t)(theirs, known.var, *known.fields[2:]), facts):
                return True
    return False


def _finite_hypotheses(t: Term, facts: Facts) -> Iterator[Any]:
    """The terms stated to be finite, ``ForAll`` at each variable of ``t`` that it ranges over."""
    for h in facts.hypotheses:
        stated = [h]
        if isinstance(h, ForAll):
            names = (name for name in t.free if isinstance(name, Var) and facts.within(name, h.var.space))
            stated = [substitute(h.body, {h.var: name}) for name in names]
        for one in stated:
            match one:
                case Fact("finite", (Entropy(p),)):
                    x = fresh_beside(Var("x", support(p)), p)
                    yield Expectation(log(p(x)), x, p)
                case Fact("finite", (Expectation() | Int() as known,)):
                    yield known


def integrable(body: Term, x: Var, law: Law, facts: Facts) -> bool:
    """Whether E_{x ~ law}|body| is proved finite.  ``facts`` are those inside the expectation."""
    if x not in body.free:
        return is_finite(body, facts)
    if _stated(Expectation(body, x, law), facts):
        return True
    parts = summands(body, facts)
    if len(parts) > 1:
        return all(integrable(part, x, law, facts) for part in parts)
    coefficient, rest = split(parts[0] if parts else Number(0), x)
    if not is_finite(coefficient, facts):
        return False
    match rest:
        case Plus():
            return integrable(rest, x, law, facts)
        case Sum(inner, k) if x not in k.free:
            return integrable(inner, x, law, facts.under(rest))
        case Expectation(inner, y, _) if y not in inner.free:
            return integrable(inner, x, law, facts)
    return (
        _tempered(rest, x, law, facts)
        or _density_ratio(rest, x, law, facts)
        or _stated(Expectation(rest, x, law), facts)
        or _integrable_coordinate(rest, x, law, facts)
    )


def _integrable_coordinate(body: Term, point: Var, law: Law, facts: Facts) -> bool:
    """A body that depends on one coordinate of the point is integrable when it is under that coordinate's law."""
    for index, z, inner in through_coordinate(body, point):
        match law:
            case Density():
                part: Law = Marginal(law, index)
            case ProductLaw(factor, i) if facts.within(index, i.space):
                part = substitute(factor, {i: index})
            case _:
                return False
        if integrable(inner, z, part, facts.under(Expectation(inner, z, part))):
            return True
    return False


_POLYNOMIAL = (Normal, MultivariateNormal, Laplace, Exponential, Gamma, Beta, Uniform, Bernoulli, Poisson)


def _tempered(body: Term, x: Var, law: Law, facts: Facts) -> bool:
    """A body of at most polynomial (and logarithmic) growth under a law that has all such moments."""
    kind = law.body if isinstance(law, ProductLaw) else law
    if not isinstance(kind, _POLYNOMIAL):
        return False

    def grows(t: Term) -> bool:
        if x not in t.free:
            return is_finite(t, facts)
        match t:
            case Var():
                return True
            case Plus(args) | Times(args):
                return all(map(grows, args))
            case Neg(a):
                return grows(a)
            case Quotient(num, den):
                return x not in den.free and grows(num) and is_finite(den, facts)
            case Power(base, Number(n)):
                return n.denominator == 1 and n >= 0 and grows(base)
            case Apply(Elementary(name), (a,)):
                if name in ("sin", "cos", "tanh", "erf", "sigmoid", "arctan", "sign"):
                    return True
                if name in ("abs", "softplus"):
                    return grows(a)
                if name == "log" and isinstance(a, Apply) and isinstance(a.head, Law):
                    return x not in a.head.free and _polynomial_log_density(a.head, kind) and a.args == (x,)
                return name == "log" and _log_moment(a, x, kind)
            case Form(left, matrix, right):
                return x not in matrix.free and grows(left) and grows(right)
            case Coord(point, index):
                return x not in index.free and grows(point)
        return False

    return grows(body)


def _polynomial_log_density(of: Law, under: Law) -> bool:
    """log of the density grows at most like a polynomial (and logarithms of the point) on the support of the other."""
    if isinstance(of, Normal | Laplace):
        return isinstance(under, Normal | Laplace | Exponential | Gamma | Beta | Uniform)
    if isinstance(of, MultivariateNormal):
        return isinstance(under, MultivariateNormal)
    if isinstance(of, Gamma | Exponential):
        return isinstance(under, Gamma | Exponential)
    return isinstance(of, Beta) and isinstance(under, Beta)


def _log_moment(a: Term, x: Var, law: Law) -> bool:
    if a is x:
        return isinstance(law, Gamma | Exponential | Beta)
    match a:
        case Plus((Number(one), Neg(y))) if one == 1 and y is x:
            return isinstance(law, Beta)
    return False


def _density_ratio(body: Term, x: Var, law: Law, facts: Facts) -> bool:
    """p(x)/q(x), or its square root, under q: E_q[p/q] = P(q > 0) <= 1, and sqrt(t) <= 1 + t."""
    for p in laws_at(body, x):
        if p is not law and not law_unmet(p, facts):
            ratio = p(x) / law(x)
            if equal(body, ratio, facts) or equal(body * body, ratio, facts):
                return True
    return False


def _mean_exists(t: Expectation, facts: Facts) -> bool:
    """Whether the expectation exists as an extended real: finite, or of one sign, or a log-ratio of densities."""
    inner = facts.under(t)
    body, x, law = t.body, t.var, t.law
    if is_finite(t, facts) or inner.nonnegative(body) or inner.nonnegative(Neg(body)):
        return True
    if _log_ratio(body, x, law, inner):
        return True
    # Up to integrable summands one may be left that is bounded on one side by an integrable function.
    left = [s for s in summands(body, inner) if not integrable(s, x, law, inner)]
    rest = fold(Plus, left, 0)
    return inner.nonnegative(rest) or inner.nonnegative(Neg(rest)) or _log_ratio(rest, x, law, inner)


def _log_ratio(body: Term, x: Var, law: Law, facts: Facts) -> bool:
    """c log(p(x)/q(x)) under q has an expectation, since log t <= t - 1 bounds it on one side."""
    for p in laws_at(body, x):
        if p is law or law_unmet(p, facts) or not facts.positive(p(x)):
            continue
        ratio = log(law(x)) - log(p(x))
        for factor in (Number(1), Number(-1), half, Number(2), -half, Number(-2)):
            if equal(body, factor * ratio, facts):
                return True
    return False


def _integral_exists(body: Term, x: Var, facts: Facts) -> bool:
    return (
        facts.nonnegative(body)
        or facts.nonnegative(Neg(body))
        or _integral_finite(body, x, facts)
        or (_stated(Int(body, x), facts))
    )


def _integral_finite(body: Term, x: Var, facts: Facts) -> bool:
    """An integrand that is a density (of the variable) times something integrable under it, or a sum of such."""
    if _stated(Int(body, x), facts):
        return True
    parts = summands(body, facts)
    if len(parts) > 1:
        return all(_integral_finite(part, x, facts) for part in parts)
    for law in laws_at(body, x):
        if law_unmet(law, facts):
            continue
        rest = _without_factor(parts[0], law(x))
        if rest is not None and integrable(rest, x, law, facts):
            return True
    return False


def _without_factor(t: Term, factor: Term) -> Term | None:
    """t with one occurrence of the factor taken away, or None where it is no factor."""
    match t:
        case _ if t is factor:
            return Number(1)
        case Neg(a):
            rest = _without_factor(a, factor)
            return None if rest is None else Neg(rest)
        case Times(args):
            for k, a in enumerate(args):
                rest = _without_factor(a, factor)
                if rest is not None:
                    return times(*args[:k], rest, *args[k + 1 :])
        case Quotient(num, den):
            rest = _without_factor(num, factor)
            return None if rest is None else Quotient(rest, den)
        case Apply(Elementary("sqrt"), (Times(args),)) if factor in args:
            # sqrt(p q) = q sqrt(p/q)
            others = [a for a in args if a is not factor]
            if len(others) == 1 and len(args) == 2:
                return sqrt(others[0] / factor)
    return None


def _smooth(body: Node, x: Var, facts: Facts) -> list[Statement]:
    """Conditions for ``body`` to be continuously differentiable in ``x``."""
    if x not in body.free:
        return []
    wanted = [c for child in body.children() for c in _smooth(child, x, _inside(body, child, facts))]
    match body:
        case Apply(Elementary(name), (a,)) if name in ("abs", "sign", "sqrt", "max", "min", "floor"):
            wanted += _known(name in ("abs", "sqrt", "sign") and facts.nonzero(a), nonzero(a))
        case Power(base, exponent) if not (isinstance(exponent, Number) and exponent.value.denominator == 1):
            wanted += _known(facts.positive(base), base > 0)
        case Apply(Law() as law, _):
            wanted += _known(isinstance(law, Normal | MultivariateNormal | Cauchy), differentiable(law))
        case Apply(Function() as f, _):
            wanted += _known(facts.states(differentiable(f)) or facts.states(diffeomorphism(f)), differentiable(f))
        case Apply(MemberFunction(FunctionFamily() as family, _), _) | Iterate(family, _, _):
            wanted += _known(facts.states(differentiable(family)), differentiable(family))
        case Int() | Expectation() | Divergence() | Cases():
            wanted.append(differentiable(body))
    return wanted


__all__ = ["Abstract", "integrable", "is_finite", "law_unmet", "unmet"]
