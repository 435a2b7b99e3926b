r"""Probabilities of events of one random variable, \Pr(a < X \le b), \Pr(X = k), and its distribution function F_X."""

from __future__ import annotations

import re
from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from ... import language as L
from ...language.facts import Facts
from ..laws import drawn_in_turn, stated, written_models
from ..names import name_of, within_bars
from ..syntax import Add, Bracket, Sign, Statement, Symbol, Syntax, Unread
from . import events
from .outcomes import density_of, drawn_parameters

if TYPE_CHECKING:
    from ..meaning import Meaning

Limit = tuple[str, L.Term]
WITHIN = ("<", "<=", ">", ">=", "=")  # the relations of a random variable to its limits


def probability(m: Meaning, bracket: Bracket) -> L.Term:
    r"""The probability of an event of one random variable: an integral or a sum of its density."""
    if events.are_events(m.context, "Pr", (*bracket.items, *(bracket.given or ()))):
        return events.probability(m.context, bracket.items, bracket.given, bracket)
    match bracket:
        case Bracket(_, (Statement((size, bound), (Sign(symbol),)),), _, None) if (
            symbol in WITHIN and within_bars(size)[0] is not None and bound is not None
        ):
            return _of_size_within(m, size, symbol, bound, bracket)
        case Bracket(_, (Statement() as event,), _, None):
            return _of_limits(m, *limits_of(m, event, bracket), bracket)
        case Bracket(_, (Statement() as event,), _, (Statement() as condition,)):
            name, limits = limits_of(m, event, bracket)
            other, under = limits_of(m, condition, bracket)
            if other == name:
                both = _narrowed(m, [*under, *limits], bracket)
                return L.Quotient(_of_limits(m, name, both, bracket), _of_limits(m, name, under, bracket))
    raise Unread("a probability of what is no plain event", bracket.span)


def _of_size_within(m: Meaning, size: Syntax | None, symbol: str, bound: Syntax, bracket: Bracket) -> L.Term:
    """P(|X| < c) as P(-c < X < c), P(|X| >= c) as what that lacks of 1; around m the limits are m - c and m + c."""
    variable, centre = within_bars(size)
    if symbol == "=":
        raise Unread("a probability of this event", bracket.span)
    outside = symbol in (">", ">=")
    within = {">": "<=", ">=": "<"}.get(symbol, symbol)
    group = Bracket("(", (bound,), ")", span=bound.span)
    low: Syntax = Add((group,), ("-",), span=bound.span)
    high = bound
    if centre is not None:
        low, high = (Add((centre, group), ("", sign), span=bound.span) for sign in "-+")
    event = Statement((low, variable, high), (Sign(within), Sign(within)), span=bracket.span)
    inside = _of_limits(m, *limits_of(m, event, bracket), bracket)
    return 1 - inside if outside else inside


def limits_of(m: Meaning, event: Statement, bracket: Bracket) -> tuple[str, list[Limit]]:
    """The random variable of an event, and the limits that it lies between."""
    at = [k for k, e in enumerate(event.expressions) if (n := name_of(e)) is not None and n[:1].isupper()]
    if len(at) != 1 or len(event.relations) > 2 or (len(event.relations) == 2 and at != [1]):
        raise Unread("a probability of this event", bracket.span)
    limits: list[Limit] = []
    for k, sign in enumerate(event.relations):
        other = event.expressions[k if k < at[0] else k + 1]
        symbol = sign.symbol if k >= at[0] else L.FLIPPED.get(sign.symbol, sign.symbol)
        if symbol not in WITHIN or other is None:
            raise Unread("a probability of this event", bracket.span)
        limits.append((symbol, m.scalar(other)))
    return name_of(event.expressions[at[0]]) or "", limits


def _of_limits(m: Meaning, name: str, limits: list[Limit], bracket: Bracket) -> L.Term:
    if stated.stated(m.context, name) is not None:
        return _under_stated(m, name, limits, bracket)
    if name in m.context.drawn:
        return drawn_in_turn.probability(m, name, lambda law: under(m, law, name, limits, bracket))
    law = law_of_variable(m, name)
    if law is None:
        return _by_distribution_function(m, name, limits, bracket)
    return under(m, law, name, limits, bracket)


def between(m: Meaning, name: str, limits: list[Limit], bracket: Bracket) -> L.Term:
    """The probability that a random variable whose law or density is known lies between limits."""
    return _of_limits(m, name, limits, bracket)


