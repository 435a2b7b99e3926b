r"""Functions by name: \log_2 x, \exp(x), \sin^2 x, \max(a, b), and values by cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from ... import language as L
from ..syntax import Bracket, CaseRows, Choose, Named, Statement, Syntax, Unread, Words
from ..uses import lists
from ..uses.superscripts import is_minus_one
from . import applied, elementwise, matrix_functions
from .arrays import Value

if TYPE_CHECKING:
    from ..meaning import Meaning

ELEMENTARY = {
    "exp": "exp", "log": "log", "ln": "log", "sin": "sin", "cos": "cos", "tan": "tan", "sinh": "sinh", "cosh": "cosh",
    "tanh": "tanh", "arctan": "arctan", "erf": "erf", "sign": "sign", "sgn": "sign", "softplus": "softplus",
    "sigmoid": "sigmoid", "digamma": "digamma",
}  # fmt: skip


COMPOSED: dict[str, Callable[[L.Term], L.Term]] = {
    "cot": lambda x: L.cos(x) / L.sin(x),
    "sec": lambda x: 1 / L.cos(x),
    "csc": lambda x: 1 / L.sin(x),
    "coth": lambda x: L.cosh(x) / L.sinh(x),
    "sech": lambda x: 1 / L.cosh(x),
    "csch": lambda x: 1 / L.sinh(x),
    "arsinh": lambda x: L.log(x + L.sqrt(x**2 + 1)),
    "arcosh": lambda x: L.log(x + L.sqrt(x**2 - 1)),
    "artanh": lambda x: L.log((1 + x) / (1 - x)) / 2,
}


def named(m: Meaning, node: Named) -> Value:
    """A function that has a command or an upright name of its own."""
    if node.name in ("det", "tr", "diag", "vec", "rank", "dim"):
        return matrix_functions.matrix_function(m, node)
    if node.name in ("max", "min"):
        return _extremum(m, node)
    if node.name == "erf" and is_minus_one(node.above):
        items = node.argument.items if isinstance(node.argument, Bracket) else (node.argument,)
        return applied.inverse(m, r"\mathrm{erf}^{-1}", items, False, node.span)
    if node.above is not None and is_minus_one(node.above):
        raise Unread(f"{node.name} to the power -1: an inverse function or a quotient", node.span)
    argument = m.term(node.argument)
    if isinstance(L.space_of(argument), L.Vectors):
        return elementwise.each(lambda at: _at(m, node, at), argument)
    return _at(m, node, m.scalar(node.argument))


def _at(m: Meaning, node: Named, argument: L.Term) -> L.Term:
    """The value at a number."""
    if node.primes:
        return _differentiated(node, argument)
    if node.name in ("log", "lg") and node.below is not None:
        done: L.Term = L.log(argument) / L.log(base_of_logarithm(m, node.below))
    elif node.name == "lg":
        raise Unread("lg: to base 2 or to base 10", node.span)
    else:
        done = _value(node, argument)
    return done if node.above is None else L.Power(done, m.scalar(node.above))


def _value(node: Named, at: L.Term) -> L.Term:
    if node.name in COMPOSED:
        return COMPOSED[node.name](at)
    name = ELEMENTARY.get(node.name, node.name)
    if L.ARITY.get(name) != 1:
        raise Unread(f"the function {node.name} is not known", node.span)
    return L.Elementary(name)(at)


def _differentiated(node: Named, at: L.Term) -> L.Term:
    r"""\tanh'(x), and \tanh''(x)."""
    u = L.fresh(L.Var("u", L.R), {v.name for v in at.free if isinstance(v, L.Var)})
    body = _value(node, u)
    for _ in range(node.primes - 1):
        body = L.Derivative(body, u, u)
    return L.Derivative(body, u, at)


def base_of_logarithm(m: Meaning, node: Syntax) -> L.Term:
    """The base of a logarithm: one that is a name is more than 1, as all who write log_b mean it."""
    base = m.scalar(node)
    if isinstance(base, L.Var) and base.name not in m.bound:
        m.context.assume(base > 1)
    return base


