"""Worlds on the solution set of equations: unknown numbers, coordinates and table entries that are moved to where these
hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import islice
from typing import Any

from flint import arb, arb_mat, fmpq

from proofs import language as L

from .newton import DIGITS, Effort, roots
from .numbers import Evaluator, Value
from .realising import indices_of
from .scalars import fraction
from .setting import Setting, sort_key
from .underdetermined import smaller
from .world import FiniteSpace, World, key_of

SCALES = tuple(map(Fraction, ("1/2", "2", "1/10", "9/10", "5", "20")))  # from where numbers are sought, with both signs
INTEGRAL = 30  # what an integral counts as, beside a term without one
STEP = L.Var("·step", L.R)  # along one coordinate
FEW = 5  # starts from numbers that may have to be made smaller
CHOICES = 3  # how many names an equation is solved for, one after another, until there is a root


@dataclass(frozen=True)
class Cell:
    """One unknown: a scalar name, a coordinate of a vector or an entry on the diagonal of a matrix (at ``place``, of as
    many as there are), or the entry of a density's table at an atom (``point`` is a name for that atom)."""

    name: L.Name
    place: tuple[int, int] | None = None
    law: Any = None
    member: int | None = None
    atom: int = 0
    weight: Fraction = Fraction(1)
    point: L.Var | None = None

    @property
    def on_diagonal(self) -> bool:
        return isinstance(L.space_of(self.name), L.Matrices)

    def of(self, value: Any) -> Any:
        """The coordinate, or the entry, of a vector or matrix."""
        assert self.place is not None
        k, _ = self.place
        return value[k][k] if self.on_diagonal else value[k]

    def put(self, value: Any, entry: Any) -> Any:
        """The vector or matrix with this coordinate, or entry."""
        assert self.place is not None
        k, _ = self.place
        new = (*value[k][:k], entry, *value[k][k + 1 :]) if self.on_diagonal else entry
        return (*value[:k], new, *value[k + 1 :])

    def slope(self, residual: L.Term) -> L.Term:
        """The partial derivative of a residual by this cell, as a term (but for the weight)."""
        if self.place is not None:
            k, n = self.place
            unit: L.Term = L.Column(tuple(L.Number(int(i == k)) for i in range(n)))
            along = L.Times((STEP, L.Diag(unit) if self.on_diagonal else unit))
            moved = L.substitute(residual, {self.name: L.Plus((self.name, along))})
            return L.Derivative(moved, STEP, L.Number(0))
        if self.point is None:
            assert isinstance(self.name, L.Var)
            return L.Derivative(residual, self.name, self.name)
        return L.FunctionalDerivative(residual, self.law, self.point)


class Unsolvable(Exception):
    """The equations of a setting are none that can be solved here, whatever values are drawn."""


