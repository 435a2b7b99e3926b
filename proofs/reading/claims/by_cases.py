r"""What is claimed by cases: F_X(x) is 0 if x < 0, and 1 - e^{-x} if x >= 0.

Such a formula speaks of the whole line, beyond the support as well: a value that is wrong there is a slip.  Where no
number comes into one of the cases, nothing would be found of it, and it is not read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ... import language as L
from ...language.facts import Facts
from ..names import name_of
from ..syntax import Bracket, CaseRows, Multiply, Syntax, Unread
from ..uses.heads import head_of

if TYPE_CHECKING:
    from ..meaning import Meaning


def on_the_line(m: Meaning, left: Syntax, right: Syntax) -> dict[str, L.Term]:
    """The x of f_X(x) and F_X(x) as any number, where the other side has cases and X lives on a part of the line."""
    match left, right:
        case Multiply((head_node, Bracket("(", (argument,), ")", None)), ("", "")), CaseRows():
            head, name = head_of(head_node), name_of(argument)
            if head is None or name is None or name in m.bound:
                return {}
            letter, _, variable = head.name.partition("_")
            law = m.context.laws.get(variable.strip("{}"))
            if letter in "fFp" and law is not None and isinstance(L.support(law), L.PositiveReals | L.Interval):
                return {name: L.Var(name, L.R)}
    return {}


def require_all_tried(m: Meaning, right: Syntax, target: L.Term) -> None:
    """Raises ``Unread`` where what is known keeps a claim from one of its cases."""
    if isinstance(right, CaseRows) and isinstance(target, L.Cases):
        facts = Facts(m.context.stated())
        if any(facts.excludes(condition) or facts.proves(condition) for condition in target.conditions):
            raise Unread("a case into which no number comes that is spoken of", right.span)


__all__ = ["on_the_line", "require_all_tried"]
