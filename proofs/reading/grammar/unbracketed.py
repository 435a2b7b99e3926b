r"""What an operator without a bracket of its own is taken of: \mathbb E X^2, \mathbb E|X|, \mathbb E(X - \mu)^2."""

from __future__ import annotations

from ..syntax import Add, Bracket, Mark, Multiply, Named, Script, Sign, Statement, Symbol, Syntax, Unread

_UPRIGHT = ("rm", "bb", "text", "sf")
_NORMS = ("|", "||")
_CAPITALS = frozenset("UVWXYZ")  # letters of random variables


def close(factors: list[Syntax], signs: list[str]) -> None:
    r"""Put into a bracket what an operator is taken of: the X of \mathrm{Var} X, the log D(x) of \mathbb E_p \log D(x).

    A mean is of all that follows up to the next + or -, since what is constant may stand inside of it or outside, but
    \mathbb E X \mathbb E Y are two; a variance is of the one factor behind it.
    """
    for k in reversed(range(len(factors) - 1)):
        operator = _operator(factors[k]) or _plain_mean(factors[k], factors[k + 1])
        if operator is None or signs[k + 1] or _is_bracketed(operator, factors[k + 1 :], signs[k + 1 :]):
            continue
        others = (j for j in range(k + 2, len(factors)) if isinstance(factors[j], Symbol) and _operator(factors[j]))
        end = next(others, len(factors)) if operator.name == "E" else k + 2
        if end < len(factors) and not signs[end] and _operator(factors[end]) is None:
            raise Unread(f"{operator.name} before several factors: how many belong to it is not said", operator.span)
        inside, between = tuple(factors[k + 1 : end]), ("", *signs[k + 2 : end])
        span = (inside[0].span[0], inside[-1].span[1])
        whole = inside[0] if len(inside) == 1 else Multiply(inside, between, span=span)
        factors[k + 1 : end], signs[k + 1 : end] = [Bracket("[", (whole,), "]", None, span=span)], [""]


def _operator(factor: Syntax) -> Symbol | None:
    r"""The E of \mathbb E, \mathbb E_q or E_{x \sim p}, the Var of \mathrm{Var}."""
    match factor:
        case Script(Symbol("E") as symbol, Statement((_, _), (Sign("~"),)), None, 0):
            return symbol
        case Symbol("E" | "Var" | "var", font, ()) as symbol if font in _UPRIGHT:
            return symbol
        case Symbol("V", "bb", ()) as symbol:
            return symbol
        case Script(Symbol("E" | "Var" | "var", font, ()) as symbol, _, None, 0) if font in _UPRIGHT:
            return symbol
    return None


def _plain_mean(factor: Syntax, behind: Syntax) -> Symbol | None:
    r"""The plain E of E \log p(X), E_p \log p(X), which is no number: what follows is of capital letters."""
    match factor:
        case (Symbol("E", "", ()) as symbol) | Script(Symbol("E", "", ()) as symbol, Symbol(), None, 0):
            return symbol if isinstance(behind, Named) and _is_of_capitals(behind) else None
    return None


def _is_of_capitals(function: Named) -> bool:
    """Whether values at capital letters stand in a function, and at nothing else: p(X) / q(X), p(X, Y)."""
    heads = [node.factors for node in function.walk() if isinstance(node, Multiply) and len(node.factors) > 1]
    items = [item for _, *brackets in heads for b in brackets if isinstance(b, Bracket) for item in b.items]
    return bool(items) and all(isinstance(i, Symbol) and i.name in _CAPITALS and not i.font for i in items)


def _is_bracketed(operator: Symbol, behind: list[Syntax], signs: list[str]) -> bool:
    r"""Whether the operator is taken of what the bracket behind it holds and of nothing else: E[X], E(X)^2.

    The bars of |X| are no brackets, and the power of (X - \mu)^2 belongs to what it is taken of.
    """
    match behind:
        case [Mark(), *_]:
            return True
        case [Bracket(left) | Script(Bracket(left)), *_] if left in _NORMS:
            return False
        case [Script(Bracket("(", (item,), ")", None), None, above), *_] if above is not None:
            return _is_power_of_value(operator, item)
        case [Bracket("(", (Add(),), ")", None), following, *_] if not signs[1] and not isinstance(following, Mark):
            return operator.name != "E"
    return isinstance(behind[0], Bracket) or (isinstance(behind[0], Script) and isinstance(behind[0].base, Bracket))


def _is_power_of_value(operator: Symbol, item: Syntax) -> bool:
    r"""Whether E(item)^2 is (E item)^2, as of a name or a product; E(X - \mu)^2 is E[(X - \mu)^2]."""
    match item:
        case Symbol() | Script() | Multiply():
            return True
        case Add(_, signs) if operator.name == "E" and "-" in signs[1:]:
            return False
    raise Unread(f"whether the power is of {operator.name} or inside of it is not said", operator.span)
