r"""LaTeX mathematics as tokens, each with its exact span.

Text commands, upright words, sized brackets and marked relations (``\overset{(3)}{=}``) are one token each: what is
one thing for a reader is one thing for the parser.  Nothing is executed and no macro is expanded here.
"""

from __future__ import annotations

import re
import unicodedata

from ..syntax import Span, Unread
from . import signs as S
from .command_tokens import Commands
from .scanning import Token
from .unbraced import without_idle_braces

LONGEST = 20_000  # characters


_SCAN = re.compile(
    r"""(?P<blank>(?:[\s~]|%[^\n]*(?:\n|$))+)
      | (?P<dots>\.\.\.)
      | (?P<exponent>(?:\d+\.?\d*|\.\d+)[eE][-+]?\d+)
      | (?P<grouped>\d+(?:\{,\}\d+)+(?:\.\d+)?)
      | (?P<number>\d+(?:\.\d+)?|\.\d+)
      | (?P<letters>[A-Za-z]+)
      | (?P<command>\\(?:operatorname\*|hspace\*|vspace\*|tag\*|[A-Za-z]+|(?s:.)))
      | (?P<relation>:=|=:|<=|>=|->|[=<>:])
      | (?P<other>(?s:.))""",
    re.VERBOSE,
)
_DECLARED_WORD = re.compile(r"\{\s*\\(rm|bf|cal|sf|tt|it)\s+([A-Za-z]+)\s*\}")
_RUN_OF_DIFFERENTIALS = re.compile(r"[A-Za-z]*?(?:d[A-Za-z])+")
_FACTOR_FIRST = re.compile(r"[a-z](?:log|ln|exp|Cov|Var|Corr)")
_FUNCTION_FIRST = re.compile(r"(?:log|ln|exp|sin|cos|tan)[A-Za-z]")
_PERCENT = re.compile(r"(?:\s|~|\\[,;: ])*\\%")
_SINGLE = {
    "{": "{", "}": "}", "^": "^", "_": "_", "!": "!", ",": ",", ";": ";", ".": ".", "&": "&",
}  # fmt: skip


def tokenise(text: str) -> list[Token]:
    """The tokens of a text, closed by one of kind ``end``.  Raises ``Unread``."""
    if len(text) > LONGEST:
        raise Unread(f"a formula of more than {LONGEST} characters", (0, len(text)))
    scanner = _Scanner(text)
    scanner.run(0, len(text))
    scanner.add("end", "", len(text), len(text))
    return without_idle_braces(scanner.tokens)


