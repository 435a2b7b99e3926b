r"""What a row defines behind its claim: ``S = \sum_i z_i^2 \quad \text{where} \quad z_i = x_i - b``, and what the
parameters of a law are: ``p(\lambda|y) = \mathrm{Gam}(\lambda; a_n, b_n), \; a_n = a_0 + s, \; b_n = b_0 + n``.
And which statements say why another holds, ``&= b && \text{since } c = d``: no chain goes on with these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..context import Context
from ..names import name_of
from ..relations import EQUATIONS
from ..syntax import Bracket, Multiply, Numeral, RowSyntax, Script, Statement, Syntax
from ..uses.heads import family_of, head_of

_DEFINE = ("where", "with")
_GO_ON = ("", "and")
_BECAUSE = "since|because|as|using|by"


def names_something_new(context: Context, statement: Statement) -> bool:
    """Whether the words before an equation define its left side, of which nothing has been said so far."""
    return _words(statement) in _DEFINE and _could_define(context, statement)


def definitions(context: Context, row: Sequence[Statement]) -> list[Statement]:
    """The statements of a row that say what names in those before them are: behind "where" and "with", and without a
    word what a parameter of a law is, of which nothing has been said so far."""
    found: list[Statement] = []
    parameters: set[str] = set()
    explaining = False
    for statement in row:
        words = _words(statement)
        explaining = words in _DEFINE or (explaining and words in _GO_ON)
        parameter = words in _GO_ON and name_of(statement.expressions[0]) in parameters
        if statement is not row[0] and (explaining or parameter) and _could_define(context, statement):
            found.append(statement)
        parameters |= {name for each in statement.expressions[1:] if each is not None for name in _parameters(each)}
    return found


def is_reason(statement: Statement, row: RowSyntax, text: str) -> bool:
    r"""Whether a statement says why another holds: behind it, ``&= b && \text{since } c = d``, or below it in a row of
    words, ``& \text{since $c = d$}``; where such words begin a row of formulas, a chain may begin with it."""
    reason = re.match(rf"(?:{_BECAUSE})\b", _words(statement)) is not None
    return reason and (statement is not row.statements[0] or is_in_words(text))


def is_in_words(text: str) -> bool:
    r"""Whether a row is words, with formulas only within these: ``& \text{since $q$ vanishes where $p$ does}``."""
    begun = re.match(r"(?:\\q?quad|\\(?:small|footnotesize)|\\[,;: ]|[\s{&])*\\text\s*\{", text)
    if begun is None:
        return False
    depth = 1
    for found in re.finditer(r"\\[\s\S]|([{}])", text[begun.end() :]):
        depth += {"{": 1, "}": -1}.get(found[1], 0)
        if depth == 0:
            return not re.search(r"[^\s.,;}]", text[begun.end() + found.end() :])
    return False


def _parameters(node: Syntax) -> Iterator[str]:
    """The names in the brackets of the laws in an expression."""
    for each in node.walk():
        match each:
            case Multiply((symbol, Bracket() as bracket), ("", "")) if (head := head_of(symbol)) and family_of(head):
                yield from (name for inner in bracket.walk() if (name := name_of(inner)) is not None)


def _words(statement: Statement) -> str:
    return statement.words.lower().lstrip("(,; ")


def _could_define(context: Context, statement: Statement) -> bool:
    """Whether an equation may define its left side.  A number on the right is none: where x = 3 may say at which point
    the claim holds."""
    match statement:
        case Statement((left, right), (sign,)) if left is not None and right is not None and sign.symbol in EQUATIONS:
            return _is_new(context, left) and not _is_number(right)
    return False


def _is_new(context: Context, left: Syntax) -> bool:
    indexed = isinstance(left, Script) and left.below is not None and context.survey.is_index(left.below)
    name = name_of(left.base if isinstance(left, Script) and indexed else left)
    if not indexed and name in context.survey.labels:
        return False  # beta_0 beside beta would become a coordinate of it
    if name is None or name in context.survey.running or context.is_parameter(name) or name in context.survey.random:
        return False
    known = (context.values, context.functions, context.laws, context.random, context.fog, context.solved_for)
    return not any(name in names for names in known)


def _is_number(right: Syntax) -> bool:
    return isinstance(right, Numeral) or not any(name_of(node) for node in right.walk())
