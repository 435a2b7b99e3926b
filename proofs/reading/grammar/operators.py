r"""Large operators: sums, products, limits, extrema and integrals, and how far their bodies go."""

from __future__ import annotations

from ..syntax import Add, Big, Bracket, Dots, Multiply, Numeral, Script, Sign, Statement, Symbol, Syntax, Unread
from . import differentials, functions
from .cursor import Cursor

_NESTED = {"iint": 2, "iiint": 3}


def big(c: Cursor) -> Syntax:
    r"""``\sum_{i=1}^n``, ``\max_x``, ``\lim_{n \to \infty}`` and their bodies; ``\max(x, y)``."""
    token = c.token
    if token.text in ("max", "min") and c.after().kind == "open":
        return functions.extremum(c)
    c.take()
    below, above = c.limits()
    return body(c, token.text, below, above, token.start)


def body(c: Cursor, operator: str, below: Syntax | None, above: Syntax | None, start: int) -> Syntax:
    """The operator with its limits and what it is applied to."""
    if not (c.starts_factor() or c.at("sign")) or c.i in c.layout.claims:
        if below is None and above is None and c.inside in ("below", "above"):
            return Symbol(operator, "rm", span=c.span_from(start))
        raise Unread(f"{operator} of nothing", c.span_from(start))
    content = c.summand()
    return Big(operator, content, below, above, span=c.span_from(start))


def integral(c: Cursor) -> Syntax:
    """An integral, its body and its differentials: see ``Big``."""
    index, token = c.i, c.take()
    below, above = c.limits()
    claims = c.layout.closed.get(index, [])
    found = c.differentials.setdefault(index, [])
    if claims and claims[0].front:
        while (claim := c.layout.claims.get(c.i)) is not None and claim.front:
            differentials.claimed(c)
            _take_own(c, claim.integral)
        if c.starts_factor() or c.at("sign"):
            content = c.summand()
        else:
            content = Numeral("1", span=(c.span_from(token.start)[1],) * 2)
    elif claims and not claims[0].inner:
        content = c.sum()
        _take_own(c, index)
        if not found:
            raise Unread("what stands between an integral and its differential", c.here())
    elif c.starts_factor() or c.at("sign"):
        content = c.summand()
    else:
        raise Unread("an integral of nothing", c.span_from(token.start))
    span = c.span_from(token.start)
    operator = "oint" if token.text == "oint" else "int"
    nested = _NESTED.get(token.text, 1)
    for k in range(nested - 1):
        content = Big(operator, content, differentials=tuple(found[k : k + 1]), span=span)
    return Big(operator, content, below, above, tuple(found[nested - 1 :]), span=span)


def _take_own(c: Cursor, index: int) -> None:
    r"""Take the differentials that follow and close this integral; dots among them are kept, ``dx_1 \cdots dx_n``."""
    while True:
        claim = c.layout.claims.get(c.i)
        if claim is not None and claim.integral == index:
            differentials.claimed(c)
            continue
        claim = c.layout.claims.get(c.i + 1)
        if c.at("dots") and claim is not None and claim.integral == index:
            token = c.take()
            c.differentials[index].append(Dots(span=(token.start, token.end)))
            continue
        return


# ---------------------------------------------------------------------------------------------------------------------
# sums that go on


def extended(summands: list[Syntax], signs: list[str]) -> tuple[list[Syntax], list[str]]:
    """Let the body of a sum go on where its index stands free in a later summand: see ``Big``.

    Of several sums with that index the last one before it goes on.
    """
    trailing = [_trailing(s) for s in summands]
    if not any(trailing[:-1]):
        return summands, signs
    behind: list[tuple[Syntax, str]] = []  # last first
    free: set[Syntax] = set()
    for node, sign, path in zip(reversed(summands), reversed(signs), reversed(trailing), strict=True):
        grows = next((big for big in path if indices(big) & free), None)
        free |= _free(node)
        if grows is not None:
            more, more_signs = zip(*reversed(behind), strict=True)
            node = _grown(node, grows, list(more), list(more_signs))
            behind = []
            free -= indices(grows)
        behind.append((node, sign))
    nodes, kept = zip(*reversed(behind), strict=True)
    return list(nodes), list(kept)


def _trailing(node: Syntax) -> list[Big]:
    """The large operators whose bodies end with the node, outermost first."""
    found: list[Big] = []
    while True:
        match node:
            case Multiply(factors):
                node = factors[-1]
            case Add((inner,), _):
                node = inner
            case Big(operator, inner, _, _, (), False) if operator not in ("int", "oint"):
                found.append(node)
                node = inner
            case _:
                return found


def _grown(node: Syntax, target: Big, more: list[Syntax], signs: list[str]) -> Syntax:
    """The summand with the body of one of its trailing operators enlarged by the summands that follow."""
    end = more[-1].span[1]
    span = (node.span[0], end)
    match node:
        case Big() if node is target:
            first = list(node.body.summands) if isinstance(node.body, Add) else [node.body]
            first_signs = list(node.body.signs) if isinstance(node.body, Add) else [""]
            inner, inner_signs = extended([*first, *more], [*first_signs, *signs])
            whole = Add(tuple(inner), tuple(inner_signs), span=(node.body.span[0], end))
            return Big(node.operator, whole, node.below, node.above, (), True, span=span)
        case Big():
            return Big(node.operator, _grown(node.body, target, more, signs), node.below, node.above, span=span)
        case Multiply(factors, inner_signs_):
            return Multiply((*factors[:-1], _grown(factors[-1], target, more, signs)), inner_signs_, span=span)
        case Add((inner_,), sign):
            return Add((_grown(inner_, target, more, signs),), sign, span=span)
    raise TypeError(f"expected a summand that ends with its operator, found {node!r}")


def indices(node: Big) -> set[Syntax]:
    """The names that a large operator binds, as symbols without spans."""
    return _bound(node.below)


def _bound(below: Syntax | None) -> set[Syntax]:
    match below:
        case Symbol():
            return {below}
        case Script(Symbol(), None, None, primes) if primes:  # s' is another name than s
            return {below}
        case Script(Symbol() as base):
            return {base, below}
        case Statement((first, *_), (Sign(), *_)):
            return _bound(first)
        case Bracket("", items, _) | Bracket("(", items, _):
            return set().union(*map(_bound, items))
        case Multiply(factors, signs) if not any(signs):
            return set().union(*map(_bound, factors))
    return set()


def _free(node: Syntax) -> set[Syntax]:
    """The symbols that stand free in a tree, those with primes as they stand."""
    match node:
        case Symbol() | Script(Symbol(), None, None, 1 | 2 | 3):
            return {node}
    found: set[Syntax] = set()
    for child in node.children():
        found |= _free(child)
    return found - indices(node) if isinstance(node, Big) else found
