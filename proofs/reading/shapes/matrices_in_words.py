r"""Names that words call matrices, "let $A$ and $B$ be square matrices", "the covariance matrix $\Sigma$", "$A$ is
symmetric", or something else that is no number: vectors, operators, complex numbers.

Nothing is read of them as of real numbers, also where their uses do not show that they are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..names import name_of
from ..syntax import Symbol, Syntax
from ..words.sentences import Maths, Sentence
from ..words.vocabulary import ENDS, MATRICES, NEGATIONS, PLURAL, VERBS
from .kinds import SQUARE, SYMMETRIC
from .shapes import is_capital
from .sizes_in_words import names_before, names_behind

_SQUARE = frozenset(
    ("square", "covariance", "correlation", "precision", "identity", "gram", "kernel", "hessian", "transition",
     "rotation", "permutation", "projection")
)  # fmt: skip
_PROJECTIONS = frozenset(("projection", "projections", "projector", "projectors"))
_OTHERWISE = NEGATIONS | {"cross"}
_OTHERS = {  # what they are by the noun for them
    "vector": "a vector", "vectors": "a vector", "operator": "an operator", "operators": "an operator",
    "quaternion": "a quaternion", "quaternions": "a quaternion", "tensor": "a tensor", "tensors": "a tensor",
}  # fmt: skip
_DEGREES = frozenset(("positive", "negative", "symmetric", "strictly", "lower", "upper", "and", "real", ","))
_ALL = frozenset(("all", "any", "arbitrary", "two", "general"))
_SATISFY = frozenset(("satisfy", "obey", "commute"))
_NO_NAMES = frozenset(("I", "T", "E", "P"))
_ELSEWHERE = frozenset(  # words behind which a noun is not what the verb before them says
    ("of", "in", "for", "by", "to", "with", "from", "on", "as", "that", "which", "not", "no", "if", "when", "where",
     "since")
)  # fmt: skip


def matrices_named(sentence: Sentence) -> dict[str, bool]:
    """The names that a sentence calls matrices, each with whether it says that it is square."""
    found: dict[str, bool] = {}
    for at, token in enumerate(sentence):
        if token in MATRICES:
            begin = _phrase(sentence, at)
            square = bool((_SQUARE | SQUARE).intersection(t for t in sentence[begin:at] if isinstance(t, str)))
            called = _called(sentence, begin, at)
            of_all = _ALL.intersection(t for t in sentence[begin:at] if isinstance(t, str))
            if not called and sentence[at] in PLURAL and (of_all or _SATISFY.intersection(sentence[at + 1 : at + 2])):
                called = [n for each in sentence if isinstance(each, Maths) for n in _letters(each)]
            _learn(found, called, square)
        elif token in SQUARE:
            _learn(found, filter(_is_letter, _described(sentence, at)), True)
        elif token in _PROJECTIONS and sentence[at + 1 : at + 2] != ("of",):
            _learn(found, filter(_is_letter, _called(sentence, _phrase(sentence, at), at)), True)
    return found


def symmetric_named(sentence: Sentence) -> dict[str, bool]:
    """The names that a sentence calls matrices of a kind that is symmetric, and whether it is positive semidefinite."""
    found: dict[str, bool] = {}
    for at, token in enumerate(sentence):
        if token in MATRICES:
            begin = _phrase(sentence, at)
            words = {t for t in sentence[begin:at] if isinstance(t, str)}
            if not words & SYMMETRIC or words & _OTHERWISE or sentence[at + 1 : at + 2] == ("between",):
                continue
            names = map(name_of, _called(sentence, begin, at))
            found |= {name: "hessian" not in words for name in names if name is not None}
    return found


def _called(sentence: Sentence, begin: int, noun: int) -> list[Syntax]:
    """The names before or behind the words that end in a noun: the covariance matrix is $\\Sigma$."""
    behind = noun + 1 + (sentence[noun + 1 : noun + 2] == ("is",))
    return names_before(sentence, begin) or names_behind(sentence, behind, sentence[noun] in PLURAL)


def others_named(sentence: Sentence) -> dict[str, str]:
    """The names that a sentence calls something else that is no real number, and what."""
    found: dict[str, str] = {}
    for at, token in enumerate(sentence):
        complex_number = token in ("number", "numbers") and at > 0 and sentence[at - 1] == "complex"
        what = "a complex number" if complex_number else _OTHERS.get(token) if isinstance(token, str) else None
        if what is not None:
            begin = _phrase(sentence, at)
            names = names_before(sentence, begin) or names_behind(sentence, at + 1, str(token).endswith("s"))
            found |= {name: what for name in map(name_of, names) if name is not None}
        elif token == "complex" and sentence[at + 1 : at + 2] != ("numbers",):
            found |= {name: "a complex number" for name in map(name_of, _described(sentence, at)) if name is not None}
    return found


def _phrase(sentence: Sentence, noun: int) -> int:
    """Where the words begin that belong to a noun: behind a formula, a verb, or a word that leads elsewhere."""
    at = noun
    while at and not isinstance(before := sentence[at - 1], Maths) and before not in VERBS | _ELSEWHERE:
        at -= 1
    return at


def _described(sentence: Sentence, kind: int) -> list[Syntax]:
    """The names that an adjective is said of: ``$A$ be symmetric``, ``for $A$ symmetric``, ``symmetric $A$``."""
    begin = kind
    while begin and sentence[begin - 1] in _DEGREES:
        begin -= 1
    if begin and sentence[begin - 1] in VERBS:
        return names_before(sentence, begin)
    behind = sentence[kind + 1] if kind + 1 < len(sentence) else None
    if isinstance(behind, Maths):
        return names_behind(sentence, kind + 1, True)
    return names_before(sentence, begin, bare=True) if behind is None or behind in ENDS else []


def _letters(maths: Maths) -> Iterator[Syntax]:
    """The capital letters that stand in a formula: of "for all square matrices", which names none."""
    for node in maths.row.walk() if maths.row is not None else ():
        if isinstance(node, Symbol) and not node.font and _is_letter(node) and name_of(node) not in _NO_NAMES:
            yield node


def _is_letter(name: Syntax) -> bool:
    return is_capital((name_of(name) or "").lstrip("\\"))


def _learn(found: dict[str, bool], names: Iterable[Syntax], square: bool) -> None:
    for name in map(name_of, names):
        if name is not None:
            found[name] = square or found.get(name, False)


__all__ = ["matrices_named", "others_named", "symmetric_named"]
