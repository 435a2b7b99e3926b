r"""LaTeX mathematics as tokens, each with its exact span.

Text commands, upright words, sized brackets and marked relations (``\overset{(3)}{=}``) are one token each: what is
one thing for a reader is one thing for the parser.  Nothing is executed and no macro is expanded here.
"""

from __future__ import annotations

import re
import unicodedata

from .grammar import signs as S
from .grammar.scanning import DELIMITER, Token, Words
from .syntax import Unread

LONGEST = 20_000  # characters


_SCAN = re.compile(
    r"""(?P<blank>(?:[\s~]|%[^\n]*(?:\n|$))+)
      | (?P<dots>\.\.\.)
      | (?P<exponent>(?:\d+\.?\d*|\.\d+)[eE][-+]?\d+)
      | (?P<number>\d+(?:\{,\}\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)
      | (?P<letters>[A-Za-z]+)
      | (?P<command>\\(?:operatorname\*|hspace\*|vspace\*|tag\*|[A-Za-z]+|(?s:.)))
      | (?P<relation>:=|<=|>=|->|[=<>:])
      | (?P<other>(?s:.))""",
    re.VERBOSE,
)
_DECLARED_WORD = re.compile(r"\{\s*\\(rm|bf|cal|sf|tt|it)\s+([A-Za-z]+)\s*\}")
_RUN_OF_DIFFERENTIALS = re.compile(r"[A-Za-z]*?(?:d[A-Za-z])+")
_FUNCTION_FIRST = re.compile(r"(?:log|ln|exp|sin|cos|tan)[A-Za-z]")
_LENGTH = re.compile(r"\s*\*?\s*\[\s*-?[\d.]+\s*(?:pt|em|ex|cm|mm|in|px|mu)\s*\]")
_OPTION = re.compile(r"\s*\[[a-z]\]")
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
    return scanner.tokens


