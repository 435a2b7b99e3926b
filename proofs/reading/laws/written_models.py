r"""Models whose factors are formulas: p(x) = e^{-x} and p(y | x) = x e^{-xy} for x, y > 0; f(x, y) = 6(1 - y) for
0 < x < y < 1.

The joint density is the product of the factors where all of them are said to hold, and zero elsewhere; marginals are
its integrals over the range that the other variables have there, conditional densities quotients of these.  That a
factor is a density, that it integrates to 1, is a hypothesis.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ... import language as L
from ..probability.independence import are_independent
from ..syntax import Syntax, Unread
from ..terms import regions
from ..terms.regions import Linear, NotLinear
from . import stated

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning

NOWHERE = (0, 0)
_OTHERS = "some of its densities are stated, and others are not known"


@dataclass(frozen=True)
class Written:
    """A factor: the density of ``names`` given others, a formula in the points that holds in a region."""

    names: tuple[str, ...]
    given: tuple[str, ...]
    body: L.Term
    region: tuple[L.Relation, ...]
    ranges: tuple[tuple[str, L.Range], ...] = ()  # of the variables that are counted
    unsaid: tuple[str, ...] = ()  # of which it is not said where they lie
    left: Syntax | None = None  # as it is written
    right: Syntax | None = None

    def point(self, name: str) -> L.Var:
        return L.Var(name, L.Z_INTEGERS if name in dict(self.ranges) else L.R)


@dataclass(frozen=True)
class Joint:
    """The product of some factors in the region where all of them hold."""

    names: tuple[str, ...]
    body: L.Term
    region: tuple[Linear, ...]
    ranges: dict[str, L.Range]
    unsaid: frozenset[str] = frozenset()

    def point(self, name: str) -> L.Var:
        return L.Var(name, L.Z_INTEGERS if name in self.ranges else L.R)

    def of(self, names: Iterable[str]) -> list[L.Var]:
        return [self.point(name) for name in names]

    def integral(
        self, over: Iterable[str], known: Sequence[Linear], body: L.Term, cut: Sequence[Linear] = ()
    ) -> L.Term:
        """The integral of a term in the points over some of them, where an event cuts the region."""
        over = list(over)
        if unsaid := self.unsaid.intersection(over):
            raise Unread(f"where {', '.join(sorted(unsaid))} has a density that is not zero is not said", NOWHERE)
        counted = [name for name in over if name in self.ranges]
        order = self.of(name for name in over if name not in self.ranges)
        if counted and (cut or order):
            raise Unread(
                "an integral over what is counted and what is not, or over an event of what is counted", NOWHERE
            )
        for name in counted:
            var = L.Var(name, self.ranges[name])
            body = L.Sum(L.substitute(body, {self.point(name): var}), var)
        if not order:
            return body
        try:
            return regions.integral(
                order, [*self.region, *cut], known, lambda new: L.substitute(body, dict[L.Name, L.Term](new))
            )
        except NotLinear:
            raise Unread("an integral over a region whose parts depend on what is not said", NOWHERE) from None


def learn(context: Context, letter: str, factor: Written) -> None:
    """Keep a factor.  It is a density by hypothesis."""
    context.written[letter] = (*context.written.get(letter, ()), factor)
    context.fog.setdefault(f"{letter}(", _OTHERS)
    joint = product_of((factor,))
    known = said_of_parameters(context, joint)
    context.presume(*domain(joint, factor.given, known))
    if not factor.unsaid:
        context.assume(joint.integral(factor.names, known, joint.body).eq(1))


def forget(context: Context, letter: str) -> None:
    """A letter is no longer that of the densities that were stated."""
    del context.written[letter]
    if context.fog.get(f"{letter}(") == _OTHERS:
        del context.fog[f"{letter}("]


def factor_of(context: Context, letter: str, name: str) -> Written | None:
    """The factor that a variable stands before the bar of: a formula, or beside formulas a named law."""
    formulas = context.written.get(letter, ())
    found = next((f for f in formulas if name in f.names), None)
    if found is not None or not formulas:
        return found
    named = context.factors.get((letter, name))
    if named is not None:
        return None if named.index is not None or named.given else _of_law(context, letter, name, named.law)
    return _of_law(context, letter, name, context.laws.get(name.upper()) or context.laws.get(name))


def _of_law(context: Context, letter: str, name: str, law: L.Law | None) -> Written | None:
    """A named law of numbers as a factor, given those of its parameters that have factors; None for others."""
    if not isinstance(law, L.Family) or not L.is_scalar_space(law.home):
        return None
    inside = sorted(n.name for n in law.free if isinstance(n, L.Var))
    behind = tuple(n for n in inside if any(n in f.names for f in context.written.get(letter, ())))
    if L.is_counted(law.home):  # all that have no last value count from zero
        range_ = law.home if isinstance(law.home, L.Range) else L.Range(L.Number(0), L.oo)
        return Written((name,), behind, law(L.Var(name, L.Z_INTEGERS)), (), ((name, range_),))
    point = L.Var(name, L.R)
    try:
        region = tuple(c.order for c in regions.of_space(point, law.home))
    except NotLinear:
        return None
    return Written((name,), behind, law(point), region)


def has_formula(context: Context, letter: str, names: Iterable[str]) -> bool:
    """Whether a formula is among the factors that variables take."""
    own = context.written.get(letter, ())
    try:
        return any(f in own for f in factors_of(context, letter, names))
    except Unread:
        return False


def letter_of(context: Context, names: Iterable[str]) -> str | None:
    """The letter of the one model that all the variables have their factors in."""
    wanted = list(names)
    found = [letter for letter in context.written if all(factor_of(context, letter, name) for name in wanted)]
    return found[0] if len(found) == 1 and wanted else None


def factors_of(context: Context, letter: str, names: Iterable[str]) -> tuple[Written, ...]:
    """The factors of variables and of all that these are given.  Raises ``Unread`` where one is missing."""
    found: list[Written] = []
    waiting = list(names)
    while waiting:
        name = waiting.pop(0)
        factor = factor_of(context, letter, name)
        if factor is None:
            raise Unread(f"the density of {name}, which others are given, is not said", NOWHERE)
        if factor not in found:
            found.append(factor)
            waiting += factor.given
    _require_independent(context, found)
    return tuple(found)


def _require_independent(context: Context, factors: Sequence[Written]) -> None:
    """Raises ``Unread`` where a product of factors supposes that variables are independent, which is not said."""
    waiting, seen = list(factors), set[str]()
    while waiting:
        factor = next((f for f in waiting if set(f.given) <= seen), None)
        if factor is None:
            raise Unread("densities of which each is given the other", NOWHERE)
        others = seen - set(factor.given)
        if others and not are_independent(context, (*factor.names, *others)):
            names = ", ".join(sorted((*factor.names, *others)))
            raise Unread(f"the joint density of {names} is not said (independent?)", NOWHERE)
        waiting.remove(factor)
        seen.update(factor.names)


def product_of(factors: Sequence[Written]) -> Joint:
    names = tuple(dict.fromkeys(name for f in factors for name in (*f.given, *f.names)))
    ranges = {name: space for f in factors for name, space in f.ranges}
    region = [found for f in factors for r in f.region if (found := regions.inequality(r)) is not None]
    unsaid = frozenset(name for f in factors for name in f.unsaid)
    return Joint(names, L.fold(L.Times, [f.body for f in factors], 1), tuple(region), ranges, unsaid)


def said_of_numbers(context: Context) -> list[Linear]:
    """What is said of numbers, as far as it is linear and holds here; nothing where it contradicts itself."""
    held = [h for h in context.stated() if h not in context.lingering or h in context.presumed]
    for among in (held, [h for h in held if h not in context.presumed]):
        found = [c for h in among if (c := regions.inequality(h)) is not None]
        if not regions.is_empty(found):
            return found
    return []


def said_of_parameters(context: Context, joint: Joint) -> list[Linear]:
    """What is said of numbers that are no points of a model."""
    points = set(joint.of(joint.names))
    return [c for c in said_of_numbers(context) if c.names.isdisjoint(points)]


def domain(joint: Joint, names: Sequence[str], known: Sequence[Linear]) -> list[L.Relation]:
    """Where a density of some of the variables is not zero: orders between their points and numbers."""
    kept = joint.of(names)
    others = [v for v in joint.of(joint.names) if v not in kept]
    found = [c.order for c in regions.projected(others, joint.region, known) if c.names & set(kept)]
    for name in names:
        if name in joint.ranges:
            low, high = joint.ranges[name].low, joint.ranges[name].high
            found += [joint.point(name) >= low, *([] if high is L.oo else [joint.point(name) <= high])]
    return found


def small_names(context: Context, names: Sequence[str]) -> tuple[str, list[str]] | None:
    """The letter of the model that random variables X, Y are in, and the names x, y of their points."""
    small = [name.lower() for name in names]
    if any(name == each or name in context.random for name, each in zip(names, small, strict=True)):
        return None
    letter = letter_of(context, small)
    return (letter, small) if letter is not None and has_formula(context, letter, small) else None


def joint_of_independent(m: Meaning, names: Sequence[str]) -> Joint | None:
    """The joint density of independent random variables with laws, or stated densities, on the line; else None."""
    region, factors = [], []
    for name in names:
        point, law = L.Var(name.lower(), L.R), m.context.laws.get(name)
        if law is not None:
            home, density = L.support(law), law(point)
        elif stated.stated(m.context, name) is not None:
            var, body = stated.under(m, name)
            home, density = var.space, L.substitute(body, {var: point})
        else:
            return None
        try:
            region += regions.of_space(point, home)
        except NotLinear:
            return None
        if isinstance(home, L.Range | L.Integers):
            return None
        factors.append(density)
    return Joint(tuple(name.lower() for name in names), L.fold(L.Times, factors, 1), tuple(region), {})


def joint_of(m: Meaning, names: Sequence[str]) -> Joint | None:
    """The joint density of a model of formulas that random variables are in; None where there is none."""
    found = small_names(m.context, names)
    if found is None:
        return None
    return joint_with(m, *found)


def joint_with(m: Meaning, letter: str, names: Sequence[str]) -> Joint | None:
    """The joint density that variables have their factors in."""
    if not has_formula(m.context, letter, names):
        return None
    joint = product_of(factors_of(m.context, letter, names))
    return replace(joint, body=m.context.unfolded(joint.body))


def is_stated(context: Context, left: Syntax, right: Syntax) -> bool:
    """Whether an equation is the one that a factor was learned from."""
    return any(f.left == left and f.right == right for factors in context.written.values() for f in factors)


def normalising(context: Context, name: str) -> L.Term | None:
    """The total mass of the density that a constant is a factor of, which says what the constant is; else None."""
    for factor in (f for factors in context.written.values() for f in factors):
        joint = product_of((factor,))
        bounds = any(n.name == name for c in joint.region for n in c.names)
        if has_factor(factor.body, name) and not bounds and name not in joint.names and not factor.unsaid:
            return joint.integral(factor.names, said_of_parameters(context, joint), joint.body)
    for head in context.density_names.values():
        total = stated.total_mass(context, head)
        match total:
            case L.Int(body, var) if has_factor(body, name) and all(n.name != name for n in var.space.free):
                return total
    return None


def has_factor(t: L.Term, name: str) -> bool:
    """Whether a term is a product of which a name is one factor."""
    return any(_is_factor(t, n) for n in t.free if isinstance(n, L.Var) and n.name == name)


def _is_factor(t: L.Term, c: L.Var) -> bool:
    match t:
        case L.Var():
            return t is c
        case L.Times(args):
            return sum(c in a.free for a in args) == 1 and any(_is_factor(a, c) for a in args)
        case L.Quotient(num, den):
            return (c not in den.free and _is_factor(num, c)) or (c not in num.free and _is_factor(den, c))
    return False


__all__ = ["NOWHERE", "Joint", "Written", "domain", "factor_of", "factors_of", "forget", "has_formula", "is_stated",
           "joint_of", "joint_of_independent", "joint_with", "learn", "letter_of", "normalising", "product_of",
           "said_of_numbers", "said_of_parameters", "small_names"]  # fmt: skip
