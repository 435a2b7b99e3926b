r"""Orders that words say between formulas: "$x$ is greater than $1$", "$t$ in the interval $[0, 1]$".

They are read as the formula that an author could have written in their place, $x > 1$: what it is there, supposed, a
condition or a claim, the sentence around it says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from ..files.source import Inline, Placed, Text
from .inline import NOT_SUBJECT, NUMBER, Part, ends, is_related, joined, spelled, value_behind

_MORE, _LESS = r"(?:greater|larger|bigger|more|higher)", r"(?:less|smaller|lower)"
_OR = r",? or equal(?: to)?"
# Words, the sign for them, and whether they stand behind a verb only.
_ORDERS = (
    (rf"{_MORE} than{_OR}|at least|(?:not|no) {_LESS} than", r"\ge", False),
    (rf"{_LESS} than{_OR}|at most|(?:not|no) {_MORE} than", r"\le", False),
    (rf"(?:strictly )?{_MORE} than|strictly above", ">", False),
    (rf"(?:strictly )?{_LESS} than|strictly below", "<", False),
    ("not equal to|different from|distinct from", r"\ne", False),
    ("not", r"\ne", True),
    ("equal to", "=", True),
)
_VERB = r"(?:is|are|be|being|lies|lie)"
_VERBS = {r"exceeds": ">", r"exceed": ">", r"equals": "="}
# What may stand between the verb and the order: be a real number between.
_NOUN = (
    r"(?P<noun>(?:an? |two |any |some )?(?:fixed |given |finite |strictly |positive |real |whole )*"
    r"(?:numbers?|integers?|constants?|scalars?|reals?))"
)
_WITHIN = (
    r"(?:in|within|inside)(?: the)?(?: (?:open|closed|half-open|half open|unit|bounded))*(?: interval| range| set)?|"
    r"belongs? to|(?:an )?elements? of"
)
_SIGNS = {
    "positive": ">", "strictly positive": ">", "negative": "<", "strictly negative": "<", "nonnegative": r"\ge",
    "zero": "=", "non-negative": r"\ge", "nonpositive": r"\le", "non-positive": r"\le",
    "nonzero": r"\ne", "non-zero": r"\ne",
}  # fmt: skip
_CONDITION = re.compile(
    r"\b(if|when|whenever|since|because|as long as|provided|(suppose|assume|assuming|provided|supposing) that)"
    r"( both)?\s*$",
    re.IGNORECASE,
)
# Words of a sentence in which an order between letters is supposed, a condition, or claimed.
_SAYS = re.compile(
    r"\b(let|suppose|supposing|assum\w+|if|when|whenever|since|because|for|with|where|choose|choosing|pick|fix|take|given|"
    r"hence|thus|so|therefore|then|that|provided|consider|any|all|every|each|conclude|see|follows|implies)\b",
    re.IGNORECASE,
)
_CONCLUDES = re.compile(
    r"\b(hence|thus|so|therefore|then|conclude|see|follows|implies|get)\b"
    r"(?!.*\b(if|for|suppose|assume|when|since|because|with|let)\b)",
    re.IGNORECASE | re.DOTALL,
)
_SETTING = re.compile(r"\b(setting|set|we set|equate|equating)\b[^.,;]*$", re.IGNORECASE)
_ASKS = re.compile(r"\b(is|are|was|were|does|do|can|must|will)\s*$", re.IGNORECASE)
_RESPECTIVELY = re.compile(r"\b(respectively|resp)\b")
_IS_NAME = re.compile(r"\s*\\?[a-zA-Z]+(_\{?\w+\}?)?\s*$")
_PLAIN_NUMBER = re.compile(r"\s*-?(\d+(\.\d+)?|\\[dt]?frac\s*\{?\d+\}?\s*\{?\d+\}?|\d+/\d+)\s*$")
_LISTED = re.compile(r"\s*(,|and|, and)\s*$")
_SET = re.compile(r"\s*(\[|\(|\]|\\left|\\\{|\\big)")


def written(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts of a paragraph with formulas for such words."""
    found: list[Part] = []
    rest = list(parts)
    subject: _Subject | None = None  # of the order right before
    while rest:
        part = rest.pop(0)
        order = _order(found, part, rest) if isinstance(part, Text) and found else None
        if isinstance(part, Text) and subject is not None and order is None:
            order = _another(subject, part, rest)
        subject = order.subject if order is not None else None
        if order is None:
            found.append(part)
            continue
        if order.noun is None:
            del found[len(found) - order.subjects :]
        else:
            found.append(order.noun)
        found.append(Inline(order.formula))
        rest = [*order.rest, *rest[order.taken :]]
    return tuple(found)


