r"""Densities that are told and are none: "Let $X$ have density $f(x) = 3x$ for $0 < x < 1$", which integrates to 3/2.

What a page supposes of X it may suppose, but not that: whether a formula is a density is so or is not, and the line
that tells it is judged by it.  A constant of which nothing else is said is what makes it one, and is asked of nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from ... import language as L
from ..changing import changed
from ..lines import Line, NoLine
from ..meaning import Meaning
from ..relations import OPPOSITES
from . import stated

_UP_TO = re.compile(
    r"\bun-?normali[sz]ed|\bup to\b|\bproportional|\bnormali[sz]ing|\bimproper|\bkernel\b|"
    r"\b(not|no|never|cannot be|neither) (a |an )?(valid |proper |probability )*(density|pdf|pmf)|\botherwise [^0]"
)
# Of what is counted the sum is meant, also where only x >= 0 is said.
_COUNTED = re.compile(
    r"\b(pmf|mass|discrete|counts?|counting|integers?|poisson|binomial|bernoulli|geometric|trials?|number of)\b"
)
_ZERO = re.compile(r"=\s*0\s*$")  # "$f(x) = 0$ otherwise" is no other formula
_HEAD = re.compile(r"\s*([a-zA-Z]+(_\{?\w+\}?)?)\s*(\\left)?\(")


def judged(m: Meaning, lines: Sequence[Line], others: Sequence[NoLine]) -> Iterator[Line]:
    """The lines, those that tell a density with what that takes for granted, now that all of the stretch is read."""
    told = {*m.context.density_names.values(), *m.context.densities_of_data.values()}
    if not told or _UP_TO.search(m.context.words) or _COUNTED.search(m.context.words):
        yield from lines
        return
    heads = [_head(line.left) for line in lines]
    written = Counter(heads) + Counter(_head(each.text) for each in others if not _ZERO.search(each.text))
    for line, head in zip(lines, heads, strict=True):
        plain = line.kind == "definition" and line.claim is None and line.symbol == "="
        claim = _claim(m, head) if head in told and plain and written[head] == 1 else None
        yield line if claim is None else changed(line, presumes=claim)


def _head(text: str) -> str:
    """The letter of the function that a formula begins with a value of, as names are kept: f_X."""
    found = _HEAD.match(text)
    return "" if found is None else re.sub(r"[{}]", "", found[1])


def _claim(m: Meaning, head: str) -> L.Claim | None:
    """That a density that is written out integrates to 1; None where it is not known where it holds, or a constant of
    it may be what makes it one."""
    density = m.context.functions.get(head)
    if density is None or len(density.arguments) != 1 or not stated.is_written_out(density.body):
        return None
    (argument,) = density.arguments
    home, body = stated.home(m.context, head, argument), density.body
    if home is None and (alone := _where_not_zero(body, argument)) is not None:
        home, body = alone
    counts = any(isinstance(n, L.Elementary) and n.name in ("factorial", "binomial") for n in body.walk())
    if home is None or counts or isinstance(argument.space, L.Integers):
        return None
    x = L.Var(argument.name, home)
    total = L.Int(L.substitute(m.context.unfolded(body), {argument: x}), x)
    if not total.free <= {*density.given}:
        return None
    hypotheses = tuple(h for h in m.context.stated() if h.free and h.free <= total.free)
    return L.Claim(hypotheses, L.Relation(total, "=", L.Number(1)))


def _where_not_zero(body: L.Term, x: L.Var) -> tuple[L.Space, L.Term] | None:
    """The part of the line where a formula by cases is not zero, and what it is there; None where that is more than one
    of its cases."""
    if not isinstance(body, L.Cases) or body.otherwise is not L.Number(0):
        return None
    said: list[L.Node] = []
    for value, where in zip(body.values, body.conditions, strict=True):
        if not isinstance(where, L.Relation) or where.symbol not in OPPOSITES:
            return None
        if value is not L.Number(0):
            rest = body.values[body.values.index(value) + 1 :]
            home = stated.between((*said, where), x) if all(v is L.Number(0) for v in rest) else None
            return None if home is None else (home, value)
        said.append(L.Relation(where.left, OPPOSITES[where.symbol], where.right))
    return None


__all__ = ["judged"]