class _Scanner(Commands):
    def run(self, position: int, stop: int) -> None:
        """Scan from a position to another."""
        match_at, text = _SCAN.match, self.text
        while position < stop:
            found = match_at(text, position, stop)
            assert found is not None
            kind, end = found.lastgroup, found.end()
            if kind == "blank":
                if not self._ends_a_bar(position):
                    self.space(1)
            elif kind == "number":
                end = self._number(found.group(), position, end)
            elif kind == "grouped":
                self.add("number", _grouped(found.group(), (position, end)), position, end)
            elif kind == "letters":
                self._letters(found.group(), position, end)
            elif kind == "command":
                end = self.command(found.group(), position, end)
            elif kind == "relation":
                self.add("relation", S.RELATIONS[found.group()], position, end)
            elif kind == "dots":
                self.add("dots", "...", position, end)
            elif kind == "exponent":
                raise Unread(f"{found.group()} may be a decimal or a product with e", (position, end))
            else:
                end = self._other(found.group(), position, end)
            if end > stop:
                raise Unread("dollar signs and braces that cross", (position, end))
            position = end

    # -----------------------------------------------------------------------------------------------------------------
    # characters

    def _ends_a_bar(self, position: int) -> bool:
        r"""Whether a blank only ends ``\vert``, as TeX has it: ``\vert \vert`` is ``||``, and ``| |`` is not."""
        return bool(self.tokens) and self.tokens[-1].kind == "bar" and self.text[position - 1].isalpha()

    def _number(self, written: str, start: int, end: int) -> int:
        r"""A number, or what it is of a hundred: ``2.5\%`` is 0.025."""
        if (percent := _PERCENT.match(self.text, end)) is None:
            return self.add("number", written, start, end)
        whole, _, rest = written.partition(".")
        whole = whole.rjust(3, "0")
        return self.add("number", f"{whole[:-2]}.{whole[-2:]}{rest}", start, percent.end())

    def _letters(self, run: str, start: int, end: int) -> None:
        """Letters side by side are factors, but for runs that are words."""
        if len(run) == 1:
            self.add("letter", run, start, end)
            return
        if run in S.WORDS:
            self.add("word", run, start, end, "rm")
            return
        if run in S.BIG_WORDS:
            self.add("big", S.BIG_WORDS[run], start, end)
            return
        if run in S.ITALIC_FUNCTIONS or (run in S.BRACKETED_FUNCTIONS and self._bracket_follows(end)):
            self.add("function", S.FUNCTIONS[run], start, end)
            return
        if _FACTOR_FIRST.fullmatch(run) and self._bracket_follows(end):  # y log(p), a Cov(X, Y)
            self.add("letter", run[0], start, start + 1)
            self._letters(run[1:], start + 1, end)
            return
        wordlike = run in S.BRACKETED_FUNCTIONS or run in S.LABEL_WORDS or _FUNCTION_FIRST.match(run)
        long = len(run) > 3 and not _RUN_OF_DIFFERENTIALS.fullmatch(run)
        note = run if wordlike or long else ""
        for k, letter in enumerate(run):
            self.add("letter", letter, start + k, start + k + 1, note if k == 0 else "")

    def _bracket_follows(self, position: int) -> bool:
        rest = self.text[position : position + 8].lstrip()
        return rest.startswith(("(", "[", r"\left", r"\big", r"\Big", r"\{"))

    def _other(self, char: str, start: int, end: int) -> int:
        kind = _SINGLE.get(char)
        if kind is not None:
            if char == "{" and (found := _DECLARED_WORD.match(self.text, start)):
                return self.word(found.group(2), S.FONTS[found.group(1)], start, found.end(), found.group(1))
            if char == "{" and self._is_idle(end):
                self.space(1)
                return end + 1
            return self.add(kind, char, start, end)
        if char in S.SIGNS:
            return self.add("sign", char, start, end)
        if char in S.TIMES:
            return self.add("times", char, start, end)
        if char in S.OPENING:
            return self.add("open", S.OPENING[char], start, end)
        if char in S.CLOSING:
            return self.add("close", S.CLOSING[char], start, end)
        if char == "|":
            return self.add("bar", "|", start, end)
        if char in "'′’":
            return self.add("'", "'", start, end)
        if char == "°":
            self.add("^", "^", start, end)
            return self.command(r"\circ", start, end)
        if char in S.UNICODE:
            return self.command(S.UNICODE[char], start, end)
        if char in S.SUPERSCRIPTS or char in S.SUBSCRIPTS:
            return self._small(char, start)
        return self._character(char, start, end)

    def _is_idle(self, position: int) -> bool:
        """Whether the group opened before ``position`` is empty and there for its spacing only: ``{} + x``."""
        if self.text[position : position + 1] != "}" or self.text[position + 1 : position + 2] in ("^", "_"):
            return False
        return not self.tokens or self.tokens[-1].kind not in ("^", "_", "command", "accent", "font", "}")

    def _small(self, char: str, start: int) -> int:
        """A run of small raised or lowered characters."""
        table, kind = (S.SUPERSCRIPTS, "super") if char in S.SUPERSCRIPTS else (S.SUBSCRIPTS, "sub")
        end = start
        while end < len(self.text) and self.text[end] in table:
            end += 1
        return self.add(kind, "".join(table[c] for c in self.text[start:end]), start, end)

    def _character(self, char: str, start: int, end: int) -> int:
        """A Greek letter, or a letter in a font of its own, by its name in Unicode."""
        if char.isspace():
            self.space(1)
            return end
        name = unicodedata.name(char, "")
        if name.startswith("GREEK ") and " LETTER " in name and " WITH " not in name:
            letter = name.rsplit(" ", 1)[1].lower().replace("lamda", "lambda")
            letter = letter.capitalize() if "CAPITAL" in name else letter
            if letter in S.LETTERS:
                return self.add("letter", letter, start, end)
        plain = unicodedata.normalize("NFKC", char)
        if len(plain) == 1 and plain.isascii() and plain.isalnum():
            for word, font in (
                ("DOUBLE-STRUCK", "bb"),
                ("SCRIPT", "cal"),
                ("FRAKTUR", "frak"),
                ("BLACK-LETTER", "frak"),
            ):
                if word in name:
                    return self.add("letter", plain, start, end, font)
            if name.startswith("MATHEMATICAL "):
                return self.add("letter", plain, start, end, "bf" if "BOLD" in name else "")
        shown = char if char.isprintable() else f"U+{ord(char):04X}"
        raise Unread(f"the character {shown} is not mathematics", (start, end))


def _grouped(written: str, span: Span) -> str:
    """The digits of a number with ``{,}`` in it: between thousands, or before decimals, where only one can be meant."""
    whole, *groups = written.split("{,}")
    thousands = whole[0] != "0" and len(whole) <= 3 and all(len(g.partition(".")[0]) == 3 for g in groups)
    decimals = len(groups) == 1 and "." not in written
    if thousands and decimals:
        raise Unread(f"{written} may be {whole}{groups[0]} or {whole}.{groups[0]}", span)
    if not (thousands or decimals):
        raise Unread(f"{written}: groups of digits that are no thousands", span)
    return f"{whole}.{groups[0]}" if decimals else written.replace("{,}", "")
