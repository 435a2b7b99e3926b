r"""Tables: numbers that carry several indices, y_{ijk}, their margins \bar y_{i\bullet}, and what is defined for all.

A bullet or a dot in the place of an index says that it was summed over: \bar y_{i\bullet}, \bar y_{\bullet j} and
\bar y_{ij} are families of their own, each told by where its bullets stand.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from ... import language as L
from ..context import Context
from ..names import name_of, symbol_name, to_latex
from ..syntax import Bracket, Mark, Multiply, Numeral, Script, Symbol, Syntax
from ..terms.defined import Defined
from .running import ACTIONS, INDICES

if TYPE_CHECKING:
    from ..meaning import Meaning

_MARGINS = ("\\bullet", "\\cdot")


def indices(below: Syntax) -> tuple[Syntax, ...]:
    """The indices of a subscript: i j as written side by side, or with commas."""
    match below:
        case Multiply(factors, signs) if not any(signs):
            return factors
        case Bracket("", items, "", None):
            return items
    return (below,)


def places(below: Syntax, labels: Collection[Syntax]) -> tuple[Syntax, ...]:
    r"""The indices of a subscript among all that its letter has: the 1 and the 1 of n_{11}, beside n_{ij}."""
    if not (isinstance(below, Numeral) and below.text.isdigit() and len(below.text) > 1):
        return indices(below)
    others = {len(indices(label)) for label in labels if not isinstance(label, Numeral)}
    return tuple(Numeral(d, span=below.span) for d in below.text) if others == {len(below.text)} else (below,)


def family_of_table(m: Meaning, stem: str, below: Syntax) -> tuple[str, tuple[Syntax, ...]] | None:
    r"""What the family is called that a member belongs to, and the member's indices; None where no margins are taken.

    Of n_{ij}, where n_{i\bullet} is written too, that is n; of n_{i\bullet} it is n_{\cdot\bullet}.
    """
    labels = m.context.survey.labels.get(stem, [])
    parts = places(below, labels)
    if not any(_is_margin(part) for label in labels for part in indices(label)):
        return None
    if {len(places(label, labels)) for label in labels} != {len(parts)} or len(parts) < 2:
        return None
    free = tuple(part for part in parts if not _is_margin(part))
    if not free or any(isinstance(part, Mark) for part in free):
        return None
    if len(free) == len(parts):
        return stem, free
    pattern = "".join("\\bullet" if _is_margin(part) else "{\\cdot}" for part in parts)
    return f"{to_latex(stem)}_{{{pattern}}}", free


def _is_margin(part: Syntax) -> bool:
    return isinstance(part, Mark) and part.sign in _MARGINS


def is_mean(left: Syntax) -> bool:
    r"""Whether what is made of data is one of their means or sums, \bar y_i or y_{i\bullet}: no data are told by it."""
    marked = isinstance(left, Script) and left.below is not None and any(map(_is_margin, indices(left.below)))
    return marked or (name_of(left) or "").startswith("\\bar")


def member(m: Meaning, family: str, stem: str, places: tuple[L.Term, ...]) -> L.Term:
    """A member of a table: as it was defined, or a value of an unknown function of its indices."""
    defined = m.context.functions.get(family)
    if defined is not None and len(defined.arguments) == len(places):
        return m.context.unfolded(L.substitute(defined.body, dict(zip(defined.arguments, places, strict=True))))
    counted = m.context.is_counted(stem)
    domain: tuple[L.Space, ...] = (L.Z_INTEGERS,) * len(places)
    return L.Apply(L.Function(family, domain, L.Z_INTEGERS if counted else L.R), places)


def beside_another(m: Meaning, stem: str, places: tuple[L.Term, ...]) -> L.Term:
    r"""U_{ijk} beside a vector U, \mu_i beside a number \mu: numbers of their own, whatever U and \mu are made of."""
    family = _beside(stem, len(places))
    m.context.fog.setdefault(family, f"how {stem} is made of them")
    return member(m, family, stem, places)


def _beside(stem: str, indices: int) -> str:
    return to_latex(stem) + "_{" + r"{\cdot}" * indices + "}"


def made_of_members(equation: L.Relation) -> frozenset[str]:
    r"""The families of which an equation says how the number that they stand beside is made of them, \sum_k N_k = N."""
    if equation.symbol != "=":
        return frozenset()
    stems = [n.name for n in equation.free if isinstance(n, L.Var) and L.is_scalar(n)]
    return frozenset(f.name for f in _families(equation) if any(_is_beside(f, stem) for stem in stems))


def told(context: Context) -> frozenset[str]:
    """The families of which it is said how the number that they stand beside is made of them: by an
    equation before it, or by the value of that number."""
    by_values = {f.name for stem, value in context.values.items() for f in _families(value) if _is_beside(f, stem)}
    return frozenset(context.told_of_members | by_values)


def _families(node: L.Node) -> Iterator[L.Function]:
    yield from (n for n in node.free if isinstance(n, L.Function))


def _is_beside(f: L.Function, stem: str) -> bool:
    return f.name == _beside(stem, len(f.domain))


def defined_for_all(
    m: Meaning, left: Syntax, right: Syntax, *, data: bool = False
) -> tuple[str, Defined | L.Term] | None:
    r"""The family that an equation defines for all its indices, c_i = x_i - \bar x, and what it is.

    That is a function of the indices, or a vector where they run from 1 to one end.  None for any other equation: one
    about a single member, about random variables, about what has a meaning; raises ``Unread`` if its right side is not
    read.  Beside c_i a bare c may be another thing, and of ``data`` it is all of them.
    """
    context = m.context
    if not (isinstance(left, Script) and left.below is not None and left.above is None and not left.primes):
        return None
    stem, places = name_of(left.base), indices(left.below)
    table = family_of_table(m, stem or "", left.below)
    free = places if table is None else table[1]
    if stem is None or not all(_is_letter(p) and _is_free(m, p) for p in free) or len(set(free)) < len(free):
        return None
    inside = {name_of(node) for node in right.walk()}
    if any(name_of(place) not in inside for place in free) or name_of(left) in inside:
        return None
    foggy = frozenset(context.fog)
    value = m.value(left)
    if isinstance(value, L.Coord) and isinstance(value.point, L.Var) and _is_new(m, stem, foggy):
        return _vector(m, stem, free[0], value.point, right) if data or stem not in context.survey.bare else None
    if isinstance(value, L.Apply) and isinstance(value.head, L.Function) and _is_new(m, value.head.name, foggy):
        variables = tuple(L.Var(symbol_name(p), L.Z_INTEGERS) for p in free if isinstance(p, Symbol))
        with m.binding({v.name: v for v in variables}):
            return value.head.name, Defined(variables, m.scalar(right))
    return None


def _is_new(m: Meaning, family: str, foggy: frozenset[str]) -> bool:
    c = m.context
    known = (c.values, c.functions, c.laws, c.random, c.solved_for, foggy)
    return not any(family in names for names in known)


def _vector(m: Meaning, stem: str, place: Syntax, family: L.Var, right: Syntax) -> tuple[str, L.Term]:
    assert isinstance(family.space, L.Vectors)
    i = L.Var(name_of(place) or "i", L.Range(L.Number(1), family.space.dimension))
    with m.binding({i.name: i}):
        return stem, L.VectorOf(m.scalar(right), i)


def _is_letter(place: Syntax) -> bool:
    return isinstance(place, Symbol) and place.name in INDICES | ACTIONS and not place.accents


def _is_free(m: Meaning, place: Syntax) -> bool:
    """Whether the index is none that is bound or that has a value."""
    name = name_of(place) or ""
    return name not in m.bound and name not in m.context.values
