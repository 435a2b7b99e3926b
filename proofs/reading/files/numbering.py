"""The numbers of parts and the headings of statements: a), (ii), 3., Theorem."""

from __future__ import annotations

import re

from ..words.prose import sentence

_ENUMERATED = re.compile(r"^\s*(\(?[a-hA-H]\)|\([ivx]{1,4}\)|[ivx]{1,4}\)|\(?\d{1,2}[.)]|[A-H]\.)\s")

_ASKED = re.compile(
    r"\b(called|said to be|is an? [a-z -]+ (if|when)|defined (as|to be))\b[^.]*\b(following|these|if|when)\b[^.]*:\s*$"
)

_OFFERS = re.compile(r"\b(which (one )?of (the following|these)|true or false)\b[^?]*[?:]\W*$")

_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")


def number_of_part(words: str) -> str | None:
    """The number of the part that a paragraph begins: a), (ii), 3."""
    found = _ENUMERATED.match(words)
    return found[1] if found is not None else None


def comes_next(before: str, words: str) -> bool:
    """Whether a paragraph with a number is the one after another: (b) after (a), (ii) after (i), 3. after 2."""
    one, other = (re.findall(r"\w+", text)[:1] for text in (before.lower(), words.lower()))
    if not one or not other:
        return False
    (a,), (b,) = one, other
    if a in _ROMAN and b in _ROMAN:
        return _ROMAN.index(b) == _ROMAN.index(a) + 1
    if a.isdigit() and b.isdigit():
        return int(b) == int(a) + 1
    return len(a) == len(b) == 1 and ord(b) == ord(a) + 1


def is_number_of_part(words: str) -> bool:
    """Whether the words are the number of a part and nothing else."""
    return bool(re.fullmatch(_ENUMERATED.pattern.removesuffix(r"\s") + r"\s*", words))


def asks_of_what_it_defines(words: str) -> bool:
    """Whether a list begins of what a new word asks for: ``is called a metric if it has the following properties:``."""
    return bool(_ASKED.search(sentence(words)))


def offers_choices(words: str) -> bool:
    """Whether a question ends here of which the items behind it are the choices: ``Which of the following is true?``"""
    return bool(_OFFERS.search(words.lower()))


def is_choice(words: str) -> bool:
    """Whether an item has no words, but for its number."""
    return re.search(r"\w", _ENUMERATED.sub("", words)) is None


def is_statement(heading: str) -> bool:
    """Whether a heading begins something to be shown."""
    return bool(re.match(r"\s*(theorem|lemma|proposition|corollary|claim)\b", heading.lower()))
