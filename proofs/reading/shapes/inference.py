r"""The shapes of expressions: upwards from their names, and downwards from what an expression must be to its names."""

from __future__ import annotations

from typing import Literal

from ... import language as L
from ..names import name_of
from ..probability.means import operator
from ..syntax import (
    Add,
    Big,
    Bracket,
    Decorated,
    Dots,
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
    Unread,
)
from ..terms import dotted_grids, elementwise, gradients
from ..terms.calls import Call, call
from ..terms.rates import differentiated
from ..uses.heads import head_of
from ..uses.superscripts import is_half, is_inverse_transposed, is_minus_one, is_transposition
from . import samples
from .dimensions import ONE, SCALAR, Dim, Shape
from .shapes import Shapes, bare, is_capital
from .sizes import constant, is_identity, is_spread_of_identity

_ACTIVATIONS = ("sigma", "phi", "varphi", "rho", "f", "g", "h")
_UNKNOWN = ("Mode", "mode", "argmin", "argmax", "diag", "vec")


def shape_of(found: Shapes, node: Syntax) -> Shape | None:
    """The shape of an expression, as far as it is known; what it says of its names is noted on the way."""
    match node:
        case Numeral("0"):
            return None
        case Root(radicand, None):  # of a matrix a matrix
            inner = shape_of(found, radicand)
            if inner is None or found.is_scalar(inner) or found.is_one(inner[1]):
                return SCALAR
            found.same(*inner)
            return inner
        case Numeral() | Root() | Statement():
            _visit(found, node)
            return SCALAR
        case Named(name, argument) if name in elementwise.FUNCTIONS:
            return _entry_by_entry(found, argument, shape_of(found, argument))
        case Named(name):
            _visit(found, node)
            return None if name in _UNKNOWN else SCALAR
        case Symbol() | Script():
            return _script(found, node)
        case Bracket("|" | "||"):
            _visit(found, node)
            return SCALAR
        case Bracket("<", (left, right), ">", None):
            return _inner(found, shape_of(found, left), shape_of(found, right))
        case Grid():
            return _grid(found, node)
        case Bracket(_, (item,), _, None) | Decorated(_, item):
            return shape_of(found, item)
        case Fraction() if (rate := differentiated(node)) is not None:
            return _derivative(found, *rate, node)
        case Fraction(num, den):
            shape_of(found, den)
            return shape_of(found, num)
        case Big("sum" | "int" | "prod", body):
            return shape_of(found, body)
        case Big("argmin" | "argmax", body, Symbol() as place, None):  # it is what it is sought among
            shape_of(found, body)
            return shape_of(found, place)
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
    if dotted_grids.is_dotted(node):
        return _dotted_grid(found, node)
    for entry in node.children():
        shape = shape_of(found, entry)
        if (shape is None and is_capital(name_of(entry) or "")) or (shape is not None and not found.is_scalar(shape)):
            return None
    if node.fence not in ("[", "(") or len({len(row) for row in node.rows}) != 1:
        return SCALAR if node.fence == "|" else None
    rows, columns = (L.Number(n) for n in (len(node.rows), len(node.rows[0])))
    return found.new(rows), found.new(columns)


def _dotted_grid(found: Shapes, node: Grid) -> Shape | None:
    """A matrix of numbers of which dots leave some out."""
    try:
        sizes = dotted_grids.sizes(node)
    except Unread:
        return None
    shapes = [None if isinstance(each, Dots) else shape_of(found, each) for each in node.children()]
    if any(shape is not None and not found.is_scalar(shape) for shape in shapes):
        return None
    rows, columns = (_size(found, size) for size in sizes)
    return None if rows is None or columns is None else (rows, columns)


def _size(found: Shapes, size: Syntax) -> Dim | None:
    if isinstance(size, Numeral) and size.text.isdigit():
        return found.new(L.Number(int(size.text)))
    if (name := name_of(size)) is None:
        return None
    found.sizes.add(name)
    return found.new(L.Var(name, L.Z_INTEGERS))


def _sum(found: Shapes, summands: tuple[Syntax, ...]) -> Shape | None:
    before = len(found.of)
    shapes = [shape_of(found, each) for each in summands]
    if len(found.of) > before:  # the last may have shown what the first is
        shapes = [shape_of(found, each) for each in summands]
    known = [s for s in shapes if s is not None]
    whole = next((s for s in known if not found.is_scalar(s)), SCALAR if SCALAR in shapes else None)
    if whole is not None:
        for each in summands:
            expect(found, each, whole)
    return whole