def _extremum(m: Meaning, node: Named) -> L.Term:
    head = L.maximum if node.name == "max" else L.minimum
    match node.argument:
        case Bracket(_, items) if len(items) >= 2 and node.below is None:
            done = m.scalar(items[0])
            for item in items[1:]:
                done = head(done, m.scalar(item))
            return done
    raise Unread(f"{node.name} over a set", node.span)


def cases(m: Meaning, node: CaseRows) -> L.Term:
    """Values with their conditions; where the last condition is all that those before it leave, it is the otherwise."""
    values: list[L.Term] = []
    conditions: list[L.Relation] = []
    otherwise: L.Term | None = None
    left: list[L.Relation] = []  # what holds where none of the conditions so far does
    last = node.rows[-1]
    for row in node.rows:
        value, condition = m.scalar(row[0]), row[1]
        if condition is None or isinstance(condition, Words):
            otherwise = value
            continue
        if not isinstance(condition, Statement):
            raise Unread("a condition of a case that is not read", node.span)
        beyond = [each for each in _halves(m, condition) if not _follows(_oriented(each), left)]
        if row is last and not beyond:
            otherwise = value
            continue
        if len(beyond) == 2 and node.rows[-2:][0] is row and not isinstance(last[1], Statement):
            values.append(m.scalar(last[0]))  # what is not above the one is beyond as well
            conditions.append(_denied(beyond.pop(0)))
        if len(beyond) != 1:
            raise Unread("no relation between two numbers", condition.span)
        values.append(value)
        conditions += beyond
        left.append(_denied(beyond[0]))
    if otherwise is None or not values:
        raise Unread("cases without an otherwise", node.span)
    return L.Cases(tuple(values), tuple(conditions), otherwise)


def _halves(m: Meaning, condition: Statement) -> list[L.Relation]:
    """The relations of a < x < b, as they are written."""
    sides = condition.expressions
    pairs = (Statement(sides[k : k + 2], (sign,), span=condition.span) for k, sign in enumerate(condition.relations))
    return [m.relation(pair) for pair in pairs]


def _oriented(r: L.Relation) -> L.Relation:
    return r.flipped() if r.symbol in ("<", "<=") else r


def _denied(r: L.Relation) -> L.Relation:
    """The contrary of a relation, with the greater side on the left."""
    return _oriented(_oriented(r).contrary())


def _follows(r: L.Relation, known: list[L.Relation]) -> bool:
    """Whether a relation is among those known, or says x > a where these say x >= a and x != a."""
    if r in known:
        return True
    weak = L.Relation(r.left, ">=", r.right)
    apart = (L.Relation(r.left, "!=", r.right), L.Relation(r.right, "!=", r.left))
    return r.symbol == ">" and weak in known and any(each in known for each in apart)


def choose(m: Meaning, node: Choose) -> L.Term:
    r"""The binomial coefficient, and of {n \choose k_1, ..., k_m} n! by the product of all k_j!, whose sum is n."""
    match node.k:
        case Bracket("" | "(", (_, _, *_) as items, _, None):
            pass
        case _:
            return L.binomial(m.scalar(node.n), m.scalar(node.k))
    whole = m.scalar(node.n)
    parts = lists.listed(items, node.span)
    if parts is None:
        counts = tuple(map(m.scalar, items))
        total, below = L.Plus(counts), L.Times(tuple(map(L.factorial, counts)))
    else:
        place = L.Var(parts.index, L.Range(m.scalar(parts.low), m.scalar(parts.high)))
        with m.binding({parts.index: place}):
            count = m.scalar(parts.entry)
        total, below = L.Sum(count, place), L.Prod(L.factorial(count), place)
    if (whole.free | total.free).isdisjoint(n for t in m.bound.values() for n in t.free):
        m.context.assume(L.Relation(total, "=", whole))
    return L.Quotient(L.factorial(whole), below)
