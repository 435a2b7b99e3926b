r"""Outcomes: the values that random variables have within a mean, and under which laws.

A random variable with a declared law is a variable under that law; one with a density f_X a variable of that density;
random variables of which no law is known are functions on one probability space, so that E[X + Y] says something of
their joint law and nothing of its shape.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ... import language as L
from ..laws import drawn_in_turn, moving, random_families, random_vectors
from ..laws.stated import stated, under
from ..names import name_of
from ..syntax import Script, Syntax, Unread
from . import independence, masses, outcomes_of_models
from .joint_masses import JointMasses
from .masses import Masses
from .random_names import is_random, numbers_in, outside_labels, random_variables

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.heads import Head

OMEGA = L.Abstract("\\Omega")
PROBABILITY = L.Density("\\mathbb{P}", OMEGA)


def at_outcomes(m: Meaning, t: L.Term) -> L.Term:
    r"""What a name stands for, z = \mu + \sigma \epsilon, at the values that its random variables have in a mean."""
    return L.substitute(t, {n: m.outcomes[n.name] for n in numbers_in(t) if n.name in m.outcomes}) if m.outcomes else t


_GIVEN = re.compile(r"\b(given|conditional)")


@dataclass
class _Closing:
    """What makes a term in the values of random variables an expectation."""

    values: dict[str, L.Term] = field(default_factory=dict)
    laws: list[tuple[L.Var, L.Law]] = field(default_factory=list)
    variables: list[L.Var] = field(default_factory=list)
    weight: L.Term | None = None  # the joint density of the variables
    degrees: dict[L.Var, int] = field(default_factory=dict)  # in those of which only moments are said
    whole: Callable[[L.Term], L.Term] | None = None  # the integral over a region
    masses: list[tuple[L.Var, Masses]] = field(default_factory=list)  # of those whose values are told one by one

    def __call__(self, body: L.Term) -> L.Term:
        if self.whole is not None:
            return self.whole(body)
        if self.weight is not None:
            body = self.weight * body
            for var in reversed(self.variables):
                body = L.Int(body, var)
        for var, told in reversed(self.masses):
            body = told.total(body, var)
        for var, law in reversed(self.laws):
            if var in self.degrees:
                random_vectors.require_degree(body, var, self.degrees[var])
            body = L.Expectation(body, var, law)
        return body


@contextmanager
def outcome(m: Meaning, parts: tuple[Syntax, ...], head: Head) -> Iterator[_Closing]:
    """Inside, the random variables of the parts have values; what is yielded closes a term to its expectation."""
    names = list(dict.fromkeys(n for part in parts for n in random_variables(m, part)))
    before = m.outcomes
    if not names and not before:
        _not_random(m, parts, head)
    if copies := sorted({n for part in parts for n in _untold_copies(m, part)}):
        raise Unread(f"{head.name}[...]: whether {copies[0]} is random is not said", head.symbol.span)
    if any(n in m.context.laws for n in names) and (untold := [n for part in parts for n in _untold_data(m, part)]):
        raise Unread(f"{head.name}[...]: whether {untold[0]} is random is not said", head.symbol.span)
    closing = _closing(m, names, head)
    m.outcomes = {**before, **closing.values}
    try:
        yield closing
    finally:
        m.outcomes = before


def _untold_copies(m: Meaning, node: Syntax) -> Iterator[str]:
    r"""The names X', \tilde X beside a random variable X, of which nothing is said: they may be copies of it."""
    context = m.context
    for name in filter(None, map(name_of, node.walk())):
        plain = name.rstrip("'").removeprefix("\\tilde{").removesuffix("}")
        known = name in context.values or name in context.spaces or context.is_parameter(name) or name in m.bound
        if plain != name and not known and not is_random(m, name) and is_random(m, plain):
            yield name


def _untold_data(m: Meaning, node: Syntax) -> Iterator[str]:
    r"""The stems of families in capital letters, \sum_i X_i, of which nothing is said: they may be random too."""
    context = m.context
    known = {
        *context.data,
        *context.moments,
        *context.samples,
        *context.values,
        *context.spaces,
        *context.matrices,
        *context.maps,
    }
    known |= {n.name for h in context.stated() for n in h.free if isinstance(n, L.Var)}
    for each in node.walk():
        name = name_of(each)
        if name in context.random:
            yield from _untold_data(m, context.random[name])
        elif isinstance(each, Script) and each.below is not None and context.survey.is_index(each.below):
            stem = name_of(each.base) or ""
            if len(stem) == 1 and stem.isupper() and stem not in known and not is_random(m, name or stem):
                yield stem


