r"""Quantities of two random variables, or of an event, that a sentence says in words: "the covariance of $X$ and $Y$
is $2$", "the probability that $X > 1$ is $e^{-1}$", "hence $X$ and $Y$ are uncorrelated", "$T$ is unbiased for $\mu$".

A clause is read from the word for the quantity to its end, as the formula that an author could have written in its
place.  Whether it claims something of what is known is seen when it is judged (``stating_quantities``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..files.source import Placed
from ..words import orders_in_words
from ..words.inline import joined
from ..words.sentences import Maths, Sentence, numbered, speaks_of

_Written = Callable[[str, str], str]
# Words for what two random variables or an event have, and the formula of it.
_OF_TWO: dict[str, _Written] = {
    r"covariance": lambda x, y: rf"\mathrm{{Cov}}({x}, {y})",
    r"correlation(?: coefficient)?": lambda x, y: (
        rf"\frac{{\mathrm{{Cov}}({x}, {y})}}{{\sqrt{{\mathrm{{Var}}({x}) \mathrm{{Var}}({y})}}}}"
    ),
}
_OF_EVENT: dict[str, _Written] = {r"probability": lambda event, _: f"P({event})"}
_AIMED: dict[str, _Written] = {"unbiased": lambda x, _: rf"\mathrm{{E}}[{x}]"}  # its mean is what it estimates
_KINDS = _OF_TWO | _OF_EVENT | _AIMED
# What two random variables are to each other: what stands before the second, and behind it.
_OF_PAIRS: dict[str, tuple[_Written, str]] = {
    "uncorrelated": (lambda x, _: rf"\mathrm{{Cov}}({x}, ", ") = 0"),
    "independent": (lambda x, _: rf"{x} \perp ", ""),
    "not independent": (lambda x, _: rf"{x} \not\perp ", ""),
    "dependent": (lambda x, _: rf"{x} \not\perp ", ""),
}

_LEAD = (
    r"(?:then|hence|therefore|thus|so|consequently|(?:it follows|this (?:implies|means|shows)|"
    r"we (?:see|find|get|obtain|conclude)) that)"
)
_BEGINS = (
    rf"(?:(?:^|(?<= ))(?P<lead>{_LEAD})(?: ,)?(?: (?:also|that|we have))* |^|(?<=[,;:] )|(?<= and )|(?<= but )|"
    r"(?<= while )|^(?:also|moreover|furthermore|clearly|finally|similarly|in particular)(?: ,)? |"
    r"^(?:\( )?[a-z]+ \) )"
)
_IS = (
    r"(?: then| thus| therefore| hence)? (?:is|equals|becomes)(?: then| thus| therefore| hence| simply| just| again)?"
    r"(?: equal to| given by)? @(?P<value>\d+)"
)
_END = (
    r"(?= *(?:[,;:)]|and\b|so\b|while\b|but\b|since\b|because\b|as\b|which\b|where\b|$))"
    r"(?! *,? *(?:and only |exactly )?(?:if|iff|when|whenever|provided|unless|for|given)\b)"
)
_END_OR_WITH = rf"(?:(?= with\b)|{_END})"
_TWO = rf"the (?P<kind>{'|'.join(_OF_TWO)}) (?:of|between) @(?P<of>\d+) and @(?P<with>\d+)"
_EVENT = (
    r"the (?P<kind>probability) (?:that|of)(?: the event)? @(?P<of>\d+)"
    r"(?: (?P<order>(?:[a-z]+ ){0,5}[a-z]+) @(?P<with>\d+))?"
)
_CLAUSES = tuple(re.compile(rf"{_BEGINS}{clause}{_IS}{_END}") for clause in (_TWO, _EVENT))
_BESIDE = r"(?: (?:also|then|thus|therefore|hence|again|indeed|both|in fact|mutually))*"
_UNBIASED = re.compile(
    rf"{_BEGINS}(?:(?:the )?(?:estimator|statistic|sample mean|sample variance) )?@(?P<of>\d+) is{_BESIDE}(?: an?)? "
    rf"(?P<kind>unbiased)(?: (?:estimator|estimate))?(?: (?:of|for) @(?P<value>\d+))?{_END_OR_WITH}"
)
_PAIR = re.compile(rf"{_BEGINS}@(?P<of>\d+) and @(?P<value>\d+) are{_BESIDE} (?P<kind>{'|'.join(_OF_PAIRS)}){_END}")
# What makes a clause no claim, or one under a condition that is not read here; and where nothing concludes it.
_DOUBT = re.compile(
    r"\b(if|given|conditional\w*|condition\w*|when|whenever|unless|whether|not|never|cannot|would|were|approximately|"
    r"asymptotic\w*|limit\w*|posterior|prior|sample|empirical|estimated|find|show|prove|such|denote\w*|called|under|"
    r"wrong|false|claims?|fact|what|which|why|for)\b"
)
_LETS = re.compile(r"\b(let|suppose|supposing|assume|assuming|where|with)\b")
_CONCLUDES = re.compile(rf"(?:^|(?<= )){_LEAD}\b")


@dataclass(frozen=True)
class QuantityClaimed:
    """A clause that says which value a quantity has: where the formula of the value stands, and of what it is, the
    places of one or two formulas.  Of an estimator that is unbiased the value may be left to its name."""

    kind: str
    of: tuple[int, ...]
    value: int
    concluded: bool
    order: str | None = None  # the sign for the words between what an event relates

    def written(self, texts: Sequence[str], value: Placed) -> Placed:
        """The formula that says it, of what is written so."""
        if (pair := _OF_PAIRS.get(self.kind)) is not None:
            return joined(pair[0](texts[0], ""), value, pair[1])
        return joined(f"{self.left(texts)} = ", value)

    def left(self, texts: Sequence[str]) -> str:
        """The formula of the quantity, of what is written so."""
        if self.order is not None:
            texts = (f" {self.order} ".join(texts),)
        (write,) = (write for words, write in _KINDS.items() if re.fullmatch(words, self.kind))
        return write(texts[0], texts[-1])

    @property
    def names_nothing(self) -> bool:
        """Whether it says of no letter what that is."""
        return self.kind in _OF_PAIRS or self.kind in _AIMED

    @property
    def is_of_pair(self) -> bool:
        """Whether it says what two random variables are to each other, which may also be told of them."""
        return self.kind in _OF_PAIRS

    @property
    def is_independence(self) -> bool:
        """Whether it says that two random variables are independent, or that they are not."""
        return self.kind.endswith("dependent")

    @property
    def is_denied(self) -> bool:
        """Whether it says that they are not."""
        return self.is_independence and self.kind != "independent"

    @property
    def is_of_estimator(self) -> bool:
        """Whether it is of an estimator, which an equation may name in its place."""
        return self.kind in _AIMED

    @property
    def is_of_relation(self) -> bool:
        """Whether it is of an event that a formula is."""
        return self.kind in _OF_EVENT and self.order is None


def quantities_claimed(sentence: Sentence) -> Iterator[QuantityClaimed]:
    """What the clauses of a sentence say of such quantities, each of them understood to its end."""
    if not speaks_of(sentence, *_KINDS, "correlation", *_OF_PAIRS):
        return
    text = numbered(sentence)
    for pattern in (*_CLAUSES, _UNBIASED, _PAIR):
        for found in pattern.finditer(text):
            before = text[: found.start()]
            concluded = found["lead"] is not None or _CONCLUDES.search(before) is not None
            if _DOUBT.search(before) or (_LETS.search(before) and not concluded):
                continue
            places = {group: _place(sentence, found[group]) for group in ("of", "with", "value") if _has(found, group)}
            if None in places.values():
                continue
            known = {group: place for group, place in places.items() if place is not None}
            of = tuple(known[group] for group in ("of", "with") if group in known)
            words = found["order"] if "order" in pattern.groupindex else None
            order = None if words is None else orders_in_words.sign_said(words)
            if words is None or order is not None:
                yield QuantityClaimed(found["kind"], of, known.get("value", of[0]), concluded, order)


def _has(found: re.Match[str], group: str) -> bool:
    return group in found.re.groupindex and found[group] is not None


def _place(sentence: Sentence, at: str) -> int | None:
    token = sentence[int(at)]
    return token.place if isinstance(token, Maths) and not token.display else None


__all__ = ["QuantityClaimed", "quantities_claimed"]