class _Scanner(Words):
    def run(self, position: int, stop: int) -> None:
        """Scan from a position to another."""
        match_at, text = _SCAN.match, self.text
        while position < stop:
            found = match_at(text, position, stop)
            assert found is not None
            kind, end = found.lastgroup, found.end()
            if kind == "blank":
                self.space(1)
            elif kind == "number":
                self.add("number", found.group().replace("{,}", ""), position, end)
            elif kind == "letters":
                self._letters(found.group(), position, end)
            elif kind == "command":
                end = self._command(found.group(), position, end)
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
        if char in S.UNICODE:
            return self._command(S.UNICODE[char], start, end)
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

    # -----------------------------------------------------------------------------------------------------------------
    # commands

    def _command(self, command: str, start: int, end: int) -> int:
        name = command[1:] if command[0] == "\\" else command
        if name in S.LETTERS:
            return self.add("letter", S.LETTER_ALIASES.get(name, name), start, end)
        if name in S.CAPITALS:
            return self.add("letter", S.CAPITALS[name], start, end)
        if command in S.SPACES:
            self.space(2)
            return end
        if name in S.STRUCTURES:
            return self._structure(name, start, end)
        if command in S.RELATIONS:
            return self._relation(S.RELATIONS[command], start, end)
        if command in S.TIMES:
            if name in ("cup", "cap") and self.text[end : end + 1] == "_":
                return self.add("big", f"big{name}", start, end)
            return self.add("times", S.TIMES[command], start, end)
        if command in S.SIGNS:
            return self.add("sign", S.SIGNS[command], start, end)
        if name in ("left", "right", "middle"):
            return self._fence(name, start, end)
        if name in S.FUNCTION_COMMANDS:
            return self.add("function", name, start, end)
        if command in S.BIG_COMMANDS:
            return self.add("big", S.BIG_COMMANDS[command], start, end)
        if command in S.INTEGRALS:
            return self.add("int", name, start, end)
        if name in S.TEXT_COMMANDS:
            return self.prose(start, end)
        if name in S.FONTS:
            return self.font(name, start, end)
        if name in S.ACCENTS:
            return self.add("accent", S.ACCENTS[name], start, end)
        if command in S.DOTS:
            return self.add("dots", command, start, end)
        if command in S.QUADS:
            return self.add("quad", command, start, end)
        if command in S.OPENING:
            return self.add("open", S.OPENING[command], start, end)
        if command in S.CLOSING:
            return self.add("close", S.CLOSING[command], start, end)
        if command in S.BARS:
            return self.add("bar", S.BARS[command], start, end)
        return self._rare(command, name, start, end)

    def _rare(self, command: str, name: str, start: int, end: int) -> int:
        match name:
            case "partial":
                return self.add("partial", name, start, end)
            case "mid":
                return self.add("mid", "|", start, end)
            case "prime":
                return self.add("'", "'", start, end)
            case "\\":
                length = _LENGTH.match(self.text, end)
                return self.add("newline", command, start, length.end() if length else end)
            case "Pr" | "gcd" | "deg" | "ker":
                return self.add("word", name, start, end, "rm")
            case "arg":
                found = re.compile(r"(?:\s|\\[,!;: ])*\\(max|min)(?![A-Za-z])").match(self.text, end)
                if found:
                    return self.add("big", "arg" + found.group(1), start, found.end())
                return self.add("word", name, start, end, "rm")
            case "tag" | "tag*":
                content, end = self.group(end)
                return self.add("tag", self.text[slice(*content)].strip(), start, end)
            case "eqref" | "ref" | "cite":
                content, end = self.group(end)
                return self.add("prose", f"({self.text[slice(*content)]})", start, end, "wide")
            case "xrightarrow":
                content, end = self.group(end)
                return self.add("relation", "to", start, end, self.plain(*content))
            case "%" | "$" | "#" | "&":
                raise Unread(f"the sign {command} in a formula", (start, end))
        if name in S.SIZES or (name[:-1] in S.SIZES and name[-1] in "lrm"):
            return self._fence(name, start, end)
        if command in S.MARKS:
            return self.add("mark", S.MARKS[command], start, end)
        if command in S.PROSE:
            return self.add("prose", S.PROSE[command], start, end, "joining")
        if name in S.IGNORED:
            return end
        if name in S.SWALLOWING:
            self.space(2)
            return self.group(end)[1]
        raise Unread(f"the command {command} is not known", (start, end))

    def _structure(self, name: str, start: int, end: int) -> int:
        if name in ("begin", "end"):
            content, end = self.group(end)
            environment = self.text[slice(*content)].strip()
            if name == "begin":
                if found := _OPTION.match(self.text, end):
                    end = found.end()
                if environment in ("array", "alignedat", "subarray"):
                    end = self.group(end)[1]
            return self.add("begin" if name == "begin" else "finish", environment, start, end)
        if name in ("overset", "stackrel", "underset"):
            over, middle = self.group(end)
            inner, after = self.group(middle)
            sign = self.text[slice(*inner)].strip()
            if sign in S.RELATIONS:
                return self.add("relation", S.RELATIONS[sign], start, after, self.plain(*over))
            if sign in S.SIGNS:
                return self.add("sign", S.SIGNS[sign], start, after)
            if name != "underset":
                raise Unread("something set over what is no relation", (start, after))
        if name == "not":
            found = DELIMITER.match(self.text, end)
            symbol = S.NEGATED.get(S.RELATIONS.get(found.group(1), "") if found else "")
            if found is None or symbol is None:
                raise Unread(r"\not before what is not negated this way", (start, end))
            return self.add("relation", symbol, start, found.end())
        return self.add("command", name, start, end)

    def _relation(self, symbol: str, start: int, end: int) -> int:
        before = self.tokens[-1] if self.tokens else None
        if symbol == "perp" and before is not None and before.kind == "relation" and before.text == "perp":
            self.tokens[-1] = before._replace(end=end)  # two of them, drawn into one another, say independent
            return end
        return self.add("relation", symbol, start, end)

    def _fence(self, name: str, start: int, end: int) -> int:
        r"""A bracket or bar with its size: ``\left(``, ``\right|``, ``\bigl[``, ``\Big|``, ``\middle/``."""
        found = DELIMITER.match(self.text, end)
        if found is None:
            raise Unread(rf"\{name} without its bracket", (start, end))
        sign, end = found.group(1), found.end()
        side = {"left": "left", "right": "right", "middle": "middle"}.get(name) or {"l": "l", "r": "r"}.get(
            name[-1], ""
        )
        sign = S.UNICODE.get(sign, sign)
        if side == "middle" or name[-1] == "m":
            if sign in S.BARS:
                return self.add("mid", S.BARS[sign], start, end)
            if sign in S.TIMES:
                return self.add("times", S.TIMES[sign], start, end)
        elif sign == "." and side in ("left", "right"):
            return self.add("open" if side == "left" else "close", ".", start, end, side)
        elif sign in S.BARS or sign in (r"\lvert", r"\rvert", r"\lVert", r"\rVert"):
            bar = S.BARS.get(sign) or S.OPENING.get(sign) or S.CLOSING[sign]
            if side == "":
                return self.add("bar", bar, start, end)
            return self.add("open" if side in ("left", "l") else "close", bar, start, end, side)
        elif sign in S.OPENING and side in ("left", "l", ""):
            return self.add("open", S.OPENING[sign], start, end, side)
        elif sign in S.CLOSING and side in ("right", "r", ""):
            return self.add("close", S.CLOSING[sign], start, end, side)
        elif sign == "<" and side in ("left", "l"):
            return self.add("open", "<", start, end, side)
        elif sign == ">" and side in ("right", "r"):
            return self.add("close", ">", start, end, side)
        elif sign == "/" and side == "":
            return self.add("times", "/", start, end)
        raise Unread(rf"\{name}{sign}: a bracket that is not read", (start, end))
