"""Terms: mathematics exactly as it was written.

Python's operators build terms verbatim: ``a + b + c`` is one sum of three, ``a + (b + c)`` keeps its bracket, ``x/x``
stays ``x/x``.  Nothing is evaluated.  Numbers are exact; a float is refused, since it has already lost what was meant.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Union

from .node import Name, Node
from .spaces import Z_INTEGERS, Compositions, Integers, Matrices, R, Range, Simplex, Space, Vectors, Without

if TYPE_CHECKING:
    from .relations import Relation

TermLike = Union["Term", int, Fraction]


def term(value: Any) -> Term:
    """The term for a number, a term, or any SymPy expression, just as it stands.

    Raises ``TypeError`` for floats and NumPy scalars, naming the exact spelling, and for anything that is no term.
    """
    if isinstance(value, Term):
        return value
    if type(value) is int:
        return _integer(value)
    if isinstance(value, bool):
        raise TypeError(f"expected a term, found the truth value {value}")
    if isinstance(value, int | Fraction):
        return Number(value)
    module = type(value).__module__.partition(".")[0]
    if module == "sympy":
        from .sympy_door import from_sympy

        return from_sympy(value)
    if isinstance(value, float) or module == "numpy":
        exact = Fraction(str(value)) if value == value and abs(value) != float("inf") else None
        remedy = f"; write Fraction({exact.numerator}, {exact.denominator})" if exact is not None else ""
        raise TypeError(f"expected an exact number, found {type(value).__name__} {value}{remedy}")
    raise TypeError(f"expected a term, found {type(value).__name__} {value!r}")


@lru_cache(maxsize=1_000)
def _integer(value: int) -> Number:
    return Number(value)


class Term(Node):
    """Base of all terms: scalars, vectors and matrices (see ``shape``)."""

    __slots__ = ()
    _op_priority = 1000.0  # SymPy asks this: `sympy_x + term` comes to us

    def __add__(self, other: TermLike) -> Term:
        return Plus(_open(Plus, self) + (term(other),))

    def __radd__(self, other: TermLike) -> Term:
        return Plus((term(other), self))

    def __sub__(self, other: TermLike) -> Term:
        return Plus(_open(Plus, self) + (Neg(term(other)),))

    def __rsub__(self, other: TermLike) -> Term:
        return Plus((term(other), Neg(self)))

    def __mul__(self, other: TermLike) -> Term:
        if isinstance(self, Neg):  # Python reads -a*b as (-a)*b; a mathematician reads -(a*b)
            return Neg(self.arg * other)
        return Times(_open(Times, self) + (term(other),))

    def __rmul__(self, other: TermLike) -> Term:
        return Times((term(other), self))

    def __truediv__(self, other: TermLike) -> Term:
        if isinstance(self, Neg):
            return Neg(self.arg / other)
        return Quotient(self, term(other))

    def __rtruediv__(self, other: TermLike) -> Term:
        return Quotient(term(other), self)

    def __pow__(self, other: TermLike) -> Term:
        return Power(self, term(other))

    def __rpow__(self, other: TermLike) -> Term:
        return Power(term(other), self)

    def __neg__(self) -> Term:
        return Neg(self)

    def __pos__(self) -> Term:
        return self

    def __abs__(self) -> Term:
        return Apply(Elementary("abs"), (self,))

    def __matmul__(self, other: Term) -> Term:
        from .matrices import MatMul

        return MatMul(_open(MatMul, self) + (term(other),))

    def __getitem__(self, index: TermLike) -> Term:
        from .matrices import Coord

        return Coord(self, term(index))

    def __iter__(self) -> Any:
        raise TypeError(f"{type(self).__name__} is not a sequence; x[i] is its i-th coordinate")

    def __bool__(self) -> bool:
        raise TypeError("a term has no truth value; equations are a.eq(b), a <= b")

    def __float__(self) -> float:
        raise TypeError("a term has no float value; proofs.enclose(term) gives guaranteed digits")

    def eq(self, other: TermLike) -> Relation:
        return _relation(self, "=", other)

    def __le__(self, other: TermLike) -> Relation:
        return _relation(self, "<=", other)

    def __lt__(self, other: TermLike) -> Relation:
        return _relation(self, "<", other)

    def __ge__(self, other: TermLike) -> Relation:
        return _relation(self, ">=", other)

    def __gt__(self, other: TermLike) -> Relation:
        return _relation(self, ">", other)

    def _sympy_(self) -> Any:
        from .sympy_door import to_sympy

        return to_sympy(self)

    def _repr_latex_(self) -> str:
        from proofs.writing.latex import latex

        return f"$\\displaystyle {latex(self)}$"


def _open(kind: type, value: Term) -> tuple[Term, ...]:
    return value.args if isinstance(value, kind) else (value,)


def _relation(left: Term, symbol: str, right: TermLike) -> Relation:
    from .relations import Relation

    return Relation(left, symbol, term(right))


class Number(Term):
    """An exact rational number; prints as an integer or a fraction."""

    __slots__ = ("value",)
    value: Fraction

    def __new__(cls, value: int | str | Fraction) -> Number:
        return super().__new__(cls, value if type(value) is Fraction else Fraction(value))


class Constant(Term):
    """A named number: ``pi``, ``e``, or ``oo`` (an extended real)."""

    __slots__ = ("name",)


class Var(Term, Name):
    """A variable or parameter and the space it lives in; real and finite unless the space says otherwise."""

    __slots__ = ("name", "space")

    def __new__(cls, name: str, space: Space = R) -> Var:
        return super().__new__(cls, name, space)


class Plus(Term):
    """A sum of two or more terms, in the order written."""

    __slots__ = ("args",)


class Neg(Term):
    """Minus a term."""

    __slots__ = ("arg",)


class Times(Term):
    """A product of two or more scalars (or one vector or matrix among scalars), in the order written."""

    __slots__ = ("args",)


class Quotient(Term):
    """numerator / denominator."""

    __slots__ = ("num", "den")


class Power(Term):
    """base ** exponent; of a matrix only with a literal integer exponent."""

    __slots__ = ("base", "exponent")


class Cases(Term):
    """The first of ``values`` whose condition (a relation) holds, else ``otherwise``."""

    __slots__ = ("values", "conditions", "otherwise")


class Head(Node):
    """What can stand before the bracket of an application."""

    __slots__ = ()

    def __call__(self, *args: TermLike) -> Term:
        return Apply(self, tuple(term(a) for a in args))


class Elementary(Head):
    """A function with a fixed meaning, by its usual name; see ``ARITY`` for all of them."""

    __slots__ = ("name",)

    def __new__(cls, name: str) -> Elementary:
        if name not in ARITY:
            raise ValueError(f"expected one of {', '.join(sorted(ARITY))}, found {name!r}")
        return super().__new__(cls, name)


ARITY = {
    "log": 1, "exp": 1, "sqrt": 1, "abs": 1, "sign": 1, "sin": 1, "cos": 1, "tan": 1, "sinh": 1, "cosh": 1, "tanh": 1,
    "arctan": 1, "gamma": 1, "loggamma": 1, "digamma": 1, "polygamma": 2, "beta": 2, "erf": 1, "factorial": 1,
    "binomial": 2, "max": 2, "min": 2, "floor": 1, "sigmoid": 1, "softplus": 1,
    "arcsin": 1, "arccos": 1, "erfc": 1,
}  # fmt: skip


class Function(Head, Name):
    """An unknown function from ``domain`` (a tuple of spaces) to ``codomain``."""

    __slots__ = ("name", "domain", "codomain")

    def __new__(cls, name: str, domain: Space | tuple[Space, ...] = R, codomain: Space = R) -> Function:
        return super().__new__(cls, name, domain if isinstance(domain, tuple) else (domain,), codomain)


class FunctionFamily(Name):
    """Unknown functions f_k, one for each k in ``range``, all from ``domain`` (one space) to ``codomain``."""

    __slots__ = ("name", "range", "domain", "codomain")

    def __getitem__(self, index: TermLike) -> MemberFunction:
        return MemberFunction(self, term(index))


class MemberFunction(Head):
    """The function f_index of a family."""

    __slots__ = ("family", "index")


class Apply(Term):
    """head(args): a function of its arguments, or a density (a law) at a point."""

    __slots__ = ("head", "args")


# ---------------------------------------------------------------------------------------------------------------------
# constructors a page of mathematics uses


def symbols(names: str, space: Space = R) -> Any:
    """``mu, sigma = symbols("mu sigma")``: variables of one space; a single name gives the variable itself."""
    made = tuple(Var(name, space) for name in names.replace(",", " ").split())
    return made[0] if len(made) == 1 else made


def index(name: str, low: TermLike, high: TermLike) -> Var:
    """A variable over the integers from ``low`` to ``high``."""
    return Var(name, Range(term(low), term(high)))


def integer(name: str) -> Var:
    """An integer variable: a dimension or a count (say how it is bounded by a hypothesis)."""
    return Var(name, Z_INTEGERS)


def _elementary(name: str) -> Callable[..., Term]:
    head = Elementary(name)

    def build(*args: TermLike) -> Term:
        if len(args) != ARITY[name]:
            raise TypeError(f"{name} takes {ARITY[name]} arguments, found {len(args)}")
        return head(*args)

    build.__name__ = name
    build.__doc__ = f"The term {name}(...)."
    return build


log, exp, sqrt, sign = map(_elementary, ("log", "exp", "sqrt", "sign"))
sin, cos, tan, sinh, cosh, tanh = map(_elementary, ("sin", "cos", "tan", "sinh", "cosh", "tanh"))
gamma, loggamma, digamma, beta, erf = map(_elementary, ("gamma", "loggamma", "digamma", "beta", "erf"))
arctan, polygamma, factorial, binomial = map(_elementary, ("arctan", "polygamma", "factorial", "binomial"))
maximum, minimum, floor = map(_elementary, ("max", "min", "floor"))
sigmoid, softplus = map(_elementary, ("sigmoid", "softplus"))
arcsin, arccos, erfc = map(_elementary, ("arcsin", "arccos", "erfc"))
half = Number(Fraction(1, 2))
pi = Constant("pi")
e = Constant("e")
oo = Constant("oo")


def fold(kind: Callable[[tuple[Term, ...]], Term], args: list[Term], empty: int) -> Term:
    """A sum or product of any number of terms: none is the neutral number, one is the term itself."""
    return kind(tuple(args)) if len(args) > 1 else args[0] if args else Number(empty)


def is_index_space(space: Space) -> bool:
    """Whether the points of the space are integers."""
    return isinstance(space, Integers | Range | Without)


def is_scalar_space(space: Space) -> bool:
    """Whether the points of the space are neither vectors nor matrices."""
    return not isinstance(space, Vectors | Matrices | Simplex | Compositions)
