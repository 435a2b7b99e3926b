"""Growth: integrands that a named law has the moments for."""

from __future__ import annotations

from collections.abc import Callable

from .language import (
    Apply,
    Bernoulli,
    Beta,
    BetaBinomial,
    Binomial,
    Cauchy,
    ChiSquared,
    Column,
    Coord,
    Counting,
    Dirichlet,
    DiscreteUniform,
    Elementary,
    Entry,
    ExGaussian,
    Exponential,
    FisherF,
    Form,
    Gamma,
    Geometric,
    Gumbel,
    HalfNormal,
    Hypergeometric,
    InverseGamma,
    InverseGaussian,
    Laplace,
    Law,
    Logistic,
    LogNormal,
    MatMul,
    MultivariateNormal,
    Neg,
    NegativeBinomial,
    Normal,
    Number,
    Pareto,
    Plus,
    Poisson,
    Power,
    ProductLaw,
    Quotient,
    Rayleigh,
    StudentT,
    Term,
    Times,
    Transpose,
    Uniform,
    Var,
    Weibull,
    is_counted,
    support,
)
from .language.facts import Facts

Finite = Callable[[Term], bool]
POLYNOMIAL = (
    Normal | MultivariateNormal | Laplace | Logistic | Gumbel | Exponential | Gamma | ChiSquared | LogNormal | Weibull
    | Rayleigh | Beta | Uniform | Bernoulli | Binomial | DiscreteUniform | Poisson | Geometric | NegativeBinomial
    | InverseGaussian | ExGaussian | HalfNormal | BetaBinomial | Hypergeometric | Dirichlet
)  # fmt: skip
_LOGARITHMIC = (
    Gamma | Exponential | ChiSquared | LogNormal | Weibull | Rayleigh | InverseGamma | InverseGaussian | FisherF
    | HalfNormal
)  # fmt: skip
_COUNTS = Poisson | Geometric | NegativeBinomial


_BOUNDED = {"sin", "cos", "tanh", "erf", "erfc", "sigmoid", "arctan", "arcsin", "arccos", "sign"}


def tempered(body: Term, x: Var, law: Law, facts: Facts, finite: Finite) -> bool:
    """A body of at most polynomial (and logarithmic) growth under a law that has all such moments."""
    kind = law.body if isinstance(law, ProductLaw) else law
    heavy = _tail_index(kind)
    if heavy is not None:
        degree = _degree(body, x, kind, finite)
        return degree is not None and facts.positive(heavy - Number(degree))
    if not isinstance(kind, POLYNOMIAL):
        return False

    def grows(t: Term) -> bool:
        if x not in t.free:
            return finite(t)
        match t:
            case Var():
                return True
            case Plus(args) | Times(args):
                return all(map(grows, args))
            case Neg(a):
                return grows(a)
            case Quotient(num, den):
                return x not in den.free and grows(num) and finite(den)
            case Power(base, Number(n)):
                return n.denominator == 1 and n >= 0 and grows(base)
            case Apply(Counting(), _):  # a probability
                return True
            case Apply(Elementary(name), (a,)):
                if name in _BOUNDED:
                    return True
                if name in ("abs", "softplus", "sqrt"):  # sqrt(t) <= 1 + t
                    return grows(a)
                if name == "log" and isinstance(a, Apply) and isinstance(a.head, Law):
                    return x not in a.head.free and _polynomial_log_density(a.head, kind) and a.args == (x,)
                return name == "log" and _log_moment(a, x, kind)
            case Form(left, matrix, right):
                return x not in matrix.free and grows(left) and grows(right)
            case MatMul(args):
                return all(map(grows, args))
            case Transpose(arg):
                return grows(arg)
            case Coord(point, index):
                return x not in index.free and grows(point)
            case Entry(matrix, row, column):
                return x not in row.free | column.free and grows(matrix)
            case Column(entries):
                return all(map(grows, entries))
        return False

    return grows(body)


def _tail_index(law: Law) -> Term | None:
    """Of a law with a heavy tail: E|x|^k is finite for k below this number, 1 + log|x| being no matter."""
    match law:
        case StudentT():
            return law.freedom
        case Pareto() | InverseGamma():
            return law.shape
        case FisherF():
            return law.below / 2
    return None


def _degree(t: Term, x: Var, law: Law, finite: Finite) -> int | None:
    """A degree of growth in x, up to a power of its logarithm; None where the growth is not that of a polynomial."""
    if x not in t.free:
        return 0 if finite(t) else None
    match t:
        case Var():
            return 1
        case Plus(args) | Times(args):
            degrees = [_degree(a, x, law, finite) for a in args]
            known = [n for n in degrees if n is not None]
            return None if len(known) < len(degrees) else max(known) if isinstance(t, Plus) else sum(known)
        case Neg(a) | Apply(Elementary("abs" | "softplus"), (a,)):
            return _degree(a, x, law, finite)
        case Quotient(num, den) if x not in den.free and finite(den):
            return _degree(num, x, law, finite)
        case Power(base, Number(n)) if n.denominator == 1 and n >= 0:
            degree = _degree(base, x, law, finite)
            return None if degree is None else degree * int(n)
        case Apply(Elementary(name), _) if name in _BOUNDED:
            return 0
        case Apply(Elementary("log"), (Apply(Law() as of, (y,)),)) if y is x and x not in of.free:
            return 0 if _slow_log_density(of, law) else None
        case Apply(Elementary("log"), (a,)) if _log_moment(a, x, law):
            return 0
    return None


def _polynomial_log_density(of: Law, under: Law) -> bool:
    """log of the density grows at most like a polynomial (and logarithms of the point) on the support of the other."""
    if isinstance(of, MultivariateNormal):
        return isinstance(under, MultivariateNormal)
    if isinstance(of, Normal | Laplace | Logistic | ExGaussian):
        return isinstance(under, POLYNOMIAL) and not is_counted(support(under))
    if isinstance(of, Gamma | Exponential | ChiSquared | LogNormal | Weibull | Rayleigh | HalfNormal):
        return isinstance(under, POLYNOMIAL) and isinstance(under, _LOGARITHMIC)
    if isinstance(of, InverseGaussian):  # log x, x and 1/x
        return isinstance(under, InverseGaussian | LogNormal)
    if _slow_log_density(of, under):
        return True
    if isinstance(of, _COUNTS):
        return isinstance(under, _COUNTS)
    return isinstance(of, Beta | Dirichlet) and type(of) is type(under)


def _slow_log_density(of: Law, under: Law) -> bool:
    """log of the density grows like a logarithm (or b/x, where that has moments) on the support of the other."""
    if isinstance(of, StudentT | Cauchy):
        return not is_counted(support(under))
    if isinstance(of, FisherF):
        return isinstance(under, _LOGARITHMIC)
    return isinstance(of, Pareto | InverseGamma) and type(of) is type(under)


def _log_moment(a: Term, x: Var, law: Law) -> bool:
    if a is x:
        return isinstance(law, _LOGARITHMIC | Beta | Pareto)
    match a:
        case Coord(point, index):  # the coordinates have beta laws
            return isinstance(law, Dirichlet) and point is x and x not in index.free
        case Plus((Number(one), Neg(y))) if one == 1 and y is x:
            return isinstance(law, Beta)
    return False
