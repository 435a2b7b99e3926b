"""Pages in German: the words that say what a formula is are put into English, which all readers of words know.

Only such words are: what is let be, supposed, concluded, sought.  Headings and all other words stay what they are.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from .german_numbers import with_points
from .german_terms import TERMS, verb_of_predicate
from .source import Display, Heading, Inline, Paragraph, Text

# Words that are German and nothing else, and such as are English.
_GERMAN = frozenset(("und", "der", "das", "dass", "hat", "ist", "sei", "seien", "gilt", "folgt", "dann", "für",
                     "wir", "ein", "eine", "den", "dem", "auch", "aus", "sind",
                     "damit", "somit", "daher", "oder", "wenn"))  # fmt: skip
_PERHAPS = frozenset(("löse", "zeige", "bestimme", "berechne", "ergibt", "liefert", "erhalten", "wegen", "lösung",
                      "gleichung", "nicht", "mit"))  # fmt: skip
_ENGLISH = frozenset(("the", "is", "are", "and", "of", "we", "that", "then", "let", "hence", "this", "from", "which",
                      "it", "with", "by", "have", "get"))  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")

_FOLLOWS = r"(?:gilt|ist|folgt|sind|haben wir|hat man|erhalten wir|erh\w{1,2}lt man|ergibt sich)"
_NUMBERS = r"(?:(?:reelle|ganze|nat\w{1,2}rliche|positive)[nrs]? )+zahl(?:en)?"
_WORDS = (  # the first that matches is taken
    (r"das hei\w{1,2}t|d\. ?h\.", "i.e."), (r"z\. ?b\.", "e.g."), (r"bzw\.", "or"),
    (rf"(?:dann|so) {_FOLLOWS}(?: also)?", "then"),
    (rf"(?:also|daher|somit|folglich|deshalb|demnach|damit) {_FOLLOWS}", "hence"),
    (r"(?:daraus|hieraus|es) (?:folgt|ergibt sich)(?: dann)?(?:, dass)?", "it follows that"),
    (r"(?:es|nun|auch) gilt (?:also|dann|somit|daher)", "hence"), (r"es gilt|gilt(?: auch)?", "we have"),
    (r"folgt(?:,? dass)?", "it follows that"), (r"ergibt sich|(?:erhalten|bekommen|finden) wir|erh\w{1,2}lt man|"
     r"wir (?:erhalten|bekommen|finden)", "we get"), (r"liefert|ergibt|f\w{1,2}hrt auf", "gives"),
    (r"(?:es )?sei(?:en)?", "let"), (r"angenommen,?|(?:wir nehmen an|nehmen wir an|es gelte),?(?: dass)?", "suppose"),
    (r"f\w{1,2}r alle|f\w{1,2}r jede[snr]?", "for all"), (r"f\w{1,2}r", "for"), (r"wenn|falls", "if"),
    (r"dann", "then"), (r"also|somit|daher|folglich|deshalb|demnach|damit", "so"), (r"wobei", "where"),
    (r"mit", "with"), (r"und", "and"), (r"oder", "or"), (r"sowie", "and"), (r"aber|jedoch", "but"),
    (r"nun|jetzt", "now"),
    (r"aus", "from"), (r"wegen|weil|da", "since"), (r"dass", "that"), (r"nicht", "not"),
    *TERMS,
    (rf"ist eine?(?= {_NUMBERS})", "is a"), (rf"eine?(?= {_NUMBERS})", "be a"),
    (r"reelle[nrs]? zahl", "real number"), (r"reelle[nrs]? zahlen", "real numbers"), (r"ganze[nrs]? zahl", "integer"),
    (r"ganze[nrs]? zahlen", "be integers"), (r"nat\w{1,2}rliche[nrs]? zahl", "natural number"),
    (r"nat\w{1,2}rliche[nrs]? zahlen", "be natural numbers"), (r"reelle[nrs]?", "real"),
    (r"positiv(?:e[nrs]?)?", "positive"),
    (r"(?:wir )?l\w{1,2}sen (?:wir|sie)|wir l\w{1,2}sen|l\w{1,2}se", "solve"),
    (r"zeige(?:n sie)?,?(?: dass)?|zu zeigen(?: ist)?:?", "show that"),
    (r"(?:bestimme|berechne|finde)(?:n sie)?", "find"),
    (r"einsetzen von|setze(?:n wir)?|setzt man|wir setzen", "setting"), (r"einsetzen in", "inserting in"),
    (r"ableiten|differenzieren", "differentiating"), (r"integrieren", "integrating"), (r"quadrieren", "squaring"),
    (r"hat keine", "has no"), (r"hat die", "has the"), (r"hat", "has"), (r"die einzige", "the only"), (r"keine?", "no"),
    (r"l\w{1,2}sungsmenge", "solution set"), (r"l\w{1,2}sungen", "solutions"), (r"l\w{1,2}sung", "solution"),
    (r"nullstellen", "zeros"), (r"nullstelle", "zero"), (r"der (?:gleichung|funktion)", "of the equation"),
    (r"die ableitung", "the derivative"), (r"von", "of"), (r"ist", "is"), (r"sind", "are"), (r"die|der|das", "the"),
    (r"widerspruch", "contradiction"), (r"bei", "at"),
)  # fmt: skip
_TRANSLATED = re.compile(
    "|".join(rf"(?P<w{k}>\b(?:{german})(?!\w))" for k, (german, _) in enumerate(_WORDS)), re.IGNORECASE
)
_VERB = re.compile(r"\s*(ist|sind|gilt|folgt)\s*(auch|also|dann)?\s*", re.IGNORECASE)
_NEAR = 300  # characters of a sentence that are looked at around a word
_HEADS = frozenset(("da", "wegen", "weil", "wenn", "falls", "für", "mit", "aus"))


def in_english(blocks: Iterable[Heading | Paragraph]) -> tuple[Heading | Paragraph, ...]:
    """The blocks of a document, of one in German with such words in English."""
    blocks = tuple(blocks)
    words = Counter(w for b in blocks if isinstance(b, Paragraph) for t in b.parts if isinstance(t, Text)
                    for w in _WORD.findall(t.text.lower()))  # fmt: skip
    if not any(words[w] for w in _GERMAN):
        return blocks
    german = sum(words[w] for w in _GERMAN | _PERHAPS)
    if german < 2 or german <= 3 * sum(words[w] for w in _ENGLISH):
        return blocks
    blocks = with_points(blocks)
    return tuple(replace(b, parts=tuple(_of_paragraph(b.parts))) if isinstance(b, Paragraph) else b for b in blocks)


def _of_paragraph(parts: Sequence[Text | Inline | Display]) -> Iterable[Text | Inline | Display]:
    """The parts of a paragraph.  In "Da $x > 0$ ist, gilt", and in "Für $x > 0$ ist", the verb says what follows."""
    sentence = ""
    for part in parts:
        if not isinstance(part, Text):
            yield part
            sentence += "\ufffc"
            continue
        head = _WORD.search(sentence.lower())
        if _VERB.fullmatch(part.text) and head is not None and head[0] in _HEADS:
            yield replace(part, text=", we have ")
        else:
            yield replace(part, text=_TRANSLATED.sub(partial(_english, sentence), part.text))
        sentence = re.split(r"[.!?]\s", sentence + part.text)[-1]
        if len(sentence) > 3 * _NEAR:  # its head, and what was said last
            sentence = sentence[:_NEAR] + sentence[-_NEAR:]


def _english(sentence: str, found: re.Match[str]) -> str:
    assert found.lastgroup is not None
    word = _WORDS[int(found.lastgroup[1:])][1]
    at = found.start()
    before = (sentence[-_NEAR:] + found.string[max(0, at - _NEAR) : at])[-_NEAR:]
    opens = not before.strip() or before.rstrip()[-1] in ".!?:;"  # nouns begin with a capital, too
    if opens and found[0] in ("Ist", "Sind"):
        return "If"
    if verb := verb_of_predicate(found.string[at : at + _NEAR], before):
        word = f"{verb} {word}"
    return word[:1].upper() + word[1:] if found[0][:1].isupper() and opens else word


__all__ = ["in_english"]
