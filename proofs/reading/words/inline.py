"""Formulas in a sentence put together from others, and from numbers that stand in its words."""

from __future__ import annotations

import re

from ..files.source import Display, Inline, Place, Placed, Text

Part = Text | Inline | Display
NUMBER = r"-?\d+(?:\.\d+)?(?:/\d+)?|zero|one|two"
_SPELLED = {"zero": "0", "one": "1", "two": "2"}
# Where what is said ends: greater than 2, and not greater than 2 times that.
ENDS = re.compile(
    r"\s*($|[.,;:!?)]|\((?!mod)|\b(and|then|we|it|so|but|where|while|with|which|that|there|the|this|hence|thus|for|because|since|"
    r"by|let|has|have|holds|implies|gives|in order|as)\b)",
    re.IGNORECASE,
)
ALTERNATIVE = re.compile(r"\s*,?\s*(or|nor|respectively|resp)\b", re.IGNORECASE)
SOMETIMES = re.compile(
    r"\s*,?\s*(with (\w+ )?probability|for (some|no|most|many|few|large|small|sufficiently|infinitely|almost))\b",
    re.IGNORECASE,
)
# Behind these a name is not what the verb is said of: the variance of X is.
NOT_SUBJECT = re.compile(
    r"\b(of|in|on|between|by|from|to|than|at|over|under|per|times|plus|minus|into|above|below|about|against|through|"
    r"or|nor|not|within)\s*$",
    re.IGNORECASE,
)
RELATED = re.compile(r"[<>=]|\\(?:[lg]eq?|[lg]eqslant|neq?|in|sim|to|approx)\b")


def is_related(formula: Placed) -> bool:
    """Whether a formula relates something, other than within what it is made of, as the limits of a sum."""
    text, before = formula.text, ""
    while text != before:
        text, before = re.sub(r"[{(\[][^{}()\[\]]*[})\]]", "", text), text
    return RELATED.search(text) is not None


def value_behind(words: str, after: list[Part], place: Place) -> tuple[Placed | str, int, tuple[Part, ...]] | None:
    """The formula, or the number in the words, that stands behind words; how many parts it takes, and what is left.

    None where what is said goes on behind it, or where it is more than a value.
    """
    if not words.strip():
        match after:
            case [Inline(found), *further] if ends(further) and not is_related(found):
                return found, 1, ()
        return None
    number = re.match(rf"\s*({NUMBER})(?![\w%]|[.,]\d)", words)
    left = Text(words[number.end() :], place) if number is not None else None
    if number is None or left is None or not ends([left, *after]):
        return None
    return spelled(number[1]), 0, (left,)


def spelled(number: str) -> str:
    return _SPELLED.get(number, number)


def ends(after: list[Part]) -> bool:
    """Whether what follows does not go on with what was said."""
    match after:
        case [Text(words), *further]:
            if not words.strip() and further:
                return False  # 2 $n$
            return bool(ENDS.match(words)) and not ALTERNATIVE.match(words) and not SOMETIMES.match(words)
    return True


def joined(*parts: Placed | str) -> Placed:
    """Formulas and signs as one formula; each character of a formula keeps its place."""
    text, starts, places = "", list[int](), list[Place]()
    for part in parts:
        if isinstance(part, Placed):
            starts += [len(text) + start for start in part.starts]
            places += part.places
            text += part.text
        else:
            text += part
    if starts[0]:
        starts, places = [0, *starts], [places[0], *places]
    return Placed(text, tuple(starts), tuple(places))


__all__ = ["NOT_SUBJECT", "NUMBER", "RELATED", "Part", "ends", "is_related", "joined", "spelled", "value_behind"]
