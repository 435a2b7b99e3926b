r"""What a page tells of vectors that are jointly normal, and the names that it gives to what follows from that."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Grid, Numeral, Statement, Syntax, Unread
from ..terms.arrays import RowVector
from ..told.left_sides import law_at_point
from .block_normals import BlockNormal, law
from .blocks_written import Written, pair, parameters, written
from .model_factors import Factor

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..uses.uses import Applied


def learn(m: Meaning, rows: Iterable[Syntax], words: str) -> None:
    """Keep the joint laws of a stretch: p(y) and p(x | y) are factors of a model."""
    for each in written([s for row in rows for s in row.walk() if isinstance(s, Statement)], words):
        names = [name_of(node) for node in each.names]
        if any(name in m.context.laws or ("p", name) in m.context.factors for name in names):
            continue  # it is a claim about these
        with suppress(Unread):
            known = _read(m, each)
            m.context.assume(*known.conditions())
            m.context.block_normals.append(known)
            second = known.points[1]
            m.context.factors["p", second.name] = Factor(second, known.alone(1))
            m.context.factors["p", known.points[0].name] = Factor(
                known.points[0], known.given_the_other(0), given=frozenset((second.name,))
            )


def _read(m: Meaning, each: Written) -> BlockNormal:
    points = tuple(L.Var(name_of(node) or "", m.shapes.space(name_of(node) or "") or L.R) for node in each.names)
    first, second = points
    if L.is_scalar(first) and L.is_scalar(second):
        return _of_numbers(m, each, (first, second))
    means = tuple(
        L.Zero(point.space) if isinstance(node, Numeral) and not L.is_scalar(point) else m.term(node)
        for point, node in zip(points, each.means, strict=True)
    )
    spreads = m.term(each.upper[0]), m.term(each.lower[1])
    for point, mean, spread in zip(points, means, spreads, strict=True):
        home = L.Matrices(point.space.dimension, point.space.dimension) if isinstance(point.space, L.Vectors) else None
        if L.space_of(spread) is not home or L.space_of(mean) is not L.space_of(point):
            raise Unread("blocks of which nothing says that their sizes fit", each.upper[0].span)
    return BlockNormal((first, second), (means[0], means[1]), spreads, _across(m, each, (first, second)))


def _of_numbers(m: Meaning, each: Written, points: tuple[L.Var, L.Var]) -> BlockNormal:
    """The joint law of two numbers; that of random variables with capital letters is read otherwise."""
    if any(point.name[:1].isupper() for point in points):
        raise Unread("random variables, whose law is read otherwise", each.names[0].span)
    first, second = map(m.scalar, each.means)
    entries = tuple(map(m.scalar, (*each.upper, *each.lower)))
    if entries[1] != entries[2]:
        raise Unread("a covariance that is not symmetric", each.lower[0].span)
    for spread in (entries[0], entries[3]):
        match spread:
            case L.Power(L.Var() as deviation, L.Number(two)) if two == 2:
                m.context.assume(deviation > 0)
    return BlockNormal(points, (first, second), (entries[0], entries[3]), entries[1])


def _across(m: Meaning, each: Written, points: tuple[L.Var, L.Var]) -> L.Term:
    """The block above right; the one below left is its transpose, and stands for that if it is a name."""
    right, left = m.value(each.upper[1]), m.value(each.lower[0])
    if isinstance(right, RowVector):  # k', k of a number and a vector
        right, left = left, right
    if not isinstance(right, L.Term) or isinstance(left, L.Term) == any(map(L.is_scalar, points)):
        raise Unread("blocks of which nothing says that their sizes fit", each.upper[1].span)
    sizes = [p.space.dimension for p in points if isinstance(p.space, L.Vectors)]
    if L.space_of(right) is not (L.Vectors(sizes[0]) if len(sizes) == 1 else L.Matrices(*sizes)):
        raise Unread("blocks of which nothing says that their sizes fit", each.upper[1].span)
    match left:
        case RowVector(vector) if vector is right:
            return right
        case L.Transpose(inner) if inner is right:
            return right
        case L.Var() if isinstance(right, L.Transpose):  # [[A, C'], [C, B]]
            if right.arg is left:
                return right
        case L.Var() if isinstance(right, L.Var) and left is not right:
            m.context.give(left.name, L.Transpose(right))
            return right
    raise Unread("a covariance that is not symmetric", each.lower[0].span)


def call(m: Meaning, left: Syntax, right: Syntax) -> bool:
    r"""Give names to what the law of x, or of x given y, has for parameters, where these are new: \mathcal N(m, S).

    Whether both are: else it is a claim, about the one that is known.
    """
    found, told = law(m, left), parameters(right)
    if found is None or told is None or not isinstance(found, L.MultivariateNormal | L.Normal):
        return False
    spread = found.covariance if isinstance(found, L.MultivariateNormal) else found.deviation
    new = [name if (name := name_of(each)) is not None and _is_new(m, name) else None for each in told]
    for name, value in zip(new, (found.mean, spread), strict=True):
        match value:
            case L.Apply(L.Elementary("sqrt"), (square,)):
                value = square
        if name is not None:
            m.context.give(name, value)
            m.context.own.add(name)
    return None not in new


def is_told(m: Meaning, left: Syntax, right: Syntax) -> bool:
    """Whether x ~ law, or x | y ~ law, tells what is learned already, or gives names to the parameters of the law."""
    return _tells(m, left, right) or call(m, left, right)


def is_partition(m: Meaning, right: Syntax) -> bool:
    """Whether it is the column of the two points, or of their means, that a joint law is told by."""
    two = pair(right, {}) if isinstance(right, Grid) else None
    own = None if two is None else tuple(map(name_of, two))
    told = ((each.points, each.means) for each in m.context.block_normals)
    return any(own == tuple(n.name if isinstance(n, L.Var) else "" for n in both) for pairs in told for both in pairs)


def _tells(m: Meaning, left: Syntax, right: Syntax) -> bool:
    """Whether it is a column of two points that its law tells to be jointly normal, which is learned already."""
    two = pair(left, {}) if isinstance(left, Grid) else None
    own = None if two is None else tuple(map(name_of, two))
    told = any(tuple(point.name for point in each.points) == own for each in m.context.block_normals)
    return told and parameters(right) is not None


def density(m: Meaning, applied: Applied) -> L.Term | None:
    r"""p(x), or p(x \mid y), at the very point, by a joint law; None for others."""
    of_points = _speaks_of(applied)
    found = None if of_points is None else law(m, of_points)
    home = None if found is None else L.support(found)
    return None if found is None or home is None else found(L.Var(name_of(applied.items[0]) or "", home))


def calls(m: Meaning, applied: Applied, right: Syntax) -> bool:
    r"""Whether p(x \mid y) = \mathcal N(x \mid m, S) gives names to the parameters of the law."""
    of_points, written_law = _speaks_of(applied), law_at_point(right, applied.items[0])
    return of_points is not None and written_law is not None and call(m, of_points, written_law)


def _speaks_of(applied: Applied) -> Syntax | None:
    """x of p(x), x | y of p(x | y)."""
    if applied.head != "p" or len(applied.items) != 1 or len(applied.given or ()) > 1:
        return None
    return Bracket("", applied.items, "", applied.given, "|") if applied.given else applied.items[0]


def _is_new(m: Meaning, name: str) -> bool:
    context = m.context
    return name not in context.values and not any(
        isinstance(n, L.Var) and n.name == name for each in context.block_normals for n in _free(each)
    )


def _free(each: BlockNormal) -> frozenset[L.Name]:
    return frozenset().union(*(t.free for t in (*each.points, *each.means, *each.spreads, each.across)))


__all__ = ["calls", "density", "is_partition", "is_told", "learn"]