@dataclass(frozen=True)
class _Subject:
    """The names that words are said of, and how many parts they take."""

    names: tuple[Placed, ...]
    size: int

    def each(self, write: Callable[[Placed], tuple[Placed | str, ...]]) -> Placed:
        """What is written of each name, in a row."""
        return _row([joined(*write(name)) for name in self.names])


@dataclass(frozen=True)
class _Order:
    """A formula for words, how many parts its subject is and how many further ones it takes, and what is left."""

    formula: Placed
    subjects: int
    taken: int = 0
    noun: Text | None = None
    rest: tuple[Part, ...] = ()
    subject: _Subject | None = None  # of which more may be said


def _order(before: list[Part], text: Text, after: list[Part]) -> _Order | None:
    subject = _subject(before)
    if subject is None:
        return None
    head = before[-subject.size - 1] if len(before) > subject.size else None
    if isinstance(head, Text) and (NOT_SUBJECT.search(head.text) or _ASKS.search(head.text)):
        return None
    conditional = isinstance(head, Text) and _CONDITION.search(head.text) is not None
    found = (
        _between(subject, text, after, _sentence(before))
        or _compared(subject, text, after)
        or _within(subject, text, after)
        or (_signed(subject, text) if conditional else None)
        or (_set(subject, text, after) if isinstance(head, Text) and _SETTING.search(head.text) else None)
    )
    if found is not None and _RESPECTIVELY.search(_clause(found.rest, after[found.taken :])):
        return None
    if found is not None:
        found = replace(found, subject=subject)
    ends = [part.maths.text for part in after[: found.taken] if isinstance(part, Inline)] if found is not None else []
    return found if all(map(_PLAIN_NUMBER.match, ends)) or _SAYS.search(_sentence(before)) else None


def _sentence(before: list[Part]) -> str:
    """The words of the sentence so far."""
    words = " ".join(part.text if isinstance(part, Text) else "" for part in before)
    return re.split(r"[.;!?]\s", words)[-1]


def _another(subject: _Subject, text: Text, after: list[Part]) -> _Order | None:
    """A further order of the same: greater than $1$ and less than $3$."""
    joint = re.match(r"\s*,?\s*(?:and|but)(?: also)?(?=\s)", text.text)
    order = None if joint is None else _compared(subject, Text(text.text[joint.end() :], text.place), after)
    if joint is None or order is None or _RESPECTIVELY.search(_clause(order.rest, after[order.taken :])):
        return None
    return replace(order, subjects=0, noun=Text(joint[0] + " ", text.place), subject=subject)


def _clause(rest: tuple[Part, ...], after: list[Part]) -> str:
    """The words of the sentence that are left behind an order."""
    words = " ".join(part.text if isinstance(part, Text) else "" for part in (*rest, *after))
    return re.split(r"[.;!?](?:\s|$)", words)[0]


def _subject(before: list[Part]) -> _Subject | None:
    """The names in a row that end there; what is an order already is none of them."""
    names, size = list[Placed](), 0
    while len(before) > size and isinstance(name := before[-size - 1], Inline) and not is_related(name.maths):
        names.append(name.maths)
        size += 1
        comma = before[-size - 1] if len(before) > size else None
        if not (isinstance(comma, Text) and _LISTED.fullmatch(comma.text)):
            return _Subject(tuple(reversed(names)), size)
        size += 1
    return _Subject(tuple(reversed(names)), size - 1) if names else None


def _compared(subject: _Subject, text: Text, after: list[Part]) -> _Order | None:
    for words, sign, needs_verb in _ORDERS:
        verb = rf"{_VERB}\s+" if needs_verb else rf"(?:{_VERB}\s+)?"
        if found := re.match(rf"\s*{verb}(?:{_NOUN} )?(?:(?:that|which) is )?(?:{words})(?=\s|$)", text.text):
            return _with_object(subject, text, after, found, sign)
    for verb, sign in _VERBS.items():
        if found := re.match(rf"\s*{verb}(?=\s|$)", text.text):
            return _with_object(subject, text, after, found, sign)
    return None


def sign_said(words: str) -> str | None:
    """The sign for words between two formulas, "exceeds", "is at least"; None for other words."""
    for said, sign, needs_verb in _ORDERS:
        if re.fullmatch(rf"(?:{_VERB} ){'' if needs_verb else '?'}(?:{said})", words):
            return sign
    return _VERBS.get(words)


