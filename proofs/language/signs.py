"""Signs as they follow from how a term is made.

A set of possible signs is a union of NEGATIVE, ZERO and POSITIVE.  A term is taken to have a value: whether it has one
is for others to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .binders import Derivative, Expectation, Int, Lambda, Prod, Sum, VectorOf
from .binding import canonical, substitute
from .entries import component, square
from .exact import exact
from .families_of_counts import Counting
from .laws import (
    Density,
    Family,
    Law,
    Marginal,
    MemberDensity,
    Mixture,
    ProductLaw,
    Pushforward,
    Wasserstein,
    support,
)
from .masks import (
    ADD,
    ANY,
    MAXIMUM,
    MINIMUM,
    MULTIPLY,
    NEGATIVE,
    NONNEGATIVE,
    NONZERO,
    POSITIVE,
    ZERO,
    fold,
    negated,
    power,
    union,
)
from .matrices import Coord, Det, Diag, Entry, Form, Inverse, MatMul, Tr, Transpose, Tuple, factor_of, space_of
from .membership import is_endless, is_infinite
from .node import Node
from .relations import Fact, density, diffeomorphism, positive_density, shaped
from .spaces import (
    Cartesian,
    Compositions,
    Discrete,
    Integers,
    Interval,
    PositiveReals,
    Range,
    Reals,
    Simplex,
    Space,
    Vectors,
    is_counted,
)
from .tables import determinant, table
from .terms import (
    Apply,
    Cases,
    Constant,
    Elementary,
    Function,
    FunctionFamily,
    MemberFunction,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Term,
    Times,
    Var,
    oo,
)

if TYPE_CHECKING:
    from .facts import Facts


def structure(t: Term, facts: Facts) -> int:
    """The signs that the way the term is made leaves."""
    if not t.free and (value := exact(t)) is not None:
        return POSITIVE if value > 0 else NEGATIVE if value < 0 else ZERO
    match t:
        case Constant():
            return POSITIVE
        case Var(_, space):
            return POSITIVE if isinstance(space, PositiveReals) else ANY
        case Neg(arg):
            return negated(facts.sign(arg))
        case Plus((Number(one), Neg(Apply(Elementary("exp"), (a,))))) if one == 1:
            return negated(facts.sign(a))
        case Plus((Apply(Elementary("exp"), (a,)), Neg(Number(one)) | Number(one))) if (
            abs(one) == 1 and t.args[1] in _MINUS_ONE
        ):
            return facts.sign(a)
        case Plus(args):
            return fold(ADD, ZERO, (facts.sign(a) for a in args))
        case Times(args):
            return _product(args, facts)
        case Quotient(num, den):
            return MULTIPLY[facts.sign(num)][facts.sign(den) & ~ZERO or ANY]
        case Power(base, exponent):
            return ANY if space_of(base) is not None else _power(base, exponent, facts)
        case Cases(values, _, otherwise):
            return union(facts.sign(a) for a in (*values, otherwise))
        case Apply(Elementary(name), args):
            return _elementary(name, args, facts)
        case Apply(Law() as law, (x,)):
            simpler = component(x, facts)
            return _density(law, x, facts) if simpler is None else facts.sign(Apply(law, (simpler,)))
        case Apply(Function(_, _, PositiveReals()) | MemberFunction(FunctionFamily(_, _, _, PositiveReals()), _), _):
            return POSITIVE
        case Apply(Lambda(body, var), (x,)):
            return facts.sign(substitute(body, {var: x}))
        case Derivative():
            return _slope(t, facts)
        case Int() | Expectation() | Sum() | Prod():
            found = integrated(t, facts.under(t).sign(t.body), facts)
            return found if found == POSITIVE or not _is_positive_mean(t, facts) else POSITIVE
        case Coord() | Entry():
            entry = component(t, facts)
            if entry is not None:
                return facts.sign(entry)
            return _coordinate(t) if isinstance(t, Coord) else ANY
        case Det(matrix):
            return _determinant(matrix, facts)
        case Form(left, matrix, right) if canonical(left) is canonical(right):
            return NONNEGATIVE if facts.positive_definite(matrix) else ANY
        case Wasserstein():
            return NONNEGATIVE
        case Tr(MatMul((a, b))) if a is Transpose(b) or b is Transpose(a):  # the sum of the squares of the entries
            return NONNEGATIVE
        case Tr(matrix):
            return NONNEGATIVE if facts.positive_definite(matrix) else ANY
    return ANY


def _slope(t: Derivative, facts: Facts) -> int:
    """Of a function that is said to rise or to fall, and of the slope of one that is said to bend one way."""
    shapes = "increasing", "decreasing"
    if isinstance(t.body, Derivative) and t.body.at is t.var:
        t, shapes = t.body, ("convex", "concave")
    match t.body:
        case Apply(Function() as f, (x,)) if x is t.var:
            rises, falls = (facts.proves(shaped(shape, f)) for shape in shapes)
            return (NONNEGATIVE if rises else ANY) & (NEGATIVE | ZERO if falls else ANY)
    return ANY


def _coordinate(t: Coord) -> int:
    """Of a point of a space that says the signs of its points' coordinates."""
    match t.point:
        case Var(_, Simplex()):
            return POSITIVE
        case Var(_, Compositions()):
            return NONNEGATIVE
    return POSITIVE if isinstance(factor_of(t), PositiveReals) else ANY


