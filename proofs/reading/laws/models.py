r"""Models: p(\lambda) and p(y | \lambda) that a page gives as named laws, and the densities that follow from them.

A model is a product of factors, the law of each variable given those that its parameters depend on.  Then p(y, \lambda)
is a product of factors, p(y) its integral over \lambda, p(\lambda | y) their quotient: what a page says of these is
judged.  A variable has one factor; which is the first that a page gives, if it does not depend on that variable itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ... import language as L
from ..context import argument_names
from ..names import GREEK, name_of
from ..syntax import Numeral, Script, Sign, Statement, Syntax, Unread
from ..uses.uses import Applied
from ..words import prose
from . import further_data, laws_by_formula, written_models
from .model_factors import Factor
from .noise import are_tied, law_of_data, law_of_each
from .reparametrised import instead
from .whole_data import gathered

if TYPE_CHECKING:
    from ..meaning import Meaning


_INDEPENDENT = re.compile(r"independen|\bi\.?\s?i\.?\s?d\b")
_MODELS = ("m", "M", "H")  # p(y | m): what models are called


def applied_density(m: Meaning, node: Syntax) -> Applied | None:
    """p(y | \\lambda), if the node is that: a letter that stands for all the densities of a model."""
    written = Applied.written(node)
    applied = None if written is None else _of_model(m, written)
    return None if applied is None else gathered(m, applied)


def known(m: Meaning, node: Syntax) -> bool:
    """Whether an expression is a density that follows from the factors of a model."""
    applied = applied_density(m, node)
    return applied is not None and value(m, applied) is not None


def _of_model(m: Meaning, applied: Applied) -> Applied | None:
    """A density by the letter of its model, p_theta of the p(z) beside p_theta(x | z); None of no model."""
    letter = m.densities.letter(applied.head)
    return replace(applied, head=letter) if _is_model(m, letter) else None


def _is_model(m: Meaning, letter: str) -> bool:
    """Whether a letter, p or p_theta, stands for several densities, conditional or joint ones among them."""
    plain, _, parameter = letter.partition("_")
    if plain not in ("p", "q", "pi") or parameter.strip("{}") not in {"", *GREEK}:
        return False
    if letter in m.context.laws or letter.upper() in m.context.laws:
        return False
    return any(use.given is not None or len(use.items) > 1 for use in m.context.survey.uses(letter))


def learn(m: Meaning, applied: Applied, right: Syntax) -> bool:
    """Take named laws at the very points that a density is taken at for the factors of these variables."""
    before, behind = argument_names(applied)
    found = _counted(m, before, right, _read(m, before, right)) or _by_formula(m, applied, right)
    names = [factor.point.name for factor in found]
    if not found or sorted(n or "" for n in before) not in (sorted(names), [_member_name(found[0])]):
        return False
    letter, new = applied.head, dict(zip(names, found, strict=True))
    # Where it is not the first that is said of them, or names no factor, what it says of the letter is not used.
    if _is_first(m, applied, new, behind) and (before[0] in names or are_members_independent(m, names[0] or "")):
        for name, factor in new.items():
            hidden = {n for n in behind if n is not None and not _names_a_model(n)} - factor.parameters
            m.context.factors[letter, name] = replace(factor, given=frozenset(hidden))
            if isinstance(factor.point, L.Var) and L.is_scalar(factor.point):
                _inside(m, factor.point, L.support(factor.law))
            if factor.index is not None and isinstance(factor.index.space.high, L.Var):
                m.context.presume(factor.index.space.high >= 1)  # there are any data
                if isinstance(L.support(factor.law), L.PositiveReals):
                    m.context.presume(L.forall(factor.index, factor.one > 0))
        return True
    m.context.fog.setdefault(f"{letter}(", f"which of the densities {letter} this is the law of")
    return False


def _is_first(m: Meaning, applied: Applied, new: dict[str, Factor], behind: list[str | None]) -> bool:
    """Whether factors are new, name all that they are given, and depend on nothing that depends on their variables."""
    letter, names = applied.head, list(new)
    if any(factor_of(m, letter, name) is not None for name in names):
        return False
    others = frozenset().union(*(factor.parameters for factor in new.values())) - frozenset(names)
    given = [n for n in behind if n is not None and factor_of(m, letter, n) is not None]
    return others.issuperset(given) and _ancestors(m, letter, others).isdisjoint(names) and _ordered(new)


def _read(m: Meaning, before: list[str | None], right: Syntax) -> list[Factor]:
    """The factors of a product of densities, at points of the spaces that their laws live on."""
    values = {n: m.context.values[n] for n in before if n in m.context.values}
    points: dict[str, L.Term] = {n: L.Var(n, L.space_of(value) or L.R) for n, value in values.items()}
    for _ in range(2):  # where a point lives is known when its law has been read
        with m.binding(points):
            term = m.term(right)
        found = [_factor(part) for part in (term.args if isinstance(term, L.Times) else (term,))]
        for factor in found:
            if factor is not None and isinstance(factor.point, L.Var) and factor.point.name in before:
                space, shape = L.support(factor.law), m.shapes.space(factor.point.name)
                if shape is not None and shape is not L.linear(space):
                    return []  # a law of numbers for a vector: what its parameters are was not read
                plain = isinstance(space, L.PositiveReals | L.Interval)
                points[factor.point.name] = L.Var(factor.point.name, L.R if plain else space)
    return [] if None in found else [factor for factor in found if factor is not None]


def _counted(m: Meaning, before: list[str | None], right: Syntax, found: list[Factor]) -> list[Factor]:
    r"""The factors of data that count: x_i \mid \theta \sim \mathrm{Bernoulli}(\theta) says that they are integers."""
    for factor in found:
        known = isinstance(factor.point, L.Function) and factor.point.codomain is L.Z_INTEGERS
        if factor.index is not None and not known and L.is_counted(L.support(factor.law)):
            m.context.survey.counted.add(factor.point.name)
            m.context.assume_counts(factor.point.name, factor.index, L.support(factor.law))
            return _read(m, before, right)
    return found


def _by_formula(m: Meaning, applied: Applied, right: Syntax) -> list[Factor]:
    """The factor of data whose law a formula gives, as the density of one of them; what it needs is assumed."""
    found = laws_by_formula.of_member(m, applied, right)
    factor = None if found is None else _factor(L.Apply(found[1], (found[0],)))
    if found is None or factor is None or factor.index is None:
        return []
    m.context.assume(*found[1].conditions())
    if L.is_counted(L.support(factor.law)):
        m.context.assume_counts(factor.point.name, factor.index, L.support(factor.law))
    return [factor]


def _ordered(new: dict[str, Factor]) -> bool:
    """Whether each of these factors depends only on variables that do not depend on it."""
    waiting = dict(new)
    while waiting:
        first = [name for name, factor in waiting.items() if factor.parameters.isdisjoint(waiting)]
        if not first:
            return False
        for name in first:
            del waiting[name]
    return True


def _inside(m: Meaning, point: L.Var, home: L.Space) -> None:
    """A variable takes values that its law allows."""
    match home:
        case L.PositiveReals():
            m.context.assume(point > 0)
        case L.Interval(low, high):
            m.context.assume(point > low, point < high)
        case L.Integers():
            m.context.assume(point >= 0)


def _factor(density: L.Term) -> Factor | None:
    match density:
        case L.Apply(L.Family() as law, (L.Var() as point,)) if point not in law.free:
            return Factor(point, law)
        case L.Apply(L.Family() as law, (L.Coord(L.Var() as point, L.Var() as index),)) if point not in law.free:
            return Factor(point, law, index) if isinstance(index.space, L.Range) else None
        case L.Apply(L.Family() as law, (L.Apply(L.Function() as point, (L.Var() as index,)),)):
            return Factor(point, law, index) if isinstance(index.space, L.Range) and point not in law.free else None
        case L.Prod(body, _):
            return _factor(body)
    return None


def _member_name(factor: Factor) -> str | None:
    return None if factor.index is None else f"{factor.point.name}_{factor.index.name}"


def are_independent(m: Meaning) -> bool:
    """Whether the page calls what it speaks of independent."""
    return prose.is_said_of(_INDEPENDENT, m.context.said)


def are_members_independent(m: Meaning, data: str) -> bool:
    r"""Whether the data are, as the page says of what it speaks of, or writes of them: y_i \overset{iid}{\sim} law."""
    return are_independent(m) or data in m.context.survey.factored


def _declared(m: Meaning, name: str) -> Factor | None:
    r"""The factor of a variable whose law is declared, y \sim law or y_i \sim law of independent data."""
    from ..probability.random_names import value_of

    stem = name if name in m.context.data or not _is_value(m, name) else name.upper()
    if stem in m.context.data:
        index, each = m.context.data[stem]
        counted = m.context.is_counted(name)
        data = L.Function(name, (L.Z_INTEGERS,), L.Z_INTEGERS) if counted else m.family(name)
        if data is None and stem is not name:
            data = L.Var(name, L.Vectors(index.space.high))
        return Factor(data, each, index) if data is not None and are_members_independent(m, stem) else None
    if (of_each := law_of_each(m.context, name, conditional=True)) is not None:
        data, index, each = of_each
        return Factor(data, each, index) if are_members_independent(m, name) else None
    law = m.context.laws.get(name)
    if law is None:
        told = law_of_data(m.context, name)
        return None if told is None else Factor(*told)
    shape = m.shapes.space(name)
    home = m.context.spaces.get(name, shape)
    point = L.Var(name, home) if shape is not None and home is not None else value_of(m, name)
    return Factor(point, law) if isinstance(point, L.Var) and isinstance(law, L.Family) else None


def _is_value(m: Meaning, name: str) -> bool:
    """Whether a small letter, of which nothing else is said, is the values of data X_1, ..., X_n."""
    known = (m.context.laws, m.context.values, m.context.functions, m.context.spaces, m.context.made, m.bound)
    index = m.context.data.get(name.upper())
    ranged = index is not None and isinstance(index[0].space, L.Range)
    return ranged and name.islower() and not any(name in names for names in known)


def factor_of(m: Meaning, letter: str, name: str) -> Factor | None:
    """The factor of a variable, of y_i that of the data y."""
    known = m.context.factors.get((letter, name))
    if known is None and letter.startswith("q") and "p" in m.context.survey.heads():
        return None  # what is declared is of p, and q is another one
    return known or _declared(m, name) or _further(m, letter, name)


def _further(m: Meaning, letter: str, name: str) -> Factor | None:
    """The factor of one more of the data, where these have one law."""
    stem = further_data.stem(m, name)
    of_data = None if stem is None else m.context.factors.get((letter, stem)) or _declared(m, stem)
    if of_data is None or of_data.index is None or of_data.index in of_data.law.free:
        return None
    return Factor(further_data.point(m, name, L.support(of_data.law)), of_data.law)


def further_point(m: Meaning, name: str) -> L.Var | None:
    r"""One more of the data, x_*, as any value that it may take; None for any other name."""
    found = _further(m, "p", name)
    return found.point if found is not None and isinstance(found.point, L.Var) else None


def home(m: Meaning, name: str) -> L.Space | None:
    """Where a variable with a factor lives."""
    found = m.context.factors.get(("p", name)) or m.context.factors.get(("q", name)) or _further(m, "p", name)
    return None if found is None or found.index is not None else L.support(found.law)


def value(m: Meaning, applied: Applied) -> L.Term | None:
    """The density of a model at the values of its arguments; None where the factors that it takes are not known."""
    of_model = _of_model(m, applied)
    return None if of_model is None else at_arguments(m, of_model)


def at_arguments(m: Meaning, applied: Applied) -> L.Term | None:
    """The density that a letter would stand for, by the factors of its variables."""
    letter, applied = applied.head, gathered(m, applied)
    said, applied = _points_said(applied)
    before, behind = argument_names(applied)
    named = [each or name for each, name in zip(said, [*before, *behind], strict=True)]
    before, behind = named[: len(before)], named[len(before) :]
    others = [instead(m.context, item) for item in applied.given or ()]
    behind = [other or name for other, name in zip(others, behind, strict=True)]
    if (member := _of_member(m, applied, before, behind)) is not None:
        return member
    if None in before or any(factor_of(m, letter, n or "") is None for n in before):
        return None
    given = [n for n in behind if n is not None and factor_of(m, letter, n) is not None]
    names = [n for n in before if n is not None]
    if len(set(names + given)) < len(names + given) or are_tied(m.context, names + given):
        return None
    every = _closed(m, letter, [*names, *given])
    parameters = frozenset().union(*(f.parameters for f in every.values()))
    _require_laws(m, letter, parameters - every.keys() - {*behind})
    if not _circumstances(m, applied, behind, every, parameters):
        return None
    done = _density(m, letter, names, given, every)
    points: dict[L.Name, L.Node] = {}
    for name, item in zip([*before, *behind], [*applied.items, *(applied.given or ())], strict=True):
        if (
            name in every
            and name not in others
            and (name_of(item) != name or name in m.bound or name in m.context.values)
        ):
            points[every[name].point] = m.term(item)
    return L.substitute(done, points)


def _points_said(applied: Applied) -> tuple[list[str | None], Applied]:
    """Of which variables a density is taken where it says so, x of p(x = 1 | y), and the density at their values."""
    said: list[str | None] = []
    items: list[Syntax] = []
    for item in (*applied.items, *(applied.given or ())):
        match item:
            case Statement((left, Syntax() as right), (Sign("="),)) if left is not None:
                said.append(name_of(left))
                items.append(right)
            case _:
                said.append(None)
                items.append(item)
    first = len(applied.items)
    given = None if applied.given is None else tuple(items[first:])
    return said, replace(applied, items=tuple(items[:first]), given=given)


def _require_laws(m: Meaning, letter: str, parameters: Iterable[str]) -> None:
    """Raises ``Unread`` where a name that a law depends on is no parameter, as a formula is its density."""
    if any(written_models.factor_of(m.context, letter, name) is not None for name in parameters):
        raise Unread("a density of a model of laws and formulas that are not read together", (0, 0))


def _of_member(m: Meaning, applied: Applied, before: list[str | None], behind: list[str | None]) -> L.Term | None:
    r"""p(y_i | \lambda), the density of one of the data given all that its law depends on."""
    match applied.items:
        case (Script(base, below) as item,) if below is not None and (stem := name_of(base)) is not None:
            found = factor_of(m, applied.head, stem)
            if found is None or found.index is None:
                return None
            _require_laws(m, applied.head, found.parameters - {*behind})
            at = m.term(item)
            variables = {n for n in found.parameters if factor_of(m, applied.head, n) is not None}
            if not variables <= {*behind} or not _circumstances(m, applied, behind, {stem: found}, found.parameters):
                return None
            match at:
                case L.Coord(point, index) | L.Apply(L.Function() as point, (index,)) if point is found.point:
                    return L.substitute(found.member, {found.index: index})
    return None


def _circumstances(
    m: Meaning, applied: Applied, given: list[str | None], every: dict[str, Factor], parameters: frozenset[str]
) -> bool:
    """Whether what stands behind the bar without a factor changes nothing: parameters at their own values, and one name
    of the model that everything is given."""
    others: set[str] = set()
    hidden = {n for f in every.values() for n in f.given if n not in every}
    if not hidden <= set(given):
        return False
    for name, item in zip(given, applied.given or (), strict=True):
        if name is None:
            square = name_of(item.base) if isinstance(item, Script) and item.above == Numeral("2") else None
            if square not in parameters:
                return False
        elif name not in every and name not in parameters and name not in hidden:
            others.add(name)
    behind = {n for use in m.context.survey.uses(applied.head) for n in argument_names(use)[1] if n is not None}
    return not others or (len(others) == 1 and {n for n in behind if _names_a_model(n)} == others)


def _names_a_model(name: str) -> bool:
    return name.partition("_")[0] in _MODELS


def _ancestors(m: Meaning, letter: str, names: frozenset[str]) -> set[str]:
    """The variables with factors among names, and those that these depend on."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = waiting.pop()
        factor = factor_of(m, letter, name)
        if factor is not None and name not in found:
            found.add(name)
            waiting += factor.parameters
    return found


