r"""Moments of data that notation names: \bar{x} is the mean of x_1, ..., x_n, s_x^2 the sample variance and s_{xy} the
sample covariance with y_1, ..., y_n, where nothing else is said of the name.

The variance and the covariance are those over n - 1, of at least two data: what holds only of those over n stays open.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ... import language as L
from ..meaning import Meaning


@dataclass(frozen=True)
class SampleMoments:
    """What names mean as moments of the data that are indexed here."""

    m: Meaning

    def is_mean(self, name: L.Name) -> bool:
        r"""Whether a name is \bar{x} beside data x_1, ..., x_n: it means something already."""
        return self._averaged(name) is not None

    def put_in(self, relation: L.Relation) -> tuple[L.Relation, tuple[L.Node, ...]] | None:
        """The relation with the moments put for their names, and what it takes for them to be there."""
        means: dict[L.Name, L.Node] = {}
        squares: dict[L.Name, L.Term] = {}
        sizes: dict[L.Term, None] = {}
        for name in sorted(relation.free, key=lambda n: n.name):
            if (mean := self._mean(name)) is not None:
                means[name] = mean
            elif (two := self._compared(name)) is not None:
                first, other = two
                n = first.space.dimension
                i = L.Var("i", L.Range(L.Number(1), n))
                moment = L.Sum((first[i] - mean_of(first)) * (other[i] - mean_of(other)), i) / (n - 1)
                if len(name.name) == len("s_x"):
                    squares[name] = L.Sum((first[i] - mean_of(first)) ** 2, i) / (n - 1)
                else:
                    means[name] = moment
                sizes[n] = None
        if not means and not squares:
            return None
        squared = L.substitute(_with_squares(relation, squares), {name: L.sqrt(v) for name, v in squares.items()})
        return L.substitute(squared, means), tuple(n >= 2 for n in sizes)

    def _mean(self, name: L.Name) -> L.Term | None:
        if (counts := self._counted(name)) is not None:
            count, i = counts
            return L.Sum(count(i), i) / i.space.high
        data = self._averaged(name)
        return None if data is None else mean_of(data)

    def _counted(self, name: L.Name) -> tuple[L.Function, L.Var] | None:
        r"""The data that a name \bar{x} is the mean of, where they are counts, and their index."""
        stem = self._stem(name)
        context = self.m.context
        if not isinstance(name, L.Var) or stem == name.name or not context.is_counted(stem):
            return None
        data = context.each_of_data(stem)
        return None if data is None else (L.Function(stem, (L.Z_INTEGERS,), L.Z_INTEGERS), data[0])

    def _averaged(self, name: L.Name) -> L.Var | None:
        if not isinstance(name, L.Var) or not name.name.startswith("\\bar{"):
            return None
        return self.m.family(self._stem(name))

    def _stem(self, name: L.Name) -> str:
        r"""The letter of the data that \bar{x} is the mean of; beside data X_i alone, of which it is the value, X."""
        stem = name.name.removeprefix("\\bar{").removesuffix("}")
        context = self.m.context
        other = stem not in context.data and stem not in context.survey.labels and stem.upper() in context.data
        return stem.upper() if other else stem

    def _compared(self, name: L.Name) -> tuple[L.Var, L.Var] | None:
        """The data x and x of s_x, x and y of s_{xy}: of one size, and named by one letter each."""
        context = self.m.context
        if not isinstance(name, L.Var) or not name.name.startswith("s_") or context.in_fog(name):
            return None
        if any(name in h.free for h in context.stated()):
            return None
        letters = name.name.removeprefix("s_")
        found = [self.m.family(letter) for letter in letters] if letters.isalpha() and len(letters) <= 2 else []
        if not found or any(data is None for data in found):
            return None
        first, other = found[0], found[-1]
        assert first is not None and other is not None
        return (first, other) if first.space is other.space else None


def mean_of(data: L.Var) -> L.Term:
    """The arithmetic mean of the data."""
    n = data.space.dimension
    i = L.Var("i", L.Range(L.Number(1), n))
    return L.Sum(data[i], i) / n


def _with_squares(t: Any, squares: dict[L.Name, L.Term]) -> Any:
    """The tree with the terms put for the squares of the names, where no binder binds what they speak of."""
    match t:
        case L.Power(L.Var() as base, L.Number(2)) if base in squares:
            return squares[base]
    if not t.free & squares.keys() or (isinstance(t, L.Binder) and any(t.var in v.free for v in squares.values())):
        return t
    return t.map_children(lambda child: _with_squares(child, squares))