def _product(args: tuple[Term, ...], facts: Facts) -> int:
    """Equal factors are taken together: x y x has the sign of y, or is zero."""
    count: dict[Node, int] = {}
    for a in args:
        count[canonical(a)] = count.get(canonical(a), 0) + 1
    return fold(MULTIPLY, POSITIVE, (power(facts.sign(a), n) for a, n in count.items()))  # type: ignore[arg-type]


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


_MINUS_ONE = (Number(-1), Neg(Number(1)))
_ALWAYS_POSITIVE = {"erfc", "exp", "cosh", "softplus", "sigmoid", "factorial"}
_ODD = {"sign", "sinh", "tanh", "arctan", "arcsin", "erf"}


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
            return fold(MAXIMUM, NEGATIVE, map(facts.sign, args))
        case "min":
            return fold(MINIMUM, POSITIVE, map(facts.sign, args))
        case "arccos":
            return POSITIVE if facts.positive(Plus((Number(1), Neg(first)))) else NONNEGATIVE
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


def _is_positive_mean(t: Term, facts: Facts) -> bool:
    r"""Whether an integral is the mean under a density of what is positive where that is: \int p(x) q(x) / p(x) dx."""
    match t:
        case Int(Times(args), x):
            for k, each in enumerate(args):
                match each:
                    case Apply(Law() as law, (at,)) if at is x and support(law) is x.space and x not in law.free:
                        rest = args[:k] + args[k + 1 :]
                        mean = Expectation(rest[0] if len(rest) == 1 else Times(rest), x, law)
                        if facts.states(density(law)) and facts.sign(mean) == POSITIVE:
                            return True
    return False


def _has_mass(t: Term, facts: Facts) -> bool:
    """Whether what is summed over is not empty and not a null set.  Of an unnamed space that is not known."""
    match t:
        case Expectation():
            return True
        case Sum(_, Var(_, Range(low, high) as space)) if is_endless(space):
            return facts.integer(low) and not is_infinite(low)
        case Sum(_, Var(_, Range(low, high))):
            whole = facts.integer(low) or facts.integer(high)  # else there may be no integer between them
            return whole and facts.nonnegative(Plus((high, Neg(low))))
        case Int(_, Var(_, Interval(low, high))):
            return facts.positive(Plus((high, Neg(low))))
        case Int(_, Var(_, space)):
            named = isinstance(space, Reals | PositiveReals | Vectors | Discrete)
            named = named or (isinstance(space, Simplex) and facts.positive(space.dimension))
            return named or _carries_a_density(space, facts)
    return False