def density_at(m: Meaning, name: str, point: L.Term) -> L.Term:
    """The density of a random variable at a point of its support.  Raises ``Unread``."""
    if name in m.context.laws:
        law = m.context.laws[name]
        _inside(m, point, *ends(L.support(law)))
        return law(point)
    var, density = stated.under(m, name)
    low, high = ends(var.space)
    _inside(m, point, low, high)
    value = L.substitute(density, {var: point})
    facts = Facts(m.context.stated())
    beyond = [] if _is_infinite(low) or _is_within(facts, point, low, False) else [point < low]
    beyond += [] if _is_infinite(high) or _is_within(facts, point, high, True) else [point > high]
    return L.Cases((L.Number(0),) * len(beyond), tuple(beyond), value) if beyond else value


def _narrowed(m: Meaning, limits: list[Limit], bracket: Bracket) -> list[Limit]:
    """Of the limits on one side the one that is known to be the nearest.  Raises ``Unread`` where none is."""
    facts = Facts(m.context.stated())
    found: dict[str, L.Term] = {}
    for symbol, limit in limits:
        before = found.get(symbol, limit)
        nearer, other = (limit, before) if symbol in (">", ">=") else (before, limit)
        if facts.nonnegative(nearer - other):
            found[symbol] = limit
        elif facts.nonnegative(other - nearer):
            found[symbol] = before
        else:
            raise Unread("of two limits that an event has, which one is nearer is not said", bracket.span)
    if "=" in found or not (found.keys() <= {">", "<", "<="} or found.keys() <= {">=", "<", "<="}):
        raise Unread("a probability of what is no plain event", bracket.span)
    if {"<", "<="} <= found.keys():
        raise Unread("a probability of what is no plain event", bracket.span)
    return list(found.items())


def law_of_variable(m: Meaning, name: str) -> L.Law | None:
    """The declared law of a random variable, or its unknown density if that is one of one number."""
    if name in m.context.random:
        raise Unread(f"a probability of {name}, which is made of other random variables", (0, 0))
    if name in m.context.laws:
        if drawn := drawn_parameters(m, name):
            raise Unread(f"the law of {name} is one given {drawn[0]}, which is random itself", (0, 0))
        return m.context.laws[name]
    letter = density_of(m, [name])
    if letter is None:
        return None
    joint = m.densities.joint(letter)
    if len(joint.names) > 1:
        raise Unread(f"a probability of {name} under a joint density", (0, 0))
    return joint.law


def distribution_function(m: Meaning, head: str) -> str | None:
    """The X of F_X where X has a law or a density; None for any other function."""
    letter, _, name = head.partition("_")
    if head in m.context.distributions:
        letter, name = "F", m.context.distributions[head]
    name = name.strip("{}")
    of_extreme = name in m.context.extremes and m.context.extremes[name][1] in m.context.alike
    if head == "F" and (sole := _sole_told(m)) is not None:
        return sole
    if letter == "F" and (
        of_extreme
        or name in m.context.masses
        or name in m.context.joints
        or name in m.context.random
        or written_models.small_names(m.context, [name]) is not None
    ):
        return name
    known = name in m.context.laws or stated.stated(m.context, name) is not None or _has_density(m, name)
    return name if letter == "F" and known else None


_CDF = re.compile(r"\bcdf\b|\bcumulative distribution\b|\bdistribution function\b")


def _sole_told(m: Meaning) -> str | None:
    """The one random variable of a page that speaks of its distribution function, where its values are told."""
    context = m.context
    told = {*context.masses, *context.joints}
    others = (context.functions, context.values, context.spaces, context.laws, context.survey.bare)
    plain = len(told) == 1 and not any("F" in names for names in others) and not context.laws
    return next(iter(told)) if plain and _CDF.search(context.said) is not None else None


def _has_density(m: Meaning, name: str) -> bool:
    try:
        return name[:1].isupper() and name not in m.context.random and density_of(m, [name]) is not None
    except Unread:
        return False


