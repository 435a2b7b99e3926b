r"""Values as LaTeX, for counterexamples: \frac{1}{2}, (1, 0), a small matrix, a polynomial."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from flint import arb, fmpq

from proofs import language as L

from .machine import Point
from .members import is_family, members
from .numbers import Evaluator, Value
from .scalars import fraction
from .styles import UNNAMED
from .world import Blend, FiniteSpace, Line, Several, World

DIGITS = 6
LARGE = 4  # the entries of a table of which those that are zero are not shown
_GREEK = frozenset(
    [
        "alpha",
        "beta",
        "gamma",
        "delta",
        "epsilon",
        "zeta",
        "eta",
        "theta",
        "iota",
        "kappa",
        "lambda",
        "mu",
        "nu",
        "xi",
        "pi",
        "rho",
        "sigma",
        "tau",
        "upsilon",
        "phi",
        "chi",
        "psi",
        "omega",
        "Gamma",
        "Delta",
        "Theta",
        "Lambda",
        "Xi",
        "Pi",
        "Sigma",
        "Upsilon",
        "Phi",
        "Psi",
        "Omega",
        "ell",
    ]
)
_AND = r" \cap "
_LAWS = {"Normal": r"\mathcal{N}", "Uniform": r"\mathcal{U}"}


def name_latex(name: str) -> str:
    """An identifier as LaTeX; one that already is LaTeX stays."""
    if any(c in name for c in "\\{}()|^"):
        return name
    base, *rest = name.split("_")
    return _letter(base) + (f"_{{{','.join(map(_letter, rest))}}}" if rest else "")


def _letter(word: str) -> str:
    if word in _GREEK:
        return f"\\{word}"
    return word if len(word) == 1 or word.isdigit() else rf"\mathrm{{{word}}}"


def number(x: Any) -> str:
    """An exact number as it is, a ball to six digits."""
    if isinstance(x, arb):
        return decimal(x)
    value = fraction(x) if isinstance(x, fmpq) else Fraction(x)
    if value.denominator == 1:
        return str(value.numerator)
    return rf"{'-' if value < 0 else ''}\frac{{{abs(value.numerator)}}}{{{value.denominator}}}"


def decimal(x: arb) -> str:
    text = x.str(DIGITS, radius=False)
    mantissa, _, exponent = text.partition("e")
    if not mantissa.strip("-0."):
        return "0"
    return rf"{mantissa} \cdot 10^{{{int(exponent)}}}" if exponent else mantissa


def outcome(values: tuple[Value, ...], columns: int | None = None) -> str:
    """The value of one side: a number, an infinity, a vector of numbers, a matrix of so many columns, or that there is
    none."""
    parts = [_outcome(v) for v in values]
    if len(parts) == 1:
        return parts[0]
    return (
        values_latex(parts)
        if columns is None
        else _matrix(parts[k : k + columns] for k in range(0, len(parts), columns))
    )


def _matrix(rows: Iterable[Iterable[str]]) -> str:
    written = r" \\ ".join(map(" & ".join, rows))
    return rf"\begin{{pmatrix}} {written} \end{{pmatrix}}"


def _outcome(v: Value) -> str:
    if v.kind in ("oo", "-oo"):
        return r"\infty" if v.kind == "oo" else r"-\infty"
    if v.ball is None:
        return r"\text{undefined}" if v.kind == "undefined" else r"\text{unknown}"
    return number(v.exact) if v.exact is not None and len(str(v.exact)) <= 12 else decimal(v.ball)


def values_latex(parts: list[str]) -> str:
    return f"({', '.join(parts)})"


def assignments(world: World, statement: Any, evaluator: Evaluator) -> tuple[tuple[str, str], ...]:
    """What the world gives to the names of a statement, and to those that their laws are written in, as pairs of LaTeX;
    a name that is a measure shows where it lives, and a sequence its members that the statement speaks of."""
    names = statement.free
    laws = [world.values.get(name) for name in names]
    inside = (n for law in laws if isinstance(law, L.Law) for n in law.free if isinstance(n, L.Var) and L.is_scalar(n))
    tables = {n: _table(n, statement, evaluator) for n in names if is_family(n)}
    return tuple(_pairs(world, names.union(inside), tables))


def _table(family: L.Function, statement: Any, evaluator: Evaluator) -> list[tuple[str, str]]:
    """The members of a sequence with their values; none where these are not few."""
    written = name_latex(family.name)
    found = []
    for places, member in (members(family, statement, evaluator) or {}).items():
        at = ",".join(map(str, places))
        found.append(
            (f"{written}({at})" if "_" in written else f"{written}_{{{at}}}", _outcome(evaluator.value(member)))
        )
    return found


def _pairs(
    world: World, names: frozenset[L.Name], tables: dict[L.Name, list[tuple[str, str]]]
) -> Iterator[tuple[str, str]]:
    for key, space in world.spaces.items():
        yield _space(key, space)
    for name, value in world.values.items():
        if not isinstance(name, L.Name) or name not in names:
            continue
        written = name_latex(name.name)
        if tables.get(name):
            yield from tables[name]
        elif L.is_of_events(name):
            yield from _of_events(name, value)
        elif isinstance(name, L.DensityFamily | L.FunctionFamily):
            for i, member in value.items():
                yield f"{written}_{{{i}}}", _value(member, name, world)
        elif isinstance(value, L.Lambda):
            yield f"{written}({name_latex(value.var.name)})", _term(value.body)
        else:
            yield written, _value(value, name, world)


def _of_events(law: Any, table: dict[Any, Any]) -> Iterator[tuple[str, str]]:
    r"""The probability of each that may happen, P(A \cap B^c) = 1/4; in a large table of those that are not zero."""
    for cell, value in sorted(table.items(), reverse=True):
        if not value and len(table) > LARGE:
            continue
        happens = zip(L.events_of(law), cell if isinstance(cell, tuple) else (cell,), strict=True)
        parts = [name_latex(e.name) if x else "-" if e.name == "+" else f"{name_latex(e.name)}^c" for e, x in happens]
        yield f"{name_latex(law.name)}({_AND.join(parts)})", number(value)


def _space(key: Any, space: FiniteSpace | Line) -> tuple[str, str]:
    if isinstance(key, L.Reals):
        steps = ", ".join(str(a + 1) for a in space.atoms) if isinstance(space, FiniteSpace) else ""
        lengths = values_latex([number(w) for w in space.weights]) if isinstance(space, FiniteSpace) else ""
        return r"\mathbb{R}", rf"\text{{intervals }} {steps} \text{{ of lengths }} {lengths}"
    if isinstance(key, tuple):
        written = f"{name_latex(key[0])}_{{{key[1]}}}"
    else:
        written = name_latex(key if isinstance(key, str) else key.name)
    if isinstance(space, Line):
        return written, r"\mathbb{R}"
    atoms = ", ".join(str(a + 1) for a in space.atoms)
    if all(w == 1 for w in space.weights):
        return written, rf"\{{{atoms}\}}"
    return written, rf"\{{{atoms}\}} \text{{ with weights }} {values_latex([number(w) for w in space.weights])}"


def _value(value: Any, name: L.Name | None, world: World) -> str:
    on_atoms = isinstance(getattr(name, "space", None), UNNAMED)
    match value:
        case Point():
            return values_latex([_coordinate(value[i]) for i in sorted(value)])
        case Blend(_, cells):
            if () in cells:  # all factors are lines
                return _blended(cells[()], world)
            return values_latex([f"{_cell(cell)} \\mapsto {_blended(parts, world)}" for cell, parts in cells.items()])
        case Several(_, cells):
            if () in cells:
                return _value(cells[()], name, world)
            return values_latex([f"{_cell(cell)} \\mapsto {_value(v, name, world)}" for cell, v in cells.items()])
        case int() if on_atoms:
            return str(value + 1)
        case tuple() if value and isinstance(value[0], tuple):
            return _matrix(map(number, row) for row in value)
        case tuple():
            return values_latex(list(map(number, value)))
        case dict():
            points = isinstance(getattr(name, "codomain", None), L.Abstract | L.Slot)
            images = {key: number(v + 1) if points else _value(v, None, world) for key, v in value.items()}
            return values_latex([f"{_cell(key)} \\mapsto {image}" for key, image in images.items()])
        case L.Lambda(body, var):
            return rf"{name_latex(var.name)} \mapsto {_term(body)}"
        case L.Law():
            return _law(value, world)
    return number(value)


def _cell(key: Any) -> str:
    if isinstance(key, Point):
        key = tuple(key[i] for i in sorted(key))
    return values_latex(list(map(_coordinate, key))) if isinstance(key, tuple) else _coordinate(key)


def _coordinate(x: Any) -> str:
    """Atoms are counted from one; what lies in a range or on a line is the number it is."""
    return str(x + 1) if type(x) is int else number(x)


def _blended(parts: Any, world: World) -> str:
    return _weighted((number(weight), r" \otimes ".join(_law(law, world) for law in laws)) for weight, laws in parts)


def _weighted(parts: Iterable[tuple[str, str]]) -> str:
    """A sum of laws by their weights; what has the weight 0 is not there."""
    return " + ".join(law if weight == "1" else f"{weight} \\, {law}" for weight, law in parts if weight != "0")


def _law(law: Any, world: World) -> str:
    match law:
        case L.Mixture(weights, components):
            return _weighted((_term(w), _law(c, world)) for w, c in zip(weights, components, strict=True))
        case L.MultivariateNormal(mean, covariance, _):
            return rf"\mathcal{{N}}({_term(mean)}, {_value(world.values[covariance], covariance, world)})"
        case L.Normal(mean, L.Apply(L.Elementary("sqrt"), (variance,)), _):
            return rf"\mathcal{{N}}({_term(mean)}, {_term(variance)})"
        case L.Normal(mean, deviation, _):
            variance = number(deviation.value**2) if isinstance(deviation, L.Number) else _power(deviation, "2")
            return rf"\mathcal{{N}}({_term(mean)}, {variance})"
    head = _LAWS.get(type(law).__name__, rf"\mathrm{{{type(law).__name__}}}")
    return head + values_latex(list(map(_term, law.parameters)))


def _term(t: Any) -> str:
    """The few kinds of term that worlds are made of, without what makes no difference: 1 u, u^1 and 0 u."""
    t = _plainer(t)
    match t:
        case L.Number(value):
            return number(value)
        case L.Var(name, _):
            return name_latex(name)
        case L.Coord(point, index):
            return f"{_term(point)}_{{{_term(index)}}}"
        case L.Neg(arg):
            return f"-{_bracketed(arg)}"
        case L.Plus(args):
            return " + ".join(map(_term, args)).replace("+ -", "- ")
        case L.Times((L.Number(value), *rest)) if value == -1 and rest:
            return "-" + r" \, ".join(map(_bracketed, rest))
        case L.Times((L.Number() as first, *rest)):
            return r" \, ".join((_term(first), *map(_bracketed, rest)))
        case L.Times(args):
            return r" \, ".join(map(_bracketed, args))
        case L.Quotient(num, den):
            return rf"\frac{{{_term(num)}}}{{{_term(den)}}}"
        case L.Power(base, exponent):
            return _power(base, _term(exponent))
        case L.Apply(L.Elementary("sqrt"), (arg,)):
            return rf"\sqrt{{{_term(arg)}}}"
        case L.Apply(L.Elementary("abs"), (arg,)):
            return rf"\left\vert {_term(arg)} \right\vert"
        case L.Apply(L.Elementary("max" | "min" as name), args):
            return rf"\{name}\left({', '.join(map(_term, args))}\right)"
        case L.Apply(L.Elementary(name), (arg,)):
            head = (
                rf"\{name}"
                if name in ("log", "exp", "sin", "cos", "sinh", "cosh", "tanh")
                else rf"\operatorname{{{name}}}"
            )
            return rf"{head}\left({_term(arg)}\right)"
        case L.Column(entries):
            return values_latex(list(map(_term, entries)))
    raise TypeError(f"no world is made of a {type(t).__name__}")


def _plainer(t: Any) -> Any:
    """The term as a person writes it whose numbers have become 0 and 1."""
    match t:
        case L.Power(base, L.Number(value)) if value in (0, 1):
            return _plainer(base) if value else L.Number(1)
        case L.Times(args):
            kept = [_plainer(arg) for arg in args]
            return L.Number(0) if L.Number(0) in kept else L.fold(L.Times, [f for f in kept if f != L.Number(1)], 1)
        case L.Plus(args):
            return L.fold(L.Plus, [s for s in map(_plainer, args) if s != L.Number(0)], 0)
    return t


def _bracketed(t: Any) -> str:
    bare = not isinstance(t, L.Plus | L.Neg) and not (isinstance(t, L.Number) and t.value < 0)
    return _term(t) if bare else rf"\left({_term(t)}\right)"


def _power(base: Any, exponent: str) -> str:
    simple = isinstance(base, L.Var | L.Coord) or (
        isinstance(base, L.Number) and base.value.denominator == 1 and base.value >= 0
    )
    return f"{_term(base)}^{{{exponent}}}" if simple else rf"\left({_term(base)}\right)^{{{exponent}}}"
