"""The conditions for a term to be continuously differentiable in a variable, read off the term."""

from __future__ import annotations

from .images import with_standard_law
from .language import (
    Apply,
    Beta,
    Cases,
    Cauchy,
    ChiSquared,
    CrossEntropy,
    Density,
    Divergence,
    Elementary,
    Entropy,
    Expectation,
    Exponential,
    Fact,
    Family,
    FisherF,
    Function,
    FunctionFamily,
    Gamma,
    Gumbel,
    HalfNormal,
    Int,
    Interval,
    InverseGamma,
    InverseGaussian,
    Iterate,
    JensenShannon,
    Lambda,
    Law,
    Logistic,
    LogNormal,
    MemberFunction,
    MultivariateNormal,
    Neg,
    Node,
    Normal,
    Number,
    Pareto,
    Plus,
    Power,
    Prod,
    Quotient,
    Rayleigh,
    Reals,
    Statement,
    StudentT,
    Sum,
    Term,
    Times,
    Uniform,
    Var,
    Vectors,
    Wasserstein,
    Weibull,
    diffeomorphism,
    differentiable,
    differentiable_under,
    finite,
    nonzero,
    substitute,
)
from .language.beneath import interior
from .language.facts import Facts
from .language.families_of_counts import Counting
from .language.membership import is_endless
from .slopes import limits, on_the_line
from .summability import is_power_series
from .validity import endless, known
from .views import coefficients

_SMOOTH_LAWS = Normal | MultivariateNormal | Cauchy | StudentT | Logistic | Gumbel
_WITH_ALL_MOMENTS = Normal | Beta | ChiSquared | Exponential | Gamma | HalfNormal | Rayleigh | Uniform
_ENTIRE = {"exp", "sin", "cos", "sinh", "cosh", "tanh", "arctan", "erf", "erfc", "sigmoid", "softplus", "abs"}
_SMOOTH_INSIDE = (  # the support, whose ends may be kinks
    *(Beta, ChiSquared, Exponential, FisherF, Gamma, HalfNormal, InverseGamma, InverseGaussian, LogNormal, Pareto),
    *(Rayleigh, Uniform, Weibull),
)


def smooth_unmet(body: Node, x: Var, facts: Facts) -> list[Statement]:
    """Conditions for ``body`` to be continuously differentiable in ``x``."""
    if x not in body.free:
        return []
    if (base := _even_power_of_root(body)) is not None:
        return smooth_unmet(base, x, facts)
    if isinstance(body, Int) and x not in on_the_line(body).free:
        return _limits_unmet(body, x, facts)
    wanted = [c for child in body.children() for c in smooth_unmet(child, x, facts_inside(body, child, facts))]
    match body:
        case Apply(Elementary(name), (a,)) if name in ("abs", "sign", "sqrt", "max", "min", "floor"):
            wanted += known(name in ("abs", "sqrt", "sign") and facts.nonzero(a), nonzero(a))
        case Apply(Elementary("arcsin" | "arccos"), (a,)):
            wanted += known(facts.positive(a + 1), a > -1) + known(facts.positive(1 - a), a < 1)
        case Apply(Elementary("factorial" | "binomial"), args):
            wanted += [c for a in args for c in known(facts.positive(a), a > 0)]
        case Power(base, exponent) if x not in exponent.free and facts.integer(exponent):
            wanted += known(facts.nonnegative(exponent) or facts.nonzero(base), nonzero(base))
        case Power(base, exponent):
            wanted += known(facts.positive(base), base > 0)
        case Sum(_, k) | Prod(_, k) if x in k.space.free:
            wanted.append(differentiable(body))
        case Sum(inner, k) if is_endless(k.space):
            wanted += known(is_power_series(inner, x, k, facts.under(body)), differentiable(body))
        case Apply(Family() as law, (at,)) if isinstance(law, _SMOOTH_INSIDE):
            wanted += [c for h in interior(at, law.home) for c in known(facts.proves(h), h)]
        case Apply(Counting() as law, (at,)) if x not in at.free | law.home.free:
            wanted += smooth_unmet(law.mass(at), x, facts)
        case Apply(Law() as law, _):
            everywhere = isinstance(law, Density) and isinstance(law.space, Reals | Vectors)
            told = everywhere and facts.states(differentiable(law))
            wanted += known(told or isinstance(law, _SMOOTH_LAWS), differentiable(law))
        case Apply(Function(_, domain, _) as f, _):
            smooth = facts.states(differentiable(f)) or facts.states(diffeomorphism(f)) or _is_undone(f, facts)
            closed = any(isinstance(home, Interval) for home in domain)  # at whose ends there is no derivative
            wanted += known(smooth and not closed, differentiable(f))
        case Apply(MemberFunction(FunctionFamily() as family, _), _) | Iterate(family, _, _):
            wanted += known(facts.states(differentiable(family)), differentiable(family))
        case Expectation():
            wanted += known(_under_the_mean(body, x, facts), differentiable(body))
        case Cases(_, conditions, _):
            gaps = [c.left - c.right for c in conditions if x in c.free]
            wanted += [nonzero(g) for g in gaps if not (facts.nonzero(g) or _almost_surely_nonzero(g, x, facts))]
        case Int():
            wanted.append(differentiable(body))
        case Divergence() | JensenShannon() | Wasserstein() | Entropy() | CrossEntropy():
            wanted.append(differentiable(body))
    return wanted


