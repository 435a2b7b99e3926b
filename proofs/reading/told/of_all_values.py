r"""What is supposed of an unknown function for all values: "Suppose $f$ is $L$-smooth, i.e.
$$f(y) \le f(x) + \nabla f(x)^T (y - x) + \frac{L}{2} \|y - x\|^2.$$"

It is supposed of the values that stand for its names where something is claimed.  It says more than that, at other
values: nothing is held against the author that it may have settled.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ... import language as L
from ..lines import Line
from ..meaning import Meaning
from ..syntax import Statement
from ..threads import Formula
from ..words import claiming
from ..words.prose import ONE, sentence
from . import orders, suppositions

_SUPPOSES = re.compile(
    rf"^\W*(now |next |also |here |we |further |\(?\w{{1,3}}\) )*(suppose|assume|assuming|let)\b[^.;]*"
    rf"(\bfor (all|any|every)( \w+)?\s*{ONE}[^.;:]*|\b(i\. ?e\.|that is|meaning( that)?|satisfies|satisfying|so that|"
    rf"such that|which means( that)?)|:)[\s,:]*$"
)


def lines(m: Meaning, statement: Statement, formula: Formula) -> Iterator[Line] | None:
    """The lines of an order that is supposed of an unknown function, which is known from here on; None of others."""
    if not _SUPPOSES.search(sentence(formula.words)) or claiming.is_shown(formula.words):
        return None
    said = [each for each in orders.order(m, statement) if isinstance(each, L.Relation)]
    functions = {n.name for each in said for n in each.free if isinstance(n, L.Function)}
    of_numbers = all(any(isinstance(n, L.Var) for n in each.free) for each in said)
    if not functions or not of_numbers or functions & m.context.functions.keys():
        return None
    m.context.of_all += said
    for name in functions:
        m.context.fog.setdefault(name, "what is supposed of it for all values was not read")
    return suppositions.supposed(m, statement, formula)


def instances(m: Meaning, relation: L.Relation) -> Iterator[L.Relation]:
    """What is supposed so of the functions in a claim, of the values that the names have there."""
    functions = {n for n in relation.free if isinstance(n, L.Function)}
    for each in m.context.of_all:
        if not functions.isdisjoint(each.free):
            yield m.context.unfolded(each)


__all__ = ["instances", "lines"]