def distribution_value(m: Meaning, name: str, argument: Syntax) -> L.Term:
    """F_X(x), the probability that X is at most x."""
    named = any(name in names for names in (m.context.extremes, m.context.masses, m.context.joints))
    made = Symbol(name, span=argument.span) if named else m.context.random.get(name)
    if made is not None and stated.stated(m.context, name) is None:
        from .joint_events import probability as of_event

        event = Statement((made, argument), (Sign("<="),), span=argument.span)
        return of_event(m, Bracket("(", (event,), ")", span=argument.span))
    if name not in m.context.laws and (joint := written_models.joint_of(m, [name])) is not None:
        from .events_of_models import holds

        limit = m.scalar(argument)
        return holds(m, joint, [name], lambda points: [points[name] <= limit])
    if stated.stated(m.context, name) is not None:
        return _under_stated(m, name, [("<=", m.scalar(argument))], argument)
    law = law_of_variable(m, name)
    if law is None:
        raise Unread(f"the distribution function of {name}", argument.span)
    limit = m.scalar(argument)
    done = under(m, law, name, [("<=", limit)], argument)
    return _beyond(L.support(law), limit, done) if limit in m.bound.values() else done


def _beyond(home: L.Space, limit: L.Term, inside: L.Term) -> L.Term:
    """A value of a distribution function at a number that runs along the whole line."""
    if not isinstance(home, L.PositiveReals | L.Interval) or not isinstance(limit, L.Var):
        return inside
    if not isinstance(limit.space, L.Reals):
        return inside
    low, high = ends(home)
    beyond = ((low, limit < low, L.Number(0)), (high, limit > high, L.Number(1)))
    known = [(value, condition) for end, condition, value in beyond if not _is_infinite(end)]
    return L.Cases(tuple(value for value, _ in known), tuple(condition for _, condition in known), inside)


def _inside(m: Meaning, limit: L.Term, low: L.Term, high: L.Term) -> None:
    """A limit that is not said to be elsewhere is a point of the support."""
    bound = frozenset().union(*(t.free for t in m.bound.values()))
    if limit.free and limit.free.isdisjoint(bound):
        if _has_said_ends(m, limit):
            return
        if low is not L.Neg(L.oo):
            m.context.presume(limit >= low)
        if high is not L.oo:
            m.context.presume(limit <= high)


def _no_further(m: Meaning, limit: L.Term, end: L.Term, pick: Callable[[L.Term, L.Term], L.Term]) -> L.Term:
    """A limit, or the end of the support where a page lets it lie beyond."""
    if _is_infinite(end) or limit is end or not limit.free or not _has_said_ends(m, limit):
        return limit
    return limit if _is_within(Facts(m.context.stated()), limit, end, pick is L.minimum) else pick(limit, end)


def _is_within(facts: Facts, limit: L.Term, end: L.Term, below: bool) -> bool:
    """Whether a limit is known to lie below an end, or above it: a root, a logarithm does if what is in it does."""
    if facts.proves(limit <= end if below else limit >= end):
        return True
    match limit:
        case L.Neg(arg):
            return _is_within(facts, arg, -end, not below)
        case L.Apply(L.Elementary("sqrt"), (arg,)) if facts.nonnegative(end):
            return _is_within(facts, arg, L.Number(end.value**2) if isinstance(end, L.Number) else end**2, below)
        case L.Apply(L.Elementary("log"), (arg,)) if end is L.Number(0):
            return _is_within(facts, arg, L.Number(1), below)
        case L.Apply(L.Elementary("exp"), (arg,)) if end is L.Number(1):
            return _is_within(facts, arg, L.Number(0), below)
    return False


def _has_said_ends(m: Meaning, limit: L.Term) -> bool:
    """Whether a page says of each number in a limit between which others it lies: then it lies anywhere there."""
    above: set[L.Node] = set()
    below: set[L.Node] = set()
    for h in (*m.context.hypotheses, *m.context.assumed):
        if h in m.context.lingering:
            continue  # it was said of an earlier claim
        match h:
            case L.Relation(left, "<" | "<=", right) | L.Relation(right, ">" | ">=", left):
                above |= {right} if isinstance(left, L.Number) else set()
                below |= {left} if isinstance(right, L.Number) else set()
    return limit.free <= above & below


def under(m: Meaning, law: L.Law, name: str, limits: list[tuple[str, L.Term]], node: Syntax) -> L.Term:
    """The probability that a random variable with this law lies between limits.  Raises ``Unread``."""
    home = L.support(law)
    if isinstance(home, L.Integers | L.Range):
        return _counted(m, law, home, name, limits, node)
    if not isinstance(home, L.Reals | L.PositiveReals | L.Interval):
        raise Unread("a probability under a law that does not live on the line", node.span)
    low, high = ends(home)
    for symbol, limit in limits:
        if symbol == "=":
            return L.Number(0)
        _inside(m, limit, low, high)
        if symbol in ("<", "<="):
            high = _no_further(m, _within(limit, high, home), high, L.minimum)
        else:
            low = _no_further(m, _within(limit, low, home), low, L.maximum)
    space = L.Interval(low, high)
    t = L.fresh(L.Var(name.lower(), space), {v.name for v in space.free | law.free if isinstance(v, L.Var)})
    return L.Int(law(t), t)


