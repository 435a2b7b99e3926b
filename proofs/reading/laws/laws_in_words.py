r"""Laws that are said in words: "let $X$ be a normal random variable with mean $\mu$ and variance $\sigma^2$".

What the clauses of a sentence say, as far as a small grammar (``law_clauses``) reads them, are the statements that an
author could have written instead, ``X \sim \mathcal N(\mu, \sigma^2)``.  A clause that is not understood to its end
yields nothing: half of what it says may be the wrong half.  Only a clause that introduces or supposes something is
taken; what the text concludes is none of its hypotheses.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from ..names import name_of
from ..syntax import Script, Symbol
from ..words import law_vocabulary as said
from ..words.sentences import Maths, Sentence
from .law_clauses import Reader, Told
from .law_phrases import NotUnderstoodError, density_letter
from .listed_data import members

_ATTRIBUTES = frozenset({"and", "identically", "standard", "inverse", "chi"})
_UNDER = frozenset({"given", "conditional", "conditionally", "conditioned", "conditioning", "on"})
_OF = 5  # words between a name and the law that it is, "be the common limiting"


def laws_told(sentence: Sentence) -> Iterator[Told]:
    """What the clauses of a sentence say of laws, each of them understood to its end."""
    start = next((t.place for t in sentence if isinstance(t, Maths) and t.place is not None), 0)
    at, supposed = 0, False
    if (found := _read(sentence, 0)) is not None and sentence[0] not in said.LEADS:
        told, at = found
        yield replace(told, since=start)
    while at < len(sentence):
        condition = _heads(sentence, at)
        lead = condition or _leads(sentence, at)
        supposed = (supposed or lead) and sentence[at] not in said.CONCLUSIONS - {"that"}
        joint = 0 if lead or not supposed else _joint(sentence, at)
        begins = (lead or joint > 0) and not _under_a_value(sentence[:at])
        at += max(joint, 1)
        while begins and (found := _read(sentence, at)) is not None:
            told, at = found
            yield replace(told, conditional=condition) if lead else replace(told, since=start)
            begins, at = _goes_on(sentence, at)


def laws_unread(sentence: Sentence, understood: frozenset[int]) -> Iterator[Told]:
    """The names that a sentence lets be ``the law of`` something, or of some family, ``i.i.d. Bernoulli(1/2)``, but for
    those in formulas that are understood."""
    supposed = False
    for at, token in enumerate(sentence):
        supposed = (supposed or _leads(sentence, at)) and token not in said.CONCLUSIONS - {"that"}
        if not supposed or not isinstance(token, Maths) or token.display:
            continue
        if token.place is None or token.place in understood:
            continue
        if not _is_law_of(sentence, at + 1) and not _has_family(sentence, at + 1):
            continue
        data = members(token.expressions())
        letters = [density_letter(each) or each for each in (token.expressions() if data is None else [data.member])]
        letters += [each.base for each in letters if isinstance(each, Script) and isinstance(each.below, Symbol)]
        if names := tuple(name for name in map(name_of, letters) if name is not None):
            yield Told((), (token.place,), unread=names)


def _is_law_of(sentence: Sentence, at: int) -> bool:
    """Whether words say that what stands before them is the law of something."""
    for k in range(at, min(at + _OF, len(sentence) - 1)):
        if not isinstance(sentence[k], str) or sentence[k] in said.ENDS | {",", "and", "with", "of"}:
            return False
        if sentence[k] in said.LAWS and sentence[k + 1] == "of":
            return True
    return False


def _has_family(sentence: Sentence, at: int) -> bool:
    """Whether the words right behind a name call it one of a family: "are i.i.d. Poisson", "a standard normal"."""
    for word in sentence[at : at + 2 * _OF]:
        if not isinstance(word, str) or word in said.ENDS | {","}:
            return False
        if said.SPELLINGS.get(word, word) in said.FAMILIES:
            return True
        if word not in said.VERBS | said.ARTICLES | said.ADJECTIVES | said.NOUNS | said.CONNECTORS | _ATTRIBUTES:
            return False
    return False


def _joint(sentence: Sentence, at: int) -> int:
    """How many tokens join a further clause to one that was supposed but not read: ", " or ", and "."""
    if sentence[at] != "," or at + 1 >= len(sentence):
        return 0
    return 2 if sentence[at + 1] == "and" else 1 if isinstance(sentence[at + 1], Maths) else 0


def _leads(sentence: Sentence, at: int) -> bool:
    """Whether a word begins a clause that supposes something."""
    word, before = sentence[at], sentence[max(at - 3, 0) : at]
    if word == "for":  # data that are iid
        return at == 0 and len(sentence) > 2 and isinstance(sentence[1], Maths) and sentence[2] == "iid"
    if word not in said.LEADS or any(each in said.DENIALS for each in before):
        return False
    if word == "given":  # a normal X; what holds given X is another thing
        return at == 0 and isinstance(sentence[1], str)
    return word != "where" or at == 0 or before[-1] == "," or isinstance(before[-1], Maths)


def _heads(sentence: Sentence, at: int) -> bool:
    """Whether a word heads its sentence with a condition: "For example, if"."""
    return sentence[at] in said.CONDITIONS and all(token in said.AHEAD for token in sentence[:at])


def _under_a_value(before: Sentence) -> bool:
    """Whether what follows is a law only where another variable has a value: ``given $X = x$, let $Y$ be uniform``."""
    for word, following in pairwise(before):
        statement = following.sole() if isinstance(following, Maths) else None
        if word in _UNDER and statement is not None and [sign.symbol for sign in statement.relations] == ["="]:
            name = name_of(statement.expressions[0])
            if name is not None and name[:1].isupper():
                return True
    return False


def _read(sentence: Sentence, at: int) -> tuple[Told, int] | None:
    """A clause from a place on, and where it ends."""
    reader = Reader(sentence, at)
    try:
        return reader.clause(), reader.at
    except NotUnderstoodError:
        return None


def _goes_on(sentence: Sentence, at: int) -> tuple[bool, int]:
    """Whether another clause of the same kind follows, ``and $Y$ be ...``, and where."""
    reader = Reader(sentence, at)
    for joint in ((",", "and"), ("and",), (",",)):
        if tuple(reader.word(k) for k in range(len(joint))) == joint and reader.clause_follows(len(joint)):
            return True, at + len(joint)
    return False, at
