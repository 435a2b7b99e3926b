r"""Laws that a sentence claims in words: "Then $X + Y$ is normal with mean $0$ and variance $5$".

A clause is read as one that tells a law is (``laws_in_words``), where the text concludes it or a sentence is nothing
but it.  Its subject may be any expression.  Whether it claims something of what is known is seen when it is judged.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..syntax import Dots, Syntax, Words
from ..words import law_vocabulary as said
from ..words.sentences import Maths, Sentence, Token
from .law_clauses import Reader, Told
from .law_phrases import NotUnderstoodError, Phrase

_LEADS = frozenset(("then", "hence", "therefore", "thus", "so", "consequently", "that"))
_FOLLOWS = frozenset(
    ("follows", "conclude", "see", "find", "implies", "shows", "obtain", "get", "deduce", "means", "know")
)
_SHOWN = frozenset(("show", "prove", "verify", "deduce", "check"))
_JOINTS = frozenset(
    ("we", "have", "see", "find", "get", "obtain", "conclude", "it", "follows", "that", ",", "also", "in", "particular")
)
_QUANTITIES = frozenset((
    "sum", "difference", "mean", "average", "total", "product", "ratio", "statistic", "estimator", "estimate",
    "quantity", "combination", "linear", "standardized", "standardised", "rescaled", "centred", "centered",
))  # fmt: skip
_BESIDE = frozenset(("again", "also", "then", "therefore", "thus", "hence", "itself", "indeed", "still", "in", "fact"))
_PLAIN = frozenset(
    ("if", "and", "are", "is", "independent", "random", "variables", ",", "with", "mutually", "all", "the")
)
_REASONS = frozenset(("by", "because", "since", "as"))
_CONDITIONS = frozenset((
    "given", "condition", "conditional", "conditioned", "conditionally", "conditioning", "under", "when", "whenever",
    "unless", "whether", "suppose", "assume", "let", "wrong", "false", "claim", "claims", "asymptotically",
    "approximately", "approximation", "limit", "posterior", "prior", "would", "were", "had", "why", "does", "which",
    "what",
))  # fmt: skip


@dataclass(frozen=True)
class LawClaimed:
    """What a clause claims: the statements, the place of the formula that is its subject, and how the law is said."""

    told: Told
    words: tuple[Token, ...]
    concluded: bool

    @property
    def place(self) -> int:
        return self.told.subjects[-1]


class _ClaimReader(Reader):
    """Reads a clause whose subject may be any expression."""

    verb = 0

    def subjects(self, nouns: bool = True) -> tuple[list[Syntax], list[int]]:
        self.need(nouns)
        self.skip(said.ARTICLES | said.ADJECTIVES | said.SUBJECTS | _QUANTITIES)
        token = self.token()
        self.need(isinstance(token, Maths) and token.place is not None and not token.display)
        assert isinstance(token, Maths) and token.place is not None
        names = list(token.expressions())
        self.need(len(names) == 1 and not isinstance(names[0], Dots | Words))
        self.at += 1
        self.verb = self.at
        return names, [token.place]

    def law(self, phrase: Phrase, before_subject: bool = False, depth: int = 0) -> None:
        self.skip(_BESIDE)
        super().law(phrase, before_subject, depth)

    def ended(self) -> bool:
        return super().ended() or self.word() in _REASONS or (self.word() == "," and self.word(1) in _REASONS)


def laws_claimed(sentence: Sentence) -> Iterator[LawClaimed]:
    """What the clauses of a sentence claim of laws, each of them understood to its end."""
    if sentence and sentence[0] not in said.LEADS and (found := _read(sentence, 0, concluded=False)) is not None:
        yield found
    for at, token in enumerate(sentence):
        if token not in _LEADS or not _is_free(sentence[:at]):
            continue
        before = sentence[at - 1] if at else ""
        if token == "that" and before not in _FOLLOWS | _SHOWN:
            continue
        start = at + 1
        while start < len(sentence) and sentence[start] in _JOINTS:
            start += 1
        if (found := _read(sentence, start, concluded=True)) is not None:
            yield found


def _is_free(before: Sentence) -> bool:
    """Whether nothing before a conclusion puts it under a condition that is said in words."""
    if any(word in _CONDITIONS | said.DENIALS for word in before):
        return False
    if "if" not in before:
        return True
    return all(isinstance(token, Maths) or token in _PLAIN for token in before[before.index("if") :])


def _read(sentence: Sentence, at: int, *, concluded: bool) -> LawClaimed | None:
    reader = _ClaimReader(sentence, at)
    try:
        told = reader.clause()
    except NotUnderstoodError:
        return None
    if len(told.statements) != 1 or told.statements[0].relations[0].symbol != "~":
        return None  # of a mean and a variance alone there are other claims
    return LawClaimed(told, sentence[reader.verb : reader.at], concluded)


__all__ = ["LawClaimed", "laws_claimed"]
