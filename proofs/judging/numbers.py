"""The value of a term in a world, as a guaranteed ball, and the truth of a statement there.

``Value`` says what is known; it never guesses.  ``undefined`` means that the expression has no value, ``unknown`` that
we could not enclose it, which never counts as agreement.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from flint import acb, arb, ctx, fmpq

from proofs import language as L

from . import limits, matrices, measures, suprema  # noqa: F401  (they register what terms mean)
from .estimates import BITS, RESOLUTIONS, Budget, agreed
from .laws import Measures
from .linear import Mat, Vec
from .machine import EVALUATIONS, MOST_TERMS, compare
from .scalars import Infinite, Lifted, Undefined, Unknown, ball, is_zero, sign_of
from .series import GUARD_BITS
from .tables import are_independent, at_atoms, is_density, positive_on_the_line, side_by_side
from .world import World

BITS_PER_DIGIT = 3.3219280948873626
CLOSE = fmpq(1, 10**10)  # the greatest relative radius at which two balls count as compared
SMALL = fmpq(1, 10**20)  # ... and, around 0, where no radius is relative, the greatest radius
PLENTY = 40  # bits that are known of a ball which need no closer look


NO_VALUE = ("undefined", "unknown")  # the kinds of what has none, or none that is known


class Value(NamedTuple):
    """What is known of a term's value.

    ``kind`` is finite, oo, -oo, undefined or unknown; ``ball`` encloses a finite one, and ``exact`` is the rational
    that it is, where it is known to be one; ``why`` explains undefined and unknown.
    """

    kind: str
    ball: arb | None = None
    rigorous: bool = True
    why: str | None = None
    exact: fmpq | None = None

    @property
    def narrow(self) -> bool:
        """Whether the value is finite and known to a relative radius of 1e-10."""
        if self.exact is not None:
            return True
        if self.kind != "finite" or self.ball is None or not self.ball.is_finite():
            return False
        if self.ball.rel_accuracy_bits() >= PLENTY:
            return True
        size = abs(self.ball).lower() if not self.ball.contains(0) else None
        return bool(self.ball.rad() <= (SMALL if size is None else CLOSE * size))

    @property
    def digits(self) -> int:
        """To how many significant digits the value is known (50 for an exact one)."""
        if self.exact is not None or (self.ball is not None and self.ball.is_exact()):
            return 50
        return 0 if self.ball is None else max(0, int(self.ball.rel_accuracy_bits() / BITS_PER_DIGIT))


class Evaluator:
    """Values of terms and truth of statements in one world; closed subterms are evaluated once for all of them."""

    def __init__(self, world: World, digits: int = 30, effort: int = EVALUATIONS, estimates: bool = False) -> None:
        """With ``estimates`` a term that cannot be enclosed gets an estimate, where there is one."""
        self.world, self.digits, self.effort, self.estimates = world, digits, effort, estimates
        self._bits = int(digits * BITS_PER_DIGIT) + 20 + GUARD_BITS
        self._enough = int((digits + 1) * BITS_PER_DIGIT)  # bits that are more digits than are wanted
        self._machines: dict[int, Measures] = {}
        self._values: dict[L.Term, Value] = {}
        self._closer: dict[L.Term, Value] = {}  # of an evaluator of greater precision
        self._known: dict[Any, Any] = {}  # ... and what its machine knows about parts of terms
        self._truths: dict[Any, bool | None] = {}

    def moved(self, world: World) -> Evaluator:
        """An evaluator for a world that differs in some names, knowing what is known about terms without them."""
        new = Evaluator(world, self.digits, self.effort, self.estimates)
        before = self.world.values
        added = {name for name in world.values if name not in before}
        changed = {name for name, value in before.items() if world.values[name] is not value}
        for bits, machine in self._machines.items():
            new._machines[bits] = machine.moved(world, changed)
        other = added | changed
        new._values = {t: v for t, v in self._values.items() if t.free.isdisjoint(other)}
        new._truths = {s: v for s, v in self._truths.items() if s.free.isdisjoint(other)}
        return new

    def without_quadrature(self) -> Evaluator:
        """An evaluator with the same memory, to which an integral is unknown that needs quadrature."""
        new = Evaluator(self.world, self.digits, effort=0)
        new._machines = self._machines
        return new

    def cursory(self, digits: int, effort: int) -> Evaluator:
        """An evaluator of less precision; values that are known here are not sought again."""
        new = Evaluator(self.world, digits, effort)
        new._closer = self._values
        new._known = self._machines[self._bits].top.known if self._bits in self._machines else {}
        return new

    def renew(self) -> None:
        """Allow as many terms of finite sums and products as at first."""
        for machine in self._machines.values():
            machine.terms = MOST_TERMS

    @property
    def integrated(self) -> bool:
        """Whether some of what is remembered rests on quadrature."""
        return any(machine.integrated for machine in self._machines.values())

    def value(self, t: L.Term) -> Value:
        """The value of a scalar term; where too many digits cancel, a second attempt at as much more precision."""
        found = self._values.get(t) or self._closer.get(t)
        if found is None:
            found = self._refined(t)
            if found.kind == "unknown" and self.estimates:
                found = self._estimate(t) or found
            self._values[t] = found
        return found

    def _refined(self, t: L.Term) -> Value:
        found = self._run(self._bits, _tried, t)
        if found.ball is None or found.exact is not None or found.ball.rel_accuracy_bits() >= self._enough:
            return found
        if (known := found.digits) >= self.digits:
            return found
        if found.ball.contains(0) and found.ball.rad() <= arb(10) ** -self.digits:
            return found
        again = self._run(self._bits + int((self.digits - known) * BITS_PER_DIGIT) + GUARD_BITS, _tried, t)
        return again if again.ball is not None and again.ball.rad() < found.ball.rad() else found

    def _estimate(self, t: L.Term) -> Value | None:
        """The value at the first resolution that agrees with the one before; None where none does."""

        budget = Budget()

        def at(resolution: int) -> arb:
            machine = Measures(self.world)
            machine.resolution, machine.budget = resolution, budget
            found = as_value(machine.value(t))
            if found.ball is None:
                raise Unknown("an estimate that is not finite")
            return found.ball

        precision, ctx.prec = ctx.prec, BITS
        try:
            value = agreed(map(at, RESOLUTIONS))
        except (Undefined, Unknown):
            return None
        finally:
            ctx.prec = precision
        return None if value is None else Value("finite", value, rigorous=False)

    def _run(self, bits: int, work: Callable[[Measures, Any], Any], what: Any) -> Any:
        machine = self._machines.get(bits)
        if machine is None:
            machine = self._machines[bits] = Measures(self.world)
            machine.closer = self._known
        machine.effort = self.effort
        precision, ctx.prec = ctx.prec, bits
        try:
            return work(machine, what)
        finally:
            ctx.prec = precision

    def parts(self, t: L.Term) -> tuple[Value, ...]:
        """The values of a term's entries: of a scalar one, of a vector or a matrix all, row by row."""
        try:
            found: tuple[Value, ...] = self._run(self._bits, _parts, t)
            return found
        except Undefined as error:
            return (Value("undefined", why=str(error)),)
        except Unknown as error:
            return (Value("unknown", why=str(error)),)

    def agree(self, a: Value | L.Term, b: Value | L.Term) -> str:
        """agree, disagree or unknown: whether two values (entry by entry) are the same, as far as their balls tell."""
        first, second = ((v,) if isinstance(v, Value) else self._entries(v) for v in (a, b))
        if len(first) != len(second):
            return "unknown"
        found = {agreement(x, y) for x, y in zip(first, second, strict=True)}
        return next(word for word in ("disagree", "unknown", "agree") if word in found or not found)

    def _entries(self, t: L.Term) -> tuple[Value, ...]:
        return (self.value(t),) if L.is_scalar(t) else self.parts(t)

    def truth(self, statement: Any) -> bool | None:
        """Whether a statement holds in this world; None where it cannot be told."""
        if statement not in self._truths:
            try:
                found = self._run(self._bits, self._truth, statement)
            except (Undefined, Unknown):
                found = None
            self._truths[statement] = found
        return self._truths[statement]

    def _truth(self, m: Measures, s: Any) -> bool | None:
        match s:
            case L.Relation(left, symbol, right):
                return self._relation(left, symbol, right)
            case L.Iff(a, b):
                first, second = (self._truth_inside(m, side) for side in (a, b))
                return None if first is None or second is None else first == second
            case L.AlmostEverywhere(p, q):
                pairs = side_by_side(m, p, q)
                return None if pairs is None else all(is_zero(a - b) for a, b in pairs)
            case L.ForAll(body, var):
                points = m.atoms(var.space)
                if points is None:
                    return None
                found = set()
                with m.scope(var) as bind:
                    for point, _ in points:
                        bind(point)
                        found.add(self._truth_inside(m, body))
                return False if False in found else None if None in found else True
            case L.Fact(predicate, args):
                return self._fact(m, predicate, args)
        return None

    def _truth_inside(self, m: Measures, s: Any) -> bool | None:
        """The truth of a part of a statement: kept, unless it depends on a name that the machine has bound."""
        if s.free.isdisjoint(m.env):
            return self.truth(s)
        if isinstance(s, L.Relation):
            try:
                return compare(m.value(s.left), s.symbol, m.value(s.right))
            except (Undefined, Unknown):
                return None
        return self._truth(m, s)

    def _relation(self, left: L.Term, symbol: str, right: L.Term) -> bool | None:
        a, b = self.parts(left), self.parts(right)
        if len(a) != len(b) or any(v.kind in NO_VALUE for v in (*a, *b)):
            return None
        if symbol in ("=", "!="):
            equal = [_equal(x, y) for x, y in zip(a, b, strict=True)]
            same = False if False in equal else None if None in equal else True
            return same if symbol == "=" or same is None else not same
        try:
            return compare(_scalar(a[0]), symbol, _scalar(b[0])) if len(a) == 1 else None
        except Unknown:
            return None

    def _fact(self, m: Measures, predicate: str, args: tuple) -> bool | None:
        match predicate, args:
            case "density", (p,):
                return is_density(m, p)
            case "independent", (p, *functions):
                return are_independent(m, p, functions)
            case "positive_density", (p,):
                found = at_atoms(m, p)
                return positive_on_the_line(m, p) if found is None else all(sign_of(v) > 0 for v, _ in found)
            case "dominated", (q, p):
                pairs = side_by_side(m, p, q)
                if pairs is None:
                    return positive_on_the_line(m, p) or None
                return all(is_zero(b) or not is_zero(a) for a, b in pairs)
            case "finite", (t,) if not L.is_scalar(t):
                kinds = {part.kind for part in _parts(m, t)}
                return None if "unknown" in kinds else kinds <= {"finite"}
            case "finite", (t,):
                kind = (self.value(t) if t.free.isdisjoint(m.env) else _tried(m, t)).kind
                return None if kind == "unknown" else kind == "finite"
            case "positive_definite", (matrix,):
                return m.value(matrix).is_positive_definite()
            case "invertible", (matrix,):
                return sign_of(m.value(matrix).det()) != 0
        return None


