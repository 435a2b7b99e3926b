"""Worlds on the solution set of equations: unknown numbers and table entries found by Newton, proved by Krawczyk.

The iteration is only a proposal.  A rational root is one that satisfies every equation exactly; any other is carried as
a ball in which Krawczyk's test has shown a root to lie.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from flint import arb, arb_mat, ctx, fmpq

from proofs import language as L

from .numbers import Evaluator, Value
from .realising import indices_of
from .scalars import fraction
from .setting import Setting, sort_key
from .world import FiniteSpace, World, key_of

DIGITS = 40
STEPS = 40
RADIUS = arb("1e-25")
CLOSE = arb("1e-28")
SIMPLE = 10**9  # the largest denominator of a root that is tried as a rational


@dataclass(frozen=True)
class Cell:
    """One unknown: a scalar name, or the entry of a density's table at an atom (``point`` is a name for that atom)."""

    name: L.Name
    law: Any = None
    member: int | None = None
    atom: int = 0
    weight: Fraction = Fraction(1)
    point: L.Var | None = None

    def slope(self, residual: L.Term) -> L.Term:
        """The partial derivative of a residual by this cell, as a term (but for the weight)."""
        if self.point is None:
            assert isinstance(self.name, L.Var)
            return L.Derivative(residual, self.name, self.name)
        return L.FunctionalDerivative(residual, self.law, self.point)


class Unsolvable(Exception):
    """The equations of a setting are none that can be solved here, whatever values are drawn."""


class System:
    """The equations of a setting in one world: terms that must be 0, as functions of the cells."""

    def __init__(self, setting: Setting, world: World) -> None:
        self.world = world
        self.residuals: list[L.Term] = []
        self.given: dict[L.Name, Any] = {}  # names for atoms and indices, and for what does not depend on the cells
        laws: dict[Any, None] = {}
        for equation in setting.equations:
            self._add(equation, laws)
        self.cells: list[Cell] = []
        for law in laws:
            self._add_table(law, setting)
        missing = len(self.residuals) - len(self.cells)
        scalars = self._scalars(setting)
        if not 0 <= missing <= len(scalars):
            raise Unsolvable("the equations are not as many as the unknowns")
        self.cells += [Cell(name) for name in scalars[:missing]]
        self._freeze()

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
            case L.Relation(left, "=", right):
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

    def _space(self, space: L.Space) -> Any:
        match space:
            case L.Abstract():
                return self.world.spaces[key_of(space)]
            case L.Slot(name, index):
                return self.world.spaces[name, self._index(index)]
        return None

    def _index(self, t: Any) -> int:
        return int(t.value) if isinstance(t, L.Number) else self.world.values[t]

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
            self.cells.append(Cell(owner, law, member, atom, found.weights[atom], self._named(space, atom)))
        if setting.about("density", owner):
            x = L.Var("·", space)
            self.residuals.append(L.Int(law(x), x) - 1)

    def _scalars(self, setting: Setting) -> list[L.Var]:
        """Scalar names in the equations, those that no other hypothesis mentions first."""
        names = {n for e in setting.equations for n in e.free if isinstance(n, L.Var)}
        names = {n for n in names if isinstance(n.space, L.Reals | L.PositiveReals) and n not in setting.definitions}

        def mentions(name: L.Var) -> int:
            return sum(name in h.free for h in setting.hypotheses if h not in setting.equations)

        return sorted(names, key=lambda n: (mentions(n), sort_key(n)))

    # -----------------------------------------------------------------------------------------------------------------

    def current(self) -> list[Any]:
        found = []
        for cell in self.cells:
            value = self.world.values[cell.name]
            if cell.point is not None:
                value = value[cell.atom] if cell.member is None else value[cell.member][cell.atom]
            found.append(value)
        return found

    def at(self, x: list[Any]) -> World:
        """The world with these values of the cells."""
        values = dict(self.world.values)
        for cell, value in zip(self.cells, x, strict=True):
            if cell.point is None:
                values[cell.name] = value
                continue
            whole = values[cell.name]
            row = list(whole if cell.member is None else whole[cell.member])
            row[cell.atom] = value
            values[cell.name] = tuple(row) if cell.member is None else {**whole, cell.member: tuple(row)}
        return replace(self.world, values=values)

    def _evaluator(self, x: list[Any]) -> Evaluator:
        world = self.at(x)
        return Evaluator(replace(world, values={**world.values, **self.given}), DIGITS)

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