def _script(found: Shapes, node: Symbol | Script) -> Shape | None:
    if (special := constant(found, node)) is not None:
        return special
    if (data := samples.shape(found, node)) is not None:
        return data
    name = name_of(node)
    if name is not None:
        if (name in found.numbers and name not in found.of) or is_part(found, node):
            return SCALAR
        return found.known(name)
    match node:
        case Script(base, below, above) if is_transposition(above):
            inner = shape_of(found, Script(base, below) if below is not None else base)
            if inner is None and found.daring:
                inner = _linear(found, base)
            return None if inner is None else (inner[1], inner[0])
        case Script(base, below, above) if is_minus_one(above) or is_inverse_transposed(above):
            inner = shape_of(found, Script(base, below) if below is not None else base)
            if inner is not None and not found.is_scalar(inner):
                found.same(*inner)
            return inner
        case Script(Bracket("<", (item,)), _, None):
            return shape_of(found, item)
        case Script(base, below, Numeral()):
            return shape_of(found, Script(base, below) if below is not None else base)
        case Script(base, below, above) if is_half(above):
            whole = Script(base, below) if below is not None else base
            inner = shape_of(found, whole)
            if inner is not None and not found.is_scalar(inner):
                found.same(*inner)
            return SCALAR if inner is None and not is_capital(name_of(whole) or "X") else inner
        case Script(base, below, Add() | Fraction()):  # a power that is not read of a matrix, a number of a number
            inner = shape_of(found, Script(base, below) if below is not None else base)
            return SCALAR if inner is not None and found.is_scalar(inner) else None
    _visit(found, node)
    return SCALAR


# ---------------------------------------------------------------------------------------------------------------------
# products


def parts_of(found: Shapes, node: Multiply) -> list[tuple[Syntax, Shape | None]]:
    """The factors with their shapes; an application is one factor."""
    parts: list[tuple[Syntax, Shape | None]] = []
    k = 0
    while k < len(node.factors):
        factor = node.factors[k]
        follower = node.factors[k + 1] if k + 1 < len(node.factors) and not node.signs[k + 1] else None
        if (taken := _differentiated(node.factors[k:], node.signs[k:])) is not None:
            variable, count = taken
            parts.append((factor, _derivative(found, variable, node.factors[k + 1 : k + 1 + count], node)))
            k += 1 + count
        elif isinstance(follower, Bracket) and (shape := _application(found, factor, follower)) is not False:
            parts.append((follower, shape))
            k += 2
        else:
            parts.append((factor, shape_of(found, factor)))
            k += 1
    return parts


def _differentiated(factors: tuple[Syntax, ...], signs: tuple[str, ...]) -> tuple[Syntax, int] | None:
    """The variable of a derivative that stands in front of other factors, and how many of these it is taken of."""
    first = factors[0]
    if isinstance(first, Fraction) and len(factors) > 1 and (rate := differentiated(first)) and not rate[1]:
        return rate[0], len(factors) - 1
    if gradients.is_nabla(first) and len(factors) > 1:
        try:
            count = gradients.reach(factors, signs)
            inside = factors[1] if count == 1 else Multiply(factors[1 : 1 + count], ("",) * count, span=first.span)
            return gradients.by(first, inside), count
        except Unread:
            return None
    return None


def _derivative(found: Shapes, by: Syntax, of: tuple[Syntax, ...], node: Syntax) -> Shape | None:
    """The shape of a derivative: that of its variable for a number, that of what it is of where it is by a number."""
    whole = of[0] if len(of) == 1 else Multiply(of, ("",) * len(of), span=node.span) if of else None
    variable, inner = shape_of(found, by), None if whole is None else shape_of(found, whole)
    if variable is None or found.is_scalar(variable):
        return inner
    if inner is None or found.is_scalar(inner):
        return variable if inner is not None else None
    return inner[0], variable[0]


