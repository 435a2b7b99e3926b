"""Functions that a document defines."""

from __future__ import annotations

from dataclasses import dataclass

from ... import language as L


@dataclass(frozen=True)
class Defined:
    """A function that the document defines, f(x) = body, in the names of its own arguments.

    ``squares`` are the places at which it is applied to the square of its argument: \\ell(\\mu, \\sigma^2).  ``given``
    are parameters that stand behind a bar, f(x; \\theta), and ``squared_given`` those of which the square stands there.
    ``densities`` are the places at which a density stands, L(q): the body knows it by its name.
    """

    arguments: tuple[L.Var, ...]
    body: L.Term
    squares: frozenset[int] = frozenset()
    given: tuple[L.Var, ...] = ()
    squared_given: frozenset[int] = frozenset()
    densities: frozenset[int] = frozenset()

    @property
    def is_plain(self) -> bool:
        """Whether it is a function of one argument, at which it is applied as it stands."""
        return len(self.arguments) == 1 and not self.squares and not self.densities

    def at(self, value: L.Term) -> L.Term:
        """Its value, of a function of one argument."""
        return L.substitute(self.body, {self.arguments[0]: root(value) if self.squares else value})


def root(square: L.Term) -> L.Term:
    """The number of which a term is the square."""
    match square:
        case L.Power(base, L.Number(n)) if n == 2:
            return base
    return L.sqrt(square)


__all__ = ["Defined", "root"]
