"""Convergence: what a limit is, where it can be read off; and with that, that there is one.

Values are extended reals: oo + oo is oo, while oo - oo, 0 oo and oo/oo say nothing, and are left to another form: to
leading terms, to an exponential that outgrows a polynomial, or to the slopes of numerator and denominator.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from .algebra import is_number
from .language import (
    Apply,
    Constant,
    Derivative,
    Divergence,
    Elementary,
    Function,
    Integers,
    Interval,
    JensenShannon,
    Limit,
    Neg,
    Number,
    Plus,
    PositiveReals,
    Power,
    Quotient,
    Range,
    Reals,
    Relation,
    Statement,
    Sum,
    Term,
    Times,
    Var,
    exp,
    finite,
    fold,
    fresh_beside,
    log,
    oo,
    singular,
    softplus,
    substitute,
)
from .language.facts import Facts
from .language.membership import between
from .language.partial_sums import series_of
from .leading import MINUS, far_end, far_out, infinite, reciprocal, sign_of, without_common_powers
from .slopes import derivative
from .smoothness import smooth_unmet
from .summability import summable
from .tangents import quotient_of_slopes, quotients
from .validity import endless
from .views import coefficients, negated, over, split, tidied, times

ZERO, ONE = Number(0), Number(1)
DEPTH = 4  # how often numerator and denominator are differentiated
BOUNDED = {"sin", "cos", "tanh", "arctan", "erf", "erfc", "sigmoid", "sign"}
CONTINUOUS = {
    "exp", "log", "sqrt", "abs", "sin", "cos", "tan", "sinh", "cosh", "tanh", "arctan", "arcsin", "arccos", "erf",
    "erfc", "sigmoid", "softplus", "max", "min",
}  # fmt: skip


@dataclass(frozen=True)
class Approach:
    """How a variable tends to something: ``facts`` hold everywhere, ``near`` close to it."""

    var: Var
    to: Term
    facts: Facts
    near: Facts
    side: str = ""
    depth: int = DEPTH

    def tends(self, t: Term) -> Term | None:
        """The limit of a term that has values close to the point, as a term; None where it is not read off."""
        return _tends(t, self)

    def deeper(self) -> Approach:
        return replace(self, depth=self.depth - 1)

    def holds(self, h: Statement) -> bool:
        """Whether a relation holds close to the point: everywhere there, or since it holds in the limit, strictly."""
        if self.near.proves(h):
            return True
        if not isinstance(h, Relation) or h.symbol == "=" or self.depth <= 0:
            return False
        found = self.deeper().tends(h.left if h.right is ZERO else Plus((h.left, Neg(h.right))))
        if found is None or h.symbol == "!=":
            return found is not None and (endless(found) or self.facts.nonzero(found))
        return sign_of(found, self.facts) == (1 if h.symbol in (">", ">=") else -1)

    def vanishes(self, t: Term) -> bool:
        """Whether a term tends to 0."""
        found = self.tends(t)
        return found is not None and not endless(found) and self.facts.same(found, ZERO)

    def grows(self, t: Term) -> bool:
        """Whether a term tends to an infinity, or its reciprocal to 0."""
        found = self.tends(t)
        if found is None and (below := reciprocal(t)) is not None:
            return self.vanishes(below)
        return found is not None and endless(found)

    def finite(self, t: Term | None) -> bool:
        return t is not None and not endless(t) and self.facts.finite_number(t)


@lru_cache(maxsize=20_000)
def _tends(t: Term, at: Approach) -> Term | None:
    found = _structural(t, at)
    if found is None:
        limit = Limit(t, at.var, at.to, at.side)
        return limit if at.facts.states(finite(limit)) else None
    if endless(found) or found is t:
        return found
    number = is_number(found, at.facts)
    return tidied(found) if number is None else Number(number)


def approach(t: Limit, facts: Facts) -> Approach:
    """How the variable of a limit tends to its point; that of a sequence stays one."""
    return Approach(t.var, t.to, facts, facts.under(t), t.side)


@lru_cache(maxsize=5_000)
def limit_of(t: Limit, facts: Facts) -> Term | None:
    """What the limit is, a term without its variable; the limit itself where it is said to be finite; else None."""
    return approach(t, facts).tends(t.body)


def approachable(t: Limit, facts: Facts) -> bool:
    """Whether the space of the variable has points as close to the point as one likes."""
    match t.var.space:
        case Reals():
            return True
        case Integers():
            return endless(t.to)
        case Range(_, high):
            return t.to is high is oo
        case PositiveReals():
            low, high = ZERO, oo
        case Interval(low, high):
            pass
        case _:
            return False
    if endless(t.to):
        return t.to in (low, high)
    left = endless(low) or facts.positive(Plus((t.to, Neg(low))))
    right = endless(high) or facts.positive(Plus((high, Neg(t.to))))
    sides = {"+": right, "-": left, "": left or right}
    return sides[t.side] and between(low, t.to, high, facts)


def eventually(h: Statement, t: Limit, facts: Facts) -> bool:
    """Whether a condition holds close to the point of a limit."""
    return approach(t, facts).holds(h)


def valued(t: Term, facts: Facts) -> Term:
    """The term with the values of its limits, where they are finite and can be read off."""

    def put(node: Any) -> Any:
        if isinstance(node, Limit):
            found = limit_of(node, facts)
            return node if found is None or endless(found) else found
        return node.map_children(put) if isinstance(node, Term) else node

    value: Term = put(t)
    return value


# ---------------------------------------------------------------------------------------------------------------------
# by the form of the term


def _structural(t: Term, at: Approach) -> Term | None:
    if at.var not in t.free:
        return t
    if at.depth < 0:
        return None
    if isinstance(t, Sum) and (series := series_of(Limit(t, at.var, at.to, at.side))) is not None:
        return series if summable(series.body, series.var, at.facts.under(series)) else None
    if endless(at.to) and (found := far_out(t, at.var, at.to, at.facts)) is not None:
        return found
    match t:
        case Var():
            return at.to
        case Neg(a):
            found = at.tends(a)
            return None if found is None else negated(found)
        case Plus(args):
            found = total([at.tends(a) for a in args], at)
            found = _beside_bounded(args, at) if found is None else found
            return _regrouped(args, at) if found is None else found
        case Times(args):
            return product(list(args), at)
        case Quotient(num, den):
            return quotient(num, den, at)
        case Power(base, exponent):
            return _power(base, exponent, at)
        case Apply(Elementary(name), args):
            return function(name, [at.tends(a) for a in args], args, at)
        case Apply(Function() as f, (a,)):
            found = at.tends(a)
            smooth = not smooth_unmet(f(u := fresh_beside(Var("u", f.domain[0]), f)), u, at.facts)
            return f(found) if found is not None and smooth and at.facts.within(found, f.domain[0]) else None
        case JensenShannon(p, q) if at.near.proves(singular(p, q)):
            return log(Number(2))
        case Divergence(p, q) if at.near.proves(singular(p, q)):
            return oo
        case Derivative(body, u, point):
            slope = derivative(body, u)
            return None if slope is None else at.deeper().tends(tidied(substitute(slope, {u: point})))
    return None


def total(values: list[Term | None], at: Approach) -> Term | None:
    """The sum of limits: infinite ones of one sign beside finite ones."""
    known = [v for v in values if v is not None]
    ends = {v for v in known if endless(v)}
    if len(known) < len(values) or len(ends) > 1 or not all(endless(v) or at.finite(v) for v in known):
        return None
    return ends.pop() if ends else fold(Plus, known, 0)


def _beside_bounded(args: tuple[Term, ...], at: Approach) -> Term | None:
    """An infinity, where all other summands are bounded."""
    ends = [v for v in map(at.tends, args) if v is not None and endless(v)]
    swinging = [a for a in args if (v := at.tends(a)) is None or not endless(v)]
    return ends[0] if len(set(ends)) == 1 and all(bounded(a, at) for a in swinging) else None


def _regrouped(args: tuple[Term, ...], at: Approach) -> Term | None:
    """The limit of a sum whose polynomials are taken together, softplus(u) being u + softplus(-u)."""
    polynomial: list[Term] = []
    others: list[Term] = []
    for a in args:
        factor, rest = split(a, at.var)
        match rest:
            case Apply(Elementary("softplus"), (u,)) if at.tends(u) is oo:
                polynomial.append(times(factor, u))
                others.append(times(factor, softplus(negated(u))))
            case _:
                (others if coefficients(a, at.var) is None else polynomial).append(a)
    found = coefficients(fold(Plus, polynomial, 0), at.var)
    if not others or found is None or any(is_number(c, at.facts) != 0 for c in found[1:]):
        return None
    return total([found[0], *(at.tends(a) for a in others)], at)


def product(args: list[Term], at: Approach) -> Term | None:
    """The product of limits; 0 where one factor vanishes and the others are bounded; else that of a quotient."""
    values = [at.tends(a) for a in args]
    if all(map(at.finite, values)):
        return times(*(v for v in values if v is not None))
    if any(v is not None and at.facts.same(v, ZERO) for v in values):
        others = [a for a, v in zip(args, values, strict=True) if v is None or endless(v) or not at.finite(v)]
        if all(bounded(a, at) for a in others):
            return ZERO
    elif all(v is not None for v in values):
        sign = 1
        for v in values:
            sign *= sign_of(v, at.facts) if v is not None else 0
        return infinite(sign)
    for num, den in quotients(Times(tuple(args))):  # 0 oo, as 0/0 or as something above oo
        fits = (at.vanishes(num) and at.vanishes(den)) or at.grows(den)
        if fits and (found := by_slopes(num, den, at)) is not None:
            return found
    return None


def bounded(t: Term, at: Approach) -> bool:
    """Whether a term is bounded close to the point."""
    match t:
        case Apply(Elementary(name), _) if name in BOUNDED:
            return True
        case Neg(a) | Power(a, Number(_)) if not isinstance(t, Power) or _is_count(t.exponent):
            return bounded(a, at)
        case Plus(args) | Times(args):
            return all(bounded(a, at) for a in args)
    return at.finite(at.tends(t))


def _is_count(t: Term) -> bool:
    return isinstance(t, Number) and t.value.denominator == 1 and t.value >= 0


def quotient(num: Term, den: Term, at: Approach) -> Term | None:
    """The quotient of limits: a/b for b != 0, 0 for a bounded numerator above oo, an infinity for a/0."""
    if (shorter := without_common_powers(num, den, at.var, at.near)) is not None:
        return at.tends(shorter)
    above, below = at.tends(num), at.tends(den)
    if below is None:
        return None
    if endless(below):
        return ZERO if bounded(num, at) else by_slopes(num, den, at)
    if at.facts.nonzero(below) and at.finite(below):
        if above is None or not endless(above):
            return over(above, below) if above is not None and at.finite(above) else None
        return infinite(sign_of(above, at.facts) * sign_of(below, at.facts))
    if above is None or not at.facts.same(below, ZERO):
        return None
    if not endless(above) and at.facts.same(above, ZERO):
        return by_slopes(num, den, at)
    side = 1 if at.near.positive(den) else -1 if at.near.negative(den) else 0
    return infinite(sign_of(above, at.facts) * side)


def _power(base: Term, exponent: Term, at: Approach) -> Term | None:
    if isinstance(exponent, Number) and exponent.value.denominator == 1:
        n = exponent.value
        if n < 0:
            return quotient(ONE, base ** Number(-n), at)
        value = at.tends(base)
        if value is not None and endless(value):
            return oo if n % 2 == 0 or value is oo else MINUS
        return value**exponent if at.finite(value) and value is not None else None
    if base is Constant("e"):
        return function("exp", [at.tends(exponent)], (exponent,), at)
    if not at.holds(base > 0):
        return None
    low, high = at.tends(base), at.tends(exponent)
    if low is not None and high is not None and at.finite(low) and at.finite(high) and at.facts.positive(low):
        return low**high
    return at.deeper().tends(exp(times(exponent, log(base))))


def function(name: str, values: list[Term | None], args: tuple[Term, ...], at: Approach) -> Term | None:
    """The limit of an elementary function: its value at the limit where it is continuous there, or that far out."""
    value = values[0]
    if value is None:
        return None
    if endless(value) and len(args) == 1:
        return far_end(name, value)
    if name not in CONTINUOUS or not all(map(at.finite, values)):
        return None
    if name == "log" and at.facts.same(value, ZERO):
        return MINUS
    if name == "sqrt" and at.facts.same(value, ZERO):
        return ZERO
    reached = Apply(Elementary(name), tuple(v for v in values if v is not None))
    return reached if at.facts.finite_number(reached) else None


def by_slopes(num: Term, den: Term, at: Approach) -> Term | None:
    """The limit of num'/den', which is that of num/den where both tend to 0, or den to an infinity (L'Hôpital)."""
    found = quotient_of_slopes(num, den, at)
    return None if found is None else found[1].deeper().tends(found[0])
