r"""Sums and products as they are written, over ranges of integers and sets of outcomes, and which operator is large."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..probability import sums_over_values
from ..syntax import (
    Big,
    Bracket,
    Multiply,
    Numeral,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
    Unread,
)
from ..uses.ranges import running
from ..uses.running import unsaid_index
from . import arrays, suprema
from .integrals import integral
from .written_limits import limit

if TYPE_CHECKING:
    from ..meaning import Meaning


def big(m: Meaning, node: Big) -> L.Term:
    """The term of a large operator."""
    match node.operator:
        case "sum" | "prod":
            return _sum(m, node) if (cut := _factors_behind(node)) is None else _product(m, *cut)
        case "int":
            return integral(m, node)
        case "lim":
            return limit(m, node)
        case "sup" | "inf" | "max" | "min":
            return suprema.supremum(m, node)
    raise Unread(f"{node.operator}: not read", node.span)


def _sum(m: Meaning, node: Big) -> L.Term:
    if node.extended:
        m.remarks.append("a sum is read to the end of its bracket, since its index stands behind the first + or - too")
    if node.operator == "prod" and (product := _downwards(m, node)) is not None:
        return product
    if (over_values := sums_over_values.written_out(m, node, _limits(node))) is not None:
        return over_values
    variables = [running(m, limit, node) for limit in _limits(node) or _unsaid(m, node)]
    names: dict[str, L.Term] = {v.name: v for v in variables}
    with m.binding(names):
        body = m.term(node.body)
    _leave_points_open(m, body, variables)
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


def _leave_points_open(m: Meaning, body: L.Term, variables: list[L.Var]) -> None:
    """Of points of a space that a sum runs over by their index, x_i, it is not said which they are: all, or data."""
    for point in body.free:
        if isinstance(point, L.Var) and isinstance(point.space, L.Abstract):
            index = point.name.partition("_")[2].strip("{}")
            if any(index == variable.name for variable in variables):
                m.context.fog.setdefault(point.name, "which of its points a sum runs over")


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
    if not signs[cut] and end == len(factors) and not (cut == 1 and isinstance(factors[0], Bracket)):
        _check_apart(node, factors[cut:], signs[cut:], indices)
    before, after = (factors[:cut], ("", *signs[1:cut])), (factors[cut:], ("", *signs[cut + 1 :]))
    body, rest = (
        part[0] if len(part) == 1 else Multiply(part, between, span=(part[0].span[0], part[-1].span[1]))
        for part, between in (before, after)
    )
    return replace(node, body=body), rest


def _check_apart(node: Big, behind: tuple[Syntax, ...], signs: tuple[str, ...], indices: set[str | None]) -> None:
    r"""Raises ``Unread`` where nothing tells whether the factors right behind a product are its own: e^{-r} in
    \prod_i r^{x_i} e^{-r} is, c^n is not, nor is a sum over its index or the value of another density, p(\theta)."""
    number = {name_of(n) for n in node.above.walk()} - {None} if node.above is not None else set()
    whole = any(_mentions(f, number) or any(_limited(n, indices) for n in f.walk()) for f in behind)
    called = any(
        isinstance(head, Symbol | Script) and isinstance(bracket, Bracket) and not sign
        for head, bracket, sign in zip(behind, behind[1:], signs[1:], strict=False)
    )
    if not (whole or called):
        raise Unread("whether the factors behind a product are its own is not said", behind[0].span)


def _limited(node: Syntax, indices: set[str | None]) -> bool:
    """Whether one of the indices is that of a sum or a product."""
    return isinstance(node, Big) and any(
        isinstance(limit, Statement) and name_of(limit.expressions[0]) in indices for limit in _limits(node)
    )


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
    r"""The index of ``\sum x_i``, which the body says alone; the outcome of ``\sum p(x) \log p(x)``."""
    index = unsaid_index(node, m.bound) if node.above is None else None
    if index is None and node.operator == "sum" and node.above is None:
        index = _sole_outcome(m, node)
    if index is None:
        raise Unread(f"a {node.operator} without an index", node.span)
    m.remarks.append(f"a sum without an index is taken over {index.name}")
    return [index]


def _sole_outcome(m: Meaning, node: Big) -> Symbol | None:
    """The one name that densities in a sum are taken at, nothing else being said of it; None of several."""
    if any(isinstance(each, Big) for each in node.body.walk()):
        return None
    found = {}
    for each in node.body.walk():
        match each:
            case Multiply(factors):
                for head, behind in pairwise(factors):
                    if isinstance(behind, Bracket) and m.context.is_density(name_of(head) or ""):
                        found.update({name_of(item): item for item in (*behind.items, *(behind.given or ()))})
    match list(found.items()):
        case [(str(name), Symbol() as outcome)] if name not in m.bound and name not in m.context.values:
            return None if m.context.is_parameter(name) else outcome
    return None


__all__ = ["big"]
