"""What a part of the document declares: it is known before anything in it is read."""

from __future__ import annotations

from ..claims import headed_sentences, several_values
from ..claims.statements import of_each
from ..context import Context
from ..laws import categories
from ..meaning import Meaning
from ..names import name_of
from ..parts import Part
from ..shapes import samples, unit_vectors
from ..syntax import RowSyntax, Unread
from ..terms import maps
from . import declarations as say
from . import members_of_sets
from .told import instances


def declare_all(part: Part, context: Context) -> None:
    """Spaces come first: what is a vector must be known before the first product."""
    m = Meaning(context)
    statements = [s for row in part.rows if isinstance(row, RowSyntax) for s in of_each(row.statements)]
    for row in part.rows:
        if isinstance(row, RowSyntax):
            members_of_sets.assume_listed(m, row)
            try:
                maps.declare(m, row.statements)
            except Unread:
                continue  # a map that is not declared is any function
    headed = [*map(headed_sentences.interval, part.pieces), *several_values.sets_found(part.pieces)]
    for statement in statements:
        if {s.symbol for s in statement.relations} != {"in"} or statement in headed:
            continue
        for each in instances(statement, context.survey):
            left, right = each.expressions[0], each.expressions[-1]
            if left is not None and right is not None:
                try:
                    say.declare_member(context, m, left, right)
                except Unread as reason:
                    context.fog.setdefault(name_of(left) or "", reason.reason)
    samples.learn_entries(m, statements)
    for sized in part.said.sized:
        say.declare_sized(context, m, sized)
    say.declare_integers(context, part.said.numbered)
    categories.declare(m, part.rows)
    unit_vectors.declare(m, part.said.one_hot)


__all__ = ["declare_all"]
