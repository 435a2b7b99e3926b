"""The summands of an expression as it is written, and what is left of it without some of them."""

from __future__ import annotations

from collections.abc import Callable

from ..syntax import Add, Numeral, Syntax


def summands_of(node: Syntax) -> tuple[tuple[Syntax, ...], tuple[str, ...]]:
    """The summands with the signs before them; of what is no sum it is one."""
    return (node.summands, node.signs) if isinstance(node, Add) else ((node,), ("",))


def without(node: Syntax, left_away: Callable[[Syntax], bool]) -> Syntax:
    """The expression without these summands: itself where it has none of them, 0 where it has no others."""
    kept = [(s, sign) for s, sign in zip(*summands_of(node), strict=True) if not left_away(s)]
    if len(kept) == len(summands_of(node)[0]):
        return node
    if not kept:
        return Numeral("0", span=node.span)
    parts, signs = zip(*kept, strict=True)
    first = "-" if signs[0] == "-" else ""
    return parts[0] if len(parts) == 1 and not first else Add(parts, (first, *signs[1:]), span=node.span)


__all__ = ["summands_of", "without"]
