r"""Taylor polynomials that words announce: "the second-order Taylor polynomial of $f$ at $x = 0$ is $T_2(x) = ...$",
"the linear approximation at $a = 1$ is $L(x) = ...$", "the tangent line at $x = 1$ is $y = 2x - 1$".

Of a function that is known they are what they are, where words say of which order and at which point.
"""

from __future__ import annotations

import re
from math import factorial
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..syntax import Bracket, Multiply, Numeral, RowSyntax, Sign, Statement, Syntax, Unread
from ..terms.error_terms import derivative
from ..words import prose
from ..words.prose import ONE

if TYPE_CHECKING:
    from ..told.naming_equation import NamingEquation

_ORDERS = {
    1: r"first|1st|linear|affine",
    2: r"second|2nd|quadratic",
    3: r"third|3rd|cubic",
    4: r"fourth|4th|quartic",
    5: r"fifth|5th",
}
_ORDER = "|".join(_ORDERS.values())
_NUMBER = r"\d|one|two|three|four|five"
_NUMBERS = {word: k for k, word in enumerate(("one", "two", "three", "four", "five"), 1)}
_OF = (
    rf"(?:\s*(?:of|to|for)(?: the)?(?: function| graph of| curve)?\s*(?P<of>{ONE})|"
    rf"\s*(?:of|up to) (?:degree|order)\s*(?P<degree>{_NUMBER}|{ONE})|"
    rf"\s*(?:at|around|about|near|in)(?: the)?(?: point| origin)?\s*(?P<at>{ONE}|0|zero|(?<=origin)))*"
)
_POLYNOMIAL = re.compile(
    rf"\b(?:(?P<order>{_ORDER})(?:[- ](?:order|degree))? )?(?P<noun>(?:taylor|maclaurin)(?:'s)?"
    rf"(?: (?:polynomial|approximation|expansion|series))?|approximation|linearization|linearisation|tangent(?: line)?)"
    rf"{_OF}\s*(?:is|reads|becomes|equals)(?: then| thus| therefore| given by)*[\s:,]*$"
)
_MAY = re.compile("taylor|maclaurin|approximation|lineari|tangent")  # which is quickly seen
_LINES = re.compile(r"linear|tangent")


def polynomial(equation: NamingEquation) -> L.Term | None:
    """The polynomial that words say an equation tells, in the letter that it is told in; None of anything else.
    Raises ``Unread`` where it is not plain of which function, of which order, and at which point."""
    words = equation.formula.lead if equation.formula.display else equation.formula.words
    said = prose.sentence(words)
    found = _POLYNOMIAL.search(said) if _MAY.search(said) else None
    if found is None or (found["noun"] == "approximation" and found["order"] is None):
        return None
    unknown = Unread(f"of which function, and where, this is the {found['noun']} was not read", equation.right.span)
    rows = equation.formula.ahead[max(len(equation.formula.ahead) - said.count(ONE), 0) :]
    places = {mark: said[: found.start(mark)].count(ONE) for mark in ("of", "degree", "at") if found[mark] == ONE}
    told = {mark: rows[place] for mark, place in places.items() if place < len(rows)}
    function, order, at = _function(equation, told), _order(found, told), _point(equation, found, told)
    variable = _variable(equation)
    if function is None or order is None or at is None or variable is None:
        raise unknown
    x = L.Var(variable, L.R)
    u = L.fresh_beside(L.Var("u", L.R), function, at, x)
    body = equation.context.unfolded(L.substitute(function.body, {function.var: u}))
    parts = [derivative(body, u, at, k) * (x - at) ** k / factorial(k) for k in range(1, order + 1)]
    return L.Plus((derivative(body, u, at, 0), *parts))


def _function(equation: NamingEquation, told: dict[str, RowSyntax | None]) -> L.Lambda | None:
    """The function that words name, or the only one of one number that there is."""
    known = {n: f for n, f in equation.context.functions.items() if f.is_plain and L.is_scalar(f.arguments[0])}
    head = equation.thread.node.factors[0] if isinstance(equation.thread.node, Multiply) else equation.thread.node
    known.pop(name_of(head) or "", None)
    if "of" in told:
        known = {n: f for n, f in known.items() if n in map(name_of, told["of"].walk())} if told["of"] else {}
    if len(known) != 1:
        return None
    (function,) = known.values()
    return L.Lambda(function.body, function.arguments[0])


def _order(found: re.Match[str], told: dict[str, RowSyntax | None]) -> int | None:
    if found["order"] is not None:
        return next(k for k, words in _ORDERS.items() if re.fullmatch(words, found["order"]))
    degree = found["degree"]
    if degree == ONE:
        match told.get("degree"):
            case RowSyntax((Statement((Numeral(text),), ()),)) if text.isdigit() and 1 <= int(text) <= max(_ORDERS):
                return int(text)
        return None
    if degree is not None:
        return _NUMBERS[degree] if degree in _NUMBERS else int(degree)
    return 1 if _LINES.search(found["noun"]) else None


def _point(equation: NamingEquation, found: re.Match[str], told: dict[str, RowSyntax | None]) -> L.Term | None:
    """Where it is taken; at 0 where it is one of Maclaurin."""
    if found["at"] != ONE:
        return None if found["at"] is None and not found["noun"].startswith("maclaurin") else L.Number(0)
    match told.get("at"):
        case RowSyntax((Statement((_, Syntax() as value), (Sign("="),)),)) | RowSyntax((Statement((value,), ()),)):
            point = None if value is None else equation.m.scalar(value)
            return point if point is not None and L.is_scalar(point) else None
    return None


def _variable(equation: NamingEquation) -> str | None:
    """The letter x of T(x), and of a line y = 2x - 1."""
    match equation.thread.node:
        case Multiply((_, Bracket("(", (argument,), ")", None)), ("", "")):
            return name_of(argument)
    return "x" if name_of(equation.thread.node) == "y" else None


__all__ = ["polynomial"]
