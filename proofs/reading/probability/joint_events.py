r"""Probabilities of events of several independent random variables with known laws: P(X + Y = n), P(X \le x, Y \le y),
P(X < Y), P(X = k \mid X + Y = n).

One relation is solved for a variable, whose law it is then a probability under; over the others it is summed or
integrated.  Where that cannot be done at a glance the event is not read.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from itertools import chain
from typing import TYPE_CHECKING, Any

from ... import language as L
from ...language.facts import Facts
from ..laws import extremes_of_samples, letter_z, samples_alike, stated, written_models
from ..names import name_of, variables_of_event
from ..syntax import Bracket, Statement, Syntax, Unread
from ..terms.polynomials_told import number
from . import events_of_models, functions_of_variables, markov_chains, masses, sums_of_normals, unknown_events
from . import probabilities as single
from .events_of_models import extreme_of
from .independence import are_independent

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head


@dataclass(frozen=True)
class _Event:
    """``difference`` stands in the relation ``symbol`` to zero, with the values of the variables in it."""

    difference: L.Term
    symbol: str

    def variables(self, values: dict[str, L.Var]) -> list[str]:
        return [name for name, value in values.items() if value in self.difference.free]

    def at(self, variable: L.Var, value: L.Term) -> _Event:
        return _Event(L.substitute(self.difference, {variable: value}), self.symbol)

    def solved_for(self, variable: L.Var) -> tuple[str, L.Term] | None:
        """The relation of a variable to the rest, where it stands alone in the difference, once; else None."""
        rest: list[L.Term] = []
        sign = 0
        for part in _summands(self.difference):
            if part is variable or part is L.Neg(variable):
                if sign:
                    return None
                sign = 1 if part is variable else -1
            elif variable in part.free:
                return None
            else:
                rest.append(part)
        if not sign:
            return None
        limit = _sum([part if sign < 0 else _opposite(part) for part in rest])
        return (self.symbol if sign > 0 else L.FLIPPED[self.symbol]), limit


def probability(m: Meaning, bracket: Bracket) -> L.Term:
    """The probability of an event of one random variable, or of several.  Raises ``Unread``."""
    if m.context.taken and any(name_of(node) in m.context.taken for node in bracket.walk()):
        m.remarks.append(letter_z.REMARK)
    if (of_chain := markov_chains.probability(m, bracket)) is not None:
        return of_chain
    stated_joint = events_of_models.variables_of(m, (*bracket.items, *(bracket.given or ())))
    if not stated_joint and (of_unknown := unknown_events.beside_means(m, bracket)) is not None:
        return of_unknown
    try:
        return _by_laws(m, bracket)
    except Unread:
        if (of_one := unknown_events.of_one_law(m, bracket)) is not None:
            return of_one
        raise


def _by_laws(m: Meaning, bracket: Bracket) -> L.Term:
    match bracket:
        case Bracket(_, (Statement() as event,), _, None):
            if (of_order := samples_alike.probability_of_order(m, event)) is not None:
                return of_order
    if (of_extreme := extremes_of_samples.probability(m, bracket)) is not None:
        return of_extreme
    whole = _unfolded(m, bracket)
    if (of_values := masses.probability(m, whole)) is not None:
        return of_values
    if (undone := functions_of_variables.probability(m, whole)) is not None:
        return undone
    written = events_of_models.variables_of(m, (*whole.items, *(whole.given or ())))
    if written and (joint := written_models.joint_of(m, written)) is not None:
        return events_of_models.probability(m, joint, written, whole)
    if whole is not bracket:
        return _joint(m, whole)
    parts = (*bracket.items, *(bracket.given or ()))
    names = variables_of(m, parts)
    if len(names) < 2:
        return single.probability(m, bracket)
    return _joint(m, bracket)


def _joint(m: Meaning, bracket: Bracket) -> L.Term:
    names = variables_of(m, (*bracket.items, *(bracket.given or ())))
    if not names:
        raise Unread("a probability of an event of which not all variables have a known law", bracket.span)
    if len(names) > 1 and not are_independent(m.context, names):
        raise Unread(f"the joint law of {' and '.join(names)} is not said (independent?)", bracket.span)
    if (of_normals := _of_normals(m, names, bracket)) is not None:
        return of_normals
    tied = any(len(variables_of(m, (part,))) > 1 for part in (*bracket.items, *(bracket.given or ())))
    if tied and (joint := written_models.joint_of_independent(m, names)) is not None:
        return events_of_models.probability(m, joint, names, bracket)
    events = [_split(part) for part in bracket.items]
    condition = [_split(part) for part in bracket.given or ()]
    if not condition:
        return _of_all(m, list(chain(*events)), bracket)
    both = _of_all(m, list(chain(*condition, *events)), bracket)
    return L.Quotient(both, _of_all(m, list(chain(*condition)), bracket))


def is_of_event(m: Meaning, head: Head, bracket: Bracket) -> bool:
    r"""Whether P(a < X), P(X = k), P(X + Y = n) is a probability: P names no law, and what X and Y are is known.

    P(X = x) is a probability only of what is counted: of a density authors write so too, and mean its value.
    """
    if head.name != "P" or head.name in m.context.laws or head.name in m.context.survey.divergent:
        return False
    parts = (*bracket.items, *(bracket.given or ()))
    if bracket.left != "(" or not all(isinstance(part, Statement) and part.relations for part in parts):
        return False
    if extremes_of_samples.is_event(m, bracket):
        return True
    whole = _unfolded(m, bracket)
    inside = (*whole.items, *(whole.given or ()))
    if unknown_events.is_of_integers(m, bracket):
        return True
    if masses.is_about(m, whole) or functions_of_variables.is_about(m, whole):
        return True
    if events_of_models.variables_of(m, inside):
        return True
    if whole is not bracket:
        names = variables_of(m, inside)
        laws = [m.context.laws.get(name) for name in names]
        counted = bool(laws) and all(law is not None and L.is_counted(L.support(law)) for law in laws)
        together = len(names) > 1 and are_independent(m.context, names)
        return counted or (together and written_models.joint_of_independent(m, names) is not None)
    if len(variables_of(m, parts)) > 1:
        return True
    match parts:
        case (Statement(sides, signs),):
            names = variables_of_event(sides)
            if len(names) != 1:
                return False
            drawn = m.context.drawn.get(names[0])
            law = m.context.laws.get(names[0]) if drawn is None else drawn.law
            counted = law is not None and isinstance(L.support(law), L.Integers | L.Range)
            known = law is not None or stated.stated(m.context, names[0]) is not None
            return known and (counted or all(sign.symbol != "=" for sign in signs))
    return bracket.given is not None and len(variables_of(m, parts)) == 1


def variables_of(m: Meaning, parts: tuple[Syntax, ...]) -> list[str]:
    """The random variables with a known law, or several of which densities are stated, in an event."""
    nodes = (node for part in parts for node in part.walk())
    named = dict.fromkeys(name for node in nodes if (name := name_of(node)) is not None and name[:1].isupper())
    names = [name for name in named if name not in m.context.random]
    told = [name for name in names if name in m.context.laws]
    written = [name for name in names if name in told or stated.stated(m.context, name) is not None]
    return written if len(written) > 1 else told


def _unfolded(m: Meaning, node: Any, inside: frozenset[str] = frozenset()) -> Any:
    """The expression with what a random variable is made of in the place of its name: N + 1 for T = N + 1; ``inside``
    are the names that it is within, F_X^{-1}(U) of X."""
    if isinstance(node, tuple):
        new = tuple(_unfolded(m, each, inside) for each in node)
        return new if any(a is not b for a, b in zip(new, node, strict=True)) else node
    if not isinstance(node, Syntax):
        return node
    if (name := name_of(node)) is not None:
        made = None if name in inside else m.context.random.get(name)
        return node if made is None else Bracket("(", (_unfolded(m, made, inside | {name}),), ")", span=node.span)
    parts = [(f.name, getattr(node, f.name)) for f in fields(node)]
    changed = {name: new for name, old in parts if (new := _unfolded(m, old, inside)) is not old}
    return replace(node, **changed) if changed else node


def _split(part: Syntax) -> list[Statement]:
    r"""What an event says, relation by relation: that a maximum is below something is said of each that it is of."""
    match part:
        case Statement((left, right), (sign,)) if left is not None and right is not None:
            extreme, inside = extreme_of(left)
            if (extreme == "max" and sign.symbol in ("<", "<=")) or (extreme == "min" and sign.symbol in (">", ">=")):
                return [Statement((each, right), (sign,), span=part.span) for each in inside]
            if extreme is None:
                return [part]
    raise Unread("a probability of this event", part.span)


def _of_all(m: Meaning, events: list[Statement], bracket: Bracket) -> L.Term:
    """The probability that several relations hold together."""
    names = variables_of(m, tuple(events))
    laws = {name: m.context.laws[name] for name in names}
    written = {name for n in bracket.walk() if (name := name_of(n)) is not None}  # x of P(X <= x) is no value of X
    values = {name: L.fresh(L.Var(name.lower(), _outcomes(law, bracket)), written) for name, law in laws.items()}
    with m.binding(dict[str, L.Term](values)):
        read = [_event(m, each) for each in events]
    return _measure(m, read, values, laws, bracket)


def _event(m: Meaning, event: Statement) -> _Event:
    match event:
        case Statement((Syntax() as left, Syntax() as right), (sign,)) if sign.symbol in single.WITHIN:
            return _Event(_sum([m.scalar(left), _opposite(m.scalar(right))]), sign.symbol)
    raise Unread("a probability of this event", event.span)


def _measure(
    m: Meaning, events: list[_Event], values: dict[str, L.Var], laws: dict[str, L.Law], bracket: Bracket
) -> L.Term:
    """The probability of relations, of which each is of one variable or one of them ties two."""
    settled = [_is_so(m, event, bracket) for event in events if not event.variables(values)]
    if not all(settled):
        return L.Number(0)
    events = [event for event in events if event.variables(values)]
    done: list[L.Term] = []
    for event in events:  # X = k: the others are said with k in the place of X
        if event.symbol == "=" and len(names := event.variables(values)) == 1 and names[0] in laws:
            (name,) = names
            found = event.solved_for(values[name])
            if found is None or not L.is_counted(L.support(laws[name])):
                raise Unread("a probability of this event", bracket.span)
            done.append(single.under(m, laws[name], name, [found], bracket))
            others = [each.at(values[name], found[1]) for each in events if each is not event]
            left = {n: v for n, v in values.items() if n != name}
            if others:
                done.append(_measure(m, others, left, laws, bracket))
            return _product(done)
    tied = [event for event in events if len(event.variables(values)) > 1]
    for name in values:
        about = [event for event in events if name in event.variables(values)]
        if about and not any(event in tied for event in about):
            limits = _told([event.solved_for(values[name]) for event in about], bracket)
            done.append(single.under(m, laws[name], name, limits, bracket))
    if not tied:
        return _product(done)
    if len(events) > 1 or len(values) != 2:
        raise Unread("a probability of several relations between random variables", bracket.span)
    return _of_two(m, tied[0], values, laws, bracket)


def _of_normals(m: Meaning, names: list[str], bracket: Bracket) -> L.Term | None:
    """The probability of a relation between normal variables, by the law of their sum; None of any other."""
    laws = {name: m.context.laws[name] for name in names if name in m.context.laws}
    match bracket.items:
        case (Statement((Syntax(), Syntax()), (sign,)) as told,) if bracket.given is None and sign.symbol != "=":
            pass
        case _:
            return None
    if len(laws) < max(len(names), 2) or not all(isinstance(law, L.Normal) for law in laws.values()):
        return None
    written = {name for n in bracket.walk() if (name := name_of(n)) is not None}
    values = {name: L.fresh(L.Var(name.lower(), L.R), written) for name in laws}
    with m.binding(dict[str, L.Term](values)):
        event = _event(m, told)
    law = sums_of_normals.law_of(event.difference, {values[name]: law for name, law in laws.items()})
    return None if law is None else single.under(m, law, "U", [(event.symbol, L.Number(0))], bracket)


def _is_so(m: Meaning, event: _Event, bracket: Bracket) -> bool:
    """Whether a relation holds in which no random variable is left, k + 1 > k.  Raises ``Unread`` if none knows."""
    value, facts = number(event.difference), Facts(m.context.stated())
    relation = L.Relation(event.difference if value is None else L.Number(value), event.symbol, L.Number(0))
    if facts.proves(relation) or facts.excludes(relation):
        return facts.proves(relation)
    raise Unread("a probability of this event", bracket.span)


def _told(limits: list[tuple[str, L.Term] | None], bracket: Bracket) -> list[tuple[str, L.Term]]:
    found = [limit for limit in limits if limit is not None]
    if len(found) < len(limits):
        raise Unread("a probability of this event", bracket.span)
    return found


def _of_two(m: Meaning, event: _Event, values: dict[str, L.Var], laws: dict[str, L.Law], bracket: Bracket) -> L.Term:
    """The probability of a relation that ties two variables: over the values of one that of the other's limit."""
    outer, inner = values
    found = event.solved_for(values[inner])
    if found is None:
        raise Unread("a probability of this event", bracket.span)
    symbol, limit = found
    x = values[outer]
    space = _within(m, x, limit, L.support(laws[inner]), symbol, bracket)
    x = L.Var(x.name, space)
    limit = L.substitute(limit, {values[outer]: x})
    with m.binding({outer: x}):
        body = laws[outer](x) * single.under(m, laws[inner], inner, [(symbol, limit)], bracket)
    return L.Sum(body, x) if isinstance(space, L.Range) else L.Int(body, x)


