r"""What laws of categories tell of their names: X \sim \mathrm{Dir}(\alpha), \mathrm{Mult}(y; n, p), \mathrm{Cat}(p).

The shares of K categories are a point of a simplex, counts of n draws a vector with the sum n, concentrations a vector;
which is what, must be known before the first product.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from ... import language as L
from ...language.facts import Facts
from ..names import name_of
from ..syntax import Bracket, Dots, Multiply, Script, Sign, Statement, Syntax, Unread, nodes_of
from ..uses.heads import family_of, head_of
from ..uses.lists import listed
from ..uses.running import PLACES
from ..uses.subscripts import family_of_name, has_unsaid_size
from .families import CATEGORICAL, DIRICHLET, MULTINOMIAL, LawName

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning


@dataclass(frozen=True)
class Use:
    """A law as it is written, and the names of the points that have it."""

    family: LawName
    parameters: tuple[Syntax, ...]
    points: tuple[str, ...]

    @property
    def vector(self) -> str | None:
        """The name of the parameter that has an entry for each category."""
        return stem_of(self.parameters[-1])

    @property
    def names(self) -> list[str]:
        """All that have an entry for each category."""
        return [name for name in (self.vector, *self.points) if name is not None]


def stem_of(node: Syntax) -> str | None:
    r"""The vector of this name, or of these entries: p, [p_1, \ldots, p_k]."""
    match node:
        case Bracket("[" | "(", items, "]" | ")", None) if any(isinstance(item, Dots) for item in items):
            first = items[0]
            return name_of(first.base) if isinstance(first, Script) and first.below is not None else None
    return name_of(node)


def are_shares(context: Context, value: L.Term | None) -> bool:
    """Whether a vector is written out whose entries are known to be positive and to sum to 1."""
    match value:
        case L.Column(entries):
            facts = Facts(context.stated())
            return all(map(facts.positive, entries)) and facts.same(L.fold(L.Plus, list(entries), 0), L.Number(1))
    return False


def declare(m: Meaning, rows: Iterable[Syntax]) -> None:
    """Put the spaces of the names into the context."""
    rows = list(rows)
    uses = list(_uses(m, nodes_of(rows, Statement, Multiply)))
    if not uses:
        return
    nodes = [node for row in rows for node in row.walk()]
    for alike in _classes(uses):
        names = sorted({name for use in alike for name in use.names})
        try:
            size = _written_size(alike)
            size = _size(m, nodes, names) if size is None else size
            for use in alike:
                if size is not None:
                    _declare(m, use, size)
        except Unread as reason:
            for name in names:
                m.context.fog.setdefault(name, reason.reason)


def _uses(m: Meaning, nodes: Iterable[Syntax]) -> Iterator[Use]:
    for node in nodes:
        match node:
            case Statement(sides, relations):
                for left, sign, right in zip(sides, relations, sides[1:], strict=False):
                    if sign == Sign("~") and left is not None and right is not None:
                        yield from _use(m, right, left)
            case Multiply(factors):
                for pair in pairwise(factors):
                    yield from _use(m, Multiply(pair, ("", "")), None)


def _use(m: Meaning, law: Syntax, drawn: Syntax | None) -> Iterator[Use]:
    match law:
        case Multiply((head_node, Bracket("(", items, ")", given)), ("", "")):
            head = head_of(head_node)
            found = None if head is None else family_of(head, sole=True)
            if found not in (DIRICHLET, MULTINOMIAL, CATEGORICAL) or (drawn is None) == (given is None):
                return
            parameters = as_vector(found, items if given is None else given)
            point = drawn if given is None else items[0]
            name = None if point is None else name_of(point)
            if found is not None and len(parameters) == (2 if found is MULTINOMIAL else 1):
                yield Use(found, parameters, _points(m, name) if name is not None else ())


def _points(m: Meaning, name: str) -> tuple[str, ...]:
    """The random variable, and the small letter of its values."""
    survey = m.context.survey
    small = name.lower()
    valued = small in survey.labels or small in survey.argued
    return (name, small) if len(name) == 1 and small != name and valued else (name,)


def _classes(uses: list[Use]) -> Iterator[list[Use]]:
    """The laws that speak of the same categories: they have a name in common."""
    waiting = list(uses)
    while waiting:
        alike, names = [waiting.pop(0)], set[str]()
        while True:
            names.update(name for use in alike for name in use.names)
            near = [use for use in waiting if not names.isdisjoint(use.names)]
            if not near:
                break
            alike += near
            waiting = [use for use in waiting if use not in near]
        yield alike


def as_vector(family: LawName | None, parameters: tuple[Syntax, ...]) -> tuple[Syntax, ...]:
    r"""The parameters of \mathrm{Dir}(1, 2, 3) as one vector."""
    if family is DIRICHLET and len(parameters) > 1:
        return (Bracket("(", parameters, ")", span=(parameters[0].span[0], parameters[-1].span[1])),)
    return parameters


def _written_size(alike: list[Use]) -> L.Term | None:
    """How many categories have their entries written one by one."""
    for use in alike:
        match use.parameters[-1]:
            case Bracket("[" | "(", items, "]" | ")", None) if not any(isinstance(item, Dots) for item in items):
                return L.Number(len(items)) if len(items) > 1 else None
    return None


def _size(m: Meaning, nodes: list[Syntax], names: list[str]) -> L.Term | None:
    """How many categories there are: as declared, or as an index of one of the names runs; None where that differs."""
    found: set[L.Term] = set()
    for name in names:
        known = m.context.spaces.get(name)
        if isinstance(known, L.Vectors | L.Simplex | L.Compositions):
            found.add(known.dimension)
        elif (space := family_of_name(m, name)) is not None and not has_unsaid_size(m, name, space):
            found.add(space.dimension)
    found.update(_listed_sizes(m, nodes, names))
    if not found:
        taken = m.context.survey.bare | m.context.survey.labels.keys()
        found.add(L.Var("K" if "K" not in taken else f"n_{names[0]}", L.Z_INTEGERS))
    return found.pop() if len(found) == 1 else None


def _listed_sizes(m: Meaning, nodes: list[Syntax], names: list[str]) -> Iterator[L.Term]:
    r"""K of [p_1, \ldots, p_K]."""
    for node in nodes:
        if isinstance(node, Bracket) and stem_of(node) in names and name_of(node) is None:
            try:
                entries = listed(node.items, node.span)
                if entries is not None and isinstance(entries.entry, Script):
                    m.context.survey.counting.add(name_of(entries.high) or "")
                    yield m.scalar(entries.high)
            except Unread:
                continue  # a list that is not read says nothing


def _declare(m: Meaning, use: Use, size: L.Term) -> None:
    spaces, vector = m.context.spaces, use.vector
    if use.family is DIRICHLET:
        if vector is not None:
            spaces.setdefault(vector, L.Vectors(size))
        home: L.Space = L.Simplex(size)
    else:
        if vector is not None:
            _refine(m, vector, L.Simplex(size))
        if use.family is MULTINOMIAL:
            if (count := name_of(use.parameters[0])) is not None:
                spaces.setdefault(count, L.Z_INTEGERS)
            home = L.Compositions(size, m.scalar(use.parameters[0]))
        elif any(m.context.survey.is_indexed(point) for point in use.points):
            home = L.Compositions(size, L.Number(1))  # a unit vector, e_k for the category k
        else:
            home = L.Range(L.Number(1), size)
    for point in use.points:
        _refine(m, point, home)
    for name in use.names:
        for label in map(name_of, m.context.survey.labels.get(name, ())):
            if label in PLACES and label not in m.context.survey.running | m.context.survey.counting:
                spaces.setdefault(label, L.Range(L.Number(1), size))


def _refine(m: Meaning, name: str, home: L.Space) -> None:
    """What is a vector is one of this kind."""
    if isinstance(m.context.spaces.get(name), L.Vectors | None):
        m.context.spaces[name] = home


def of_outcome(law: L.Law, home: L.Space | None) -> L.Law:
    """The law of the unit vector of a category, where that is what is drawn; else the law as it is."""
    if isinstance(law, L.Categorical) and isinstance(home, L.Compositions):
        return L.Multinomial(1, law.probabilities)
    return law


__all__ = ["declare", "of_outcome"]