def entries(x: Any) -> list[Any]:
    """The scalars that a value is made of."""
    if isinstance(x, Mat):
        return [entry for row in x.rows for entry in row]
    return list(x) if isinstance(x, Vec) else [x]


def _parts(m: Measures, t: L.Term) -> tuple[Value, ...]:
    return tuple(map(as_value, entries(m.value(t))))


def _tried(m: Measures, t: L.Term) -> Value:
    """The value of a scalar term under the names that the machine has bound, if any."""
    try:
        return as_value(m.value(t))
    except Undefined as error:
        return Value("undefined", why=str(error))
    except Unknown as error:
        return Value("unknown", why=str(error))


def as_value(x: Any) -> Value:
    """What the walk found for a scalar, as a ``Value``, at the working precision."""
    if type(x) is fmpq:
        return Value("finite", arb(x), True, None, x)  # by place: by name it takes half as long again
    if type(x) is arb and x.is_finite():
        return Value("finite", x)
    if isinstance(x, Infinite):
        return Value("oo" if x.sign > 0 else "-oo")
    if isinstance(x, acb) and x.imag.contains(0):
        x = x.real
    if isinstance(x, arb) and x.is_finite():
        return Value("finite", x)
    if isinstance(x, Vec | Mat):
        return Value("unknown", why="a vector or a matrix, not a scalar")
    if isinstance(x, Lifted):
        return Value("unknown", why="a value that is no number")
    return Value("unknown", why="a ball that is not finite")


