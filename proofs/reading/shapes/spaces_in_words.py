r"""Spaces that words say of vectors with a law: "$X \sim \mathcal N(\mu, \Sigma)$ in $\mathbb R^d$", "two Gaussians
$p = \mathcal N(a, S)$ and $q = \mathcal N(b, T)$ on $\mathbb R^d$", "a random vector $X$ in $\mathbb R^d$",
"let $X$ be $d$-dimensional", "the normal distribution $\mathcal N(\mu, \Sigma)$ on $\mathbb R^d$".
"""

from __future__ import annotations

from collections.abc import Iterator

from ..names import name_of
from ..syntax import Bracket, Multiply, Script, Sign, Statement, Symbol, Syntax
from ..words.sentences import Maths, Sentence

_WHERE = frozenset(("in", "on", "over"))
_TAKING = frozenset(("taking", "values", "with", "that", "takes", "which"))
_VERBS = frozenset(("be", "is", "are"))
_ARTICLES = frozenset(("a", "an", "the", "two"))
_KINDS = frozenset(
    ("random", "gaussian", "gaussians", "normal", "multivariate", "standard", "isotropic", "centered", "centred",
     "column", "real", "iid", "independent")
)  # fmt: skip
_NOUNS = frozenset(("vector", "vectors", "variable", "variables", "point", "points", "gaussian", "gaussians"))
_LAWS = frozenset(("distribution", "law"))
_ENDS = {(), *((word,) for word in (",", ";", ":", ")", "and", "with", "where", "while", "so", "then", "but"))}


def is_space(token: object) -> bool:
    r"""Whether a token of a sentence is \mathbb R^d alone, with a dimension."""
    return _space(token) is not None


def spaces_told(sentence: Sentence) -> Iterator[Statement]:
    """The memberships that a sentence says of vectors with a law, and of their parameters, as they would be written."""
    for at, token in enumerate(sentence):
        if token in _WHERE and at + 1 < len(sentence) and (space := _space(sentence[at + 1])) is not None:
            yield from (_member(name, space) for name in (*_before(sentence, at), *_mean_behind(sentence, at)))
        elif token == "-dimensional" and at and (size := _size(sentence[at - 1])) is not None:
            space = Script(Symbol("R", "bb"), None, size)
            yield from (_member(name, space) for name in _of_dimension(sentence, at))


def _member(name: Syntax, space: Syntax) -> Statement:
    return Statement((name, space), (Sign("in"),))


def _space(token: object) -> Script | None:
    sole = token.sole() if isinstance(token, Maths) and not token.display else None
    match sole:
        case Statement((Script(Symbol("R", "bb"), None, Syntax()) as space,), ()):
            return space
    return None


def _size(token: object) -> Syntax | None:
    sole = token.sole() if isinstance(token, Maths) and not token.display else None
    return sole.expressions[0] if sole is not None and not sole.relations else None


def _before(sentence: Sentence, at: int) -> list[Syntax]:
    """The names whose space stands behind them: with their laws, or called random vectors."""
    end = at
    while end and sentence[end - 1] in _TAKING:
        end -= 1
    noun = end
    while noun and sentence[noun - 1] in _NOUNS | _KINDS:
        noun -= 1
    if noun == end:  # right behind the formulas
        return _with_laws(sentence, end) or _called(sentence, end)
    if not _NOUNS & set(sentence[noun:end]):
        return []
    if noun and sentence[noun - 1] in _ARTICLES:
        noun -= 1
    return _names_ending(sentence, noun - 1) if noun and sentence[noun - 1] in _VERBS else []


def _mean_behind(sentence: Sentence, at: int) -> list[Syntax]:
    r"""The mean of the normal distribution on $\mathbb R^d$ with mean $\mu$."""
    behind = sentence[at + 2 : at + 6]
    if not at or sentence[at - 1] not in _LAWS or behind[:2] != ("with", "mean"):
        return []
    end = next((k for k, token in enumerate(behind, at + 2) if isinstance(token, Maths)), None)
    between = () if end is None else sentence[at + 4 : end]
    return [] if end is None or between not in ((), ("vector",)) else _names_ending(sentence, end + 1)


def _called(sentence: Sentence, end: int) -> list[Syntax]:
    """The names right behind "random vectors": the random vector $X$ in ..."""
    begin = end
    while begin and (isinstance(sentence[begin - 1], Maths) or sentence[begin - 1] in ("and", ",")):
        begin -= 1
    nouns = begin and sentence[begin - 1] in ("vector", "vectors")
    return _names_ending(sentence, end) if nouns else []


def _of_dimension(sentence: Sentence, at: int) -> list[Syntax]:
    """The names that are called d-dimensional: ``$X$ be $d$-dimensional``, ``$X$ is a $d$-dimensional Gaussian``."""
    begin, end = at - 1, at + 1
    while end < len(sentence) and sentence[end] in _KINDS | _NOUNS:
        end += 1
    noun = end > at + 1
    if noun and not _NOUNS & set(sentence[at + 1 : end]):
        return []
    if not noun and sentence[end : end + 1] not in _ENDS:
        return []
    while begin and sentence[begin - 1] in _ARTICLES | _KINDS:
        begin -= 1
    if not begin or sentence[begin - 1] not in _VERBS:
        return []
    return _with_laws(sentence, begin - 1) or _names_ending(sentence, begin - 1)


def _names_ending(sentence: Sentence, end: int) -> list[Syntax]:
    """The names that the formulas before a place list, ``$X$ and $Y$``."""
    names: list[Syntax] = []
    for statement in _statements_ending(sentence, end):
        only = statement.expressions[0]
        if statement.relations or only is None or name_of(only) is None:
            return []
        names.append(only)
    return names


def _with_laws(sentence: Sentence, end: int) -> list[Syntax]:
    r"""Of ``$X \sim \mathcal N(\mu, \Sigma)$`` the X; of ``$p = \mathcal N(\mu, \Sigma)$``, or of the law alone, the
    mean if that is a name."""
    names: list[Syntax] = []
    for statement in _statements_ending(sentence, end):
        match statement:
            case Statement((Syntax() as point, Syntax()), (Sign("~"),)) if name_of(point) is not None:
                names.append(point)
            case Statement(
                (Syntax(), Multiply((Symbol("N"), Bracket(_, (mean, _), _, None)), _)), (Sign("=" | ":="),)
            ) | Statement((Multiply((Symbol("N", "cal"), Bracket(_, (mean, _), _, None)), _),), ()):
                names += [mean] if name_of(mean) is not None else []
            case _:
                return []
    return names


def _statements_ending(sentence: Sentence, end: int) -> list[Statement]:
    """The statements of the formulas that end at a place, joined by "and" and commas."""
    found: list[Statement] = []
    at = end - 1
    while at >= 0:
        token = sentence[at]
        if isinstance(token, Maths):
            if token.row is None or token.display or any(s.words for s in token.row.statements):
                break
            found = [*token.row.statements, *found]
        elif not found or token not in ("and", ","):
            break
        at -= 1
    return found


__all__ = ["is_space", "spaces_told"]
