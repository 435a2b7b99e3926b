"""From SymPy: any expression as a term, just as it stands."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from .binders import Derivative, Int, Prod, Sum
from .binding import substitute
from .matrices import Det, Entry, Form, Identity, Inverse, MatMul, Tr, Transpose, Zero
from .node import Node
from .relations import Relation
from .spaces import R_POSITIVE, Z_INTEGERS, Interval, Matrices, R, Range, Space, Vectors
from .terms import (
    Cases,
    Elementary,
    Function,
    Neg,
    Number,
    Plus,
    Power,
    Quotient,
    Term,
    Times,
    Var,
    e,
    fold,
    log,
    oo,
    pi,
    sqrt,
)

_FUNCTIONS = {
    "exp": "exp", "Abs": "abs", "sign": "sign", "sin": "sin", "cos": "cos", "tan": "tan", "sinh": "sinh",
    "cosh": "cosh", "tanh": "tanh", "atan": "arctan", "gamma": "gamma", "loggamma": "loggamma", "digamma": "digamma",
    "polygamma": "polygamma", "beta": "beta", "erf": "erf", "factorial": "factorial", "binomial": "binomial",
    "asin": "arcsin", "acos": "arccos", "erfc": "erfc", "floor": "floor", "Max": "max", "Min": "min",
}  # fmt: skip
_RELATIONS = {
    "Equality": "=", "Unequality": "!=", "LessThan": "<=", "StrictLessThan": "<", "GreaterThan": ">=",
    "StrictGreaterThan": ">",
}  # fmt: skip
_CONSTANTS = {"Pi": pi, "Exp1": e, "Infinity": oo, "NegativeInfinity": Neg(oo)}


def read(expr: Any) -> Node:
    """The term (or relation) for a SymPy expression.  See ``sympy_door.from_sympy``."""
    _one_symbol_per_name(expr)
    return _read(expr, {})


def _one_symbol_per_name(expr: Any) -> None:
    import sympy

    seen: dict[str, Any] = {}
    for symbol in sorted(expr.atoms(sympy.Symbol), key=str):
        other = seen.setdefault(symbol.name, symbol)
        if other != symbol:
            raise TypeError(
                f"two symbols are called {symbol.name}, with the assumptions {_assumed(other)} and {_assumed(symbol)}; "
                "one name is one symbol"
            )


def _assumed(symbol: Any) -> str:
    return ", ".join(f"{k}={v}" for k, v in sorted(symbol.assumptions0.items()) if k in ("real", "positive")) or "none"


def _read(x: Any, bound: dict[Any, Var]) -> Any:
    """``bound`` are the variables of the binders around ``x``, with the spaces that their limits give them."""
    kind = type(x).__name__
    if x.is_Symbol:
        return bound[x] if x in bound else Var(x.name, Z_INTEGERS if x.is_integer else R)
    if x.is_Rational:
        return Number(Fraction(int(x.p), int(x.q)))
    if x.is_Float:
        raise TypeError(f"expected exact numbers, found the float {x}; write Rational('{x!s}') or a fraction")
    if kind in _CONSTANTS:
        return _CONSTANTS[kind]
    if kind in ("Add", "MatAdd"):
        return Plus(tuple(_summand(arg, bound) for arg in x.args))
    if kind in ("Mul", "MatMul"):
        return _product(x, bound)
    if kind in ("Pow", "MatPow"):
        return _power(x, bound)
    if kind == "log" and len(x.args) == 1:
        return log(_read(x.args[0], bound))
    if kind in _FUNCTIONS:
        return _applied(_FUNCTIONS[kind], [_read(arg, bound) for arg in x.args])
    if kind in _RELATIONS:
        return Relation(_read(x.lhs, bound), _RELATIONS[kind], _read(x.rhs, bound))
    if x.is_Matrix:
        return _matrix(x, bound)
    if _is_unknown_function(x):
        return Function(type(x).name, (R,) * len(x.args))(*(_read(arg, bound) for arg in x.args))
    return _structure(x, kind, bound)


def _is_unknown_function(x: Any) -> bool:
    from sympy.core.function import AppliedUndef

    return isinstance(x, AppliedUndef)


def _structure(x: Any, kind: str, bound: dict[Any, Var]) -> Term:
    """Binders, cases, and scalars made of matrices."""
    if kind in ("Integral", "Sum", "Product"):
        return _binder(x, kind, list(x.limits), bound)
    if kind == "Derivative":
        return _derivative(x, bound)
    if kind == "Subs":
        inner = _read(x.expr, bound)
        return substitute(inner, {_read(v, bound): _read(p, bound) for v, p in zip(x.variables, x.point, strict=True)})
    if kind == "Piecewise":
        return _cases(x, bound)
    if kind == "UnevaluatedExpr":
        return _read(x.args[0], bound)
    if kind == "Trace":
        return Tr(_read(x.arg, bound))
    if kind == "Determinant":
        return Det(_read(x.arg, bound))
    if kind == "MatrixElement":
        return _element(x, bound)
    raise TypeError(f"expected an expression that the language can say, found {kind}: {x}")


def _summand(x: Any, bound: dict[Any, Var]) -> Any:
    """A term of a sum; a negative number is subtracted, as SymPy prints it."""
    if x.is_Rational and x.is_negative:
        return Neg(_read(-x, bound))
    return _read(x, bound)


def _product(x: Any, bound: dict[Any, Var]) -> Any:
    """A product: SymPy writes a/b as a * b**-1 and -a as (-1) * a."""
    import sympy

    args = list(x.args)
    if args[0] == -1 and len(args) > 1:
        rest = args[1:]
        return Neg(_read(rest[0] if len(rest) == 1 else type(x)(*rest, evaluate=False), bound))
    above, below = [], []
    for arg in args:
        if isinstance(arg, sympy.Pow) and _negative_number(arg.exp):
            below.append(_read(sympy.Pow(arg.base, -arg.exp, evaluate=False) if arg.exp != -1 else arg.base, bound))
        else:
            above.append(_read(arg, bound))
    if x.is_Matrix:
        matrices = [a for a, arg in zip(above, args, strict=True) if arg.is_Matrix]
        scalars = [a for a, arg in zip(above, args, strict=True) if not arg.is_Matrix]
        product = MatMul(tuple(matrices)) if len(matrices) > 1 else matrices[0]
        return Times((*scalars, product)) if scalars else product
    top = fold(Times, above, 1)
    return Quotient(top, fold(Times, below, 1)) if below else top


def _negative_number(x: Any) -> bool:
    return bool(x.is_Rational and x.is_negative)


def _power(x: Any, bound: dict[Any, Var]) -> Term:
    base, exponent = _read(x.base, bound), x.exp
    if x.is_Matrix:
        return Inverse(base) if exponent == -1 else Power(base, _read(exponent, bound))
    if exponent == Fraction(1, 2):
        return sqrt(base)
    if _negative_number(exponent):
        under = base if exponent == -1 else sqrt(base) if -exponent == Fraction(1, 2) else None
        return Quotient(Number(1), under if under is not None else Power(base, _read(-exponent, bound)))
    return Power(base, _read(exponent, bound))


def _applied(name: str, args: list[Term]) -> Term:
    head = Elementary(name)
    if name in ("max", "min"):  # of any number of arguments in SymPy, of two in the language
        result = args[0]
        for arg in args[1:]:
            result = head(result, arg)
        return result
    return head(*args)


def _binder(x: Any, kind: str, limits: list[Any], bound: dict[Any, Var]) -> Term:
    """Nested binders; SymPy lists the innermost limits first."""
    if not limits:
        return _read(x.function, bound)
    *inner, limit = limits
    if len(limit) != 3:
        raise TypeError(f"expected limits for the variable {limit[0]}, found none in {x}")
    symbol, low, high = limit[0], _read(limit[1], bound), _read(limit[2], bound)
    var = Var(symbol.name, _line(low, high) if kind == "Integral" else Range(low, high))
    body = _binder(x, kind, inner, {**bound, symbol: var})
    return {"Integral": Int, "Sum": Sum, "Product": Prod}[kind](body, var)


def _line(low: Term, high: Term) -> Space:
    if low is Neg(oo) and high is oo:
        return R
    return R_POSITIVE if low is Number(0) and high is oo else Interval(low, high)


def _derivative(x: Any, bound: dict[Any, Var]) -> Term:
    body = _read(x.expr, bound)
    for symbol, count in x.variable_count:
        var = _read(symbol, bound)
        if not (isinstance(var, Var) and count.is_Integer):
            raise TypeError(f"expected a derivative by a symbol, a known number of times, found {x}")
        for _ in range(int(count)):
            body = Derivative(body, var, var)
    return body


def _cases(x: Any, bound: dict[Any, Var]) -> Term:
    *pairs, (otherwise, last) = x.args
    if last != True or not pairs:  # noqa: E712 - SymPy's truth value, not Python's
        raise TypeError(f"expected a Piecewise that ends with (..., True), found {x}")
    for _, condition in pairs:
        if type(condition).__name__ not in _RELATIONS:
            raise TypeError(f"expected a relation as the condition, found {condition}")
    values = tuple(_read(value, bound) for value, _ in pairs)
    return Cases(values, tuple(_read(condition, bound) for _, condition in pairs), _read(otherwise, bound))


def _matrix(x: Any, bound: dict[Any, Var]) -> Term:
    kind = type(x).__name__
    match kind:
        case "MatrixSymbol":
            rows, columns = (_read(n, bound) for n in x.shape)
            return Var(x.name, Vectors(rows) if x.shape[1] == 1 else Matrices(rows, columns))
        case "Transpose":
            return Transpose(_read(x.arg, bound))
        case "Inverse":
            return Inverse(_read(x.arg, bound))
        case "Identity":
            return Identity(_read(x.shape[0], bound))
        case "ZeroMatrix":
            rows, columns = (_read(n, bound) for n in x.shape)
            return Zero(Vectors(rows) if x.shape[1] == 1 else Matrices(rows, columns))
    raise TypeError(f"expected a matrix expression that the language can say, found {kind}: {x}")


def _element(x: Any, bound: dict[Any, Var]) -> Term:
    """An entry of a matrix, counted from 0 by SymPy; the only entry of x' A y is the form."""
    outer = x.parent
    if outer.shape == (1, 1):
        match _read(outer, bound):
            case MatMul((Transpose(left), right)):
                return Form(left, Identity(_read(x.parent.args[0].shape[1], bound)), right)
            case MatMul((Transpose(left), *middle, right)):
                return Form(left, MatMul(tuple(middle)) if len(middle) > 1 else middle[0], right)
    row, column = (Plus((_read(k, bound), Number(1))) if not k.is_Integer else Number(int(k) + 1) for k in (x.i, x.j))
    point = _read(outer, bound)
    return point[row] if outer.shape[1] == 1 else Entry(point, row, column)