def _scalar(v: Value) -> Any:
    if v.kind in ("oo", "-oo"):
        return Infinite(1 if v.kind == "oo" else -1)
    return v.exact if v.exact is not None else v.ball


def _equal(a: Value, b: Value) -> bool | None:
    if a.kind != "finite" or b.kind != "finite":
        return a.kind == b.kind
    if a.exact is not None and b.exact is not None:
        return bool(a.exact == b.exact)
    if a.ball is None or b.ball is None or not (a.ball.is_finite() and b.ball.is_finite()):
        return None
    return None if a.ball.overlaps(b.ball) else False


def agreement(a: Value, b: Value) -> str:
    """agree: the same infinity, or narrow overlapping balls; disagree: rigorously different; else unknown."""
    if a.kind in NO_VALUE or b.kind in NO_VALUE:
        return "unknown"
    if a.exact is not None and b.exact is not None:
        return "agree" if a.exact == b.exact else "disagree"
    rigorous = a.rigorous and b.rigorous
    if a.kind != "finite" or b.kind != "finite":
        same = a.kind == b.kind
        return "agree" if same and rigorous else "disagree" if rigorous and not same else "unknown"
    equal = _equal(a, b)
    if equal is False:
        return "disagree" if rigorous else "unknown"
    return "agree" if a.narrow and b.narrow else "unknown"