def _application(found: Shapes, factor: Syntax, bracket: Bracket) -> Shape | Literal[False] | None:
    """The shape of a value f(x); False where the two are no application."""
    head = head_of(factor, bracket)
    if head is None:
        return False
    if head.symbol.name in _UNKNOWN:
        return None
    if (
        head.symbol.name in ("N", "MN")
        and bracket.left == "("
        and bracket.given is not None
        and len(bracket.items) == 1
    ):
        law(found, head.symbol.name, bracket.given, bracket.items[0])
        return SCALAR
    if head.symbol.font == "cal" and head.symbol.name == "N" and bracket.given is None and len(bracket.items) == 2:
        law(found, "N", bracket.items, None)
        return SCALAR
    try:
        kind = call(found.context, found, head, bracket)
    except Unread:
        return False
    if kind is Call.PRODUCT:
        return False
    if kind is Call.OPERATOR:
        return _under_operator(found, operator(head.symbol, bracket) or "", bracket)
    shapes = [shape_of(found, item) for item in (*bracket.items, *(bracket.given or ()))]
    shape = shapes[0] if kind is not Call.DENSITY and len(shapes) == 1 else None
    if shape is not None and not found.is_scalar(shape):
        found.alike(found.domains.setdefault(head.name, shape), shape)
    if kind is not Call.DENSITY and len(shapes) == 1 and is_entry_by_entry(found, head.symbol.name):
        return _entry_by_entry(found, bracket, shapes[0])
    return SCALAR


def is_entry_by_entry(found: Shapes, head: str) -> bool:
    """Whether a function is a word for one of vectors, or a letter of which words say that it acts entry by entry."""
    return head in elementwise.WORDS or (head in _ACTIVATIONS and found.says_entrywise)


def _entry_by_entry(found: Shapes, argument: Syntax, shape: Shape | None) -> Shape | None:
    """The shape of what is made of an argument entry by entry: a number, but of a vector, or of what may be one."""
    if shape is None:
        return None if any(name_of(node) in found.entrywise for node in argument.walk()) else SCALAR
    return shape if found.is_one(shape[1]) else SCALAR


def _under_operator(found: Shapes, word: str, bracket: Bracket) -> Shape | None:
    """A mean has the shape of what it is of, a divergence is a number, a variance may be a matrix."""
    if word == "mean" and len(bracket.items) == 1:
        return shape_of(found, bracket.items[0])
    # of laws, whose parameters tell what they are
    shapes = [shape_of(found, item) for item in (*bracket.items, *(bracket.given or ()))]
    if word in ("variance", "covariance") and bracket.given is None and shapes:
        first, last = shapes[0], shapes[-1]
        if first is not None and last is not None and found.is_one(first[1]) and found.is_one(last[1]):
            return first[0], last[0]
        return None
    return SCALAR if word in ("divergence", "jensen_shannon", "entropy", "information", "probability") else None


def _product(found: Shapes, node: Multiply) -> Shape | None:
    """The shape of a product; neighbours fit."""
    if elementwise.is_elementwise(node):
        return _sum(found, elementwise.groups(node))  # which have one shape, as summands do
    if any(sign not in ("", "\\cdot", "cdot", "\\times", "times", "*", "·", "/") for sign in node.signs):
        _visit(found, node)
        return None
    parts = parts_of(found, node)
    current: Shape = SCALAR
    whole = len(parts) == len(node.factors)
    for k, (factor, shape) in enumerate(parts):
        if whole and k and node.signs[k] in ("\\cdot", "cdot", "·") and _inner(found, current, shape) is not None:
            current = SCALAR
            continue
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
        elif found.same(current[1], shape[0]):
            current = (current[0], shape[1])
        else:
            return None  # its factors do not fit: it says nothing of what it is set equal to
    return current


def _inner(found: Shapes, left: Shape | None, right: Shape | None) -> Shape | None:
    """The shape of an inner product: a number, of two vectors, which then have one size."""
    if left is None or right is None or found.is_one(left[0]) or found.is_one(right[0]):
        return None
    columns = found.is_one(left[1]) and found.is_one(right[1])
    return SCALAR if columns and found.same(left[0], right[0]) else None


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
# downwards: what a shape says of the parts


