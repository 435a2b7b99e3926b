r"""The parts of the scanner that deal with arguments: fonts and the words they set, prose, groups in braces."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from itertools import pairwise
from typing import NamedTuple

from ..syntax import Unread
from . import signs as S


class Token(NamedTuple):
    r"""One token.

    ``kind`` is ``number``, ``letter``, ``word`` (a name of several letters), ``prose``, ``function``, ``big``, ``int``,
    ``relation``, ``sign``, ``times``, ``open``, ``close``, ``bar``, ``mid``, ``{``, ``}``, ``^``, ``_``, ``'``, ``!``,
    ``,``, ``;``, ``.``, ``&``, ``newline``, ``quad``, ``dots``, ``mark``, ``partial``, ``accent``, ``font``,
    ``declared`` (``\bf``), ``super`` and ``sub`` (Unicode scripts), ``begin`` and ``finish`` (of an environment),
    ``tag``, ``command``, or ``end``.
    ``note`` is a font, what is set over a relation, how a bracket is sized, or the run of letters that one stands in.
    ``gap`` is 0 where the token touches the one before, 1 after a blank, 2 after a space command.
    """

    kind: str
    text: str
    start: int
    end: int
    gap: int = 0
    note: str = ""


_WORD = re.compile(r"\s*\{\s*([A-Za-z][A-Za-z0-9.\- ]*?)\s*\}")
_ONE = re.compile(r"\s*(?:\{\s*(\\[A-Za-z]+|[A-Za-z0-9])\s*\}|(\\[A-Za-z]+|[A-Za-z0-9]))")
_STUFFING = re.compile(
    r"\\[,!;:> ]|\\(?:rm|mathrm|text|operatorname|limits)(?![A-Za-z])|[\s~{}]|\\(?=arg|max|min|sup|inf|lim)"
)
DELIMITER = re.compile(r"\s*(\\[A-Za-z]+|\\.|[^\s\\])")


class Words(ABC):
    """A scanner's place in its text, and what it makes of words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens: list[Token] = []
        self.gap = 0

    def add(self, kind: str, text: str, start: int, end: int, note: str = "") -> int:
        self.tokens.append(Token(kind, text, start, end, self.gap, note))
        self.gap = 0
        return end

    def space(self, gap: int) -> None:
        self.gap = max(self.gap, gap)

    @abstractmethod
    def run(self, position: int, stop: int) -> None:
        """Scan from a position to another."""

    def font(self, name: str, start: int, end: int) -> int:
        font = S.FONTS[name]
        if name in ("operatorname", "operatorname*", "mathop"):
            content, after = self.group(end)
            word = self.plain(*content)
            if name == "mathop" and word[:1] == "d" and len(word) == 2:  # \mathop{dx}: spaced from its integrand
                self.run(*content)
                self.tokens[-1] = self.tokens[-1]._replace(end=after)
                return after
            if word.isalpha() and len(word) > 1:
                return self.word(word, font, start, after, name)
            if name == "mathop" and not word:  # there for the space around it: \mathop{}\!\mathrm{d}x
                self.space(2)
                return after
            if name == "mathop":
                return end
        if found := _ONE.match(self.text, end):
            letter = found.group(1) or found.group(2)
            if letter[0] != "\\":
                return self.add("letter", letter, start, found.end(), font)
            if letter[1:] in S.LETTERS or letter[1:] in S.CAPITALS:
                bare = S.CAPITALS.get(letter[1:], letter[1:])
                return self.add("letter", S.LETTER_ALIASES.get(bare, bare), start, found.end(), font)
        if found := _WORD.match(self.text, end):
            word = found.group(1).replace(" ", "")
            if name in S.WORD_FONTS or word in S.WORDS:
                return self.word(word, font, start, found.end(), name)
        return self.add("declared" if name in S.DECLARED_FONTS else "font", name, start, end, font)

    def word(self, word: str, font: str, start: int, end: int, command: str) -> int:
        r"""An upright word: a function, an operator, ``\mathrm{dx}``, or a name."""
        word = word.rstrip(".") if word.count(".") == 1 else word
        if word in S.BIG_WORDS and font in ("rm", "text"):
            return self.add("big", S.BIG_WORDS[word], start, end)
        if word in S.FUNCTIONS and font in ("rm", "text", ""):
            return self.add("function", S.FUNCTIONS[word], start, end)
        if len(word) == 2 and word[0] == "d" and word.isalpha() and command in ("mathrm", "rm", "text"):
            inside = self.text.index(word, start)
            self.add("letter", "d", start, inside + 1, font)
            return self.add("letter", word[1], inside + 1, end)
        return self.add("letter" if len(word) == 1 else "word", word, start, end, font)

    def prose(self, start: int, end: int) -> int:
        r"""``\text{...}``: a name, or words; mathematics between dollars inside it is scanned as such."""
        (inner, stop), after = self.group(end)
        if "$" in self.text[inner:stop]:
            pieces = [m.start() for m in re.finditer(r"(?<!\\)\$", self.text[inner:stop])]
            if len(pieces) % 2:
                raise Unread("a dollar sign without its partner", (start, after))
            edges = [inner - 1, *(inner + p for p in pieces), stop]
            for k, (left, right) in enumerate(pairwise(edges)):
                if k % 2:
                    self.run(left + 1, right)
                else:
                    self._say(left + 1, right, left + 1, right)
            return after
        return self._say(inner, stop, start, after)

    def _say(self, inner: int, stop: int, start: int, end: int) -> int:
        content = self.text[inner:stop]
        words = re.sub(r"[\s~]+|\\[ ,;:!]|\\q?quad", " ", content).strip()
        wide = len(content) != len(content.strip())
        bare = words.rstrip(".,;:") if words.count(".") < 2 else words
        if not bare:
            if "," in words or words == "":
                self.space(2)
            return end
        if bare == "d":
            return self.add("letter", "d", start, end, "text")
        if bare.replace("-", "").replace(".", "").isalpha() and bare.lower() not in S.JOINING and bare.isascii():
            if bare in S.FUNCTIONS or bare in S.OPERATORS or (len(bare) > 1 and not wide):
                return self.word(bare, "text", start, end, "text")
            if len(bare) == 1:
                return self.add("letter", bare, start, end, "text")
            return self.add("word" if words[-1] != ":" else "prose", bare, start, end, "wide")
        first = bare.split()[0].lower() if bare.split() else ""
        return self.add("prose", bare, start, end, "joining" if first in S.JOINING else "wide")

    # -----------------------------------------------------------------------------------------------------------------

    def group(self, position: int) -> tuple[tuple[int, int], int]:
        """Where the content of the next argument stands, braced or a single sign, and where the argument ends."""
        text = self.text
        while position < len(text) and text[position].isspace():
            position += 1
        if position >= len(text):
            raise Unread("a command without its argument", (max(position - 1, 0), position))
        if text[position] != "{":
            found = DELIMITER.match(text, position)
            assert found is not None or text[position] == "\\"
            end = found.end() if found else position + 1
            return (position, end), end
        depth, k = 0, position
        while k < len(text):
            if text[k] == "\\":
                k += 1
            elif text[k] == "{":
                depth += 1
            elif text[k] == "}":
                depth -= 1
                if depth == 0:
                    return (position + 1, k), k + 1
            k += 1
        raise Unread("an opening brace without its closing", (position, position + 1))

    def plain(self, inner: int, stop: int) -> str:
        """The content of an argument without spaces and fonts: ``argmax``, ``(3)``, ``i.i.d.``."""
        return _STUFFING.sub("", self.text[inner:stop])
