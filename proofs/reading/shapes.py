r"""Which names are vectors and which are matrices, and of what size, from how they are multiplied, added and transposed.

Evidence begins with declarations (\beta \in \mathbb R^p), transposed names (capital letters are matrices, small ones
vectors), inverses and determinants of capital letters.  From there it spreads: the two sides of an equation and the
summands of a sum have one shape, a matrix times a small letter is a matrix times a vector.  What no evidence reaches is
a number.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from .. import language as L
from .context import Context
from .names import name_of, symbol_name
from .survey import is_minus_one, is_transposition
from .syntax import (
    Add,
    Big,
    Bracket,
    Decorated,
    Fraction,
    Multiply,
    Named,
    Numeral,
    Root,
    RowSyntax,
    Script,
    Statement,
    Symbol,
    Syntax,
)

_ROUNDS = 5
Dim = int  # a class of dimensions; 0 is the dimension 1
ONE: Dim = 0
Shape = tuple[Dim, Dim]
SCALAR: Shape = (ONE, ONE)


@dataclass
class Shapes:
    """Shapes by name, their dimensions as classes of dimensions that are equal."""

    context: Context
    of: dict[str, Shape] = field(default_factory=dict)
    spoilt: set[str] = field(default_factory=set)  # names whose uses contradict each other
    _parents: list[Dim] = field(default_factory=lambda: [ONE])
    _terms: dict[Dim, L.Term] = field(default_factory=dict)
    changed: bool = False

    # -----------------------------------------------------------------------------------------------------------------
    # dimensions

    def new(self, known: L.Term | None = None) -> Dim:
        if known is not None:
            if known is L.Number(1):
                return ONE
            for dim, term in self._terms.items():
                if term is known:
                    return self.find(dim)
        self._parents.append(len(self._parents))
        dim = len(self._parents) - 1
        if known is not None:
            self._terms[dim] = known
        return dim

    def find(self, dim: Dim) -> Dim:
        while self._parents[dim] != dim:
            dim = self._parents[dim]
        return dim

    def same(self, a: Dim, b: Dim) -> bool:
        """Make two dimensions one; False where one of them is 1 and the other is not known to be."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return True
        if ONE in (a, b):
            return False
        first, second = self._terms.get(a), self._terms.get(b)
        if first is not None and second is not None and first is not second:
            return False
        self._parents[b] = a
        if first is None and second is not None:
            self._terms[a] = second
        self.changed = True
        return True

    def alike(self, a: Shape, b: Shape) -> bool:
        return self.same(a[0], b[0]) and self.same(a[1], b[1])

    def assign(self, name: str, shape: Shape) -> None:
        if name in self.of or name in self.spoilt or name in self.context.values:
            return
        self.of[name] = shape
        self.changed = True

    # -----------------------------------------------------------------------------------------------------------------

    def space(self, name: str) -> L.Space | None:
        """The space of a vector or matrix name; None for a number."""
        shape = self.of.get(name)
        if shape is None or name in self.spoilt:
            return None
        rows, columns = map(self.find, shape)
        if columns == ONE:
            return None if rows == ONE else L.Vectors(self._term(rows))
        return L.Matrices(self._term(rows), self._term(columns))

    def _term(self, dim: Dim) -> L.Term:
        dim = self.find(dim)
        if dim == ONE:
            return L.Number(1)
        found = self._terms.get(dim)
        if found is None:
            taken = {t.name for t in self._terms.values() if isinstance(t, L.Var)} | self.context.survey.bare
            name = next(n for n in ("d", "m", "k", "r", "s", *(f"d_{k}" for k in range(1, 200))) if n not in taken)
            found = self._terms[dim] = L.Var(name, L.Z_INTEGERS)
        return found


def shapes(rows: Iterable[Syntax], context: Context) -> Shapes:
    """The shapes that a stretch of rows gives its names."""
    found = Shapes(context)
    statements = [n for row in rows for n in row.walk() if isinstance(n, Statement)]
    for name, space in context.spaces.items():
        if isinstance(space, L.Vectors):
            found.of[name] = (found.new(space.dimension), ONE)
        elif isinstance(space, L.Matrices):
            found.of[name] = (found.new(space.rows), found.new(space.columns))
        else:
            found.of[name] = SCALAR
    _seed(found)
    if not any(shape != SCALAR for shape in found.of.values()):
        return found
    for _ in range(_ROUNDS):
        found.changed = False
        for statement in statements:
            _statement(found, statement)
        if not found.changed:
            break
    return found


def _seed(found: Shapes) -> None:
    survey = found.context.survey
    for name in sorted(survey.transposed):
        letter = _letter(name)
        if letter == "" or name.startswith("I_") or name in found.of or name in survey.running:
            continue
        if _capital(name):
            found.of[name] = (found.new(), found.new())
        else:
            found.of[name] = (found.new(), ONE)
    for name in sorted(survey.inverted):
        if _capital(name) and name not in found.of and (survey.transposed or _is_covariance(name)):
            dim = found.new()
            found.of[name] = (dim, dim)


def _is_covariance(name: str) -> bool:
    return name.split("_")[0] in ("Sigma", "Lambda", "\\mathbf{Sigma}", "\\mathbf{\\Sigma}", "\\mathbf{\\Lambda}")


def _letter(name: str) -> str:
    """The bare letter of a name: mu of \\hat{\\mu}_1."""
    text = name.split("_")[0]
    for accent in ("\\hat", "\\bar", "\\tilde", "\\vec", "\\mathbf", "\\mathrm", "\\boldsymbol"):
        text = text.replace(accent, "")
    return text.strip("{}\\^*' ")