def evaluate(t: L.Term, world: World, digits: int = 30) -> Value:
    """The value of ``t`` in ``world``, aimed at ``digits`` significant digits."""
    return Evaluator(world, digits).value(t)


def enclose(t: Any, values: Mapping[Any, Any] | None = None, digits: int = 25) -> arb:
    """A ball that provably contains the value of a term, of about ``digits`` digits.

    ``values`` gives each free name (the variable itself, or its name as a string) an exact value: a number, or what
    ``World`` says of other kinds of names.  Raises ``TypeError`` for a float, and ``ValueError`` with the reason for
    names without a value, where there is no finite value, or where none could be enclosed.
    """
    t = L.term(t)
    names = {name.name: name for name in t.free}
    given: dict[L.Name, Any] = {}
    for key, value in (values or {}).items():
        name = names.get(key if isinstance(key, str) else key.name)
        if name is None:
            raise ValueError(
                f"the term has no name {key if isinstance(key, str) else key.name!r}; it has {_listed(names)}"
            )
        number = L.term(value).value if isinstance(value, int | float) else value
        given[name] = int(number) if isinstance(name, L.Var) and L.is_index_space(name.space) else number
    missing = [name for name in names if names[name] not in given]
    if missing:
        raise ValueError(f"no value is given for {_listed(missing)}")
    found = evaluate(t, World(given), digits)
    if found.kind != "finite" or found.ball is None:
        raise ValueError(f"no enclosure: {found.why or found.kind}")
    return found.ball


def _listed(names: Iterable[str]) -> str:
    return ", ".join(sorted(names)) or "none"


__all__ = ["Evaluator", "Value", "agreement", "ball", "enclose", "evaluate"]
