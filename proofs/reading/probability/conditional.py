r"""Conditional means by a density: E[X | Y = y], E_{q(z|x)}[f(z)], E_{p(x, y)}[f], and E[E[X | Y]]."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import drawn_in_turn, models, noise, whole_data, written_models
from ..names import name_of
from ..syntax import Bracket, Script, Statement, Syntax, Unread
from ..uses.uses import Applied
from . import finite_laws, given_events, given_outcomes, outcomes_of_models
from .independence import are_independent
from .outcomes import density_of, under_their_laws
from .random_names import any_value, random_variables

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head


def moment(m: Meaning, word: str, head: Head, bracket: Bracket) -> L.Term:
    r"""E[f(X) | Y], Var[X | Y] by the conditional density p(x | y); Y has a value, y or an outcome."""
    if word == "covariance" and len(bracket.items) == 2 and head.below is None:
        return _covariance(m, bracket)
    if word not in ("mean", "variance") or len(bracket.items) != 1 or head.below is not None:
        raise Unread(f"a conditional {word}", bracket.span)
    body = bracket.items[0]
    if (in_model := _in_model(m, word, body, bracket.given or ())) is not None:
        return in_model
    if (of_values := _of_values(m, word, body, bracket.given or ())) is not None:
        return of_values
    if (of_listed := finite_laws.moment(m, word, body, bracket.given or ())) is not None:
        return of_listed
    if (of_event := given_events.moment(m, word, body, bracket)) is not None:
        return of_event
    given = [_given(m, item) for item in bracket.given or ()]
    names = [n for n in random_variables(m, body) if n not in dict(given)]
    with drawn_in_turn.implied(m.context, [*names, *dict(given)]):
        if drawn_in_turn.speaks_of(m.context, [*names, *dict(given)]):
            found = drawn_in_turn.given(m, names, dict(given))
            return _closed(m, word, body, found.values, found.close)
    if names and (of_independent := _of_independent(m, word, body, names, dict(given))) is not None:
        return of_independent
    if names and (modelled := outcomes_of_models.outcomes_given(m, names, dict(given))) is not None:
        return _closed(m, word, body, modelled.values, modelled.close)
    letter = density_of(m, [*names, *(name for name, _ in given)]) if names else None
    if letter is None and (of_outcomes := given_outcomes.closed(m, names, dict(given))) is not None:
        return _closed(m, word, body, *of_outcomes)
    if letter is None:
        raise Unread("a conditional expectation where no joint density is known", bracket.span)
    small = [name.lower() for name in names]
    behind = [name.lower() for name, _ in given]
    weight = m.densities.at(letter, [*small, *behind]) / m.densities.at(letter, behind)
    outer = dict(zip(behind, (value for _, value in given), strict=True))
    weight = L.substitute(weight, {m.densities.variable(n): value for n, value in outer.items()})
    variables = [m.densities.variable(n) for n in small]
    before = m.outcomes
    m.outcomes = {**before, **dict(zip(names, variables, strict=True)), **dict(given)}
    try:
        inner = m.scalar(body)
    finally:
        m.outcomes = before
    if word == "mean":
        return integral_over(weight * inner, variables)
    return integral_over(weight * (inner - integral_over(weight * inner, variables)) ** 2, variables)


def _covariance(m: Meaning, bracket: Bracket) -> L.Term:
    """Cov(X, Y | Z) of variables that are drawn in turn, or of which no law is known."""
    given = dict(_given(m, item) for item in bracket.given or ())
    names = [n for n in dict.fromkeys(n for item in bracket.items for n in random_variables(m, item)) if n not in given]
    if drawn_in_turn.speaks_of(m.context, [*names, *given]):
        found = drawn_in_turn.given(m, names, given)
        values, close = dict(found.values), found.close
    elif (of_outcomes := given_outcomes.closed(m, names, given)) is not None:
        values, close = dict(of_outcomes[0]), of_outcomes[1]
    else:
        raise Unread("a conditional covariance", bracket.span)
    before, m.outcomes = m.outcomes, {**m.outcomes, **values}
    try:
        one, other = map(m.scalar, bracket.items)
    finally:
        m.outcomes = before
    return close((one - close(one)) * (other - close(other)))


def _of_independent(
    m: Meaning, word: str, body: Syntax, names: list[str], given: Mapping[str, L.Term]
) -> L.Term | None:
    """E[f(X, Y) | Y = y] of independent variables with laws on the line: the mean over X alone; None for others."""
    every = [*names, *given]
    if not all(drawn_in_turn.is_known(m.context, name) for name in every) or not are_independent(m.context, every):
        return None
    for name, value in given.items():
        drawn_in_turn.require_inside(m, drawn_in_turn.support(m.context, name), value)
    closing = under_their_laws(m, names)
    return _closed(m, word, body, {**closing.values, **given}, closing)


def _closed(
    m: Meaning, word: str, body: Syntax, values: Mapping[str, L.Term], close: Callable[[L.Term], L.Term]
) -> L.Term:
    """E[f(X) | Y = y], Var[f(X) | Y = y] where it is known what makes a term in the values of X a mean."""
    before = m.outcomes
    m.outcomes = {**before, **values}
    try:
        inner = m.scalar(body)
    finally:
        m.outcomes = before
    mean = close(inner)
    return mean if word == "mean" else close((inner - mean) ** 2)


def _of_values(m: Meaning, word: str, body: Syntax, given: tuple[Syntax, ...]) -> L.Term | None:
    r"""E[\theta | y], E[\theta | y = 1] in a model whose factors are formulas; None for others."""
    values: dict[str, L.Term] = {}
    for item in given:
        name = name_of(item)
        match item:
            case Statement((left, Syntax() as right), (sign,)) if sign.symbol == "=":
                name, item = name_of(left), right
        if name is None or name != name.lower():
            return None
        values[name] = m.term(item)
    inside = dict.fromkeys(name for n in body.walk() if (name := name_of(n)) is not None and name not in values)
    names = [n for n in inside if n not in m.bound and written_models.letter_of(m.context, [n]) is not None]
    modelled = outcomes_of_models.outcomes_given(m, names, values) if names and values else None
    if modelled is None:
        return None
    with m.binding({name: modelled.values[name] for name in names}):
        inner = m.scalar(body)
    mean = modelled.close(inner)
    return mean if word == "mean" else modelled.close((inner - mean) ** 2)


def is_given_regressors(m: Meaning, bracket: Bracket) -> bool:
    r"""Whether a mean of y = a + b x + \varepsilon is given x, which has no law: it is the mean that y has anyhow."""
    known = [noise.regressors(m.context, stem) for item in bracket.items for stem in _stems(item)]
    allowed = frozenset().union(*known)
    given = [name_of(item.base if isinstance(item, Script) else item) for item in bracket.given or ()]
    return bool(allowed) and all(name in allowed for name in given)


def _stems(body: Syntax) -> set[str]:
    """The names in an expression, and the letters of its data."""
    names = {name_of(node) for node in body.walk()}
    names |= {name_of(node.base) for node in body.walk() if isinstance(node, Script)}
    return {name for name in names if name is not None}


def _in_model(m: Meaning, word: str, body: Syntax, given: tuple[Syntax, ...]) -> L.Term | None:
    r"""E[\theta | x], Var[\theta | x] of a parameter whose law, and that of x given it, the page has said."""
    given = whole_data.together(m, given)
    behind = {name_of(item.expressions[0] if isinstance(item, Statement) else item) for item in given}
    nodes = {name: n for n in body.walk() if (name := name_of(n)) is not None and name not in behind}
    factors = {name: f for name in nodes if (f := models.factor_of(m, "p", name)) is not None}
    if len(factors) != 1 or None in behind:
        return None
    ((name, factor),) = factors.items()
    if factor.index is not None or name in m.context.values or name in m.bound:
        return None
    variable = L.Var(name, L.support(factor.law))
    with m.binding({name: variable}):
        density = models.at_arguments(m, Applied("p", (nodes[name],), given, "|"))
        inner = m.scalar(body)
    if density is None:
        return None
    mean = L.Int(density * inner, variable)
    return mean if word == "mean" else L.Int(density * (inner - mean) ** 2, variable)


def _given(m: Meaning, item: Syntax) -> tuple[str, L.Term]:
    """The random variable behind the bar and its value: of Y = y that is y, of Y alone its outcome in a mean."""
    match item:
        case Statement((left, right), (sign,)) if sign.symbol == "=" and left is not None and right is not None:
            name = name_of(left)
            if name is not None:
                _count_value(m, name, right)
                return name, m.scalar(right)
        case _:
            name = name_of(item)
            if name is not None and name in m.outcomes:
                return name, m.outcomes[name]
            if name is not None and drawn_in_turn.is_known(m.context, name):
                return name, any_value(m, name, item)
            if name is not None:
                raise Unread(f"a mean given {name}: a random variable outside of an expectation", item.span)
    raise Unread("a condition that is not read", item.span)


def _count_value(m: Meaning, name: str, value: Syntax) -> None:
    """The small letter of a variable that counts, which stands for any value of it, is an integer."""
    known = drawn_in_turn.is_known(m.context, name) and drawn_in_turn.any_value(m, name, value) is not None
    if known and L.is_index_space(drawn_in_turn.support(m.context, name)):
        m.context.count(name.lower())


def under_density(m: Meaning, density: Syntax, items: tuple[Syntax, ...], body: Syntax) -> L.Term:
    r"""E_{q(z|x)}[f(z)]: the integral of the density times f over what stands before the bar."""
    names = [name_of(item) for item in items]
    if any(n is None or not m.densities.is_variable(n) for n in names):
        raise Unread("a mean over what is no variable of a density", density.span)
    variables = [m.densities.variable(n) for n in names if n is not None]
    with m.binding({v.name: v for v in variables}):
        return integral_over(m.scalar(density) * m.scalar(body), variables)


def integral_over(body: L.Term, variables: Iterable[L.Var]) -> L.Term:
    """The integral over the variables, the first the outermost."""
    for var in reversed(tuple(variables)):
        body = L.Int(body, var)
    return body


__all__ = ["integral_over", "moment", "under_density"]