def _closing(m: Meaning, names: list[str], head: Head) -> _Closing:
    if drawn_in_turn.speaks_of(m.context, names):
        return _in_turn(m, names)
    known = [n for n in names if n in m.context.laws or n in m.context.masses or n in m.context.joints]
    if names and not known and (modelled := outcomes_of_models.outcomes(m, names)) is not None:
        return _Closing(modelled.values, whole=modelled.close)
    if known and len(known) < len(names):
        raise Unread("random variables of which only some have a known law", head.symbol.span)
    if any(n in m.context.joints for n in known):
        return _together(m, known, head)
    if len(known) > 1 and not independence.are_independent(m.context, known):
        raise Unread("the joint law of several random variables is not said (independent?)", head.symbol.span)
    if known:
        return under_their_laws(m, known)
    if any(stated(m.context, n) is not None for n in names):
        heads = m.context.survey.heads()  # the T of T(X) is no variable beside X
        names = [n for n in names if stated(m.context, n) is not None or n not in heads]
        if len(names) > 1:
            raise Unread("the joint law of several random variables, of which densities are stated", head.symbol.span)
        var, density = under(m, names[0])
        return _Closing({names[0]: var}, [], [var], density)
    if not names:
        return _Closing()
    if (moved := moving.of_random(m, names)) is not None:
        point, density = moved
        return _Closing({names[0]: point}, [], [point], density)
    small = [name.lower() for name in names]
    letter = density_of(m, names)
    if letter is None:
        return _on_omega(m, names)
    if unread := [name for name in names if name in m.context.fog]:
        raise Unread(f"{head.name}[...]: what was said of {', '.join(unread)} was not read", head.symbol.span)
    variables = [m.densities.variable(n) for n in small]
    values: dict[str, L.Term] = dict(zip(names, variables, strict=True))
    joint = m.densities.joint(letter)
    if len(joint.names) == 1:
        return _Closing(values, [(variables[0], joint.law)])
    return _Closing(values, [], variables, m.densities.at(letter, small))


def under_their_laws(m: Meaning, names: list[str]) -> _Closing:
    closing = _Closing()
    for name in names:
        if name in m.context.values:
            raise Unread(f"{name} has a law and a value: which of them a mean is meant under is not said", (0, 0))
        if name in m.context.masses:
            point = L.Var(f"{name.lower()}'", L.R)
            closing.masses.append((point, m.context.masses[name]))
            closing.values[name] = point
            continue
        law = m.context.laws[name]
        if drawn := drawn_parameters(m, name):
            raise Unread(f"the law of {name} is one given {drawn[0]}, which is random itself", (0, 0))
        taken = {v.name for v in law.free if isinstance(v, L.Var)} | {v.name for v, _ in closing.laws}
        var = L.fresh(L.Var(name.lower() if name.lower() != name else name, L.support(law)), taken)
        closing.laws.append((var, law))
        if name in m.context.degrees:
            closing.degrees[var] = m.context.degrees[name]
        closing.values[name] = var
    return closing


def _together(m: Meaning, names: list[str], head: Head) -> _Closing:
    """Random variables of which the joint law is told by its outcomes: their mean is the sum over these."""
    law = JointMasses(tuple(names), masses.outcomes(m, names, head.symbol))
    at = {name: L.Var(f"{name.lower()}'", L.R) for name in names}
    return _Closing(dict[str, L.Term](at), whole=lambda body: law.total(body, at))


def _in_turn(m: Meaning, names: list[str]) -> _Closing:
    """Each variable under its law given the one before, of those that are not drawn already."""
    order = drawn_in_turn.lineage(m.context, names)
    known = [name for name in order if name in m.outcomes]
    order = order[order.index(known[-1]) + 1 :] if known else order
    at = drawn_in_turn.points(m.context, order, *m.outcomes.values())
    values: dict[str, L.Term] = {**m.outcomes, **at}
    laws = [(at[name], drawn_in_turn.law_at(m.context, name, values)) for name in order]
    return _Closing(dict[str, L.Term](at), laws)


