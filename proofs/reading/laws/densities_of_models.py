r"""Densities of a model whose factors are formulas, at points: p(x, y), f_X(x), f_{Y|X}(y | x), p(y = 1), f(1/2, 1/4).

Where a point is known to lie outside of where a density is positive its value is zero; where nothing says where a point
lies, it is taken to lie inside; along an integral it is zero on the part that is outside.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Sign, Statement, Syntax, Unread
from ..terms import regions
from ..terms.regions import Linear, NotLinear
from ..uses.uses import Applied
from . import written_models as models
from .densities import keys, stem

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning


def known(m: Meaning, applied: Applied) -> bool:
    """Whether a density follows from the factors of a model."""
    return _variables(m.context, applied) is not None


def _variables(context: Context, applied: Applied) -> tuple[str, list[str], list[str]] | None:
    """The letter of a density, its variables before and behind the bar; None where one of them has no factor."""
    letter = stem(applied.head)
    factors = context.written.get(letter)
    if factors is None or applied.head in context.laws:
        return None
    before, behind = keys(applied)
    if applied.head == letter:  # of p(y = 1) it is said which variable has the value
        before, behind = ([_variable(i) or n for i, n in zip(items, names, strict=True)]
                          for items, names in ((applied.items, before), (applied.given or (), behind)))  # fmt: skip
    whole = applied.head == letter and applied.given is None and len(factors[0].names) == len(before) > 1
    if whole and (set(before) != set(factors[0].names) or letter not in ("p", "q")):
        return letter, list(factors[0].names), []  # f(1, 2), f(y, x): at places, not by names
    if None in before or None in behind:
        return None
    names, given = [n for n in before if n is not None], [n for n in behind if n is not None]
    every = [*names, *given]
    if len(set(every)) < len(every) or any(models.factor_of(context, letter, n) is None for n in every):
        return None
    return (letter, names, given) if models.has_formula(context, letter, every) else None


def _variable(item: Syntax) -> str | None:
    """The y of y = 1 and of Y = 1, where a density is taken."""
    match item:
        case Statement((left, right), (Sign("="),)) if right is not None and (name := name_of(left)) is not None:
            return name.lower() if len(name) == 1 else name
    return None


def _value(item: Syntax) -> Syntax:
    match item:
        case Statement((_, Syntax() as right), (Sign("="),)):
            return right
    return item


def value(m: Meaning, applied: Applied) -> L.Term | None:
    """The density at the values of its arguments; None where it is not of a model of formulas."""
    found = _variables(m.context, applied)
    if found is None:
        return None
    letter, names, given = found
    joint = models.product_of(models.factors_of(m.context, letter, [*names, *given]))
    values: dict[L.Name, L.Term] = {
        joint.point(name): m.term(_value(item))
        for name, item in zip([*names, *given], [*applied.items, *(applied.given or ())], strict=True)
    }
    parameters = models.said_of_parameters(m.context, joint)
    density = m.context.unfolded(_density(m.context, letter, names, given, parameters))
    around = models.domain(joint, given, parameters)
    where = [r for r in models.domain(joint, [*names, *given], parameters) if r not in around]
    guard = Guard(m, values)
    if any(guard.excludes(r) for r in around) or any(guard.may_leave(r) for r in around):
        raise Unread("a density given a value that has none", models.NOWHERE)
    if any(guard.excludes(r) for r in where):
        return L.Number(0)
    leaving = [r for r in where if guard.may_leave(r)]
    for r in (*around, *(r for r in where if r not in leaving)):
        guard.presume(r, names)
    at = L.substitute(density, values)
    if not leaving:
        return at
    outside = tuple(guard.opposite(r) for r in leaving)
    return L.Cases(tuple(L.Number(0) for _ in outside), outside, at)


def _density(
    context: Context, letter: str, names: Sequence[str], given: Sequence[str], known: Sequence[Linear]
) -> L.Term:
    """The density at its points: a factor, a marginal of the product of factors, or a quotient of two."""
    exact = models.factor_of(context, letter, names[0])
    if exact is not None and set(exact.names) == set(names) and set(exact.given) == set(given):
        return exact.body
    top = _marginal(context, letter, [*names, *given], known)
    return top / _marginal(context, letter, given, known) if given else top


def _marginal(context: Context, letter: str, names: Sequence[str], known: Sequence[Linear]) -> L.Term:
    joint = models.product_of(models.factors_of(context, letter, names))
    return joint.integral([n for n in joint.names if n not in names], known, joint.body)


@dataclass(frozen=True)
class Guard:
    """What is known of the points that a density is taken at."""

    m: Meaning
    values: Mapping[L.Name, L.Term]

    def _at(self, relation: L.Relation) -> Linear | None:
        return regions.inequality(L.substitute(relation, self.values))

    def _around(self, relation: L.Relation) -> list[Linear]:
        """What is known of the names of a relation at the values."""
        found = models.said_of_numbers(self.m.context)
        for n in frozenset().union(*(v.free for v in self.values.values())):
            if isinstance(n, L.Var):
                try:
                    found += regions.of_space(n, n.space)
                except NotLinear:
                    continue
        return found

    def excludes(self, relation: L.Relation) -> bool:
        """Whether a point is known to lie where a relation fails."""
        at = self._at(relation)
        if at is None:
            return False
        if not at.terms:
            return at.constant < 0 or (at.constant == 0 and relation.symbol in ("<", ">"))
        return regions.is_empty([*self._around(relation), at])

    def may_leave(self, relation: L.Relation) -> bool:
        """Whether a point runs along a range that may reach beyond a relation."""
        bound = set(self.m.bound.values())
        if L.substitute(relation, self.values).free.isdisjoint(bound):
            return False
        at = self._at(relation)
        return at is None or not regions.implies(self._around(relation), at)

    def opposite(self, relation: L.Relation) -> L.Relation:
        symbol = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}[relation.symbol]
        return L.substitute(L.Relation(relation.left, symbol, relation.right), self.values)

    def presume(self, relation: L.Relation, names: Sequence[str]) -> None:
        """Suppose that a point lies where a relation holds; where the words say where it lies, that must follow.

        Raises ``Unread``.
        """
        context, at = self.m.context, self._at(relation)
        new = L.substitute(relation, self.values)
        if not new.free or not new.free.isdisjoint(self.m.bound.values()):
            return  # it is so
        own = {n for p, v in self.values.items() if p.name in names for n in v.free if isinstance(n, L.Var)}
        said = [c for h in context.assumed if h not in context.lingering and (c := regions.inequality(h)) is not None]
        rest = [c for c in models.said_of_numbers(context) if c.names.isdisjoint(own)]
        variables = {name for factors in context.written.values() for f in factors for name in f.names}
        for n in () if at is None else own & at.names:
            assert at is not None
            about = [c for c in said if n in c.names]
            others = {other.name for c in about for other in c.names - {n}}
            alone = bool(about) and others.isdisjoint(variables)  # "for x > 0" says the whole range
            if (alone or any(c.of(n) * at.of(n) > 0 for c in about)) and not regions.implies([*said, *rest], at):
                raise Unread("a density where it may be zero", models.NOWHERE)
        context.presume(new)


def section(m: Meaning, name: str, around: Iterable[str]) -> L.Space | None:
    """Where a variable has a density that is not zero, given those beside it; None where no model has it."""
    letter = models.letter_of(m.context, [name])
    if letter is None:
        return None
    names = [n for n in around if n != name and models.factor_of(m.context, letter, n) is not None]
    joint = models.product_of(models.factors_of(m.context, letter, [name, *names]))
    if name in joint.ranges:
        return joint.ranges[name]
    known = models.said_of_parameters(m.context, joint)
    if name in joint.unsaid:
        return None
    others = joint.of(n for n in joint.names if n not in (name, *names))
    guard = Guard(m, {joint.point(n): m.bound.get(n, joint.point(n)) for n in names if n not in m.context.values})
    domain = models.domain(joint, names, known)
    try:
        found = list(regions.ranges([joint.point(name), *others], joint.region, known))
    except NotLinear:
        return None
    if len(found) != 1 or any(n in m.context.values for n in names) or any(map(guard.may_leave, domain)):
        return None
    for r in domain:
        guard.presume(r, ())
    return L.substitute(found[0][0], dict(guard.values))


__all__ = ["Guard", "known", "section", "value"]
