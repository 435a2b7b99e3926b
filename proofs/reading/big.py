r"""Sums, products and integrals as they are written, over ranges of integers, over sets of outcomes, over the line."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from .. import language as L
from ..language.facts import Facts
from . import arrays, models, over_factors, put_in, rates, subscripts, suprema
from .names import name_of
from .running import told_apart, unsaid_index
from .syntax import (
    Big,
    Bracket,
    Differential,
    Evaluated,
    Mark,
    Multiply,
    Numeral,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
    Unread,
)

if TYPE_CHECKING:
    from .meaning import Meaning


RISING = "the limits of an integral, whose order is not said, are taken to rise"


def big(m: Meaning, node: Big) -> L.Term:
    """The term of a large operator."""
    match node.operator:
        case "sum" | "prod":
            return _sum(m, node) if (cut := _factors_behind(node)) is None else _product(m, *cut)
        case "int":
            return _integral(m, node)
        case "lim":
            return _limit(m, node)
        case "sup" | "inf" | "max" | "min":
            return suprema.supremum(m, node)
    raise Unread(f"{node.operator}: not read", node.span)


# ---------------------------------------------------------------------------------------------------------------------
# sums and products


def _sum(m: Meaning, node: Big) -> L.Term:
    if node.extended:
        m.remarks.append("a sum is read to the end of its bracket, since its index stands behind the first + or - too")
    if node.operator == "prod" and (product := _downwards(m, node)) is not None:
        return product
    variables = [running(m, limit, node) for limit in _limits(node) or _unsaid(m, node)]
    names: dict[str, L.Term] = {v.name: v for v in variables}
    with m.binding(names):
        body = m.term(node.body)
    for variable in reversed(variables):
        if node.operator == "prod" and L.space_of(body) is not None:
            raise Unread("a product of matrices: in which order they stand is not said", node.span)
        if isinstance(variable.space, L.Abstract):
            if node.operator == "prod":
                raise Unread("a product over outcomes", node.span)
            body = L.Int(body, variable)
        else:
            body = L.Sum(body, variable) if node.operator == "sum" else L.Prod(body, variable)
    return body


def _downwards(m: Meaning, node: Big) -> L.Term | None:
    r"""\prod_{k=K}^1 A_k = A_K \cdots A_1 of matrices, whose index runs downwards; None for anything else."""
    match node.below, node.above:
        case Statement((index, high), (Sign("="),)), Numeral("1") if high is not None and name_of(index) is not None:
            place = L.Var(name_of(index) or "", L.Range(L.Number(1), m.scalar(high)))
            with m.binding({place.name: place}):
                body = m.term(node.body)
            return None if L.space_of(body) is None else L.MatProd(body, place)
    return None


_TIMES = ("", "\\cdot", "\\times", "cdot", "times", "*", "·", "×")


def _product(m: Meaning, node: Big, behind: Syntax) -> L.Term:
    """A product times the factors behind it."""
    m.remarks.append("a product ends before the factors without its index, and before the next product over it")
    done = arrays.multiplied([_sum(m, node), m.value(behind)], node)
    if not isinstance(done, L.Term):
        raise Unread("a product before a row vector", node.span)
    return done


def _factors_behind(node: Big) -> tuple[Big, Syntax] | None:
    r"""The product without the factors of its body that stand behind it, and these: \prod_i x_i \cdot c; else None.

    They are those without its index behind the last with it, and all from the next product over the same index on.  A
    bracket right behind a factor may be its argument.
    """
    if node.operator != "prod" or not isinstance(node.body, Multiply):
        return None
    factors, signs = node.body.factors, node.body.signs
    indices = {name_of(limit.expressions[0]) for limit in _limits(node) if isinstance(limit, Statement)} - {None}
    again = (k for k in range(1, len(factors)) if _runs_over(factors[k], indices))
    end = next(again, len(factors))
    inside = [k for k in range(end) if _mentions(factors[k], indices)]
    cut = inside[-1] + 1 if inside else 1
    while cut < end and isinstance(factors[cut], Bracket) and not signs[cut]:
        cut += 1
    if cut < end and (signs[cut] not in _TIMES or not (inside or signs[cut])):
        cut = end
    if cut == len(factors) or any(sign not in _TIMES for sign in signs[cut:]):
        return None
    before, after = (factors[:cut], ("", *signs[1:cut])), (factors[cut:], ("", *signs[cut + 1 :]))
    body, rest = (
        part[0] if len(part) == 1 else Multiply(part, between, span=(part[0].span[0], part[-1].span[1]))
        for part, between in (before, after)
    )
    return replace(node, body=body), rest


def _mentions(node: Syntax, indices: set[str | None]) -> bool:
    """Whether one of the indices stands in a node and is not that of a sum or a product there."""
    if name_of(node) in indices:
        return True
    own = (
        {name_of(limit.expressions[0]) for limit in _limits(node) if isinstance(limit, Statement)}
        if (isinstance(node, Big) and node.below is not None)
        else set()
    )
    return any(_mentions(child, indices - own) for child in node.children())


def _runs_over(node: Syntax, indices: set[str | None]) -> bool:
    match node:
        case Big("prod", _, Statement((left, *_), _)):
            return name_of(left) in indices
    return False


def _limits(node: Big) -> list[Syntax]:
    r"""What stands under the sum, one for each index of ``\sum_{i, j}``."""
    match node.below:
        case None:
            return []
        case Bracket("", items, "", None):
            return list(items)
    return [node.below]


def _unsaid(m: Meaning, node: Big) -> list[Syntax]:
    r"""The index of ``\sum x_i``, which the body says alone."""
    index = unsaid_index(node, m.bound) if node.above is None else None
    if index is None:
        raise Unread(f"a {node.operator} without an index", node.span)
    m.remarks.append(f"a sum without an index is taken over {index.name}")
    return [index]


def running(m: Meaning, limit: Syntax, node: Big) -> L.Var:
    """The bound variable of a sum, with the range that is written, or that its use in the body gives."""
    match limit:
        case Statement((left, low), (Sign("="),)) if low is not None and node.above is not None:
            return L.Var(_index(left, limit), L.Range(m.scalar(low), m.scalar(node.above)))
        case Statement((left, other), (Sign("!="),)) if other is not None and node.above is None:
            name = _index(left, limit)
            j = m.scalar(other)
            space = j.space if isinstance(j, L.Var) and isinstance(j.space, L.Range) else _range_in(m, name, node)
            return L.Var(name, L.Without(space, j))
        case Statement((left, right), (Sign("in"),)) if node.above is None:
            name = _index(left, limit)
            if isinstance(right, Symbol) and right.font == "cal":
                if (law := m.context.laws.get(name.upper())) is not None:
                    return L.Var(name, _outcomes(law, limit))
                if m.densities.is_variable(name):
                    return m.densities.variable(name)
            raise Unread("a sum over a set that is not known", limit.span)
        case Symbol() | Script() if node.above is None:
            name = _index(limit, limit)
            if m.densities.is_variable(name):
                variable = m.densities.variable(name)
                if isinstance(variable.space, L.Reals):
                    raise Unread(f"a sum over {name}, which is used as a number", limit.span)
                return variable
            return L.Var(name, _range_in(m, name, node))
    raise Unread("the range of a sum", limit.span)


def _outcomes(law: L.Law, limit: Syntax) -> L.Range:
    """The integers that a law lives on."""
    match L.support(law):
        case L.Range() as home:
            return home
        case L.Integers():
            return L.Range(L.Number(0), L.oo)
    raise Unread("a sum over the values of a continuous law", limit.span)


def _index(left: Syntax | None, limit: Syntax) -> str:
    name = name_of(left)
    if name is None:
        raise Unread("an index that is no name", limit.span)
    return name


def _range_in(m: Meaning, name: str, node: Big) -> L.Range:
    """The range of an index that the sum leaves unsaid: the one in which it tells the same things apart elsewhere, and
    that of the vectors it is an index of."""
    found: set[tuple[L.Term, L.Term]] = set()
    for stem in told_apart(node.body, name):
        found |= {(m.scalar(low), m.scalar(high)) for low, high in m.context.survey.range_shown(name, stem)}
    for each in node.body.walk():
        if isinstance(each, Script) and isinstance(each.below, Symbol) and name_of(each.below) == name:
            family = name_of(each.base)
            space = None if family is None else subscripts.space_of_name(m, family)
            if isinstance(space, L.Vectors):
                found.add((L.Number(1), space.dimension))
    if len(found) != 1:
        raise Unread(f"the range of the index {name} is not said", node.span)
    return L.Range(*found.pop())


# ---------------------------------------------------------------------------------------------------------------------
# limits


_SEQUENCES = frozenset("kmnN")  # what runs to infinity under such a letter runs through the integers


def _limit(m: Meaning, node: Big) -> L.Term:
    r"""\lim_{x \to a}, at a number, at infinity, from one side; conditions of other names are no part of it."""
    match node.below:
        case Statement((left, to), (Sign("to"),)) if to is not None:
            name = name_of(left)
        case _:
            raise Unread("what tends to what in a limit", node.span)
    if name is None or name in m.context.values or name in m.bound:
        raise Unread("a limit of what is no variable", node.span)
    side = ""
    match to:
        case Script(base, None, Mark("+" | "-" as side), 0):
            to = base
    variable = L.Var(name, m.context.space_of_number(name))
    if not arrays.is_number_space(variable.space):
        raise Unread("a limit of what is no number", node.span)
    at = m.scalar(to)
    if name in _SEQUENCES and at is L.oo and isinstance(variable.space, L.Reals):
        variable = L.Var(name, L.Z_INTEGERS)
    if variable in at.free:
        raise Unread("a limit at a point that depends on its variable", node.span)
    with m.binding({name: variable}):
        return L.Limit(m.scalar(node.body), variable, at, side)


# ---------------------------------------------------------------------------------------------------------------------
# integrals


def _integral(m: Meaning, node: Big) -> L.Term:
    if not node.differentials:
        raise Unread("an integral without its differential", node.span)
    if m.factors is not None and node.below is None and node.above is None:
        found = over_factors.integral(m, m.factors, node.body, node.differentials)
        if found is not None:
            return found
    names = [_differential(d) for d in node.differentials]
    oriented = [_variable(m, name, node, alone=len(names) == 1) for name in names]
    variables = [variable for variable, _ in oriented]
    with m.binding({v.name: v for v in variables}):
        body = m.term(node.body)
    for variable in variables:
        if node.below is None and node.above is None and isinstance(variable.space, L.Reals):
            _whole_line(m, variable, body, node)
        body = L.Int(body, variable)
    return L.Neg(body) if oriented[0][1] else body


def _differential(d: Syntax) -> str:
    match d:
        case Differential("d", variable, None, None):
            name = name_of(variable)
            if name is not None:
                return name
    raise Unread("a differential of what is no variable", d.span)


def _whole_line(m: Meaning, x: L.Var, body: L.Term, node: Big) -> None:
    """An integral without limits is over the whole line only where the integrand says so: a density, an exponential."""
    if m.indefinite is not None:
        raise Unread("an indefinite integral where a value is meant", node.span)
    for each in body.walk():
        match each:
            case L.Apply(L.Law(), args) if any(x in a.free for a in args):
                return
            case L.Apply(L.Elementary("exp"), (a,)) if x in a.free:
                return
    raise Unread("an integral without limits: indefinite, or over a set that is not said", node.span)


def _variable(m: Meaning, name: str, node: Big, alone: bool) -> tuple[L.Var, bool]:
    """The variable of an integral in its range, and whether that is run through from above to below."""
    below, above = node.below, node.above
    if not alone and (below is not None or above is not None):
        raise Unread("one pair of limits for several variables", node.span)
    if above is None:
        return L.Var(name, _named_set(m, name, below, node)), False
    if below is None:
        raise Unread("an integral with an upper limit only", node.span)
    if isinstance(below, Statement):
        match below:
            case Statement((left, begin), (Sign("="),)) if begin is not None and name_of(left) == name:
                below = begin
            case _:
                raise Unread("the limits of an integral are about another variable", node.span)
    low, high = m.scalar(below), m.scalar(above)
    falls = _falls(m, low, high, node)
    space = interval(high, low) if falls else interval(low, high)
    if isinstance(space, L.Reals) and m.densities.is_variable(name):
        space = m.densities.space(name)  # the whole of where it lives, of which nothing else is used
    return L.Var(name, space), falls


def _falls(m: Meaning, low: L.Term, high: L.Term, node: Big) -> bool:
    r"""Whether the limits are known to fall, as in \int_1^0; where their order is not known, they are taken to rise."""
    if low is L.oo or high is L.Neg(L.oo):
        return True
    if high is L.oo or low is L.Neg(L.oo):
        return False
    stated, rise = m.context.stated(), low <= high
    facts = Facts(stated)
    if rise not in stated or rise not in m.context.presumed:
        if facts.nonnegative(high - low):
            return False
        if facts.nonnegative(low - high):
            return True
        if not (low.free | high.free).isdisjoint(m.bound.values()):
            raise Unread("limits of an integral that may fall and rise", node.span)
        m.context.presume(rise)
    if RISING not in m.remarks:
        m.remarks.append(RISING)
    return False


def interval(low: L.Term, high: L.Term) -> L.Space:
    """The space between two limits."""
    if low is L.Neg(L.oo) and high is L.oo:
        return L.R
    if low == L.Number(0) and high is L.oo:
        return L.R_POSITIVE
    return L.Interval(low, high)


def _named_set(m: Meaning, name: str, below: Syntax | None, node: Big) -> L.Space:
    r"""The space of an integral over \mathcal X, over \mathbb R, or over what its variable ranges over."""
    match below:
        case Statement((left, right), (Sign("in"),)) if name_of(left) == name:
            below = right
    if below is not None and name_of(below) == name:  # \int_x f(x) dx, over all that x may be
        if name in m.context.spaces:
            return m.context.spaces[name]
        below = None
    match below:
        case Symbol("R", "bb"):
            return L.R
        case Script(Symbol("R", "bb"), None, Mark("+")) | Script(Symbol("R", "bb"), Mark("+"), None):
            return L.R_POSITIVE
        case Script(Symbol("R", "bb"), None, power) if power is not None:
            return L.Vectors(m.scalar(power))
        case Symbol(_, "cal") | Symbol("Delta") | Script(Symbol("Delta")) | None if isinstance(
            m.context.spaces.get(name), L.Simplex
        ):
            return m.context.spaces[name]
        case Symbol(_, "cal") | None:
            if (known := models.home(m, name)) is not None:
                return known
            law = m.context.laws.get(name.upper())
            if law is not None and below is not None:
                return L.support(law)
            if (home := m.densities.home_of_laws(name)) is not None and below is not None:
                return home
            if m.densities.is_variable(name):
                return m.densities.space(name)
            if below is None:
                return L.R
    raise Unread("an integral over a set that is not known", node.span)


# ---------------------------------------------------------------------------------------------------------------------
# values at limits


def evaluated(m: Meaning, node: Evaluated) -> L.Term:
    """[F]_a^b = F(b) - F(a), and F at x = a."""
    match node.at, node.to:
        case Statement((left, value), (Sign("="),)), None if value is not None:
            name = name_of(left)
            if name is not None and (put := put_in.point(m, name, value)) is not None:
                with m.binding({name: put[0]}):
                    return L.substitute(m.term(node.body), dict([put]))
            if name is not None:
                return rates.at(m, node.body, name, m.scalar(value))
        case low, high if low is not None and high is not None:
            return _difference(m, node, low, high)
    raise Unread("a value at a point that is not said", node.span)


def integrated(node: Syntax) -> str | None:
    """The name that the integrals of an expression run over, if there are any and it is one."""
    bigs = [n for n in node.walk() if isinstance(n, Big) and n.operator == "int"]
    names = {name_of(d.variable) for n in bigs for d in n.differentials if isinstance(d, Differential)}
    return names.pop() if len(names) == 1 else None


def _is_known(m: Meaning, name: str) -> bool:
    """Whether something is said of a name: it is not what a bracket between limits is taken over."""
    context = m.context
    supposed = any(isinstance(v, L.Var) and v.name == name for h in context.stated() for v in h.free)
    return supposed or name in context.values or name in context.spaces or name in context.functions or name in m.bound


def _difference(m: Meaning, node: Evaluated, low: Syntax, high: Syntax) -> L.Term:
    if isinstance(low, Statement):
        match low:
            case Statement((left, value), (Sign("="),)) if value is not None and name_of(left) is not None:
                name, low = name_of(left), value
            case _:
                raise Unread("limits that are not read", node.span)
    else:
        names = {n for n in map(name_of, node.body.walk()) if n is not None} - {"e", "pi"}
        new = list(names) if len(names) == 1 else [n for n in names - m.context.survey.heads() if not _is_known(m, n)]
        name = m.variable if m.variable in names or len(new) != 1 else new[0]
    if name is None or name not in map(name_of, node.body.walk()):
        raise Unread("[...] between limits: of which variable is not said", node.span)
    a, b = m.scalar(low), m.scalar(high)
    x = L.Var(name, L.R)
    with m.binding({name: x}):
        body = m.scalar(node.body)
    if L.oo in a.walk() or L.oo in b.walk():
        inner = L.Var(name, interval(a, b))
        u = L.fresh(L.Var("u", L.R), {v.name for v in body.free if isinstance(v, L.Var)})
        return L.Int(L.Derivative(L.substitute(body, {x: u}), u, inner), inner)
    return L.substitute(body, {x: b}) - L.substitute(body, {x: a})


__all__ = ["Multiply", "Numeral", "big", "evaluated", "integrated", "interval", "running"]
