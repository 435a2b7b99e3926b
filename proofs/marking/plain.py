"""What a formula is spelled in for latex2sympy2: plain letters; and the refusal to spell it."""

from __future__ import annotations

LETTERS = "abcghklmnpqrstuvwxyzABCDFGHKLMNPQRSUVWXYZ"  # d, e, f, i, j, E, I, J, T mean something to latex2sympy2


class NotPlain(Exception):
    """The formula is none that latex2sympy2 was found to read reliably; the reason in a few words."""


class Letters:
    """Plain letters that stand for the names of a formula, in the order in which the names are met."""

    def __init__(self) -> None:
        self.of: dict[str, str] = {}

    def letter(self, name: str) -> str:
        if name not in self.of:
            if len(self.of) == len(LETTERS):
                raise NotPlain("too many names")
            self.of[name] = LETTERS[len(self.of)]
        return self.of[name]
