r"""Laws of which words give the density: "the density of the normal distribution $\mathcal N(\mu, \sigma^2)$ is $p(x) =
\dots$", "the gamma distribution with shape $a$ and rate $b$ has the density $f(x) = \dots$".

The letter is the density of that law, so that the formula behind it is a claim about the law, and no definition.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..shapes.spaces_in_words import is_space
from ..words import law_vocabulary as said
from ..words.sentences import Maths, Sentence
from .law_clauses import Reader, Told
from .law_phrases import NotUnderstoodError, Phrase, density_letter, statements

_DENSITIES = frozenset({"density", "pdf", "pmf", "mass"})
_ARTICLES = said.ARTICLES | {"probability"}


def densities_of_laws(sentence: Sentence) -> Iterator[Told]:
    """The law whose density a formula of the sentence is said to be, where its words are understood."""
    for read in (_density_of, _has_density):
        try:
            yield read(sentence)
        except NotUnderstoodError:
            continue


def _density_of(sentence: Sentence) -> Told:
    """``the density of`` law ``is $p(x) = ...$``."""
    at = next((k for k, word in enumerate(sentence) if word in _DENSITIES), len(sentence))
    reader = Reader(sentence, at)
    reader.need(reader.word(-1) in _ARTICLES)
    reader.at += 1
    reader.skip(frozenset({"function"}))
    reader.need(reader.word() == "of")
    reader.at += 1
    phrase = _law(reader)
    reader.need(reader.skip(frozenset({"is", "reads", "equals"})))
    if (reader.word(), reader.word(1)) == ("given", "by"):
        reader.at += 2
    return _told(reader, phrase)


def _has_density(sentence: Sentence) -> Told:
    """Law ``has the density $p(x) = ...$``."""
    reader = Reader(sentence, 0)
    phrase = _law(reader)
    reader.need(reader.skip(frozenset({"has"})))
    reader.skip(_ARTICLES)
    reader.need(reader.skip(_DENSITIES))
    reader.skip(frozenset({"function"}))
    return _told(reader, phrase)


def _law(reader: Reader) -> Phrase:
    phrase = Phrase()
    reader.law(phrase)
    if reader.word() in ("on", "in") and is_space(reader.token(1)):
        reader.at += 2
    reader.parameters(phrase)
    return phrase


def _told(reader: Reader, phrase: Phrase) -> Told:
    """That what the formula begins with is the density of the law."""
    formula = reader.token()
    sole = formula.sole() if isinstance(formula, Maths) else None
    reader.need(sole is not None and sole.relations and sole.relations[0].symbol in ("=", ":="))
    assert isinstance(formula, Maths) and sole is not None
    left = sole.expressions[0]
    reader.need(left is not None and density_letter(left) is not None and formula.place is not None)
    assert left is not None and formula.place is not None
    return Told(tuple(statements([left], phrase)), (formula.place,), since=formula.place)


__all__ = ["densities_of_laws"]