def expect(found: Shapes, node: Syntax, shape: Shape) -> None:
    """Use that an expression has a shape."""
    name = name_of(node)
    if name is not None and constant(found, node) is None:
        if not is_part(found, node):
            found.agree(name, shape)
        return
    match node:
        case Add(summands):
            for each in summands:
                expect(found, each, shape)
        case Bracket("|" | "||"):
            return
        case Fraction() if differentiated(node) is not None:
            return
        case Bracket(_, (item,), _, None) | Decorated(_, item) | Fraction(item, _):
            expect(found, item, shape)
        case Script(base, below, above) if is_transposition(above):
            expect(found, Script(base, below) if below is not None else base, (shape[1], shape[0]))
        case Script(base, below, above) if is_minus_one(above) and not found.is_scalar(shape):
            expect(found, Script(base, below) if below is not None else base, (shape[1], shape[0]))
        case Named(function, item) if function in elementwise.FUNCTIONS and not found.is_scalar(shape):
            expect(found, item, shape)
        case Multiply((Symbol(function), Bracket("(", (item,), _, None)), ("", "")) if not found.is_scalar(
            shape
        ) and is_entry_by_entry(found, function):
            expect(found, item, shape)
        case Multiply((head, Bracket(_, (_, *_) as items) as bracket), ("", "")) if _is_spread(head, bracket):
            if not found.is_scalar(shape):  # of vectors
                expect(found, items[0], (shape[0], ONE))
                expect(found, items[-1], (shape[1], ONE))
        case Multiply(_, signs) if not found.is_scalar(shape) and "/" not in signs:
            parts = [(f, s) for f, s in parts_of(found, node) if s is None or not found.is_scalar(s)]
            known = [s for _, s in parts if s is not None]
            unknown = [f for f, s in parts if s is None]
            if len(parts) == 1 and len(unknown) == 1:
                expect(found, unknown[0], shape)
            elif found.daring and len(parts) == 2 and len(unknown) == 2 and is_capital(name_of(unknown[0]) or ""):
                expect(found, unknown[0], (shape[0], found.new()))  # X \beta
            elif not known and not found.is_one(shape[1]) and _is_multiple_of_identity(unknown):
                expect(found, unknown[-1], shape)  # A - \lambda I
            elif known and not unknown:
                found.same(known[0][0], shape[0])
                found.same(known[-1][1], shape[1])


def _is_spread(head: Syntax, bracket: Bracket) -> bool:
    """Whether a variance or a covariance is written."""
    symbol = head.base if isinstance(head, Script) else head
    return isinstance(symbol, Symbol) and operator(symbol, bracket) in ("variance", "covariance")


def _is_multiple_of_identity(factors: list[Syntax]) -> bool:
    """Whether what may be a matrix is small letters before an I."""
    match factors:
        case [*before, Symbol("I")]:
            return not any(is_capital(name_of(f) or "") for f in before)
    return False


def is_part(found: Shapes, node: Syntax) -> bool:
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
# laws


def law(found: Shapes, family: str, parameters: tuple[Syntax, ...], point: Syntax | None) -> None:
    """The parameters of a normal law, and a point that has it, fit each other; the point may be y of y | x."""
    match point:
        case Bracket("", (item,), "", (_, *_), "|"):
            point = item
    if (family in ("N", "Normal") and len(parameters) == 2) or (family == "t" and len(parameters) == 3):
        _normal(found, parameters[0], parameters[1], point)
    elif family == "MN" and len(parameters) == 3 and point is not None:
        mean, between, within = parameters
        rows, columns = found.new(), found.new()
        for each in (point, mean):
            expect(found, each, (rows, columns))
        expect(found, between, (rows, rows))
        expect(found, within, (columns, columns))


def _normal(found: Shapes, mean: Syntax, spread: Syntax, point: Syntax | None) -> None:
    matrix = shape_of(found, spread)
    points = (mean,) if point is None else (point, mean)
    vectors = [shape_of(found, each) for each in points]
    dim: Dim | None = None
    if matrix is not None:
        if found.is_scalar(matrix):
            return
        found.same(*matrix)
        dim = matrix[0]
    else:
        dim = next((s[0] for s in vectors if s is not None and found.is_one(s[1]) and not found.is_one(s[0])), None)
        name = name_of(spread)
        known = name is not None and bare(name) in ("Sigma", "Lambda", "Omega", "V", "C")
        if dim is None and (known or is_spread_of_identity(spread) or is_identity(found.context, spread)):
            dim = found.new()
    if dim is not None:
        expect(found, spread, (dim, dim))
        for each, shape in zip(points, vectors, strict=True):
            expect(found, each, (dim, ONE))
            if shape is not None and found.is_one(shape[1]) and not found.is_one(shape[0]):
                found.same(shape[0], dim)
                dim = shape[0]
        if is_spread_of_identity(spread):
            letter = spread.factors[-1] if isinstance(spread, Multiply) else spread
            size = shape_of(found, letter)
            found.several_identities |= size is not None and not found.same(size[0], dim)
