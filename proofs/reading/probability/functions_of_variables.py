r"""What is made of one random variable with a density, Y = X^2, -\log U: its events P(Y \le y) and its density f_Y(y).

What is done to the variable is undone step by step: \log U \ge -\lambda x is U \ge e^{-\lambda x}, and X^2 \le y lies
between two roots.  Where the sign of a step is not known it is not read; a value that is said to be nowhere else is one
that is taken: y \ge 0 of X^2.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ...language.facts import Facts
from ..laws import stated
from ..names import name_of
from ..syntax import Bracket, Statement, Syntax, Unread
from ..uses.uses import Applied
from . import probabilities as single
from .probabilities import Limit

if TYPE_CHECKING:
    from ..meaning import Meaning

_ODD = "a probability of this event: what is done to its variable is not undone"


@dataclass(frozen=True)
class _Undone:
    """The limits that a random variable lies between where an event holds, or where it does not."""

    limits: tuple[Limit, ...]
    outside: bool = False


def variable_of(m: Meaning, parts: tuple[Syntax, ...]) -> str | None:
    """The one random variable in an event or an expression, where its density is known; else None."""
    names: dict[str, None] = {}
    for name in (name for part in parts for node in part.walk() if (name := name_of(node)) is not None):
        known = name in m.context.laws or (name[:1].isupper() and stated.stated(m.context, name) is not None)
        if known and (name[:1].isupper() or name in m.context.survey.random):
            names[name] = None
        elif name[:1].isupper() and name in m.context.survey.random | m.context.random.keys():
            return None
    if len(names) != 1:
        return None
    (name,) = names
    home = _home(m, name)
    return name if isinstance(home, L.Reals | L.PositiveReals | L.Interval) else None


def _home(m: Meaning, name: str) -> L.Space | None:
    if name in m.context.laws:
        return L.support(m.context.laws[name])
    found = stated.stated(m.context, name)
    return None if found is None else stated.home(m.context, found[0], found[1].arguments[0])


def is_about(m: Meaning, bracket: Bracket) -> bool:
    """Whether an event is one of something that is made of one random variable with a density."""
    return bracket.given is None and _sided(m, bracket) is not None


def probability(m: Meaning, bracket: Bracket) -> L.Term | None:
    """The probability of such an event; None of any other.  Raises ``Unread``."""
    found = None if bracket.given is not None else _sided(m, bracket)
    if found is None:
        return None
    name, event, at = found
    undone: list[_Undone] = []
    for k, sign in enumerate(event.relations):
        other = event.expressions[k if k < at else k + 1]
        symbol = sign.symbol if k >= at else L.FLIPPED.get(sign.symbol, sign.symbol)
        made = event.expressions[at]
        if symbol not in ("<", "<=", ">", ">=") or other is None or made is None:
            return _refuse(bracket)  # of an equation, too: max(X, 0) = 0 has a probability
        undone.append(_undo(m, name, made, symbol, m.scalar(other), bracket))
    if len(undone) > 1 and (any(each.outside for each in undone) or sum(len(u.limits) for u in undone) > 2):
        return _refuse(bracket)
    limits = [limit for each in undone for limit in each.limits]
    inside = single.between(m, name, limits, bracket)
    return 1 - inside if undone[0].outside else inside


def _refuse(bracket: Bracket) -> L.Term:
    raise Unread(_ODD, bracket.span)


def _sided(m: Meaning, bracket: Bracket) -> tuple[str, Statement, int] | None:
    """The random variable of an event, and the side that is made of it and is more than its name or its size."""
    match bracket.items:
        case (Statement() as event,) if event.relations and len(event.relations) <= 2:
            pass
        case _:
            return None
    name = variable_of(m, (event,))
    if name is None:
        return None
    at = [
        k
        for k, each in enumerate(event.expressions)
        if each is not None and any(name_of(node) == name for node in each.walk())
    ]
    if len(at) != 1 or (len(event.relations) == 2 and at != [1]):
        return None
    side = event.expressions[at[0]]
    if side is None or name_of(side) == name:
        return None
    plain = isinstance(side, Bracket) and side.left == "|" and [name_of(item) for item in side.items] == [name]
    return None if plain else (name, event, at[0])


def _at(m: Meaning, name: str, made: Syntax) -> tuple[L.Var, L.Term]:
    """A value of the random variable, and what is made of it."""
    home = _home(m, name)
    assert home is not None
    x = L.Var(f"{name.lower()}'", home)
    before, m.outcomes = m.outcomes, {**m.outcomes, name: x}
    try:
        return x, m.scalar(made)
    finally:
        m.outcomes = before


# ---------------------------------------------------------------------------------------------------------------------
# undoing


def _undo(m: Meaning, name: str, made: Syntax, symbol: str, limit: L.Term, node: Syntax) -> _Undone:
    """Where the variable lies if what is made of it stands in a relation to a limit.  Raises ``Unread``."""
    x, t = _at(m, name, made)
    while t is not x:
        facts = Facts(m.context.stated())
        match t:
            case L.Power(base, L.Number(n)) if n == 2 and not facts.nonnegative(base):
                return _between_roots(m, x, base, symbol, limit, node)
            case L.Apply(L.Elementary("abs"), (base,)):
                return _between_roots(m, x, base, symbol, limit**2, node)
        step = _step(m, facts, t, x, limit)
        if step is None:
            raise Unread(_ODD, node.span)
        t, limit, increases = step
        symbol = symbol if increases else L.FLIPPED[symbol]
    return _Undone(((symbol, limit),))


def _between_roots(m: Meaning, x: L.Var, base: L.Term, symbol: str, limit: L.Term, node: Syntax) -> _Undone:
    """A square is at most y between two roots, and more than that outside of them."""
    outside = symbol in (">", ">=")
    symbol = {">": "<=", ">=": "<"}.get(symbol, symbol)
    ends: list[Limit] = []
    root = _root(m, limit)
    for sign, end in ((symbol, root), (L.FLIPPED[symbol], L.Neg(root))):
        t = base
        while t is not x:
            step = _step(m, Facts(m.context.stated()), t, x, end)
            if step is None:
                raise Unread(_ODD, node.span)
            t, end, increases = step
            sign = sign if increases else L.FLIPPED[sign]
        ends.append((sign, end))
    return _Undone(tuple(ends), outside)


def _root(m: Meaning, limit: L.Term) -> L.Term:
    match limit:
        case L.Power(base, L.Number(n)) if n == 2:
            m.context.presume(base >= 0)
            return base
    _presume(m, limit >= 0)
    return L.sqrt(limit)


def _presume(m: Meaning, condition: L.Relation) -> None:
    """Take it that a value is one that is taken.  Raises ``Unread`` where it cannot be."""
    if Facts(m.context.stated()).excludes(condition):
        raise Unread("an event with a limit that is never reached", (0, 0))
    if condition.free:
        m.context.presume(condition)


def _step(m: Meaning, facts: Facts, t: L.Term, x: L.Var, limit: L.Term) -> tuple[L.Term, L.Term, bool] | None:
    """What a term was before its last operation, the limit with that undone, and whether the operation increases."""
    match t:
        case L.Neg(arg):
            return arg, _opposite(limit), False
        case L.Plus(args):
            inner = [arg for arg in args if x in arg.free]
            others = [_opposite(arg) for arg in args if x not in arg.free]
            return (inner[0], L.Plus((limit, *others)), True) if len(inner) == 1 else None
        case L.Times(args):
            inner = [arg for arg in args if x in arg.free]
            others = [arg for arg in args if x not in arg.free]
            factor = others[0] if len(others) == 1 else L.Times(tuple(others))
            if len(inner) != 1 or not (facts.positive(factor) or facts.negative(factor)):
                return None
            return inner[0], L.Quotient(limit, factor), facts.positive(factor)
        case L.Quotient(above, below) if x not in below.free:
            known = facts.positive(below) or facts.negative(below)
            return (above, L.Times((below, limit)), facts.positive(below)) if known else None
        case L.Quotient(above, below) if x not in above.free and facts.nonnegative(below) and facts.positive(above):
            _presume(m, limit > 0)
            return below, L.Quotient(above, limit), False
        case L.Apply(L.Elementary("exp"), (arg,)):
            _presume(m, limit > 0)
            return arg, L.log(limit), True
        case L.Apply(L.Elementary("log"), (arg,)):
            return arg, L.exp(limit), True
        case L.Apply(L.Elementary("sqrt"), (arg,)):
            _presume(m, limit >= 0)
            return arg, L.Power(limit, L.Number(2)), True
        case L.Power(base, exponent) if x not in exponent.free and facts.nonnegative(base) and facts.positive(exponent):
            _presume(m, limit >= 0)
            square = exponent is L.Number(2)
            return base, L.sqrt(limit) if square else L.Power(limit, L.Quotient(L.Number(1), exponent)), True
    return None


def _opposite(t: L.Term) -> L.Term:
    return t.arg if isinstance(t, L.Neg) else L.Neg(t)


# ---------------------------------------------------------------------------------------------------------------------
# densities


def _made(m: Meaning, applied: Applied, plain: bool) -> tuple[str, Syntax] | None:
    """The random variable that the Y of f_Y(y) is made of, and how; ``plain``: of p(y) as well."""
    letter, _, variable = applied.head.partition("_")
    made = m.context.random.get(variable.strip("{}")) or _small(m, applied, variable.strip("{}"), plain)
    if letter not in ("f", "p", "g") or made is None or applied.given is not None or len(applied.items) != 1:
        return None
    name = variable_of(m, (made,)) or _sole(m, made)
    return None if name is None else (name, made)


def _small(m: Meaning, applied: Applied, variable: str, plain: bool) -> Syntax | None:
    """The formula of a small x that is made of others, the argument of its own density p_x(x), p_X(x), or p(x)."""
    argument = name_of(applied.items[0]) if len(applied.items) == 1 else None
    if variable and variable not in m.context.laws:
        variable = variable.lower()
    if argument is None or (variable or argument) != argument or argument in m.context.laws:
        return None
    if not variable and not (plain and applied.head == "p" and "p" not in m.context.functions):
        return None
    return m.context.made_as.get(argument)


def learn(m: Meaning, name: str, made: Syntax) -> None:
    """Keep what a small letter, that a density has for its variable, is made of: x = e^z, of a z with a law."""
    if _sole(m, made) is not None and name not in {name_of(node) for node in made.walk()}:
        m.context.made_as[name] = made


def _sole(m: Meaning, made: Syntax) -> str | None:
    """The one name with a law on the line in an expression, and no data."""
    known = {name for node in made.walk() if (name := name_of(node)) is not None and name in m.context.laws}
    (name,) = known if len(known) == 1 else (None,)
    return name if name is not None and isinstance(_home(m, name), L.Reals | L.PositiveReals | L.Interval) else None


def known(m: Meaning, applied: Applied) -> bool:
    """Whether a density is that of something made of one random variable with a density."""
    return _made(m, applied, plain=False) is not None


def density(m: Meaning, applied: Applied, plain: bool = False) -> L.Term | None:
    """The density of such a thing at a value: that of the variable where it has this value, times the slope there.

    ``plain``: also where it is written p(x), which may as well be a model, or a target.
    """
    found = _made(m, applied, plain)
    if found is None:
        return None
    name, made = found
    at = m.scalar(applied.items[0])
    y = L.fresh_beside(L.Var("u", L.R), at)
    total = [part for limit in _values(m, name, made, at, y) for part in limit]
    return total[0] if len(total) == 1 else L.Plus(tuple(total))


def _values(m: Meaning, name: str, made: Syntax, at: L.Term, y: L.Var) -> Iterator[list[L.Term]]:
    undone = _undo(m, name, made, "<=", at, made)
    for symbol, limit in undone.limits:
        point = L.replace(limit, at, y) if not isinstance(at, L.Var) else L.substitute(limit, {at: y})
        slope: L.Term = L.Derivative(point, y, at)
        yield [L.Times((single.density_at(m, name, limit), slope if symbol in ("<", "<=") else L.Neg(slope)))]


__all__ = ["density", "is_about", "known", "probability", "variable_of"]
