"""Properties that words say of functions: what is called convex, or satisfies an equation, is not any function."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise, takewhile

from ..names import name_of
from ..words.sentences import Maths, Sentence

_SHAPE = re.compile(
    r"(-?(strongly|strictly|quasi|log)-?)?((quasi|log)-?)?"
    r"(convex|concave|monoton\w*|(non-?)?(in|de)creasing|(anti|skew-?)?symmetric|even|odd|periodic|invertible|bounded|"
    r"(positively )?homogeneous|positive|nonnegative|non-negative|bijective|injective|surjective|linear|affine|"
    r"normali[sz]ed|-smooth|smoothness|contractions?|contracti(ve|ng)|(in|equi)variant|"
    r"(sub|super)?(additive|modular|linear|harmonic)|harmonic|coercive|unimodal|separable|"
    r"quadratic|polynomial|stationary)(ly)?"
)
_DENSITY = re.compile(r"densit(y|ies)|pdfs?|pmfs?|cdfs?|integrates|likelihoods?|kernels?")  # of what stands next to it
_NO_DENSITY = re.compile(r"estimat|solution|method|principle|theory|inference|equations?$")  # behind "likelihood"
_EQUATION = re.compile(r"satisf\w+|fulfil\w*|obey\w*|property|properties|constraints?|restrictions?|solves?|solution")
_OTHER = frozenset(  # what is linear besides functions
    ("regression", "model", "models", "combination", "combinations", "transformation", "transformations", "operator",
     "operators", "algebra", "dependence", "predictor", "space", "subspace", "constraint", "constraints")
)  # fmt: skip
_BACK = frozenset(("it", "they", "this", "these", "those", "both"))


def shaped_names(sentences: Iterable[Sentence]) -> frozenset[str]:
    """The names in the sentences that say a property; "it is convex" is said of those in the sentence before."""
    found: set[str] = set()
    before: Sentence = ()
    for sentence in sentences:
        words = [token if isinstance(token, str) else "" for token in sentence]
        pairs = zip(words, [*words[1:], ""], strict=True)
        shape = any(_SHAPE.fullmatch(word) and after not in _OTHER for word, after in pairs)
        equation = any(map(_EQUATION.fullmatch, words)) or ("such", "that") in pairwise(words)
        if shape or equation:
            found |= _names_in(sentence, displays=equation)
            if _BACK & set(words):
                found |= _names_in(before)
        found |= _called_densities(sentence)
        before = sentence
    return frozenset(found)


def _names_in(sentence: Sentence, displays: bool = False) -> set[str]:
    """The names in the formulas of a sentence, and in its displays where these are meant, too."""
    formulas = (token for token in sentence if isinstance(token, Maths) and (displays or not token.display))
    return {name for formula in formulas for name in _names(formula)}


def _called_densities(sentence: Sentence) -> set[str]:
    """The names in the formulas right before and right behind a word for a density."""
    found: set[str] = set()
    for k, word in enumerate(sentence):
        after = sentence[k + 1] if k + 1 < len(sentence) else ""
        apart = isinstance(after, str) and _NO_DENSITY.match(after)
        if isinstance(word, str) and _DENSITY.fullmatch(word) and not apart:
            for side in (reversed(sentence[:k]), sentence[k + 1 :]):
                clause = takewhile(lambda token: token not in (",", ";", ":"), side)
                beside = next((token for token in clause if isinstance(token, Maths) and not token.display), None)
                found |= set() if beside is None else _names(beside)
    return found


def _names(maths: Maths) -> set[str]:
    """The names that a formula has, and the heads of its applications."""
    nodes = list(maths.row.walk()) if maths.row is not None else []
    names = {name for node in nodes if (name := name_of(node)) is not None}
    return names | {stem for name in names for stem in [name.split("_")[0]]}