def _under_stated(m: Meaning, name: str, limits: list[tuple[str, L.Term]], node: Syntax) -> L.Term:
    """The integral of a density that is written out, over what lies between the limits where it is positive."""
    var, density = stated.under(m, name)
    low, high = first, last = ends(var.space)
    for symbol, limit in limits:
        if symbol == "=":
            return L.Number(0)
        if isinstance(limit, L.Neg) and isinstance(limit.arg, L.Number):
            limit = L.Number(-limit.arg.value)
        _inside(m, limit, first, last)
        if isinstance(limit, L.Number) and not all(isinstance(e, L.Number) or _is_infinite(e) for e in (first, last)):
            raise Unread("a limit of which is not said whether the density is positive there", node.span)
        if symbol in ("<", "<="):
            high = _no_further(m, _nearer(limit, high, min), high, L.minimum)
        else:
            low = _no_further(m, _nearer(limit, low, max), low, L.maximum)
    if isinstance(low, L.Number) and isinstance(high, L.Number) and low.value >= high.value:
        return L.Number(0)
    space = L.Interval(low, high)
    t = L.fresh(L.Var(name.lower(), space), {v.name for v in space.free | density.free if isinstance(v, L.Var)})
    return L.Int(L.substitute(density, {var: t}), t)


def _nearer(limit: L.Term, end: L.Term, pick: Callable[[Fraction, Fraction], Fraction]) -> L.Term:
    """The limit, or the end of the support where it lies beyond."""
    if isinstance(limit, L.Number) and isinstance(end, L.Number):
        return L.Number(pick(limit.value, end.value))
    return end if _is_infinite(limit) else limit


def _is_infinite(t: L.Term) -> bool:
    return t in (L.oo, L.Neg(L.oo))


def _within(limit: L.Term, end: L.Term, home: L.Space) -> L.Term:
    """A limit of the line; an infinite one is the end of the support."""
    return end if limit in (L.oo, L.Neg(L.oo)) and not isinstance(home, L.Reals) else limit


def ends(home: L.Space) -> tuple[L.Term, L.Term]:
    """Where a part of the line begins and ends."""
    match home:
        case L.PositiveReals():
            return L.Number(0), L.oo
        case L.Interval(low, high):
            return low, high
    return L.Neg(L.oo), L.oo


def _counted(
    m: Meaning, law: L.Law, home: L.Integers | L.Range, name: str, limits: list[tuple[str, L.Term]], node: Syntax
) -> L.Term:
    """The sum of the masses of the integers between the limits, which must be integers themselves."""
    low, high = (home.low, home.high) if isinstance(home, L.Range) else (L.Number(0), L.oo)
    for symbol, limit in limits:
        if limit is not L.oo and not Facts(m.context.stated()).integer(limit):
            raise Unread("a probability with a limit that need not be an integer", node.span)
        _inside(m, limit, low, high)
        match symbol:
            case "=":
                return law(limit)
            case "<" | "<=":
                high = limit - 1 if symbol == "<" else limit
            case _:
                low = limit + 1 if symbol == ">" else limit
    space = L.Range(low, high)
    k = L.fresh(L.Var(name.lower(), space), {v.name for v in space.free | law.free if isinstance(v, L.Var)})
    return L.Sum(law(k), k)


def _by_distribution_function(m: Meaning, name: str, limits: list[tuple[str, L.Term]], bracket: Bracket) -> L.Term:
    """In the distribution function F_X of a random variable whose law is not known; it has no density by hypothesis."""
    distribution = L.Function(f"F_{name}", (L.R,))
    done: L.Term = L.Number(1)
    lower: L.Term | None = None
    smooth = distribution.name in m.context.undone  # then no point has a mass
    for symbol, limit in limits:
        if symbol == "<=" or (symbol == "<" and smooth):
            done = distribution(limit)
        elif symbol == ">" or (symbol == ">=" and smooth):
            lower = distribution(limit)
        else:
            raise Unread("a probability of a random variable whose law is not known", bracket.span)
    return done if lower is None else done - lower


__all__ = ["WITHIN", "between", "density_at", "distribution_function", "distribution_value", "ends", "probability",
           "under"]  # fmt: skip
