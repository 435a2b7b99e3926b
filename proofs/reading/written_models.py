r"""Models whose factors are formulas: p(x) = e^{-x} for x > 0 and p(y | x) = x e^{-xy}; f(x, y) = 6(1 - y), 0 < x < y < 1.

The joint density is the product of the factors where all of them are said to hold, and zero elsewhere; marginals are its
integrals over the range that the other variables have there, conditional densities quotients of these.  That a factor
is a density, that it integrates to 1, is a hypothesis.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TYPE_CHECKING

from .. import language as L
from . import regions, stated
from .densities import keys, stem
from .regions import Linear, NotLinear
from .names import name_of
from .syntax import Bracket, Multiply, Sign, Statement, Syntax, Unread
from .uses import Applied

if TYPE_CHECKING:
    from .context import Context
    from .meaning import Meaning

LISTED = 50  # values of a counted variable
_NOWHERE = (0, 0)


@dataclass(frozen=True)
class Written:
    """A factor: the density of ``names`` given others, a formula in the points that holds in a region."""

    names: tuple[str, ...]
    given: tuple[str, ...]
    body: L.Term
    region: tuple[L.Relation, ...]
    ranges: tuple[tuple[str, L.Range], ...] = ()  # of the variables that are counted
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

    def point(self, name: str) -> L.Var:
        return L.Var(name, L.Z_INTEGERS if name in self.ranges else L.R)

    def of(self, names: Iterable[str]) -> list[L.Var]:
        return [self.point(name) for name in names]

    def integral(
        self, over: Iterable[str], known: Sequence[Linear], body: L.Term, cut: Sequence[Linear] = ()
    ) -> L.Term:
        """The integral of a term in the points over some of them, where an event cuts the region."""
        counted = [name for name in over if name in self.ranges]
        order = self.of(name for name in over if name not in self.ranges)
        if counted and (cut or order):
            raise Unread(
                "an integral over what is counted and what is not, or over an event of what is counted", _NOWHERE
            )
        for name in counted:
            var = L.Var(name, self.ranges[name])
            body = L.Sum(L.substitute(body, {self.point(name): var}), var)
        if not order:
            return body
        try:
            return regions.integral(order, [*self.region, *cut], known, lambda new: L.substitute(body, new))
        except NotLinear:
            raise Unread("an integral over a region whose parts depend on what is not said", _NOWHERE) from None


def learn(context: Context, letter: str, factor: Written) -> None:
    """Keep a factor.  It is a density by hypothesis."""
    context.written[letter] = (*context.written.get(letter, ()), factor)
    joint = _joint_of((factor,))
    known = said_of_parameters(context, joint)
    context.presume(*_domain(joint, factor.given, known))
    context.assume(joint.integral(factor.names, known, joint.body).eq(1))


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
    """A named law on the line as a factor, given those of its parameters that have factors; None for others."""
    if not isinstance(law, L.Family) or not L.is_scalar_space(law.home) or isinstance(law.home, L.Range | L.Integers):
        return None
    point = L.Var(name, L.R)
    try:
        region = tuple(c.order for c in regions.of_space(point, law.home))
    except NotLinear:
        return None
    inside = sorted(n.name for n in law.free if isinstance(n, L.Var))
    behind = tuple(n for n in inside if any(n in f.names for f in context.written.get(letter, ())))
    return Written((name,), behind, law(point), region)


def _has_formula(context: Context, letter: str, names: Iterable[str]) -> bool:
    """Whether a formula is among the factors that variables take."""
    own = context.written.get(letter, ())
    try:
        return any(f in own for f in _factors(context, letter, names))
    except Unread:
        return False


def letter_of(context: Context, names: Iterable[str]) -> str | None:
    """The letter of the one model that all the variables have their factors in."""
    wanted = list(names)
    found = [letter for letter in context.written if all(factor_of(context, letter, name) for name in wanted)]
    return found[0] if len(found) == 1 and wanted else None


def _factors(context: Context, letter: str, names: Iterable[str]) -> tuple[Written, ...]:
    """The factors of variables and of all that these are given.  Raises ``Unread`` where one is missing."""
    found: list[Written] = []
    waiting = list(names)
    while waiting:
        name = waiting.pop(0)
        factor = factor_of(context, letter, name)
        if factor is None:
            raise Unread(f"the density of {name}, which others are given, is not said", _NOWHERE)
        if factor not in found:
            found.append(factor)
            waiting += factor.given
    return tuple(found)


def _joint_of(factors: Sequence[Written]) -> Joint:
    names = tuple(dict.fromkeys(name for f in factors for name in (*f.given, *f.names)))
    ranges = {name: space for f in factors for name, space in f.ranges}
    region = [found for f in factors for r in f.region if (found := regions.inequality(r)) is not None]
    return Joint(names, L.fold(L.Times, [f.body for f in factors], 1), tuple(region), ranges)


def said_of_numbers(context: Context) -> list[Linear]:
    """What is said of numbers, as far as it is linear."""
    return [found for h in context.stated() if (found := regions.inequality(h)) is not None]


def said_of_parameters(context: Context, joint: _Joint) -> list[Linear]:
    points = set(joint.of(joint.names))
    return [c for c in said_of_numbers(context) if c.names.isdisjoint(points)]


def _domain(joint: Joint, names: Sequence[str], known: Sequence[Linear]) -> list[L.Relation]:
    """Where a density of some of the variables is not zero: orders between their points and numbers."""
    kept = joint.of(names)
    others = [v for v in joint.of(joint.names) if v not in kept]
    found = [c.order for c in regions.projected(others, joint.region, known) if c.names & set(kept)]
    for name in names:
        if name in joint.ranges:
            low, high = joint.ranges[name].low, joint.ranges[name].high
            found += [joint.point(name) >= low, *([] if high is L.oo else [joint.point(name) <= high])]
    return found


# ---------------------------------------------------------------------------------------------------------------------
# densities at points


def applied_density(node: Syntax) -> Applied | None:
    """p(x | y), if a node is written like that."""
    match node:
        case Multiply((head, Bracket("(", items, ")", given) as bracket), ("", "")) if (
            name := name_of(head)
        ) is not None:
            return Applied(name, items, given, bracket.bar)
    return None


def is_stated(context: Context, left: Syntax, right: Syntax) -> bool:
    """Whether an equation is the one that a factor was learned from."""
    return any(f.left == left and f.right == right for factors in context.written.values() for f in factors)


def known(m: Meaning, applied: Applied) -> bool:
    """Whether a density follows from the factors of a model."""
    return _variables(m.context, applied) is not None


def _variables(context: Context, applied: Applied) -> tuple[str, list[str], list[str]] | None:
    """The letter and the variables of a density, those before its bar and those behind; None where one has no factor."""
    letter = stem(applied.head)
    factors = context.written.get(letter)
    if factors is None or applied.head in context.laws:
        return None
    before, behind = keys(applied)
    if applied.head == letter:  # of p(y = 1) it is said which variable has the value
        before, behind = ([_variable(i) or n for i, n in zip(items, names, strict=True)]
                          for items, names in ((applied.items, before), (applied.given or (), behind)))  # fmt: skip
    if applied.head == letter and applied.given is None and len(factors[0].names) == len(before) > 1:
        if set(before) != set(factors[0].names) or letter not in ("p", "q"):
            return letter, list(factors[0].names), []  # f(1, 2), f(y, x): at places, not by names
    if None in before or None in behind:
        return None
    names, given = [n for n in before if n is not None], [n for n in behind if n is not None]
    every = [*names, *given]
    if len(set(every)) < len(every) or any(factor_of(context, letter, n) is None for n in every):
        return None
    return (letter, names, given) if _has_formula(context, letter, every) else None


def _variable(item: Syntax) -> str | None:
    """The y of y = 1 and of Y = 1, where a density is taken."""
    match item:
        case Statement((left, right), (Sign("="),)) if right is not None and (name := name_of(left)) is not None:
            return name.lower() if len(name) == 1 else name
    return None


def _at(item: Syntax) -> Syntax:
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
    joint = _joint_of(_factors(m.context, letter, [*names, *given]))
    values = {
        joint.point(name): m.term(_at(item))
        for name, item in zip([*names, *given], [*applied.items, *(applied.given or ())], strict=True)
    }
    parameters = said_of_parameters(m.context, joint)
    density = m.context.unfolded(_density(m.context, letter, names, given, parameters))
    around = _domain(joint, given, parameters)
    where = [r for r in _domain(joint, [*names, *given], parameters) if r not in around]
    guard = Guard(m, values)
    if any(guard.excludes(r) for r in around) or any(guard.may_leave(r) for r in around):
        raise Unread("a density given a value that has none", _NOWHERE)
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
    exact = factor_of(context, letter, names[0])
    if exact is not None and set(exact.names) == set(names) and set(exact.given) == set(given):
        return exact.body
    top = _marginal(context, letter, [*names, *given], known)
    return top / _marginal(context, letter, given, known) if given else top


def _marginal(context: Context, letter: str, names: Sequence[str], known: Sequence[Linear]) -> L.Term:
    joint = _joint_of(_factors(context, letter, names))
    return joint.integral([n for n in joint.names if n not in names], known, joint.body)


@dataclass(frozen=True)
class Guard:
    """What is known of the points that a density is taken at."""

    m: Meaning
    values: dict[L.Var, L.Term]

    def _at(self, relation: L.Relation) -> Linear | None:
        return regions.inequality(L.substitute(relation, self.values))

    def _around(self, relation: L.Relation) -> list[Linear]:
        """What is known of the names of a relation at the values."""
        found = said_of_numbers(self.m.context)
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
        for n in own if at is not None else ():
            sign = at.of(n)
            rest = [c for c in said_of_numbers(context) if c.names.isdisjoint(own)]
            if any(c.of(n) * sign > 0 for c in said) and not regions.implies([*said, *rest], at):
                raise Unread("a density where it may be zero", _NOWHERE)
        context.presume(new)


# ---------------------------------------------------------------------------------------------------------------------
# means and events


def small_names(context: Context, names: Sequence[str]) -> tuple[str, list[str]] | None:
    """The letter of the model that random variables X, Y are in, and the names x, y of their points."""
    small = [name.lower() for name in names]
    if any(name == each or name in context.random for name, each in zip(names, small, strict=True)):
        return None
    letter = letter_of(context, small)
    return (letter, small) if letter is not None and _has_formula(context, letter, small) else None


@dataclass(frozen=True)
class Outcomes:
    """The points of the random variables of a model, and what makes a term in them a mean."""

    values: dict[str, L.Term]
    close: Callable[[L.Term], L.Term]


def beside(joint: Joint, *nodes: L.Node) -> tuple[Joint, dict[str, L.Var]]:
    """The joint density in points that nothing else is called like, and these by what they were called."""
    taken = {n.name for node in (*nodes, joint.body) for n in node.free if isinstance(n, L.Var)}
    taken -= set(joint.names) - {n.name for node in nodes for n in node.free if isinstance(n, L.Var)}
    new = {name: L.fresh(joint.point(name), taken) for name in joint.names}
    points: dict[L.Name, L.Var] = {joint.point(name): point for name, point in new.items()}
    region = tuple(renamed(c, points) for c in joint.region)
    ranges = {new[name].name: space for name, space in joint.ranges.items()}
    body = L.substitute(joint.body, points)
    return Joint(tuple(point.name for point in new.values()), body, region, ranges), new


def outcomes(m: Meaning, names: Sequence[str]) -> Outcomes | None:
    """For a mean of random variables with a joint density of formulas; None for others."""
    joint = joint_of(m, names)
    if joint is None and len(names) > 1 and m.context.independent:
        joint = joint_of_independent(m, names)
    if joint is None:
        return None
    points = {name: L.Var(name, joint.point(name.lower()).space) for name in names}
    known = said_of_parameters(m.context, joint)

    def close(body: L.Term) -> L.Term:
        moved, at = beside(joint, L.substitute(body, dict.fromkeys(points.values(), L.Number(1))))
        inside = L.substitute(body, {point: at[name.lower()] for name, point in points.items()})
        return moved.integral(moved.names, known, moved.body * inside)

    return Outcomes(dict(points), close)


def outcomes_given(m: Meaning, names: Sequence[str], given: Mapping[str, L.Term]) -> Outcomes | None:
    r"""For a mean of variables of a model under the condition that others have values, E[X | Y = y] and E[\theta | y];
    None for others."""
    every = [*names, *given]
    letter = letter_of(m.context, every) if all(n == n.lower() for n in every) else None
    joint = joint_of(m, every) if letter is None else _joint_with(m, letter, every)
    if joint is None:
        return None
    known = said_of_parameters(m.context, joint)
    behind = [name.lower() for name in given]
    guard = Guard(m, {joint.point(name.lower()): value for name, value in given.items()})
    for r in _domain(joint, behind, known):
        if guard.excludes(r) or guard.may_leave(r):
            raise Unread("a mean given a value that has no density", _NOWHERE)
        guard.presume(r, ())
    points = {name: L.Var(name, joint.point(name.lower()).space) for name in names}

    def close(body: L.Term) -> L.Term:
        moved, at = beside(joint, L.substitute(body, dict.fromkeys(points.values(), L.Number(1))), *given.values())
        inside = L.substitute(body, {point: at[name.lower()] for name, point in points.items()})
        over = [n for n in moved.names if n not in {at[b].name for b in behind}]
        quotient = moved.integral(over, known, moved.body * inside) / moved.integral(over, known, moved.body)
        return L.substitute(quotient, {at[name.lower()]: value for name, value in given.items()})

    return Outcomes({**points, **given}, close)


def section(m: Meaning, name: str, beside: Iterable[str]) -> L.Space | None:
    """Where a variable has a density that is not zero, given those beside it; None where no model has it."""
    letter = letter_of(m.context, [name])
    if letter is None:
        return None
    names = [n for n in beside if n != name and factor_of(m.context, letter, n) is not None]
    joint = _joint_of(_factors(m.context, letter, [name, *names]))
    if name in joint.ranges:
        return joint.ranges[name]
    known = said_of_parameters(m.context, joint)
    others = joint.of(n for n in joint.names if n not in (name, *names))
    guard = Guard(m, {joint.point(n): m.bound.get(n, joint.point(n)) for n in names if n not in m.context.values})
    domain = _domain(joint, names, known)
    try:
        found = list(regions.ranges([joint.point(name), *others], joint.region, known))
    except NotLinear:
        return None
    if len(found) != 1 or any(n in m.context.values for n in names) or any(map(guard.may_leave, domain)):
        return None
    for r in domain:
        guard.presume(r, ())
    return L.substitute(found[0][0], dict(guard.values))


def joint_of_independent(m: Meaning, names: Sequence[str]) -> Joint | None:
    """The joint density of independent random variables with laws, or stated densities, on the line; None for others."""
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
    return _joint_with(m, *found)


def _joint_with(m: Meaning, letter: str, names: Sequence[str]) -> Joint | None:
    """The joint density that variables have their factors in."""
    if not _has_formula(m.context, letter, names):
        return None
    joint = _joint_of(_factors(m.context, letter, names))
    return replace(joint, body=m.context.unfolded(joint.body))


def probability(
    m: Meaning, joint: Joint, names: Sequence[str], read: Callable[[dict[str, L.Term]], list[L.Relation]]
) -> L.Term:
    """The probability of an event of random variables, which is read at the points that they have."""
    points = {name: L.Var(name, joint.point(name.lower()).space) for name in names}
    relations = read(dict(points))
    bare = [L.substitute(r, dict.fromkeys(points.values(), L.Number(1))) for r in relations]
    moved, at = beside(joint, *bare)
    inside: dict[L.Name, L.Var] = {point: at[name.lower()] for name, point in points.items()}
    event = [L.substitute(r, inside) for r in relations]
    return _counted(moved, event) if joint.ranges else _of_region(m, moved, event)


def _of_region(m: Meaning, joint: Joint, event: Sequence[L.Relation]) -> L.Term:
    if any(relation.symbol == "=" for relation in event):
        return L.Number(0)
    cuts = [regions.inequality(relation) for relation in event]
    if None in cuts:
        raise Unread("an event whose limits are not linear", _NOWHERE)
    cut = [c for c in cuts if c is not None]
    points = set(joint.of(joint.names))
    said = [c for c in said_of_numbers(m.context) if c.names.isdisjoint(points)]
    for c in [*_limits(joint, cut, said), *regions.projected(list(points), [*joint.region, *cut], said)]:
        if c.names:  # a limit that is not said to be elsewhere is where the variables are
            m.context.presume(c.order)
            said.append(c)
    return joint.integral(joint.names, said, joint.body, cut)


def _limits(joint: Joint, cut: Sequence[Linear], said: Sequence[Linear]) -> Iterator[Linear]:
    """That the limit of one variable, as in P(X <= x), lies where that has a density, where nothing is said against it."""
    points = set(joint.of(joint.names))
    for c in cut:
        inside = [n for n in c.names if n in points]
        if len(inside) != 1 or c.names == set(inside):
            continue
        (x,) = inside
        limit = c.plus(regions.linear(x), -c.of(x)).scaled(-1 / c.of(x))
        others = [p for p in points if p is not x]
        for where in regions.projected(others, joint.region, said):
            at = where.plus(regions.linear(x), -where.of(x)).plus(limit, where.of(x))
            if not regions.is_empty([*said, at]):
                yield at


def renamed(c: Linear, names: Mapping[L.Name, L.Var]) -> Linear:
    return Linear(c.constant, tuple(sorted(((names.get(n, n), k) for n, k in c.terms), key=lambda p: p[0].name)))


def _counted(joint: Joint, event: Sequence[L.Relation]) -> L.Term:
    """The sum of the masses of the outcomes of which an event holds."""
    found = [L.substitute(joint.body, cell) for cell in _cells(joint) if all(_holds(r, cell) for r in event)]
    return L.fold(L.Plus, found, 0)


def _cells(joint: _Joint) -> Iterator[dict[L.Name, L.Term]]:
    spaces = []
    for name in joint.names:
        match joint.ranges.get(name):
            case L.Range(L.Number(low), L.Number(high)) if high - low < LISTED:
                spaces.append([L.Number(k) for k in range(int(low), int(high) + 1)])
            case _:
                raise Unread("an event of variables that take more values than are listed", _NOWHERE)
    points = joint.of(joint.names)
    for cell in product(*spaces):
        yield dict(zip(points, cell, strict=True))


def _holds(relation: L.Relation, cell: dict[L.Name, L.Term]) -> bool:
    try:
        sides = regions.linear(L.substitute(relation.left - relation.right, cell))
    except NotLinear:
        sides = None
    if sides is None or sides.terms:
        raise Unread("an event that is not decided outcome by outcome", _NOWHERE)
    c = sides.constant
    return {"=": c == 0, "<": c < 0, "<=": c <= 0, ">": c > 0, ">=": c >= 0}[relation.symbol]


def normalising(context: Context, name: str) -> L.Term | None:
    """The total mass of the density that a constant is a factor of, which says what the constant is; else None."""
    for factors in context.written.values():
        for factor in factors:
            inside = [n for n in factor.body.free if isinstance(n, L.Var) and n.name == name]
            if inside and _is_factor(factor.body, inside[0]) and name not in (*factor.names, *factor.given):
                joint = _joint_of((factor,))
                return joint.integral(factor.names, said_of_parameters(context, joint), joint.body)
    return None


def _is_factor(t: L.Term, c: L.Var) -> bool:
    match t:
        case L.Var():
            return t is c
        case L.Times(args):
            return sum(c in a.free for a in args) == 1 and any(_is_factor(a, c) for a in args)
        case L.Quotient(num, den):
            return (c not in den.free and _is_factor(num, c)) or (c not in num.free and _is_factor(den, c))
    return False


__all__ = ["Guard", "Joint", "Outcomes", "Written", "applied_density", "beside", "factor_of", "is_stated", "joint_of", "joint_of_independent", "known", "learn", "letter_of", "normalising", "outcomes", "outcomes_given", "probability", "renamed",
           "said_of_numbers", "said_of_parameters", "section", "small_names", "value"]  # fmt: skip