def _within(m: Meaning, x: L.Var, limit: L.Term, home: L.Space, symbol: str, bracket: Bracket) -> L.Space:
    """The values of one variable for which the limit of the other one, x or z - x, lies in the support of that."""
    around = x.space
    low, high = _ends(around)
    begin, end = _ends(home)
    if limit is x and begin is low and end is high:
        return around
    rest = _Event(limit, "=").solved_for(x)
    if rest is None or L.Neg(x) not in _summands(limit) or symbol not in ("=", "<", "<="):
        raise Unread("an event whose limits may lie outside of where its variables are", bracket.span)
    total = rest[1]
    least, most, last = _sum([low, begin]), _sum([high, end]), _sum([total, _opposite(begin)])
    if any(isinstance(t, L.Neg) and t.arg is L.oo for t in (low, begin)):
        raise Unread("an event whose limits may lie outside of where its variables are", bracket.span)
    m.context.presume(total >= least)
    if high is not L.oo and end is not L.oo and symbol == "=":
        m.context.presume(total <= most)
    if end is not L.oo and not (symbol == "=" and isinstance(home, L.Range)):
        _require(m, end - last + low, bracket)  # else the limit lies above what the other one can be
    if high is not L.oo and isinstance(high, L.Number) and isinstance(last, L.Number):
        last = L.Number(min(high.value, last.value))
    elif high is not L.oo and not isinstance(around, L.Range):
        _require(m, high - last, bracket)
    if isinstance(total, L.Number) and isinstance(end, L.Number) and isinstance(low, L.Number):
        low = L.Number(max(low.value, total.value - end.value))
    return L.Range(low, last) if isinstance(around, L.Range) else L.Interval(low, last)


