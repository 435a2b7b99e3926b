"""Slopes: the derivative of a scalar by a real variable, as a term."""

from __future__ import annotations

from collections.abc import Callable

from .language import (
    Apply,
    Cauchy,
    Derivative,
    Elementary,
    Function,
    Int,
    Interval,
    Lambda,
    Neg,
    Normal,
    Number,
    Plus,
    PositiveReals,
    Power,
    Prod,
    Quotient,
    Reals,
    Sum,
    Term,
    Times,
    Var,
    Without,
    alpha_equal,
    cos,
    cosh,
    depends,
    digamma,
    exp,
    fold,
    fresh_beside,
    is_scalar_space,
    log,
    oo,
    pi,
    polygamma,
    sigmoid,
    sin,
    sinh,
    sqrt,
    substitute,
    tanh,
)
from .language.membership import is_endless
from .views import negated, over, times

ZERO, ONE = Number(0), Number(1)


def derivative(t: Term, u: Var, keep: bool = False) -> Term | None:
    """d t / d u by the rules of differentiation, where ``t`` is differentiable.

    None where ``t`` is not made of functions they know; if ``keep``, derivatives of such parts are left standing.
    """
    if not depends(t, u):
        return ZERO
    if t is u:
        return ONE
    parts = [derivative(a, u, keep) for a in _inner(t)]
    known = [p for p in parts if p is not None]
    if len(known) < len(parts):
        return None
    found = _derivative(t, u, known)
    return Derivative(t, u, u) if found is None and keep else found


def _inner(t: Term) -> tuple[Term, ...]:
    """The parts whose derivatives make up that of the whole."""
    match t:
        case Plus(args) | Times(args) | Apply(Elementary() | Function(), args):
            return tuple(args)
        case Neg(a) | Sum(a, _) | Prod(a, _):
            return (a,)
        case Quotient(a, b) | Power(a, b):
            return (a, b)
    return ()


def _derivative(t: Term, u: Var, parts: list[Term]) -> Term | None:
    """The derivative of ``t`` from those of its parts."""
    match t:
        case Neg():
            return negated(parts[0])
        case Plus():
            return _total(parts)
        case Times(args):
            return _total([_product(*args[:k], p, *args[k + 1 :]) for k, p in enumerate(parts)])
        case Quotient(num, den):
            above, below = parts
            return (
                over(above, den) if below is ZERO else (_total([_product(above, den), _product(-num, below)])) / den**2
            )
        case Power(base, exponent):
            inner, outer = parts
            slope = _product(exponent, Power(base, less_one(exponent)), inner)
            return slope if outer is ZERO else _total([slope, _product(t, outer, log(base))])
        case Apply(Elementary(name), args):
            partials = slopes(name, args)
            return None if partials is None else _chain(partials, parts)
        case Apply(Function(_, domain, _) as f, args):
            return _chain(_partials(f, domain, args, parts), parts)
        case Apply(Lambda(body, var), (argument,)):
            return derivative(substitute(body, {var: argument}), u)
        case Apply(Normal() | Cauchy() as law, (x,)):
            score = derivative(law.log_density(x), u)
            return None if score is None else _product(t, score)
        case Sum(_, k) if u not in k.space.free and not is_endless(k.space):
            return Sum(parts[0], k)
        case Prod(body, k) if u not in k.space.free:
            other = fresh_beside(Var(k.name + "'", Without(k.space, k)), body)
            return Sum(_product(parts[0], Prod(substitute(body, {k: other}), other)), k)
        case Int() if u not in (integrand := on_the_line(t)).free and limits(t):
            ends = [(end, derivative(end, u)) for end in limits(t)]
            at = [
                _product(substitute(integrand.body, {integrand.var: end}), rate)
                for end, rate in ends
                if rate is not None
            ]
            return _total([at[0] if at[0] is ZERO else negated(at[0]), at[1]]) if len(at) == 2 else None
        case Derivative(body, x, at) if not (depends(body, u) and x is not u):
            first = derivative(body, x)
            there = t if first is None else substitute(first, {x: at})
            return None if alpha_equal(there, t) else derivative(there, u)  # of an unknown function it is what it was
    return None