def _carries_a_density(space: Space, facts: Facts) -> bool:
    """Whether something is supposed to be a density on a space, by itself or beside others: it is no null set then."""
    for h in facts.hypotheses:
        match h:
            case Fact("density", (Density(_, home),)):
                if home is space or (isinstance(home, Cartesian) and space in home.factors):
                    return True
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
            masses = (facts.sign(Apply(part, (x,))) for part in components)
            parts = (MULTIPLY[facts.sign(w)][mass] for w, mass in zip(weights, masses, strict=True))
            return fold(ADD, ZERO, parts)
        case Family():
            valid = not isinstance(law, Counting) or all(map(facts.proves, law.conditions()))
            return POSITIVE if valid and _inside(x, law.home, facts) else NONNEGATIVE
    return ANY


def _inside(x: Term, home: Space, facts: Facts) -> bool:
    """Whether a point lies in the support of a named law, its ends left out."""
    match home:
        case PositiveReals():
            return facts.positive(x)
        case Interval(low, high):
            below = high is oo or facts.positive(Plus((high, Neg(x))))
            return below and facts.positive(Plus((x, Neg(low))))
        case Integers():
            return facts.integer(x) and facts.nonnegative(x)
    return facts.within(x, home)


def has_density(law: Node, facts: Facts) -> bool:
    """Whether a law has a density on its space: the image of a law under a map that is no diffeomorphism has none."""
    match law:
        case Pushforward(f, inner):
            return facts.states(diffeomorphism(f)) and has_density(inner, facts)
        case Mixture(_, components):
            return all(has_density(part, facts) for part in components)
        case Marginal(inner, _) | ProductLaw(inner, _):
            return has_density(inner, facts)
    return True


def positive_everywhere(law: Node, facts: Facts) -> bool:
    """Whether a density vanishes nowhere on its space."""
    match law:
        case Family():  # that of another one speaks of its support
            return isinstance(law.home, Reals | Vectors | Simplex)
        case Marginal(inner, _):
            return facts.states(positive_density(law)) or positive_everywhere(inner, facts)
        case Pushforward(f, inner):
            return facts.states(positive_density(law)) or (
                facts.states(diffeomorphism(f)) and positive_everywhere(inner, facts)
            )
        case ProductLaw(body, _):
            return facts.states(positive_density(law)) or positive_everywhere(body, facts.under(law))
    return isinstance(law, Law) and facts.states(positive_density(law))


def at_most_one(t: Term, facts: Facts) -> bool:
    """Whether the term is a probability (a density, or a marginal of one, where points are counted), or a function that
    is nowhere more than one."""
    summed = []
    while isinstance(t, Int):
        summed.append(t.var)
        t = t.body
    match t:
        case Apply(Density(_, space) as law, (at,)) if is_counted(space):
            points = at.entries if isinstance(at, Tuple) else (at,)
            held = [point for point in points if point not in summed]
            apart = all(points.count(x) == 1 and not any(x in point.free for point in held) for x in summed)
            return apart and facts.states(density(law))
        case Apply(Elementary("sigmoid"), _):
            return True
    return at_least_minus_one(t)


def at_least_minus_one(t: Term) -> bool:
    """Whether the term is a function with values between minus one and one."""
    return isinstance(t, Apply) and isinstance(t.head, Elementary) and t.head.name in ("tanh", "erf", "sin", "cos")


def _determinant(matrix: Term, facts: Facts) -> int:
    if facts.positive_definite(matrix):
        return POSITIVE
    match matrix:
        case Transpose(arg):
            return facts.sign(Det(arg))
        case Inverse(arg):
            return facts.sign(Det(arg)) & ~ZERO or NONZERO
        case MatMul(args) if all(map(square, args)):
            return fold(MULTIPLY, POSITIVE, (facts.sign(Det(a)) for a in args))
        case Diag(VectorOf(body, var)):
            return facts.sign(Prod(body, var))
    if (entries := table(matrix)) is not None and (written := determinant(entries)) is not None:
        return facts.sign(written)
    return NONZERO if facts.invertible(matrix) else ANY
