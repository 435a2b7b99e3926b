"""Signs, finite values and matrix facts as they follow from how a term is made.

A set of possible signs is a union of NEGATIVE, ZERO and POSITIVE.  A term is taken to have a value: whether it has one
is for others to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .binders import Expectation, Int, Jacobian, Lambda, Prod, Sum, VectorOf
from .binding import canonical, substitute
from .laws import (
    Bernoulli,
    Beta,
    Cauchy,
    Density,
    Exponential,
    Family,
    Gamma,
    Laplace,
    Law,
    Marginal,
    MemberDensity,
    Mixture,
    MultivariateNormal,
    Normal,
    Poisson,
    ProductLaw,
    Pushforward,
    Uniform,
    support,
)
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
    Tr,
    Transpose,
    Zero,
    space_of,
)
from .node import Node
from .relations import density, diffeomorphism, differentiable, finite, invertible as is_invertible
from .relations import positive_definite as is_positive_definite
from .relations import positive_density
from .spaces import Interval, PositiveReals, Range, Reals, Vectors
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

NEGATIVE, ZERO, POSITIVE = 1, 2, 4
ANY = NEGATIVE | ZERO | POSITIVE
NONNEGATIVE, NONZERO = ZERO | POSITIVE, NEGATIVE | POSITIVE

_VALUES = {NEGATIVE: -1, ZERO: 0, POSITIVE: 1}
_ONE_OF = {-1: NEGATIVE, 0: ZERO, 1: POSITIVE}


def _table(combine: object) -> list[list[int]]:
    def union(a: int, b: int) -> int:
        found = 0
        for s in _VALUES:
            for r in _VALUES:
                if a & s and b & r:
                    found |= combine(_VALUES[s], _VALUES[r])  # type: ignore[operator]
        return found

    return [[union(a, b) for b in range(8)] for a in range(8)]


ADD = _table(lambda s, r: ANY if s * r < 0 else _ONE_OF[max(-1, min(1, s + r))])
MULTIPLY = _table(lambda s, r: _ONE_OF[s * r])
MAXIMUM = _table(lambda s, r: _ONE_OF[max(s, r)])
MINIMUM = _table(lambda s, r: _ONE_OF[min(s, r)])


def negated(mask: int) -> int:
    return MULTIPLY[NEGATIVE][mask]


def power(mask: int, n: int) -> int:
    """The signs of the n-th power, the base having no zero where n is negative."""
    if n == 0:
        return POSITIVE
    if n < 0:
        mask &= ~ZERO
    return mask if n % 2 else MULTIPLY[mask][mask] & (NONNEGATIVE if mask & ZERO else POSITIVE)


def structure(t: Term, facts: Facts) -> int:
    """The signs that the way the term is made leaves."""
    match t:
        case Number(value):
            return POSITIVE if value > 0 else NEGATIVE if value < 0 else ZERO
        case Constant():
            return POSITIVE
        case Var(_, space):
            return POSITIVE if isinstance(space, PositiveReals) else ANY
        case Neg(arg):
            return negated(facts.sign(arg))
        case Plus(args):
            return _fold(ADD, ZERO, (facts.sign(a) for a in args))
        case Times(args):
            return _product(args, facts)
        case Quotient(num, den):
            return MULTIPLY[facts.sign(num)][facts.sign(den) & ~ZERO or ANY]
        case Power(base, exponent):
            return _power(base, exponent, facts)
        case Cases(values, _, otherwise):
            return _union(facts.sign(a) for a in (*values, otherwise))
        case Apply(Elementary(name), args):
            return _elementary(name, args, facts)
        case Apply(Law() as law, (x,)):
            simpler = component(x, facts)
            return _density(law, x, facts) if simpler is None else facts.sign(Apply(law, (simpler,)))
        case Apply(Lambda(body, var), (x,)):
            return facts.sign(substitute(body, {var: x}))
        case Int() | Expectation() | Sum() | Prod():
            return integrated(t, facts.under(t).sign(t.body), facts)
        case Coord() | Entry():
            entry = component(t, facts)
            return ANY if entry is None else facts.sign(entry)
        case Det(matrix):
            return _determinant(matrix, facts)
        case Form(left, matrix, right) if canonical(left) is canonical(right):
            return NONNEGATIVE if facts.positive_definite(matrix) else ANY
        case Tr(matrix):
            return NONNEGATIVE if facts.positive_definite(matrix) else ANY
    return ANY


def _fold(table: list[list[int]], start: int, masks: object) -> int:
    for mask in masks:  # type: ignore[attr-defined]
        start = table[start][mask]
    return start


def _union(masks: object) -> int:
    found = 0
    for mask in masks:  # type: ignore[attr-defined]
        found |= mask
    return found


def _product(args: tuple[Term, ...], facts: Facts) -> int:
    """Equal factors are taken together: x y x has the sign of y, or is zero."""
    count: dict[Node, int] = {}
    for a in args:
        count[canonical(a)] = count.get(canonical(a), 0) + 1
    return _fold(MULTIPLY, POSITIVE, (power(facts.sign(a), n) for a, n in count.items()))  # type: ignore[arg-type]


def _power(base: Term, exponent: Term, facts: Facts) -> int:
    mask = facts.sign(base)
    if isinstance(exponent, Number):
        if exponent.value.denominator == 1:
            return power(mask, exponent.value.numerator)
        return POSITIVE if not mask & ZERO or exponent.value < 0 else NONNEGATIVE
    if mask == POSITIVE:
        return POSITIVE
    if not mask & NEGATIVE:
        return NONNEGATIVE
    return ANY if mask & ZERO else NONZERO


_ALWAYS_POSITIVE = {"exp", "cosh", "softplus", "sigmoid", "factorial"}
_ODD = {"sign", "sinh", "tanh", "arctan", "erf"}


def _elementary(name: str, args: tuple[Term, ...], facts: Facts) -> int:
    first = args[0]
    if name in _ALWAYS_POSITIVE:
        return POSITIVE
    if name in _ODD:
        return facts.sign(first)
    match name:
        case "sqrt":
            return POSITIVE if facts.nonzero(first) else NONNEGATIVE
        case "abs":
            return power(facts.sign(first), 2)
        case "log":
            return facts.sign(Plus((first, Number(-1))))
        case "gamma":
            return POSITIVE if facts.positive(first) else NONZERO
        case "beta":
            return POSITIVE if all(map(facts.positive, args)) else NONZERO
        case "max":
            return _fold(MAXIMUM, NEGATIVE, map(facts.sign, args))
        case "min":
            return _fold(MINIMUM, POSITIVE, map(facts.sign, args))
        case "floor":
            if facts.nonnegative(Plus((first, Number(-1)))):
                return POSITIVE
            return NONNEGATIVE if facts.nonnegative(first) else NEGATIVE if facts.negative(first) else ANY
        case "binomial":
            n, k = args
            inside = facts.nonnegative(k) and facts.nonnegative(Plus((n, Neg(k))))
            return POSITIVE if inside and facts.integer(n) and facts.integer(k) else ANY
    return ANY


def integrated(t: Term, mask: int, facts: Facts) -> int:
    """The signs of a sum, product, integral or mean whose body has the signs ``mask``."""
    if isinstance(t, Prod):
        if not mask & NEGATIVE:
            return POSITIVE if mask == POSITIVE else NONNEGATIVE
        return ANY if mask & ZERO else NONZERO
    if mask & POSITIVE and mask & NEGATIVE:
        return ANY
    return mask if _has_mass(t, facts) else mask | ZERO


def _has_mass(t: Term, facts: Facts) -> bool:
    """Whether what is summed over is not empty and not a null set.  Of an unnamed space that is not known."""
    match t:
        case Expectation():
            return True
        case Sum(_, Var(_, Range(low, high))):
            return facts.nonnegative(Plus((high, Neg(low))))
        case Int(_, Var(_, Interval(low, high))):
            return facts.positive(Plus((high, Neg(low))))
        case Int(_, Var(_, space)):
            return isinstance(space, Reals | PositiveReals | Vectors)
    return False


# ---------------------------------------------------------------------------------------------------------------------
# densities


def _density(law: Law, x: Term, facts: Facts) -> int:
    if positive_everywhere(law, facts):
        return POSITIVE
    match law:
        case Density() | MemberDensity():
            return NONNEGATIVE if facts.states(density(law)) else ANY
        case Marginal(joint, _):
            return _density(joint, x, facts) | NONNEGATIVE
        case Pushforward(f, inner) if facts.states(diffeomorphism(f)):
            return _density(inner, x, facts) | NONNEGATIVE
        case ProductLaw(body, i):
            if i in x.free:
                return ANY
            mask = facts.under(law).sign(Apply(body, (Coord(x, i),)))
            return mask if mask == POSITIVE else mask | NONNEGATIVE
        case Mixture(weights, components):
            parts = (MULTIPLY[facts.sign(w)][_density(c, x, facts)] for w, c in zip(weights, components, strict=True))
            return _fold(ADD, ZERO, parts)
        case Gamma() | Exponential():
            return POSITIVE if facts.positive(x) else NONNEGATIVE
        case Beta() | Uniform():
            space = support(law)
            inside = facts.positive(Plus((x, Neg(space.low)))) and facts.positive(Plus((space.high, Neg(x))))
            return POSITIVE if inside else NONNEGATIVE
        case Bernoulli(p, _) if facts.within(x, support(law)):
            return POSITIVE if facts.positive(p) and facts.positive(Plus((Number(1), Neg(p)))) else NONNEGATIVE
        case Poisson(rate, _) if facts.integer(x) and facts.nonnegative(x):
            return POSITIVE if facts.positive(rate) else NONNEGATIVE
        case Family():
            return NONNEGATIVE
    return ANY


def positive_everywhere(law: Node, facts: Facts) -> bool:
    """Whether a density vanishes nowhere on its space."""
    match law:
        case Normal() | Laplace() | Cauchy() | MultivariateNormal():
            return True
        case Marginal(inner, _):
            return facts.states(positive_density(law)) or positive_everywhere(inner, facts)
        case Pushforward(f, inner):
            return facts.states(positive_density(law)) or (
                facts.states(diffeomorphism(f)) and positive_everywhere(inner, facts)
            )
        case ProductLaw(body, _):
            return facts.states(positive_density(law)) or positive_everywhere(body, facts.under(law))
    return isinstance(law, Law) and facts.states(positive_density(law))


# ---------------------------------------------------------------------------------------------------------------------
# entries, matrices


def component(t: Term, facts: Facts) -> Term | None:
    """The term that a coordinate or entry of a written-out vector or matrix is, or None."""
    match t:
        case Coord(VectorOf(body, var), index):
            return substitute(body, {var: index})
        case Coord(Column(entries), Number(k)) if k.denominator == 1 and 1 <= k <= len(entries):
            return entries[int(k) - 1]
        case Coord(Glue(j, value, rest), index):
            if facts.same(j, index):
                return value
            return Coord(rest, index) if facts.differ(j, index) else None
        case Coord(Zero(), _) | Entry(Zero(), _, _):
            return Number(0)
        case Entry(Diag(vector), row, column):
            if facts.same(row, column):
                return Coord(vector, row)
            return Number(0) if facts.differ(row, column) else None
        case Entry(Identity(), row, column):
            if facts.same(row, column):
                return Number(1)
            return Number(0) if facts.differ(row, column) else None
    return None


def _determinant(matrix: Term, facts: Facts) -> int:
    if facts.positive_definite(matrix):
        return POSITIVE
    match matrix:
        case Transpose(arg):
            return facts.sign(Det(arg))
        case Inverse(arg):
            return facts.sign(Det(arg)) & ~ZERO or NONZERO
        case MatMul(args) if all(map(_square, args)):
            return _fold(MULTIPLY, POSITIVE, (facts.sign(Det(a)) for a in args))
        case Diag(VectorOf(body, var)):
            return facts.sign(Prod(body, var))
    return NONZERO if facts.invertible(matrix) else ANY


def _square(matrix: Term) -> bool:
    space = space_of(matrix)
    return space is not None and len(space.fields) == 2 and space.fields[0] is space.fields[1]


def invertible(matrix: Term, facts: Facts) -> bool:
    if facts.states(is_invertible(matrix)) or positive_definite(matrix, facts):
        return True
    match matrix:
        case Identity() | Inverse():
            return True
        case Transpose(arg) | Neg(arg):
            return invertible(arg, facts)
        case MatMul(args) if all(map(_square, args)):
            return all(invertible(a, facts) for a in args)
        case Times(args):
            return all(invertible(a, facts) if space_of(a) is not None else facts.nonzero(a) for a in args)
        case Diag(VectorOf(body, _) as entries):
            return facts.under(entries).nonzero(body)
        case Jacobian(Apply(f, (x,)), var, _) if x is var and facts.states(diffeomorphism(f)):
            return True
    return not facts.stated_sign(Det(matrix)) & ZERO


def positive_definite(matrix: Term, facts: Facts) -> bool:
    if facts.states(is_positive_definite(matrix)):
        return True
    match matrix:
        case Identity():
            return True
        case Inverse(arg) | Transpose(arg):
            return positive_definite(arg, facts)
        case Plus(args):
            return all(positive_definite(a, facts) for a in args)
        case Times(args):
            return all(positive_definite(a, facts) if space_of(a) is not None else facts.positive(a) for a in args)
        case Quotient(num, den):
            return positive_definite(num, facts) and facts.positive(den)
        case Diag(VectorOf(body, _) as entries):
            return facts.under(entries).positive(body)
        case Diag(Column(entries)):
            return all(map(facts.positive, entries))
    return False


def symmetric(matrix: Term, facts: Facts) -> bool:
    if positive_definite(matrix, facts):
        return True
    match matrix:
        case Diag():
            return True
        case Zero():
            return _square(matrix)
        case Transpose(arg) | Inverse(arg) | Neg(arg) | Quotient(arg, _):
            return symmetric(arg, facts)
        case Plus(args):
            return all(symmetric(a, facts) for a in args)
        case Times(args):
            return all(symmetric(a, facts) for a in args if space_of(a) is not None)
    return False


# ---------------------------------------------------------------------------------------------------------------------
# finite values, smooth functions

_EVERYWHERE = {"exp", "sin", "cos", "abs", "sign", "sinh", "cosh", "tanh", "arctan", "erf", "sigmoid", "softplus",
               "floor", "max", "min"}  # fmt: skip
_SMOOTH = _EVERYWHERE - {"abs", "sign", "floor", "max", "min"}


def finite_number(t: Term, facts: Facts) -> bool:
    match t:
        case Number() | Var() | Identity() | Zero():
            return True
        case Constant(name):
            return name != "oo"
        case Plus(args) | Times(args) | MatMul(args) | Column(args):
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
        case Sum(body, _) | Prod(body, _) | VectorOf(body, _):
            found = finite_number(body, facts.under(t))
        case _:
            found = False
    return found or facts.states(finite(t))


def _has_power(base: Term, exponent: Term, facts: Facts) -> bool:
    if isinstance(exponent, Number) and exponent.value.denominator == 1:
        return exponent.value >= 0 or facts.nonzero(base)
    return facts.positive(base) or facts.nonnegative(base) and facts.positive(exponent)


def _finite_at(head: Node, args: tuple[Term, ...], facts: Facts) -> bool:
    match head:
        case Elementary(name):
            if name in ("log", "gamma", "loggamma", "digamma", "beta"):
                return all(map(facts.positive, args))
            if name == "polygamma":
                return facts.positive(args[1])
            if name in ("sqrt", "factorial", "binomial"):
                return all(map(facts.nonnegative, args))
            return name in _EVERYWHERE
        case Function() | MemberFunction():
            return True
        case Lambda(body, var):
            return finite_number(substitute(body, {var: args[0]}), facts)
        case Density() | MemberDensity():
            return facts.states(density(head))
        case Gamma() | Beta():
            return facts.positive(Apply(head, args))
        case Normal() | Laplace() | Cauchy() | MultivariateNormal() | Uniform() | Exponential() | Bernoulli() | Poisson():
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
        case VectorOf(body, _):
            return _smooth(body, x, facts.under(t))
        case Quotient(num, den):
            return _smooth(num, x, facts) and _smooth(den, x, facts) and facts.nonzero(den)
        case Power(base, Number(n)):
            return _smooth(base, x, facts) and n.denominator == 1 and (n >= 0 or facts.nonzero(base))
        case Apply(Elementary(name), (arg,)):
            return _smooth(arg, x, facts) and (
                name in _SMOOTH or name in ("log", "sqrt", "gamma", "loggamma", "digamma") and facts.positive(arg)
            )
        case Apply(Function() as f, args):
            return facts.states(differentiable(f)) and all(_smooth(a, x, facts) for a in args)
    return False