def drawn_parameters(m: Meaning, name: str) -> list[str]:
    r"""The parameters of the law of a random variable that have laws themselves, or, where something is said to be
    given, are values of what has one: Y \sim U(0, x) given X = x."""
    laws = m.context.laws
    inside = {n.name for n in laws[name].free if isinstance(n, L.Var)} - m.outcomes.keys() - m.bound.keys()
    others = laws.keys() - m.densities.variables.keys() - {name}
    given = _GIVEN.search(m.context.said) is not None
    return sorted(n for n in inside if n in others or (given and n != n.upper() and n.upper() in others))


def variable(m: Meaning, name: str) -> L.Function:
    """A random variable of which no law is known, as a function of the outcome."""
    return L.Function(name, (OMEGA,), L.Z_INTEGERS if name in m.context.whole_valued else L.R)


def _on_omega(m: Meaning, names: list[str]) -> _Closing:
    omega = L.Var("\\omega", OMEGA)
    return _Closing(on_outcomes(m, names, omega), [(omega, PROBABILITY)])


def on_outcomes(m: Meaning, names: list[str], omega: L.Var) -> dict[str, L.Term]:
    """Random variables of which no law is known at an outcome."""
    m.context.assume(L.density(PROBABILITY))
    letters = sorted({n for n in m.context.survey.random if len(n) == 1 and n not in m.context.random}.union(names))
    called = {name.partition("(")[0]: name for name in letters}  # \hat f(x) is spoken of as \hat f
    functions = {name: random_families.of_member(m, name, OMEGA) or variable(m, name) for name in called.values()}
    families = {f for f in functions.values() if isinstance(f, L.FunctionFamily)}
    apart = {f for f in families if random_families.are_independent(m, f.name)}
    m.context.assume(*(L.independent(PROBABILITY, f) for f in sorted(apart, key=lambda f: f.name)))
    for group in independence.groups(m.context, list(called)):
        together = list(dict.fromkeys(functions[called[name]] for name in group))
        if families.intersection(together) - apart:
            raise Unread("variables that are independent of a family, whose members may not be so", (0, 0))
        if len(together) > 1:
            m.context.assume(L.independent(PROBABILITY, *together))
    values: dict[str, L.Term] = {}
    for name in names:
        match functions[name]:
            case L.FunctionFamily() as family:
                values[random_families.key(family)] = random_families.members(family, omega)
            case L.Function() as function:
                values[name] = function(omega)
    return values


def _not_random(m: Meaning, parts: tuple[Syntax, ...], head: Head) -> None:
    """A mean of what holds no random variable is read only where its names are known to be no random variables."""
    known = {n.name for h in m.context.stated() for n in h.free if isinstance(n, L.Var)}
    known |= {*m.bound, *m.context.values, *m.context.spaces, "pi", "e", "infty"}
    inside = {n for part in parts for n in map(name_of, outside_labels(part, True)) if n is not None}
    if loose := sorted(inside - known):
        raise Unread(f"{head.name}[...]: whether {', '.join(loose)} is random is not said", head.symbol.span)
    number = head.name == "E" and all(
        name_of(part) is None for part in parts
    )  # E(\lambda) may be the mean as one of it
    if inside - (_parameters(m) if number else set()) and "constant" not in m.context.said:
        raise Unread(f"{head.name}[...] of what is not random", head.symbol.span)


def _parameters(m: Meaning) -> set[str]:
    """The numbers that the laws of a page are made of, and that have no law themselves."""
    laws = (*m.context.laws.values(), *(law for _, law in m.context.data.values()))
    return {n.name for law in laws for n in law.free if isinstance(n, L.Var)} - m.context.laws.keys()


def density_of(m: Meaning, names: list[str]) -> str | None:
    """The letter of the one unknown density of numbers that the random variables have, f_X, f_{X,Y} or p.

    Raises ``Unread`` if they have densities, but which is meant is not clear.
    """
    small = [name.lower() for name in names]
    if any(name == each for name, each in zip(names, small, strict=True)):
        return None
    found = [letter for letter, variables in m.densities.variables.items() if set(small) <= set(variables)]
    if len(found) > 1:
        raise Unread(f"which of the densities {', '.join(sorted(found))} {', '.join(names)} has", (0, 0))
    if not found or any(isinstance(m.densities.space(each), L.Abstract | L.Slot) for each in small):
        return None
    return found[0]


__all__ = [
    "OMEGA",
    "PROBABILITY",
    "at_outcomes",
    "density_of",
    "drawn_parameters",
    "on_outcomes",
    "outcome",
    "under_their_laws",
]
