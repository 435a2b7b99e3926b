"""Facts: what follows from the hypotheses by looking at the structure of a term.

Every ``True`` is proved; ``False`` means no more than "not proved".  The heart is ``signs``: the set of signs (-1, 0, 1)
that a term's value can have, where it has one.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from typing import Any

from .binders import Expectation, ForAll, Int, Jacobian, MatProd, Prod, Sum, VectorOf
from .binding import alpha_equal, canonical, substitute
from .laws import (
    Cauchy,
    Density,
    Family,
    Laplace,
    Law,
    Marginal,
    MemberDensity,
    Mixture,
    MultivariateNormal,
    Normal,
    ProductLaw,
    Pushforward,
    support,
)
from .matrices import (
    Column,
    Coord,
    Det,
    Diag,
    Entry,
    Form,
    Identity,
    Inverse,
    MatMul,
    Tr,
    Transpose,
)
from .node import Node
from .relations import (
    AlmostEverywhere,
    Fact,
    Relation,
    density,
    diffeomorphism,
    finite,
    invertible,
    positive_definite,
    positive_density,
)
from .spaces import Interval, PositiveReals, Range, Space, Without
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
    is_index_space,
    is_scalar_space,
)

Signs = frozenset[int]
ANY: Signs = frozenset((-1, 0, 1))
POSITIVE: Signs = frozenset((1,))
NONNEGATIVE: Signs = frozenset((0, 1))
NONZERO: Signs = frozenset((-1, 1))
_ALLOWED = {
    ">": POSITIVE, ">=": NONNEGATIVE, "<": frozenset((-1,)), "<=": frozenset((-1, 0)), "!=": NONZERO, "=": frozenset((0,)),
}  # fmt: skip
_ALWAYS_POSITIVE = {"exp", "cosh", "sigmoid", "softplus", "gamma", "beta", "factorial"}
_SIGN_OF_ARGUMENT = {"tanh", "sinh", "arctan", "erf", "sign"}
_EVERYWHERE_POSITIVE = (Normal, MultivariateNormal, Laplace, Cauchy)

Bounds = tuple[Fraction | None, bool, Fraction | None, bool]  # low, low is strict, high, high is strict


class Facts:
    """The facts at a place: hypotheses (statements, ``ForAll``), and what they imply about terms."""

    __slots__ = ("hypotheses", "_memo", "__weakref__")
    _interned: dict[tuple[Node, ...], Facts] = {}
    hypotheses: tuple[Node, ...]
    _memo: dict[Any, Any]

    def __new__(cls, hypotheses: tuple[Node, ...] = ()) -> Facts:
        found = cls._interned.get(hypotheses)
        if found is None:
            if len(cls._interned) > 5_000:
                cls._interned.clear()
            found = object.__new__(cls)
            found.hypotheses = hypotheses
            found._memo = {}
            cls._interned[hypotheses] = found
        return found

    # -----------------------------------------------------------------------------------------------------------------
    # signs

    def positive(self, t: Term) -> bool:
        return self.signs(t) == POSITIVE

    def nonnegative(self, t: Term) -> bool:
        return self.signs(t) <= NONNEGATIVE

    def nonzero(self, t: Term) -> bool:
        return 0 not in self.signs(t)

    def signs(self, t: Term) -> Signs:
        """The signs the value of ``t`` can have."""
        key = ("signs", t)
        found = self._memo.get(key)
        if found is None:
            self._memo[key] = ANY  # what a term needs of itself is not known yet
            found = self._memo[key] = self._structural(t) & self._by_bounds(t) & self._stated_signs(t)
        return found

    def _stated_signs(self, t: Term) -> Signs:
        allowed = ANY
        form = canonical(t)
        for h in self._instances(t):
            match h:
                case Relation(left, symbol, Number(zero)) if zero == 0 and canonical(left) is form:
                    allowed &= _ALLOWED[symbol]
                case Relation(left, symbol, right):
                    match t:
                        case Plus((a, Neg(b))) if alpha_equal(a, left) and alpha_equal(b, right):
                            allowed &= _ALLOWED[symbol]
                        case Plus((a, Neg(b))) if alpha_equal(a, right) and alpha_equal(b, left):
                            allowed &= frozenset(-s for s in _ALLOWED[symbol])
        return allowed

    def _structural(self, t: Term) -> Signs:
        match t:
            case Number(value):
                return frozenset(((value > 0) - (value < 0),))
            case Constant():
                return POSITIVE
            case Var(_, PositiveReals()):
                return POSITIVE
            case Neg(a):
                return frozenset(-s for s in self.signs(a))
            case Plus(args):
                return _sum([self.signs(a) for a in args])
            case Times(args):
                return _times([self.signs(a) for a in args])
            case Quotient(num, den):
                return _times([self.signs(num), self.signs(den) - {0}])
            case Power(base, exponent):
                return self._power(base, exponent)
            case Apply(Elementary(name), args):
                return self._elementary(name, args)
            case Apply(Law() as law, (x,)):
                return self._density_signs(law, x)
            case Expectation(body, _, _):
                return self._mean_signs(self.under(t).signs(body))
            case Int(body, _):
                return self._mean_signs(self.under(t).signs(body)) | {0}
            case Sum(body, var):
                found = _sum([self.under(t).signs(body)])
                return found if self._inhabited(var.space) else found | {0}
            case Prod(body, _):
                return _product_of_many(self.under(t).signs(body))
            case Det(a):
                return self._determinant(a)
            case Tr(a):
                return POSITIVE if self.positive_definite(a) else ANY
            case Form(left, a, right) if left is right and self.positive_definite(a):
                return NONNEGATIVE
            case Coord(VectorOf(body, var), index):
                return self.signs(substitute(body, {var: index}))
            case Coord(Column(entries), Number(at)):
                return self.signs(entries[int(at) - 1])
            case Cases(values, _, otherwise):
                return frozenset().union(self.signs(otherwise), *(self.signs(v) for v in values))
        return ANY

    @staticmethod
    def _mean_signs(body: Signs) -> Signs:
        """Of an average: one sign of the integrand is kept, mixed signs say nothing."""
        return ANY if {-1, 1} <= body else body

    def _power(self, base: Term, exponent: Term) -> Signs:
        of_base = self.signs(base)
        if isinstance(exponent, Number) and exponent.value.denominator == 1:
            n = exponent.value
            if n == 0:
                return POSITIVE
            found = frozenset(s * s for s in of_base) if n % 2 == 0 else of_base
            return found if n > 0 else found - {0}
        return POSITIVE if of_base == POSITIVE else NONNEGATIVE

    def _elementary(self, name: str, args: tuple[Term, ...]) -> Signs:
        signs = [self.signs(a) for a in args]
        if name in _ALWAYS_POSITIVE:
            return POSITIVE if name not in ("gamma", "beta", "factorial") or all(s == POSITIVE for s in signs) else ANY
        if name in _SIGN_OF_ARGUMENT:
            return signs[0]
        if name == "abs":
            return frozenset(s * s for s in signs[0])
        if name == "sqrt":
            return frozenset(abs(s) for s in signs[0] & NONNEGATIVE)
        if name == "log":
            return self.signs(Plus((args[0], Neg(Number(1))))) if isinstance(args[0], Number) else ANY
        if name == "max":
            return frozenset(max(pair) for pair in product(*signs))
        if name == "min":
            return frozenset(min(pair) for pair in product(*signs))
        return ANY

    def _density_signs(self, law: Law, x: Term) -> Signs:
        match law:
            case Density() | MemberDensity():
                if self.states(positive_density(law)):
                    return POSITIVE
                return NONNEGATIVE if self.states(density(law)) else ANY
            case ProductLaw(body, i):
                i = i if i not in x.free else Var(i.name + "'", i.space)
                factor = substitute(body, {law.var: i})
                return self.signs(Prod(factor(Coord(x, i)), i))
            case Marginal(joint, _):
                return NONNEGATIVE if self._is_density(joint) else ANY
            case Pushforward(f, inner):
                everywhere = self.states(positive_density(inner)) or isinstance(inner, _EVERYWHERE_POSITIVE)
                return POSITIVE if everywhere and self.states(diffeomorphism(f)) else NONNEGATIVE
            case Family():
                if isinstance(law, _EVERYWHERE_POSITIVE) or self._inside(x, support(law)):
                    return POSITIVE
                return NONNEGATIVE
            case Mixture():
                return NONNEGATIVE
        return ANY

    def _is_density(self, law: Law) -> bool:
        return not isinstance(law, Density | MemberDensity) or self.states(density(law))

    def _inside(self, x: Term, space: Space) -> bool:
        match space:
            case PositiveReals():
                return self.positive(x)
            case Interval(low, high):
                return self.positive(x - low) and self.positive(high - x)
        return False

    def _determinant(self, a: Term) -> Signs:
        if self.positive_definite(a):
            return POSITIVE
        match a:
            case Inverse(inner) | Transpose(inner):
                return self.signs(Det(inner))
            case MatMul(args):
                return _times([self.signs(Det(x)) for x in args])
            case Diag(VectorOf(body, var)):
                return self.signs(Prod(body, var))
            case MatProd(body, var):
                return self.signs(Prod(Det(body), var))
            case Jacobian(Apply(f, (x,)), var, _) if x is var and self.states(diffeomorphism(f)):
                return NONZERO
        return NONZERO if self.states(invertible(a)) else ANY

    # -----------------------------------------------------------------------------------------------------------------
    # bounds by numbers

    def _by_bounds(self, t: Term) -> Signs:
        low, low_strict, high, high_strict = self.bounds(t)
        allowed = ANY
        if low is not None and low >= 0:
            allowed &= POSITIVE if low > 0 or low_strict else NONNEGATIVE
        if high is not None and high <= 0:
            allowed &= frozenset((-1,)) if high < 0 or high_strict else frozenset((-1, 0))
        return allowed

    def bounds(self, t: Term) -> Bounds:
        """Numbers between which the value lies, and whether strictly."""
        match t:
            case Number(value):
                return value, False, value, False
            case Neg(a):
                low, low_strict, high, high_strict = self.bounds(a)
                return _minus(high), high_strict, _minus(low), low_strict
            case Plus(args):
                parts = [self.bounds(a) for a in args]
                lows, highs = [p[0] for p in parts], [p[2] for p in parts]
                low = None if None in lows else sum(lows, Fraction())  # type: ignore[arg-type]
                high = None if None in highs else sum(highs, Fraction())  # type: ignore[arg-type]
                return low, any(p[1] for p in parts), high, any(p[3] for p in parts)
            case Times((Number(factor), rest)):
                low, low_strict, high, high_strict = self.bounds(rest)
                if factor < 0:
                    low, low_strict, high, high_strict = high, high_strict, low, low_strict
                return _scaled(factor, low), low_strict, _scaled(factor, high), high_strict
        return self._stated_bounds(t)

    def _stated_bounds(self, t: Term) -> Bounds:
        low: tuple[Fraction, bool] | None = None
        high: tuple[Fraction, bool] | None = None
        statements: list[tuple[str, Fraction]] = []
        form = canonical(t)
        for h in self._instances(t):
            match h:
                case Relation(left, symbol, Number(value)) if canonical(left) is form:
                    statements.append((symbol, value))
                case Relation(Number(value), symbol, right) if canonical(right) is form:
                    statements.append(({"<": ">", "<=": ">=", ">": "<", ">=": "<="}.get(symbol, symbol), value))
        space = t.space if isinstance(t, Var) else None
        if isinstance(space, Without):
            space = space.range
        match space:
            case PositiveReals():
                statements.append((">", Fraction()))
            case Interval(least, greatest):
                statements += [(">", v) for v in [self._lower(least)] if v is not None]
                statements += [("<", v) for v in [self._upper(greatest)] if v is not None]
            case Range(least, greatest):
                statements += [(">=", v) for v in [self._lower(least)] if v is not None]
                statements += [("<=", v) for v in [self._upper(greatest)] if v is not None]
        for symbol, value in statements:
            if symbol in (">", ">=", "="):
                low = max(low, (value, symbol == ">")) if low is not None else (value, symbol == ">")
            if symbol in ("<", "<=", "="):
                high = min(high, (value, symbol != "<")) if high is not None else (value, symbol != "<")
        return (
            low[0] if low else None,
            low[1] if low else False,
            high[0] if high else None,
            not high[1] if high else False,
        )

    def _lower(self, t: Term) -> Fraction | None:
        return self.bounds(t)[0]

    def _upper(self, t: Term) -> Fraction | None:
        return self.bounds(t)[2]

    # -----------------------------------------------------------------------------------------------------------------
    # hypotheses

    def states(self, h: Node) -> bool:
        """Whether the statement is among the hypotheses, up to renaming, or is one of a ``ForAll`` among them."""
        form = canonical(h)
        return any(canonical(known) is form for known in self.hypotheses) or any(
            canonical(known) is form for known in self._instances(h)
        )

    def _instances(self, t: Node) -> Iterator[Node]:
        """The hypotheses, each ``ForAll`` at every part of ``t`` that its variable ranges over."""
        for h in self.hypotheses:
            if isinstance(h, ForAll):
                for value in self._candidates(t, h.var.space):
                    yield substitute(h.body, {h.var: value})
            else:
                yield h

    def _candidates(self, t: Node, space: Space) -> list[Term]:
        key = ("candidates", t, space)
        found = self._memo.get(key)
        if found is None:
            parts = (node for node in t.walk() if isinstance(node, Term) and node.free <= t.free)
            found = self._memo[key] = [node for node in parts if self.within(node, space)]
        return found

    def proves(self, h: Node) -> bool:
        """Whether a statement about terms follows: a relation by signs and bounds, some facts by structure."""
        match h:
            case Relation(left, symbol, right):
                gap = left if isinstance(right, Number) and right.value == 0 else Plus((left, Neg(right)))
                return self.states(h) or self.states(h.flipped()) or self.signs(gap) <= _ALLOWED[symbol]
            case Fact("positive_definite", (a,)):
                return self.positive_definite(a)
            case Fact("invertible", (a,)):
                return self.invertible(a)
            case Fact("finite", (t,)):
                return self.finite_number(t)
            case Fact("dominated", (q, p)):
                return q is p or isinstance(p, _EVERYWHERE_POSITIVE) or self.states(positive_density(p)) or self.states(h)
            case AlmostEverywhere(p, q):
                return p is q or self.states(h)
        return self.states(h)

    def under(self, binder: Any) -> Facts:
        """The facts inside the body of a binder: what is said about an outer variable of that name is dropped.

        Beneath an expectation the density may be taken as positive, and so may every density that dominates it.
        """
        key = ("under", binder)
        found = self._memo.get(key)
        if found is None:
            var = binder.var
            kept = tuple(h for h in self.hypotheses if var not in h.free)
            found = self._memo[key] = Facts(kept + self._beneath(binder) if isinstance(binder, Expectation) else kept)
        return found

    def _beneath(self, t: Expectation) -> tuple[Node, ...]:
        law, x = t.law, t.var
        added: list[Node] = [law(x) > 0]
        if isinstance(law, ProductLaw):
            i = law.var if law.var is not x else Var(law.var.name + "'", law.var.space)
            factor = substitute(law.body, {law.var: i})
            added.append(ForAll(factor(Coord(x, i)) > 0, i))
        for h in self.hypotheses:
            match h:
                case Fact("dominated", (smaller, larger)) if alpha_equal(smaller, law):
                    added.append(larger(x) > 0)
                case ForAll(Fact("dominated", (Marginal(joint, index), larger)), i) if index is i and joint is law:
                    added.append(ForAll(larger(Coord(x, i)) > 0, i))
                case Fact("dominated", (Marginal(joint, index), larger)) if joint is law:
                    added.append(larger(Coord(x, index)) > 0)
                case ForAll(Fact("dominated", (smaller, larger)), i):
                    for value in self._candidates(law, i.space):
                        if alpha_equal(substitute(smaller, {i: value}), law):
                            added.append(substitute(larger, {i: value})(x) > 0)
        return tuple(h for h in added if h not in self.hypotheses)

    # -----------------------------------------------------------------------------------------------------------------
    # indices, integers

    def within(self, index: Term, space: Space) -> bool:
        """Whether a term provably lies in a space: a variable of it, or an index of a range."""
        match index, space:
            case Var(), _ if index.space is space:
                return True
            case Var(_, Without(inner, left_out)), Range() | Without():
                return not isinstance(space, Without) and self.within(Var(index.name, inner), space)
            case _, Without(inner, left_out):
                return self.within(index, inner) and self.differ(index, left_out)
            case _, Range(low, high) if is_index_space(space) and self._may_index(index):
                above = self.nonnegative(Plus((index, Neg(low)))) or index is low
                return above and (index is high or self.nonnegative(Plus((high, Neg(index)))))
        return False

    def _may_index(self, t: Term) -> bool:
        return isinstance(t, Number | Var | Plus) and self.integer(t)

    def _inhabited(self, space: Space) -> bool:
        return isinstance(space, Range) and self.nonnegative(Plus((space.high, Neg(space.low))))

    def differ(self, a: Term, b: Term) -> bool:
        """Whether two indices are provably not the same."""
        for one, two in ((a, b), (b, a)):
            if isinstance(one, Var) and isinstance(one.space, Without) and one.space.index is two:
                return True
        return isinstance(a, Number) and isinstance(b, Number) and a is not b

    def integer(self, t: Term) -> bool:
        """Whether the value is provably an integer."""
        match t:
            case Number(value):
                return value.denominator == 1
            case Var(_, space):
                return is_index_space(space)
            case Neg(a):
                return self.integer(a)
            case Plus(args) | Times(args):
                return all(map(self.integer, args))
        return False

    # -----------------------------------------------------------------------------------------------------------------
    # matrices, finite values

    def positive_definite(self, a: Term) -> bool:
        match a:
            case Identity():
                return True
            case Inverse(inner) | Transpose(inner):
                return self.positive_definite(inner)
            case Diag(VectorOf(body, _) as entries):
                return self.under(entries).positive(body)
            case Plus(args):
                return all(map(self.positive_definite, args))
        return self.states(positive_definite(a))

    def symmetric(self, a: Term) -> bool:
        return isinstance(a, Diag | Identity) or self.positive_definite(a)

    def invertible(self, a: Term) -> bool:
        match a:
            case Inverse(inner) | Transpose(inner):
                return self.invertible(inner)
            case MatMul(args):
                return all(map(self.invertible, args))
        return self.positive_definite(a) or self.states(invertible(a)) or self.nonzero(Det(a))

    def finite_number(self, t: Term) -> bool:
        """Whether the value, given that the term has one, is provably a finite real number."""
        match t:
            case Constant(name):
                return name != "oo"
            case Number() | Coord() | Entry() | Form() | Tr() | Det():
                return True
            case Var(_, space):
                return is_scalar_space(space)
            case Neg(a):
                return self.finite_number(a)
            case Plus(args) | Times(args) | Apply(Elementary(), args):
                return all(map(self.finite_number, args))
            case Apply(Function() | MemberFunction() | Law(), _):
                return True
            case Quotient(a, b) | Power(a, b):
                return self.finite_number(a) and self.finite_number(b)
            case Sum(body, _) | Prod(body, _):
                return self.under(t).finite_number(body)
        return self.states(finite(t))


def _sum(signs: list[Signs]) -> Signs:
    if all(s <= NONNEGATIVE for s in signs):
        return POSITIVE if any(s == POSITIVE for s in signs) else frozenset().union(*signs)
    if all(s <= {-1, 0} for s in signs):
        return frozenset((-1,)) if any(s == {-1} for s in signs) else frozenset().union(*signs)
    return ANY


def _times(signs: list[Signs]) -> Signs:
    found: Signs = POSITIVE
    for other in signs:
        found = frozenset(a * b for a in found for b in other)
    return found


def _product_of_many(body: Signs) -> Signs:
    """A product of any number of factors, perhaps none."""
    if body <= NONNEGATIVE:
        return body | {1}
    return NONZERO if 0 not in body else ANY


def _minus(value: Fraction | None) -> Fraction | None:
    return None if value is None else -value


def _scaled(factor: Fraction, value: Fraction | None) -> Fraction | None:
    return None if value is None else factor * value
