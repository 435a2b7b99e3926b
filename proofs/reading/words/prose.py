"""The sentence that a formula stands in: the words before it that belong to it, and where it ends.

The words are looked at only near the formula; what they say of it is read by ``cases_in_words``, ``giving``,
``claiming`` and ``words_behind``.
"""

from __future__ import annotations

import re

from .kept import answers_kept

FORMULA = " \N{OBJECT REPLACEMENT CHARACTER} "  # stands in words for a formula

ONE = FORMULA.strip()

_FEW = 12
_ONE_OF_THEM = re.compile(rf"{ONE}[\s,;|]*")
_IN_A_ROW = re.compile(rf"({_ONE_OF_THEM.pattern}){{{_FEW + 1},}}")

_CONDITIONS = re.compile(rf"\b(for( all| any| every| each)?|if|when|where)\s+{ONE}(\s*(,|and|, and)\s*{ONE})*\W*$")

_NUMERATOR = re.compile(r"\bnumerator[\s-]+layout|\bjacobian[\s-]+(formulation|layout)", re.IGNORECASE)

_INDEPENDENT = re.compile(
    r"(?<!\bconditionally )\bindependent\b(?!\s(observations?|measurements?|data|samples?|errors?|variables?)\b)"
)

_NOT_SO = re.compile(r"\b(not|never|cannot|neither|whether|unless|were|would)\b|n['\N{RIGHT SINGLE QUOTATION MARK}]t\b")


# Where a sentence ends: behind "i.i.d." it goes on, also with the name of a law; a formula behind one begins another.
_STOP = re.compile(
    rf"(?<!\bi\.i\.d)(?<!\bi\.e)(?<!\be\.g)(?<!\bw\.r\.t)[.!?:;]\s+(?=[A-Z(])|(?<={ONE} )[.!?]\s+(?={ONE}|$)|\n\s*\n"
)


_LABEL = re.compile(r"^\s*\(?([a-h]|[ivx]+|\d+)[.)](\s+|$)")


@answers_kept
def sentence(words: str) -> str:
    """The part of the words that belongs to the sentence which is still open, in small letters, without the label of
    an item, "b)"."""
    return _LABEL.sub("", _STOP.split(words)[-1].lower())


def is_label(words: str) -> bool:
    """Whether there is nothing but the label of an item, "(b)", "2."."""
    return _LABEL.fullmatch(words.lower()) is not None


@answers_kept
def rest_of_sentence(text: str) -> str:
    """The text up to where its first sentence ends, with the stop."""
    found = re.search(r"[.!?](?=\s|$)|\n\s*\n", text)
    return text if found is None else text[: found.end()].rstrip()


@answers_kept
def few_in_a_row(words: str) -> str:
    """The words with no more than the last few of formulas between which no words stand, as in a row of a table:
    to look through thousands of them for words takes hours, and there are none."""
    return _IN_A_ROW.sub(lambda found: "".join(_ONE_OF_THEM.findall(found[0])[-_FEW:]), words)


@answers_kept
def since(words: str) -> str:
    """The words since the last formula, in small letters."""
    return words.rsplit(ONE, 1)[-1].lower()


@answers_kept
def is_bare(words: str, rest: str) -> bool:
    """Whether a sentence is formulas, and conditions behind them, and nothing else: then each of them is said, and not
    only spoken of."""
    before = re.split(r"[.!?:;]\s+", _LABEL.sub("", words))[-1]
    rest = _CONDITIONS.sub("", rest.lower())
    return not re.sub(r"\b(and|but)\b|[\s,.;]", "", f"{before} {rest}".lower().replace(ONE, ""))


def speaks_of_numerator_layout(words: str) -> bool:
    """Whether words are about derivatives that are laid out as the transpose of what they are taken by."""
    return _NUMERATOR.search(words) is not None


def speaks_of_real_numbers(words: str) -> bool:
    """Whether words call something a real number, other than the values of a function or of a random variable."""
    return re.search(r"\breals?\b(?![- ]valued)", words.lower()) is not None


def speaks_of_independence(words: str) -> bool:
    """Whether a sentence calls random variables independent, and does not deny, doubt or ask it; that observations are
    says nothing of other variables."""
    return is_said_of(_INDEPENDENT, words)


def is_said_of(pattern: re.Pattern[str], words: str) -> bool:
    """Whether one of the sentences says a word, and does not deny, doubt or ask it."""
    return any(
        (found := pattern.search(each)) and not each.endswith("?") and not _NOT_SO.search(each[: found.start()])
        for each in re.split(r"(?<=[.?!])\s", words)
    )
