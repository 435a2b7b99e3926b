"""Properties that words say of numbers and of data, and that are not read: centred, sorted, distinct, a prime.

What has one is not any number, and nothing is refuted of it.
"""

from __future__ import annotations

from collections.abc import Iterable

from ..names import name_of
from ..words.sentences import Maths, Sentence, Token
from ..words.vocabulary import ALTERNATIVES, LISTS, NUMBERS, VECTORS, VERBS

DATA = ""  # stands for the data that a sentence speaks of without a name
_PROPERTIES = frozenset(
    ("centred", "centered", "mean-centred", "mean-centered", "zero-mean", "mean-zero", "standardised", "standardized",
     "normalised", "normalized", "whitened", "orthogonal", "orthonormal", "perpendicular", "collinear", "parallel",
     "unit", "sorted", "ordered", "distinct", "coprime", "consecutive", "successive", "even", "odd", "prime", "primes",
     "composite", "negative", "nonpositive", "non-positive", "balanced", "equidistant", "conjugate", "irrational",
     "angles")
)  # fmt: skip
_NOUNS = frozenset(  # p is a probability, not the one of
    ("zero", "probability", "probabilities", "proportion", "proportions")
)
_SPECTRAL = frozenset(("eigenvalue", "eigenvalues"))
_OF_MATRIX = frozenset(("of", "the", "a", "this", "matrix", "be", "are", "by", "denoted", ",", "say"))
_WHICH = frozenset(("largest", "smallest", "top", "leading", "maximal", "minimal", "corresponding"))
_THINGS = NUMBERS | VECTORS | frozenset(
    ("value", "values", "point", "points", "weight", "weights", "coefficient", "coefficients", "entry", "entries",
     "column", "columns", "covariate", "covariates", "regressor", "regressors", "predictor", "predictors", "index",
     "indices", "list", "sequence", "data", "datum", "sample", "samples", "observation", "observations", "measurement",
     "measurements", "input", "inputs", "feature", "features", "set")
)  # fmt: skip
_BETWEEN = frozenset(
    ("a", "an", "the", "all", "both", "each", "any", "some", "two", "three", "pairwise", "mutually", "already", "also",
     "assumed", "to", "be", "now", "and", "fixed", "given", "finite", "nonzero", "positive", "relatively")
)  # fmt: skip
# Words behind one that make it no property: even if.
_ADVERBS = {(word,) for word in ("if", "for", "though", "when", "more", "less", "larger", "smaller", "greater")}
# Words of orders that are not read as formulas: less than 0 or greater than 1.
_COMPARED = (
    ("greater", "than"), ("larger", "than"), ("bigger", "than"), ("more", "than"), ("less", "than"),
    ("smaller", "than"), ("at", "least"), ("at", "most"), ("between",), ("exceeds",), ("exceed",),
    ("different", "from"), ("outside",), ("not", "in"), ("not", "within"),
    ("below",), ("above",), ("larger", "of"), ("smaller", "of"), ("greater", "of"),
)  # fmt: skip
_STOPS = frozenset((".", ";", ":", "?", "!", "then", "have", "has", "get", "gives"))
_HOW_MUCH = frozenset(("much", "far", "even", "still", "always", "never", "somewhat", "no", "not", "the"))
_LISTS = LISTS | ALTERNATIVES
_TELLING = _PROPERTIES | _NOUNS
_BEFORE_VERBS = _BETWEEN | _THINGS | _LISTS | _PROPERTIES  # what may stand between a verb and a property


def described_names(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The names of which the sentences say such a property, before it or behind it."""
    found: set[str] = set()
    for sentence in sentences:
        for at, token in enumerate(sentence):
            if not isinstance(token, str):
                continue
            before, after = sentence[:at], sentence[at + 1 :]
            said = next((words for words in _COMPARED if sentence[at : at + len(words)] == words), ())
            if said and sentence[at + len(said) :][:1] != ("as",):  # it grows at most as fast
                compared = _without_adverbs(before)
                found |= _subjects(compared) or _run(reversed(compared)) or _nearest(compared)
            if token in _SPECTRAL or (token in ("value", "values") and before[-1:] == ("singular",)):
                found |= _of_spectrum(before, after)
            if token not in _TELLING:
                continue
            if token in _PROPERTIES and after[:1] not in _ADVERBS:
                found |= _subjects(before) or _behind(after)
            elif token in _NOUNS and before[-1:] != ("the",):
                found |= _subjects(before)
    return frozenset(found)


def _without_adverbs(before: Sentence) -> Sentence:
    """The words without those that say how much greater something is: much, slightly."""
    while before and isinstance(before[-1], str) and (before[-1].endswith("ly") or before[-1] in _HOW_MUCH):
        before = before[:-1]
    return before


def _nearest(before: Sentence) -> set[str]:
    """The name that stands last before it: ``the depth $d$ of the tree is at most``, ``$b$, which is greater than``."""
    at = max((k for k, token in enumerate(before) if isinstance(token, Maths) and not token.display), default=-1)
    return _run(reversed(before[: at + 1])) if at >= 0 and not _STOPS & set(before[at:][1:]) else set()


def _of_spectrum(before: Sentence, after: Sentence) -> set[str]:
    r"""What is called an eigenvalue of a matrix: ``the largest eigenvalue of $A$ be $L$``, ``$\lambda_i$ are the``."""
    at, of = 0, False
    while at < len(after) and (after[at] in _OF_MATRIX or (of and isinstance(after[at], Maths))):
        of = after[at] == "of" or (of and not isinstance(after[at], Maths))
        at += 1
    end = len(before)
    while end and before[end - 1] in _WHICH | {"singular"}:
        end -= 1
    return _run(after[at:]) | (_subjects(before[:end]) - {DATA})


def _subjects(before: Sentence) -> set[str]:
    """What a property is said of by a verb: ``$a$ and $b$ are both``, ``the data are``."""
    at = len(before)
    while at and before[at - 1] in _BEFORE_VERBS:
        at -= 1
    verbs = [k for k in range(at - 1, len(before)) if k >= 0 and before[k] in VERBS]
    if not verbs:
        return set()
    named = _run(reversed(before[: verbs[0]]))
    return named or ({DATA} if verbs[0] and before[verbs[0] - 1] in _THINGS else set())


def _behind(after: Sentence) -> set[str]:
    """What a property stands before: ``distinct numbers $a$ and $b$``, ``unit vectors``."""
    at = 0
    while at < len(after) and after[at] in _THINGS | _BETWEEN:
        at += 1
    return _run(after[at:]) or ({DATA} if at and after[at - 1] in _THINGS else set())


def _run(tokens: Iterable[Token]) -> set[str]:
    """The names in the formulas that a list begins with, and the letters of their families."""
    names: set[str] = set()
    for token in tokens:
        if isinstance(token, Maths) and not token.display:
            for expression in token.expressions():
                if (name := name_of(expression)) is not None:
                    names |= {name, name.split("_")[0]}
        elif token not in _LISTS:
            break
    return names


__all__ = ["DATA", "described_names"]
