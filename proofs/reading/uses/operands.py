r"""What operators are taken of, the X of E[X], the p and q of KL(p \| q), and what that shows of names: which are
random, which are laws."""

from __future__ import annotations

from collections.abc import Iterator

from ..names import name_of
from ..probability.event_formulas import event
from ..relations import ORDERS
from ..syntax import (
    Add,
    Big,
    Bracket,
    Multiply,
    Script,
    Sign,
    Statement,
    Symbol,
    Syntax,
)
from .running import PLACES
from .superscripts import is_transposition
from .uses import Survey

_OPERATORS_TEXT = (
    "E Var Cov Corr TV D_TV KL D_KL JS JSD D_JS KLD H h I Pr Mean Median mode median Skew std Std MSE "
    "D_{KL} D_{JS} D_{TV}"
)
_ENTROPIES = frozenset(("H", "h", "I"))
_SIZES = ("n", "N")
OPERATORS = frozenset(_OPERATORS_TEXT.split())


def operates(factor: Syntax) -> bool:
    base = factor.base if isinstance(factor, Script) else factor
    return isinstance(base, Symbol) and (base.name in OPERATORS or (base.name == "D" and _below(factor)))


def _below(factor: Syntax) -> bool:
    """D_{KL}, and not the D^* of a discriminator."""
    return isinstance(factor, Script) and factor.below is not None


def note_operands(factor: Syntax, bracket: Bracket, found: Survey) -> None:
    """Laws in a divergence, random variables in everything else, but for the events of a probability, A of Pr(A)."""
    parts = (*bracket.items, *(bracket.given or ()))
    if _is_probability(factor):
        parts = tuple(part for part in parts if event(part) is None)
    if bracket.bar == "||":
        laws = frozenset(n for part in parts for n in map(name_of, _letters(part)) if n is not None)
        found.divergent |= laws
        found.compared.add(laws)
        return
    names = {n for part in parts for n in map(name_of, _spoken(part)) if n is not None}
    if not _is_probability(factor):
        found.meant |= names
    entropic = name_of(factor) in _ENTROPIES  # H(\epsilon) is of a number, and averages nothing
    of = [part for part in parts if not entropic or (name_of(part) or "")[:1].isupper()]
    found.averaged |= {n for part in of for n in map(name_of, (part, getattr(part, "base", None))) if n is not None}
    if isinstance(factor, Symbol) and factor.name == "H" and factor.font == "rm" and bracket.left == "[":
        found.divergent |= {n for part in parts for n in _mixed(part)}
    if isinstance(factor, Script) and (variable := drawn(factor.below)) is not None:
        found.random |= {variable} if len(variable) == 1 and variable.isupper() else set()
        found.divergent |= drawn_from(factor.below)
    else:
        found.random |= {n for n in names if len(n.split("_")[0]) == 1 and n[:1].isupper() and n[:1] not in "EPQH"}


def _is_probability(factor: Syntax) -> bool:
    base = factor.base if isinstance(factor, Script) else factor
    return isinstance(base, Symbol) and base.name in ("P", "Pr", "Prob")


def counts_in(event: Bracket) -> Iterator[str]:
    """The letters for integers to which random variables are equal in an event: the k of P(X = k)."""
    for part in (*event.items, *(event.given or ())):
        match part:
            case Statement((Syntax() as left, Symbol(letter, "", ())), (Sign("="),)) if letter in PLACES | {"m", "n"}:
                if any((name_of(node) or "")[:1].isupper() for node in left.walk()):
                    yield letter


def limits_in(event: Bracket) -> Iterator[tuple[str, str]]:
    """The random variables that an event holds above or below a letter for integers, and that: X and n of P(X > n)."""
    for part in (*event.items, *(event.given or ())):
        if isinstance(part, Statement) and all(sign.symbol in ORDERS for sign in part.relations):
            names = [name for each in part.expressions if (name := name_of(each)) is not None and name[:1].isupper()]
            sides = [s for e in part.expressions for s in (e.summands if isinstance(e, Add) else (e,))]
            letters = [e.name for e in sides if isinstance(e, Symbol) and e.name in PLACES | {"m", "n"}]
            yield from ((name, letter) for name in names[:1] for letter in letters)


def _mixed(part: Syntax) -> set[str]:
    r"""The laws p and q of \mathrm{H}[\lambda p + (1-\lambda) q]."""
    match part:
        case Add((Multiply((_, *_, one)), Multiply((_, *_, other))), ("", "+")):
            return {n for n in (name_of(one), name_of(other)) if n is not None and n[:1] in ("p", "q")}
    return set()


def drawn(below: Syntax | None) -> str | None:
    r"""The variable of E_{x \sim q}: nothing else in such a mean is shown to be random by it."""
    match below:
        case Statement((variable, _), (Sign("~"),)):
            return name_of(variable) or ""
    return None


def run_over(below: Syntax | None) -> tuple[Syntax, ...]:
    r"""What a mean runs over: x and z of E_{p(x, z)}, z of E_{q(z|x)} and of E_{z \sim q(z|x)}."""
    match below:
        case Statement((Syntax() as variable, _), (Sign("~"),)):
            return (variable,)
        case Multiply((_, Bracket("(", items)), _):
            return items
    return ()


def drawn_from(below: Syntax | None) -> set[str]:
    r"""The law of E_{x \sim g}: a letter of which g(x) is the density."""
    match below:
        case Statement((_, law), (Sign("~"),)) if law is not None and (name := name_of(law)) is not None:
            return {name}
    return set()


def _spoken(node: Syntax) -> Iterator[Syntax]:
    """The nodes of an expression but for the limits of its sums and products, the T of a transposition, and the N by
    which x_{1:N} and x_N say how many data there are."""
    yield node
    if isinstance(node, Script) and _says_how_many(node.below):
        yield from _spoken(node.base)
        return
    if isinstance(node, Script) and is_transposition(node.above):
        yield from _spoken(Script(node.base, node.below) if node.below is not None else node.base)
        return
    for child in (node.body, *node.differentials) if isinstance(node, Big) else node.children():
        yield from _spoken(child)


def _says_how_many(below: Syntax | None) -> bool:
    match below:
        case Symbol(letter, "", ()) if letter in _SIZES:
            return True
        case Statement((_, _), (Sign(":"),)):
            return True
    return False


def _letters(node: Syntax) -> Iterator[Syntax]:
    """The nodes of what a divergence is taken of, without what its densities are taken at: of p(z | x) that is p."""
    yield node
    match node:
        case Multiply((Symbol() | Script() as head, Bracket("("), *more), _):
            yield head
            for factor in more:
                yield from _letters(factor)
        case _:
            for child in (node.body, *node.differentials) if isinstance(node, Big) else node.children():
                yield from _letters(child)


__all__ = ["OPERATORS", "counts_in", "drawn", "drawn_from", "limits_in", "note_operands", "operates", "run_over"]