def _capital(name: str) -> bool:
    return _letter(name)[:1].isupper()


# ---------------------------------------------------------------------------------------------------------------------


def _statement(found: Shapes, statement: Statement) -> None:
    """The sides of equations and orders have one shape; the point of N(x; mu, Sigma) fixes its parameters."""
    sides = [e for e in statement.expressions if e is not None]
    known: Shape | None = None
    for side in sides:
        shape = shape_of(found, side)
        known = known or shape
    if known is None or any(s.symbol not in ("=", ":=", "equiv") for s in statement.relations):
        return
    for side in sides:
        _expect(found, side, known)


def _expect(found: Shapes, node: Syntax, shape: Shape) -> None:
    """Use that an expression has a shape."""
    name = name_of(node)
    if name is not None:
        if name in found.of:
            if not found.alike(found.of[name], shape):
                found.spoilt.add(name)
        elif shape != SCALAR:
            found.assign(name, shape)
        return
    match node:
        case Add(summands):
            for each in summands:
                _expect(found, each, shape)
        case Bracket(_, (item,), _, None) | Decorated(_, item):
            _expect(found, item, shape)


def shape_of(found: Shapes, node: Syntax) -> Shape | None:
    """The shape of an expression, as far as it is known; what it says of its names is noted on the way."""
    match node:
        case Numeral() | Named() | Fraction() | Root() | Big():
            return _plain(found, node)
        case Symbol() | Script():
            return _script(found, node)
        case Bracket("|", (item,), "|", None):
            shape_of(found, item)
            inner = _square(found, item)
            return SCALAR if inner else SCALAR
        case Bracket(_, (item,), _, None) | Decorated(_, item):
            return shape_of(found, item)
        case Add(summands):
            known = [s for s in (shape_of(found, each) for each in summands) if s is not None]
            whole = next((s for s in known if s != SCALAR), known[0] if known else None)
            if whole is not None:
                for each in summands:
                    _expect(found, each, whole)
            return whole
        case Multiply(factors):
            return _product(found, factors)
    return None


def _plain(found: Shapes, node: Syntax) -> Shape | None:
    match node:
        case Named("det" | "tr", argument):
            shape_of(found, argument)
            _square(found, argument)
            return SCALAR
        case Fraction(num, den):
            above = shape_of(found, num)
            shape_of(found, den)
            return above
        case Big("sum" | "int", body):
            return shape_of(found, body)
    for child in node.children():
        if not isinstance(child, RowSyntax | Statement):
            shape_of(found, child)
    return SCALAR


def _square(found: Shapes, node: Syntax) -> bool:
    """A determinant, a trace or an inverse is of a square matrix; whether that says anything."""
    name = name_of(node)
    shape = found.of.get(name or "") or (shape_of(found, node) if name is None else None)
    if shape is not None and shape != SCALAR:
        return found.same(*shape)
    return False


def _script(found: Shapes, node: Syntax) -> Shape | None:
    name = name_of(node)
    if name is not None and name in found.of:
        return found.of[name]
    match node:
        case Script(base, below, above, _) if is_transposition(above):
            inner = shape_of(found, Script(base, below) if below is not None else base)
            return None if inner is None else (inner[1], inner[0])
        case Script(base, below, above, _) if above is not None and is_minus_one(above):
            stem: Syntax = Script(base, below) if below is not None else base
            inner = shape_of(found, stem)
            if inner is not None and inner != SCALAR:
                found.same(*inner)
            return inner
        case Script(Symbol("I", "") as base, below, None, 0) if below is not None and "I" not in found.of:
            size = _identity_size(found, below)
            return None if size is None or symbol_name(base) != "I" else (size, size)
        case Script(_, _, above, _) if above is not None and name is None:
            return SCALAR
    if name is not None and (name in found.context.values):
        return _of_space(found, L.space_of(found.context.values[name]))
    return None


def _identity_size(found: Shapes, below: Syntax) -> Dim | None:
    name = name_of(below)
    if name is None:
        return None
    return found.new(L.Var(name, L.Z_INTEGERS))


def _of_space(found: Shapes, space: Any) -> Shape:
    match space:
        case L.Vectors(d):
            return found.new(d), ONE
        case L.Matrices(r, c):
            return found.new(r), found.new(c)
    return SCALAR


def _product(found: Shapes, factors: tuple[Syntax, ...]) -> Shape | None:
    """The shape of a product; a small letter behind a matrix is a vector."""
    current: Shape | None = None
    unknown = False
    k = 0
    while k < len(factors):
        factor = factors[k]
        follower = factors[k + 1] if k + 1 < len(factors) else None
        if isinstance(follower, Bracket) and follower.left == "(" and _applied(found, factor):
            for item in follower.items:
                shape_of(found, item)
            shape: Shape | None = SCALAR
            k += 2
        else:
            shape = shape_of(found, factor)
            k += 1
        if shape is None:
            name = name_of(factor)
            behind = current is not None and current != SCALAR and current[1] != ONE
            if name is not None and behind and not _capital(name) and name not in found.context.survey.counting:
                assert current is not None
                shape = (current[1], ONE)
                found.assign(name, shape)
            else:
                unknown = True
                continue
        if shape == SCALAR:
            current = current or SCALAR
        elif current is None or current == SCALAR:
            current = shape
        elif current[1] == ONE and shape[0] != ONE:
            unknown = True
        else:
            found.same(current[1], shape[0])
            current = (current[0], shape[1])
    return None if unknown and (current is None or current == SCALAR) else current


def _applied(found: Shapes, factor: Syntax) -> bool:
    name = name_of(factor)
    return name is not None and name in found.context.survey.heads() and name not in found.of
