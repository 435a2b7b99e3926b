r"""Vectors that are jointly normal: what each has for a law, alone and given the other.

Of (x, y) \sim \mathcal N((a, b), [[A, C], [C^\top, B]]), x given y is normal with mean a + C B^{-1} (y - b) and
covariance A - C B^{-1} C^\top.  One of the two may be a number, or both.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Sign, Statement, Syntax

if TYPE_CHECKING:
    from ..meaning import Meaning


@dataclass(frozen=True)
class BlockNormal:
    """Two points that are jointly normal; ``across`` is the covariance of the first with the second."""

    points: tuple[L.Var, L.Var]
    means: tuple[L.Term, L.Term]
    spreads: tuple[L.Term, L.Term]
    across: L.Term

    def alone(self, k: int) -> L.Family:
        """The law that one of the two has."""
        return _normal(self.means[k], self.spreads[k])

    def given_the_other(self, k: int) -> L.Family:
        """The law that one of the two has where the other is at its point."""
        other = self.spreads[1 - k]
        rest = self.points[1 - k] - self.means[1 - k]
        if all(map(L.is_scalar, self.points)):
            slope = self.across / other
            return _normal(self.means[k] + slope * rest, self.spreads[k] - self.across**2 / other)
        if L.is_scalar(self.points[k]):
            gain = L.Form(self.across, L.Inverse(other), rest)
            return _normal(self.means[k] + gain, self.spreads[k] - L.Form(self.across, L.Inverse(other), self.across))
        if L.is_scalar(self.points[1 - k]):
            outer = L.MatMul((self.across, L.Transpose(self.across)))
            return _normal(self.means[k] + L.Times((rest / other, self.across)), self.spreads[k] - outer / other)
        back = L.Transpose(self.across)
        ahead, back = (self.across, back) if k == 0 else (back, self.across)
        gain = L.MatMul((ahead, L.Inverse(other), rest))
        return _normal(self.means[k] + gain, self.spreads[k] - L.MatMul((ahead, L.Inverse(other), back)))

    def conditions(self) -> Iterator[L.Node]:
        """That the covariance of the two together is positive definite."""
        if all(map(L.is_scalar, self.points)):
            first, second = self.spreads
            yield from (first > 0, second > 0, first * second - self.across**2 > 0)
            return
        if not any(map(L.is_scalar, self.points)):
            (first, second), across = self.spreads, self.across
            yield L.positive_definite(L.Block(first, across, L.Transpose(across), second))
            return
        k = 0 if L.is_scalar(self.points[0]) else 1
        match self.spreads[1 - k]:
            case L.Plus(parts):  # K + s^2 I
                yield from (L.positive_definite(part) for part in parts if isinstance(part, L.Var))
        yield L.positive_definite(self.spreads[1 - k])
        yield self.spreads[k] - L.Form(self.across, L.Inverse(self.spreads[1 - k]), self.across) > 0


def _normal(mean: L.Term, spread: L.Term) -> L.Family:
    return L.Normal(mean, L.sqrt(spread)) if L.is_scalar(spread) else L.MultivariateNormal(mean, spread)


def known(m: Meaning, left: Syntax) -> tuple[BlockNormal, int, bool] | None:
    r"""The joint law that x, or x \mid y, speaks of, which of the two x is, and whether it is given the other."""
    match left:
        case Bracket("" | "(" | "[", (item,), _, (behind,), "|"):
            names = name_of(item), name_of(_name_behind(behind))
            if names[1] is None:
                return None
        case _:
            names = name_of(left), None
    for each in reversed(m.context.block_normals):
        own = [point.name for point in each.points]
        if names[0] in own and names[1] in (None, own[1 - own.index(names[0])]):
            return each, own.index(names[0]), names[1] is not None
    return None


def law(m: Meaning, left: Syntax) -> L.Family | None:
    """The law of x, or of x given y, by their joint law; None for others."""
    found = known(m, left)
    if found is None:
        return None
    each, k, given = found
    if not given:
        return each.alone(k)
    match left:
        case Bracket(given=(Statement((_, Syntax() as value), _),)):
            return L.substitute(each.given_the_other(k), {each.points[1 - k]: m.term(value)})
    return each.given_the_other(k)


def _name_behind(behind: Syntax) -> Syntax | None:
    r"""The y of x \mid y, and of x \mid y = 3."""
    match behind:
        case Statement((Syntax() as name, Syntax()), (Sign("="),)):
            return name
    return behind


def moment(m: Meaning, word: str, bracket: Bracket) -> L.Term | None:
    r"""E[x], Cov(x), E[x \mid y], Cov(x \mid y), and Cov(x, y), by the joint law; None for others."""
    match word, bracket.items:
        case "covariance", (one, other) if bracket.given is None and (found := known(m, one)) is not None:
            each, k, _ = found
            plain = all(map(L.is_scalar, each.points))
            if name_of(other) != each.points[1 - k].name or (any(map(L.is_scalar, each.points)) and not plain):
                return None
            return each.across if plain or k == 0 else L.Transpose(each.across)
        case _, (one,):
            found_law = law(m, one if bracket.given is None else bracket)
            match word, found_law:
                case "mean", L.Normal(mean) | L.MultivariateNormal(mean):
                    return mean
                case "variance" | "covariance", L.MultivariateNormal(_, spread):
                    return spread
                case "variance", L.Normal(_, L.Apply(L.Elementary("sqrt"), (spread,))):
                    return spread
    return None


__all__ = ["BlockNormal", "known", "law", "moment"]
