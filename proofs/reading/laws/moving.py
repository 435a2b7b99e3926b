r"""Densities that move with a parameter that the page differentiates by: p_\theta(x), p(x | \theta), \pi_\theta(a | s).

Any positive one is \tilde p(x, \theta) / \int \tilde p(u, \theta) du with a positive function \tilde p of which nothing
is known, and so it is read: what holds of all such functions holds of all positive densities.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ..context import Context
from ..names import name_of, to_latex
from ..syntax import Bracket, Mark, Multiply, Script, Statement, Symbol, Syntax, Unread
from ..uses.uses import Applied

if TYPE_CHECKING:
    from ..meaning import Meaning

_LETTERS = frozenset("pq")
_ALONE = frozenset("fg")  # letters of any function, which are densities where words speak of some and of no others
_DENSITY = re.compile(r"\bdensit(y|ies)\b|\bmass functions?\b|\bp[dm]f\b")
_SAID = re.compile(rf"{_DENSITY.pattern}|\blikelihood|\bscores?\b|\bfisher\b|\bdistribution")
_SUPPORT = re.compile(r"\bsupport\b(?! vector)(?!\W+(that )?(does not|do not|is independent))")
_OTHERS = re.compile(r"\bnetworks?\b|\bregress|\bpredict|\bloss\b|\bclassif")


@dataclass(frozen=True)
class Moving:
    """The letter of such a density, the variable that it is of, what it is given, and the parameter it moves with."""

    letter: str
    variable: str
    given: tuple[str, ...]
    parameter: str


def moving(context: Context, head: str, items: tuple[Syntax, ...], given: tuple[Syntax, ...] | None) -> Moving | None:
    """The density that a head with these arguments is, if it moves; else None."""
    if len(items) != 1 or any(head in known for known in (context.laws, context.functions, context.maps)):
        return None
    if head in context.survey.written or head in context.survey.distributed:
        return None  # it is written out
    names = [name_of(item) for item in given or ()]
    letter, _, below = head.partition("_")
    below = below.strip("{}\\")
    if below:
        if letter not in (*_LETTERS, "pi") or below not in context.survey.varied:
            return None
        parameter, others = below, names
    else:
        turned = [name for name in names if name in context.survey.varied]
        if not _is_letter(context, letter) or len(turned) != 1 or turned[0] is None:
            return None
        parameter, others = turned[0], [name for name in names if name != turned[0]]
    variable = _variable(context, head)
    known = context.laws.keys() | context.values.keys() | context.random.keys() | context.data.keys()
    if variable is None or None in others or not known.isdisjoint({parameter, variable, variable.upper()}):
        return None
    if not all(_is_alike(use, parameter if not below else None, len(others)) for use in context.survey.uses(head)):
        return None
    return Moving(letter, variable, tuple(name for name in others if name is not None), parameter)


def _is_letter(context: Context, letter: str) -> bool:
    """Whether a letter may be that of a density with its parameter behind a bar, by the words around."""
    if letter in _ALONE:
        return _DENSITY.search(context.said) is not None and not _OTHERS.search(context.said)
    return letter in _LETTERS and _SAID.search(context.said) is not None


def _variable(context: Context, head: str) -> str | None:
    """The small letter that the density is taken at, where it is always the same, also as a random variable, and apart
    from members of a family of that letter, a_t."""
    items = [use.items[0] for use in context.survey.uses(head) if use.items]
    names = {name_of(item) or "" for item in items if not isinstance(item, Mark)}
    names -= {name for name in names if "_" in name and name.partition("_")[0] in names}
    small = {name.lower() for name in names if name.isalpha()}
    return small.pop() if len(small) == 1 and all(map(str.isalpha, names)) else None


def _is_alike(use: Applied, parameter: str | None, others: int) -> bool:
    """Whether another use of the letter has the same places."""
    names = [name_of(item) for item in use.given or ()]
    rest = [name for name in names if name != parameter]
    return len(use.items) == 1 and len(rest) == others and (parameter is None or len(names) == others + 1)


def value(m: Meaning, head: str, bracket: Bracket) -> L.Term | None:
    """The density at a point, as it is written; None where the head is no density that moves."""
    found = moving(m.context, head, bracket.items, bracket.given)
    if found is None:
        return None
    name = name_of(bracket.items[0]) or ""
    if name[:1].isupper() and name not in m.bound and name not in m.outcomes:
        raise Unread(f"the random variable {name} outside of an expectation", bracket.span)
    if name not in (found.variable, found.variable.upper()) and name.partition("_")[0] == found.variable:
        raise Unread(f"{head} at one of several {found.variable}, and at {found.variable}", bracket.span)
    at = m.bound.get(name, m.outcomes.get(name))
    return _at(m, found, _point(m, found) if at is None else at)


def _point(m: Meaning, found: Moving) -> L.Var:
    return L.Var(found.variable, m.densities.space(found.variable))


def _at(m: Meaning, found: Moving, point: L.Term) -> L.Term:
    """The density at a point of its space."""
    if found.parameter in m.context.survey.bounds or _SUPPORT.search(m.context.said):
        raise Unread(f"a density {found.letter} that may be zero where {found.parameter} says", (0, 0))
    given = [m.bound[name] if name in m.bound else L.Var(name, m.densities.space(name)) for name in found.given]
    arguments = [point, *given, m.term(Symbol(found.parameter))]
    homes = tuple(L.home_of(each) for each in arguments)
    weight = L.Function(rf"\tilde{{{to_latex(found.letter)}}}", homes, L.R_POSITIVE)
    free = {n.name for each in arguments for n in each.free if isinstance(n, L.Var)}
    u = L.fresh(L.Var(found.variable, homes[0]), free)
    whole = L.Int(weight(u, *arguments[1:]), u)
    if whole.free.isdisjoint(n for t in m.bound.values() for n in t.free):  # of p itself it is 1
        m.context.assume(L.finite(whole), whole > 0, L.differentiable(weight), L.differentiable(whole))
    parameter, letter = to_latex(found.parameter), to_latex(found.letter)
    m.remarks.append(
        f"${letter}$ is any positive density, $\\tilde{{{letter}}}$ divided by its integral, of which derivatives by "
        f"${parameter}$ may be taken beneath integrals"
    )
    return L.Quotient(weight(*arguments), whole)


def is_mean(t: L.Term) -> bool:
    """Whether a term is a mean under a density that moves: an equation for it is no condition on its parameter.  So is
    the mean of a slope by a parameter that the law has, of a score."""
    match t:
        case L.VectorOf(body) | L.Neg(body):
            return is_mean(body)
        case L.Expectation(body, _, law):
            at = [n.at for n in body.walk() if isinstance(n, L.Derivative)]
            return any(not each.free.isdisjoint(law.free) for each in at)
    return isinstance(t, L.Int) and any(isinstance(n, L.Function) and n.name.startswith("\\tilde{") for n in t.free)


def mean(m: Meaning, below: Syntax, body: Syntax) -> L.Term | None:
    r"""E_{x \sim p_\theta}[f(x)], E_{p_\theta}[f(x)], E_\theta[f(X)]; None under any other law."""
    variable: str | None = None
    match below:
        case Statement((left, right), (sign,)) if sign.symbol == "~" and left is not None and right is not None:
            variable, law = name_of(left), right
        case _:
            law = below
    found = _law(m, law, variable)
    if found is None:
        return None
    names = {name for name in map(name_of, body.walk()) if name is not None}
    names = names & {found.variable, found.variable.upper()} if variable is None else {variable}
    if len(names) > 1:
        raise Unread(f"a mean over {found.variable}, of which the values stand in it too", below.span)
    point = _point(m, found)
    density = _at(m, found, point)
    with m.binding(dict.fromkeys(names or {found.variable}, point)):
        return _integral(density, m.term(body), point)


def _integral(density: L.Term, body: L.Term, point: L.Var) -> L.Term:
    """The mean of a number, and of a vector that of each coordinate."""
    space = L.space_of(body)
    if isinstance(space, L.Matrices):
        raise Unread("a mean of a matrix under a density that moves", (0, 0))
    if not isinstance(space, L.Vectors):
        return L.Int(density * body, point)
    i = L.fresh_beside(L.Var("i", L.Range(L.Number(1), space.dimension)), body, density)
    return L.VectorOf(L.Int(density * body[i], point), i)


def of_random(m: Meaning, names: list[str]) -> tuple[L.Var, L.Term] | None:
    r"""The values of the one random variable X that a density f(x; \theta) is of, and that density; else None."""
    if len(names) != 1 or not names[0][:1].isupper():
        return None
    uses = m.context.survey.applications
    found = {moving(m.context, use.head, use.items, use.given) for use in uses}
    named = {each for each in found if each is not None and each.variable == names[0].lower()}
    if len(named) != 1:
        return None
    (law,) = named
    point = _point(m, law)
    return point, _at(m, law, point)


def divergence(m: Meaning, p: Syntax, q: Syntax) -> L.Term | None:
    r"""KL(q || p_\theta), where one of the two moves: the integral that it is by definition; else None."""
    if (found := _densities(m, p, q)) is None:
        return None
    (top, bottom), point = found
    return L.Int(top * L.log(top / bottom), point)


def entropy(m: Meaning, items: tuple[Syntax, ...]) -> L.Term | None:
    r"""H(p_\theta) and H(q, p_\theta), where one of the laws moves, likewise."""
    if (found := _densities(m, *items)) is None:
        return None
    densities, point = found
    return L.Neg(L.Int(densities[0] * L.log(densities[-1]), point))


def _densities(m: Meaning, *nodes: Syntax) -> tuple[list[L.Term], L.Var] | None:
    """Laws of which one moves, as densities at one variable; None where none does."""
    sides = [_law(m, each, None) for each in nodes]
    known = [each for each in sides if each is not None]
    if not known:
        return None
    point, name = _point(m, known[0]), known[0].variable
    if any(each.variable != name for each in known):
        raise Unread("laws that are taken at different variables", nodes[0].span)
    pairs = zip(sides, nodes, strict=True)
    return [_at(m, side, point) if side is not None else _fixed(m, node, name, point) for side, node in pairs], point


def _fixed(m: Meaning, node: Syntax, name: str, point: L.Var) -> L.Term:
    """The density of a law that does not move, at the variable of one that does."""
    from .laws import law_of

    match node:
        case Multiply((_, Bracket("(", (item,), ")")), ("", "")) if name_of(item) == name:
            with m.binding({name: point}):
                return m.scalar(node)
    law = law_of(m, node)
    if L.support(law) is not point.space:
        raise Unread("laws on different spaces", node.span)
    return law(point)


def _law(m: Meaning, law: Syntax, variable: str | None) -> Moving | None:
    r"""The density that p_\theta, p_\theta(x), \pi_\theta(\cdot | s) or the \theta of E_\theta means below a mean."""
    survey = m.context.survey
    match law:
        case Multiply((head, Bracket("(", (item,), ")", given)), ("", "")):
            name = name_of(head)
            at = (Symbol(variable or "x"),) if isinstance(item, Mark) else (item,)
            return None if name is None else moving(m.context, name, at, given)
        case Symbol() | Script():
            name = name_of(law)
            if name is None:
                return None
            own = {u for u in survey.uses(name)}
            found = {moving(m.context, name, use.items, use.given) for use in own}
            if not own and name in survey.varied:
                found = {moving(m.context, use.head, use.items, use.given) for use in survey.applications}
                found = {each for each in found if each is not None and each.parameter == name}
            return found.pop() if len(found) == 1 else None
    return None


def random_arguments(context: Context) -> set[str]:
    r"""The capital letters at which densities that move are taken: f(X; \theta)."""
    capitals = ((name_of(use.items[0]) or "", use) for use in context.survey.applications if use.items)
    return {name for name, use in capitals if name[:1].isupper() and moving(context, use.head, use.items, use.given)}


def refuse(context: Context, head: str) -> None:
    """Raises ``Unread`` where a density that moves is meant as a law."""
    if any(moving(context, use.head, use.items, use.given) for use in context.survey.uses(head)):
        raise Unread(f"the law {head}, which moves with what the page differentiates by, where a law is meant", (0, 0))


__all__ = [
    "Moving",
    "divergence",
    "entropy",
    "is_mean",
    "mean",
    "moving",
    "of_random",
    "random_arguments",
    "refuse",
    "value",
]
