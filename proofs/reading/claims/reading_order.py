"""The order in which the pieces of a part are read: what explains a name comes before the formula that it explains."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..laws import posteriors_in_words
from ..names import name_of
from ..pieces import Piece
from ..syntax import Bracket, Multiply, RowSyntax, Script, Sign, Statement, Symbol, Syntax
from ..uses.superscripts import one_over, unsquared

_OF_LAWS = frozenset(("E", "V", "Var", "var", "Cov", "P", "Pr"))


def in_order(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces as they are to be read: what explains a name comes before the formula that it explains, and after
    the name itself where that stands alone."""
    read = set[int]()
    for k, piece in enumerate(pieces):
        if k in read:
            continue
        end = k + 1  # of the rows of one display none is read apart from the others
        while end < len(pieces) and pieces[end].is_further_row:
            end += 1
        after = end
        alone = piece.names_only and not posteriors_in_words.is_said(piece)
        while not alone and after < len(pieces) and _explains(pieces, k, end, after):
            after += 1
        for at in (*range(end, after), *range(k, end)):
            if at not in read:
                read.add(at)
                yield pieces[at]


def _explains(pieces: Sequence[Piece], begin: int, end: int, at: int) -> bool:
    """Whether a piece behind some rows explains a name in them, or goes on with what does."""
    rows, piece = pieces[begin:end], pieces[at]
    if piece.paragraph != rows[0].paragraph or any(_is_density_of(row, piece) for row in rows):
        return False
    if at > end and piece.is_further_row:
        return True
    if any(_is_said_of_defined(row, piece) for row in rows):
        return False
    about = not piece.formula.display or any(_names_part_of(row, piece) for row in rows)
    return about and (piece.explains or (at > end and piece.is_next_display))


def _is_density_of(declared: Piece, explaining: Piece) -> bool:
    r"""Whether a formula, f_X(x) = ..., is about the X of another, X \sim ...: no law needs that."""
    match declared.row, explaining.row:
        case RowSyntax((Statement((Syntax() as variable, _), (Sign("~"),)),)), RowSyntax((first, *_)):
            match first:
                case Statement((Multiply((Script(_, Syntax() as below), Bracket("("))), *_), (Sign("="), *_)):
                    return variable == below
    return False


def _is_said_of_defined(defined: Piece, piece: Piece) -> bool:
    r"""Whether an equation says something of what the formula before it defines: f(x) = x^2 + c with f(2) = 6, and A =
    ... with \det A = 2.  A mean, or a probability, is told of a random
    variable: Y = X^2 with E[Y] = 4."""
    match defined.row, piece.row:
        case (
            RowSyntax((Statement((Syntax() as new, _, *more), (Sign("=" | ":="), *_)), *_)),
            RowSyntax((Statement((Syntax() as left, _, *_), (Sign("="), *_)), *_)),
        ):
            if more and isinstance(left, Script) and name_of(left.base) is not None:
                return False  # \sigma = \sqrt{\sigma^2} = 2 with \sigma^2 = 4
            symbol = new.factors[0] if isinstance(new, Multiply) and isinstance(new.factors[-1], Bracket) else new
            inside = [*left.walk()]
            of_law = any(isinstance(n, Symbol) and n.name in _OF_LAWS for n in inside)
            return name_of(symbol) is not None and left != new and symbol in inside and not of_law
    return False


def _names_part_of(named: Piece, explaining: Piece) -> bool:
    """Whether an equation is about a name that stands in another formula, or what is written there: a_n = a_0 + y, of
    Beta(a_n, b_n); L(q), KL(q || p)."""
    match explaining.row:
        case RowSyntax((Statement((Syntax() as left, *_), (Sign("=" | ":="), *_)), *_)) if named.row is not None:
            inside = one_over(left) or left  # \frac{1}{\sigma_n^2} = \dots says what \sigma_n is
            name = name_of(unsquared(inside) or inside)
            if name is None:
                return any(node == left for node in named.row.walk())
            return any(name_of(unsquared(node) or node) == name for node in named.row.walk())
    return False


__all__ = ["in_order"]
