r"""What is made of random vectors: y of y = X \beta + \varepsilon, and the estimate \hat\beta that is made of y.

So is a number y = a + b x + \varepsilon of its error.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Syntax, Unread
from .noise import equations, is_error

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning


def made_of(context: Context, name: str) -> list[str]:
    r"""The random vectors with a law that a name is made of: by its value, or as y = X \beta + \varepsilon says."""
    found = _formula(context, name)
    return [] if found is None else sorted(n.name for n in _random(context, found))


def named(m: Meaning, left: Syntax, right: Syntax) -> str | None:
    """The name of a random vector that an equation says is made of others, Y = A X + b; None for other equations."""
    name, context = name_of(left), m.context
    if name is None or name not in context.survey.random or name in context.laws or name in context.values:
        return None
    if not isinstance(m.shapes.space(name), L.Vectors):
        return None
    names = {each for each in map(name_of, right.walk()) if each is not None and each != name}
    vectors = {each for each in names if isinstance(m.shapes.space(each), L.Vectors)}
    return name if any(each in context.laws or made_of(context, each) for each in vectors) else None


def at_outcomes(m: Meaning, name: str) -> L.Term | None:
    """What a name is made of, where the random vectors in it have values; None for other names."""
    found = _formula(m.context, name) if m.outcomes else None
    if found is None:
        return None
    values: dict[L.Name, L.Term] = {n: m.outcomes[n.name] for n in _random(m.context, found) if n.name in m.outcomes}
    return L.substitute(found, values) if values else None


def _formula(context: Context, name: str) -> L.Term | None:
    """What a name stands for, with all that is made of vectors with a law written out."""
    made = {h.left: h.right for h in context.stated() if _says_what_is_made(context, h)}
    made |= {h.left: h.right for h in equations(context)}  # of numbers with an error, too
    variable = next((v for v in made if v.name == name), None)
    value = context.values.get(name) if variable is None else made[variable]
    if value is None:
        return None
    whole = context.unfolded(value)
    return context.unfolded(L.substitute(whole, {n: made[n] for n in whole.free if n in made}))


def _says_what_is_made(context: Context, h: L.Node) -> bool:
    if not isinstance(h, L.Relation) or h.symbol != "=" or not isinstance(h.left, L.Var):
        return False
    names = [n for n in h.right.free if isinstance(n, L.Var)]
    return h.left not in names and not _has_law(context, h.left) and any(_has_law(context, n) for n in names)


def _has_law(context: Context, n: L.Var) -> bool:
    return isinstance(n.space, L.Vectors) and n.name in context.laws


def _random(context: Context, made: L.Term) -> list[L.Var]:
    """The random vectors in what something is made of; where that has an error that is a number, all numbers, too."""
    names = [n for n in made.free if isinstance(n, L.Var) and n.name in context.laws]
    numbers = any(is_error(context, n) for n in names)
    return [n for n in names if numbers or isinstance(n.space, L.Vectors)]


# ---------------------------------------------------------------------------------------------------------------------
# how far a mean depends on no more than two moments


def require_degree(body: L.Term, x: L.Var, highest: int) -> None:
    """Raises ``Unread`` where a mean depends on more than is said of the law of x."""
    degree = _degree(body, x)
    if degree is None or degree > highest:
        said = "mean is" if highest == 1 else "mean and covariance are"
        raise Unread(f"a mean that depends on the law of {x.name}, of which only the {said} said", (0, 0))


def _degree(t: L.Term, x: L.Var) -> int | None:
    """The degree of a polynomial in a vector; None for what is none."""
    if x not in t.free:
        return 0
    match t:
        case L.Var():
            return 1
        case L.Plus(args):
            return _greatest([_degree(a, x) for a in args])
        case L.Times(args) | L.MatMul(args):
            return _total([_degree(a, x) for a in args])
        case L.Form(left, matrix, right):
            return _total([_degree(a, x) for a in (left, matrix, right)])
        case L.Quotient(num, den) if x not in den.free:
            return _degree(num, x)
        case L.Power(L.Apply(L.Elementary("sqrt"), (inner,)), L.Number(n)) if n == 2:
            return _degree(inner, x)
        case L.Power(base, L.Number(n)) if n > 0 and n.denominator == 1:
            return _total([_degree(base, x)] * int(n))
        case L.Neg(inner) | L.Transpose(inner) | L.Tr(inner) | L.Diag(inner):
            return _degree(inner, x)
        case L.Coord(inner, _) | L.Entry(inner, _, _) | L.Sum(inner, _) | L.VectorOf(inner, _) | L.RowsOf(inner, _):
            return _degree(inner, x)
    return None


def _greatest(degrees: list[int | None]) -> int | None:
    known = [d for d in degrees if d is not None]
    return max(known) if len(known) == len(degrees) else None


def _total(degrees: list[int | None]) -> int | None:
    known = [d for d in degrees if d is not None]
    return sum(known) if len(known) == len(degrees) else None


__all__ = ["at_outcomes", "made_of", "named", "require_degree"]
