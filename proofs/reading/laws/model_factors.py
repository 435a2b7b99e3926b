"""The factors that a model is a product of: the law of each variable, or of each of the data, at its point."""

from __future__ import annotations

from dataclasses import dataclass

from ... import language as L


@dataclass(frozen=True)
class Factor:
    """The law of a variable at ``point``; of data y_1, ..., y_n that of one of them at the place ``index``.

    ``given`` are names that it was said to be given, as the x of q(z | x): its parameters may be made of them.
    """

    point: L.Var | L.Function  # a function of the index where the data are counts
    law: L.Law
    index: L.Var | None = None
    given: frozenset[str] = frozenset()

    @property
    def density(self) -> L.Term:
        return self.law(self.point) if isinstance(self.point, L.Var) and self.index is None else self.of_all

    @property
    def of_all(self) -> L.Term:
        assert self.index is not None
        return L.Prod(self.member, self.index)

    @property
    def one(self) -> L.Term:
        """The variable, or one of the data."""
        if isinstance(self.point, L.Function):
            assert self.index is not None
            return self.point(self.index)
        return self.point if self.index is None else L.Coord(self.point, self.index)

    @property
    def member(self) -> L.Term:
        return self.law(self.one)

    @property
    def parameters(self) -> frozenset[str]:
        """The names that the law depends on."""
        return frozenset(n.name for n in self.law.free if isinstance(n, L.Var) and n is not self.index)


__all__ = ["Factor"]
