r"""Laws that a sentence tells for one of several cases: "with probability $\frac13$ we have $X \sim N(0, 1)$, and
otherwise $X \sim N(3, 1)$", "if heads comes up, let $X \sim U(0, 1)$", "under the alternative, $X \sim$".

Which of them a random variable has is chosen by something that is not read, so it has none of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..names import name_of
from ..syntax import RowSyntax, Sign, Statement, Symbol, Syntax
from ..threads import Formula
from ..told import set_aside
from ..words.prose import ONE, sentence

if TYPE_CHECKING:
    from ..context import Context

_BEGINS = r"(?:^|[.;:,]|\b(?:and|but|or|while|whereas))\s*(?:and |but |or )?"
_CHANCE = rf"with (?:the )?(?:remaining )?probability(?:\s*{ONE})?|otherwise|else|in (?:the|this) other case"
_SHOWN = (
    r"(?:if|when|whenever|in case|on|for)(?: (?:the|a|an|it|this|that|first|second|we|fair|get|coin|toss|flip|die|"
    r"result|outcome|throw|roll|is|was|shows?|lands?|comes?|turns?|of|on|are|gives?))* (?:heads?|tails?|success|"
    r"failure|even|odd|a six|red|black|white)"
)
_IN_CASE = re.compile(rf"{_BEGINS}(?:{_CHANCE}|{_SHOWN})\b[^.;:]*$")
_BEHIND = re.compile(rf"\s*,?\s*(?:with (?:the )?(?:remaining )?probability\b|otherwise\b|(?:{_SHOWN})\b)")
_IF_FORMULA = re.compile(rf"\b(?:if|when)\s*{ONE}\s*,?\s*(?:then|let|we have)?\s*$")
_UNDER = re.compile(
    rf"{_BEGINS}under\s+(?:{ONE}|the (?:null|alternative)(?: hypothesis)?|(?:the )?(?:first|second|other) "
    r"(?:model|hypothesis))[^.;:]*$"
)


def give_up(context: Context, left: Syntax | None, formula: Formula) -> bool:
    """Whether a law is told for one of several cases; the name that it is told of then has none.  A law under a
    hypothesis holds in its sentence alone, where another one was told before."""
    name = name_of(left) if left is not None else None
    if name is None:
        return False
    said = sentence(formula.words)
    by_chance = _IN_CASE.search(said) or _BEHIND.match(formula.rest.lower())
    if by_chance or (_IF_FORMULA.search(said) and _is_of_variable(context, formula.previous)):
        set_aside.put(context, name, {})
        context.fog.setdefault(name, "which law it has depends on the case")
        return True
    if _UNDER.search(said) and set_aside.known(context, name):
        set_aside.keep(context, name)
        context.fog.setdefault(name, "it has another law under another hypothesis")
    return False


def _is_of_variable(context: Context, row: RowSyntax | None) -> bool:
    """Whether a condition says a value of a random variable, whose law is known: if $Y = 1$."""
    match row:
        case RowSyntax((Statement((Symbol() as variable, _), (Sign("="),)),)):
            name = name_of(variable) or ""
            return name in context.laws or name in context.masses
    return False


__all__ = ["give_up"]