def _require(m: Meaning, difference: L.Term, bracket: Bracket) -> None:
    if not Facts(m.context.stated()).nonnegative(difference):
        raise Unread("an event whose limits may lie outside of where its variables are", bracket.span)


def _ends(home: L.Space) -> tuple[L.Term, L.Term]:
    if isinstance(home, L.Range):
        return home.low, home.high
    return (L.Number(0), L.oo) if isinstance(home, L.Integers) else single.ends(home)


def _outcomes(law: L.Law, bracket: Bracket) -> L.Space:
    home = L.support(law)
    if isinstance(home, L.Integers):
        return L.Range(L.Number(0), L.oo)
    if isinstance(home, L.Range | L.Reals | L.PositiveReals | L.Interval):
        return home
    raise Unread("a probability under a law that does not live on the line", bracket.span)


def _summands(t: L.Term) -> tuple[L.Term, ...]:
    match t:
        case L.Plus(args):
            return tuple(chain(*map(_summands, args)))
        case L.Neg(L.Plus(args)):
            return tuple(_opposite(part) for part in chain(*map(_summands, args)))
    return (t,)


def _opposite(t: L.Term) -> L.Term:
    match t:
        case L.Neg(inner):
            return inner
        case L.Number(value):
            return L.Number(-value)
    return L.Neg(t)


def _sum(parts: list[L.Term]) -> L.Term:
    parts = [each for part in parts for each in _summands(part) if each is not L.Number(0)]
    return L.Number(0) if not parts else parts[0] if len(parts) == 1 else L.Plus(tuple(parts))


def _product(parts: list[L.Term]) -> L.Term:
    return L.Number(1) if not parts else parts[0] if len(parts) == 1 else L.Times(tuple(parts))


__all__ = ["is_of_event", "probability", "variables_of"]
