"""Dimensions of vectors and matrices as classes of dimensions that are equal, of which some have a name.

A dimension that only a capital letter has shown, as the columns of a matrix that may yet be a vector, is open: it can
turn out to be 1.  The others cannot.
"""

from __future__ import annotations

from collections.abc import Iterable

from ... import language as L

Dim = int
ONE: Dim = 0  # the dimension 1
Shape = tuple[Dim, Dim]
SCALAR: Shape = (ONE, ONE)
_LETTERS = ("d", "m", "k", "r", "s", *(f"d_{k}" for k in range(1, 200)))


class Dimensions:
    """Classes of equal dimensions."""

    def __init__(self) -> None:
        self._parents: list[Dim] = [ONE]
        self._terms: dict[Dim, L.Term] = {ONE: L.Number(1)}
        self._open: set[Dim] = set()
        self.invented: set[L.Term] = set()  # names of dimensions that the document does not name
        self.changed = False

    def new(self, known: L.Term | None = None, open: bool = False) -> Dim:
        """A dimension of its own, or the one that is called so."""
        if known is not None:
            for dim, term in self._terms.items():
                if term is known:
                    return self.find(dim)
        self._parents.append(len(self._parents))
        dim = len(self._parents) - 1
        if known is not None:
            self._terms[dim] = known
        elif open:
            self._open.add(dim)
        return dim

    def find(self, dim: Dim) -> Dim:
        """The representative of a class."""
        while self._parents[dim] != dim:
            dim = self._parents[dim]
        return dim

    def same(self, a: Dim, b: Dim) -> bool:
        """Make two dimensions one; False where they are known to differ, or one is 1 and the other is not open."""
        a, b = sorted((self.find(a), self.find(b)))
        if a == b:
            return True
        first, second = self._terms.get(a), self._terms.get(b)
        if (first is not None and second is not None) or (a == ONE and b not in self._open):
            return False
        self._parents[b] = a
        if first is None and second is not None:
            self._terms[a] = second
        if not (a in self._open and b in self._open):
            self._open -= {a, b}
        self.changed = True
        return True

    def settle(self, dim: Dim) -> None:
        """A dimension turned out not to be 1."""
        self._open.discard(self.find(dim))

    def alike(self, a: Shape, b: Shape) -> bool:
        """Make two shapes one, as far as that can be."""
        return all([self.same(x, y) for x, y in zip(a, b, strict=True)])

    def is_one(self, dim: Dim) -> bool:
        return self.find(dim) == ONE

    def is_scalar(self, shape: Shape) -> bool:
        return self.is_one(shape[0]) and self.is_one(shape[1])

    def term(self, dim: Dim, taken: Iterable[str]) -> L.Term:
        """The dimension as a term; one that has no name is given one that is not taken."""
        dim = self.find(dim)
        if dim not in self._terms:
            used = {t.name for t in self._terms.values() if isinstance(t, L.Var)}.union(taken)
            self._terms[dim] = L.Var(next(n for n in _LETTERS if n not in used), L.Z_INTEGERS)
            self.invented.add(self._terms[dim])
        return self._terms[dim]
