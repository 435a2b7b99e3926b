"""Which reasons are worth a try: rules that match somewhere in a term, with arguments that the step itself suggests.

Nothing here is trusted.  A rule costs nothing where it matches nothing, and one that takes an argument is offered only
arguments that can be read off the two sides or the hypotheses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from math import floor
from typing import Any

from ..algebra import is_number
from ..kernel import Theorem
from ..language import (
    AlmostEverywhere,
    Apply,
    Constant,
    Derivative,
    Divergence,
    Elementary,
    Expectation,
    ForAll,
    Int,
    Interval,
    JensenShannon,
    Lambda,
    Law,
    Neg,
    Node,
    Number,
    Plus,
    Power,
    Prod,
    Product,
    ProductLaw,
    Quotient,
    Range,
    Reals,
    Relation,
    Sum,
    Term,
    Times,
    Var,
    Without,
    fresh_beside,
    substitute,
)
from ..language.facts import Facts
from ..places import somewhere
from ..registry import REGISTRY
from ..rules import algebra, mean_inequality
from ..rules.integrals import is_half_line
from ..steps import Rule, Use
from ..views import coefficients, negated, opened
from .antiderivatives import antiderivative
from .curves import arguments_of_unknown, combinations_of_values, rates_of_exponentials, touched
from .extremes import arguments_of_functions, bounds_of_values, chords, ends_of_sets, slopes, tangents

Arguments = tuple[Node, ...]


@lru_cache(maxsize=2_000)
def places(t: Term, facts: Facts) -> tuple[tuple[Term, Facts], ...]:
    """The positions of a term and of its opened form at which a rule may act, each with the facts that hold there."""
    found: dict[tuple[Term, Facts], None] = {}

    def note(node: Term, here: Facts) -> Iterator[Term]:
        found[node, here] = None
        return iter(())

    for source in dict.fromkeys((t, opened(t, facts))):
        for _ in somewhere(source, note, False, facts):
            raise AssertionError("a rewriting that yields nothing has yielded something")
    return tuple(found)


def matches(rule: Rule, arguments: Arguments, t: Term, facts: Facts) -> bool:
    """Whether the rule makes something of a position of the term."""
    return any(_acts(rule, node, here, arguments) for node, here in places(t, facts))


def _acts(rule: Rule, node: Term, here: Facts, arguments: Arguments = ()) -> bool:
    return any(new is not node for new in rule.rewrite(node, here, *arguments))


_acting: dict[tuple[Term, Facts, bool], tuple[tuple[Rule, ...], frozenset[str]]] = {}


def acting(t: Term, facts: Facts, ordered: bool) -> set[str]:
    """The names of the rules without arguments that make something of a position of the term.

    The terms of a search have most positions in common: of each it is found out once, by all the rules there are.
    """
    rules = tuple(rule for rule in _rewriting(ordered) if not takes_arguments(rule))
    found: set[str] = set()
    for node, here in places(t, facts):
        kept = _acting.get((node, here, ordered))
        if kept is None or kept[0] != rules:
            if len(_acting) > 20_000:
                _acting.clear()
            names = frozenset(rule.name for rule in rules if _acts(rule, node, here))
            kept = _acting[node, here, ordered] = rules, names
        found |= kept[1]
    return found


def _rewriting(ordered: bool) -> Iterator[Rule]:
    for rule in REGISTRY.values():
        if rule is not algebra and rule.kind == "rewriting" and (ordered or rule.relation == "="):
            yield rule


def takes_arguments(rule: Rule) -> bool:
    return rule.rewrite.__code__.co_argcount > 2


@lru_cache(maxsize=5_000)
def kinds(t: Term) -> frozenset[object]:
    """What catches the eye in a term: binders, laws, named functions, and whatever is neither arithmetic nor a name."""
    found: set[object] = set()
    for node in t.walk():
        if isinstance(node, Elementary):
            found.add(node.name)
        elif isinstance(node, Term | Law) and not isinstance(node, _ARITHMETIC):
            found.add(type(node))
    return frozenset(found)


_ARITHMETIC = (Plus, Neg, Times, Quotient, Power, Number, Constant, Var, Apply)


@lru_cache(maxsize=5_000)
def size(t: Term) -> int:
    """How many different nodes a term has."""
    return sum(1 for _ in t.walk())


def unlike(t: Term, other: Term) -> int:
    """How many kinds of things stand in one of two terms only: the search goes on where there are fewest."""
    return len(kinds(t) ^ kinds(other))


def uses(t: Term, other: Term, facts: Facts, known: tuple[Use | Theorem, ...], ordered: bool) -> Iterator[Use]:
    """The reasons that may take ``t`` somewhere, towards ``other``: rules first, then what is known.

    ``ordered`` says whether an inequality will do.
    """
    alone = acting(t, facts, ordered)
    for rule in _rewriting(ordered):
        if rule is mean_inequality and not (_has_squares(other) or "sqrt" in kinds(t)):
            continue  # any product has such a bound: of use only where squares are wanted
        if not takes_arguments(rule):
            if rule.name in alone:
                yield Use(rule)
            continue
        for arguments in _arguments(rule, t, other, facts):
            if matches(rule, arguments, t, facts):
                yield Use(rule, arguments)
    for reason in known:
        yield Use(theorem=reason) if isinstance(reason, Theorem) else reason
    for h in facts.hypotheses:
        yield from _from_hypothesis(h, t, ordered)


@lru_cache(maxsize=5_000)
def _has_squares(t: Term) -> bool:
    return any(isinstance(node, Power) and node.exponent is Number(2) for node in t.walk())


def _from_hypothesis(h: Node, t: Term, ordered: bool) -> Iterator[Use]:
    wanted = ("=", "<=", "<", ">=", ">") if ordered else ("=",)
    match h:
        case Relation(_, symbol, right) if symbol in wanted:
            if symbol == "=" or not isinstance(right, Number):  # else it is a sign
                yield Use(hypothesis=h)
            if symbol == "=":
                yield Use(hypothesis=h.flipped())
        case ForAll(Relation(_, symbol, _) as body, var) if symbol in wanted:
            names = dict.fromkeys(node for node in t.walk() if isinstance(node, Var))  # bound ones too
            both = (h, ForAll(body.flipped(), var)) if symbol == "=" else (h,)
            yield from (Use(hypothesis=g, arguments=(x,)) for g in both for x in names if x.space is var.space)


# ---------------------------------------------------------------------------------------------------------------------
# arguments


def _arguments(rule: Rule, t: Term, other: Term, facts: Facts) -> list[Arguments]:
    """What to give the rule beside the term: each thing that the step suggests."""
    propose = PROPOSALS.get(rule.name)
    return [] if propose is None else list(dict.fromkeys(propose(t, other, facts)))


def _left_out(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    """Indices that the other side leaves out of a range, and those that stand free beside a sum."""
    if not any(isinstance(node, Sum) for node in t.walk()):
        return
    for node in other.walk():
        if isinstance(node, Sum) and isinstance(node.var.space, Without):
            yield (node.var.space.index,)
    yield from ((x,) for x in other.free if isinstance(x, Var) and isinstance(x.space, Range | Without))


def _integrated_first(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    """Indices of the coordinate that the other side integrates last."""
    laws = [node.law for node in t.walk() if isinstance(node, Expectation) and isinstance(node.law, ProductLaw)]
    if laws:
        for node in other.walk():
            space = node.space if isinstance(node, Var) else None
            if isinstance(space, Product) and isinstance(space.range, Without):
                yield (space.range.index,)
        yield from ((x,) for x in other.free if isinstance(x, Var) and x.space in {law.var.space for law in laws})


def _agreeing(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    yield from ((h,) for h in facts.hypotheses if isinstance(h, AlmostEverywhere))


def _on_intervals(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    """Equations that hold on an interval, where something is differentiated."""
    if any(isinstance(node, Derivative) for node in t.walk()):
        for h in facts.hypotheses:
            if isinstance(h, ForAll) and isinstance(h.var.space, Interval) and isinstance(h.body, Relation):
                yield (h,)


def _orders_of_densities(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    """Orders that hold at all points, between numbers that they may lead to."""
    for h in facts.hypotheses:
        ordered = isinstance(h, ForAll) and isinstance(h.body, Relation) and h.body.symbol in ("<=", ">=")
        if ordered and h.var not in t.free | other.free:
            yield (h,)


def _shifts(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    """By how much the ranges of the other side begin later."""
    begins = {node.var.space.low for node in t.walk() if _over_range(node)}
    for end in dict.fromkeys(node.var.space.low for node in other.walk() if _over_range(node)):
        for begin in begins:
            by = is_number(end - begin, facts)
            if by is None or by:
                yield (end - begin if by is None else Number(by),)


def _over_range(node: Any) -> bool:
    return isinstance(node, Sum | Prod) and isinstance(node.var.space, Range)


def _antiderivatives(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    """What may be the antiderivative of an integrand over an interval: from a table, or from the other side."""
    for node in t.walk():
        if isinstance(node, Int) and isinstance(node.var.space, Interval):
            x, high = node.var, node.var.space.high
            found = antiderivative(node.body, x)
            if found is not None:
                yield (Lambda(found, x),)
            if isinstance(high, Var) and x not in other.free:
                yield (Lambda(substitute(other, {high: Var(x.name, high.space)}), Var(x.name, high.space)),)


def _closed_forms(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    """The other side as a function of the last index of a sum or product: n, or n + c."""
    for node in t.walk():
        if isinstance(node, Sum | Prod) and isinstance(node.var.space, Range):
            high = node.var.space.high
            for n in high.free & other.free:
                if isinstance(n, Var) and (offset := is_number(high - n, facts)) is not None:
                    j = fresh_beside(Var(n.name, n.space), other)
                    yield (Lambda(substitute(other, {n: j - offset if offset else j}), j),)


def _substitutions(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    """The scales and shifts by which variables of integrals stand beneath, (x - shift) / scale or x - shift."""
    for node in t.walk():
        if isinstance(node, Int) and isinstance(node.var.space, Reals | Interval):
            x = node.var
            for part in node.body.walk():
                match part:
                    case Quotient(num, den) if x in num.free and x not in den.free:
                        yield from ((den, shift) for shift in _shift(num, x))
                    case Plus():
                        yield from ((Number(1), shift) for shift in _shift(part, x))


def _shift(t: Term, x: Var) -> Iterator[Term]:
    """The b with t = x - b."""
    found = coefficients(t, x, 1)
    if found is not None and len(found) == 2 and found[1] is Number(1):
        yield negated(found[0]) if found[0] is not Number(0) else Number(0)


def _powers(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    """The powers in which variables of integrals over the half-line stand beneath."""
    for node in t.walk():
        if isinstance(node, Int) and is_half_line(node.var):
            for part in node.body.walk():
                if isinstance(part, Power) and part.base is node.var and node.var not in part.exponent.free:
                    yield (part.exponent,)


def _floors(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    """The values of floors of numbers, and of integers."""
    for node in t.walk():
        if isinstance(node, Apply) and node.head is Elementary("floor"):
            (x,) = node.args
            value = is_number(x, facts)
            if value is not None:
                yield (Number(floor(value)),)
            elif facts.integer(x):
                yield (x,)


def _cuts(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    """Where ranges of the other side end within one of these."""
    mine, theirs = ({node.var.space.high for node in side.walk() if _over_range(node)} for side in (t, other))
    if mine:
        yield from ((end,) for end in sorted(theirs - mine, key=repr))


def _bounds(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    """The bodies that stand beneath binders of the other side."""
    kinds = {(type(node), node.var.space) for node in t.walk() if isinstance(node, Expectation | Int | Sum)}
    for node in other.walk():
        if isinstance(node, Expectation | Int | Sum) and (type(node), node.var.space) in kinds:
            yield (Lambda(node.body, node.var),)


def _divergences(t: Term, other: Term, facts: Facts) -> Iterator[Arguments]:
    yield from ((node,) for side in (t, other) for node in side.walk() if isinstance(node, Divergence | JensenShannon))


PROPOSALS: dict[str, Callable[[Term, Term, Facts], Iterator[Arguments]]] = {
    "monotonicity": _bounds,
    "derivative_of_equal": _on_intervals,
    "masses_in_order": _orders_of_densities,
    "shifted_index": _shifts,
    "split_off": _left_out,
    "range_split": _cuts,
    "value_of_floor": _floors,
    "gibbs_inequality": _divergences,
    "iterated_expectation": _integrated_first,
    "almost_everywhere_equal": _agreeing,
    "affine_substitution": _substitutions,
    "power_substitution": _powers,
    "fundamental_theorem": _antiderivatives,
    "induction": _closed_forms,
    "increasing_function": arguments_of_functions,
    "strictly_increasing_function": arguments_of_functions,
    "convex_combination": combinations_of_values,
    "exponential_bound_of_indicator": rates_of_exponentials,
    "monotone_function": arguments_of_unknown,
    "strictly_monotone_function": arguments_of_unknown,
    "tangent_of_told_shape": touched,
    "tangent_inequality": tangents,
    "mean_value_inequality": chords,
    "bounded_slope": slopes,
    "least_upper_bound": bounds_of_values,
    "attained_bound": bounds_of_values,
    "supremum_by_limit": ends_of_sets,
    "infinite_supremum": ends_of_sets,
}
