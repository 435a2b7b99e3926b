r"""p(x) \sim \mathcal N(0, 1): it is x that is drawn; of the density p it says what p(x) = \mathcal N(0, 1) says.

So does \theta \mid x \sim \mathrm{Beta}(a, b) of p(\theta \mid x), which it leaves without a letter.
X \mid Y \sim law says it of random variables, and of no point.
"""

from __future__ import annotations

from dataclasses import replace

from ..context import DENSITY_LETTERS
from ..names import name_of
from ..shapes.shapes import is_capital
from ..syntax import Bracket, Multiply, RowSyntax, Sign, Statement, Symbol, Syntax
from ..told.left_sides import law_written
from ..uses.heads import head_of
from .whole_data import is_list

_LETTERS = ("p", "f", "q")  # for a density that is left without one


def densities_said(row: RowSyntax) -> RowSyntax:
    """The row with an equation for each density that is said to be distributed by a named law."""
    return replace(row, statements=tuple(map(_said, row.statements)))


def _said(statement: Statement) -> Statement:
    match statement:
        case Statement((Syntax() as left, Syntax() as right), (Sign("~") as sign,)) if _is_density(left):
            if law_written(right):
                return replace(statement, relations=(replace(sign, symbol="=", written="~"),))
        case Statement((Bracket("", (item,), "", (_, *_) as given) as left, Multiply() as law), (Sign("~") as sign,)):
            letter = next((name for name in _LETTERS if all(n != Symbol(name) for n in statement.walk())), None)
            plain = _is_small(item) and (any(map(is_list, given)) or all(map(_is_small, map(_named, given))))
            if letter is not None and plain and law_written(law):
                bracket = replace(left, left="(", right=")")
                density = Multiply((Symbol(letter, span=left.span), bracket), ("", ""), span=left.span)
                at_point = replace(law, factors=(law.factors[0], _at_point(law.factors[1], item)))
                read = replace(sign, symbol="=", written="~")
                return replace(statement, expressions=(density, at_point), relations=(read,))
    return statement


def _named(given: Syntax) -> Syntax:
    """The x of x = 7."""
    match given:
        case Statement((Syntax() as name, Syntax()), (Sign("="),)):
            return name
    return given


def _is_small(node: Syntax) -> bool:
    name = name_of(node)
    return name is not None and not is_capital(name)


def _at_point(parameters: Syntax, point: Syntax) -> Syntax:
    """The bracket of a law as that of its density at a point: (a, b) as (x; a, b)."""
    assert isinstance(parameters, Bracket)
    return replace(parameters, items=(point,), given=parameters.items, bar=";")


def _is_density(node: Syntax) -> bool:
    match node:
        case Multiply((head_node, Bracket("(", (item,), ")", _)), ("", "")):
            head = head_of(head_node)
            return head is not None and head.symbol.name in DENSITY_LETTERS and name_of(item) is not None
    return False
