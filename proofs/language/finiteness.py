"""Finite values and smooth functions, as they follow from how a term is made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .binders import Derivative, Expectation, Int, Lambda, Prod, RowsOf, Sum, Sup, VectorOf
from .binding import canonical, substitute
from .entries import has_root, matrix_power
from .families import Beta, Exponential, Pareto
from .laws import Density, Family, MemberDensity
from .matrices import (
    Column,
    Coord,
    Det,
    Diag,
    Entry,
    Form,
    Glue,
    Identity,
    Inverse,
    MatMul,
    Rows,
    Tr,
    Transpose,
    Tuple,
    Zero,
    space_of,
)
from .membership import is_endless
from .node import Node
from .relations import Relation, density, differentiable, finite
from .spaces import Discrete, Interval, Matrices, PositiveReals, Range
from .terms import (
    Apply,
    Cases,
    Constant,
    Elementary,
    Function,
    MemberFunction,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Term,
    Times,
    Var,
)

if TYPE_CHECKING:
    from .facts import Facts

_EVERYWHERE = {"exp", "sin", "cos", "abs", "sign", "sinh", "cosh", "tanh", "arctan", "erf", "erfc", "sigmoid",
               "softplus", "floor", "max", "min"}  # fmt: skip
_SMOOTH = _EVERYWHERE - {"abs", "sign", "floor", "max", "min"}


def finite_number(t: Term, facts: Facts) -> bool:
    if t not in facts.finite:  # what was proved once stays proved; more may be known when it is asked again
        if not _is_finite(t, facts):
            return False
        facts.finite.add(t)
    return True


def _is_finite(t: Term, facts: Facts) -> bool:
    match t:
        case Number() | Var() | Identity() | Zero():
            return True
        case Constant(name):
            return name != "oo"
        case Plus(args) | Times(args) | MatMul(args) | Column(args) | Rows(args) | Tuple(args):
            found = all(finite_number(a, facts) for a in args)
        case Neg(arg) | Transpose(arg) | Diag(arg) | Tr(arg) | Det(arg) | Coord(arg, _) | Entry(arg, _, _):
            found = finite_number(arg, facts)
        case Inverse(arg):
            found = finite_number(arg, facts) and facts.invertible(arg)
        case Form(left, matrix, right):
            found = all(finite_number(a, facts) for a in (left, matrix, right))
        case Glue(_, value, rest):
            found = finite_number(value, facts) and finite_number(rest, facts)
        case Quotient(num, den):
            found = finite_number(num, facts) and finite_number(den, facts) and facts.nonzero(den)
        case Power(base, exponent):
            found = finite_number(base, facts) and finite_number(exponent, facts) and _has_power(base, exponent, facts)
        case Cases(values, _, otherwise):
            found = all(finite_number(a, facts) for a in (*values, otherwise))
        case Apply(head, args):
            found = all(finite_number(a, facts) for a in args) and _finite_at(head, args, facts)
        case Sum(body, x) | Prod(body, x) | VectorOf(body, x) | RowsOf(body, x):
            found = not is_endless(x.space) and finite_number(body, facts.under(t))
        case Derivative(body, var, at):
            found = _has_slope(body, var, facts) and finite_number(at, facts)
        case Sup() if _bounded_above(t, facts):
            found = True
        case Sup(body, Var(_, Interval(low, high))):
            ends = finite_number(low, facts) and finite_number(high, facts)
            found = ends and continuous(body, facts.under(t)) and finite_number(body, facts.under(t))
        case Sup(body, Var(_, Range(_, high))):
            found = finite_number(high, facts) and finite_number(body, facts.under(t))
        case Int(body, Var(_, Discrete())):
            found = finite_number(body, facts.under(t))
        case Expectation(body, _, Density(_, Discrete()) as law):
            found = facts.states(density(law)) and finite_number(body, facts.under(t))
        case _:
            found = False
    return found or facts.states(finite(t))


def _has_slope(body: Term, x: Var, facts: Facts) -> bool:
    """Whether a function of x is continuously differentiable for all x."""
    if isinstance(body, Apply) and isinstance(body.head, Function) and body.args == (x,):
        return smooth(body.head, facts)
    return smooth(Lambda(body, x), facts)


def _bounded_above(t: Sup, facts: Facts) -> bool:
    """Whether it is known of a least upper bound, which is more than -oo, that a number is greater."""
    here = canonical(t)
    return any(
        isinstance(h, Relation) and h.symbol in ("<", "<=") and h.left is here and finite_number(h.right, facts)
        for h in facts.said_of(t)
    )


def continuous(t: Term, facts: Facts) -> bool:
    """Whether a term is made of functions that are continuous wherever they are defined."""
    match t:
        case Number() | Constant() | Var():
            return True
        case Plus(args) | Times(args):
            return all(continuous(a, facts) for a in args)
        case Neg(arg):
            return continuous(arg, facts)
        case Quotient(a, b) | Power(a, b):
            return continuous(a, facts) and continuous(b, facts)
        case Apply(Elementary(name), args):
            return name not in ("sign", "floor") and all(continuous(a, facts) for a in args)
        case Apply(Function() as f, args):
            return smooth(f, facts) and all(continuous(a, facts) for a in args)
        case Derivative(body, var, at):
            return _has_slope(body, var, facts) and continuous(at, facts)
    return False


def _has_power(base: Term, exponent: Term, facts: Facts) -> bool:
    if isinstance(space_of(base), Matrices):
        match matrix_power(Power(base, exponent)):
            case (_, n) if n.denominator == 1:
                return n >= 0 or facts.invertible(base)
            case (_, n):
                return n.denominator == 2 and has_root(base, facts)
        return False
    if isinstance(exponent, Number) and exponent.value.denominator == 1:
        return exponent.value >= 0 or facts.nonzero(base)
    return facts.positive(base) or (facts.nonnegative(base) and facts.positive(exponent))


def _finite_at(head: Node, args: tuple[Term, ...], facts: Facts) -> bool:
    match head:
        case Elementary(name):
            if name in ("log", "gamma", "loggamma", "digamma", "beta"):
                return all(map(facts.positive, args))
            if name == "polygamma":
                return facts.positive(args[1])
            if name in ("sqrt", "factorial", "binomial"):
                return all(map(facts.nonnegative, args))
            if name in ("arcsin", "arccos"):
                (a,) = args
                return facts.nonnegative(Plus((Number(1), a))) and facts.nonnegative(Plus((Number(1), Neg(a))))
            return name in _EVERYWHERE
        case Function() | MemberFunction():
            return True
        case Lambda(body, var):
            return finite_number(substitute(body, {var: args[0]}), facts)
        case Density() | MemberDensity():
            return facts.states(density(head))
        case Family() if isinstance(head.home, PositiveReals) or isinstance(head, Beta | Pareto):
            return isinstance(head, Exponential) or facts.positive(Apply(head, args))
        case Family():
            return True
    return False


def smooth(f: Node, facts: Facts) -> bool:
    """Whether a function that is written out is continuously differentiable on its whole domain."""
    return facts.states(differentiable(f)) or (isinstance(f, Lambda) and _smooth(f.body, f.var, facts.under(f)))


def _smooth(t: Term, x: Var, facts: Facts) -> bool:
    if x not in t.free:
        return True
    match t:
        case Var():
            return True
        case Plus(args) | Times(args) | Column(args):
            return all(_smooth(a, x, facts) for a in args)
        case Neg(arg) | Coord(arg, _):
            return _smooth(arg, x, facts)
        case VectorOf(body, _) | RowsOf(body, _):
            return _smooth(body, x, facts.under(t))
        case Quotient(num, den):
            return _smooth(num, x, facts) and _smooth(den, x, facts) and facts.nonzero(den)
        case Power(base, Number(n)):
            return _smooth(base, x, facts) and n.denominator == 1 and (n >= 0 or facts.nonzero(base))
        case Power(base, n) if x not in n.free and facts.integer(n):
            return _smooth(base, x, facts) and (facts.nonnegative(n) or facts.nonzero(base))
        case Apply(Elementary(name), (arg,)):
            return _smooth(arg, x, facts) and (
                name in _SMOOTH or (name in ("log", "sqrt", "gamma", "loggamma", "digamma") and facts.positive(arg))
            )
        case Apply(Function() as f, args):
            return facts.states(differentiable(f)) and all(_smooth(a, x, facts) for a in args)
    return False
