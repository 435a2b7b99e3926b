r"""Superscripts that are no powers: the policy of V^\pi(s), Q^{\pi'}(s, a), and the square of \chi^2(p \| q)."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import Any

from ..grammar.rewritten import rewritten
from ..names import name_of
from ..syntax import Bracket, Mark, Multiply, Numeral, Script, Symbol, Syntax

_VALUES = ("V", "Q", "A", "J")  # of states, of actions, the advantage, the return


def labelled(node: Syntax) -> Any:
    """The tree with labels for them."""
    return rewritten(node, _labelled)


def _labelled(node: Syntax) -> Syntax:
    match node:
        case Script(Symbol(name, "" | "cal", ()), _, Symbol() | Script() as above) if name in _VALUES:
            policy = above.base if isinstance(above, Script) else above
            label = name_of(above)
            if isinstance(policy, Symbol) and policy.name == "pi" and not policy.accents and label is not None:
                return replace(node, above=Mark(f"\\{label}", span=above.span))
        case Multiply(factors):
            labels = [_of_divergence(each, behind) for each, behind in zip_longest(factors, factors[1:])]
            return replace(node, factors=tuple(labels)) if labels != [*factors] else node
    return node


def _of_divergence(factor: Syntax, behind: Syntax | None) -> Syntax:
    match factor, behind:
        case (
            Script(Symbol("chi", "", ()), None, Numeral("2") as above, 0),
            Bracket("(", (_,), ")", (_,), "||"),
        ):
            return replace(factor, above=Mark(above.text, span=above.span))
    return factor


__all__ = ["labelled"]
