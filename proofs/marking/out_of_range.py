"""What no law can make true: a probability above one, a variance below zero, a correlation beyond one.

Where nothing was read of what X is, a line about it that fails for some X may hold of the one that is meant.  A line
that puts a quantity where none of its kind has a value holds of none, whatever X is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction

from ..algebra import is_number
from ..judging import judge
from ..judging.report import Numbers
from ..language import (
    Apply,
    Cases,
    Claim,
    Density,
    Divergence,
    Elementary,
    Expectation,
    Form,
    Identity,
    Int,
    JensenShannon,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    Quotient,
    R,
    Relation,
    Term,
    Times,
    Var,
    Wasserstein,
    alpha_equal,
    entries_of,
    finite,
    is_counted,
    is_scalar,
    log,
    replace,
    sqrt,
    substitute,
)
from ..language.facts import Facts
from .consequences import follows_from
from .neat import neat

NUMBERS = tuple(Fraction(*n) for n in ((1, 2), (2, 1), (1, 10), (10, 1), (-1, 2), (-2, 1)))
_HOW = (
    Fraction(1),
    Fraction(1, 2),
    Fraction(-1),
    Fraction(-1, 2),
)  # x^k with these k is what a side is in proportion to


ZERO, ONE = Number(0), Number(1)


@dataclass(frozen=True)
class Kind:
    """What quantities of a kind are called, and between which numbers they lie whatever the law; None is no bound."""

    name: str
    low: Term = ZERO
    high: Term | None = None


PROBABILITY = Kind("a probability", ZERO, ONE)
CORRELATION = Kind("a correlation", Number(-1), ONE)
VARIANCE = Kind("a variance")
MEAN = Kind("the mean of what is never negative")
DISTANCE = Kind("a divergence")
MIXED = Kind("a Jensen-Shannon divergence", ZERO, log(2))
NORM = Kind("a norm")
SQUARED = Kind("a squared norm")
DISCRETE = Kind("the entropy of a discrete law")


@dataclass(frozen=True)
class Outside:
    """How a side leaves the range of the quantity on the other one: for which value of a name, where one is chosen."""

    kind: Kind
    value: Term
    above: bool
    chosen: tuple[Var, Term] | None = None
    supposed: tuple[Node, ...] = ()  # of what makes the case trivial otherwise: that a variance is not zero

    @property
    def numbers(self) -> Numbers:
        """What the numbers are said to say: that the sides differ, in every world."""
        return Numbers("disagree", 1, notes=(self.reason,))

    @property
    def reason(self) -> str:
        """Why it cannot be so, as a teacher says it."""
        from ..writing import latex
        from .wording import without_outcomes

        def shown(t: Node) -> str:
            for mean in [n for n in t.walk() if isinstance(n, Expectation) and kind_of(n) is VARIANCE]:
                of = without_outcomes(latex(mean.body.base.args[0]))
                t = replace(t, mean, Var(rf"\mathrm{{Var}}({of})", R))
            return f"${without_outcomes(latex(t))}$"

        bound = self.kind.high if self.above else self.kind.low
        assert bound is not None
        end = shown(bound) if not isinstance(bound, Number) else latex(bound)
        limit = "never negative" if bound is ZERO else f"at {'most' if self.above else 'least'} {end}"
        at = ""
        if self.chosen is not None:
            at = (
                f", and the other side is {shown(self.value)} at {shown(Relation(self.chosen[0], '=', self.chosen[1]))}"
            )
        if supposed := [shown(h) for h in self.supposed if isinstance(h, Relation)]:
            at += f" where {' and '.join(supposed)}"
        return f"{self.kind.name} is {limit}{at}"


def out_of_range(claim: Claim, doubted: Iterable[str], chosen: Iterable[str]) -> Outside | None:
    """How a relation leaves the range of a quantity whatever is meant by the names in doubt; None where it does not.

    ``doubted`` are the names of which something was not read, ``chosen`` those that it is said of for all values."""
    statement = claim.statement
    if not isinstance(statement, Relation) or statement.symbol not in ("=", "<", "<=", ">", ">="):
        return None
    match statement:
        case Relation(Expectation(Power()) as mean, symbol, square) if _are_moments(mean, square):
            statement = Relation(Plus((mean, Neg(square))), symbol, Number(0))
        case Relation(square, symbol, Expectation(Power()) as mean) if _are_moments(mean, square):
            statement = Relation(Number(0), symbol, Plus((mean, Neg(square))))
    fogged = set(doubted)
    known = tuple(h for h in claim.hypotheses if fogged.isdisjoint(n.name for n in h.free if isinstance(n, Var)))
    free = set(chosen)
    for relation in (statement, statement.flipped()):
        kind = kind_of(relation.left)
        if kind is not None and (found := _outside(kind, relation, known, free)) is not None:
            return found
    return None


def kind_of(t: Term) -> Kind | None:
    """Of which kind a term is, if its kind has a range that no law leaves."""
    match t:
        case Expectation(Cases(values, _, otherwise)) if all(_is_indicator(v) for v in (*values, otherwise)):
            return PROBABILITY
        case Expectation(Power(Plus((_, Neg(Expectation()))), Number(two))) if two == 2:
            return VARIANCE
        case Plus((Expectation() as mean, Neg(square))) if _are_moments(mean, square):
            return VARIANCE
        case Expectation(Power(_, Number(n))) if n.denominator == 1 and n % 2 == 0:
            return MEAN
        case Expectation(Apply(Elementary("abs"), _)):
            return MEAN
        case Apply(Density(_, space), (_,)) if is_counted(space):
            return PROBABILITY
        case Divergence() | Wasserstein():
            return DISTANCE
        case JensenShannon():
            return MIXED
        case Plus(args) if (parts := [entries_of(a) for a in args]) and all(parts):  # of an event that is in parts
            entries = [entry for part in parts for entry in part]
            return PROBABILITY if len(set(entries)) == len(entries) else None
        case Quotient(above, below) if (whole := set(entries_of(below))) and set(entries_of(above)) <= whole:
            return PROBABILITY if entries_of(above) else None
        case Apply(Elementary("sqrt"), (Form(one, Identity(), other),)) if one is other:
            return NORM
        case Form(one, Identity(), other) if one is other:
            return SQUARED
        case Apply(Elementary("cos" | "sin" as name), _):
            return Kind("a cosine" if name == "cos" else "a sine", Number(-1), ONE)
        case Quotient(Expectation() as mean, below) if _is_correlation(mean, below):
            return CORRELATION
        case Neg(Int(Times((Apply(Density(_, space), _) as p, Apply(Elementary("log"), (q,)))), _)) if is_counted(
            space
        ) and alpha_equal(p, q):
            return DISCRETE
    return None


def _are_moments(mean: Term, square: Term) -> bool:
    """Whether these are the mean of a square and the square of the mean of the same."""
    match mean, square:
        case Expectation(Power(one, Number(two)), x, law), Power(Expectation(other, y, same), Number(too)):
            return two == too == 2 and alpha_equal(Expectation(one, x, law), Expectation(other, y, same))
    return False


def _is_indicator(t: Term) -> bool:
    return isinstance(t, Number) and t.value in (0, 1)


def _is_correlation(mean: Expectation, below: Term) -> bool:
    """Whether the mean of a product over that root is between minus one and one, by Cauchy and Schwarz."""
    match mean.body, below:
        case Times((a, b)), Apply(Elementary("sqrt"), (Times((u, v)),)):
            return _are_squares((a, b), (u, v), mean)
        case Times((a, b)), Times((Apply(Elementary("sqrt"), (u,)), Apply(Elementary("sqrt"), (v,)))):
            return _are_squares((a, b), (u, v), mean)
    return False


def _are_squares(factors: tuple[Term, Term], means: tuple[Term, Term], under: Expectation) -> bool:
    """Whether these are the means of the squares of the factors, under one law."""
    squares = []
    for each in means:
        match each:
            case Expectation(Power(base, Number(two)), x, law) if two == 2 and x is under.var and law is under.law:
                squares.append(base)
    return len(squares) == 2 and set(squares) == set(factors)


def _outside(kind: Kind, relation: Relation, known: tuple[Node, ...], free: set[str]) -> Outside | None:
    """How the right side leaves the range of the left one, by itself or for some value of one of its names."""
    if (above := _leaves(kind, relation.symbol, relation.right, Facts(known))) is not None:
        return Outside(kind, relation.right, above)
    scalars = (n for n in relation.right.free if isinstance(n, Var) and is_scalar(n) and n.name in free)
    for x in sorted(scalars, key=lambda n: n.name):
        for value, supposed in _values(x, relation.right):
            there = substitute(relation.right, {x: value})
            facts = Facts((*_without(x, known), *supposed))
            number = is_number(there, facts)
            there = there if number is None else Number(number)
            if not _may_be(x, value, known, supposed):
                continue
            if (above := _leaves(kind, relation.symbol, there, facts)) is not None:
                return Outside(kind, there, above, (x, value), supposed)
    return None


def _leaves(kind: Kind, symbol: str, t: Term, facts: Facts) -> bool | None:
    """Whether what is said to be related to a quantity lies above its range (below: False); None where neither."""
    ends = []
    if kind.high is not None and symbol in ("=", ">", ">="):
        ends.append((True, kind.high, symbol == ">"))
    if symbol in ("=", "<", "<="):
        ends.append((False, kind.low, symbol == "<"))
    for above, end, at_it in ends:
        order = (">=" if at_it else ">") if above else ("<=" if at_it else "<")
        beyond = Relation(t, order, end)
        closed = not t.free and judge(Claim((), beyond), brief=True).outcome == "agree"
        if closed or (t.free and facts.proves(beyond)):
            return above
    return None


def _without(x: Var, hypotheses: tuple[Node, ...]) -> tuple[Node, ...]:
    return tuple(h for h in hypotheses if x not in h.free)


def _values(x: Var, side: Term) -> Iterator[tuple[Term, tuple[Node, ...]]]:
    """Values to choose for a name: numbers, and those for which a side in proportion to a power of it is 2, or 1 less
    such a side -1."""
    for n in NUMBERS:
        yield Number(n), ()
    at_one = substitute(side, {x: Number(1)})
    for factor in (at_one, Plus((Number(1), Neg(at_one)))):
        means = {n for n in factor.walk() if isinstance(n, Expectation) and kind_of(n) in (VARIANCE, MEAN)}
        if not means:
            continue
        supposed = tuple(h for m in means for h in (Relation(m, ">", Number(0)), finite(m)))
        for k in _HOW:
            base = Quotient(factor, Number(2))
            yield (
                neat(neat(base if k == 1 else sqrt(base) if k == Fraction(1, 2) else Power(base, Number(k)))),
                supposed,
            )


def _may_be(x: Var, value: Term, known: tuple[Node, ...], supposed: tuple[Node, ...]) -> bool:
    """Whether all that is known of a name is so of a value of it."""
    rest = (*_without(x, known), *supposed)
    facts = Facts(rest)
    if not facts.within(value, x.space):
        return False
    return all(follows_from(substitute(h, {x: value}), rest) for h in known if x in h.free)
