"""To SymPy: every scalar term it can say, and an undefined function where it cannot."""

from __future__ import annotations

from functools import reduce
from operator import add, mul
from typing import Any

from .binders import (
    Derivative,
    Expectation,
    Gradient,
    Int,
    Jacobian,
    Lambda,
    Limit,
    MatProd,
    Prod,
    RowsOf,
    Sum,
    Sup,
    VectorOf,
)
from .laws import (
    CrossEntropy,
    Density,
    Divergence,
    Entropy,
    Family,
    FunctionalDerivative,
    JensenShannon,
    Law,
    Marginal,
    MemberDensity,
    Mixture,
    ProductLaw,
    Pushforward,
    Wasserstein,
    support,
)
from .matrices import (
    Block,
    Column,
    Coord,
    Det,
    Diag,
    Entry,
    Form,
    Glue,
    Identity,
    Inverse,
    Iterate,
    MatMul,
    Rows,
    Tr,
    Transpose,
    Tuple,
    Zero,
)
from .node import Node
from .relations import Relation
from .spaces import (
    Cartesian,
    Compositions,
    Integers,
    Interval,
    Matrices,
    PositiveReals,
    Product,
    Range,
    Reals,
    Simplex,
    Space,
    Vectors,
    Without,
)
from .terms import (
    Apply,
    Cases,
    Constant,
    Elementary,
    Function,
    FunctionFamily,
    MemberFunction,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Term,
    Times,
    Var,
    exp,
    is_index_space,
)

_FUNCTIONS = {  # others have one name in both languages
    "abs": "Abs", "arctan": "atan", "arcsin": "asin", "arccos": "acos", "max": "Max", "min": "Min",
}  # fmt: skip
_RELATIONS = {"=": "Eq", "!=": "Ne", "<=": "Le", "<": "Lt", ">=": "Ge", ">": "Gt"}


