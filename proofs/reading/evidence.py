r"""Evidence of what is a vector and what is a matrix: how names are multiplied, added and transposed.

It begins with declarations (\beta \in \mathbb R^p), transposed names (capital letters are matrices, small ones
vectors), inverses and determinants of capital letters, the parameters of normal laws.  From there it spreads: the two
sides of an equation and the summands of a sum have one shape.  When that is exhausted, a capital letter beside a matrix
is one, and a small letter behind a matrix is a vector.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from .. import language as L
from .context import Context
from .dimensions import ONE, SCALAR, Dim, Shape
from .names import name_of, symbol_name
from .numbers_only import numbers
from .shapes import Shapes, bare, is_capital, without_accent
from .survey import is_minus_one, is_transposition
from .syntax import (
    Add,
    Big,
    Bracket,
    Decorated,
    Fraction,
    Grid,
    Multiply,
    Named,
    Numeral,
    Root,
    Script,
    Statement,
    Symbol,
    Syntax,
)

_ROUNDS = 8
_MEANS = ("E", "Mean")
_UNKNOWN = ("Var", "Cov", "Corr", "Mode", "mode", "argmin", "argmax", "diag", "vec")
_FUNCTIONS = ("Gamma", "Phi", "Psi", "F", "G", "H")
_LEMMAS = ("implies", "iff")


def shapes(rows: Iterable[Syntax], context: Context) -> Shapes:
    """The shapes that a stretch of rows gives its names."""
    found = Shapes(context)
    statements = [n for row in rows for n in row.walk() if isinstance(n, Statement)]
    # What is recalled as "x ~ ... => A x ~ ..." has letters of its own.
    statements = [s for s in statements if not any(r.symbol in _LEMMAS for r in s.relations)]
    nodes = [n for s in statements for n in s.walk()]
    for name, space in context.spaces.items():
        found.of[name] = found.of_space(space)
    if not (found.linear or any(map(_shows_matrices, nodes))):
        return found
    survey = context.survey
    found.numbers |= {n for node in nodes for n in numbers(node)} | survey.counting | survey.running
    found.numbers -= found.of.keys()
    for stem in sorted(survey.labels):
        if (size := _data_size(found, stem)) is not None and stem not in found.of:
            found.of[stem] = (size, ONE)
    for node in nodes:
        _seed(found, node)
    normalisers = [n for n in nodes if isinstance(n, Root | Fraction)]
    for found.daring in (False, True):
        for _ in range(_ROUNDS):
            found.changed = False
            for each in statements:
                _statement(found, each)
            for whole in normalisers:
                _normaliser(found, whole)
            if not found.changed:
                break
    for name in sorted(survey.bare - found.of.keys()):  # \hat{\beta} is what \beta is
        if (plain := without_accent(name)) is not None and plain in found.of:
            found.assign(name, found.of[plain])
    return found


def _shows_matrices(node: Syntax) -> bool:
    match node:
        case Script(base, below, above):
            if is_transposition(above):
                return True
            name = name_of(Script(base, below) if below is not None else base)
            return name is not None and is_minus_one(above) and bare(name) in ("Sigma", "Lambda")
        case Named("tr" | "det"):
            return True
        case Multiply((Symbol("N", "cal"), Bracket(_, items, _, given))):
            spread = (given or items)[-1]
            return bare(name_of(spread) or "") in ("Sigma", "Lambda")
    return False


def _data_size(found: Shapes, stem: str) -> Dim | None:
    """The n of data x_1, ..., x_n that are indexed by one running index and nothing else."""
    survey = found.context.survey
    labels = survey.labels[stem]
    if not all(isinstance(label, Symbol | Numeral) for label in labels):
        return None
    ends = {
        end
        for label in labels
        if isinstance(label, Symbol) and survey.is_index(label)
        for low, end in survey.ranges.get(symbol_name(label), [])
        if low == Numeral("1")
    }
    if len(ends) != 1 or (name := name_of(*ends)) is None or name in survey.running:
        return None
    found.sizes.add(name)
    return found.new(L.Var(name, L.Z_INTEGERS))


def _normaliser(found: Shapes, node: Root | Fraction) -> None:
    r"""In \sqrt{(2\pi)^n |\Sigma|} n is the size of \Sigma."""
    sizes: set[str] = set()
    matrices: list[Syntax] = []
    for part in node.walk():
        match part:
            case Script(Bracket("(", (Multiply((Numeral("2"), Symbol("pi")), _),)), None, power) if power is not None:
                exponent = power.num if isinstance(power, Fraction) and power.den == Numeral("2") else power
                sizes.add(name_of(exponent) or "")
            case Bracket("|", (item,), "|"):
                matrices.append(item)
            case Named("exp"):
                break
    if len(sizes) == 1 and len(matrices) == 1 and (name := sizes.pop()):
        shape = shape_of(found, matrices[0])
        if shape is not None and not found.is_scalar(shape):
            found.sizes.add(name)
            size = found.new(L.Var(name, L.Z_INTEGERS))
            found.alike(shape, (size, size))


def _seed(found: Shapes, node: Syntax) -> None:
    """What a name shows by itself: transposed, inverted, in a determinant."""
    match node:
        case Script(base, below, above) if is_transposition(above):
            name = name_of(Script(base, below) if below is not None else base)
            if name is not None and _special(found, node) is None and name not in found.context.survey.running:
                found.numbers.discard(name)
                found.assign(name, (found.new(), found.new(open=True) if is_capital(name) else ONE))
        case Script(base, below, above) if is_minus_one(above):
            _square(found, name_of(Script(base, below) if below is not None else base))
        case (
            Named("tr" | "det", Bracket(_, (argument,)))
            | Named("tr" | "det", argument)
            | Bracket("|", (argument,), "|")
        ):
            name = name_of(argument)
            if name is not None and name not in found.context.survey.random and bare(name) not in ("I", "Gamma"):
                _square(found, name)


def _square(found: Shapes, name: str | None) -> None:
    if name is not None and is_capital(name):
        dim = found.new()
        found.assign(name, (dim, dim))


# ---------------------------------------------------------------------------------------------------------------------
# downwards: what a shape says of the parts


def _statement(found: Shapes, statement: Statement) -> None:
    """The sides of an equation have one shape; so have a random variable and its mean."""
    sides = statement.expressions
    inferred = [None if side is None else shape_of(found, side) for side in sides]
    for k, sign in enumerate(statement.relations):
        left, right = sides[k], sides[k + 1]
        if left is None or right is None:
            continue
        if sign.symbol in ("=", ":=", "equiv"):
            known = inferred[k] if inferred[k] is not None and inferred[k] != SCALAR else inferred[k + 1]
            known = known if known is not None else inferred[k]
            if known is not None:
                _spoil(found, (left, right), (inferred[k], inferred[k + 1]))
                for shape in (inferred[k], inferred[k + 1]):
                    if shape is not None and not found.is_scalar(shape) and not found.is_scalar(known):
                        found.alike(shape, known)
                _expect(found, left, known)
                _expect(found, right, known)
                inferred[k + 1] = known
        elif sign.symbol == "~":
            match right:
                case Multiply((Symbol() as head, Bracket("(", items, ")", None)), ("", "")):
                    _law(found, head.name, items, left)


def _spoil(found: Shapes, sides: tuple[Syntax, Syntax], shapes: tuple[Shape | None, Shape | None]) -> None:
    """A name that equals a number here and a vector there has no shape."""
    if None not in shapes and len({found.is_scalar(s) for s in shapes if s is not None}) == 2:
        found.spoilt.update(n for n in map(name_of, sides) if n is not None)


def _expect(found: Shapes, node: Syntax, shape: Shape) -> None:
    """Use that an expression has a shape."""
    name = name_of(node)
    if name is not None and _special(found, node) is None:
        if not _is_part(found, node):
            found.agree(name, shape)
        return
    match node:
        case Add(summands):
            for each in summands:
                _expect(found, each, shape)
        case Bracket("|" | "||"):
            return
        case Bracket(_, (item,), _, None) | Decorated(_, item) | Fraction(item, _):
            _expect(found, item, shape)
        case Script(base, below, above) if is_transposition(above):
            _expect(found, Script(base, below) if below is not None else base, (shape[1], shape[0]))
        case Script(base, below, above) if is_minus_one(above) and not found.is_scalar(shape):
            _expect(found, Script(base, below) if below is not None else base, (shape[1], shape[0]))
        case Multiply(_, signs) if not found.is_scalar(shape) and "/" not in signs:
            parts = [(f, s) for f, s in _parts(found, node) if s is None or not found.is_scalar(s)]
            known = [s for _, s in parts if s is not None]
            unknown = [f for f, s in parts if s is None]
            if len(parts) == 1 and len(unknown) == 1:
                _expect(found, unknown[0], shape)
            elif found.daring and len(parts) == 2 and len(unknown) == 2 and is_capital(name_of(unknown[0]) or ""):
                _expect(found, unknown[0], (shape[0], found.new()))  # X \beta
            elif known and not unknown:
                found.same(known[0][0], shape[0])
                found.same(known[-1][1], shape[1])


def _is_part(found: Shapes, node: Syntax) -> bool:
    """Whether a name with an index is a coordinate or an entry of another name."""
    match node:
        case Script(base, below, None) if below is not None:
            stem = name_of(base) or ""
            if stem not in found.of or name_of(node) in found.of:
                return False
            survey = found.context.survey
            if not found.is_one(found.of[stem][1]):
                return isinstance(below, Multiply) and survey.is_index(below)
            return survey.is_index(below) or (isinstance(below, Numeral) and survey.counts_from_one(stem))
    return False


# ---------------------------------------------------------------------------------------------------------------------
# upwards: the shape of an expression


def shape_of(found: Shapes, node: Syntax) -> Shape | None:
    """The shape of an expression, as far as it is known; what it says of its names is noted on the way."""
    match node:
        case Numeral("0"):
            return None
        case Numeral() | Root() | Statement():
            _visit(found, node)
            return SCALAR
        case Named(name):
            _visit(found, node)
            return None if name in _UNKNOWN else SCALAR
        case Symbol() | Script():
            return _script(found, node)
        case Bracket("|" | "||"):
            _visit(found, node)
            return SCALAR
        case Grid():
            return _grid(found, node)
        case Bracket(_, (item,), _, None) | Decorated(_, item):
            return shape_of(found, item)
        case Fraction(num, den):
            shape_of(found, den)
            return shape_of(found, num)
        case Big("sum" | "int" | "prod", body):
            return shape_of(found, body)
        case Add(summands):
            return _sum(found, summands)
        case Multiply():
            return _product(found, node)
    return None


def _visit(found: Shapes, node: Syntax) -> None:
    for child in node.children():
        shape_of(found, child)


def _grid(found: Shapes, node: Grid) -> Shape | None:
    """A matrix written out, unless it is made of vectors or matrices, or of capital letters that may be some."""
    for entry in node.children():
        shape = shape_of(found, entry)
        if (shape is None and is_capital(name_of(entry) or "")) or (shape is not None and not found.is_scalar(shape)):
            return None
    if node.fence not in ("[", "(") or len({len(row) for row in node.rows}) != 1:
        return SCALAR if node.fence == "|" else None
    rows, columns = (L.Number(n) for n in (len(node.rows), len(node.rows[0])))
    return found.new(rows), found.new(columns)


def _sum(found: Shapes, summands: tuple[Syntax, ...]) -> Shape | None:
    shapes = [shape_of(found, each) for each in summands]
    known = [s for s in shapes if s is not None]
    whole = next((s for s in known if not found.is_scalar(s)), SCALAR if SCALAR in shapes else None)
    if whole is not None:
        for each in summands:
            _expect(found, each, whole)
    return whole


def _script(found: Shapes, node: Symbol | Script) -> Shape | None:
    if (special := _special(found, node)) is not None:
        return special
    name = name_of(node)
    if name is not None:
        if (name in found.numbers and name not in found.of) or _is_part(found, node):
            return SCALAR
        return found.known(name)
    match node:
        case Script(base, below, above) if is_transposition(above):
            inner = shape_of(found, Script(base, below) if below is not None else base)
            if inner is None and found.daring:
                inner = _linear(found, base)
            return None if inner is None else (inner[1], inner[0])
        case Script(base, below, above) if is_minus_one(above):
            inner = shape_of(found, Script(base, below) if below is not None else base)
            if inner is not None and not found.is_scalar(inner):
                found.same(*inner)
            return inner
        case Script(Bracket("<", (item,)), _, None):
            return shape_of(found, item)
        case Script(base, below, Numeral()):
            return shape_of(found, Script(base, below) if below is not None else base)
        case Script(base, below, Add() | Fraction()):  # a power that is not read of a matrix, a number of a number
            inner = shape_of(found, Script(base, below) if below is not None else base)
            return SCALAR if inner is not None and found.is_scalar(inner) else None
    _visit(found, node)
    return SCALAR


def _special(found: Shapes, node: Syntax) -> Shape | None:
    """I_n, 1_n, 0_n and 0_{np}, transposed or not."""
    match node:
        case Script(base, below, above, 0) if is_transposition(above):
            inner = _special(found, Script(base, below))
            return None if inner is None else (inner[1], inner[0])
        case Script(Symbol("I", _, ()) as base, below, None, 0) if (
            below is not None and symbol_name(base) not in found.of
        ):
            size = _size(found, below)
            return None if size is None else (size, size)
        case Script(Numeral("1"), below, None, 0) if below is not None:
            size = _size(found, below)
            return None if size is None else (size, ONE)
        case Script(Numeral("0"), Multiply((rows, columns), ("", "")), None, 0):
            r, c = _size(found, rows), _size(found, columns)
            return None if r is None or c is None else (r, c)
        case Script(Numeral("0"), below, None, 0) if below is not None:
            size = _size(found, below)
            return None if size is None else (size, ONE)
    return None


def _size(found: Shapes, node: Syntax) -> Dim | None:
    if isinstance(node, Numeral):
        return found.new(L.Number(int(node.text))) if node.text.isdigit() else None
    name = name_of(node)
    if name is None:
        return None
    found.sizes.add(name)
    value = found.context.values.get(name)
    return found.new(L.Var(name, L.Z_INTEGERS) if value is None else value)


# ---------------------------------------------------------------------------------------------------------------------
# products


def _parts(found: Shapes, node: Multiply) -> list[tuple[Syntax, Shape | None]]:
    """The factors with their shapes; an application is one factor."""
    parts: list[tuple[Syntax, Shape | None]] = []
    k = 0
    while k < len(node.factors):
        factor = node.factors[k]
        follower = node.factors[k + 1] if k + 1 < len(node.factors) and not node.signs[k + 1] else None
        if isinstance(follower, Bracket) and (shape := _application(found, factor, follower)) is not False:
            parts.append((follower, shape))
            k += 2
        else:
            parts.append((factor, shape_of(found, factor)))
            k += 1
    return parts


def _application(found: Shapes, factor: Syntax, bracket: Bracket) -> Shape | Literal[False] | None:
    """The shape of a value f(x); False where the two are no application."""
    base = factor.base if isinstance(factor, Script) else factor
    if not isinstance(base, Symbol):
        return False
    name = name_of(factor)
    if base.name in _MEANS and bracket.left in "([" and len(bracket.items) == 1:
        return shape_of(found, bracket.items[0])
    if base.name in _UNKNOWN:
        return None
    if base.name in ("N", "MN") and bracket.left == "(" and bracket.given is not None and len(bracket.items) == 1:
        _law(found, base.name, bracket.given, bracket.items[0])
        return SCALAR
    if bracket.left == "(" and name is not None and _is_function(found, name):
        for item in (*bracket.items, *(bracket.given or ())):
            shape_of(found, item)
        return SCALAR
    return False


def _is_function(found: Shapes, name: str) -> bool:
    """Whether a name before a bracket is applied to it: not a matrix, not a capital letter before sums and products."""
    uses = found.context.survey.uses(name)
    if name in found.of or not uses:
        return False
    factor = all(u.given is None and len(u.items) == 1 and isinstance(u.items[0], Add | Multiply) for u in uses)
    return not (factor and is_capital(name) and bare(name) not in _FUNCTIONS)


def _product(found: Shapes, node: Multiply) -> Shape | None:
    """The shape of a product; neighbours fit."""
    if any(sign not in ("", "\\cdot", "cdot", "\\times", "times", "*", "·", "/") for sign in node.signs):
        _visit(found, node)
        return None
    parts = _parts(found, node)
    current: Shape = SCALAR
    for k, (factor, shape) in enumerate(parts):
        if shape is None and found.daring:
            following = next((s for _, s in parts[k + 1 :] if s is None or not found.is_scalar(s)), SCALAR)
            shape = _beside(found, factor, current, following)
        if shape is None:
            return None
        if found.is_scalar(shape):
            continue
        if found.is_scalar(current):
            current = shape
        elif found.is_one(current[1]) != found.is_one(shape[0]):
            return None
        else:
            found.same(current[1], shape[0])
            current = (current[0], shape[1])
    return current


def _beside(found: Shapes, factor: Syntax, before: Shape, after: Shape | None) -> Shape | None:
    """What an unknown letter is beside a matrix: a matrix if it is capital, or else a vector at the end."""
    name = name_of(factor)
    joins = not found.is_one(before[1])
    if name is None or name in found.numbers or name in found.spoilt:
        return _linear(found, factor, before[1]) if name is None and joins and after == SCALAR else None
    if is_capital(name):
        goes_on = after is not None and not found.is_one(after[0])
        if not joins and not goes_on:
            return None
        rows = before[1] if joins else found.new()
        columns = after[0] if goes_on and after is not None else found.new(open=True)
        found.assign(name, (rows, columns))
    elif joins and after == SCALAR:
        found.settle(before[1])
        found.assign(name, (before[1], ONE))
    elif joins and after is not None and found.find(after[0]) == found.find(before[1]):
        return SCALAR  # between two that fit
    elif not joins and name not in found.of:
        return SCALAR  # nothing before it that it is a vector behind
    return found.of.get(name)


def _linear(found: Shapes, node: Syntax, rows: Dim | None = None) -> Shape | None:
    """The shape of what must be a vector or a matrix, by the letter that it begins with."""
    match node:
        case Bracket(_, (item,), _, None) if node.left not in ("|", "||", "<"):
            return _linear(found, item, rows)
        case Add(summands):
            names = [s for s in summands if name_of(s) is not None]
            shape = _linear(found, (names or list(summands))[0], rows)
            return shape_of(found, node) if shape is not None else None
        case Multiply(factors):
            capital = next((f for f in factors if is_capital(name_of(f) or "")), None)
            if capital is None or _linear(found, capital, rows) is None:
                return None
            return shape_of(found, node)
    name = name_of(node)
    if name is None or name in found.numbers or name in found.context.survey.running:
        return None
    dim = found.new() if rows is None else rows
    found.settle(dim)
    found.assign(name, (dim, found.new(open=True) if is_capital(name) else ONE))
    return found.of.get(name)


# ---------------------------------------------------------------------------------------------------------------------
# laws


def _law(found: Shapes, family: str, parameters: tuple[Syntax, ...], point: Syntax) -> None:
    """A point and the parameters of a normal law fit each other."""
    if family in ("N", "Normal") and len(parameters) == 2:
        _normal(found, *parameters, point)
    elif family == "MN" and len(parameters) == 3:
        mean, between, within = parameters
        rows, columns = found.new(), found.new()
        for each in (point, mean):
            _expect(found, each, (rows, columns))
        _expect(found, between, (rows, rows))
        _expect(found, within, (columns, columns))


def _normal(found: Shapes, mean: Syntax, spread: Syntax, point: Syntax) -> None:
    matrix = shape_of(found, spread)
    vectors = [shape_of(found, each) for each in (point, mean)]
    dim: Dim | None = None
    if matrix is not None:
        if found.is_scalar(matrix):
            return
        found.same(*matrix)
        dim = matrix[0]
    else:
        dim = next((s[0] for s in vectors if s is not None and found.is_one(s[1]) and not found.is_one(s[0])), None)
        name = name_of(spread)
        if dim is None and name is not None and bare(name) in ("Sigma", "Lambda", "Omega", "V", "C"):
            dim = found.new()
    if dim is not None:
        _expect(found, spread, (dim, dim))
        for each in (point, mean):
            _expect(found, each, (dim, ONE))