def _closed(m: Meaning, letter: str, names: list[str]) -> dict[str, Factor]:
    """The factors of variables and of all that they depend on."""
    wanted = dict.fromkeys([*names, *sorted(_ancestors(m, letter, frozenset(names)))])
    known = {name: factor_of(m, letter, name) for name in wanted}
    found = {name: factor for name, factor in known.items() if factor is not None}
    return {name: replace(factor, law=_at_points(factor.law, found)) for name, factor in found.items()}


def _at_points(law: L.Law, factors: dict[str, Factor]) -> L.Law:
    """A law with its variables as the other factors have them, which were any numbers before their laws were told."""
    points = {name: factor.point for name, factor in factors.items() if factor.index is None}
    return L.substitute(law, {n: points[n.name] for n in law.free if isinstance(n, L.Var) and n.name in points})


def _density(m: Meaning, letter: str, names: list[str], given: list[str], every: dict[str, Factor]) -> L.Term:
    """The density of some variables given others, as product, integral and quotient of the factors."""
    if len(names) == 1 and given:
        (name,) = names
        own = {n for n in every[name].parameters if n in every}
        after = any(name in _ancestors(m, letter, every[n].parameters) for n in given)
        if own <= set(given) and not after:
            return every[name].density
    top = _marginal(m, letter, [*names, *given], every)
    return top if not given else L.Quotient(top, _marginal(m, letter, given, every))


def _marginal(m: Meaning, letter: str, names: list[str], order: Iterable[str]) -> L.Term:
    """The product of the factors that the variables take, in this order, integrated over the others."""
    closed = _closed(m, letter, names)
    every = {name: closed[name] for name in order if name in closed}
    body = L.fold(L.Times, [factor.density for factor in every.values()], 1)
    for name, factor in every.items():
        if name not in names:
            if factor.index is not None:
                raise Unread(f"an integral over all the data {name}", (0, 0))
            taken = {n.name for n in body.free if n is not factor.point and isinstance(n, L.Var)}
            bound = L.fresh(L.Var(name, L.support(factor.law)), taken)
            body = L.Int(L.substitute(body, {factor.point: bound}), bound)
    return body


__all__ = [
    "applied_density",
    "are_independent",
    "at_arguments",
    "factor_of",
    "further_point",
    "home",
    "known",
    "learn",
    "value",
]