def on_the_line(t: Int) -> Lambda:
    """The integrand as a function on the line, whatever it is integrated over."""
    y = fresh_beside(Var(t.var.name, Reals()), t)
    return Lambda(substitute(t.body, {t.var: y}), y)


def limits(t: Int) -> tuple[Term, ...]:
    """Between which limits an integral is taken; none of one over another set."""
    match t.var.space:
        case Interval(low, high):
            return low, high
        case PositiveReals():
            return ZERO, oo
    return ()


def _total(parts: list[Term]) -> Term:
    return fold(Plus, [p for p in parts if p is not ZERO], 0)


def _product(*factors: Term) -> Term:
    return ZERO if ZERO in factors else times(*factors)


def less_one(exponent: Term) -> Term:
    """The exponent that is left when a power is differentiated."""
    return Number(exponent.value - 1) if isinstance(exponent, Number) else exponent - 1


def _chain(partials: tuple[Term | None, ...], parts: list[Term]) -> Term | None:
    """The sum of partial derivatives times those of the arguments; None where one that is needed is not known."""
    needed = [(p, part) for p, part in zip(partials, parts, strict=True) if part is not ZERO]
    known = [_product(p, part) for p, part in needed if p is not None]
    return _total(known) if len(known) == len(needed) else None


def _partials(f: Function, domain: tuple, args: tuple[Term, ...], parts: list[Term]) -> tuple[Term | None, ...]:
    """The derivatives of an unknown function by its arguments, each left as it is."""
    found: list[Term | None] = []
    for k, (home, a) in enumerate(zip(domain, args, strict=True)):
        v = fresh_beside(Var("u", home), *args)
        found.append(Derivative(f(*args[:k], v, *args[k + 1 :]), v, a) if is_scalar_space(home) else None)
    return tuple(found)


_PARTIAL: dict[str, Callable[..., tuple[Term | None, ...]]] = {
    "exp": lambda a: (exp(a),),
    "log": lambda a: (1 / a,),
    "sqrt": lambda a: (1 / (2 * sqrt(a)),),
    "sin": lambda a: (cos(a),),
    "cos": lambda a: (-sin(a),),
    "tan": lambda a: (1 / cos(a) ** 2,),
    "sinh": lambda a: (cosh(a),),
    "cosh": lambda a: (sinh(a),),
    "tanh": lambda a: (1 - tanh(a) ** 2,),
    "arctan": lambda a: (1 / (1 + a**2),),
    "erf": lambda a: (2 * exp(-(a**2)) / sqrt(pi),),
    "sigmoid": lambda a: (sigmoid(a) * (1 - sigmoid(a)),),
    "softplus": lambda a: (sigmoid(a),),
    "abs": lambda a: (a / abs(a),),
    "gamma": lambda a: (Apply(Elementary("gamma"), (a,)) * digamma(a),),
    "loggamma": lambda a: (digamma(a),),
    "digamma": lambda a: (polygamma(1, a),),
    "polygamma": lambda n, a: (None, polygamma(n + 1, a)),
    "beta": lambda a, b: (
        Apply(Elementary("beta"), (a, b)) * (digamma(a) - digamma(a + b)),
        Apply(Elementary("beta"), (a, b)) * (digamma(b) - digamma(a + b)),
    ),
}


def slopes(name: str, args: tuple[Term, ...]) -> tuple[Term | None, ...] | None:
    """The derivatives of an elementary function by its arguments; None for one that has none here."""
    found = _PARTIAL.get(name)
    return None if found is None else found(*args)


__all__ = ["derivative", "less_one", "limits", "on_the_line", "slopes"]
