r"""Laws of errors that words name without their letter: "$y_i = a + b x_i + \epsilon_i$ with i.i.d. normal errors".

The errors are what a model in the same sentence adds; the clause is read as if their letter stood in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..names import name_of
from ..shapes.shapes import bare
from ..syntax import Add, RowSyntax, Script, Sign, Statement, Syntax
from ..words import law_vocabulary as said
from ..words.sentences import Maths, Sentence, Token
from .law_clauses import Reader, Told
from .law_phrases import NotUnderstoodError, is_law

_LETTERS = ("epsilon", "varepsilon", "eta", "xi", "zeta")
_WITH_SUBSCRIPTS = (*_LETTERS, "e", "u", "v", "w")
_ERRORS = frozenset(("errors", "error", "noise", "disturbances", "innovations"))
_LEADS = frozenset(("with", "where", "assuming", "assume", "under", "and", "has", "have"))
_OF = frozenset(("of", "with"))
_MEANS = frozenset(("zero-mean", "mean-zero", "centered", "centred", "standard", "additive"))


def laws_of_errors(sentence: Sentence) -> Iterator[Told]:
    """What a sentence says of the errors of its one model, where these are not named beside it."""
    models = [(k, names) for k, token in enumerate(sentence) if (names := _errors(token))]
    if len(models) != 1 or len(models[0][1]) != 1:
        return
    at, (error,) = models[0]
    model = sentence[at]
    assert isinstance(model, Maths)
    named = Maths(RowSyntax((Statement((error,), (), span=error.span),), None, "", "", span=error.span), model.place)
    for k in range(at + 1, len(sentence)):
        behind = sentence[k + 1] if k + 1 < len(sentence) else ""
        if sentence[k] not in _ERRORS or (isinstance(behind, Maths) and not _is_law(behind)):
            continue
        start = k
        while start > at + 1 and _describes(sentence[start - 1]):
            start -= 1
        if sentence[start - 1] not in _LEADS:
            continue
        rest = sentence[k + 1 :]
        linked = ("with", *rest[1:]) if rest[:1] and rest[0] in _OF else rest
        try:
            yield Reader((named, "are", *sentence[start:k], "variables", *linked), 0).clause()
        except NotUnderstoodError:
            continue


def _errors(token: Token) -> list[Syntax]:
    """The errors that an equation adds, with their letters."""
    statement = token.sole() if isinstance(token, Maths) else None
    match statement:
        case Statement((_, Add(summands)), (Sign("=" | ":="),)):
            return [each for each in summands if _is_error(each)]
    return []


def _is_error(node: Syntax) -> bool:
    letters = _WITH_SUBSCRIPTS if isinstance(node, Script) and node.below is not None else _LETTERS
    name = name_of(node)
    return name is not None and bare(name) in letters and not name.startswith("\\")


def _describes(token: Token) -> bool:
    """Whether a word says of what kind the errors are."""
    if isinstance(token, Maths):
        return _is_law(token)
    return said.SPELLINGS.get(token, token) in said.FAMILIES or token in said.ADJECTIVES | said.ARTICLES | _MEANS


def _is_law(token: Maths) -> bool:
    sole = token.sole()
    return sole is not None and not sole.relations and is_law(sole.expressions[0])


__all__ = ["laws_of_errors"]