class System:
    """Equations in one world: terms that must be 0, as functions of the cells.

    Of the numbers in them as many are unknown as are wanted, from number ``skipped`` on.  Raises ``Unsolvable``.
    """

    def __init__(self, setting: Setting, equations: Sequence[Any], world: World, skipped: int = 0) -> None:
        self.world = world
        self.residuals: list[L.Term] = []
        self._of_vectors = False
        self._first: Evaluator | None = None
        self._last: tuple[list[Any], Evaluator] | None = None
        self.given: dict[L.Name, Any] = {}  # names for atoms and indices, and for what does not depend on the cells
        laws: dict[Any, None] = {}
        for equation in equations:
            self._add(equation, laws)
        self.residuals = [setting.written_out(t) for t in self.residuals]
        self.cells: list[Cell] = []
        for law in laws:
            self._add_table(law, setting)
        masses = [L.Int(law(x), x) - 1 for law in laws if (x := self._normalised(law, setting)) is not None]
        self.residuals += masses
        missing = len(self.residuals) - len(self.cells)
        if masses and missing > len(self._scalars(setting)):  # the entries are all given, and then so is their sum
            self.residuals, missing = self.residuals[: -len(masses)], missing - len(masses)
        if missing and self._of_vectors:
            self.cells += self._vector(missing, skipped, setting)
        else:
            unknown = [*map(Cell, self._scalars(setting)), *self._members(setting)][skipped:]
            if not 0 <= missing <= len(unknown):
                raise Unsolvable("the equations are not as many as the unknowns")
            self.cells += unknown[:missing]
        self._freeze()
        hard = any(isinstance(n, L.Int | L.Expectation | L.Divergence) for t in self.residuals for n in t.walk())
        self.cost = INTEGRAL if hard and not laws else 1

    def _freeze(self) -> None:
        """Put names for the parts of the residuals that do not depend on the cells; each is evaluated once, here.

        A part does not depend on them if it has a value in a world without them.
        """
        rest = dict(self.world.values)
        for cell in self.cells:
            whole = rest.pop(cell.name, {})
            if cell.member is not None:
                rest[cell.name] = {i: table for i, table in whole.items() if i != cell.member}
        evaluator = Evaluator(replace(self.world, values={**rest, **self.given}), DIGITS)

        def frozen(t: Any) -> Any:
            if not isinstance(t, L.Term) or isinstance(t, L.Number | L.Var):
                return t
            if L.is_scalar(t) and (found := evaluator.value(t)).kind == "finite":
                return self._named(L.R, found.ball if found.exact is None else fraction(found.exact))
            return t if isinstance(t, L.Binder) else t.map_children(frozen)

        self.residuals = [frozen(t) for t in self.residuals]

    def _named(self, space: L.Space, value: Any) -> L.Var:
        name = L.Var(f"·{len(self.given)}", space)
        self.given[name] = value
        return name

    def _add(self, equation: Any, laws: dict[Any, None]) -> None:
        match equation:
            case L.Relation(left, "=", right) if isinstance(space := L.space_of(left), L.Vectors):
                self._of_vectors = True
                sides = L.Plus((left, L.Neg(right)))
                self.residuals += [L.Coord(sides, L.Number(k)) for k in range(1, self._size(space.dimension) + 1)]
            case L.Relation(left, "=", right) if L.is_scalar(left):
                self.residuals.append(left - right)
            case L.ForAll(L.Relation(left, "=", right), var):
                for atom in self._atoms(var.space):
                    self.residuals.append(L.substitute(left - right, {var: self._named(var.space, atom)}))
                for node in equation.body.walk():
                    match node:
                        case L.Apply(L.Density() | L.MemberDensity() as law, (at,)) if at is var:
                            laws[law] = None
            case _:
                raise Unsolvable("a hypothesis that is no equation between numbers")

    def _size(self, dimension: L.Term) -> int:
        found = Evaluator(self.world).value(dimension).exact
        if found is None or found.q != 1:
            raise ValueError("an equation between vectors whose size has no value")
        return int(found.p)

    def _vector(self, size: int, skipped: int, setting: Setting) -> list[Cell]:
        """The coordinates of a vector in the equations that has as many as there are equations; after all of those the
        diagonal of a matrix of which nothing is said that might no longer hold."""
        names = sorted({n for t in self.residuals for n in t.free if isinstance(n, L.Var)}, key=sort_key)
        vectors = [n for n in names if isinstance(n.space, L.Vectors) and self._size(n.space.dimension) == size]
        matrices = [
            n
            for n in names
            if isinstance(n.space, L.Matrices)
            and n.space.rows is n.space.columns
            and self._size(n.space.rows) == size
            and not any(setting.about(kind, n) for kind in ("positive_definite", "orthonormal"))
        ]
        if skipped >= len(vectors) + len(matrices):
            raise Unsolvable("no vector in the equations has as many coordinates as there are equations")
        return [Cell([*vectors, *matrices][skipped], (k, size)) for k in range(size)]

    def _space(self, space: L.Space) -> Any:
        match space:
            case L.Abstract():
                return self.world.spaces[key_of(space)]
            case L.Slot(name, index):
                return self.world.spaces[name, self._index(index)]
        return None

    def _index(self, t: Any) -> int:
        return int(t.value) if isinstance(t, L.Number) else self.given[t] if t in self.given else self.world.values[t]

    def _atoms(self, space: L.Space) -> list[Any]:
        if isinstance(space, L.Range | L.Without):
            return indices_of(self.world, space)
        found = self._space(space)
        if not isinstance(found, FiniteSpace) or not all(found.weights):
            raise ValueError("an equation at every point of a space that is not finite")
        return list(found.atoms)

    def _add_table(self, law: Any, setting: Setting) -> None:
        owner = law.family if isinstance(law, L.MemberDensity) else law
        member = self._index(law.index) if isinstance(law, L.MemberDensity) else None
        space = L.support(law)
        found = self._space(space)
        for atom in self._atoms(space):
            self.cells.append(Cell(owner, None, law, member, atom, found.weights[atom], self._named(space, atom)))

    @staticmethod
    def _normalised(law: Any, setting: Setting) -> L.Var | None:
        """A variable over the space of a law that is a density, so that its entries have the sum 1."""
        owner = law.family if isinstance(law, L.MemberDensity) else law
        return L.Var("·", L.support(law)) if setting.about("density", owner) else None

    def _scalars(self, setting: Setting) -> list[L.Var]:
        """Scalar names in the equations, those that no other hypothesis mentions first."""
        names = {n for t in self.residuals for n in t.free if isinstance(n, L.Var) and n not in self.given}
        names = {n for n in names if isinstance(n.space, L.Reals | L.PositiveReals | L.Interval)}

        def mentions(name: L.Var) -> int:
            return sum(name in h.free for h in setting.hypotheses if h not in setting.equations)

        return sorted(names, key=lambda n: (mentions(n), sort_key(n)))

    def _members(self, setting: Setting) -> list[Cell]:
        """The coordinates of vectors that stand in the equations at one place, as mu_k does where k is an index."""
        found: dict[Cell, None] = {}
        for t in self.residuals:
            for node in t.walk():
                match node:
                    case L.Coord(L.Var(_, L.Vectors(dimension)) as vector, L.Var(_, L.Range()) as place) if (
                        node.free <= t.free and vector not in setting.shares
                    ):
                        found[Cell(vector, (self._index(place) - 1, self._size(dimension)))] = None
        return sorted(found, key=lambda cell: sort_key(cell.name))

    # -----------------------------------------------------------------------------------------------------------------

    def current(self) -> list[Any]:
        found = []
        for cell in self.cells:
            value = self.world.values[cell.name]
            if cell.place is not None:
                value = cell.of(value)
            elif cell.point is not None:
                value = value[cell.atom] if cell.member is None else value[cell.member][cell.atom]
            found.append(value)
        return found

    def at(self, x: list[Any]) -> World:
        """The world with these values of the cells."""
        values = dict(self.world.values)
        for cell, value in zip(self.cells, x, strict=True):
            if cell.place is not None:
                values[cell.name] = cell.put(values[cell.name], value)
                continue
            if cell.point is None:
                values[cell.name] = value
                continue
            whole = values[cell.name]
            row = list(whole if cell.member is None else whole[cell.member])
            row[cell.atom] = value
            values[cell.name] = tuple(row) if cell.member is None else {**whole, cell.member: tuple(row)}
        return replace(self.world, values=values)

    def _evaluator(self, x: list[Any]) -> Evaluator:
        """What evaluates at x; the last one is kept, as residuals, slopes and the test ask at the same point."""
        if self._last is None or self._last[0] is not x:
            world = self.at(x)
            world = replace(world, values={**world.values, **self.given})
            if self._first is None:
                self._first = found = Evaluator(world, DIGITS)
            else:  # what no unknown stands in stays the same; of the last one, each would hold all before it
                found = self._first.moved(world)
            self._last = x, found
        return self._last[1]

    def starts(self, setting: Setting) -> Iterator[list[Any]]:
        """Where roots are sought: at the values that were drawn, and at numbers of both signs and several sizes; of
        numbers beside a density, as multipliers are, also at 1, from where steps leave it positive."""
        current = self.current()
        yield current
        bounds = [setting.bound(cell.name) for cell in self.cells]
        if any(cell.point is not None for cell in self.cells):
            if all(cell.point is not None or b.admits(Fraction(1)) for cell, b in zip(self.cells, bounds, strict=True)):
                yield [x if c.point is not None else Fraction(1) for c, x in zip(self.cells, current, strict=True)]
            return
        for scale in SCALES:
            for sign in (1, -1):
                start = [sign * scale * (1 + Fraction(k, 7)) for k in range(len(self.cells))]
                if all(b.admits(v) for b, v in zip(bounds, start, strict=True)):
                    yield start

    def admits(self, x: list[Any], before: list[Any]) -> bool:
        """Densities stay positive: a step takes at most 7/8 of an entry away."""
        return all(c.point is None or 8 * v > old for c, v, old in zip(self.cells, x, before, strict=True))

    def vanishes(self, x: list[Any]) -> bool:
        """Whether the vector that was sought is zero, which solves whatever is linear in it and shows nothing."""
        return any(self.seeks_all_of(cell.name) and not cell.on_diagonal for cell in self.cells) and all(
            arb(0) in v if isinstance(v, arb) else v == 0 for v in x
        )

    def seeks_all_of(self, name: L.Name) -> bool:
        """Whether every coordinate of a vector is unknown."""
        places = [cell.place for cell in self.cells if cell.name is name and cell.place is not None]
        return bool(places) and len(places) == places[0][1]

    def balls(self, x: list[Any]) -> list[arb] | None:
        """The residuals at x, or None where one of them has no finite value."""
        evaluator = self._evaluator(x)
        return _balls(evaluator.parts(t)[0] for t in self.residuals)

    def solved_exactly(self, x: list[Any]) -> bool:
        evaluator = self._evaluator(x)
        return all(evaluator.parts(t)[0].exact == 0 for t in self.residuals)

    def jacobian(self, x: list[Any]) -> arb_mat | None:
        evaluator, rows = self._evaluator(x), []
        for t in self.residuals:
            row = _balls(evaluator.parts(cell.slope(t))[0] for cell in self.cells)
            if row is None:
                return None
            weights = (fmpq(c.weight.numerator, c.weight.denominator) for c in self.cells)
            rows.append([v * weight for v, weight in zip(row, weights, strict=True)])
        return arb_mat(rows)


