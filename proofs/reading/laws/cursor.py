"""A place in a sentence, and what stands there and ahead of it."""

from __future__ import annotations

from ..words.law_vocabulary import SPELLINGS
from ..words.sentences import Maths, Sentence, Token
from .law_phrases import NotUnderstoodError


class Cursor:
    """Goes over the tokens of a sentence; what stands ``ahead`` of it is counted in tokens."""

    def __init__(self, tokens: Sentence, at: int) -> None:
        self.tokens = tokens
        self.at = at

    def token(self, ahead: int = 0) -> Token | None:
        return self.tokens[self.at + ahead] if self.at + ahead < len(self.tokens) else None

    def word(self, ahead: int = 0) -> str:
        token = self.token(ahead)
        return token if isinstance(token, str) else ""

    def spelled(self, ahead: int = 0) -> str:
        return SPELLINGS.get(self.word(ahead), self.word(ahead))

    def maths(self, ahead: int = 0) -> bool:
        token = self.token(ahead)
        return isinstance(token, Maths) and not token.display

    def skip(self, words: frozenset[str]) -> bool:
        """Go over such words; whether there were any."""
        before = self.at
        while self.word() in words:
            self.at += 1
        return self.at > before

    @staticmethod
    def need(condition: object) -> None:
        if not condition:
            raise NotUnderstoodError

    def equation_follows(self, ahead: int) -> bool:
        """Whether a formula that is an equation stands there."""
        token = self.token(ahead)
        sole = token.sole() if isinstance(token, Maths) else None
        return sole is not None and any(sign.symbol in ("=", ":=") for sign in sole.relations)

    def relation_follows(self, ahead: int) -> bool:
        """Whether a formula that is a relation stands there, ``and $S = X + Y$``."""
        token = self.token(ahead)
        sole = token.sole() if isinstance(token, Maths) else None
        return sole is not None and bool(sole.relations)


__all__ = ["Cursor"]
