r"""Values under a policy: the \pi of V^\pi(s), Q^{\pi'}(s, a) and J^{\pi_\theta} is a label, as nobody raises to it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from .names import name_of
from .rewritten import rewritten
from .syntax import Mark, Script, Symbol, Syntax

_VALUES = ("V", "Q", "A", "J")  # of states, of actions, the advantage, the return


def labelled(node: Syntax) -> Any:
    """The tree with labels for the policies that stand as powers."""
    return rewritten(node, _labelled)


def _labelled(node: Syntax) -> Syntax:
    match node:
        case Script(Symbol(name, "" | "cal", ()), _, Symbol() | Script() as above) if name in _VALUES:
            policy = above.base if isinstance(above, Script) else above
            label = name_of(above)
            if isinstance(policy, Symbol) and policy.name == "pi" and not policy.accents and label is not None:
                return replace(node, above=Mark(f"\\{label}", span=above.span))
    return node


__all__ = ["labelled"]
