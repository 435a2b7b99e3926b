r"""Random vectors of which a page says the mean and the covariance, and no law.

What a polynomial of degree two has for its mean depends on a law by these alone.  So a vector of which no more is said
than E[\varepsilon] = 0 and Var(\varepsilon) = \Sigma stands for a normal one in such means, and in no others.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from ... import language as L
from ..names import name_of
from ..shapes.shapes import without_accent
from ..syntax import Bracket, Multiply, Numeral, Script, Sign, Statement, Symbol, Syntax, Unread
from ..terms.calls import operator_meant
from ..uses.heads import head_of
from ..uses.superscripts import is_transposition

if TYPE_CHECKING:
    from ..context import Context
    from ..meaning import Meaning


def learn(m: Meaning, rows: Iterable[Syntax]) -> None:
    r"""The laws that stand for E[\varepsilon] = 0 and Var(\varepsilon) = \Sigma, of vectors that have no law.

    Of each moment the first equation says what it is; any other is a claim.
    """
    said = [s for row in rows for s in row.walk() if isinstance(s, Statement)]
    known = {name_of(s.expressions[0]) for s in said if s.relations and s.relations[0].symbol in ("=", "~")}
    moments: dict[tuple[str, str], tuple[Syntax, Syntax]] = {}
    for statement in said:
        match statement:
            case Statement((Multiply() as left, Syntax() as right), (Sign("="),)):
                if (found := _moment(m.context, left)) is not None:
                    vector, word = found
                    moments.setdefault((name_of(vector) or "", word), (left, right))
    for (called, word), equation in moments.items():
        in_blocks = any(point.name == called for each in m.context.block_normals for point in each.points)
        defined = in_blocks or called in known or called in m.context.laws or called in m.context.values
        if word == "mean" and not defined and without_accent(called) is None:
            words = ("variance", "covariance", *(("square",) if equation[1] == Numeral("0") else ()))
            spreads = [each for (of, what), each in moments.items() if of == called and what in words][:1]
            m.context.moments_said += [equation, *spreads]
            _suppose(m, called, equation[1], spreads[0][1] if spreads else None)


def _suppose(m: Meaning, called: str, mean: Syntax, spread: Syntax | None) -> None:
    """A normal law with these moments; without its spread, with any."""
    space = m.shapes.space(called)
    if not isinstance(space, L.Vectors):
        return
    try:
        center = m.term(mean)
        unknown = L.Var(rf"\mathrm{{Cov}}({called})", L.Matrices(space.dimension, space.dimension))
        covariance = unknown if spread is None else m.term(spread)
    except Unread as reason:
        m.context.fog.setdefault(called, reason.reason)
        return
    center = L.Zero(space) if center is L.Number(0) else center
    if L.space_of(center) is not space or L.space_of(covariance) is not unknown.space:
        return
    m.context.laws[called] = L.MultivariateNormal(center, covariance)
    m.context.degrees[called] = 1 if spread is None else 2
    m.context.assume(*m.context.laws[called].conditions())


def _moment(context: Context, node: Multiply) -> tuple[Syntax, str] | None:
    r"""The vector and the word of E[\varepsilon], Var(\varepsilon) and E[\varepsilon \varepsilon^\top]."""
    match node:
        case Multiply((Symbol() | Script(Symbol(), None) as head, Bracket(_, (item,), _, None) as bracket), ("", "")):
            called = head_of(head, bracket)
            match None if called is None else operator_meant(context, called, bracket), item:
                case "mean", Multiply((one, Script(other, None, above)), ("", "")) if one == other:
                    return (one, "square") if is_transposition(above) and name_of(one) is not None else None
                case ("mean" | "variance" | "covariance") as word, _ if name_of(item) is not None:
                    return item, word
    return None


def is_said(context: Context, left: Syntax, right: Syntax) -> bool:
    """Whether an equation is one of those by which a page says what the moments of a vector are."""
    told = _moment(context, left) if isinstance(left, Multiply) else None
    return told is not None and name_of(told[0]) in context.degrees and (left, right) in context.moments_said


__all__ = ["is_said", "learn"]
