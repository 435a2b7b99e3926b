r"""Poisson processes: "let $N(t)$ be a Poisson process with rate $\lambda$", with E[N(t)], P(N(s) = 0, N(t) = 1).

The counts at several times are sums of independent counts, N(t) = N(s) + (N(t) - N(s)), each with a Poisson law.  Which
of two times is the earlier the page must say, or the numbers do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import cmp_to_key
from typing import TYPE_CHECKING, Any

from ... import language as L
from ...language.facts import Facts
from ..names import name_of
from ..syntax import Add, Bracket, Multiply, Numeral, Script, Statement, Symbol, Syntax, Unread
from ..words import prose
from . import independence

if TYPE_CHECKING:
    from ..meaning import Meaning
    from ..pieces import Piece

_PROCESS = "poisson process"
_RATE = re.compile(
    rf"{_PROCESS}(?: \w+){{0,2}} (?:with|of|having)(?: an?| the)?(?: constant)? (?:rate|intensity)(?: parameter)?\s*$"
)
_NAMED = re.compile(rf"{prose.ONE}\s*(?:be|is|denotes?|denote)(?: an?| the)?(?: homogeneous)? {_PROCESS}\b")
_COUNTS = re.compile(r"\s*(?:be|is|denotes?|denote|counts?)(?: the)?(?: number of)?\b")


def learn(m: Meaning, pieces: Sequence[Piece], at: int) -> None:
    """Keep the rate of a process where a formula says it, and the letter that counts."""
    context = m.context
    if _PROCESS not in context.said:
        return
    piece, words = pieces[at], " ".join(prose.sentence(pieces[at].formula.words).lower().split())
    if piece.sole is not None and _RATE.search(words):
        letter = _letter(pieces[at - 1]) if at and _NAMED.search(words) else None
        context.processes[letter or ""] = m.scalar(piece.sole)
    elif "" in context.processes and _COUNTS.match(piece.formula.rest.lower()):
        letter = _letter(piece) if isinstance(piece.sole, Multiply) else None
        if letter is not None and letter not in context.processes:
            context.processes[letter] = context.processes[""]


def _letter(piece: Piece) -> str | None:
    r"""The N of N(t), of N, of \{N(t), t \ge 0\}."""
    first = next((e for s in (piece.row.statements if piece.row is not None else ()) for e in s.expressions if e), None)
    while isinstance(first, Bracket | Statement):
        first = first.items[0] if isinstance(first, Bracket) else first.expressions[0]
    if (count := _count(first)) is not None:
        return count[0]
    return name_of(first) if isinstance(first, Symbol) and first.name.isupper() else None


def _count(node: Syntax | None) -> tuple[str, Syntax] | None:
    """The N and the t of N(t)."""
    match node:
        case Multiply((Symbol(letter), Bracket("(", (time,), ")", None)), ("", "")):
            return letter, time
    return None


def times(m: Meaning, node: Any) -> dict[Syntax, tuple[str, L.Term]]:
    """The counts N(t) of known processes in a part of a formula, each with its letter and its time."""
    processes = m.context.processes
    if not processes:
        return {}
    found: dict[Syntax, tuple[str, L.Term]] = {}
    for each in _grouped(node).walk():
        if (count := _count(each)) is not None and count[0] in processes:
            time = m.scalar(count[1])
            if time is L.Number(0):
                raise Unread("a count at time zero, which is zero", each.span)
            found.setdefault(each, (count[0], time))
    return found


def _grouped(node: Any) -> Any:
    """A formula with each N(t) of a product, N(s) N(t), in a bracket of its own."""
    if isinstance(node, tuple):
        return tuple(map(_grouped, node))
    if not isinstance(node, Syntax):
        return node
    if isinstance(node, Multiply) and len(node.factors) > 2:
        factors, signs = list[Syntax](), list[str]()
        for factor, sign in zip(node.factors, node.signs, strict=True):
            pair = None if sign or not factors else Multiply((factors[-1], factor), ("", ""))
            if pair is not None and _count(pair) is not None:
                factors[-1] = pair
            else:
                factors.append(_grouped(factor))
                signs.append(sign)
        return replace(node, factors=tuple(factors), signs=tuple(signs))
    return replace(node, **{f.name: _grouped(getattr(node, f.name)) for f in fields(node)})


@contextmanager
def written_out(m: Meaning, node: Any) -> Iterator[Any]:
    """Inside, the counts in a part of a formula are sums of independent random variables with Poisson laws.

    Raises ``Unread`` where the order of the times is not known.
    """
    context = m.context
    before = context.laws, context.independent
    put: dict[Syntax, Syntax] = {}
    names: dict[str, L.Law] = {}
    known = times(m, node)
    for letter in dict.fromkeys(process for process, _ in known.values()):
        own = {each: time for each, (process, time) in known.items() if process == letter}
        last: L.Term = L.Number(0)
        so_far: list[Syntax] = []
        for time in _in_order(m, list(dict.fromkeys(own.values()))):
            name = f"{letter}_{len(so_far) + 1}"
            rate = context.processes[letter]
            names[name] = L.Poisson(rate * (time if last is L.Number(0) else time - last))
            m.context.presume(time > last)
            so_far.append(Script(Symbol(letter), Numeral(str(len(so_far) + 1))))
            whole = so_far[0] if len(so_far) == 1 else Bracket("(", (Add(tuple(so_far), _signs(so_far)),), ")")
            put |= dict.fromkeys((each for each, at in own.items() if at is time), whole)
            last = time
    if len(names) > 1:
        independence.tell(context, names)
    context.laws = {**context.laws, **names}
    m.apart |= names.keys()
    try:
        yield _put(_grouped(node), put)
    finally:
        context.laws, context.independent = before
        m.apart -= names.keys()


def _signs(parts: Sequence[Syntax]) -> tuple[str, ...]:
    return ("", *("+",) * (len(parts) - 1))


def _in_order(m: Meaning, found: list[L.Term]) -> list[L.Term]:
    facts = Facts(m.context.stated())

    def earlier(one: L.Term, other: L.Term) -> int:
        for sign, a, b in ((-1, one, other), (1, other, one)):
            if facts.nonnegative(b - a):
                return sign
        raise Unread("which of two times of a process is the earlier is not said", (0, 0))

    return sorted(found, key=cmp_to_key(earlier))


def _put(node: Any, put: dict[Syntax, Syntax]) -> Any:
    if isinstance(node, tuple):
        return tuple(_put(each, put) for each in node)
    if not isinstance(node, Syntax):
        return node
    if node in put:
        return put[node]
    if isinstance(node, Add) and (whole := _increment(node, put)) is not None:
        return whole
    changed = {f.name: _put(getattr(node, f.name), put) for f in fields(node)}
    if isinstance(node, Multiply):  # a count before a bracket is a factor, and no function of what is in it
        changed["factors"] = tuple(
            Bracket("(", (new,), ")") if old in put and isinstance(new, Script) else new
            for old, new in zip(node.factors, changed["factors"], strict=True)
        )
    return replace(node, **changed)


def _increment(node: Add, put: dict[Syntax, Syntax]) -> Syntax | None:
    """What is left of N(t) - N(s), which has counts in common; None of other sums."""
    match node:
        case Add((one, other), ("", "-")) if one in put and other in put:
            longer, shorter = (_parts(put[each]) for each in (one, other))
            left = longer[len(shorter) :]
            if longer[: len(shorter)] == shorter and left:
                return left[0] if len(left) == 1 else Bracket("(", (Add(tuple(left), _signs(left)),), ")")
    return None


def _parts(node: Syntax) -> list[Syntax]:
    match node:
        case Bracket(_, (Add(summands),)):
            return list(summands)
    return [node]


__all__ = ["learn", "times", "written_out"]