def _with_object(subject: _Subject, text: Text, after: list[Part], found: re.Match[str], sign: str) -> _Order | None:
    """The order with what stands behind the words, a formula or a number."""
    value = value_behind(text.text[found.end() :], after, text.place)
    if value is None:
        return None
    end, taken, left = value
    return _Order(joined(_row(subject.names), f" {sign} ", end), subject.size, taken, _noun(text, found), left)


def _noun(text: Text, found: re.Match[str]) -> Text | None:
    """The words up to the noun, where there is one: be a real number with."""
    noun = found.groupdict().get("noun")
    return Text(f"{text.text[: found.end('noun')]} with ", text.place) if noun else None


def _between(subject: _Subject, text: Text, after: list[Part], sentence: str) -> _Order | None:
    """Strictly, unless it is said that the ends are included, or it is concluded, when they may be."""
    found = re.match(rf"\s*(?:(?:both )?{_VERB}\s+)?(?:both )?(?:{_NOUN} )?(?:strictly )?between\s*", text.text)
    if found is None:
        return None
    rest, noun = text.text[found.end() :], _noun(text, found)
    sign = r"\le" if _CONCLUDES.search(sentence) and "strictly" not in found[0] else "<"
    numbers = re.match(rf"({NUMBER}) and ({NUMBER})(?![\w%]|[.,]\d)", rest)
    if numbers is not None:
        low, high = map(spelled, numbers.groups())
        sign, tail = _closed(rest[numbers.end() :], sign)
        if not ends([Text(tail, text.place), *after]):
            return None
        formula = subject.each(lambda name: (f"{low} {sign} ", name, f" {sign} {high}"))
        return _Order(formula, subject.size, 0, noun, (Text(tail, text.place),))
    match after:
        case [Inline(first), Text(word), Inline(last), *further] if not rest and word.strip() == "and":
            behind = [part for part in further[:1] if isinstance(part, Text)]
            sign, left = _closed(behind[0].text if behind else "", sign)
            if not ends([Text(left, text.place), *further[1:]]):
                return None
            formula = subject.each(lambda name: (first, f" {sign} ", name, f" {sign} ", last))
            return _Order(formula, subject.size, 3 + len(behind), noun, (Text(left, text.place),) if behind else ())
    return None


def _closed(tail: str, sign: str) -> tuple[str, str]:
    """The sign of an order between two ends, and what is left of the words behind it."""
    found = re.match(r"\s*,?\s*\(?(?:both )?(?:ends )?inclusive(?:ly)?\)?|\s*,?\s*both (?:ends )?included", tail)
    return (sign, tail) if found is None else (r"\le", tail[found.end() :])


def _within(subject: _Subject, text: Text, after: list[Part]) -> _Order | None:
    found = re.fullmatch(rf"\s*(?:{_VERB}\s+)?(?:{_NOUN} )?(?:{_WITHIN})\s*", text.text)
    if found is None or not after or not isinstance(after[0], Inline) or not _SET.match(after[0].maths.text):
        return None
    if not ends(after[1:]):
        return None
    return _Order(joined(_row(subject.names), r" \in ", after[0].maths), subject.size, 1, _noun(text, found))


def _set(subject: _Subject, text: Text, after: list[Part]) -> _Order | None:
    """What is set: setting the derivative $2x - 4$ to zero.  What a name is set to, it may be for the case at hand."""
    if any(_IS_NAME.match(name.text) for name in subject.names):
        return None
    found = re.match(r"\s*(?:equal )?to(?=\s)", text.text)
    return None if found is None else _with_object(subject, text, after, found, "=")


def _signed(subject: _Subject, text: Text) -> _Order | None:
    """A sign, in a condition: if $x$ is positive."""
    found = re.match(rf"\s*{_VERB}\s+(?:both |all )?({'|'.join(_SIGNS)})(?=\s*(?:[,.;)]|then\b|we\b|and\b))", text.text)
    if found is None:
        return None
    formula = joined(_row(subject.names), f" {_SIGNS[found[1]]} 0")
    return _Order(formula, subject.size, rest=(Text(text.text[found.end() :], text.place),))


def _row(names: Iterable[Placed]) -> Placed:
    return joined(*[part for name in names for part in (", ", name)][1:])


__all__ = ["sign_said", "written"]