def solved(setting: Setting, world: World) -> World | None:
    """The world moved onto the solution set of the setting's equations; None where no root was proved.

    Raises ``Unsolvable``.
    """
    try:
        system = System(setting, world)
    except ValueError:
        return None
    precision, ctx.dps = ctx.dps, DIGITS
    try:
        return _solved(system)
    finally:
        ctx.dps = precision


def _solved(system: System) -> World | None:
    x = _newton(system)
    if x is None:
        return None
    rational = [_fraction(v).limit_denominator(SIMPLE) for v in x]
    if system.solved_exactly(rational):
        return system.at(rational)
    proved = _krawczyk(system, x)
    return None if proved is None else system.at(proved)


def _newton(system: System) -> list[arb] | None:
    """A point where the residuals nearly vanish, by steps with slopes that are corrected by what the steps achieve."""
    x = [arb(fmpq(v.numerator, v.denominator)) if isinstance(v, Fraction) else v for v in system.current()]
    f, inverse = system.balls(x), None
    for _ in range(STEPS):
        if f is None:
            return None
        size = max((abs(v) for v in f), default=arb(0))
        if size < CLOSE:
            return x
        if inverse is None and (inverse := _inverse(system.jacobian(x))) is None:
            return None
        step = (inverse * _column(f)).mid()
        for halvings in range(20):
            trial = [(v - step[i, 0] / 2**halvings).mid() for i, v in enumerate(x)]
            inside = all(c.point is None or 8 * v > old for c, v, old in zip(system.cells, trial, x, strict=True))
            reached = system.balls(trial) if inside else None
            if reached is not None:
                break
        else:
            return None
        serves = max(abs(v) for v in reached) * 2 < size
        inverse = _corrected(inverse, _column(trial) - _column(x), _column(reached) - _column(f)) if serves else None
        x, f = trial, reached
    return None


def _column(values: list[arb]) -> arb_mat:
    return arb_mat([[v] for v in values]).mid()


def _inverse(matrix: arb_mat | None) -> arb_mat | None:
    try:
        return None if matrix is None else matrix.mid().inv().mid()
    except ZeroDivisionError:
        return None


def _corrected(inverse: arb_mat, step: arb_mat, change: arb_mat) -> arb_mat | None:
    """Broyden's correction of inverse slopes: the least that maps the change of the residuals to the step."""
    image, row = inverse * change, step.transpose() * inverse
    divisor = (row * change)[0, 0]
    return None if divisor.contains(0) else (inverse + (step - image) * row * (1 / divisor)).mid()


def _krawczyk(system: System, x: list[arb]) -> list[arb] | None:
    """Balls that contain a root, if K(X) = x - C f(x) + (1 - C J(X)) (X - x) lies inside the box X around x."""
    n = len(x)
    box = [arb(v, RADIUS) for v in x]
    values, slopes, around = system.balls(x), system.jacobian(x), system.jacobian(box)
    if slopes is None or around is None or values is None:
        return None
    preconditioner = _inverse(slopes)
    if preconditioner is None:
        return None
    at = arb_mat([[v] for v in x])
    rest = arb_mat([[int(i == j) for j in range(n)] for i in range(n)]) - preconditioner * around
    image = at - preconditioner * arb_mat([[v] for v in values]) + rest * (arb_mat([[b] for b in box]) - at)
    found = [image[i, 0] for i in range(n)]
    inside = all(b.contains_interior(k) for b, k in zip(box, found, strict=True))
    return found if inside else None


def _fraction(x: arb) -> Fraction:
    mantissa, exponent = x.mid().man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)
