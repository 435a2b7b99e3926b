r"""Whether a value that words give to a quantity follows from what is known, and is no telling of a parameter.

Of an exponential law "the mean is $5$" tells the rate, "the mean is $m$" what m is; "the mean is $1/\lambda$" follows.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from ... import language as L
from ..claims.called import read_text
from ..meaning import Meaning
from ..names import is_letter, name_of
from ..syntax import Script, Syntax, Unread
from ..uses.superscripts import is_transposition


def follows(
    m: Meaning,
    left: str,
    parameters: Sequence[frozenset[L.Name]],
    value: Syntax,
    concluded: bool,
    own: Collection[str] = (),
) -> bool:
    """Whether a value follows, where what it is the value of is written so; each law that it is of has ``parameters``.

    What nobody concludes has to be one in the parameters, if there are some, or made of a function's ``own`` arguments.
    """
    context = m.context
    try:
        known = read_text(m, left).free
    except Unread:
        if not parameters:
            return concluded
        known = frozenset()
    if not concluded and any(isinstance(n, L.Function) and n.name in context.told for n in known):
        return False  # of a variable of which only moments are known, another may be told
    known |= frozenset[L.Name]().union(*parameters)  # of a median
    inside, names = {n.name for n in known if isinstance(n, L.Var)} - {left}, names_in(value)  # a median is a name
    new = names - inside - {*own} - context.values.keys()
    if any(is_letter(name) and not context.is_parameter(name) for name in new):
        return False  # it says what that letter is
    return concluded or inside <= {*own} or not names.isdisjoint(inside | {*own})


def names_in(node: Syntax) -> frozenset[str]:
    """The names in a value, other than those of numbers, and without the marks of what is transposed."""
    marks = {id(n.above) for n in node.walk() if isinstance(n, Script) and is_transposition(n.above)}
    return frozenset(name for n in node.walk() if id(n) not in marks and (name := name_of(n))) - {"e", "pi"}


def parameters(m: Meaning, name: str) -> frozenset[L.Name] | None:
    """What the law of a random variable is made of, where it is one of a family or its values were told; else None."""
    law, context = m.context.laws.get(name), m.context
    if isinstance(law, L.Family):
        return law.free
    outcomes = context.joints[name].outcomes if name in context.joints else ()
    points = context.masses[name].points if name in context.masses else outcomes
    return frozenset[L.Name]().union(*(weight.free for _, weight in points)) if points else None


__all__ = ["follows", "names_in", "parameters"]
