r"""(X_1, \dots, X_K) \sim \mathrm{Mult}(n; p_1, \dots, p_K): a law of vectors that are written by their entries.

The list of the entries of a vector stands for the vector, (X_1, \dots, X_K) for X, and so do the parameters.
"""

from __future__ import annotations

from dataclasses import replace

from ..names import name_of
from ..syntax import Bracket, Dots, Multiply, Numeral, RowSyntax, Script, Sign, Statement, Syntax
from ..uses.heads import family_of, head_of
from .families import CATEGORICAL, DIRICHLET, MULTINOMIAL
from .listed_data import members


def categories_said(row: RowSyntax) -> RowSyntax:
    """The row with the names of vectors for the lists of their entries, where these have a law of categories."""
    return replace(row, statements=tuple(map(_said, row.statements)))


def _said(statement: Statement) -> Statement:
    match statement:
        case Statement((Syntax() as left, Syntax() as law), (Sign("~"),)):
            told = _law(law)
            return statement if told is None else replace(statement, expressions=(_vector(left), told))
        case Statement((Syntax() as name, Bracket() as listed, Syntax() as law), (Sign("="), Sign("~") as sign)):
            told = _law(law)
            if told is not None and name_of(name) is not None and name_of(_vector(listed)) is not None:
                return replace(statement, expressions=(name, told), relations=(sign,))
    return statement


def _vector(node: Syntax) -> Syntax:
    """The X of (X_1, ..., X_K)."""
    match _dotted(node):
        case Bracket("(", items, ")", None) if (found := members(items)) is not None and isinstance(items[-2], Dots):
            return replace(found.member.base, span=node.span)
        case Bracket("(", (Script(base), Dots(), Script(other, Numeral())), ")", None) if base == other:
            return replace(base, span=node.span)
    return node


def _dotted(node: Syntax) -> Syntax:
    """(p_1, p_2, p_3) as (p_1, ..., p_3): all entries of one vector."""
    match node:
        case Bracket("(", (Script(base, Numeral("1"), None, 0) as first, *_, last) as items, ")", None):
            entries = [Script(base, Numeral(str(k))) for k in range(1, len(items) + 1)]
            if list(items) == entries:
                return replace(node, items=(first, Dots(span=last.span), last))
    return node


def _law(node: Syntax) -> Syntax | None:
    r"""A law of categories, with \mathrm{Mult}(n, (p_1, \dots, p_K)) for what lists the p without brackets."""
    match node:
        case Multiply((head_node, Bracket("(", items, ")", given) as bracket), ("", "")):
            head = head_of(head_node)
            found = None if head is None else family_of(head, sole=True)
            if found not in (DIRICHLET, MULTINOMIAL, CATEGORICAL):
                return None
            parameters = items if given is None else (*items, *given)
            if given is not None and bracket.bar != ";":
                return None
            first = 1 if found is MULTINOMIAL else 0
            listed = parameters[first:]
            if len(listed) > 1:
                whole = _dotted(Bracket("(", listed, ")", span=(listed[0].span[0], listed[-1].span[1])))
                if found is not DIRICHLET and not any(isinstance(each, Dots) for each in whole.children()):
                    return None
                parameters = (*parameters[:first], whole)
            parameters = tuple(map(_dotted, parameters))
            return replace(node, factors=(head_node, replace(bracket, items=parameters, given=None, bar="")))
    return None


__all__ = ["categories_said"]
