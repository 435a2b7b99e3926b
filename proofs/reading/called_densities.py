r"""Letters that words call densities: "let $X$ have density $f$", "with pdfs $f$ and $g$", "let $g$ be a density"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .densities_on_parts import letter_of
from .prose import ONE
from .sentences import Maths, Sentence

_WORD = r"(?:density|densities|pdfs?)(?: functions?)?"
_CALLED = (
    re.compile(
        rf"(?<!conditional )(?<!joint )\b(?:probability )?{_WORD} (?P<first>{ONE})(?: and (?P<second>{ONE}))?(?!\S)"
    ),
    re.compile(
        rf"(?<!\S)(?:(?P<first>{ONE}) and )?(?P<second>{ONE}) (?:be|is|denotes?|are)(?: the| an?| two)?"
        rf"(?: continuous| probability)* {_WORD}\b"
    ),
)


def densities_called(sentence: Sentence) -> frozenset[str]:
    """The letters that a sentence calls densities of one variable, where no formula beside them says which."""
    return frozenset(letter for letter, _ in _called(sentence))


def without_called(sentence: Sentence) -> Sentence:
    """The sentence without the words that call letters densities."""
    told = {at for _, span in _called(sentence) for at in span}
    return tuple("" if at in told and isinstance(token, str) else token for at, token in enumerate(sentence))


def _called(sentence: Sentence) -> Iterator[tuple[str, range]]:
    """Each letter, and the tokens that say so of it."""
    text = " ".join(ONE if isinstance(token, Maths) else token for token in sentence)
    for pattern in _CALLED:
        for found in pattern.finditer(text):
            begin = text[: found.start()].count(" ")
            for group in pattern.groupindex:
                if found[group] is not None:
                    token = sentence[text[: found.start(group)].count(" ")]
                    letter = letter_of(token) if isinstance(token, Maths) and not token.display else None
                    if letter is not None and (letter[:1].islower() or letter.startswith("\\")):
                        yield letter, range(begin, begin + found[0].count(" ") + 1)


__all__ = ["densities_called", "without_called"]