def _limits_unmet(t: Int, x: Var, facts: Facts) -> list[Statement]:
    """Conditions for an integral to be continuously differentiable in a variable that only its limits have: its
    integrand is continuous between them and close to those that move, and it is integrable up to those that do not."""
    if not limits(t):
        return [differentiable(t)]
    between = _discontinuous(t.body, t.var, facts.under(t))
    if any(t.var in c.free for c in between):
        return [differentiable(t)]
    f = on_the_line(t)
    close, wanted = _discontinuous(f.body, f.var, facts), between
    for end in limits(t):
        there = [] if endless(end) else [substitute(h, {f.var: end}) for h in close]
        lacking = [c for h in there for c in known(facts.proves(h), h)]
        if x in end.free:
            wanted += smooth_unmet(end, x, facts) + lacking
        elif (lacking or endless(end)) and not _is_density(f.body, f.var):
            wanted += known(facts.states(finite(t)), finite(t))
    low, high = limits(t)
    rising = endless(low) or endless(high) or facts.positive(high - low)
    return list(dict.fromkeys(wanted + known(rising, low < high)))


def _is_density(t: Term, y: Var) -> bool:
    """Whether a term is a density at a point, whose integral is at most 1."""
    match t:
        case Apply(Law() as law, (at,)):
            return at is y and y not in law.free
    return False


def _discontinuous(t: Node, y: Var, facts: Facts) -> list[Statement]:
    """Conditions for a term to have a value and to be continuous close to a point ``y``, all of which hold close to it
    where they hold at it."""
    wanted = smooth_unmet(t, y, facts)
    for node in t.walk():
        if y not in node.free:
            continue
        match node:
            case Quotient(_, den):
                wanted += known(facts.nonzero(den), nonzero(den))
            case Apply(Elementary("log" | "sqrt" | "gamma" | "loggamma" | "digamma"), (a,)):
                wanted += known(facts.positive(a), a > 0)
            case Apply(Elementary(name), _) if name in _ENTIRE:
                pass
            case Var() | Plus() | Times() | Neg() | Power() | Apply(Law() | Function()):
                pass
            case _:
                return [differentiable(t)]
    return wanted


def _almost_surely_nonzero(gap: Term, x: Var, facts: Facts) -> bool:
    """Whether, x being what it is, the gap is a y + b with a != 0 and a y that is drawn from a law with a density."""
    drawn = [h.args[0] for h in facts.hypotheses if isinstance(h, Fact) and h.predicate == "diffuse"]
    for y in drawn:
        found = coefficients(gap, y, 1) if y is not x and y in gap.free else None
        if found is not None and len(found) == 2 and facts.nonzero(found[1]):
            return True
    return False


def _is_undone(f: Function, facts: Facts) -> bool:
    """Whether the function is said to have an inverse; it is smooth then."""
    return any(isinstance(h, Fact) and h.predicate == "inverse" and h.args[1] is f for h in facts.said_of(f))


def _under_the_mean(t: Expectation, x: Var, facts: Facts) -> bool:
    """Whether the mean, under a law that is free of x or is that of an image, is said to allow differentiation, or is
    one of a polynomial: the sum of its coefficients times moments."""
    mean = t if x not in t.law.free else with_standard_law(t, facts)
    if mean is None or x in mean.law.free:
        return False
    powers = coefficients(mean.body, mean.var) if isinstance(mean.law, _WITH_ALL_MOMENTS) else None
    if powers is not None and not any(smooth_unmet(c, x, facts) for c in powers):
        return True
    if not facts.states(differentiable_under(Lambda(mean, x), x)):
        return False
    return not smooth_unmet(mean.body, x, facts.under(mean))


def _even_power_of_root(t: Node) -> Node | None:
    """The a of sqrt(a)^2 and of abs(a)^2, and of their powers: they are as smooth as a, where they have a value."""
    match t:
        case Power(Apply(Elementary("sqrt" | "abs"), (a,)), Number(n)) if n > 0 and n % 2 == 0:
            return a
    return None


def facts_inside(t: Node, child: Node, facts: Facts) -> Facts:
    """The facts that hold in a child of a node: in the body of a binder those beneath it."""
    if getattr(t, "var", None) is not None and child is t.fields[0]:
        return facts.under(t)
    return facts