class Writer:
    """Writes nodes as SymPy; ``positive`` are the names whose symbols are known to be positive."""

    def __init__(self, positive: frozenset[str]) -> None:
        import sympy

        self.sp = sympy
        self.positive = positive

    def write(self, node: Node) -> Any:
        """Raises ``TypeError`` for a node that is no term, law or relation."""
        sp, w = self.sp, self.write
        match node:
            case Number(value):
                return sp.Rational(value.numerator, value.denominator)
            case Constant(name):
                return {"pi": sp.pi, "e": sp.E, "oo": sp.oo}[name]
            case Var(name, space):
                return self.symbol(name, space)
            case Plus(args):
                return reduce(add, map(w, args))
            case Times(args):
                return reduce(mul, map(w, args))
            case Neg(arg):
                return -w(arg)
            case Quotient(num, den):
                return w(num) / w(den)
            case Power(base, exponent):
                return w(base) ** w(exponent)
            case Cases(values, conditions, otherwise):
                pairs = [(w(v), w(c)) for v, c in zip(values, conditions, strict=True)]
                return sp.Piecewise(*pairs, (w(otherwise), True))
            case Relation(left, symbol, right):
                return getattr(sp, _RELATIONS[symbol])(w(left), w(right), evaluate=False)
            case Apply(Elementary(name), args):
                return self.elementary(name, [w(arg) for arg in args])
            case Apply(head, args):
                return self.at_point(head, args)
        return self.binder(node)

    def symbol(self, name: str, space: Space) -> Any:
        """A symbol with the assumptions its space implies."""
        sp = self.sp
        match space:
            case Vectors(n) | Simplex(n) | Compositions(n, _):
                return sp.MatrixSymbol(name, self.write(n), 1)
            case Matrices(rows, columns):
                return sp.MatrixSymbol(name, self.write(rows), self.write(columns))
            case Product() | Cartesian():
                return sp.IndexedBase(name)
        assumptions: dict[str, bool] = {"integer": True} if is_index_space(space) else {"real": True}
        if name in self.positive or space == PositiveReals() or _least(space, 1):
            return sp.Symbol(name, positive=True, **({"integer": True} if is_index_space(space) else {}))
        if _least(space, 0):
            # the ends of an interval do not belong to it
            assumptions["nonnegative" if is_index_space(space) else "positive"] = True
        return sp.Symbol(name, **assumptions)

    def elementary(self, name: str, args: list[Any]) -> Any:
        sp = self.sp
        match name:
            case "sigmoid":
                return 1 / (1 + sp.exp(-args[0]))
            case "softplus":
                return sp.log(1 + sp.exp(args[0]))
        return getattr(sp, _FUNCTIONS.get(name, name))(*args)

    def opaque(self, name: str, *args: Any) -> Any:
        """An undefined function of what a term depends on: differentiating it is never silently 0."""
        return self.sp.Function(name)(*args)

    # -----------------------------------------------------------------------------------------------------------------
    # functions and laws at a point

    def at_point(self, head: Node, args: tuple[Term, ...]) -> Any:
        parts = [part for arg in args for part in _coordinates(arg)]
        values = [self.write(part) for part in parts]
        match head:
            case Function(name, _, _) | Density(name, _):
                return self.sp.Function(name, real=True)(*values)
            case MemberFunction(FunctionFamily(name, _, _, _), index):
                return self.sp.Function(name, real=True)(self.write(index), *values)
            case MemberDensity(family, index):
                return self.sp.Function(family.name, real=True)(self.write(index), *values)
            case Family():
                return self.write(exp(head.log_density(args[0])))
            case ProductLaw(body, var):
                return self.write(Prod(Apply(body, (Coord(args[0], var),)), var))
            case Mixture(weights, components):
                densities = (Apply(component, args) for component in components)
                return self.write(Plus(tuple(Times(pair) for pair in zip(weights, densities, strict=True))))
            case Marginal() | Pushforward():
                return self.opaque("density", self.law(head), *values)
            case Lambda():
                return self.write(head)(*values)
        raise TypeError(f"expected a function or a law, found {head!r}")

    def law(self, law: Node) -> Any:
        """A law as an argument: of its parameters, so that derivatives by them are not lost."""
        sp = self.sp
        match law:
            case Family():
                return self.opaque(type(law).__name__, *map(self.write, law.parameters))
            case Density(name, _):
                return sp.Symbol(name)
            case MemberDensity(family, index):
                return self.opaque(family.name, self.write(index))
            case Marginal(joint, index):
                return self.opaque("Marginal", self.law(joint), self.write(index))
            case Pushforward(function, inner):
                image = self.write(function) if isinstance(function, Lambda) else sp.Symbol(_name(function))
                return self.opaque("Pushforward", image, self.law(inner))
            case ProductLaw(body, var):
                return self.opaque("ProductLaw", self.abstracted(var, self.law(body)))
            case Mixture(weights, components):
                return self.opaque("Mixture", *map(self.write, weights), *map(self.law, components))
        raise TypeError(f"expected a law, found {law!r}")

    # -----------------------------------------------------------------------------------------------------------------
    # binders and functionals

    def binder(self, node: Node) -> Any:
        sp, w = self.sp, self.write
        match node:
            case Int(body, var):
                return self.integral(w(body), var, var.space)
            case Expectation(body, var, law):
                return self.mean(body, var, law)
            case Sum(body, var):
                return self.indexed(sp.Sum, w(body), w(var), var.space, 0)
            case Prod(body, var):
                return self.indexed(sp.Product, w(body), w(var), var.space, 1)
            case Derivative(body, var, at):
                plain = sp.Derivative(w(body), w(var))
                return plain if at is var else sp.Subs(plain, w(var), w(at))
            case Limit(body, var, to, side):
                return sp.Limit(w(body), w(var), w(to), side or "+-")
            case Sup(body, var):
                ends = (end for end in var.space.fields if isinstance(end, Term))
                return self.opaque("Sup", self.abstracted(var, w(body)), *map(w, ends))
            case Gradient(body, var, at) | Jacobian(body, var, at):
                return self.opaque(type(node).__name__, self.abstracted(var, w(body)), w(at))
            case Lambda(body, var):
                return sp.Lambda(w(var), w(body))
            case Divergence(p, q):
                return self.opaque("KL", self.law(p), self.law(q))
            case JensenShannon(p, q):
                return self.opaque("JS", self.law(p), self.law(q))
            case Wasserstein(p, q, order):
                return self.opaque("W", self.law(p), self.law(q), w(order))
            case Entropy(p):
                return self.opaque("H", self.law(p))
            case CrossEntropy(p, q):
                return self.opaque("H", self.law(p), self.law(q))
            case FunctionalDerivative(functional, density, point):
                return self.opaque("FunctionalDerivative", w(functional), self.law(density), w(point))
        return self.matrix(node)

    def integral(self, body: Any, var: Var, space: Space) -> Any:
        sp, symbol = self.sp, self.write(var)
        match space:
            case Reals():
                return sp.Integral(body, (symbol, -sp.oo, sp.oo))
            case PositiveReals():
                return sp.Integral(body, (symbol, 0, sp.oo))
            case Interval(low, high):
                return sp.Integral(body, (symbol, self.write(low), self.write(high)))
            case Range() | Without() | Integers():
                return self.indexed(sp.Sum, body, symbol, space, 0)
        return self.opaque("Int", self.abstracted(var, body))

    def mean(self, body: Term, var: Var, law: Law) -> Any:
        """The mean as an integral over the support; opaque where SymPy has no integral over that space."""
        space = support(law)
        if not isinstance(space, Reals | PositiveReals | Interval | Range | Integers):
            return self.opaque("E", self.abstracted(var, self.write(body)), self.law(law))
        if isinstance(space, Integers):
            space = Range(Number(0), Constant("oo"))  # the only law of this kind counts: 0, 1, 2, ...
        return self.integral(self.write(Times((body, Apply(law, (var,))))), var, space)

    def abstracted(self, var: Var, body: Any) -> Any:
        """A function of ``var``; a point of a product space, which SymPy binds no symbol for, becomes a plain one.

        The identity has a name instead: SymPy 1.14 fails where it asks a ``Lambda(x, x)`` for its sign.
        """
        symbol = self.write(var)
        if body == symbol:
            return self.sp.Symbol("identity")
        if isinstance(var.space, Product | Cartesian):
            plain = self.sp.Symbol(var.name)
            return self.sp.Lambda(plain, body.subs(symbol.label, plain))
        return self.sp.Lambda(symbol, body)

    def indexed(self, kind: Any, body: Any, symbol: Any, space: Space, neutral: int) -> Any:
        """A sum or product; an index that is left out contributes the neutral number."""
        sp = self.sp
        while isinstance(space, Without):
            body = sp.Piecewise((neutral, sp.Eq(symbol, self.write(space.index))), (body, True))
            space = space.range
        match space:
            case Range(low, high):
                return kind(body, (symbol, self.write(low), self.write(high)))
            case Integers():
                return kind(body, (symbol, -sp.oo, sp.oo))
        raise TypeError(f"expected an index range, found {space!r}")

    # -----------------------------------------------------------------------------------------------------------------
    # vectors and matrices

    def matrix(self, node: Node) -> Any:
        sp, w = self.sp, self.write
        match node:
            case MatMul(args):
                return reduce(mul, map(w, args))
            case Transpose(arg):
                return self.of_matrix(sp.Transpose, "transpose", w(arg))
            case Inverse(arg):
                return self.of_matrix(sp.Inverse, "inverse", w(arg))
            case Tr(arg):
                return self.of_matrix(sp.Trace, "tr", w(arg))
            case Det(arg):
                return self.of_matrix(sp.Determinant, "det", w(arg))
            case Diag(vector):
                return self.of_matrix(sp.DiagMatrix, "diag", w(vector))
            case Identity(n):
                return sp.Identity(w(n))
            case Zero(Vectors(n)):
                return sp.ZeroMatrix(w(n), 1)
            case Zero(Matrices(rows, columns)):
                return sp.ZeroMatrix(w(rows), w(columns))
            case Column(entries):
                return sp.ImmutableMatrix([w(entry) for entry in entries])
            case Rows(rows):
                return sp.ImmutableMatrix([[w(entry) for entry in row.entries] for row in rows])
            case Block(a, b, c, d):
                blocks = [w(block) for block in (a, b, c, d)]
                if all(getattr(block, "is_Matrix", False) for block in blocks):
                    return sp.BlockMatrix([blocks[:2], blocks[2:]])
                return self.opaque("block", *blocks)
            case Form(left, matrix, right):
                return self.form(w(left), w(matrix), w(right))
            case VectorOf(body, Var(_, Range(_, high)) as var):
                row, column = (sp.Dummy(n, dummy_index=k, integer=True) for k, n in enumerate(("row", "column")))
                return sp.FunctionMatrix(w(high), 1, sp.Lambda((row, column), w(body).subs(w(var), row + 1)))
            case MatProd(body, Var(_, Range(low, high)) as var) | RowsOf(body, Var(_, Range(low, high)) as var):
                return self.opaque(type(node).__name__, self.abstracted(var, w(body)), w(low), w(high))
            case Coord(point, index):
                return self.coordinate(w(point), w(index))
            case Entry(matrix, row, column):
                outer = w(matrix)
                if getattr(outer, "is_Matrix", False):
                    return outer[w(row) - 1, w(column) - 1]
                return self.opaque("entry", outer, w(row), w(column))
            case Glue(index, value, rest):
                return self.opaque("glue", w(index), w(value), w(rest))
            case Tuple(entries):
                return self.opaque("tuple", *map(w, entries))
            case Iterate(family, count, start):
                return self.opaque("iterate", sp.Symbol(family.name), w(count), w(start))
            case Law():
                return self.law(node)
        raise TypeError(f"expected a term, law or relation, found {type(node).__name__}")

    def of_matrix(self, kind: Any, name: str, argument: Any) -> Any:
        """SymPy's matrix function of a matrix expression; of anything else an undefined function."""
        return kind(argument) if getattr(argument, "is_Matrix", False) else self.opaque(name, argument)

    def form(self, left: Any, matrix: Any, right: Any) -> Any:
        from sympy.matrices.expressions.matexpr import MatrixElement

        if not all(getattr(part, "is_Matrix", False) for part in (left, matrix, right)):
            return self.opaque("form", left, matrix, right)
        product = left.T * matrix * right
        return MatrixElement(product, 0, 0) if isinstance(product, self.sp.MatrixExpr) else product[0, 0]

    def coordinate(self, point: Any, index: Any) -> Any:
        if isinstance(point, self.sp.IndexedBase):
            return point[index]
        if getattr(point, "is_Matrix", False):
            return point[index - 1, 0]
        return self.opaque("coordinate", point, index)


def _least(space: Space, bound: int) -> bool:
    """Whether the space says that its points are at least ``bound``."""
    while isinstance(space, Without):
        space = space.range
    return isinstance(space, Range | Interval) and isinstance(space.low, Number) and space.low.value >= bound


def _coordinates(point: Term) -> tuple[Term, ...]:
    """What stands between the brackets of a function at a point."""
    match point:
        case Glue(_, value, rest):
            return value, rest
        case Tuple(entries):
            return tuple(entries)
    return (point,)


def _name(function: Node) -> str:
    match function:
        case Function(name, _, _) | MemberFunction(FunctionFamily(name, _, _, _), _):
            return str(name)
    raise TypeError(f"expected a named function, found {function!r}")