def _balls(values: Iterable[Value]) -> list[arb] | None:
    found = []
    for value in values:
        if value.ball is None:
            return None
        found.append(value.ball)
    return found


def solutions(setting: Setting, equations: Sequence[Any], world: World, effort: Effort) -> Iterator[World]:
    """The world moved onto solutions of the equations, as many as are found; the names that are unknown may change.

    Where there are none, the numbers that are not sought may be too large, as for x^2 + y^2 = 1, and are made smaller.
    Raises ``Unsolvable``.
    """
    near = smaller(setting, world)
    for skipped in range(CHOICES):
        for start in (world, *(() if near is None else (near,))):
            try:
                system = System(setting, equations, start, skipped)
            except Unsolvable:
                if not skipped:
                    raise
                return
            except ValueError:
                return
            if skipped and all(cell.point is not None for cell in system.cells):
                return
            found = False
            starts = system.starts(setting)
            for root in roots(system, starts if near is None or start is near else islice(starts, FEW), effort):
                if system.vanishes(root):
                    continue
                found = True
                yield system.at(root)
            if found:
                return


def unknowns(setting: Setting, equations: Sequence[Any], world: World) -> set[L.Name]:
    """The numbers, and the vectors as a whole, that the equations are solved for."""
    system = System(setting, equations, world)
    cells = (cell for cell in system.cells if cell.point is None)
    return {cell.name for cell in cells if cell.place is None or system.seeks_all_of(cell.name)}
