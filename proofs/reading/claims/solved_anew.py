"""An equation that is to be met anew: what was found of its names before is of another problem.

"Let $y = 3x$. Setting $y = 6$ gives $x = 2$. Setting $y = 9$ gives $x = 3$.": the second x is none that the first
sentence leaves no choice.  Values that were let be stay what they are, as the $a$ of $a x = 6$ does.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass

from ... import language as L
from ...language.facts import Facts
from ..context import Context
from ..meaning import Meaning
from ..names import name_of
from ..syntax import Statement, Unread
from ..threads import Formula
from ..words import giving, prose, retelling


@dataclass(frozen=True)
class GivenUp:
    """The names whose values are given up; ``afresh``: also what was supposed of them, as another problem is posed."""

    names: frozenset[str] = frozenset()
    afresh: bool = False


NOTHING = GivenUp()


def by_equation(m: Meaning, statement: Statement, formula: Formula) -> GivenUp:
    """Give up the values that an equation which is posed, or set, cannot be about."""
    words, context = formula.lead if formula.display else formula.words, m.context
    posed = giving.is_posed(words)
    heads = formula.opens and prose.is_label(words)
    if [sign.symbol for sign in statement.relations] != ["="]:
        return NOTHING
    if not (posed or heads or (not formula.display and retelling.may_choose(words, formula.rest))):
        return NOTHING
    written = {name for node in statement.walk() if (name := name_of(node)) is not None} - {"e", "pi"}
    inside = context.made_of(written - context.functions.keys())
    for head in written & context.functions.keys():
        defined = context.functions[head]
        inside |= context.made_of({n.name for n in defined.body.free - {*defined.arguments}})
    if not inside or not inside <= context.values.keys():
        return NOTHING  # it can be solved for what is unknown in it
    formulas = {name: context.formula_of[name][0] for name in inside & context.formula_of.keys()}
    inside -= formulas.keys() | set(_let_be_beside(formula))
    numbers = [name for name, value in context.values.items() if name in inside and not value.free]
    if not formulas and not numbers:
        return NOTHING
    found = [name for name in numbers if name not in context.chosen]
    if not posed and (not found or name_of(statement.expressions[0]) in found or not _fails(m, statement)):
        return NOTHING
    for name, formula_again in formulas.items() if found else ():
        context.values[name] = formula_again
        del context.formula_of[name]
    return _give_up(
        context, found or numbers[-1:], afresh=posed or heads or giving.is_let(words) or giving.is_supposition(words)
    )


def _let_be_beside(formula: Formula) -> Iterator[str]:
    """The names that its sentence let be something, before the formula: they are of this problem."""
    count = 0 if formula.display else prose.sentence(formula.words).count(prose.ONE)
    for row in formula.ahead[len(formula.ahead) - count :] if count else ():
        for statement in row.statements if row is not None else ():
            if statement.relations and (name := name_of(statement.expressions[0])) is not None:
                yield name


def by_value(context: Context, name: str, claimed: set[L.Relation]) -> GivenUp:
    """Give up what was found by equations with a name that is let be another number now: of $x + y = 3$ by $y = 1$."""
    tied = {n.name for r in claimed if any(_is(n, name) for n in r.free) for n in r.free if isinstance(n, L.Var)}
    found = [other for other in tied - {name} - context.chosen if _is_found(context, other)]
    return _give_up(context, found, afresh=False) if found else NOTHING


def _give_up(context: Context, names: list[str], afresh: bool) -> GivenUp:
    if afresh:
        context.posed[:] = [
            each for each in context.posed if not any(_is(n, name) for n in each.free for name in names)
        ]
    for name in names:
        del context.values[name]
        context.chosen.discard(name)
    return GivenUp(frozenset(names), afresh)


def _is_found(context: Context, name: str) -> bool:
    value = context.values.get(name)
    return value is not None and not value.free and name not in context.formed and name not in context.formula_of


def _is(node: L.Name, name: str) -> bool:
    return isinstance(node, L.Var) and node.name == name


def _fails(m: Meaning, statement: Statement) -> bool:
    """Whether an equation does not hold of the numbers that its names are."""
    with suppress(Unread):
        left, right = (m.context.unfolded(m.term(side)) for side in statement.expressions if side is not None)
        return L.is_scalar(left) and L.is_scalar(right) and Facts(()).excludes(L.Relation(left, "=", right))
    return False


__all__ = ["NOTHING", "GivenUp", "by_equation", "by_value"]
